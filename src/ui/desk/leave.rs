//! Leaving a finding out: here, its wording for good, its rule, or everything for a while; and the way back.

use super::{Desk, Opened};
use crate::report::{Finding, Range};
use crate::settings::{self, PAUSE, Settings};
use crate::text::span::utf16_slice;
use crate::ui::effect::{Change, Effect};
use crate::ui::el::{fill, say};
use crate::ui::finding::{FindingId, key, short};
use crate::ui::msg::Msg;

/// How long a note stays as it is before a screen reader is told of it, in milliseconds.
pub(in crate::ui) const QUIET: i32 = 1000;

/// How a finding is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leave {
    /// In this note.
    Here,
    /// Its wording, wherever its rule finds it.
    Wording,
    /// All that its rule finds.
    Rule,
    /// Everything, for [`PAUSE`].
    Everything,
}

/// How far the user has come in leaving something out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leaving {
    /// Nowhere.
    Nothing,
    /// The ways to leave this finding out are open.
    Open(FindingId),
    /// A pause is to begin as soon as the time is known.
    Pausing,
}

/// The way back from what was done last.
#[derive(Debug)]
pub(super) enum Back {
    /// The inverse of our change, while the text is this: as the change left it.
    Change(Change, String),
    /// A finding that was left out in this note.
    Here(FindingId),
    /// A wording that is let pass.
    Wording(FindingId, String),
    /// A rule that is off.
    Rule(FindingId),
}

impl Back {
    /// Whether it still leads back when the text is this, the same as before or another.
    pub(super) fn holds(&self, text: &str, is_same: bool) -> bool {
        if let Self::Change(_, after) = self { after == text } else { is_same }
    }
}

/// The words that a finding is about.
pub(super) fn words_of<'t>(finding: &Finding, text: &'t str) -> &'t str {
    finding.at.map(|at| utf16_slice(text, at.start, at.end)).unwrap_or_default()
}

/// The wording of a finding, where it is one that can be let pass for good: a text that is too long stays so.
pub(in crate::ui) fn wording(finding: &Finding, text: &str) -> Option<String> {
    settings::wording(finding.rule, words_of(finding, text)).filter(|_| finding.rule != "over-limit")
}

impl Desk {
    /// Leaves a finding out.
    pub(super) fn leave(&mut self, index: usize, how: Leave) -> Vec<Effect> {
        let found = self.report.as_ref().and_then(|report| report.findings.get(index));
        let Some((id, found)) = self.id(index).zip(found) else { return Vec::new() };
        let words = words_of(found, &self.judged).to_owned();
        let (back, notice) = match how {
            Leave::Here => {
                self.ignored.push((id.0, words));
                (Back::Here(id), say("left_here"))
            }
            Leave::Wording => {
                let Some(allowed) = wording(found, &self.judged).filter(|_| !self.note.private) else { return Vec::new() };
                self.settings.allowed.push(allowed.clone());
                (Back::Wording(id, allowed), fill("wording_passes", vec![short(&words).as_str().into()]))
            }
            Leave::Rule => {
                let notice = fill("rule_is_off", vec![found.title.into()]);
                self.settings.rules_off.push(id.0.to_owned());
                (Back::Rule(id), notice)
            }
            Leave::Everything => {
                self.leaving = Leaving::Pausing;
                return vec![Effect::AskTime];
            }
        };
        self.undo = Some(back);
        self.notice = Some(notice);
        self.opened = Opened::First;
        self.why = None;
        self.leaving = Leaving::Nothing;
        self.after_leaving(how != Leave::Here, "undo".to_owned())
    }

    /// Takes back what was done last.
    pub(super) fn take_back(&mut self) -> Vec<Effect> {
        let (id, stores) = match self.undo.take() {
            Some(Back::Change(mut change, _)) => {
                change.id = self.next_id();
                self.pending = Some(change.clone());
                return vec![Effect::Write(change)];
            }
            Some(Back::Here(id)) => {
                self.ignored.pop();
                (id, false)
            }
            Some(Back::Wording(id, allowed)) => {
                self.settings.allowed.retain(|one| *one != allowed);
                (id, true)
            }
            Some(Back::Rule(id)) => {
                self.settings.rules_off.retain(|off| off != id.0);
                (id, true)
            }
            None => return Vec::new(),
        };
        self.notice = None;
        self.opened = Opened::One(id);
        self.all_shown = true;
        self.after_leaving(stores, key("open", id))
    }

    /// Judges anew and says so everywhere; then the focus is on what has this key.
    fn after_leaving(&mut self, stores: bool, focus: String) -> Vec<Effect> {
        self.judge();
        let store = stores.then(|| Effect::Store(self.settings.clone()));
        [Effect::Flash(Range { start: 0, end: 0 }), self.marks()]
            .into_iter()
            .chain(store)
            .chain([Effect::Focus(focus), Effect::After(QUIET, Msg::Quiet(self.seq()))])
            .collect()
    }

    /// Begins the pause that was asked for, now that the time is known (milliseconds since 1970, UTC); nothing when none was.
    pub(in crate::ui) fn pause_from(&mut self, now: u64) -> Option<Settings> {
        if self.leaving != Leaving::Pausing {
            return None;
        }
        self.leaving = Leaving::Nothing;
        self.settings.paused_until = Some(now.saturating_add(PAUSE));
        Some(self.settings.clone())
    }
}
