//! Finds the request that the recipient send the invitation.

use super::requests::{Instead, one_a_sentence, ways_out};
use crate::message::say;
use crate::note::Note;
use crate::rule::{Findings, Rule, Severity, page};

/// The rule.
pub const RULE: Rule = Rule {
    id: "asks-for-invitation",
    severity: Severity::Error,
    doc: page! {
        title: "Asks them to invite you",
        summary: "The recipient is asked to send the invitation or to add you.",
        why: "Invitations are few. To want one of theirs spent on you is the surest way to be deleted: send yours.",
        source: "Great Resumes Fast, 2009, the article and comment 26: never ask the other to invite you.",
        misses: "A hint that invitations are welcome, with no request to send one.",
        bad: &["Hi Oda, we both tune carillons, you in Malines and I in Delft. Could you send me an invite?"],
        good: &["Hi Oda, we both tune carillons, you in Malines and I in Delft. I'd like to invite you to my network."],
    },
    check,
};

fn check(note: &Note, out: &mut Findings) {
    for hit in one_a_sentence(note, note.hits_unless(RULE.id, "flag", "veto")) {
        let span = note.span(hit.first..hit.end);
        let fixes = ways_out(note, note.sentence_of(hit), hit.end, Instead::Connect);
        out.push(span, say!("“$1” asks them to spend an invitation on you; send yours instead.", span.of(note.text())), fixes);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rule_tests::{fixes, flags, passes};

    #[test]
    fn send_add_invite() {
        flags(
            &RULE,
            &[
                "⟦Send me an invite⟧ and I'll say yes.",
                "Could you send the request to me?",
                "⟦Please add me⟧.",
                "Would you mind inviting me?",
                "I await your invitation.",
                "Would you connect with me from your side?",
                "It'd be kind if you invited me to your network.",
            ],
        );
    }

    #[test]
    fn the_writers_own_invitation_and_other_senses() {
        passes(
            &RULE,
            &[
                "May I add you?",
                "I'd like to invite you to my network.",
                "Thanks for adding me!",
                "I hope you accept my invitation.",
                "You invited me to speak in Ghent in May.",
                "I was invited to the same panel as you.",
                "I'm sending you an invitation to connect.",
            ],
        );
    }

    #[test]
    fn it_is_turned_round() {
        fixes(&RULE, "We both weave, Jo. Send me an invite.", "We both weave, Jo.");
        fixes(&RULE, "Send me an invite.", "May I connect?");
    }

    #[test]
    fn in_every_language() {
        flags(
            &RULE,
            &[
                "Könnten Sie mich hinzufügen?",
                "Schicken Sie mir bitte eine Anfrage.",
                "Invitez-moi, mon quota est atteint.",
                "Pourriez-vous m'envoyer une invitation ?",
                "Agrégame tú, porque ya no me quedan invitaciones este mes.",
                "No puedo enviarte nada desde aquí. ¿Me mandas la solicitud?",
                "Pode me adicionar?",
                "Manda o convite pra mim.",
                "Da qui non posso più. Mi mandi tu la richiesta?",
                "Aggiungimi, ho finito gli inviti.",
                "Wilt u mij toevoegen?",
                "Stuur mij een uitnodiging.",
            ],
        );
        passes(
            &RULE,
            &[
                "Darf ich Sie hinzufügen?",
                "Danke, dass Sie mich eingeladen haben.",
                "Puis-je vous ajouter ?",
                "Merci de m'avoir ajouté.",
                "¿Puedo agregarte?",
                "Gracias por agregarme.",
                "Posso te adicionar?",
                "Obrigado por me adicionar.",
                "Posso aggiungerti?",
                "Grazie, mi hai aggiunto ieri.",
                "Mag ik u toevoegen?",
                "Bedankt voor de uitnodiging.",
            ],
        );
    }
}
