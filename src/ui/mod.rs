//! Every surface as plain data: a model, messages, an update and a view that is a tree of elements.
//!
//! Nothing here knows a browser. [`El`] is what a view returns; `web` mounts it, and [`El::to_html`] prints it for tests.
//!
//! What is remembered, and the options, are left out of a build for the panel alone: even messages that nobody sends there would weigh.
//!
//! # Keys
//!
//! Every element that a person works with has a stable `data-key`, which the browser tests go by: `counter`,
//! `finding-<rule>-<n>`, `open-<rule>-<n>`, `fix-<rule>-<n>-<i>`, `why-<rule>-<n>`, `ignore-<rule>-<n>` and what it opens: `here-`,
//! `leaving-` (what holds them), `allow-`, `off-`, `pause-<rule>-<n>` (the rule's `n`th finding, its `i`th fix, both from 0), `undo`, `restore`, `more`, `checklist`, `rewrites`, `rewrite-<style>`, `use-<style>`, `copy-<style>`,
//! `compare-<style>`, `hide`, `live`, `draft`, `paste`, `options`, `consent-page`, `consent-quiet`,
//! `consent-off`, `adopt`, `kept`, `copy-draft`, `take-draft`, `never-again`, `shortcuts`, `plan`, `limit`, `limit-error`,
//! `theme`, `rule-<id>`, `row-<id>`, `page-<id>`, `resume`, `on-<id>`, `forbid-<n>`, `memory`, `keep-<switch>`, `erase`, `erase-yes`,
//! `erase-not`, `discard`, `counted`, `notes`, `reserve`, `months`, `history`, `history-more`, `accepted`, `unanswered`,
//! `outcome-<key of the record>`, `export-csv`, `export-json`; and beside a note: `desk`, `recall`, `budget`, `standing`, `reused`, `ignore-reused`,
//! `templates`, `insert-<n>`, `save-template`; templates in the options: `new-template`, `edit-<n>`, `delete-<n>`, `undelete`, `template-text`, `save`, `cancel`, `export-text`; and `everything`,
//! `sync`, `import`, `imported`, `export-all`, `reset`, `reset-yes`, `reset-not`.

mod checklist;
mod compare;
mod counter;
mod desk;
mod effect;
mod el;
#[cfg(any(feature = "options", not(feature = "panel")))]
mod everything;
mod finding;
#[cfg(any(feature = "options", not(feature = "panel")))]
mod memory;
mod msg;
#[cfg(any(feature = "options", not(feature = "panel")))]
mod options;
mod panel;
mod popup;
#[cfg(any(feature = "options", not(feature = "panel")))]
mod recall;
mod rewrite;
mod sight;
#[cfg(any(feature = "options", not(feature = "panel")))]
mod templates;
mod welcome;

pub use desk::{Desk, DeskMsg, Leave};
pub use effect::{Change, Effect, Judged, Mark, Moment, PageNote, Sight, Surface, Where, limit_from};
pub use el::{El, On, Parts, Text, Words, a, button, div, el, heading, list, option, p, section, span};
#[cfg(any(feature = "options", not(feature = "panel")))]
pub use everything::{Came, EverythingMsg};
#[cfg(any(feature = "options", not(feature = "panel")))]
pub use memory::{Format, MemoryEffect, MemoryMsg, Stored};
pub use msg::Msg;
#[cfg(any(feature = "options", not(feature = "panel")))]
pub use options::Options;
pub use panel::Panel;
pub use popup::Popup;
#[cfg(any(feature = "options", not(feature = "panel")))]
pub use recall::{Place, Recall, ShelfMsg, Told};
#[cfg(any(feature = "options", not(feature = "panel")))]
pub use templates::TemplatesMsg;
pub use welcome::Welcome;
