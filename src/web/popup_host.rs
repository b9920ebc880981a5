//! The popup's way to the dialog in the tab below it.

use super::app::{App, Page, warn};
use super::browser::{Then, call, get, object_at, settle, time, window};
use super::wire::{ToPage, read_note, read_written};
use crate::settings::Settings;
use crate::ui::{Effect, Msg, Popup};
use js_sys::{Array, Object, Reflect};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};

/// Starts the popup and asks the tab for its note.
///
/// # Errors
/// When the page has no place for it.
pub(super) fn start(settings: Settings, page: Page) -> Result<(), JsValue> {
    let app = App::start(Box::new(Popup::new(settings)), page, Box::new(perform))?;
    app.send(Msg::Time(time()));
    read_from_tab(&app);
    Ok(())
}

fn perform(effect: Effect, app: &Rc<App>) {
    match effect {
        Effect::Write(change) => {
            let app = Rc::clone(app);
            let id = change.id;
            let then = move |answer: Option<JsValue>| {
                let refused = Msg::Written { id, ok: false, text: String::new() };
                app.send(answer.and_then(|answer| read_written(&answer)).unwrap_or(refused));
            };
            ask(&ToPage::edit("connote:edit", &change), Box::new(then));
        }
        Effect::ReadNote => read_from_tab(app),
        Effect::Close => warn(&window().close()),
        // There is no box to point at: the page is covered by the popup.
        _ => {}
    }
}

fn read_from_tab(app: &Rc<App>) {
    let app = Rc::clone(app);
    let then = move |answer: Option<JsValue>| {
        app.send(answer.and_then(|answer| read_note(&answer)).map_or(Msg::NoDialog, Msg::Note));
    };
    ask(&ToPage::of("connote:note"), Box::new(then));
}

/// Asks the tab in front; nothing comes back when none of its frames has a dialog, or Connote does not work there.
fn ask(message: &ToPage, then: Then) {
    let message = message.to_object().ok();
    let tabs = object_at(&["chrome", "tabs"]);
    let found = tabs.as_ref().and_then(|tabs| call(tabs, "query", &[front_tab()]));
    let (Some(message), Some(tabs), Some(found)) = (message, tabs, found) else { return then(None) };
    let send = move |found: Option<JsValue>| {
        let tab = found.and_then(|found| found.dyn_into::<Array>().ok()).map(|found| get(&found.get(0), "id"));
        match tab.and_then(|tab| call(&tabs, "sendMessage", &[tab, message])) {
            Some(answer) => settle(&answer, then),
            None => then(None),
        }
    };
    settle(&found, Box::new(send));
}

fn front_tab() -> JsValue {
    let query = Object::new();
    for name in ["active", "currentWindow"] {
        warn(&Reflect::set(&query, &name.into(), &JsValue::TRUE).map(|_| ()));
    }
    query.into()
}
