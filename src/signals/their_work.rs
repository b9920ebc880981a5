//! Credits a reference to something specific of the recipient: an article, talk, project, role, company, career step.

use super::{Balance, first_filled, is_form, is_hollow, is_in_passing};
use crate::message::text;
use crate::note::Note;
use crate::rule::{Lack, Severity, Signal, page};
use crate::text::Span;

/// The signal.
pub const SIGNAL: Signal = Signal {
    id: "their-work",
    title: text!("Mentions something of theirs"),
    doc: page! {
        title: "Nothing of theirs mentioned",
        summary: "The note mentions no work of theirs: no talk, post, project, role or firm.",
        why: "Naming one thing they did shows that you looked, and that the note is meant for them.",
        source: "Great Resumes Fast, 2009: find a common link and tell them about it; How to Write a LinkedIn Invitation: show an interest in the other.",
        misses: "Work that is only hinted at; “your work” and “your profile” alone do not count.",
        bad: &["Hi Tove, your profile is impressive. May I connect to learn more about kites?"],
        good: &["Hi Tove, your talk on kite sails helped me rig mine. May I connect to hear how yours flies?"],
    },
    lack: Lack {
        id: "no-common-link",
        severity: Severity::Warning,
        message: text!("You could say what links the two of you: a group, a place, a person, or something of theirs that you know."),
    },
    find,
};

/// See the sections of points in the phrase file.
const BALANCE: Balance = Balance { doubt: 0, enough: 7 };

fn find(note: &Note) -> Option<Span> {
    let said = first_filled(note, SIGNAL.id).or_else(|| {
        let weak = if is_hollow(note) { Vec::new() } else { note.hits_unless(SIGNAL.id, "weak", "veto") };
        weak.into_iter().find(|&hit| !is_form(note, hit) && !is_in_passing(note, hit)).map(|hit| note.mark(hit))
    });
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
                "I saw your keynote at DevWeek.",
                "Loved your write-up on tidal power.",
                "I see you lead procurement at Maersk.",
                "Congratulations on the new clinic in Hove!",
                "Your transition from nursing to UX inspired me.",
                "I noticed you recently joined Monzo as Head of Risk.",
                "I admire how you built the Leeds tool library.",
                "I've been following your series on soil for a year.",
                "You run the best bakery in Ghent.",
                "I came across your company, Hanbury Tiles.",
                "Your experience in marine insurance is what caught my eye.",
                "The paper you published on bats was brilliant.",
                "I read that Octopus is opening in Spain.",
                "I use your plugin daily.",
                "I understand you are the curator at Kelvingrove.",
                "I saw you're hiring welders in Hull.",
                "I noticed your role at Deloitte.",
                "Impressed by what you're doing at Ecosia.",
                "I've heard great things about your team at Arup.",
            ],
        );
        lacks(
            &SIGNAL,
            Lang::En,
            &[
                "Your profile is impressive and I would like to connect.",
                "I came across your profile and was impressed by your background.",
                "I hope you are doing well.",
                "I'd love to hear from you.",
                "I think you would like our product.",
                "Would you like to connect?",
                "If you want, we can talk.",
                "Can I send you my CV?",
                "I am impressed by your work.",
            ],
        );
    }

    #[test]
    fn german() {
        has(
            &SIGNAL,
            Lang::De,
            &[
                "Ihr Artikel über Moore hat mir gefallen.",
                "Ich habe gesehen, dass Sie bei Bosch arbeiten.",
                "Glückwunsch zur neuen Filiale!",
                "Ihre Bäckerei in Passau ist toll.",
                "Ihr Wechsel vom Labor in die Schule beeindruckt mich.",
                "Sie leiten die Pflege im Klinikum Gera.",
            ],
        );
        lacks(
            &SIGNAL,
            Lang::De,
            &[
                "Ihr Profil gefällt mir.",
                "Ich würde mich freuen, wenn Sie annehmen.",
                "Ihr beruflicher Werdegang ist beeindruckend.",
                "Haben Sie Zeit für ein Gespräch?",
            ],
        );
    }

    #[test]
    fn french() {
        has(
            &SIGNAL,
            Lang::Fr,
            &[
                "Votre article sur les digues m'a plu.",
                "J'ai vu que vous dirigez l'usine de Brest.",
                "Félicitations pour votre nouveau restaurant !",
                "Votre passage de la banque à la boulangerie m'inspire.",
                "Vous travaillez chez Airbus, je crois.",
            ],
        );
        lacks(&SIGNAL, Lang::Fr, &["Votre profil m'intéresse.", "Votre parcours est impressionnant.", "Pourriez-vous m'aider ?"]);
    }

    #[test]
    fn spanish() {
        has(
            &SIGNAL,
            Lang::Es,
            &[
                "Tu artículo sobre humedales me encantó.",
                "Vi que trabajas en Iberdrola.",
                "Enhorabuena por la nueva tienda.",
                "Leo siempre lo que publicas sobre abejas.",
                "Tu paso de la banca a la panadería me inspira.",
            ],
        );
        lacks(&SIGNAL, Lang::Es, &["Tu perfil me parece interesante.", "Tu trayectoria es impresionante.", "¿Podrías ayudarme?"]);
    }

    #[test]
    fn portuguese() {
        has(
            &SIGNAL,
            Lang::Pt,
            &[
                "Seu artigo sobre manguezais é ótimo.",
                "Vi que você trabalha na Petrobras.",
                "Parabéns pela nova loja.",
                "Leio tudo o que você escreve sobre abelhas.",
            ],
        );
        lacks(&SIGNAL, Lang::Pt, &["Seu perfil é interessante.", "Sua trajetória é impressionante."]);
    }

    #[test]
    fn italian() {
        has(
            &SIGNAL,
            Lang::It,
            &[
                "Il tuo articolo sulle lagune mi è piaciuto.",
                "Ho visto che lavori in Ferrari.",
                "Complimenti per il nuovo negozio.",
                "Leggo sempre quello che scrivi sulle api.",
            ],
        );
        lacks(&SIGNAL, Lang::It, &["Il tuo profilo è interessante.", "Il Suo percorso è notevole."]);
    }

    #[test]
    fn dutch() {
        has(
            &SIGNAL,
            Lang::Nl,
            &[
                "Je artikel over veengrond was mooi.",
                "Ik zag dat je bij Philips werkt.",
                "Gefeliciteerd met de nieuwe winkel!",
                "Uw boek over bijen staat op mijn bureau.",
            ],
        );
        lacks(&SIGNAL, Lang::Nl, &["Je profiel sprak me aan.", "Uw werk is indrukwekkend."]);
    }
}
