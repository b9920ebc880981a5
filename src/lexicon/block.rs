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
    /// For each symbol a bit for each word of the block and one for the place behind; of a long block so for each 64 of them.
    bits: Vec<u64>,
    /// How many symbols there are.
    count: usize,
    /// How many times 64 words: one, but for a very long sentence.
    parts: usize,
    /// The symbols that words have and that can be a pattern's key; of a long block some perhaps several times.
    keys: Vec<Symbol>,
    /// Index of the first word.
    first: usize,
}

impl Symbols {
    /// Reads the words of a block.
    pub(super) fn read(&mut self, grammar: &Grammar, words: &Words, block: &Range<usize>) {
        self.first = block.start;
        self.count = grammar.symbol_count().max(1);
        self.parts = block.len() / 64 + 1;
        // Anew for each block: memory that comes zeroed is cheaper than zeroing.
        self.bits = vec![0; self.count * self.parts];
        self.keys.clear();
        let words_of_block = words.list.get(block.clone()).unwrap_or_default();
        // The lists of symbols that the words have, and the words: many share one, which is then gone through once.
        let mut lists: Vec<(u16, u64)> = Vec::new();
        for (some, bits) in words_of_block.chunks(64).zip(self.bits.chunks_mut(self.count)) {
            lists.clear();
            for (at, word) in some.iter().enumerate() {
                let mut add = |list: u16| match lists.iter_mut().find(|known| known.0 == list) {
                    Some((_, places)) => *places |= 1 << at,
                    None => lists.push((list, 1 << at)),
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
            for &(list, places) in &lists {
                // Two loops: most symbols are no keys, and then a step is a few instructions.
                let (keys, others) = grammar.list(list);
                for &symbol in keys {
                    let Some(bits) = bits.get_mut(usize::from(symbol)) else { continue };
                    if *bits == 0 {
                        self.keys.push(symbol);
                    }
                    *bits |= places;
                }
                for &symbol in others {
                    if let Some(bits) = bits.get_mut(usize::from(symbol)) {
                        *bits |= places;
                    }
                }
            }
        }
    }

    /// The same for the first `count` symbols alone.
    pub(super) fn first_of(&self, count: usize) -> Self {
        let mut bits = Vec::new();
        for part in self.parts() {
            bits.extend_from_slice(part.get(..count).unwrap_or_default());
        }
        Self { bits, count, keys: Vec::new(), ..*self }
    }

    /// Index of the first word.
    pub(super) fn first(&self) -> usize {
        self.first
    }

    /// Whether a word, which may be the one behind the block, has a symbol.
    pub(super) fn has(&self, word: usize, symbol: Symbol) -> bool {
        let at = word.wrapping_sub(self.first);
        let part = at / 64;
        part < self.parts && self.bits.get(part * self.count + usize::from(symbol)).is_some_and(|bits| bits >> (at % 64) & 1 != 0)
    }

    /// The symbols that words have and that can be a pattern's key, some perhaps several times.
    pub(super) fn keys(&self) -> &[Symbol] {
        &self.keys
    }

    /// For each 64 words of the block: the words that have a symbol, by their places among these.
    pub(super) fn parts(&self) -> impl Iterator<Item = &[u64]> {
        self.bits.chunks(self.count.max(1))
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
