//! The messages between our pages and LinkedIn's, as ARCHITECTURE.md has them.

use super::fields::Fields;
use crate::count::Limit;
use crate::report::Range;
use crate::ui::{Change, Msg, PageNote, limit_from};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// A message to the page's hand.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub(super) enum ToPage<'a> {
    Ready,
    Size {
        height: u32,
    },
    Marks {
        seq: u32,
        marks: Vec<WireMark>,
        over: Option<usize>,
    },
    Edit(Edit<'a>),
    Flash(Ends),
    FocusBox,
    Close,
    /// From the popup: asks for the note.
    #[serde(rename = "connote:note")]
    AskNote,
    /// From the popup: an edit.
    #[serde(rename = "connote:edit")]
    AskEdit(Edit<'a>),
}

impl ToPage<'_> {
    /// The message as a plain object.
    ///
    /// # Errors
    /// When the browser cannot make an object.
    pub(super) fn to_object(&self) -> Result<JsValue, JsValue> {
        Ok(self.serialize(&Serializer::json_compatible())?)
    }
}

/// A range without its name.
#[derive(Serialize)]
pub(super) struct Ends {
    start: usize,
    end: usize,
}

impl From<Range> for Ends {
    fn from(Range { start, end }: Range) -> Self {
        Self { start, end }
    }
}

/// An underline.
#[derive(Serialize)]
pub(super) struct WireMark {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) severity: &'static str,
    pub(super) rule: &'static str,
    pub(super) title: &'static str,
}

/// A change to the box.
#[derive(Serialize)]
pub(super) struct Edit<'a> {
    id: u32,
    start: usize,
    end: usize,
    replacement: &'a str,
    expected: &'a str,
    select: Option<Ends>,
}

impl<'a> From<&'a Change> for Edit<'a> {
    fn from(change: &'a Change) -> Self {
        Self {
            id: change.id,
            start: change.at.start,
            end: change.at.end,
            replacement: &change.replacement,
            expected: &change.expected,
            select: change.select.map(Ends::from),
        }
    }
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
