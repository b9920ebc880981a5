//! The two ends of a note: the greeting with the right name, and the closing phrase.

use super::compose::Plan;
use super::draft::{Closing, Draft, Hello};
use super::mend::capital;
use super::wording::{has, only, pairs, with_name};
use crate::report::Style;
use crate::text::Lang;
use crate::text::case;
use crate::text::find;
use crate::text::fold::fold;
use crate::text::marks;

/// Greeting words that cannot stand without a name, or agree with it.
const NEED_A_NAME: &[&str] = &[
    "dear",
    "my dear",
    "liebe",
    "lieber",
    "sehr geehrte",
    "sehr geehrter",
    "cher",
    "chere",
    "estimado",
    "estimada",
    "querido",
    "querida",
    "caro",
    "cara",
    "prezado",
    "prezada",
    "gentile",
    "egregio",
    "egregia",
    "beste",
    "geachte",
    "lieve",
    "werte",
    "werter",
];

/// The greeting, and the white space after it.
pub(super) fn greeting(draft: &Draft, plan: &Plan) -> (String, &'static str) {
    let w = plan.wording;
    let known = plan.recipient.and_then(|name| recipient(name, plan));
    let template = |name: &str| with_name(plan.styled(&w.hello), name);
    let all = || if plan.style == Style::Formal { only(&w.hello_all) } else { "" };
    let Some(hello) = &draft.hello else {
        return match known {
            Some(name) => (template(&name), plan.after_greeting(" ")),
            None => (all().to_owned(), plan.after_greeting(" ")),
        };
    };
    let gap = plan.after_greeting(if plan.style == Style::Brief || hello.gap.is_empty() { " " } else { hello.gap });
    let folded = fold(&hello.word);
    let Some(name) = hello.name.clone() else {
        if hello.mark.is_empty() && known.is_none() && hello.gap == " " && !hello.word.is_empty() {
            // No name that we could read and no comma: what follows may well be one.
            return (capital(&hello.word), " ");
        }
        return match known {
            Some(name) if hello.word.is_empty() || has(NEED_A_NAME, &folded) || plan.style == Style::Formal => (template(&name), gap),
            Some(name) => (format!("{} {name}{}", first_words(hello), mark(hello, plan)), gap),
            None if plan.style == Style::Formal || has(NEED_A_NAME, &folded) || hello.word.is_empty() => (all().to_owned(), gap),
            None => (format!("{}{}", capital(&hello.word), mark(hello, plan)), gap),
        };
    };
    let name = if name.contains(char::is_uppercase) { name } else { capital(&name) };
    let word = capital(&hello.word);
    if plan.style == Style::Formal {
        let word = pairs(&w.formal_hello).iter().find(|[from, _]| *from == folded).map_or(word.as_str(), |[_, to]| to);
        if hello.word.is_empty() {
            return (template(&name), gap);
        }
        return (format!("{word} {name}{}", mark(hello, plan)), gap);
    }
    if word.is_empty() {
        return (format!("{name}{}", mark(hello, plan)), gap);
    }
    (format!("{word} {name}{}", mark(hello, plan)), gap)
}

/// "Hi there" without "there".
fn first_words(hello: &Hello) -> String {
    let word = marks::trim_end(hello.word.strip_suffix(" there").unwrap_or(&hello.word), ",!");
    capital(word)
}

/// What follows the greeting.
fn mark<'h>(hello: &'h Hello, plan: &Plan) -> &'h str {
    match hello.mark.trim() {
        "!" if plan.style != Style::Formal && plan.lang == Lang::Fr => hello.mark.as_str(),
        "," | "!" | ":" | "." if plan.style != Style::Formal => hello.mark.trim(),
        "-" | "–" | "—" if plan.style != Style::Formal && hello.name.is_some() => hello.mark.as_str(),
        ":" => ":",
        _ => ",",
    }
}

/// The name to greet by: the whole of it where people are polite, else the first name, never a title or a degree.
fn recipient(name: &str, plan: &Plan) -> Option<String> {
    let name = marks::before(name, ",(|·–");
    let titles = [
        "dr",
        "dr.",
        "prof",
        "prof.",
        "mr",
        "mr.",
        "mrs",
        "mrs.",
        "ms",
        "ms.",
        "dipl.-ing.",
        "ing.",
        "dott.",
        "dott.ssa",
        "sr.",
        "sra.",
        "mag.",
        "herr",
        "frau",
        "sir",
    ];
    let words: Vec<&str> = name
        .split_whitespace()
        .filter(|word| !titles.contains(&case::to_lower(word).as_str()) && word.chars().any(char::is_alphabetic))
        .collect();
    let first = *words.first()?;
    let short = first.chars().filter(|c| c.is_alphabetic()).count() < 2 || first.ends_with('.');
    if short || (plan.lang == Lang::De && plan.polite == 1) { Some(words.join(" ")) } else { Some(first.to_owned()) }
}

/// The closing phrase in the formal way, the name as it is.
pub(super) fn formal_closing(closing: &Closing, plan: &Plan) -> String {
    let name = closing.name.as_deref().unwrap_or_default();
    let phrase =
        closing.text.strip_suffix(closing.text.get(find::find(&closing.text, name).unwrap_or(0)..).unwrap_or_default()).unwrap_or_default();
    let phrase = if name.is_empty() { closing.text.as_str() } else { phrase };
    let folded = fold(marks::trim_end_where(phrase, &|c| !c.is_alphanumeric()));
    let Some([_, to]) = pairs(plan.both(&plan.wording.formal_closing)).iter().find(|[from, _]| *from == folded.trim()) else {
        return closing.text.chars().filter(|c| !matches!(c, '!' | '¡')).collect();
    };
    let space = if marks::has(&closing.text, "\n") { "\n" } else { " " };
    if name.is_empty() { (*to).to_owned() } else { format!("{to},{space}{name}") }
}
