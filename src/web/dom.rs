//! Shows a surface's elements in the page and says which of its messages the user's doing sends.

use super::branch::Look;
use super::tree::{Happened, Tree, read, target_of};
use crate::ui::{El, On};
use std::mem;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, Node};

/// What is listened to, each once, at the root.
const EVENTS: [&str; 8] = ["click", "input", "keydown", "mouseover", "mouseout", "focusin", "focusout", "animationend"];

/// A tree in the page with its messages.
pub(super) struct Mount<M> {
    /// What the page shows.
    pub(super) tree: Tree,
    /// What its elements do, by their number.
    deeds: Vec<Vec<On<M>>>,
    /// The innermost element with [`On::Hover`] that the pointer or the focus is in, and what its end sends.
    hovered: Option<(Element, M)>,
    /// `Fn`: a drawing that removes the focused element makes an event amid another.
    listener: Closure<dyn Fn(Event)>,
}

impl<M: Clone> Mount<M> {
    /// A mount in a place of the page; `listener` hands every event to [`Mount::hear`].
    ///
    /// # Errors
    /// When the browser lets nobody listen.
    pub(super) fn new(tree: Tree, listener: impl Fn(Event) + 'static) -> Result<Self, JsValue> {
        let mount = Self { tree, deeds: Vec::new(), hovered: None, listener: Closure::new(listener) };
        for event in EVENTS {
            mount.tree.root.add_event_listener_with_callback(event, mount.listener.as_ref().unchecked_ref())?;
        }
        Ok(mount)
    }

    /// Makes the page show an element; gives the message of a hover that ended because its element went away.
    ///
    /// # Errors
    /// When the browser refuses a name.
    pub(super) fn draw(&mut self, el: El<M>) -> Result<Option<M>, JsValue> {
        self.deeds.clear();
        let look = Look::of(el, &mut self.deeds);
        self.tree.draw(look)?;
        let gone = self.hovered.take_if(|(element, _)| !element.is_connected());
        Ok(gone.map(|(_, out)| out))
    }

    /// The messages that an event sends. What a script made up sends none.
    pub(super) fn hear(&mut self, event: &Event) -> Vec<M> {
        let Some(target) = target_of(event) else { return Vec::new() };
        let Some(happened) = read(event, &target) else { return Vec::new() };
        let message = match happened {
            Happened::At => return self.hover(Some(&target)),
            Happened::Away => return self.hover(None),
            _ => self.first(&target, |on| match (on, &happened) {
                (On::Click(message), Happened::Click) | (On::Escape(message), Happened::Escape) => Some(message.clone()),
                (On::Input(message), Happened::Input(value)) => Some(message(value.clone())),
                _ => None,
            }),
        };
        if matches!(happened, Happened::Escape) && message.is_some() {
            // Else the browser would close the popup.
            event.prevent_default();
        }
        message.map(|(_, message)| message).into_iter().collect()
    }

    /// What the innermost element around a node has that `pick` wants.
    fn first<T>(&self, node: &Node, pick: impl Fn(&On<M>) -> Option<T>) -> Option<(&Element, T)> {
        self.tree.path_to(node).into_iter().find_map(|branch| {
            let picked = self.deeds.get(branch.number())?.iter().find_map(&pick)?;
            Some((&branch.node, picked))
        })
    }

    /// Follows the pointer or the focus: ends the hover that it left and begins the one that it came into.
    fn hover(&mut self, at: Option<&Node>) -> Vec<M> {
        let now =
            at.and_then(|node| self.first(node, |on| if let On::Hover(over, out) = on { Some((over.clone(), out.clone())) } else { None }));
        if self.hovered.as_ref().map(|(element, _)| element) == now.as_ref().map(|(element, _)| *element) {
            return Vec::new();
        }
        let (now, over) = now.map(|(element, (over, out))| ((element.clone(), out), over)).unzip();
        let out = mem::replace(&mut self.hovered, now).map(|(_, out)| out);
        out.into_iter().chain(over).collect()
    }
}

impl<M> Drop for Mount<M> {
    fn drop(&mut self) {
        for event in EVENTS {
            // A listener that could not be added needs no removing.
            let _ = self.tree.root.remove_event_listener_with_callback(event, self.listener.as_ref().unchecked_ref());
        }
    }
}
