//! One finding: folded up to its title and its first fix, or open with what it is about, every fix and, on demand, why.

use super::desk::{DeskMsg, Leave, wording};
use super::el::{El, On, button, div, el, say, span};
use super::msg::Msg;
use crate::message::Message;
use crate::pages;
use crate::report::{Edit, Finding, Range};
use crate::rule::{Safety, Severity};
use crate::text::find;
use crate::text::span::{utf16_len, utf16_slice};

/// Characters of a preview's either side before it is cut short.
const PREVIEW: usize = 56;

/// A finding's name while its rule finds the same number of things: the rule's id and the how-manieth of that rule.
pub(super) type FindingId = (&'static str, usize);

/// Every finding's name, in the report's order.
pub(super) fn ids(findings: &[Finding]) -> Vec<FindingId> {
    let nth = |at: usize, rule| findings.iter().take(at).filter(|before| before.rule == rule).count();
    findings.iter().enumerate().map(|(at, finding)| (finding.rule, nth(at, finding.rule))).collect()
}

/// The key of a part of a finding.
pub(super) fn key(part: &str, (rule, nth): FindingId) -> String {
    format!("{part}-{rule}-{nth}")
}

/// The word for a severity in messages and classes.
pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Suggestion => "suggestion",
        Severity::Hint => "hint",
    }
}

/// What a severity means, in words.
pub(super) fn weight(severity: Severity) -> Message {
    say(match severity {
        Severity::Error => "weight_error",
        Severity::Warning => "weight_warning",
        Severity::Suggestion => "weight_suggestion",
        Severity::Hint => "weight_hint",
    })
}

/// How a finding shows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shown<'v> {
    /// Its place in the report.
    pub(super) index: usize,
    /// Its name.
    pub(super) id: FindingId,
    /// The text that it is about.
    pub(super) text: &'v str,
    /// Whether it is open.
    pub(super) is_open: bool,
    /// Whether its rule's page is open too.
    pub(super) shows_why: bool,
    /// The ways to leave it out, when they are open too.
    pub(super) leaving: Option<Ways>,
}

/// Which ways there are to leave a finding out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ways {
    /// All of them.
    All,
    /// Those that keep no words of the note: it is written in a private window.
    Private,
}

/// A finding in the list.
pub(super) fn finding(finding: &Finding, shown: Shown) -> El {
    let Shown { index, id, is_open, .. } = shown;
    let title = button(key("open", id), finding.title, Msg::Desk(DeskMsg::Open(index))).class("title").state("aria-expanded", is_open);
    let head = div("head").child(title).child(span("kind", weight(finding.severity)));
    let out = el("li")
        .class(format!("finding {}", severity(finding.severity)))
        .key(key("finding", id))
        .on(On::Hover(Msg::Desk(DeskMsg::Hover(Some(index))), Msg::Desk(DeskMsg::Hover(None))));
    if !is_open {
        let first = finding.fixes.first().map(|fix| fix_button(fix, shown, 0));
        return out.child(head.maybe(first));
    }
    let out = if shown.leaving.is_some() { out.on(On::Escape(Msg::Desk(DeskMsg::Ignore(index)))) } else { out };
    out.child(head)
        .child(el("p").class("message").text(finding.message.clone()))
        .children(ways(finding, shown))
        .maybe(shown.leaving.map(|ways| leaving(finding, shown, ways)))
        .maybe(shown.shows_why.then(|| page(finding.rule)).flatten())
}

/// The fixes with what each changes, one a line; beside the last stand the ways to learn more and to leave it out.
fn ways(finding: &Finding, shown: Shown) -> Vec<El> {
    let way = |(at, fix)| div("way").child(fix_button(fix, shown, at)).child(preview(fix, shown.text));
    let mut ways: Vec<_> = finding.fixes.iter().enumerate().map(way).collect();
    let last = ways.pop().unwrap_or_else(|| div("way"));
    let why = button(key("why", shown.id), say("why"), Msg::Desk(DeskMsg::Why(shown.index))).class("quiet");
    let ignore = button(key("ignore", shown.id), say("ignore"), Msg::Desk(DeskMsg::Ignore(shown.index))).class("quiet");
    ways.push(last.child(why.state("aria-expanded", shown.shows_why)).child(ignore.state("aria-expanded", shown.leaving.is_some())));
    ways
}

