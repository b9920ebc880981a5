//! Compiled patterns to one table of bytes, see [`super::code`]; the crate reads it where it lies.

use super::code::{Symbol, hash, mark, part};
use super::compile::{Compiled, Ending, KINDS, Node, Optional};
use super::vocabulary::bucket;
use std::collections::{BTreeMap, BTreeSet};

/// What makes a table too large for its numbers.
type Failure = String;

/// The bytes of a table.
///
/// # Errors
/// When there are more words, patterns or symbols than the table's numbers can tell apart.
pub(crate) fn encode(compiled: &Compiled) -> Result<Vec<u8>, Failure> {
    let mut blocks = Blocks { numbers: Numbers::of(compiled), ..Blocks::default() };
    let patterns: Vec<Vec<u16>> = compiled.patterns.iter().map(|pattern| blocks.code(&pattern.nodes)).collect::<Result<_, _>>()?;
    let numbers = std::mem::take(&mut blocks.numbers);
    let mut parts = vec![Vec::new(); part::COUNT];
    let mut put = |at: usize, bytes: Vec<u8>| parts.get_mut(at).into_iter().for_each(|part| part.clone_from(&bytes));

    let names: Vec<String> = compiled.sections.iter().map(|(owner, name)| format!("{owner} {name}")).collect();
    put(part::SECTION_TEXT, names.concat().into_bytes());
    put(part::SECTION_STARTS, cells(&starts(names.iter().map(String::len)))?);

    let mut lists = Lists::default();
    let (mut words, mut starts_of, mut ends_of) = (Vec::new(), Vec::new(), Vec::new());
    // The kinds of word come first, so that their numbers are those of their lists.
    for (index, (word, symbols)) in compiled.words.iter().enumerate() {
        let symbols: BTreeSet<usize> =
            symbols.iter().filter_map(|symbol| numbers.0.get(symbol)).map(|&number| usize::from(number)).collect();
        if symbols.is_empty() {
            continue;
        }
        let number = lists.number(symbols.into_iter().collect());
        if index < usize::from(KINDS) {
            continue;
        }
        if let Some(start) = word.strip_suffix('*') {
            starts_of.push((start.as_bytes().to_vec(), number));
        } else if let Some(end) = word.strip_prefix('*') {
            ends_of.push((end.bytes().rev().collect(), number));
        } else {
            words.push((word.as_bytes().to_vec(), number));
        }
    }
    for (at, words) in [(part::WORDS, words), (part::STARTS, starts_of), (part::ENDS, ends_of)] {
        for (offset, bytes) in vocabulary(words)?.into_iter().enumerate() {
            put(at + offset, bytes);
        }
    }
    put(part::LIST_STARTS, cells(&starts(lists.all.iter().map(Vec::len)))?);
    put(part::LISTS, cells(&lists.all.concat())?);

    let blocks: Vec<Vec<u16>> = patterns.into_iter().chain(blocks.all).collect();
    put(part::BLOCK_STARTS, wide(&starts(blocks.iter().map(Vec::len)))?);
    put(part::CODE, blocks.concat().into_iter().flat_map(u16::to_le_bytes).collect());

    let number = |symbol: &Symbol| numbers.0.get(symbol).copied().unwrap_or(*symbol);
    let mut keyed = vec![Vec::new(); compiled.patterns.iter().map(|pattern| usize::from(number(&pattern.key)) + 1).max().unwrap_or(0)];
    for (index, pattern) in compiled.patterns.iter().enumerate() {
        keyed.get_mut(usize::from(number(&pattern.key))).into_iter().for_each(|row| row.push(index));
    }
    put(part::PATTERN_SECTIONS, cells(&compiled.patterns.iter().map(|pattern| usize::from(pattern.section)).collect::<Vec<_>>())?);
    put(part::PATTERN_FIRSTS, cells(&compiled.patterns.iter().map(|pattern| usize::from(number(&pattern.first))).collect::<Vec<_>>())?);
    put(part::KEYED_STARTS, cells(&starts(keyed.iter().map(Vec::len)))?);
    put(part::KEYED, cells(&keyed.concat())?);

    put(part::SYMBOLS, cells(&[numbers.0.len()])?);

    let sets = sets(compiled)?;
    put(part::SET_NAMES, sets.keys().flat_map(|name| name.to_le_bytes()).collect());
    put(part::SET_SYMBOLS, sets.values().map(|(_, symbol)| number(symbol)).flat_map(u16::to_le_bytes).collect());
    Ok(wide(&parts.iter().map(Vec::len).collect::<Vec<_>>())?.into_iter().chain(parts.concat()).collect())
}

