//! The wish to connect in our words, alone and together with a reason.

use super::compose::{Plan, is_content};
use super::draft::Draft;
use crate::report::Style;
use crate::text::find;

impl Plan<'_> {
    /// A polite ask; `seed` picks one of several.
    pub(super) fn ask(&self, draft: &Draft, seed: usize) -> &'static str {
        if draft.asked_for_invitation() {
            return self.styled(&self.wording.invites);
        }
        let [brief, warm, formally] = self.both(&self.wording.asks);
        let is_question = |text: &str| text.ends_with('?');
        let after_question = ends_with_question(draft);
        let choice = match self.style {
            Style::Brief if !after_question => brief,
            Style::Brief | Style::Warm => warm,
            Style::Formal => formally,
        };
        let fresh = |ask: &&str| {
            if after_question && is_question(ask) {
                return false;
            }
            let second = find::find(ask, " ").and_then(|space| find::find_from(ask, " ", space + 1));
            let start = ask.get(..second.unwrap_or(ask.len())).unwrap_or_default();
            !draft.pieces.iter().any(|piece| {
                piece.text != *ask && (find::contains(&piece.text, start) || find::contains(piece.formal(self.wording), start))
            })
        };
        let from = |turn: usize| choice.get((seed + turn) % choice.len().max(1)).copied().unwrap_or_default();
        (0..choice.len()).map(from).find(fresh).unwrap_or(from(0))
    }

    /// The ask with the reason; `draft` may end with a question.
    pub(super) fn ask_why(&self, draft: &Draft) -> &'static str {
        let sentence = self.styled(&self.wording.ask_why);
        let warm = self.both(&self.wording.ask_why).get(Style::Warm as usize);
        if sentence.ends_with('?') && ends_with_question(draft) { warm.map_or("", |warm| *warm) } else { sentence }
    }
}

/// Whether the last that it says is a question: two of them one after the other read like an interview.
fn ends_with_question(draft: &Draft) -> bool {
    draft.pieces.iter().rfind(|piece| is_content(piece)).is_some_and(|piece| piece.text.ends_with('?'))
}
