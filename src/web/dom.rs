//! Shows a surface's elements in the page and says which of its messages the user's doing sends.

use super::app::Page;
use super::browser::callback;
use super::tree::{Happened, Tree, read, target_of};
use crate::ui::{El, Msg, On};
use std::mem;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, Node};

/// What is listened to, each once, at the root.
const EVENTS: [&str; 9] = ["click", "input", "keydown", "keyup", "mouseover", "mouseout", "focusin", "focusout", "animationend"];

/// A tree in the page with its messages.
pub(super) struct Mount {
    /// What the page shows.
    pub(super) tree: Tree,
    /// The innermost element with [`On::Hover`] that the pointer or the focus is in, and what its end sends.
    hovered: Option<(Element, Msg)>,
}

impl Mount {
    /// A mount in a page, without elements.
    pub(super) fn new(page: &Page) -> Self {
        Self { tree: Tree::new(page.document.clone(), page.root.clone()), hovered: None }
    }

    /// Hands every event to `listener`, which hands it to [`Mount::hear`].
    ///
    /// # Errors
    /// When the browser lets nobody listen.
    pub(super) fn listen(&self, listener: impl Fn(Event) + 'static) -> Result<(), JsValue> {
        let listener = callback(move |event, _| listener(event.unchecked_into()));
        for event in EVENTS {
            self.tree.root.add_event_listener_with_callback(event, &listener)?;
        }
        Ok(())
    }

    /// Makes the page show an element; gives the message of a hover that ended because its element went away.
    ///
    /// # Errors
    /// When the browser refuses a name.
    pub(super) fn draw(&mut self, el: El) -> Result<Option<Msg>, JsValue> {
        self.tree.draw(el)?;
        let gone = self.hovered.take_if(|(element, _)| !element.is_connected());
        Ok(gone.map(|(_, out)| out))
    }

    /// The messages that an event sends. What a script made up sends none.
    pub(super) fn hear(&mut self, event: &Event) -> Vec<Msg> {
        let Some(target) = target_of(event) else { return Vec::new() };
        let Some(happened) = read(event, &target) else { return Vec::new() };
        let message = match happened {
            Happened::At => return self.hover(Some(&target)),
            Happened::Away => return self.hover(None),
            _ => self.sent(&target, &happened),
        };
        if let (Happened::Escape { is_down: true }, Some(_)) = (happened, &message) {
            // Else the browser would close the popup. The message waits until the key goes up: the focus may be the page's next, and
            // LinkedIn's dialog would hear it go up, and close.
            event.prevent_default();
            return Vec::new();
        }
        message.into_iter().collect()
    }

    /// What the innermost element around a node that minds it sends.
    fn sent(&self, node: &Node, happened: &Happened) -> Option<Msg> {
        for branch in self.tree.path_to(node) {
            for on in &branch.look.on {
                match (on, happened) {
                    (On::Click(message), Happened::Click) | (On::Escape(message), Happened::Escape { .. }) => return Some(message.clone()),
                    (On::Input(message), Happened::Input(value)) => return Some(message(value.clone())),
                    _ => {}
                }
            }
        }
        None
    }

    /// The innermost element around a node that follows the pointer, with what its begin and its end send.
    fn hover_at(&self, node: &Node) -> Option<(Element, Msg, Msg)> {
        for branch in self.tree.path_to(node) {
            for on in &branch.look.on {
                if let On::Hover(over, out) = on {
                    return Some((branch.node.clone(), over.clone(), out.clone()));
                }
            }
        }
        None
    }

    /// Follows the pointer or the focus: ends the hover that it left and begins the one that it came into.
    fn hover(&mut self, at: Option<&Node>) -> Vec<Msg> {
        let now = at.and_then(|node| self.hover_at(node));
        if self.hovered.as_ref().map(|(element, _)| element) == now.as_ref().map(|(element, ..)| element) {
            return Vec::new();
        }
        let mut messages = Vec::new();
        if let Some((_, out)) = mem::take(&mut self.hovered) {
            messages.push(out);
        }
        if let Some((element, over, out)) = now {
            self.hovered = Some((element, out));
            messages.push(over);
        }
        messages
    }
}
