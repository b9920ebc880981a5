//! The messages between our pages and LinkedIn's, as ARCHITECTURE.md has them.

use super::fields::Fields;
use crate::count::Limit;
use crate::report::Range;
use crate::ui::{Change, Mark, Msg, PageNote, limit_from};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// A message to the page's hand: its type, and of the fields those that it has.
///
/// One struct for all of them, because each struct or variant that serde writes has code of its own in the wasm.
#[derive(Default, Serialize)]
pub(super) struct ToPage<'a> {
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    height: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seq: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    marks: Option<Vec<WireMark>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    over: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    replacement: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expected: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    select: Option<Range>,
}

impl<'a> ToPage<'a> {
    /// A message without fields: `ready`, `focus-box`, `close`; from the popup `connote:note`.
    pub(super) fn of(r#type: &'static str) -> Self {
        Self { r#type, ..Self::default() }
    }

    /// How high the panel is, in CSS pixels.
    pub(super) fn size(height: u32) -> Self {
        Self { height: Some(height), ..Self::of("size") }
    }

    /// The underlines for the note with this number.
    pub(super) fn marks(seq: u32, marks: &[Mark], over: Option<usize>) -> Self {
        let marks =
            marks.iter().map(|&Mark { at: Range { start, end }, severity, rule, title }| WireMark { start, end, severity, rule, title });
        Self { seq: Some(seq), marks: Some(marks.collect()), over, ..Self::of("marks") }
    }

    /// Words to show for a moment.
    pub(super) fn flash(Range { start, end }: Range) -> Self {
        Self { start: Some(start), end: Some(end), ..Self::of("flash") }
    }

    /// A change to the box: `edit`; from the popup `connote:edit`.
    pub(super) fn edit(r#type: &'static str, change: &'a Change) -> Self {
        Self {
            id: Some(change.id),
            start: Some(change.at.start),
            end: Some(change.at.end),
            replacement: Some(&change.replacement),
            expected: Some(&change.expected),
            select: change.select,
            ..Self::of(r#type)
        }
    }

    /// The message as a plain object.
    ///
    /// # Errors
    /// When the browser cannot make an object.
    pub(super) fn to_object(&self) -> Result<JsValue, JsValue> {
        Ok(self.serialize(&Serializer::json_compatible())?)
    }
}

/// An underline.
#[derive(Serialize)]
struct WireMark {
    start: usize,
    end: usize,
    severity: &'static str,
    rule: &'static str,
    title: &'static str,
}

/// Reads a note; nothing when it is none.
pub(super) fn read_note(message: &JsValue) -> Option<PageNote> {
    let fields = Fields(message);
    let limit = fields.size("limit").zip(fields.text("limitFrom").as_deref().and_then(limit_from));
    Some(PageNote {
        seq: fields.number("seq")?,
        text: fields.text("text")?,
        limit: limit.map(|(units, from)| Limit { units, from }),
        page_length: fields.size("pageLength"),
        recipient: fields.text("recipient"),
        immediate: fields.flag("immediate")?,
        dark: fields.text("theme")? == "dark",
    })
}

/// Reads the answer to an edit; nothing when it is none.
pub(super) fn read_written(message: &JsValue) -> Option<Msg> {
    let fields = Fields(message);
    Some(Msg::Written { id: fields.number("id")?, ok: fields.flag("ok")?, text: fields.text("text")? })
}
