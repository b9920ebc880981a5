//! Text files to patterns: words become numbers once, so that matching compares numbers.

use crate::text::Lang;
use crate::text::fold::fold;
use crate::text::order::sort_by_key;
use std::collections::BTreeMap;

/// A number that stands for a word, a word part, a set or a kind of word.
pub(super) type Symbol = u16;

/// Symbols of the kinds of word, before those of the vocabulary.
pub(super) mod kind {
    use super::Symbol;
    pub(crate) const CAPITAL: Symbol = 0;
    pub(crate) const NUMBER: Symbol = 1;
    pub(crate) const LINK: Symbol = 2;
    pub(crate) const SLOT: Symbol = 3;
    pub(crate) const EMOJI: Symbol = 4;
    pub(crate) const ANY: Symbol = 5;
    pub(crate) const COUNT: Symbol = 6;
}

/// One step of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node {
    /// A word that has this symbol.
    Word(Symbol),
    /// One to four capitalised words.
    Names,
    /// The next word has this symbol; it is not taken. Stands before a group, whose sequences all start so.
    Lead(Symbol),
    /// One of these sequences; perhaps none.
    Group(Vec<Vec<Node>>, Optional),
    /// Up to so many words of the sentence, as few as possible.
    Skip(u8),
    /// The start of a sentence.
    Start,
    /// The end of a sentence, perhaps of a question only.
    End(Ending),
    /// At least a comma before the next word.
    Comma,
    /// At least a clause break before the next word.
    Clause,
    /// The next word has none of these symbols.
    NotNext(Vec<Symbol>),
    /// None of these sequences follows.
    NotAhead(Vec<Vec<Node>>),
    /// The word before has none of these symbols.
    NotBefore(Vec<Symbol>),
    /// The reported part starts here.
    Open,
    /// The reported part ends here.
    Close,
}

/// Whether a group may be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Optional {
    /// It may.
    Yes,
    /// It may not.
    No,
}

/// Which sentence ends count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// All.
    Any,
    /// Those with a question mark.
    Question,
}

/// A file of patterns and the rule that owns it.
#[derive(Debug, Clone, Copy)]
pub struct Source {
    /// The rule's id.
    pub owner: &'static str,
    /// The file's text.
    pub text: &'static str,
    /// Whether its sets are known to the files after it.
    pub is_shared: bool,
}

#[derive(Debug)]
pub(super) struct Pattern {
    pub(super) section: u16,
    pub(super) nodes: Vec<Node>,
    /// What a sentence must hold for the pattern to match, the rarest first: of each list at least one symbol.
    pub(super) needs: Vec<Vec<Symbol>>,
}

/// The compiled patterns of one language.
#[derive(Debug)]
pub struct Grammar {
    pub(super) lang: Option<Lang>,
    /// Sections: owner and name, sorted.
    pub(super) sections: Vec<(&'static str, &'static str)>,
    pub(super) patterns: Vec<Pattern>,
    /// For each symbol, the patterns that can start with it.
    pub(super) by_first: Vec<Vec<u32>>,
    /// Whole words, sorted, with their symbols.
    words: Vec<(String, Vec<Symbol>)>,
    /// Word starts, sorted, with their symbols.
    prefixes: Vec<(String, Vec<Symbol>)>,
    /// Word ends, with their symbols.
    suffixes: Vec<(String, Vec<Symbol>)>,
    /// Named sets that are single symbols.
    sets: Vec<(String, Symbol)>,
    errors: Vec<String>,
}

impl Grammar {
    /// Compiles the sections of `lang` (and those for every language) in `sources`.
    ///
    /// What cannot be read is left out and told by [`Grammar::errors`]; a test keeps that empty for our own files.
    pub fn compile(lang: Option<Lang>, sources: &[Source]) -> Self {
        let mut compiler = Compiler::default();
        for source in sources {
            compiler.file(lang, source);
        }
        compiler.finish(lang)
    }

    /// What could not be read, with its line.
    pub fn errors(&self) -> &[String] {
        &self.errors
    }

    /// The language it is for.
    pub fn lang(&self) -> Option<Lang> {
        self.lang
    }

