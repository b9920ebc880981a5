//! The toolbar popup: the note of the open dialog, or any text that is pasted.

use super::desk::{Desk, QUIET, Rewrites};
use super::effect::{Effect, Judged, Moment, PageNote, Surface, Where};
use super::el::{El, On, Words, button, div, el, fill, heading, p, say};
use super::msg::Msg;
use super::sight::sight;
use super::welcome::{self, NAME, brand};
use crate::message::{Arg, Message};
use crate::settings::{Consent, Settings, Theme};
use crate::text::Lang;
use crate::text::span::{utf16_len, utf16_slice};

/// How long a pause in typing is before pasted text is judged, in milliseconds.
const PAUSE: i32 = 150;

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

/// The popup.
#[derive(Debug)]
pub struct Popup {
    desk: Desk,
    from: From,
    /// When the popup was opened, or a pause begun.
    moment: Moment,
    /// What the tab shows of an invitation, while there is no note to work on.
    place: Option<Where>,
    /// What came of the last thing that was asked of the tab.
    said: Option<Message>,
}

impl Popup {
    /// A popup that has not asked the page yet.
    pub fn new(settings: Settings) -> Self {
        Self { desk: Desk::new(settings, Rewrites::Open), from: From::Waiting, moment: Moment::default(), place: None, said: None }
    }

    /// Judges what is on the desk; a screen reader hears of it when it stays so.
    fn judge(&mut self) -> Vec<Effect> {
        self.desk.judge();
        let is_quiet = self.from == From::Dialog && self.desk.settings().consent == Consent::Quiet;
        let badge = (is_quiet && self.desk.is_judged()).then(|| Effect::Badge(self.desk.len()));
        badge.into_iter().chain([Effect::After(QUIET, Msg::Quiet(self.desk.seq()))]).collect()
    }

