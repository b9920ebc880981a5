//! What is remembered, beside a note.

use super::*;
use connote::memory::essence::essence;
use connote::memory::{Choice, Fingerprint, Key};
use connote::note::Note;
use connote::settings::Plan;
use connote::ui::{MemoryEffect, MemoryMsg, Moment, Place, Recall, Stored, Told};

/// 22 November 2026, a Sunday, at noon.
const NOON: u64 = 20_779 * 86_400_000 + 12 * 3_600_000;

const KEY: Key = Key([5; 16]);

const TEXT: &str = "Hi Ada, your talk on tidal clocks made me rewind mine, and I would like to stay in touch. Best, Tom";

fn words(text: &str) -> String {
    essence(&Note::new(text, None))
}

/// A line for a day; with the fingerprint of a text.
fn line(day: &str, text: &str) -> String {
    let code = Fingerprint::of(&words(text), KEY).map(|found| found.encode()).unwrap_or_default();
    format!("1\t{day}\tnote\t{code}\twaiting\t\t")
}

fn recall(place: Place, keep: &[&str], lines: &[String]) -> Recall {
    let mut recall = Recall::new(Settings { plan: Plan::Free, ..consenting() }, place);
    recall.update(Msg::Time(Moment { now: NOON, zone: 0 }));
    let lines = lines.iter().enumerate().map(|(at, line)| (format!("sent:{at}"), line.clone())).collect();
    let stored = Stored { choice: Choice::named(keep.iter().copied()), lines, key: Some(KEY), ..Stored::default() };
    recall.update(Msg::Memory(MemoryMsg::Stored(stored)));
    recall
}

fn told(text: &str, left: Option<u32>) -> Msg {
    Msg::Told(Told { words: words(text), left, ..Told::default() })
}

fn days(days: &[&str]) -> Vec<String> {
    days.iter().map(|day| line(day, "")).collect()
}

#[test]
fn nothing_is_said_that_nobody_asked_for() {
    let mut none = recall(Place::Popup, &[], &[line("2026-11-20", TEXT)]);
    assert_eq!(none.update(told(TEXT, Some(0))), []);
    let html = none.view().to_html();
    assert!(html.contains("data-key=\"templates\"") && !html.contains("budget"), "whoever has none may save one in the popup: {html}");
    assert!(!recall(Place::Panel, &[], &[]).view().to_html().contains("templates"), "the panel has no room for nothing");
    let mut counted = recall(Place::Panel, &["count"], &[line("2026-11-20", TEXT)]);
    assert_eq!(counted.update(told(TEXT, None)), [], "no fingerprint leaves for a note that is merely counted");
    assert!(!counted.view().to_html().contains("reused"));
}

#[test]
fn the_popup_tells_the_month_and_the_week_and_who_counted() {
    let mut popup = recall(Place::Popup, &["count"], &days(&["2026-10-31", "2026-11-02", "2026-11-16", "2026-11-22"]));
    insta::assert_snapshot!("recall_popup", popup.view().to_html());
    popup.update(told("", Some(1)));
    let html = popup.view().to_html();
    assert!(html.contains("Left: 1, as LinkedIn says") && html.contains("One note is left"), "{html}");
}

#[test]
fn the_panel_speaks_of_the_budget_only_when_it_matters() {
    let mut panel = recall(Place::Panel, &["count"], &days(&["2026-11-02"; 3]));
    assert!(!panel.view().to_html().contains("budget"), "two are left");
    panel.update(told("", Some(1)));
    let html = panel.view().to_html();
    assert!(html.contains("One note is left") && html.contains("as LinkedIn says") && !html.contains("Since Monday"), "{html}");
    panel.update(told("", None));
    assert!(!panel.view().to_html().contains("budget"));
    let spent = recall(Place::Panel, &["count"], &days(&["2026-11-02"; 5])).view().to_html();
    assert!(spent.contains("None is left for this month.") && spent.contains("Left: 0, counted on this device"), "{spent}");
}

#[test]
fn a_note_that_was_sent_before_is_named_until_it_differs() {
    let mut panel =
        recall(Place::Panel, &["reuse"], &[line("2026-11-20", TEXT), line("2026-11-16", TEXT), days(&["2026-11-21"]).remove(0)]);
    let again = TEXT.replace("Ada", "Grace");
    let code = Fingerprint::of(&words(&again), KEY).unwrap().encode();
    assert_eq!(panel.update(told(&again, None)), [Effect::Memory(MemoryEffect::Fingerprint(code))]);
    insta::assert_snapshot!("recall_reused", panel.view().to_html());
    panel.update(told("Hi Grace, we both keep bees above the harbour: would you compare queens with me?", None));
    assert!(!panel.view().to_html().contains("reused"));
    panel.update(told(&again, None));
    let ignore = click_in(&panel.view(), "ignore-reused").unwrap();
    panel.update(ignore);
    assert!(!panel.view().to_html().contains("reused"));
}

#[test]
fn once_is_said_as_once() {
    let mut popup = recall(Place::Popup, &["reuse"], &[line("2026-11-20", TEXT)]);
    assert_eq!(popup.update(told(TEXT, None)), [], "nobody sends a note from the popup");
    assert!(popup.view().to_html().contains("You sent nearly this note on 2026-11-20."));
}

#[test]
fn a_note_that_says_too_little_has_no_fingerprint() {
    let mut panel = recall(Place::Panel, &["reuse"], &[]);
    assert_eq!(panel.update(told("Hi Ada!", None)), [Effect::Memory(MemoryEffect::Fingerprint(String::new()))]);
}
