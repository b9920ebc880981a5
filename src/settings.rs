//! What the user may change, with defaults. Unknown keys are ignored and bad values replaced by the default.

use crate::count::{Limit, LimitFrom};
use serde::{Deserialize, Serialize};

/// Limits of one's own that make sense, in UTF-16 units.
pub const LIMITS: std::ops::RangeInclusive<usize> = 20..=2_000;

/// The stored form's version.
pub const VERSION: u32 = 1;

/// Whether Connote may read the note box and show itself in the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
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

/// The account's plan, which decides how long a note may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
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

/// The colours of our own pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
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

/// Everything the user may change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
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
}
