//! The options and the welcome page.

use super::*;
use connote::settings::{Theme, wording};
use connote::ui::{Moment, Options, Welcome};

#[test]
fn the_options() {
    insta::assert_snapshot!(Options::new(consenting()).view().to_html());
}

#[test]
fn a_wrong_limit_is_named_and_changes_nothing() {
    let mut options = Options::new(Settings { limit: Some(250), ..consenting() });
    assert_eq!(options.update(Msg::Limit("25o".into())), []);
    let html = options.view().to_html();
    assert!(html.contains("250 stays in force") && html.contains("value=\"25o\""), "{html}");
    let effects = options.update(Msg::Limit("280".into()));
    assert_eq!(effects, [Effect::Store(Settings { limit: Some(280), ..consenting() })]);
    let effects = options.update(Msg::Limit(String::new()));
    assert_eq!(effects, [Effect::Store(consenting())]);
}

#[test]
fn a_sentence_on_oneself_is_stored_as_it_is_typed_and_no_late_word_undoes_it() {
    let about = |words: &str| Settings { about: words.into(), ..consenting() };
    let mut options = Options::new(about("I tune harps"));
    assert!(options.view().to_html().contains("value=\"I tune harps\""));
    options.update(Msg::Settings(about("I mend clocks")));
    assert!(options.view().to_html().contains("value=\"I mend clocks\""), "another tab has changed it");
    assert_eq!(options.update(Msg::About("I mend clocks in".into())), [Effect::Store(about("I mend clocks in"))]);
    assert_eq!(options.update(Msg::About("I mend clocks in Graz".into())), [Effect::Store(about("I mend clocks in Graz"))]);
    options.update(Msg::Settings(about("I mend clocks in")));
    assert!(options.view().to_html().contains("value=\"I mend clocks in Graz\""), "what was typed stays");
    assert_eq!(
        options.update(Msg::Theme("dark".into())),
        [Effect::Store(Settings { theme: Theme::Dark, ..about("I mend clocks in Graz") })]
    );
}

#[test]
fn a_rule_is_switched_off_and_on() {
    let mut options = Options::new(consenting());
    let effects = options.update(Msg::Toggle("shouting"));
    assert_eq!(effects, [Effect::Store(Settings { rules_off: vec!["shouting".into()], ..consenting() })]);
    assert_eq!(options.update(Msg::Toggle("shouting")), [Effect::Store(consenting())]);
}

#[test]
fn the_options_list_what_was_left_out_and_reverse_each() {
    let all = Settings {
        allowed: vec![wording("vague-meeting", "Pick your brain").unwrap()],
        rules_off: vec!["shouting".into(), "no-such-rule".into()],
        paused_until: Some(60_000),
        ..consenting()
    };
    let mut options = Options::new(all.clone());
    options.update(Msg::Time(Moment { now: 0, zone: 60 }));
    let html = options.view().to_html();
    let part = html.split("data-key=\"left-out\"").nth(1).and_then(|rest| rest.split("What Connote looks for").next()).unwrap();
    insta::assert_snapshot!("what_was_left_out", part);
    let go = |options: &mut Options, key: &str| {
        let effects = options.update(click_in(&options.view(), key).unwrap());
        stored(&effects).unwrap().clone()
    };
    let on = go(&mut options, "resume");
    assert_eq!(on, Settings { paused_until: None, ..all.clone() });
    assert_eq!(go(&mut options, "forbid-0"), Settings { allowed: Vec::new(), ..on });
    assert_eq!(go(&mut options, "on-shouting").rules_off, ["no-such-rule"], "what is unknown is kept for who knows it");
    assert!(options.view().to_html().contains("“Ignore” beside a suggestion"));
}

#[test]
fn the_welcome_page_asks_and_takes_both_answers() {
    let mut welcome = Welcome::new(Settings::default());
    insta::assert_snapshot!("welcome_asks", welcome.view().to_html());
    let effects = welcome.update(Msg::Consent(Consent::Page));
    assert_eq!(effects, [Effect::Store(consenting()), Effect::Focus("consent-quiet".into())]);
    insta::assert_snapshot!("welcome_on", welcome.view().to_html());
    welcome.update(Msg::Consent(Consent::Quiet));
    insta::assert_snapshot!("welcome_quiet", welcome.view().to_html());
    welcome.update(Msg::Consent(Consent::Off));
    insta::assert_snapshot!("welcome_off", welcome.view().to_html());
}

#[test]
fn the_keys_are_those_of_the_browser() {
    let mut options = Options::new(consenting());
    let keys = [("_execute_action", "Alt+Shift+Y"), ("adopt", ""), ("of-a-newer-version", "Alt+1")];
    options.update(Msg::Shortcuts(keys.map(|(name, keys)| (name.to_owned(), keys.to_owned())).to_vec()));
    let html = options.view().to_html();
    for shown in ["Open the popup", "Alt+Shift+Y", "Check the box that I am in", "no keys", "of-a-newer-version"] {
        assert!(html.contains(shown), "{shown}: {html}");
    }
    assert_eq!(options.update(click_in(&options.view(), "shortcuts").unwrap()), [Effect::OpenShortcuts]);
}
