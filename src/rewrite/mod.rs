//! Better wordings, built from the writer's own words.
//!
//! A draft is read as moves ([`draft`]), what was found in it is mended or cut ([`mend`]), and the pieces are put together in
//! three styles and made to fit ([`compose`], [`fit`]). Nothing is invented: a fact that is missing becomes a marked blank.
//! Every rewrite is reviewed like a note before it is offered, with words in the place of its blanks (see
//! [`wording::Wording::blanks`]); one that carries a problem or loses a signal of the draft is mended again or not offered.

mod ask;
mod compose;
mod cuts;
mod draft;
mod fit;
mod leftovers;
mod letter;
mod mend;
pub mod share;
mod slots;
mod wording;

use crate::count::Limit;
use crate::note::Note;
use crate::report::{Blank, Range, Report, Rewrite, Style};
use crate::review::{Context, is_problem, read, review_note};
use crate::text::order::sort_by_key;
use crate::text::{Lang, Span, find, utf16_len};
use compose::Plan;
use mend::Mends;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use wording::{Wording, in_brackets};

/// How often a rewrite is mended again before it is given up.
const ROUNDS: usize = 3;

/// More units than any note has.
pub const NO_LIMIT: usize = 1 << 24;

/// How often the small corrections of a draft are made before it is taken apart.
const CORRECTIONS: usize = 2;

/// Up to three rewrites of a note, brief, warm and formal; fewer when two would be alike or one would not fit.
///
/// `report` is the review of `note` under `context`. The result is in the note's language; none in a language that has no
/// wordings or whose lexicon is not here. An empty note and a default invitation get openings with blanks.
pub fn rewrites(note: &Note, report: &Report, context: &Context) -> Vec<Rewrite> {
    let lang = if note.is_blank() { Some(context.language.or(note.language()).unwrap_or(Lang::En)) } else { note.language() };
    let Some(lang) = lang else { return Vec::new() };
    let Some(wording) = wording::of(lang) else { return Vec::new() };
    let polite = wording.register_of_blanks(note.text()).unwrap_or_else(|| register(note, lang, wording));
    let room = context.limit.units;
    // Words in the place of blanks may be longer than what stands in the brackets: length is measured by itself.
    let limit = Limit { units: NO_LIMIT, ..context.limit };
    let context = &Context { page_length: None, language: Some(lang), limit, ..context.clone() };
    // Blanks of an earlier rewrite are ours, not a forgotten template; the slots of a template become blanks.
    let (source, slots) = slots::filled(note, report, wording, polite);
    let facts = facts_outside_problems(note, report).into_iter().map(|fact| fact.of(note.text())).collect();
    let about = about_in(context, lang);
    let desk = Desk { lang, wording, polite, room, about, context, note, report, facts, slots, reviews: RefCell::default() };
    if source == note.text() {
        desk.corrected(note, report, 0)
    } else {
        let filled = read(&source, context);
        desk.corrected(&filled, &review_note(&filled, &source, context), 0)
    }
}

/// The review of a text together with the cuts for one that is too long and, if asked for, its rewrites: all that a surface shows.
pub fn review_with(text: &str, context: &Context, with_rewrites: bool) -> Report {
    let note = read(text, context);
    let mut report = review_note(&note, text, context);
    let cuts = cuts::cuts(&note, &report);
    if with_rewrites {
        report.rewrites = rewrites(&note, &report, context);
    }
    if let Some(over) = report.findings.iter_mut().find(|finding| finding.rule == "over-limit") {
        over.fixes.splice(..0, cuts);
    }
    report
}

/// The review of a text with everything.
pub fn review_with_rewrites(text: &str, context: &Context) -> Report {
    review_with(text, context, true)
}

/// The user's line about themselves, if it is in this language.
fn about_in(context: &Context, lang: Lang) -> Option<&str> {
    context.about.as_deref().map(str::trim).filter(|about| !about.is_empty() && Note::new(about, None).language() == Some(lang))
}

