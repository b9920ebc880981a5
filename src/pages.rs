//! The page of each rule: what people read when they ask why, and what the options list.
//!
//! The terminal's programs have them inside. The wasm takes them in as one file, which `cargo xtask dist` writes from the same
//! rules: a page is read long after the first warning, if at all, and the options need no rule but its page.

use crate::missing;
use crate::rule::{Doc, Severity};
use crate::rules::RULES;
use crate::text::find;
use std::sync::OnceLock;

/// Ends a part of a page in the file; and after the last one the page.
const PART_END: &str = "\u{1f}";
/// Ends a page in the file.
const PAGE_END: &str = "\u{1e}";

/// Severities in the order of their numbers in the file.
const SEVERITIES: [Severity; 4] = [Severity::Error, Severity::Warning, Severity::Suggestion, Severity::Hint];

/// What a rule is about, in the order of their numbers in the file.
const SUBJECTS: [Subject; 3] = [Subject::Words, Subject::Lack, Subject::Step];

/// What a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Words that a recipient minds.
    Words,
    /// Something that a good note has.
    Lack,
    /// The steps around the note.
    Step,
}

/// A rule's page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// The rule's id.
    pub id: &'static str,
    /// What the rule is about.
    pub subject: Subject,
    /// How much it matters.
    pub severity: Severity,
    /// The rule's name for people.
    pub title: &'static str,
    /// What the rule finds: one line.
    pub summary: &'static str,
    /// Why it matters to the person who receives the note.
    pub why: &'static str,
    /// Where it comes from.
    pub source: &'static str,
    /// What it knowingly misses.
    pub misses: &'static str,
    /// A note on which it fires.
    pub bad: &'static str,
    /// A note on which it does not.
    pub good: &'static str,
}

/// The file that was taken in.
static FILE: OnceLock<String> = OnceLock::new();

/// Takes in the file of the pages, for as long as the program runs.
pub fn take_in(file: String) {
    FILE.get_or_init(|| file);
}

/// The page of every rule, in the rules' order; none as long as the file is not here.
pub fn all() -> Vec<Page> {
    FILE.get().map_or_else(inside, |file| in_file(file))
}

/// The page of a rule, about the words, about what is missing or about a step; none as long as the file is not here.
pub fn page(rule: &str) -> Option<Page> {
    all().into_iter().find(|page| page.id == rule)
}

/// What a rule's file says about it.
pub fn doc(rule: &str) -> Option<&'static Doc> {
    let words = RULES.iter().find(|known| known.id == rule).map(|known| &known.doc);
    words.or_else(|| missing::checklist().find(|signal| signal.lack.id == rule).map(|signal| &signal.doc))
}

fn in_file(file: &'static str) -> Vec<Page> {
    find::terminated(file, PAGE_END).filter_map(read).collect()
}

/// Reads a page of the file.
fn read(page: &'static str) -> Option<Page> {
    let mut parts = find::parts(page, PART_END);
    let mut part = || parts.next().unwrap_or_default();
    let id = part();
    let subject = *SUBJECTS.get(part().parse::<usize>().ok()?)?;
    let severity = *SEVERITIES.get(part().parse::<usize>().ok()?)?;
    let title = part();
    Some(Page { id, subject, severity, title, summary: part(), why: part(), source: part(), misses: part(), bad: part(), good: part() })
}

/// The pages that the program has inside.
#[cfg(not(feature = "embedded"))]
fn inside() -> Vec<Page> {
    Vec::new()
}

/// The pages that the program has inside.
#[cfg(feature = "embedded")]
fn inside() -> Vec<Page> {
    let page = |id, subject, severity, doc: &Doc| {
        let &Doc { title, summary, why, source, misses, bad, good } = doc;
        let (bad, good) = (bad.first().unwrap_or(&""), good.first().unwrap_or(&""));
        Page { id, subject, severity, title: title.english(), summary, why, source, misses, bad, good }
    };
    let words = RULES.iter().map(|rule| page(rule.id, Subject::Words, rule.severity, &rule.doc));
    let lacks = missing::checklist().map(|signal| page(signal.lack.id, Subject::Lack, signal.lack.severity, &signal.doc));
    let steps = crate::rules::NUDGES.iter().map(|nudge| page(nudge.id, Subject::Step, nudge.severity, &nudge.doc));
    words.chain(lacks).chain(steps).collect()
}

/// The file of all pages, in the language into which `translate` takes them; the examples stay as they are.
#[cfg(feature = "embedded")]
pub fn file(translate: &dyn Fn(&str) -> String) -> String {
    fn number<T: PartialEq>(all: &[T], one: &T) -> String {
        all.iter().position(|other| other == one).unwrap_or_default().to_string()
    }
    let mut file = String::new();
    for page in inside() {
        let Page { id, subject, severity, title, summary, why, source, misses, bad, good } = page;
        let [title, summary, why, source, misses] = [title, summary, why, source, misses].map(translate);
        let (subject, severity) = (number(&SUBJECTS, &subject), number(&SEVERITIES, &severity));
        for part in [id, &subject, &severity, &title, &summary, &why, &source, &misses, bad, good] {
            file.push_str(part);
            file.push_str(PART_END);
        }
        file.push_str(PAGE_END);
    }
    file
}

#[cfg(test)]
mod tests {
    use super::{Page, file, in_file, inside, page, read};

    #[test]
    fn the_file_holds_the_page_of_every_rule() {
        let pages = in_file(file(&str::to_owned).leak());
        assert_eq!(pages, inside());
        for Page { id, title, summary, why, source, misses, bad, good, .. } in pages {
            assert!([id, title, summary, why, source, misses, bad, good].iter().all(|part| !part.is_empty()), "{id}");
        }
        assert_eq!(page("no-such-rule"), None);
    }

    #[test]
    fn a_page_that_cannot_be_read_is_none() {
        assert_eq!(read(""), None);
        assert_eq!(read("shouting\u{1f}0\u{1f}9\u{1f}Title"), None);
    }
}
