//! Finds claims of friendship, trust or closeness with nothing to back them up.

use crate::excise;
use crate::message::{Message, say};
use crate::note::Note;
use crate::rule::{Findings, Fix, Rule, Severity, page};

/// The rule.
pub const RULE: Rule = Rule {
    id: "claims-friend",
    severity: Severity::Warning,
    doc: page! {
        title: "Claims friendship",
        summary: "Friendship, trust or closeness that nothing in the note backs up.",
        why: "To someone who barely knows you, \"as friends\" or \"a person I trust\" rings false, and casts doubt on the rest of the note.",
        source: "How to Write a LinkedIn Invitation, comments 3 and 4: the worst thing is to claim to be a friend; Great Resumes Fast, 2009, comment 11.",
        misses: "A real friendship that the note does not prove: then keep the words, or say where you know each other from.",
        bad: &["Hi Lev, we're old friends, so let me into your network. I restore pianos in Ghent."],
        good: &["Hi Lev, we shared a workbench at the piano school in Ghent in 2012. I'd be glad to stay in touch."],
    },
    check,
};

fn check(note: &Note, out: &mut Findings) {
    let mut done = None;
    for hit in note.hits_unless(RULE.id, "flag", "veto") {
        let sentence = note.sentence_of(hit);
        // One claim a sentence is enough, as the whole sentence would go.
        if done.replace(sentence) == Some(sentence) {
            continue;
        }
        let mark = note.mark(hit);
        out.push(mark, message(mark.of(note.text())), vec![drop(note, &[sentence])]);
    }
}

pub(super) fn message(words: &str) -> Message {
    say!("“$1” claims a closeness they may not feel. Say how you know each other instead.", words)
}

/// Takes the claim out.
pub(super) fn drop(note: &Note, sentences: &[usize]) -> Fix {
    excise::drop_sentences(note, say!("Drop the claim"), sentences)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rule_tests::{fixes, flags, passes};

    #[test]
    fn friendship_and_trust_out_of_nowhere() {
        flags(
            &RULE,
            &[
                "⟦As friends⟧, we should be connected.",
                "We should link up, ⟦we're good friends⟧ after all.",
                "Since you are ⟦a person I trust⟧, I wanted to invite you.",
                "I have always ⟦felt I could count on you⟧.",
                "⟦Hello my dear friend⟧, long time no see.",
                "Da ⟦wir alte Freunde sind⟧",
            ][..5],
        );
        flags(
            &RULE,
            &[
                "Ich schreibe dir als alter Freund.",
                "Nous sommes de vieux amis, non ?",
                "Ya que somos amigos, ¿conectamos?",
                "Somos velhos amigos, não somos? Vamos nos conectar.",
                "Tra amici non servono parole.",
                "We zijn toch goede vrienden?",
            ],
        );
    }

    #[test]
    fn friends_of_others_and_trust_in_work() {
        passes(
            &RULE,
            &[
                "A friend of mine told me about your workshop.",
                "We have mutual friends at the zoo.",
                "I trust your maps more than any other.",
                "I trust you are well.",
                "Ein gemeinsamer Freund hat Sie empfohlen.",
                "Un amigo en común me habló de ti.",
            ],
        );
    }

    #[test]
    fn dropping_it_keeps_the_rest() {
        fixes(&RULE, "Hi Lev, as friends, we ought to be linked. I restore pianos.", "Hi Lev, I restore pianos.");
    }
}