/// What a rewrite may lose of the draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd)]
enum Loss {
    /// Neither a signal nor a fact.
    Nothing,
    /// Signals.
    Signals,
    /// Signals, and facts that stand outside of what was found.
    Facts,
}

/// Everything that the rewrites of one note have in common.
struct Desk<'d> {
    lang: Lang,
    wording: &'static Wording,
    polite: usize,
    /// UTF-16 units that a rewrite may have.
    room: usize,
    /// The user's own line about themselves, if it is in the note's language.
    about: Option<&'d str>,
    context: &'d Context,
    /// The draft as it was written.
    note: &'d Note<'d>,
    /// Its report.
    report: &'d Report,
    /// Its facts outside of what was found.
    facts: Vec<&'d str>,
    /// Blanks that stand for slots of the draft: what is shown in the brackets, and what fills it.
    slots: Vec<(String, String)>,
    /// What was composed so far, with its report: styles and rounds often end in the same text.
    reviews: RefCell<Vec<(String, Rc<Report>)>>,
}

/// A text that was composed.
struct Candidate<'t> {
    text: &'t str,
    /// Read when it is first needed.
    note: OnceCell<Note<'t>>,
    report: Rc<Report>,
}

impl Desk<'_> {
    /// Corrects spelling and tone first, wherever in the draft, and goes on with what that gives.
    fn corrected(&self, note: &Note, report: &Report, times: usize) -> Vec<Rewrite> {
        if times < CORRECTIONS {
            let text = Mends::corrections(note, report).apply(note.text(), Span::new(0, note.text().len()));
            if text != note.text() {
                let better = read(&text, self.context);
                return self.corrected(&better, &review_note(&better, &text, self.context), times + 1);
            }
        }
        self.all(note, report)
    }

    fn all(&self, note: &Note, report: &Report) -> Vec<Rewrite> {
        let mut out: Vec<Rewrite> = Vec::new();
        let mends = Mends::new(note, report, self.wording, self.polite);
        let draft = draft::read(note, &mends, self.wording);
        let styles = [Style::Brief, Style::Warm, Style::Formal];
        let first = styles.map(|style| compose::compose(&draft, &self.plan(style)));
        for (style, text) in styles.into_iter().zip(&first) {
            let seen: Vec<&str> = out.iter().map(|other| other.text.as_str()).chain([self.note.text()]).collect();
            let Some(rewrite) = self.one(style, text.as_deref(), &draft, &seen, Loss::Nothing) else { continue };
            if !seen.contains(&rewrite.text.as_str()) {
                out.push(rewrite);
            }
        }
        if out.is_empty() && self.report.findings.iter().any(counts) {
            // A note too long or too entangled: better one that says less than none.
            let least = |loss| {
                let mut each = styles.into_iter().zip(&first);
                each.find_map(|(style, text)| self.one(style, text.as_deref(), &draft, &[self.note.text()], loss))
            };
            out.extend(least(Loss::Signals).or_else(|| least(Loss::Facts)));
        }
        out
    }

    /// What to make of the draft in a style.
    fn plan(&self, style: Style) -> Plan<'_> {
        Plan {
            style,
            lang: self.lang,
            wording: self.wording,
            polite: self.polite,
            limit: self.room,
            recipient: self.context.recipient.as_deref().filter(|name| !name.trim().is_empty()),
            about: self.about,
            lost: Vec::new(),
            slots: &self.slots,
        }
    }

    /// One rewrite: what was composed at `first` is reviewed, and mended again while something is wrong with it.
    fn one(&self, style: Style, first: Option<&str>, draft: &draft::Draft, seen: &[&str], loss: Loss) -> Option<Rewrite> {
        let mut plan = self.plan(style);
        let mut text = first?.to_owned();
        // What was mended again is what the rest is made of.
        let mut mended = None;
        // Whether what was lost got sentences of ours.
        let mut is_tried = false;
        for round in 0..=ROUNDS {
            let lacks = |fact: &&str| !find::contains(&text, fact);
            if seen.contains(&text.as_str()) || (loss < Loss::Facts && self.facts.iter().any(lacks)) {
                return None;
            }
            let candidate = self.candidate(&text);
            let result = &candidate.report;
            let has = |id: &str| result.signals.iter().any(|signal| signal.signal == id);
            let lost: Vec<&'static str> = self.report.signals.iter().map(|signal| signal.signal).filter(|id| !has(id)).collect();
            let next = if result.findings.iter().any(counts) {
                plan.lost.clone_from(&lost);
                is_tried |= round > 0 && !lost.is_empty();
                let better = mended.insert(self.read_again(&candidate));
                if loss == Loss::Facts && round > 0 {
                    // What is still entangled gives nothing that could be sent: only a new opening does.
                    better.pieces.clear();
                }
                compose::compose(better, &plan)?
            } else if lost.is_empty() || (loss > Loss::Nothing && is_tried) {
                // What a second reading would still change is changed now, so that a rewrite of the rewrite is the same.
                plan.lost.clear();
                match compose::compose(&self.read_again(&candidate), &plan) {
                    Some(again) if again != text => again,
                    _ => return self.finish(&plan, &text, result),
                }
            } else if plan.lost.len() == lost.len() && lost.iter().all(|id| plan.lost.contains(id)) && loss == Loss::Nothing {
                return None;
            } else {
                is_tried = true;
                plan.lost.extend(lost);
                sort_by_key(&mut plan.lost, |id| *id);
                plan.lost.dedup();
                compose::compose(mended.as_ref().unwrap_or(draft), &plan)?
            };
            drop(candidate);
            text = next;
        }
        None
    }

    /// A text with its report, which may be known already.
    fn candidate<'t>(&self, text: &'t str) -> Candidate<'t> {
        let known = self.reviews.borrow().iter().find(|review| review.0 == text).map(|review| Rc::clone(&review.1));
        if let Some(report) = known {
            return Candidate { text, note: OnceCell::new(), report };
        }
        let note = read(text, self.context);
        let report = Rc::new(review_note(&note, text, self.context));
        self.reviews.borrow_mut().push((text.to_owned(), Rc::clone(&report)));
        Candidate { text, note: OnceCell::from(note), report }
    }

    /// A rewrite read as a draft.
    fn read_again(&self, rewrite: &Candidate) -> draft::Draft {
        let note = rewrite.note.get_or_init(|| read(rewrite.text, self.context));
        draft::read(note, &Mends::new(note, &rewrite.report, self.wording, self.polite), self.wording)
    }

    /// The words get their brackets, and the facts are listed.
    fn finish(&self, plan: &Plan, text: &str, result: &Report) -> Option<Rewrite> {
        let all = fit::blanks(plan);
        let mut out = text.to_owned();
        for (filled, label) in &all {
            find::replace(&mut out, filled, &in_brackets(label));
        }
        let mut blanks = Vec::new();
        for (_, label) in &all {
            let shown = in_brackets(label);
            let mut from = 0;
            while let Some(at) = find::find_from(&out, &shown, from) {
                from = at + shown.len();
                let start = utf16_len(out.get(..at).unwrap_or_default());
                blanks.push(Blank { at: Range { start, end: start + utf16_len(&shown) }, label: (*label).to_owned() });
            }
        }
        sort_by_key(&mut blanks, |blank: &Blank| blank.at);
        blanks.dedup();
        let units = utf16_len(&out);
        if units > self.room || blanks.len() > 2 {
            return None;
        }
        let mut clears: Vec<&'static str> = Vec::new();
        for finding in &self.report.findings {
            if !clears.contains(&finding.rule) && !result.findings.iter().any(|left| left.rule == finding.rule) {
                clears.push(finding.rule);
            }
        }
        let mut keeps: Vec<String> = Vec::new();
        for fact in draft::all_facts(self.note) {
            let fact = fact.of(self.note.text());
            if find::contains(&out, fact) && !keeps.iter().any(|kept| kept == fact) {
                keeps.push(fact.to_owned());
            }
        }
        Some(Rewrite { style: plan.style, remaining: self.room.cast_signed() - units.cast_signed(), text: out, blanks, clears, keeps })
    }
}

