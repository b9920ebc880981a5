//! Takes out of a sentence what was found in it, and leaves a sentence behind.

use super::leftovers::with_leftovers;
use super::wording::{Wording, has};
use crate::note::Note;
use crate::report::{Range as UnitRange, Report};
use crate::text::case;
use crate::text::marks;
use crate::text::order::sort_by_key;
use crate::text::{Gap, Span, find};
use std::ops::Range;

/// Words that must go.
#[derive(Debug, Clone)]
pub(super) struct Drop {
    /// Where.
    pub span: Span,
    /// Why: a rule's id.
    pub rule: &'static str,
}

/// What the report wants changed, in bytes.
#[derive(Debug, Default)]
pub(super) struct Mends {
    /// Small corrections in place, in order, without overlaps.
    pub edits: Vec<(Span, String)>,
    /// Words whose clause goes.
    pub drops: Vec<Drop>,
    /// The rules that fired.
    pub rules: Vec<&'static str>,
    /// The signals and where they show.
    pub signals: Vec<(&'static str, Span)>,
}

/// Rules whose words go, with their clause.
const DROPPED: &[&str] = &[
    "default-invitation",
    "asks-for-invitation",
    "asks-for-job",
    "asks-for-favor",
    "sales-pitch",
    "claims-friend",
    "demanding",
    "racy",
    "contains-link",
    // Slots that found no blank.
    "placeholder",
];
/// Rules whose own fix is taken as it is.
const CORRECTED: &[&str] = &["shouting", "text-speak", "poor-writing", "wrong-name"];

impl Mends {
    /// What `report` asks for in the text of `note`.
    pub(super) fn new(note: &Note, report: &Report, wording: &Wording, polite: usize) -> Self {
        let text = note.text();
        let bytes = Bytes::new(text);
        let signals = report.signals.iter().map(|signal| (signal.signal, bytes.span(signal.at)));
        let mut out = Self { signals: signals.collect(), ..Self::default() };
        for finding in &report.findings {
            if !out.rules.contains(&finding.rule) {
                out.rules.push(finding.rule);
            }
            let Some(at) = finding.at else { continue };
            let span = bytes.span(at);
            if DROPPED.contains(&finding.rule) {
                out.drops.push(Drop { span, rule: finding.rule });
            } else if finding.rule == "vague-meeting" {
                let met = wording.blanks(polite).iter().find(|[mark, ..]| *mark == "{met}").map_or("", |[_, _, filled]| filled);
                let end = end_of_clause(note, span.end, wording);
                out.edit(Span::new(end, end), format!(" {met}"));
            }
        }
        sort_by_key(&mut out.edits, |edit| edit.0);
        out
    }

    /// The small corrections alone: spelling, capitals, chat words, the name.
    pub(super) fn corrections(note: &Note, report: &Report) -> Self {
        let mut out = Self::default();
        let small = report.findings.iter().filter(|finding| CORRECTED.contains(&finding.rule));
        let fixes = small.filter_map(|finding| finding.fixes.first()).filter(|fix| !marks::has(&fix.replacement, "[{"));
        let bytes = Bytes::new(note.text());
        for fix in fixes {
            out.edit(bytes.span(fix.at), fix.replacement.clone());
        }
        sort_by_key(&mut out.edits, |edit| edit.0);
        out
    }

    fn edit(&mut self, span: Span, replacement: String) {
        let clash = |other: &(Span, String)| other.0.overlaps(span) || other.0 == span;
        if !self.edits.iter().any(clash) {
            self.edits.push((span, replacement));
        }
    }

    /// The text of `span` with the corrections in it.
    pub(super) fn apply(&self, text: &str, span: Span) -> String {
        let mut out = String::with_capacity(span.len() + 16);
        let mut at = span.start;
        for (edit, replacement) in self.edits.iter().filter(|(edit, _)| edit.start >= span.start && edit.end <= span.end) {
            if edit.start < at {
                continue;
            }
            out.push_str(text.get(at..edit.start).unwrap_or_default());
            out.push_str(replacement);
            at = edit.end;
        }
        out.push_str(text.get(at..span.end).unwrap_or_default());
        out
    }
}

/// Where the words that start before byte `from` come to a pause: the place of "at …" in "we met a while ago".
fn end_of_clause(note: &Note, from: usize, wording: &Wording) -> usize {
    let mut end = from;
    for word in note.words().iter().skip_while(|word| word.span.start < from) {
        if word.gap >= Gap::Comma || has(&wording.joins, note.folded(word)) {
            break;
        }
        end = word.span.end;
    }
    end
}

/// The byte at which each UTF-16 unit of a text starts.
pub(super) struct Bytes(Vec<usize>);

impl Bytes {
    pub(super) fn new(text: &str) -> Self {
        let mut out = Vec::with_capacity(text.len() + 1);
        for (at, c) in text.char_indices() {
            out.extend(std::iter::repeat_n(at, c.len_utf16()));
        }
        out.push(text.len());
        Self(out)
    }

