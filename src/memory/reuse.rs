//! Whether a note was sent before, nearly as it is.

use super::fingerprint::{Fingerprint, Likeness, SAME};
use super::{Day, Sent};

/// The sent note that a new one is nearly the same as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reused {
    /// Where it stands in the list that was searched.
    pub at: usize,
    /// How much the two have in common.
    pub likeness: Likeness,
    /// How many of the sent notes are nearly the same.
    pub times: usize,
    /// When the last of them was sent.
    pub last: Day,
}

/// The nearest of the notes that were sent, when it is near enough to be called the same.
pub fn reused(own: &Fingerprint, sent: &[Sent]) -> Option<Reused> {
    let mut found: Option<Reused> = None;
    let known = sent.iter().enumerate().filter_map(|(at, sent)| Some((at, sent.day, sent.fingerprint.as_ref()?)));
    for (at, day, fingerprint) in known {
        if !own.may_be_like(fingerprint) {
            continue;
        }
        let likeness = own.likeness(fingerprint);
        if likeness >= SAME {
            let (times, last) = found.map_or((1, day), |found| (found.times + 1, found.last.max(day)));
            let best = found.filter(|found| found.likeness > likeness).unwrap_or(Reused { at, likeness, times, last });
            found = Some(Reused { times, last, ..best });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::essence::essence;
    use crate::memory::{Key, Outcome};
    use crate::note::Note;

    fn fingerprint(text: &str) -> Option<Fingerprint> {
        Fingerprint::of(&essence(&Note::new(text, None)), Key([3; 16]))
    }

    fn sent(day: i32, text: &str) -> Sent {
        Sent {
            day: Day::from_number(day),
            with_note: true,
            fingerprint: fingerprint(text),
            outcome: Outcome::Waiting,
            recipient: None,
            text: None,
        }
    }

    #[test]
    fn the_nearest_counts_and_all_are_counted() {
        let all = [
            sent(9, "Hi Ada, it was good to hear you at the kiln fair, and I would like to stay in touch."),
            sent(11, "We both keep bees above the harbour and I would love to compare our queens."),
            sent(7, "Hi Eve, it was good to hear you speak at the kiln fair, and I would like to stay in touch."),
            sent(12, "Hi!"),
        ];
        let note = fingerprint("Dear Tom, it was good to hear you speak at the kiln fair, and I would like to stay in touch.").unwrap();
        let found = reused(&note, &all).unwrap();
        assert_eq!((found.at, found.times, found.last, found.likeness), (2, 2, Day::from_number(9), 1_000));
    }

    #[test]
    fn a_real_difference_clears_it() {
        let all = [sent(0, "Hi Ada, it was good to hear you at the kiln fair, and I would like to stay in touch.")];
        let note = fingerprint("Hi Eve, your answer on salt glazes at the kiln fair saved my last firing. May I add you here?").unwrap();
        assert_eq!(reused(&note, &all), None);
    }
}
