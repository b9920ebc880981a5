//! Reads a draft as its moves: greeting, pieces of prose, sign-off; what was found in them is mended or cut on the way.

use super::compose::formal;
use super::mend::{self, Mends};
use super::wording::{Wording, has};
use crate::note::{Greeting, Note, SignOff};
use crate::text::find;
use crate::text::fold::fold;
use crate::text::marks;
use crate::text::order::sort_by_key;
use crate::text::{Gap, Shape, Span, WordKind};
use std::cell::OnceCell;
use std::ops::Range;

/// The greeting of a draft.
#[derive(Debug, Clone)]
pub(super) struct Hello {
    /// The words before the name: "Hi", "Sehr geehrte"; may be empty.
    pub word: String,
    /// Who is greeted, with titles.
    pub name: Option<String>,
    /// What follows: ",", "!", " –".
    pub mark: String,
    /// White space after it.
    pub gap: &'static str,
    /// The word that follows, as written.
    pub next: String,
}

/// What a piece says, as far as it decides what may happen to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Move {
    /// Who I am, what we share, their work: the start.
    Link,
    /// Why.
    Reason,
    /// What I can do.
    Offer,
    /// The wish to connect.
    Ask,
    /// Says nothing to anybody.
    Filler,
    /// Thanks and hopes at the end.
    Thanks,
    /// The rest.
    Plain,
}

/// A sentence, or what is left of one.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// Its words, mended.
    pub text: String,
    /// The words of the draft that it was.
    pub words: Range<usize>,
    /// White space before it in the draft.
    pub gap: &'static str,
    /// What it says.
    pub does: Move,
    /// The signals that show in it.
    pub signals: Vec<&'static str>,
    /// The words that show a signal, and the names and numbers: no cut may touch them.
    pub precious: Vec<String>,
    /// Whether it holds a name or a number.
    pub has_facts: bool,
    /// Whether it says nothing but the wish to connect.
    pub only_asks: bool,
    /// Whether it points back to the piece before.
    pub points_back: bool,
    /// Its words in the formal way, once somebody asked for them.
    formal: OnceCell<String>,
}

impl Piece {
    /// Its words in the formal way.
    pub(super) fn formal(&self, wording: &Wording) -> &str {
        self.formal.get_or_init(|| formal(&self.text, wording))
    }
}

/// A draft, read.
#[derive(Debug)]
pub(super) struct Draft {
    /// How it opens.
    pub hello: Option<Hello>,
    /// Its prose.
    pub pieces: Vec<Piece>,
    /// How it closes, as written, and the writer's name in it.
    pub closing: Option<Closing>,
    /// Facts whose clause had to go although they were not what was found.
    pub stranded: Vec<String>,
    /// The rules that fired on it.
    pub rules: Vec<&'static str>,
}

/// The end of a letter.
#[derive(Debug, Clone)]
pub(super) struct Closing {
    /// All of it, as written.
    pub text: String,
    /// White space before it.
    pub gap: &'static str,
    /// The writer's name and what follows it.
    pub name: Option<String>,
}

/// White space as one of four kinds.
fn gap_of(space: &str) -> &'static str {
    match marks::count(space, '\n') {
        0 if space.is_empty() => "",
        0 => " ",
        1 => "\n",
        _ => "\n\n",
    }
}

/// Marks that open a sentence.
pub(super) const OPENING: &str = "¿¡\"“„«(‘";

/// Words (folded) that stand for a name that the writer does not know: "Dear Sir or Madam".
const ANYBODY: &[&str] = &[
    "sir", "sirs", "madam", "maam", "mam", "ma'am", "or", "und", "damen", "herren", "madame", "monsieur", "senores", "signori", "heer",
    "mevrouw",
];

/// A bracket that is open for more bytes than this was forgotten.
const LONGEST_REMARK: usize = 300;

