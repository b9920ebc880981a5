//! Lists of words with a number each, read where they lie in a packed table.

use std::ops::Range;

/// Every so many words one stands in full; those between lack what they share with the word before.
pub(crate) const STRIDE: usize = 8;

/// Words and their numbers.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    /// Of each word how many letters it shares with the one before, and how many of its own follow.
    shared: &'static [u8],
    lengths: &'static [u8],
    /// The letters of their own, one word after the other; the words are sorted.
    letters: &'static [u8],
    /// Every [`STRIDE`]th word: its start as a number, and where its letters are.
    anchors: Vec<(u32, u32)>,
    /// Each word's number.
    numbers: Vec<u16>,
}

impl Vocabulary {
    /// Takes words in their order.
    pub(crate) fn new(shared: &'static [u8], lengths: &'static [u8], letters: &'static [u8], numbers: Vec<u16>) -> Self {
        let mut start = 0;
        let mut anchors = Vec::with_capacity(lengths.len().div_ceil(STRIDE));
        for run in lengths.chunks(STRIDE) {
            let word = letters.get(start as usize..).unwrap_or_default();
            let length = run.first().map_or(0, |&length| usize::from(length));
            anchors.push((head(word.get(..length).unwrap_or_default()), start));
            start += run.iter().map(|&length| u32::from(length)).sum::<u32>();
        }
        Self { shared, lengths, letters, anchors, numbers }
    }

    /// The number of a folded word, if it is known.
    pub(crate) fn get(&self, word: &[u8]) -> Option<u16> {
        let own_head = head(word);
        // The first words of several runs may start like ours: it stands in the run before them, or in one of these.
        let run = self.anchors.partition_point(|&(head, _)| head < own_head).saturating_sub(1);
        let mut at = self.anchors.get(run)?.1 as usize;
        let first = run * STRIDE;
        // How many letters ours has in common with the last one that comes before it.
        let mut same = 0;
        for (index, (&shared, &length)) in self.shared.get(first..)?.iter().zip(self.lengths.get(first..)?).enumerate() {
            let start = at;
            at += usize::from(length);
            if index % STRIDE == 0 {
                same = 0;
            } else if usize::from(shared) > same {
                // Where ours differs from the last one it differs from this one, too.
                continue;
            } else if usize::from(shared) < same {
                return None;
            }
            let (ours, theirs) = (word.get(same..)?, self.letters.get(start..at)?);
            let more = ours.iter().zip(theirs).take_while(|(our, their)| our == their).count();
            match (ours.get(more), theirs.get(more)) {
                (None, None) => return self.numbers.get(first + index).copied(),
                (Some(our), Some(their)) if their > our => return None,
                (None, Some(_)) => return None,
                _ => same += more,
            }
        }
        None
    }
}

/// The first four letters of a word as a number, by which words can be ordered.
fn head(word: &[u8]) -> u32 {
    (0..4).fold(0, |head, at| head << 8 | word.get(at).map_or(0, |&byte| u32::from(byte)))
}

/// Parts of words, at the start or, reversed, at the end of them, and their numbers.
#[derive(Debug)]
pub(crate) struct Parts {
    /// The parts, sorted, one after the other.
    letters: &'static [u8],
    /// Where each starts, and where the last one ends.
    starts: Vec<u32>,
    numbers: Vec<u16>,
    /// For each byte the first part that starts with it or a greater one.
    firsts: Vec<u16>,
}

/// From one start of a table to the next.
pub(crate) fn row<T: Copy + Into<u32>>(starts: &[T], at: usize) -> Range<usize> {
    let start = |at: usize| starts.get(at).map_or(0, |&start| Into::<u32>::into(start) as usize);
    start(at)..start(at + 1)
}

impl Parts {
    /// Takes parts in their order.
    pub(crate) fn new(letters: &'static [u8], starts: Vec<u32>, numbers: Vec<u16>) -> Self {
        let mut firsts = vec![0; 257];
        for (&start, after) in starts.iter().zip(1..).take(numbers.len()) {
            let first = letters.get(start as usize).map_or(0, |&byte| usize::from(byte));
            firsts.iter_mut().skip(first + 1).for_each(|place| *place = after);
        }
        Self { letters, starts, numbers, firsts }
    }

    /// The length and the number of every known part that `word` starts with.
    pub(crate) fn of(&self, word: &[u8]) -> impl Iterator<Item = (usize, u16)> {
        let all = word.first().map_or(0..0, |&first| row(&self.firsts, usize::from(first)));
        let parts = all.map(|index| (index, self.letters.get(row(&self.starts, index)).unwrap_or_default()));
        let starts = parts.filter(move |(_, part)| word.starts_with(part));
        starts.map(|(index, part)| (part.len(), self.numbers.get(index).copied().unwrap_or_default()))
    }
}
