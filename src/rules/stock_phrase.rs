//! Finds praise and filler that would fit anybody.

use crate::excise;
use crate::message::say;
use crate::note::Note;
use crate::rule::{Findings, Rule, Severity, page};

/// The rule.
pub const RULE: Rule = Rule {
    id: "stock-phrase",
    severity: Severity::Hint,
    doc: page! {
        title: "Fits anybody",
        summary: "Praise or filler that could stand in any note: \"your impressive profile\", \"like-minded professionals\".",
        why: "Words that fit everybody tell them that you looked at nobody. One detail of theirs does more than any compliment.",
        source: "Great Resumes Fast, 2009: a blanket invitation; How to Write a LinkedIn Invitation: no interest shown in me.",
        misses: "Filler in words that Connote does not know; praise is let pass where it names a subject.",
        bad: &[
            "Hi Ole, I train guide dogs in Bergen and enjoyed your talk on kennels. You have such an impressive background! May I connect?",
        ],
        good: &["Hi Ole, I train guide dogs in Bergen. Your talk on quiet kennels changed our mornings, so I'd be glad to connect."],
    },
    check,
};

fn check(note: &Note, out: &mut Findings) {
    let mut end = 0;
    for hit in note.hits(RULE.id, "flag") {
        if hit.first < end {
            continue;
        }
        end = hit.end;
        let mark = note.mark(hit);
        let sentence = note.sentence_of(hit);
        let drop = excise::drop_sentences(note, say!("Drop the sentence"), &[sentence]);
        out.push(mark, say!("“$1” fits anybody. What exactly caught your eye?", mark.of(note.text())), vec![drop]);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rule_tests::{fixes, flags, passes};

    #[test]
    fn praise_without_a_subject() {
        flags(
            &RULE,
            &[
                "I was ⟦impressed by your profile⟧.",
                "I love meeting ⟦like-minded people⟧ here.",
                "I want to ⟦expand my network⟧.",
                "Ich bin auf Ihr Profil gestoßen.",
                "Votre parcours très inspirant me parle.",
                "Quiero ampliar mi red.",
            ],
        );
    }

    #[test]
    fn praise_with_a_subject() {
        passes(
            &RULE,
            &[
                "I was impressed by your work on tide mills.",
                "Your background in otter care is what we lack.",
                "We share an interest in slate.",
                "Your impressive career in opera moved me.",
            ],
        );
    }

    #[test]
    fn dropping_it_keeps_the_rest() {
        fixes(&RULE, "Hi Ole, I was impressed by your profile. I train dogs.", "Hi Ole, I train dogs.");
    }
}
