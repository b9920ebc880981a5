//! Finds orders, pressure and blame.

use super::requests::{Instead, one_a_sentence, ways_out};
use crate::message::{Message, say};
use crate::note::Note;
use crate::rule::{Findings, Rule, Severity, page};

/// The rule.
pub const RULE: Rule = Rule {
    id: "demanding",
    severity: Severity::Warning,
    doc: page! {
        title: "Orders or presses",
        summary: "The recipient is ordered, pressed or blamed.",
        why: "Nobody owes a stranger a yes. A question leaves the choice to them, and a free choice is likelier to be a friendly one.",
        source: "How to Write a LinkedIn Invitation, its story of “Would you mind connecting?”; Great Resumes Fast, 2009, comment 28.",
        misses: "Pressure in a polite dress, irony, and threats that name nothing.",
        bad: &["Rolf, we share the reading room at the Ibsen museum. Accept my invite by Friday."],
        good: &["Rolf, we share the reading room at the Ibsen museum. Would you mind connecting?"],
    },
    check,
};

fn check(note: &Note, out: &mut Findings) {
    for hit in one_a_sentence(note, note.hits_unless(RULE.id, "flag", "veto")) {
        let span = note.span(hit.first..hit.end);
        let fixes = ways_out(note, note.sentence_of(hit), hit.end, Instead::Connect);
        out.push(span, message(span.of(note.text())), fixes);
    }
}

pub(super) fn message(words: &str) -> Message {
    say!("“$1” presses a person who owes you nothing; ask instead.", words)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rule_tests::{fixes, flags, passes};

    #[test]
    fn orders_deadlines_blame() {
        flags(
            &RULE,
            &[
                "Everybody else has accepted, except you.",
                "What's so hard about a yes?",
                "Accept my invite.",
                "You have to connect with me.",
                "Reply by Friday.",
                "Why haven't you answered?",
                "Stop ignoring me.",
                "Call me back today.",
                "I expect an answer by noon.",
                "Don't be rude and click accept.",
                "Connect with me ASAP.",
                "Approve. I have shops to run.",
                "Any decent weaver would have replied by now.",
                "Three months of silence, Jo?",
            ],
        );
    }

    #[test]
    fn polite_wishes_and_other_senses() {
        passes(
            &RULE,
            &[
                "Please accept my invitation.",
                "I hope you accept my invite.",
                "Would you like to connect?",
                "No rush and no need to reply.",
                "Don't hesitate to write.",
                "You must be proud of the mill.",
                "I must say your urgent care wing is a model.",
                "You have to see the looms in Ghent one day.",
                "I'd be glad if you accepted.",
            ],
        );
    }

    #[test]
    fn it_becomes_a_question() {
        fixes(&RULE, "We both weave, Jo. Accept my invite.", "We both weave, Jo.");
        fixes(&RULE, "Accept my invite now!", "May I connect?");
    }

    #[test]
    fn in_every_language() {
        flags(
            &RULE,
            &[
                "Akzeptieren Sie endlich.",
                "Warum antworten Sie nicht?",
                "Acceptez tout de suite.",
                "Pourquoi ne répondez-vous pas ?",
                "Acepta ya mi invitación, que llevo un mes aquí.",
                "Le exijo una respuesta sobre los molinos.",
                "Aceite logo o meu convite, por que você não responde?",
                "Não me ignore.",
                "Accetta subito il mio invito, che aspetto da un mese.",
                "Esigo una risposta sui mulini di Gand.",
                "Accepteer nu mijn verzoek, ik wacht al een maand.",
                "Waarom reageer je niet?",
            ],
        );
        passes(
            &RULE,
            &[
                "Ich würde mich freuen, wenn Sie annehmen.",
                "Je serais heureux que vous acceptiez.",
                "Espero que acepte mi invitación.",
                "Espero que aceite o meu convite.",
                "Spero che accetti il mio invito.",
                "Ik hoop dat u mijn verzoek accepteert.",
            ],
        );
    }
}
