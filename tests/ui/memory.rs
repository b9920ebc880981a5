//! What is remembered: the switches, the notes of the month, the history.
#![expect(clippy::panic, reason = "a test may panic, and so may what only tests call")]

use super::*;
use connote::memory::{Choice, Key, Switch};
use connote::settings::Plan;
use connote::ui::{Format, MemoryEffect, MemoryMsg, Moment, Options, Stored};

/// 22 November 2026, a Sunday, at noon.
const NOON: u64 = 20_779 * 86_400_000 + 12 * 3_600_000;

const ADA: &str = "1\t2026-11-20\tnote\t\twaiting\tAda\tHi Ada, we both keep bees.";

fn line(key: &str, line: &str) -> (String, String) {
    (format!("sent:{key}"), line.to_owned())
}

fn days(days: &[&str]) -> Vec<(String, String)> {
    days.iter().enumerate().map(|(at, day)| line(&at.to_string(), &format!("1\t{day}\tnote\t\twaiting\t\t"))).collect()
}

fn options(keep: &[&str], lines: Vec<(String, String)>) -> Options {
    let mut options = Options::new(consenting());
    options.update(Msg::Time(Moment { now: NOON, zone: 0 }));
    tell(&mut options, Stored { choice: Choice::named(keep.iter().copied()), lines, key: None, ..Stored::default() });
    options
}

fn tell(options: &mut Options, stored: Stored) {
    assert_eq!(options.update(Msg::Memory(MemoryMsg::Stored(stored))), []);
}

/// The part of the page about the memory.
fn part(options: &Options) -> String {
    let html = options.view().to_html();
    let (_, rest) = html.split_once("data-key=\"memory\"").unwrap_or_default();
    rest.split("data-key=\"left-out\"").next().unwrap_or_default().to_owned()
}

fn press(options: &mut Options, key: &str) -> Vec<Effect> {
    let message = click_in(&options.view(), key).unwrap_or_else(|| panic!("nothing to press: {key}"));
    options.update(message)
}

fn chosen(effects: &[Effect]) -> Vec<&'static str> {
    let choice =
        effects.iter().find_map(|effect| if let Effect::Memory(MemoryEffect::Choose(choice)) = effect { Some(*choice) } else { None });
    choice.map(|choice| choice.words().collect()).unwrap_or_default()
}

#[test]
fn where_nothing_can_be_remembered_nothing_is_offered() {
    assert_eq!(part(&Options::new(consenting())), "");
}

#[test]
fn everything_is_off_at_first() {
    insta::assert_snapshot!("memory_off", part(&options(&[], Vec::new())));
}

#[test]
fn a_history_with_all_that_it_can_say() {
    let mut lines = vec![line("a", ADA)];
    lines.push(line("b", "1\t2026-11-16\tnote\t\tdeclined\tEve\t"));
    lines.push(line("c", "1\t2026-10-02\tnote\t\taccepted\t\tHello \\\\ there\\nand here"));
    lines.push(line("d", "1\t2026-09-03\tnote\t\twaiting\tTom\t"));
    lines.push(line("e", "1\t2026-13-03\tnote\t\twaiting\tTom\t"));
    insta::assert_snapshot!("memory_history", part(&options(&["history", "names", "texts"], lines)));
}

#[test]
fn each_switch_is_stored_by_itself_and_a_detail_needs_the_history() {
    let mut options = options(&[], Vec::new());
    assert!(
        part(&options)
            .contains("data-key=\"keep-names\" type=\"checkbox\" id=\"keep-names\" aria-describedby=\"keep-names-what\" disabled")
    );
    assert_eq!(chosen(&press(&mut options, "keep-count")), ["count"]);
    assert_eq!(chosen(&press(&mut options, "keep-history")), ["count", "history"]);
    assert_eq!(chosen(&press(&mut options, "keep-names")), ["count", "history", "names"]);
    assert_eq!(chosen(&press(&mut options, "keep-history")), ["count"], "its details go with it");
    assert_eq!(
        press(&mut options, "keep-count"),
        [Effect::Memory(MemoryEffect::Choose(Choice::default()))],
        "nothing to erase, nothing to ask"
    );
}

