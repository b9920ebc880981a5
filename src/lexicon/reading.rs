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

/// Which words have which symbols: for every 64 words a row, in it for every symbol a bit for each of the words.
#[derive(Debug)]
pub(super) struct Symbols {
    bits: Vec<u64>,
    /// How many symbols there are.
    count: usize,
    /// The keys of patterns that occur, sentence by sentence, each once.
    keys: Vec<Symbol>,
    /// For each sentence, where its keys end.
    ends: Vec<usize>,
}

impl Symbols {
    /// The words from `64 * row` on that have a symbol, as bits.
    fn row(&self, row: usize, symbol: Symbol) -> u64 {
        self.bits.get(row * self.count + usize::from(symbol)).copied().unwrap_or_default()
    }

    /// Whether a word has a symbol.
    pub(super) fn has(&self, word: usize, symbol: Symbol) -> bool {
        self.row(word / 64, symbol) & (1 << (word % 64)) != 0
    }

    /// The words of a range that have a symbol, row by row: the row's first word, and bits.
    fn within(&self, range: &Range<usize>, symbol: Symbol) -> impl Iterator<Item = (usize, u64)> {
        let &Range { start, end } = range;
        (start / 64..end.div_ceil(64)).map(move |row| {
            let first = row * 64;
            let from = u64::MAX << start.saturating_sub(first);
            let to = u64::MAX >> (64 - (end - first).min(64));
            (first, self.row(row, symbol) & from & to)
        })
    }

    /// Whether a word of a range has a symbol.
    pub(super) fn any(&self, range: &Range<usize>, symbol: Symbol) -> bool {
        self.within(range, symbol).any(|(_, bits)| bits != 0)
    }
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

impl Symbols {
    /// Gives word `at` the symbols of a list; `sentence` is its sentence, whose keys start at `keys` in the list of all keys.
    fn add(&mut self, list: &[Symbol], at: usize, sentence: &Range<usize>, keys: usize, key_count: u16) {
        let Some(row) = self.bits.get_mut(at / 64 * self.count..) else { return };
        // The words of this sentence in the row; one that goes on from the row before has its earlier keys in the list.
        let goes_on = sentence.start / 64 != at / 64;
        let own = if goes_on { u64::MAX } else { u64::MAX << (sentence.start % 64) };
        let bit = 1 << (at % 64);
        for &symbol in list {
            let Some(bits) = row.get_mut(usize::from(symbol)) else { return };
            let is_new_key = symbol < key_count && *bits & own == 0;
            *bits |= bit;
            if is_new_key && !(goes_on && self.keys.get(keys..).unwrap_or_default().contains(&symbol)) {
                self.keys.push(symbol);
            }
        }
    }
}

impl Grammar {
    /// The symbols of each word of a note.
    fn read(&self, words: &Words) -> Symbols {
        let count = self.symbol_count();
        let mut symbols = Symbols { bits: vec![0; words.list.len().div_ceil(64) * count], count, keys: Vec::new(), ends: Vec::new() };
        for sentence in sentences(words) {
            let keys = symbols.keys.len();
            for (at, word) in sentence.clone().zip(words.list.get(sentence.clone()).unwrap_or_default()) {
                let mut add = |list: &[Symbol]| symbols.add(list, at, &sentence, keys, self.key_count());
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
            }
            symbols.ends.push(symbols.keys.len());
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
        let mut begin = 0;
        for (index, sentence) in sentences(words).enumerate() {
            let end = self.symbols.ends.get(index).copied().unwrap_or_default();
            for at in begin..end {
                let key = self.symbols.keys.get(at).copied().unwrap_or_default();
                for &pattern in self.grammar.keyed(key) {
                    // Most patterns end here: a word that they cannot do without is not in the sentence.
                    if may_match(self.grammar.pattern(pattern), &self.symbols, &sentence) {
                        self.find_one(pattern, &sentence, words);
                    }
                }
            }
            begin = end;
        }
    }

    /// Finds every match of a pattern in a sentence.
    fn find_one(&mut self, pattern: u16, sentence: &Range<usize>, words: &Words) {
        let (code, first) = (self.grammar.pattern(pattern), self.grammar.first(pattern));
        let mut found = Vec::new();
        for (row, mut bits) in self.symbols.within(sentence, first) {
            while bits != 0 {
                let start = row + bits.trailing_zeros() as usize;
                bits &= bits - 1;
                let Some(matched) = match_at(code, self.grammar, words, &self.symbols, start) else {
                    continue;
                };
                let end = matched.end;
                let (mark_first, mark_end) = (matched.open.unwrap_or(start), matched.close.unwrap_or(end));
                if words.list.get(start..end).is_some_and(|all| all.iter().all(|word| word.quoted)) {
                    continue;
                }
                found.push(Hit { first: start, end, mark_first, mark_end, pattern });
            }
        }
        for hit in found {
            self.keep(hit);
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
