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

/// Which words have which symbols, as bits: a row for every word, and one for every sentence of all that its words have.
#[derive(Debug, Default)]
pub(super) struct Symbols {
    words: Vec<u64>,
    sentences: Vec<u64>,
    /// How many numbers a row has.
    row: usize,
}

/// Whether a bit of a row is set; rows lie one after the other.
fn is_set(rows: &[u64], row: usize, at: usize, symbol: Symbol) -> bool {
    let symbol = usize::from(symbol);
    rows.get(at * row + symbol / 64).is_some_and(|bits| bits >> (symbol % 64) & 1 != 0)
}

impl Symbols {
    /// Whether a word has a symbol.
    pub(super) fn has(&self, word: usize, symbol: Symbol) -> bool {
        is_set(&self.words, self.row, word, symbol)
    }

    /// Whether a word of a sentence has a symbol.
    pub(super) fn sentence_has(&self, sentence: usize, symbol: Symbol) -> bool {
        is_set(&self.sentences, self.row, sentence, symbol)
    }

    /// The first `count` symbols of those that the words of a sentence have.
    fn keys(&self, sentence: usize, count: Symbol) -> impl Iterator<Item = Symbol> {
        let row = self.sentences.get(sentence * self.row..(sentence + 1) * self.row).unwrap_or_default();
        let symbols = row.iter().zip((0..).step_by(64)).flat_map(|(&bits, first)| ones(bits).map(move |bit| first + bit));
        symbols.take_while(move |&symbol| symbol < count)
    }
}

/// The places of the bits that are set.
fn ones(mut bits: u64) -> impl Iterator<Item = Symbol> {
    std::iter::from_fn(move || {
        let place = Symbol::try_from(bits.trailing_zeros()).ok().filter(|_| bits != 0)?;
        bits &= bits - 1;
        Some(place)
    })
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
        self.grammar.set(set).is_some_and(|symbol| self.symbols.has(word, symbol))
    }
}

impl Grammar {
    /// The symbols of each word of a note.
    fn read(&self, words: &Words) -> Symbols {
        let row = self.symbol_count().div_ceil(64);
        let mut symbols = Symbols { words: vec![0; words.list.len() * row], sentences: vec![0; words.sentences.len() * row], row };
        let mut rows = symbols.words.chunks_exact_mut(row.max(1));
        for (sentence, all) in sentences(words).zip(symbols.sentences.chunks_exact_mut(row.max(1))) {
            for (word, own) in words.list.get(sentence).unwrap_or_default().iter().zip(&mut rows) {
                let mut add = |list: &[Symbol]| {
                    for &symbol in list {
                        if let Some(bits) = own.get_mut(usize::from(symbol / 64)) {
                            *bits |= 1 << (symbol % 64);
                        }
                    }
                };
                add(self.symbols_of_kind(kind::ANY));
                match word.kind {
                    WordKind::Letters if word.shape == Shape::Lower => {}
                    WordKind::Letters => add(self.symbols_of_kind(kind::CAPITAL)),
                    WordKind::Number => add(self.symbols_of_kind(kind::NUMBER)),
                    WordKind::Emoji => add(self.symbols_of_kind(kind::EMOJI)),
                    WordKind::Link => add(self.symbols_of_kind(kind::LINK)),
                    WordKind::Slot => add(self.symbols_of_kind(kind::SLOT)),
                }
                if matches!(word.kind, WordKind::Letters | WordKind::Number) {
                    self.symbols(words.folded_of(word)).for_each(add);
                }
                for (all, own) in all.iter_mut().zip(own) {
                    *all |= *own;
                }
            }
        }
        symbols
    }
}

/// The words of each sentence.
fn sentences(words: &Words) -> impl Iterator<Item = Range<usize>> {
    let ends = words.sentences.iter().skip(1).map(|sentence| sentence.0).chain([words.list.len()]);
    words.sentences.iter().zip(ends).map(|(&(start, _), end)| start..end)
}

impl Reading {
    /// Finds every match of every pattern, at most one a pattern and start.
    fn find(&mut self, words: &Words) {
        let symbols = std::mem::take(&mut self.symbols);
        for (index, sentence) in sentences(words).enumerate() {
            for key in symbols.keys(index, self.grammar.key_count()) {
                for &pattern in self.grammar.keyed(key) {
                    // Most patterns end here: a word that they cannot do without is not in the sentence.
                    let code = self.grammar.pattern(pattern);
                    if may_match(code, &symbols, index) {
                        self.find_one(pattern, code, &symbols, &sentence, words);
                    }
                }
            }
        }
        self.symbols = symbols;
    }

    /// Finds every match of a pattern in a sentence.
    fn find_one(&mut self, pattern: u16, code: &[u16], symbols: &Symbols, sentence: &Range<usize>, words: &Words) {
        let first = self.grammar.first(pattern);
        for start in sentence.clone().filter(|&word| symbols.has(word, first)) {
            let Some(matched) = match_at(code, self.grammar, words, symbols, start) else { continue };
            let end = matched.end;
            let (mark_first, mark_end) = (matched.open.unwrap_or(start), matched.close.unwrap_or(end));
            if !words.list.get(start..end).is_some_and(|all| all.iter().all(|word| word.quoted)) {
                self.keep(Hit { first: start, end, mark_first, mark_end, pattern });
            }
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
