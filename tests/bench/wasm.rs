//! A door to the library for measuring it as wasm: `cargo xtask bench` loads it in Node. Nothing of it ships.
#![cfg(target_arch = "wasm32")]

use connote::{Context, review};
use wasm_bindgen::prelude::wasm_bindgen;

/// Reviews a text and gives the number of findings, so that the work cannot be left out.
#[wasm_bindgen(js_name = reviewOnce)]
pub fn review_once(text: &str) -> usize {
    review(text, &Context::default()).findings.len()
}
