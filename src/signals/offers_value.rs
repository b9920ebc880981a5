//! Credits what the writer can do for the recipient, or what both get from the connection.

use crate::note::Note;
use crate::rule::{Doc, Lack, Severity, Signal};
use crate::text::Span;

/// The signal.
pub const SIGNAL: Signal = Signal {
    id: "offers-value",
    title: "Offers something, or gives both something",
    doc: Doc {
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
        message: "You could add what they get from it: something to share, swap or help with.",
    },
    grammar: include_str!("offers_value.txt"),
    find,
};

fn find(note: &Note) -> Option<Span> {
    note.hits_unless(SIGNAL.id, "flag", "veto").next().map(|hit| note.mark(hit))
}