    /// Shows the popup's own box where there is no note to work on; a text that was being pasted stays.
    fn without_note(&mut self, place: Option<Where>) {
        self.place = place;
        if self.from != From::Paste {
            self.from = From::Paste;
            self.paste(String::new());
            self.desk.judge();
        }
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
    fn at_home(&mut self, effect: Effect) -> Option<Effect> {
        let Effect::Write(change) = effect else { return Some(effect) };
        if self.from != From::Paste {
            return Some(Effect::Write(change));
        }
        let text = self.desk.text();
        let text = [utf16_slice(text, 0, change.at.start), &change.replacement, utf16_slice(text, change.at.end, usize::MAX)].concat();
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

    fn body(&self) -> Vec<El> {
        match self.from {
            From::Waiting => vec![p(say("looking")).class("note")],
            From::Dialog => vec![draft(self.desk.text()), self.desk.view()],
            From::Paste => {
                // What a screen reader goes by from the box to the wordings; the label says the same to the eye.
                vec![heading(2, say("your_note")).class("visually-hidden"), self.paste_box(), self.desk.view()]
            }
        }
    }

    /// When the pause ends that is on.
    fn paused(&self) -> Option<u64> {
        self.desk.settings().paused(self.moment.now)
    }

    /// Takes up new settings and keeps them; the page is asked again once it has had time to follow.
    fn settle(&mut self, settings: Settings, focus: &str) -> Vec<Effect> {
        self.desk.set_settings(settings.clone());
        self.desk.judge();
        vec![Effect::Store(settings), Effect::Focus(focus.to_owned()), Effect::After(PAUSE, Msg::Retry)]
    }

    fn paste_box(&self) -> El {
        let hint = match self.desk.settings().consent {
            _ if self.paused().is_some() => "paused_here",
            _ if self.place.is_some() => "or_paste",
            Consent::Page | Consent::Quiet => "no_note",
            Consent::Off => "off_here",
            Consent::Undecided => "undecided_here",
        };
        let words = utf16_len(self.desk.text());
        div("paste").child(el("label").attr("for", "paste").text(say(hint))).child(
            el("textarea")
                .key("paste")
                .attr("id", "paste")
                .attr("rows", if words > 200 { "7" } else { "5" })
                .attr("placeholder", say("paste_hint"))
                .value(self.desk.text().to_owned())
                .on(On::Input(Msg::Pasted)),
        )
    }
}

/// That a pause is on, until when (milliseconds since 1970, UTC), and the way to end it.
pub(super) fn pause(until: u64) -> El {
    div("paused").child(p(fill("paused", vec![Arg::Clock(until)]))).child(button("resume", say("resume"), Msg::Resume).class("fix"))
}

/// The note of the dialog as it stands there.
fn draft(text: &str) -> El {
    let empty = text.trim().is_empty();
    let shown: Words = if empty { say("note_empty").into() } else { text.to_owned().into() };
    div("draft").child(heading(2, say("your_note"))).child(p(shown).class(if empty { "text empty" } else { "text" }).key("draft"))
}

impl Surface for Popup {
    fn view(&self) -> El {
        let head = div("top").child(brand()).child(heading(1, NAME)).child(button("options", say("options"), Msg::Options).class("quiet"));
        let asks = (self.desk.settings().consent == Consent::Undecided).then(welcome::question);
        let paused = self.paused().map(pause);
        let place = self.place.as_ref().map(sight);
        // It stands there before it says anything, so that a screen reader hears of what it says.
        let said = self.said.clone().map_or_else(|| Words::from(""), Words::from);
        let said = p(said).class("note said").attr("role", "status");
        div("popup").child(head).maybe(asks).maybe(paused).maybe(place).child(said).children(self.body())
    }

    fn update(&mut self, message: Msg) -> Vec<Effect> {
        match message {
            Msg::Note(note) => {
                self.from = From::Dialog;
                self.place = None;
                self.said = None;
                self.desk.set_note(note);
                self.judge()
            }
            Msg::NoDialog => {
                self.without_note(None);
                Vec::new()
            }
            Msg::Where(place) => {
                self.without_note(Some(place));
                Vec::new()
            }
            Msg::Adopt => vec![Effect::Adopt],
            Msg::Adopted(done) => {
                self.said = (!done).then(|| say("nothing_adopted"));
                if done { vec![Effect::After(PAUSE, Msg::Retry)] } else { Vec::new() }
            }
            Msg::CopyDraft => {
                self.said = Some(say("copied"));
                let draft = self.place.as_ref().and_then(|place| place.draft.clone());
                draft.map(Effect::Copy).into_iter().collect()
            }
            Msg::TakeDraft => {
                let Some(draft) = self.place.as_mut().and_then(|place| place.draft.take()) else { return Vec::new() };
                self.said = None;
                self.paste(draft);
                let mut effects = self.judge();
                effects.push(Effect::Focus("paste".to_owned()));
                effects
            }
            Msg::Written { id, ok, text } => {
                self.desk.written(id, ok, &text);
                vec![Effect::ReadNote]
            }
            Msg::Pasted(text) => {
                let seq = self.paste(text);
                vec![Effect::After(PAUSE, Msg::Pause(seq))]
            }
            Msg::Pause(seq) => {
                if seq == self.desk.seq() && !self.desk.is_judged() {
                    self.judge()
                } else {
                    Vec::new()
                }
            }
            Msg::Quiet(seq) => {
                if seq == self.desk.seq() {
                    self.desk.announce();
                }
                Vec::new()
            }
            Msg::Consent(consent) => {
                let settings = Settings { consent, ..self.desk.settings().clone() };
                self.settle(settings, "options")
            }
            Msg::Time(moment) => {
                self.moment = moment;
                self.desk.pause_from(moment.now).map(|settings| self.settle(settings, "resume")).unwrap_or_default()
            }
            Msg::Resume => {
                let settings = Settings { paused_until: None, ..self.desk.settings().clone() };
                self.settle(settings, "options")
            }
            Msg::Retry => vec![Effect::ReadNote],
            Msg::Options => vec![Effect::OpenOptions],
            Msg::Put(text) => {
                let change = self.desk.put(text);
                change.and_then(|change| self.at_home(Effect::Write(change))).into_iter().collect()
            }
            Msg::Desk(message) => {
                let effects = self.desk.update(&message);
                effects.into_iter().filter_map(|effect| self.at_home(effect)).collect()
            }
            Msg::Settings(settings) => {
                self.desk.set_settings(settings);
                self.desk.judge();
                Vec::new()
            }
            Msg::Lexicon if !self.desk.unread().is_empty() => self.judge(),
            _ => Vec::new(),
        }
    }

    fn unread(&self) -> &[Option<Lang>] {
        self.desk.unread()
    }

    fn judged(&self) -> Option<Judged<'_>> {
        let judged = self.desk.judged()?;
        Some(match &self.place {
            Some(place) => Judged { left: place.left, recipient: place.recipient.as_deref(), ..judged },
            None => judged,
        })
    }

    fn theme(&self) -> Option<Theme> {
        Some(self.desk.settings().theme)
    }
}
