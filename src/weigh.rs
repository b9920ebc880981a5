//! Weighs hints: phrases none of which says a thing by itself, while together they do.
//!
//! A pitch without "our product saves you money" still names a price, a crowd of clients and a deadline. Each kind of hint
//! is a section of the phrase file; it has points, and counts at most so many times. What speaks against has points below
//! nought. The points were fitted to labelled notes once and rounded; they are small so that a person can add them up.

use crate::lexicon::Hit;
use crate::note::Note;

/// One kind of hint: the section of a phrase file that finds it.
#[derive(Debug, Clone, Copy)]
pub struct Hint {
    /// Name of the section.
    pub section: &'static str,
    /// Points of each finding, up to `most` of them.
    pub points: i32,
    /// So many findings count; those that start at the same word are one.
    pub most: i32,
}

/// A kind of hint that counts twice at most.
#[must_use]
pub const fn hint(section: &'static str, points: i32) -> Hint {
    Hint { section, points, most: 2 }
}

/// The points of a note: those of all hints that an owner's sections find in it.
#[must_use]
pub fn weigh(note: &Note, owner: &str, hints: &[Hint]) -> i32 {
    let mut points = 0;
    each(note, owner, hints, |hint, _, count| {
        if count <= hint.most {
            points += hint.points;
        }
    });
    points
}

/// What speaks for it in each sentence of a note: the points above nought, however often a hint is found.
#[must_use]
pub fn weigh_sentences(note: &Note, owner: &str, hints: &[Hint]) -> Vec<i32> {
    let mut points = vec![0; note.sentence_count()];
    each(note, owner, hints, |hint, hit, _| {
        if let Some(points) = points.get_mut(note.sentence_of(hit)) {
            *points += hint.points.max(0);
        }
    });
    points
}

/// Calls `found` with each hint, where it was found and how many times by then; hits that start at the same word are one.
fn each(note: &Note, owner: &str, hints: &[Hint], mut found: impl FnMut(&Hint, Hit, i32)) {
    let mut section = "";
    let mut hint = None;
    let mut last = None;
    let mut count = 0;
    // All at once: to ask for the sections one by one would cost more than to read them.
    for (name, hit) in note.all_hits(owner) {
        if name != section {
            section = name;
            hint = hints.iter().find(|hint| hint.section == name);
            last = None;
            count = 0;
        }
        if let Some(hint) = hint
            && last.replace(hit.mark_first) != Some(hit.mark_first)
        {
            count += 1;
            found(hint, hit, count);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Hint, hint, weigh};
    use crate::note::Note;
    use crate::text::Lang;

    const OWNER: &str = "sales-pitch";

    fn points(text: &str, hints: &[Hint]) -> i32 {
        weigh(&Note::new(text, Some(Lang::En)), OWNER, hints)
    }

    #[test]
    fn hints_add_up_to_their_most() {
        let price = hint("price", 3);
        assert_eq!(points("The quince tree is in bloom.", &[price]), 0);
        assert_eq!(points("A discount.", &[price]), 3);
        assert_eq!(points("A discount, a voucher, a rate.", &[price]), 6, "two count");
        assert_eq!(points("A discount.", &[price, hint("other", -5)]), 3, "nothing speaks against");
        assert_eq!(points("A discount on your article.", &[price, hint("other", -5)]), -2);
    }
}
