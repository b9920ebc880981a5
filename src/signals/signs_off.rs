//! Credits a closing phrase or the writer’s name at the end.

use crate::note::Note;
use crate::rule::{Doc, Lack, Severity, Signal};
use crate::text::Span;

/// The signal.
pub const SIGNAL: Signal = Signal {
    id: "signs-off",
    title: "Ends with a closing or your name",
    doc: Doc {
        title: "No sign-off",
        summary: "The note ends without a closing phrase or the writer’s name.",
        why: "Two words at the end make a note sound like a letter from a person.",
        source: "How to Write a LinkedIn Invitation: the note that the author liked ends with “All the best,”.",
        misses: "A closing that stands in the middle of the note.",
        bad: &["Hi Bo, your post on bog oak taught me to dry it. Would you like to connect?"],
        good: &["Hi Bo, your post on bog oak taught me to dry it. Would you like to connect? All the best, Anna"],
    },
    lack: Lack { id: "no-sign-off", severity: Severity::Hint, message: "There is room for a closing: “All the best,” and your name." },
    grammar: "",
    find,
};

fn find(note: &Note) -> Option<Span> {
    note.sign_off().map(|sign_off| sign_off.span)
}
