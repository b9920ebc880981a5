//! The toolbar's popup.

use super::*;
use connote::report::Style;
use connote::ui::{Moment, Popup};

#[test]
fn the_popup_asks_while_undecided_and_shows_no_note() {
    let mut popup = Popup::new(Settings::default());
    popup.update(Msg::NoDialog);
    insta::assert_snapshot!(popup.view().to_html());
}

#[test]
fn the_popup_with_the_note_of_a_dialog() {
    let mut popup = Popup::new(consenting());
    popup.update(Msg::Note(page_note(1, NOTE, true)));
    insta::assert_snapshot!(popup.view().to_html());
}

#[test]
fn the_popup_changes_pasted_text_itself() {
    let mut popup = Popup::new(consenting());
    popup.update(Msg::NoDialog);
    let effects = popup.update(Msg::Pasted(NOTE.into()));
    let [Effect::After(150, pause)] = effects.as_slice() else { panic!("{effects:?}") };
    popup.update(pause.clone());
    let effects = popup.update(Msg::Desk(DeskMsg::Use(Style::Brief)));
    assert_eq!(effects, [], "no page is written to");
    let html = popup.view().to_html();
    assert!(!html.contains("value=\"Hi Ines, I liked your talk on tide mills. See https"), "{html}");
    popup.update(Msg::Desk(DeskMsg::Undo));
    assert!(popup.view().to_html().contains(&format!("value={NOTE:?}")));
}

#[test]
fn the_popup_says_until_when_a_pause_lasts_and_ends_it() {
    let mut popup = Popup::new(Settings { paused_until: Some(600_000), ..consenting() });
    popup.update(Msg::Time(Moment { now: 0, zone: 90 }));
    popup.update(Msg::NoDialog);
    let html = popup.view().to_html();
    assert!(html.contains("Paused until 1:40"), "{html}");
    let effects = popup.update(click_in(&popup.view(), "resume").unwrap());
    assert_eq!(stored(&effects), Some(&consenting()));
    assert!(!popup.view().to_html().contains("Paused"));
}
