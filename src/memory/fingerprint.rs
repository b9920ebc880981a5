//! Fingerprints of notes: enough to see that a new note is nearly an old one, too little to read the old one from.
//!
//! What goes in is a note's [`essence`](super::essence::essence), so that a form letter stays itself whoever it is sent to. Each
//! word and each pair of neighbours becomes a number by a hash whose key was made by chance on this device; a fingerprint is
//! the set of them. Two notes are alike by the share of their numbers that both have.

use super::essence::{NAME, NUMBER};
use siphasher::sip::SipHasher13;
use std::hash::Hasher;

/// The key of this device's fingerprints, made by chance when they were first wanted; those of another key are alike by accident only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key(pub [u8; 16]);

/// The name that the key is kept under.
pub const KEPT_UNDER: &str = "fingerprint-key";

/// A note's fingerprint.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fingerprint {
    words: Set,
    /// Pairs of neighbours.
    pairs: Set,
}

/// A set of numbers, each of [`BITS`] bits.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Set {
    /// Sorted, none twice.
    numbers: Vec<u32>,
    /// One bit for each by its lowest eight: what two sets have in common shows here at once, and more.
    bits: [u64; 4],
    /// Numbers that share a bit with another of this set: they may have a partner each that does not show.
    hidden: usize,
}

/// How much two notes have in common, in thousandths.
pub type Likeness = u32;

/// From this likeness on two notes are nearly the same.
pub const SAME: Likeness = 420;

/// Notes with fewer words than this beside names say too little to be told apart.
const FEWEST_WORDS: usize = 6;

/// No fingerprint keeps more words than this: a note has 300 characters, the rest is a pasted text.
const MOST_WORDS: usize = 120;

/// Bits of a number that are kept: four letters of base 64.
const BITS: u32 = 24;

/// The digits of base 64 in an address.
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Between the words' and the pairs' numbers.
const BETWEEN: char = '.';

impl Fingerprint {
    /// The fingerprint of a note by its essence; none when it says too little.
    pub fn of(essence: &str, key: Key) -> Option<Self> {
        let words: Vec<&str> = essence.split_whitespace().take(MOST_WORDS).collect();
        if words.len() < FEWEST_WORDS {
            return None;
        }
        let hash = |parts: &[&str]| {
            let mut hasher = SipHasher13::new_with_key(&key.0);
            for part in parts {
                hasher.write(part.as_bytes());
                // So that no two lists of words are written alike.
                hasher.write_u8(0xff);
            }
            u32::try_from(hasher.finish() >> (64 - BITS)).unwrap_or_default()
        };
        Some(Self {
            words: Set::new(words.iter().filter(|word| **word != NAME && **word != NUMBER).map(|word| hash(&[word]))),
            pairs: Set::new(words.windows(2).map(hash)),
        })
    }

    /// How much it has in common with another.
    pub fn likeness(&self, other: &Self) -> Likeness {
        // Single words survive small changes, pairs tell one text from another with the same common words.
        u32::midpoint(self.words.share(&other.words), self.pairs.share(&other.pairs))
    }

    /// Whether the two could be the same at all: saves comparing most of a long history.
    pub(super) fn may_be_like(&self, other: &Self) -> bool {
        u32::midpoint(self.words.share_at_most(&other.words), self.pairs.share_at_most(&other.pairs)) >= SAME
    }

    /// As letters, digits, `-`, `_` and one full stop.
    pub fn encode(&self) -> String {
        let mut out = String::with_capacity((self.words.numbers.len() + self.pairs.numbers.len()) * 4 + 1);
        for (at, numbers) in [&self.words, &self.pairs].into_iter().enumerate() {
            if at > 0 {
                out.push(BETWEEN);
            }
            for number in &numbers.numbers {
                for shift in [18, 12, 6, 0] {
                    let digit = usize::try_from(number >> shift & 63).unwrap_or_default();
                    out.extend(DIGITS.get(digit).copied().map(char::from));
                }
            }
        }
        out
    }

    /// Reads what [`Fingerprint::encode`] wrote; none when it is damaged.
    pub fn decode(text: &str) -> Option<Self> {
        let (words, pairs) = text.split_once(BETWEEN)?;
        Some(Self { words: Set::decode(words)?, pairs: Set::decode(pairs)? })
    }
}

impl Key {
    /// The key as it is kept: two digits of base 16 a byte.
    pub fn encode(self) -> String {
        self.0.iter().flat_map(|byte| [byte >> 4, byte & 15]).filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
    }

    /// Reads what [`Key::encode`] wrote; none when it is damaged.
    pub fn decode(text: &str) -> Option<Self> {
        let mut bytes = [0; 16];
        if text.len() != bytes.len() * 2 || !text.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        for (at, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(text.get(at * 2..at * 2 + 2)?, 16).ok()?;
        }
        Some(Self(bytes))
    }
}

impl Set {
    fn new(numbers: impl Iterator<Item = u32>) -> Self {
        let mut numbers: Vec<u32> = numbers.collect();
        numbers.sort_unstable();
        numbers.dedup();
        Self::sorted(numbers)
    }

    fn sorted(numbers: Vec<u32>) -> Self {
        let bits = bits(&numbers);
        let ones: u32 = bits.iter().map(|bits| bits.count_ones()).sum();
        Self { hidden: numbers.len().saturating_sub(ones as usize), numbers, bits }
    }

