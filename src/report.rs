//! What a review says: plain data with positions in UTF-16 units, the form that crosses every border.

use crate::count::Limit;
use crate::message::{Message, Text};
use crate::rule::{Safety, Severity};
use crate::text::Lang;
use serde::Serialize;

/// Everything about one note.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// The language's BCP 47 tag; `und` when its words are unknown to us.
    pub language: &'static str,
    /// Length in UTF-16 units, as the page counts.
    pub length: usize,
    /// How many units it may have.
    #[serde(serialize_with = "units")]
    pub limit: Limit,
    /// Units left; negative when there are too many.
    pub remaining: isize,
    /// UTF-16 units that were judged when the text was too long to judge all of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub checked: Option<usize>,
    /// What a recipient would mind and what is missing, weightiest first.
    pub findings: Vec<Finding>,
    /// What a good note has and this one has too.
    pub signals: Vec<SignalFound>,
    /// 0 to 100: a checklist with weights, no probability of anything.
    pub score: u8,
    /// The score's parts.
    pub parts: Vec<Part>,
    /// Better wordings.
    pub rewrites: Vec<Rewrite>,
    /// Lexicons that were not here: with them there may be more to say. `None` is the one for every language.
    #[serde(skip)]
    pub unread: Vec<Option<Lang>>,
}

/// Writes a limit as its number of units, as the contract has it.
fn units<S: serde::Serializer>(limit: &Limit, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_u64(limit.units as u64)
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The rule's id.
    pub rule: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// The rule's name for people.
    pub title: Text,
    /// Where; none for the whole note.
    #[serde(flatten)]
    pub at: Option<Range>,
    /// One sentence: what.
    pub message: Message,
    /// One or two sentences: why it matters to the recipient.
    pub why: &'static str,
    /// Ways out, the best first.
    pub fixes: Vec<Edit>,
}

/// A range of UTF-16 units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Range {
    /// First unit.
    pub start: usize,
    /// First unit after the end.
    pub end: usize,
}

/// A change to the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Edit {
    /// What the button says.
    pub label: Message,
    /// What is replaced.
    #[serde(flatten)]
    pub at: Range,
    /// What stands there afterwards.
    pub replacement: String,
    /// How far it may be trusted.
    pub safety: Safety,
}

/// One signal that the note has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct SignalFound {
    /// The signal's id.
    pub signal: &'static str,
    /// The words that show it.
    #[serde(flatten)]
    pub at: Range,
}

/// One line of the score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Part {
    /// What it is about.
    pub part: &'static str,
    /// Points that it can give.
    pub weight: u8,
    /// Points that it gave.
    pub earned: u8,
}

/// How a rewrite sounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Style {
    /// As short as it can be.
    Brief,
    /// Friendly.
    Warm,
    /// Correct and courteous.
    Formal,
}

/// A better wording of the whole note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rewrite {
    /// How it sounds.
    pub style: Style,
    /// The text; it always fits the limit.
    pub text: String,
    /// UTF-16 units left.
    pub remaining: isize,
    /// What the writer has to fill in.
    pub blanks: Vec<Blank>,
    /// Ids of the findings that it clears.
    pub clears: Vec<&'static str>,
    /// Names, numbers and organisations of the draft that it keeps.
    pub keeps: Vec<String>,
}

/// A marked blank in a rewrite.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Blank {
    /// Where, brackets included.
    #[serde(flatten)]
    pub at: Range,
    /// What belongs there: "where you met".
    pub label: String,
}