/// The ways to leave a finding out, from the smallest to the largest.
fn leaving(finding: &Finding, shown: Shown, ways: Ways) -> El {
    let way = |part, label, how| button(key(part, shown.id), say(label), Msg::Desk(DeskMsg::Leave(shown.index, how))).class("quiet");
    let wording = wording(finding, shown.text).map(|_| match ways {
        Ways::All => way("allow", "leave_wording", Leave::Wording),
        Ways::Private => span("note", say("private_window")),
    });
    div("leaving")
        .key(key("leaving", shown.id))
        .attr("role", "group")
        .attr("aria-label", say("ignore"))
        .child(way("here", "leave_here", Leave::Here))
        .maybe(wording)
        .child(way("off", "leave_rule", Leave::Rule))
        .child(way("pause", "leave_all", Leave::Everything))
}

fn fix_button(fix: &Edit, shown: Shown, at: usize) -> El {
    let class = if fix.safety == Safety::Safe { "fix safe" } else { "fix" };
    button(format!("{}-{at}", key("fix", shown.id)), fix.label.clone(), Msg::Desk(DeskMsg::Fix(shown.index, at))).class(class)
}

/// What a fix takes away and what it puts there.
fn preview(fix: &Edit, text: &str) -> El {
    let (before, after) = (short(utf16_slice(text, fix.at.start, fix.at.end)), short(&fix.replacement));
    let side = |tag, says, words: String| el(tag).child(span("visually-hidden", says)).child(span("", words));
    let gone = (!before.is_empty()).then(|| side("del", say("instead_of"), before));
    let arrow = (gone.is_some() && !after.is_empty()).then(|| span("arrow", "→").attr("aria-hidden", "true"));
    let come = (!after.is_empty()).then(|| side("ins", say("writes"), after));
    el("span").class("preview").maybe(gone).maybe(arrow).maybe(come)
}

/// The start and the end of long words, white space trimmed.
pub(super) fn short(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let length = text.chars().count();
    if length <= PREVIEW {
        return text;
    }
    let byte = |nth: usize| text.char_indices().nth(nth).map_or(text.len(), |(at, _)| at);
    let start = text.get(..byte(PREVIEW / 2)).unwrap_or_default();
    let end = text.get(byte(length - PREVIEW / 2)..).unwrap_or_default();
    format!("{}…{}", start.trim_end(), end.trim_start())
}

fn page(rule: &str) -> Option<El> {
    let page = pages::page(rule)?;
    let example = el("p").class("example").child(span("label", say("better"))).child(span("", page.good));
    Some(
        div("why")
            .child(el("p").text(page.why))
            .child(example)
            .child(el("p").class("source").child(span("label", say("source"))).child(span("", page.source))),
    )
}

/// The first blank in UTF-16 units: a label in brackets, or else an ellipsis.
pub(super) fn blank_in(text: &str) -> Option<Range> {
    let in_brackets = find::split_once(text, "[").and_then(|(before, rest)| Some((before, utf16_len(find::split_once(rest, "]")?.0) + 2)));
    let (before, length) = in_brackets.or_else(|| Some((find::split_once(text, "…")?.0, 1)))?;
    let start = utf16_len(before);
    Some(Range { start, end: start + length })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_keep_their_ends() {
        assert_eq!(short(" a \n b "), "a b");
        let long = format!("start {} end", "x".repeat(90));
        let cut = short(&long);
        assert!(cut.starts_with("start") && cut.ends_with("end") && cut.contains('…'), "{cut}");
        assert!(cut.chars().count() <= PREVIEW + 1, "{cut}");
    }
}
