//! A note's words as a grammar sees them: the sets they are in, and every pattern found in them.

use super::code::{Symbol, kind};
use super::grammar::Grammar;
use super::matcher::{match_at, may_match};
use crate::text::{Shape, WordKind, Words};
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

/// The symbols of every word, as rows of bits.
#[derive(Debug)]
pub(super) struct Symbols {
    rows: Vec<u64>,
    /// 64 symbols each; so many of them a row.
    width: usize,
}

impl Symbols {
    /// Whether a word has a symbol.
    pub(super) fn has(&self, word: usize, symbol: Symbol) -> bool {
        has(self.rows.get(word * self.width..).unwrap_or_default(), symbol)
    }

    fn rows(&self, words: Range<usize>) -> impl Iterator<Item = &[u64]> {
        self.rows.get(words.start * self.width..words.end * self.width).unwrap_or_default().chunks_exact(self.width.max(1))
    }
}

/// Whether a row of bits has a symbol.
pub(super) fn has(row: &[u64], symbol: Symbol) -> bool {
    row.get(usize::from(symbol / 64)).is_some_and(|bits| bits & (1 << (symbol % 64)) != 0)
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
    symbols: Symbols,
    /// The sections that found anything, by number.
    sections: Vec<Section>,
}

impl Reading {
    /// Reads a note's words.
    pub(crate) fn new(grammar: &'static Grammar, words: &Words) -> Self {
        let mut reading = Self { grammar, symbols: grammar.read(words), sections: Vec::new() };
        reading.find(words);
        reading
    }

    /// What the patterns of an owner's section found, in the order of the words.
    pub(crate) fn hits(&self, owner: &str, name: &str) -> &[Hit] {
        let section = self.sections.iter().find(|section| section.name == name && section.owner == owner);
        section.map_or(&[], |section| &section.hits)
    }

    /// Everything that an owner's patterns found, section by section, with the names of the sections.
    pub(crate) fn all_hits<'r>(&'r self, owner: &'r str) -> impl Iterator<Item = (&'static str, Hit)> + use<'r> {
        let sections = self.sections.iter().filter(move |section| section.owner == owner);
        sections.flat_map(|section| section.hits.iter().map(|&hit| (section.name, hit)))
    }

    /// Whether a word is in a named set of single words.
    pub(crate) fn word_is(&self, word: usize, set: &str) -> bool {
        self.grammar.set(set).is_some_and(|symbol| self.symbols.has(word, symbol))
    }
}

impl Grammar {
    /// The symbols of each word of a note.
    fn read(&self, words: &Words) -> Symbols {
        let width = self.symbol_count().div_ceil(64);
        let mut rows = vec![0; words.list.len() * width];
        for (word, row) in words.list.iter().zip(rows.chunks_exact_mut(width.max(1))) {
            let mut add = |symbol: Symbol| {
                if let Some(bits) = row.get_mut(usize::from(symbol / 64)) {
                    *bits |= 1 << (symbol % 64);
                }
            };
            add(kind::ANY);
            match word.kind {
                WordKind::Letters => {
                    self.symbols(words.folded_of(word), &mut add);
                    if word.shape != Shape::Lower {
                        add(kind::CAPITAL);
                    }
                }
                WordKind::Number => {
                    self.symbols(words.folded_of(word), &mut add);
                    add(kind::NUMBER);
                }
                WordKind::Emoji => add(kind::EMOJI),
                WordKind::Link => add(kind::LINK),
                WordKind::Slot => add(kind::SLOT),
            }
        }
        Symbols { rows, width }
    }
}

impl Reading {
    /// Finds every match of every pattern, at most one a pattern and start.
    fn find(&mut self, words: &Words) {
        let mut all = vec![0; self.symbols.width];
        let ends = words.sentences.iter().skip(1).map(|sentence| sentence.0).chain([words.list.len()]);
        for (&(start, _), end) in words.sentences.iter().zip(ends) {
            all.fill(0);
            for row in self.symbols.rows(start..end) {
                all.iter_mut().zip(row).for_each(|(all, bits)| *all |= bits);
            }
            for (column, &bits) in all.iter().enumerate() {
                let mut bits: u64 = bits;
                while bits != 0 {
                    let symbol = column * 64 + bits.trailing_zeros() as usize;
                    bits &= bits - 1;
                    for pattern in self.grammar.keyed(symbol) {
                        // Most patterns end here: a word that they cannot do without is not in the sentence.
                        if may_match(self.grammar.pattern(pattern), &all) {
                            self.find_one(pattern, start..end, words);
                        }
                    }
                }
            }
        }
    }

    /// Finds every match of a pattern in a sentence.
    fn find_one(&mut self, pattern: u16, sentence: Range<usize>, words: &Words) {
        let (code, first) = (self.grammar.pattern(pattern), self.grammar.first(pattern));
        for start in sentence {
            if !self.symbols.has(start, first) {
                continue;
            }
            let Some(found) = match_at(code, self.grammar, words, &self.symbols, start) else {
                continue;
            };
            let end = found.end;
            let (mark_first, mark_end) = (found.open.unwrap_or(start), found.close.unwrap_or(end));
            if words.list.get(start..end).is_some_and(|all| all.iter().all(|word| word.quoted)) {
                continue;
            }
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
        // Sentences come in order, so that the place is near the end.
        let place = section.hits.iter().rposition(|before| (before.first, before.pattern) < (hit.first, hit.pattern));
        section.hits.insert(place.map_or(0, |before| before + 1), hit);
    }
}
