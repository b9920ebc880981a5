//! Credits a greeting with the name of the recipient, or the bare name.

use crate::message::text;
use crate::note::Note;
use crate::rule::{Lack, Severity, Signal, page};
use crate::text::Span;

/// The signal.
pub const SIGNAL: Signal = Signal {
    id: "greets-by-name",
    title: text!("Greets them by name"),
    doc: page! {
        title: "No greeting by name",
        summary: "The note does not open with the name of the person who gets it.",
        why: "A name shows that the note was written to one person and not to a list.",
        source: "How to Write a LinkedIn Invitation: the note that the author liked opens with her name.",
        misses: "A name that opens the note in small letters without a comma after it.",
        bad: &["We both bind books in Ghent and I liked your essay on paste. May I connect to compare recipes?"],
        good: &["Hi Marit, we both bind books in Ghent and I liked your essay on paste. May I connect to compare recipes?"],
    },
    lack: Lack {
        id: "no-greeting",
        severity: Severity::Hint,
        message: text!("A greeting with their name would make this a note to one person."),
    },
    find,
};

fn find(note: &Note) -> Option<Span> {
    note.greeting().filter(|greeting| greeting.name.is_some()).map(|greeting| greeting.span)
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
                "Hi Dr Patel, great talk",
                "Hello Maria José, great talk",
                "Hey O'Neill! great talk",
                "Mr. Okafor, great talk",
                "Good afternoon, Lena. Great talk",
                "Hi anna - great talk",
                "Hiya Jo, great talk",
                "Dear Professor Ada Osei, great talk",
            ],
        );
        lacks(
            &SIGNAL,
            Lang::En,
            &[
                "Hi, I liked your talk",
                "Hello everyone, great talk",
                "Greetings from Bonn!",
                "Hi friend, great talk",
                "Good morning! I liked your talk",
            ],
        );
    }

    #[test]
    fn german() {
        has(
            &SIGNAL,
            Lang::De,
            &[
                "Sehr geehrter Herr Dr. Brandt, Ihr Vortrag war klasse",
                "Moin Anke, dein Vortrag war klasse",
                "Liebe Frau Kohl, Ihr Vortrag war klasse",
            ],
        );
        lacks(
            &SIGNAL,
            Lang::De,
            &["Hallo zusammen, wir suchen Leute", "Sehr geehrte Damen und Herren, wir suchen Leute", "Guten Tag, ich bin neu hier"],
        );
    }

    #[test]
    fn french() {
        has(&SIGNAL, Lang::Fr, &["Bonjour Madame Petit, bravo", "Cher Luc, bravo", "Salut Inès ! Bravo"]);
        lacks(&SIGNAL, Lang::Fr, &["Bonjour à tous, bravo", "Bonjour, je suis nouveau"]);
    }

    #[test]
    fn spanish() {
        has(&SIGNAL, Lang::Es, &["Estimada Sra. Ruiz: felicidades", "Hola Ana, felicidades", "Buenos días, Jorge. Felicidades"]);
        lacks(&SIGNAL, Lang::Es, &["Hola a todos", "Hola, vendo pisos"]);
    }

    #[test]
    fn portuguese() {
        has(&SIGNAL, Lang::Pt, &["Oi Ana, parabéns", "Prezada Sra. Lima, parabéns", "Bom dia, João! Parabéns"]);
        lacks(&SIGNAL, Lang::Pt, &["Olá pessoal", "Olá, vendo imóveis"]);
    }

    #[test]
    fn italian() {
        has(&SIGNAL, Lang::It, &["Gentile Dott. Riva, complimenti", "Ciao Anna, complimenti", "Buongiorno Marco! Complimenti"]);
        lacks(&SIGNAL, Lang::It, &["Ciao a tutti", "Salve, vendo case"]);
    }

    #[test]
    fn dutch() {
        has(&SIGNAL, Lang::Nl, &["Beste Anouk, mooi boek", "Geachte heer De Vries, mooi boek", "Goedemorgen Sanne, mooi boek"]);
        lacks(&SIGNAL, Lang::Nl, &["Hallo allemaal", "Hallo, ik verkoop huizen"]);
    }
}
