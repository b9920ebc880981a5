//! The panel below the note's box in the page.

use super::desk::{Desk, DeskMsg, Rewrites};
use super::effect::{Effect, PageNote, Surface};
use super::el::{El, On, button, div};
use crate::settings::{Settings, Theme};
use crate::text::Lang;

/// How long a pause in typing is before the note is judged, in milliseconds.
const PAUSE: i32 = 150;

/// How long the note stays as it is before a screen reader is told, in milliseconds.
const QUIET: i32 = 1000;

/// What can happen to the panel.
#[derive(Debug, Clone, PartialEq)]
pub enum PanelMsg {
    /// The page tells the note.
    Note(PageNote),
    /// So long after this note nothing more was typed, if it is still the last.
    Pause(u32),
    /// So long after this note was judged nothing more was typed, if it is still the last.
    Quiet(u32),
    /// The page answers a change.
    Written {
        /// The change's number.
        id: u32,
        /// Whether it took.
        ok: bool,
        /// The text afterwards.
        text: String,
    },
    /// The user reached an underline.
    Reveal(usize),
    /// The user asks for the panel by the keyboard.
    Focus,
    /// Escape in the panel.
    Leave,
    /// Takes the panel away until the next dialog.
    Hide,
    /// What a person does at the desk.
    Desk(DeskMsg),
}

/// The panel.
#[derive(Debug)]
pub struct Panel {
    desk: Desk,
    dark: bool,
}

impl Panel {
    /// A panel that waits for its first note.
    pub fn new(settings: Settings) -> Self {
        Self { desk: Desk::new(settings, Rewrites::Folded), dark: false }
    }

    fn judge(&mut self) -> Vec<Effect<PanelMsg>> {
        if !self.desk.judge() {
            return Vec::new();
        }
        vec![self.desk.marks(), Effect::After(QUIET, PanelMsg::Quiet(self.desk.seq()))]
    }
}

impl Surface for Panel {
    type Msg = PanelMsg;

    fn view(&self) -> El<PanelMsg> {
        div("panel").on(On::Escape(PanelMsg::Leave)).child(self.desk.view().map(&PanelMsg::Desk)).child(
            button("hide", "×", PanelMsg::Hide)
                .class("hide")
                .attr("aria-label", "Hide Connote until the next invitation")
                .attr("title", "Hide until the next invitation"),
        )
    }

    fn update(&mut self, message: PanelMsg) -> Vec<Effect<PanelMsg>> {
        match message {
            PanelMsg::Note(note) => {
                let (seq, immediate) = (note.seq, note.immediate);
                self.dark = note.dark;
                self.desk.set_note(note);
                if immediate {
                    self.judge()
                } else if self.desk.is_judged() {
                    vec![self.desk.marks()]
                } else {
                    vec![Effect::After(PAUSE, PanelMsg::Pause(seq))]
                }
            }
            PanelMsg::Pause(seq) if seq == self.desk.seq() && !self.desk.is_judged() => self.judge(),
            PanelMsg::Quiet(seq) if seq == self.desk.seq() => {
                self.desk.announce();
                Vec::new()
            }
            PanelMsg::Pause(_) | PanelMsg::Quiet(_) => Vec::new(),
            PanelMsg::Written { id, ok, text } => {
                self.desk.written(id, ok, &text);
                Vec::new()
            }
            PanelMsg::Reveal(mark) => {
                let key = self.desk.finding_of_mark(mark).and_then(|index| self.desk.reveal(index));
                key.map(Effect::Reveal).into_iter().collect()
            }
            PanelMsg::Focus => vec![Effect::FocusFirst],
            PanelMsg::Leave => vec![Effect::FocusBox],
            PanelMsg::Hide => vec![Effect::FocusBox, Effect::Close],
            PanelMsg::Desk(message) => self.desk.update(&message).into_iter().map(|effect| effect.map(PanelMsg::Desk)).collect(),
        }
    }

    fn settings(&mut self, settings: Settings) -> Vec<Effect<PanelMsg>> {
        self.desk.set_settings(settings);
        self.judge()
    }

    fn unread(&self) -> &[Option<Lang>] {
        self.desk.unread()
    }

    fn read(&mut self) -> Vec<Effect<PanelMsg>> {
        self.judge()
    }

    fn theme(&self) -> Theme {
        match self.desk.settings().theme {
            Theme::Auto if self.dark => Theme::Dark,
            Theme::Auto => Theme::Light,
            chosen => chosen,
        }
    }
}
