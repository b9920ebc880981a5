//! The page of each rule: what people read when they ask why.
//!
//! The terminal's programs have them inside. The wasm takes them in as one file, which `cargo xtask dist` writes from the same
//! rules: a page is read long after the first warning, if at all.

use crate::missing;
use crate::rule::Doc;
use crate::rules::RULES;
use std::sync::OnceLock;

/// Ends a part of a page in the file; and after the last one the page.
const PART_END: char = '\u{1f}';
/// Ends a page in the file.
const PAGE_END: char = '\u{1e}';

/// A rule's page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
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

/// The page of a rule, about the words or about what is missing; none as long as the file is not here.
pub fn page(rule: &str) -> Option<Page> {
    match FILE.get() {
        Some(file) => in_file(file, rule),
        None => doc(rule).filter(|doc| !doc.summary.is_empty()).map(of),
    }
}

/// What a rule's file says about it.
pub fn doc(rule: &str) -> Option<&'static Doc> {
    let words = RULES.iter().find(|known| known.id == rule).map(|known| &known.doc);
    words.or_else(|| missing::checklist().find(|signal| signal.lack.id == rule).map(|signal| &signal.doc))
}

fn of(doc: &'static Doc) -> Page {
    let &Doc { summary, why, source, misses, bad, good, .. } = doc;
    Page { summary, why, source, misses, bad: bad.first().unwrap_or(&""), good: good.first().unwrap_or(&"") }
}

fn in_file(file: &'static str, rule: &str) -> Option<Page> {
    let page = file.split(PAGE_END).find_map(|page| page.strip_prefix(rule)?.strip_prefix(PART_END))?;
    let mut parts = page.split(PART_END);
    let mut part = || parts.next().unwrap_or_default();
    Some(Page { summary: part(), why: part(), source: part(), misses: part(), bad: part(), good: part() })
}

/// The file of all pages.
#[cfg(feature = "embedded")]
pub fn file() -> String {
    let lacks = missing::checklist().map(|signal| (signal.lack.id, &signal.doc));
    let mut file = String::new();
    for (id, doc) in RULES.iter().map(|rule| (rule.id, &rule.doc)).chain(lacks) {
        let Page { summary, why, source, misses, bad, good } = of(doc);
        for part in [id, summary, why, source, misses, bad, good] {
            file.push_str(part);
            file.push(PART_END);
        }
        file.push(PAGE_END);
    }
    file
}

#[cfg(test)]
mod tests {
    use super::{file, in_file, page};
    use crate::missing::checklist;
    use crate::rules::RULES;

    #[test]
    fn the_file_holds_the_page_of_every_rule() {
        let file: &'static str = file().leak();
        for id in RULES.iter().map(|rule| rule.id).chain(checklist().map(|signal| signal.lack.id)) {
            let here = page(id).unwrap();
            assert_eq!(in_file(file, id), Some(here), "{id}");
            assert!([here.summary, here.why, here.source, here.misses, here.bad, here.good].iter().all(|part| !part.is_empty()), "{id}");
        }
        assert_eq!((in_file(file, "no-such-rule"), page("no-such-rule")), (None, None));
    }
}
