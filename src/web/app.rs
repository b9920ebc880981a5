//! Runs one surface: what happens goes in, the page shows the outcome, and what it asks for is done.

use super::dom::Mount;
use super::tree::Tree;
use super::{browser, clipboard};
use crate::settings::{Settings, Theme};
use crate::ui::{Effect, Surface};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, Window, console};

/// Sends a message to a surface, from anywhere and at any time.
pub(super) type Sender<M> = Rc<dyn Fn(M)>;

/// Does what only this page can do; every other effect is done here.
pub(super) type Host<M> = Box<dyn Fn(Effect<M>, &Sender<M>)>;

/// Something that the surface takes in.
enum News<M> {
    Message(M),
    Settings(Settings),
}

/// A running surface.
pub(super) struct App<S: Surface> {
    page: Page,
    surface: RefCell<S>,
    mount: RefCell<Mount<S::Msg>>,
    host: Host<S::Msg>,
    sender: Sender<S::Msg>,
    waiting: RefCell<VecDeque<News<S::Msg>>>,
    is_busy: Cell<bool>,
}

/// The parts of the page that an app works with.
#[derive(Clone)]
pub(super) struct Page {
    window: Window,
    document: Document,
    /// Where the surface stands.
    pub(super) root: Element,
}

impl Page {
    /// The page that this runs in.
    ///
    /// # Errors
    /// When it has no place for a surface.
    pub(super) fn find() -> Result<Self, JsValue> {
        let missing = |what: &str| JsValue::from(js_sys::Error::new(&format!("the page has no {what}")));
        let window = web_sys::window().ok_or_else(|| missing("window"))?;
        let document = window.document().ok_or_else(|| missing("document"))?;
        let root = document.get_element_by_id("app").ok_or_else(|| missing("#app"))?;
        Ok(Self { window, document, root })
    }

    /// Puts a page into its colours.
    fn show_theme(&self, theme: Theme) -> Result<(), JsValue> {
        let Some(html) = self.document.document_element() else { return Ok(()) };
        match theme {
            Theme::Auto => html.remove_attribute("data-theme"),
            Theme::Light => html.set_attribute("data-theme", "light"),
            Theme::Dark => html.set_attribute("data-theme", "dark"),
        }
    }

    /// How high its content is, with the space around it, in CSS pixels.
    pub(super) fn height(&self) -> f64 {
        self.document.body().map_or(0.0, |body| body.get_bounding_client_rect().height())
    }
}

impl<S: Surface + 'static> App<S> {
    /// Shows a surface and keeps it running; from then on it follows the settings.
    ///
    /// # Errors
    /// When the page has no place for it.
    pub(super) fn start(surface: S, page: Page, host: Host<S::Msg>) -> Result<Sender<S::Msg>, JsValue> {
        // The mount and the sender are parts of the app and must not keep it.
        let own: Rc<RefCell<Weak<Self>>> = Rc::default();
        let (hearing, sending) = (Rc::clone(&own), Rc::clone(&own));
        let tree = Tree::new(page.document.clone(), page.root.clone());
        let mount = Mount::new(tree, move |event| with(&hearing, |app| app.hear(&event)))?;
        let sender: Sender<S::Msg> = Rc::new(move |message: S::Msg| with(&sending, |app| app.take_in([News::Message(message)])));
        let app = Rc::new(Self {
            page,
            surface: RefCell::new(surface),
            mount: RefCell::new(mount),
            host,
            sender: Rc::clone(&sender),
            waiting: RefCell::default(),
            is_busy: Cell::new(false),
        });
        own.replace(Rc::downgrade(&app));
        app.take_in([]);
        // Its owner is the page, and they end together: nothing is ever taken off this listener.
        browser::on_change(move |settings| app.take_in([News::Settings(settings)]));
        Ok(sender)
    }

    fn hear(&self, event: &Event) {
        // An event amid a drawing is the drawing's own doing: an element that had the focus went away.
        let messages = self.mount.try_borrow_mut().map_or_else(|_| Vec::new(), |mut mount| mount.hear(event));
        if !messages.is_empty() {
            self.take_in(messages.into_iter().map(News::Message));
        }
    }

    /// Takes in what happened, and whatever that makes happen, with one drawing for all that waits.
    fn take_in(&self, news: impl IntoIterator<Item = News<S::Msg>>) {
        self.waiting.borrow_mut().extend(news);
        if self.is_busy.replace(true) {
            return;
        }
        loop {
            let effects = self.update();
            self.draw();
            for effect in effects {
                self.perform(effect);
            }
            if self.waiting.borrow().is_empty() {
                break;
            }
        }
        self.is_busy.set(false);
    }

    fn update(&self) -> Vec<Effect<S::Msg>> {
        let news = self.waiting.take();
        let mut surface = self.surface.borrow_mut();
        news.into_iter()
            .flat_map(|news| match news {
                News::Message(message) => surface.update(message),
                News::Settings(settings) => surface.settings(settings),
            })
            .collect()
    }

    fn draw(&self) {
        let (view, theme) = {
            let surface = self.surface.borrow();
            (surface.view(), surface.theme())
        };
        warn(&self.page.show_theme(theme));
        match self.mount.borrow_mut().draw(view) {
            Ok(ended) => self.waiting.borrow_mut().extend(ended.map(News::Message)),
            Err(error) => warn(&Err(error)),
        }
    }

    fn perform(&self, effect: Effect<S::Msg>) {
        match effect {
            Effect::After(delay, message) => {
                let sender = Rc::clone(&self.sender);
                let later = Closure::once_into_js(move || sender(message));
                let timer = self.page.window.set_timeout_with_callback_and_timeout_and_arguments_0(later.unchecked_ref(), delay);
                warn(&timer.map(|_| ()));
            }
            Effect::Reveal(key) => warn(&self.mount.borrow().tree.reveal(&key)),
            Effect::Focus(key) => warn(&self.mount.borrow().tree.focus(&key)),
            Effect::FocusFirst => warn(&self.mount.borrow().tree.focus_first()),
            Effect::Copy(text) => clipboard::copy(&self.page.document, text),
            Effect::Store(settings) => browser::store(&settings),
            Effect::OpenOptions => browser::open_options(),
            other => (self.host)(other, &self.sender),
        }
    }
}

/// Does something with an app that is still there.
fn with<S: Surface>(own: &RefCell<Weak<App<S>>>, work: impl FnOnce(&App<S>)) {
    let app = own.borrow().upgrade();
    if let Some(app) = app {
        work(&app);
    }
}

/// Tells whoever looks at the console about an error that the user can do nothing about.
pub(super) fn warn(outcome: &Result<(), JsValue>) {
    if let Err(error) = outcome {
        console::warn_2(&"Connote:".into(), error);
    }
}
