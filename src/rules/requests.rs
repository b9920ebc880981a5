//! What the rules about requests share: which sentences ask, and the ways to take a request out of a note.

use crate::lexicon::Hit;
use crate::message::{Message, say};
use crate::note::Note;
use crate::rule::{Fix, Safety};
use crate::text::marks;
use crate::text::{Gap, Lang, Span};

/// The first hit of each sentence, in the order of the words.
pub(super) fn one_a_sentence(note: &Note, hits: Vec<Hit>) -> Vec<Hit> {
    let mut out: Vec<Hit> = Vec::new();
    for hit in hits {
        if !out.iter().any(|known| note.sentence_of(*known) == note.sentence_of(hit)) {
            out.push(hit);
        }
    }
    out
}

/// Whether an owner's section found anything in a sentence.
pub(super) fn any_in(note: &Note, sentence: usize, owner: &str, section: &str) -> bool {
    note.hits(owner, section).iter().any(|hit| note.sentence_of(*hit) == sentence)
}

/// Indices of the words of a request: its sentence without the greeting before it.
pub(super) fn body(note: &Note, sentence: usize) -> std::ops::Range<usize> {
    let all = note.sentence(sentence);
    if !note.word_is(all.start, "greeting_word") {
        return all;
    }
    let gap = |at: usize| note.words().get(at).map_or(Gap::Line, |word| word.gap);
    let start = (all.start + 1..all.end).find(|&at| gap(at) >= Gap::Comma).unwrap_or(all.start);
    start..all.end
}

/// The ways out of a request whose words end at `end`: leave it out, or put `instead` in its place.
///
/// A wish to connect before it in the same sentence stays: "could we connect and talk?" becomes "could we connect?".
pub(super) fn ways_out(note: &Note, sentence: usize, end: usize, instead: Instead) -> Vec<Fix> {
    let body = body(note, sentence);
    let mut fixes = Vec::new();
    let drop = |span| Fix::drop(say!("Leave it out"), span, Safety::Suggest);
    if !matches!(instead, Instead::Connect)
        && let Some(at) = tail(note, &body, end)
    {
        let from = note.span(body.start..at).end;
        fixes.push(drop(Span::new(from, note.span(body.clone()).end)));
        return fixes;
    }
    let whole = with_marks(note.text(), note.span(body.clone()));
    let rest = note.words().len().saturating_sub(body.len());
    if rest > 0 {
        fixes.push(drop(with_blank(note.text(), whole)));
    }
    if let Some(lang) = note.language() {
        let (label, replacement) = instead.text(lang);
        fixes.push(Fix::put(label, whole, replacement.into(), Safety::Suggest));
    }
    fixes
}

/// Where the request begins that hangs on a wish to connect: the word after which the sentence can end.
fn tail(note: &Note, body: &std::ops::Range<usize>, end: usize) -> Option<usize> {
    let wish = (body.start..end).find(|&word| note.word_is(word, "connect_word"))?;
    let comma = |at: usize| note.words().get(at).is_some_and(|word| word.gap >= Gap::Comma);
    (wish + 1..end).find(|&at| note.word_is(at, "and_word") || comma(at))
}

/// The span with the marks that open and close its sentence.
fn with_marks(text: &str, span: Span) -> Span {
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    let start = marks::trim_end(before, "¿¡(\"“„«").len();
    let marks = marks::run(after, &|c| !c.is_whitespace() && !c.is_alphanumeric());
    // French sets a space before its marks.
    let spaced = marks::trim_start(after.get(marks..).unwrap_or_default(), " \u{a0}\u{202f}");
    let marks = if marks == 0 && marks::starts_with(spaced, "?!") { after.len() - marks::trim_start(spaced, "?!").len() } else { marks };
    Span::new(start, span.end + marks)
}

/// The span with the blank on one side, so that what is left joins cleanly.
fn with_blank(text: &str, span: Span) -> Span {
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    let ahead = after.len() - after.trim_start().len();
    if after.trim().is_empty() {
        return Span::new(before.trim_end().len(), text.len());
    }
    Span::new(span.start, span.end + ahead)
}

/// What can stand where a request stood.
#[derive(Debug, Clone, Copy)]
pub(super) enum Instead {
    /// An offer of one's own.
    Offer,
    /// Interest in the line of work.
    Interest,
    /// The question whether to connect.
    Connect,
}

impl Instead {
    /// The button's label, and a sentence that fits formal and familiar notes alike.
    fn text(self, lang: Lang) -> (Message, &'static str) {
        match self {
            Self::Offer => (
                say!("Offer something instead"),
                match lang {
                    Lang::En => "If I can ever be of use to you, I'd be glad to.",
                    Lang::De => "Wenn ich einmal nützlich sein kann, gern.",
                    Lang::Fr => "Si je peux être utile un jour, ce sera avec plaisir.",
                    Lang::Es => "Si algún día puedo ser de ayuda, con mucho gusto.",
                    Lang::Pt => "Se um dia eu puder ajudar, será um prazer.",
                    Lang::It => "Se un giorno posso essere utile, lo faccio volentieri.",
                    Lang::Nl => "Als ik ooit iets kan betekenen, doe ik dat graag.",
                },
            ),
            Self::Interest => (
                say!("Show interest instead"),
                match lang {
                    Lang::En => "I'd like to get to know this line of work better.",
                    Lang::De => "Ich möchte dieses Fach besser kennenlernen.",
                    Lang::Fr => "J'aimerais mieux connaître ce métier.",
                    Lang::Es => "Me gustaría conocer mejor este oficio.",
                    Lang::Pt => "Gostaria de conhecer melhor essa profissão.",
                    Lang::It => "Vorrei conoscere meglio questo mestiere.",
                    Lang::Nl => "Ik leer dit vak graag beter kennen.",
                },
            ),
            Self::Connect => (
                say!("Ask to connect instead"),
                match lang {
                    Lang::En => "May I connect?",
                    Lang::De => "Wollen wir uns vernetzen?",
                    Lang::Fr => "Un contact ici me ferait plaisir.",
                    Lang::Es => "¿Conectamos?",
                    Lang::Pt => "Vamos nos conectar?",
                    Lang::It => "Ci colleghiamo?",
                    Lang::Nl => "Zullen we contact leggen?",
                },
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{with_blank, with_marks};
    use crate::text::Span;

    /// What is left of `text` without `part` and its marks.
    fn without(text: &str, part: &str) -> String {
        let start = text.find(part).unwrap();
        let span = with_blank(text, with_marks(text, Span::new(start, start + part.len())));
        Span::new(0, span.start).of(text).to_owned() + Span::new(span.end, text.len()).of(text)
    }

    #[test]
    fn a_dropped_sentence_takes_its_marks_and_one_blank_along() {
        assert_eq!(without("One. Two three? Four.", "Two three"), "One. Four.");
        assert_eq!(without("Hi Jo, two three? Four.", "two three"), "Hi Jo, Four.");
        assert_eq!(without("One.\n\n¿Two? \nFour", "Two"), "One.\n\nFour");
        assert_eq!(without("One. Un mot ?", "Un mot"), "One.");
    }
}
