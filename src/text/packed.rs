//! Tables as the build packs them: small numbers in one byte, words without what they share with the word before.
//!
//! The build script writes them, see `lexicon/encode.rs`. What is looked up by few notes stays packed until then; the rest is
//! unpacked when it is first used. Packed a table is less than half as large, and compresses as well as the text that it was made of.

use super::vocabulary::{Parts, Vocabulary, row};

/// What is left of a packed table. Past its end every number is zero and every list empty.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Packed {
    bytes: &'static [u8],
}

/// A step of so much in a row leads to no number: another step follows.
pub(crate) const FAR: u8 = u8::MAX;

/// Rows of ascending numbers.
#[derive(Debug)]
pub(crate) struct Rows {
    numbers: Vec<u16>,
    /// Where each row starts, and where the last one ends.
    starts: Vec<u32>,
}

impl Rows {
    /// The numbers of a row; none where there is no such row.
    pub(crate) fn get(&self, at: usize) -> &[u16] {
        self.numbers.get(row(&self.starts, at)).unwrap_or_default()
    }

    /// How many rows there are.
    pub(crate) fn count(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }
}

/// Short texts by their places.
#[derive(Debug)]
pub(crate) struct Texts {
    all: &'static str,
    /// Where each starts, and where the last one ends.
    starts: Vec<u32>,
}

impl Texts {
    /// The text at a place; empty where there is none.
    pub(crate) fn get(&self, at: usize) -> &'static str {
        self.all.get(row(&self.starts, at)).unwrap_or_default()
    }
}

impl Packed {
    /// Reads from the start of a table.
    pub(crate) fn new(bytes: &'static [u8]) -> Self {
        Self { bytes }
    }

    /// A number: seven bits a byte, the low ones first; the high bit says that more follow.
    #[inline]
    pub(crate) fn number(&mut self) -> u32 {
        let Some((&first, rest)) = self.bytes.split_first() else { return 0 };
        self.bytes = rest;
        if first < 0x80 { u32::from(first) } else { self.longer(u32::from(first & 0x7f)) }
    }

    /// The rest of a number of several bytes.
    fn longer(&mut self, mut number: u32) -> u32 {
        for shift in (7..32).step_by(7) {
            let Some((&byte, rest)) = self.bytes.split_first() else { break };
            self.bytes = rest;
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                break;
            }
        }
        number
    }

    /// A number of at most 16 bits.
    pub(crate) fn small(&mut self) -> u16 {
        u16::try_from(self.number()).unwrap_or(u16::MAX)
    }

    /// As many bytes as the number before them says.
    pub(crate) fn bytes(&mut self) -> &'static [u8] {
        let length = self.number() as usize;
        let Some((bytes, rest)) = self.bytes.split_at_checked(length) else { return &[] };
        self.bytes = rest;
        bytes
    }

    /// Text after the number of its bytes.
    pub(crate) fn text(&mut self) -> &'static str {
        str::from_utf8(self.bytes()).unwrap_or_default()
    }

    /// A list: its length, then its numbers.
    pub(crate) fn list(&mut self) -> Vec<u16> {
        let count = self.number() as usize;
        (0..count.min(self.bytes.len())).map(|_| self.small()).collect()
    }

    /// A list of numbers of two bytes each, where it lies: see [`u16::from_le_bytes`].
    pub(crate) fn pairs(&mut self) -> &'static [[u8; 2]] {
        self.bytes().as_chunks().0
    }

    /// Where rows start whose lengths are listed, and where the last one ends.
    pub(crate) fn starts(&mut self) -> Vec<u32> {
        let count = self.number() as usize;
        let mut starts = vec![0; count.min(self.bytes.len()) + 1];
        let mut end = 0_u32;
        for start in starts.iter_mut().skip(1) {
            end = end.saturating_add(self.number());
            *start = end;
        }
        starts
    }

    /// Rows of ascending numbers: how many bytes each takes, then the rows, one byte for each step from one number to the next unless
    /// it is a great one.
    pub(crate) fn rows(&mut self) -> Rows {
        let (mut starts, bytes) = (self.starts(), self.bytes());
        let mut numbers = Vec::new();
        let mut from = 0;
        for start in starts.iter_mut().skip(1) {
            let to = *start as usize;
            let mut number = 0_u16;
            for &step in bytes.get(from..to).unwrap_or_default() {
                number = number.saturating_add(u16::from(step));
                if step < FAR {
                    numbers.push(number);
                }
            }
            from = to;
            *start = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
        }
        Rows { numbers, starts }
    }

    /// Texts: how many bytes each has, then all of them.
    pub(crate) fn texts(&mut self) -> Texts {
        let starts = self.starts();
        Texts { all: self.text(), starts }
    }

    /// Words: how many letters each shares with the one before, how many follow, these letters; and then their numbers,
    /// as `number` understands them.
    pub(crate) fn vocabulary(&mut self, number: impl FnMut(u16) -> u16) -> Vocabulary {
        let (shared, lengths, letters) = (self.bytes(), self.bytes(), self.bytes());
        Vocabulary::new(shared, lengths, letters, self.list().into_iter().map(number).collect())
    }

    /// Parts of words: how many letters each has, the letters, and the numbers, as `number` understands them.
    pub(crate) fn parts(&mut self, number: impl FnMut(u16) -> u16) -> Parts {
        let starts = self.starts();
        Parts::new(self.bytes(), starts, self.list().into_iter().map(number).collect())
    }
}
