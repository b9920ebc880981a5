//! The user's language: which it is, and how our texts are said in it.
//!
//! The browser chooses among the package's `_locales` and falls back, text by text, on English.

use super::browser::{call, object, object_at};
use crate::message::{Arg, Message};
use crate::ui::Words;
use js_sys::{Array, Date};
use std::borrow::Cow;
use wasm_bindgen::JsValue;
use web_sys::Document;

/// Words as they are to be shown.
pub(super) fn say(words: &Words) -> Cow<'_, str> {
    match words {
        Words::Plain(text) => Cow::Borrowed(text),
        Words::Ours(Message { text, args }) => Cow::Owned(self::text(text.name(), args)),
    }
}

/// A text of `_locales` with its blanks filled; its own name where there is none.
pub(super) fn text(name: &str, args: &[Arg]) -> String {
    let given = Array::new();
    for arg in args {
        given.push(&match arg {
            Arg::Ours(text) => self::text(text.name(), &[]).into(),
            Arg::Plain(words) => words.as_str().into(),
            Arg::Clock(at) => clock(*at),
        });
    }
    let said = object_at(&["chrome", "i18n"]).and_then(|i18n| call(&i18n, "getMessage", &[name.into(), given.into()]));
    said.and_then(|said| said.as_string()).filter(|said| !said.is_empty()).unwrap_or_else(|| name.to_owned())
}

/// What the user's clock shows at a time (milliseconds since 1970, UTC), in the way of the browser's own language: `15:40`, `3:40 PM`.
fn clock(at: u64) -> JsValue {
    #[expect(clippy::cast_precision_loss, reason = "a time of this age of the world is exact")]
    let date = Date::new(&JsValue::from(at as f64));
    let parts = object(&[("hour", "numeric".into()), ("minute", "2-digit".into())]);
    call(&date, "toLocaleTimeString", &[JsValue::UNDEFINED, parts.into()]).unwrap_or_default()
}

/// Gives a page of ours its title, and tells its language and direction to whoever reads it out or lays it out.
///
/// # Errors
/// When the browser refuses an attribute's name.
pub(super) fn mark(document: &Document, page: &str) -> Result<(), JsValue> {
    document.set_title(&text(&format!("title_{page}"), &[]));
    let Some(html) = document.document_element() else { return Ok(()) };
    for name in ["lang", "dir"] {
        html.set_attribute(name, &text(name, &[]))?;
    }
    Ok(())
}
