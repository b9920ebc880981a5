//! Puts text on the clipboard.

use super::app::warn;
use super::browser::{call, object_at, settle};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, HtmlElement, HtmlTextAreaElement};

/// Copies a text, in the old way where the new one is missing or forbidden.
pub(super) fn copy(document: &Document, text: String) {
    let document = document.clone();
    match object_at(&["navigator", "clipboard"]).and_then(|clipboard| call(&clipboard, "writeText", &[text.as_str().into()])) {
        Some(promise) => {
            let check = move |copied: Option<JsValue>| {
                if copied.is_none() {
                    warn(&copy_selected(&document, &text));
                }
            };
            settle(&promise, Box::new(check));
        }
        None => warn(&copy_selected(&document, &text)),
    }
}

/// Copies from a box that stands in the page for a moment.
fn copy_selected(document: &Document, text: &str) -> Result<(), JsValue> {
    let focused = document.active_element();
    let Some(body) = document.body() else { return Ok(()) };
    let area: HtmlTextAreaElement = document.create_element("textarea")?.unchecked_into();
    area.set_value(text);
    // In view but unseen: the page must neither scroll nor grow.
    for (property, value) in [("position", "fixed"), ("inset", "0 auto auto 0"), ("opacity", "0")] {
        area.style().set_property(property, value)?;
    }
    body.append_child(&area)?;
    area.select();
    let copied = call(document, "execCommand", &["copy".into()]);
    area.remove();
    if let Some(focused) = focused {
        focused.unchecked_ref::<HtmlElement>().focus()?;
    }
    match copied {
        Some(done) if done.is_truthy() => Ok(()),
        _ => Err("nothing copied".into()),
    }
}
