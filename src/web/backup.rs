//! Everything that is stored, out into a file and in from one.

use super::app::{App, warn};
use super::browser::{call, get, object, object_at, settle};
use super::fields::Fields;
use super::memory::{LOCAL, SESSION, add, save};
use crate::memory::backup::{FORM, Kind, NOT_TAKEN, is_known, kind, templates};
use crate::memory::template;
use crate::ui::{Came, EverythingMsg, Msg};
use js_sys::{JSON, Object, Reflect};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};

/// Hands everything out as a file.
pub(super) fn save_all(app: &Rc<App>) {
    let Some(all) = stored() else { return };
    let app = Rc::clone(app);
    let write = move |all: Option<JsValue>| {
        let Some(all) = all else { return };
        let file = object(&[("connote", FORM.into()), ("stored", ours(&all).into())]);
        if let Ok(text) = JSON::stringify_with_replacer_and_space(&file, &JsValue::NULL, &1.into()) {
            warn(&save(&app, "connote-everything.json", "application/json", &String::from(text)));
        }
    };
    settle(&all, Box::new(write));
}

/// Takes in the file that was chosen.
pub(super) fn open(app: &Rc<App>) {
    let Ok(Some(input)) = app.document().query_selector("input[type=file]") else { return };
    let file = get(&get(&input, "files"), "0");
    let Some(reading) = call(&file, "text", &[]) else { return };
    // The same file may be chosen again.
    let _ = Reflect::set(&input, &"value".into(), &"".into());
    let app = Rc::clone(app);
    settle(&reading, Box::new(move |text| take_in(&text.and_then(|text| text.as_string()).unwrap_or_default(), &app)));
}

/// Forgets everything. What other pages keep in mind goes as they hear of it.
pub(super) fn reset() {
    for area in [LOCAL, SESSION].iter().filter_map(|area| object_at(area)) {
        call(&area, "clear", &[]);
    }
}

fn take_in(text: &str, app: &Rc<App>) {
    let Ok(file) = JSON::parse(text) else {
        let templates: Vec<_> = templates(text).into_iter().map(|one| template::write(&[one])).collect();
        return if templates.is_empty() { tell(app, Came::Unknown) } else { add_all(templates, app) };
    };
    let given = get(&file, "stored");
    if !given.is_object() || !is_known(Fields(&file).number("connote")) {
        return tell(app, Came::Unknown);
    }
    let Some(all) = stored() else { return };
    let app = Rc::clone(app);
    let merge = move |all: Option<JsValue>| {
        let taken = ours(&given);
        keep_own(&taken, &all.unwrap_or_default());
        let count = Object::keys(&taken).length() as usize;
        let Some(done) = object_at(&LOCAL).and_then(|local| call(&local, "set", &[taken.into()])) else { return };
        settle(&done, Box::new(move |done| tell(&app, if done.is_some() { Came::In(count) } else { Came::Full })));
    };
    settle(&all, Box::new(merge));
}

/// Leaves the answers that are given in each browser as they are in this one.
fn keep_own(taken: &Object, all: &JsValue) {
    let settings = get(taken, "settings");
    if settings.is_object() {
        let own = get(all, "settings");
        for name in NOT_TAKEN {
            // Nothing forbids a field of an object that was just made. One that is undefined would be kept as such by Firefox.
            let _ = match get(&own, name) {
                none if none.is_undefined() => Reflect::delete_property(settings.unchecked_ref::<Object>(), &name.into()),
                value => Reflect::set(&settings, &name.into(), &value),
            };
        }
    }
}

fn add_all(templates: Vec<String>, app: &Rc<App>) {
    let (count, told) = (templates.len(), Rc::clone(app));
    add(templates, Box::new(move |done| tell(&told, if done { Came::In(count) } else { Came::Full })));
}

/// The fields of an object that are ours and of the right kind.
fn ours(all: &JsValue) -> Object {
    let out = Object::new();
    for key in Object::keys(all.unchecked_ref::<Object>()).iter().filter_map(|key| key.as_string()) {
        let value = get(all, &key);
        let fits = kind(&key).is_some_and(|kind| match kind {
            Kind::Fields => value.is_object(),
            Kind::Text => value.is_string(),
        });
        if fits {
            // Nothing forbids a field of an object that was just made.
            let _ = Reflect::set(&out, &key.into(), &value);
        }
    }
    out
}

fn stored() -> Option<JsValue> {
    call(&object_at(&LOCAL)?, "get", &[JsValue::NULL])
}

fn tell(app: &Rc<App>, came: Came) {
    app.send(Msg::Everything(EverythingMsg::Came(came)));
}
