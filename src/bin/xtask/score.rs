//! `score`: how right the checker is on labelled notes.
//!
//! A line of the file is `{"id", "text", "lang", "problems": [rule ids], "signals": [signal ids]}`. For each label the
//! table has the notes that carry it, the notes on which it was found, precision, recall and F1. The macro means are over
//! labels with at least five notes; "left alone" counts notes without a problem label on which no labelled problem fired.

use crate::Outcome;
use crate::files::read_text;
use crate::run::root;
use connote::lexicon;
use connote::text::Lang;
use connote::text::span::utf16_slice;
use connote::{Context, review};
use lexopt::prelude::*;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::time::Instant;

/// Problem labels: rules that the labels define.
const PROBLEMS: &[&str] = &[
    "default-invitation",
    "asks-for-invitation",
    "asks-for-job",
    "asks-for-favor",
    "sales-pitch",
    "claims-friend",
    "vague-meeting",
    "placeholder",
    "demanding",
    "shouting",
    "text-speak",
    "poor-writing",
    "racy",
    "contains-link",
];

/// Signal labels.
const SIGNALS: &[&str] = &["greets-by-name", "common-ground", "their-work", "states-reason", "offers-value", "polite-ask", "signs-off"];

/// Labels with fewer notes say too little to count in a mean.
const ENOUGH: usize = 5;

#[derive(Deserialize)]
struct Labelled {
    id: String,
    text: String,
    #[serde(default)]
    lang: String,
    #[serde(default)]
    problems: BTreeSet<String>,
    #[serde(default)]
    signals: BTreeSet<String>,
}

/// A note with what it carries and what was found.
struct Judged {
    note: Labelled,
    /// For each label the words that it was seen by, those of the first finding.
    found: BTreeMap<&'static str, String>,
}

pub(crate) fn command(mut args: lexopt::Parser) -> Outcome {
    let mut file: Option<PathBuf> = None;
    let mut languages: Option<String> = None;
    let mut misses = 0;
    let mut floor: Option<f64> = None;
    while let Some(arg) = args.next()? {
        match arg {
            Long("lang") => languages = Some(args.value()?.string()?),
            Long("misses") => misses = args.value()?.parse()?,
            Long("floor") => floor = Some(args.value()?.parse()?),
            Value(path) if file.is_none() => file = Some(path.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    let file = file.ok_or("which file? cargo xtask score FILE [--lang TAGS] [--misses N] [--floor F1]")?;
    let mut notes = read(&file)?;
    if let Some(languages) = languages {
        notes.retain(|note| languages.split(',').any(|tag| note.lang.split('-').next() == Some(tag)));
    }
    // As the phrase files are now: whoever works on them need not build after each change.
    lexicon::take_in_from(&root())?;
    let start = Instant::now();
    let judged: Vec<Judged> = notes.into_iter().map(judge).collect();
    println!("{} notes, {:.2} s in all", judged.len(), start.elapsed().as_secs_f64());
    println!("{:22}{:>6}{:>6}{:>7}{:>7}{:>7}", "label", "notes", "found", "P", "R", "F1");
    let problems = table(&judged, PROBLEMS, |note| &note.problems, misses);
    let signals = table(&judged, SIGNALS, |note| &note.signals, misses);
    let clean: Vec<&Judged> = judged.iter().filter(|judged| judged.note.problems.is_empty()).collect();
    let quiet = clean.iter().filter(|judged| PROBLEMS.iter().all(|label| !judged.found.contains_key(label))).count();
    println!("clean notes left alone {quiet}/{} ({:.1} %)", clean.len(), 100.0 * ratio(quiet, clean.len()));
    let both = f64::midpoint(problems, signals);
    println!("macro F1: problems {problems:.3}, signals {signals:.3}, both {both:.3}");
    match floor {
        Some(floor) if both < floor => Err(format!("macro F1 {both:.3} is below {floor}").into()),
        _ => Ok(()),
    }
}

fn read(file: &std::path::Path) -> Outcome<Vec<Labelled>> {
    let text = read_text(file)?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let note = |(index, line)| serde_json::from_str(line).map_err(|error| format!("{}:{}: {error}", file.display(), index + 1).into());
    lines.map(note).collect()
}

fn judge(note: Labelled) -> Judged {
    let context = Context { language: Lang::from_tag(&note.lang), ..Context::default() };
    let report = review(&note.text, &context);
    let seen = report.findings.iter().map(|finding| (finding.rule, finding.at));
    let mut found = BTreeMap::new();
    for (label, at) in seen.chain(report.signals.iter().map(|seen| (seen.signal, Some(seen.at)))) {
        let words = at.map_or("", |at| utf16_slice(&note.text, at.start, at.end));
        found.entry(label).or_insert_with(|| words.to_owned());
    }
    Judged { note, found }
}

/// Prints a line a label; gives the mean F1.
fn table(judged: &[Judged], labels: &[&'static str], carried: fn(&Labelled) -> &BTreeSet<String>, misses: usize) -> f64 {
    let mut scores = Vec::new();
    for &label in labels {
        let of = |wanted: bool, found: bool| {
            move |judged: &&Judged| carried(&judged.note).contains(label) == wanted && judged.found.contains_key(label) == found
        };
        let count = |wanted, found| judged.iter().filter(of(wanted, found)).count();
        let (hits, missed, wrong) = (count(true, true), count(true, false), count(false, true));
        let precision = if hits + wrong == 0 { ratio(usize::from(missed == 0), 1) } else { ratio(hits, hits + wrong) };
        let recall = if hits + missed == 0 { 1.0 } else { ratio(hits, hits + missed) };
        let f1 = if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 };
        if hits + missed >= ENOUGH {
            scores.push(f1);
        }
        println!("{label:22}{:6}{:6}{precision:7.2}{recall:7.2}{f1:7.2}", hits + missed, hits + wrong);
        for (title, wanted) in [("missed", true), ("wrong", false)] {
            let mut list: Vec<&Judged> = judged.iter().filter(of(wanted, !wanted)).collect();
            list.sort_by(|a, b| a.note.id.cmp(&b.note.id));
            for Judged { note, found } in list.into_iter().take(misses) {
                let by = found.get(label).map(|words| format!(" by {words:?}")).unwrap_or_default();
                println!("    {title} {}{by}: {:?}", note.id, note.text);
            }
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "some dozen labels")]
    let count = scores.len() as f64;
    if scores.is_empty() { 1.0 } else { scores.iter().sum::<f64>() / count }
}

#[expect(clippy::cast_precision_loss, reason = "counts of notes, far below 2^52")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}
