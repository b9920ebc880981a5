//! The reading of a note's end: a closing phrase, the writer's name, or both.

use super::Note;
use crate::lexicon::SHARED;
use crate::text::marks;
use crate::text::{Gap, Shape, Span, WordKind};
use std::ops::Range;

/// How a note ends: "Best, Anna", "Thank you!", "– Omar, tram driver".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignOff {
    /// From the closing phrase, or the name, to the end.
    pub span: Span,
    /// Indices of its words.
    pub words: Range<usize>,
    /// The writer's name.
    pub name: Option<Span>,
}

/// After a closing phrase no more words than this: a name, a trade, a firm.
const LONGEST_TAIL: usize = 9;

/// Words that a name at the end may have.
const LONGEST_NAME: usize = 4;

impl Note<'_> {
    /// How the note ends, if it ends with a closing phrase or the writer's name.
    pub fn sign_off(&self) -> Option<SignOff> {
        self.sign_off.get_or_init(|| self.read_sign_off()).clone()
    }

    fn read_sign_off(&self) -> Option<SignOff> {
        let end = self.end_of_prose();
        let begin = self.greeting().map_or(0, |greeting| greeting.words.end);
        let phrase = self
            .hits(SHARED, "sign-off")
            .into_iter()
            // Only the end of a long text is looked at closely.
            .filter(|hit| hit.end + LONGEST_TAIL >= end)
            .filter(|hit| hit.first >= begin && self.opens_closing(hit.first) && self.closes(hit.end, end))
            .min_by_key(|hit| (hit.first, std::cmp::Reverse(hit.end)));
        if let Some(hit) = phrase {
            let name = self.signature(hit.end, end);
            return Some(self.sign_off_at(hit.first..end, name));
        }
        let name = (begin..end)
            .rev()
            .take(LONGEST_TAIL)
            .find_map(|at| (self.starts_signature(at, end)).then(|| self.signature(at, end)).flatten())?;
        Some(self.sign_off_at(name.start..end, Some(name)))
    }

    fn sign_off_at(&self, words: Range<usize>, name: Option<Range<usize>>) -> SignOff {
        SignOff { span: self.span(words.clone()), words, name: name.map(|name| self.span(name)) }
    }

    /// Index after the last word that is no link, emoji or postscript mark.
    fn end_of_prose(&self) -> usize {
        self.words().iter().rposition(|word| !matches!(word.kind, WordKind::Emoji | WordKind::Link)).map_or(0, |last| last + 1)
    }

    /// A closing phrase follows a pause: a comma at least.
    fn opens_closing(&self, at: usize) -> bool {
        at > 0 && self.gap(at) >= Gap::Comma || self.gap(at) >= Gap::Clause
    }

    /// Whether what follows a closing phrase is a short tail: nothing, or a name and what goes with it.
    fn closes(&self, at: usize, end: usize) -> bool {
        if at >= end {
            return true;
        }
        let tail = end - at;
        let slot = self.words().get(at).is_some_and(|word| word.kind == WordKind::Slot);
        tail <= LONGEST_TAIL
            && (slot
                || self.signature(at, end).is_some()
                || self.hits(SHARED, "sign-off").iter().any(|hit| hit.first == at && hit.end >= end))
    }

    /// Where a signature without a closing phrase may start: after a sentence end or a dash, or after a comma at the very end.
    fn starts_signature(&self, at: usize, end: usize) -> bool {
        let gap = self.gap(at);
        let unmarked = !marks::starts_with(self.text().get(self.span(at..end).end..).unwrap_or_default().trim_start(), ".!?)\"”");
        at > 0
            && ((gap >= Gap::Clause && unmarked)
                || (gap == Gap::Line && end - at <= LONGEST_NAME)
                || (gap == Gap::Comma && unmarked && end - at <= 2))
    }

    /// The name that starts at `at` when only a signature stands between `at` and `end`.
    fn signature(&self, at: usize, end: usize) -> Option<Range<usize>> {
        let mut name_end = at;
        while name_end < end && name_end < at + LONGEST_NAME + 1 && (name_end == at || self.gap(name_end) < Gap::Comma) {
            let word = self.words().get(name_end)?;
            let capital = word.kind == WordKind::Letters && word.shape != Shape::Lower;
            let part = name_end > at && name_end + 1 < end && self.word_is(name_end, "name_part");
            if !(capital && !self.is_no_name(name_end) || part) {
                break;
            }
            name_end += 1;
        }
        if name_end == at {
            // "lg jonas": a short last line in small letters.
            let small =
                end - at <= 2 && self.words().get(at..end)?.iter().all(|word| word.kind == WordKind::Letters) && !self.is_no_name(at);
            return (small && self.hits(SHARED, "sign-off").iter().any(|hit| hit.end == at)).then_some(at..end);
        }
        let rest = end - name_end;
        let trade = rest <= LONGEST_TAIL
            && (self.gap(name_end) >= Gap::Comma || self.word_is(name_end, "own_name") || self.word_is(name_end, "from_word"));
        (rest == 0 || trade).then_some(at..name_end)
    }
}

#[cfg(test)]
mod tests {
    use crate::note::Note;

    fn sign_off(text: &str) -> Option<&str> {
        Note::new(text, None).sign_off().map(|sign_off| sign_off.span.of(text))
    }

    #[test]
    fn closing_phrases_and_names() {
        for (text, expected) in [
            ("May I connect? Best, Anna", "Best, Anna"),
            ("May I connect?\n\nKind regards,\nAnna Bell", "Kind regards,\nAnna Bell"),
            ("I liked your talk. Thanks!", "Thanks"),
            ("I liked your talk. Thank you for your time. Craig", "Thank you for your time. Craig"),
            ("I liked your talk.\n\nOona", "Oona"),
            ("I liked your talk – Bert, tram driver", "Bert, tram driver"),
            ("I liked your talk. Loic from the fish market", "Loic from the fish market"),
            ("Ich mag Ihr Buch. Viele Grüße, Jule", "Viele Grüße, Jule"),
            ("J'aime votre livre. Bien à vous, Luc", "Bien à vous, Luc"),
            ("Me gusta tu libro. ¡Un saludo!", "Un saludo"),
            ("Gostei do livro. Um abraço, Edu", "Um abraço, Edu"),
            ("Mi piace il libro. Cordiali saluti", "Cordiali saluti"),
            ("Mooi boek. Hartelijke groet, Staf", "Hartelijke groet, Staf"),
        ] {
            assert_eq!(sign_off(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn no_sign_off() {
        for text in [
            "Hi Anna",
            "Thank you for the talk on tides, it helped me a lot",
            "Hi Anna, thanks for the talk. May I connect?",
            "I wish you the best start in Bonn.",
            "I loved the talk in Bonn.",
            "We should connect!",
            "Looking forward to hearing from you.",
            "",
        ] {
            assert_eq!(sign_off(text), None, "{text}");
        }
    }
}
