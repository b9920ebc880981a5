//! The toolbar popup: the note of the open dialog, or any text that is pasted.

use super::desk::{Desk, DeskMsg, Rewrites};
use super::effect::{Effect, PageNote, Surface};
use super::el::{El, On, button, div, el, heading, p};
use super::welcome::{self, brand};
use crate::settings::{Consent, Settings, Theme};
use crate::text::Lang;
use crate::text::span::{byte_of, utf16_len};

/// How long a pause in typing is before pasted text is judged, in milliseconds.
const PAUSE: i32 = 150;

/// How long the note stays as it is before a screen reader is told, in milliseconds.
const QUIET: i32 = 1000;

/// Whose text is on the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum From {
    /// Nobody has answered yet.
    Waiting,
    /// The open dialog's.
    Dialog,
    /// The popup's own box.
    Paste,
}

/// What can happen to the popup.
#[derive(Debug, Clone, PartialEq)]
pub enum PopupMsg {
    /// The open dialog's note; none when no dialog answered.
    Note(Option<PageNote>),
    /// The page answers a change.
    Written {
        /// The change's number.
        id: u32,
        /// Whether it took.
        ok: bool,
        /// The text afterwards.
        text: String,
    },
    /// The text in the popup's own box changed.
    Pasted(String),
    /// So long after this version of it nothing more was typed.
    Pause(u32),
    /// So long after this version of it was judged nothing more was typed.
    Quiet(u32),
    /// The user says whether Connote may work in the page.
    Consent(Consent),
    /// The page has had time to follow a choice: asks it for the note.
    Retry,
    /// Opens the options page.
    Options,
    /// What a person does at the desk.
    Desk(DeskMsg),
}

/// The popup.
#[derive(Debug)]
pub struct Popup {
    desk: Desk,
    from: From,
}

impl Popup {
    /// A popup that has not asked the page yet.
    pub fn new(settings: Settings) -> Self {
        Self { desk: Desk::new(settings, Rewrites::Open), from: From::Waiting }
    }

    /// Judges what is on the desk; a screen reader hears of it when it stays so.
    fn judge(&mut self) -> Vec<Effect<PopupMsg>> {
        self.desk.judge();
        vec![Effect::After(QUIET, PopupMsg::Quiet(self.desk.seq()))]
    }

    /// Puts a text of the popup's own box on the desk.
    fn paste(&mut self, text: String) -> u32 {
        let seq = self.desk.seq() + 1;
        // An empty box leaves the room to what stands above it; the first words open what the popup is for.
        let was_blank = self.desk.text().trim().is_empty();
        if was_blank || text.trim().is_empty() {
            self.desk.set_rewrites(if text.trim().is_empty() { Rewrites::Folded } else { Rewrites::Open });
        }
        self.desk.set_note(PageNote { seq, text, ..PageNote::default() });
        seq
    }

    /// Changes in the popup's own box are made here; those in the page's box are the page's.
    fn at_home(&mut self, effect: Effect<PopupMsg>) -> Option<Effect<PopupMsg>> {
        let Effect::Write(change) = effect else { return Some(effect) };
        if self.from != From::Paste {
            return Some(Effect::Write(change));
        }
        let mut text = self.desk.text().to_owned();
        let (start, end) = (byte_of(&text, change.at.start), byte_of(&text, change.at.end));
        text.replace_range(start..end, &change.replacement);
        self.desk.written(change.id, true, &text);
        self.paste_kept(text);
        None
    }

    /// Puts a changed text on the desk and judges it at once.
    fn paste_kept(&mut self, text: String) {
        let seq = self.desk.seq() + 1;
        let notice = self.desk.take_notice();
        self.desk.set_note(PageNote { seq, text, ..PageNote::default() });
        self.desk.set_notice(notice);
        self.desk.judge();
    }

    fn body(&self) -> Vec<El<PopupMsg>> {
        match self.from {
            From::Waiting => vec![p("Looking for an open invitation…").class("note")],
            From::Dialog => vec![draft(self.desk.text()), self.desk.view().map(&PopupMsg::Desk)],
            From::Paste => vec![self.paste_box(), self.desk.view().map(&PopupMsg::Desk)],
        }
    }

