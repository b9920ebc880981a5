//! What is remembered, beside a note that is being written: how many are left, whether nearly the same one was sent before, and
//! the templates.
//!
//! It stands in the panel and the popup, in a place that those leave for it, and belongs to the module of the options: nobody
//! loads it who has switched nothing on. What it knows of the note is what it is told.

mod shelf;

pub use shelf::ShelfMsg;

use super::effect::{Effect, Surface};
use super::el::{El, button, div, el, fill, heading, list, p, say, say_numbers, span};
use super::memory::{MemoryEffect, MemoryMsg, Stored, sent, standing};
use super::msg::Msg;
use crate::memory::budget::LeftFrom;
use crate::memory::reuse::{Reused, reused};
use crate::memory::store::Store;
use crate::memory::{Budget, Choice, Day, Fingerprint, Key, Quota, Sent, Switch};
use crate::message::Message;
use crate::settings::{Settings, Theme};
use shelf::Shelf;

/// Where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In LinkedIn's page, where there is room for a line if it matters.
    Panel,
    /// In the popup, which says how many were sent, too.
    Popup,
}

/// What it is told of a note.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    /// Its text.
    pub text: String,
    /// The note's [essence](crate::memory::essence::essence).
    pub words: String,
    /// Notes left this month, by the page's own word.
    pub left: Option<u32>,
    /// The recipient's name.
    pub recipient: Option<String>,
    /// What recipients would mind in it, in the user's language.
    pub minded: Vec<String>,
}

/// What is remembered beside a note.
#[derive(Debug)]
pub struct Recall {
    place: Place,
    settings: Settings,
    today: Day,
    /// What the user wants kept; nothing before the storage has answered.
    choice: Choice,
    key: Option<Key>,
    sent: Vec<Sent>,
    told: Told,
    reused: Option<Reused>,
    /// The user wants to hear no more of it, here.
    is_ignored: bool,
    /// Whether the storage has answered.
    is_known: bool,
    shelf: Shelf,
}

impl Recall {
    /// A place that knows of no note yet.
    pub fn new(settings: Settings, place: Place) -> Self {
        Self {
            place,
            settings,
            today: Day::from_number(0),
            choice: Choice::default(),
            key: None,
            sent: Vec::new(),
            told: Told::default(),
            reused: None,
            is_ignored: false,
            is_known: false,
            shelf: Shelf::default(),
        }
    }

    fn take_in(&mut self, Stored { choice, lines, key, templates, .. }: Stored) -> Vec<Effect> {
        let store = Store::read(lines.iter().map(|(key, line)| (key.as_str(), line.as_str())));
        self.sent = store.kept.into_iter().map(|kept| kept.sent).collect();
        (self.choice, self.key) = (choice, key);
        self.shelf.take_in(&templates);
        self.is_known = true;
        self.compare()
    }

    /// Compares the note with those that were sent, and tells the page what to keep of it should it be sent, too.
    fn compare(&mut self) -> Vec<Effect> {
        self.reused = None;
        let Some(key) = self.key.filter(|_| self.choice.is_on(Switch::Reuse)) else { return Vec::new() };
        let own = Fingerprint::of(&self.told.words, key);
        self.reused = own.as_ref().and_then(|own| reused(own, &self.sent));
        if self.place == Place::Popup {
            return Vec::new();
        }
        vec![Effect::Memory(MemoryEffect::Fingerprint(own.map(|own| own.encode()).unwrap_or_default()))]
    }

    fn budget(&self) -> Vec<El> {
        if !self.choice.is_any() {
            return Vec::new();
        }
        let quota = Quota::of(self.settings.plan, self.choice.notes_a_month, self.choice.reserve);
        let page_left = self.told.left.and_then(|left| usize::try_from(left).ok());
        let budget = Budget::new(&self.sent, self.today, quota, page_left);
        let left = budget.left.map(|(left, from)| match from {
            LeftFrom::Page => say_numbers("left_page", &[left]),
            LeftFrom::CountedHere => say_numbers("left_here", &[left]),
        });
        let warning = standing(budget).map(|standing| p(say(standing)).class("standing").key("standing"));
        let mut lines: Vec<Message> = Vec::new();
        if self.place == Place::Popup {
            lines.extend(sent(quota, budget));
        }
        if self.place == Place::Popup || warning.is_some() {
            lines.extend(left);
        }
        if self.place == Place::Popup && quota.reserve > 0 {
            lines.push(say_numbers("kept_back", &[quota.reserve.into()]));
        }
        let title = (self.place == Place::Popup).then(|| heading(2, say("counted_here")));
        let lines = (!lines.is_empty()).then(|| list("counted").children(lines.into_iter().map(|line| el("li").text(line))));
        warning.into_iter().chain(title).chain(lines).collect()
    }

    fn warning(&self) -> Option<El> {
        let Reused { times, last, .. } = self.reused.filter(|_| !self.is_ignored)?;
        let last = last.to_string().as_str().into();
        let what =
            if times == 1 { fill("reused_once", vec![last]) } else { fill("reused_often", vec![times.to_string().as_str().into(), last]) };
        let head = div("head").child(span("what", say("reused"))).child(span("kind", say("weight_warning")));
        let ignore = button("ignore-reused", say("ignore"), Msg::IgnoreReused).class("quiet");
        let card = div("finding warning").key("reused").child(head).child(p(what).class("message"));
        Some(card.child(div("way").child(span("", say("reused_what"))).child(ignore)))
    }
}

impl Surface for Recall {
    fn view(&self) -> El {
        let budget = self.budget();
        let budget = (!budget.is_empty()).then(|| div("budget").key("budget").children(budget));
        // It is there before it says anything, so that a screen reader hears of what it says.
        let said = div("recalled").attr("aria-live", "polite").maybe(budget).maybe(self.warning());
        // The panel keeps its room for those who use them.
        let has_shelf = self.is_known && (self.place == Place::Popup || !self.shelf.is_empty());
        let shelf = has_shelf.then(|| self.shelf.view(&self.told));
        div("recalls").child(said).maybe(shelf)
    }

    fn update(&mut self, message: Msg) -> Vec<Effect> {
        match message {
            Msg::Memory(MemoryMsg::Stored(stored)) => self.take_in(stored),
            Msg::Memory(MemoryMsg::Full) => {
                self.shelf.full();
                Vec::new()
            }
            Msg::Told(told) => {
                self.told = told;
                self.compare()
            }
            Msg::Shelf(message) => self.shelf.update(&message, &self.told),
            Msg::IgnoreReused => {
                self.is_ignored = true;
                Vec::new()
            }
            Msg::Settings(settings) => {
                self.settings = settings;
                Vec::new()
            }
            Msg::Time(moment) => {
                self.today = moment.today();
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn theme(&self) -> Option<Theme> {
        None
    }
}
