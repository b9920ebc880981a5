//! Tells of a pattern whether it can match anywhere in a block: all words at once, a bit for each.
//!
//! Most patterns to try match nowhere; a sweep says so in a few steps, without trying one word after the other. What it lets
//! pass is matched word by word, see [`super::matcher`].

use super::block::{Gaps, ones};
use super::code::{Symbol, kind, mark};
use super::grammar::{Code, Grammar};
use super::matcher::sequences;
use crate::text::Words;
use std::ops::Range;

/// How far a pattern has come.
#[derive(Debug, Clone, Copy, Default)]
struct Front {
    /// The places reached: the words that come next, or the place behind the last.
    at: u64,
    /// Those of them where the word may be taken: what stands before it is not too much.
    open: u64,
}

impl Front {
    fn or(self, other: Self) -> Self {
        Self { at: self.at | other.at, open: self.open | other.open }
    }
}

/// At most 64 words that patterns are swept over: a block, or a part of a long one.
#[derive(Debug)]
pub(super) struct Sweep<'b> {
    grammar: &'b Grammar,
    /// For each symbol the words that have it, by their places.
    bits: &'b [u64],
    gaps: Gaps,
    /// The words, a bit for each.
    words: u64,
    /// Index of the first word.
    first: usize,
    /// Whether it is all of the block.
    is_whole: bool,
}

impl<'b> Sweep<'b> {
    /// Makes a part of a block ready: of its 64 words from `first` on those that have each symbol.
    pub(super) fn new(grammar: &'b Grammar, bits: &'b [u64], words: &Words, block: &Range<usize>, first: usize) -> Self {
        let is_whole = block.len() < 64;
        let gaps = if is_whole { Gaps::read(words, block) } else { Gaps::default() };
        let places = 1_u64.checked_shl(u32::try_from(block.end.saturating_sub(first)).unwrap_or(u32::MAX)).unwrap_or_default();
        Self { grammar, bits, gaps, words: places.wrapping_sub(1), first, is_whole }
    }

    /// Calls `found` with the words at which a pattern may match; perhaps with more, but with none if it cannot match at all.
    pub(super) fn starts(&self, code: &[Code], mut found: impl FnMut(usize)) {
        let all = Front { at: self.words, open: self.words };
        // A match may go on in the next part, which is not in sight.
        if !self.is_whole || self.may_match(code) && self.advance(code, all).at != 0 {
            ones(self.firsts(code).0 & self.words, |place| found(self.first + place));
        }
    }

    /// Whether the words that a pattern cannot do without are there, and next to each other where it has them so: many patterns need
    /// no more than this look.
    fn may_match(&self, code: &[Code]) -> bool {
        // Where the next word can be, if something stands there that a pattern cannot do without.
        let mut next = self.words;
        let mut code = code.iter().map(|&op| u16::from_le_bytes(op));
        while let Some(op) = code.next() {
            match op {
                ..mark::FIRST | mark::LEAD => {
                    let is_lead = op == mark::LEAD;
                    next &= self.places(if is_lead { code.next().unwrap_or(kind::ANY) } else { op });
                    if next == 0 {
                        return false;
                    }
                    if !is_lead {
                        next = (next << 1) & self.gaps.close;
                    }
                }
                mark::START => next &= self.gaps.starts,
                mark::OPEN | mark::CLOSE => {}
                mark::NOT_AHEAD | mark::NOT_NEXT | mark::NOT_BEFORE => drop(code.next()),
                mark::GROUP | mark::MAYBE => {
                    code.next();
                    next = u64::MAX;
                }
                mark::NAMES | mark::END.. => next = u64::MAX,
            }
        }
        true
    }

    /// The words that a sequence can start with, and whether it can match without a word.
    fn firsts(&self, mut code: &[Code]) -> (u64, bool) {
        let mut all = 0;
        while let Some((&op, after)) = code.split_first() {
            code = after;
            match u16::from_le_bytes(op) {
                symbol @ ..mark::FIRST => return (all | self.places(symbol), false),
                mark::NAMES => return (all | self.places(kind::CAPITAL), false),
                mark::LEAD => return (all | after.first().map_or(0, |&symbol| self.places(u16::from_le_bytes(symbol))), false),
                marked @ (mark::GROUP | mark::MAYBE) => {
                    let (&block, after) = after.split_first().unwrap_or((&[0; 2], &[]));
                    code = after;
                    let mut may_be_empty = marked == mark::MAYBE;
                    for sequence in sequences(self.grammar.block(u16::from_le_bytes(block))) {
                        let (places, is_empty) = self.firsts(sequence);
                        all |= places;
                        may_be_empty |= is_empty;
                    }
                    if !may_be_empty {
                        return (all, false);
                    }
                }
                mark::NOT_AHEAD | mark::NOT_NEXT | mark::NOT_BEFORE => code = after.get(1..).unwrap_or_default(),
                mark::SKIP.. => return (u64::MAX, true),
                _ => {}
            }
        }
        (all, true)
    }

