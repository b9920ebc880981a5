//! The part of the options page about what is remembered: the switches, the notes that are left, the history.
//!
//! What stands here is what the storage said last; whatever the user does goes out as an [`Effect`], and the storage tells of it
//! as of a change made anywhere else.

mod history;
mod view;

pub(super) use view::{sent, standing};

use super::effect::Effect;
use super::msg::Msg;
use crate::memory::choice::MOST_NOTES;
use crate::memory::fingerprint::KEPT_UNDER;
use crate::memory::sent::Damage;
use crate::memory::store::{SetAside, Store};
use crate::memory::{Choice, Erase, Key, Outcome, Sent, Switch, export, template};

/// How many rows of the history are added at a time.
const ROWS: usize = 50;

/// What can happen to it.
#[derive(Debug, Clone, PartialEq)]
pub enum MemoryMsg {
    /// The storage holds this now.
    Stored(Stored),
    /// Turns a switch the other way.
    Turn(Switch),
    /// The box for the notes of a month changed.
    Notes(String),
    /// The box for the notes to keep back changed.
    Reserve(String),
    /// An outcome was chosen: its word, a space, and the key of the invitation.
    Outcome(String),
    /// Shows more of the history.
    More,
    /// Asks whether to erase everything.
    AskErase,
    /// Erases what was asked about.
    Erase,
    /// Leaves what was asked about as it is.
    Leave,
    /// Removes what cannot be read.
    Discard,
    /// Hands the history out as a file.
    Export(Format),
    /// The storage took no more.
    Full,
}

/// What the storage holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Stored {
    /// What the user wants kept.
    pub choice: Choice,
    /// Keys and lines, as [`Store::read`] takes them.
    pub lines: Vec<(String, String)>,
    /// The key of the fingerprints, once there is one.
    pub key: Option<Key>,
    /// Keys and templates, as [`template::read`](crate::memory::template::read) takes them.
    pub templates: Vec<(String, String)>,
    /// Whether settings are to be the same in all of the user's browsers.
    pub is_synced: bool,
    /// Whether some of the lines found no room where they would outlive the browser.
    pub is_full: bool,
}

/// What is to be done with the storage, or with a part of it.
#[derive(Debug, Clone, PartialEq)]
pub enum MemoryEffect {
    /// Keeps what the user wants kept.
    Choose(Choice),
    /// Puts lines in place of those with the same keys.
    Write(Vec<(String, String)>),
    /// Removes what stands under these keys.
    Remove(Vec<String>),
    /// Keeps templates, each under a key of its own made by chance.
    Add(Vec<String>),
    /// Puts a text in the place of the note.
    Put(String),
    /// Hands everything that is stored out as a file.
    SaveAll,
    /// Takes in the file that was chosen.
    Open,
    /// Keeps whether settings are to be the same in all of the user's browsers.
    Sync(bool),
    /// Forgets everything.
    Reset,
    /// Makes the key of the fingerprints, by chance.
    MakeKey,
    /// Tells the page the fingerprint of the note that stands in its box, for when it is sent; empty when there is none.
    Fingerprint(String),
    /// Hands out a file: its name, its kind, its text.
    Save(&'static str, &'static str, String),
}

/// A form in which the history is handed out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For a spreadsheet.
    Csv,
    /// For a program.
    Json,
}

/// The part of the page.
#[derive(Debug, Default)]
pub(super) struct Memory {
    /// Before the storage has answered there is nothing to show.
    is_known: bool,
    choice: Choice,
    /// What was sent, oldest first, and the key of each.
    sent: Vec<Sent>,
    keys: Vec<String>,
    set_aside: Vec<SetAside>,
    is_full: bool,
    /// What stands in the boxes for numbers, right or wrong.
    notes: String,
    reserve: String,
    /// How many more rows than at first the history shows.
    more: usize,
    /// What may be erased, once the user has been asked; and whether a switch that was turned off led to it.
    asks: Option<(Erase, bool)>,
}

impl Memory {
    /// Whether there is a storage, and it has answered.
    pub(super) fn is_known(&self) -> bool {
        self.is_known
    }

    /// Takes in what happened; gives what is to be done.
    pub(super) fn update(&mut self, message: MemoryMsg) -> Vec<Effect> {
        match message {
            MemoryMsg::Stored(stored) => return self.take_in(stored),
            MemoryMsg::Turn(switch) => return self.turn(switch),
            MemoryMsg::Notes(text) => {
                self.notes = text;
                return self.choose();
            }
            MemoryMsg::Reserve(text) => {
                self.reserve = text;
                return self.choose();
            }
            MemoryMsg::Outcome(value) => return self.mark(&value),
            MemoryMsg::More => self.more += ROWS,
            MemoryMsg::AskErase => return self.ask(Erase::All, false),
            MemoryMsg::Erase => return self.erase(),
            MemoryMsg::Leave => {
                self.asks = None;
                return vec![Effect::Focus("memory".to_owned())];
            }
            MemoryMsg::Discard => {
                let keys = self.set_aside.drain(..).map(|aside| aside.key).collect();
                return vec![remove(keys), Effect::Focus("memory".to_owned())];
            }
            MemoryMsg::Export(Format::Csv) => return vec![save("connote.csv", "text/csv", export::csv(&self.sent))],
            MemoryMsg::Export(Format::Json) => return vec![save("connote.json", "application/json", export::json(&self.sent))],
            MemoryMsg::Full => self.is_full = true,
        }
        Vec::new()
    }

