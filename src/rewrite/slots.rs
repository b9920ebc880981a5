//! The slots of a template, and the blanks of an earlier rewrite: both are filled with words before the draft is read.

use super::mend::Bytes;
use super::wording::{Wording, only, pairs};
use crate::note::Note;
use crate::report::Report;
use crate::text::fold::fold;
use crate::text::{Span, find};

/// Names that fill a slot while the text is composed; nobody has them.
const FILLS: [&str; 2] = ["Ahornhain", "Eschenhain"];

/// The text with words in the place of its blanks and slots, and for each slot what is shown in its brackets and what fills it.
///
/// A slot in the greeting greets nobody yet and goes; after two more, the clauses of the others go with what was found.
pub(super) fn filled(note: &Note, report: &Report, wording: &Wording, polite: usize) -> (String, Vec<(String, String)>) {
    let source = note.text();
    let mut text = String::new();
    let mut slots = Vec::new();
    let mut at = 0;
    let greeting = note.greeting().map_or(0, |greeting| greeting.span.end);
    let bytes = Bytes::new(source);
    let found = report.findings.iter().filter(|finding| finding.rule == "placeholder");
    for slot in found.filter_map(|finding| finding.at).map(|at| bytes.span(at)).filter(|slot| !wording.is_blank(slot.of(source), polite)) {
        let between = source.get(at..slot.start).unwrap_or_default();
        if slot.start < at {
            continue;
        }
        text.push_str(between);
        let opens = slot.start <= greeting || source.get(greeting..slot.start).is_some_and(|gap| gap.trim().is_empty());
        if opens {
            text.truncate(text.trim_end().len());
        } else if let Some(fill) = FILLS.get(slots.len()) {
            let label = fold(slot.of(source));
            let known = pairs(&wording.slots).iter().find(|[part, _]| find::contains(&label, part));
            slots.push((known.map_or(only(&wording.slot), |[_, label]| label).to_owned(), (*fill).to_owned()));
            text.push_str(fill);
        } else {
            text.push_str(slot.of(source));
        }
        at = slot.end;
    }
    text.push_str(Span::new(at, source.len()).of(source));
    (wording.with_blanks_filled(&text, polite), slots)
}