/// Whether a finding speaks against a rewrite: a problem in its words, not something that could be added.
pub fn counts(finding: &crate::report::Finding) -> bool {
    is_problem(finding) && (finding.at.is_some() || matches!(finding.rule, "default-invitation" | "over-limit"))
}

/// 0 where the note is familiar with its recipient, 1 where it is polite.
fn register(note: &Note, lang: Lang, wording: &Wording) -> usize {
    let (mut familiar, mut polite) = (0, 0);
    for (at, word) in note.words().iter().enumerate() {
        let folded = note.folded(word);
        let inside = at > 0 && word.gap < crate::text::Gap::Sentence;
        let capital_you = lang == Lang::De && inside && matches!(word.span.of(note.text()), "Sie" | "Ihr" | "Ihre");
        familiar += usize::from(wording::has(&wording.familiar, folded));
        polite += usize::from(capital_you || wording::has(&wording.polite, folded));
    }
    match (familiar, polite) {
        (0, 0) => usize::from(matches!(lang, Lang::De | Lang::Fr | Lang::It)),
        (familiar, polite) => usize::from(polite > familiar),
    }
}

/// The facts of a note that stand outside of what was found in it: what no rewrite loses unless nothing else fits.
pub fn facts_outside_problems(note: &Note, report: &Report) -> Vec<Span> {
    let found = problems(note, report);
    facts(note).into_iter().filter(|fact| !found.iter().any(|span| span.overlaps(*fact))).collect()
}

