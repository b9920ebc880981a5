//! A few whole sentences as the patterns see them: for each symbol the words that have it, a bit for each word.
//!
//! That way round a single number tells where a symbol stands, and a step of a pattern is taken at all words at once.

use super::code::{Symbol, kind};
use super::grammar::Grammar;
use crate::text::{Gap, Shape, Word, WordKind, Words};
use std::ops::Range;

/// A block has so many words at most, but for a single longer sentence: their places and the one behind fit in 64 bits.
const MOST_WORDS: usize = 63;

/// The words of a text in blocks: as many whole sentences each as have no more than [`MOST_WORDS`] words, but at least one.
pub(super) fn blocks(words: &Words) -> impl Iterator<Item = Range<usize>> {
    let mut sentences = words.sentences.iter().map(|sentence| sentence.0).skip(1).chain([words.list.len()]).peekable();
    let mut start = 0;
    std::iter::from_fn(move || {
        let mut end = sentences.next().filter(|&end| end > start)?;
        while let Some(next) = sentences.next_if(|next| next - start <= MOST_WORDS) {
            end = next;
        }
        Some(std::mem::replace(&mut start, end)..end)
    })
}

/// Which words of a block have which symbols.
#[derive(Debug, Default)]
pub(super) struct Symbols {
    /// A row for each symbol, a bit for each word of the block and one for the place behind.
    rows: Vec<u64>,
    /// How many numbers a row has.
    row: usize,
    /// Index of the first word.
    first: usize,
}

impl Symbols {
    /// Reads the words of a block.
    pub(super) fn read(&mut self, grammar: &Grammar, words: &Words, block: &Range<usize>) {
        self.first = block.start;
        self.row = block.len() / 64 + 1;
        // Anew for each block: memory that comes zeroed is cheaper than zeroing.
        self.rows = vec![0; grammar.symbol_count() * self.row];
        for (at, word) in words.list.get(block.clone()).unwrap_or_default().iter().enumerate() {
            let (row, place, bit) = (self.row, at / 64, 1 << (at % 64));
            let rows = self.rows.as_mut_slice();
            let mut add = |list: u16| {
                grammar.lists().each(usize::from(list), |symbol| {
                    if let Some(bits) = rows.get_mut(symbol * row + place) {
                        *bits |= bit;
                    }
                });
            };
            add(kind::ANY);
            match word.kind {
                WordKind::Letters if word.shape == Shape::Lower => {}
                WordKind::Letters => add(kind::CAPITAL),
                WordKind::Number => add(kind::NUMBER),
                WordKind::Emoji => add(kind::EMOJI),
                WordKind::Link => add(kind::LINK),
                WordKind::Slot => add(kind::SLOT),
            }
            if matches!(word.kind, WordKind::Letters | WordKind::Number) {
                grammar.lists_of(words.folded_of(word), add);
            }
        }
    }

    /// The same for the first `count` symbols alone.
    pub(super) fn first_of(&self, count: usize) -> Self {
        Self { rows: self.rows.get(..count * self.row).unwrap_or_default().to_vec(), ..*self }
    }

    /// Index of the first word.
    pub(super) fn first(&self) -> usize {
        self.first
    }

    /// Whether a word, which may be the one behind the block, has a symbol.
    pub(super) fn has(&self, word: usize, symbol: Symbol) -> bool {
        let at = word.wrapping_sub(self.first);
        if at / 64 >= self.row {
            return false;
        }
        let bits = self.rows.get(usize::from(symbol) * self.row + at / 64);
        bits.is_some_and(|bits| bits >> (at % 64) & 1 != 0)
    }

    /// Calls `found` with those of the first `count` symbols that a word has, some perhaps several times.
    pub(super) fn present(&self, count: Symbol, mut found: impl FnMut(usize)) {
        for (index, &bits) in self.rows.iter().enumerate().take(usize::from(count) * self.row) {
            if bits != 0 {
                found(index / self.row);
            }
        }
    }

    /// The words that have a symbol, by their places among the 64 words of a part of the block.
    #[expect(
        clippy::inline_always,
        reason = "the innermost step of every pattern, a few instructions where the shipped module is built for size"
    )]
    #[inline(always)]
    pub(super) fn places(&self, symbol: Symbol, part: usize) -> u64 {
        self.rows.get(usize::from(symbol) * self.row + part).copied().unwrap_or_default()
    }

    /// How many parts the block has: one, but for a very long sentence.
    pub(super) fn parts(&self) -> usize {
        self.row
    }
}

/// What stands before the words of a block, a bit for each word and for the place behind.
#[derive(Debug, Default)]
pub(super) struct Gaps {
    /// At most a comma, and a word to take.
    pub(super) close: u64,
    /// No sentence end, and a word to take.
    pub(super) loose: u64,
    /// At least a comma.
    pub(super) comma: u64,
    /// At least a clause break.
    pub(super) clause: u64,
    /// A sentence starts, perhaps after an emoji.
    pub(super) starts: u64,
    /// A sentence ends.
    pub(super) ends: u64,
    /// A question ends.
    pub(super) asks: u64,
}

impl Gaps {
    /// Reads the words of a block of at most [`MOST_WORDS`].
    pub(super) fn read(words: &Words, block: &Range<usize>) -> Self {
        let mut gaps = Self::default();
        let mut before: Option<&Word> = None;
        for (place, at) in (block.start..=block.end).enumerate() {
            let word = words.list.get(at);
            let gap = word.map_or(Gap::Line, |word| word.gap);
            let ends = gap >= Gap::Sentence;
            let asks =
                ends && before.and_then(|word| words.sentences.get(word.sentence as usize)).is_some_and(|sentence| sentence.1 == '?');
            for (bits, is_set) in [
                (&mut gaps.close, gap <= Gap::Comma),
                (&mut gaps.loose, !ends),
                (&mut gaps.comma, gap >= Gap::Comma),
                (&mut gaps.clause, gap >= Gap::Clause),
                (&mut gaps.starts, ends || before.is_some_and(|word| word.kind == WordKind::Emoji)),
                (&mut gaps.ends, ends),
                (&mut gaps.asks, asks),
            ] {
                *bits |= u64::from(is_set) << place;
            }
            before = word;
        }
        gaps
    }
}

/// Calls `found` with the places of the bits that are set.
pub(super) fn ones(mut bits: u64, mut found: impl FnMut(usize)) {
    while bits != 0 {
        found(bits.trailing_zeros() as usize);
        bits &= bits - 1;
    }
}
