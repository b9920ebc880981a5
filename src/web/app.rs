//! Runs one surface: what happens goes in, the page shows the outcome, and what it asks for is done.

#[cfg(feature = "panel")]
use super::aside::Aside;
use super::dom::Mount;
use super::{browser, clipboard, lexicons};
use crate::settings::Theme;
use crate::ui::{Effect, Msg, Surface};
use std::cell::{Cell, RefCell};
use std::mem;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::{Document, Element, Event, Window, console};

/// Does what only this page can do; every other effect is done here.
pub(super) type Host = Box<dyn Fn(Effect, &Rc<App>)>;

/// A running surface. The page is its owner, and they end together.
pub(super) struct App {
    page: Page,
    surface: RefCell<Box<dyn Surface>>,
    mount: RefCell<Mount>,
    host: Host,
    #[cfg(feature = "panel")]
    aside: Option<Aside>,
    waiting: RefCell<Vec<Msg>>,
    is_busy: Cell<bool>,
}

/// The parts of the page that an app works with.
#[derive(Clone)]
pub(super) struct Page {
    window: Window,
    /// Where the surface's elements are made.
    pub(super) document: Document,
    /// Where the surface stands.
    pub(super) root: Element,
}

impl Page {
    /// The page that this runs in.
    ///
    /// # Errors
    /// When it has no place for a surface.
    pub(super) fn find() -> Result<Self, JsValue> {
        let window = browser::window();
        let found = window.document().and_then(|document| Some((document.get_element_by_id("app")?, document)));
        let (root, document) = found.ok_or_else(|| error("no #app"))?;
        Ok(Self { window, document, root })
    }

    /// The part of the page at an element.
    #[cfg(feature = "options")]
    pub(super) fn at(self, root: Element) -> Self {
        Self { root, ..self }
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
    #[cfg(feature = "panel")]
    pub(super) fn height(&self) -> f64 {
        self.document.body().map_or(0.0, |body| body.get_bounding_client_rect().height())
    }
}

impl App {
    /// Shows a surface and keeps it running; from then on it follows the settings.
    ///
    /// # Errors
    /// When the page has no place for it.
    pub(super) fn start(
        surface: Box<dyn Surface>,
        page: Page,
        host: Host,
        #[cfg(feature = "panel")] aside: Option<Aside>,
    ) -> Result<Rc<Self>, JsValue> {
        let mount = RefCell::new(Mount::new(&page));
        let surface = RefCell::new(surface);
        let app = Rc::new(Self {
            page,
            surface,
            mount,
            host,
            #[cfg(feature = "panel")]
            aside,
            waiting: RefCell::default(),
            is_busy: Cell::new(false),
        });
        let (hearing, following) = (Rc::clone(&app), Rc::clone(&app));
        app.mount.borrow().listen(move |event| hearing.hear(&event))?;
        app.run();
        let reading = Rc::clone(&app);
        lexicons::on_arrival(Box::new(move || reading.send(Msg::Lexicon)));
        browser::on_change(move |settings| following.send(Msg::Settings(settings)));
        Ok(app)
    }

    /// Takes in what happened, from anywhere and at any time.
    pub(super) fn send(self: &Rc<Self>, message: Msg) {
        self.waiting.borrow_mut().push(message);
        self.run();
    }

    /// Where its elements are made.
    #[cfg(feature = "options")]
    pub(super) fn document(&self) -> &Document {
        &self.page.document
    }

    fn hear(self: &Rc<Self>, event: &Event) {
        // An event amid a drawing is the drawing's own doing: an element that had the focus went away.
        let Ok(mut mount) = self.mount.try_borrow_mut() else { return };
        let mut messages = mount.hear(event);
        drop(mount);
        if !messages.is_empty() {
            self.waiting.borrow_mut().append(&mut messages);
            self.run();
        }
    }

    /// Takes in what waits, and whatever that makes happen, with one drawing for all that waits.
    fn run(self: &Rc<Self>) {
        if self.is_busy.replace(true) {
            return;
        }
        loop {
            let effects = self.update();
            self.draw();
            #[cfg(feature = "panel")]
            if let (Some(aside), Some(judged)) = (&self.aside, self.surface.borrow().judged()) {
                aside.tell(&judged, self);
            }
            for effect in effects {
                self.perform(effect);
            }
            for &lang in self.surface.borrow().unread() {
                lexicons::read(lang);
            }
            if self.waiting.borrow().is_empty() {
                break;
            }
        }
        self.is_busy.set(false);
    }

    fn update(&self) -> Vec<Effect> {
        let messages = mem::take(&mut *self.waiting.borrow_mut());
        let mut surface = self.surface.borrow_mut();
        let mut effects = Vec::new();
        for message in messages {
            effects.append(&mut surface.update(message));
        }
        effects
    }

    fn draw(&self) {
        let (view, theme) = {
            let surface = self.surface.borrow();
            (surface.view(), surface.theme())
        };
        if let Some(theme) = theme {
            warn(&self.page.show_theme(theme));
        }
        match self.mount.borrow_mut().draw(view) {
            Ok(Some(ended)) => self.waiting.borrow_mut().push(ended),
            Ok(None) => {}
            Err(error) => warn(&Err(error)),
        }
    }

    fn perform(self: &Rc<Self>, effect: Effect) {
        match effect {
            Effect::After(delay, message) => {
                let app = Rc::clone(self);
                let message = RefCell::new(Some(message));
                let later = browser::callback(move |_, _| {
                    if let Some(message) = message.take() {
                        app.send(message);
                    }
                });
                warn(&self.page.window.set_timeout_with_callback_and_timeout_and_arguments_0(&later, delay).map(|_| ()));
            }
            Effect::Reveal(key) => warn(&self.mount.borrow().tree.reveal(&key)),
            Effect::Focus(key) => warn(&self.mount.borrow().tree.focus(&key)),
            Effect::FocusFirst => warn(&self.mount.borrow().tree.focus_first()),
            Effect::Copy(text) => clipboard::copy(&self.page.document, text),
            Effect::Store(settings) => browser::store(&settings),
            Effect::AskTime => self.send(Msg::Time(browser::time())),
            #[cfg(feature = "options")]
            Effect::OpenShortcuts => browser::open_shortcuts(),
            Effect::OpenOptions => browser::open_options(),
            other => (self.host)(other, self),
        }
    }
}

/// An error as JavaScript has it.
pub(super) fn error(what: &str) -> JsValue {
    js_sys::Error::new(what).into()
}

/// Tells whoever looks at the console about an error that the user can do nothing about.
pub(super) fn warn(outcome: &Result<(), JsValue>) {
    if let Err(error) = outcome {
        console::warn_2(&"Connote:".into(), error);
    }
}