/// The words in which a problem was found, with those that the rule itself would drop.
pub fn problems(note: &Note, report: &Report) -> Vec<Span> {
    let bytes = mend::Bytes::new(note.text());
    let found = report.findings.iter().filter(|finding| counts(finding));
    found
        .filter_map(|finding| {
            let dropped = finding.fixes.first().filter(|fix| fix.replacement.is_empty());
            let at = bytes.span(finding.at?);
            Some(dropped.map_or(at, |fix| at.join(bytes.span(fix.at))))
        })
        .collect()
}

/// Names and numbers of a note: what a rewrite must keep and must not invent.
pub fn facts(note: &Note) -> Vec<Span> {
    draft::all_facts(note)
}

/// The rewrite with words in the place of its blanks, as it was verified: a bracket would count as a forgotten slot.
pub fn filled(rewrite: &Rewrite) -> String {
    let mut out = rewrite.text.clone();
    for blank in &rewrite.blanks {
        find::replace(&mut out, &in_brackets(&blank.label), filling(&blank.label));
    }
    out
}

/// The words that [`filled`] puts in, one after the other.
pub fn filled_words(rewrite: &Rewrite) -> String {
    rewrite.blanks.iter().map(|blank| filling(&blank.label)).collect::<Vec<_>>().join(" ")
}

/// Whether a word is one of those that we write ourselves, in any language.
pub fn is_own_word(word: &str) -> bool {
    Lang::ALL.into_iter().filter_map(wording::of).any(|wording| wording.says(word))
}

/// Words that could fill a blank.
fn filling(label: &str) -> &'static str {
    let wordings = Lang::ALL.into_iter().filter_map(wording::of);
    let blanks = wordings.flat_map(|wording| [0, 1].map(|polite| wording.blanks(polite))).flatten();
    blanks.into_iter().find(|[_, own, _]| *own == label).map_or("Ahornhain", |[_, _, filled]| filled)
}
