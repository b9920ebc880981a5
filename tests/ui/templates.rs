//! Templates: beside a note, and in the options.

use super::*;
use connote::memory::Choice;
use connote::report::Range;
use connote::ui::{MemoryEffect, MemoryMsg, Options, Place, Popup, Recall, Stored, TemplatesMsg, Told};

fn stored(texts: &[&str]) -> Msg {
    let templates = texts.iter().enumerate().map(|(at, text)| (format!("template:{at}"), (*text).to_owned())).collect();
    Msg::Memory(MemoryMsg::Stored(Stored { choice: Choice::default(), templates, ..Stored::default() }))
}

fn shelf(texts: &[&str], told: Told) -> Recall {
    let mut recall = Recall::new(consenting(), Place::Popup);
    recall.update(stored(texts));
    recall.update(Msg::Told(told));
    if let Some(fold) = click_in(&recall.view(), "templates") {
        recall.update(fold);
    }
    recall
}

fn told(text: &str, recipient: Option<&str>, minded: &[&str]) -> Told {
    Told {
        text: text.into(),
        recipient: recipient.map(Into::into),
        minded: minded.iter().map(|&title| title.into()).collect(),
        ..Told::default()
    }
}

fn add(text: &str) -> Effect {
    Effect::Memory(MemoryEffect::Add(vec![text.into()]))
}

#[test]
fn a_template_is_inserted_with_the_name_of_the_page() {
    let mut shelf = shelf(&["# Fair\nHi [name], we met at [fair].\n", "", "# B\nBye\n"], told("", Some("Ada Lovelace"), &[]));
    insta::assert_snapshot!("templates_popup", shelf.view().to_html());
    let effects = shelf.update(click_in(&shelf.view(), "insert-1").unwrap());
    assert_eq!(effects, [Effect::Memory(MemoryEffect::Put("Hi Ada, we met at [fair].".into())), Effect::Focus("templates".into())]);
}

#[test]
fn what_is_put_into_the_box_is_one_change_with_the_first_blank_selected() {
    let mut popup = Popup::new(consenting());
    popup.update(Msg::Note(page_note(1, NOTE, true)));
    let effects = popup.update(Msg::Put("Hi Ada, we met at [fair].".into()));
    let [Effect::Write(change)] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!((change.expected.as_str(), change.replacement.as_str()), (NOTE, "Hi Ada, we met at [fair]."));
    assert_eq!(change.select, Some(Range { start: 18, end: 24 }));
    let mut pasted = Popup::new(consenting());
    pasted.update(Msg::NoDialog);
    assert_eq!(pasted.update(Msg::Put("Hi!".into())), [], "no page is written to");
    assert!(pasted.view().to_html().contains("value=\"Hi!\""));
}

#[test]
fn a_note_is_saved_without_its_name_and_with_what_is_minded() {
    let mut shelf = shelf(&[], told("Hi Ada, buy at my shop!", Some("Ada Lovelace"), &["Sales pitch"]));
    assert!(shelf.view().to_html().contains("None yet."));
    let save = || Msg::Shelf(connote::ui::ShelfMsg::Save);
    assert_eq!(shelf.update(save()), [add("# Hi [name], buy at\nHi [name], buy at my shop!\n\n")]);
    let html = shelf.view().to_html();
    assert!(html.contains("Saved as “Hi [name], buy at”.") && html.contains("would mind: Sales pitch"), "{html}");
    shelf.update(stored(&["# Shop\nHi [name], buy at my shop!\n"]));
    assert_eq!(shelf.update(save()), [], "it is there already");
    assert!(click_in(&self::shelf(&[], told("  ", None, &[])).view(), "save-template").is_none());
}

#[test]
fn the_options_list_edit_delete_and_hand_out() {
    let mut options = Options::new(consenting());
    assert!(click_in(&options.view(), "new-template").is_none(), "nothing can be kept yet");
    options.update(stored(&["# Fair\nHi [name], we met at [fair].\n\n", "# Bees\nHi!\n\n"]));
    let press = |options: &mut Options, key: &str| options.update(click_in(&options.view(), key).unwrap());
    let focus = |key: &str| Effect::Focus(key.to_owned());

    let all = "# Bees\nHi!\n\n# Fair\nHi [name], we met at [fair].\n\n".to_owned();
    assert_eq!(press(&mut options, "export-text"), [Effect::Memory(MemoryEffect::Save("connote-templates.txt", "text/plain", all))]);

    assert_eq!(press(&mut options, "edit-1"), [focus("template-text")]);
    options.update(Msg::Templates(TemplatesMsg::Written("# Fairs\nHello\n# Two\nMore".into())));
    let first = MemoryEffect::Write(vec![("template:0".into(), "# Fairs\nHello\n\n".into())]);
    assert_eq!(press(&mut options, "save"), [Effect::Memory(first), add("# Two\nMore\n\n"), focus("templates")]);

    press(&mut options, "edit-0");
    assert_eq!(press(&mut options, "cancel"), [focus("templates")]);
    press(&mut options, "new-template");
    assert_eq!(press(&mut options, "save"), [focus("templates")], "an empty box is no template");

    assert_eq!(press(&mut options, "delete-0"), [Effect::Memory(MemoryEffect::Remove(vec!["template:1".into()])), focus("undelete")]);
    let back = MemoryEffect::Write(vec![("template:1".into(), "# Bees\nHi!\n\n".into())]);
    assert_eq!(press(&mut options, "undelete"), [Effect::Memory(back), focus("templates")]);
}
