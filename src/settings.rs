//! What the user may change, with defaults. Unknown keys are ignored and bad values replaced by the default.

use crate::count::{Limit, LimitFrom};
use crate::text::fold::fold;
use serde::{Serialize, Serializer};

/// Limits of one's own that make sense, in UTF-16 units.
pub const LIMITS: std::ops::RangeInclusive<usize> = 20..=2_000;

/// UTF-16 units that the user's sentence on themselves may have: more would fit into no note.
pub const LONGEST_ABOUT: usize = 150;

/// The stored form's version.
pub const VERSION: u32 = 1;

/// How long a pause is, in milliseconds. One that would end later than that was stored under another clock, and counts as over.
pub const PAUSE: u64 = 60 * 60 * 1000;

/// The longest wording that may be let pass for good, in bytes as it is stored: what is kept is a wording, not a note.
const LONGEST_WORDING: usize = 200;

/// Whether Connote may read the note box and show itself in the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Consent {
    /// Not asked yet, or not answered: the page gets nothing and nothing is read.
    #[default]
    Undecided,
    /// On in the page.
    Page,
    /// On without anything in the page: the toolbar's badge and the popup are all there is.
    Quiet,
    /// Not now.
    Off,
}

impl Consent {
    /// Every answer, and that there is none yet.
    pub const ALL: [Self; 4] = [Self::Undecided, Self::Page, Self::Quiet, Self::Off];

    /// The word that is stored.
    pub fn word(self) -> &'static str {
        match self {
            Self::Undecided => "undecided",
            Self::Page => "page",
            Self::Quiet => "quiet",
            Self::Off => "off",
        }
    }

    /// What a stored word means; nothing when it is unknown.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// The account's plan, which decides how long a note may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Plan {
    /// Not told: the page's counter decides, else 200 is assumed.
    #[default]
    Unknown,
    /// A free account: 200 characters.
    Free,
    /// Premium: 300 characters.
    Premium,
    /// Sales Navigator: 300 characters.
    SalesNavigator,
}

impl Plan {
    /// Every plan.
    pub const ALL: [Self; 4] = [Self::Unknown, Self::Free, Self::Premium, Self::SalesNavigator];

    /// The word that is stored.
    pub fn word(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Free => "free",
            Self::Premium => "premium",
            Self::SalesNavigator => "sales-navigator",
        }
    }

    /// What a stored word means; nothing when it is unknown.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// The colours of our own pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the page or the system has it.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Every choice.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The word that is stored.
    pub fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// What a stored word means; nothing when it is unknown.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }
}

impl Serialize for Consent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}

impl Serialize for Plan {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}

impl Serialize for Theme {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}

/// A wording that a rule lets pass for good because the user said so, in the form that is stored: the rule's id, a space, and
/// the words, folded so that case, accents and the width of spaces do not matter. None when there are no words, or too many.
pub fn wording(rule: &str, words: &str) -> Option<String> {
    let words = fold(words).split_whitespace().collect::<Vec<_>>().join(" ");
    (1..=LONGEST_WORDING).contains(&words.len()).then(|| [rule, " ", &words].concat())
}

/// Everything the user may change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// The stored form's version.
    pub version: u32,
    /// Whether Connote may work in the page.
    pub consent: Consent,
    /// The account's plan.
    pub plan: Plan,
    /// The user's own limit in UTF-16 units, instead of the plan's.
    pub limit: Option<usize>,
    /// A sentence of the user's on themselves, which rewrites may use; empty when there is none.
    pub about: String,
    /// Ids of rules that are switched off.
    pub rules_off: Vec<String>,
    /// Wordings that their rules let pass, each as [`wording`] has it.
    pub allowed: Vec<String>,
    /// When the pause ends that was begun last, in milliseconds since 1970 (UTC). See [`Settings::paused`].
    pub paused_until: Option<u64>,
    /// Colours.
    pub theme: Theme,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            version: VERSION,
            consent: Consent::default(),
            plan: Plan::default(),
            limit: None,
            about: String::new(),
            rules_off: Vec::new(),
            allowed: Vec::new(),
            paused_until: None,
            theme: Theme::default(),
        }
    }
}

impl Settings {
    /// The limit that the user's own word gives, used when the page gives none.
    pub fn limit(&self) -> Limit {
        match (self.limit, self.plan) {
            (Some(units), _) => Limit { units: units.clamp(*LIMITS.start(), *LIMITS.end()), from: LimitFrom::Plan },
            (None, Plan::Unknown) => Limit::default(),
            (None, Plan::Free) => Limit { units: 200, from: LimitFrom::Plan },
            (None, Plan::Premium | Plan::SalesNavigator) => Limit { units: 300, from: LimitFrom::Plan },
        }
    }

    /// Whether a rule is on.
    pub fn is_on(&self, rule: &str) -> bool {
        !self.rules_off.iter().any(|off| off == rule)
    }

    /// When the pause ends that is on at `now`, both in milliseconds since 1970 (UTC).
    pub fn paused(&self, now: u64) -> Option<u64> {
        self.paused_until.filter(|&until| now < until && until <= now.saturating_add(PAUSE))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stored_can_be_read() {
        assert!(Consent::ALL.into_iter().all(|one| Consent::named(one.word()) == Some(one)));
        assert!(Plan::ALL.into_iter().all(|one| Plan::named(one.word()) == Some(one)));
        assert!(Theme::ALL.into_iter().all(|one| Theme::named(one.word()) == Some(one)));
        assert_eq!((Consent::named("yes"), Plan::named(""), Theme::named("Dark")), (None, None, None));
    }

    #[test]
    fn a_wording_is_known_again_however_it_is_written() {
        let allowed = wording("vague-meeting", "Pick  your\nBrain");
        assert_eq!(allowed.as_deref(), Some("vague-meeting pick your brain"));
        assert_eq!(wording("vague-meeting", "PICK YOUR  BRAIN"), allowed);
        assert_ne!(wording("asks-for-favor", "pick your brain"), allowed);
        assert_ne!(wording("vague-meeting", "pick your brains"), allowed);
        assert_eq!(wording("vague-meeting", " "), None);
        assert_eq!(wording("vague-meeting", &"brain ".repeat(50)), None);
    }

    #[test]
    fn a_pause_ends_and_a_strange_one_does_not_count() {
        let paused = |until, now| Settings { paused_until: until, ..Settings::default() }.paused(now);
        assert_eq!(paused(None, 5), None);
        assert_eq!(paused(Some(PAUSE), 0), Some(PAUSE));
        assert_eq!(paused(Some(PAUSE), PAUSE - 1), Some(PAUSE));
        assert_eq!(paused(Some(PAUSE), PAUSE), None);
        assert_eq!(paused(Some(u64::MAX), 0), None);
    }
}
