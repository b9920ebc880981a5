//! Finds words in capitals and runs of exclamation or question marks.
//!
//! A capital word may be an acronym or a firm, so only words that are also ordinary words of the note's language are
//! taken for shouting, or all of them when the whole note or a whole run of it is in capitals.

use crate::message::say;
use crate::note::Note;
use crate::rule::{Findings, Fix, Rule, Safety, Severity, page};
use crate::text::case::{lower, upper};
use crate::text::marks;
use crate::text::{Gap, Shape, Span, Word, WordKind};

/// The rule.
pub const RULE: Rule = Rule {
    id: "shouting",
    severity: Severity::Suggestion,
    doc: page! {
        title: "Shouting",
        summary: "A whole word in capitals, or several exclamation or question marks in a row.",
        why: "Capitals and piled-up marks sound loud, where a calm line would be read to the end.",
        source: "How to Write a LinkedIn Invitation, comment 4: invitations that are not professionally written.",
        misses: "A single capital word that is not in the list of words often shouted: it may be an acronym or a firm.",
        bad: &[
            "Hi Ines, I read your piece on tide mills. It is AMAZING to see them run again. Could we connect to compare notes on repairs?",
        ],
        good: &["Hi Ines, I read your piece on tide mills for the BBC. Could we connect to compare notes on repairs?"],
    },
    check,
};

/// Fewest words in capitals next to each other that are shouting whatever they are.
const LOUD_RUN: usize = 3;

fn check(note: &Note, out: &mut Findings) {
    let text = note.text();
    let runs = capital_runs(note);
    for run in &runs {
        capitals(text, note.span(run.clone()), out);
    }
    let listed = note.hits_unless(RULE.id, "flag", "veto");
    let slots = note.hits(RULE.id, "veto");
    for (index, word) in note.words().iter().enumerate() {
        let in_run = runs.iter().any(|run| run.contains(&index));
        let in_slot = slots.iter().any(|slot| (slot.first..slot.end).contains(&index));
        let is_loud = word.shape == Shape::Upper && listed.iter().any(|hit| hit.mark_first == index);
        if is_loud && !in_run && !in_slot {
            capitals(text, word.span, out);
        }
    }
    for span in mark_runs(text) {
        let marks = span.of(text);
        let one = if marks::has(marks, "?") { "?" } else { "!" };
        let fix = Fix { label: say!("Keep one $1", one), span, replacement: one.into(), safety: Safety::Safe };
        out.push(span, say!("One mark says it: “$1” sounds loud.", marks), vec![fix]);
    }
}

fn capitals(text: &str, span: Span, out: &mut Findings) {
    let fix = Fix::put(say!("Use small letters"), span, sentence_case(span.of(text), starts_sentence(text, span)), Safety::Safe);
    out.push(span, say!("Capitals read as shouting; small letters say the same."), vec![fix]);
}

/// Runs of words in capitals that hold at least [`LOUD_RUN`] words, one of them longer than four letters.
fn capital_runs(note: &Note) -> Vec<std::ops::Range<usize>> {
    let mut out = Vec::new();
    let mut start = None;
    for (index, word) in note.words().iter().enumerate() {
        let breaks = word.gap >= Gap::Line || !(is_capital(note, word));
        if breaks && let Some(from) = start.take() {
            push_run(note, from..index, &mut out);
        }
        if is_capital(note, word) {
            start.get_or_insert(index);
        }
    }
    if let Some(from) = start {
        push_run(note, from..note.words().len(), &mut out);
    }
    out
}

fn push_run(note: &Note, run: std::ops::Range<usize>, out: &mut Vec<std::ops::Range<usize>>) {
    let words = note.words().get(run.clone()).unwrap_or_default();
    let letters = |word: &Word| word.span.of(note.text()).chars().filter(|c| c.is_alphabetic()).count();
    let known = (run.clone()).any(|word| note.word_is(word, "small"));
    let counted = words.iter().filter(|word| letters(word) > 1).count();
    let long = words.iter().any(|word| letters(word) > 3);
    if long && counted >= 2 && (counted >= LOUD_RUN && known || counted > LOUD_RUN + 2) {
        out.push(run);
    }
}

/// A word of letters without a small one; a number or a lone capital inside a loud run belongs to it.
fn is_capital(note: &Note, word: &Word) -> bool {
    let text = word.span.of(note.text());
    match word.kind {
        WordKind::Letters => !text.chars().any(char::is_lowercase) && text.chars().any(char::is_uppercase),
        WordKind::Number => true,
        WordKind::Emoji | WordKind::Link | WordKind::Slot => false,
    }
}

fn starts_sentence(text: &str, span: Span) -> bool {
    let before = marks::trim_end(text.get(..span.start).unwrap_or_default(), " ¡¿");
    before.chars().next_back().is_none_or(|c| matches!(c, '.' | '!' | '?' | '\n'))
}

/// Small letters, with a capital after each sentence end and for the English I.
fn sentence_case(text: &str, mut capital: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in marks::spaced(text) {
        if piece.trim_end() == "I" {
            out.push_str(piece);
            capital = false;
            continue;
        }
        for c in piece.chars() {
            if c.is_alphabetic() && capital {
                out.push(upper(c));
                capital = false;
            } else {
                out.push(lower(c));
                capital |= matches!(c, '.' | '!' | '?');
            }
        }
    }
    out
}

/// Two or more `!` or `?` (or their upside-down forms) next to each other.
fn mark_runs(text: &str) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| matches!(c, '!' | '?')) {
        match out.last_mut() {
            Some(last) if last.end == at => last.end += c.len_utf8(),
            _ => out.push(Span::new(at, at + 1)),
        }
    }
    out.retain(|span| span.len() > 1);
    out
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rule_tests::{fixes, flags, passes};

    #[test]
    fn loud_words_and_marks() {
        flags(
            &RULE,
            &[
                "This is ⟦GREAT⟧ news, thank you.",
                "Talked ⟦NONSTOP⟧ that ⟦WEEK⟧.",
                "Can we talk⟦??⟧ Now⟦!!!⟧",
                "⟦KINDLY ACCEPT MY REQUEST TODAY⟧",
                "Antworten Sie ⟦SOFORT⟧ bitte",
                "C'est ⟦URGENT⟧, merci",
            ],
        );
    }

    #[test]
    fn acronyms_and_single_marks() {
        passes(
            &RULE,
            &[
                "I work at UNICEF on WASH and BS 5930!",
                "Hi FNAME, are you at XYZ?",
                "Hi FIRST NAME, insert COMPANY NAME HERE",
                "Say YES to NEW looms",
                "IKEA, LEGO and NATO",
                "We run QGIS at SEEDLOOM with CRM and ERP",
                "I did it. I am",
            ],
        );
    }

    #[test]
    fn fixes_lower_the_voice() {
        fixes(&RULE, "So GREAT to read you!!", "So great to read you!");
        fixes(&RULE, "HELLO SIR. I AM HERE FOR WORK", "Hello sir. I am here for work");
    }
}
