//! The files of the lexicons, which lie beside our pages: read when a note first needs them.

use super::browser::{call, get, settle, window};
use crate::lexicon;
use crate::text::Lang;
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
    if ASKED.replace(ASKED.get() | bit) & bit != 0 {
        return;
    }
    let name = format!("lexicon/{}.bin", lexicon::file_name(lang));
    let answer = call(&window(), "fetch", &[name.into()]).unwrap_or_default();
    let take_in = move |bytes: Option<JsValue>| {
        let bytes = bytes.filter(JsValue::is_object);
        lexicon::take_in(lang, bytes.map(|bytes| Uint8Array::new(&bytes).to_vec()));
        FOLLOWER.with_borrow(|follower| follower.iter().for_each(|follow| follow()));
    };
    let unwrap = move |response: Option<JsValue>| {
        let response = response.filter(|response| get(response, "ok").is_truthy());
        let bytes = response.and_then(|response| call(&response, "arrayBuffer", &[])).unwrap_or_default();
        settle(&bytes, Box::new(take_in));
    };
    settle(&answer, Box::new(unwrap));
}
