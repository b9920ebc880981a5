//! The panel's side of the port to LinkedIn's page.

use super::app::{App, Page, warn};
use super::aside::Aside;
use super::browser::{callback, get};
use super::fields::Fields;
use super::wire::{self, read_note, read_where, read_written};
use crate::settings::Settings;
use crate::ui::{Effect, Msg, Panel};
use js_sys::Object;
use std::cell::Cell;
use wasm_bindgen::JsValue;
use web_sys::{MessagePort, ResizeObserver};

/// Starts the panel and tells the page that it listens.
///
/// # Errors
/// When the page has no place for it.
pub(super) fn start(settings: Settings, page: Page, port: &MessagePort, aside: Option<Aside>) -> Result<(), JsValue> {
    let out = port.clone();
    let app = App::start(Box::new(Panel::new(settings)), page.clone(), Box::new(move |effect, _| perform(effect, &out)), aside)?;
    let hear = callback(move |event, _| match hear(&get(&event, "data")) {
        Some(heard) => app.send(heard),
        None => warn(&Err("an unknown message".into())),
    });
    port.set_onmessage(Some(&hear));
    follow_size(page, port.clone())?;
    post(port, &wire::message("ready"));
    Ok(())
}

/// Tells the page how high the panel is: at first and whenever that changes, by what it shows or by how its lines wrap.
fn follow_size(page: Page, port: MessagePort) -> Result<(), JsValue> {
    let root = page.root.clone();
    let told = Cell::new(None);
    let tell = callback(move |_, _| {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float that is cast stays within bounds")]
        let height = page.height().ceil() as u32;
        if told.replace(Some(height)) != Some(height) {
            post(&port, &wire::size(height));
        }
    });
    ResizeObserver::new(&tell)?.observe(&root);
    Ok(())
}

fn hear(message: &JsValue) -> Option<Msg> {
    let fields = Fields(message);
    match fields.text("type")?.as_str() {
        "note" => read_note(message).map(Msg::Note),
        "where" => read_where(message).map(Msg::Where),
        "written" => read_written(message),
        "reveal" => fields.size("index").map(Msg::Reveal),
        "focus" => Some(Msg::Focus),
        _ => None,
    }
}

fn perform(effect: Effect, port: &MessagePort) {
    match effect {
        Effect::Write(change) => post(port, &wire::edit("edit", &change)),
        Effect::Marks(seq, marks, over) => post(port, &wire::marks(seq, &marks, over)),
        Effect::Flash(at) => post(port, &wire::flash(at)),
        Effect::FocusBox => post(port, &wire::message("focus-box")),
        Effect::Close => post(port, &wire::message("close")),
        // The page tells the panel of every change unasked; the rest is done for every page alike.
        _ => {}
    }
}

fn post(port: &MessagePort, message: &Object) {
    warn(&port.post_message(message));
}
