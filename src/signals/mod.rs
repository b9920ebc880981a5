//! What a good note has: one file each, in the order of the checklist.

mod states_reason;

use crate::rule::Signal;

/// Every signal, in the order of the checklist.
pub const SIGNALS: &[&Signal] = &[&states_reason::SIGNAL];

/// The phrase files and their owners.
pub fn grammars() -> impl Iterator<Item = (&'static str, &'static str)> {
    SIGNALS.iter().filter(|signal| !signal.grammar.is_empty()).map(|signal| (signal.id, signal.grammar))
}
