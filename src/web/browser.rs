//! The extension's own interface, `chrome`, of which a page may have all, a part or nothing.

use super::fields::Fields;
use crate::settings::{Consent, Plan, Settings, Theme};
use crate::ui::Moment;
use js_sys::{Array, Date, Function, Object, Promise, Reflect};
use serde::Serialize;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Window;

/// Where the settings stand in the storage.
const KEY: &str = "settings";

#[wasm_bindgen]
extern "C" {
    // Read by its name: the crates' own functions look for the global object of every kind of host.
    #[wasm_bindgen(thread_local_v2, js_name = window)]
    static WINDOW: Window;
}

/// The window that this runs in.
pub(super) fn window() -> Window {
    WINDOW.with(Window::clone)
}

/// Gets a value later, or nothing when there is none to be had.
pub(super) type Then = Box<dyn FnOnce(Option<JsValue>)>;

/// A function for the browser to call with up to two values; the browser lets go of it when it needs it no more.
pub(super) fn callback(work: impl Fn(JsValue, JsValue) + 'static) -> Function {
    Closure::<dyn Fn(JsValue, JsValue)>::new(work).into_js_value().unchecked_into()
}

/// Reads the settings. Without a storage they are the defaults, and Connote is on: such a page shows it on purpose.
pub(super) fn load(then: Box<dyn FnOnce(Settings)>) {
    match stored(KEY) {
        Some(promise) => {
            settle(&promise, Box::new(|stored| then(parse(&stored.map(|stored| get(&stored, KEY)).unwrap_or_default()))));
        }
        None => then(Settings { consent: Consent::Page, ..Settings::default() }),
    }
}

/// Keeps the settings, and with them what a newer version of Connote may have stored beside them.
pub(super) fn store(settings: &Settings) {
    // What is not set goes: it is written as undefined.
    if let Ok(ours) = settings.serialize(&serde_wasm_bindgen::Serializer::new()) {
        merge(KEY, ours);
    }
}

/// Puts the fields of an object into the one that is stored under a key.
pub(super) fn merge(key: &'static str, ours: JsValue) {
    let Some(promise) = stored(key) else { return };
    let keep = move |stored: Option<JsValue>| {
        let Some(stored) = stored else { return };
        let all = Object::new();
        for part in [get(&stored, key), ours] {
            if part.is_object() {
                Object::assign(&all, part.unchecked_ref());
            }
        }
        if let Some(local) = object_at(&["chrome", "storage", "local"]) {
            call(&local, "set", &[object(&[(key, all.into())]).into()]);
        }
    };
    settle(&promise, Box::new(keep));
}

/// Follows the settings, whoever changes them, for as long as the page lives.
pub(super) fn on_change(follow: impl Fn(Settings) + 'static) {
    let Some(event) = object_at(&["chrome", "storage", "onChanged"]) else { return };
    let listener = callback(move |changes, area| {
        let change = get(&changes, KEY);
        if area == "local" && change.is_object() {
            follow(parse(&get(&change, "newValue")));
        }
    });
    call(&event, "addListener", &[listener.into()]);
}

/// The time by the user's clock.
pub(super) fn time() -> Moment {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a clock shows a time after 1970, and a zone is within a day"
    )]
    let (now, zone) = (Date::now() as u64, -Date::new_0().get_timezone_offset() as i32);
    Moment { now, zone }
}

/// The names of commands, each with its keys as the browser writes them.
#[cfg(feature = "options")]
pub(super) type Shortcuts = Vec<(String, String)>;

/// Reads the extension's shortcuts: the name of each command and its keys.
#[cfg(feature = "options")]
pub(super) fn shortcuts(then: Box<dyn FnOnce(Shortcuts)>) {
    let read = |command: JsValue| {
        let fields = Fields(&command);
        Some((fields.text("name")?, fields.text("shortcut").unwrap_or_default()))
    };
    let Some(all) = object_at(&["chrome", "commands"]).and_then(|commands| call(&commands, "getAll", &[])) else { return };
    let tell = move |all: Option<JsValue>| {
        let all = all.and_then(|all| all.dyn_into::<Array>().ok()).unwrap_or_default();
        then(all.iter().filter_map(read).collect());
    };
    settle(&all, Box::new(tell));
}

/// Opens the browser's own page for shortcuts: by its name where the browser has no way of its own to open it.
#[cfg(feature = "options")]
pub(super) fn open_shortcuts() {
    let commands = object_at(&["chrome", "commands"]);
    if commands.and_then(|commands| call(&commands, "openShortcutSettings", &[])).is_none()
        && let Some(tabs) = object_at(&["chrome", "tabs"])
    {
        call(&tabs, "create", &[object(&[("url", "chrome://extensions/shortcuts".into())]).into()]);
    }
}

/// Opens the options page.
pub(super) fn open_options() {
    if let Some(runtime) = object_at(&["chrome", "runtime"]) {
        call(&runtime, "openOptionsPage", &[]);
    }
}

/// An object below the window, if the page has it.
pub(super) fn object_at(path: &[&str]) -> Option<JsValue> {
    path.iter().try_fold(JsValue::from(window()), |object, name| Some(get(&object, name)).filter(JsValue::is_object))
}

/// A property, `undefined` when there is none.
pub(super) fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}

/// A plain object with these fields.
pub(super) fn object(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // Nothing forbids a field of an object that was just made.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}

/// Calls a method; nothing when it is missing or throws.
pub(super) fn call(object: &JsValue, method: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let method = get(object, method).dyn_into::<Function>().ok()?;
    method.apply(object, &arguments.iter().collect::<Array>()).ok()
}

/// Waits for a promise: its value, or nothing when it was broken.
pub(super) fn settle(promise: &JsValue, then: Then) {
    let then = Rc::new(Cell::new(Some(then)));
    let answer = |is_kept: bool| {
        let then = Rc::clone(&then);
        callback(move |value, _| {
            if let Some(then) = then.take() {
                then(Some(value).filter(|_| is_kept));
            }
        })
    };
    call(&Promise::resolve(promise), "then", &[answer(true).into(), answer(false).into()]);
}

/// A promise of everything stored under a key.
fn stored(key: &str) -> Option<JsValue> {
    call(&object_at(&["chrome", "storage", "local"])?, "get", &[key.into()])
}

/// Settings as they were stored; a value that is no longer known gives way to the default.
fn parse(stored: &JsValue) -> Settings {
    let fields = Fields(stored);
    let word = |name| fields.text(name).unwrap_or_default();
    let default = Settings::default();
    Settings {
        version: fields.number("version").unwrap_or(default.version),
        consent: Consent::named(&word("consent")).unwrap_or_default(),
        plan: Plan::named(&word("plan")).unwrap_or_default(),
        limit: fields.size("limit"),
        about: word("about"),
        rules_off: fields.texts("rulesOff").unwrap_or_default(),
        allowed: fields.texts("allowed").unwrap_or_default(),
        paused_until: fields.time("pausedUntil"),
        theme: Theme::named(&word("theme")).unwrap_or_default(),
    }
}
