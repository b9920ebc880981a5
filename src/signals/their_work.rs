//! Credits a reference to something specific of the recipient: an article, talk, project, role, company, career step.

use crate::note::Note;
use crate::rule::{Doc, Lack, Severity, Signal};
use crate::text::Span;

/// The signal.
pub const SIGNAL: Signal = Signal {
    id: "their-work",
    title: "Mentions something of theirs",
    doc: Doc {
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
        message: "You could say what links the two of you: a group, a place, a person, or something of theirs that you know.",
    },
    grammar: include_str!("their_work.txt"),
    find,
};

fn find(note: &Note) -> Option<Span> {
    note.hits_unless(SIGNAL.id, "flag", "veto").next().map(|hit| note.mark(hit))
}
