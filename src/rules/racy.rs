//! Finds remarks on looks, flirting, and attempts at a date.

use crate::excise;
use crate::message::{Message, say};
use crate::note::Note;
use crate::rule::{Findings, Fix, Rule, Severity, page};

/// The rule.
pub const RULE: Rule = Rule {
    id: "racy",
    severity: Severity::Error,
    doc: page! {
        title: "Too personal",
        summary: "A remark on looks, a flirt, or an attempt at a date.",
        why: "People are here to work. A compliment on looks or a date makes the person uneasy, and is a reason to report the note.",
        source: "How to Write a LinkedIn Invitation, comment 4: racy invitations.",
        misses: "Hints that only the two of you can read; a plain dinner among colleagues is let pass.",
        bad: &["Hi Rosa, your smile stopped me in my tracks. I work in shipping too, would you like to connect?"],
        good: &["Hi Rosa, I work in shipping too and liked your talk on port fees. Would you like to connect?"],
    },
    check,
};

fn check(note: &Note, out: &mut Findings) {
    let mut done = None;
    for hit in note.hits_unless(RULE.id, "flag", "veto") {
        let sentence = note.sentence_of(hit);
        // One remark a sentence is enough.
        if done == Some(sentence) {
            continue;
        }
        done = Some(sentence);
        let mark = note.mark(hit);
        out.push(mark, message(mark.of(note.text())), vec![drop(note, &[sentence])]);
    }
}

pub(super) fn message(words: &str) -> Message {
    say!("“$1” is too personal for a first note. Speak of their work instead.", words)
}

/// Takes the remark out.
pub(super) fn drop(note: &Note, sentences: &[usize]) -> Fix {
    excise::drop_sentences(note, say!("Drop it"), sentences)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rule_tests::{fixes, flags, passes};

    #[test]
    fn looks_flirts_and_dates() {
        flags(
            &RULE,
            &[
                "Hello gorgeous, how are you?",
                "You look stunning in that picture.",
                "Those eyes of yours!",
                "Are you single?",
                "Legs like those belong on a stage.",
                "That husband of yours is a lucky man.",
                "Dinner at my place on Friday?",
                "You have no business looking this handsome.",
                "No ring on your finger, I see.",
                "I think I have a crush on you.",
                "Du bist so hübsch!",
                "Vous êtes ravissante.",
                "Tienes unos ojos, preciosa.",
                "Você é uma mulher linda.",
                "Sei bellissima.",
                "Wat een mooie vrouw ben jij.",
            ],
        );
    }

    #[test]
    fn beauty_of_work_is_welcome() {
        passes(
            &RULE,
            &[
                "What a beautiful piece of code.",
                "Your talk on eye surgery helped my patients.",
                "A gorgeous garden you made in Kew.",
                "Would you join our team dinner at the fair?",
                "I loved your photo exhibition.",
                "Your novel's first kiss made me laugh.",
                "I sew lingerie and liked your talk on elastics.",
                "The court you founded in Ghent is our model.",
                "Ihr Foto von der Werft ist großartig.",
                "Bella iniziativa la vostra mostra.",
            ],
        );
    }

    #[test]
    fn dropping_it_keeps_the_rest() {
        fixes(&RULE, "Hi Rosa, you look stunning. I liked your talk on ports.", "Hi Rosa, I liked your talk on ports.");
    }
}
