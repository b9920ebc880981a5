//! The browser: shows the surfaces of `ui` in our pages and does what they ask for.
//!
//! The only module that knows `web_sys`, `js_sys` or `wasm_bindgen`. Nothing here thinks. The features `panel` and `options`
//! choose which surfaces a build of it can show; two builds ship, so that LinkedIn's pages load nothing of the options.

mod app;
mod branch;
mod browser;
mod clipboard;
mod dom;
mod fields;
#[cfg(feature = "panel")]
mod host;
mod lexicons;
mod locale;
#[cfg(feature = "options")]
mod memory;
#[cfg(feature = "panel")]
mod popup_host;
mod tree;
#[cfg(feature = "panel")]
mod wire;

use crate::settings::Settings;
use app::{Page, error, warn};
use rlsf::SmallGlobalTlsf;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::MessagePort;
#[cfg(feature = "options")]
use {
    crate::ui::{Msg, Options, Welcome},
    app::App,
};

/// Instead of the standard library's, which weighs six times as much.
#[global_allocator]
static ALLOCATOR: SmallGlobalTlsf = SmallGlobalTlsf::new();

/// Shows a page once its settings are here.
type Run = Box<dyn FnOnce(Settings) -> Result<(), JsValue>>;

/// Starts one of our pages by its name: `panel` (which needs its port to the page), `popup`, `options` or `welcome`.
///
/// # Errors
/// When this build has no such page, the panel has no port, or the document has no `#app`.
#[wasm_bindgen]
pub fn start(page: &str, port: Option<MessagePort>) -> Result<(), JsValue> {
    // Nothing here panics; were it to, the console is to say where.
    console_error_panic_hook::set_once();
    let place = Page::find()?;
    locale::mark(&place.document, page)?;
    let run = page_named(page, port, place)?;
    browser::load(Box::new(move |settings| {
        warn(&run(settings));
        // Nobody asks why before the first finding is there.
        lexicons::read_pages();
    }));
    Ok(())
}

fn page_named(name: &str, port: Option<MessagePort>, place: Page) -> Result<Run, JsValue> {
    match (name, port) {
        #[cfg(feature = "panel")]
        ("panel", Some(port)) => {
            lexicons::read_ahead();
            Ok(Box::new(move |settings| host::start(settings, place, &port)))
        }
        #[cfg(feature = "panel")]
        ("panel", None) => Err(error("the panel needs a port to its page")),
        #[cfg(feature = "panel")]
        ("popup", _) => {
            lexicons::read_ahead();
            Ok(Box::new(|settings| popup_host::start(settings, place)))
        }
        #[cfg(feature = "options")]
        ("options", _) => Ok(Box::new(|settings| start_options(settings, place))),
        #[cfg(feature = "options")]
        ("welcome", _) => Ok(Box::new(|settings| App::start(Box::new(Welcome::new(settings)), place, Box::new(|_, _| {})).map(|_| ()))),
        _ => Err(error(&format!("there is no page `{name}` here"))),
    }
}

/// Starts the options, which follow what is remembered.
#[cfg(feature = "options")]
fn start_options(settings: Settings, page: Page) -> Result<(), JsValue> {
    let app = App::start(Box::new(Options::new(settings)), page, Box::new(memory::perform))?;
    app.send(Msg::Time(browser::time()));
    memory::follow(&app);
    browser::shortcuts(Box::new(move |shortcuts| app.send(Msg::Shortcuts(shortcuts))));
    Ok(())
}
