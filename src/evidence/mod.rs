//! What all words of a note together speak for, where no phrase says it outright.
//!
//! A phrase is sure and sees what its writer thought of; people find other words. So a linear classifier (a logistic regression
//! with an L1 penalty) listens as well: each [`feature`](features) of a note has points for and against some labels. The points
//! stand in `src/evidence/<language>.txt`; `cargo xtask learn` learns them from labelled notes, see `tests/labelled/README.md`.
//! That a rule's phrases found something is one more feature, and the strongest. English alone has such a file by now.

mod features;

pub use features::{Feature, features};

use crate::lexicon::{self, Weights};
use crate::note::Note;
use crate::text::hash::{FNV_START, fnv_from};
use crate::text::order::sort_by_key;

/// A text of more words, far longer than any note, has so many features that they say nothing.
const MANY_WORDS: usize = 400;

/// Points of a factor of e in the odds.
pub const SCALE: f64 = 16.0;

/// What a note's words speak for.
#[derive(Debug)]
pub struct Evidence {
    weights: &'static Weights,
    /// For each label the points of all features.
    points: Vec<i32>,
    /// For each label those of each sentence: a feature counts in the first that has it.
    by_sentence: Vec<i32>,
    sentences: usize,
}

/// What becomes of what a label's phrases say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It holds as it is.
    AsTold,
    /// The phrases are misled: it is not so.
    Mistaken,
    /// No phrase says it, and yet it is so: because of these sentences, the one that speaks for it most first.
    Suspected(Vec<usize>),
}

impl Evidence {
    /// Reads what speaks in a note.
    pub fn of(note: &Note) -> Self {
        let weights = lexicon::weights(note.language());
        let (labels, sentences) = (weights.labels().len(), note.sentence_count());
        let mut all = Self { weights, points: vec![0; labels], by_sentence: vec![0; labels * sentences], sentences };
        if labels == 0 || note.words().len() > MANY_WORDS {
            return all;
        }
        // How often a feature stands there says nothing.
        let mut seen = vec![0_u64; weights.feature_count().div_ceil(64)];
        features(note, &mut |(parts, sentence)| {
            let Some(feature) = weights.feature(hash(parts)) else { return };
            let Some(bits) = seen.get_mut(feature / 64) else { return };
            if *bits >> (feature % 64) & 1 == 0 {
                *bits |= 1 << (feature % 64);
                weights.points(feature).iter().for_each(|&(label, points)| all.add(label, sentence, points));
            }
        });
        all
    }

    fn add(&mut self, label: u8, sentence: usize, points: i8) {
        let (label, points) = (usize::from(label), i32::from(points));
        self.points.get_mut(label).into_iter().for_each(|sum| *sum += points);
        self.by_sentence.get_mut(label * self.sentences + sentence).into_iter().for_each(|sum| *sum += points);
    }

    /// Whether a label holds whose phrases found something or not.
    pub fn verdict(&self, label: &str, told: bool) -> Verdict {
        let Some((index, own)) = self.weights.labels().iter().enumerate().find(|(_, own)| own.id == label) else {
            return Verdict::AsTold;
        };
        let read = self.points.get(index).copied().unwrap_or_default();
        let points = read + own.bias + if told { own.told } else { 0 };
        match (told, points > 0) {
            (true, false) => Verdict::Mistaken,
            (false, true) => {
                let own = self.by_sentence.chunks(self.sentences.max(1)).nth(index);
                Verdict::Suspected(blamed(points, own.unwrap_or_default()))
            }
            _ => Verdict::AsTold,
        }
    }
}

/// The sentences without which no points would be left, those with most points first.
fn blamed(mut points: i32, by_sentence: &[i32]) -> Vec<usize> {
    let mut order: Vec<(i32, usize)> = by_sentence.iter().map(|&points| -points).zip(0..).collect();
    sort_by_key(&mut order, |&entry| entry);
    let mut blamed = Vec::new();
    for (points_against, sentence) in order {
        if !blamed.is_empty() && (points <= 0 || points_against >= 0) {
            break;
        }
        points += points_against;
        blamed.push(sentence);
    }
    blamed
}

/// The hash of a feature's name, made of its parts: blanks between words, none around a slash.
fn hash(parts: &[&str]) -> u32 {
    let mut hash = FNV_START;
    let mut joined = true;
    for part in parts {
        if !joined && *part != "/" {
            hash = fnv_from(hash, b" ");
        }
        hash = fnv_from(hash, part.as_bytes());
        joined = *part == "/";
    }
    hash
}

/// A feature's name, as it stands in the file of weights.
pub fn name(parts: &[&str]) -> String {
    parts.join(" ").replace(" / ", "/")
}

#[cfg(test)]
mod tests {
    use super::{blamed, hash, name};
    use crate::text::hash::fnv;

    #[test]
    fn a_features_hash_is_that_of_its_name() {
        for parts in [&["our"][..], &["our", "_", "helps"], &["racy", "/", "flag"], &["racy", "/", "flag", "twice"]] {
            assert_eq!(hash(parts), fnv(name(parts).as_bytes()), "{parts:?}");
        }
        assert_eq!(name(&["racy", "/", "flag", "twice"]), "racy/flag twice");
    }

    #[test]
    fn as_many_sentences_are_blamed_as_it_takes() {
        assert_eq!(blamed(10, &[2, 30, -5]), [1]);
        assert_eq!(blamed(30, &[12, -5, 20, 3]), [2, 0]);
        assert_eq!(blamed(5, &[0, 0]), [0]);
        assert_eq!(blamed(5, &[]), [0; 0]);
    }
}
