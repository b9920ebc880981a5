//! Shows a tree of elements in the page and says what the user does to it.

use super::branch::{Branch, patch_children, path_to, with_key};
use crate::ui::{El, On};
use js_sys::Reflect;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, HtmlElement, KeyboardEvent, Node, ScrollIntoViewOptions, ScrollLogicalPosition};

/// What is listened to, each once, at the root.
const EVENTS: [&str; 8] = ["click", "input", "keydown", "mouseover", "mouseout", "focusin", "focusout", "animationend"];

/// What a person can work with.
const CONTROLS: &str = "button:not(:disabled), a[href], input:not(:disabled), select:not(:disabled), textarea:not(:disabled)";

/// The class of an element that is pointed out; `ui.css` lets it glow for a moment.
const GLOW: &str = "glow";

/// The place in the page where one tree stands.
pub(super) struct Mount<M> {
    document: Document,
    root: Element,
    /// The tree: nothing before the first drawing, then one branch.
    tree: Vec<Branch<M>>,
    listener: Closure<dyn FnMut(Event)>,
    /// The innermost element with [`On::Hover`] that the pointer or the focus is in, and what its end sends.
    hovered: Option<(Element, M)>,
}

impl<M: Clone> Mount<M> {
    /// A mount in an element of the page; `listener` hands every event to [`Mount::hear`].
    ///
    /// # Errors
    /// When the browser lets nobody listen.
    pub(super) fn new(document: Document, root: Element, listener: impl FnMut(Event) + 'static) -> Result<Self, JsValue> {
        let listener = Closure::new(listener);
        let mount = Self { document, root, tree: Vec::new(), listener, hovered: None };
        for event in EVENTS {
            mount.root.add_event_listener_with_callback(event, mount.listener.as_ref().unchecked_ref())?;
        }
        Ok(mount)
    }

    /// Makes the page show a tree; gives the message of a hover that ended because its element went away.
    ///
    /// # Errors
    /// When the browser refuses a name.
    pub(super) fn draw(&mut self, tree: El<M>) -> Result<Option<M>, JsValue> {
        let focused = self.document.active_element();
        patch_children(&self.document, &self.root, &mut self.tree, vec![tree])?;
        if let Some(focused) = focused.filter(|focused| self.root.contains(Some(focused)))
            && self.document.active_element().as_ref() != Some(&focused)
        {
            // It was moved, which took its focus.
            focus(&focused)?;
        }
        let gone = self.hovered.take_if(|(element, _)| !element.is_connected());
        Ok(gone.map(|(_, out)| out))
    }

    /// Moves the focus to the first control, if there is one.
    ///
    /// # Errors
    /// When the browser does not let it.
    pub(super) fn focus_first(&self) -> Result<(), JsValue> {
        self.root.query_selector(CONTROLS)?.as_ref().map_or(Ok(()), focus)
    }

    /// Scrolls to the element with a key, if there is one, and lets it glow.
    ///
    /// # Errors
    /// When the browser does not let it.
    pub(super) fn reveal(&self, key: &str) -> Result<(), JsValue> {
        let Some(element) = with_key(&self.tree, key) else { return Ok(()) };
        let nearest = ScrollIntoViewOptions::new();
        nearest.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&nearest);
        // A glow that is still going starts anew only if the page was laid out without it.
        element.class_list().remove_1(GLOW)?;
        element.get_bounding_client_rect();
        element.class_list().add_1(GLOW)
    }

    /// What an event means to the tree. What a script made up means nothing.
    pub(super) fn hear(&mut self, event: &Event) -> Vec<M> {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Node>().ok()).filter(|_| event.is_trusted()) else {
            return Vec::new();
        };
        let first = |pick: &dyn Fn(&On<M>) -> Option<M>| {
            path_to(&self.tree, &target).iter().find_map(|branch| branch.on().iter().find_map(pick)).into_iter().collect()
        };
        match event.type_().as_str() {
            "click" => first(&|on| if let On::Click(message) = on { Some(message.clone()) } else { None }),
            "input" => first(&|on| if let On::Input(message) = on { Some(message(value_of(&target))) } else { None }),
            "keydown" if is_escape(event) => {
                let messages: Vec<M> = first(&|on| if let On::Escape(message) = on { Some(message.clone()) } else { None });
                if !messages.is_empty() {
                    // Else the browser would close the popup.
                    event.prevent_default();
                }
                messages
            }
            "mouseover" | "focusin" => self.hover(Some(&target)),
            // Within the page the event of where it went follows.
            "mouseout" | "focusout" if property(event, "relatedTarget").is_null() => self.hover(None),
            "animationend" => {
                // Left there, it would glow again when its element moves.
                if let Some(element) = target.dyn_ref::<Element>() {
                    let _ = element.class_list().remove_1(GLOW);
                }
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    /// Follows the pointer or the focus: ends the hover that it left and begins the one that it came into.
    fn hover(&mut self, at: Option<&Node>) -> Vec<M> {
        let path = at.map(|node| path_to(&self.tree, node)).unwrap_or_default();
        let now = path.iter().find_map(|branch| {
            branch.on().iter().find_map(|on| if let On::Hover(over, out) = on { Some((&branch.node, over, out)) } else { None })
        });
        if self.hovered.as_ref().map(|(element, _)| element) == now.map(|(element, ..)| element) {
            return Vec::new();
        }
        let over = now.map(|(_, over, _)| over.clone());
        let now = now.map(|(element, _, out)| (element.clone(), out.clone()));
        let out = std::mem::replace(&mut self.hovered, now).map(|(_, out)| out);
        out.into_iter().chain(over).collect()
    }
}

impl<M> Drop for Mount<M> {
    fn drop(&mut self) {
        for event in EVENTS {
            // A listener that could not be added needs no removing.
            let _ = self.root.remove_event_listener_with_callback(event, self.listener.as_ref().unchecked_ref());
        }
    }
}

fn focus(element: &Element) -> Result<(), JsValue> {
    element.unchecked_ref::<HtmlElement>().focus()
}

/// A property of what the browser made; `undefined` when it has none.
fn property(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}

/// What a box holds; for a checkbox `true` or `false`.
fn value_of(node: &Node) -> String {
    if property(node, "type") == "checkbox" {
        return property(node, "checked").is_truthy().to_string();
    }
    property(node, "value").as_string().unwrap_or_default()
}

/// Whether a key is Escape and not the end of an unfinished character.
fn is_escape(event: &Event) -> bool {
    let event: &KeyboardEvent = event.unchecked_ref();
    event.key() == "Escape" && !event.is_composing()
}
