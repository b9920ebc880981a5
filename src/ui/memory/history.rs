//! The months, the shares, who has not answered, and the record itself.

use super::{Memory, MemoryMsg, ROWS, msg};
use crate::memory::record::{MonthCount, accepted, decline_risk, months, unanswered};
use crate::memory::{Day, Outcome, Sent, Switch};
use crate::ui::el::{El, On, button, div, el, fill, heading, list, p, say, say_numbers, span};

/// Months in the chart.
const MONTHS: i32 = 12;

/// Invitations without an answer that are named; the table has them all.
const NAMED: usize = 5;

const OUTCOMES: [(Outcome, &str); Outcome::ALL.len()] = [
    (Outcome::Waiting, "outcome_waiting"),
    (Outcome::Accepted, "outcome_accepted"),
    (Outcome::Ignored, "outcome_ignored"),
    (Outcome::Declined, "outcome_declined"),
];

impl Memory {
    /// What the record says, as far as there is one.
    pub(super) fn history(&self, today: Day) -> Vec<El> {
        let mut out = Vec::new();
        if self.sent.is_empty() {
            return out;
        }
        let has_more_than_days =
            self.sent.iter().any(|sent| sent.outcome != Outcome::Waiting || sent.recipient.is_some() || sent.text.is_some());
        let is_history = self.choice.is_on(Switch::History) || has_more_than_days;
        out.extend(chart(&months(&self.sent, today, MONTHS), is_history));
        if is_history {
            out.push(heading(3, say("history")));
            out.extend(self.shares(today));
            out.extend(self.waiting(today));
            out.push(self.table());
            let shown = ROWS + self.more;
            let hidden = self.sent.len().saturating_sub(shown);
            out.extend((hidden > 0).then(|| button("history-more", say_numbers("more", &[hidden]), msg(MemoryMsg::More)).class("fix")));
        }
        out
    }

    /// How many were accepted, with how sure that is, and a warning when many were not.
    fn shares(&self, today: Day) -> impl Iterator<Item = El> {
        let number = usize::from;
        let share = accepted(&self.sent).map(|share| {
            p(say_numbers("accepted_share", &[share.part, share.whole, number(share.low), number(share.high)])).key("accepted")
        });
        let risk = decline_risk(&self.sent, today)
            .map(|share| p(say_numbers("decline_risk", &[share.part, share.whole])).class("risk").key("decline-risk"));
        share.into_iter().chain(risk)
    }

    /// Who has not answered for long.
    fn waiting(&self, today: Day) -> Option<El> {
        let all = unanswered(&self.sent, today);
        if all.is_empty() {
            return None;
        }
        let named = all.iter().take(NAMED).filter_map(|&at| self.sent.get(at)).map(|sent| el("li").text(title(sent)));
        Some(
            div("waiting")
                .key("unanswered")
                .child(p(say_numbers("unanswered", &[all.len()])))
                .child(list("names").children(named))
                .child(p(say("unanswered_what")).class("note")),
        )
    }

    /// The day, the name and the text share a column: there is room for two on a narrow page.
    fn table(&self) -> El {
        let head = |label| el("th").attr("scope", "col").text(say(label));
        let titles = el("tr").child(head("column_note")).child(head("column_outcome"));
        let rows = self.keys.iter().zip(&self.sent).rev().take(ROWS + self.more);
        let rows = rows.map(|(key, sent)| {
            let note = el("td").class("sent-note").child(span("day", sent.day.to_string()));
            let part = |class, text: &Option<String>| text.as_ref().map(|text| span(class, text.clone()));
            let note = note.maybe(part("name", &sent.recipient)).maybe(part("words", &sent.text));
            el("tr").key(key.clone()).child(note).child(el("td").child(outcome(key, sent)))
        });
        el("table").class("history").key("history").child(el("thead").child(titles)).child(el("tbody").children(rows))
    }
}

/// An invitation as it is called where it has no row of its own.
fn title(sent: &Sent) -> String {
    match &sent.recipient {
        Some(name) => format!("{} · {name}", sent.day),
        None => sent.day.to_string(),
    }
}

/// The choice of what became of an invitation; its values name the invitation, too.
fn outcome(key: &str, sent: &Sent) -> El {
    let choices = OUTCOMES.iter().map(|(outcome, label)| {
        let choice = el("option").attr("value", format!("{} {key}", outcome.name())).text(say(label));
        if *outcome == sent.outcome { choice.attr("selected", "") } else { choice }
    });
    el("select")
        .key(format!("outcome-{key}"))
        .attr("aria-label", fill("outcome_of", vec![title(sent).as_str().into()]))
        .on(On::Input(|value| msg(MemoryMsg::Outcome(value))))
        .children(choices)
}

/// A table whose numbers are bars, too: one and the same for the eye and for a screen reader. It begins with the first month that
/// has something to show.
fn chart(months: &[MonthCount], is_history: bool) -> Option<El> {
    let first = months.iter().position(|month| month.sent > 0)?;
    let most = months.iter().map(|month| month.sent).max().unwrap_or_default();
    let head = |label| el("th").attr("scope", "col").text(say(label));
    let titles = el("tr").child(head("column_month")).child(head("column_sent")).maybe(is_history.then(|| head("column_accepted")));
    let rows = months.iter().skip(first).map(|count| {
        let month = el("th").attr("scope", "row").text(count.month.to_string());
        let accepted = is_history.then(|| bar("accepted", count.accepted, most));
        el("tr").child(month).child(bar("sent", count.sent, most)).maybe(accepted)
    });
    let caption = el("caption").text(say("months"));
    Some(el("table").class("months").key("months").child(caption).child(el("thead").child(titles)).child(el("tbody").children(rows)))
}

/// A number with its bar, in twenty steps: widths stand in the stylesheet, since the pages allow no inline styles.
fn bar(class: &'static str, count: usize, most: usize) -> El {
    let steps = (count * 20).checked_div(most).unwrap_or_default().max(usize::from(count > 0));
    let bar = div("gauge").attr("aria-hidden", "true").child(div(format!("fill fill-{steps}")));
    el("td").class(class).child(span("number", count.to_string())).child(bar)
}
