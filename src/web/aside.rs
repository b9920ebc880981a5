//! Tells of each note that was judged whoever remembers notes: another module, which the page loads for those who want it.

use crate::memory::essence::essence;
use crate::note::Note;
use crate::ui::Judged;
use js_sys::Function;
use std::cell::Cell;
use wasm_bindgen::JsValue;

/// The one who is told.
pub(super) struct Aside {
    tell: Function,
    /// The number and the length of the note that was told last.
    told: Cell<(u32, usize)>,
}

impl Aside {
    /// Tells this function.
    pub(super) fn new(tell: Function) -> Self {
        Self { tell, told: Cell::new((u32::MAX, 0)) }
    }

    /// Tells of a note, unless it was told last.
    pub(super) fn tell(&self, Judged { seq, text, left }: Judged) {
        let now = (seq, text.len());
        if self.told.replace(now) != now {
            let words = essence(&Note::new(text, None));
            // It loads the other module first, and says itself when it cannot.
            let _ = self.tell.call2(&JsValue::UNDEFINED, &words.into(), &left.into());
        }
    }
}