    /// A range of units in bytes.
    pub(super) fn span(&self, units: UnitRange) -> Span {
        let byte = |unit: usize| self.0.get(unit).or(self.0.last()).copied().unwrap_or_default();
        Span::new(byte(units.start), byte(units.end))
    }
}

/// What is left of a sentence.
#[derive(Debug, Default)]
pub(super) struct Mended {
    /// The words; empty when nothing of use is left.
    pub text: String,
    /// The parts of the draft that are gone.
    pub dropped: Vec<Span>,
    /// Whether the polite ask was put in the place of what went.
    pub asks: bool,
}

/// Mends one sentence: the words `range`, written in `span`.
///
/// `facts` are its names and numbers: what says nothing of its own falls with what it hung on.
pub(super) fn sentence(note: &Note, range: Range<usize>, span: Span, facts: &[Span], mends: &Mends, wording: &Wording) -> Mended {
    let text = note.text();
    if !mends.drops.iter().any(|drop| drop.span.overlaps(span)) {
        return Mended { text: mends.apply(text, span), ..Mended::default() };
    }
    let clauses = clauses(note, range, mends, wording);
    let gone: Vec<bool> = clauses.iter().map(|clause| is_dropped(note, clause.clone(), mends, wording)).collect();
    let shown = |at: Span| facts.iter().chain(mends.signals.iter().map(|signal| &signal.1)).any(|says| says.overlaps(at));
    let gone = with_leftovers(note, &clauses, gone, wording, &|clause| shown(note.span(clause)));
    let mut out = Mended::default();
    let mut runs: Vec<String> = Vec::new();
    let mut open = false;
    let lost = |at: usize| gone.get(at).copied().unwrap_or(true);
    for (index, clause) in clauses.iter().enumerate() {
        let start = if index == 0 { span.start } else { note.span(clause.clone()).start };
        let next = clauses.get(index + 1).map_or(span.end, |next| note.span(next.clone()).start);
        let whole = Span::new(start, next);
        let first = folded_at(note, clause.start, wording);
        let dependent = has(&wording.dependents, &first);
        let cause = has(&wording.causes, &first);
        let leads_into_gap = index == 0 && dependent && lost(index + 1);
        let hangs_in_air = !open && index > 0 && dependent;
        let here = if lost(index) {
            None
        } else if leads_into_gap || hangs_in_air {
            // "Since we both row, could you …": the ask takes the place of what went.
            cause.then(|| {
                out.asks = true;
                format!("{}, {{ask}}", marks::trim_end(trim(mends.apply(text, whole).as_str()), ".!?"))
            })
        } else if !open && index > 0 && is_fragment(note, clause.start, wording) {
            None
        } else {
            Some(mends.apply(text, whole))
        };
        match here {
            Some(words) if open => {
                if let Some(run) = runs.last_mut() {
                    run.push_str(&words);
                }
            }
            Some(words) => {
                let words = without_join(&words, note, clause, wording);
                runs.push(if index == 0 { words } else { capital(&words) });
                open = true;
            }
            None => {
                out.dropped.push(whole);
                open = false;
                if let Some(run) = runs.last_mut() {
                    *run = trim(run).to_owned();
                }
            }
        }
    }
    let last_kept = open;
    let count = runs.len();
    let mut text_out = String::new();
    for (index, run) in runs.into_iter().enumerate() {
        let run = cut_links(&run, note, mends, wording);
        let run = run.trim();
        if run.is_empty() || (run.split_whitespace().count() < 3 && !find::contains(run, "{ask}")) {
            continue;
        }
        if !text_out.is_empty() {
            text_out.push(' ');
        }
        text_out.push_str(run);
        let ended = marks::ends_with(run, ".!?…");
        if !ended && (index + 1 < count || !last_kept || find::contains(run, "{ask}") || span_of_end(note, span)) {
            text_out.push('.');
        }
    }
    out.text = balanced(&text_out);
    if out.text.is_empty() {
        out.dropped = vec![span];
    }
    out
}

/// Whether what stands behind a colon or a dash cannot stand alone.
fn is_fragment(note: &Note, at: usize, wording: &Wording) -> bool {
    note.words().get(at).is_some_and(|word| word.gap == Gap::Clause && !has(&wording.starters, note.folded(word)))
}

/// Whether the draft's sentence ends with a mark.
fn span_of_end(note: &Note, span: Span) -> bool {
    marks::ends_with(span.of(note.text()), ".!?…")
}

fn folded_at<'n>(note: &'n Note, at: usize, wording: &Wording) -> std::borrow::Cow<'n, str> {
    let word = |at: usize| note.words().get(at).map_or("", |word| note.folded(word));
    let first = word(at);
    if has(&wording.joins, first) { word(at + 1).into() } else { first.into() }
}

