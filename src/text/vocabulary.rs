//! Lists of words with a number each.
//!
//! Words with the same two first letters stand together in a bucket, sorted, so that a look-up compares few of them.

use std::cmp::Ordering;
use std::ops::Range;

/// Kinds of byte that a bucket tells apart: none, the 26 letters, anything else.
const KINDS: usize = 28;

/// Words and their numbers.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    /// The words, one after the other.
    text: Vec<u8>,
    /// Index of each bucket's first word, and the count of all words.
    buckets: Vec<u16>,
    /// Where each word starts in `text`, and the text's length.
    starts: Vec<u32>,
    /// Each word's number.
    numbers: Vec<u16>,
}

/// The bucket of a word.
pub(crate) fn bucket(word: &[u8]) -> usize {
    let kind = |byte: Option<&u8>| match byte {
        None => 0,
        Some(letter @ b'a'..=b'z') => usize::from(letter - b'a') + 1,
        Some(_) => KINDS - 1,
    };
    kind(word.first()) * KINDS + kind(word.get(1))
}

/// From one start of a table to the next.
pub(crate) fn row<T: Copy + Into<u32>>(starts: &[T], at: usize) -> Range<usize> {
    let start = |at: usize| starts.get(at).map_or(0, |&start| Into::<u32>::into(start) as usize);
    start(at)..start(at + 1)
}

impl Vocabulary {
    /// Takes words in the order of their buckets, sorted within each.
    pub(crate) fn new(text: Vec<u8>, starts: Vec<u32>, numbers: Vec<u16>) -> Self {
        let mut vocabulary = Self { text, buckets: vec![0; KINDS * KINDS + 1], starts, numbers };
        for index in 0..vocabulary.numbers.len() {
            let next = bucket(vocabulary.word(index)) + 1;
            if let Some(size) = vocabulary.buckets.get_mut(next) {
                *size += 1;
            }
        }
        let mut sum = 0;
        for bucket in &mut vocabulary.buckets {
            sum += *bucket;
            *bucket = sum;
        }
        vocabulary
    }

    fn word(&self, index: usize) -> &[u8] {
        self.text.get(row(&self.starts, index)).unwrap_or_default()
    }

    fn number(&self, index: usize) -> u16 {
        self.numbers.get(index).copied().unwrap_or_default()
    }

    /// The number of a folded word, if it is known.
    pub(crate) fn get(&self, word: &[u8]) -> Option<u16> {
        let Range { mut start, mut end } = row(&self.buckets, bucket(word));
        while start < end {
            let middle = start.midpoint(end);
            match self.word(middle).cmp(word) {
                Ordering::Less => start = middle + 1,
                Ordering::Equal => return Some(self.number(middle)),
                Ordering::Greater => end = middle,
            }
        }
        None
    }

    /// The length and the number of every known word that `word` starts with.
    pub(crate) fn starts_of(&self, word: &[u8]) -> impl Iterator<Item = (usize, u16)> {
        let one_letter = row(&self.buckets, bucket(word.get(..1).unwrap_or_default()));
        let longer = if word.len() > 1 { row(&self.buckets, bucket(word)) } else { 0..0 };
        let candidates = one_letter.chain(longer).map(|index| (index, self.word(index)));
        candidates.filter(move |(_, start)| word.starts_with(start)).map(|(index, start)| (start.len(), self.number(index)))
    }
}
