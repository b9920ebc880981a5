//! What is remembered, as it stands in the browser's storage: a key `memory` with what the user wants kept, and a key of its own
//! for each invitation, so that nobody who writes one can undo another.

use super::app::{App, warn};
use super::backup;
use super::browser::{call, callback, get, merge, object, object_at, settle, window};
use super::fields::Fields;
use crate::memory::fingerprint::KEPT_UNDER;
use crate::memory::template::KEPT_UNDER as TEMPLATE;
use crate::memory::{Choice, Key};
use crate::ui::{Effect, MemoryEffect, MemoryMsg, Msg, Stored};
use js_sys::{Array, Function, Object, Reflect, Uint8Array};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

/// Where the choice stands. `background.js` and the scripts in the page read it, too.
const CHOICE: &str = "memory";

/// Where it stands whether settings are to be the same in all of the user's browsers; `background.js` sees to it.
const SYNC: &str = "sync";

/// How the keys of invitations start; `background.js` makes them.
const SENT: &str = "sent:";

/// Where things are kept for good.
pub(super) const LOCAL: [&str; 3] = ["chrome", "storage", "local"];

/// Where things are kept until the browser closes: what the other had no room for.
pub(super) const SESSION: [&str; 3] = ["chrome", "storage", "session"];

/// Whether this page is one of an extension's own, in which something can be kept: the playground's is not.
pub(super) fn is_possible() -> bool {
    object_at(&SESSION).is_some()
}

/// Tells the surface what is stored, now and whenever it changes. A panel in Firefox sees nothing of what waits for room.
pub(super) fn follow(app: &Rc<App>) {
    read(Rc::clone(app));
    let Some(event) = object_at(&["chrome", "storage", "onChanged"]) else { return };
    let app = Rc::clone(app);
    let listener = callback(move |changes, _| {
        let is_ours = |key: JsValue| {
            let is_ours = |key: String| [CHOICE, KEPT_UNDER, SENT, TEMPLATE, SYNC].iter().any(|start| key.starts_with(start));
            key.as_string().is_some_and(is_ours)
        };
        if changes.is_object() && Object::keys(changes.unchecked_ref::<Object>()).iter().any(is_ours) {
            read(Rc::clone(&app));
        }
    });
    call(&event, "addListener", &[listener.into()]);
}

/// Does what the surface asks for.
pub(super) fn perform(effect: Effect, app: &Rc<App>) {
    let Effect::Memory(effect) = effect else { return };
    match effect {
        MemoryEffect::Choose(choice) => merge(CHOICE, stored_form(&choice).into()),
        MemoryEffect::Write(lines) => write(&lines, full(app)),
        MemoryEffect::Add(templates) => add(templates, full(app)),
        MemoryEffect::Remove(keys) => {
            for area in [LOCAL, SESSION].iter().filter_map(|area| object_at(area)) {
                call(&area, "remove", &[keys.iter().map(JsValue::from).collect::<Array>().into()]);
            }
        }
        MemoryEffect::Sync(true) => turn_on_sync(),
        MemoryEffect::Sync(false) => perform(Effect::Memory(MemoryEffect::Remove(vec![SYNC.to_owned()])), app),
        MemoryEffect::SaveAll => backup::save_all(app),
        MemoryEffect::Open => backup::open(app),
        MemoryEffect::Reset => backup::reset(),
        MemoryEffect::MakeKey => make_key(),
        MemoryEffect::Save(name, kind, text) => warn(&save(app, name, kind, &text)),
        // That is for a note, and there is none in the options.
        MemoryEffect::Fingerprint(_) | MemoryEffect::Put(_) => {}
    }
}

/// Turns the switch for settings that are the same everywhere on.
fn turn_on_sync() {
    object_at(&LOCAL).and_then(|local| call(&local, "set", &[object(&[(SYNC, JsValue::TRUE)]).into()]));
}

/// Keeps templates, each under a key made by chance; tells whether they are.
pub(super) fn add(templates: Vec<String>, then: Box<dyn FnOnce(bool)>) {
    // The scripts in the page go by it: they do not read what may be long.
    merge(CHOICE, object(&[("templates", JsValue::TRUE)]).into());
    let key = || object_at(&["crypto"]).and_then(|crypto| call(&crypto, "randomUUID", &[])).and_then(|key| key.as_string());
    let named = templates.into_iter().map(|text| (format!("{TEMPLATE}{}", key().unwrap_or_default()), text));
    write(&named.collect::<Vec<_>>(), then);
}

/// Tells the surface when there was no room for something.
fn full(app: &Rc<App>) -> Box<dyn FnOnce(bool)> {
    let app = Rc::clone(app);
    Box::new(move |done| {
        if !done {
            app.send(Msg::Memory(MemoryMsg::Full));
        }
    })
}

