//! The desk: a note under review, shared by the panel, the popup and the paste box.

use super::checklist::{checklist, outline};
use super::counter::{announcement, counter};
use super::effect::{Change, Effect, Mark, PageNote};
use super::el::{El, button, div, list, p, section, span};
use super::finding::{FindingId, Shown, finding, ids, key, severity};
use super::rewrite::rewrite;
use crate::count::Count;
use crate::missing;
use crate::report::{Finding, Range, Report, Rewrite, Style};
use crate::review::{Context, review};
use crate::rewrite::review_with_rewrites;
use crate::rule::Safety;
use crate::settings::Settings;
use crate::text::span::{utf16_len, utf16_slice};

/// Findings that show before the rest is asked for.
const SHOWN_AT_FIRST: usize = 3;

/// What a person does at the desk.
#[derive(Debug, Clone, PartialEq)]
pub enum DeskMsg {
    /// Applies a fix: the finding's place in the report, the fix's place in the finding.
    Fix(usize, usize),
    /// Leaves a finding out, for this note.
    Ignore(usize),
    /// Shows again what was left out.
    Restore,
    /// Opens or closes a finding.
    Open(usize),
    /// Opens or closes the page of a finding's rule.
    Why(usize),
    /// The pointer or the focus is on a finding, or on none.
    Hover(Option<usize>),
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
    /// Takes the last change back.
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
    /// The text that the report is about; the note may have gone on since.
    judged: String,
    ignored: Vec<(&'static str, String)>,
    opened: Opened,
    why: Option<FindingId>,
    compared: Option<Style>,
    checklist_open: bool,
    rewrites_open: bool,
    all_shown: bool,
    /// The change that is on its way, with its inverse.
    pending: Option<Change>,
    /// The inverse of the last change, while the text is as the change left it.
    undo: Option<(Change, String)>,
    changes: u32,
    notice: Option<String>,
    /// What a screen reader was last told.
    announced: String,
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
            judged: String::new(),
            ignored: Vec::new(),
            opened: Opened::First,
            why: None,
            compared: None,
            checklist_open: false,
            rewrites_open: rewrites == Rewrites::Open,
            all_shown: false,
            pending: None,
            undo: None,
            changes: 0,
            notice: None,
            announced: String::new(),
        }
    }

    /// Opens or closes the rewrites.
    pub fn set_rewrites(&mut self, rewrites: Rewrites) {
        self.rewrites_open = rewrites == Rewrites::Open;
    }

    /// The number of the note on the desk.
    pub fn seq(&self) -> u32 {
        self.note.seq
    }

    /// The text on the desk.
    pub fn text(&self) -> &str {
        &self.note.text
    }

    /// Whether the report is about the text as it is now.
    pub fn is_judged(&self) -> bool {
        self.report.is_some() && self.judged == self.note.text
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
        let is_ours = self.undo.as_ref().is_some_and(|(_, after)| *after == note.text);
        if note.text != self.note.text && !is_ours {
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

    /// Judges the text as it is now.
    pub fn judge(&mut self) {
        let context = Context {
            limit: self.count().limit,
            page_length: self.note.page_length,
            recipient: self.note.recipient.clone(),
            language: None,
            rules_off: self.settings.rules_off.clone(),
        };
        // Rewording costs more than judging: it waits until somebody looks.
        let mut report =
            if self.rewrites_open { review_with_rewrites(&self.note.text, &context) } else { review(&self.note.text, &context) };
        let text = &self.note.text;
        let words = |finding: &Finding| finding.at.map(|at| utf16_slice(text, at.start, at.end)).unwrap_or_default().to_owned();
        report.findings.retain(|finding| !self.ignored.iter().any(|(rule, about)| *rule == finding.rule && *about == words(finding)));
        self.judged.clone_from(&self.note.text);
        self.report = Some(report);
    }

    /// The underlines for the text as it was judged.
    pub fn marks<M>(&self) -> Effect<M> {
        let findings = self.report.iter().flat_map(|report| &report.findings);
        let marks = findings
            .filter(|finding| finding.rule != "over-limit")
            .filter_map(|finding| {
                Some(Mark { at: finding.at?, severity: severity(finding.severity), rule: finding.rule, title: finding.title })
            })
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
            Opened::First => first,
            Opened::One(id) if all.iter().any(|one| one.1 == id) => Some(id),
            Opened::One(_) => first,
            Opened::Nothing => None,
        }
    }

    /// The page answered a change: whether it took, and the text afterwards.
    pub fn written(&mut self, id: u32, ok: bool, text: &str) {
        let Some(change) = self.pending.take_if(|change| change.id == id) else { return };
        if ok {
            let end = change.at.start + utf16_len(&change.replacement);
            let inverse = Change {
                id: 0,
                at: Range { start: change.at.start, end },
                expected: change.replacement,
                replacement: change.expected,
                select: None,
            };
            self.undo = Some((inverse, text.to_owned()));
            self.notice = Some("Changed.".into());
        } else {
            self.undo = None;
            self.notice = Some("The page did not take the change. Your text is as it was; copy the new one instead.".into());
        }
    }

    /// What was said last, taken away.
    pub(super) fn take_notice(&mut self) -> Option<String> {
        self.notice.take()
    }

    /// Says something.
    pub(super) fn set_notice(&mut self, notice: Option<String>) {
        self.notice = notice;
    }

    /// Takes in what a person did.
    pub fn update(&mut self, message: &DeskMsg) -> Vec<Effect<DeskMsg>> {
        match *message {
            DeskMsg::Fix(index, at) => return self.fix(index, at).map(Effect::Write).into_iter().collect(),
            DeskMsg::Use(style) => return self.apply(style).map(Effect::Write).into_iter().collect(),
            DeskMsg::Copy(style) => return self.copy(style),
            DeskMsg::Undo => {
                if let Some((mut change, _)) = self.undo.take() {
                    change.id = self.next_id();
                    self.pending = Some(change.clone());
                    return vec![Effect::Write(change)];
                }
            }
            DeskMsg::Ignore(index) => {
                let found = self.report.as_mut().filter(|report| index < report.findings.len()).map(|report| report.findings.remove(index));
                if let Some(found) = found {
                    let about = found.at.map(|at| utf16_slice(&self.judged, at.start, at.end)).unwrap_or_default();
                    self.ignored.push((found.rule, about.to_owned()));
                    self.opened = Opened::First;
                    self.why = None;
                    return vec![Effect::Flash(Range { start: 0, end: 0 }), self.marks()];
                }
            }
            DeskMsg::Restore => {
                self.ignored.clear();
                self.judge();
                return vec![self.marks()];
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
            DeskMsg::ToggleChecklist => self.checklist_open = !self.checklist_open,
            DeskMsg::ToggleRewrites => {
                self.rewrites_open = !self.rewrites_open;
                if self.rewrites_open {
                    self.judge();
                }
            }
            DeskMsg::More => self.all_shown = true,
        }
        Vec::new()
    }

    fn next_id(&mut self) -> u32 {
        self.changes += 1;
        self.changes
    }

    /// A change of the text as it was judged; none when the text has gone on since.
    fn change(&mut self, at: Range, replacement: String, select: Option<Range>) -> Option<Change> {
        if !self.is_judged() {
            self.judge();
            return None;
        }
        let expected = utf16_slice(&self.note.text, at.start, at.end).to_owned();
        let change = Change { id: self.next_id(), at, expected, replacement, select };
        self.pending = Some(change.clone());
        Some(change)
    }

    fn fix(&mut self, index: usize, at: usize) -> Option<Change> {
        let fix = self.report.as_ref()?.findings.get(index)?.fixes.get(at)?.clone();
        // What the writer has to fill in is selected, so that typing replaces it.
        let blank = blank_in(&fix.replacement).filter(|_| fix.safety == Safety::Ask);
        let select = blank.map(|blank| Range { start: fix.at.start + blank.start, end: fix.at.start + blank.end });
        self.change(fix.at, fix.replacement, select)
    }

    fn rewrite_in(&self, style: Style) -> Option<&Rewrite> {
        self.report.as_ref()?.rewrites.iter().find(|rewrite| rewrite.style == style)
    }

    fn apply(&mut self, style: Style) -> Option<Change> {
        let rewrite = self.rewrite_in(style)?.clone();
        let all = Range { start: 0, end: utf16_len(&self.note.text) };
        let end = utf16_len(&rewrite.text);
        let select = rewrite.blanks.first().map_or(Range { start: end, end }, |blank| blank.at);
        self.change(all, rewrite.text, Some(select))
    }

    fn copy(&mut self, style: Style) -> Vec<Effect<DeskMsg>> {
        let Some(text) = self.rewrite_in(style).map(|rewrite| rewrite.text.clone()) else { return Vec::new() };
        self.notice = Some("Copied.".into());
        vec![Effect::Copy(text)]
    }

    /// The desk.
    pub fn view(&self) -> El<DeskMsg> {
        let head = div("bar").child(counter(self.count())).child(self.status());
        let out = div("desk").child(head).child(self.live());
        let Some(report) = &self.report else { return out };
        let is_blank = self.judged.trim().is_empty();
        let list = if is_blank { outline(report) } else { checklist(report, self.checklist_open) };
        out.children(capped(report)).child(self.findings()).child(list).child(self.rewrites(report, is_blank))
    }

    /// What happened last, with its way back.
    fn status(&self) -> El<DeskMsg> {
        let undo = self.undo.as_ref().map(|_| button("undo", "Undo", DeskMsg::Undo).class("quiet"));
        let restore = (!self.ignored.is_empty() && self.undo.is_none())
            .then(|| button("restore", format!("{} ignored: show", self.ignored.len()), DeskMsg::Restore).class("quiet"));
        div("status").children(self.notice.clone().map(|notice| span("notice", notice))).children(undo).children(restore)
    }

    /// Tells a screen reader, politely, how the note stands; what it was told already is not said again.
    pub fn announce(&mut self) {
        let count = self.about_words().len();
        let suggestions = match count {
            _ if self.judged.trim().is_empty() => String::new(),
            0 => "No suggestions".to_owned(),
            1 => "1 suggestion".to_owned(),
            count => format!("{count} suggestions"),
        };
        self.announced = announcement(self.count()) + &suggestions;
    }

    fn live(&self) -> El<DeskMsg> {
        div("visually-hidden").key("live").attr("aria-live", "polite").text(self.announced.clone())
    }

    fn findings(&self) -> El<DeskMsg> {
        let all = self.about_words();
        let out = section("findings", "Suggestions").key("findings");
        if all.is_empty() {
            let is_blank = self.judged.trim().is_empty();
            return out.children((!is_blank).then(|| p("Nothing here that a recipient would mind.").class("all-well")));
        }
        let open = self.open_one();
        // A finding that was opened shows, wherever it stands.
        let needed = all.iter().position(|one| Some(one.1) == open).map_or(0, |at| at + 1);
        let shown = if self.all_shown { all.len() } else { SHOWN_AT_FIRST.max(needed) };
        let hidden = all.len().saturating_sub(shown);
        let items = all.into_iter().take(shown).map(|(index, id, found)| {
            let (is_open, shows_why) = (open == Some(id), self.why == Some(id));
            finding(found, Shown { index, id, text: &self.judged, is_open, shows_why })
        });
        out.child(list("list").children(items))
            .children((hidden > 0).then(|| button("more", format!("{hidden} more"), DeskMsg::More).class("quiet more")))
    }

    fn rewrites(&self, report: &Report, is_blank: bool) -> El<DeskMsg> {
        let label = if is_blank { "Ways to begin" } else { "Better wordings" };
        let head = button("rewrites", label, DeskMsg::ToggleRewrites).class("fold").attr("aria-expanded", self.rewrites_open.to_string());
        let out = div("rewrites").child(head);
        if !self.rewrites_open {
            return out;
        }
        if report.rewrites.is_empty() {
            return out.child(p("No better wording for this one: the suggestions above are all there is.").class("note"));
        }
        let cards = report.rewrites.iter().map(|one| rewrite(report, &self.judged, one, self.compared == Some(one.style)));
        out.child(list("list").children(cards))
    }
}

/// The first blank in brackets, in UTF-16 units.
fn blank_in(text: &str) -> Option<Range> {
    let (before, rest) = text.split_once('[')?;
    let (label, _) = rest.split_once(']')?;
    let start = utf16_len(before);
    Some(Range { start, end: start + utf16_len(label) + 2 })
}

/// Says so when only the start of a very long text was judged.
fn capped(report: &Report) -> Option<El<DeskMsg>> {
    report.checked.map(|units| p(format!("Only the first {units} characters were checked.")).class("note"))
}
