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
    /// The pattern that found it.
    pattern: u16,
}

/// What a section's patterns found, in the order of the words.
#[derive(Debug)]
struct Section {
    number: u16,
    owner: &'static str,
    name: &'static str,
    hits: Vec<Hit>,
}

/// A note's words as one grammar sees them: in which sets they are, and the patterns found in them.
#[derive(Debug)]
pub(crate) struct Reading {
    grammar: &'static Grammar,
    /// Which words are in which named sets.
    sets: Vec<Symbols>,
    /// The sections that found anything, by number.
    sections: Vec<Section>,
}

impl Reading {
    /// Reads a note's words.
    pub(crate) fn new(grammar: &'static Grammar, words: &Words) -> Self {
        let mut reading = Self { grammar, sets: Vec::new(), sections: Vec::new() };
        let mut symbols = Symbols::default();
        for block in blocks(words) {
            symbols.read(grammar, words, &block);
            reading.sets.push(symbols.first_of(grammar.set_count()));
            reading.find(&symbols, &block, words);
        }
        reading
    }

    /// What the patterns of an owner's section found, in the order of the words.
    pub(crate) fn hits(&self, owner: &str, name: &str) -> &[Hit] {
        let section = self.sections.iter().find(|section| section.name == name && section.owner == owner);
        section.map_or(&[], |section| &section.hits)
    }

    /// Adds everything that an owner's patterns found, section by section, with the names of the sections.
    pub(crate) fn all_hits(&self, owner: &str, out: &mut Vec<(&'static str, Hit)>) {
        for section in self.sections.iter().filter(|section| section.owner == owner) {
            for &hit in &section.hits {
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
        symbols.present(grammar.key_count(), |key| {
            grammar.keyed(key, |pattern| {
                if let Some(bits) = to_try.get_mut(pattern / 64) {
                    *bits |= 1 << (pattern % 64);
                }
            });
        });
        for part in 0..symbols.parts() {
            let sweep = Sweep::new(grammar, symbols, words, block, part);
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
            self.keep(Hit { first: start, end, mark_first, mark_end, pattern });
        }
    }

    /// Puts a hit into its section, by word and then in the order of the patterns.
    fn keep(&mut self, hit: Hit) {
        let number = self.grammar.section(hit.pattern);
        let at = self.sections.partition_point(|section| section.number < number);
        if self.sections.get(at).is_none_or(|section| section.number != number) {
            let (owner, name) = self.grammar.section_name(number).unwrap_or_default();
            self.sections.insert(at, Section { number, owner, name, hits: Vec::new() });
        }
        let Some(section) = self.sections.get_mut(at) else { return };
        // Blocks come in order, so that the place is near the end.
        let place = section.hits.iter().rposition(|before| (before.first, before.pattern) < (hit.first, hit.pattern));
        section.hits.insert(place.map_or(0, |before| before + 1), hit);
    }
}
