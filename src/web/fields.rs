//! Reads the fields of plain objects, which may hold anything.

use super::browser::get;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};

/// An object to be read; a field that holds a value of another kind counts as missing.
pub(super) struct Fields<'o>(pub(super) &'o JsValue);

impl Fields<'_> {
    /// A text.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        get(self.0, name).as_string()
    }

    /// A whole number that is not negative.
    pub(super) fn number(&self, name: &str) -> Option<u32> {
        let number = get(self.0, name).as_f64()?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "what does not fit stays within bounds and so differs")]
        let whole = number as u32;
        (f64::from(whole).to_bits() == number.to_bits()).then_some(whole)
    }

    /// A time, in milliseconds since 1970 (UTC).
    pub(super) fn time(&self, name: &str) -> Option<u64> {
        let time = get(self.0, name).as_f64().filter(|time| (0.0..1e15).contains(time))?;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "it is within bounds, and a part of a millisecond is nothing"
        )]
        let whole = time as u64;
        Some(whole)
    }

    /// A count or a position.
    pub(super) fn size(&self, name: &str) -> Option<usize> {
        self.number(name)?.try_into().ok()
    }

    /// Yes or no.
    #[cfg(feature = "panel")]
    pub(super) fn flag(&self, name: &str) -> Option<bool> {
        get(self.0, name).as_bool()
    }

    /// A list of texts.
    pub(super) fn texts(&self, name: &str) -> Option<Vec<String>> {
        let list: Array = get(self.0, name).dyn_into().ok()?;
        let mut texts = Vec::new();
        for item in list {
            texts.push(item.as_string()?);
        }
        Some(texts)
    }
}
