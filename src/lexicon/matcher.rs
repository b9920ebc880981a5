//! Finds a grammar's patterns in the words of a note.

use super::compile::{Ending, Grammar, Node, Optional, Symbol, kind};
use crate::text::{Gap, Lang, Shape, Word, WordKind};

/// A pattern found in a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Its section's number in its grammar.
    pub(crate) section: u16,
    /// Index of the first word of the whole match.
    pub first: usize,
    /// Index after the last word of the whole match.
    pub end: usize,
    /// Index of the first word of the reported part.
    pub mark_first: usize,
    /// Index after the last word of the reported part.
    pub mark_end: usize,
    /// The language of the grammar that found it.
    pub lang: Option<Lang>,
}

/// Steps that one pattern may take at one word: a bound that no sensible pattern meets.
const MAX_STEPS: u32 = 4_000;

/// The symbols of every word and of every sentence, as rows of bits.
#[derive(Debug, Default)]
pub(crate) struct Symbols {
    /// The symbols of each word as lists, one after the other, for starting patterns.
    lists: Vec<Symbol>,
    ends: Vec<usize>,
    /// Bits of 64 symbols each; `width` of them a row.
    words: Vec<u64>,
    sentences: Vec<u64>,
    width: usize,
}

impl Symbols {
    fn of(&self, word: usize) -> &[Symbol] {
        let start = word.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        let end = self.ends.get(word).copied().unwrap_or_default();
        self.lists.get(start..end).unwrap_or_default()
    }

    fn has(&self, word: usize, symbol: Symbol) -> bool {
        symbol == kind::ANY || bit(&self.words, self.width, word, symbol)
    }

    fn sentence_has(&self, sentence: usize, symbol: Symbol) -> bool {
        symbol == kind::ANY || bit(&self.sentences, self.width, sentence, symbol)
    }

    /// Turns the lists into bits, once all of them are known.
    fn fill(&mut self, words: &[Word], symbols: usize) {
        self.width = symbols.div_ceil(64);
        let sentences = words.last().map_or(0, |word| word.sentence as usize + 1);
        self.words = vec![0; words.len() * self.width];
        self.sentences = vec![0; sentences * self.width];
        let mut start = 0;
        for (index, (word, &end)) in words.iter().zip(&self.ends).enumerate() {
            for &symbol in self.lists.get(start..end).unwrap_or_default() {
                let (column, mask) = (usize::from(symbol / 64), 1 << (symbol % 64));
                if let Some(bits) = self.words.get_mut(index * self.width + column) {
                    *bits |= mask;
                }
                if let Some(bits) = self.sentences.get_mut(word.sentence as usize * self.width + column) {
                    *bits |= mask;
                }
            }
            start = end;
        }
    }
}

fn bit(rows: &[u64], width: usize, row: usize, symbol: Symbol) -> bool {
    rows.get(row * width + usize::from(symbol / 64)).is_some_and(|bits| bits & (1 << (symbol % 64)) != 0)
}

impl Grammar {
    /// The symbols of each word of a note; `folded` gives a word's folded form.
    pub(crate) fn read<'n>(&self, words: &[Word], folded: impl Fn(&Word) -> &'n str) -> Symbols {
        let mut out = Symbols::default();
        for word in words {
            match word.kind {
                WordKind::Letters => {
                    self.symbols(folded(word), &mut out.lists);
                    if word.shape != Shape::Lower {
                        out.lists.push(kind::CAPITAL);
                    }
                }
                WordKind::Number => {
                    self.symbols(folded(word), &mut out.lists);
                    out.lists.push(kind::NUMBER);
                }
                WordKind::Emoji => out.lists.push(kind::EMOJI),
                WordKind::Link => out.lists.push(kind::LINK),
                WordKind::Slot => out.lists.push(kind::SLOT),
            }
            out.ends.push(out.lists.len());
        }
        out.fill(words, self.symbol_count());
        out
    }

    /// Whether a word is in a named set of single words.
    pub(crate) fn word_in_set(&self, symbols: &Symbols, word: usize, set: &str) -> bool {
        self.set(set).is_some_and(|symbol| symbols.has(word, symbol))
    }

    /// Every match of every pattern, at most one a pattern and start; adds to `out` in the order of the words.
    pub(crate) fn find(&self, words: &[Word], symbols: &Symbols, questions: &dyn Fn(usize) -> bool, out: &mut Vec<Hit>) {
        let mut tried = vec![u32::MAX; self.patterns.len()];
        for start in 0..words.len() {
            let stamp = u32::try_from(start).unwrap_or(u32::MAX);
            let sentence = words.get(start).map_or(0, |word| word.sentence as usize);
            for symbol in symbols.of(start) {
                for &index in self.by_first.get(usize::from(*symbol)).map_or(&[][..], Vec::as_slice) {
                    let at = index as usize;
                    let (Some(pattern), Some(tried)) = (self.patterns.get(at), tried.get_mut(at)) else {
                        continue;
                    };
                    if *tried == stamp {
                        continue;
                    }
                    *tried = stamp;
                    // Most patterns end here: a word that they cannot do without is not in the sentence.
                    if !pattern.needs.iter().all(|any| any.iter().any(|&symbol| symbols.sentence_has(sentence, symbol))) {
                        continue;
                    }
                    let mut run = Run { words, symbols, questions, steps: 0, start, open: None, close: None };
                    let Some(end) = run.sequence(&pattern.nodes, start, Join::Free, None) else {
                        continue;
                    };
                    let mark_first = run.open.unwrap_or(start);
                    let mark_end = run.close.unwrap_or(end);
                    if words.get(start..end).is_some_and(|all| all.iter().all(|word| word.quoted)) {
                        continue;
                    }
                    out.push(Hit { section: pattern.section, first: start, end, mark_first, mark_end, lang: self.lang });
                }
            }
        }
    }
}

