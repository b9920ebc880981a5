//! The browser: shows the surfaces of `ui` in our pages and does what they ask for.
//!
//! The only module that knows `web_sys`, `js_sys` or `wasm_bindgen`. Nothing here thinks.

mod app;
mod branch;
mod browser;
mod clipboard;
mod dom;
mod fields;
mod host;
mod lexicons;
mod popup_host;
mod tree;
mod wire;

use crate::settings::Settings;
use crate::ui::{Options, Surface, Welcome};
use app::{App, Page, error, warn};
use rlsf::SmallGlobalTlsf;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::MessagePort;

/// Instead of the standard library's, which weighs six times as much.
#[global_allocator]
static ALLOCATOR: SmallGlobalTlsf = SmallGlobalTlsf::new();

/// Starts one of our pages by its name: `panel` (which needs its port to the page), `popup`, `options` or `welcome`.
///
/// # Errors
/// When there is no such page, the panel has no port, or the document has no `#app`.
#[wasm_bindgen]
pub fn start(page: &str, port: Option<MessagePort>) -> Result<(), JsValue> {
    console_error_panic_hook::set_once();
    let place = Page::find()?;
    let run: Box<dyn FnOnce(Settings) -> Result<(), JsValue>> = match (page, port) {
        ("panel", Some(port)) => Box::new(move |settings| host::start(settings, place, &port)),
        ("panel", None) => return Err(error("the panel needs a port to its page")),
        ("popup", _) => Box::new(|settings| popup_host::start(settings, place)),
        ("options", _) => Box::new(|settings| start_alone(Box::new(Options::new(settings)), place)),
        ("welcome", _) => Box::new(|settings| start_alone(Box::new(Welcome::new(settings)), place)),
        _ => return Err(error(&format!("there is no page `{page}`"))),
    };
    if ["panel", "popup"].contains(&page) {
        lexicons::read_ahead();
    }
    browser::load(Box::new(move |settings| {
        warn(&run(settings));
        // Nobody asks why before the first finding is there.
        lexicons::read_pages();
    }));
    Ok(())
}

/// Starts a page that has nothing to do with any other.
fn start_alone(surface: Box<dyn Surface>, page: Page) -> Result<(), JsValue> {
    App::start(surface, page, Box::new(|_, _| {})).map(|_| ())
}
