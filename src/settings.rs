//! What the user may change, with defaults. Unknown keys are ignored and bad values replaced by the default.

use crate::count::{Limit, LimitFrom};
use crate::text::fold::fold;
use serde::Serialize;

/// Limits of one's own that make sense, in UTF-16 units.
pub const LIMITS: std::ops::RangeInclusive<usize> = 20..=2_000;

/// The stored form's version.
pub const VERSION: u32 = 1;

/// How long a pause is, in milliseconds. One that would end later than that was stored under another clock, and counts as over.
pub const PAUSE: u64 = 60 * 60 * 1000;

/// The longest wording that may be let pass for good, in bytes as it is stored: what is kept is a wording, not a note.
const LONGEST_WORDING: usize = 200;

/// Whether Connote may read the note box and show itself in the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Consent {
    /// Not asked yet, or not answered: the page gets nothing and nothing is read.
    #[default]
    Undecided,
    /// On in the page.
    Page,
    /// Not now.
    Off,
}

impl Consent {
    /// What a stored word means; nothing when it is unknown.
    pub fn named(word: &str) -> Option<Self> {
        match word {
            "undecided" => Some(Self::Undecided),
            "page" => Some(Self::Page),
            "off" => Some(Self::Off),
            _ => None,
        }
    }
}

/// The account's plan, which decides how long a note may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
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
    /// What a stored word means; nothing when it is unknown.
    pub fn named(word: &str) -> Option<Self> {
        match word {
            "unknown" => Some(Self::Unknown),
            "free" => Some(Self::Free),
            "premium" => Some(Self::Premium),
            "sales-navigator" => Some(Self::SalesNavigator),
            _ => None,
        }
    }
}

/// The colours of our own pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
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
    /// What a stored word means; nothing when it is unknown.
    pub fn named(word: &str) -> Option<Self> {
        match word {
            "auto" => Some(Self::Auto),
            "light" => Some(Self::Light),
            "dark" => Some(Self::Dark),
            _ => None,
        }
    }
}

/// A wording that a rule lets pass for good, because the user said so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Allowed {
    /// The rule's id.
    pub rule: String,
    /// The words, folded: case, accents and the width of spaces do not matter.
    pub words: String,
}

impl Allowed {
    /// These words for this rule; nothing when there are none, or too many for a wording.
    pub fn new(rule: &str, words: &str) -> Option<Self> {
        let words = folded(words);
        (1..=LONGEST_WORDING).contains(&words.len()).then(|| Self { rule: rule.to_owned(), words })
    }

    /// Whether it is about what a rule found.
    pub fn covers(&self, rule: &str, words: &str) -> bool {
        self.rule == rule && self.words == folded(words)
    }
}

fn folded(words: &str) -> String {
    fold(words).split_whitespace().collect::<Vec<_>>().join(" ")
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
    /// Ids of rules that are switched off.
    pub rules_off: Vec<String>,
    /// Wordings that their rules let pass.
    pub allowed: Vec<Allowed>,
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
        let word = |value: serde_json::Value| value.as_str().unwrap().to_owned();
        for consent in [Consent::Undecided, Consent::Page, Consent::Off] {
            assert_eq!(Consent::named(&word(serde_json::to_value(consent).unwrap())), Some(consent));
        }
        for plan in [Plan::Unknown, Plan::Free, Plan::Premium, Plan::SalesNavigator] {
            assert_eq!(Plan::named(&word(serde_json::to_value(plan).unwrap())), Some(plan));
        }
        for theme in [Theme::Auto, Theme::Light, Theme::Dark] {
            assert_eq!(Theme::named(&word(serde_json::to_value(theme).unwrap())), Some(theme));
        }
        assert_eq!((Consent::named("yes"), Plan::named(""), Theme::named("Dark")), (None, None, None));
    }

    #[test]
    fn a_wording_is_known_again_however_it_is_written() {
        let allowed = Allowed::new("vague-meeting", "Pick  your\nBrain").unwrap();
        assert_eq!(allowed.words, "pick your brain");
        assert!(allowed.covers("vague-meeting", "pick your brain") && allowed.covers("vague-meeting", "PICK YOUR  BRAIN"));
        assert!(!allowed.covers("asks-for-favor", "pick your brain") && !allowed.covers("vague-meeting", "pick your brains"));
        assert_eq!(Allowed::new("vague-meeting", " "), None);
        assert_eq!(Allowed::new("vague-meeting", &"brain ".repeat(50)), None);
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
