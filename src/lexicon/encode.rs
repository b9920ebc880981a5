//! Compiled patterns to one packed table; `text/packed.rs` and `lexicon/grammar.rs` are the other end.

use super::code::{Symbol, mark};
use super::compile::{Compiled, Ending, KINDS, Node, Optional};
use super::hash::fnv;

/// See `text/packed.rs`: a step of so much in a row leads to no number.
const FAR: u8 = u8::MAX;
use std::collections::{BTreeMap, BTreeSet};

/// What makes a table too large for its numbers.
pub(super) type Failure = String;

/// The bytes of a table.
///
/// # Errors
/// When there are more words, patterns or symbols than the table's numbers can tell apart.
pub(crate) fn encode(compiled: &Compiled) -> Result<Vec<u8>, Failure> {
    let mut blocks = Blocks { numbers: Numbers::of(compiled), ..Blocks::default() };
    let patterns: Vec<Vec<u16>> = compiled.patterns.iter().map(|pattern| blocks.code(&pattern.nodes)).collect::<Result<_, _>>()?;
    let numbers = std::mem::take(&mut blocks.numbers);
    let number = |symbol: &Symbol| numbers.all.get(symbol).copied().unwrap_or(*symbol);
    let symbols_of = |symbols: &[Symbol]| -> Vec<usize> {
        let used: BTreeSet<usize> =
            symbols.iter().filter_map(|symbol| numbers.all.get(symbol)).map(|&number| usize::from(number)).collect();
        used.into_iter().collect()
    };
    let mut table = Table::default();
    let sections: Vec<String> = compiled.sections.iter().map(|(owner, name)| format!("{owner} {name}")).collect();
    table.bytes(sections.join("\n").as_bytes());
    table.number(numbers.all.len());

    let (kinds, words) = compiled.words.split_at_checked(usize::from(KINDS)).unwrap_or_default();
    let mut lists = Lists::default();
    for (_, symbols) in kinds {
        lists.number(symbols_of(symbols));
    }
    let [mut whole, mut starts, mut ends] = [const { Vec::new() }; 3];
    for (word, symbols) in words {
        let symbols = symbols_of(symbols);
        if symbols.is_empty() {
            continue;
        }
        if let Some(start) = word.strip_suffix('*') {
            starts.push((start.as_bytes().to_vec(), symbols));
        } else if let Some(end) = word.strip_prefix('*') {
            ends.push((end.bytes().rev().collect(), symbols));
        } else {
            whole.push((word.as_bytes().to_vec(), symbols));
        }
    }
    // In the order of the words, so that most words have the next list.
    let numbered = [whole, starts, ends].map(|mut words: Vec<(Vec<u8>, Vec<usize>)>| {
        sort(&mut words);
        let mut back = |symbols| {
            let next = lists.all.len();
            next - lists.number(symbols)
        };
        words.into_iter().map(|(word, symbols)| (word, back(symbols))).collect::<Vec<_>>()
    });
    table.rows(&lists.all);
    let [whole, starts, ends] = numbered;
    table.vocabulary(whole);
    table.parts(&starts);
    table.parts(&ends);

    let blocks: Vec<Vec<u16>> = patterns.into_iter().chain(blocks.all).collect();
    table.list(&blocks.iter().map(Vec::len).collect::<Vec<_>>());
    table.bytes(&blocks.concat().into_iter().flat_map(u16::to_le_bytes).collect::<Vec<_>>());
    table.list(&compiled.patterns.iter().map(|pattern| usize::from(pattern.section)).collect::<Vec<_>>());
    let mut keyed = vec![Vec::new(); usize::from(numbers.keys)];
    for (index, pattern) in compiled.patterns.iter().enumerate() {
        let keys: BTreeSet<Symbol> = pattern.keys.iter().map(number).collect();
        for key in keys {
            keyed.get_mut(usize::from(key)).into_iter().for_each(|row| row.push(index));
        }
    }
    table.rows(&keyed);
    let sets = sets(compiled)?;
    table.number(sets.len());
    for (name, (_, symbol)) in sets {
        table.number(name as usize);
        table.number(usize::from(number(&symbol)));
    }
    let largest = [lists.all.len(), compiled.patterns.len(), compiled.words.len()].into_iter().max().unwrap_or(0);
    if largest > usize::from(u16::MAX) {
        return Err("more than 65,535 words or patterns: a table needs wider numbers, see src/lexicon/grammar.rs".to_owned());
    }
    Ok(table.bytes)
}

