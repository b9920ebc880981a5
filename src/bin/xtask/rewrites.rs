//! `rewrites FILE`: how good the rewrites of a file of notes are, at 200 and at 300 characters.
//!
//! A problem, a signal, a name and a number are what the rules and the reading of names take for one; a blank counts as
//! filled. "Good words" are those of sentences in which nothing was found.

use crate::Outcome;
use connote::count::{Limit, LimitFrom};
use connote::note::Note;
use connote::report::{Report, Rewrite, Style};
use connote::review::{Context, read, review_note};
use connote::rewrite::{self, rewrites};
use connote::text::{Lang, utf16_len};
use std::time::{Duration, Instant};

/// How often the rewrites of a note are timed; of these times the middle one counts.
const RUNS: usize = 5;

/// A note of the file.
struct Draft {
    text: String,
    lang: Option<Lang>,
}

pub(crate) fn command(mut args: lexopt::Parser) -> Outcome {
    use lexopt::prelude::{Long, Value, ValueExt};
    let (mut file, mut show, mut misses) = (None, None, 0);
    while let Some(arg) = args.next()? {
        match arg {
            Long("show") => show = Some(args.value()?.parse::<usize>()?),
            Long("misses") => misses = args.value()?.parse()?,
            Value(path) if file.is_none() => file = Some(path),
            other => return Err(other.unexpected().into()),
        }
    }
    let file = file.ok_or("name a file with one note a line: {\"text\": …, \"lang\": …}")?;
    let drafts = drafts(&std::fs::read_to_string(file)?)?;
    for units in [200, 300] {
        let context = Context { limit: Limit { units, from: LimitFrom::Counter }, ..Context::default() };
        let mut tally = Tally::default();
        for (index, draft) in drafts.iter().enumerate() {
            let context = Context { language: draft.lang, ..context.clone() };
            let shown = show.is_some_and(|every| index % every.max(1) == 0 && units == 200);
            tally.add(&draft.text, &context, shown);
        }
        println!("{}", tally.table(units, misses));
    }
    Ok(())
}

fn drafts(lines: &str) -> Outcome<Vec<Draft>> {
    lines
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let note: serde_json::Value = serde_json::from_str(line)?;
            let text = |key: &str| note.get(key).and_then(serde_json::Value::as_str);
            Ok(Draft { text: text("text").unwrap_or_default().to_owned(), lang: text("lang").and_then(Lang::from_tag) })
        })
        .collect()
}

/// What was counted.
#[derive(Default)]
struct Tally {
    notes: usize,
    rewrites: usize,
    with_blanks: usize,
    fit: usize,
    same_again: usize,
    not_worse: usize,
    clean: usize,
    signals: usize,
    signals_lost: Vec<String>,
    troubled: usize,
    helped: usize,
    facts: usize,
    facts_kept: usize,
    invented: Vec<String>,
    good_words: usize,
    good_words_kept: usize,
    times: Vec<Duration>,
    unhelped: Vec<String>,
    lost: Vec<String>,
    changed: Vec<String>,
}

impl Tally {
    fn add(&mut self, text: &str, context: &Context, show: bool) {
        let note = read(text, context);
        let report = review_note(&note, text, context);
        let all = rewrites(&note, &report, context);
        let mut times = [(); RUNS].map(|()| {
            let start = Instant::now();
            std::hint::black_box(rewrites(std::hint::black_box(&note), &report, context));
            start.elapsed()
        });
        times.sort_unstable();
        self.times.extend(times.get(RUNS / 2));
        self.notes += 1;
        if report.findings.iter().any(rewrite::counts) {
            self.troubled += 1;
            self.helped += usize::from(!all.is_empty());
            if all.is_empty() {
                self.unhelped.push(text.to_owned());
            }
        }
        if show {
            println!("{text:?}\n    {:?} {:?}", rules(&report), report.signals.iter().map(|s| s.signal).collect::<Vec<_>>());
            for rewrite in &all {
                println!("  {:?}: {:?}", rewrite.style, rewrite.text);
            }
        }
        let facts: Vec<&str> = rewrite::facts_outside_problems(&note, &report).into_iter().map(|fact| fact.of(text)).collect();
        let good = good_words(&note, &report);
        for rewrite in &all {
            self.one(text, &report, context, rewrite);
            for fact in &facts {
                self.facts += 1;
                let kept = rewrite.text.contains(fact);
                self.facts_kept += usize::from(kept);
                if !kept {
                    self.lost.push(format!("{fact:?} of {text:?}\n        {:?}", rewrite.text));
                }
            }
            if rewrite.style != Style::Formal {
                self.good_words += good.len();
                self.good_words_kept += in_order(&good, &words(&rewrite.text));
            }
        }
    }

