//! The extension's own interface, `chrome`, of which a page may have all, a part or nothing.

use super::fields::Fields;
use crate::settings::{Allowed, Consent, Plan, Settings, Theme};
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
    match stored() {
        Some(promise) => {
            settle(&promise, Box::new(|stored| then(parse(&stored.map(|stored| get(&stored, KEY)).unwrap_or_default()))));
        }
        None => then(Settings { consent: Consent::Page, ..Settings::default() }),
    }
}

/// Keeps the settings, and with them what a newer version of Connote may have stored beside them.
pub(super) fn store(settings: &Settings) {
    let Ok(ours) = settings.serialize(&serde_wasm_bindgen::Serializer::new()) else { return };
    let Some(promise) = stored() else { return };
    let keep = move |stored: Option<JsValue>| {
        let Some(stored) = stored else { return };
        let all = Object::new();
        for part in [get(&stored, KEY), ours] {
            if part.is_object() {
                Object::assign(&all, part.unchecked_ref());
            }
        }
        let values = Object::new();
        if Reflect::set(&values, &KEY.into(), &all).is_ok()
            && let Some(local) = object_at(&["chrome", "storage", "local"])
        {
            call(&local, "set", &[values.into()]);
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

/// A promise of everything stored under the key.
fn stored() -> Option<JsValue> {
    call(&object_at(&["chrome", "storage", "local"])?, "get", &[KEY.into()])
}

/// A wording that is let pass, as it was stored.
fn allowed(stored: &JsValue) -> Option<Allowed> {
    let fields = Fields(stored);
    Allowed::new(&fields.text("rule")?, &fields.text("words")?)
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
        rules_off: fields.texts("rulesOff").unwrap_or_default(),
        allowed: fields.list("allowed").iter().filter_map(allowed).collect(),
        paused_until: fields.time("pausedUntil"),
        theme: Theme::named(&word("theme")).unwrap_or_default(),
    }
}