/// Word lists by their names: what stands before the patterns in a lexicon's file. Those of `word=meaning` lines come last, each
/// as its words with the places of their meanings, and the meanings; then the words by which languages are told apart, with the
/// languages that have them.
pub(crate) fn lists(
    lists: &[(String, String)],
    tables: &[(String, BTreeMap<String, String>)],
    small_words: &BTreeMap<String, usize>,
) -> Vec<u8> {
    let mut packed = Table::default();
    let names = |names: Vec<&str>| names.join("\n").into_bytes();
    packed.bytes(&names(lists.iter().map(|(name, _)| name.as_str()).collect()));
    for (_, list) in lists {
        packed.bytes(list.as_bytes());
    }
    packed.bytes(&names(tables.iter().map(|(name, _)| name.as_str()).collect()));
    for (_, table) in tables {
        let mut meanings = Lists::default();
        let mut words: Vec<_> = table.iter().map(|(word, meaning)| (word.as_bytes().to_vec(), meaning)).collect();
        sort(&mut words);
        let words = words.into_iter().map(|(word, meaning)| (word, meanings.number(meaning))).collect();
        packed.vocabulary(words);
        packed.list(&meanings.all.iter().map(|meaning| meaning.len()).collect::<Vec<_>>());
        packed.bytes(&meanings.all.into_iter().flat_map(|meaning| meaning.bytes()).collect::<Vec<_>>());
    }
    let mut small_words: Vec<_> = small_words.iter().map(|(word, &languages)| (word.as_bytes().to_vec(), languages)).collect();
    sort(&mut small_words);
    packed.vocabulary(small_words);
    packed.bytes
}

fn sort<T>(words: &mut [(Vec<u8>, T)]) {
    words.sort_by(|(word, _), (other, _)| word.cmp(other));
}

/// A table being packed; each part as [`crate::text::packed`] reads it.
#[derive(Default)]
pub(super) struct Table {
    pub(super) bytes: Vec<u8>,
}

impl Table {
    pub(super) fn number(&mut self, mut number: usize) {
        while number >= 0x80 {
            self.bytes.extend(u8::try_from(number % 0x80 + 0x80));
            number /= 0x80;
        }
        self.bytes.extend(u8::try_from(number));
    }

    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len());
        self.bytes.extend(bytes);
    }

    fn list(&mut self, numbers: &[usize]) {
        self.number(numbers.len());
        for &number in numbers {
            self.number(number);
        }
    }

    fn rows(&mut self, rows: &[Vec<usize>]) {
        let mut packed = Self::default();
        let mut lengths = Vec::new();
        for row in rows {
            let start = packed.bytes.len();
            let mut last = 0;
            for &number in row {
                let step = number - last;
                packed.bytes.extend(std::iter::repeat_n(FAR, step / usize::from(FAR)));
                packed.bytes.extend(u8::try_from(step % usize::from(FAR)));
                last = number;
            }
            lengths.push(packed.bytes.len() - start);
        }
        self.list(&lengths);
        self.bytes(&packed.bytes);
    }

    fn parts(&mut self, parts: &[(Vec<u8>, usize)]) {
        self.list(&parts.iter().map(|(part, _)| part.len()).collect::<Vec<_>>());
        self.bytes(&parts.iter().flat_map(|(part, _)| part).copied().collect::<Vec<_>>());
        self.list(&parts.iter().map(|(_, number)| *number).collect::<Vec<_>>());
    }

    fn vocabulary(&mut self, words: Vec<(Vec<u8>, usize)>) {
        let (mut shared, mut lengths, mut letters, mut numbers) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut last: Vec<u8> = Vec::new();
        for (word, number) in words {
            let same = word.iter().zip(&last).take_while(|(a, b)| a == b).count().min(usize::from(u8::MAX));
            let own = word.get(same..).unwrap_or_default();
            shared.extend(u8::try_from(same));
            lengths.extend(u8::try_from(own.len()));
            letters.extend(own);
            numbers.push(number);
            last = word;
        }
        self.bytes(&shared);
        self.bytes(&lengths);
        self.bytes(&letters);
        self.list(&numbers);
    }
}

