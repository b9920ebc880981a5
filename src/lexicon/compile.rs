//! Text files to patterns: words become numbers once, so that matching compares numbers.

use super::code::{Symbol, kind};
use super::fold::fold;
use super::reader::Reader;
use std::collections::BTreeMap;

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

/// How many kinds of word there are; the symbols after them are those of words and sets.
pub(super) const KINDS: Symbol = kind::ANY + 1;

/// A group of so many sequences has before it what it can start with: where nothing of that comes next, none need be tried.
const LEAD_FROM: usize = 5;

/// The section that a header without a name opens.
const DEFAULT_SECTION: &str = "flag";

/// A file of patterns and the rule that owns it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Source<'s> {
    /// The rule's id.
    pub(crate) owner: &'s str,
    /// The file's path, for what is said about errors.
    pub(crate) path: &'s str,
    /// The file's text.
    pub(crate) text: &'s str,
    /// Where its sets are known.
    pub(crate) scope: Scope,
}

/// Where the sets of a file are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    /// In the file itself.
    File,
    /// In all files, for one language.
    Language,
    /// In all files, for every language.
    Everywhere,
}

/// A compiled line.
#[derive(Debug)]
pub(super) struct Pattern {
    pub(super) section: u16,
    pub(super) nodes: Vec<Node>,
    /// The rarest symbols of which it cannot do without one.
    pub(super) keys: Vec<Symbol>,
}

/// Everything that the files say for one language.
#[derive(Debug)]
pub(crate) struct Compiled {
    /// Sections: owner and name.
    pub(super) sections: Vec<(String, String)>,
    pub(super) patterns: Vec<Pattern>,
    /// Words as the patterns write them, folded, stars included, with their symbols.
    pub(super) words: Vec<(String, Vec<Symbol>)>,
    /// Named sets that are single symbols.
    pub(super) sets: Vec<(String, Symbol)>,
    /// What could not be read: path, line and reason.
    pub(crate) errors: Vec<String>,
}

/// Compiles the sections of a language, by its tag, or those for every language.
pub(crate) fn compile(lang: Option<&str>, sources: &[Source]) -> Compiled {
    let mut compiler = Compiler::new();
    for source in sources {
        compiler.file(lang, source);
    }
    compiler.finish()
}

#[derive(Default)]
struct Compiler {
    sections: Vec<(String, String)>,
    patterns: Vec<Pattern>,
    /// Words as the patterns write them, stars included, with their symbols: their own first, then those of their sets.
    words: Vec<(String, Vec<Symbol>)>,
    /// Where each word stands in `words`.
    places: BTreeMap<String, usize>,
    /// For each symbol the words that have it.
    members: Vec<Vec<usize>>,
    /// Sets of single words by their sorted members, so that the same set written twice is one symbol.
    classes: BTreeMap<Vec<Symbol>, Symbol>,
    /// Macros: the shared ones first, then those of the file being read.
    macros: Vec<(String, Vec<Vec<Node>>)>,
    sets: Vec<(String, Symbol)>,
    errors: Vec<String>,
}

impl Compiler {
    /// A compiler that knows the kinds of word; each stands among the words, under a name that no word has.
    fn new() -> Self {
        let words = (0..KINDS).map(|kind| (format!("<{kind}>"), vec![kind])).collect();
        Self { words, members: (0..KINDS).map(|kind| vec![usize::from(kind)]).collect(), ..Self::default() }
    }

