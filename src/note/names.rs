//! Which words of a note are names: of people, firms, places, events.

use super::Note;
use crate::text::{Gap, Lang, Shape, WordKind};
use std::ops::Range;

impl Note<'_> {
    /// The names in the note, as ranges of words, in order: "Anna Bell", "Siemens", "NHS", "Bonn".
    ///
    /// A word that starts a sentence is one when it stands elsewhere with a capital too, has capitals inside, or is followed by
    /// another name. German writes every noun with a capital, so there only words with capitals inside, or those that
    /// follow a title or a word such as `bei`, are names.
    pub fn names(&self) -> &[Range<usize>] {
        self.names.get_or_init(|| self.read_names())
    }

    fn read_names(&self) -> Vec<Range<usize>> {
        let mut out: Vec<Range<usize>> = Vec::new();
        for at in 0..self.words().len() {
            if !self.is_name_word(at) {
                continue;
            }
            match out.last_mut() {
                Some(last) if self.continues_name(last.end, at) => last.end = at + 1,
                _ => out.push(at..at + 1),
            }
        }
        out
    }

    /// Whether the name that ends before `end` goes on at word `at`: at once, or after a small word such as `van`.
    fn continues_name(&self, end: usize, at: usize) -> bool {
        (end..=at).all(|word| self.gap(word) <= Gap::Space && (word == at || self.word_is(word, "name_part"))) && at - end <= 2
    }

    /// Whether a single word is a name or part of one.
    pub fn is_name_word(&self, at: usize) -> bool {
        let Some(word) = self.words().get(at) else { return false };
        if word.kind != WordKind::Letters || word.shape == Shape::Lower || self.is_no_name(at) {
            return false;
        }
        let starts = word.gap >= Gap::Sentence;
        let inner_capitals = matches!(word.shape, Shape::Mixed) || (word.shape == Shape::Upper && self.folded(word).len() <= 5);
        if inner_capitals {
            return true;
        }
        if self.language() == Some(Lang::De) {
            let before = at.checked_sub(1).filter(|_| !starts);
            return before.is_some_and(|before| self.word_is(before, "title_word") || self.word_is(before, "from_word"))
                || self.greeting().is_some_and(|greeting| greeting.words.contains(&at));
        }
        if !starts {
            return true;
        }
        self.starts_longer_name(at)
            || (0..self.words().len()).any(|other| other != at && self.is_same_inside(at, other))
            || (at == 0 && self.greeting().is_some_and(|greeting| greeting.words.contains(&at)))
    }

    /// Whether another word with a capital follows at once.
    fn starts_longer_name(&self, at: usize) -> bool {
        let next = at + 1;
        self.words().get(next).is_some_and(|word| word.gap <= Gap::Space && word.shape == Shape::Capital) && !self.is_no_name(next)
    }

    /// Whether `other` is the same word, written the same way, inside a sentence.
    fn is_same_inside(&self, at: usize, other: usize) -> bool {
        let (Some(word), Some(other)) = (self.words().get(at), self.words().get(other)) else { return false };
        other.gap < Gap::Sentence && other.shape == word.shape && self.folded(other) == self.folded(word)
    }
}

#[cfg(test)]
mod tests {
    use crate::note::Note;

    fn names(text: &str) -> Vec<&str> {
        let note = Note::new(text, None);
        note.names().iter().map(|range| note.span(range.clone()).of(text)).collect()
    }

    #[test]
    fn people_places_and_firms() {
        assert_eq!(
            names("Hi Anna Bell, we met at Royal Dutch in Bonn. Great day with eBay and the NHS"),
            ["Anna Bell", "Royal Dutch", "Bonn", "eBay", "NHS"]
        );
        assert_eq!(names("Hallo Frau Lang, Ihr Vortrag bei Bosch über Holzbau war klasse"), ["Frau Lang", "Bosch"]);
        assert_eq!(names("Dear Ms. van der Meer, I saw your paper"), ["Ms. van der Meer"]);
    }

    #[test]
    fn ordinary_words_with_a_capital() {
        assert!(names("I paint boats. Would you like to connect? Boats are fun").is_empty());
    }
}
