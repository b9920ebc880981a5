//! The reading of a note's opening: the greeting and the name in it.

use super::Note;
use crate::lexicon::SHARED;
use crate::text::{Gap, Shape, Span, WordKind};
use std::ops::Range;

/// How a note opens: "Hi Anna", "Dear Dr. Bell", "Omar".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Greeting {
    /// Greeting and name, without the comma after them.
    pub span: Span,
    /// Indices of its words.
    pub words: Range<usize>,
    /// Who is greeted, with titles: "Dr. Bell"; none in "Hi there" and in "Hi [Name]".
    pub name: Option<Span>,
    /// Whether there is a word of greeting beside the name.
    pub has_salutation: bool,
}

/// A greeting starts within so many words; an emoji or a bullet may stand before it.
const LATEST_START: usize = 1;

/// No name has more words than this.
const LONGEST_NAME: usize = 6;

impl Note<'_> {
    /// How the note opens, if it opens with a greeting or with a name.
    pub fn greeting(&self) -> Option<Greeting> {
        self.greeting.get_or_init(|| self.read_greeting()).clone()
    }

    fn read_greeting(&self) -> Option<Greeting> {
        let first = self.words().iter().position(|word| word.kind != WordKind::Emoji)?;
        let salutation = self
            .hits(SHARED, "greeting")
            .into_iter()
            .filter(|hit| hit.first <= first.max(LATEST_START) && self.sentence_of(*hit) == 0)
            .max_by_key(|hit| hit.end);
        let Some(salutation) = salutation else {
            return self.bare_name(first);
        };
        let name = self.name_at(salutation.end, true);
        let end = name.as_ref().map_or(salutation.end, |name| name.end);
        let words = salutation.first..end;
        Some(Greeting { span: self.span(words.clone()), words, name: name.map(|name| self.span(name)), has_salutation: true })
    }

    /// "Omar, …", "Nadia: …", and the greeting after the name in "Eva hello!".
    fn bare_name(&self, first: usize) -> Option<Greeting> {
        let name = self.name_at(first, false)?;
        let after = self.hits(SHARED, "greeting-after").into_iter().find(|hit| hit.first == name.end);
        let ends = self.gap(name.end) >= Gap::Comma && !self.asks(name.end) && name.end < self.words().len();
        if !ends && after.is_none() {
            return None;
        }
        let words = name.start..after.map_or(name.end, |hit| hit.end);
        Some(Greeting { span: self.span(words.clone()), words, name: Some(self.span(name)), has_salutation: after.is_some() })
    }

    /// Whether the word before `at` ends a question.
    fn asks(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.words().get(before));
        self.gap(at) >= Gap::Sentence && before.is_some_and(|word| self.is_question(word.sentence as usize))
    }

    /// The words of a name that starts at word `at`, titles included.
    ///
    /// After a greeting a small letter is forgiven where a comma follows ("hi anna,").
    fn name_at(&self, at: usize, greeted: bool) -> Option<Range<usize>> {
        let mut end = at;
        let mut real = 0;
        let mut titles = 0;
        while end < at + LONGEST_NAME && end < self.words().len() && (end == at || self.gap(end) < Gap::Comma) {
            if end == at && greeted && self.gap(end) >= Gap::Sentence {
                return None;
            }
            let Some(word) = self.words().get(end).filter(|word| word.kind == WordKind::Letters) else { break };
            let capital = word.shape != Shape::Lower;
            if self.word_is(end, "title_word") && (capital || self.word_is(end, "title_small")) && real == 0 {
                titles += 1;
            } else if real + titles > 0 && self.is_name_part(end) {
                // "van der Meer", "De Wit".
            } else if (!self.is_no_name(end) || (titles > 0 && capital && self.ends_greeting(end + 1)))
                && (capital || (greeted && end == at && self.ends_greeting(end + 1)))
            {
                real += 1;
            } else {
                break;
            }
            end += 1;
        }
        if real == 0 {
            // "Dear Professor," greets nobody by name; "Hi Prof. …" neither.
            return None;
        }
        if self.word_is(end, "title_after") && self.gap(end) < Gap::Comma {
            end += 1;
        }
        // "Anna here", "Hi, Bekzod from Kiln": the writer's own name.
        (!self.word_is(end, "own_name") || self.gap(end) >= Gap::Comma).then_some(at..end)
    }

    /// A small word inside a name, with more of the name after it.
    fn is_name_part(&self, at: usize) -> bool {
        self.word_is(at, "name_part") && self.gap(at + 1) < Gap::Comma && (self.is_capital(at + 1) || self.word_is(at + 1, "name_part"))
    }

    fn ends_greeting(&self, at: usize) -> bool {
        at >= self.words().len() || self.gap(at) >= Gap::Comma || self.word_is(at, "title_after")
    }

    fn is_capital(&self, at: usize) -> bool {
        self.words().get(at).is_some_and(|word| word.kind == WordKind::Letters && word.shape != Shape::Lower)
    }

    /// Whether a word stands where a name could and is none: "there", "team", "Saw".
    pub(super) fn is_no_name(&self, at: usize) -> bool {
        self.word_is(at, "no_name")
    }

    /// What stands before a word; the end of the note counts as a new line.
    pub(super) fn gap(&self, at: usize) -> Gap {
        self.words().get(at).map_or(Gap::Line, |word| word.gap)
    }
}

