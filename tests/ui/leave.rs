//! Leaving findings out, and the way back.
#![expect(clippy::unwrap_used, reason = "a test may panic, and so may what only tests call")]

use super::*;
use connote::ui::Moment;

/// Leaves the finding about the link out in a way, by two clicks.
fn leave(panel: &mut Panel, way: &str) -> Vec<Effect> {
    let open = click(panel, "ignore-contains-link-0").unwrap();
    assert_eq!(panel.update(open), [Effect::Reveal("leaving-contains-link-0".into())]);
    let way = click(panel, &format!("{way}-contains-link-0")).unwrap();
    panel.update(way)
}

fn shows_link(panel: &Panel) -> bool {
    panel.view().to_html().contains("finding-contains-link")
}

/// Presses Undo; the finding is back, with the focus on it.
fn undo(panel: &mut Panel) -> Vec<Effect> {
    let effects = panel.update(click(panel, "undo").unwrap());
    assert!(shows_link(panel));
    assert!(effects.contains(&Effect::Focus("open-contains-link-0".into())), "{effects:?}");
    effects
}

#[test]
fn what_is_left_out_here_stays_out_of_this_note_alone() {
    let mut panel = panel(NOTE);
    let effects = leave(&mut panel, "here");
    assert!(!shows_link(&panel));
    assert!(matches!(effects.as_slice(), [Effect::Flash(_), Effect::Marks(_, marks, _), ..] if marks.is_empty()), "{effects:?}");
    assert_eq!(stored(&effects), None);
    assert!(effects.contains(&Effect::Focus("undo".into())));
    undo(&mut panel);
    leave(&mut panel, "here");
    panel.update(Msg::Note(page_note(2, &format!("Oh! {NOTE}"), true)));
    let html = panel.view().to_html();
    assert!(!shows_link(&panel) && html.contains("1 ignored") && !html.contains("data-key=\"undo\""), "{html}");
    panel.update(click(&panel, "restore").unwrap());
    assert!(shows_link(&panel));
}

#[test]
fn a_wording_is_let_pass_for_good_and_no_other() {
    let mut panel = panel(NOTE);
    let effects = leave(&mut panel, "allow");
    let settings = stored(&effects).unwrap().clone();
    assert_eq!(settings.allowed, ["contains-link https://mills.example/tide"]);
    assert!(!shows_link(&panel));
    let mut next = Panel::new(settings);
    next.update(Msg::Note(page_note(1, &NOTE.to_uppercase(), true)));
    assert!(!shows_link(&next), "the same words in another note");
    next.update(Msg::Note(page_note(2, "See https://mills.example/ebb", true)));
    assert!(shows_link(&next), "other words");
    assert_eq!(stored(&undo(&mut panel)).unwrap().allowed, [""; 0]);
}

#[test]
fn no_wording_is_kept_from_a_private_window_and_the_panel_says_so() {
    let mut panel = panel(NOTE);
    panel.update(click(&panel, "ignore-contains-link-0").unwrap());
    let allow = click(&panel, "allow-contains-link-0").unwrap();
    panel.update(Msg::Note(PageNote { private: true, ..page_note(2, NOTE, true) }));
    let html = panel.view().to_html();
    assert!(!html.contains("data-key=\"allow-") && html.contains("From private windows no wording is kept."), "{html}");
    assert_eq!(panel.update(allow), [], "nor by a click that came too late");
    assert!(shows_link(&panel));
    panel.update(click(&panel, "off-contains-link-0").unwrap());
    assert!(!shows_link(&panel));
}

#[test]
fn a_rule_is_switched_off_from_its_finding() {
    let mut panel = panel(NOTE);
    let effects = leave(&mut panel, "off");
    assert_eq!(stored(&effects).unwrap().rules_off, ["contains-link"]);
    assert!(!shows_link(&panel));
    insta::assert_snapshot!("the_panel_with_a_rule_left_out", panel.view().to_html());
    // The storage tells everybody, us too: the way back stays.
    panel.update(Msg::Settings(stored(&effects).unwrap().clone()));
    assert_eq!(stored(&undo(&mut panel)).unwrap().rules_off, [""; 0]);
}

#[test]
fn a_pause_lasts_an_hour_and_gives_the_focus_back() {
    let mut panel = panel(NOTE);
    assert_eq!(leave(&mut panel, "pause"), [Effect::AskTime]);
    let effects = panel.update(Msg::Time(Moment { now: 1_000, zone: 0 }));
    assert_eq!(effects, [Effect::FocusBox, Effect::Store(Settings { paused_until: Some(3_601_000), ..Settings::default() })]);
    assert_eq!(panel.update(Msg::Time(Moment { now: 2_000, zone: 0 })), [], "it was asked for once");
}

#[test]
fn the_ways_to_leave_out_open_close_and_fit_the_finding() {
    let mut panel = panel(NOTE);
    panel.update(click(&panel, "ignore-contains-link-0").unwrap());
    insta::assert_snapshot!("the_panel_with_ways_to_leave_out", panel.view().to_html());
    let close = click(&panel, "ignore-contains-link-0").unwrap();
    assert_eq!(panel.update(close), [Effect::Focus("ignore-contains-link-0".into())]);
    assert_eq!(click(&panel, "here-contains-link-0"), None);
    panel.update(Msg::Note(page_note(2, &"word ".repeat(50), true)));
    panel.update(click(&panel, "ignore-over-limit-0").unwrap());
    assert_eq!(click(&panel, "allow-over-limit-0"), None, "a text that is too long has no wording");
    assert!(click(&panel, "off-over-limit-0").is_some());
}
