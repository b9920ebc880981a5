//! Matches one compiled pattern, word by word.

use super::block::Symbols;
use super::code::{Symbol, kind, mark};
use super::grammar::{Code, Grammar};
use crate::text::{Gap, Word, WordKind, Words};

/// Steps that one pattern may take at one word: a bound that no sensible pattern meets.
const MAX_STEPS: u32 = 4_000;

/// Where a pattern matches, as indices of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Match {
    /// After the last word.
    pub(super) end: usize,
    /// Where the reported part starts, if the pattern says so.
    pub(super) open: Option<usize>,
    /// Where it ends, if the pattern says so.
    pub(super) close: Option<usize>,
}

/// Matches a pattern whose first word is `start`.
pub(super) fn match_at(code: &[Code], grammar: &Grammar, words: &Words, symbols: &Symbols, start: usize) -> Option<Match> {
    let mut run = Run { grammar, words, symbols, steps: 0, start, open: None, close: None };
    let end = run.sequence(code, start, Join::Free, None)?;
    Some(Match { end, open: run.open, close: run.close })
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
    code: &'p [Code],
    next: Option<&'p Rest<'p>>,
}

struct Run<'n> {
    grammar: &'n Grammar,
    words: &'n Words,
    symbols: &'n Symbols,
    steps: u32,
    start: usize,
    open: Option<usize>,
    close: Option<usize>,
}

