//! What the user wants remembered. Nothing is, until they say so.

/// One thing that may be remembered, each switched on by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Switch {
    /// How many notes were sent: the day of each.
    Count,
    /// What each note was like, to warn when nearly the same one is written again.
    Reuse,
    /// The record with what became of each.
    History,
    /// In the record, whom each was for.
    Names,
    /// In the record, what each said.
    Texts,
}

impl Switch {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Count, Self::Reuse, Self::History, Self::Names, Self::Texts];

    /// The word that is stored, and that the scripts beside the wasm know it by.
    pub fn word(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Reuse => "reuse",
            Self::History => "history",
            Self::Names => "names",
            Self::Texts => "texts",
        }
    }

    /// Whether it says more about a record, and means nothing without one.
    pub fn is_detail(self) -> bool {
        matches!(self, Self::Names | Self::Texts)
    }
}

/// Most notes a month that anybody may set: more than LinkedIn lets through.
pub const MOST_NOTES: u16 = 999;

/// What is remembered, and how many notes there are to spend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Choice {
    on: [bool; Switch::ALL.len()],
    /// Notes a month, where the user knows better than the plan.
    pub notes_a_month: Option<u16>,
    /// Notes to keep back.
    pub reserve: u16,
}

impl Choice {
    /// What stored words mean, in any order; one that is not known has no effect.
    pub fn named<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut out = Self::default();
        for word in words {
            for (switch, on) in Switch::ALL.into_iter().zip(&mut out.on) {
                *on |= switch.word() == word;
            }
        }
        out
    }

    /// The words that are stored.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        Switch::ALL.into_iter().zip(self.on).filter(|(_, on)| *on).map(|(switch, _)| switch.word())
    }

    /// Whether a switch is on; a detail is only with the history that it belongs to.
    pub fn is_on(&self, switch: Switch) -> bool {
        self.is_set(switch) && (!switch.is_detail() || self.is_set(Switch::History))
    }

    /// Whether anything is remembered at all.
    pub fn is_any(&self) -> bool {
        Switch::ALL.into_iter().any(|switch| !switch.is_detail() && self.is_on(switch))
    }

    /// The same with a switch turned the other way. The details go with their history: who asks for it anew is asked anew.
    #[must_use]
    pub fn turned(mut self, switch: Switch) -> Self {
        for (other, on) in Switch::ALL.into_iter().zip(&mut self.on) {
            if other == switch {
                *on = !*on;
            }
        }
        if !self.is_set(Switch::History) {
            for (other, on) in Switch::ALL.into_iter().zip(&mut self.on) {
                *on &= !other.is_detail();
            }
        }
        self
    }

    fn is_set(&self, switch: Switch) -> bool {
        Switch::ALL.into_iter().zip(self.on).any(|(other, on)| on && other == switch)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_on_by_itself() {
        let none = Choice::default();
        assert!(!none.is_any() && Switch::ALL.into_iter().all(|switch| !none.is_on(switch)));
        assert_eq!(none.words().count(), 0);
    }

    #[test]
    fn what_is_stored_can_be_read() {
        let choice = Choice::named(["texts", "history", "of a newer version"]);
        assert_eq!(choice.words().collect::<Vec<_>>(), ["history", "texts"]);
        assert_eq!(Choice::named(choice.words()), choice);
    }

    #[test]
    fn a_detail_is_nothing_without_its_history() {
        let odd = Choice::named(["reuse", "names"]);
        assert!(odd.is_any() && !odd.is_on(Switch::Names));
        let all = Choice::named(Switch::ALL.map(Switch::word));
        let without = all.turned(Switch::History);
        assert_eq!(without.words().collect::<Vec<_>>(), ["count", "reuse"]);
        assert_eq!(without.turned(Switch::History).words().collect::<Vec<_>>(), ["count", "reuse", "history"]);
        assert_eq!(all.turned(Switch::Names).words().collect::<Vec<_>>(), ["count", "reuse", "history", "texts"]);
    }
}
