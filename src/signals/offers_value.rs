//! Credits what the writer can do for the recipient, or what both get from the connection.

use crate::message::text;
use crate::note::Note;
use crate::rule::{Lack, Severity, Signal, page};
use crate::rules::sales_pitch;
use crate::text::{Lang, Span};
use crate::weigh::{Hint, hint, weigh};

/// The signal.
pub const SIGNAL: Signal = Signal {
    id: "offers-value",
    title: text!("Offers something, or gives both something"),
    doc: page! {
        title: "A one-way street",
        summary: "The note does not say what they, or both of you, get from it.",
        why: "A link that serves both is easier to accept than one that serves the writer alone.",
        source: "Great Resumes Fast, 2009: say what you can bring; it should be mutual, not a one way street.",
        misses: "An offer that is only implied; bare “synergies” do not count.",
        bad: &["Hi Sami, I read your guide to reed roofs and would love to connect to learn how you thatch valleys."],
        good: &["Hi Sami, I read your guide to reed roofs. Could we connect? I would be happy to share our frost tests with you."],
    },
    lack: Lack {
        id: "one-way",
        severity: Severity::Suggestion,
        message: text!("You could add what they get from it: something to share, swap or help with."),
    },
    find,
};

/// The hints of an English offer and their points; see the phrase file for what each is.
const HINTS: &[Hint] =
    &[hint("sure", 10), hint("give", 6), hint("both", 6), hint("flag", 6), hint("yours", 4), hint("need", 4), hint("asks", -1)];

/// What a pitch says to the reader, when the note is one: its benefit counts if it is theirs.
const PITCH_HINTS: &[Hint] = &[hint("reader", 3), hint("buyer", 2), hint("free", 2), hint("act", 1), hint("gripe", 1)];

/// Points of a note that is a pitch.
const PITCH: i32 = 4;

/// So many points make an offer.
const ENOUGH: i32 = 10;

fn find(note: &Note) -> Option<Span> {
    if note.language() == Some(Lang::En) {
        return find_by_hints(note);
    }
    // In a pitch a benefit that is put to "you" is an offer too.
    let to_you = || [note.hits(SIGNAL.id, "to-you"), note.hits(sales_pitch::RULE.id, "buyer")].concat();
    let pitched = || to_you().first().filter(|_| sales_pitch::is_pitch(note)).map(|hit| note.mark(*hit));
    note.first_mark(SIGNAL.id).or_else(pitched)
}

fn find_by_hints(note: &Note) -> Option<Span> {
    let points = weigh(note, SIGNAL.id, HINTS);
    if points < ENOUGH && points + pitch_points(note) < ENOUGH {
        return None;
    }
    let own = HINTS.iter().filter(|hint| hint.points > 0).map(|hint| (SIGNAL.id, hint.section));
    let pitched = PITCH_HINTS.iter().map(|hint| (sales_pitch::RULE.id, hint.section));
    own.chain(pitched).find_map(|(owner, section)| note.hits(owner, section).first().map(|hit| note.mark(*hit)))
}

/// Points of what a pitch promises to the reader.
fn pitch_points(note: &Note) -> i32 {
    if sales_pitch::is_pitch(note) { PITCH + weigh(note, sales_pitch::RULE.id, PITCH_HINTS) } else { 0 }
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
                "I kept a log of it and can send it over.",
                "Ask me anything about looms.",
                "I believe we can be of use to one another.",
                "Shall we swap drawings of old looms? My notes on dye for your view on wool.",
                "I'd be glad to introduce you to our head of catering.",
                "If you ever need a hand with Danish, just ask.",
                "Happy to share our test data.",
                "Perhaps we can help each other.",
                "I could show you around the archive.",
                "We could exchange recipes.",
                "Let me know if I can help with the move.",
                "I think it could be mutually beneficial.",
                "I have contacts in Oslo that could be useful to you.",
                "Our tool could save your team hours.",
                "I'd be happy to give you feedback on it.",
                "I can offer you a stall at our market.",
                "Should your kiln ever want a spare shelf, ours is idle till May and yours to borrow.",
                "We could split the van: my bowls on Friday, your jugs back on Monday. Half the work for both of us.",
                "I kept a log of every firing and can send it over to you.",
                "The drawings are yours whenever you want them.",
                "Our kiln saves your studio an hour a day, and you only pay for the weeks you use it.",
            ],
        );
        lacks(
            &SIGNAL,
            Lang::En,
            &[
                "Could you help me find a job?",
                "Please send me your price list.",
                "I'd love to see what synergies we have.",
                "Happy to connect!",
                "I'd like to invite you to my network.",
                "We both get up at four.",
                "Yours sincerely, Ada",
                "I can send you my CV.",
                "I'd gladly connect and see how you get on.",
                "I'd be glad to talk for a few minutes.",
            ],
        );
    }

    #[test]
    fn german() {
        has(
            &SIGNAL,
            Lang::De,
            &[
                "Ich schicke Ihnen gern unsere Daten.",
                "Vielleicht können wir uns gegenseitig helfen.",
                "Gern zeige ich Ihnen unsere Werkstatt.",
                "Wir könnten unsere Erfahrungen austauschen.",
                "Dafür bekommst du unsere Glasuren.",
                "Ich kann Ihnen zwei Weber nennen.",
            ],
        );
        lacks(&SIGNAL, Lang::De, &["Können Sie mir helfen?"]);
    }

    #[test]
    fn french() {
        has(
            &SIGNAL,
            Lang::Fr,
            &[
                "Je peux vous envoyer nos plans.",
                "Je vous prête volontiers notre atelier.",
                "Nous pourrions échanger nos idées.",
                "Si je peux vous être utile, dites-le-moi.",
            ],
        );
        lacks(&SIGNAL, Lang::Fr, &["Pouvez-vous m'envoyer vos tarifs ?"]);
    }

    #[test]
    fn spanish() {
        has(
            &SIGNAL,
            Lang::Es,
            &[
                "Puedo enviarte nuestros datos.",
                "Te presto el horno cuando quieras.",
                "Podríamos intercambiar ideas.",
                "Si puedo ayudarte en algo, dime.",
            ],
        );
        lacks(&SIGNAL, Lang::Es, &["¿Me puedes ayudar?"]);
    }

    #[test]
    fn portuguese() {
        has(
            &SIGNAL,
            Lang::Pt,
            &[
                "Posso enviar nossos dados para você.",
                "Te empresto o forno.",
                "Podemos trocar ideias.",
                "Se eu puder ajudar em algo, me avise.",
            ],
        );
        lacks(&SIGNAL, Lang::Pt, &["Pode me ajudar?"]);
    }

    #[test]
    fn italian() {
        has(
            &SIGNAL,
            Lang::It,
            &[
                "Posso mandarti i nostri dati.",
                "Ti presto volentieri il forno.",
                "Potremmo scambiarci idee.",
                "Se posso esserti utile, dimmi.",
            ],
        );
        lacks(&SIGNAL, Lang::It, &["Puoi aiutarmi?"]);
    }

    #[test]
    fn dutch() {
        has(
            &SIGNAL,
            Lang::Nl,
            &[
                "Ik stuur je graag onze gegevens.",
                "We kunnen ervaringen uitwisselen.",
                "Als ik je ergens mee kan helpen, hoor ik het graag.",
            ],
        );
        lacks(&SIGNAL, Lang::Nl, &["Kun je me helpen?"]);
    }
}