#[cfg(test)]
mod tests {
    use crate::note::Note;

    fn name(text: &str) -> Option<&str> {
        Note::new(text, None).greeting().and_then(|greeting| greeting.name).map(|span| span.of(text))
    }

    #[test]
    fn greetings_with_a_name() {
        for (text, expected) in [
            ("Hi Anna, I saw your talk", "Anna"),
            ("hi anna, we met in Bonn", "anna"),
            ("Dear Dr. Bell-Owusu: your talk was great", "Dr. Bell-Owusu"),
            ("Good morning Mrs. van der Meer, I paint", "Mrs. van der Meer"),
            ("Hey Kiran sir, may I connect?", "Kiran sir"),
            ("Hi Omar I saw you talk", "Omar"),
            ("👋 Hello Ines! Great talk", "Ines"),
            ("Sehr geehrte Frau Dr. Holm, gern", "Frau Dr. Holm"),
            ("Bonjour Madame N'Diaye, je", "Madame N'Diaye"),
            ("Bonjour Madame Petit, je", "Madame Petit"),
            ("Buenos días, Lucía: me gustaría", "Lucía"),
            ("Olá, Sr. Prado. Gostaria", "Sr. Prado"),
            ("Gentile Dott.ssa Riva, ho letto", "Dott.ssa Riva"),
            ("Dag meneer De Wit, ik zag", "meneer De Wit"),
        ] {
            assert_eq!(name(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_bare_name() {
        for (text, expected) in [
            ("Omar - saw your talk", "Omar"),
            ("Nadia, your thread made me laugh", "Nadia"),
            ("Professor Lindt, your paper helps", "Professor Lindt"),
            ("Eva hello! I read you", "Eva"),
            ("Herr Dr. Lang, Ihr Buch", "Herr Dr. Lang"),
            ("Madame Roy, bravo pour le prix", "Madame Roy"),
        ] {
            assert_eq!(name(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn no_name() {
        for text in [
            "Hi there, I saw your talk",
            "Hello! Hope you are well",
            "Dear Sir, I weld",
            "Hi [First Name], great talk",
            "Hello, Bekzod here from Tashkent",
            "Hi I came across your page",
            "Hello Professor. I teach",
            "Thanks, that was great",
            "Recently, I read your book",
            "Dinner? On me",
            "Anna here, we met",
            "",
        ] {
            assert_eq!(name(text), None, "{text}");
        }
    }
}
