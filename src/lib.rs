//! Connote reads the short note on a LinkedIn invitation and says what its recipient would mind.
//!
//! Everything here but `web` is plain, total Rust: no panics, no clock, no input or output.

pub mod count;
pub mod evidence;
pub mod excise;
pub mod lexicon;
pub mod memory;
pub mod message;
pub mod missing;
pub mod note;
pub mod pages;
pub mod plain;
pub mod report;
pub mod review;
pub mod rewrite;
pub mod rule;
pub mod rules;
pub mod score;
pub mod settings;
pub mod signals;
pub mod text;
pub mod ui;
pub mod weigh;

#[cfg(test)]
pub(crate) mod rule_tests;

#[cfg(all(target_arch = "wasm32", any(feature = "panel", feature = "options")))]
mod web;

pub use report::Report;
pub use review::{Context, review};
