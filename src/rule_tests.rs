//! Helpers for the tables in the rules' own tests.

use crate::note::Note;
use crate::rule::{Findings, Found, Rule, Signal};
use crate::text::Lang;

fn run(rule: &Rule, text: &str) -> Vec<Found> {
    let note = Note::new(text, None);
    let mut found = Findings::default();
    (rule.check)(&note, &mut found);
    found.into_vec()
}

/// Takes the marks `⟦ ⟧` out of a row; gives the text and the marked parts.
fn unmark(row: &str) -> (String, Vec<String>) {
    let text = row.replace(['⟦', '⟧'], "");
    let parts = row.split('⟦').skip(1).filter_map(|part| part.split_once('⟧')).map(|(inside, _)| inside.to_owned()).collect();
    (text, parts)
}

/// Each row is flagged, at exactly the marked words if any are marked.
#[track_caller]
pub fn flags(rule: &Rule, rows: &[&str]) {
    for row in rows {
        let (text, mut expected) = unmark(row);
        let found = run(rule, &text);
        assert!(!found.is_empty(), "{} is silent on: {row}", rule.id);
        if !expected.is_empty() {
            let mut got: Vec<String> = found.iter().filter_map(|f| f.span).map(|span| span.of(&text).to_owned()).collect();
            got.sort();
            expected.sort();
            assert_eq!(got, expected, "{} on: {row}", rule.id);
        }
    }
}

/// No row is flagged.
#[track_caller]
pub fn passes(rule: &Rule, rows: &[&str]) {
    for row in rows {
        let found = run(rule, row);
        assert!(
            found.is_empty(),
            "{} flags {:?} in: {row}",
            rule.id,
            found.iter().filter_map(|f| f.span).map(|s| s.of(row)).collect::<Vec<_>>()
        );
    }
}

/// The first fix of every finding, applied from the end, gives `after`.
#[track_caller]
pub fn fixes(rule: &Rule, before: &str, after: &str) {
    let mut text = before.to_owned();
    let mut fixes: Vec<_> = run(rule, before).into_iter().filter_map(|found| found.fixes.into_iter().next()).collect();
    fixes.sort_by_key(|fix| std::cmp::Reverse(fix.span.start));
    for fix in fixes {
        text.replace_range(fix.span.start..fix.span.end, &fix.replacement);
    }
    assert_eq!(text, after, "{} on: {before}", rule.id);
}

/// Each row, in this language, has the signal, at the marked words if any are marked.
#[track_caller]
pub fn has(signal: &Signal, lang: Lang, rows: &[&str]) {
    for row in rows {
        let (text, expected) = unmark(row);
        let found = (signal.find)(&Note::new(&text, Some(lang)));
        assert!(found.is_some(), "{} is not seen in: {row}", signal.id);
        if let Some(expected) = expected.first() {
            assert_eq!(found.unwrap().of(&text), expected, "{} in: {row}", signal.id);
        }
    }
}

/// No row, in this language, has the signal.
#[track_caller]
pub fn lacks(signal: &Signal, lang: Lang, rows: &[&str]) {
    for row in rows {
        let found = (signal.find)(&Note::new(row, Some(lang)));
        assert!(found.is_none(), "{} is seen at {:?} in: {row}", signal.id, found.map(|span| span.of(row)));
    }
}