/// Named sets by the hash of their name; where a name is given twice the first holds.
fn sets(compiled: &Compiled) -> Result<BTreeMap<u32, (&str, Symbol)>, Failure> {
    let mut sets = BTreeMap::new();
    for (name, symbol) in &compiled.sets {
        let &mut (first, _) = sets.entry(fnv(name.as_bytes())).or_insert((name.as_str(), *symbol));
        if first != name {
            return Err(format!("the names `{first}` and `{name}` have the same hash: rename one"));
        }
    }
    Ok(sets)
}

/// New numbers for the symbols that anything asks for, named sets first, then keys; the compiler makes many on the way that nothing asks for.
#[derive(Default)]
struct Numbers {
    all: BTreeMap<Symbol, Symbol>,
    /// Keys are below this one.
    keys: Symbol,
}

impl Numbers {
    fn of(compiled: &Compiled) -> Self {
        let sets: BTreeSet<Symbol> = compiled.sets.iter().map(|&(_, symbol)| symbol).collect();
        let keys: BTreeSet<Symbol> = compiled.patterns.iter().flat_map(|pattern| &pattern.keys).copied().collect();
        let mut used: BTreeSet<Symbol> = &sets | &keys;
        for pattern in &compiled.patterns {
            add_symbols(&pattern.nodes, &mut used);
        }
        used.retain(|&symbol| symbol >= KINDS);
        let (sets, others): (Vec<Symbol>, Vec<Symbol>) = used.into_iter().partition(|symbol| sets.contains(symbol));
        let (keys, others): (Vec<Symbol>, Vec<Symbol>) = others.into_iter().partition(|symbol| keys.contains(symbol));
        let mut numbers = Self { all: (0..KINDS).chain(sets).chain(keys).zip(0..).collect(), keys: 0 };
        numbers.keys = Symbol::try_from(numbers.all.len()).unwrap_or(Symbol::MAX);
        numbers.all.extend(others.into_iter().zip(numbers.keys..));
        numbers
    }
}

fn add_symbols(nodes: &[Node], used: &mut BTreeSet<Symbol>) {
    for node in nodes {
        match node {
            Node::Word(symbol) | Node::Lead(symbol) => {
                used.insert(*symbol);
            }
            Node::Group(alternatives, _) | Node::NotAhead(alternatives) => {
                for sequence in alternatives {
                    add_symbols(sequence, used);
                }
            }
            Node::NotNext(symbols) | Node::NotBefore(symbols) => used.extend(symbols),
            Node::Names | Node::Skip(_) | Node::Start | Node::End(_) | Node::Comma | Node::Clause | Node::Open | Node::Close => {}
        }
    }
}

/// Things that are kept once, by their number.
struct Lists<T> {
    all: Vec<T>,
    known: BTreeMap<T, usize>,
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Self { all: Vec::new(), known: BTreeMap::new() }
    }
}

impl<T: Ord + Clone> Lists<T> {
    fn number(&mut self, list: T) -> usize {
        *self.known.entry(list).or_insert_with_key(|list| {
            self.all.push(list.clone());
            self.all.len() - 1
        })
    }
}

/// The blocks that patterns share: groups and lists of symbols, each kept once.
#[derive(Default)]
struct Blocks {
    numbers: Numbers,
    all: Vec<Vec<u16>>,
    known: BTreeMap<Vec<u16>, u16>,
}

impl Blocks {
    fn code(&mut self, nodes: &[Node]) -> Result<Vec<u16>, Failure> {
        let mut code = Vec::new();
        for node in nodes {
            match node {
                Node::Word(symbol) => code.push(self.symbol(*symbol)?),
                Node::Lead(symbol) => code.extend([mark::LEAD, self.symbol(*symbol)?]),
                Node::Names => code.push(mark::NAMES),
                Node::Group(alternatives, Optional::No) => code.extend([mark::GROUP, self.group(alternatives)?]),
                Node::Group(alternatives, Optional::Yes) => code.extend([mark::MAYBE, self.group(alternatives)?]),
                Node::NotAhead(alternatives) => code.extend([mark::NOT_AHEAD, self.group(alternatives)?]),
                Node::Skip(most) => code.push(mark::SKIP + u16::from(*most)),
                Node::Start => code.push(mark::START),
                Node::End(Ending::Any) => code.push(mark::END),
                Node::End(Ending::Question) => code.push(mark::QUESTION),
                Node::Comma => code.push(mark::COMMA),
                Node::Clause => code.push(mark::CLAUSE),
                Node::NotNext(symbols) => code.extend([mark::NOT_NEXT, self.symbols(symbols)?]),
                Node::NotBefore(symbols) => code.extend([mark::NOT_BEFORE, self.symbols(symbols)?]),
                Node::Open => code.push(mark::OPEN),
                Node::Close => code.push(mark::CLOSE),
            }
        }
        Ok(code)
    }