#[test]
fn taking_back_offers_to_erase_what_was_kept() {
    let mut names = options(&["history", "names", "texts"], vec![line("a", ADA)]);
    let effects = press(&mut names, "keep-names");
    assert!(effects.contains(&Effect::Focus("erase-not".into())), "the harmless answer has the focus: {effects:?}");
    assert!(part(&names).contains("Erase what it has kept so far"));
    let written = MemoryEffect::Write(vec![line("a", "1\t2026-11-20\tnote\t\twaiting\t\tHi Ada, we both keep bees.")]);
    assert_eq!(press(&mut names, "erase-yes"), [Effect::Memory(written), Effect::Focus("memory".into())]);

    let mut to_days = options(&["count", "history", "names", "texts"], vec![line("a", ADA)]);
    press(&mut to_days, "keep-history");
    let written = MemoryEffect::Write(vec![line("a", "1\t2026-11-20\tnote\t\twaiting\t\t")]);
    assert_eq!(press(&mut to_days, "erase-yes"), [Effect::Memory(written), Effect::Focus("memory".into())]);

    let mut left = options(&["count"], vec![line("a", ADA)]);
    press(&mut left, "keep-count");
    assert_eq!(press(&mut left, "erase-not"), [Effect::Focus("memory".into())]);
    assert!(click_in(&left.view(), "erase-yes").is_none(), "it asks once");
}

#[test]
fn everything_is_erased_after_one_question() {
    let mut options = options(&["count"], vec![line("a", ADA), line("b", "nonsense")]);
    assert_eq!(press(&mut options, "erase"), [Effect::Focus("erase-not".into())]);
    let gone = MemoryEffect::Remove(vec!["sent:a".into(), "sent:b".into(), "fingerprint-key".into()]);
    assert_eq!(press(&mut options, "erase-yes"), [Effect::Memory(gone), Effect::Focus("memory".into())]);
}

#[test]
fn an_outcome_is_written_over_its_own_line_alone() {
    let mut options = options(&["history"], vec![line("a", ADA), line("b", "1\t2026-11-16\tnote\t\twaiting\t\t")]);
    let effects = options.update(Msg::Memory(MemoryMsg::Outcome("accepted sent:b".into())));
    let written = MemoryEffect::Write(vec![line("b", "1\t2026-11-16\tnote\t\taccepted\t\t")]);
    assert_eq!(effects, [Effect::Memory(written)]);
    for odd in ["accepted sent:z", "lost sent:a", "accepted", ""] {
        assert_eq!(options.update(Msg::Memory(MemoryMsg::Outcome(odd.into()))), [], "{odd}");
    }
}

#[test]
fn few_are_no_bare_percentage() {
    let html = part(&options(&["history"], vec![line("a", "1\t2026-11-16\tnote\t\taccepted\t\t")]));
    assert!(html.contains("Accepted: 1 of 1 that you marked. The true share lies between 20 and 100 %"), "{html}");
    assert!(!part(&options(&["history"], days(&["2026-11-16"]))).contains("The true share"));
}

#[test]
fn the_month_is_counted_against_the_plan_or_the_users_own_number() {
    let sent = ["2026-10-31", "2026-11-02", "2026-11-16", "2026-11-22"];
    let mut options = options(&["count"], days(&sent));
    let says = |options: &Options, words: &str| assert!(part(options).contains(words), "{words}: {}", part(options));
    says(&options, "This month: 3\n");
    says(&options, "Since Monday: 2\n");
    options.update(Msg::Settings(Settings { plan: Plan::Free, ..consenting() }));
    says(&options, "This month: 3 of 5\n");
    let effects = options.update(Msg::Memory(MemoryMsg::Notes("4".into())));
    assert!(matches!(&effects[..], [Effect::Memory(MemoryEffect::Choose(choice))] if choice.notes_a_month == Some(4)), "{effects:?}");
    says(&options, "One note is left");
    options.update(Msg::Memory(MemoryMsg::Reserve("1".into())));
    says(&options, "What is left is what you wanted to keep back");
    assert_eq!(options.update(Msg::Memory(MemoryMsg::Notes("many".into()))), [], "nothing is stored");
    says(&options, "A whole number from 0 to 999");
    options.update(Msg::Memory(MemoryMsg::Notes("3".into())));
    says(&options, "None is left for this month.");
}

