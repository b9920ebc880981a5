//! The compiled patterns of one language.

use super::code::{Symbol, kind};
use crate::text::find;
use crate::text::hash::fnv;
use crate::text::packed::{Packed, Rows};
use crate::text::vocabulary::{Parts, Vocabulary, row};

/// A symbol or a mark as it lies in a table, see [`u16::from_le_bytes`].
pub(super) type Code = [u8; 2];

/// The compiled patterns of one language.
#[derive(Debug)]
pub struct Grammar {
    /// Owner and name of each section.
    sections: Vec<(&'static str, &'static str)>,
    /// How many symbols there are, kinds of word included.
    symbol_count: usize,
    /// Rows of symbols: first one for each kind of word, then those that words and parts of words have.
    lists: Rows,
    /// Whole words, word starts and word ends, each with its row of `lists`; of the ends the bytes stand in reverse.
    words: Vocabulary,
    starts: Parts,
    ends: Parts,
    /// Symbols and marks in blocks: first a block for each pattern, then those of their groups.
    code: &'static [Code],
    block_starts: Vec<u32>,
    /// For each pattern its section.
    pattern_sections: Vec<u16>,
    /// For each of the first symbols the patterns to try where it occurs: each stands in the rows of the rarest symbols of which
    /// it cannot do without one.
    keyed: Rows,
    /// How many of the symbols, the first, can be a pattern's key.
    key_count: Symbol,
    /// Hashes of the names of sets of single words, sorted, with the sets' symbols.
    sets: Vec<(u32, Symbol)>,
    /// The symbols of sets are below this one.
    set_count: usize,
}

impl Grammar {
    /// Unpacks a table that the build wrote.
    pub(super) fn new(mut table: Packed) -> Self {
        let sections = find::lines(table.text()).filter_map(|section| find::split_once(section, " ")).collect();
        let symbol_count = usize::from(table.small());
        let lists = table.rows();
        // Zero is the next list that no word has had yet; else how far back the list is.
        let mut next = kind::ANY + 1;
        let mut number = |back: u16| {
            next += u16::from(back == 0);
            next.saturating_sub(back.max(1))
        };
        let words = table.vocabulary(&mut number);
        let [starts, ends] = [(); 2].map(|()| table.parts(&mut number));
        let block_starts = table.starts();
        let code = table.pairs();
        let pattern_sections = table.list();
        let keyed = table.rows();
        let key_count = Symbol::try_from(keyed.count()).unwrap_or(Symbol::MAX);
        let sets: Vec<(u32, Symbol)> = (0..table.number()).map(|_| (table.number(), table.small())).collect();
        let set_count = sets.iter().map(|set| usize::from(set.1) + 1).max().unwrap_or_default();
        Self { sections, symbol_count, lists, words, starts, ends, code, block_starts, pattern_sections, keyed, key_count, sets, set_count }
    }

    /// How many symbols there are, kinds of word included.
    pub(super) fn symbol_count(&self) -> usize {
        self.symbol_count
    }

    /// How many of them, the first, can be a named set's; kinds of word included.
    pub(super) fn set_count(&self) -> usize {
        self.set_count
    }

    /// Calls `found` with the number of each list of the symbols of a folded word.
    pub(super) fn lists_of(&self, word: &str, mut found: impl FnMut(u16)) {
        let word = word.as_bytes();
        // No word that anybody writes is longer than the buffer.
        let mut reversed = [0; 64];
        let length = word.len().min(reversed.len());
        for (to, &from) in reversed.iter_mut().zip(word.iter().rev()) {
            *to = from;
        }
        let reversed = reversed.get(..length).unwrap_or_default();
        let known = self.words.get(word);
        known.into_iter().for_each(&mut found);
        self.starts.each(word, &mut |_, list| found(list));
        self.ends.each(reversed, &mut |end, list| {
            if end < word.len() {
                found(list);
            }
        });
    }

    /// A list of symbols: those that can be a pattern's key, and the others. The first lists are those of the kinds of word.
    pub(super) fn list(&self, list: u16) -> (&[Symbol], &[Symbol]) {
        let list = self.lists.get(usize::from(list));
        list.split_at_checked(list.partition_point(|&symbol| symbol < self.key_count)).unwrap_or((list, &[]))
    }

    /// The patterns to try in a block that has this symbol.
    pub(super) fn keyed(&self, symbol: Symbol) -> &[u16] {
        self.keyed.get(usize::from(symbol))
    }

    /// How many patterns there are.
    pub(super) fn pattern_count(&self) -> usize {
        self.pattern_sections.len()
    }

    /// The section of a pattern.
    pub(super) fn section(&self, pattern: u16) -> u16 {
        self.pattern_sections.get(usize::from(pattern)).copied().unwrap_or_default()
    }

    /// The code of a pattern.
    pub(super) fn pattern(&self, pattern: usize) -> &'static [Code] {
        self.block_at(pattern)
    }

    /// A group's sequences, or a list of symbols.
    pub(super) fn block(&self, block: u16) -> &'static [Code] {
        self.block_at(self.pattern_sections.len() + usize::from(block))
    }

    fn block_at(&self, at: usize) -> &'static [Code] {
        self.code.get(row(&self.block_starts, at)).unwrap_or_default()
    }

    /// The symbol of a named set of single words.
    pub(super) fn set(&self, name: &str) -> Option<Symbol> {
        let at = self.sets.binary_search_by_key(&fnv(name.as_bytes()), |set| set.0).ok()?;
        self.sets.get(at).map(|set| set.1)
    }

    /// The owner and the name of a section.
    pub(super) fn section_name(&self, section: u16) -> Option<(&'static str, &'static str)> {
        self.sections.get(usize::from(section)).copied()
    }
}
