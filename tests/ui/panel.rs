//! The panel below the box.

use super::*;
use connote::report::Range;
use connote::settings::Theme;
use connote::ui::{Sight, Where};

#[test]
fn the_panel_before_its_first_note() {
    insta::assert_snapshot!(Panel::new(Settings::default()).view().to_html());
}

#[test]
fn the_panel_with_an_empty_note_scolds_nobody() {
    let html = panel("").view().to_html();
    assert!(!html.contains("finding-"), "{html}");
    insta::assert_snapshot!(html);
}

#[test]
fn the_panel_with_a_finding() {
    insta::assert_snapshot!(panel(NOTE).view().to_html());
}

#[test]
fn the_panel_over_the_limit() {
    let panel = panel(&NOTE.repeat(3));
    insta::assert_snapshot!(panel.view().to_html());
}

#[test]
fn the_counter_follows_at_once_and_the_judgement_after_a_pause() {
    let mut panel = panel("Hi Ines");
    let effects = panel.update(Msg::Note(page_note(2, NOTE, false)));
    assert_eq!(effects, [Effect::After(150, Msg::Pause(2))]);
    let html = panel.view().to_html();
    assert!(html.contains(&format!("{} left", 200 - NOTE.len())), "{html}");
    assert!(!html.contains("finding-contains-link"), "{html}");
    assert_eq!(panel.update(Msg::Pause(1)), [], "an older pause means nothing");
    let effects = panel.update(Msg::Pause(2));
    assert!(
        matches!(effects.as_slice(), [Effect::Marks(2, marks, None), Effect::After(1000, Msg::Quiet(2))] if marks.iter().any(|mark| mark.rule == "contains-link")),
        "{effects:?}"
    );
    assert!(panel.view().to_html().contains("finding-contains-link"));
}

#[test]
fn a_fix_is_one_change_and_can_be_taken_back() {
    let mut panel = panel(NOTE);
    let fix = link_fix(&panel).unwrap();
    let effects = panel.update(fix);
    let [Effect::Write(change)] = effects.as_slice() else { panic!("{effects:?}") };
    let start = NOTE.find("https").unwrap();
    assert!(change.at.start <= start && change.expected.ends_with("https://mills.example/tide"), "{change:?}");
    let mut text = NOTE.to_owned();
    text.replace_range(change.at.start..change.at.end, &change.replacement);
    panel.update(Msg::Written { id: change.id, ok: true, text: text.clone() });
    panel.update(Msg::Note(page_note(2, &text, true)));
    let effects = panel.update(Msg::Desk(DeskMsg::Undo));
    let [Effect::Write(back)] = effects.as_slice() else { panic!("{effects:?}") };
    text.replace_range(back.at.start..back.at.end, &back.replacement);
    assert_eq!(text, NOTE);
}

#[test]
fn a_fix_for_a_text_that_has_gone_on_changes_nothing() {
    let mut panel = panel(NOTE);
    let fix = link_fix(&panel).unwrap();
    panel.update(Msg::Note(page_note(2, &format!("Oh! {NOTE}"), false)));
    assert_eq!(panel.update(fix), []);
}

#[test]
fn a_refused_change_says_so() {
    let mut panel = panel(NOTE);
    let fix = link_fix(&panel).unwrap();
    let effects = panel.update(fix);
    let [Effect::Write(change)] = effects.as_slice() else { panic!("{effects:?}") };
    panel.update(Msg::Written { id: change.id, ok: false, text: NOTE.into() });
    assert!(panel.view().to_html().contains("Your text is as it was"));
}

#[test]
fn hovering_a_finding_shows_its_words() {
    let mut panel = panel(NOTE);
    let index = link_index(&panel).unwrap();
    let start = NOTE.find("https").unwrap();
    assert_eq!(panel.update(Msg::Desk(DeskMsg::Hover(Some(index)))), [Effect::Flash(Range { start, end: NOTE.len() })]);
    assert_eq!(panel.update(Msg::Desk(DeskMsg::Hover(None))), [Effect::Flash(Range { start: 0, end: 0 })]);
}

/// A note in which three rules and more find something.
const PITCH: &str = "Hi Ines, we help mills like yours cut costs by 40%!! Book a quick 15 min call: https://mills.example/tide";

#[test]
fn one_finding_is_open_at_a_time() {
    let open = |panel: &Panel| -> Vec<String> {
        let html = panel.view().to_html();
        let lines = html.lines().filter(|line| line.contains("data-key=\"open-") && line.contains("aria-expanded=\"true\""));
        lines.filter_map(|line| line.split('"').nth(1).map(str::to_owned)).collect()
    };
    let mut panel = panel(PITCH);
    insta::assert_snapshot!("the_panel_with_findings", panel.view().to_html());
    let first = open(&panel);
    assert_eq!(first.len(), 1);
    let shouting = click(&panel, "open-shouting-0").unwrap();
    panel.update(shouting.clone());
    assert_eq!(open(&panel), ["open-shouting-0"]);
    panel.update(Msg::Note(page_note(2, &format!("{PITCH} "), true)));
    assert_eq!(open(&panel), ["open-shouting-0"], "it stays open while one types elsewhere");
    panel.update(click(&panel, "open-shouting-0").unwrap());
    assert_eq!(open(&panel), [""; 0]);
    panel.update(Msg::Note(page_note(3, "Hi Ines, no! Pls", true)));
    assert_eq!(open(&panel), [""; 0], "what was closed stays closed");
}

