//! Unfilled template slots: `[Name]`, `{{first_name}}`, `<company>`, `Hi ____`, `FNAME`.

use super::span::Span;

/// Top-level domains that make a bare `name.top` an address; sorted. Others need a scheme, `www.` or a path.
pub const KNOWN_TOP_DOMAINS: &[&str] = &[
    "ai", "app", "at", "be", "biz", "ca", "ch", "co", "com", "de", "dev", "es", "eu", "example", "fr", "info", "io", "it", "link", "ly",
    "me", "net", "nl", "online", "org", "pt", "shop", "site", "store", "tech", "uk", "us", "xyz",
];

/// Whole words (as written) that stand for something to fill in; sorted.
const SLOT_WORDS: &[&str] = &[
    "COMPANYNAME",
    "FIRSTNAME",
    "FNAME",
    "FULLNAME",
    "FirstName",
    "LASTNAME",
    "LNAME",
    "LastName",
    "XXX",
    "XXXX",
    "XXXXX",
    "XXXXXX",
    "XYZ",
    "firstName",
    "firstname",
    "first_name",
    "lastName",
    "lastname",
    "last_name",
    "xxxx",
    "xxxxx",
];

/// The slots of a text, in order.
pub fn slots(text: &str) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let found = match c {
            '[' => bracketed(text, at, "[", "]"),
            '{' => bracketed(text, at, "{", "}"),
            '<' => bracketed(text, at, "<", ">"),
            '%' => bracketed(text, at, "%", "%"),
            '_' | '…' => blank(text, at),
            _ if c.is_alphabetic() => {
                let end = text.get(at..).and_then(|r| r.find(|c: char| !(c.is_alphanumeric() || c == '_'))).map_or(text.len(), |n| at + n);
                let span = Span::new(at, end);
                if SLOT_WORDS.contains(&span.of(text)) {
                    out.push(span);
                }
                at = end;
                continue;
            }
            _ => None,
        };
        match found {
            Some(span) => {
                at = span.end;
                out.push(span);
            }
            None => at += c.len_utf8(),
        }
    }
    out
}

/// A slot between brackets, doubled or not, at most 60 characters of letters and a few marks.
fn bracketed(text: &str, at: usize, open: &str, close: &str) -> Option<Span> {
    let rest = text.get(at..)?;
    let doubled = open != "%" && rest.get(open.len()..)?.starts_with(open);
    let skip = if doubled { 2 * open.len() } else { open.len() };
    let inner = rest.get(skip..)?;
    let length = inner.find(close)?;
    let label = inner.get(..length)?;
    let letters = label.chars().filter(|c| c.is_alphabetic()).count();
    let plain = label.chars().all(|c| {
        c.is_alphanumeric() || matches!(c, ' ' | '_' | '-' | '.' | '/' | '\'' | '’' | ',' | ':' | '|' | '$' | '#' | '?' | '&' | '+')
    });
    let edges = !label.starts_with(' ') || !label.ends_with(' ') || letters > 0;
    if letters < 2
        || !plain
        || !edges
        || label.chars().count() > 60
        || label.contains('\n')
        || (open == "%" && (label.contains(' ') || label.starts_with(char::is_numeric)))
    {
        return None;
    }
    let mut end = at + skip + length + close.len();
    if doubled && text.get(end..).is_some_and(|rest| rest.starts_with(close)) {
        end += close.len();
    }
    Some(Span::new(at, end))
}

/// A run of two or more underscores.
fn blank(text: &str, at: usize) -> Option<Span> {
    let run = text.get(at..)?.chars().take_while(|&c| c == '_').count();
    (run >= 2).then(|| Span::new(at, at + run))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        slots(text).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn every_form_of_slot() {
        assert_eq!(
            found("Hi [First Name], {{company}} {role} <<city>> <event> %TITLE% ____ FNAME"),
            ["[First Name]", "{{company}}", "{role}", "<<city>>", "<event>", "%TITLE%", "____", "FNAME"]
        );
    }

    #[test]
    fn what_only_looks_like_one() {
        assert!(found("I <3 this, 25% more than 30% < 40 [1] {} [ ] a_b").is_empty());
    }

    #[test]
    fn domains_are_sorted() {
        assert!(KNOWN_TOP_DOMAINS.is_sorted());
    }
}
