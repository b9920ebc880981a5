//! The extension's own interface, `chrome`, of which a page may have all, a part or nothing.

use crate::settings::{Consent, Settings};
use js_sys::{Array, Function, Object, Promise, Reflect, global};
use serde::Serialize;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Where the settings stand in the storage.
const KEY: &str = "settings";

/// Reads the settings. Without a storage they are the defaults, and Connote is on: such a page shows it on purpose.
pub(super) fn load(then: impl FnOnce(Settings) + 'static) {
    match stored() {
        Some(promise) => settle(&promise, |stored| then(parse(&stored.map(|stored| get(&stored, KEY)).unwrap_or_default()))),
        None => then(Settings { consent: Consent::Page, ..Settings::default() }),
    }
}

/// Keeps the settings, and with them what a newer version of Connote may have stored beside them.
pub(super) fn store(settings: &Settings) {
    let Ok(ours) = settings.serialize(&serde_wasm_bindgen::Serializer::new()) else { return };
    let Some(promise) = stored() else { return };
    settle(&promise, move |stored| {
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
    });
}

/// Follows the settings, whoever changes them, for as long as the page lives.
pub(super) fn on_change(follow: impl Fn(Settings) + 'static) {
    let listener = Closure::<dyn Fn(JsValue, JsValue)>::new(move |changes: JsValue, area: JsValue| {
        let change = get(&changes, KEY);
        if area == "local" && change.is_object() {
            follow(parse(&get(&change, "newValue")));
        }
    });
    if let Some(event) = object_at(&["chrome", "storage", "onChanged"]) {
        call(&event, "addListener", &[listener.into_js_value()]);
    } else {
        // Kept all the same: with it goes what it would have told.
        listener.forget();
    }
}

/// Opens the options page.
pub(super) fn open_options() {
    if let Some(runtime) = object_at(&["chrome", "runtime"]) {
        call(&runtime, "openOptionsPage", &[]);
    }
}

/// An object below the global one, if the page has it.
pub(super) fn object_at(path: &[&str]) -> Option<JsValue> {
    path.iter().try_fold(JsValue::from(global()), |object, name| Some(get(&object, name)).filter(JsValue::is_object))
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
pub(super) fn settle(promise: &JsValue, then: impl FnOnce(Option<JsValue>) + 'static) {
    let then = std::rc::Rc::new(std::cell::Cell::new(Some(then)));
    let answer = |is_kept: bool| {
        let then = std::rc::Rc::clone(&then);
        // Of the two the browser calls one and collects the other.
        Closure::once_into_js(move |value: JsValue| {
            if let Some(then) = then.take() {
                then(Some(value).filter(|_| is_kept));
            }
        })
    };
    call(&Promise::resolve(promise), "then", &[answer(true), answer(false)]);
}

/// A promise of everything stored under the key.
fn stored() -> Option<JsValue> {
    call(&object_at(&["chrome", "storage", "local"])?, "get", &[KEY.into()])
}

/// Settings as they were stored; a value that is no longer known gives way to the default.
fn parse(stored: &JsValue) -> Settings {
    let known = Object::new();
    if let Some(stored) = stored.dyn_ref::<Object>() {
        for entry in Object::entries(stored) {
            let entry: Array = entry.unchecked_into();
            let alone = Object::from_entries(&Array::of1(&entry)).unwrap_or_default();
            if serde_wasm_bindgen::from_value::<Settings>(alone.clone().into()).is_ok() {
                Object::assign(&known, &alone);
            }
        }
    }
    serde_wasm_bindgen::from_value(known.into()).unwrap_or_default()
}
