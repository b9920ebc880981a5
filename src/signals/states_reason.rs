//! Credits a purpose or cause for this connection that is tied to this person.

use super::{Balance, first_filled, offers_value, polite_ask};
use crate::message::text;
use crate::note::Note;
use crate::rule::{Lack, Severity, Signal, page};
use crate::text::Span;

/// The signal.
pub const SIGNAL: Signal = Signal {
    id: "states-reason",
    title: text!("Says why you want to connect"),
    doc: page! {
        title: "No reason given",
        summary: "The note does not say why you want to connect with this very person.",
        why: "A reason is what turns a stranger’s request into one that is worth a yes.",
        source: "Great Resumes Fast, 2009: let them know why; How to Write a LinkedIn Invitation: give me a reason.",
        misses: "A reason that only the two of you can read between the lines.",
        bad: &["Hi Ines, I read your piece on tide mills. Would love to connect."],
        good: &["Hi Ines, I restore tide mills too and would like to connect to compare notes on repairs."],
    },
    lack: Lack {
        id: "no-reason",
        severity: Severity::Warning,
        message: text!("You could say why you want to connect with this very person: what you hope to hear, do or share."),
    },
    find,
};

/// See the sections of points in the phrase file.
const BALANCE: Balance = Balance { doubt: -2, enough: 9 };

fn find(note: &Note) -> Option<Span> {
    let said = first_filled(note, SIGNAL.id).or_else(|| offer_with_a_wish(note)).or_else(|| plan_for_them(note));
    BALANCE.settle(note, SIGNAL.id, said)
}

/// An offer in a note that also asks to connect is why one asks.
fn offer_with_a_wish(note: &Note) -> Option<Span> {
    (offers_value::SIGNAL.find)(note).filter(|_| (polite_ask::SIGNAL.find)(note).is_some())
}

/// A plan of one's own in a note that names something of this very person.
fn plan_for_them(note: &Note) -> Option<Span> {
    let plan = note.hits(SIGNAL.id, "plan").first().map(|hit| note.mark(*hit));
    plan.filter(|_| note.any("their-work", "flag"))
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
                "I'd love to connect so I can follow your research on bats.",
                "I'm hoping to learn how you moved into UX.",
                "I'm reaching out because I'm writing a book about lighthouses.",
                "I'd like to ask you about your time at Arup.",
                "I'm trying to meet more beekeepers in Kent.",
                "I'm interested in the nurse role you posted.",
                "As a new manager I'm looking to learn from people who run big teams.",
                "I'd welcome your thoughts on apprenticeship pay.",
                "We're looking for a translator for our museum, and your name came up.",
                "Would love to hear more about your work at Shelter.",
                "I'm exploring a move into hospice care and would value your perspective.",
                "Since we'll both be at the Turin fair, it would be good to connect beforehand.",
                "I'd be keen to know how the merger went for you.",
                "Hoping to exchange experiences about rural broadband.",
                "I'm building a community of museum educators.",
            ],
        );
        lacks(
            &SIGNAL,
            Lang::En,
            &[
                "I would love to connect.",
                "I'd like to add you to my network.",
                "I want to grow my network.",
                "Loved your talk. Let's connect!",
                "It would be great to stay in touch.",
                "I hope to hear from you soon.",
            ],
        );
    }

    #[test]
    fn german() {
        has(
            &SIGNAL,
            Lang::De,
            &[
                "Ich würde gern mehr über Ihre Forschung erfahren.",
                "Ich suche Kontakt zu anderen Hebammen.",
                "Deshalb schreibe ich Ihnen.",
                "Mich interessiert, wie Sie das geschafft haben.",
                "Ich möchte mich mit Ihnen über Bodenproben austauschen.",
                "Ich schreibe gerade eine Arbeit über Deiche und Ihre Studie hilft mir sehr.",
            ],
        );
        lacks(&SIGNAL, Lang::De, &["Ich würde mich freuen, mich mit Ihnen zu vernetzen.", "Ich möchte mein Netzwerk erweitern."]);
    }

    #[test]
    fn french() {
        has(
            &SIGNAL,
            Lang::Fr,
            &[
                "J'aimerais en savoir plus sur vos recherches.",
                "Je cherche à rencontrer d'autres apiculteurs.",
                "Je vous écris car je prépare un livre sur les phares.",
                "Votre avis sur la réforme m'intéresserait.",
                "Ce serait un plaisir d'échanger sur la pédagogie.",
            ],
        );
        lacks(&SIGNAL, Lang::Fr, &["J'aimerais vous ajouter à mon réseau.", "Je souhaite élargir mon réseau."]);
    }

    #[test]
    fn spanish() {
        has(
            &SIGNAL,
            Lang::Es,
            &[
                "Me gustaría saber cómo llegaste a ese puesto.",
                "Busco personas que restauren barcos.",
                "Te escribo porque preparo un libro sobre faros.",
                "Quisiera conocer tu opinión sobre el tema.",
                "Conectemos para intercambiar ideas sobre riego.",
            ],
        );
        lacks(&SIGNAL, Lang::Es, &["Me gustaría conectar contigo.", "Quiero ampliar mi red."]);
    }

    #[test]
    fn portuguese() {
        has(
            &SIGNAL,
            Lang::Pt,
            &[
                "Gostaria de saber como você chegou lá.",
                "Procuro pessoas que restaurem barcos.",
                "Queria conversar sobre irrigação.",
                "Quero aprender mais sobre o seu projeto.",
            ],
        );
        lacks(&SIGNAL, Lang::Pt, &["Gostaria de me conectar com você.", "Quero ampliar minha rede."]);
    }

    #[test]
    fn italian() {
        has(
            &SIGNAL,
            Lang::It,
            &[
                "Vorrei sapere come sei arrivata lì.",
                "Cerco persone che restaurano barche.",
                "Mi piacerebbe confrontarmi con te sull'irrigazione.",
                "Ti scrivo perché preparo un libro sui fari.",
            ],
        );
        lacks(&SIGNAL, Lang::It, &["Vorrei aggiungerti alla mia rete."]);
    }

    #[test]
    fn dutch() {
        has(
            &SIGNAL,
            Lang::Nl,
            &[
                "Ik ben benieuwd hoe je dat hebt aangepakt.",
                "Ik zoek mensen die boten restaureren.",
                "Ik zou graag meer horen over je onderzoek.",
                "Ik schrijf je omdat ik een boek maak over vuurtorens.",
            ],
        );
        lacks(&SIGNAL, Lang::Nl, &["Ik zou graag contact leggen.", "Ik wil mijn netwerk uitbreiden."]);
    }
}
