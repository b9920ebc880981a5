//! One rewrite: its text with the blanks marked, what it clears, and what can be done with it.

use super::compare::compare;
use super::desk::DeskMsg;
use super::el::{El, button, div, el, heading, p, say, say_numbers, span};
use super::msg::Msg;
use crate::pages;
use crate::report::{Report, Rewrite, Style};
use crate::text::span::utf16_slice;

/// The word for a style, also the end of its keys.
pub(super) fn style(style: Style) -> &'static str {
    match style {
        Style::Brief => "brief",
        Style::Warm => "warm",
        Style::Formal => "formal",
    }
}

/// A rewrite as a card.
pub(super) fn rewrite(report: &Report, draft: &str, rewrite: &Rewrite, is_compared: bool) -> El {
    let name = style(rewrite.style);
    let length = report.limit.units.saturating_add_signed(-rewrite.remaining);
    let room = say_numbers("room", &[length, report.limit.units, rewrite.remaining.unsigned_abs()]);
    let head = div("head").child(heading(3, say(name)).class("title")).child(span("length", room));
    let body = if is_compared { compare(draft, &rewrite.text) } else { with_blanks(rewrite) };
    let compare = button(format!("compare-{name}"), say("compare"), Msg::Desk(DeskMsg::Compare(rewrite.style)));
    el("li").class("rewrite").key(format!("rewrite-{name}")).child(head).child(body).children(notes(rewrite)).child(
        div("actions")
            .child(button(format!("use-{name}"), say("use"), Msg::Desk(DeskMsg::Use(rewrite.style))).class("main"))
            .child(button(format!("copy-{name}"), say("copy"), Msg::Desk(DeskMsg::Copy(rewrite.style))).class("fix"))
            .child(compare.class("quiet").state("aria-pressed", is_compared)),
    )
}

/// The text, blanks as marks of their own.
fn with_blanks(rewrite: &Rewrite) -> El {
    let mut out = el("p").class("text");
    let mut at = 0;
    for blank in &rewrite.blanks {
        out = out.child(span("", utf16_slice(&rewrite.text, at, blank.at.start).to_owned()));
        out = out.child(el("mark").text(utf16_slice(&rewrite.text, blank.at.start, blank.at.end).to_owned()));
        at = blank.at.end;
    }
    out.child(span("", utf16_slice(&rewrite.text, at, usize::MAX).to_owned()))
}

/// What is to be filled in and what is cleared, if anything.
fn notes(rewrite: &Rewrite) -> Vec<El> {
    let mut out = Vec::new();
    if !rewrite.blanks.is_empty() {
        let blanks = match rewrite.blanks.len() {
            1 => say("blank"),
            count => say_numbers("blanks", &[count]),
        };
        out.push(p(blanks).class("note"));
    }
    let cleared = rewrite.clears.iter().filter_map(|rule| pages::doc(rule));
    let names: Vec<El> = cleared.map(|doc| span("name", doc.title)).collect();
    if !names.is_empty() {
        out.push(el("p").class("note").child(span("", say("clears"))).children(names));
    }
    out
}