    /// Where a sequence can end that starts at `front`; a place too many is no harm.
    fn advance(&self, mut code: &[Code], mut front: Front) -> Front {
        let Self { grammar, gaps, .. } = self;
        while let Some((&op, mut after)) = code.split_first() {
            let mut operand = || {
                let (&operand, left) = after.split_first()?;
                after = left;
                Some(u16::from_le_bytes(operand))
            };
            match u16::from_le_bytes(op) {
                symbol @ ..mark::FIRST => front = self.after(front.open & self.places(symbol)),
                mark::LEAD => {
                    front.open &= self.places(operand().unwrap_or(kind::ANY));
                    front.at = front.open;
                }
                mark::NAMES => {
                    let mut taken = front.open & self.places(kind::CAPITAL);
                    front = Front::default();
                    for _ in 0..4 {
                        let next = self.after(taken);
                        front = front.or(next);
                        taken = next.open & self.places(kind::CAPITAL);
                    }
                }
                marked @ (mark::GROUP | mark::MAYBE) => {
                    let block = operand().unwrap_or_default();
                    let mut next = if marked == mark::MAYBE { front } else { Front::default() };
                    for sequence in sequences(grammar.block(block)) {
                        let first = sequence.first().map_or(mark::FIRST, |&op| u16::from_le_bytes(op));
                        if first >= mark::FIRST || front.open & self.places(first) != 0 {
                            next = next.or(self.advance(sequence, front));
                        }
                    }
                    front = next;
                }
                mark::START => front = front.only(gaps.starts),
                mark::END => front = front.only(gaps.ends),
                mark::QUESTION => front = front.only(gaps.asks),
                mark::COMMA => front = self.loose(front.at & gaps.comma),
                mark::CLAUSE => front = self.loose(front.at & gaps.clause),
                mark::NOT_NEXT => {
                    let next = self.any_of(operand().unwrap_or_default());
                    // Who came here by another way may not take the word, and then it does not matter: but after a comma all may.
                    front.at &= !(front.open & next & gaps.close);
                    front.open &= !next;
                }
                mark::NOT_BEFORE => {
                    let before = self.any_of(operand().unwrap_or_default());
                    front = front.only(!((before << 1) & gaps.loose));
                }
                // To see what follows at each place by itself is left to the matcher.
                mark::NOT_AHEAD => drop(operand()),
                mark::OPEN | mark::CLOSE => {}
                skip => {
                    let mut last = front.at;
                    for _ in mark::SKIP..skip {
                        last = (last & gaps.loose) << 1;
                        front.at |= last;
                    }
                    front = self.loose(front.at);
                }
            }
            if front.at == 0 {
                break;
            }
            code = after;
        }
        front
    }

    /// After these words were taken.
    fn after(&self, taken: u64) -> Front {
        let at = taken << 1;
        Front { at, open: at & self.gaps.close }
    }

    /// At these places, where the next word may stand after anything but a sentence end.
    fn loose(&self, at: u64) -> Front {
        Front { at, open: at & self.gaps.loose }
    }

    /// The words that have a symbol.
    #[expect(
        clippy::inline_always,
        reason = "the innermost step of every pattern, a few instructions where the shipped module is built for size"
    )]
    #[inline(always)]
    fn places(&self, symbol: Symbol) -> u64 {
        self.bits.get(usize::from(symbol)).copied().unwrap_or_default()
    }

    /// The words that have a symbol of a block.
    fn any_of(&self, block: u16) -> u64 {
        self.grammar.block(block).iter().fold(0, |places, &symbol| places | self.places(u16::from_le_bytes(symbol)))
    }
}

impl Front {
    fn only(self, places: u64) -> Self {
        Self { at: self.at & places, open: self.open & places }
    }
}