#[test]
fn a_long_history_is_shown_bit_by_bit() {
    let mut options = options(&["history"], days(&["2026-11-02"; 120]));
    let rows = |options: &Options| part(options).matches("What became of it").count();
    assert_eq!(rows(&options), 50);
    press(&mut options, "history-more");
    assert_eq!(rows(&options), 100);
    press(&mut options, "history-more");
    assert_eq!((rows(&options), click_in(&options.view(), "history-more")), (120, None));
}

#[test]
fn what_cannot_be_read_is_named_and_goes_only_on_the_users_word() {
    let mut options = options(&["count"], vec![line("a", ADA), line("torn", "1\t2026-11-2"), line("new", "2\tsomething")]);
    let html = part(&options);
    assert!(html.contains("sent:torn") && html.contains("sent:new") && html.contains("This month: 1"), "{html}");
    let gone = MemoryEffect::Remove(vec!["sent:torn".into(), "sent:new".into()]);
    assert_eq!(press(&mut options, "discard"), [Effect::Memory(gone), Effect::Focus("memory".into())]);
}

#[test]
fn a_full_storage_says_so() {
    let mut told = options(&["count"], Vec::new());
    tell(
        &mut told,
        Stored { choice: Choice::default().turned(Switch::Count), lines: vec![line("a", ADA)], is_full: true, ..Stored::default() },
    );
    assert!(part(&told).contains("storage for Connote is full") && part(&told).contains("This month: 1"));
    let mut met = options(&["count"], vec![line("a", ADA)]);
    met.update(Msg::Memory(MemoryMsg::Full));
    assert!(part(&met).contains("storage for Connote is full"));
}

#[test]
fn it_is_handed_out_as_files() {
    let mut options = options(&["history"], vec![line("a", ADA)]);
    let csv = "day,note,outcome,recipient,text\r\n2026-11-20,yes,waiting,Ada,\"Hi Ada, we both keep bees.\"\r\n";
    assert_eq!(press(&mut options, "export-csv"), [Effect::Memory(MemoryEffect::Save("connote.csv", "text/csv", csv.into()))]);
    let [Effect::Memory(MemoryEffect::Save(name, _, json))] = &options.update(Msg::Memory(MemoryMsg::Export(Format::Json)))[..] else {
        panic!()
    };
    assert_eq!((*name, json.contains("\"recipient\":\"Ada\"")), ("connote.json", true));
}

#[test]
fn the_key_of_fingerprints_is_made_when_they_are_wanted_and_goes_with_them() {
    let stored = |key| Stored { choice: Choice::named(["reuse"]), lines: Vec::new(), key, ..Stored::default() };
    let mut options = Options::new(consenting());
    assert_eq!(options.update(Msg::Memory(MemoryMsg::Stored(stored(None)))), [Effect::Memory(MemoryEffect::MakeKey)]);
    assert_eq!(options.update(Msg::Memory(MemoryMsg::Stored(stored(Some(Key([1; 16])))))), []);
    let gone = |keys: &[&str]| Effect::Memory(MemoryEffect::Remove(keys.iter().map(|key| (*key).to_owned()).collect()));
    assert!(press(&mut options, "keep-reuse").contains(&gone(&["fingerprint-key"])), "nothing was kept: there is nothing to ask");
    let lines = vec![line("a", "1\t2026-11-20\tnote\tAAAA.AAAB\twaiting\t\t"), line("b", "1\t2026-11-20\tnote\t\twaiting\t\t")];
    tell(&mut options, Stored { choice: Choice::named(["count", "reuse"]), lines, key: Some(Key([1; 16])), ..Stored::default() });
    press(&mut options, "keep-reuse");
    let left = MemoryEffect::Write(vec![line("a", "1\t2026-11-20\tnote\t\twaiting\t\t")]);
    assert_eq!(press(&mut options, "erase-yes"), [gone(&["fingerprint-key"]), Effect::Memory(left), Effect::Focus("memory".into())]);
}
