//! What is said about whole notes: a snapshot beside each file of `tests/notes`. `cargo xtask bless` accepts changes.
//!
//! A note that has gone wrong once gets a file here. A first line `To: NAME` says whom it is for.

use connote::rewrite::review_with_rewrites;
use connote::{Context, plain};

#[test]
fn notes() {
    insta::glob!("notes/*.txt", |path| {
        let file = std::fs::read_to_string(path).unwrap();
        let (recipient, text) = match file.strip_prefix("To: ").and_then(|rest| rest.split_once('\n')) {
            Some((name, text)) => (Some(name.to_owned()), text),
            None => (None, file.as_str()),
        };
        let report = review_with_rewrites(text, &Context { recipient, ..Context::default() });
        insta::with_settings!({ snapshot_path => "notes", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(plain::report(text, &report));
        });
    });
}
