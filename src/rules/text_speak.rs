//! Finds chat spellings (u, pls, thx, gonna) and three or more emoji.

use crate::excise;
use crate::lexicon;
use crate::message::say;
use crate::note::Note;
use crate::rule::{Findings, Fix, Rule, Safety, Severity, page};
use crate::text::{Shape, Span, WordKind};
use crate::text::{case, marks};

/// The rule.
pub const RULE: Rule = Rule {
    id: "text-speak",
    severity: Severity::Suggestion,
    doc: page! {
        title: "Chat spelling",
        summary: "Chat spellings such as “u” and “pls”, or three and more emoji.",
        why: "The words in full show that you took a moment for this person.",
        source: "How to Write a LinkedIn Invitation, comment 4: invitations that are not professionally written.",
        misses: "Short forms that are also words or initials, and those of languages that we do not know.",
        bad: &["Hi Ines, we both restore tide mills in Brittany, and I would love to connect to compare notes on repairs. Thx for ur time"],
        good: &["Hi Ines, we both restore tide mills in Brittany, and I would love to connect to compare notes on repairs 🙂"],
    },
    check,
};

/// So many emoji are too many.
const MANY_EMOJI: usize = 3;

fn check(note: &Note, out: &mut Findings) {
    for hit in note.hits_unless(RULE.id, "flag", "veto") {
        let span = note.mark(hit);
        let written = span.of(note.text());
        // "UR" and "PM" in capitals are initials.
        let word = note.words().get(hit.mark_first);
        if word.is_some_and(|word| {
            word.shape == Shape::Upper && word.span.len() > 1 && word.span.len() < 4 && !["OMG", "LFG"].contains(&written)
        }) {
            continue;
        }
        let fix = match in_full(note, hit.mark_first, hit.mark_end) {
            Some(full) => Fix::write(full, span, like(written, full), Safety::Safe),
            None => Fix::drop(say!("Leave it out"), excise::with_space(note.text(), span, " "), Safety::Suggest),
        };
        out.push(span, say!("“$1” belongs in a chat; the full words read better here.", written), vec![fix]);
    }
    let emoji: Vec<Span> = note.words().iter().filter(|word| word.kind == WordKind::Emoji).map(|word| word.span).collect();
    if let (true, [.., last]) = (emoji.len() >= MANY_EMOJI, emoji.as_slice()) {
        let runs = emoji_tail(note, &emoji);
        let fix = Fix::drop(say!("Keep the first"), runs, Safety::Suggest);
        let whole = emoji.first().copied().unwrap_or(*last).join(*last);
        // Emoji all over the note: each but the first would have to go; one at a time.
        let fixes = if runs.is_empty() { Vec::new() } else { vec![fix] };
        out.push(if runs.is_empty() { whole } else { whole.join(runs) }, say!("One emoji is friendly; this many read like a chat."), fixes);
    }
}

/// From after the first emoji to the last one, when nothing but emoji and white space lies between; else the last two.
fn emoji_tail(note: &Note, emoji: &[Span]) -> Span {
    let (Some(first), Some(last)) = (emoji.first(), emoji.last()) else { return Span::default() };
    let between = Span::new(first.end, last.end);
    let only_emoji = note.words().iter().filter(|word| between.contains(word.span)).all(|word| word.kind == WordKind::Emoji);
    if only_emoji { between } else { excise::with_space(note.text(), emoji.get(2).map_or(*last, |third| third.join(*last)), " ") }
}

/// The full form of a chat spelling in the language of the note.
fn in_full(note: &Note, first: usize, end: usize) -> Option<&'static str> {
    let words = note.words().get(first..end)?;
    let chat: Vec<&str> = words.iter().map(|word| note.folded(word)).collect();
    let chat = chat.join(" ");
    lexicon::meaning(Some(note.language()?), "text-speak-full", &chat)
}

/// `full` with a capital if the chat spelling has one.
fn like(written: &str, full: &str) -> String {
    if marks::first_is(written, char::is_uppercase) { case::capital(full) } else { full.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rule_tests::{fixes, flags, passes};

    #[test]
    fn chat_in_every_language() {
        flags(
            &RULE,
            &[
                "⟦Thx⟧ for ⟦ur⟧ post, ⟦gonna⟧ read it",
                "⟦vllt⟧ vernetzen wir uns, ⟦lg⟧ Jana",
                "tu peux regarder ⟦stp⟧ ? ⟦slt⟧",
                "yo ⟦tmb⟧ soy maestro, gracias por tu charla",
                "você ⟦tbm⟧ trabalha com isso, ⟦blz⟧",
                "ti scrivo ⟦xké⟧ insegno anch'io, ⟦cmq⟧ piacere",
                "ik ga het ⟦ff⟧ proberen, ⟦mss⟧ linken we",
            ],
        );
        flags(&RULE, &["Love it ⟦🌸🌿🤰⟧"]);
    }

    #[test]
    fn initials_and_single_emoji() {
        passes(
            &RULE,
            &["Your UR team in the US and the R lab", "Vitamin K and type 2 diabetes", "Nice one 🙂 thanks 👍", "We met at the K fair"],
        );
    }

    #[test]
    fn words_in_full() {
        fixes(&RULE, "Pls have a look at ur page", "Please have a look at your page");
        fixes(&RULE, "Love it 🌸🌿🤰", "Love it 🌸");
    }
}