    fn symbol(&self, symbol: Symbol) -> Result<Symbol, Failure> {
        let number = self.numbers.all.get(&symbol).filter(|&&number| number < mark::FIRST);
        number.copied().ok_or_else(|| "too many words and sets for one language".to_owned())
    }

    fn symbols(&mut self, symbols: &[Symbol]) -> Result<u16, Failure> {
        let block = symbols.iter().map(|&symbol| self.symbol(symbol)).collect::<Result<_, _>>()?;
        self.block(block)
    }

    /// The block of a group's sequences, each after its length.
    fn group(&mut self, alternatives: &[Vec<Node>]) -> Result<u16, Failure> {
        let mut block = Vec::new();
        for sequence in alternatives {
            let code = self.code(sequence)?;
            block.push(u16::try_from(code.len()).map_err(|error| error.to_string())?);
            block.extend(code);
        }
        self.block(block)
    }

    /// The number of a block among those after the patterns' own.
    fn block(&mut self, block: Vec<u16>) -> Result<u16, Failure> {
        if let Some(&known) = self.known.get(&block) {
            return Ok(known);
        }
        let number = u16::try_from(self.all.len()).map_err(|_| "too many groups for one language".to_owned())?;
        self.known.insert(block.clone(), number);
        self.all.push(block);
        Ok(number)
    }
}

#[cfg(test)]
mod tests {
    use super::{Table, sort};
    use crate::text::packed::Packed;

    /// A packed table of words and their numbers alone.
    fn vocabulary(mut words: Vec<(Vec<u8>, usize)>) -> Vec<u8> {
        sort(&mut words);
        let mut table = Table::default();
        table.vocabulary(words);
        table.bytes
    }

    #[test]
    fn words_come_out_as_they_went_in() {
        let small: Vec<String> = ["a", "an", "and", "answer", "ant", "\u{448}\u{430}", "zebra", "2nd"].map(str::to_owned).into();
        let many = (0..400).map(|number| format!("{number:b}")).collect();
        for words in [small, many] {
            let packed = vocabulary(words.iter().zip(100..).map(|(word, number)| (word.as_bytes().to_vec(), number)).collect());
            let unpacked = Packed::new(packed.leak()).vocabulary(|number| number);
            for (word, number) in words.iter().zip(100..) {
                assert_eq!(unpacked.get(word.as_bytes()), Some(number), "{word}");
            }
            for word in ["", "b", "answ", "answers", "zz", "\u{448}", "01", "1111111111", "2"] {
                assert_eq!(unpacked.get(word.as_bytes()), None, "{word}");
            }
        }
    }

    #[test]
    fn parts_come_out_as_they_went_in() {
        let mut table = Table::default();
        table.parts(&["a", "an", "answer", "b", "bet"].map(|part| (part.as_bytes().to_vec(), 100 + part.len())));
        let parts = Packed::new(table.bytes.leak()).parts(|number| number);
        let of = |word: &[u8]| {
            let mut found = Vec::new();
            parts.each(word, &mut |length, number| found.push((length, number)));
            found
        };
        assert_eq!(of(b"answers"), [(1, 101), (2, 102), (6, 106)]);
        assert_eq!(of(b"bit"), [(1, 101)]);
        assert_eq!((of(b""), of(b"cab")), (vec![], vec![]));
    }

    #[test]
    fn a_broken_table_is_an_empty_one() {
        for bytes in [&[][..], &[0xff; 3], &[0x85, 1, 2]] {
            assert_eq!(Packed::new(bytes.to_vec().leak()).vocabulary(|number| number).get(b"a"), None);
        }
    }
}
