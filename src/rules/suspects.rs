//! What a rule says of sentences in which none of its phrases stands, when all words together speak for it, see
//! [`crate::evidence`].

use super::requests::{Instead, ways_out};
use super::{asks_for_favor, asks_for_job, claims_friend, default_invitation, demanding, racy, sales_pitch};
use crate::excise;
use crate::message::{Message, say};
use crate::note::Note;
use crate::rule::{Findings, Fix, Found};
use crate::text::Span;

/// So many words of a sentence are quoted: enough to know it by.
const WORDS_QUOTED: usize = 5;

/// The finding of a rule about sentences, the one that speaks for it most first; none of a rule that needs to
/// know more: whether a place is named, say.
pub(crate) fn suspect(rule: &str, note: &Note, sentences: &[usize]) -> Vec<Found> {
    let Some(&sentence) = sentences.first() else { return Vec::new() };
    let span = excise::sentence_span(note, sentence);
    if note.is_quoted(span) {
        return Vec::new();
    }
    let mut out = Findings::default();
    let mut tell = |message: fn(&str) -> Message, fixes: Vec<Fix>| out.push(span, message(&opening(note, sentence)), fixes);
    let request = |instead| match sentences {
        [sentence] => ways_out(note, *sentence, note.sentence(*sentence).end, instead),
        _ => vec![excise::drop_sentences(note, say!("Leave it out"), sentences)],
    };
    match rule {
        "asks-for-favor" => tell(asks_for_favor::message, request(Instead::Offer)),
        "asks-for-job" => tell(asks_for_job::message, request(Instead::Interest)),
        "demanding" => tell(demanding::message, request(Instead::Connect)),
        "claims-friend" => tell(claims_friend::message, vec![claims_friend::drop(note, sentences)]),
        "racy" => tell(racy::message, vec![racy::drop(note, sentences)]),
        "sales-pitch" => tell(sales_pitch::message, vec![sales_pitch::drop(note, sentences)]),
        "default-invitation" => {
            let start = excise::sentence_span(note, 0).start;
            default_invitation::report(note, Span::new(start, note.text().trim_end().len().max(start)), &mut out);
        }
        _ => {}
    }
    out.into_vec()
}

/// The first words of a sentence, behind its greeting.
fn opening(note: &Note, sentence: usize) -> String {
    let span = excise::sentence_span(note, sentence);
    let mut words = note.words().iter().filter(|word| word.span.start >= span.start && word.span.end <= span.end);
    let Some(last) = words.by_ref().take(WORDS_QUOTED).last() else { return span.of(note.text()).to_owned() };
    match words.next() {
        Some(_) => format!("{}…", Span::new(span.start, last.span.end).of(note.text())),
        None => Span::new(span.start, last.span.end).of(note.text()).to_owned(),
    }
}