    /// Adds the symbols of a folded word to `out`.
    pub(super) fn symbols(&self, word: &str, out: &mut Vec<Symbol>) {
        if let Ok(at) = self.words.binary_search_by(|(known, _)| known.as_str().cmp(word))
            && let Some((_, symbols)) = self.words.get(at)
        {
            out.extend_from_slice(symbols);
        }
        // Every prefix of `word` sorts at or before it; those that share its first two letters lie together.
        let until = self.prefixes.partition_point(|(prefix, _)| prefix.as_str() <= word);
        let head: String = word.chars().take(2).collect();
        for (prefix, symbols) in self.prefixes.get(..until).unwrap_or_default().iter().rev() {
            if !prefix.starts_with(head.as_str()) {
                break;
            }
            if word.starts_with(prefix.as_str()) {
                out.extend_from_slice(symbols);
            }
        }
        for (suffix, symbols) in &self.suffixes {
            if word.len() > suffix.len() && word.ends_with(suffix.as_str()) {
                out.extend_from_slice(symbols);
            }
        }
    }

    /// How many symbols there are, kinds of word included.
    pub(super) fn symbol_count(&self) -> usize {
        self.by_first.len()
    }

    /// The symbol of a named set of single words.
    pub(super) fn set(&self, name: &str) -> Option<Symbol> {
        self.sets.iter().find(|(known, _)| known == name).map(|&(_, symbol)| symbol)
    }

    /// The section's number.
    pub(crate) fn section(&self, owner: &str, name: &str) -> Option<u16> {
        let at = self.sections.binary_search_by(|&section| section.cmp(&(owner, name)));
        at.ok().and_then(|at| u16::try_from(at).ok())
    }

    /// How many sections there are.
    pub(crate) fn section_count(&self) -> usize {
        self.sections.len()
    }

    /// Numbers and names of an owner's sections.
    pub(crate) fn sections_of(&self, owner: &str) -> impl Iterator<Item = (usize, &'static str)> + use<'_> {
        let start = self.sections.partition_point(|section| section.0 < owner);
        let end = self.sections.partition_point(|section| section.0 <= owner);
        (start..end).filter_map(|number| Some((number, self.sections.get(number)?.1)))
    }
}

#[derive(Default)]
struct Compiler {
    sections: Vec<(&'static str, &'static str)>,
    patterns: Vec<Pattern>,
    /// Words as the patterns write them, stars included, with their symbols: their own first, then those of their sets.
    words: Vec<(String, Vec<Symbol>)>,
    /// Where each word stands in `words`.
    places: BTreeMap<String, usize>,
    /// For each symbol after the kinds, the words that have it.
    members: Vec<Vec<usize>>,
    /// Sets of single words by their sorted members, so that the same set written twice is one symbol.
    classes: BTreeMap<Vec<Symbol>, Symbol>,
    /// Macros: the shared ones first, then those of the file being read.
    macros: Vec<(String, Vec<Vec<Node>>)>,
    sets: Vec<(String, Symbol)>,
    errors: Vec<String>,
}

impl Compiler {
    fn file(&mut self, lang: Option<Lang>, source: &Source) {
        let shared = self.macros.len();
        let mut section = None;
        let mut active = source.is_shared;
        for (number, line) in source.text.lines().enumerate() {
            let line = line.split('#').next().unwrap_or_default().trim();
            if line.is_empty() {
                continue;
            }
            if let Some(header) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                let mut parts = header.split_whitespace();
                let tags = parts.next().unwrap_or_default();
                let name = parts.next().unwrap_or(super::DEFAULT_SECTION);
                active = tags == "*" || tags.split(',').any(|tag| lang.is_some_and(|lang| lang.tag() == tag));
                section = active.then(|| self.section(source.owner, name));
            } else if active {
                let result = if line.starts_with('@') && line.contains('=') { self.define(line) } else { self.pattern(line, section) };
                if let Err(error) = result {
                    self.errors.push(format!("{}:{}: {error}: {line}", source.owner, number + 1));
                }
            }
        }
        if !source.is_shared {
            self.macros.truncate(shared);
        }
    }