    /// Reads numbers of four digits each, in rising order.
    fn decode(text: &str) -> Option<Self> {
        let mut numbers: Vec<u32> = Vec::with_capacity(text.len() / 4);
        for digits in text.as_bytes().chunks(4) {
            let mut number = 0;
            for &digit in digits {
                number = number << 6 | u32::from(value(digit)?);
            }
            if digits.len() < 4 || numbers.last().is_some_and(|last| *last >= number) {
                return None;
            }
            numbers.push(number);
        }
        Some(Self::sorted(numbers))
    }

    /// The numbers that both have, in thousandths of those that either has.
    fn share(&self, other: &Self) -> u32 {
        let (mut left, mut right, mut both) = (self.numbers.iter().peekable(), other.numbers.iter().peekable(), 0);
        while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
            let order = a.cmp(b);
            if order.is_le() {
                left.next();
            }
            if order.is_ge() {
                right.next();
            }
            both += usize::from(order.is_eq());
        }
        self.of_all(other, both)
    }

    /// No less than their share, found without looking at the numbers.
    fn share_at_most(&self, other: &Self) -> u32 {
        let both: u32 = self.bits.iter().zip(&other.bits).map(|(one, other)| (one & other).count_ones()).sum();
        self.of_all(other, (both as usize + self.hidden).min(self.numbers.len()).min(other.numbers.len()))
    }

    /// So many of the numbers that either has, in thousandths.
    fn of_all(&self, other: &Self, both: usize) -> u32 {
        let all = self.numbers.len() + other.numbers.len() - both;
        u32::try_from(both * 1_000 / all.max(1)).unwrap_or_default()
    }
}

/// The bits of numbers.
fn bits(numbers: &[u32]) -> [u64; 4] {
    let mut out = [0; 4];
    for number in numbers {
        let [low, ..] = number.to_le_bytes();
        if let Some(bits) = out.get_mut(usize::from(low >> 6)) {
            *bits |= 1 << (low & 63);
        }
    }
    out
}

/// What a digit stands for.
fn value(digit: u8) -> Option<u8> {
    match digit {
        b'A'..=b'Z' => Some(digit - b'A'),
        b'a'..=b'z' => Some(digit - b'a' + 26),
        b'0'..=b'9' => Some(digit - b'0' + 52),
        b'-' => Some(62),
        b'_' => Some(63),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::essence::essence;
    use crate::note::Note;

    const KEY: Key = Key(*b"sixteen bytes it");

    fn with(key: Key, text: &str) -> Option<Fingerprint> {
        Fingerprint::of(&essence(&Note::new(text, None)), key)
    }

    fn fingerprint(text: &str) -> Fingerprint {
        with(KEY, text).unwrap()
    }

    #[test]
    fn names_greeting_and_sign_off_are_no_difference() {
        let one = fingerprint("Hi Ada, your talk on tidal clocks in Bristol made me rewind mine. May I add you here? Best, Tom");
        let other = fingerprint("Dear Dr. Bell,\nyour talk on tidal clocks in Porto made me rewind mine. May I add you here?");
        assert_eq!(one.likeness(&other), 1_000);
    }

    #[test]
    fn another_reason_is_a_difference() {
        let one = fingerprint("Hi Ada, your talk on tidal clocks in Bristol made me rewind mine. May I add you here?");
        let other = fingerprint("Hi Eve, we both keep bees above the harbour and I would love to compare our queens. May I add you here?");
        assert!(one.likeness(&other) < SAME / 2, "{}", one.likeness(&other));
    }

    #[test]
    fn too_little_has_none() {
        for text in ["", "Hi Ada!", "Hi Ada, let's connect. Tom", "👋👋👋"] {
            assert_eq!(with(KEY, text), None, "{text}");
        }
    }

    #[test]
    fn the_quick_look_never_says_less_than_the_close_one() {
        let set = |step: u32, count: u32| Set::new((0..count).map(|at| at * step));
        for one in [set(1, 40), set(3, 90), set(256, 30), set(7, 300), set(1, 0)] {
            for other in [set(2, 40), set(3, 60), set(512, 30), set(5, 300), set(1, 0)] {
                assert!(one.share_at_most(&other) >= one.share(&other), "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn another_key_gives_other_numbers() {
        let text = "We both keep bees above the harbour and I would love to compare our queens.";
        let other = with(Key(*b"another key here"), text).unwrap();
        assert_eq!(fingerprint(text).likeness(&other), 0);
    }

    #[test]
    fn encoded_it_holds_no_word_and_comes_back() {
        let one = fingerprint("We both keep bees above the harbour and I would love to compare our queens.");
        let code = one.encode();
        assert_eq!(Fingerprint::decode(&code), Some(one));
        assert!(!code.contains("bees"));
        let cut = code.split_at(1).1.to_owned();
        let short = code.split_at(code.len() - 1).0.to_owned();
        for damaged in [cut.as_str(), &short, "", "AAAA", "AAAAAAAA.", "B?AA.", "ABAAAAAA."] {
            assert_eq!(Fingerprint::decode(damaged), None, "{damaged}");
        }
        assert_eq!(Fingerprint::decode("."), Some(Fingerprint::default()));
    }

    #[test]
    fn a_key_comes_back_and_a_damaged_one_is_none() {
        let kept = KEY.encode();
        assert_eq!(Key::decode(&kept), Some(KEY));
        for damaged in ["", "00", kept.trim_end_matches('4'), "+1".repeat(16).as_str(), "é".repeat(16).as_str()] {
            assert_eq!(Key::decode(damaged), None, "{damaged}");
        }
    }
}
