//! Credits something specific that both have: a group, employer, school, event, place, contact, occupation or interest.

use crate::note::Note;
use crate::rule::{Doc, Lack, Severity, Signal};
use crate::text::Span;

/// The signal.
pub const SIGNAL: Signal = Signal {
    id: "common-ground",
    title: "Names what you share",
    doc: Doc {
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
        message: "You could say what links the two of you: a group, a place, a person, or something of theirs that you know.",
    },
    grammar: include_str!("common_ground.txt"),
    find,
};

fn find(note: &Note) -> Option<Span> {
    note.hits_unless(SIGNAL.id, "flag", "veto").next().map(|hit| note.mark(hit))
}
