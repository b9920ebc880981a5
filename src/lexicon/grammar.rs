//! The compiled patterns of one language, read where they lie in the program.

use super::code::{Symbol, hash, part};
use crate::text::vocabulary::{Cell, Vocabulary, cell, row};
use std::ops::Range;

/// A number of 32 bits, the low byte first.
type Wide = [u8; 4];

/// The compiled patterns of one language; see [`super::code`] for what its parts mean.
#[derive(Debug)]
pub struct Grammar {
    section_text: &'static str,
    section_starts: &'static [Cell],
    words: Vocabulary,
    starts: Vocabulary,
    ends: Vocabulary,
    list_starts: &'static [Cell],
    lists: &'static [Cell],
    block_starts: &'static [Wide],
    code: &'static [Cell],
    pattern_sections: &'static [Cell],
    pattern_firsts: &'static [Cell],
    keyed_starts: &'static [Cell],
    keyed: &'static [Cell],
    set_names: &'static [Wide],
    set_symbols: &'static [Cell],
    symbol_count: &'static [Cell],
}

impl Grammar {
    /// Reads a table that the build wrote.
    pub(super) const fn new(table: &'static [u8]) -> Self {
        Self {
            section_text: match str::from_utf8(bytes(table, part::SECTION_TEXT)) {
                Ok(text) => text,
                Err(_) => "",
            },
            section_starts: cells(table, part::SECTION_STARTS),
            words: vocabulary(table, part::WORDS),
            starts: vocabulary(table, part::STARTS),
            ends: vocabulary(table, part::ENDS),
            list_starts: cells(table, part::LIST_STARTS),
            lists: cells(table, part::LISTS),
            block_starts: wide(table, part::BLOCK_STARTS),
            code: cells(table, part::CODE),
            pattern_sections: cells(table, part::PATTERN_SECTIONS),
            pattern_firsts: cells(table, part::PATTERN_FIRSTS),
            keyed_starts: cells(table, part::KEYED_STARTS),
            keyed: cells(table, part::KEYED),
            set_names: wide(table, part::SET_NAMES),
            set_symbols: cells(table, part::SET_SYMBOLS),
            symbol_count: cells(table, part::SYMBOLS),
        }
    }

    /// How many symbols there are, kinds of word included.
    pub(super) fn symbol_count(&self) -> usize {
        usize::from(cell(self.symbol_count, 0))
    }

    /// How many of them, the first, can be a pattern's key.
    pub(super) fn key_count(&self) -> Symbol {
        Symbol::try_from(self.keyed_starts.len().saturating_sub(1)).unwrap_or(Symbol::MAX)
    }

    /// The symbols of a folded word, in a few lists; some symbols perhaps twice.
    pub(super) fn symbols(&self, word: &str) -> impl Iterator<Item = &'static [Cell]> {
        let word = word.as_bytes();
        // Word ends stand in reverse. No word that anybody writes is longer than the buffer.
        let mut reversed = [0; 64];
        let length = word.len().min(reversed.len());
        for (to, &from) in reversed.iter_mut().zip(word.iter().rev()) {
            *to = from;
        }
        let known = self.words.get(word).into_iter();
        let starts = self.starts.starts_of(word).map(|(_, number)| number);
        let reversed = reversed.get(..length).unwrap_or_default();
        // Few words have such an end: collecting costs nothing then, and the buffer may go.
        let ends: Vec<u16> = self.ends.starts_of(reversed).filter(|&(end, _)| end < word.len()).map(|(_, number)| number).collect();
        known.chain(starts).chain(ends).map(|number| self.list(number))
    }

    /// The symbols of a kind of word.
    pub(super) fn symbols_of_kind(&self, kind: Symbol) -> &'static [Cell] {
        self.list(kind)
    }

    fn list(&self, number: u16) -> &'static [Cell] {
        self.lists.get(row(self.list_starts, usize::from(number))).unwrap_or_default()
    }

    /// The patterns to try in a sentence that has this symbol.
    pub(super) fn keyed(&self, symbol: Symbol) -> impl Iterator<Item = u16> {
        self.keyed.get(row(self.keyed_starts, usize::from(symbol))).unwrap_or_default().iter().map(|&pattern| u16::from_le_bytes(pattern))
    }

    /// A symbol that the first word of any match of a pattern has.
    pub(super) fn first(&self, pattern: u16) -> Symbol {
        cell(self.pattern_firsts, usize::from(pattern))
    }

    /// The section of a pattern.
    pub(super) fn section(&self, pattern: u16) -> u16 {
        cell(self.pattern_sections, usize::from(pattern))
    }

    /// The code of a pattern.
    pub(super) fn pattern(&self, pattern: u16) -> &'static [Cell] {
        self.block_at(usize::from(pattern))
    }

    /// A group's sequences, or a list of symbols.
    pub(super) fn block(&self, block: u16) -> &'static [Cell] {
        self.block_at(self.pattern_sections.len() + usize::from(block))
    }

    fn block_at(&self, at: usize) -> &'static [Cell] {
        let start = |at| self.block_starts.get(at).map_or(0, |&start| u32::from_le_bytes(start) as usize);
        self.code.get(Range { start: start(at), end: start(at + 1) }).unwrap_or_default()
    }

    /// The symbol of a named set of single words.
    pub(super) fn set(&self, name: &str) -> Option<Symbol> {
        let at = self.set_names.binary_search_by_key(&hash(name), |&known| u32::from_le_bytes(known)).ok()?;
        Some(cell(self.set_symbols, at))
    }

    /// The owner and the name of a section.
    pub(super) fn section_name(&self, section: u16) -> Option<(&'static str, &'static str)> {
        self.section_text.get(row(self.section_starts, usize::from(section)))?.split_once(' ')
    }
}

const fn vocabulary(table: &'static [u8], at: usize) -> Vocabulary {
    Vocabulary { text: bytes(table, at), buckets: cells(table, at + 1), starts: cells(table, at + 2), numbers: cells(table, at + 3) }
}

const fn cells(table: &'static [u8], part: usize) -> &'static [Cell] {
    bytes(table, part).as_chunks().0
}

const fn wide(table: &'static [u8], part: usize) -> &'static [Wide] {
    bytes(table, part).as_chunks().0
}

/// The bytes of a part.
const fn bytes(table: &'static [u8], part: usize) -> &'static [u8] {
    let mut start = part::COUNT * size_of::<Wide>();
    let mut before = 0;
    while before < part {
        start += length(table, before);
        before += 1;
    }
    match after(table, start).split_at_checked(length(table, part)) {
        Some((part, _)) => part,
        None => &[],
    }
}

/// How long a part is, by the table's head.
const fn length(table: &'static [u8], part: usize) -> usize {
    match after(table, part * size_of::<Wide>()).first_chunk() {
        Some(length) => u32::from_le_bytes(*length) as usize,
        None => 0,
    }
}

const fn after(table: &'static [u8], start: usize) -> &'static [u8] {
    match table.split_at_checked(start) {
        Some((_, rest)) => rest,
        None => &[],
    }
}
