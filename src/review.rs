//! Reads a note, runs every rule and signal, and puts together the report.

use crate::count::{Count, Limit};
use crate::evidence::{Evidence, Verdict};
use crate::missing;
use crate::note::{Frame, Note};
use crate::report::{Edit, Finding, Range, Report, SignalFound};
use crate::rule::{Findings, Found, Rule, Severity, Signal};
use crate::rules::{self, RULES};
use crate::score;
use crate::settings::wording;
use crate::signals::SIGNALS;
use crate::text::order::sort_by_key;
use crate::text::{Lang, Span, Utf16, utf16_len};

/// What is known beside the text.
#[derive(Debug, Clone, Default)]
pub struct Context {
    /// How long the note may be.
    pub limit: Limit,
    /// The page's own count of the same text, if it shows one.
    pub page_length: Option<usize>,
    /// The recipient's name as the page gives it.
    pub recipient: Option<String>,
    /// The note's language, if the caller knows it.
    pub language: Option<Lang>,
    /// Ids of rules that are switched off.
    pub rules_off: Vec<String>,
    /// Wordings that their rules let pass, each as [`wording`] has it.
    pub allowed: Vec<String>,
    /// One sentence of the user's on themselves: beside the note the only source of facts that a rewrite may use.
    pub about: Option<String>,
}

/// What a note that says nothing does not say; a default invitation has none of these by definition.
const NOT_IN_A_DEFAULT: &[&str] = &["common-ground", "their-work", "states-reason", "offers-value"];

/// Reviews a text: counter, findings, signals, score. The rewrites come from [`crate::rewrite`].
///
/// Total: any text gives a report.
pub fn review(text: &str, context: &Context) -> Report {
    review_note(&read(text, context), text, context)
}

/// Reads a text with all that is known beside it.
pub fn read<'t>(text: &'t str, context: &Context) -> Note<'t> {
    let count = Count::new(utf16_len(text), context.page_length, context.limit);
    Note::in_frame(text, context.language, Frame { count, recipient: context.recipient.clone() })
}

/// The same as [`review`] for a note that has been read already; `text` is the whole text, of which `note` may hold only the first part.
pub fn review_note(note: &Note, text: &str, context: &Context) -> Report {
    let count = note.frame().count;
    let mut utf16 = Utf16::new(note.text());
    let is_on = |id: &str| !context.rules_off.iter().any(|off| off == id);

    let is_allowed = |rule: &Rule, found: &Found| {
        let words = found.span.filter(|_| !context.allowed.is_empty()).and_then(|span| wording(rule.id, span.of(note.text())));
        words.is_some_and(|words| context.allowed.contains(&words))
    };

    let evidence = Evidence::of(note);
    let mut signals: Vec<SignalFound> = SIGNALS
        .iter()
        .filter_map(|signal| find(signal, note, &evidence).map(|span| SignalFound { signal: signal.id, at: range(span, &mut utf16) }))
        .collect();
    let says_something = signals.iter().any(|signal| NOT_IN_A_DEFAULT.contains(&signal.signal));
    // Those that are off as well: what they find explains a sentence all the same.
    let told: Vec<(&Rule, Vec<Found>)> = RULES.iter().map(|&rule| (rule, told(rule, note))).collect();
    let suspected = |rule: &Rule, sentences: &[usize]| {
        // What says something, or asks for anything, is no default; and one request is not two.
        let others = told.iter().filter(|(other, _)| other.is_request());
        let mut others = others.flat_map(|(_, found)| found).filter_map(|found| found.span).peekable();
        if rule.id == "default-invitation" && (says_something || others.peek().is_some()) {
            return Vec::new();
        }
        let mut found = rules::suspect(rule.id, note, sentences);
        if rule.is_request() {
            found.retain(|found| !others.any(|other| found.span.is_some_and(|span| span.overlaps(other))));
        }
        found
    };
    let instead: Vec<Option<Vec<Found>>> = told
        .iter()
        .map(|(rule, told)| match evidence.verdict(rule.id, !told.is_empty()) {
            Verdict::AsTold => None,
            // That nothing is left of a note is no matter of likelihood.
            Verdict::Mistaken => (rule.id != "default-invitation").then(Vec::new),
            Verdict::Suspected(sentences) => Some(suspected(rule, &sentences)),
        })
        .collect();
    let mut findings = Vec::new();
    for ((rule, told), instead) in told.into_iter().zip(instead).filter(|((rule, _), _)| is_on(rule.id)) {
        let found = instead.unwrap_or(told).into_iter().filter(|found| !is_allowed(rule, found));
        findings.extend(found.map(|found| finding(rule, found, &mut utf16)));
    }
    let fired: Vec<&str> = findings.iter().map(|finding| finding.rule).collect();
    if fired.contains(&"default-invitation") {
        signals.retain(|signal| !NOT_IN_A_DEFAULT.contains(&signal.signal));
    }
    let present: Vec<&str> = signals.iter().map(|signal| signal.signal).collect();
    let lacking = missing::missing(note, &present, &fired, is_on);
    let (score, parts) = score::score(note.is_blank(), &fired, &present);
    findings.extend(lacking);
    sort_by_key(&mut findings, |finding| (finding.severity, finding.at.map_or(usize::MAX, |at| at.start)));
    Report {
        language: note.language().map_or("und", Lang::tag),
        length: count.length,
        limit: count.limit,
        remaining: count.remaining(),
        checked: (note.text().len() < text.len()).then(|| utf16.at(note.text().len())),
        findings,
        signals,
        score,
        parts,
        rewrites: Vec::new(),
        unread: note.unread(),
    }
}