    fn file(&mut self, lang: Option<&str>, source: &Source) {
        let shared = self.macros.len();
        let mut section = None;
        let mut active = source.scope != Scope::File;
        // Patterns for every language have a table of their own; a language needs only their sets.
        let mut is_common = source.scope == Scope::Everywhere;
        for (number, line) in source.text.lines().enumerate() {
            let line = line.split('#').next().unwrap_or_default().trim();
            if line.is_empty() {
                continue;
            }
            if let Some(header) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                let mut parts = header.split_whitespace();
                let tags = parts.next().unwrap_or_default();
                let name = parts.next().unwrap_or(DEFAULT_SECTION);
                is_common = tags == "*";
                active = is_common || tags.split(',').any(|tag| lang == Some(tag));
                section = (active && is_common == lang.is_none()).then(|| self.section(source.owner, name));
            } else if active {
                let is_set = line.starts_with('@') && line.contains('=');
                let result = match section {
                    _ if is_set => self.define(line, is_common == lang.is_none()),
                    None if is_common && lang.is_some() => continue,
                    section => self.pattern(line, section),
                };
                if let Err(error) = result {
                    self.errors.push(format!("{}:{}: {error}: {line}", source.path, number + 1));
                }
            }
        }
        if source.scope == Scope::File {
            self.macros.truncate(shared);
        }
    }

    fn section(&mut self, owner: &str, name: &str) -> u16 {
        let at = self.sections.iter().position(|(o, n)| o == owner && n == name).unwrap_or_else(|| {
            self.sections.push((owner.to_owned(), name.to_owned()));
            self.sections.len() - 1
        });
        u16::try_from(at).unwrap_or(u16::MAX)
    }

    /// Reads a set; `is_kept` when the crate may ask for it by name.
    fn define(&mut self, line: &str, is_kept: bool) -> Result<(), &'static str> {
        let (name, body) = line.split_once('=').ok_or("a set without =")?;
        let name = name.trim().trim_start_matches('@').to_owned();
        let mut reader = Reader::new(body);
        let mut alternatives = self.alternatives(&mut reader)?;
        if !reader.done() {
            return Err("something is left over");
        }
        // A set of single words becomes one symbol.
        if let Some(symbol) = self.as_class(&alternatives) {
            if is_kept {
                self.sets.push((name.clone(), symbol));
            }
            alternatives = vec![vec![Node::Word(symbol)]];
        }
        self.macros.push((name, alternatives));
        Ok(())
    }

    fn pattern(&mut self, line: &str, section: Option<u16>) -> Result<(), &'static str> {
        let section = section.ok_or("a pattern before the first section")?;
        let mut reader = Reader::new(line);
        let nodes = self.sequence(&mut reader)?;
        if !reader.done() {
            return Err("something is left over");
        }
        if first_symbols(&nodes).is_none() {
            return Err("a pattern that can start with anything is slow: begin with a word, a set or a kind");
        }
        self.patterns.push(Pattern { section, nodes, keys: Vec::new() });
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
                Some(mark @ ('^' | ',' | '/' | '{' | '}')) => {
                    reader.at += 1;
                    nodes.push(match mark {
                        '^' => Node::Start,
                        ',' => Node::Comma,
                        '/' => Node::Clause,
                        '{' => Node::Open,
                        _ => Node::Close,
                    });
                }
                Some('$') => {
                    reader.at += 1;
                    nodes.push(Node::End(if reader.take('?') { Ending::Question } else { Ending::Any }));
                }
                Some('!') => {
                    reader.at += 1;
                    nodes.push(self.not_next(reader)?);
                }
                Some('<') if reader.take_both('<', '!') => {
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
        let symbol = self.members.len();
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
            alternatives.into_iter().partition(|sequence| matches!(sequence.as_slice(), [Node::Word(symbol)] if *symbol >= KINDS));
        match self.as_class(&single) {
            Some(symbol) if !single.is_empty() => rest.push(vec![Node::Word(symbol)]),
            _ => rest.extend(single),
        }
        let mut firsts = Vec::new();
        let never_empty =
            rest.len() >= LEAD_FROM && rest.iter().all(|sequence| add_first_symbols(sequence, &mut firsts) == Some(Optional::No));
        let lead = if never_empty { self.class_of(firsts) } else { None };
        match (lead, optional) {
            (Some(lead), Optional::No) => nodes.extend([Node::Lead(lead), Node::Group(rest, Optional::No)]),
            (Some(lead), Optional::Yes) => {
                nodes.push(Node::Group(vec![vec![Node::Lead(lead), Node::Group(rest, Optional::No)]], Optional::Yes));
            }
            (None, _) => nodes.push(Node::Group(rest, optional)),
        }
    }

    /// One symbol for all the words that have one of these; none if that is any word.
    fn class_of(&mut self, mut members: Vec<Symbol>) -> Option<Symbol> {
        if let [only] = members.as_slice() {
            return Some(*only);
        }
        if members.is_empty() || members.contains(&kind::ANY) {
            return None;
        }
        members.sort_unstable();
        members.dedup();
        if let Some(&known) = self.classes.get(&members) {
            return Some(known);
        }
        let mut places: Vec<usize> = members.iter().flat_map(|&symbol| self.members_of(symbol)).copied().collect();
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

    fn finish(mut self) -> Compiled {
        let weights = self.weights();
        let mut patterns = std::mem::take(&mut self.patterns);
        for pattern in &mut patterns {
            let mut rarest = self.rarest(&pattern.nodes, &weights);
            let firsts = first_symbols(&pattern.nodes).filter(|any| !any.contains(&kind::ANY));
            if let Some(firsts) = firsts
                && rarest.as_ref().is_none_or(|any| self.weight(&firsts, &weights) < self.weight(any, &weights))
            {
                rarest = Some(firsts);
            }
            pattern.keys = rarest.unwrap_or_else(|| vec![kind::ANY]);
        }
        Compiled { sections: self.sections, patterns, words: self.words, sets: self.sets, errors: self.errors }
    }

    /// How common each word is in notes, judged by how many patterns need it: people say the same things in many ways.
    fn weights(&self) -> Vec<usize> {
        let mut weights = vec![1; self.words.len()];
        for symbol in self.patterns.iter().flat_map(|pattern| needs(&pattern.nodes)).flatten() {
            for &place in self.members_of(symbol) {
                if let Some(weight) = weights.get_mut(place) {
                    *weight += 1;
                }
            }
        }
        // Twice as many patterns speak of a word far more than twice as common: a common one weighs more than many rare ones.
        for weight in &mut weights {
            *weight *= *weight;
        }
        for (weight, kind) in weights.iter_mut().zip(0..KINDS) {
            *weight = if kind == kind::CAPITAL { 100_000_000 } else { 10_000 };
        }
        weights
    }

    /// How common the words are that have one of these symbols.
    fn weight(&self, any: &[Symbol], weights: &[usize]) -> usize {
        any.iter().flat_map(|&symbol| self.members_of(symbol)).filter_map(|&place| weights.get(place)).sum()
    }

    /// The rarest of what any match of a sequence holds: it holds at least one of these symbols.
    fn rarest(&self, nodes: &[Node], weights: &[usize]) -> Option<Vec<Symbol>> {
        let needed = nodes.iter().filter_map(|node| match node {
            Node::Word(symbol) | Node::Lead(symbol) if *symbol != kind::ANY => Some(vec![*symbol]),
            Node::Group(alternatives, Optional::No) => {
                let each = alternatives.iter().map(|sequence| self.rarest(sequence, weights));
                each.collect::<Option<Vec<_>>>().map(|any| any.concat())
            }
            _ => None,
        });
        needed.min_by_key(|any| self.weight(any, weights))
    }

    /// The words that have a symbol.
    fn members_of(&self, symbol: Symbol) -> &[usize] {
        self.members.get(usize::from(symbol)).map_or(&[], Vec::as_slice)
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

#[cfg(test)]
mod tests {
    use super::{Scope, Source, compile};

    #[test]
    fn errors_name_the_file_the_line_and_the_reason() {
        let text = "[en]\ngood words\n\n.. words\n@set = a | b\n@other @set\na (b\n";
        let compiled = compile(Some("en"), &[Source { owner: "t", path: "src/rules/t.txt", text, scope: Scope::File }]);
        assert_eq!(
            compiled.errors,
            [
                "src/rules/t.txt:4: a pattern that can start with anything is slow: begin with a word, a set or a kind: .. words",
                "src/rules/t.txt:6: an unknown set: @other @set",
                "src/rules/t.txt:7: a bracket is not closed: a (b",
            ]
        );
    }

    #[test]
    fn sets_are_known_as_far_as_their_file_says() {
        let file = |scope, text| Source { owner: "t", path: "t.txt", text, scope };
        let own = file(Scope::File, "[en]\n@own = a | b\n@own c\n@shared c\n@common c");
        let next = file(Scope::File, "[en]\n@own c");
        let files = [file(Scope::Everywhere, "@common = x | y\n[* all]\n@common z"), file(Scope::Language, "@shared = d | e"), own, next];
        let english = compile(Some("en"), &files);
        assert_eq!(english.errors, ["t.txt:2: an unknown set: @own c"]);
        assert_eq!(english.patterns.len(), 3);
        let every = compile(None, &files);
        assert_eq!((every.errors.len(), every.patterns.len()), (0, 1));
    }
}
