//! What people read, said so that it can be said in any language.
//!
//! A [`Text`] is one wording of ours, a [`Message`] a text with what fills its blanks, `$1` to `$9`. A rule's texts stand in its
//! own file, in English: `say!("“$1” fits anybody.", words)`. The wasm holds no English, only each text's name, which is made of
//! the English; under that name `cargo xtask dist` puts the text and its translations into the package's `_locales`, where the
//! browser finds it in the user's language. The terminal's programs hold the English itself.

use crate::text::find;
use crate::text::hash::fnv;
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;

/// Letters of a text's name.
const NAME: usize = 6;

/// A text of ours, with blanks or without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    name: &'static str,
    #[cfg(feature = "embedded")]
    english: &'static str,
}

/// What fills a blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// A text of ours, in the same language.
    Ours(Text),
    /// The user's words, a name, a number.
    Plain(String),
    /// A time, in milliseconds since 1970 (UTC): what the user's clock shows then, in the way the user is used to.
    Clock(u64),
}

/// A text of ours with what fills its blanks, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The text.
    pub text: Text,
    /// What stands for `$1`, `$2` and so on.
    pub args: Vec<Arg>,
}

/// The name of a rule's text: letters that depend on all of its English and on nothing else.
pub const fn name(english: &str) -> [u8; NAME] {
    // Five bits of the hash a letter. That no two texts share a name is for the package's builder to see to.
    let hash = fnv(english.as_bytes());
    [letter(hash, 0), letter(hash, 1), letter(hash, 2), letter(hash, 3), letter(hash, 4), letter(hash, 5)]
}

/// The letter or digit for five bits of a hash: of its `at`th five.
const fn letter(hash: u32, at: u32) -> u8 {
    let five = (hash >> (5 * at)) & 31;
    let [letter, ..] = (if five < 26 { 0x61 + five } else { 0x30 + five - 26 }).to_le_bytes();
    letter
}

impl Text {
    /// A rule's text, with the name that [`name`] makes; the macro `text!` calls this.
    pub const fn new(name: &'static [u8], english: &'static str) -> Self {
        let name = match str::from_utf8(name) {
            Ok(name) => name,
            Err(_) => "",
        };
        #[cfg(not(feature = "embedded"))]
        let _ = english;
        Self {
            name,
            #[cfg(feature = "embedded")]
            english,
        }
    }

    /// A text of the surfaces, by its key in `extension/_locales`.
    pub const fn key(name: &'static str) -> Self {
        Self {
            name,
            #[cfg(feature = "embedded")]
            english: "",
        }
    }

    /// Under what the browser knows it.
    pub fn name(self) -> &'static str {
        self.name
    }

    /// Its English; its name where there is none, as in the wasm.
    pub fn english(self) -> &'static str {
        #[cfg(feature = "embedded")]
        let english = if self.english.is_empty() { surfaces::english(self.name) } else { self.english };
        #[cfg(not(feature = "embedded"))]
        let english = self.name;
        english
    }
}

impl From<Text> for Arg {
    fn from(text: Text) -> Self {
        Self::Ours(text)
    }
}

impl From<&str> for Arg {
    fn from(words: &str) -> Self {
        Self::Plain(words.to_owned())
    }
}

impl Arg {
    fn english(&self) -> Cow<'_, str> {
        match self {
            Self::Ours(text) => text.english().into(),
            Self::Plain(words) => words.into(),
            // Only a browser knows the user's clock; here it is Greenwich's.
            Self::Clock(at) => format!("{}:{:02}", at / 3_600_000 % 24, at / 60_000 % 60).into(),
        }
    }
}

impl Message {
    /// A text with what fills its blanks.
    #[inline(never)]
    pub fn new(text: Text, args: &[&str]) -> Self {
        Self { text, args: args.iter().map(|&arg| arg.into()).collect() }
    }

    /// The English sentence, see [`Text::english`].
    pub fn english(&self) -> String {
        fill(self.text.english(), &self.args.iter().map(Arg::english).collect::<Vec<_>>())
    }
}

impl From<Text> for Message {
    fn from(text: Text) -> Self {
        Self { text, args: Vec::new() }
    }
}

/// A text with its blanks filled; one that nothing is given for is left out.
fn fill(text: &str, args: &[Cow<str>]) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = find::split_once(rest, "$") {
        out.push_str(before);
        let digit = after.chars().next().and_then(|c| c.to_digit(10)).and_then(|digit| usize::try_from(digit).ok());
        rest = if let Some(digit @ 1..) = digit {
            out.push_str(args.get(digit - 1).map_or("", |arg| arg.as_ref()));
            after.get(1..).unwrap_or_default()
        } else {
            out.push('$');
            after
        };
    }
    out + rest
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.english())
    }
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.english())
    }
}

/// Reports say it in English, whatever the user's language.
impl Serialize for Text {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.english())
    }
}

impl Serialize for Message {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.english())
    }
}

/// The English of the surfaces, as the extension has it.
#[cfg(feature = "embedded")]
mod surfaces {
    use std::collections::BTreeMap;
    use std::sync::LazyLock;

    type File = BTreeMap<String, BTreeMap<String, String>>;

    static ENGLISH: LazyLock<File> =
        LazyLock::new(|| serde_json::from_str(include_str!("../extension/_locales/en/messages.json")).unwrap_or_default());

    /// The text of a key; the key itself where there is none.
    pub(super) fn english(key: &'static str) -> &'static str {
        ENGLISH.get(key).and_then(|entry| entry.get("message")).map_or(key, String::as_str)
    }
}

/// A rule's [`Text`] by its English.
macro_rules! text {
    ($english:literal) => {
        const {
            const NAME: &[u8] = &$crate::message::name($english);
            $crate::message::Text::new(NAME, $english)
        }
    };
}
pub(crate) use text;

/// A rule's [`Message`]: its English, and what stands for `$1`, `$2` and so on.
macro_rules! say {
    ($english:literal $(, $arg:expr)* $(,)?) => {
        $crate::message::Message::new($crate::message::text!($english), &[$($arg),*])
    };
}
pub(crate) use say;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_filled_once_and_in_any_order() {
        let args = ["a $2", "b"].map(Cow::from);
        assert_eq!(fill("$2 and “$1”, not $3.", &args), "b and “a $2”, not .");
        assert_eq!(fill("$, 5 $ and $0", &args), "$, 5 $ and $0");
    }

    #[test]
    fn a_time_shows_hours_and_minutes() {
        let clock = |at| Arg::Clock(at).english().into_owned();
        assert_eq!([clock(0), clock(14 * 3_600_000 + 35 * 60_000), clock(25 * 3_600_000 - 1)], ["0:00", "14:35", "0:59"]);
    }

    #[test]
    fn a_text_is_named_by_its_english() {
        let (one, other) = (text!("Drop it"), text!("Drop the claim"));
        assert_eq!(one, text!("Drop it"));
        assert_ne!(one.name(), other.name());
        assert!(one.name().len() == NAME && one.name().bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()), "{one:?}");
        assert_eq!((one.english(), say!("Write “$1”", "the words").english().as_str()), ("Drop it", "Write “the words”"));
    }
}
