//! `connote rules` and `connote explain`.

use connote::missing::checklist;
use connote::plain::severity;
use connote::rule::Doc;
use connote::rules::{NUDGES, RULES};
use connote::signals::SIGNALS;
use std::fmt::Write;

/// Every rule about the words, about what is missing and about the steps around a note, and every signal, a line each.
pub(crate) fn list() -> String {
    let rules = RULES.iter().map(|rule| (rule.id, severity(rule.severity), rule.doc.title));
    let lacks = checklist().map(|signal| (signal.lack.id, severity(signal.lack.severity), signal.doc.title));
    let nudges = NUDGES.iter().map(|nudge| (nudge.id, severity(nudge.severity), nudge.doc.title));
    let signals = SIGNALS.iter().map(|signal| (signal.id, "checklist", signal.title));
    rules.chain(lacks).chain(nudges).chain(signals).fold(String::new(), |mut out, (id, kind, title)| {
        let _ = writeln!(out, "{id:<22}{kind:<12}{title}");
        out
    })
}

/// A rule's or signal's page.
///
/// # Errors
/// When there is none of this name; the message names the nearest.
pub(crate) fn page(id: &str) -> Result<String, String> {
    let rule = RULES.iter().find(|rule| rule.id == id).map(|rule| (&rule.doc, severity(rule.severity)));
    let lack = || checklist().find(|signal| signal.lack.id == id).map(|signal| (&signal.doc, severity(signal.lack.severity)));
    let nudge = || NUDGES.iter().find(|nudge| nudge.id == id).map(|nudge| (&nudge.doc, severity(nudge.severity)));
    let signal = || SIGNALS.iter().find(|signal| signal.id == id).map(|signal| (&signal.doc, "on the checklist"));
    match rule.or_else(lack).or_else(nudge).or_else(signal) {
        Some((doc, kind)) => Ok(written(id, kind, doc)),
        None => Err(format!("there is no rule `{id}`; did you mean `{}`? `connote rules` lists them", nearest(id))),
    }
}

fn written(id: &str, kind: &str, doc: &Doc) -> String {
    let mut out = format!("{} ({id}, {kind})\n\n{}\n\nWhy it matters\n  {}\n", doc.title, doc.summary, doc.why);
    for (title, notes) in [("Instead of", doc.bad), ("Rather", doc.good)] {
        let _ = writeln!(out, "\n{title}");
        for note in notes {
            let _ = writeln!(out, "  {}", note.replace('\n', "\n  "));
        }
    }
    let _ = writeln!(out, "\nWhere it comes from\n  {}\n\nWhat it misses\n  {}", doc.source, doc.misses);
    out
}

fn nearest(id: &str) -> &'static str {
    let signals = SIGNALS.iter().flat_map(|signal| [signal.id, signal.lack.id]);
    let ids = RULES.iter().map(|rule| rule.id).chain(NUDGES.iter().map(|nudge| nudge.id)).chain(signals);
    ids.min_by_key(|known| strsim::osa_distance(id, known)).unwrap_or_default()
}
