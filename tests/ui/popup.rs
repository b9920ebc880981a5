//! The toolbar's popup.

use super::*;
use connote::Context;
use connote::report::{Range, Style};
use connote::rewrite::review_with_rewrites;
use connote::ui::{Moment, Popup, Sight, Where};

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
fn use_this_writes_the_very_rewrite_over_the_whole_note() {
    let mut popup = Popup::new(consenting());
    popup.update(Msg::Note(page_note(1, NOTE, true)));
    for style in [Style::Brief, Style::Warm, Style::Formal] {
        let offered = review_with_rewrites(NOTE, &Context::default()).rewrites.into_iter().find(|rewrite| rewrite.style == style).unwrap();
        let effects = popup.update(Msg::Desk(DeskMsg::Use(style)));
        let [Effect::Write(change)] = effects.as_slice() else { panic!("{effects:?}") };
        assert_eq!((change.expected.as_str(), change.replacement.as_str()), (NOTE, offered.text.as_str()));
        let end = offered.text.encode_utf16().count();
        assert_eq!(change.select, Some(offered.blanks.first().map_or(Range { start: end, end }, |blank| blank.at)));
    }
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
    popup.update(Msg::Time(Moment { now: 0, zone: 0 }));
    popup.update(Msg::NoDialog);
    let html = popup.view().to_html();
    assert!(html.contains("Paused until 0:10"), "{html}");
    let effects = popup.update(click_in(&popup.view(), "resume").unwrap());
    assert_eq!(stored(&effects), Some(&consenting()));
    assert!(!popup.view().to_html().contains("Paused"));
}

fn place(sees: Sight) -> Where {
    Where { sees, recipient: Some("Ines Holt".into()), left: Some(3), draft: None, dark: false }
}

fn popup_at(place: Where) -> Popup {
    let mut popup = Popup::new(consenting());
    popup.update(Msg::Where(place));
    popup
}

#[test]
fn before_the_note_the_popup_says_what_a_note_is_for() {
    let html = popup_at(place(Sight::Question)).view().to_html();
    assert!(html.contains("tell Ines Holt how") && html.contains("3 notes left"), "{html}");
    let html = popup_at(Where { recipient: None, left: Some(1), ..place(Sight::Question) }).view().to_html();
    assert!(html.contains("tell them how") && html.contains("1 note left"), "{html}");
}

#[test]
fn every_sight_is_named_and_leaves_room_for_a_pasted_note() {
    let mut titles = Vec::new();
    for word in ["note", "question", "notes-used-up", "weekly-limit", "email-needed", "unknown", "of-a-newer-page"] {
        let popup = popup_at(place(Sight::named(word)));
        let html = popup.view().to_html();
        assert!(html.contains("Or paste a note here.") && !html.contains("{them}"), "{html}");
        titles.push(html.lines().find_map(|line| line.trim().strip_prefix("<h2>")).unwrap().to_owned());
        let adopts = click_in(&popup.view(), "adopt").is_some();
        assert_eq!(adopts, ["note", "unknown", "of-a-newer-page"].contains(&word), "{word}");
    }
    titles.dedup();
    assert_eq!(titles.len(), 6, "{titles:?}");
}

#[test]
fn the_box_that_the_user_was_in_is_checked_on_their_word() {
    let mut popup = popup_at(place(Sight::Unknown));
    insta::assert_snapshot!("the_popup_before_an_unknown_box", popup.view().to_html());
    let adopt = click_in(&popup.view(), "adopt").unwrap();
    assert_eq!(popup.update(adopt), [Effect::Adopt]);
    assert_eq!(popup.update(Msg::Adopted(false)), []);
    assert!(popup.view().to_html().contains("There was no text box"));
    assert_eq!(popup.update(Msg::Adopted(true)), [Effect::After(150, Msg::Retry)]);
    popup.update(Msg::Note(page_note(1, NOTE, true)));
    let html = popup.view().to_html();
    assert!(!html.contains("data-key=\"adopt\"") && html.contains("data-key=\"draft\""), "{html}");
}

#[test]
fn a_kept_note_is_given_back() {
    let mut popup = popup_at(Where { draft: Some(NOTE.into()), ..place(Sight::NotesUsedUp) });
    insta::assert_snapshot!("the_popup_at_a_wall", popup.view().to_html());
    let copy = click_in(&popup.view(), "copy-draft").unwrap();
    assert_eq!(popup.update(copy), [Effect::Copy(NOTE.into())]);
    assert!(popup.view().to_html().contains("Copied."));
    let take = click_in(&popup.view(), "take-draft").unwrap();
    assert_eq!(popup.update(take).last(), Some(&Effect::Focus("paste".into())));
    let html = popup.view().to_html();
    assert!(html.contains(&format!("value={NOTE:?}")) && !html.contains("data-key=\"kept\""), "{html}");
    assert!(html.contains("finding-contains-link"), "{html}");
}

#[test]
fn only_a_quiet_note_is_counted_on_the_toolbar() {
    let badge = |consent, from: Msg| {
        let mut popup = Popup::new(Settings { consent, ..Settings::default() });
        let effects = popup.update(from);
        effects.into_iter().find(|effect| matches!(effect, Effect::Badge(_)))
    };
    let note = || Msg::Note(page_note(1, NOTE, true));
    assert_eq!(badge(Consent::Quiet, note()), Some(Effect::Badge(1)));
    assert_eq!(badge(Consent::Page, note()), None);
    assert_eq!(badge(Consent::Quiet, Msg::Pasted(NOTE.into())), None);
}