/// Reads `note`, with `mends` in mind.
pub(super) fn read(note: &Note, mends: &Mends, wording: &Wording) -> Draft {
    let greeting = note.greeting();
    let body = greeting.as_ref().map_or(0, |greeting| greeting.words.end);
    // "Hello neighbor," and "Dear Sir or Madam" greet nobody by name.
    let before_comma = |at: usize| at == body && note.words().get(at + 1).is_some_and(|next| next.gap == Gap::Comma);
    let goes_on = |at: usize| {
        let word = note.words().get(at).filter(|word| word.gap <= Gap::Space);
        word.is_some_and(|word| has(ANYBODY, note.folded(word)) || (word.shape == Shape::Lower && before_comma(at)))
    };
    let all = note.words().len();
    let body = if body > 0 { (body..all).find(|&at| !goes_on(at)).unwrap_or(all) } else { 0 };
    let sign_off = note.sign_off().filter(|sign_off| sign_off.words.start >= body);
    let prose_end = sign_off.as_ref().map_or(note.words().len(), |sign_off| sign_off.words.start);
    let mut draft = Draft {
        hello: greeting.map(|greeting| hello(note, &greeting, body, mends)),
        pieces: Vec::new(),
        closing: sign_off.map(|sign_off| closing(note, &sign_off, mends)),
        stranded: Vec::new(),
        rules: mends.rules.clone(),
    };
    let names = note.names();
    let mut start = body;
    for sentence in 0..note.sentence_count() {
        let end = note.sentence(sentence).end.min(prose_end);
        // No sentence ends inside brackets: "(ref. no. 12)".
        let so_far = Span::new(note.span(0..start).end, note.words().get(end).map_or(note.text().len(), |word| word.span.start));
        let so_far = so_far.of(note.text());
        let is_open = so_far.len() <= LONGEST_REMARK && marks::count(so_far, '(') > marks::count(so_far, ')');
        if start < end && (end == prose_end || !is_open) {
            draft.sentence(note, &(start..end), names, mends, wording);
            start = end;
        }
    }
    draft
}

fn hello(note: &Note, greeting: &Greeting, body: usize, mends: &Mends) -> Hello {
    let text = note.text();
    let end = note.span(0..body).end.max(greeting.span.end);
    let next = note.words().get(body).map_or(text.len(), |word| word.span.start);
    let between = marks::trim_end(text.get(end..next).unwrap_or_default(), OPENING);
    let mark = between.trim_end();
    let with_anybody = Span::new(greeting.span.start, end);
    let before = greeting.name.map_or(with_anybody, |name| Span::new(greeting.span.start, name.start));
    // "Hello my dear friend": the first word is greeting enough.
    let before = if mends.drops.iter().any(|drop| drop.span.overlaps(before)) {
        note.span(greeting.words.start..greeting.words.start + 1)
    } else {
        before
    };
    Hello {
        word: mends.apply(text, before).trim_end().to_owned(),
        name: greeting.name.map(|span| mends.apply(text, span)),
        mark: mark.to_owned(),
        gap: gap_of(between.get(mark.len()..).unwrap_or_default()),
        next: note.words().get(body).map_or("", |word| word.span.of(text)).to_owned(),
    }
}

fn closing(note: &Note, sign_off: &SignOff, mends: &Mends) -> Closing {
    let text = note.text();
    let before = text.get(..sign_off.span.start).unwrap_or_default();
    let bare = marks::trim_end(before, "¡-–— ~");
    let lead = before.get(bare.len()..).unwrap_or_default().trim_start();
    let space = before.get(..before.len() - lead.len()).unwrap_or_default();
    let tail = text.get(sign_off.span.end..).unwrap_or_default();
    let mark: String = tail.chars().take_while(|c| matches!(c, '.' | '!' | ',' | '?')).take(1).collect();
    Closing {
        text: format!("{lead}{}{mark}", mends.apply(text, sign_off.span)),
        gap: gap_of(space.get(space.trim_end().len()..).unwrap_or_default()),
        name: sign_off.name.map(|name| mends.apply(text, Span::new(name.start, sign_off.span.end))),
    }
}