#[test]
fn a_mark_opens_its_finding() {
    let mut panel = panel(PITCH);
    let effects = panel.update(Msg::Note(page_note(2, PITCH, true)));
    let Some(Effect::Marks(_, marks, _)) = effects.first() else { panic!("{effects:?}") };
    let link = marks.iter().position(|mark| mark.rule == "contains-link").unwrap();
    assert_eq!(panel.update(Msg::Reveal(link)), [Effect::Reveal("finding-contains-link-0".into())]);
    assert!(panel.view().to_html().contains("data-key=\"why-contains-link-0\""));
    assert_eq!(panel.update(Msg::Reveal(99)), []);
}

#[test]
fn a_fix_selects_the_blank_that_it_leaves() {
    let mut panel = panel("I'd like to add you to my professional network on LinkedIn.");
    let effects = panel.update(click(&panel, "fix-default-invitation-0-0").unwrap());
    let [Effect::Write(change)] = effects.as_slice() else { panic!("{effects:?}") };
    let select = change.select.expect("a selection");
    let units: Vec<u16> = change.replacement.encode_utf16().collect();
    let words = String::from_utf16(&units[select.start - change.at.start..select.end - change.at.start]).unwrap();
    assert_eq!(words, "…");
}

#[test]
fn the_last_change_is_named_and_can_be_taken_back_until_one_types() {
    let mut panel = panel(NOTE);
    let effects = panel.update(link_fix(&panel).unwrap());
    let [Effect::Write(change)] = effects.as_slice() else { panic!("{effects:?}") };
    let mut text = NOTE.to_owned();
    text.replace_range(change.at.start..change.at.end, &change.replacement);
    panel.update(Msg::Written { id: change.id, ok: true, text: text.clone() });
    panel.update(Msg::Note(page_note(2, &text, true)));
    let html = panel.view().to_html();
    assert!(html.contains("Changed.") && html.contains("data-key=\"undo\""), "{html}");
    panel.update(Msg::Note(page_note(3, &format!("{text}!"), false)));
    let html = panel.view().to_html();
    assert!(!html.contains("Changed.") && !html.contains("data-key=\"undo\""), "{html}");
}

#[test]
fn a_screen_reader_is_told_once_the_note_stands_still() {
    let mut panel = panel(NOTE);
    let told = |panel: &Panel| -> Vec<String> {
        let html = panel.view().to_html();
        let inside = html.lines().skip_while(|line| !line.contains("aria-live")).skip(1).take_while(|line| line.starts_with("      "));
        inside.map(|line| line.trim().to_owned()).collect()
    };
    assert_eq!(told(&panel), [""; 0]);
    panel.update(Msg::Quiet(0));
    assert_eq!(told(&panel), [""; 0], "an older quiet means nothing");
    panel.update(Msg::Quiet(1));
    assert_eq!(told(&panel), ["<p>1 suggestion"]);
}

#[test]
fn the_panel_can_be_sent_away() {
    let mut panel = panel(NOTE);
    assert_eq!(panel.update(click(&panel, "hide").unwrap()), [Effect::FocusBox, Effect::Close]);
}

#[test]
fn only_the_start_of_a_huge_paste_is_checked_and_the_panel_says_so() {
    let html = panel(&"a ".repeat(20_000)).view().to_html();
    assert!(html.contains("Only the first") && html.contains("39800 too many"), "{html}");
}

#[test]
fn an_assumed_limit_is_called_so() {
    let mut panel = Panel::new(Settings::default());
    panel.update(Msg::Note(PageNote { seq: 1, immediate: true, ..PageNote::default() }));
    assert!(panel.view().to_html().contains("of 200, assumed"));
}

#[test]
fn escape_gives_the_focus_back() {
    assert_eq!(panel(NOTE).update(Msg::Leave), [Effect::FocusBox]);
}

#[test]
fn at_the_step_before_the_box_it_says_what_a_note_is_for() {
    let place = Where { sees: Sight::Question, recipient: Some("Ines Holt".into()), left: Some(3), draft: None, dark: true };
    let mut panel = Panel::new(Settings::default());
    assert_eq!(panel.update(Msg::Where(place)), []);
    insta::assert_snapshot!("the_panel_at_the_step_before_the_box", panel.view().to_html());
    assert_eq!(panel.theme(), Some(Theme::Dark));
    assert_eq!(panel.update(click(&panel, "hide").unwrap()), [Effect::FocusBox, Effect::Close]);
    let effects = panel.update(click(&panel, "never-again").unwrap());
    assert_eq!(stored(&effects).unwrap().rules_off, ["empty-invitation"]);
    assert_eq!(effects.first(), Some(&Effect::FocusBox), "nobody is left without a focus");
}
