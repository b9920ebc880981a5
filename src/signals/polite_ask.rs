//! Credits a wish to connect that is put as a question, a wish or with thanks.

use crate::message::text;
use crate::note::Note;
use crate::rule::{Lack, Severity, Signal, page};
use crate::text::Span;

/// The signal.
pub const SIGNAL: Signal = Signal {
    id: "polite-ask",
    title: text!("Asks politely to connect"),
    doc: page! {
        title: "No polite request",
        summary: "The wish to connect is missing, or is not put as a question or a wish.",
        why: "A question or a wish leaves the choice to them; that is pleasant to say yes to.",
        source: "How to Write a LinkedIn Invitation: “Would you mind connecting?”",
        misses: "A request that is only implied by a greeting; “Let’s connect” alone does not count.",
        bad: &["Hi Bo, your post on bog oak taught me to dry it. I carve too, in Leitrim. Anna"],
        good: &["Hi Bo, your post on bog oak taught me to dry it. I carve too, in Leitrim. Would you like to connect? Anna"],
    },
    lack: Lack {
        id: "no-polite-ask",
        severity: Severity::Hint,
        message: text!("You could ask outright, as a question or a wish: “Would you like to connect?”"),
    },
    find,
};

fn find(note: &Note) -> Option<Span> {
    note.first_mark(SIGNAL.id)
}

#[cfg(test)]
mod tests {
    use super::SIGNAL;
    use crate::rule_tests::{has, lacks};
    use crate::text::Lang;

    #[test]
    fn english() {
        has(
            &SIGNAL,
            Lang::En,
            &[
                "Mind if I add you?",
                "I would be honoured to be connected.",
                "Would you be open to connecting?",
                "I'd really appreciate the chance to connect.",
                "Looking forward to connecting with you.",
                "Thanks for considering my invitation.",
                "It would be nice to keep in touch.",
                "Care to connect?",
                "I hope you'll join my network.",
            ],
        );
        lacks(
            &SIGNAL,
            Lang::En,
            &["Let's connect.", "Connect with me.", "I connect buyers with farmers.", "Accept my invite.", "I liked your talk."],
        );
    }

    #[test]
    fn german() {
        has(
            &SIGNAL,
            Lang::De,
            &[
                "Ich würde mich über eine Vernetzung freuen.",
                "Darf ich Sie zu meinen Kontakten hinzufügen?",
                "Gern würde ich mit Ihnen in Kontakt bleiben.",
                "Hätten Sie Lust, sich zu vernetzen?",
            ],
        );
        lacks(&SIGNAL, Lang::De, &["Lass uns vernetzen.", "Nehmen Sie meine Anfrage an."]);
    }

    #[test]
    fn french() {
        has(
            &SIGNAL,
            Lang::Fr,
            &[
                "Je serais heureux de vous compter parmi mes contacts.",
                "Accepteriez-vous de rejoindre mon réseau ?",
                "Au plaisir d'échanger et de rester en contact.",
                "On se connecte ?",
            ],
        );
        lacks(&SIGNAL, Lang::Fr, &["Connectons-nous.", "Acceptez ma demande."]);
    }

    #[test]
    fn spanish() {
        has(
            &SIGNAL,
            Lang::Es,
            &[
                "Me encantaría conectar contigo.",
                "¿Te parece bien si te agrego?",
                "Sería un honor contar con usted entre mis contactos.",
                "Espero que aceptes mi invitación.",
            ],
        );
        lacks(&SIGNAL, Lang::Es, &["Conectemos.", "Acepta mi invitación."]);
    }

    #[test]
    fn portuguese() {
        has(
            &SIGNAL,
            Lang::Pt,
            &["Adoraria me conectar com você.", "Posso te adicionar?", "Seria um prazer tê-la na minha rede.", "Vamos nos conectar?"],
        );
        lacks(&SIGNAL, Lang::Pt, &["Conecte-se comigo."]);
    }

    #[test]
    fn italian() {
        has(
            &SIGNAL,
            Lang::It,
            &[
                "Mi farebbe piacere collegarmi con te.",
                "Posso aggiungerla ai miei contatti?",
                "Sarei felice di restare in contatto.",
                "Ti va di collegarci?",
            ],
        );
        lacks(&SIGNAL, Lang::It, &["Colleghiamoci.", "Accetta il mio invito."]);
    }

    #[test]
    fn dutch() {
        has(
            &SIGNAL,
            Lang::Nl,
            &["Zou je willen connecten?", "Graag voeg ik u toe aan mijn netwerk.", "Het zou leuk zijn om in contact te blijven."],
        );
        lacks(&SIGNAL, Lang::Nl, &["Accepteer mijn verzoek."]);
    }
}
