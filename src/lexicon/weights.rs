//! What features of a note speak for which label: the weights of a linear classifier, by the hash of each feature.
//!
//! The build packs them from `src/evidence/<language>.txt`, see `encode_weights.rs`; what a feature is says `evidence`.

use crate::text::find;
use crate::text::packed::Packed;

/// Hashes are looked for among those that share their first bits: so many.
const FIRST_BITS: u32 = 11;

/// One label: a rule or a signal.
#[derive(Debug, Clone, Copy)]
pub struct Label {
    /// Its id.
    pub id: &'static str,
    /// Its points before anything is read: below nought, as most notes do not have it.
    pub bias: i32,
    /// The points of what its phrases say.
    pub told: i32,
}

/// The points of a feature for a label, by the label's index.
pub type Points = (u8, i8);

/// The weights of one language; none where it has no such file.
#[derive(Debug, Default)]
pub struct Weights {
    labels: Vec<Label>,
    /// The features' hashes, ascending.
    hashes: Vec<u32>,
    /// For each value of the first bits the index of the first hash that has it or a greater one.
    firsts: Vec<u16>,
    /// Where each feature's points start, and where the last ones end.
    starts: Vec<u32>,
    points: Vec<Points>,
}

impl Weights {
    /// Unpacks a table that the build wrote; of a broken one what is whole.
    pub(super) fn new(table: &mut Packed) -> Self {
        let mut labels = Vec::new();
        for id in find::lines(table.text()) {
            labels.push(Label { id, bias: signed(table.number()), told: signed(table.number()) });
        }
        if labels.is_empty() {
            return Self::default();
        }
        let mut all = Self { labels, firsts: vec![0; (1 << FIRST_BITS) + 1], starts: vec![0], ..Self::default() };
        let mut hash = 0_u32;
        for index in 1..=table.small() {
            hash = hash.wrapping_add(table.number());
            all.hashes.push(hash);
            if let Some(first) = all.firsts.get_mut((hash >> (32 - FIRST_BITS)) as usize + 1) {
                *first = index;
            }
            for _ in 0..table.small().min(u16::from(u8::MAX)) {
                let label = u8::try_from(table.small()).unwrap_or(u8::MAX);
                all.points.push((label, i8::try_from(signed(table.number())).unwrap_or_default()));
            }
            all.starts.push(u32::try_from(all.points.len()).unwrap_or(u32::MAX));
        }
        // Where no hash has these bits, the next ones start where the last ended.
        let mut last = 0;
        for first in &mut all.firsts {
            last = last.max(*first);
            *first = last;
        }
        all
    }

    /// The labels.
    pub fn labels(&self) -> &[Label] {
        &self.labels
    }

    /// How many features have points.
    pub fn feature_count(&self) -> usize {
        self.hashes.len()
    }

    /// Which feature has this hash.
    pub fn feature(&self, hash: u32) -> Option<usize> {
        let first = (hash >> (32 - FIRST_BITS)) as usize;
        let (&from, &to) = (self.firsts.get(first)?, self.firsts.get(first + 1)?);
        let some = self.hashes.get(usize::from(from)..usize::from(to))?;
        some.iter().position(|&known| known == hash).map(|at| usize::from(from) + at)
    }

    /// What a feature speaks for and against.
    pub fn points(&self, feature: usize) -> &[Points] {
        let at = |index: usize| self.starts.get(index).map_or(0, |&start| start as usize);
        self.points.get(at(feature)..at(feature + 1)).unwrap_or_default()
    }
}

/// A number that may be below nought: the lowest bit says so.
fn signed(number: u32) -> i32 {
    let half = i32::try_from(number >> 1).unwrap_or_default();
    if number & 1 == 0 { half } else { -half }
}

#[cfg(test)]
mod tests {
    use super::Weights;
    use crate::lexicon::encode_weights::weights;
    use crate::text::hash::fnv;
    use crate::text::packed::Packed;

    const FILE: &str =
        "# Comment\n@racy = -30 12\n@sales-pitch = -20 60\nour , team = sales-pitch +7\nyour _ = racy -3, sales-pitch +100\n";

    fn packed(file: &str) -> Weights {
        Weights::new(&mut Packed::new(weights(file).unwrap().leak()))
    }

    #[test]
    fn weights_come_out_as_they_went_in() {
        let weights = packed(FILE);
        let labels: Vec<_> = weights.labels().iter().map(|label| (label.id, label.bias, label.told)).collect();
        assert_eq!(labels, [("racy", -30, 12), ("sales-pitch", -20, 60)]);
        let points = |feature: &str| weights.feature(fnv(feature.as_bytes())).map(|feature| weights.points(feature).to_vec());
        assert_eq!(points("our , team"), Some(vec![(1, 7)]));
        assert_eq!(points("your _"), Some(vec![(0, -3), (1, 100)]));
        assert_eq!(points("our"), None);
    }

    #[test]
    fn a_broken_table_speaks_for_nothing() {
        for table in [&[][..], &[0xff; 9], &[4, b'r', b'a', b'c', b'y', 3, 0, 9, 1]] {
            let weights = Weights::new(&mut Packed::new(table.to_vec().leak()));
            assert!((0..=u16::MAX).all(|feature| weights.points(usize::from(feature)).is_empty() || feature < 9));
        }
    }

    #[test]
    fn what_cannot_be_read_is_named_with_its_line() {
        assert_eq!(weights("@racy = -30 12\nour = bold +7\n"), Err("line 2: no label is called `bold`".to_owned()));
        assert_eq!(weights("@racy = many 12\n"), Err("line 1: `many` is no number".to_owned()));
        assert_eq!(weights("our = racy\n"), Err("line 1: a label without points".to_owned()));
        assert_eq!(weights("our racy\n"), Err("line 1: no `=`".to_owned()));
    }
}
