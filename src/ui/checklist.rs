//! The checklist of what a good note has.

use super::desk::DeskMsg;
use super::el::{El, button, div, el, heading, list, p, say, say_numbers, span};
use super::msg::Msg;
use crate::message::Text;
use crate::missing;
use crate::report::Report;
use crate::signals::SIGNALS;

/// One line: whether the note has it, what it is, and how it could be had.
type Item = (bool, Text, Text);

/// The checklist, folded up to its summary until it is opened.
pub(super) fn checklist(report: &Report, is_open: bool) -> El {
    let items = items(report);
    let done = items.iter().filter(|item| item.0).count();
    let label = say_numbers("checklist_done", &[done, items.len()]);
    let head = button("checklist", label, Msg::Desk(DeskMsg::ToggleChecklist)).class("fold").state("aria-expanded", is_open);
    let out = div("checklist").child(head);
    if !is_open {
        return out;
    }
    let points = say_numbers("points", &[report.score.into()]);
    out.child(list("items").children(items.into_iter().map(item))).child(p(points).class("note"))
}

/// The checklist of a note that is yet to be written: the titles alone, nothing counted.
pub(super) fn outline(report: &Report) -> El {
    let titles = items(report)
        .into_iter()
        .map(|(_, title, _)| el("li").class("open").child(span("sign", "○").attr("aria-hidden", "true")).child(span("title", title)));
    div("checklist").child(heading(2, say("checklist"))).child(list("items short").children(titles))
}

fn items(report: &Report) -> Vec<Item> {
    let has = |id: &str| report.signals.iter().any(|found| found.signal == id);
    missing::checklist()
        .map(|signal| {
            // Signals that share a rule stand for each other.
            let done = SIGNALS.iter().find(|other| other.lack.id == signal.lack.id && has(other.id));
            (done.is_some(), done.unwrap_or(&signal).title, signal.lack.message)
        })
        .collect()
}

fn item((done, title, message): Item) -> El {
    let (class, sign, state) = if done { ("done", "✓", say("has")) } else { ("open", "○", say("could_have")) };
    el("li")
        .class(class)
        .child(span("sign", sign).attr("aria-hidden", "true"))
        .child(span("visually-hidden", state))
        .child(span("title", title))
        .maybe((!done).then(|| span("hint", message)))
}
