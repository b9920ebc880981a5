//! Changing the text: by a fix or a rewrite, once the page says that it took.

use super::Desk;
use super::leave::Back;
use crate::report::{Range, Rewrite, Style};
use crate::rewrite::share::{Share, share};
use crate::rule::Safety;
use crate::text::span::{utf16_len, utf16_slice};
use crate::ui::effect::{Change, Effect};
use crate::ui::el::say;
use crate::ui::finding::blank_in;

impl Desk {
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
            self.undo = Some(Back::Change(inverse, text.to_owned()));
            self.notice = Some(say("changed"));
        } else {
            self.undo = None;
            self.notice = Some(say("refused"));
        }
    }

    pub(super) fn next_id(&mut self) -> u32 {
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

    pub(super) fn fix(&mut self, index: usize, at: usize) -> Option<Change> {
        let fix = self.report.as_ref()?.findings.get(index)?.fixes.get(at)?.clone();
        // What the writer has to fill in is selected, so that typing replaces it.
        let blank = blank_in(&fix.replacement).filter(|_| fix.safety == Safety::Ask);
        let select = blank.map(|blank| Range { start: fix.at.start + blank.start, end: fix.at.start + blank.end });
        self.change(fix.at, fix.replacement, select)
    }

    /// Adds a sentence on what is shared; its blank is selected, so that typing replaces it.
    pub(super) fn share(&mut self, what: Share) -> Vec<Effect> {
        let Some(addition) = share(&self.note.text, &self.context(), what) else {
            self.notice = Some(say("share_known"));
            return Vec::new();
        };
        let at = addition.at.start;
        let select = blank_in(&addition.text).map(|blank| Range { start: at + blank.start, end: at + blank.end });
        self.change(addition.at, addition.text, select).map(Effect::Write).into_iter().collect()
    }

    /// Another text in the place of the whole note, its first blank selected.
    pub fn put(&mut self, text: String) -> Option<Change> {
        let end = utf16_len(&text);
        let select = blank_in(&text).unwrap_or(Range { start: end, end });
        self.replace(text, select)
    }

    fn replace(&mut self, text: String, select: Range) -> Option<Change> {
        self.change(Range { start: 0, end: utf16_len(&self.note.text) }, text, Some(select))
    }

    fn rewrite_in(&self, style: Style) -> Option<&Rewrite> {
        self.report.as_ref()?.rewrites.iter().find(|rewrite| rewrite.style == style)
    }

    pub(super) fn apply(&mut self, style: Style) -> Option<Change> {
        let rewrite = self.rewrite_in(style)?.clone();
        let end = utf16_len(&rewrite.text);
        let select = rewrite.blanks.first().map_or(Range { start: end, end }, |blank| blank.at);
        self.replace(rewrite.text, select)
    }

    pub(super) fn copy(&mut self, style: Style) -> Vec<Effect> {
        let Some(text) = self.rewrite_in(style).map(|rewrite| rewrite.text.clone()) else { return Vec::new() };
        self.notice = Some(say("copied"));
        vec![Effect::Copy(text)]
    }
}
