//! The compiled patterns of one language.

use super::code::{Symbol, hash, kind, mark};
use crate::text::packed::Packed;
use crate::text::vocabulary::{Vocabulary, row};

/// The compiled patterns of one language.
#[derive(Debug)]
pub struct Grammar {
    /// Owner and name of each section, a space between.
    sections: Vec<&'static str>,
    /// How many symbols there are, kinds of word included.
    symbol_count: usize,
    /// Rows of symbols: first one for each kind of word, then those that words and parts of words have.
    lists: Vec<Symbol>,
    list_starts: Vec<u32>,
    /// Whole words, word starts and word ends, each with its row of `lists`; of the ends the bytes stand in reverse.
    words: Vocabulary,
    starts: Vocabulary,
    ends: Vocabulary,
    /// Symbols and marks in blocks: first a block for each pattern, then those of their groups.
    code: Vec<u16>,
    block_starts: Vec<u32>,
    /// For each pattern its section.
    pattern_sections: Vec<u16>,
    /// For each pattern a symbol that the first word of any match has.
    pattern_firsts: Vec<Symbol>,
    /// For each of the first symbols the patterns to try where it occurs: each stands in the row of the rarest symbol that it
    /// cannot do without.
    keyed: Vec<u16>,
    keyed_starts: Vec<u32>,
    /// Hashes of the names of sets of single words, sorted, with the sets' symbols.
    sets: Vec<(u32, Symbol)>,
}

impl Grammar {
    /// Unpacks a table that the build wrote.
    pub(super) fn new(mut table: Packed) -> Self {
        let sections = table.text().lines().collect();
        let symbol_count = usize::from(table.small());
        let (list_starts, lists) = table.rows();
        // Zero is the next list that no word has had yet; else how far back the list is.
        let mut next = kind::ANY + 1;
        let mut number = |back: u16| {
            next += u16::from(back == 0);
            next.saturating_sub(back.max(1))
        };
        let [words, starts, ends] = [(); 3].map(|()| table.vocabulary(&mut number));
        let block_starts = table.starts();
        let code = table.list().into_iter().map(unpacked).collect();
        let (pattern_sections, pattern_firsts) = (table.list(), table.list());
        let (keyed_starts, keyed) = table.rows();
        let sets = (0..table.number()).map(|_| (table.number(), table.small())).collect();
        Self {
            sections,
            symbol_count,
            lists,
            list_starts,
            words,
            starts,
            ends,
            code,
            block_starts,
            pattern_sections,
            pattern_firsts,
            keyed,
            keyed_starts,
            sets,
        }
    }

    /// How many symbols there are, kinds of word included.
    pub(super) fn symbol_count(&self) -> usize {
        self.symbol_count
    }

    /// How many of them, the first, can be a pattern's key.
    pub(super) fn key_count(&self) -> Symbol {
        Symbol::try_from(self.keyed_starts.len().saturating_sub(1)).unwrap_or(Symbol::MAX)
    }

    /// The symbols of a folded word, in a few lists; some symbols perhaps twice.
    pub(super) fn symbols(&self, word: &str) -> impl Iterator<Item = &[Symbol]> {
        let word = word.as_bytes();
        // No word that anybody writes is longer than the buffer.
        let mut reversed = [0; 64];
        let length = word.len().min(reversed.len());
        for (to, &from) in reversed.iter_mut().zip(word.iter().rev()) {
            *to = from;
        }
        let reversed = reversed.get(..length).unwrap_or_default();
        let known = self.words.get(word).into_iter();
        let starts = self.starts.starts_of(word).map(|(_, number)| number);
        // Few words have such an end: collecting costs nothing then, and the buffer may go.
        let ends: Vec<u16> = self.ends.starts_of(reversed).filter(|&(end, _)| end < word.len()).map(|(_, number)| number).collect();
        known.chain(starts).chain(ends).map(|number| self.list(number))
    }

    /// The symbols of a kind of word.
    pub(super) fn symbols_of_kind(&self, kind: Symbol) -> &[Symbol] {
        self.list(kind)
    }

    fn list(&self, number: u16) -> &[Symbol] {
        self.lists.get(row(&self.list_starts, usize::from(number))).unwrap_or_default()
    }

    /// The patterns to try in a sentence that has this symbol.
    pub(super) fn keyed(&self, symbol: Symbol) -> &[u16] {
        self.keyed.get(row(&self.keyed_starts, usize::from(symbol))).unwrap_or_default()
    }

    /// A symbol that the first word of any match of a pattern has.
    pub(super) fn first(&self, pattern: u16) -> Symbol {
        self.pattern_firsts.get(usize::from(pattern)).copied().unwrap_or_default()
    }

    /// The section of a pattern.
    pub(super) fn section(&self, pattern: u16) -> u16 {
        self.pattern_sections.get(usize::from(pattern)).copied().unwrap_or_default()
    }

    /// The code of a pattern.
    pub(super) fn pattern(&self, pattern: u16) -> &[u16] {
        self.block_at(usize::from(pattern))
    }

    /// A group's sequences, or a list of symbols.
    pub(super) fn block(&self, block: u16) -> &[u16] {
        self.block_at(self.pattern_sections.len() + usize::from(block))
    }

    fn block_at(&self, at: usize) -> &[u16] {
        self.code.get(row(&self.block_starts, at)).unwrap_or_default()
    }

    /// The symbol of a named set of single words.
    pub(super) fn set(&self, name: &str) -> Option<Symbol> {
        let at = self.sets.binary_search_by_key(&hash(name), |set| set.0).ok()?;
        self.sets.get(at).map(|set| set.1)
    }

    /// The owner and the name of a section.
    pub(super) fn section_name(&self, section: u16) -> Option<(&'static str, &'static str)> {
        self.sections.get(usize::from(section))?.split_once(' ')
    }
}

/// Marks come before symbols in a packed table.
fn unpacked(packed: u16) -> u16 {
    packed.wrapping_add(mark::FIRST)
}
