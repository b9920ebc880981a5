//! The rules about what stands in a note: one file each, in the order of their weight.

mod asks_for_favor;
mod asks_for_invitation;
mod asks_for_job;
mod claims_friend;
mod contains_link;
mod default_invitation;
mod demanding;
mod empty_invitation;
mod over_limit;
mod placeholder;
mod poor_writing;
mod racy;
mod requests;
pub(crate) mod sales_pitch;
mod shouting;
mod stock_phrase;
mod suspects;
mod text_speak;
pub(crate) mod vague_meeting;
mod wrong_name;

use crate::rule::{Nudge, Rule};

pub(crate) use suspects::suspect;

/// Every rule, weightiest first. To add one: `cargo xtask new-rule my-rule`.
pub const RULES: &[&Rule] = &[
    &default_invitation::RULE,
    &placeholder::RULE,
    &wrong_name::RULE,
    &asks_for_invitation::RULE,
    &racy::RULE,
    &over_limit::RULE,
    &asks_for_job::RULE,
    &asks_for_favor::RULE,
    &sales_pitch::RULE,
    &claims_friend::RULE,
    &vague_meeting::RULE,
    &demanding::RULE,
    &shouting::RULE,
    &text_speak::RULE,
    &poor_writing::RULE,
    &contains_link::RULE,
    &stock_phrase::RULE,
];

/// Every nudge. What shows one asks for it by its id.
pub const NUDGES: &[&Nudge] = &[&empty_invitation::NUDGE];

/// The nudge at the question whether to add a note.
pub const EMPTY_INVITATION: &str = empty_invitation::NUDGE.id;