    fn section(&mut self, owner: &'static str, name: &'static str) -> u16 {
        let at = self.sections.iter().position(|&s| s == (owner, name)).unwrap_or_else(|| {
            self.sections.push((owner, name));
            self.sections.len() - 1
        });
        u16::try_from(at).unwrap_or(u16::MAX)
    }

    fn define(&mut self, line: &str) -> Result<(), &'static str> {
        let (name, body) = line.split_once('=').ok_or("a set without =")?;
        let name = name.trim().trim_start_matches('@').to_owned();
        let mut reader = Reader { chars: body.chars().collect(), at: 0 };
        let mut alternatives = self.alternatives(&mut reader)?;
        if !reader.done() {
            return Err("something is left over");
        }
        // A set of single words becomes one symbol.
        if let Some(symbol) = self.as_class(&alternatives) {
            self.sets.push((name.clone(), symbol));
            alternatives = vec![vec![Node::Word(symbol)]];
        }
        self.macros.push((name, alternatives));
        Ok(())
    }

    fn pattern(&mut self, line: &str, section: Option<u16>) -> Result<(), &'static str> {
        let section = section.ok_or("a pattern before the first section")?;
        let mut reader = Reader { chars: line.chars().collect(), at: 0 };
        let nodes = self.sequence(&mut reader)?;
        if !reader.done() {
            return Err("something is left over");
        }
        if first_symbols(&nodes).is_none() {
            return Err("a pattern that can start with anything is slow: begin with a word, a set or a kind");
        }
        self.patterns.push(Pattern { section, nodes, needs: Vec::new() });
        Ok(())
    }

    fn alternatives(&mut self, reader: &mut Reader) -> Result<Vec<Vec<Node>>, &'static str> {
        let mut all = vec![self.sequence(reader)?];
        while reader.take('|') {
            all.push(self.sequence(reader)?);
        }
        Ok(all)
    }

    fn sequence(&mut self, reader: &mut Reader) -> Result<Vec<Node>, &'static str> {
        let mut nodes = Vec::new();
        loop {
            reader.blanks();
            match reader.peek() {
                None | Some('|' | ')') => return Ok(nodes),
                Some('(') => {
                    reader.at += 1;
                    let alternatives = self.alternatives(reader)?;
                    if !reader.take(')') {
                        return Err("a bracket is not closed");
                    }
                    let optional = optional(reader);
                    match self.as_class(&alternatives) {
                        Some(symbol) => nodes.push(maybe(Node::Word(symbol), optional)),
                        None => self.group(alternatives, optional, &mut nodes),
                    }
                }
                Some('.') => {
                    let dots = reader.run('.');
                    nodes.push(Node::Skip(match dots {
                        2 => 3,
                        3 => 7,
                        4 => 14,
                        _ => return Err("a gap has two, three or four dots"),
                    }));
                }
                Some('^') => nodes.push(reader.one(Node::Start)),
                Some(',') => nodes.push(reader.one(Node::Comma)),
                Some('/') => nodes.push(reader.one(Node::Clause)),
                Some('{') => nodes.push(reader.one(Node::Open)),
                Some('}') => nodes.push(reader.one(Node::Close)),
                Some('$') => {
                    reader.at += 1;
                    nodes.push(Node::End(if reader.take('?') { Ending::Question } else { Ending::Any }));
                }
                Some('!') => {
                    reader.at += 1;
                    nodes.push(self.not_next(reader)?);
                }
                Some('<') if reader.chars.get(reader.at + 1) == Some(&'!') => {
                    reader.at += 2;
                    nodes.push(Node::NotBefore(self.symbols_of(reader)?));
                }
                Some('<') => {
                    let name = reader.until('>').ok_or("a kind is not closed")?;
                    let node = match name.as_str() {
                        "<cap" => Node::Word(kind::CAPITAL),
                        "<name" => Node::Names,
                        "<num" => Node::Word(kind::NUMBER),
                        "<link" => Node::Word(kind::LINK),
                        "<slot" => Node::Word(kind::SLOT),
                        "<emoji" => Node::Word(kind::EMOJI),
                        "<any" => Node::Word(kind::ANY),
                        _ => return Err("an unknown kind"),
                    };
                    nodes.push(maybe(node, optional(reader)));
                }
                Some('@') => {
                    reader.at += 1;
                    let name = reader.word();
                    let body = self.macros.iter().rev().find(|(known, _)| *known == name).map(|(_, body)| body.clone());
                    let body = body.ok_or("an unknown set")?;
                    let optional = optional(reader);
                    match body.as_slice() {
                        [only] if only.len() == 1 => nodes.push(only.first().cloned().map_or(Node::Open, |node| maybe(node, optional))),
                        _ => self.group(body, optional, &mut nodes),
                    }
                }
                Some(_) => {
                    let word = reader.word();
                    if word.is_empty() {
                        return Err("an unknown sign");
                    }
                    let symbol = self.symbol(&word);
                    nodes.push(maybe(Node::Word(symbol), optional(reader)));
                }
            }
        }
    }

    /// What `!x` excludes: single words by their symbols, else whole sequences.
    fn not_next(&mut self, reader: &mut Reader) -> Result<Node, &'static str> {
        let start = reader.at;
        if let Ok(symbols) = self.symbols_of(reader) {
            return Ok(Node::NotNext(symbols));
        }
        reader.at = start;
        if !reader.take('(') {
            return Err("only words, sets and brackets can be excluded");
        }
        let alternatives = self.alternatives(reader)?;
        if reader.take(')') { Ok(Node::NotAhead(alternatives)) } else { Err("a bracket is not closed") }
    }

    /// What `!x` and `<!x` exclude: a word, a set or a bracket of them, all single words.
    fn symbols_of(&mut self, reader: &mut Reader) -> Result<Vec<Symbol>, &'static str> {
        let nodes = if reader.peek() == Some('(') {
            reader.at += 1;
            let alternatives = self.alternatives(reader)?;
            if !reader.take(')') {
                return Err("a bracket is not closed");
            }
            alternatives
        } else if reader.take('@') {
            let name = reader.word();
            self.macros.iter().rev().find(|(known, _)| *known == name).map(|(_, body)| body.clone()).ok_or("an unknown set")?
        } else if reader.peek() == Some('<') {
            match reader.until('>').as_deref() {
                Some("<cap") => return Ok(vec![kind::CAPITAL]),
                Some("<num") => return Ok(vec![kind::NUMBER]),
                Some("<slot") => return Ok(vec![kind::SLOT]),
                _ => return Err("an unknown kind"),
            }
        } else {
            let word = reader.word();
            vec![vec![Node::Word(self.symbol(&word))]]
        };
        nodes
            .iter()
            .map(|sequence| match sequence.as_slice() {
                [Node::Word(symbol)] => Ok(*symbol),
                _ => Err("only single words can be excluded"),
            })
            .collect()
    }

    /// The symbol of a word as it stands in a pattern, stars included.
    fn symbol(&mut self, word: &str) -> Symbol {
        let folded = fold(word);
        if let Some(symbols) = self.places.get(&folded).and_then(|&place| self.words.get(place)) {
            return symbols.1.first().copied().unwrap_or(kind::ANY);
        }
        let place = self.words.len();
        let symbol = self.fresh(vec![place]);
        self.places.insert(folded.clone(), place);
        self.words.push((folded, vec![symbol]));
        symbol
    }

    /// A new symbol of these words.
    fn fresh(&mut self, words: Vec<usize>) -> Symbol {
        let symbol = usize::from(kind::COUNT) + self.members.len();
        self.members.push(words);
        Symbol::try_from(symbol).unwrap_or(Symbol::MAX)
    }

    /// One symbol for alternatives that are all single words: added to each of them.
    fn as_class(&mut self, alternatives: &[Vec<Node>]) -> Option<Symbol> {
        let members: Vec<Symbol> = alternatives
            .iter()
            .map(|sequence| match sequence.as_slice() {
                [Node::Word(symbol)] => Some(*symbol),
                _ => None,
            })
            .collect::<Option<_>>()?;
        self.class_of(members)
    }

    /// Appends a group: its single words as one symbol, after the longer sequences, and before it what it can start with.
    fn group(&mut self, alternatives: Vec<Vec<Node>>, optional: Optional, nodes: &mut Vec<Node>) {
        let (single, mut rest): (Vec<_>, Vec<_>) =
            alternatives.into_iter().partition(|sequence| matches!(sequence.as_slice(), [Node::Word(symbol)] if *symbol >= kind::COUNT));
        match self.as_class(&single) {
            Some(symbol) if !single.is_empty() => rest.push(vec![Node::Word(symbol)]),
            _ => rest.extend(single),
        }
        let mut firsts = Vec::new();
        let never_empty = rest.iter().all(|sequence| add_first_symbols(sequence, &mut firsts) == Some(Optional::No));
        let lead = if never_empty { self.class_of(firsts) } else { None };
        match (lead, optional) {
            (Some(lead), Optional::No) => nodes.extend([Node::Lead(lead), Node::Group(rest, Optional::No)]),
            (Some(lead), Optional::Yes) => {
                nodes.push(Node::Group(vec![vec![Node::Lead(lead), Node::Group(rest, Optional::No)]], Optional::Yes));
            }
            (None, _) => nodes.push(Node::Group(rest, optional)),
        }
    }

    /// One symbol for all the words that have one of these; none for kinds of word.
    fn class_of(&mut self, mut members: Vec<Symbol>) -> Option<Symbol> {
        if let [only] = members.as_slice() {
            return Some(*only);
        }
        if members.is_empty() || members.iter().any(|&symbol| symbol < kind::COUNT) {
            return None;
        }
        members.sort_unstable();
        members.dedup();
        if let Some(&known) = self.classes.get(&members) {
            return Some(known);
        }
        let mut places: Vec<usize> =
            members.iter().filter_map(|&symbol| self.members.get(usize::from(symbol - kind::COUNT))).flatten().copied().collect();
        places.sort_unstable();
        places.dedup();
        let class = self.fresh(places.clone());
        for place in places {
            if let Some((_, symbols)) = self.words.get_mut(place) {
                symbols.push(class);
            }
        }
        self.classes.insert(members, class);
        Some(class)
    }

    /// Sorts the sections and gives the patterns their new numbers.
    fn sort_sections(&mut self) -> Vec<(&'static str, &'static str)> {
        let mut sorted = self.sections.clone();
        sort_by_key(&mut sorted, |&section| section);
        let number = |section| sorted.iter().position(|other| other == section).and_then(|at| u16::try_from(at).ok());
        let numbers: Vec<u16> = self.sections.iter().map(|section| number(section).unwrap_or(u16::MAX)).collect();
        for pattern in &mut self.patterns {
            pattern.section = numbers.get(usize::from(pattern.section)).copied().unwrap_or(u16::MAX);
        }
        sorted
    }

    fn finish(mut self, lang: Option<Lang>) -> Grammar {
        for pattern in &mut self.patterns {
            let weight =
                |symbol: &Symbol| symbol.checked_sub(kind::COUNT).and_then(|at| self.members.get(usize::from(at))).map_or(1_000, Vec::len);
            pattern.needs = needs(&pattern.nodes);
            pattern.needs.sort_by_key(|any| any.iter().map(weight).sum::<usize>());
        }
        let sections = self.sort_sections();
        let mut by_first = vec![Vec::new(); usize::from(kind::COUNT) + self.members.len()];
        for (index, pattern) in self.patterns.iter().enumerate() {
            let mut firsts = first_symbols(&pattern.nodes).unwrap_or_default();
            firsts.sort_unstable();
            firsts.dedup();
            for symbol in firsts {
                if let Some(list) = by_first.get_mut(usize::from(symbol)) {
                    list.push(u32::try_from(index).unwrap_or(u32::MAX));
                }
            }
        }
        let (mut words, mut prefixes, mut suffixes) = (Vec::new(), Vec::new(), Vec::new());
        for (word, symbols) in self.words {
            if let Some(prefix) = word.strip_suffix('*') {
                prefixes.push((prefix.to_owned(), symbols));
            } else if let Some(suffix) = word.strip_prefix('*') {
                suffixes.push((suffix.to_owned(), symbols));
            } else {
                words.push((word, symbols));
            }
        }
        words.sort_unstable();
        prefixes.sort_unstable();
        Grammar { lang, sections, patterns: self.patterns, by_first, words, prefixes, suffixes, sets: self.sets, errors: self.errors }
    }
}

