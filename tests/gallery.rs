//! Sixty notes and what is made of them, to be read aloud. `tests/gallery/notes.txt` holds the drafts, one a line.

use connote::count::{Limit, LimitFrom};
use connote::review::Context;
use connote::rewrite::review_with_rewrites;
use std::fmt::Write;

#[test]
fn gallery() {
    let context = Context { limit: Limit { units: 200, from: LimitFrom::Counter }, ..Context::default() };
    let mut out = String::new();
    for draft in include_str!("gallery/notes.txt").lines() {
        let report = review_with_rewrites(draft, &context);
        let _ = writeln!(out, "{draft}");
        for rewrite in &report.rewrites {
            let style = format!("{:?}", rewrite.style).to_lowercase();
            let _ = writeln!(out, "    {style}: {}", rewrite.text.replace('\n', "\n        "));
        }
        let _ = writeln!(out);
    }
    insta::with_settings!({ snapshot_path => "gallery", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("rewrites", out);
    });
}
