//! What a good note has: one file each, in the order of the checklist.

pub(crate) mod common_ground;
mod greets_by_name;
pub(crate) mod offers_value;
mod polite_ask;
mod signs_off;
pub(crate) mod states_reason;
pub(crate) mod their_work;

use crate::lexicon::Hit;
use crate::note::Note;
use crate::rule::Signal;
use crate::rules::vague_meeting;
use crate::text::{Lang, Shape, Span, WordKind};
use crate::weigh::{Hint, weigh, weigh_sentences};

/// Every signal, in the order of the checklist.
pub const SIGNALS: &[&Signal] = &[
    &greets_by_name::SIGNAL,
    &common_ground::SIGNAL,
    &their_work::SIGNAL,
    &states_reason::SIGNAL,
    &offers_value::SIGNAL,
    &polite_ask::SIGNAL,
    &signs_off::SIGNAL,
];

/// What small words speak for or against a signal, in English: the section of its phrase file that lists them is named by the points of each.
const LEANINGS: &[Hint] = &[
    leaning("+4", 4),
    leaning("+3", 3),
    leaning("+2", 2),
    leaning("+1", 1),
    leaning("-1", -1),
    leaning("-2", -2),
    leaning("-3", -3),
    leaning("-4", -4),
];

/// Words that count as often as they stand.
const fn leaning(section: &'static str, points: i32) -> Hint {
    Hint { section, points, most: i32::MAX }
}

/// A note of fewer words has too few small ones to cast doubt on a phrase.
const FEW_WORDS: usize = 12;

/// In a text of more words, far longer than any note, small words pile up and say nothing.
const MANY_WORDS: usize = 400;

/// How many points of small words settle a signal that no phrase, or a doubtful one, says.
#[derive(Debug, Clone, Copy)]
struct Balance {
    /// With fewer, a phrase says it in passing only: unless the note is very short.
    doubt: i32,
    /// With so many, the note says it though no phrase was seen.
    enough: i32,
}

impl Balance {
    /// What is left of the words `found` for a signal, or the sentence whose small words say it most.
    fn settle(self, note: &Note, signal: &str, found: Option<Span>) -> Option<Span> {
        let words = note.words().len();
        if note.language() != Some(Lang::En) || words > MANY_WORDS {
            return found;
        }
        let points = weigh(note, signal, LEANINGS);
        if found.is_some() {
            return found.filter(|_| points >= self.doubt || words < FEW_WORDS);
        }
        if points < self.enough {
            return None;
        }
        let (sentence, _) = weigh_sentences(note, signal, LEANINGS).into_iter().enumerate().max_by_key(|&(_, points)| points)?;
        let words = note.sentence(sentence);
        let is_form = note.words().get(words.clone())?.iter().any(|word| word.kind == WordKind::Slot);
        (!is_form).then(|| note.span(words))
    }
}

/// The first hit of a signal's patterns that says something: not one whose sentence goes on with a slot to fill ("your post on [topic]").
fn first_filled(note: &Note, signal: &str) -> Option<Span> {
    note.hits_unless(signal, "flag", "veto").into_iter().find(|&hit| !is_form(note, hit)).map(|hit| note.mark(hit))
}

/// Whether a slot stands in or behind the words, in the same sentence.
fn is_form(note: &Note, hit: Hit) -> bool {
    let sentence = note.sentence(note.sentence_of(hit));
    let slots = note.hits("placeholder", "flag");
    (hit.first..sentence.end).any(|at| note.words().get(at).is_some_and(|word| word.kind == WordKind::Slot))
        || slots.iter().any(|slot| slot.first >= hit.first && slot.first < sentence.end)
}

/// Whether "your office" or "the same" stands where the note is after something else: in a pitch, a threat, a compliment on looks, or a
/// note that claims what it cannot name.
fn is_in_passing(note: &Note, hit: Hit) -> bool {
    let in_sentence = ["sales-pitch", "racy", "demanding", "asks-for-invitation"];
    let sentence = note.sentence_of(hit);
    let flags = |rule: &str| note.hits_unless(rule, "flag", "veto");
    !flags("claims-friend").is_empty()
        || in_sentence.iter().any(|rule| flags(rule).iter().any(|&other| note.sentence_of(other) == sentence))
}

/// Whether the note is about a meeting that has no place: then nothing is between the two.
fn is_hollow(note: &Note) -> bool {
    vague_meeting::unplaced(note).is_some_and(|hit| !names_something(note, hit))
}

/// Whether a capital behind the words tells of whom or of what they speak: "studied under Professor Hale".
fn names_something(note: &Note, hit: Hit) -> bool {
    let rest = hit.end..note.sentence(note.sentence_of(hit)).end;
    note.words().get(rest).is_some_and(|rest| rest.iter().any(|word| word.shape != Shape::Lower && note.folded(word) != "i"))
}

#[cfg(test)]
mod tests {
    use super::SIGNALS;
    use crate::note::Note;

    #[test]
    fn pages_show_notes_without_and_with_it() {
        for signal in SIGNALS {
            assert!(signal.doc.title.english().chars().count() <= 40, "{}", signal.id);
            assert!(!signal.doc.bad.is_empty() && !signal.doc.good.is_empty(), "{}", signal.id);
            for note in signal.doc.bad {
                assert_eq!((signal.find)(&Note::new(note, None)), None, "{}: {note}", signal.id);
            }
            for note in signal.doc.good {
                assert!((signal.find)(&Note::new(note, None)).is_some(), "{}: {note}", signal.id);
            }
        }
    }
}
