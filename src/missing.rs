//! What a note lacks: the findings about the whole note, one for each group of signals that it has none of.
//!
//! They come from the signals' own table ([`crate::rule::Lack`]), so that a new signal brings its finding, its page and
//! its line of the checklist with it. They are offers, not problems: an empty note gets none.

use crate::note::Note;
use crate::report::Finding;
use crate::rule::{Severity, Signal};
use crate::signals::SIGNALS;

/// A sign-off is offered only when so many UTF-16 units are left: "All the best," and a name.
const ROOM_FOR_SIGN_OFF: isize = 24;

/// Rules that ask the recipient for something; a note that asks and gives nothing is a one-way street.
const ASKING_RULES: &[&str] = &["asks-for-job", "asks-for-favor", "asks-for-invitation"];

/// Whether a rule is about something that a note lacks.
pub fn is_missing(rule: &str) -> bool {
    SIGNALS.iter().any(|signal| signal.lack.id == rule)
}

/// The signals whose rule is the first with its id: one for each line of the checklist.
pub fn checklist() -> impl Iterator<Item = &'static Signal> {
    SIGNALS
        .iter()
        .enumerate()
        .filter(|(at, signal)| SIGNALS.iter().take(*at).all(|before| before.lack.id != signal.lack.id))
        .map(|(_, signal)| *signal)
}

/// What the note lacks, from the ids of the signals that it has and of the rules that fired; `is_on` tells which rules are switched on.
pub fn missing(note: &Note, present: &[&str], fired: &[&str], is_on: impl Fn(&str) -> bool) -> Vec<Finding> {
    if note.is_blank() {
        return Vec::new();
    }
    checklist()
        .filter(|signal| is_on(signal.lack.id))
        .filter(|signal| !SIGNALS.iter().any(|other| other.lack.id == signal.lack.id && present.contains(&other.id)))
        .filter(|signal| signal.lack.id != "no-sign-off" || note.frame().count.remaining() >= ROOM_FOR_SIGN_OFF)
        .map(|signal| {
            let asks = signal.lack.id == "one-way" && ASKING_RULES.iter().any(|rule| fired.contains(rule));
            Finding {
                rule: signal.lack.id,
                severity: if asks { Severity::Warning } else { signal.lack.severity },
                title: signal.doc.title,
                at: None,
                message: signal.lack.message.into(),
                why: signal.doc.why,
                fixes: Vec::new(),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::{Context, review};

    fn lacks(text: &str, limit: usize) -> Vec<&'static str> {
        let context = Context { limit: crate::count::Limit { units: limit, ..Default::default() }, ..Default::default() };
        review(text, &context).findings.into_iter().map(|finding| finding.rule).filter(|rule| is_missing(rule)).collect()
    }

    #[test]
    fn an_empty_note_is_not_scolded() {
        assert!(lacks("", 300).is_empty());
        assert!(lacks(" \n", 300).is_empty());
    }

    #[test]
    fn a_bare_note_lacks_it_all() {
        let all: Vec<&str> = checklist().map(|signal| signal.lack.id).collect();
        assert_eq!(all, ["no-greeting", "no-common-link", "no-reason", "one-way", "no-polite-ask", "no-sign-off"]);
        let mut got = lacks("Nice weather in Bonn", 300);
        got.sort_unstable();
        let mut expected = all;
        expected.sort_unstable();
        assert_eq!(got, expected);
    }

    #[test]
    fn a_sign_off_needs_room() {
        assert!(lacks("Nice weather in Bonn", 300).contains(&"no-sign-off"));
        assert!(!lacks("Nice weather in Bonn", 40).contains(&"no-sign-off"));
    }

    #[test]
    fn either_link_is_enough() {
        assert!(!lacks("We both teach ceramics in Delft", 300).contains(&"no-common-link"));
        assert!(!lacks("I read your book on glazes", 300).contains(&"no-common-link"));
    }

    #[test]
    fn asking_without_giving_weighs_more() {
        let note = Note::new("I need work", None);
        let severity = |fired: &[&str]| {
            missing(&note, &[], fired, |_| true).into_iter().find(|finding| finding.rule == "one-way").map(|finding| finding.severity)
        };
        assert_eq!(severity(&[]), Some(Severity::Suggestion));
        assert_eq!(severity(&["asks-for-job"]), Some(Severity::Warning));
    }
}
