//! What can happen.

use super::desk::DeskMsg;
use super::effect::{Moment, PageNote, Where};
#[cfg(any(feature = "options", not(feature = "panel")))]
use super::everything::EverythingMsg;
#[cfg(any(feature = "options", not(feature = "panel")))]
use super::memory::MemoryMsg;
#[cfg(any(feature = "options", not(feature = "panel")))]
use super::recall::{ShelfMsg, Told};
#[cfg(any(feature = "options", not(feature = "panel")))]
use super::templates::TemplatesMsg;
use crate::settings::{Consent, Settings};

/// What can happen to a surface: one type for all of them, so that what runs them is one piece of code.
///
/// Each surface takes in what concerns it and lets the rest pass.
#[derive(Debug, Clone, PartialEq)]
pub enum Msg {
    /// The user's settings were changed elsewhere.
    Settings(Settings),
    /// A lexicon has come; perhaps one that the surface waits for.
    Lexicon,
    /// The note of the open dialog.
    Note(PageNote),
    /// No dialog is open where the popup looked for one.
    NoDialog,
    /// There is no note to work on, but this to see of an invitation.
    Where(Where),
    /// The page answers whether the box that the user was in is checked now.
    Adopted(bool),
    /// The page answers a change.
    Written {
        /// The change's number.
        id: u32,
        /// Whether it took.
        ok: bool,
        /// The text afterwards.
        text: String,
    },
    /// So long after this note nothing more was typed, if it is still the last.
    Pause(u32),
    /// So long after this note was judged nothing more was typed, if it is still the last.
    Quiet(u32),
    /// The user reached an underline.
    Reveal(usize),
    /// The user asks for the panel by the keyboard.
    Focus,
    /// Escape in the panel.
    Leave,
    /// Takes the panel away until the next dialog.
    Hide,
    /// The text in the popup's own box changed.
    Pasted(String),
    /// The page has had time to follow a choice: asks it for the note.
    Retry,
    /// The user's choice whether Connote may work in the page.
    Consent(Consent),
    /// Checks the box that the user was in.
    Adopt,
    /// Copies the text that was kept.
    CopyDraft,
    /// Takes the text that was kept into the popup's own box.
    TakeDraft,
    /// The browser's shortcuts: the name of each command of the manifest and its keys, empty where it has none.
    #[cfg(any(feature = "options", not(feature = "panel")))]
    Shortcuts(Vec<(String, String)>),
    /// Opens the browser's page for shortcuts.
    #[cfg(any(feature = "options", not(feature = "panel")))]
    OpenShortcuts,
    /// The time is this.
    Time(Moment),
    /// Ends the pause.
    Resume,
    /// Lets a rule warn of a wording again, by its place among those that are let pass.
    #[cfg(any(feature = "options", not(feature = "panel")))]
    Forbid(usize),
    /// Opens the options page.
    Options,
    /// A plan was chosen, by its word.
    #[cfg(any(feature = "options", not(feature = "panel")))]
    Plan(String),
    /// The box for a limit of one's own changed.
    #[cfg(any(feature = "options", not(feature = "panel")))]
    Limit(String),
    /// The box for a sentence on oneself changed.
    #[cfg(any(feature = "options", not(feature = "panel")))]
    About(String),
    /// A rule is switched on or off.
    Toggle(&'static str),
    /// A rule's page is opened or closed.
    #[cfg(any(feature = "options", not(feature = "panel")))]
    Page(&'static str),
    /// Colours were chosen, by their word.
    #[cfg(any(feature = "options", not(feature = "panel")))]
    Theme(String),
    /// What happens to what is remembered.
    #[cfg(any(feature = "options", not(feature = "panel")))]
    Memory(MemoryMsg),
    /// The note beside which something is remembered is this now.
    #[cfg(any(feature = "options", not(feature = "panel")))]
    Told(Told),
    /// Puts a text in the place of the note.
    Put(String),
    /// What happens to the templates beside a note.
    #[cfg(any(feature = "options", not(feature = "panel")))]
    Shelf(ShelfMsg),
    /// What happens to the templates in the options.
    #[cfg(any(feature = "options", not(feature = "panel")))]
    Templates(TemplatesMsg),
    /// What happens to all that is stored.
    #[cfg(any(feature = "options", not(feature = "panel")))]
    Everything(EverythingMsg),
    /// Says no more of a note that was sent before.
    #[cfg(any(feature = "options", not(feature = "panel")))]
    IgnoreReused,
    /// What a person does at the desk.
    Desk(DeskMsg),
}