/// How the next word must follow the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Join {
    /// It is the first: anything.
    Free,
    /// At most a comma between.
    Close,
    /// Anything but a sentence end between.
    Loose,
}

/// What is left to match after a group.
#[derive(Clone, Copy)]
struct Rest<'p> {
    nodes: &'p [Node],
    next: Option<&'p Rest<'p>>,
}

struct Run<'n> {
    words: &'n [Word],
    symbols: &'n Symbols,
    questions: &'n dyn Fn(usize) -> bool,
    steps: u32,
    start: usize,
    open: Option<usize>,
    close: Option<usize>,
}

impl Run<'_> {
    fn gap(&self, at: usize) -> Gap {
        self.words.get(at).map_or(Gap::Line, |word| word.gap)
    }

    /// Whether a sentence starts here, perhaps after an emoji.
    fn starts(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.words.get(before));
        self.gap(at) >= Gap::Sentence || before.is_some_and(|word| word.kind == WordKind::Emoji)
    }

    fn may_take(&self, at: usize, join: Join) -> bool {
        at < self.words.len()
            && match join {
                Join::Free => true,
                Join::Close => self.gap(at) <= Gap::Comma,
                Join::Loose => self.gap(at) < Gap::Sentence,
            }
    }

    /// Matches `nodes` and then `rest` from word `at`; gives the index after the last word.
    fn sequence(&mut self, nodes: &[Node], at: usize, join: Join, rest: Option<&Rest<'_>>) -> Option<usize> {
        self.steps += 1;
        if self.steps > MAX_STEPS {
            return None;
        }
        let Some((node, after)) = nodes.split_first() else {
            return match rest {
                Some(rest) => self.sequence(rest.nodes, at, join, rest.next),
                None => Some(at),
            };
        };
        match node {
            Node::Word(symbol) => {
                if !self.may_take(at, join) || !self.symbols.has(at, *symbol) {
                    return None;
                }
                self.sequence(after, at + 1, Join::Close, rest)
            }
            Node::Lead(symbol) => {
                (self.may_take(at, join) && self.symbols.has(at, *symbol)).then(|| self.sequence(after, at, join, rest)).flatten()
            }
            Node::Names => self.names(after, at, join, rest),
            Node::Group(alternatives, optional) => {
                let next = Rest { nodes: after, next: rest };
                for sequence in alternatives {
                    if let Some(end) = self.sequence(sequence, at, join, Some(&next)) {
                        return Some(end);
                    }
                }
                (*optional == Optional::Yes).then(|| self.sequence(after, at, join, rest)).flatten()
            }
            Node::Skip(most) => {
                for here in at..=at + usize::from(*most) {
                    if let Some(end) = self.sequence(after, here, Join::Loose, rest) {
                        return Some(end);
                    }
                    if !self.may_take(here, Join::Loose) {
                        return None;
                    }
                }
                None
            }
            Node::Start => self.starts(at).then(|| self.sequence(after, at, join, rest)).flatten(),
            Node::End(ending) => {
                let ends = self.gap(at) >= Gap::Sentence && (*ending == Ending::Any || at.checked_sub(1).is_some_and(self.questions));
                ends.then(|| self.sequence(after, at, join, rest)).flatten()
            }
            Node::Comma => (self.gap(at) >= Gap::Comma).then(|| self.sequence(after, at, Join::Loose, rest)).flatten(),
            Node::Clause => (self.gap(at) >= Gap::Clause).then(|| self.sequence(after, at, Join::Loose, rest)).flatten(),
            Node::NotNext(symbols) => {
                let here = self.may_take(at, join) && symbols.iter().any(|&symbol| self.symbols.has(at, symbol));
                (!here).then(|| self.sequence(after, at, join, rest)).flatten()
            }
            Node::NotAhead(alternatives) => {
                let marks = (self.open, self.close);
                let here = alternatives.iter().any(|sequence| self.sequence(sequence, at, join, None).is_some());
                (self.open, self.close) = marks;
                (!here).then(|| self.sequence(after, at, join, rest)).flatten()
            }
            Node::NotBefore(symbols) => {
                let before = at.checked_sub(1).filter(|_| self.gap(at) < Gap::Sentence);
                let here = before.is_some_and(|word| symbols.iter().any(|&symbol| self.symbols.has(word, symbol)));
                (!here).then(|| self.sequence(after, at, join, rest)).flatten()
            }
            Node::Open => {
                let end = self.sequence(after, at, join, rest)?;
                self.open = Some(at.max(self.start));
                Some(end)
            }
            Node::Close => {
                let end = self.sequence(after, at, join, rest)?;
                self.close = Some(at);
                Some(end)
            }
        }
    }

    /// One to four capitalised words, as many as the rest allows.
    fn names(&mut self, after: &[Node], at: usize, join: Join, rest: Option<&Rest<'_>>) -> Option<usize> {
        let mut most = 0;
        while most < 4 && self.may_take(at + most, if most == 0 { join } else { Join::Close }) && self.symbols.has(at + most, kind::CAPITAL)
        {
            most += 1;
        }
        (1..=most).rev().find_map(|count| self.sequence(after, at + count, Join::Close, rest))
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::{Grammar, Source};
    use crate::text::Lang;
    use crate::text::words::words;

    /// The reported parts that `patterns` find in `text`.
    fn found(patterns: &'static str, text: &str) -> Vec<String> {
        let grammar = Grammar::compile(Some(Lang::En), &[Source { owner: "t", text: patterns, is_shared: false }]);
        assert_eq!(grammar.errors(), &[] as &[String]);
        let words = words(text);
        let symbols = grammar.read(&words.list, |word| words.folded_of(word));
        let mut hits = Vec::new();
        let question = |word: usize| words.sentences[words.list[word].sentence as usize].1 == '?';
        grammar.find(&words.list, &symbols, &question, &mut hits);
        hits.iter().map(|hit| words.list[hit.mark_first].span.join(words.list[hit.mark_end - 1].span).of(text).to_owned()).collect()
    }

    #[test]
    fn words_stars_sets_and_options() {
        assert_eq!(
            found("[en]\n@you = you | u\n(could|would) @you kindly? refer*", "Could you refer me? Would u kindly referring"),
            ["Could you refer", "Would u kindly referring"]
        );
    }

    #[test]
    fn gaps_stay_in_the_sentence() {
        assert_eq!(found("[en]\nlook .. job", "I look for a job"), ["look for a job"]);
        assert!(found("[en]\nlook .. job", "I look. A job").is_empty());
        assert!(found("[en]\nlook job", "look: job").is_empty());
    }

    #[test]
    fn edges_questions_and_exclusions() {
        assert_eq!(found("[en]\n^ talk ... $?", "talk to me? Talk now."), ["talk to me"]);
        assert_eq!(found("[en]\n^ talk", "👋 talk. We talk"), ["talk"]);
        assert_eq!(found("[en]\ncall !(the office|me)", "call the office, call me, call the shop"), ["call"]);
        assert_eq!(found("[en]\n<!no call !center", "no call, call center, a call"), ["call"]);
        assert_eq!(found("[en]\nat {<name>} we", "at Royal Dutch we met"), ["Royal Dutch"]);
        assert_eq!(found("[en]\n(^|please) call me", "Call me. They call me. Please call me"), ["Call me", "Please call me"]);
    }

    #[test]
    fn quoted_titles_are_not_the_writers_words() {
        assert!(found("[en]\nhire me", "your essay \"Hire me\" moved me").is_empty());
    }
}
