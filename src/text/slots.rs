//! Unfilled template slots: `[Name]`, `{{first_name}}`, `<company>`, `Hi ____`, `FNAME`.

use super::span::Span;
use super::{find, marks};

/// Top-level domains that make a bare `name.top` an address; sorted. Others need a scheme, `www.` or a path.
pub const KNOWN_TOP_DOMAINS: &[&str] = &[
    "ai", "app", "at", "au", "be", "biz", "br", "ca", "ch", "co", "com", "de", "dev", "dk", "es", "eu", "example", "fr", "ie", "info",
    "io", "it", "link", "ly", "me", "mx", "net", "nl", "nz", "online", "org", "pl", "pt", "shop", "site", "store", "tech", "uk", "us",
    "xyz", "za",
];

/// Words in capitals that stand for something to fill in, by language.
const SLOT_WORDS: &str = "ACHTERNAAM AZIENDA BEDRIJF CARGO CITY COGNOME COMPANY COMPANYNAME EMPLOYER EMPRESA ENTREPRISE FIRMA FIRMENNAME \
    FIRSTNAME FNAME FULLNAME INDUSTRY JOBTITLE LASTNAME LNAME NAAM NACHNAME NAME NOM NOMBRE NOME NOMEAZIENDA PRENOM PRÉNOM \
    RECIPIENT SOBRENOME SOCIETE SOCIÉTÉ SURNAME TOPIC VOORNAAM VORNAME XXX XXXX XXXXX XXXXXX XYZ xxx xxxx xxxxx";

/// What a template writes between round brackets, which prose uses too: only these words make `(…)` a slot; folded.
const BRACKET_WORDS: &str = "achternaam azienda bedrijf city cognome company cargo employer empresa entreprise event field firma first full \
    industry insert job last nachname name nom nombre nome organisation organization position prenom role sector sobrenome \
    societe surname title topic voornaam vorname your";

/// Whether a list of words has a word. The lists are texts, for which wasm needs no table of places.
fn has(list: &str, word: &str) -> bool {
    find::parts(list, " ").any(|known| known == word)
}

/// Whether a whole word is a template's: `FNAME`, `firstName`, `last_name`, `null` after a greeting is left to the rule.
fn is_slot_word(word: &str) -> bool {
    // Nearly every word ends here: only these may be in a list.
    let first = word.bytes().next().unwrap_or_default();
    if first.is_ascii_lowercase() && !matches!(first, b'f' | b'l' | b'c' | b'x') {
        return false;
    }
    let camel = ["first", "last", "full", "company"].iter().any(|head| {
        let (start, tail) = word.split_at_checked(head.len()).unwrap_or_default();
        start.eq_ignore_ascii_case(head) && (tail.eq_ignore_ascii_case("name") || tail.eq_ignore_ascii_case("_name"))
    });
    let may_be = word.starts_with("xx") || word.len() > 2 && !word.bytes().any(|byte| byte.is_ascii_lowercase());
    // `MEMBER_NAME`, `company_name`.
    let joined = find::split_once(word, "_")
        .is_some_and(|(head, tail)| !head.is_empty() && (may_be && tail.len() > 1 || tail.eq_ignore_ascii_case("name")));
    camel || joined || may_be && has(SLOT_WORDS, word)
}

/// Whether a template's word is none here: kisses at the end of the text, the second half of a firm's name, "KLM CARGO".
fn is_of_another_kind(text: &str, span: Span) -> bool {
    let word = span.of(text);
    if word.starts_with("xxx") {
        return text.len() == span.end;
    }
    let before = text.get(..span.start).unwrap_or_default();
    matches!(word, "CARGO" | "CITY") && marks::trim_end(before, " ").ends_with(|c: char| c.is_uppercase())
}

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
            '(' => bracketed(text, at, "(", ")").filter(|span| names_a_slot(span.of(text))),
            '$' => variable(text, at),
            '_' => run(text, at, '_', 2),
            '…' => run(text, at, '…', 3),
            '.' => run(text, at, '.', 6),
            _ if c.is_alphabetic() => {
                let end = at + marks::run(text.get(at..).unwrap_or_default(), &|c| c.is_alphanumeric() || c == '_');
                let span = Span::new(at, end);
                if is_slot_word(span.of(text)) && !is_of_another_kind(text, span) {
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
    // Never further than a label is long: a page of opening brackets must not cost its square.
    let (length, _) = inner.char_indices().take(61).find(|&(_, c)| close.starts_with(c))?;
    let label = inner.get(..length)?;
    let letters = label.chars().filter(|c| c.is_alphabetic()).count();
    let plain = label.chars().all(|c| {
        c.is_alphanumeric() || matches!(c, ' ' | '_' | '-' | '.' | '/' | '\'' | '’' | ',' | ':' | '|' | '$' | '#' | '?' | '&' | '+')
    });
    let edges = !label.starts_with(' ') || !label.ends_with(' ') || letters > 0;
    // One capital stands for something too: "within [X] days".
    let variable = open == "[" && label.len() == 1 && marks::first_is(label, char::is_uppercase);
    if letters < 2 && !variable
        || label == "sic"
        || (open == "<" && !marks::first_is(label, |c| c.is_alphabetic() || c == '<'))
        || !plain
        || !edges
        || marks::has(label, "\n")
        || (open == "%" && (marks::has(label, " ") || marks::first_is(label, char::is_numeric)))
    {
        return None;
    }
    let mut end = at + skip + length + close.len();
    if doubled && text.get(end..).is_some_and(|rest| rest.starts_with(close)) {
        end += close.len();
    }
    Some(Span::new(at, end))
}

/// Whether every word between round brackets is one that templates use: `(company name)`.
fn names_a_slot(bracketed: &str) -> bool {
    let folded = super::fold::fold(bracketed);
    marks::runs(&folded, &char::is_alphanumeric).iter().all(|word| has(BRACKET_WORDS, word))
}

/// A run of at least `least` times the same mark.
fn run(text: &str, at: usize, mark: char, least: usize) -> Option<Span> {
    let count = text.get(at..)?.chars().take_while(|&c| c == mark).count();
    (count >= least).then(|| Span::new(at, at + count * mark.len_utf8()))
}

/// A template variable: `$name`, `${company}`.
fn variable(text: &str, at: usize) -> Option<Span> {
    let rest = text.get(at + 1..)?;
    if rest.starts_with('{') {
        return bracketed(text, at + 1, "{", "}").map(|span| Span::new(at, span.end));
    }
    let length = marks::run(rest, &|c| c.is_alphabetic() || c == '_');
    (length >= 3).then(|| Span::new(at, at + 1 + length))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        slots(text).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn every_form_of_slot() {
        assert_eq!(found("within [X] hours, MEMBER_NAME of company_name"), ["[X]", "MEMBER_NAME", "company_name"]);
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
    fn round_brackets_and_variables() {
        assert_eq!(
            found("Dear (surname) of (company name), $name ${role} ………… "),
            ["(surname)", "(company name)", "$name", "${role}", "…………"]
        );
        assert!(found("we met (in Leeds) for $500 … (your talk was great)").is_empty());
    }

    #[test]
    fn domains_are_sorted() {
        assert!(KNOWN_TOP_DOMAINS.is_sorted());
    }
}
