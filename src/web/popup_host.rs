//! The popup's way to the dialog in the tab below it.

use super::app::{App, Page, warn};
use super::aside::Aside;
use super::browser::{Then, call, get, object, object_at, settle, time, window};
use super::fields::Fields;
use super::wire::{self, read_note, read_where, read_written};
use crate::settings::Settings;
use crate::ui::{Effect, Msg, Popup};
use js_sys::{Array, Object};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};

/// Starts the popup and asks the tab for its note.
///
/// # Errors
/// When the page has no place for it.
pub(super) fn start(settings: Settings, page: Page, aside: Option<Aside>) -> Result<(), JsValue> {
    let app = App::start(Box::new(Popup::new(settings)), page, Box::new(perform), aside)?;
    app.send(Msg::Time(time()));
    read_from_tab(app);
    Ok(())
}

fn perform(effect: Effect, app: &Rc<App>) {
    let app = Rc::clone(app);
    match effect {
        Effect::Write(change) => {
            let id = change.id;
            let then = move |answer: Option<JsValue>| {
                let refused = Msg::Written { id, ok: false, text: String::new() };
                app.send(answer.and_then(|answer| read_written(&answer)).unwrap_or(refused));
            };
            ask(wire::edit("connote:edit", &change), Box::new(then));
        }
        Effect::ReadNote => read_from_tab(app),
        Effect::Adopt => {
            let then = move |answer: Option<JsValue>| {
                app.send(Msg::Adopted(answer.is_some_and(|answer| Fields(&answer).flag("ok") == Some(true))));
            };
            ask(wire::message("connote:adopt"), Box::new(then));
        }
        Effect::Badge(count) => show_on_badge(count),
        Effect::Close => warn(&window().close()),
        // There is no box to point at: the page is covered by the popup.
        _ => {}
    }
}

/// Asks for the note, and where there is none for what else the page shows of an invitation.
fn read_from_tab(app: Rc<App>) {
    let look_around = |app: Rc<App>| {
        let then = move |answer: Option<JsValue>| app.send(answer.and_then(|answer| read_where(&answer)).map_or(Msg::NoDialog, Msg::Where));
        ask(wire::message("connote:where"), Box::new(then));
    };
    let then = move |answer: Option<JsValue>| match answer.and_then(|answer| read_note(&answer)) {
        Some(note) => app.send(Msg::Note(note)),
        None => look_around(app),
    };
    ask(wire::message("connote:note"), Box::new(then));
}

/// Shows a number on the toolbar for the tab in front, until its page says otherwise.
fn show_on_badge(count: usize) {
    in_front(Box::new(move |tab| {
        if let (Some(tab), Some(action)) = (tab, object_at(&["chrome", "action"])) {
            call(&action, "setBadgeText", &[object(&[("tabId", tab), ("text", count.to_string().into())]).into()]);
        }
    }));
}

/// Asks the tab in front; nothing comes back when none of its frames has a dialog, or Connote does not work there.
fn ask(message: Object, then: Then) {
    let send = move |tab: Option<JsValue>| {
        let sent = tab.zip(object_at(&["chrome", "tabs"])).and_then(|(tab, tabs)| call(&tabs, "sendMessage", &[tab, message.into()]));
        match sent {
            Some(answer) => settle(&answer, then),
            None => then(None),
        }
    };
    in_front(Box::new(send));
}

/// Gives the number of the tab in front.
fn in_front(then: Then) {
    let query = object(&[("active", JsValue::TRUE), ("currentWindow", JsValue::TRUE)]);
    match object_at(&["chrome", "tabs"]).and_then(|tabs| call(&tabs, "query", &[query.into()])) {
        Some(found) => {
            let first = |found: Option<JsValue>| Some(get(&found?.dyn_into::<Array>().ok()?.get(0), "id"));
            settle(&found, Box::new(move |found| then(first(found))));
        }
        None => then(None),
    }
}
