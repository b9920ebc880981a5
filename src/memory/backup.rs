//! Everything that is stored, as one file: what belongs into it, and what of a file may be taken in.
//!
//! The file is a JSON object, `{"connote": 1, "stored": {…}}`, with each key as it stands in the browser's storage. Taking one in puts its
//! keys in the place of those with the same name and leaves the others alone, so that nothing that was kept here meanwhile is lost.

use super::template::{self, Template};
use super::{fingerprint, template::KEPT_UNDER};

/// The form of the file, and of everything in it. Whoever changes what is stored so that this version could not read it counts up, keeps
/// reading every earlier form, and adds a file of the new one to `tests/e2e/stored`.
pub const FORM: u32 = 1;

/// The kinds of values that are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An object with fields of its own.
    Fields,
    /// A line of text.
    Text,
}

/// What is stored under a key; nothing when it is none of ours.
pub fn kind(key: &str) -> Option<Kind> {
    if matches!(key, "settings" | "memory") {
        return Some(Kind::Fields);
    }
    let is_text = key == fingerprint::KEPT_UNDER || key.starts_with("sent:") || key.starts_with(KEPT_UNDER);
    is_text.then_some(Kind::Text)
}

/// Whether a file of this form can be read.
pub fn is_known(form: Option<u32>) -> bool {
    form.is_some_and(|form| (1..=FORM).contains(&form))
}

/// The settings that a file does not bring along: what somebody agreed to in another browser was not agreed to in this one.
pub const NOT_TAKEN: [&str; 2] = ["consent", "pausedUntil"];

/// The templates of a file that is plain text; none when it does not begin as one.
pub fn templates(text: &str) -> Vec<Template> {
    if text.trim_start().starts_with('#') { template::read(text) } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_ours_is_taken() {
        assert_eq!(kind("settings"), Some(Kind::Fields));
        assert_eq!(kind("memory"), Some(Kind::Fields));
        for text in ["fingerprint-key", "sent:1", "template:1"] {
            assert_eq!(kind(text), Some(Kind::Text), "{text}");
        }
        for other in ["", "sent", "settings2", "__proto__", "constructor", "fill1"] {
            assert_eq!(kind(other), None, "{other}");
        }
    }

    #[test]
    fn every_form_up_to_ours_is_known_and_none_beyond() {
        assert!((1..=FORM).all(|form| is_known(Some(form))));
        assert!(![None, Some(0), Some(FORM + 1)].into_iter().any(is_known));
    }

    #[test]
    fn a_text_is_one_of_templates_when_it_begins_so() {
        assert_eq!(templates("\n# A\nHi [name]\n\n# B\nHello\n").len(), 2);
        assert!(templates("Hi Ada, a letter\n# not a name").is_empty());
        assert!(templates("").is_empty());
    }
}