    fn one(&mut self, draft: &str, report: &Report, context: &Context, rewrite: &Rewrite) {
        self.rewrites += 1;
        self.with_blanks += usize::from(!rewrite.blanks.is_empty());
        self.fit += usize::from(utf16_len(&rewrite.text) <= context.limit.units && rewrite.remaining >= 0);
        let filled = rewrite::filled(rewrite);
        // What fills a blank may be longer than its brackets.
        let limited = context;
        let context = &Context { limit: Limit { units: rewrite::NO_LIMIT, ..context.limit }, ..context.clone() };
        let note = read(&filled, context);
        let result = review_note(&note, &filled, context);
        self.clean += usize::from(!result.findings.iter().any(rewrite::counts));
        let has = |id: &str| result.signals.iter().any(|signal| signal.signal == id);
        let gone: Vec<&str> = report.signals.iter().map(|signal| signal.signal).filter(|id| !has(id)).collect();
        self.signals += usize::from(gone.is_empty());
        if !gone.is_empty() {
            self.signals_lost.push(format!("{gone:?} of {draft:?}\n        {:?}", rewrite.text));
        }
        let filler = rewrite::filled_words(rewrite);
        for fact in rewrite::facts(&note) {
            let fact = fact.of(&filled);
            let known =
                |word: &str| draft.to_lowercase().contains(&word.to_lowercase()) || filler.contains(word) || rewrite::is_own_word(word);
            if !fact.split_whitespace().all(known) {
                self.invented.push(format!("{fact:?} in {:?}", rewrite.text));
            }
        }
        let written = read(&rewrite.text, limited);
        let again = rewrites(&written, &review_note(&written, &rewrite.text, limited), limited);
        let same = again.iter().find(|other| other.style == rewrite.style);
        self.same_again += usize::from(same.is_none_or(|same| same.text == rewrite.text));
        if let Some(same) = same.filter(|same| same.text != rewrite.text) {
            self.changed.push(format!("{:?}\n        {:?}", rewrite.text, same.text));
        }
        let worse = |other: &Rewrite| {
            let filled = rewrite::filled(other);
            let after = review_note(&read(&filled, context), &filled, context);
            after.findings.iter().any(rewrite::counts) || after.score < result.score
        };
        self.not_worse += usize::from(!same.is_some_and(worse));
    }

    fn table(&mut self, units: usize, misses: usize) -> String {
        let share = |part: usize, whole: usize| {
            let count = |number: usize| u32::try_from(number).map_or(f64::MAX, f64::from);
            100.0 * count(part) / count(whole.max(1))
        };
        self.times.sort_unstable();
        let median = self.times.get(self.times.len() / 2).copied().unwrap_or_default();
        let mut out = format!(
            "At {units} characters: {} notes, {} rewrites, {} of them with blanks\n  fit {:.1} %\n  idempotent {:.1} %, not worse {:.1} %\n  free of problems {:.1} %\n  keep every signal {:.1} %\n  drafts with a problem that get one {:.1} % of {}\n  facts kept {:.1} % of {}\n  facts invented {}\n  good words kept in brief and warm {:.1} %\n  median time {:?}\n",
            self.notes,
            self.rewrites,
            self.with_blanks,
            share(self.fit, self.rewrites),
            share(self.same_again, self.rewrites),
            share(self.not_worse, self.rewrites),
            share(self.clean, self.rewrites),
            share(self.signals, self.rewrites),
            share(self.helped, self.troubled),
            self.troubled,
            share(self.facts_kept, self.facts),
            self.facts,
            self.invented.len(),
            share(self.good_words_kept, self.good_words),
            median,
        );
        let lists = [&self.unhelped, &self.lost, &self.signals_lost, &self.changed, &self.invented];
        for (title, list) in ["no rewrite", "lost", "signals lost", "again", "invented"].into_iter().zip(lists) {
            for line in list.iter().take(misses) {
                out.extend(["    ", title, ": ", line, "\n"]);
            }
        }
        out
    }
}

fn rules(report: &Report) -> Vec<&'static str> {
    report.findings.iter().filter(|finding| rewrite::counts(finding)).map(|finding| finding.rule).collect()
}

/// The words of the sentences in which nothing was found.
fn good_words(note: &Note, report: &Report) -> Vec<String> {
    let spans = rewrite::problems(note, report);
    (0..note.sentence_count())
        .map(|sentence| note.span(note.sentence(sentence)))
        .filter(|sentence| !spans.iter().any(|span| span.overlaps(*sentence)))
        .flat_map(|sentence| words(sentence.of(note.text())))
        .collect()
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// How many of `wanted` stand in `text` in the same order.
fn in_order(wanted: &[String], text: &[String]) -> usize {
    let mut row = vec![0; text.len()];
    for word in wanted {
        let (mut diagonal, mut left) = (0, 0);
        for (other, best) in text.iter().zip(&mut row) {
            let above = *best;
            *best = if word == other { diagonal + 1 } else { above.max(left) };
            (diagonal, left) = (above, *best);
        }
    }
    row.last().copied().unwrap_or_default()
}
