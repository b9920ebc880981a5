//! The element tree.
//!
//! Views are the larger part of the module's code, so building a tree is made of small calls that are not copied into
//! their callers: an [`El`] is one pointer, and texts that never change are not copied either.

use super::msg::Msg;
use crate::message::{self, Arg, Message};
use std::borrow::Cow;
use std::fmt::Write;
use std::ops::{Deref, DerefMut};

/// Letters that nobody reads: part of the program, or made for the occasion.
pub type Text = Cow<'static, str>;

/// What people read.
#[derive(Debug, Clone, PartialEq)]
pub enum Words {
    /// Ours, in the user's language.
    Ours(Message),
    /// Nobody's to translate: the user's own words, a number, a sign, and the word of an attribute.
    Plain(Text),
}

impl Words {
    /// The words in English, for tests: a page shows them in the user's language.
    pub fn english(&self) -> Cow<'_, str> {
        match self {
            Self::Ours(message) => Cow::Owned(message.english()),
            Self::Plain(text) => Cow::Borrowed(text),
        }
    }
}

impl From<Message> for Words {
    fn from(message: Message) -> Self {
        Self::Ours(message)
    }
}

impl From<message::Text> for Words {
    fn from(text: message::Text) -> Self {
        Self::Ours(text.into())
    }
}

impl From<String> for Words {
    fn from(text: String) -> Self {
        Self::Plain(text.into())
    }
}

impl From<&'static str> for Words {
    fn from(text: &'static str) -> Self {
        Self::Plain(text.into())
    }
}

impl From<Text> for Words {
    fn from(text: Text) -> Self {
        Self::Plain(text)
    }
}

/// What an element does when something happens to it.
#[derive(Debug)]
pub enum On {
    /// A click, or Enter and Space on a button.
    Click(Msg),
    /// The text of a box changed: its new value.
    Input(fn(String) -> Msg),
    /// The Escape key, inside it.
    Escape(Msg),
    /// The pointer or the focus came in; it left.
    Hover(Msg, Msg),
}

/// An element: plain data.
#[derive(Debug)]
pub struct El(Box<Parts>);

/// What an element is made of.
#[derive(Debug)]
pub struct Parts {
    /// The tag's name.
    pub tag: &'static str,
    /// Keeps the same node for the same thing when its place among its siblings changes; also its `data-key`.
    pub key: Option<Text>,
    /// Attributes, in the order they were given.
    pub attributes: Vec<(&'static str, Words)>,
    /// The text, for an element without children.
    pub text: Words,
    /// What a box holds; it is written only when the box holds something else.
    pub value: Option<Text>,
    /// The elements inside.
    pub children: Vec<El>,
    /// What it does.
    pub on: Vec<On>,
}

impl Deref for El {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl DerefMut for El {
    fn deref_mut(&mut self) -> &mut Parts {
        &mut self.0
    }
}

/// A text of the surfaces, by its key in `extension/_locales`.
pub fn say(key: &'static str) -> Message {
    message::Text::key(key).into()
}

/// The same with what fills its blanks.
pub fn fill(key: &'static str, args: Vec<Arg>) -> Message {
    Message { args, ..say(key) }
}

/// The same with numbers in its blanks.
pub fn say_numbers(key: &'static str, numbers: &[usize]) -> Message {
    Message { args: numbers.iter().map(|number| Arg::Plain(number.to_string())).collect(), ..say(key) }
}

/// An element with a tag.
#[inline(never)]
pub fn el(tag: &'static str) -> El {
    let text = Words::Plain(Cow::Borrowed(""));
    El(Box::new(Parts { tag, key: None, attributes: Vec::new(), text, value: None, children: Vec::new(), on: Vec::new() }))
}

/// A `div` of a class.
#[inline(never)]
pub fn div(class: impl Into<Text>) -> El {
    el("div").class(class)
}

/// A `span` of a class with text.
#[inline(never)]
pub fn span(class: &'static str, text: impl Into<Words>) -> El {
    el("span").class(class).text(text)
}

/// A paragraph.
#[inline(never)]
pub fn p(text: impl Into<Words>) -> El {
    el("p").text(text)
}

/// A heading of a level from 1 to 3.
#[inline(never)]
pub fn heading(level: u8, text: impl Into<Words>) -> El {
    el(match level {
        1 => "h1",
        2 => "h2",
        _ => "h3",
    })
    .text(text)
}

/// A section with a name for screen readers.
#[inline(never)]
pub fn section(class: &'static str, label: impl Into<Words>) -> El {
    el("section").class(class).attr("aria-label", label)
}

/// A list.
#[inline(never)]
pub fn list(class: &'static str) -> El {
    // Without its bullets Safari's reader takes a list for none; the role says it.
    el("ul").class(class).attr("role", "list")
}

/// A button that sends a message.
#[inline(never)]
pub fn button(key: impl Into<Text>, label: impl Into<Words>, message: Msg) -> El {
    el("button").attr("type", "button").key(key).text(label).on(On::Click(message))
}

/// A link that opens in a tab of its own.
#[inline(never)]
pub fn a(href: &'static str, text: impl Into<Words>) -> El {
    el("a").attr("href", href).attr("target", "_blank").attr("rel", "noreferrer").text(text)
}

/// A choice of a `select`.
#[inline(never)]
pub fn option(value: &'static str, text: impl Into<Words>, is_chosen: bool) -> El {
    let option = el("option").attr("value", value).text(text);
    if is_chosen { option.attr("selected", "") } else { option }
}

impl El {
    /// With a class.
    #[must_use]
    #[inline(never)]
    pub fn class(self, class: impl Into<Text>) -> Self {
        let class = class.into();
        if class.is_empty() { self } else { self.attr("class", class) }
    }