impl Run<'_> {
    fn gap(&self, at: usize) -> Gap {
        self.words.list.get(at).map_or(Gap::Line, |word| word.gap)
    }

    /// Whether a sentence starts here, perhaps after an emoji.
    fn starts(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.words.list.get(before));
        self.gap(at) >= Gap::Sentence || before.is_some_and(|word| word.kind == WordKind::Emoji)
    }

    /// Whether the word before `at` stands in a question.
    fn asks(&self, at: usize) -> bool {
        let before: Option<&Word> = at.checked_sub(1).and_then(|before| self.words.list.get(before));
        before.and_then(|word| self.words.sentences.get(word.sentence as usize)).is_some_and(|sentence| sentence.1 == '?')
    }

    fn may_take(&self, at: usize, join: Join) -> bool {
        self.words.list.get(at).is_some_and(|word| match join {
            Join::Free => true,
            Join::Close => word.gap <= Gap::Comma,
            Join::Loose => word.gap < Gap::Sentence,
        })
    }

    /// Whether word `at` may be taken and has the symbol.
    fn is(&self, at: usize, join: Join, symbol: Symbol) -> bool {
        self.symbols.has(at, symbol) && self.may_take(at, join)
    }

    /// Whether a word has a symbol of a block.
    fn is_one_of(&self, at: usize, block: u16) -> bool {
        self.grammar.block(block).iter().any(|&symbol| self.symbols.has(at, u16::from_le_bytes(symbol)))
    }

    /// Matches `code` and then `rest` from word `at`; gives the index after the last word.
    fn sequence<'p>(&mut self, mut code: &'p [Code], mut at: usize, mut join: Join, mut rest: Option<&'p Rest<'p>>) -> Option<usize> {
        loop {
            self.steps += 1;
            if self.steps > MAX_STEPS {
                return None;
            }
            let Some((&op, mut after)) = code.split_first() else {
                let Some(next) = rest else { return Some(at) };
                (code, rest) = (next.code, next.next);
                continue;
            };
            let mut operand = || {
                let (&operand, left) = after.split_first()?;
                after = left;
                Some(u16::from_le_bytes(operand))
            };
            let goes_on = match u16::from_le_bytes(op) {
                symbol @ ..mark::FIRST => {
                    let here = self.is(at, join, symbol);
                    (at, join) = (at + 1, Join::Close);
                    here
                }
                mark::LEAD => operand().is_some_and(|symbol| self.is(at, join, symbol)),
                mark::NAMES => return self.names(after, at, join, rest),
                marked @ (mark::GROUP | mark::MAYBE) => {
                    let block = operand()?;
                    let next = Rest { code: after, next: rest };
                    for sequence in sequences(self.grammar.block(block)) {
                        let first = sequence.first().map_or(mark::FIRST, |&op| u16::from_le_bytes(op));
                        if first < mark::FIRST && !self.symbols.has(at, first) {
                            continue;
                        }
                        if let Some(end) = self.sequence(sequence, at, join, Some(&next)) {
                            return Some(end);
                        }
                    }
                    marked == mark::MAYBE
                }
                mark::START => self.starts(at),
                mark::END => self.gap(at) >= Gap::Sentence,
                mark::QUESTION => self.gap(at) >= Gap::Sentence && self.asks(at),
                marked @ (mark::COMMA | mark::CLAUSE) => {
                    join = Join::Loose;
                    self.gap(at) >= if marked == mark::COMMA { Gap::Comma } else { Gap::Clause }
                }
                mark::NOT_NEXT => {
                    let block = operand()?;
                    !(self.may_take(at, join) && self.is_one_of(at, block))
                }
                mark::NOT_AHEAD => {
                    let block = operand()?;
                    let marks = (self.open, self.close);
                    let here = sequences(self.grammar.block(block)).any(|sequence| self.sequence(sequence, at, join, None).is_some());
                    (self.open, self.close) = marks;
                    !here
                }
                mark::NOT_BEFORE => {
                    let block = operand()?;
                    let before = at.checked_sub(1).filter(|_| self.gap(at) < Gap::Sentence);
                    before.is_none_or(|before| !self.is_one_of(before, block))
                }
                mark::OPEN => {
                    let end = self.sequence(after, at, join, rest)?;
                    self.open = Some(at.max(self.start));
                    return Some(end);
                }
                mark::CLOSE => {
                    let end = self.sequence(after, at, join, rest)?;
                    self.close = Some(at);
                    return Some(end);
                }
                skip => return self.skip(skip.saturating_sub(mark::SKIP), after, at, rest),
            };
            if !goes_on {
                return None;
            }
            code = after;
        }
    }

    /// Up to `most` words of the sentence, as few as the rest allows.
    fn skip(&mut self, most: u16, after: &[Code], at: usize, rest: Option<&Rest<'_>>) -> Option<usize> {
        for here in at..=at + usize::from(most) {
            if let Some(end) = self.sequence(after, here, Join::Loose, rest) {
                return Some(end);
            }
            if !self.may_take(here, Join::Loose) {
                return None;
            }
        }
        None
    }

    /// One to four capitalised words, as many as the rest allows.
    fn names(&mut self, after: &[Code], at: usize, join: Join, rest: Option<&Rest<'_>>) -> Option<usize> {
        let mut most = 0;
        while most < 4 && self.is(at + most, if most == 0 { join } else { Join::Close }, kind::CAPITAL) {
            most += 1;
        }
        (1..=most).rev().find_map(|count| self.sequence(after, at + count, Join::Close, rest))
    }
}

/// The sequences of a group's block, each after its length.
pub(super) fn sequences(mut block: &[Code]) -> impl Iterator<Item = &[Code]> {
    std::iter::from_fn(move || {
        let (&length, rest) = block.split_first()?;
        let (sequence, left) = rest.split_at_checked(usize::from(u16::from_le_bytes(length)))?;
        block = left;
        Some(sequence)
    })
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Reading;
    use crate::lexicon::compile::{Scope, Source, compile};
    use crate::lexicon::encode::encode;
    use crate::lexicon::grammar::Grammar;
    use crate::text::packed::Packed;
    use crate::text::words::words;

    /// The reported parts that `patterns` find in `text`.
    fn found(patterns: &str, text: &str) -> Vec<String> {
        let compiled = compile(Some("en"), &[Source { owner: "t", path: "t.txt", text: patterns, scope: Scope::File }]);
        assert_eq!(compiled.errors, [""; 0]);
        let grammar = Box::leak(Box::new(Grammar::new(Packed::new(encode(&compiled).unwrap().leak()))));
        let words = words(text);
        let reading = Reading::new(grammar, &words);
        let part = |hit: &crate::lexicon::Hit| words.list[hit.mark_first].span.join(words.list[hit.mark_end - 1].span).of(text).to_owned();
        reading.hits("t", "flag").iter().map(part).collect()
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
