//! The checklist of what a good note has.

use super::desk::DeskMsg;
use super::el::{El, button, div, list, span};
use crate::missing;
use crate::report::Report;
use crate::signals::SIGNALS;

/// The checklist, folded up to its summary until it is opened.
pub(super) fn checklist(report: &Report, is_open: bool) -> El<DeskMsg> {
    let has = |id: &str| report.signals.iter().any(|found| found.signal == id);
    let items: Vec<(bool, &str, &str)> = missing::checklist()
        .map(|signal| {
            // Signals that share a rule stand for each other.
            let done = SIGNALS.iter().find(|other| other.lack.id == signal.lack.id && has(other.id));
            (done.is_some(), done.unwrap_or(&signal).title, signal.lack.message)
        })
        .collect();
    let done = items.iter().filter(|item| item.0).count();
    let label = format!("What a good note has: {done} of {}", items.len());
    let head = button("checklist", label, DeskMsg::ToggleChecklist).class("fold").attr("aria-expanded", is_open.to_string());
    let out = div("checklist").child(head);
    if !is_open {
        return out;
    }
    let points = format!("{} of 100 on this checklist; no promise of an answer.", report.score);
    out.child(list("items").children(items.into_iter().map(|(done, title, message)| item(done, title, message))))
        .child(span("points", points))
}

fn item(done: bool, title: &str, message: &str) -> El<DeskMsg> {
    let (class, sign, state) = if done { ("done", "✓", "has: ") } else { ("open", "○", "could have: ") };
    super::el::el("li")
        .class(class)
        .child(span("sign", sign).attr("aria-hidden", "true"))
        .child(span("state visually-hidden", state))
        .child(span("title", title))
        .children((!done).then(|| span("hint", message)))
}
