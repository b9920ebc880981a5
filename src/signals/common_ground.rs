//! Credits something specific that both have: a group, employer, school, event, place, contact, occupation or interest.

use super::{Balance, is_form, is_hollow, is_in_passing};
use crate::message::text;
use crate::note::Note;
use crate::rule::{Lack, Severity, Signal, page};
use crate::text::Span;

/// The signal.
pub const SIGNAL: Signal = Signal {
    id: "common-ground",
    title: text!("Names what you share"),
    doc: page! {
        title: "No link between you",
        summary: "The note names nothing that the two of you share, and nothing of theirs.",
        why: "People accept whom they can place: a shared group, school, event, trade or acquaintance answers “who is this?”.",
        source: "Great Resumes Fast, 2009: find a common link and tell them about it; How to Write a LinkedIn Invitation, comment 1: shared affinity.",
        misses: "Common ground that the reader must work out, such as two trades named side by side.",
        bad: &["Hi Tove, I would love to connect so that I can learn more about kites."],
        good: &["Hi Tove, we both fly kites on Fanø. May I connect to swap repair tricks?"],
    },
    lack: Lack {
        id: "no-common-link",
        severity: Severity::Warning,
        message: text!("You could say what links the two of you: a group, a place, a person, or something of theirs that you know."),
    },
    find,
};

/// See the sections of points in the phrase file.
const BALANCE: Balance = Balance { doubt: 1, enough: 10 };

fn find(note: &Note) -> Option<Span> {
    if is_hollow(note) {
        return None;
    }
    let shared = note.hits_unless(SIGNAL.id, "flag", "veto");
    let said = shared.into_iter().find(|&hit| !is_form(note, hit) && !is_in_passing(note, hit)).map(|hit| note.mark(hit));
    BALANCE.settle(note, SIGNAL.id, said)
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
                "We have Tom Barrow in common, so I thought I'd say hello.",
                "I see you know Priya Nair as well.",
                "Tom Barrow suggested I get in touch.",
                "As a member of the same walking group, I keep seeing your name.",
                "I'm also a member of the Dundee Weavers.",
                "I was at Philips too, in the lighting lab.",
                "We sat next to each other at the Riga conference dinner.",
                "I enjoyed our conversation about lichens at the Riga symposium.",
                "It was a pleasure meeting you at SaaStr last week.",
                "As another translator living in Ghent, I'd love to connect.",
                "I, like you, moved from law to baking.",
                "We grew up in the same town, Ludlow.",
                "You and I both studied under Professor Hale.",
                "I teach chemistry, as you do.",
                "Beekeeping is my hobby too.",
                "I noticed we're both in the Kanban Guild.",
                "Fellow night nurse here!",
                "We share an interest in old maps.",
                "Our kids go to the same nursery.",
                "I live round the corner from you in Leith, also a potter.",
                "My wife works with you at the hospice.",
                "I noticed that we are both alumni of Trinity College.",
                "We were in the same cohort at Insead.",
                "I attended your talk in Lyon last month.",
                "Nice chatting with you after the panel on seaweed in Cork.",
                "As someone who also restores clocks, I liked your page.",
                "I work in reinsurance as well.",
            ],
        );
        lacks(
            &SIGNAL,
            Lang::En,
            &[
                "I also read your book and loved it.",
                "I hope we can connect here too.",
                "I sell software to firms like yours.",
                "We have similar interests.",
                "Looking forward to hearing from you as well.",
                "It was nice to see your profile.",
                "Would be great for both of us.",
            ],
        );
    }

    #[test]
    fn german() {
        has(
            &SIGNAL,
            Lang::De,
            &[
                "Wir haben beide bei Siemens gelernt.",
                "Ich arbeite auch in der Altenpflege.",
                "Wie Sie komme ich aus Rostock.",
                "Uns verbindet die Liebe zum Orgelbau.",
                "Wir saßen auf der Grünen Woche am selben Tisch.",
                "Peter Holm hat mir von Ihnen erzählt.",
                "Als Kollegin aus der Hebammenzunft grüße ich Sie.",
                "Schön, dass wir uns auf der Didacta kennengelernt haben.",
                "Ich bin ebenfalls Mitglied im Bund der Imker.",
                "Auch ich unterrichte Latein.",
            ],
        );
        lacks(
            &SIGNAL,
            Lang::De,
            &["Ich würde mich auch über eine Antwort freuen.", "Wir freuen uns auf Sie.", "Wir haben ähnliche Interessen."],
        );
    }

    #[test]
    fn french() {
        has(
            &SIGNAL,
            Lang::Fr,
            &[
                "Nous avons tous les deux travaillé chez Renault.",
                "Je suis aussi sage-femme.",
                "Comme vous, je viens de Brest.",
                "Nous avons un ami en commun, Paul Roy.",
                "Ravi de vous avoir rencontrée au salon du livre de Nantes.",
                "Paul Roy m'a parlé de vous.",
                "J'habite également à Lille.",
                "On s'est croisés au marathon de Nantes.",
            ],
        );
        lacks(&SIGNAL, Lang::Fr, &["Je serais aussi ravi d'échanger.", "Nous avons des intérêts communs."]);
    }

    #[test]
    fn spanish() {
        has(
            &SIGNAL,
            Lang::Es,
            &[
                "Los dos estudiamos en Salamanca.",
                "Yo también soy enfermera.",
                "Soy de Cádiz, como tú.",
                "Coincidimos en la feria de Zaragoza.",
                "Pedro Gil me habló de ti.",
                "Trabajamos en el mismo hospital.",
                "Fue un placer conocerte en el congreso de Bilbao.",
            ],
        );
        lacks(&SIGNAL, Lang::Es, &["También me gustaría conectar.", "Tenemos muchos intereses en común."]);
    }

    #[test]
    fn portuguese() {
        has(
            &SIGNAL,
            Lang::Pt,
            &[
                "Nós dois estudamos na USP.",
                "Também sou enfermeira.",
                "Sou de Recife, como você.",
                "Nos conhecemos na feira de Curitiba.",
                "O Pedro Lima me falou de você.",
                "Trabalhamos no mesmo hospital.",
                "Foi um prazer conhecer você no congresso de Natal.",
            ],
        );
        lacks(&SIGNAL, Lang::Pt, &["Também gostaria de conectar."]);
    }

    #[test]
    fn italian() {
        has(
            &SIGNAL,
            Lang::It,
            &[
                "Abbiamo studiato entrambi a Pisa.",
                "Anch'io sono infermiera.",
                "Sono di Bari, come Lei.",
                "Ci siamo conosciuti alla fiera di Rimini.",
                "Paolo Verdi mi ha parlato di te.",
                "Lavoriamo nello stesso ospedale.",
            ],
        );
        lacks(&SIGNAL, Lang::It, &["Abbiamo interessi simili.", "Mi piacerebbe anche restare in contatto."]);
    }

    #[test]
    fn dutch() {
        has(
            &SIGNAL,
            Lang::Nl,
            &[
                "We hebben allebei in Delft gestudeerd.",
                "Ik ben ook verpleegkundige.",
                "Net als u kom ik uit Zwolle.",
                "We spraken elkaar op de beurs in Utrecht.",
                "Piet Smit vertelde me over je.",
                "We werken in hetzelfde ziekenhuis.",
            ],
        );
        lacks(&SIGNAL, Lang::Nl, &["We hebben dezelfde interesses.", "Ik zou ook graag contact willen."]);
    }
}
