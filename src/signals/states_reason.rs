//! Credits a purpose or cause for this connection that is tied to this person.

use crate::note::Note;
use crate::rule::{Doc, Lack, Severity, Signal};
use crate::text::Span;

/// The signal.
pub const SIGNAL: Signal = Signal {
    id: "states-reason",
    title: "Says why you want to connect",
    doc: Doc {
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
        message: "You could say why you want to connect with this very person: what you hope to hear, do or share.",
    },
    grammar: include_str!("states_reason.txt"),
    find,
};

fn find(note: &Note) -> Option<Span> {
    note.hits_unless(SIGNAL.id, "flag", "veto").next().map(|hit| note.mark(hit))
}
