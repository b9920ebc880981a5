//! The popup's way to the dialog in the tab below it.

use super::app::{App, Page, Sender, warn};
use super::browser::{call, get, object_at, settle};
use super::wire::{ToPage, Written, read, read_note};
use crate::settings::Settings;
use crate::ui::{Effect, Popup, PopupMsg};
use js_sys::{Array, Object, Reflect};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};

/// Starts the popup and asks the tab for its note.
///
/// # Errors
/// When the page has no place for it.
pub(super) fn start(settings: Settings, page: Page) -> Result<(), JsValue> {
    let sender = App::start(Popup::new(settings), page, Box::new(perform))?;
    read_from_tab(&sender);
    Ok(())
}

fn perform(effect: Effect<PopupMsg>, sender: &Sender<PopupMsg>) {
    match effect {
        Effect::Write(change) => {
            let sender = Rc::clone(sender);
            let id = change.id;
            ask(&ToPage::AskEdit((&change).into()), move |answer| {
                let refused = Written { id, ok: false, text: String::new() };
                let Written { id, ok, text } = answer.and_then(|answer| read(&answer)).unwrap_or(refused);
                sender(PopupMsg::Written { id, ok, text });
            });
        }
        Effect::ReadNote => read_from_tab(sender),
        Effect::Close => {
            if let Some(window) = web_sys::window() {
                warn(&window.close());
            }
        }
        // There is no box to point at: the page is covered by the popup.
        _ => {}
    }
}

fn read_from_tab(sender: &Sender<PopupMsg>) {
    let sender = Rc::clone(sender);
    ask(&ToPage::AskNote, move |answer| sender(PopupMsg::Note(answer.and_then(|answer| read_note(&answer)))));
}

/// Asks the tab in front; nothing comes back when none of its frames has a dialog, or Connote does not work there.
fn ask(message: &ToPage, then: impl FnOnce(Option<JsValue>) + 'static) {
    let message = message.to_object().ok();
    let tabs = object_at(&["chrome", "tabs"]);
    let found = tabs.as_ref().and_then(|tabs| call(tabs, "query", &[front_tab()]));
    let (Some(message), Some(tabs), Some(found)) = (message, tabs, found) else { return then(None) };
    settle(&found, move |found| {
        let tab = found.and_then(|found| found.dyn_into::<Array>().ok()).map(|found| get(&found.get(0), "id"));
        match tab.and_then(|tab| call(&tabs, "sendMessage", &[tab, message])) {
            Some(answer) => settle(&answer, then),
            None => then(None),
        }
    });
}

fn front_tab() -> JsValue {
    let query = Object::new();
    for name in ["active", "currentWindow"] {
        warn(&Reflect::set(&query, &name.into(), &JsValue::TRUE).map(|_| ()));
    }
    query.into()
}