/// Cuts a sentence where a new clause starts.
fn clauses(note: &Note, range: Range<usize>, mends: &Mends, wording: &Wording) -> Vec<Range<usize>> {
    let fold = |at: usize| note.words().get(at).filter(|_| at < range.end).map_or("", |word| note.folded(word));
    let mut starts = vec![range.start];
    for at in range.start + 1..range.end {
        let Some(word) = note.words().get(at) else { break };
        let joins = has(&wording.joins, note.folded(word)) && has(&wording.starters, fold(at + 1));
        let adds =
            has(&wording.dependents, note.folded(word)) && has(&wording.starters, note.folded(word)) && is_pronoun(fold(at + 1), wording);
        let starts_here = match word.gap {
            Gap::Joined => false,
            Gap::Space => joins || adds,
            Gap::Comma => {
                joins || has(&wording.starters, note.folded(word)) || mends.drops.iter().any(|drop| drop.span.start == word.span.start)
            }
            _ => true,
        };
        if starts_here {
            starts.push(at);
        }
    }
    starts.push(range.end);
    starts.windows(2).filter_map(|pair| Some(*pair.first()?..*pair.get(1)?)).collect()
}

/// Whether a clause of its own follows: "as I", "if you", "because we".
fn is_pronoun(word: &str, wording: &Wording) -> bool {
    wording.starters.iter().take(6).any(|starter| *starter == word)
}

fn is_dropped(note: &Note, clause: Range<usize>, mends: &Mends, wording: &Wording) -> bool {
    let span = note.span(clause.clone());
    mends.drops.iter().filter(|drop| drop.span.overlaps(span)).any(|drop| {
        if drop.rule != "contains-link" {
            return true;
        }
        // A clause that only leads to an address goes with it.
        let others: Vec<usize> =
            clause.clone().filter(|&at| note.words().get(at).is_some_and(|word| !word.span.overlaps(drop.span))).collect();
        let before = others.iter().rev().filter(|&&at| note.words().get(at).is_some_and(|word| word.span.end <= drop.span.start)).take(4);
        let mut lead =
            before.map(|&at| note.words().get(at).map_or("", |word| note.folded(word))).skip_while(|word| has(&wording.leads, word));
        others.len() < 4 || lead.next().is_some_and(|word| has(&wording.address_verbs, word))
    })
}

/// Cuts addresses out of words that stay, with the small word before them.
fn cut_links(run: &str, note: &Note, mends: &Mends, wording: &Wording) -> String {
    let mut out = run.to_owned();
    for drop in mends.drops.iter().filter(|drop| drop.rule == "contains-link") {
        let link = drop.span.of(note.text());
        if let Some((before, after)) = find::split_once(&out, link) {
            let mut before = marks::trim_end(before, " (@:<-–");
            while let Some((rest, last)) = marks::split_last(before, ' ')
                && has(&wording.leads, &crate::text::fold::fold(last))
            {
                before = rest;
            }
            let after = marks::trim_start(after, ")>/");
            let space = if marks::first_is(after, char::is_alphanumeric) { " " } else { "" };
            out = format!("{before}{space}{after}");
        }
    }
    out
}

/// Without the word that joined it to a clause that is gone.
fn without_join(words: &str, note: &Note, clause: &Range<usize>, wording: &Wording) -> String {
    let first = note.words().get(clause.start);
    let joins = first.is_some_and(|word| word.gap < Gap::Sentence && has(&wording.joins, note.folded(word)));
    match first {
        Some(word) if joins => marks::trim_start(words.get(word.span.len()..).unwrap_or_default(), " ,").to_owned(),
        _ => words.to_owned(),
    }
}

/// Without the marks that led to what is gone.
fn trim(words: &str) -> &str {
    marks::trim_end(words, " ,;:-–—(\n&/+")
}

/// With a capital first, unless it is written with capitals inside (`iOS`).
pub(super) fn capital(words: &str) -> String {
    let at = words.len() - marks::trim_start(words, super::draft::OPENING).len();
    let (marks, rest) = words.split_at_checked(at).unwrap_or(("", words));
    let mut letters = rest.chars();
    let Some(first) = letters.next() else { return words.to_owned() };
    let word: String = rest.chars().take_while(|c| c.is_alphanumeric()).collect();
    if word.chars().skip(1).any(char::is_uppercase) {
        return words.to_owned();
    }
    let mut out = marks.to_owned();
    out.push(case::upper(first));
    out.push_str(letters.as_str());
    out
}

/// Without brackets that lost their partner; where a remark began a dash stands.
fn balanced(text: &str) -> String {
    let without = |text: &str, bracket: char| {
        let mut out = text.to_owned();
        find::replace(&mut out, " (", if bracket == '(' { " – " } else { " (" });
        out.retain(|c| c != bracket);
        out
    };
    let opens = marks::count(text, '(');
    let closes = marks::count(text, ')');
    match opens.cmp(&closes) {
        std::cmp::Ordering::Equal => text.to_owned(),
        std::cmp::Ordering::Greater => without(text, '('),
        std::cmp::Ordering::Less => without(text, ')'),
    }
}
