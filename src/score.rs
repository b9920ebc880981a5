//! The score: a checklist with visible weights. No chance of acceptance is behind it; published tests disagree too much.

use crate::report::Part;

/// What one line of the checklist asks.
#[derive(Debug, Clone, Copy)]
enum Asks {
    /// One of these signals is there.
    Signal(&'static [&'static str]),
    /// None of these rules fired.
    Without(&'static [&'static str]),
}

/// The parts, their weights (100 in all) and what each asks.
const PARTS: &[(&str, u8, Asks)] = &[
    ("reason", 30, Asks::Signal(&["states-reason"])),
    ("common-link", 20, Asks::Signal(&["common-ground", "their-work"])),
    ("no-pitch", 15, Asks::Without(&["sales-pitch", "contains-link"])),
    ("asks-nothing", 10, Asks::Without(&["asks-for-favor", "asks-for-job", "asks-for-invitation"])),
    ("fits", 10, Asks::Without(&["over-limit", "default-invitation"])),
    ("name", 5, Asks::Signal(&["greets-by-name"])),
    ("plain", 5, Asks::Without(&["text-speak", "poor-writing", "stock-phrase", "placeholder"])),
    ("calm", 5, Asks::Without(&["shouting", "demanding", "racy"])),
];

/// No note with this finding scores more than this.
const CAPS: &[(&str, u8)] =
    &[("over-limit", 0), ("placeholder", 10), ("wrong-name", 15), ("default-invitation", 25), ("claims-friend", 30)];

/// The parts and their sum under the caps, from the ids of what fired and what is there.
///
/// An empty note earns nothing.
pub fn score(is_blank: bool, rules: &[&str], signals: &[&str]) -> (u8, Vec<Part>) {
    let parts: Vec<Part> = PARTS
        .iter()
        .map(|&(part, weight, asks)| {
            let holds = !is_blank
                && match asks {
                    Asks::Signal(any) => any.iter().any(|id| signals.contains(id)),
                    Asks::Without(none) => !none.iter().any(|id| rules.contains(id)),
                };
            Part { part, weight, earned: if holds { weight } else { 0 } }
        })
        .collect();
    let sum = parts.iter().map(|part| part.earned).sum::<u8>();
    let cap = CAPS.iter().filter(|(rule, _)| rules.contains(rule)).map(|&(_, cap)| cap).min().unwrap_or(100);
    (sum.min(cap), parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_make_a_hundred() {
        assert_eq!(PARTS.iter().map(|part| u32::from(part.1)).sum::<u32>(), 100);
    }

    #[test]
    fn caps_hold_and_an_empty_note_has_none() {
        let all = ["states-reason", "common-ground", "greets-by-name"];
        assert_eq!(score(false, &[], &all).0, 100);
        assert_eq!(score(false, &["placeholder"], &all).0, 10);
        assert_eq!(score(true, &[], &[]).0, 0);
    }
}
