//! Every surface as plain data: a model, messages, an update and a view that is a tree of elements.
//!
//! Nothing here knows a browser. [`El`] is what a view returns; `web` mounts it, and [`El::to_html`] prints it for tests.
//!
//! # Keys
//!
//! Every element that a person works with has a stable `data-key`, which the browser tests go by: `counter`,
//! `finding-<rule>-<n>`, `fix-<n>-<i>`, `why-<n>`, `ignore-<n>`, `undo`, `more`, `checklist`, `rewrites`,
//! `rewrite-<style>`, `use-<style>`, `copy-<style>`, `compare-<style>`, `paste`, `consent-page`, `consent-off`, `rule-<id>`.

mod checklist;
mod compare;
mod counter;
mod desk;
mod effect;
mod el;
mod finding;
mod options;
mod panel;
mod popup;
mod rewrite;
mod welcome;

pub use desk::{Desk, DeskMsg};
pub use effect::{Change, Effect, Mark, PageNote, Surface, limit_from};
pub use el::{El, On, a, button, div, el, heading, list, option, p, section, span};
pub use options::{Options, OptionsMsg};
pub use panel::{Panel, PanelMsg};
pub use popup::{Popup, PopupMsg};
pub use welcome::{Welcome, WelcomeMsg};
