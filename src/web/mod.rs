//! The browser: shows the surfaces of `ui` in our pages and does what they ask for.
//!
//! The only module that knows `web_sys`, `js_sys` or `wasm_bindgen`. Nothing here thinks. The features `panel` and `options`
//! choose which surfaces a build of it can show; two builds ship, so that LinkedIn's pages load nothing of the options.

mod app;
#[cfg(feature = "panel")]
mod aside;
#[cfg(feature = "options")]
mod backup;
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
#[cfg(feature = "panel")]
use aside::Aside;
use js_sys::Function;
use rlsf::SmallGlobalTlsf;
#[cfg(feature = "options")]
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::MessagePort;
#[cfg(feature = "options")]
use {
    crate::ui::{Effect, MemoryEffect, Msg, Options, Place, Recall, Told, Welcome},
    app::App,
    browser::callback,
    fields::Fields,
    web_sys::Element,
};

/// Instead of the standard library's, which weighs six times as much.
#[global_allocator]
static ALLOCATOR: SmallGlobalTlsf = SmallGlobalTlsf::new();

/// Shows a page once its settings are here.
type Run = Box<dyn FnOnce(Settings) -> Result<(), JsValue>>;

/// Starts one of our pages by its name: `panel` (which needs its port to the page), `popup`, `options` or `welcome`. Panel and
/// popup tell `aside`, if it is there, of each note that they have judged, with a function that puts another text in its place. A note is
/// `{text, words, left, recipient, minded}`: `words` its essence, `left` the number left by the page's own word, `minded` what recipients
/// would mind in it, in the user's language.
///
/// # Errors
/// When this build has no such page, the panel has no port, or the document has no `#app`.
#[wasm_bindgen]
pub fn start(page: &str, port: Option<MessagePort>, aside: Option<Function>) -> Result<(), JsValue> {
    // Nothing here panics; were it to, the console is to say where.
    console_error_panic_hook::set_once();
    let place = Page::find()?;
    locale::mark(&place.document, page)?;
    let run = page_named(page, port, aside, place)?;
    browser::load(Box::new(move |settings| {
        warn(&run(settings));
        // Nobody asks why before the first finding is there.
        lexicons::read_pages();
    }));
    Ok(())
}

#[cfg_attr(
    not(feature = "panel"),
    expect(unused_variables, clippy::needless_pass_by_value, reason = "only a note's page has somebody to tell of it")
)]
fn page_named(name: &str, port: Option<MessagePort>, aside: Option<Function>, place: Page) -> Result<Run, JsValue> {
    match (name, port) {
        #[cfg(feature = "panel")]
        ("panel", Some(port)) => {
            lexicons::read_ahead();
            Ok(Box::new(move |settings| host::start(settings, place, &port, aside.map(Aside::new))))
        }
        #[cfg(feature = "panel")]
        ("panel", None) => Err(error("no port to the page")),
        #[cfg(feature = "panel")]
        ("popup", _) => {
            lexicons::read_ahead();
            Ok(Box::new(|settings| popup_host::start(settings, place, aside.map(Aside::new))))
        }
        #[cfg(feature = "options")]
        ("options", _) => Ok(Box::new(|settings| start_options(settings, place))),
        #[cfg(feature = "options")]
        ("welcome", _) => Ok(Box::new(|settings| App::start(Box::new(Welcome::new(settings)), place, Box::new(|_, _| {})).map(|_| ()))),
        _ => Err(error("no such page")),
    }
}

/// Starts the options, which follow what is remembered.
#[cfg(feature = "options")]
fn start_options(settings: Settings, page: Page) -> Result<(), JsValue> {
    let app = App::start(Box::new(Options::new(settings)), page, Box::new(memory::perform))?;
    app.send(Msg::Time(browser::time()));
    if memory::is_possible() {
        memory::follow(&app);
    }
    browser::shortcuts(Box::new(move |shortcuts| app.send(Msg::Shortcuts(shortcuts))));
    Ok(())
}

/// Says beside a note what is remembered, in an element of the `panel` or the `popup`. `ready` is given the function that is to be told
/// of each note, as `aside` of [`start`] is; `put` a text that is to
/// take the note's place; `fingerprint` what is to be kept of the note, should it be sent.
///
/// # Errors
/// When the page has no `#app`.
#[cfg(feature = "options")]
#[wasm_bindgen]
pub fn recall(page: &str, element: Element, put: Function, fingerprint: Function, ready: Function) -> Result<(), JsValue> {
    console_error_panic_hook::set_once();
    let place = if page == "panel" { Place::Panel } else { Place::Popup };
    let part = Page::find()?.at(element);
    let host = move |effect, app: &Rc<App>| match effect {
        Effect::Memory(MemoryEffect::Fingerprint(code)) => warn(&fingerprint.call1(&JsValue::UNDEFINED, &code.into()).map(|_| ())),
        Effect::Memory(MemoryEffect::Put(text)) => warn(&put.call1(&JsValue::UNDEFINED, &text.into()).map(|_| ())),
        other => memory::perform(other, app),
    };
    let run = move |settings| -> Result<(), JsValue> {
        let app = App::start(Box::new(Recall::new(settings, place)), part, Box::new(host))?;
        app.send(Msg::Time(browser::time()));
        memory::follow(&app);
        let tell = callback(move |told, _| {
            let fields = Fields(&told);
            let text = |name| fields.text(name).unwrap_or_default();
            app.send(Msg::Told(Told {
                text: text("text"),
                words: text("words"),
                left: fields.number("left"),
                recipient: fields.text("recipient"),
                minded: fields.texts("minded").unwrap_or_default(),
            }));
        });
        ready.call1(&JsValue::UNDEFINED, &tell).map(|_| ())
    };
    browser::load(Box::new(move |settings| warn(&run(settings))));
    Ok(())
}
