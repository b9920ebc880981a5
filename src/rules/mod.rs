//! The rules about what stands in a note: one file each, in the order of their weight.

mod asks_for_favor;
mod asks_for_invitation;
mod asks_for_job;
mod contains_link;
mod demanding;
mod over_limit;
mod placeholder;
mod poor_writing;
mod requests;
mod shouting;
mod text_speak;
mod wrong_name;

use crate::rule::Rule;

/// Every rule, weightiest first. To add one: `cargo xtask new-rule my-rule`.
pub const RULES: &[&Rule] = &[
    &placeholder::RULE,
    &wrong_name::RULE,
    &asks_for_invitation::RULE,
    &over_limit::RULE,
    &asks_for_job::RULE,
    &asks_for_favor::RULE,
    &demanding::RULE,
    &shouting::RULE,
    &text_speak::RULE,
    &poor_writing::RULE,
    &contains_link::RULE,
];

/// The phrase files and their owners.
pub fn grammars() -> impl Iterator<Item = (&'static str, &'static str)> {
    RULES.iter().filter(|rule| !rule.grammar.is_empty()).map(|rule| (rule.id, rule.grammar))
}
