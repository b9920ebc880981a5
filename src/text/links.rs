//! Web and e-mail addresses, with a scheme or without.
//!
//! A test holds it against a library that knows every form of address; that one weighs in wasm as much as three rules.

use super::span::Span;
use super::{find, marks};

/// What an address cannot stand next to without a space, and what is no part of one.
const AROUND: &str = "<>\"“”„«»‹›|{}[]()‘’'`*…";

/// What parts two addresses without a scheme, or an address and the words behind it.
const BETWEEN: &str = ",;!";

/// What may follow an address and is the sentence's own.
const BEHIND: &str = ".,;:!?-_~";

/// Whether there may be an address at all: it has a scheme, or a full stop inside with a letter behind it.
pub(crate) fn may_be(text: &str) -> bool {
    let mut pairs = text.bytes().zip(text.bytes().skip(1));
    pairs.any(|pair| matches!(pair, (b'.', b'a'..=b'z' | b'A'..=b'Z' | 0x80..) | (b':', b'/')))
}

/// The addresses of a text, in order: web addresses, and e-mail addresses (`true`).
pub(crate) fn links(text: &str) -> Vec<(Span, bool)> {
    let mut out = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if c.is_whitespace() || marks::is_one_of(c, AROUND) {
            chunk(text, Span::new(start, at), &mut out);
            start = at + c.len_utf8();
        }
    }
    out
}

/// The addresses of a stretch without spaces.
fn chunk(text: &str, span: Span, out: &mut Vec<(Span, bool)>) {
    let all = span.of(text);
    if !marks::has(all, ".@:") {
        return;
    }
    if let Some(at) = find::find(all, "://") {
        let scheme = all.get(..at).unwrap_or_default();
        let start = scheme.len() - scheme_len(scheme);
        let link = marks::trim_end(all.get(start..).unwrap_or_default(), BEHIND);
        if start < at && link.len() > at + 3 - start {
            out.push((Span::new(span.start + start, span.start + start + link.len()), false));
        }
        return;
    }
    let mut start = 0;
    for (at, c) in all.char_indices().chain([(all.len(), ',')]) {
        if marks::is_one_of(c, BETWEEN) {
            let part = all.get(start..at).unwrap_or_default();
            let link = marks::trim_end(part, BEHIND);
            let bare = link.get(marks::run(link, &|c| !c.is_alphanumeric())..).unwrap_or_default();
            let from = span.start + start + link.len() - bare.len();
            let is_email = marks::has(bare, "@");
            let is_handle = link.get(..link.len() - bare.len()).is_some_and(|before| before.ends_with('@'));
            let is_link = if is_email { is_mail(bare) } else { !is_handle && is_host(marks::before(bare, "/?#:")) };
            if is_link {
                out.push((Span::new(from, from + bare.len()), is_email));
            }
            start = at + c.len_utf8();
        }
    }
}

/// How many bytes at the end of a text can be a scheme.
fn scheme_len(text: &str) -> usize {
    text.bytes().rev().take_while(u8::is_ascii_alphanumeric).count()
}

/// `name@host.top`.
fn is_mail(text: &str) -> bool {
    let Some((name, host)) = marks::split_last(text, '@') else { return false };
    !name.is_empty() && is_host(host) && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%'))
}

/// Two names or more with full stops between, the last of letters alone.
fn is_host(text: &str) -> bool {
    let Some((names, top)) = marks::split_last(text, '.') else { return false };
    let is_name = |name: &str| !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '-');
    top.len() > 1 && top.chars().all(char::is_alphabetic) && find::parts(names, ".").all(is_name)
}

#[cfg(test)]
mod tests {
    use super::links;

    #[test]
    fn addresses_of_every_form() {
        let text = "See https://a.example/x?y=(1), (www.b.example) or c.example/path. Mail ada@d.example; not at 3.5 or e.g. here…";
        let found: Vec<_> = links(text).into_iter().map(|(span, is_mail)| (span.of(text), is_mail)).collect();
        assert_eq!(
            found,
            [("https://a.example/x?y=", false), ("www.b.example", false), ("c.example/path", false), ("ada@d.example", true)]
        );
    }

    #[test]
    fn a_library_finds_the_same_in_notes() {
        let mut finder = linkify::LinkFinder::new();
        finder.url_must_have_scheme(false);
        let files = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/labelled")).unwrap();
        for file in files.map(|file| file.unwrap().path()).filter(|path| path.extension().is_some_and(|end| end == "jsonl")) {
            for line in std::fs::read_to_string(file).unwrap().lines() {
                let note: serde_json::Value = serde_json::from_str(line).unwrap();
                let text = note["text"].as_str().unwrap();
                let theirs: Vec<_> = finder.links(text).map(|link| link.as_str()).filter(|link| link.len() > 4).collect();
                let ours: Vec<_> = links(text).into_iter().map(|(span, _)| span.of(text)).filter(|link| link.len() > 4).collect();
                assert_eq!(ours, theirs, "{text}");
            }
        }
    }
}