    fn take_in(&mut self, Stored { choice, lines, key, is_full, templates, .. }: Stored) -> Vec<Effect> {
        let store = Store::read(lines.iter().map(|(key, line)| (key.as_str(), line.as_str())));
        (self.keys, self.sent) = store.kept.into_iter().map(|kept| (kept.key, kept.sent)).unzip();
        self.set_aside = store.set_aside;
        let unread = templates.iter().filter(|(_, text)| template::read(text).is_empty());
        self.set_aside.extend(unread.map(|(key, _)| SetAside { key: key.clone(), damage: Damage::Form }));
        self.is_full = is_full;
        // A number that is just being typed stays as it is.
        if choice.notes_a_month != self.choice.notes_a_month {
            self.notes = choice.notes_a_month.map(|notes| notes.to_string()).unwrap_or_default();
        }
        if choice.reserve != self.choice.reserve {
            self.reserve = if choice.reserve == 0 { String::new() } else { choice.reserve.to_string() };
        }
        self.choice = choice;
        self.is_known = true;
        let lacks_key = choice.is_on(Switch::Reuse) && key.is_none();
        lacks_key.then_some(Effect::Memory(MemoryEffect::MakeKey)).into_iter().collect()
    }

    fn turn(&mut self, switch: Switch) -> Vec<Effect> {
        self.choice = self.choice.turned(switch);
        self.asks = None;
        let mut effects = vec![Effect::Memory(MemoryEffect::Choose(self.choice))];
        let left_behind = if self.choice.is_on(switch) { None } else { Erase::after(switch, &self.choice) };
        if let Some(erase) = left_behind
            && self.sent.iter().any(|sent| erase.from(sent).as_ref() != Some(sent))
        {
            effects.append(&mut self.ask(erase, true));
        } else if switch == Switch::Reuse && left_behind.is_some() {
            effects.push(remove(vec![KEPT_UNDER.to_owned()]));
        }
        effects
    }

    fn choose(&mut self) -> Vec<Effect> {
        let (Ok(notes), Ok(reserve)) = (number(&self.notes), number(&self.reserve)) else { return Vec::new() };
        self.choice.notes_a_month = notes;
        self.choice.reserve = reserve.unwrap_or_default();
        vec![Effect::Memory(MemoryEffect::Choose(self.choice))]
    }

    fn mark(&mut self, value: &str) -> Vec<Effect> {
        let Some((word, key)) = value.split_once(' ') else { return Vec::new() };
        let found = self.keys.iter().position(|own| own == key).and_then(|at| self.sent.get_mut(at));
        let (Some(sent), Some(outcome)) = (found, Outcome::named(word)) else { return Vec::new() };
        sent.outcome = outcome;
        vec![Effect::Memory(MemoryEffect::Write(vec![(key.to_owned(), sent.encode())]))]
    }

    fn ask(&mut self, erase: Erase, is_withdrawn: bool) -> Vec<Effect> {
        self.asks = Some((erase, is_withdrawn));
        vec![Effect::Focus("erase-not".to_owned())]
    }

    fn erase(&mut self) -> Vec<Effect> {
        let Some((erase, _)) = self.asks.take() else { return Vec::new() };
        let (mut gone, mut changed) = (Vec::new(), Vec::new());
        for (key, sent) in self.keys.iter().zip(&self.sent) {
            match erase.from(sent) {
                None => gone.push(key.clone()),
                Some(left) if left != *sent => changed.push((key.clone(), left.encode())),
                Some(_) => {}
            }
        }
        if erase == Erase::All {
            gone.extend(self.set_aside.iter().map(|aside| aside.key.clone()));
        }
        if matches!(erase, Erase::All | Erase::Fingerprints) {
            gone.push(KEPT_UNDER.to_owned());
        }
        let gone = (!gone.is_empty()).then(|| remove(gone));
        let changed = (!changed.is_empty()).then_some(Effect::Memory(MemoryEffect::Write(changed)));
        gone.into_iter().chain(changed).chain([Effect::Focus("memory".to_owned())]).collect()
    }
}

fn remove(keys: Vec<String>) -> Effect {
    Effect::Memory(MemoryEffect::Remove(keys))
}

fn save(name: &'static str, kind: &'static str, text: String) -> Effect {
    Effect::Memory(MemoryEffect::Save(name, kind, text))
}

/// A number of notes as it stands in a box; none when the box is empty, an error when it holds no such number.
fn number(text: &str) -> Result<Option<u16>, ()> {
    match text.trim() {
        "" => Ok(None),
        text => text.parse().ok().filter(|notes| *notes <= MOST_NOTES).map(Some).ok_or(()),
    }
}

/// The message of an event in this part.
fn msg(message: MemoryMsg) -> Msg {
    Msg::Memory(message)
}
