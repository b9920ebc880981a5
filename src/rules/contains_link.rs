//! Finds web and e-mail addresses, phone numbers and handles.
//!
//! A firm that is styled as a domain and read as a name ("I saw Booking.com grow") is no link.

use crate::excise;
use crate::message::say;
use crate::note::Note;
use crate::rule::{Findings, Fix, Rule, Safety, Severity, page};
use crate::text::{Span, WordKind, find, marks};

/// The rule.
pub const RULE: Rule = Rule {
    id: "contains-link",
    severity: Severity::Suggestion,
    doc: page! {
        title: "Link or contact details",
        summary: "A web address, an e-mail address, a phone number or a handle.",
        why: "A link in a first note reads like spam, and your profile shows your contact details anyway.",
        source: "How to Write a LinkedIn Invitation, comments 7 and 8: links make an invitation look like spam.",
        misses: "A firm whose name is a domain, read as a name; addresses spelled out in words.",
        bad: &[
            "Hi Mara, we both teach ceramics in Delft, and I liked your glaze tests. Mine are at https://glaze.example/tests. May I connect?",
        ],
        good: &["Hi Mara, we both teach ceramics in Delft, and I liked your glaze tests. May I connect to swap recipes?"],
    },
    check,
};

fn check(note: &Note, out: &mut Findings) {
    for word in note.words() {
        let text = word.span.of(note.text());
        if word.kind == WordKind::Link && !is_name(note, text, word.span) {
            report(note, word.span, text, out);
        }
    }
    for (span, text) in phones(note).into_iter().chain(handles(note)) {
        report(note, span, text, out);
    }
}

fn report(note: &Note, span: Span, text: &str, out: &mut Findings) {
    let fix = Fix::drop(say!("Drop it"), excise::with_space(note.text(), span, " \u{a0}"), Safety::Suggest);
    let message = say!("“$1” can wait: links in a first note look like spam, and your profile shows how to reach you.", text);
    out.push(span, message, vec![fix]);
}

/// A bare domain with a capital, or after a word that a firm's name follows, is read as a name.
fn is_name(note: &Note, text: &str, span: Span) -> bool {
    if find::contains(text, "://") || marks::has(text, "@/") || text.starts_with("www.") {
        return false;
    }
    let before = note.text().get(..span.start).unwrap_or_default().trim_end();
    let previous = marks::behind(before, &char::is_whitespace);
    marks::first_is(text, char::is_uppercase) || ["with", "bei", "chez", "presso", "bij"].contains(&previous)
}

/// Local numbers and runs of at least eight digits with the marks that phone numbers have.
fn phones<'t>(note: &Note<'t>) -> Vec<(Span, &'t str)> {
    let text = note.text();
    let mut out = Vec::new();
    let mut start = None;
    let mut last_digit = 0;
    let mut digits = 0;
    for (at, c) in text.char_indices().chain([(text.len(), '\n')]) {
        let inside = start.is_some();
        if c.is_ascii_digit() {
            digits += 1;
            last_digit = at + 1;
            start.get_or_insert(at);
        } else if matches!(c, '+' | '(') && !inside {
            start = Some(at);
        } else if !(inside && matches!(c, ' ' | '-' | '.' | '(' | ')' | '/' | '\u{a0}')) {
            if let Some(from) = start.take()
                && (digits >= 8 || is_local_number(Span::new(from, last_digit).of(text)))
            {
                let span = Span::new(from, last_digit);
                let in_link = note.words().iter().any(|word| word.kind == WordKind::Link && word.span.overlaps(span));
                if !in_link && !is_years_or_amount(span.of(text)) {
                    out.push((span, span.of(text)));
                }
            }
            digits = 0;
        }
    }
    out
}

/// "555-0134": three digits, a hyphen, four digits.
fn is_local_number(text: &str) -> bool {
    find::split_once(text, "-")
        .is_some_and(|(head, tail)| head.len() == 3 && tail.len() == 4 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-'))
}

/// "2019 - 2021", "12.000.000", "12.05.2024": no phone number.
fn is_years_or_amount(text: &str) -> bool {
    let groups = marks::runs(text, &|c| c.is_ascii_digit());
    let years = groups.iter().all(|group| group.len() == 4 && (group.starts_with("19") || group.starts_with("20")));
    let thousands =
        groups.len() > 2 && groups.iter().skip(1).all(|group| group.len() == 3) && marks::has(text, ".") && !text.starts_with('+');
    let date =
        groups.len() == 3 && groups.iter().any(|group| group.len() == 4) && groups.iter().all(|group| group.len() != 3) && text.len() <= 10;
    years || thousands || date
}

/// `@name` with at least three characters, not part of an address.
fn handles<'t>(note: &Note<'t>) -> Vec<(Span, &'t str)> {
    let text = note.text();
    let mut out = Vec::new();
    for (at, _) in text.char_indices().filter(|(_, c)| *c == '@') {
        let free = text.get(..at).unwrap_or_default().chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        let name = text.get(at + 1..).unwrap_or_default();
        let length = marks::run(name, &|c| c.is_alphanumeric() || matches!(c, '_' | '.'));
        let span = Span::new(at, at + 1 + marks::trim_end(name.get(..length).unwrap_or_default(), ".").len());
        if free && span.len() > 3 {
            out.push((span, span.of(text)));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rule_tests::{fixes, flags, passes};

    #[test]
    fn addresses_of_every_kind() {
        flags(
            &RULE,
            &[
                "Look at ⟦https://a.example/x?y=1⟧ please",
                "Write to ⟦me@firm.example⟧.",
                "Text ⟦555-0134⟧ for work",
                "Call ⟦+49 170 1234567⟧ or find ⟦@maker_anna⟧",
                "I post on ⟦glaze.io⟧ weekly",
                "the list is at ⟦looms.com.au⟧ now",
            ],
        );
    }

    #[test]
    fn names_years_and_amounts() {
        passes(
            &RULE,
            &[
                "I saw Booking.com grow",
                "you led it 2015 - 2021",
                "we moved 12.000.000 tons",
                "we met.Great talk",
                "at 10:30 on 12.05.2024 we spoke",
            ],
        );
    }

    #[test]
    fn dropping_it_leaves_a_clean_note() {
        fixes(&RULE, "My page is https://a.example here", "My page is here");
    }
}
