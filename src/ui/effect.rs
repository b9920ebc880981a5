//! What a surface asks the outside to do, and what it hears from it.

use super::el::El;
#[cfg(any(feature = "options", not(feature = "panel")))]
use super::memory::MemoryEffect;
use super::msg::Msg;
use crate::count::{Limit, LimitFrom};
use crate::memory::Day;
use crate::message::Text;
use crate::missing;
use crate::report::{Finding, Range};
use crate::settings::{Settings, Theme};
use crate::text::Lang;

/// One page of ours: a model with what it looks like and what it does when something happens.
pub trait Surface {
    /// What it looks like now.
    fn view(&self) -> El;

    /// Takes in what happened; gives what is to be done outside.
    fn update(&mut self, message: Msg) -> Vec<Effect>;

    /// The lexicons that it waits for, each told by [`Msg::Lexicon`] once it has come; `None` is the one for every language.
    fn unread(&self) -> &[Option<Lang>] {
        &[]
    }

    /// What it judged last, for whoever remembers notes; none while that is not the note that stands there.
    fn judged(&self) -> Option<Judged<'_>> {
        None
    }

    /// The colours of the page; none when that is for another surface in the page to say.
    fn theme(&self) -> Option<Theme>;
}

/// What those who remember notes hear of the one on the desk.
#[derive(Debug, Clone, Copy)]
pub struct Judged<'v> {
    /// The note's number; the page's and those of the popup's own box are counted apart.
    pub seq: u32,
    /// The text.
    pub text: &'v str,
    /// Notes left this month, by the page's own word.
    pub left: Option<u32>,
    /// The recipient's name.
    pub recipient: Option<&'v str>,
    /// What was found.
    pub findings: &'v [Finding],
}

impl Judged<'_> {
    /// The names of what recipients would mind in a note that is used again: what it lacks, and blanks, are for each time.
    pub fn minded(&self) -> impl Iterator<Item = Text> {
        let again = |finding: &&Finding| !missing::is_missing(finding.rule) && finding.rule != "placeholder";
        self.findings.iter().filter(again).map(|finding| finding.title)
    }
}

/// Something to be done outside.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Sends a message to this surface in so many milliseconds.
    After(i32, Msg),
    /// Changes the text in the page's box; the page answers with the change's number.
    Write(Change),
    /// Draws underlines, for the note with this number; `over` is the first unit past the limit.
    Marks(u32, Vec<Mark>, Option<usize>),
    /// Shows words for a moment; an empty range ends it.
    Flash(Range),
    /// Gives the focus back to the page's box.
    FocusBox,
    /// Shows the element with this key and gives it a short glow; the focus stays where the user types.
    Reveal(String),
    /// Moves the focus to the control with this key: the one that had it has gone.
    Focus(String),
    /// Moves the focus to the first thing that can be worked with.
    FocusFirst,
    /// Puts text on the clipboard.
    Copy(String),
    /// Keeps the settings.
    Store(Settings),
    /// Tells the time, by [`Msg::Time`].
    AskTime,
    /// Reads the note of the open dialog again.
    ReadNote,
    /// Checks the box that the user is in, whatever it is taken for; the answer is [`Msg::Adopted`].
    Adopt,
    /// Shows a number on the toolbar for the tab in front, until its note changes.
    Badge(usize),
    /// Opens the options page.
    OpenOptions,
    /// Opens the browser's page for shortcuts.
    OpenShortcuts,
    /// Does something with what is remembered.
    #[cfg(any(feature = "options", not(feature = "panel")))]
    Memory(MemoryEffect),
    /// Takes the panel away until the next dialog.
    Close,
}

/// A moment as the user's clock has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Moment {
    /// Milliseconds since 1970 (UTC).
    pub now: u64,
    /// What the user's clock is ahead of UTC, in minutes.
    pub zone: i32,
}

impl Moment {
    /// The day that it is where the user is.
    pub fn today(self) -> Day {
        let minutes = (self.now / 60_000).saturating_add_signed(self.zone.into());
        Day::from_number(i32::try_from(minutes / (24 * 60)).unwrap_or(i32::MAX))
    }
}

/// An underline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Where.
    pub at: Range,
    /// `error`, `warning`, `suggestion` or `hint`.
    pub severity: &'static str,
    /// The rule's id.
    pub rule: &'static str,
}

/// One undoable change to the text in a box; positions in UTF-16 units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Told back with the answer.
    pub id: u32,
    /// What is replaced.
    pub at: Range,
    /// What stands there now: the change is refused when it does not.
    pub expected: String,
    /// What stands there afterwards.
    pub replacement: String,
    /// What is selected afterwards; none keeps the caret where the text keeps its meaning.
    pub select: Option<Range>,
}

/// What the page shows of an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// A note's box, below which no panel stands.
    Note,
    /// The step before the box, which asks whether to add a note.
    Question,
    /// The offer that takes the dialog's place when the month's notes are used up.
    NotesUsedUp,
    /// No invitation at all for now.
    WeeklyLimit,
    /// The member's address is asked for.
    EmailNeeded,
    /// An invitation whose box is not known: LinkedIn has changed.
    Unknown,
    /// Nothing; but a text is kept.
    Nothing,
}

impl Sight {
    /// What the page's word means; one that is not known is a sight that is not known either.
    pub fn named(word: &str) -> Self {
        match word {
            "note" => Self::Note,
            "question" => Self::Question,
            "notes-used-up" => Self::NotesUsedUp,
            "weekly-limit" => Self::WeeklyLimit,
            "email-needed" => Self::EmailNeeded,
            _ => Self::Unknown,
        }
    }
}

/// What the page tells where it has no note to work on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Where {
    /// What it shows.
    pub sees: Sight,
    /// The recipient's name.
    pub recipient: Option<String>,
    /// Notes left this month, by the page's banner.
    pub left: Option<u32>,
    /// A text that was lost and may be wanted again.
    pub draft: Option<String>,
    /// The page's colours, where the panel asks in it.
    pub dark: bool,
}

/// The note of the open dialog, as the page tells it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PageNote {
    /// Counts up with every note.
    pub seq: u32,
    /// The text.
    pub text: String,
    /// The limit that the page gives, and where it stands.
    pub limit: Option<Limit>,
    /// The page's own count of the text.
    pub page_length: Option<usize>,
    /// The recipient's name.
    pub recipient: Option<String>,
    /// Notes left this month, by the page's banner.
    pub left: Option<u32>,
    /// Whether to judge at once: after a paste, when the box is left, and at first.
    pub immediate: bool,
    /// The page's colours.
    pub dark: bool,
    /// Whether the window is private: no word of the note may be kept.
    pub private: bool,
}

/// Where a limit comes from, by the page's word for it.
pub fn limit_from(word: &str) -> Option<LimitFrom> {
    match word {
        "counter" => Some(LimitFrom::Counter),
        "maxlength" => Some(LimitFrom::Maxlength),
        "sales-navigator" => Some(LimitFrom::SalesNavigator),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Moment;

    #[test]
    fn the_day_is_the_users_own() {
        let day = |zone, now| Moment { now, zone }.today().to_string();
        let night = 20_779 * 86_400_000 + 23 * 3_600_000;
        assert_eq!([day(0, night), day(60, night), day(-600, night)], ["2026-11-22", "2026-11-23", "2026-11-22"]);
        assert_eq!(day(-60, 20_779 * 86_400_000), "2026-11-21");
    }
}