fn maybe(node: Node, optional: Optional) -> Node {
    match optional {
        Optional::No => node,
        Optional::Yes => Node::Group(vec![vec![node]], Optional::Yes),
    }
}

fn optional(reader: &mut Reader) -> Optional {
    if reader.take_now('?') { Optional::Yes } else { Optional::No }
}

/// What any match of a sequence holds: of each list at least one symbol.
fn needs(nodes: &[Node]) -> Vec<Vec<Symbol>> {
    nodes
        .iter()
        .filter_map(|node| match node {
            Node::Word(symbol) | Node::Lead(symbol) if *symbol != kind::ANY => Some(vec![*symbol]),
            Node::Group(alternatives, Optional::No) => {
                alternatives.iter().map(|sequence| needs(sequence).into_iter().next()).collect::<Option<Vec<_>>>().map(|any| any.concat())
            }
            _ => None,
        })
        .collect()
}

/// The symbols a sequence can start with; none if it can start with any word or match nothing.
fn first_symbols(nodes: &[Node]) -> Option<Vec<Symbol>> {
    let mut out = Vec::new();
    (add_first_symbols(nodes, &mut out)? == Optional::No).then_some(out)
}

/// Adds what `nodes` can start with and tells whether they can match without a word, as `(^|please)` can; none as above.
fn add_first_symbols(nodes: &[Node], out: &mut Vec<Symbol>) -> Option<Optional> {
    for node in nodes {
        match node {
            Node::Word(kind::ANY) | Node::Skip(_) => return None,
            Node::Word(symbol) => {
                out.push(*symbol);
                return Some(Optional::No);
            }
            Node::Names => {
                out.push(kind::CAPITAL);
                return Some(Optional::No);
            }
            Node::Group(alternatives, optional) => {
                let mut empty = *optional;
                for sequence in alternatives {
                    if add_first_symbols(sequence, out)? == Optional::Yes {
                        empty = Optional::Yes;
                    }
                }
                if empty == Optional::No {
                    return Some(Optional::No);
                }
            }
            Node::Lead(_)
            | Node::Start
            | Node::End(_)
            | Node::Comma
            | Node::Clause
            | Node::NotNext(_)
            | Node::NotAhead(_)
            | Node::NotBefore(_)
            | Node::Open
            | Node::Close => {}
        }
    }
    Some(Optional::Yes)
}

