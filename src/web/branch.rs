//! A tree of elements that stands in the page, and how it becomes another.

use super::locale::say;
use crate::ui::{El, Words, el};
use js_sys::Reflect;
use std::mem;
use wasm_bindgen::JsValue;
use web_sys::{Document, Element, Node};

/// What a user changes in an element without its attribute following: kept by hand.
const STATES: [(&str, &str); 2] = [("option", "selected"), ("input", "checked")];

/// An element in the page with what was last asked of it.
pub(super) struct Branch {
    /// The element in the page.
    pub(super) node: Element,
    /// What it looks like and does; its children stand below.
    pub(super) look: El,
    children: Vec<Self>,
}

impl Branch {
    /// Makes a new element, which stands nowhere yet.
    fn grow(document: &Document, new: El) -> Result<Self, JsValue> {
        let node = document.create_element(new.tag)?;
        if let Some(key) = &new.key {
            node.set_attribute("data-key", key)?;
        }
        let mut branch = Self { node, look: el(new.tag), children: Vec::new() };
        branch.patch(document, new)?;
        Ok(branch)
    }

    /// Becomes another element of the same tag and key.
    fn patch(&mut self, document: &Document, mut new: El) -> Result<(), JsValue> {
        let children = mem::take(&mut new.children);
        if !children.is_empty() {
            new.text = Words::Plain("".into());
        }
        self.patch_attributes(&new)?;
        if new.text != self.look.text {
            self.node.set_text_content(Some(&say(&new.text)));
        }
        patch_children(document, &self.node, &mut self.children, children)?;
        // A select takes a value only once it has the option.
        if let Some(value) = &new.value {
            write(&self.node, "value", &value.as_ref().into())?;
        }
        self.look = new;
        Ok(())
    }

    fn patch_attributes(&self, new: &El) -> Result<(), JsValue> {
        for (name, _) in &self.look.attributes {
            if !new.attributes.iter().any(|(kept, _)| kept == name) {
                self.node.remove_attribute(name)?;
            }
        }
        for attribute in &new.attributes {
            if !self.look.attributes.contains(attribute) {
                self.node.set_attribute(attribute.0, &say(&attribute.1))?;
            }
        }
        for (_, state) in STATES.iter().filter(|(tag, _)| *tag == new.tag) {
            let is_on = new.attributes.iter().any(|(name, _)| name == state);
            write(&self.node, state, &is_on.into())?;
        }
        Ok(())
    }

    /// Whether an element may take this one's place by a patch.
    fn is_same(&self, new: &El) -> bool {
        self.look.tag == new.tag && self.look.key == new.key
    }
}

/// Gives an element other children; those with the same tag and key keep their node.
///
/// # Errors
/// When the browser refuses a name.
pub(super) fn patch_children(document: &Document, parent: &Element, branches: &mut Vec<Branch>, children: Vec<El>) -> Result<(), JsValue> {
    let mut old = mem::take(branches);
    for child in children {
        let kept = old.iter().position(|branch| branch.is_same(&child)).map(|at| old.remove(at));
        branches.push(match kept {
            Some(mut branch) => {
                branch.patch(document, child)?;
                branch
            }
            None => Branch::grow(document, child)?,
        });
    }
    // What goes, goes first: then what stays need not move, and a moved element would lose the focus.
    for branch in old {
        branch.node.remove();
    }
    let mut next = parent.first_child();
    for branch in branches {
        let node: &Node = &branch.node;
        match next {
            Some(there) if there == *node => next = there.next_sibling(),
            there => {
                parent.insert_before(node, there.as_ref())?;
                next = there;
            }
        }
    }
    Ok(())
}

/// The branches that hold a node, innermost first.
pub(super) fn path_to<'a>(branches: &'a [Branch], node: &Node) -> Vec<&'a Branch> {
    let mut path = Vec::new();
    let mut level = branches;
    while let Some(branch) = level.iter().find(|branch| branch.node.contains(Some(node))) {
        path.push(branch);
        level = &branch.children;
    }
    path.reverse();
    path
}

/// The element with a key.
pub(super) fn with_key<'a>(branches: &'a [Branch], key: &str) -> Option<&'a Element> {
    branches.iter().find_map(|branch| match &branch.look.key {
        Some(own) if own == key => Some(&branch.node),
        _ => with_key(&branch.children, key),
    })
}

/// Writes a property that says something else: writing the same would move the caret.
fn write(node: &Element, name: &str, value: &JsValue) -> Result<(), JsValue> {
    let name = name.into();
    if Reflect::get(node, &name)? != *value {
        Reflect::set(node, &name, value)?;
    }
    Ok(())
}
