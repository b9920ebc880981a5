//! Sixty notes and what is made of them, to be read aloud. `tests/gallery/notes.txt` holds the drafts, one a line;
//! `tests/gallery/README.md` shows them with their rewrites, and `cargo xtask bless` writes it.

use connote::count::{Limit, LimitFrom};
use connote::review::Context;
use connote::rewrite::review_with_rewrites;
use std::fmt::Write;

const HEAD: &str = "# Sixty drafts and their rewrites\n\n\
    Written for this project and rewritten by Connote at 200 characters; `cargo xtask bless` renews this page. Words in square \
    brackets are blanks: Connote never invents a fact. Where a draft has fewer than three, the others would be the same or lose \
    something.\n";

#[test]
fn gallery() {
    let context = Context { limit: Limit { units: 200, from: LimitFrom::Counter }, ..Context::default() };
    let mut page = HEAD.to_owned();
    for draft in include_str!("gallery/notes.txt").lines() {
        let report = review_with_rewrites(draft, &context);
        let _ = write!(page, "\n> {}\n\n", shown(draft));
        for rewrite in &report.rewrites {
            let _ = writeln!(page, "- **{:?}:** {}", rewrite.style, shown(&rewrite.text));
        }
        if report.rewrites.is_empty() {
            page.push_str("Nothing to better.\n");
        }
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/gallery/README.md");
    if std::env::var_os("INSTA_UPDATE").is_some_and(|update| update == "always") {
        std::fs::write(path, page).unwrap();
    } else {
        let kept = std::fs::read_to_string(path).unwrap_or_default();
        assert!(kept == page, "tests/gallery/README.md is old: run `cargo xtask bless` and read what has changed");
    }
}

/// Text as Markdown shows it word for word.
fn shown(text: &str) -> String {
    text.replace('<', "&lt;").replace('_', "\\_").replace('*', "\\*").replace('\n', "<br>")
}
