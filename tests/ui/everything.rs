//! Everything that is stored: what the page asks and says.

use super::*;
use connote::ui::{Came, EverythingMsg, MemoryEffect, MemoryMsg, Options, Stored};

fn options() -> Options {
    let mut options = Options::new(consenting());
    assert!(click_in(&options.view(), "export-all").is_none(), "nothing is stored where there is no storage");
    options.update(Msg::Memory(MemoryMsg::Stored(Stored::default())));
    options
}

fn press(options: &mut Options, key: &str) -> Vec<Effect> {
    click_in(&options.view(), key).map(|message| options.update(message)).unwrap_or_default()
}

#[test]
fn a_reset_asks_first() {
    let mut options = options();
    assert_eq!(press(&mut options, "reset-yes"), []);
    assert_eq!(press(&mut options, "reset"), [Effect::Focus("reset-not".into())]);
    assert_eq!(press(&mut options, "reset-not"), [Effect::Focus("everything".into())]);
    assert_eq!(press(&mut options, "reset-yes"), [], "the question is gone");
    press(&mut options, "reset");
    assert_eq!(press(&mut options, "reset-yes"), [Effect::Memory(MemoryEffect::Reset), Effect::Focus("everything".into())]);
    assert!(options.view().to_html().contains("Everything is as on the first day."));
}

#[test]
fn what_came_of_a_file_is_said_until_the_next_thing_is_done() {
    let mut options = options();
    let file = |message| Msg::Everything(message);
    assert_eq!(options.update(file(EverythingMsg::Chosen)), [Effect::Memory(MemoryEffect::Open)]);
    for (came, words) in [(Came::In(3), "Entries imported: 3."), (Came::Unknown, "Nothing was changed."), (Came::Full, "no room for it")] {
        options.update(file(EverythingMsg::Came(came)));
        assert!(options.view().to_html().contains(words), "{words}");
    }
    assert_eq!(press(&mut options, "export-all"), [Effect::Memory(MemoryEffect::SaveAll)]);
    assert!(!options.view().to_html().contains("no room for it"));
}

#[test]
fn settings_go_along_only_with_their_switch_on() {
    let mut options = options();
    assert!(!options.view().to_html().contains("id=\"sync\" aria-describedby=\"sync-what\" checked"));
    assert_eq!(press(&mut options, "sync"), [Effect::Memory(MemoryEffect::Sync(true))]);
    options.update(Msg::Memory(MemoryMsg::Stored(Stored { is_synced: true, ..Stored::default() })));
    assert!(options.view().to_html().contains("id=\"sync\" aria-describedby=\"sync-what\" checked"));
    assert_eq!(press(&mut options, "sync"), [Effect::Memory(MemoryEffect::Sync(false))]);
}