impl Draft {
    /// The writer asked for an invitation.
    pub(super) fn asked_for_invitation(&self) -> bool {
        self.rules.contains(&"asks-for-invitation")
    }

    /// The writer asked for a job.
    pub(super) fn asked_for_job(&self) -> bool {
        self.rules.contains(&"asks-for-job")
    }

    /// It gave orders, or spoke of looks.
    pub(super) fn was_rude(&self) -> bool {
        self.rules.iter().any(|rule| matches!(*rule, "demanding" | "racy"))
    }

    /// It was, or read like, a default invitation.
    pub(super) fn was_empty_talk(&self) -> bool {
        self.rules.contains(&"default-invitation")
    }

    /// Adds what is left of the words `range`.
    fn sentence(&mut self, note: &Note, range: &Range<usize>, names: &[Range<usize>], mends: &Mends, wording: &Wording) {
        let text = note.text();
        let span = span_of(note, range);
        let before = range.start.checked_sub(1).and_then(|before| note.words().get(before)).map_or(0, |word| word.span.end);
        let space = text.get(before..span.start).unwrap_or_default();
        let facts: Vec<Span> = facts(note, names, range);
        let mended = mend::sentence(note, range.clone(), span, &facts, mends, wording);
        let gone = |at: Span| mended.dropped.iter().any(|cut| cut.overlaps(at));
        let was_found = |at: Span| mends.drops.iter().any(|drop| drop.span.overlaps(at));
        let wanted = mends.drops.iter().any(|drop| drop.span.overlaps(span) && matches!(drop.rule, "asks-for-job" | "asks-for-favor"));
        let has_address = mends.drops.iter().any(|drop| drop.span.overlaps(span) && drop.rule == "contains-link");
        if wanted && !has_address {
            let left: Vec<Span> = facts.iter().copied().filter(|&fact| gone(fact) && !was_found(fact)).collect();
            self.stranded.extend(phrases(text, &left));
        }
        if mended.text.is_empty() || marks::starts_with(&mended.text, "'’") {
            return;
        }
        let kept = |at: Span| span.overlaps(at) && !gone(at);
        let mut signals: Vec<&'static str> = mends.signals.iter().filter(|signal| kept(signal.1)).map(|signal| signal.0).collect();
        // A sentence that we wrote ourselves is known without a signal.
        signals.extend(wording.own_signal(&mend::capital(&mended.text)).filter(|own| !signals.contains(own)));
        let has_facts = facts.iter().copied().any(kept);
        let folded = fold(&mended.text);
        let length = folded.split_whitespace().count();
        let speaks_of_it = signals.contains(&"polite-ask") || (signals.is_empty() && has_phrase(&wording.connect, &folded));
        let only_asks = wording.is_own_ask(&mend::capital(&mended.text))
            || (!mended.asks && speaks_of_it && !has_facts && is_single(&folded, wording) && signals.iter().all(|&id| id == "polite-ask"));
        let says_nothing = signals.is_empty() && !has_facts && length <= 14;
        let any = |phrases: &[&str]| phrases.iter().any(|phrase| find::contains(&folded, phrase));
        let does = if wording.is_own_interest(&mended.text) {
            Move::Filler
        } else if only_asks || mended.asks {
            Move::Ask
        } else if says_nothing && any(&wording.filler) {
            Move::Filler
        } else if says_nothing && any(&wording.thanks) {
            Move::Thanks
        } else if signals.contains(&"polite-ask") {
            Move::Ask
        } else if signals.iter().any(|id| matches!(*id, "common-ground" | "their-work")) {
            Move::Link
        } else if signals.contains(&"states-reason") {
            Move::Reason
        } else if signals.contains(&"offers-value") {
            Move::Offer
        } else {
            Move::Plain
        };
        let first = folded.get(..marks::run(&folded, &char::is_alphanumeric)).unwrap_or_default();
        let shown = mends.signals.iter().map(|signal| signal.1).chain(facts).filter(|&at| kept(at));
        let precious = shown.map(|at| mends.apply(text, at)).filter(|words| find::contains(&mended.text, words)).collect();
        self.pieces.push(Piece {
            precious,
            points_back: has(&wording.pointers, first),
            text: mended.text,
            words: range.clone(),
            gap: gap_of(space.get(space.trim_end().len()..).unwrap_or_default()),
            does,
            signals,
            has_facts,
            only_asks,
            formal: OnceCell::new(),
        });
    }
}

