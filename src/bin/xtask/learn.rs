//! `learn`: learns from labelled notes what words speak for which label, and writes `src/evidence/en.txt`.
//!
//! Prints first what comes of it on notes that were not learned from: each fifth of them in turn is held out, and judged by what
//! the other four teach; beside it how the phrases alone judge the same notes.

#![expect(clippy::indexing_slicing, reason = "notes and labels go by their numbers, which count the very lists")]

use crate::Outcome;
use crate::files::read_text;
use crate::regression::{Examples, Model, learn};
use crate::run::root;
use connote::evidence::{SCALE, features, name};
use connote::lexicon;
use connote::note::Note;
use connote::review::told;
use connote::rules::RULES;
use connote::signals::SIGNALS;
use connote::text::Lang;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;

/// The folder of the notes, and the file of the weights.
const NOTES: &str = "tests/labelled/learn";
const WEIGHTS: &str = "src/evidence/en.txt";

/// The labels that words can speak for: those of meaning. What is told by its signs alone (a link, a slot, capitals) is not among them.
const LABELS: &[(&str, &str)] = &[
    ("df", "default-invitation"),
    ("ai", "asks-for-invitation"),
    ("aj", "asks-for-job"),
    ("fa", "asks-for-favor"),
    ("sp", "sales-pitch"),
    ("cf", "claims-friend"),
    ("vm", "vague-meeting"),
    ("dm", "demanding"),
    ("rc", "racy"),
    ("cg", "common-ground"),
    ("tw", "their-work"),
    ("sr", "states-reason"),
    ("ov", "offers-value"),
    ("pa", "polite-ask"),
];

/// The codes of the labels that are told by their signs.
const SIGNS: &[&str] = &["ph", "sh", "ts", "pw", "ln", "gn", "so", "-"];

/// The margins that bias and phrases are given with, in points: what no phrase says must be so much likelier than not, and what a
/// phrase says so much likelier not. A reader forgives a warning or a tick that is missing sooner than one that is wrong.
struct Margins {
    unsaid: i32,
    said: i32,
}

/// The margins of problems.
const PROBLEM: Margins = Margins { unsaid: 20, said: 82 };

/// The margins of signals.
const SIGNAL: Margins = Margins { unsaid: 20, said: 60 };

/// A feature in fewer notes than this is chance.
const FEWEST_NOTES: usize = 3;

/// So many parts, each held out once.
const FOLDS: usize = 5;

/// What is known of all notes.
struct Known {
    /// The names of the features, and for each the notes that have it.
    names: Vec<String>,
    having: Vec<Vec<usize>>,
    /// For each label, for each note: whether it carries it, and whether the phrases say so.
    labelled: Vec<Vec<bool>>,
    told: Vec<Vec<bool>>,
}

pub(crate) fn command(mut args: lexopt::Parser) -> Outcome {
    if let Some(arg) = args.next()? {
        return Err(arg.unexpected().into());
    }
    lexicon::take_in_from(&root())?;
    let known = read()?;
    let notes = known.told.first().map_or(0, Vec::len);
    println!("{notes} notes, {} features\n", known.names.len());
    hold_out(&known, notes);
    let all = vec![true; notes];
    let models: Vec<Model> = (0..LABELS.len()).map(|label| learn(&known.examples(label, &all))).collect();
    let file = print(&known, &models);
    println!("\n{WEIGHTS}: {} features", file.lines().filter(|line| !line.starts_with(['#', '@'])).count());
    std::fs::write(root().join(WEIGHTS), file)?;
    Ok(())
}

impl Known {
    fn examples<'e>(&'e self, label: usize, counts: &'e [bool]) -> Examples<'e> {
        Examples { having: &self.having, labelled: &self.labelled[label], told: &self.told[label], counts }
    }
}

/// Reads the notes and all that can be known of them.
fn read() -> Outcome<Known> {
    let mut paths = std::fs::read_dir(root().join(NOTES))?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
    paths.sort();
    let mut found: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut known =
        Known { names: Vec::new(), having: Vec::new(), labelled: vec![Vec::new(); LABELS.len()], told: vec![Vec::new(); LABELS.len()] };
    let mut number = 0;
    for path in paths.iter().filter(|path| path.extension().is_some_and(|extension| extension == "txt")) {
        for (line, at) in read_text(path)?.lines().zip(1..) {
            let bad = |what: &str| format!("{}:{at}: {what}", path.display());
            let (codes, text) = line.split_once('|').ok_or_else(|| bad("no `|` between the codes and the note"))?;
            let codes: BTreeSet<&str> = codes.split_whitespace().collect();
            if let Some(code) = codes.iter().find(|code| !SIGNS.contains(code) && !LABELS.iter().any(|label| label.0 == **code)) {
                return Err(bad(&format!("no label has the code `{code}`")).into());
            }
            let note = Note::new(text, Some(Lang::En));
            let mut own = BTreeSet::new();
            features(&note, &mut |(parts, _)| _ = own.insert(name(parts)));
            for feature in own {
                found.entry(feature).or_default().push(number);
            }
            for (index, (code, label)) in LABELS.iter().enumerate() {
                known.labelled[index].push(codes.contains(code));
                known.told[index].push(is_told(&note, label));
            }
            number += 1;
        }
    }
    (known.names, known.having) = found.into_iter().filter(|(_, having)| having.len() >= FEWEST_NOTES).unzip();
    Ok(known)
}

