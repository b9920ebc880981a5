//! What holds for every rule and every signal: registered, documented, with examples that do what they say.
#![expect(clippy::unwrap_used, reason = "a test may panic, and so may what only tests call")]

use connote::plain::edited;
use connote::report::{Finding, Report};
use connote::rule::{Doc, Rule, Safety, Severity};
use connote::rules::{NUDGES, RULES};
use connote::signals::SIGNALS;
use connote::{Context, review};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// A rule about the words: what is only missing, or could be better, is no problem.
fn is_problem(rule: &Rule) -> bool {
    rule.severity < Severity::Hint
}

fn problems(report: &Report) -> Vec<&Finding> {
    report.findings.iter().filter(|finding| RULES.iter().any(|rule| rule.id == finding.rule && is_problem(rule))).collect()
}

fn ids<'a>(findings: &[&'a Finding]) -> BTreeSet<&'a str> {
    findings.iter().map(|finding| finding.rule).collect()
}

/// How often each rule fires.
fn counts<'a>(findings: &[&'a Finding]) -> BTreeMap<&'a str, usize> {
    findings.iter().fold(BTreeMap::new(), |mut counts, finding| {
        *counts.entry(finding.rule).or_default() += 1;
        counts
    })
}

/// An example may say whom it is for, in a first line `To: NAME`.
fn example(text: &'static str) -> (&'static str, Context) {
    match text.strip_prefix("To: ").and_then(|rest| rest.split_once('\n')) {
        Some((name, text)) => (text, Context { recipient: Some(name.into()), ..Context::default() }),
        None => (text, Context::default()),
    }
}

fn docs() -> impl Iterator<Item = (&'static str, &'static Doc)> {
    let nudges = NUDGES.iter().map(|nudge| (nudge.id, &nudge.doc));
    RULES.iter().map(|rule| (rule.id, &rule.doc)).chain(SIGNALS.iter().map(|signal| (signal.id, &signal.doc))).chain(nudges)
}

/// Fails once with everything that is wrong, so that it can be put right in one go.
#[track_caller]
fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// Ids after the names of the files of a folder: `src/rules/my_rule.rs` or `src/rules/my_rule/mod.rs`.
///
/// A file without a check of its own, of words that several rules share, is no rule.
fn files_of(folder: &str, constant: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap().map(|entry| entry.unwrap().path());
    let rules = entries.filter(|path| {
        let code = if path.is_dir() { path.join("mod.rs") } else { path.clone() };
        code.extension().is_some_and(|end| end == "rs") && fs::read_to_string(code).is_ok_and(|code| code.contains(constant))
    });
    rules.map(|path| path.file_stem().unwrap().to_str().unwrap().replace('_', "-")).collect()
}

#[test]
fn every_file_is_registered_under_its_name() {
    for (folder, constant, registered) in [
        ("src/rules", "pub const RULE: Rule", RULES.iter().map(|rule| rule.id).collect::<Vec<_>>()),
        ("src/rules", "pub const NUDGE: Nudge", NUDGES.iter().map(|nudge| nudge.id).collect()),
        ("src/signals", "pub const SIGNAL: Signal", SIGNALS.iter().map(|signal| signal.id).collect()),
    ] {
        let ids: BTreeSet<String> = registered.iter().map(|&id| id.to_owned()).collect();
        assert_eq!(ids.len(), registered.len(), "an id stands twice in {folder}/mod.rs");
        assert_eq!(ids, files_of(folder, constant), "ids in {folder}/mod.rs (left) and files (right)");
    }
}

#[test]
fn ids_are_kebab_case_and_name_the_pattern() {
    for (id, _) in docs() {
        assert!(id.chars().all(|c| c.is_ascii_lowercase() || c == '-') && !id.starts_with('-') && !id.ends_with('-'), "{id}");
        // "allow no-shouting" would say the opposite of what it does; what is missing is named by what is not there.
        assert!(!["avoid-", "check-", "fix-", "prefer-", "use-"].iter().any(|cure| id.starts_with(cure)), "{id} names a cure");
    }
}

#[test]
fn docs_are_complete_and_in_form() {
    let mut wrong = Vec::new();
    for (id, doc) in docs() {
        let mut check = |holds: bool, what: &str| {
            if !holds {
                wrong.push(format!("{id}: {what}"));
            }
        };
        let title = doc.title.english().chars().count();
        check((1..=40).contains(&title), "the title has 1 to 40 characters");
        check(!doc.title.english().ends_with('.'), "the title is no sentence");
        for (name, text) in [("summary", doc.summary), ("why", doc.why), ("source", doc.source), ("misses", doc.misses)] {
            check(!text.trim().is_empty() && text.trim() == text, &format!("`{name}` has words and no blanks around them"));
            check(text.trim_end_matches('”').ends_with(['.', '?', '!']), &format!("`{name}` ends as a sentence does"));
            check(!text.contains('\n'), &format!("`{name}` is one line"));
            check(!text.contains("  "), &format!("`{name}` has no double blank"));
        }
        check(doc.why.matches(". ").count() <= 1, "`why` is one or two sentences");
        check(!doc.bad.is_empty() && !doc.good.is_empty(), "there is a bad and a good example");
    }
    none(&wrong);
}

