//! One finding: what, its fixes, and on demand why.

use super::desk::DeskMsg;
use super::el::{El, On, button, div, el, span};
use crate::report::Finding;
use crate::rule::{Doc, Safety, Severity};
use crate::rules::RULES;
use crate::signals::SIGNALS;

/// The word for a severity, also its class.
pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Suggestion => "suggestion",
        Severity::Hint => "hint",
    }
}

/// A finding in the list; `index` is its place in the report.
pub(super) fn finding(finding: &Finding, index: usize, shows_why: bool) -> El<DeskMsg> {
    let kind = severity(finding.severity);
    let head = div("head").child(span("dot", "").attr("aria-hidden", "true")).child(span("title", finding.title)).child(span("kind", kind));
    let fixes = finding.fixes.iter().enumerate().map(|(at, fix)| {
        let label = if fix.safety == Safety::Safe { "fix safe" } else { "fix" };
        button(format!("fix-{index}-{at}"), fix.label.clone(), DeskMsg::Fix(index, at)).class(label)
    });
    let why = button(format!("why-{index}"), "Why?", DeskMsg::Why(index)).class("quiet").attr("aria-expanded", shows_why.to_string());
    let ignore = button(format!("ignore-{index}"), "Ignore", DeskMsg::Ignore(index)).class("quiet");
    el("li")
        .class(&format!("finding {kind}"))
        .key(format!("finding-{}-{index}", finding.rule))
        .on(On::Hover(DeskMsg::Hover(Some(index)), DeskMsg::Hover(None)))
        .child(head)
        .child(el("p").class("message").text(finding.message.clone()))
        .child(div("actions").children(fixes).child(why).child(ignore))
        .children(shows_why.then(|| page(finding.rule)).flatten())
}

/// The documentation of a rule about the words or of one about what is missing.
pub(super) fn doc_of(rule: &str) -> Option<&'static Doc> {
    let words = RULES.iter().find(|known| known.id == rule).map(|known| &known.doc);
    words.or_else(|| SIGNALS.iter().find(|signal| signal.lack.id == rule).map(|signal| &signal.doc))
}

fn page(rule: &str) -> Option<El<DeskMsg>> {
    let doc = doc_of(rule)?;
    let example = doc.good.first().map(|good| el("p").class("example").child(span("label", "Better: ")).child(span("", *good)));
    Some(
        div("why")
            .child(el("p").text(doc.why))
            .children(example)
            .child(el("p").class("source").child(span("label", "Source: ")).child(span("", doc.source))),
    )
}
