//! A note as the rules see it: its words, sentences, languages and every phrase found in it.

mod greeting;
mod names;
mod sign_off;

pub use greeting::Greeting;
pub use sign_off::SignOff;

use crate::count::{Count, Limit};
use crate::lexicon::{self, Hit, Reading};
use crate::text::language::{self, Languages};
use crate::text::words::{self, Words};
use crate::text::{Gap, Lang, Span, Word, WordKind, utf16_len};
use std::cell::OnceCell;

/// Text beyond this many bytes is counted, not judged: a note has 300 characters, and a pasted book must not freeze a page.
pub const MAX_CHECKED_BYTES: usize = 12_000;

/// A note, read once.
#[derive(Debug)]
pub struct Note<'t> {
    text: &'t str,
    words: Words,
    languages: Languages,
    /// By the grammar for every language, that of the main language, that of the other one.
    readings: [Option<Reading>; 3],
    greeting: OnceCell<Option<Greeting>>,
    sign_off: OnceCell<Option<SignOff>>,
    names: OnceCell<Vec<std::ops::Range<usize>>>,
    frame: Frame,
    whole: bool,
}

/// What is known about a note beside its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// The whole text's length and its limit.
    pub count: Count,
    /// The recipient's name as the page gives it.
    pub recipient: Option<String>,
}

impl<'t> Note<'t> {
    /// Reads a text; `language` overrides the guess. Its limit is the assumed one and its recipient unknown.
    pub fn new(text: &'t str, language: Option<Lang>) -> Self {
        Self::in_frame(text, language, Frame { count: Count::new(utf16_len(text), None, Limit::default()), recipient: None })
    }

    /// Reads a text of which more is known.
    pub fn in_frame(text: &'t str, language: Option<Lang>, frame: Frame) -> Self {
        let whole = text.len() <= MAX_CHECKED_BYTES;
        let text = text.get(..text.floor_char_boundary(MAX_CHECKED_BYTES)).unwrap_or(text);
        let words = words::words(text);
        let mut languages = language::guess(&words, lexicon::small_words());
        if let Some(lang) = language {
            languages = Languages { main: Some(lang), other: languages.main.filter(|&guess| guess != lang).and(languages.other) };
        }
        let read = |grammar| Reading::new(lexicon::grammar(grammar), &words);
        let readings = [Some(read(None)), languages.main.map(|main| read(Some(main))), languages.other.map(|other| read(Some(other)))];
        Self {
            text,
            words,
            languages,
            readings,
            greeting: OnceCell::new(),
            sign_off: OnceCell::new(),
            names: OnceCell::new(),
            frame,
            whole,
        }
    }

    /// The text that is judged: all of it, or its first [`MAX_CHECKED_BYTES`].
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Whether all of the text is judged.
    pub fn is_whole(&self) -> bool {
        self.whole
    }

    /// What is known beside the text.
    pub fn frame(&self) -> &Frame {
        &self.frame
    }

    /// Its words.
    pub fn words(&self) -> &[Word] {
        &self.words.list
    }

    /// The language of most of it.
    pub fn language(&self) -> Option<Lang> {
        self.languages.main
    }

    /// The lexicons that its words call for and that are not here, see [`lexicon::take_in`].
    pub fn unread(&self) -> Vec<Option<Lang>> {
        let Languages { main, other } = self.languages;
        let needed = [Some(None), main.map(Some), other.map(Some)];
        needed.into_iter().flatten().filter(|&lang| !lexicon::is_here(lang)).collect()
    }

    /// The folded form of a word.
    pub fn folded(&self, word: &Word) -> &str {
        self.words.folded_of(word)
    }

    /// How many sentences it has.
    pub fn sentence_count(&self) -> usize {
        self.words.sentences.len()
    }

    /// Indices of a sentence's words.
    pub fn sentence(&self, index: usize) -> std::ops::Range<usize> {
        let start = self.words.sentences.get(index).map_or(self.words.list.len(), |s| s.0);
        let end = self.words.sentences.get(index + 1).map_or(self.words.list.len(), |s| s.0);
        start..end
    }

    /// Whether the sentence ends with a question mark.
    pub fn is_question(&self, sentence: usize) -> bool {
        self.words.sentences.get(sentence).is_some_and(|s| s.1 == '?')
    }

