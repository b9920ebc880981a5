//! The element tree.

use std::fmt::Write;

/// What an element does when something happens to it.
#[derive(Debug, Clone)]
pub enum On<M> {
    /// A click, or Enter and Space on a button.
    Click(M),
    /// The text of a box changed: its new value.
    Input(fn(String) -> M),
    /// The Escape key, inside it.
    Escape(M),
    /// The pointer or the focus came in; it left.
    Hover(M, M),
}

/// An element: plain data.
#[derive(Debug, Clone)]
pub struct El<M> {
    /// The tag's name.
    pub tag: &'static str,
    /// Keeps the same node for the same thing when its place among its siblings changes; also its `data-key`.
    pub key: Option<String>,
    /// Attributes, in the order they were given.
    pub attributes: Vec<(&'static str, String)>,
    /// The text, for an element without children.
    pub text: String,
    /// What a box holds; it is written only when the box holds something else.
    pub value: Option<String>,
    /// The elements inside.
    pub children: Vec<El<M>>,
    /// What it does.
    pub on: Vec<On<M>>,
}

/// An element with a tag.
pub fn el<M>(tag: &'static str) -> El<M> {
    El { tag, key: None, attributes: Vec::new(), text: String::new(), value: None, children: Vec::new(), on: Vec::new() }
}

/// A `div` of a class.
pub fn div<M>(class: &str) -> El<M> {
    el("div").class(class)
}

/// A `span` of a class with text.
pub fn span<M>(class: &str, text: impl Into<String>) -> El<M> {
    el("span").class(class).text(text)
}

/// A paragraph.
pub fn p<M>(text: impl Into<String>) -> El<M> {
    el("p").text(text)
}

/// A heading of a level from 1 to 3.
pub fn heading<M>(level: u8, text: impl Into<String>) -> El<M> {
    el(match level {
        1 => "h1",
        2 => "h2",
        _ => "h3",
    })
    .text(text)
}

/// A section with a name for screen readers.
pub fn section<M>(class: &str, label: &str) -> El<M> {
    el("section").class(class).attr("aria-label", label)
}

/// A list.
pub fn list<M>(class: &str) -> El<M> {
    // Without its bullets Safari's reader takes a list for none; the role says it.
    el("ul").class(class).attr("role", "list")
}

/// A button that sends a message.
pub fn button<M>(key: impl Into<String>, label: impl Into<String>, message: M) -> El<M> {
    el("button").attr("type", "button").key(key).text(label).on(On::Click(message))
}

/// A link that opens in a tab of its own.
pub fn a<M>(href: &str, text: &str) -> El<M> {
    el("a").attr("href", href).attr("target", "_blank").attr("rel", "noreferrer").text(text)
}

/// A choice of a `select`.
pub fn option<M>(value: &str, text: &str, is_chosen: bool) -> El<M> {
    let option = el("option").attr("value", value).text(text);
    if is_chosen { option.attr("selected", "") } else { option }
}

impl<M> El<M> {
    /// With a class.
    #[must_use]
    pub fn class(self, class: &str) -> Self {
        if class.is_empty() { self } else { self.attr("class", class) }
    }

    /// With an attribute.
    #[must_use]
    pub fn attr(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// With a key.
    #[must_use]
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.key = Some(key.into());
        self
    }

    /// With a text.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }

    /// A box with a value.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// With one more child.
    #[must_use]
    pub fn child(mut self, child: Self) -> Self {
        self.children.push(child);
        self
    }

    /// With more children.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.children.extend(children);
        self
    }

    /// With something that it does.
    #[must_use]
    pub fn on(mut self, on: On<M>) -> Self {
        self.on.push(on);
        self
    }

    /// The same tree with other messages: a part of a surface inside the surface.
    ///
    /// Boxes keep their own constructor of messages, so they belong to the surface and not to its parts.
    pub fn map<N>(self, wrap: &impl Fn(M) -> N) -> El<N> {
        El {
            tag: self.tag,
            key: self.key,
            attributes: self.attributes,
            text: self.text,
            value: self.value,
            children: self.children.into_iter().map(|child| child.map(wrap)).collect(),
            on: self
                .on
                .into_iter()
                .filter_map(|on| match on {
                    On::Click(message) => Some(On::Click(wrap(message))),
                    On::Escape(message) => Some(On::Escape(wrap(message))),
                    On::Hover(over, out) => Some(On::Hover(wrap(over), wrap(out))),
                    On::Input(_) => None,
                })
                .collect(),
        }
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
            let _ = if value.is_empty() { write!(out, " {name}") } else { write!(out, " {name}={value:?}") };
        }
        if let Some(value) = &self.value {
            let _ = write!(out, " value={value:?}");
        }
        let _ = writeln!(out, ">{}", self.text);
        for child in &self.children {
            child.print(depth + 1, out);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_prints_and_changes_its_messages() {
        let tree: El<u8> = div("row").child(button("go", "Go", 1)).child(p("now"));
        let mapped = tree.map(&|n| u32::from(n) + 1);
        assert!(matches!(mapped.children[0].on.as_slice(), [On::Click(2)]));
        assert_eq!(mapped.to_html(), "<div class=\"row\">\n  <button data-key=\"go\" type=\"button\">Go\n  <p>now\n");
    }
}
