//! Credits a wish to connect that is put as a question, a wish or with thanks.

use crate::note::Note;
use crate::rule::{Doc, Lack, Severity, Signal};
use crate::text::Span;

/// The signal.
pub const SIGNAL: Signal = Signal {
    id: "polite-ask",
    title: "Asks politely to connect",
    doc: Doc {
        title: "No polite request",
        summary: "The wish to connect is missing, or is not put as a question or a wish.",
        why: "A question or a wish leaves the choice to them; that is pleasant to say yes to.",
        source: "How to Write a LinkedIn Invitation: “Would you mind connecting?”",
        misses: "A request that is only implied by a greeting; “Let’s connect” alone does not count.",
        bad: &["Hi Bo, your post on bog oak taught me to dry it. I carve too, in Leitrim. Anna"],
        good: &["Hi Bo, your post on bog oak taught me to dry it. I carve too, in Leitrim. Would you like to connect? Anna"],
    },
    lack: Lack {
        id: "no-polite-ask",
        severity: Severity::Hint,
        message: "You could ask outright, as a question or a wish: “Would you like to connect?”",
    },
    grammar: include_str!("polite_ask.txt"),
    find,
};

fn find(note: &Note) -> Option<Span> {
    note.hits_unless(SIGNAL.id, "flag", "veto").next().map(|hit| note.mark(hit))
}