#[test]
fn prose_keeps_our_own_rules() {
    const OUR_OWN: &[&str] = &["shouting", "text-speak", "poor-writing", "contains-link"];
    let mut wrong = Vec::new();
    for (id, doc) in docs() {
        for text in [doc.title.english(), doc.summary, doc.why, doc.source, doc.misses] {
            let context = Context { language: connote::text::Lang::from_tag("en"), ..Context::default() };
            for finding in review(text, &context).findings.iter().filter(|finding| OUR_OWN.contains(&finding.rule)) {
                let words = finding.at.map(|at| connote::plain::words_at(text, at.start, at.end));
                wrong.push(format!("{id}: {} at {words:?} in: {text}", finding.rule));
            }
        }
    }
    none(&wrong);
}

#[test]
fn bad_examples_fire_exactly_their_rule() {
    let mut wrong = Vec::new();
    for rule in RULES {
        for &text in rule.doc.bad {
            let (note, context) = example(text);
            let report = review(note, &context);
            let mut fired = ids(&problems(&report));
            // A hint is no problem, so it is looked for by itself.
            if report.findings.iter().any(|finding| finding.rule == rule.id) {
                fired.insert(rule.id);
            }
            if fired != BTreeSet::from([rule.id]) {
                wrong.push(format!("{}: {fired:?} on: {note}", rule.id));
            }
        }
    }
    none(&wrong);
}

#[test]
fn good_examples_fire_no_problem() {
    let mut wrong = Vec::new();
    for (id, doc) in docs() {
        for &text in doc.good {
            let (note, context) = example(text);
            let report = review(note, &context);
            let fired = ids(&problems(&report));
            if !fired.is_empty() || report.findings.iter().any(|finding| finding.rule == id) {
                wrong.push(format!("{id}: {fired:?} on: {note}"));
            }
        }
    }
    none(&wrong);
}

#[test]
fn examples_of_signals_have_and_lack_them() {
    let mut wrong = Vec::new();
    for signal in SIGNALS {
        let has = |text: &'static str| {
            let (note, context) = example(text);
            review(note, &context).signals.iter().any(|found| found.signal == signal.id)
        };
        wrong.extend(signal.doc.good.iter().filter(|text| !has(text)).map(|text| format!("{} is not seen in: {text}", signal.id)));
        wrong.extend(signal.doc.bad.iter().filter(|text| has(text)).map(|text| format!("{} is seen in: {text}", signal.id)));
    }
    none(&wrong);
}

#[test]
fn every_fix_clears_its_finding_and_adds_none() {
    let mut wrong = Vec::new();
    for rule in RULES {
        for &text in rule.doc.bad {
            let (note, context) = example(text);
            let report = review(note, &context);
            for finding in report.findings.iter().filter(|finding| finding.rule == rule.id) {
                // Cutting a note down to its limit is the rewrites' work: no single change does it.
                if finding.fixes.is_empty() && rule.id != "over-limit" {
                    wrong.push(format!("{}: no fix on: {note}", rule.id));
                }
                for fix in &finding.fixes {
                    let after = edited(note, fix);
                    let left = review(&after, &context);
                    let (before, mut now) = (counts(&problems(&report)), counts(&problems(&left)));
                    // What the writer is asked to fill in is an open blank until it is filled.
                    if fix.safety == Safety::Ask {
                        now.remove("placeholder");
                    }
                    let times = |report: &Report| report.findings.iter().filter(|finding| finding.rule == rule.id).count();
                    let added = now.iter().find(|&(id, count)| before.get(id).is_none_or(|was| was < count));
                    if times(&left) >= times(&report) || added.is_some() {
                        wrong.push(format!("{}: “{}” leaves {now:?}: {after}", rule.id, fix.label));
                    }
                }
            }
        }
    }
    none(&wrong);
}

#[test]
fn buttons_and_messages_are_short_and_friendly() {
    let mut wrong = Vec::new();
    for rule in RULES {
        for &text in rule.doc.bad {
            let (note, context) = example(text);
            for finding in review(note, &context).findings.iter().filter(|finding| finding.rule == rule.id) {
                let message = finding.message.english();
                let message = message.trim_end_matches(['”', '"', ')']);
                if !message.ends_with(['.', '?', '!']) || message.len() > 200 {
                    wrong.push(format!("{}: the message is no short sentence: {}", rule.id, finding.message));
                }
                for fix in finding.fixes.iter().filter(|fix| !(1..=5).contains(&fix.label.english().split_whitespace().count())) {
                    wrong.push(format!("{}: the button says more than five words: {}", rule.id, fix.label));
                }
            }
        }
    }
    none(&wrong);
}
