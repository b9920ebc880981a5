//! Lists of words with a number each.

use super::hash::fnv;
use std::ops::Range;

/// Words and their numbers.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    /// The words, one after the other.
    letters: Vec<u8>,
    /// Where each starts, and where the last one ends.
    starts: Vec<u32>,
    /// Each word's number.
    numbers: Vec<u16>,
    /// Where a word stands among the others, plus one, at the place that its hash gives or the next that was free. At least half of
    /// the places are free (nought): most words of a note are in no list, and most of those meet a free place at once.
    places: Vec<u16>,
}

impl Vocabulary {
    /// Takes words in their order: how many letters each shares with the one before, how many of its own follow, and these letters.
    pub(crate) fn new(shared: &[u8], lengths: &[u8], own: &[u8], numbers: Vec<u16>) -> Self {
        let places = vec![0; (2 * lengths.len()).next_power_of_two()];
        let mut all = Self { letters: Vec::new(), starts: vec![0], numbers, places };
        let (mut word, mut rest) = (Vec::new(), own);
        for ((&shared, &length), number) in shared.iter().zip(lengths).zip(1..=u16::MAX) {
            let (own, left) = rest.split_at_checked(usize::from(length)).unwrap_or_default();
            rest = left;
            word.truncate(usize::from(shared));
            word.extend_from_slice(own);
            let place = all.place(&word);
            all.places.get_mut(place).into_iter().for_each(|place| *place = number);
            all.letters.extend_from_slice(&word);
            all.starts.push(u32::try_from(all.letters.len()).unwrap_or(u32::MAX));
        }
        all
    }

    /// Where the word stands in `places`, or the free place that it would have.
    fn place(&self, word: &[u8]) -> usize {
        let last = self.places.len() - 1;
        let mut at = fnv(word) as usize & last;
        while let Some(number) = self.number_at(at)
            && self.letters.get(row(&self.starts, number)) != Some(word)
        {
            at = (at + 1) & last;
        }
        at
    }

    /// Which word stands at a place.
    fn number_at(&self, place: usize) -> Option<usize> {
        usize::from(*self.places.get(place)?).checked_sub(1)
    }

    /// The number of a folded word, if it is known.
    pub(crate) fn get(&self, word: &[u8]) -> Option<u16> {
        self.numbers.get(self.number_at(self.place(word))?).copied()
    }
}

/// Parts of words, at the start or, reversed, at the end of them, and their numbers.
#[derive(Debug)]
pub(crate) struct Parts {
    /// The parts, sorted, one after the other.
    letters: &'static [u8],
    /// Where each starts, and where the last one ends.
    starts: Vec<u32>,
    numbers: Vec<u16>,
    /// For each byte the first part that starts with it or a greater one.
    firsts: Vec<u16>,
}

/// From one start of a table to the next.
pub(crate) fn row<T: Copy + Into<u32>>(starts: &[T], at: usize) -> Range<usize> {
    let start = |at: usize| starts.get(at).map_or(0, |&start| Into::<u32>::into(start) as usize);
    start(at)..start(at + 1)
}

impl Parts {
    /// Takes parts in their order.
    pub(crate) fn new(letters: &'static [u8], starts: Vec<u32>, numbers: Vec<u16>) -> Self {
        let mut firsts = vec![0; 257];
        for (&start, after) in starts.iter().zip(1..).take(numbers.len()) {
            let first = letters.get(start as usize).map_or(0, |&byte| usize::from(byte));
            firsts.iter_mut().skip(first + 1).for_each(|place| *place = after);
        }
        Self { letters, starts, numbers, firsts }
    }

    /// Calls `found` with the length and the number of every known part that `word` starts with.
    pub(crate) fn each(&self, word: &[u8], found: &mut dyn FnMut(usize, u16)) {
        let Some(&first) = word.first() else { return };
        for index in row(&self.firsts, usize::from(first)) {
            let part = self.letters.get(row(&self.starts, index)).unwrap_or_default();
            // Letter by letter: most differ in the second.
            if part.len() <= word.len() && part.iter().zip(word).all(|(part, word)| part == word) {
                found(part.len(), self.numbers.get(index).copied().unwrap_or_default());
            }
        }
    }
}
