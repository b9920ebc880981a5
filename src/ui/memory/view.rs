//! The switches, what a question to erase says, the notes of the month, and the way out of all of it.

use super::{Format, Memory, MemoryMsg, msg, number};
use crate::memory::choice::MOST_NOTES;
use crate::memory::{Budget, Day, Quota, Standing, Switch};
use crate::message::Message;
use crate::settings::Plan;
use crate::ui::el::{El, On, Words, button, div, el, fill, heading, list, p, say, say_numbers, span};
use crate::ui::msg::Msg;

/// The switches: how each is called, and what exactly is kept.
const SWITCHES: [(Switch, &str, &str); Switch::ALL.len()] = [
    (Switch::Count, "keep_count", "keep_count_what"),
    (Switch::Reuse, "keep_reuse", "keep_reuse_what"),
    (Switch::History, "keep_history", "keep_history_what"),
    (Switch::Names, "keep_names", "keep_names_what"),
    (Switch::Texts, "keep_texts", "keep_texts_what"),
];

impl Memory {
    /// What it looks like on a day; nothing where there is no storage to remember in.
    pub(in crate::ui) fn view(&self, plan: Plan, today: Day) -> Option<El> {
        if !self.is_known {
            return None;
        }
        let has_any = !self.sent.is_empty() || !self.set_aside.is_empty();
        let is_of_use = has_any || self.choice.is_any();
        let section = el("section")
            .class("part memory")
            .child(heading(2, say("memory")).key("memory").attr("tabindex", "-1"))
            .child(p(say("memory_off")))
            .child(list("switches").children(SWITCHES.iter().map(|(switch, label, what)| self.switch(*switch, label, what))))
            .child(p(say("memory_when")).class("note"))
            .maybe(self.question())
            .maybe(self.is_full.then(|| p(say("memory_full")).class("error").attr("role", "alert")))
            .maybe(self.damaged());
        let section = if is_of_use { section.children(self.budget(plan, today)) } else { section };
        Some(section.children(self.history(today)).maybe(has_any.then(ways_out)))
    }

    fn switch(&self, switch: Switch, label: &'static str, what: &'static str) -> El {
        let key = format!("keep-{}", switch.word());
        let mut input = el("input")
            .attr("type", "checkbox")
            .attr("id", key.clone())
            .attr("aria-describedby", format!("{key}-what"))
            .on(On::Click(msg(MemoryMsg::Turn(switch))));
        if self.choice.is_on(switch) {
            input = input.attr("checked", "");
        }
        if switch.is_detail() && !self.choice.is_on(Switch::History) {
            input = input.attr("disabled", "");
        }
        el("li")
            .class(if switch.is_detail() { "switch detail" } else { "switch" })
            .child(input.key(key.clone()))
            .child(el("label").attr("for", key.clone()).text(say(label)))
            .child(span("note", say(what)).attr("id", format!("{key}-what")))
    }

    /// Whether to erase, with what goes.
    fn question(&self) -> Option<El> {
        let (_, is_withdrawn) = self.asks?;
        let what = if is_withdrawn { say("erase_withdrawn") } else { say_numbers("erase_all_sure", &[self.sent.len()]) };
        let section = el("div").class("paused").attr("role", "group").attr("aria-labelledby", "erase-what");
        Some(
            section.child(p(what).attr("id", "erase-what")).child(
                div("actions")
                    .child(button("erase-not", say("erase_not"), msg(MemoryMsg::Leave)).class("fix"))
                    .child(button("erase-yes", say("erase_yes"), msg(MemoryMsg::Erase)).class("fix")),
            ),
        )
    }

    /// What cannot be read, by its name in the storage.
    fn damaged(&self) -> Option<El> {
        if self.set_aside.is_empty() {
            return None;
        }
        let names = self.set_aside.iter().map(|aside| el("li").child(el("code").text(aside.key.clone())));
        Some(
            div("paused damaged")
                .child(p(say_numbers("damaged", &[self.set_aside.len()])))
                .child(list("names").children(names))
                .child(button("discard", say("discard"), msg(MemoryMsg::Discard)).class("fix")),
        )
    }

    /// How many were sent and are left, and the numbers that the user sets.
    fn budget(&self, plan: Plan, today: Day) -> [El; 4] {
        let quota = Quota::of(plan, self.choice.notes_a_month, self.choice.reserve);
        let budget = Budget::new(&self.sent, today, quota, None);
        let [month, week] = sent(quota, budget);
        let counted = el("ul").class("counted").attr("role", "list").key("counted");
        let line = |words: Message| el("li").text(words);
        let counted = counted.child(line(month)).child(line(week)).maybe(standing(budget).map(|standing| line(say(standing))));
        [
            heading(3, say("counted_here")),
            counted,
            number_box("notes", "notes_a_month", &self.notes, |text| msg(MemoryMsg::Notes(text))),
            number_box("reserve", "notes_reserve", &self.reserve, |text| msg(MemoryMsg::Reserve(text))),
        ]
    }
}

/// How many were sent this month and this week.
pub(in crate::ui) fn sent(quota: Quota, budget: Budget) -> [Message; 2] {
    let month = match quota.notes_a_month {
        Some(notes) => say_numbers("sent_month_of", &[budget.month, usize::from(notes)]),
        None => say_numbers("sent_month", &[budget.month]),
    };
    [month, say_numbers("sent_week", &[budget.week])]
}

/// What a budget means for the next note, when that is worth saying.
pub(in crate::ui) fn standing(budget: Budget) -> Option<&'static str> {
    match budget.standing() {
        Standing::Fine => None,
        Standing::Reserve => Some("standing_reserve"),
        Standing::Last => Some("standing_last"),
        Standing::Spent => Some("standing_spent"),
    }
}

/// The ways out: the files, and the end.
fn ways_out() -> El {
    div("actions")
        .child(button("export-csv", say("export_csv"), msg(MemoryMsg::Export(Format::Csv))).class("fix"))
        .child(button("export-json", say("export_json"), msg(MemoryMsg::Export(Format::Json))).class("fix"))
        .child(button("erase", say("erase_all"), msg(MemoryMsg::AskErase)).class("fix"))
}

/// A box for a number of notes.
fn number_box(id: &'static str, label: &'static str, value: &str, on: fn(String) -> Msg) -> El {
    let is_wrong = number(value).is_err();
    let error: Words = if is_wrong { fill("number_error", vec![MOST_NOTES.to_string().as_str().into()]).into() } else { "".into() };
    let error_id = format!("{id}-error");
    let input = el("input")
        .key(id)
        .attr("id", id)
        .attr("inputmode", "numeric")
        .state("aria-invalid", is_wrong)
        .attr("aria-describedby", error_id.clone())
        .value(value.to_owned())
        .on(On::Input(on));
    div("field")
        .child(el("label").attr("for", id).text(say(label)))
        .child(input)
        .child(el("p").class("error").attr("id", error_id).attr("aria-live", "polite").text(error))
}
