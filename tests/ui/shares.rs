//! "What do you share?", and the cuts of a note that is too long.

use super::*;
use connote::text::span::utf16_slice;

/// What stands in the text after the only change among the effects, and what is selected in it.
fn written(effects: &[Effect], text: &str) -> Option<(String, String)> {
    let [Effect::Write(change)] = effects else { return None };
    assert_eq!(utf16_slice(text, change.at.start, change.at.end), change.expected);
    let ends = [utf16_slice(text, 0, change.at.start), utf16_slice(text, change.at.end, usize::MAX)];
    let after = [ends[0], change.replacement.as_str(), ends[1]].concat();
    let selected = change.select.map_or("", |at| utf16_slice(&after, at.start, at.end)).to_owned();
    Some((after, selected))
}

#[test]
fn a_chip_adds_a_sentence_and_selects_its_blank() {
    let mut panel = panel("Hi Ines, I restore tide mills.");
    panel.update(click(&panel, "shares").unwrap());
    let effects = panel.update(click(&panel, "share_post").unwrap());
    let after = "Hi Ines, I enjoyed your post on [subject]. I restore tide mills.";
    assert_eq!(written(&effects, "Hi Ines, I restore tide mills."), Some((after.into(), "[subject]".into())));
}

#[test]
fn chips_are_open_where_there_is_nothing_to_reword_yet() {
    for text in ["", "I'd like to add you to my professional network on LinkedIn."] {
        let mut panel = panel(text);
        assert_eq!(click(&panel, "rewrites"), None, "{text}");
        let effects = panel.update(click(&panel, "share_met").unwrap());
        let (after, selected) = written(&effects, text).unwrap();
        assert!(after.starts_with("We met at [where you met]. ") && !after.contains("professional"), "{after}");
        assert_eq!(selected, "[where you met]");
    }
}

#[test]
fn no_chips_where_common_ground_is_named_or_we_cannot_write() {
    for text in ["Hi Ines, we both restore tide mills in Brittany.", "Здравствуйте, давайте обменяемся опытом по водяным мельницам!"]
    {
        assert_eq!(click(&panel(text), "shares"), None, "{text}");
    }
}

#[test]
fn what_the_note_says_is_not_said_twice() {
    let text = "Hi Ines, I enjoyed your post on sluices. I restore tide mills.";
    let mut panel = panel(text);
    panel.update(click(&panel, "shares").unwrap());
    assert_eq!(panel.update(click(&panel, "share_post").unwrap()), []);
    assert!(panel.view().to_html().contains("The note says so already."));
}

#[test]
fn a_note_that_is_too_long_is_cut_bit_by_bit() {
    let text = "Hi Ines, I hope this finds you well. I liked your talk on tide mills in Brest. It is a fine day here and the sea looks calm today. \
                I would be glad to connect. Thanks in advance. Best regards, Omar Haddad";
    let mut panel = panel(text);
    let html = panel.view().to_html();
    assert!(html.contains("Leave out what says nothing (") && html.contains("Leave out the thanks ("), "{html}");
    let effects = panel.update(click(&panel, "fix-over-limit-0-0").unwrap());
    let (after, _) = written(&effects, text).unwrap();
    assert!(after.starts_with("Hi Ines, I liked your talk on tide mills in Brest."), "{after}");
}
