//! What goes when a switch is taken back and the user wants the past gone with it.

use super::choice::{Choice, Switch};
use super::{Outcome, Sent};

/// What is to be erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Erase {
    /// Every invitation that was kept.
    All,
    /// The history beside the day: it stays counted.
    ToDays,
    /// The fingerprints.
    Fingerprints,
    /// The recipients' names.
    Names,
    /// The texts.
    Texts,
}

impl Erase {
    /// What a switch that was turned off has left behind, with what is still on; none when all of it is still wanted.
    pub fn after(switch: Switch, left: &Choice) -> Option<Self> {
        match switch {
            Switch::Names => Some(Self::Names),
            Switch::Texts => Some(Self::Texts),
            _ if !left.is_any() => Some(Self::All),
            Switch::Count => None,
            Switch::Reuse => Some(Self::Fingerprints),
            Switch::History => Some(Self::ToDays),
        }
    }

    /// What is left of an invitation; none when all of it goes.
    pub fn from(self, sent: &Sent) -> Option<Sent> {
        let mut left = sent.clone();
        match self {
            Self::All => return None,
            Self::ToDays => left = Sent { outcome: Outcome::Waiting, recipient: None, text: None, ..left },
            Self::Fingerprints => left.fingerprint = None,
            Self::Names => left.recipient = None,
            Self::Texts => left.text = None,
        }
        Some(left)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::{Day, Fingerprint};

    fn sent() -> Sent {
        Sent {
            day: Day::from_number(20_779),
            with_note: true,
            fingerprint: Some(Fingerprint::default()),
            outcome: Outcome::Accepted,
            recipient: Some("Ada".into()),
            text: Some("Hi Ada".into()),
        }
    }

    #[test]
    fn what_is_still_wanted_stays() {
        let left = |words: &[&str]| Choice::named(words.iter().copied());
        assert_eq!(Erase::after(Switch::Count, &left(&[])), Some(Erase::All));
        assert_eq!(Erase::after(Switch::Count, &left(&["history"])), None, "a history has the days, too");
        assert_eq!(Erase::after(Switch::Count, &left(&["reuse"])), None, "and so have fingerprints");
        assert_eq!(Erase::after(Switch::Reuse, &left(&["count"])), Some(Erase::Fingerprints));
        assert_eq!(Erase::after(Switch::Reuse, &left(&[])), Some(Erase::All));
        assert_eq!(Erase::after(Switch::History, &left(&["count"])), Some(Erase::ToDays));
        assert_eq!(Erase::after(Switch::History, &left(&[])), Some(Erase::All));
        assert_eq!(Erase::after(Switch::Names, &left(&["history"])), Some(Erase::Names));
        assert_eq!(Erase::Names.from(&sent()), Some(Sent { recipient: None, ..sent() }));
        assert_eq!(Erase::Texts.from(&sent()), Some(Sent { text: None, ..sent() }));
        assert_eq!(Erase::Fingerprints.from(&sent()), Some(Sent { fingerprint: None, ..sent() }));
        assert_eq!(Erase::All.from(&sent()), None);
        let bare = Sent { outcome: Outcome::Waiting, recipient: None, text: None, ..sent() };
        assert_eq!(Erase::ToDays.from(&sent()), Some(bare));
    }
}
