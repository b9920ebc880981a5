//! The desk: a note under review, shared by the panel, the popup and the paste box.

mod change;
mod leave;
mod view;

pub use leave::Leave;
pub(super) use leave::{QUIET, wording};

use super::effect::{Change, Effect, Judged, Mark, PageNote};
use super::finding::{FindingId, ids, key, severity};
use crate::count::Count;
use crate::message::Message;
use crate::missing;
use crate::report::{Finding, Range, Report, Style};
use crate::review::Context;
use crate::rewrite::review_with;
use crate::rewrite::share::Share;
use crate::settings::Settings;
use crate::text::Lang;
use crate::text::span::utf16_len;
use leave::{Back, Leaving, words_of};

/// Findings that show before the rest is asked for.
const SHOWN_AT_FIRST: usize = 3;

/// What a person does at the desk.
#[derive(Debug, Clone, PartialEq)]
pub enum DeskMsg {
    /// Applies a fix: the finding's place in the report, the fix's place in the finding.
    Fix(usize, usize),
    /// Opens or closes the ways to leave a finding out.
    Ignore(usize),
    /// Leaves a finding out, in one of these ways.
    Leave(usize, Leave),
    /// Shows again what was left out.
    Restore,
    /// Opens or closes a finding.
    Open(usize),
    /// Opens or closes the page of a finding's rule.
    Why(usize),
    /// The pointer or the focus is on a finding, or on none.
    Hover(Option<usize>),
    /// Opens or closes the ways to say what is shared.
    ToggleShares,
    /// Adds a sentence on what is shared.
    Share(Share),
    /// Writes a rewrite into the box.
    Use(Style),
    /// Copies a rewrite.
    Copy(Style),
    /// Opens or closes the view of a rewrite's changes.
    Compare(Style),
    /// Opens or closes the checklist.
    ToggleChecklist,
    /// Opens or closes the rewrites.
    ToggleRewrites,
    /// Shows all findings.
    More,
    /// Takes back what was done last.
    Undo,
}

/// Whether the rewrites stand open from the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rewrites {
    /// Folded up: the panel has little room.
    Folded,
    /// Open: they are what the popup is for.
    Open,
}

/// A note under review.
#[derive(Debug)]
pub struct Desk {
    note: PageNote,
    settings: Settings,
    report: Option<Report>,
    /// The lexicons without which the text cannot be judged.
    unread: Vec<Option<Lang>>,
    /// The text that the report is about; the note may have gone on since.
    judged: String,
    ignored: Vec<(&'static str, String)>,
    opened: Opened,
    why: Option<FindingId>,
    leaving: Leaving,
    compared: Option<Style>,
    open: Folds,
    all_shown: bool,
    /// The change that is on its way, with its inverse.
    pending: Option<Change>,
    /// The way back from what was done last.
    undo: Option<Back>,
    changes: u32,
    notice: Option<Message>,
    /// What a screen reader was last told.
    announced: Vec<Message>,
}

/// Which folds stand open.
#[derive(Debug, Clone, Copy, Default)]
struct Folds {
    checklist: bool,
    shares: bool,
    rewrites: bool,
}

/// Which finding is open; never more than one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opened {
    /// The first, whichever that is.
    First,
    /// This one.
    One(FindingId),
    /// None: the user closed it.
    Nothing,
}

impl Desk {
    /// An empty desk.
    pub fn new(settings: Settings, rewrites: Rewrites) -> Self {
        Self {
            note: PageNote::default(),
            settings,
            report: None,
            unread: Vec::new(),
            judged: String::new(),
            ignored: Vec::new(),
            opened: Opened::First,
            why: None,
            leaving: Leaving::Nothing,
            compared: None,
            open: Folds { rewrites: rewrites == Rewrites::Open, ..Folds::default() },
            all_shown: false,
            pending: None,
            undo: None,
            changes: 0,
            notice: None,
            announced: Vec::new(),
        }
    }

    /// Opens or closes the rewrites.
    pub fn set_rewrites(&mut self, rewrites: Rewrites) {
        self.open.rewrites = rewrites == Rewrites::Open;
    }

    /// The number of the note on the desk.
    pub fn seq(&self) -> u32 {
        self.note.seq
    }