struct Reader {
    chars: Vec<char>,
    at: usize,
}

impl Reader {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn blanks(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
    }

    fn done(&mut self) -> bool {
        self.blanks();
        self.at >= self.chars.len()
    }

    fn take(&mut self, c: char) -> bool {
        self.blanks();
        self.take_now(c)
    }

    fn take_now(&mut self, c: char) -> bool {
        let here = self.peek() == Some(c);
        self.at += usize::from(here);
        here
    }

    fn one(&mut self, node: Node) -> Node {
        self.at += 1;
        node
    }

    fn run(&mut self, c: char) -> usize {
        let from = self.at;
        while self.peek() == Some(c) {
            self.at += 1;
        }
        self.at - from
    }

    fn until(&mut self, end: char) -> Option<String> {
        let from = self.at;
        while self.peek()? != end {
            self.at += 1;
        }
        self.at += 1;
        Some(self.chars.get(from..self.at - 1)?.iter().collect())
    }

    fn word(&mut self) -> String {
        let from = self.at;
        while self.peek().is_some_and(|c| c.is_alphanumeric() || matches!(c, '\'' | '’' | '*' | '_' | '%' | '&' | '-')) {
            self.at += 1;
        }
        self.chars.get(from..self.at).unwrap_or_default().iter().collect()
    }
}