/// What a rule's phrases find; what stands in quotation marks is said by somebody else.
pub fn told(rule: &Rule, note: &Note) -> Vec<Found> {
    let mut found = Findings::default();
    (rule.check)(note, &mut found);
    let mut found = found.into_vec();
    found.retain(|found| !found.span.is_some_and(|span| note.is_quoted(span)));
    found
}

/// The words that show a signal.
fn find(signal: &Signal, note: &Note, evidence: &Evidence) -> Option<Span> {
    let told = (signal.find)(note);
    match evidence.verdict(signal.id, told.is_some()) {
        Verdict::AsTold => told,
        Verdict::Mistaken => None,
        Verdict::Suspected(sentences) => sentences.first().map(|&sentence| note.span(note.sentence(sentence))),
    }
}

fn finding(rule: &Rule, found: Found, utf16: &mut Utf16) -> Finding {
    Finding {
        rule: rule.id,
        severity: rule.severity,
        title: rule.doc.title,
        at: found.span.map(|span| range(span, utf16)),
        message: found.message,
        why: rule.doc.why,
        fixes: found
            .fixes
            .into_iter()
            .map(|fix| Edit { label: fix.label, at: range(fix.span, utf16), replacement: fix.replacement, safety: fix.safety })
            .collect(),
    }
}

fn range(span: Span, utf16: &mut Utf16) -> Range {
    let range = utf16.range(span);
    Range { start: range.start, end: range.end }
}

/// Whether a finding is a problem in the words rather than something that could be added.
pub fn is_problem(finding: &Finding) -> bool {
    finding.severity < Severity::Hint && !missing::is_missing(finding.rule)
}

#[cfg(test)]
mod tests {
    use super::{Context, is_problem, review};

    /// Ids of the problems of a note.
    fn problems(text: &str) -> Vec<&'static str> {
        review(text, &Context::default()).findings.into_iter().filter(is_problem).map(|finding| finding.rule).collect()
    }

    #[test]
    fn words_in_quotation_marks_are_somebody_elses() {
        assert_eq!(problems("Your essay on letters that begin “Dear [Name]” hangs in our print shop in Ghent."), [""; 0]);
        assert_eq!(problems("Your column \"Answer me at once\" made our whole mill laugh."), [""; 0]);
        assert_eq!(problems("\"Dear [Name]\""), ["placeholder"]);
        assert_eq!(problems("Answer me at once. I liked \"The Weaver\"."), ["demanding"]);
    }
}
