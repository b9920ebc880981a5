//! The messages between our pages and LinkedIn's, as ARCHITECTURE.md has them.

use super::browser::object;
use super::fields::Fields;
use crate::count::Limit;
use crate::report::Range;
use crate::ui::{Change, Mark, Msg, PageNote, Sight, Where, limit_from};
use js_sys::{Array, Object};
use wasm_bindgen::JsValue;

/// A message to the page's hand: `ready`, `focus-box`, `close`; from the popup `connote:note`, `connote:where`, `connote:adopt`.
pub(super) fn message(r#type: &str) -> Object {
    with(r#type, &[])
}

/// How high the panel is, in CSS pixels.
pub(super) fn size(height: u32) -> Object {
    with("size", &[("height", height.into())])
}

/// The underlines for the note with this number.
pub(super) fn marks(seq: u32, marks: &[Mark], over: Option<usize>) -> Object {
    let mark =
        |&Mark { at, severity, rule }: &Mark| Object::assign(&range(at), &object(&[("severity", severity.into()), ("rule", rule.into())]));
    let marks: Array = marks.iter().map(mark).collect();
    with("marks", &[("seq", seq.into()), ("marks", marks.into()), ("over", over.map_or(JsValue::UNDEFINED, number))])
}

/// Words to show for a moment.
pub(super) fn flash(at: Range) -> Object {
    Object::assign(&message("flash"), &range(at))
}

/// A change to the box: `edit`; from the popup `connote:edit`.
pub(super) fn edit(r#type: &str, change: &Change) -> Object {
    let edit = with(
        r#type,
        &[
            ("id", change.id.into()),
            ("replacement", change.replacement.as_str().into()),
            ("expected", change.expected.as_str().into()),
            ("select", change.select.map_or(JsValue::UNDEFINED, |select| range(select).into())),
        ],
    );
    Object::assign(&edit, &range(change.at))
}

fn with(r#type: &str, fields: &[(&str, JsValue)]) -> Object {
    Object::assign(&object(&[("type", r#type.into())]), &object(fields))
}

fn range(Range { start, end }: Range) -> Object {
    object(&[("start", number(start)), ("end", number(end))])
}

/// A count or a position as JavaScript has it.
fn number(count: usize) -> JsValue {
    u32::try_from(count).unwrap_or(u32::MAX).into()
}

/// Reads what the page shows of an invitation; nothing when it is no answer of ours.
pub(super) fn read_where(message: &JsValue) -> Option<Where> {
    let fields = Fields(message);
    fields.text("type").filter(|word| word == "where")?;
    Some(Where {
        sees: fields.text("sees").map_or(Sight::Nothing, |word| Sight::named(&word)),
        recipient: fields.text("recipient"),
        left: fields.number("left"),
        draft: fields.text("draft"),
        dark: fields.text("theme").is_some_and(|theme| theme == "dark"),
    })
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
        left: fields.number("left"),
        immediate: fields.flag("immediate")?,
        dark: fields.text("theme")? == "dark",
        private: fields.flag("private")?,
    })
}

/// Reads the answer to an edit; nothing when it is none.
pub(super) fn read_written(message: &JsValue) -> Option<Msg> {
    let fields = Fields(message);
    Some(Msg::Written { id: fields.number("id")?, ok: fields.flag("ok")?, text: fields.text("text")? })
}
