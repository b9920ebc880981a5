//! Finds a note that is longer than the box takes.
//!
//! The words past the limit are the finding; the counter says by how much. The cuts that make it fit are [`crate::rewrite`]'s.

use crate::message::say;
use crate::note::Note;
use crate::rule::{Findings, Fix, Rule, Safety, Severity, page};
use crate::text::Span;

/// The rule.
pub const RULE: Rule = Rule {
    id: "over-limit",
    severity: Severity::Error,
    doc: page! {
        title: "Too long to send",
        summary: "More characters than LinkedIn takes: 200 on a free account, 300 with Premium.",
        why: "LinkedIn greys out Send without a word, so the note never arrives.",
        source: "Great Resumes Fast, 2009, comment 25: the note was reduced to 200 characters.",
        misses: "Nothing, as long as the page's own counter can be read; without one the limit is assumed.",
        bad: &[
            "Hi Ines, we both restore tide mills in Brittany, and your piece on the oak sluice gates of the Rance has been on my desk since the spring. I would like to connect to compare notes on repairs, on timber that swells and on how you found volunteers.",
        ],
        good: &["Hi Ines, we both restore tide mills in Brittany, and I would like to connect to compare notes on repairs."],
    },
    check,
};

fn check(note: &Note, out: &mut Findings) {
    let count = note.frame().count;
    let Ok(over) = usize::try_from(-count.remaining()) else { return };
    if over == 0 {
        return;
    }
    let text = note.text();
    let start = past(text, count.limit.units);
    let what = match over {
        1 => say!("1 character too many: LinkedIn does not send it like this."),
        over => say!("$1 characters too many: LinkedIn does not send it like this.", &over.to_string()),
    };
    let cut = cut_point(note, start);
    let fix = Fix::drop(say!("Cut what does not fit"), Span::new(cut, text.len()), Safety::Ask);
    // Past what is judged, the counter alone speaks.
    let fixes = if cut > 0 && note.is_whole() { vec![fix] } else { Vec::new() };
    out.push(Span::new(start, text.len()), what, fixes);
}

/// The byte position after `units` UTF-16 units.
fn past(text: &str, units: usize) -> usize {
    let mut left = units;
    for (at, c) in text.char_indices() {
        let Some(rest) = left.checked_sub(c.len_utf16()) else { return at };
        left = rest;
    }
    text.len()
}

/// The last sentence end that fits, else the last word end.
fn cut_point(note: &Note, limit: usize) -> usize {
    let ends = |whole_sentences: bool| {
        let words = note.words();
        words
            .iter()
            .zip(words.iter().skip(1))
            .filter(|(_, next)| !whole_sentences || next.gap >= crate::text::Gap::Sentence)
            .map(|(word, next)| {
                let between = Span::new(word.span.end, next.span.start).of(note.text());
                word.span.end + if whole_sentences { between.trim_end().len() } else { 0 }
            })
            .take_while(|&end| end <= limit)
            .last()
    };
    ends(true).filter(|&end| end * 2 > limit).or_else(|| ends(false)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{RULE, past};
    use crate::count::{Count, Limit, LimitFrom};
    use crate::note::{Frame, Note};
    use crate::rule::Findings;
    use crate::text::utf16_len;

    fn found(text: &str, units: usize) -> Option<(String, String)> {
        let count = Count::new(utf16_len(text), None, Limit { units, from: LimitFrom::Counter });
        let note = Note::in_frame(text, None, Frame { count, recipient: None });
        let mut out = Findings::default();
        (RULE.check)(&note, &mut out);
        let found = out.into_vec().pop()?;
        let fix = found.fixes.first()?;
        Some((found.span?.of(text).to_owned(), text.get(..fix.span.start)?.to_owned()))
    }

    #[test]
    fn the_words_past_the_limit() {
        assert_eq!(found("Hello there. Good day.", 22), None);
        assert_eq!(found("Hello there. Good day.", 18), Some(("day.".into(), "Hello there.".into())));
        assert_eq!(found("Hello wide world", 12), Some(("orld".into(), "Hello wide".into())));
    }

    #[test]
    fn surrogate_pairs_are_never_cut() {
        assert_eq!(past("a👋b", 2), 1);
        assert_eq!(past("a👋b", 3), 5);
    }
}