/// Whether a label's phrases say it of a note.
fn is_told(note: &Note, label: &str) -> bool {
    let rule = RULES.iter().find(|rule| rule.id == label);
    let signal = SIGNALS.iter().find(|signal| signal.id == label);
    rule.is_some_and(|rule| !told(rule, note).is_empty()) || signal.is_some_and(|signal| (signal.find)(note).is_some())
}

/// Prints for each label what the phrases alone and all words together are worth on notes that were held out.
fn hold_out(known: &Known, notes: usize) {
    println!("{:<22}{:>7}{:>12}{:>12}   (F1 on notes held out)", "label", "notes", "phrases", "with words");
    let mut sums = [[0.0; 2]; 2];
    for (label, (_, id)) in LABELS.iter().enumerate() {
        let mut judged = vec![false; notes];
        for fold in 0..FOLDS {
            let counts: Vec<bool> = (0..notes).map(|note| note % FOLDS != fold).collect();
            let model = learn(&known.examples(label, &counts));
            let (bias, told) = base(id, &model);
            let mut points: Vec<i32> = known.told[label].iter().map(|&is| bias + if is { told } else { 0 }).collect();
            for (weight, having) in model.weights.iter().zip(&known.having) {
                for &note in having {
                    points[note] += rounded(*weight);
                }
            }
            for note in (0..notes).filter(|note| note % FOLDS == fold) {
                judged[note] = points[note] > 0;
            }
        }
        let labelled = &known.labelled[label];
        let both = [f1(labelled, &known.told[label]), f1(labelled, &judged)];
        let is_signal = usize::from(is_signal(id));
        sums[is_signal].iter_mut().zip(both).for_each(|(sum, one)| *sum += one);
        println!("{id:<22}{:>7}{:>12.3}{:>12.3}", labelled.iter().filter(|&&yes| yes).count(), both[0], both[1]);
    }
    let signals = LABELS.iter().filter(|label| is_signal(label.1)).count();
    for (name, sums, count) in [("problems, mean", sums[0], LABELS.len() - signals), ("signals, mean", sums[1], signals)] {
        let mean = |sum: f64| sum / f64::from(u32::try_from(count).unwrap_or(u32::MAX));
        println!("{name:<29}{:>12.3}{:>12.3}", mean(sums[0]), mean(sums[1]));
    }
}

fn is_signal(label: &str) -> bool {
    SIGNALS.iter().any(|signal| signal.id == label)
}

/// The points of a label before anything is read, and those of its phrases: above nought it holds.
fn base(label: &str, model: &Model) -> (i32, i32) {
    let Margins { unsaid, said } = if is_signal(label) { SIGNAL } else { PROBLEM };
    (rounded(model.bias) - unsaid, rounded(model.told) + unsaid + said)
}

/// A weight in points.
#[expect(clippy::cast_possible_truncation, reason = "held within the bounds of what a table keeps")]
fn rounded(weight: f64) -> i32 {
    (weight * SCALE).round().clamp(-127.0, 127.0) as i32
}

/// The harmonic mean of precision and recall.
fn f1(right: &[bool], judged: &[bool]) -> f64 {
    let count = |is: fn(bool, bool) -> bool| right.iter().zip(judged).filter(|&(&right, &judged)| is(right, judged)).count();
    let (hits, errors) = (count(|right, judged| right && judged), count(|right, judged| right != judged));
    let part = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    if hits == 0 { 0.0 } else { 2.0 * part(hits) / (2.0 * part(hits) + part(errors)) }
}

/// The file of the weights.
fn print(known: &Known, models: &[Model]) -> String {
    let mut file = format!(
        "# What words speak for: learned by `cargo xtask learn` from {NOTES}; not to be edited by hand.\n\
         # Of each label the points before anything is read, and those of its phrases; then each feature with its points.\n"
    );
    let mut lines: HashMap<&str, Vec<String>> = HashMap::new();
    for ((_, id), model) in LABELS.iter().zip(models) {
        let (bias, told) = base(id, model);
        _ = writeln!(file, "@{id} = {bias} {told}");
        for (name, weight) in known.names.iter().zip(&model.weights) {
            let points = rounded(*weight);
            if points != 0 {
                lines.entry(name).or_default().push(format!("{id} {points:+}"));
            }
        }
    }
    for name in &known.names {
        if let Some(points) = lines.get(name.as_str()) {
            _ = writeln!(file, "{name} = {}", points.join(", "));
        }
    }
    file
}

#[cfg(test)]
mod tests {
    use super::{LABELS, f1};
    use connote::rules::RULES;
    use connote::signals::SIGNALS;

    #[test]
    fn every_label_is_a_rule_or_a_signal() {
        for (_, id) in LABELS {
            assert!(RULES.iter().any(|rule| rule.id == *id) || SIGNALS.iter().any(|signal| signal.id == *id), "{id}");
        }
    }

    #[test]
    fn f1_is_between_none_and_all() {
        assert!((f1(&[true, true, false], &[true, false, true]) - 0.5).abs() < 1e-9);
        assert!((f1(&[true, false], &[true, false]) - 1.0).abs() < 1e-9);
        assert!(f1(&[false], &[true]).abs() < 1e-9);
    }
}
