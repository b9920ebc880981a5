//! Lists of words with a number each, laid out when the crate is built and read where they lie.
//!
//! Words with the same two first letters stand together in a bucket, sorted, so that a look-up compares few of them. The
//! build script shares this file; see `lexicon/encode.rs` for the other end.

use std::ops::Range;

/// A number as tables hold it: 16 bits, the low byte first.
pub type Cell = [u8; 2];

/// Kinds of byte that a bucket tells apart: none, the 26 letters, anything else.
const KINDS: usize = 28;

/// Words and their numbers.
#[derive(Debug, Clone, Copy)]
pub struct Vocabulary {
    /// The words, one after the other.
    pub text: &'static [u8],
    /// Index of each bucket's first word, and the count of all words.
    pub buckets: &'static [Cell],
    /// Where each word starts in `text`, and the text's length.
    pub starts: &'static [Cell],
    /// Each word's number.
    pub numbers: &'static [Cell],
}

/// The bucket of a word.
pub fn bucket(word: &[u8]) -> usize {
    let kind = |byte: Option<&u8>| match byte {
        None => 0,
        Some(letter @ b'a'..=b'z') => usize::from(letter - b'a') + 1,
        Some(_) => KINDS - 1,
    };
    kind(word.first()) * KINDS + kind(word.get(1))
}

/// A number out of a table; zero past its end.
pub fn cell(table: &[Cell], at: usize) -> u16 {
    table.get(at).map_or(0, |&cell| u16::from_le_bytes(cell))
}

/// From one number of a table to the next: a row of another table.
pub fn row(starts: &[Cell], at: usize) -> Range<usize> {
    usize::from(cell(starts, at))..usize::from(cell(starts, at + 1))
}

impl Vocabulary {
    fn word(&self, index: usize) -> &'static [u8] {
        self.text.get(row(self.starts, index)).unwrap_or_default()
    }

    /// The number of a folded word, if it is known.
    pub fn get(&self, word: &[u8]) -> Option<u16> {
        let Range { mut start, mut end } = row(self.buckets, bucket(word));
        while start < end {
            let middle = start.midpoint(end);
            match self.word(middle).cmp(word) {
                std::cmp::Ordering::Less => start = middle + 1,
                std::cmp::Ordering::Equal => return Some(cell(self.numbers, middle)),
                std::cmp::Ordering::Greater => end = middle,
            }
        }
        None
    }

    /// The length and the number of every known word that `word` starts with.
    pub fn starts_of(&self, word: &[u8]) -> impl Iterator<Item = (usize, u16)> {
        let one_letter = row(self.buckets, bucket(word.get(..1).unwrap_or_default()));
        let longer = if word.len() > 1 { row(self.buckets, bucket(word)) } else { 0..0 };
        let candidates = one_letter.chain(longer).map(|index| (index, self.word(index)));
        candidates.filter(move |(_, start)| word.starts_with(start)).map(|(index, start)| (start.len(), cell(self.numbers, index)))
    }
}
