//! The panel below the note's box in the page.

use super::desk::{Desk, QUIET, Rewrites};
use super::effect::{Effect, Surface};
use super::el::{El, On, button, div, say};
use super::msg::Msg;
use crate::settings::{Settings, Theme};
use crate::text::Lang;

/// How long a pause in typing is before the note is judged, in milliseconds.
const PAUSE: i32 = 150;

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

    fn judge(&mut self) -> Vec<Effect> {
        if !self.desk.judge() {
            return Vec::new();
        }
        vec![self.desk.marks(), Effect::After(QUIET, Msg::Quiet(self.desk.seq()))]
    }
}

impl Surface for Panel {
    fn view(&self) -> El {
        div("panel")
            .on(On::Escape(Msg::Leave))
            .child(self.desk.view())
            .child(button("hide", "×", Msg::Hide).class("hide").attr("aria-label", say("hide_connote")).attr("title", say("hide")))
    }

    fn update(&mut self, message: Msg) -> Vec<Effect> {
        match message {
            Msg::Note(note) => {
                let (seq, immediate) = (note.seq, note.immediate);
                self.dark = note.dark;
                self.desk.set_note(note);
                if immediate {
                    self.judge()
                } else if self.desk.is_judged() {
                    vec![self.desk.marks()]
                } else {
                    vec![Effect::After(PAUSE, Msg::Pause(seq))]
                }
            }
            Msg::Pause(seq) if seq == self.desk.seq() && !self.desk.is_judged() => self.judge(),
            Msg::Quiet(seq) if seq == self.desk.seq() => {
                self.desk.announce();
                Vec::new()
            }
            Msg::Written { id, ok, text } => {
                self.desk.written(id, ok, &text);
                Vec::new()
            }
            Msg::Reveal(mark) => {
                let key = self.desk.finding_of_mark(mark).and_then(|index| self.desk.reveal(index));
                key.map(Effect::Reveal).into_iter().collect()
            }
            Msg::Focus => vec![Effect::FocusFirst],
            Msg::Leave => vec![Effect::FocusBox],
            Msg::Hide => vec![Effect::FocusBox, Effect::Close],
            Msg::Desk(message) => self.desk.update(&message),
            // The page takes us away when it hears of the pause; its box has the focus by then.
            Msg::Time(moment) => {
                self.desk.pause_from(moment.now).map(|settings| vec![Effect::FocusBox, Effect::Store(settings)]).unwrap_or_default()
            }
            Msg::Settings(settings) => {
                self.desk.set_settings(settings);
                self.judge()
            }
            Msg::Lexicon if !self.desk.unread().is_empty() => self.judge(),
            _ => Vec::new(),
        }
    }

    fn unread(&self) -> &[Option<Lang>] {
        self.desk.unread()
    }

    fn theme(&self) -> Theme {
        match self.desk.settings().theme {
            Theme::Auto if self.dark => Theme::Dark,
            Theme::Auto => Theme::Light,
            chosen => chosen,
        }
    }
}