    fn paste_box(&self) -> El<PopupMsg> {
        let hint = match self.desk.settings().consent {
            Consent::Page => "No invitation note is open in this tab. Open one, or paste a note here.",
            Consent::Off => "Connote is off in LinkedIn's page. Paste a note here to check it.",
            Consent::Undecided => "Until you decide, you can check a note here.",
        };
        let words = utf16_len(self.desk.text());
        div("paste").child(el("label").attr("for", "paste").text(hint)).child(
            el("textarea")
                .key("paste")
                .attr("id", "paste")
                .attr("rows", if words > 200 { "7" } else { "5" })
                .attr("placeholder", "Your note…")
                .value(self.desk.text())
                .on(On::Input(PopupMsg::Pasted)),
        )
    }
}

/// The note of the dialog as it stands there.
fn draft(text: &str) -> El<PopupMsg> {
    let empty = text.trim().is_empty();
    let shown = if empty { "The note is empty so far." } else { text };
    div("draft").child(heading(2, "Your note")).child(p(shown).class(if empty { "text empty" } else { "text" }).key("draft"))
}

impl Surface for Popup {
    type Msg = PopupMsg;

    fn view(&self) -> El<PopupMsg> {
        let head =
            div("top").child(brand()).child(heading(1, "Connote")).child(button("options", "Options", PopupMsg::Options).class("quiet"));
        let asks = (self.desk.settings().consent == Consent::Undecided).then(|| welcome::question(PopupMsg::Consent));
        div("popup").child(head).children(asks).children(self.body())
    }

    fn update(&mut self, message: PopupMsg) -> Vec<Effect<PopupMsg>> {
        match message {
            PopupMsg::Note(Some(note)) => {
                self.from = From::Dialog;
                self.desk.set_note(note);
                self.judge()
            }
            PopupMsg::Note(None) => {
                // A text that was being pasted stays.
                if self.from != From::Paste {
                    self.from = From::Paste;
                    self.paste(String::new());
                    self.desk.judge();
                }
                Vec::new()
            }
            PopupMsg::Written { id, ok, text } => {
                self.desk.written(id, ok, &text);
                vec![Effect::ReadNote]
            }
            PopupMsg::Pasted(text) => {
                let seq = self.paste(text);
                vec![Effect::After(PAUSE, PopupMsg::Pause(seq))]
            }
            PopupMsg::Pause(seq) => {
                if seq == self.desk.seq() && !self.desk.is_judged() {
                    self.judge()
                } else {
                    Vec::new()
                }
            }
            PopupMsg::Quiet(seq) => {
                if seq == self.desk.seq() {
                    self.desk.announce();
                }
                Vec::new()
            }
            PopupMsg::Consent(consent) => {
                let settings = Settings { consent, ..self.desk.settings().clone() };
                self.desk.set_settings(settings.clone());
                self.desk.judge();
                vec![Effect::Store(settings), Effect::Focus("options".into()), Effect::After(PAUSE, PopupMsg::Retry)]
            }
            PopupMsg::Retry => vec![Effect::ReadNote],
            PopupMsg::Options => vec![Effect::OpenOptions],
            PopupMsg::Desk(message) => {
                let effects: Vec<_> = self.desk.update(&message).into_iter().map(|effect| effect.map(PopupMsg::Desk)).collect();
                effects.into_iter().filter_map(|effect| self.at_home(effect)).collect()
            }
        }
    }

    fn settings(&mut self, settings: Settings) -> Vec<Effect<PopupMsg>> {
        self.desk.set_settings(settings);
        self.desk.judge();
        Vec::new()
    }

    fn unread(&self) -> &[Option<Lang>] {
        self.desk.unread()
    }

    fn read(&mut self) -> Vec<Effect<PopupMsg>> {
        self.judge()
    }

    fn theme(&self) -> Theme {
        self.desk.settings().theme
    }
}
