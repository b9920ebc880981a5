//! Takes sentences or a few words out of a note, so that what is left still reads.

use crate::message::Message;
use crate::note::Note;
use crate::rule::{Fix, Safety};
use crate::text::case;
use crate::text::marks;
use crate::text::{Gap, Span};

/// A sentence with the marks that open and end it, without its greeting and without the white space around it.
pub fn sentence_span(note: &Note, sentence: usize) -> Span {
    let words = note.sentence(sentence);
    let text = note.text();
    let body = after_greeting(note, sentence);
    let first = note.words().get(body).map_or(text.len(), |word| word.span.start);
    let before = note.span(words.start..body.max(words.start)).end.min(first);
    // Opening marks ("¿", quotation marks, brackets) belong to the sentence; commas and spaces before it do not.
    let lead = text.get(before..first).unwrap_or_default();
    let opening = marks::trim_end(lead, "¿¡\"“„«('‘").len();
    let start = if body == words.start { first - opening_marks(text, first) } else { before + opening };
    let next = note.words().get(words.end).map_or(text.len(), |word| word.span.start - opening_marks(text, word.span.start));
    let inner = text.get(start..next).unwrap_or_default();
    Span::new(start, start + marks::trim_end_where(inner, &|c| c.is_whitespace() || matches!(c, '-' | '–' | '—')).len())
}

/// The span with the `spaces` before it, so that taking it out leaves no double space.
pub fn with_space(text: &str, span: Span, spaces: &str) -> Span {
    let before = text.get(..span.start).unwrap_or_default();
    Span::new(marks::trim_end(before, spaces).len(), span.end)
}

/// The fix that takes sentences out of the note.
pub fn drop_sentences(note: &Note, label: Message, sentences: &[usize]) -> Fix {
    let (span, kept) = without_sentences(note, sentences);
    Fix::put(label, span, kept, Safety::Suggest)
}

/// One edit that takes sentences out of the note; a greeting before them stays.
pub fn without_sentences(note: &Note, sentences: &[usize]) -> (Span, String) {
    let text = note.text();
    let mut cuts: Vec<Span> = Vec::new();
    for sentence in (0..note.sentence_count()).filter(|sentence| sentences.contains(sentence)) {
        let span = sentence_span(note, sentence);
        let rest = text.get(span.end..).unwrap_or_default();
        let blank = rest.len() - rest.trim_start().len();
        let cut = if blank == rest.len() {
            let before = text.get(..span.start).unwrap_or_default();
            Span::new(before.trim_end().len(), text.len())
        } else {
            Span::new(span.start, span.end + blank)
        };
        match cuts.last_mut() {
            Some(last) if cut.start <= last.end => *last = Span::new(last.start.min(cut.start), cut.end),
            _ => cuts.push(cut),
        }
    }
    let (Some(first), Some(last)) = (cuts.first(), cuts.last()) else {
        return (Span::new(0, 0), String::new());
    };
    let whole = Span::new(first.start, last.end);
    let mut kept = String::new();
    let mut at = whole.start;
    for cut in &cuts {
        kept.push_str(text.get(at..cut.start).unwrap_or_default());
        at = cut.end;
    }
    (whole, kept)
}

/// One edit that takes words out of a sentence, with the comma or space that tied them to the rest.
///
/// If they opened the sentence, the next word gets their capital.
pub fn without_words(note: &Note, words: std::ops::Range<usize>) -> (Span, String) {
    let text = note.text();
    let span = note.span(words.clone());
    let opens = note.words().get(words.start).is_none_or(|word| word.gap >= Gap::Sentence);
    let next = note.words().get(words.end).filter(|word| word.gap < Gap::Sentence);
    match next {
        Some(next) if opens => {
            let word = next.span.of(text);
            (Span::new(span.start, next.span.end), case::capital(word))
        }
        Some(next) if next.gap < Gap::Comma => (Span::new(span.start, next.span.start), String::new()),
        Some(next) if next.gap == Gap::Comma && note.words().get(words.start).is_some_and(|word| word.gap == Gap::Comma) => {
            let before = text.get(..span.start).unwrap_or_default();
            (Span::new(marks::trim_end(before, " \u{a0},").len(), next.span.start), " ".to_owned())
        }
        _ => {
            let before = text.get(..span.start).unwrap_or_default();
            (Span::new(marks::trim_end(before, " \u{a0},").len(), span.end), String::new())
        }
    }
}

/// Index of a sentence's first word after the greeting and the name with which the note opens.
pub fn after_greeting(note: &Note, sentence: usize) -> usize {
    let words = note.sentence(sentence);
    let greeting = note.greeting().map_or(0, |greeting| greeting.words.end);
    if words.contains(&greeting) { greeting } else { words.start }
}

/// Bytes of opening marks right before `at`.
fn opening_marks(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    before.len() - marks::trim_end(before, "¿¡\"“„«(‘").len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dropped(text: &str, sentences: &[usize]) -> String {
        let note = Note::new(text, None);
        let (span, kept) = without_sentences(&note, sentences);
        let mut out = text.to_owned();
        out.replace_range(span.start..span.end, &kept);
        out
    }

    #[test]
    fn sentences_leave_no_trace() {
        assert_eq!(dropped("One here. Two there! Three?", &[1]), "One here. Three?");
        assert_eq!(dropped("One here. Two there! Three?", &[0, 2]), "Two there!");
        assert_eq!(dropped("One here.\n\nTwo there!", &[1]), "One here.");
        assert_eq!(dropped("Uno. ¿Dos? Tres.", &[1]), "Uno. Tres.");
    }

    #[test]
    fn a_greeting_stays() {
        assert_eq!(dropped("Hi Ana, we sell maps. Good luck!", &[0]), "Hi Ana, Good luck!");
        assert_eq!(dropped("Hola Ana, ¿compras mapas? Suerte", &[0]), "Hola Ana, Suerte");
        assert_eq!(dropped("Ana, we sell maps.", &[0]), "Ana,");
    }

    #[test]
    fn words_take_their_comma_along() {
        let without = |text: &str, words: std::ops::Range<usize>| {
            let note = Note::new(text, None);
            let (span, new) = without_words(&note, words);
            let mut out = text.to_owned();
            out.replace_range(span.start..span.end, &new);
            out
        };
        assert_eq!(without("As friends, we should connect.", 0..2), "We should connect.");
        assert_eq!(without("We should, my dear friend, connect.", 2..5), "We should connect.");
        assert_eq!(without("We should connect, my friend.", 3..5), "We should connect.");
    }
}
