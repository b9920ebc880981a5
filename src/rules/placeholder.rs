//! Finds an unfilled template slot: `[Name]`, `{{first_name}}`, `<company>`, `Hi ____`, `XYZ`, `Hi null`.
//!
//! What counts as a slot is known to the text layer, since other rules must not take one for a name; see [`crate::text::slots`].

use crate::excise;
use crate::message::say;
use crate::note::Note;
use crate::rule::{Findings, Fix, Rule, Safety, Severity, page};
use crate::text::fold::fold;
use crate::text::{Span, WordKind, find};

/// The rule.
pub const RULE: Rule = Rule {
    id: "placeholder",
    severity: Severity::Error,
    doc: page! {
        title: "Unfilled placeholder",
        summary: "A slot of a template that nobody has filled in.",
        why: "One empty slot tells the reader that the note went to hundreds of people, and that nobody read it before sending.",
        source: "How to Write a LinkedIn Invitation, comment 8: it was obviously a form letter.",
        misses: "Slots without brackets or capitals, such as “Hi name”; leftovers of gender forms are let pass on purpose.",
        bad: &["Hi [First Name], we both restore tide mills in Brittany, and I would like to connect to compare notes on repairs."],
        good: &["Hi Ines, we both restore tide mills in Brittany, and I would like to connect to compare notes on repairs."],
    },
    check,
};

fn check(note: &Note, out: &mut Findings) {
    for word in note.words().iter().filter(|word| word.kind == WordKind::Slot) {
        report(note, word.span, out);
    }
    for hit in note.hits(RULE.id, "flag") {
        report(note, note.mark(hit), out);
    }
}

fn report(note: &Note, span: Span, out: &mut Findings) {
    let slot = span.of(note.text());
    let mut fixes = Vec::new();
    if let Some(name) = first_name(note).filter(|_| asks_for_name(slot)) {
        fixes.push(Fix::write(name, span, name.to_owned(), Safety::Safe));
    }
    fixes.push(Fix::drop(say!("Take it out"), excise::with_space(note.text(), span, " "), Safety::Ask));
    out.push(span, say!("“$1” still waits to be filled in.", slot), fixes);
}

/// The recipient's first name, if the page gives one.
fn first_name<'n>(note: &'n Note) -> Option<&'n str> {
    note.frame().recipient.as_deref()?.split_whitespace().find(|part| !part.ends_with('.'))
}

/// Whether the slot is for a person's name, in any of our languages.
fn asks_for_name(slot: &str) -> bool {
    let folded = fold(slot);
    let others =
        ["company", "firm", "last", "sur", "nach", "achter", "cognome", "empresa", "sobre", "societe", "azienda", "sender", "your"];
    let names = ["name", "nom", "naam", "null"];
    names.iter().any(|name| find::contains(&folded, name)) && !others.iter().any(|other| find::contains(&folded, other))
        || folded.starts_with("__")
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rule_tests::{fixes, flags, passes};

    #[test]
    fn slots_in_every_dress() {
        flags(
            &RULE,
            &[
                "Hi ⟦[Name]⟧, I saw ⟦{{company}}⟧ grow.",
                "Dear ⟦(surname)⟧, greetings from Delft.",
                "Hello ⟦FNAME⟧, good work at ⟦XYZ⟧ Ltd.",
                "Hi ⟦null⟧, shall we connect?",
                "Hallo ⟦<Vorname>⟧, schöne Grüße",
            ],
        );
    }

    #[test]
    fn brackets_that_say_something() {
        passes(
            &RULE,
            &[
                "printed as recieved [sic] again",
                "we met (in Leeds)",
                "the null hypothesis in your paper",
                "ravi(e) de vous lire",
                "2 < 3 and 5 > 4",
                "from one KLM CARGO hand to another",
                "Love from Whitby. Nan xxx",
            ],
        );
    }

    #[test]
    fn taken_out_with_its_space() {
        fixes(&RULE, "Hi [Name], good to see you.", "Hi, good to see you.");
    }
}
