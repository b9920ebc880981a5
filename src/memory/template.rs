//! Templates: notes with blanks, "one per event, tweak each", and the plain text that they are kept and exchanged as.
//!
//! The text can be written by hand: a line `# name` starts a template, what follows is its text up to the next such line.
//! A text's own line that starts with `#` or `\` has a `\` before it.
//!
//! A blank that asks for the recipient's name, `[name]`, is filled from the page, and made of their name when a note becomes a template.

use crate::text::case::{lower, upper};
use crate::text::find::{find, find_from, split_once};
use crate::text::fold::fold;
use crate::text::marks;

/// A note to start from; `[where we met]` in its text is a blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// What the user calls it: one line.
    pub name: String,
    /// Its text.
    pub text: String,
}

impl Template {
    /// A text under the name of its first words.
    pub fn new(text: &str) -> Self {
        let text = text.trim();
        Self { name: first_words(text), text: text.to_owned() }
    }
}

/// What a text is called that nobody has given a name.
fn first_words(text: &str) -> String {
    text.split_whitespace().take(NAME_WORDS).collect::<Vec<_>>().join(" ")
}

/// Starts the line of a name.
const NAME: char = '#';

/// Stands before a text's own line that would be read otherwise.
const ESCAPE: char = '\\';

/// How the keys start under which templates are kept, each by itself; the rest is made by chance.
pub const KEPT_UNDER: &str = "template:";

/// The blank that is made of the recipient's name.
const BLANK: &str = "[name]";

/// What a blank for the first name may be called, folded, in the languages that notes are written in.
const FIRST_NAME: &[&str] =
    &["name", "first name", "firstname", "vorname", "prenom", "nom", "nombre", "nome", "primeiro nome", "naam", "voornaam"];

/// What a blank for the whole name may be called.
const FULL_NAME: &[&str] = &["full name", "ganzer name", "nom complet", "nombre completo", "nome completo", "volledige naam"];

/// Words of a text that make its name.
const NAME_WORDS: usize = 4;

/// A note greets within so many words: a name that comes later may be a word like any other.
const GREETING_WORDS: usize = 4;

/// As plain text.
pub fn write(templates: &[Template]) -> String {
    let mut out = String::new();
    for template in templates {
        let name = template.name.split_whitespace().collect::<Vec<_>>().join(" ");
        out.extend([NAME, ' ']);
        out.push_str(&name);
        out.push('\n');
        for line in template.text.trim().lines() {
            if line.starts_with([NAME, ESCAPE]) {
                out.push(ESCAPE);
            }
            out.push_str(line);
            out.push('\n');
        }
        out.push('\n');
    }
    out
}

/// Reads plain text. A text without a name gets its first words as one; a template without a text is left out.
pub fn read(text: &str) -> Vec<Template> {
    let mut out: Vec<Template> = Vec::new();
    for line in text.lines() {
        let starts_text = !line.trim().is_empty();
        if let Some(name) = line.strip_prefix(NAME) {
            out.push(Template { name: name.trim().to_owned(), text: String::new() });
            continue;
        }
        if out.is_empty() && starts_text {
            out.push(Template { name: String::new(), text: String::new() });
        }
        if let Some(last) = out.last_mut() {
            last.text.push_str(line.strip_prefix(ESCAPE).unwrap_or(line));
            last.text.push('\n');
        }
    }
    for template in &mut out {
        template.text = template.text.trim().to_owned();
        if template.name.is_empty() {
            template.name = first_words(&template.text);
        }
    }
    out.retain(|template| !template.text.is_empty());
    out
}

/// A template's text with the recipient's name in the blanks that ask for it; every other blank stays.
pub fn fill(text: &str, recipient: Option<&str>) -> String {
    let Some((first, full)) = recipient.and_then(|full| Some((first_name(full)?, full.trim()))) else { return text.to_owned() };
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, label, after)) = blank(rest) {
        out.push_str(before);
        let wanted = fold(label.trim());
        if FIRST_NAME.contains(&wanted.as_str()) {
            out.push_str(first);
        } else if FULL_NAME.contains(&wanted.as_str()) {
            out.push_str(full);
        } else {
            out.extend(["[", label, "]"]);
        }
        rest = after;
    }
    out + rest
}