    /// With an attribute.
    #[must_use]
    #[inline(never)]
    pub fn attr(mut self, name: &'static str, value: impl Into<Words>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// With an attribute that says `true` or `false`.
    #[must_use]
    #[inline(never)]
    pub fn state(self, name: &'static str, holds: bool) -> Self {
        self.attr(name, if holds { "true" } else { "false" })
    }

    /// With a key.
    #[must_use]
    #[inline(never)]
    pub fn key(mut self, key: impl Into<Text>) -> Self {
        self.key = Some(key.into());
        self
    }

    /// With a text.
    #[must_use]
    #[inline(never)]
    pub fn text(mut self, text: impl Into<Words>) -> Self {
        self.text = text.into();
        self
    }

    /// A box with a value.
    #[must_use]
    #[inline(never)]
    pub fn value(mut self, value: impl Into<Text>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// With one more child.
    #[must_use]
    #[inline(never)]
    pub fn child(mut self, child: Self) -> Self {
        self.children.push(child);
        self
    }

    /// With one more child, if there is one.
    #[must_use]
    #[inline(never)]
    pub fn maybe(self, child: Option<Self>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// With more children.
    #[must_use]
    pub fn children(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// With something that it does.
    #[must_use]
    #[inline(never)]
    pub fn on(mut self, on: On) -> Self {
        self.on.push(on);
        self
    }

    /// The tree as HTML, one element a line: for tests, never for a page.
    pub fn to_html(&self) -> String {
        let mut out = String::new();
        self.print(0, &mut out);
        out
    }

    fn print(&self, depth: usize, out: &mut String) {
        let _ = write!(out, "{:indent$}<{}", "", self.tag, indent = depth * 2);
        if let Some(key) = &self.key {
            let _ = write!(out, " data-key={key:?}");
        }
        for (name, value) in &self.attributes {
            let value = value.english();
            let _ = if value.is_empty() { write!(out, " {name}") } else { write!(out, " {name}={value:?}") };
        }
        if let Some(value) = &self.value {
            let _ = write!(out, " value={value:?}");
        }
        let _ = writeln!(out, ">{}", self.text.english());
        for child in &self.children {
            child.print(depth + 1, out);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_prints() {
        let tree = div("row").child(button("go", "Go", Msg::Focus)).maybe(None).children([p("now"), p("then")]);
        assert_eq!(tree.to_html(), "<div class=\"row\">\n  <button data-key=\"go\" type=\"button\">Go\n  <p>now\n  <p>then\n");
    }
}
