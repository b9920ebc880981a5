//! Tables as the build packs them: small numbers in one byte, words without what they share with the word before.
//!
//! The build script writes them, see `lexicon/encode.rs`. They are unpacked when they are first used, which costs a fraction
//! of a millisecond; packed they are less than half as large, and compress as well as the text that they were made of.

use super::vocabulary::Vocabulary;

/// What is left of a packed table. Past its end every number is zero and every list empty.
#[derive(Debug)]
pub(crate) struct Packed {
    bytes: &'static [u8],
}

impl Packed {
    /// Reads from the start of a table.
    pub(crate) fn new(bytes: &'static [u8]) -> Self {
        Self { bytes }
    }

    fn byte(&mut self) -> u8 {
        let Some((&byte, rest)) = self.bytes.split_first() else { return 0 };
        self.bytes = rest;
        byte
    }

    /// A number: seven bits a byte, the low ones first; the high bit says that more follow.
    pub(crate) fn number(&mut self) -> u32 {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.byte();
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
        (0..self.number()).map(|_| self.small()).collect()
    }

    /// Where rows start whose lengths are listed, and where the last one ends.
    pub(crate) fn starts(&mut self) -> Vec<u32> {
        let mut end = 0;
        let mut starts = vec![0];
        for _ in 0..self.number() {
            end += self.number();
            starts.push(end);
        }
        starts
    }

    /// Rows of ascending numbers, and where they start; of each number only the distance from the one before is there.
    pub(crate) fn rows(&mut self) -> (Vec<u32>, Vec<u16>) {
        let starts = self.starts();
        let mut numbers = Vec::with_capacity(starts.last().copied().unwrap_or_default() as usize);
        for row in starts.windows(2) {
            let [start, end] = row else { continue };
            let mut number: u16 = 0;
            for _ in *start..*end {
                number = number.saturating_add(self.small());
                numbers.push(number);
            }
        }
        (starts, numbers)
    }

    /// Words: how many letters each shares with the one before, how many follow, these letters; and then their numbers,
    /// as `number` understands them.
    pub(crate) fn vocabulary(&mut self, number: impl FnMut(u16) -> u16) -> Vocabulary {
        let (shared, lengths, letters) = (self.bytes(), self.bytes(), self.bytes());
        let mut text: Vec<u8> = Vec::with_capacity(2 * letters.len());
        let (mut starts, mut letters, mut last) = (Vec::with_capacity(shared.len() + 1), letters, 0);
        for (&shared, &length) in shared.iter().zip(lengths) {
            let start = text.len();
            starts.push(u32::try_from(start).unwrap_or(u32::MAX));
            text.extend_from_within(last..(last + usize::from(shared)).min(start));
            let Some((own, rest)) = letters.split_at_checked(usize::from(length)) else { break };
            text.extend_from_slice(own);
            (letters, last) = (rest, start);
        }
        starts.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
        Vocabulary::new(text, starts, self.list().into_iter().map(number).collect())
    }
}
