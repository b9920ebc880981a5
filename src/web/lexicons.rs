//! The files of the lexicons and of the rules' pages, which lie beside ours: read when they are first needed.

use super::browser::{call, get, settle, window};
use super::locale;
use crate::text::Lang;
use crate::{lexicon, pages};
use js_sys::Uint8Array;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsValue;

thread_local! {
    /// The lexicons whose files have been asked for, a bit each; the last is that for every language.
    static ASKED: Cell<u8> = const { Cell::new(0) };
    /// Whom to tell that one has come.
    static FOLLOWER: RefCell<Option<Box<dyn Fn()>>> = const { RefCell::new(None) };
}

/// Calls `follow` whenever a lexicon has come, for as long as the page lives; a page has one surface that follows.
pub(super) fn on_arrival(follow: Box<dyn Fn()>) {
    FOLLOWER.set(Some(follow));
}

/// Reads the lexicons that nearly every note here will need, ahead of the first.
#[cfg(feature = "panel")]
pub(super) fn read_ahead() {
    read(None);
    let language = get(&get(&window(), "navigator"), "language").as_string().and_then(|tag| Lang::from_tag(&tag));
    read(Some(language.unwrap_or(Lang::En)));
}

/// Reads the file of a lexicon, unless it has been asked for.
///
/// A file that cannot be read leaves an empty lexicon, so that nobody waits: what needs no words is judged all the same.
pub(super) fn read(lang: Option<Lang>) {
    let bit = 1 << lang.map_or(Lang::ALL.len(), |lang| lang as usize);
    if ASKED.replace(ASKED.get() | bit) & bit == 0 {
        file(&format!("{}.bin", lexicon::file_name(lang)), Box::new(move |bytes| lexicon::take_in(lang, bytes)));
    }
}

/// Reads the pages of the rules, in the user's language where there are such.
pub(super) fn read_pages() {
    file(
        &format!("pages.{}.txt", locale::text("pages", &[])),
        Box::new(|bytes| pages::take_in(String::from_utf8(bytes.unwrap_or_default()).unwrap_or_default())),
    );
}

/// Reads a file that lies beside the lexicons, and tells the surface once it has been taken in.
fn file(name: &str, take_in: Box<dyn FnOnce(Option<Vec<u8>>)>) {
    let done = move |bytes: Option<JsValue>| {
        let bytes = bytes.filter(JsValue::is_object);
        take_in(bytes.map(|bytes| Uint8Array::new(&bytes).to_vec()));
        FOLLOWER.with_borrow(|follower| follower.iter().for_each(|follow| follow()));
    };
    let unwrap = move |response: Option<JsValue>| {
        let response = response.filter(|response| get(response, "ok").is_truthy());
        let bytes = response.and_then(|response| call(&response, "arrayBuffer", &[])).unwrap_or_default();
        settle(&bytes, Box::new(done));
    };
    let answer = call(&window(), "fetch", &[format!("lexicon/{name}").into()]).unwrap_or_default();
    settle(&answer, Box::new(unwrap));
}