/// Facts that stand close together as one phrase: "Underwriting at Aviva".
fn phrases(text: &str, facts: &[Span]) -> Vec<String> {
    let mut out: Vec<Span> = Vec::new();
    for &fact in facts.iter().filter(|fact| fact.of(text).contains(char::is_lowercase)) {
        match out.last_mut() {
            Some(last) if last.end <= fact.start && is_link(text.get(last.end..fact.start).unwrap_or_default()) => last.end = fact.end,
            _ => out.push(fact),
        }
    }
    out.into_iter().map(|span| span.of(text).to_owned()).collect()
}

/// One or two small words between two facts.
fn is_link(between: &str) -> bool {
    between.split_whitespace().count() <= 2 && between.chars().all(|c| c.is_alphabetic() || c == ' ')
}

/// A short sentence of one clause.
fn is_single(folded: &str, wording: &Wording) -> bool {
    !marks::has(folded, ",;:–—")
        && folded.split_whitespace().count() <= 12
        && !folded.split_whitespace().any(|word| has(&wording.joins, word))
}

/// A run of words with the marks that open and close it.
fn span_of(note: &Note, range: &Range<usize>) -> Span {
    let text = note.text();
    let inner = note.span(range.clone());
    let before = text.get(..inner.start).unwrap_or_default();
    let start = marks::trim_end(before, OPENING).len();
    let next = note.words().get(range.end).map_or(text.len(), |word| word.span.start);
    let tail = marks::trim_end(text.get(inner.end..next).unwrap_or_default(), OPENING).trim_end();
    // A dash or a comma before what comes next is not this sentence's mark.
    let tail = marks::trim_end_where(tail, &|c| c.is_whitespace() || matches!(c, ',' | '-' | '–' | '—'));
    Span::new(start, inner.end + tail.len())
}

/// Names and numbers among some words.
fn facts(note: &Note, names: &[Range<usize>], range: &Range<usize>) -> Vec<Span> {
    let numbers = range.clone().filter(|&at| note.words().get(at).is_some_and(|word| word.kind == WordKind::Number)).map(|at| at..at + 1);
    names.iter().filter(|name| range.contains(&name.start)).cloned().chain(numbers).map(|words| note.span(words)).collect()
}

/// Every name and number of a note, in order.
pub(super) fn all_facts(note: &Note) -> Vec<Span> {
    let mut all = facts(note, note.names(), &(0..note.words().len()));
    // "Salve Ettore": the word of greeting is no part of the name.
    if let Some(name) = note.greeting().and_then(|greeting| greeting.name) {
        for fact in all.iter_mut().filter(|fact| fact.overlaps(name)) {
            fact.start = fact.start.max(name.start);
        }
    }
    sort_by_key(&mut all, |fact| *fact);
    all
}

/// Whether a folded text has one of these words or phrases; an entry that ends in `*` is the start of a word.
pub(super) fn has_phrase(list: &[&str], folded: &str) -> bool {
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    list.iter().any(|entry| {
        let (stem, open) = entry.strip_suffix('*').map_or((*entry, false), |stem| (stem, true));
        let mut from = 0;
        while let Some(at) = find::find_from(folded, stem, from) {
            from = at + stem.len();
            let before = folded.get(..at).and_then(|text| text.chars().next_back());
            let after = folded.get(from..).and_then(|text| text.chars().next());
            if edge(before) && (open || edge(after)) {
                return true;
            }
        }
        false
    })
}
