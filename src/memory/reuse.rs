//! Whether a note was sent before, nearly as it is.

use super::Sent;
use super::fingerprint::{Fingerprint, Key, Likeness, SAME};
use crate::note::Note;

/// The sent note that a new one is nearly the same as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reused {
    /// Where it stands in the list that was searched.
    pub at: usize,
    /// How much the two have in common.
    pub likeness: Likeness,
    /// How many of the sent notes are nearly the same.
    pub times: usize,
}

/// The nearest of the notes that were sent, when it is near enough to be called the same.
pub fn reused(note: &Note, key: Key, sent: &[Sent]) -> Option<Reused> {
    let own = Fingerprint::of(note, key)?;
    let mut found: Option<Reused> = None;
    for (at, fingerprint) in sent.iter().enumerate().filter_map(|(at, sent)| Some((at, sent.fingerprint.as_ref()?))) {
        if !own.may_be_like(fingerprint) {
            continue;
        }
        let likeness = own.likeness(fingerprint);
        if likeness >= SAME {
            let times = found.map_or(0, |found| found.times) + 1;
            let best = found.filter(|found| found.likeness > likeness).unwrap_or(Reused { at, likeness, times });
            found = Some(Reused { times, ..best });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::{Day, Outcome};

    const KEY: Key = Key([3; 16]);

    fn sent(text: &str) -> Sent {
        Sent {
            day: Day::from_number(0),
            with_note: true,
            fingerprint: Fingerprint::of(&Note::new(text, None), KEY),
            outcome: Outcome::Waiting,
            recipient: None,
            text: None,
        }
    }

    #[test]
    fn the_nearest_counts_and_all_are_counted() {
        let all = [
            sent("Hi Ada, it was good to hear you at the kiln fair, and I would like to stay in touch."),
            sent("We both keep bees above the harbour and I would love to compare our queens."),
            sent("Hi Eve, it was good to hear you speak at the kiln fair, and I would like to stay in touch."),
            sent("Hi!"),
        ];
        let note = Note::new("Dear Tom, it was good to hear you speak at the kiln fair, and I would like to stay in touch.", None);
        let found = reused(&note, KEY, &all).unwrap();
        assert_eq!((found.at, found.times, found.likeness), (2, 2, 1_000));
    }

    #[test]
    fn a_real_difference_clears_it() {
        let all = [sent("Hi Ada, it was good to hear you at the kiln fair, and I would like to stay in touch.")];
        let note = Note::new("Hi Eve, your answer on salt glazes at the kiln fair saved my last firing. May I add you here?", None);
        assert_eq!(reused(&note, KEY, &all), None);
        assert_eq!(reused(&Note::new("", None), KEY, &all), None);
    }
}
