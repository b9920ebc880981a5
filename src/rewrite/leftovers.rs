//! Clauses that fall with what was found beside them.

use super::wording::{Wording, has};
use crate::note::Note;
use crate::text::{Shape, marks};
use std::ops::Range;

/// Words (folded) that make a clause the condition or the purpose of the one before.
const CONDITIONS: &[&str] = &["if", "wenn", "falls", "si", "se", "als", "so", "damit", "pour", "para", "affinche", "zodat"];

/// What has no sense without the clauses that went: "I'd really appreciate it" before "if you could …", "and I'll write to you"
/// behind "send me an invitation". What holds a fact or does the note credit (`says`) stays.
pub(super) fn with_leftovers(
    note: &Note,
    clauses: &[Range<usize>],
    mut gone: Vec<bool>,
    wording: &Wording,
    says: &dyn Fn(Range<usize>) -> bool,
) -> Vec<bool> {
    for at in 1..clauses.len() {
        let (Some(before), Some(clause)) = (clauses.get(at - 1), clauses.get(at)) else { break };
        let first = note.words().get(clause.start).map_or("", |word| note.folded(word));
        let (is_condition, is_joined) = (has(CONDITIONS, first), has(&wording.joins, first));
        let is_gone = |at: usize| gone.get(at) == Some(&true);
        let falls = if is_condition && is_gone(at) && before.len() <= 10 && !says(before.clone()) {
            at - 1
        } else if is_gone(at - 1) && (is_joined || clause.len() <= 6) && !says(clause.clone()) && !is_sentence(note, clause.start) {
            at
        } else {
            continue;
        };
        if let Some(falls) = gone.get_mut(falls) {
            *falls = true;
        }
    }
    gone
}

/// Whether a clause stands behind a full stop: that of an address ends no sentence.
fn is_sentence(note: &Note, at: usize) -> bool {
    let Some(word) = note.words().get(at) else { return false };
    let before = note.text().get(..word.span.start).unwrap_or_default().trim_end();
    marks::ends_with(before, ".!?") && word.shape != Shape::Lower
}