    /// From the start of one word to the end of another: words `range.start..range.end`.
    pub fn span(&self, range: std::ops::Range<usize>) -> Span {
        let start = self.words.list.get(range.start).map_or(self.text.len(), |word| word.span.start);
        let end = range.end.checked_sub(1).and_then(|last| self.words.list.get(last)).map_or(start, |word| word.span.end);
        Span::new(start, end)
    }

    /// Whether the words that a span touches stand in quotation marks, and others do not: then they are somebody else's.
    pub fn is_quoted(&self, span: Span) -> bool {
        let words = &self.words.list;
        let first = words.partition_point(|word| word.span.end <= span.start);
        let mut touched = words.get(first..).unwrap_or_default().iter().take_while(|word| word.span.start < span.end).peekable();
        touched.peek().is_some() && touched.all(|word| word.quoted) && words.iter().any(|word| !word.quoted)
    }

    /// Whether a word is in a set that the language's files name (`@name`), a set of single words.
    pub fn word_is(&self, word: usize, set: &str) -> bool {
        self.readings().any(|reading| reading.word_is(word, set))
    }

    fn readings(&self) -> impl Iterator<Item = &Reading> {
        self.readings.iter().flatten()
    }

    /// What the patterns of an owner's section found, in the order of the words: those for every language first, then by language.
    pub fn hits(&self, owner: &str, section: &str) -> Vec<Hit> {
        let mut out = Vec::new();
        for reading in self.readings() {
            out.extend_from_slice(reading.hits(owner, section));
        }
        out
    }

    /// Everything that an owner's patterns found, with the names of the sections.
    pub fn all_hits(&self, owner: &str) -> Vec<(&'static str, Hit)> {
        let mut out = Vec::new();
        for reading in self.readings() {
            reading.all_hits(owner, &mut out);
        }
        out
    }

    /// Every section that found anything: its owner, its name, and what it found. A section that has patterns for every language
    /// and for one may come twice.
    pub fn sections(&self) -> impl Iterator<Item = (&'static str, &'static str, &[Hit])> {
        self.readings().flat_map(Reading::sections)
    }

    /// Whether an owner's section found anything.
    pub fn any(&self, owner: &str, section: &str) -> bool {
        self.readings().any(|reading| !reading.hits(owner, section).is_empty())
    }

    /// The hits of `flag` that share no word with a hit of `veto`.
    pub fn hits_unless(&self, owner: &str, flag: &str, veto: &str) -> Vec<Hit> {
        let mut out = self.hits(owner, flag);
        if !out.is_empty() {
            let vetoes = self.hits(owner, veto);
            out.retain(|hit| !vetoes.iter().any(|veto| veto.first < hit.end && hit.first < veto.end));
        }
        out
    }

    /// The reported part of the first hit in an owner's section `flag` that shares no word with one in `veto`.
    pub fn first_mark(&self, owner: &str) -> Option<Span> {
        self.hits_unless(owner, "flag", "veto").first().map(|hit| self.mark(*hit))
    }

    /// The span of a hit's reported part.
    pub fn mark(&self, hit: Hit) -> Span {
        self.span(hit.mark_first..hit.mark_end)
    }

    /// Index of a hit's sentence.
    pub fn sentence_of(&self, hit: Hit) -> usize {
        self.words.list.get(hit.first).map_or(0, |word| word.sentence as usize)
    }

    /// The whole clause around a word: back and forth to the next dash, colon, bracket or sentence end.
    pub fn clause(&self, word: usize) -> std::ops::Range<usize> {
        let gap = |at: usize| self.words.list.get(at).map_or(Gap::Line, |word| word.gap);
        let mut start = word;
        while start > 0 && gap(start) < Gap::Clause {
            start -= 1;
        }
        let mut end = word + 1;
        while end < self.words.list.len() && gap(end) < Gap::Clause {
            end += 1;
        }
        start..end
    }

    /// Whether it has any word, number, emoji or link at all.
    pub fn is_blank(&self) -> bool {
        self.words.list.is_empty()
    }

    /// How many words of letters it has.
    pub fn letter_words(&self) -> usize {
        self.words.list.iter().filter(|word| word.kind == WordKind::Letters).count()
    }
}
