//! What a note that is too long can do without: cuts in order, the least painful first, each for the writer to take or leave.

use super::compose::is_edge;
use super::draft::{self, Move, Piece};
use super::mend::Mends;
use super::wording::{self, has, pairs};
use crate::excise;
use crate::message::{Arg, Message, say, text};
use crate::note::Note;
use crate::report::{Edit, Range, Report};
use crate::rule::Safety;
use crate::text::{Gap, Span, Utf16, find, utf16_len};

/// A text of more UTF-16 units is a page that was pasted.
const LONGEST: usize = 2_000;

/// How many cuts are worth a look.
const MOST: usize = 6;

/// The cuts for a note, none for one that fits or whose language has no wordings.
///
/// They do not overlap, so that each can be taken alone; a label says how much is left, or still too much, once this one is.
pub fn cuts(note: &Note, report: &Report) -> Vec<Edit> {
    let Some(lang) = note.language().filter(|_| report.remaining < 0 && report.length <= LONGEST) else { return Vec::new() };
    let Some(wording) = wording::of(lang) else { return Vec::new() };
    let polite = super::register(note, lang, wording);
    let draft = draft::read(note, &Mends::new(note, report, wording, polite), wording);
    let mut found: Vec<(Span, String, Message)> = Vec::new();
    let mut add = |span: Span, replacement: String, label: Message| {
        if span.len() > replacement.len() && !found.iter().any(|(other, ..)| other.overlaps(span)) {
            found.push((span, replacement, label));
        }
    };
    let of = |does: Move| draft.pieces.iter().filter(move |piece| piece.does == does);
    let whole = |piece: &Piece| {
        let is_of = |sentence: &usize| {
            let words = note.sentence(*sentence);
            words.start < piece.words.end && piece.words.start < words.end
        };
        excise::without_sentences(note, &(0..note.sentence_count()).filter(is_of).collect::<Vec<_>>())
    };
    for piece in of(Move::Filler) {
        let (span, kept) = whole(piece);
        add(span, kept, say!("Leave out what says nothing"));
    }
    for piece in of(Move::Thanks) {
        let (span, kept) = whole(piece);
        add(span, kept, say!("Leave out the thanks"));
    }
    if let Some((sign_off, name)) = note.sign_off().and_then(|sign_off| Some((sign_off.span, sign_off.name?))) {
        add(Span::new(sign_off.start, name.start), String::new(), say!("Sign with your name alone"));
    }
    for word in note.words() {
        if has(&wording.spare, note.folded(word)) && word.gap == Gap::Space {
            add(excise::with_space(note.text(), word.span, " "), String::new(), say!("Leave out a word of stress"));
        }
    }
    for [long, short] in pairs(&wording.short) {
        let mut from = 0;
        while let Some(at) = find::find_from(note.text(), long, from) {
            from = at + long.len();
            // Whole words alone, as where rewrites are shortened.
            let before = note.text().get(..at).and_then(|before| before.chars().next_back());
            let after = note.text().get(from..).and_then(|after| after.chars().next());
            if is_edge(before) && is_edge(after) {
                add(Span::new(at, from), (*short).to_owned(), say!("Say it shorter"));
            }
        }
    }
    for has_facts in [false, true] {
        for piece in of(Move::Plain).filter(|piece| piece.has_facts == has_facts && piece.signals.is_empty()) {
            let (span, kept) = whole(piece);
            add(span, kept, say!("Leave out a sentence"));
        }
    }
    found.truncate(MOST);
    with_counts(note, report, found)
}

/// The cuts with the room that there is after each.
fn with_counts(note: &Note, report: &Report, found: Vec<(Span, String, Message)>) -> Vec<Edit> {
    let cut = |(span, replacement, label): (Span, String, Message)| {
        let mut utf16 = Utf16::new(note.text());
        let at = Range { start: utf16.at(span.start), end: utf16.at(span.end) };
        let remaining = report.remaining + (at.end - at.start).cast_signed() - utf16_len(&replacement).cast_signed();
        let text = if remaining < 0 { text!("$1 ($2 too many then)") } else { text!("$1 ($2 left then)") };
        let args = vec![Arg::Ours(label.text), Arg::Plain(remaining.unsigned_abs().to_string())];
        Edit { label: Message { text, args }, at, replacement, safety: Safety::Suggest }
    };
    found.into_iter().map(cut).collect()
}

#[cfg(test)]
mod tests {
    use super::cuts;
    use crate::count::{Limit, LimitFrom};
    use crate::report::Edit;
    use crate::review::{Context, read, review_note};
    use crate::text::span::utf16_slice;
    use crate::text::utf16_len;

    const LONG: &str = "Hi Ines, I hope this finds you well. I really liked your talk on tide mills in Brest. In order to learn more I am reading \
                        your book on the Rance. It is a fine day here and the sea looks calm today. I would be glad to connect. Thanks in advance. \
                        Best regards, Omar";

    fn cuts_at(units: usize) -> Vec<Edit> {
        let context = Context { limit: Limit { units, from: LimitFrom::Counter }, ..Context::default() };
        let note = read(LONG, &context);
        cuts(&note, &review_note(&note, LONG, &context))
    }

    #[test]
    fn the_least_painful_first_with_the_count_after_each() {
        let cuts = cuts_at(190);
        let labels: Vec<String> = cuts.iter().map(|cut| cut.label.to_string()).collect();
        assert!(labels.first().is_some_and(|label| label.starts_with("Leave out what says nothing (")), "{labels:?}");
        assert!(labels.get(1).is_some_and(|label| label.starts_with("Leave out the thanks (")), "{labels:?}");
        assert!(labels.iter().any(|label| label.starts_with("Say it shorter")), "{labels:?}");
        let mut text = LONG.to_owned();
        let mut edits: Vec<_> = cuts.iter().collect();
        edits.sort_by_key(|edit| std::cmp::Reverse(edit.at));
        let cut = |text: &str, edit: &Edit| {
            [utf16_slice(text, 0, edit.at.start), &edit.replacement, utf16_slice(text, edit.at.end, usize::MAX)].concat()
        };
        for edit in edits {
            let left = 190 - utf16_len(&cut(LONG, edit)).cast_signed();
            let says = if left < 0 { format!("({} too many then)", -left) } else { format!("({left} left then)") };
            assert!(edit.label.to_string().ends_with(&says), "{says}: {}", edit.label);
            // From the end, so that those before keep their place.
            text = cut(&text, edit);
        }
        assert!(text.starts_with("Hi Ines, I liked your talk on tide mills in Brest."), "{text}");
        assert!(text.ends_with("Omar"), "{text}");
    }

    #[test]
    fn a_note_that_fits_needs_none() {
        assert!(cuts_at(400).is_empty());
    }
}
