//! Tells of each note that was judged whoever remembers notes: another module, which the page loads for those who want it.

use super::app::App;
use super::browser::{callback, object};
use super::locale::say;
use crate::memory::essence::essence;
use crate::note::Note;
use crate::ui::{Judged, Msg};
use js_sys::{Array, Function};
use std::cell::{Cell, OnceCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// The one who is told.
pub(super) struct Aside {
    tell: Function,
    /// Puts a text in the place of the note.
    put: OnceCell<Function>,
    /// The number and the length of the note that was told last.
    told: Cell<(u32, usize)>,
}

impl Aside {
    /// Tells this function.
    pub(super) fn new(tell: Function) -> Self {
        Self { tell, put: OnceCell::new(), told: Cell::new((u32::MAX, 0)) }
    }

    /// Tells of a note, unless it was told last.
    pub(super) fn tell(&self, judged: &Judged, app: &Rc<App>) {
        let Judged { seq, text, left, recipient, .. } = *judged;
        let now = (seq, text.len());
        if self.told.replace(now) == now {
            return;
        }
        let minded: Array = judged.minded().map(|title| JsValue::from(say(&title.into()).as_ref())).collect();
        let told = object(&[
            ("text", text.into()),
            ("words", essence(&Note::new(text, None)).into()),
            ("left", left.into()),
            ("recipient", recipient.into()),
            ("minded", minded.into()),
        ]);
        let put = self.put.get_or_init(|| {
            let app = Rc::clone(app);
            callback(move |text, _| app.send(Msg::Put(text.as_string().unwrap_or_default())))
        });
        // It loads the other module first, and says itself when it cannot.
        let _ = self.tell.call2(&JsValue::UNDEFINED, &told, put);
    }
}
