//! The place in the page where a tree stands.

use super::branch::{Branch, patch_children, path_to, with_key};
use super::browser::get;
use crate::ui::El;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, HtmlElement, KeyboardEvent, Node, ScrollIntoViewOptions, ScrollLogicalPosition};

/// What a person can work with.
const CONTROLS: &str = "button:not(:disabled), a[href], input:not(:disabled), select:not(:disabled), textarea:not(:disabled)";

/// The class of an element that is pointed out; `ui.css` lets it glow for a moment.
const GLOW: &str = "glow";

/// A place in the page with its tree.
pub(super) struct Tree {
    document: Document,
    pub(super) root: Element,
    /// Nothing before the first drawing, then one branch.
    branches: Vec<Branch>,
}

/// What an event says.
pub(super) enum Happened {
    Click,
    /// A box holds this now; for a checkbox `true` or `false`.
    Input(String),
    /// The Escape key goes down, or up.
    Escape {
        is_down: bool,
    },
    /// The pointer or the focus is at the event's target.
    At,
    /// The pointer or the focus left the page.
    Away,
}

impl Tree {
    /// A place without a tree.
    pub(super) fn new(document: Document, root: Element) -> Self {
        Self { document, root, branches: Vec::new() }
    }

    /// Makes the page show a tree.
    ///
    /// # Errors
    /// When the browser refuses a name.
    pub(super) fn draw(&mut self, el: El) -> Result<(), JsValue> {
        let focused = self.document.active_element().filter(|focused| self.root.contains(Some(focused)));
        patch_children(&self.document, &self.root, &mut self.branches, vec![el])?;
        match focused {
            // It is gone: who works by keys goes on from the first control, not from nowhere.
            Some(focused) if !self.root.contains(Some(&focused)) => self.focus_first(),
            // It was moved, which took its focus.
            Some(focused) if self.document.active_element().as_ref() != Some(&focused) => focus(&focused),
            _ => Ok(()),
        }
    }

    /// The branches that hold a node, innermost first.
    pub(super) fn path_to(&self, node: &Node) -> Vec<&Branch> {
        path_to(&self.branches, node)
    }

    /// Moves the focus to the first control, if there is one.
    ///
    /// # Errors
    /// When the browser does not let it.
    pub(super) fn focus_first(&self) -> Result<(), JsValue> {
        self.root.query_selector(CONTROLS)?.as_ref().map_or(Ok(()), focus)
    }

    /// Moves the focus to the element with a key, if there is one.
    ///
    /// # Errors
    /// When the browser does not let it.
    pub(super) fn focus(&self, key: &str) -> Result<(), JsValue> {
        with_key(&self.branches, key).map_or(Ok(()), focus)
    }

    /// Scrolls to the element with a key, if there is one, and lets it glow.
    ///
    /// # Errors
    /// When the browser does not let it.
    pub(super) fn reveal(&self, key: &str) -> Result<(), JsValue> {
        let Some(element) = with_key(&self.branches, key) else { return Ok(()) };
        let nearest = ScrollIntoViewOptions::new();
        nearest.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&nearest);
        // A glow that is still going starts anew only if the page was laid out without it.
        element.class_list().remove_1(GLOW)?;
        element.get_bounding_client_rect();
        element.class_list().add_1(GLOW)
    }
}

/// The node that an event is about, unless a script made the event up.
pub(super) fn target_of(event: &Event) -> Option<Node> {
    event.target().filter(|_| event.is_trusted())?.dyn_into().ok()
}

/// Reads an event at a node; nothing when it is of no use to any tree.
pub(super) fn read(event: &Event, target: &Node) -> Option<Happened> {
    match event.type_().as_str() {
        "click" => Some(Happened::Click),
        "input" => Some(Happened::Input(value_of(target))),
        kind @ ("keydown" | "keyup") if is_escape(event) => Some(Happened::Escape { is_down: kind == "keydown" }),
        "mouseover" | "focusin" => Some(Happened::At),
        // Within the page the event of where it went follows.
        "mouseout" | "focusout" if get(event, "relatedTarget").is_null() => Some(Happened::Away),
        "animationend" => {
            // Left there, it would glow again when its element moves.
            let _ = target.dyn_ref::<Element>()?.class_list().remove_1(GLOW);
            None
        }
        _ => None,
    }
}

fn focus(element: &Element) -> Result<(), JsValue> {
    element.unchecked_ref::<HtmlElement>().focus()
}

fn value_of(node: &Node) -> String {
    if get(node, "type") == "checkbox" {
        return get(node, "checked").is_truthy().to_string();
    }
    get(node, "value").as_string().unwrap_or_default()
}

/// Whether a key is Escape and not the end of an unfinished character.
fn is_escape(event: &Event) -> bool {
    let event: &KeyboardEvent = event.unchecked_ref();
    event.key() == "Escape" && !event.is_composing()
}
