//! What a rule is: one `const` value that carries its check, its wording and its source.

use crate::message::{Message, Text, say};
use crate::note::Note;
use crate::text::Span;
use serde::Serialize;

/// How much a finding matters, weightiest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Sending it so does harm, or is not possible.
    Error,
    /// Most recipients mind.
    Warning,
    /// Some recipients mind.
    Suggestion,
    /// Could be better.
    Hint,
}

/// How far a fix may be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Safety {
    /// Keeps the meaning.
    Safe,
    /// Changes what is said; worth a look.
    Suggest,
    /// Leaves a blank for the writer to fill.
    Ask,
}

/// A change that clears a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What the button says: an imperative of at most five words.
    pub label: Message,
    /// What is replaced, in bytes of the note.
    pub span: Span,
    /// What stands there afterwards.
    pub replacement: String,
    /// How far it may be trusted.
    pub safety: Safety,
}

impl Fix {
    /// Takes words out.
    pub fn drop(label: Message, span: Span, safety: Safety) -> Self {
        Self::put(label, span, String::new(), safety)
    }

    /// Puts other words in their place.
    pub fn put(label: Message, span: Span, replacement: String, safety: Safety) -> Self {
        Self { label, span, replacement, safety }
    }

    /// Puts other words in their place, which the button shows.
    pub fn write(words: &str, span: Span, replacement: String, safety: Safety) -> Self {
        Self { label: say!("Write “$1”", words), span, replacement, safety }
    }
}

/// Something that a rule found, in bytes of the note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The words it is about; none when it is about the whole note.
    pub span: Option<Span>,
    /// One friendly sentence that says what it is, about these very words.
    pub message: Message,
    /// Ways out, the best first.
    pub fixes: Vec<Fix>,
}

/// Collects what one rule finds.
#[derive(Debug, Default)]
pub struct Findings {
    list: Vec<Found>,
}

impl Findings {
    /// A finding about `span`.
    pub fn push(&mut self, span: Span, message: Message, fixes: Vec<Fix>) {
        self.list.push(Found { span: Some(span), message, fixes });
    }

    /// A finding about the whole note.
    pub fn push_whole(&mut self, message: Message, fixes: Vec<Fix>) {
        self.list.push(Found { span: None, message, fixes });
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// What was found, in the order it was pushed.
    pub fn into_vec(self) -> Vec<Found> {
        self.list
    }
}

/// What the people concerned read about a rule, in any surface. The macro `page!` makes one; [`crate::pages`] shows it.
#[derive(Debug)]
pub struct Doc {
    /// The rule's name for people, at most 40 characters.
    pub title: Text,
    /// What it finds: one line, one sentence.
    pub summary: &'static str,
    /// Why it matters to the person who receives the note: one or two sentences, no scolding.
    pub why: &'static str,
    /// Where in the two articles it comes from, in plain words.
    pub source: &'static str,
    /// What it knowingly misses or lets pass.
    pub misses: &'static str,
    /// Whole notes on which exactly this rule fires.
    pub bad: &'static [&'static str],
    /// Whole notes on which no problem rule fires.
    pub good: &'static [&'static str],
}

/// A [`Doc`] by its fields. The wasm keeps the title alone: nobody reads the rest before a click on "Why?", so it lies beside it in
/// a file, see [`crate::pages`].
macro_rules! page {
    (title: $title:literal, summary: $summary:expr, why: $why:expr, source: $source:expr, misses: $misses:expr, bad: $bad:expr, good: $good:expr $(,)?) => {
        if cfg!(feature = "embedded") {
            $crate::rule::Doc {
                title: $crate::message::text!($title),
                summary: $summary,
                why: $why,
                source: $source,
                misses: $misses,
                bad: $bad,
                good: $good,
            }
        } else {
            $crate::rule::Doc { title: $crate::message::text!($title), summary: "", why: "", source: "", misses: "", bad: &[], good: &[] }
        }
    };
}
pub(crate) use page;

/// Something in the words that a recipient minds.
#[derive(Debug)]
pub struct Rule {
    /// Kebab case, the pattern and not the cure; the file's name, and that of its phrase file if it has one, see [`crate::lexicon`].
    pub id: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What people read.
    pub doc: Doc,
    /// Finds it.
    pub check: fn(&Note, &mut Findings),
}

impl Rule {
    /// Whether it is about something that is wanted of the recipient: a sentence that one of these rules explains is not
    /// suspected by another.
    pub fn is_request(&self) -> bool {
        ["asks-for-favor", "asks-for-invitation", "asks-for-job", "demanding"].contains(&self.id)
    }
}

/// Something about an invitation that its words do not show: LinkedIn's page does, and Connote has a word on it there. It can be
/// switched off like a rule.
#[derive(Debug)]
pub struct Nudge {
    /// Kebab case, the pattern and not the cure; the file's name.
    pub id: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What people read; `bad` and `good` are what is sent without heeding it, and with.
    pub doc: Doc,
}

/// Something that a good note has, and the rule that holds when it lacks it.
#[derive(Debug)]
pub struct Signal {
    /// Kebab case; the file's name, and that of its phrase file if it has one.
    pub id: &'static str,
    /// The line of the checklist when it is there: "Says who you are to them".
    pub title: Text,
    /// What people read about the rule that holds when it is missing; `bad` and `good` are notes without and with it.
    pub doc: Doc,
    /// The rule that holds when it is missing. Signals that share one stand for each other: either is enough.
    pub lack: Lack,
    /// The words that show it; the first is enough.
    pub find: fn(&Note) -> Option<Span>,
}

/// The rule that holds when a signal is missing: about the whole note, see [`crate::missing`].
#[derive(Debug)]
pub struct Lack {
    /// Kebab case, the pattern and not the cure: `no-reason`.
    pub id: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// One friendly sentence: what could be added.
    pub message: Text,
}
