//! Finds notes that say the two met, spoke, worked or studied together, but neither where nor when nor at what.

use crate::excise;
use crate::lexicon::Hit;
use crate::message::say;
use crate::note::Note;
use crate::rule::{Findings, Rule, Severity, page};
use crate::text::marks;

/// The rule.
pub const RULE: Rule = Rule {
    id: "vague-meeting",
    severity: Severity::Warning,
    doc: page! {
        title: "Met, but where?",
        summary: "Says that you met, spoke, worked or studied together, but not where, when or at what.",
        why: "People meet many others and soon forget whom. A place or a day brings your face back; without one they are left to guess.",
        source: "Great Resumes Fast, 2009, comment 11: hard to recollect; How to Write a LinkedIn Invitation, comment 10: seventeen people met at one event.",
        misses: "A place that only the two of you would know by its name in lower case.",
        bad: &["Hi Ewa, it was great to meet you! I bind books in Lublin, so I'd love to keep in touch."],
        good: &["Hi Ewa, it was great to meet you at the paper market in Lublin on Sunday. I'd love to keep in touch about vellum."],
    },
    check,
};

fn check(note: &Note, out: &mut Findings) {
    let Some(hit) = unplaced(note) else {
        return;
    };
    let mark = note.mark(hit);
    let sentence = note.sentence_of(hit);
    // "We met at [where]": the place is yet to be filled in, and `placeholder` says so.
    if marks::has(excise::sentence_span(note, sentence).of(note.text()), "[{<_") {
        return;
    }
    let drop = excise::drop_sentences(note, say!("Drop it"), &[sentence]);
    out.push(mark, say!("“$1”: say where or when, so that they can place you.", mark.of(note.text())), vec![drop]);
}

/// The first meeting of the note, when no place, day or occasion stands in the sentence of any meeting that it tells of.
pub(crate) fn unplaced(note: &Note) -> Option<Hit> {
    let greeting = excise::after_greeting(note, 0);
    let anchors = note.hits(RULE.id, "anchor");
    let placed = |sentence| anchors.iter().any(|&at| at.first >= greeting && note.sentence_of(at) == sentence);
    let meetings = note.hits_unless(RULE.id, "flag", "veto");
    meetings.first().copied().filter(|_| !meetings.iter().any(|&hit| placed(note.sentence_of(hit))))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rule_tests::{fixes, flags, passes};

    #[test]
    fn met_somewhere_some_time() {
        flags(
            &RULE,
            &[
                "Nice meeting you the other day!",
                "We met a while ago and I enjoyed it.",
                "We used to work together, remember?",
                "It was great talking to you!",
                "You handed me your card.",
                "Great to work with you back then!",
                "You and I did that course together.",
                "I was the one with the red umbrella, you were the one who laughed.",
                "Wir haben uns mal kennengelernt.",
                "Schön war's, dich wiederzusehen!",
                "Nous avons travaillé ensemble par le passé.",
                "Trocámos umas palavras há tempos.",
                "Nous nous sommes rencontrés il y a longtemps.",
                "Nos conocimos hace tiempo.",
                "A gente já se conheceu, lembra?",
                "Ci siamo conosciuti tempo fa.",
                "Leuk je gesproken te hebben!",
            ],
        );
    }

    #[test]
    fn a_place_a_day_or_an_occasion_is_enough() {
        passes(
            &RULE,
            &[
                "Nice meeting you at the book fair in Turin!",
                "We met on Tuesday by the kiln.",
                "Hi Ines, we met at [where you met].",
                "We worked together at Saab until 2019.",
                "Great chat at your stand yesterday.",
                "Wir haben uns auf der Messe kennengelernt.",
                "Nos conocimos en el congreso de Lima.",
                "I'd love to meet you one day.",
            ],
        );
    }

    #[test]
    fn dropping_it_keeps_the_rest() {
        fixes(&RULE, "Hi Ewa, nice meeting you! I bind books.", "Hi Ewa, I bind books.");
    }
}
