//! Credits a greeting with the name of the recipient, or the bare name.

use crate::note::Note;
use crate::rule::{Doc, Lack, Severity, Signal};
use crate::text::Span;

/// The signal.
pub const SIGNAL: Signal = Signal {
    id: "greets-by-name",
    title: "Greets them by name",
    doc: Doc {
        title: "No greeting by name",
        summary: "The note does not open with the name of the person who gets it.",
        why: "A name shows that the note was written to one person and not to a list.",
        source: "How to Write a LinkedIn Invitation: the note that the author liked opens with her name.",
        misses: "A name that opens the note in small letters without a comma after it.",
        bad: &["We both bind books in Ghent and I liked your essay on paste. May I connect to compare recipes?"],
        good: &["Hi Marit, we both bind books in Ghent and I liked your essay on paste. May I connect to compare recipes?"],
    },
    lack: Lack { id: "no-greeting", severity: Severity::Hint, message: "A greeting with their name would make this a note to one person." },
    grammar: "",
    find,
};

fn find(note: &Note) -> Option<Span> {
    note.greeting().filter(|greeting| greeting.name.is_some()).map(|greeting| greeting.span)
}