    /// The text on the desk.
    pub fn text(&self) -> &str {
        &self.note.text
    }

    /// How many findings there are about the words.
    pub fn len(&self) -> usize {
        self.about_words().len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether the report is about the text as it is now.
    pub fn is_judged(&self) -> bool {
        self.report.is_some() && self.judged == self.note.text
    }

    /// What was judged, while that is the text as it is now.
    pub fn judged(&self) -> Option<Judged<'_>> {
        let report = self.report.as_ref().filter(|_| self.is_judged())?;
        let recipient = self.note.recipient.as_deref();
        Some(Judged { seq: self.note.seq, text: &self.judged, left: self.note.left, recipient, findings: &report.findings })
    }

    /// The user's settings.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Takes new settings; the note has to be judged again.
    pub fn set_settings(&mut self, settings: Settings) {
        self.settings = settings;
        self.report = None;
    }

    /// Takes the note as it is now. The counter follows at once, the judgement with [`Desk::judge`].
    pub fn set_note(&mut self, note: PageNote) {
        // The text as our own change left it may be taken back; any other text may not.
        let is_same = note.text == self.note.text;
        let is_ours = self.undo.as_ref().is_some_and(|back| back.holds(&note.text, is_same));
        if !is_same && !is_ours {
            self.notice = None;
        }
        if !is_ours {
            self.undo = None;
        }
        let context_changed =
            (note.limit, note.page_length, &note.recipient) != (self.note.limit, self.note.page_length, &self.note.recipient);
        self.note = note;
        if context_changed && self.judged == self.note.text {
            self.report = None;
        }
    }

    /// The count of the text as it is now.
    pub fn count(&self) -> Count {
        let limit = self.note.limit.unwrap_or_else(|| self.settings.limit());
        Count::new(utf16_len(&self.note.text), self.note.page_length, limit)
    }

    /// The lexicons without which the text cannot be judged; once they are here it is to be judged again.
    pub fn unread(&self) -> &[Option<Lang>] {
        &self.unread
    }

    /// What the text is judged under.
    fn context(&self) -> Context {
        Context {
            limit: self.count().limit,
            page_length: self.note.page_length,
            recipient: self.note.recipient.clone(),
            language: None,
            rules_off: self.settings.rules_off.clone(),
            allowed: self.settings.allowed.clone(),
            about: Some(self.settings.about.clone()),
        }
    }

    /// Judges the text as it is now. Tells whether it could be: without its language's lexicon all stays as it was.
    pub fn judge(&mut self) -> bool {
        // Rewording costs more than judging: it waits until somebody looks.
        let mut report = review_with(&self.note.text, &self.context(), self.open.rewrites);
        self.unread = std::mem::take(&mut report.unread);
        if !self.unread.is_empty() {
            return false;
        }
        let text = &self.note.text;
        let is_ignored =
            |finding: &Finding| self.ignored.iter().any(|(rule, about)| *rule == finding.rule && about == words_of(finding, text));
        report.findings.retain(|finding| !is_ignored(finding));
        self.judged.clone_from(&self.note.text);
        self.report = Some(report);
        true
    }

    /// The underlines for the text as it was judged.
    pub fn marks(&self) -> Effect {
        let findings = self.report.iter().flat_map(|report| &report.findings);
        let marks = findings
            .filter(|finding| finding.rule != "over-limit")
            .filter_map(|finding| Some(Mark { at: finding.at?, severity: severity(finding.severity), rule: finding.rule }))
            .collect();
        let count = self.count();
        let over = (count.remaining() < 0).then(|| utf16_len(&self.note.text).saturating_sub(count.remaining().unsigned_abs()));
        Effect::Marks(self.note.seq, marks, over)
    }

    /// The place in the report of the finding behind an underline.
    pub fn finding_of_mark(&self, mark: usize) -> Option<usize> {
        let findings = self.report.iter().flat_map(|report| report.findings.iter().enumerate());
        findings.filter(|(_, finding)| finding.at.is_some() && finding.rule != "over-limit").nth(mark).map(|(index, _)| index)
    }

    /// Opens a finding and gives its key.
    pub fn reveal(&mut self, index: usize) -> Option<String> {
        let id = self.id(index)?;
        self.opened = Opened::One(id);
        self.all_shown = true;
        Some(key("finding", id))
    }