/// The four parts of a vocabulary.
///
/// # Errors
/// When there are too many words for its numbers.
pub(crate) fn vocabulary(mut words: Vec<(Vec<u8>, usize)>) -> Result<[Vec<u8>; 4], Failure> {
    words.sort_by_cached_key(|(word, _)| (bucket(word), word.clone()));
    let last = bucket(&[u8::MAX; 2]);
    let mut sizes = vec![0; last + 1];
    for (word, _) in &words {
        sizes.get_mut(bucket(word)).into_iter().for_each(|size| *size += 1);
    }
    let numbers: Vec<usize> = words.iter().map(|&(_, number)| number).collect();
    let text = words.iter().flat_map(|(word, _)| word).copied().collect();
    Ok([text, cells(&starts(sizes))?, cells(&starts(words.iter().map(|(word, _)| word.len())))?, cells(&numbers)?])
}

/// Where rows of these lengths start, and where the last ends.
fn starts(lengths: impl IntoIterator<Item = usize>) -> Vec<usize> {
    let mut starts = vec![0];
    let mut end = 0;
    for length in lengths {
        end += length;
        starts.push(end);
    }
    starts
}

fn cells(numbers: &[usize]) -> Result<Vec<u8>, Failure> {
    numbers
        .iter()
        .map(|&number| u16::try_from(number).map(u16::to_le_bytes))
        .collect::<Result<Vec<_>, _>>()
        .map(|cells| cells.concat())
        .map_err(|_| {
            "more than 65,535 bytes of words, list entries or patterns: a table needs wider numbers, see src/lexicon/code.rs".to_owned()
        })
}

fn wide(numbers: &[usize]) -> Result<Vec<u8>, Failure> {
    let numbers = numbers.iter().map(|&number| u32::try_from(number).map(u32::to_le_bytes)).collect::<Result<Vec<_>, _>>();
    numbers.map(|cells| cells.concat()).map_err(|error| error.to_string())
}

/// Named sets by the hash of their name; where a name is given twice the first holds.
fn sets(compiled: &Compiled) -> Result<BTreeMap<u32, (&str, Symbol)>, Failure> {
    let mut sets = BTreeMap::new();
    for (name, symbol) in &compiled.sets {
        let &mut (first, _) = sets.entry(hash(name)).or_insert((name.as_str(), *symbol));
        if first != name {
            return Err(format!("the names `{first}` and `{name}` have the same hash: rename one"));
        }
    }
    Ok(sets)
}

/// New numbers for the symbols that anything asks for, keys first; the compiler makes many on the way that nothing asks for.
#[derive(Default)]
struct Numbers(BTreeMap<Symbol, Symbol>);

impl Numbers {
    fn of(compiled: &Compiled) -> Self {
        let mut used: BTreeSet<Symbol> = compiled.sets.iter().map(|&(_, symbol)| symbol).collect();
        for pattern in &compiled.patterns {
            used.extend([pattern.first, pattern.key]);
            add_symbols(&pattern.nodes, &mut used);
        }
        used.retain(|&symbol| symbol >= KINDS);
        let keys: BTreeSet<Symbol> = compiled.patterns.iter().map(|pattern| pattern.key).collect();
        let (keys, others): (Vec<Symbol>, Vec<Symbol>) = used.into_iter().partition(|symbol| keys.contains(symbol));
        Self((0..KINDS).chain(keys).chain(others).zip(0..).collect())
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

/// Rows of numbers, each kept once.
#[derive(Default)]
struct Lists {
    all: Vec<Vec<usize>>,
    known: BTreeMap<Vec<usize>, usize>,
}

impl Lists {
    fn number(&mut self, list: Vec<usize>) -> usize {
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
        let number = self.numbers.0.get(&symbol).filter(|&&number| number < mark::FIRST);
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
