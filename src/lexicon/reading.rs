//! A note's words as a grammar sees them: the sets they are in, and every pattern found in them.

use super::block::{Symbols, blocks, ones};
use super::grammar::{Code, Grammar};
use super::matcher::match_at;
use super::sweep::Sweep;
use crate::text::Words;
use std::ops::Range;

/// A pattern found in a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Index of the first word of the whole match.
    pub first: usize,
    /// Index after the last word of the whole match.
    pub end: usize,
    /// Index of the first word of the reported part.
    pub mark_first: usize,
    /// Index after the last word of the reported part.
    pub mark_end: usize,
    /// The section of its pattern, and the pattern that found it.
    section: u16,
    pattern: u16,
}

impl Hit {
    /// By section, by word, and then in the order of the patterns.
    fn order(&self) -> (u16, usize, u16) {
        (self.section, self.first, self.pattern)
    }
}

/// A section whose patterns found anything.
#[derive(Debug)]
struct Section {
    owner: &'static str,
    name: &'static str,
    /// Where its hits are among all.
    hits: Range<usize>,
}

/// A note's words as one grammar sees them: in which sets they are, and the patterns found in them.
#[derive(Debug)]
pub(crate) struct Reading {
    grammar: &'static Grammar,
    /// Which words are in which named sets.
    sets: Vec<Symbols>,
    /// What the patterns found, in order.
    hits: Vec<Hit>,
    /// The sections that found anything.
    sections: Vec<Section>,
}

impl Reading {
    /// Reads a note's words.
    pub(crate) fn new(grammar: &'static Grammar, words: &Words) -> Self {
        let mut reading = Self { grammar, sets: Vec::new(), hits: Vec::new(), sections: Vec::new() };
        let mut symbols = Symbols::default();
        for block in blocks(words) {
            symbols.read(grammar, words, &block);
            reading.sets.push(symbols.first_of(grammar.set_count()));
            reading.find(&symbols, &block, words);
        }
        let mut number = None;
        for (hit, at) in reading.hits.iter().zip(0..) {
            if number.replace(hit.section) != Some(hit.section) {
                let (owner, name) = grammar.section_name(hit.section).unwrap_or_default();
                reading.sections.push(Section { owner, name, hits: at..at });
            }
            if let Some(section) = reading.sections.last_mut() {
                section.hits.end = at + 1;
            }
        }
        reading
    }

    /// What the patterns of an owner's section found, in the order of the words.
    pub(crate) fn hits(&self, owner: &str, name: &str) -> &[Hit] {
        let section = self.sections.iter().find(|section| section.owner == owner && section.name == name);
        section.map_or(&[], |section| self.hits_of(section))
    }

    fn hits_of(&self, section: &Section) -> &[Hit] {
        self.hits.get(section.hits.clone()).unwrap_or_default()
    }

    /// Every section that found anything: its owner, its name, and what it found.
    pub(crate) fn sections(&self) -> impl Iterator<Item = (&'static str, &'static str, &[Hit])> {
        self.sections.iter().map(|section| (section.owner, section.name, self.hits_of(section)))
    }

    /// Adds everything that an owner's patterns found, section by section, with the names of the sections.
    pub(crate) fn all_hits(&self, owner: &str, out: &mut Vec<(&'static str, Hit)>) {
        for section in self.sections.iter().filter(|section| section.owner == owner) {
            for &hit in self.hits_of(section) {
                out.push((section.name, hit));
            }
        }
    }

    /// Whether a word is in a named set of single words.
    pub(crate) fn word_is(&self, word: usize, set: &str) -> bool {
        let Some(symbol) = self.grammar.set(set) else { return false };
        self.sets.iter().rfind(|block| block.first() <= word).is_some_and(|block| block.has(word, symbol))
    }
}

impl Reading {
    /// Finds every match of every pattern, at most one a pattern and start.
    fn find(&mut self, symbols: &Symbols, block: &Range<usize>, words: &Words) {
        let grammar = self.grammar;
        let mut to_try = vec![0_u64; grammar.pattern_count().div_ceil(64)];
        for &key in symbols.keys() {
            for &pattern in grammar.keyed(key) {
                if let Some(bits) = to_try.get_mut(usize::from(pattern / 64)) {
                    *bits |= 1 << (pattern % 64);
                }
            }
        }
        for (bits, first) in symbols.parts().zip(0..) {
            let sweep = Sweep::new(grammar, bits, words, block, block.start + 64 * first);
            for (index, &bits) in to_try.iter().enumerate() {
                ones(bits, |bit| {
                    let pattern = 64 * index + bit;
                    let code = grammar.pattern(pattern);
                    sweep.starts(code, |start| self.find_at(start, pattern, code, symbols, words));
                });
            }
        }
    }

    /// Finds a pattern's match that starts at a word.
    fn find_at(&mut self, start: usize, pattern: usize, code: &[Code], symbols: &Symbols, words: &Words) {
        let Some(matched) = match_at(code, self.grammar, words, symbols, start) else { return };
        let end = matched.end;
        let (mark_first, mark_end) = (matched.open.unwrap_or(start), matched.close.unwrap_or(end));
        if !words.list.get(start..end).is_some_and(|all| all.iter().all(|word| word.quoted)) {
            let pattern = u16::try_from(pattern).unwrap_or(u16::MAX);
            let hit = Hit { first: start, end, mark_first, mark_end, section: self.grammar.section(pattern), pattern };
            // Patterns are tried in their order, and blocks come in order, so that the place is near the end.
            let place = self.hits.iter().rposition(|before| before.order() < hit.order());
            self.hits.insert(place.map_or(0, |before| before + 1), hit);
        }
    }
}
