//! Credits a closing phrase or the writer’s name at the end.

use crate::message::text;
use crate::note::Note;
use crate::rule::{Lack, Severity, Signal, page};
use crate::text::Span;

/// The signal.
pub const SIGNAL: Signal = Signal {
    id: "signs-off",
    title: text!("Ends with a closing or your name"),
    doc: page! {
        title: "No sign-off",
        summary: "The note ends without a closing phrase or the writer’s name.",
        why: "Two words at the end make a note sound like a letter from a person.",
        source: "How to Write a LinkedIn Invitation: the note that the author liked ends with “All the best,”.",
        misses: "A closing that stands in the middle of the note.",
        bad: &["Hi Bo, your post on bog oak taught me to dry it. Would you like to connect?"],
        good: &["Hi Bo, your post on bog oak taught me to dry it. Would you like to connect? All the best, Anna"],
    },
    lack: Lack {
        id: "no-sign-off",
        severity: Severity::Hint,
        message: text!("There is room for a closing: “All the best,” and your name."),
    },
    find,
};

fn find(note: &Note) -> Option<Span> {
    note.sign_off().map(|sign_off| sign_off.span)
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
                "I liked your talk. Warmly, Ines",
                "I liked your talk. All good wishes",
                "I liked your talk! - Tom",
                "I liked your talk. Have a lovely weekend!",
                "I liked your talk. Cheers",
                "I liked your talk. Yours, Anna B.",
            ],
        );
        lacks(&SIGNAL, Lang::En, &["I liked your talk in Bonn", "Thanks for the talk, it helped", "I liked your talk. Hope to connect!"]);
    }

    #[test]
    fn german() {
        has(
            &SIGNAL,
            Lang::De,
            &["Ihr Buch ist toll. Mit freundlichen Grüßen", "Ihr Buch ist toll. LG, Jens", "Ihr Buch ist toll. Besten Dank!"],
        );
        lacks(&SIGNAL, Lang::De, &["Ihr Buch ist toll."]);
    }

    #[test]
    fn french() {
        has(
            &SIGNAL,
            Lang::Fr,
            &[
                "Bravo pour le livre. Bien cordialement, Luc",
                "Bravo pour le livre. Belle journée à vous",
                "Bravo pour le livre. Merci d'avance",
            ],
        );
        lacks(&SIGNAL, Lang::Fr, &["Bravo pour le livre."]);
    }

    #[test]
    fn spanish() {
        has(&SIGNAL, Lang::Es, &["Gran libro. Saludos, Ana", "Gran libro. Un abrazo", "Gran libro. ¡Gracias!"]);
        lacks(&SIGNAL, Lang::Es, &["Gran libro."]);
    }

    #[test]
    fn portuguese() {
        has(&SIGNAL, Lang::Pt, &["Ótimo livro. Abraços, Ana", "Ótimo livro. Atenciosamente", "Ótimo livro. Obrigada!"]);
        lacks(&SIGNAL, Lang::Pt, &["Ótimo livro."]);
    }

    #[test]
    fn italian() {
        has(&SIGNAL, Lang::It, &["Bel libro. Cordiali saluti, Anna", "Bel libro. A presto", "Bel libro. Grazie!"]);
        lacks(&SIGNAL, Lang::It, &["Bel libro."]);
    }

    #[test]
    fn dutch() {
        has(&SIGNAL, Lang::Nl, &["Mooi boek. Groeten, Anouk", "Mooi boek. Met vriendelijke groet", "Mooi boek. Bedankt!"]);
        lacks(&SIGNAL, Lang::Nl, &["Mooi boek."]);
    }
}
