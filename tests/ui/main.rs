//! The surfaces in their main states, as HTML text, and what they ask the outside to do.

mod everything;
mod leave;
mod memory;
mod options;
mod panel;
mod popup;
mod recall;
mod shares;
mod templates;

use connote::count::{Limit, LimitFrom};
use connote::settings::{Consent, Settings};
use connote::ui::{DeskMsg, Effect, El, Msg, On, PageNote, Panel, Surface};

/// A note with something to say about, in words, in a link and in what it lacks.
const NOTE: &str = "Hi Ines, I liked your talk on tide mills. See https://mills.example/tide";

fn page_note(seq: u32, text: &str, immediate: bool) -> PageNote {
    PageNote { seq, text: text.into(), limit: Some(Limit { units: 200, from: LimitFrom::Counter }), immediate, ..PageNote::default() }
}

fn panel(text: &str) -> Panel {
    let mut panel = Panel::new(Settings::default());
    panel.update(Msg::Note(page_note(1, text, true)));
    panel
}

fn consenting() -> Settings {
    Settings { consent: Consent::Page, ..Settings::default() }
}

/// What a click on the element with a key sends.
fn click(panel: &Panel, key: &str) -> Option<Msg> {
    click_in(&panel.view(), key)
}

/// What a click on the element with a key in a tree sends.
fn click_in(tree: &El, key: &str) -> Option<Msg> {
    fn find<'t>(el: &'t El, key: &str) -> Option<&'t El> {
        if el.key.as_deref() == Some(key) { Some(el) } else { el.children.iter().find_map(|child| find(child, key)) }
    }
    find(tree, key)?.on.iter().find_map(|on| if let On::Click(message) = on { Some(message.clone()) } else { None })
}

/// A click on the first fix of the finding about the link.
fn link_fix(panel: &Panel) -> Option<Msg> {
    click(panel, "fix-contains-link-0-0")
}

/// The place in the report of the finding about the link.
fn link_index(panel: &Panel) -> Option<usize> {
    if let Some(Msg::Desk(DeskMsg::Open(index))) = click(panel, "open-contains-link-0") { Some(index) } else { None }
}

/// What the effects store.
fn stored(effects: &[Effect]) -> Option<&Settings> {
    effects.iter().find_map(|effect| if let Effect::Store(settings) = effect { Some(settings) } else { None })
}