    /// The name of a finding by its place in the report.
    fn id(&self, index: usize) -> Option<FindingId> {
        ids(&self.report.as_ref()?.findings).get(index).copied()
    }

    /// The findings about the words, each with its place in the report and its name.
    fn about_words(&self) -> Vec<(usize, FindingId, &Finding)> {
        let findings = self.report.as_ref().map_or(&[][..], |report| &report.findings);
        let named = ids(findings).into_iter().zip(findings).enumerate();
        named.filter(|(_, (_, finding))| !missing::is_missing(finding.rule)).map(|(index, (id, finding))| (index, id, finding)).collect()
    }

    /// The finding that is open; the first when the chosen one has gone.
    fn open_one(&self) -> Option<FindingId> {
        let all = self.about_words();
        let first = all.first().map(|one| one.1);
        match self.opened {
            Opened::One(id) if all.iter().any(|one| one.1 == id) => Some(id),
            Opened::First | Opened::One(_) => first,
            Opened::Nothing => None,
        }
    }

    /// What was said last, taken away.
    pub(super) fn take_notice(&mut self) -> Option<Message> {
        self.notice.take()
    }

    /// Says something.
    pub(super) fn set_notice(&mut self, notice: Option<Message>) {
        self.notice = notice;
    }

    /// How many findings show; one that was opened does, wherever it stands.
    fn shown(&self) -> usize {
        let all = self.about_words();
        let open = self.open_one();
        let needed = all.iter().position(|one| Some(one.1) == open).map_or(0, |at| at + 1);
        if self.all_shown { all.len() } else { SHOWN_AT_FIRST.max(needed) }
    }

    /// Takes in what a person did.
    pub fn update(&mut self, message: &DeskMsg) -> Vec<Effect> {
        match *message {
            DeskMsg::Fix(index, at) => return self.fix(index, at).map(Effect::Write).into_iter().collect(),
            DeskMsg::Use(style) => return self.apply(style).map(Effect::Write).into_iter().collect(),
            DeskMsg::Copy(style) => return self.copy(style),
            DeskMsg::Share(what) => return self.share(what),
            DeskMsg::Undo => return self.take_back(),
            DeskMsg::Ignore(index) => {
                let Some(id) = self.id(index) else { return Vec::new() };
                if self.leaving == Leaving::Open(id) {
                    self.leaving = Leaving::Nothing;
                    // Where the focus may have been has gone.
                    return vec![Effect::Focus(key("ignore", id))];
                }
                self.leaving = Leaving::Open(id);
                // It opens below its button, where a narrow panel may have no room left.
                return vec![Effect::Reveal(key("leaving", id))];
            }
            DeskMsg::Leave(index, how) => return self.leave(index, how),
            DeskMsg::Restore => {
                self.ignored.clear();
                self.judge();
                let first = self.about_words().first().map(|one| Effect::Focus(key("open", one.1)));
                return [self.marks()].into_iter().chain(first).collect();
            }
            DeskMsg::Hover(index) => {
                let findings = self.report.iter().flat_map(|report| &report.findings);
                let at = index.and_then(|index| findings.map(|finding| finding.at).nth(index).flatten());
                return vec![Effect::Flash(at.filter(|_| self.is_judged()).unwrap_or(Range { start: 0, end: 0 }))];
            }
            DeskMsg::Open(index) => {
                let id = self.id(index);
                self.opened = id.filter(|_| self.open_one() != id).map_or(Opened::Nothing, Opened::One);
            }
            DeskMsg::Why(index) => self.why = self.id(index).filter(|id| self.why != Some(*id)),
            DeskMsg::Compare(style) => self.compared = (self.compared != Some(style)).then_some(style),
            DeskMsg::ToggleShares => self.open.shares = !self.open.shares,
            DeskMsg::ToggleChecklist => self.open.checklist = !self.open.checklist,
            DeskMsg::ToggleRewrites => {
                self.open.rewrites = !self.open.rewrites;
                if self.open.rewrites {
                    self.judge();
                }
            }
            DeskMsg::More => {
                let next = self.about_words().get(self.shown()).map(|one| Effect::Focus(key("open", one.1)));
                self.all_shown = true;
                return next.into_iter().collect();
            }
        }
        Vec::new()
    }
}
