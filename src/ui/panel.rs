//! The panel in the page: below the note's box, or at the step before it.

use super::desk::{Desk, QUIET, Rewrites};
use super::effect::{Effect, Judged, Surface, Where};
use super::el::{El, On, button, div, say};
use super::msg::Msg;
use super::sight::nudge;
use crate::settings::{Settings, Theme};
use crate::text::Lang;

/// How long a pause in typing is before the note is judged, in milliseconds.
const PAUSE: i32 = 150;

/// The panel.
#[derive(Debug)]
pub struct Panel {
    desk: Desk,
    dark: bool,
    /// What the page shows, where it stands before there is a box.
    place: Option<Where>,
}

impl Panel {
    /// A panel that waits for what it is about, and shows nothing until then.
    pub fn new(settings: Settings) -> Self {
        Self { desk: Desk::new(settings, Rewrites::Folded), dark: false, place: None }
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
        let (class, escape, inside) = match &self.place {
            Some(place) => ("panel nudge", Msg::Hide, nudge(place)),
            None if self.desk.seq() == 0 => return div("panel").attr("hidden", ""),
            None => ("panel", Msg::Leave, self.desk.view()),
        };
        div(class)
            .on(On::Escape(escape))
            .child(inside)
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
            Msg::Where(place) => {
                self.dark = place.dark;
                self.place = Some(place);
                Vec::new()
            }
            // The page takes the line away when it hears that its rule is off.
            Msg::Toggle(rule) => {
                let mut settings = self.desk.settings().clone();
                settings.rules_off.push(rule.to_owned());
                vec![Effect::FocusBox, Effect::Store(settings)]
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
            Msg::Put(text) => self.desk.put(text).map(Effect::Write).into_iter().collect(),
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

    fn judged(&self) -> Option<Judged<'_>> {
        self.desk.judged()
    }

    fn theme(&self) -> Option<Theme> {
        Some(match self.desk.settings().theme {
            Theme::Auto if self.dark => Theme::Dark,
            Theme::Auto => Theme::Light,
            chosen => chosen,
        })
    }
}