/// Reads everything, and what found no room once more into where it belongs.
fn read(app: Rc<App>) {
    read_area(
        &LOCAL,
        Box::new(move |Area { lines: local, choice, key, templates, is_synced }| {
            read_area(
                &SESSION,
                Box::new(move |Area { lines: mut waiting, .. }| {
                    waiting.retain(|(key, _)| !local.iter().any(|(kept, _)| kept == key));
                    let tell = move |waiting: Vec<(String, String)>| {
                        let stored = Stored {
                            choice,
                            key,
                            templates,
                            is_synced,
                            is_full: !waiting.is_empty(),
                            lines: local.into_iter().chain(waiting).collect(),
                        };
                        app.send(Msg::Memory(MemoryMsg::Stored(stored)));
                    };
                    if waiting.is_empty() {
                        return tell(waiting);
                    }
                    let lines = waiting.clone();
                    let moved = move |done: bool| {
                        if done {
                            // Their coming into the other storage is told like any change.
                            let keys: Array = lines.iter().map(|(key, _)| JsValue::from(key)).collect();
                            object_at(&SESSION).and_then(|session| call(&session, "remove", &[keys.into()]));
                        } else {
                            tell(lines);
                        }
                    };
                    write(&waiting, Box::new(moved));
                }),
            );
        }),
    );
}

/// What a storage holds.
struct Area {
    lines: Vec<(String, String)>,
    choice: Choice,
    key: Option<Key>,
    templates: Vec<(String, String)>,
    is_synced: bool,
}

type Then = Box<dyn FnOnce(Area)>;

fn read_area(path: &[&str], then: Then) {
    let all = object_at(path).and_then(|area| call(&area, "get", &[JsValue::NULL])).unwrap_or_default();
    let sort = move |all: Option<JsValue>| {
        let all = all.filter(JsValue::is_object).unwrap_or_else(|| Object::new().into());
        // What is no text cannot be read, no more than an empty one.
        let keys: Vec<String> = Object::keys(all.unchecked_ref::<Object>()).iter().filter_map(|key| key.as_string()).collect();
        let below = |start| {
            let line = |key: &String| (key.clone(), get(&all, key).as_string().unwrap_or_default());
            keys.iter().filter(|key| key.starts_with(start)).map(line).collect()
        };
        let key = get(&all, KEPT_UNDER).as_string().and_then(|key| Key::decode(&key));
        then(Area {
            lines: below(SENT),
            choice: parse(&get(&all, CHOICE)),
            key,
            templates: below(TEMPLATE),
            is_synced: get(&all, SYNC) == JsValue::TRUE,
        });
    };
    settle(&all, Box::new(sort));
}

/// Puts lines where they are kept for good; tells whether they are.
fn write(lines: &[(String, String)], then: Box<dyn FnOnce(bool)>) {
    let all = object(&lines.iter().map(|(key, line)| (key.as_str(), line.into())).collect::<Vec<_>>());
    match object_at(&LOCAL).and_then(|local| call(&local, "set", &[all.into()])) {
        Some(done) => settle(&done, Box::new(move |done| then(done.is_some()))),
        None => then(false),
    }
}

/// Makes the key of the fingerprints and keeps it.
fn make_key() {
    let mut bytes = [0; 16];
    let chance = Uint8Array::new_with_length(16);
    let made = object_at(&["crypto"]).and_then(|crypto| call(&crypto, "getRandomValues", &[chance.clone().into()]));
    if made.is_some() {
        chance.copy_to(&mut bytes);
        write(&[(KEPT_UNDER.to_owned(), Key(bytes).encode())], Box::new(|_| {}));
    }
}

fn parse(stored: &JsValue) -> Choice {
    let fields = Fields(stored);
    let small = |name| fields.number(name).and_then(|number| number.try_into().ok());
    let words = fields.texts("keep").unwrap_or_default();
    let mut choice = Choice::named(words.iter().map(String::as_str));
    choice.notes_a_month = small("notes");
    choice.reserve = small("reserve").unwrap_or_default();
    choice
}

/// The choice as it is stored; what is not set is written as undefined, and so goes.
fn stored_form(choice: &Choice) -> Object {
    let words: Array = choice.words().map(JsValue::from).collect();
    object(&[
        ("version", 1.into()),
        ("keep", words.into()),
        ("notes", choice.notes_a_month.map_or(JsValue::UNDEFINED, JsValue::from)),
        ("reserve", choice.reserve.into()),
    ])
}

/// Hands out a file, as a click on a link to it does. Its address goes with the page.
pub(super) fn save(app: &App, name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let blob: Function = get(&window(), "Blob").dyn_into()?;
    let parts = Array::of1(&text.into());
    let blob = Reflect::construct(&blob, &Array::of2(&parts, &object(&[("type", kind.into())])))?;
    let address = call(&get(&window(), "URL"), "createObjectURL", &[blob]);
    let link = app.document().create_element("a")?;
    link.set_attribute("href", &address.and_then(|address| address.as_string()).unwrap_or_default())?;
    link.set_attribute("download", name)?;
    link.unchecked_ref::<HtmlElement>().click();
    Ok(())
}