/// A note as a template's text: the name that it greets becomes a blank.
pub fn from_note(note: &str, recipient: Option<&str>) -> String {
    let note = note.trim();
    let Some((first, full)) = recipient.and_then(|full| Some((first_name(full)?, full.trim()))) else { return note.to_owned() };
    let full = find(full, first).and_then(|at| full.get(at..)).unwrap_or(full);
    let mut from = 0;
    while let Some(at) = find_from(note, first, from) {
        let (before, rest) = (note.get(..at).unwrap_or_default(), note.get(at..).unwrap_or_default());
        let after = rest.strip_prefix(full).or_else(|| rest.strip_prefix(first)).unwrap_or_default();
        let is_word = !before.chars().next_back().is_some_and(is_letter) && !marks::first_is(after, is_letter);
        if is_word && before.split_whitespace().count() < GREETING_WORDS {
            return [before, BLANK, after].concat();
        }
        from = at + first.len();
    }
    note.to_owned()
}

/// The text before the first blank, the blank's label, and the text after it.
fn blank(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = split_once(text, "[")?;
    let (label, after) = split_once(rest, "]")?;
    Some((before, label, after))
}

/// Whether a sign belongs to a word of a language that knows small and large letters.
fn is_letter(c: char) -> bool {
    lower(c) != c || upper(c) != c || c.is_ascii_digit()
}

/// The first name of a whole one, without a title before it.
fn first_name(full: &str) -> Option<&str> {
    full.split_whitespace().find(|word| !word.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn template(name: &str, text: &str) -> Template {
        Template { name: name.into(), text: text.into() }
    }

    #[test]
    fn written_and_read_by_hand() {
        let text = "# After a fair\nHi [name],\n\nyour stand at [fair] was the best.\n\n#Short\nHi!\n";
        let all = [template("After a fair", "Hi [name],\n\nyour stand at [fair] was the best."), template("Short", "Hi!")];
        assert_eq!(read(text), all);
        assert_eq!(read(&write(&all)), all);
    }

    #[test]
    fn a_note_alone_is_a_template_too() {
        assert_eq!(read("\n\nHi Ada, we met at the kiln.\nBest"), [template("Hi Ada, we met", "Hi Ada, we met at the kiln.\nBest")]);
        assert_eq!(read("# only a name\n\n# another\n"), []);
        assert_eq!(read(""), []);
    }

    #[test]
    fn the_name_is_filled_in_and_nothing_else() {
        let text = "Hi [Name],\n[full name] and [where we met]! [ vorname ] [";
        assert_eq!(fill(text, Some("Dr. Ada Lovelace")), "Hi Ada,\nDr. Ada Lovelace and [where we met]! Ada [");
        assert_eq!(fill(text, None), text);
        assert_eq!(fill(text, Some("  ")), text);
    }

    #[test]
    fn a_note_becomes_a_template_by_the_name_it_greets() {
        let made = |note, recipient| from_note(note, Some(recipient));
        assert_eq!(made(" Hi Ada, Ada Lovelace wrote it. ", "Ada Lovelace"), "Hi [name], Ada Lovelace wrote it.");
        assert_eq!(made("Dear Ada Lovelace, hello", "Ada Lovelace"), "Dear [name], hello");
        assert_eq!(made("Hi, we met in Bonn. May I add you?", "May Green"), "Hi, we met in Bonn. May I add you?");
        assert_eq!(made("Hi Adam!", "Ada Lovelace"), "Hi Adam!");
        assert_eq!(from_note("Hi Ada!", None), "Hi Ada!");
        assert_eq!(fill(&made("Hi Ada!", "Ada Lovelace"), Some("Grace Hopper")), "Hi Grace!");
    }

    proptest! {
        #[test]
        fn filling_leaves_the_rest(text in "[a-z\\[\\] é]{0,40}", name in "[A-Z .]{0,9}") {
            prop_assert!(fill(&text, None) == text);
            let _ = (fill(&text, Some(&name)), from_note(&text, Some(&name)));
        }

        #[test]
        fn any_templates_come_back(all in prop::collection::vec(("[ -~é]{0,12}", "[#\\\\ a-z\n]{0,60}"), 0..5)) {
            let all: Vec<Template> = all.iter().map(|(name, text)| template(name.trim(), text.trim())).filter(|one| !one.text.is_empty()).collect();
            let back = read(&write(&all));
            prop_assert_eq!(back.len(), all.len());
            for (back, one) in back.iter().zip(&all) {
                prop_assert_eq!(&back.text, &one.text);
            }
        }

        #[test]
        fn any_text_can_be_read(text in any::<String>()) {
            let once = read(&text);
            prop_assert_eq!(read(&write(&once)), once);
        }
    }
}
