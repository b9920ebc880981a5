//! The panel's side of the port to LinkedIn's page.

use super::app::{App, Page, Sender, warn};
use super::browser::get;
use super::wire::{Reveal, ToPage, WireMark, Written, read, read_note};
use crate::settings::Settings;
use crate::ui::{Effect, Panel, PanelMsg};
use std::cell::Cell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, MessagePort, ResizeObserver};

/// Starts the panel and tells the page that it listens.
///
/// # Errors
/// When the page has no place for it.
pub(super) fn start(settings: Settings, page: Page, port: &MessagePort) -> Result<(), JsValue> {
    let out = port.clone();
    let sender = App::start(Panel::new(settings), page.clone(), Box::new(move |effect, _| perform(effect, &out)))?;
    let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| hear(&event.data(), &sender));
    port.set_onmessage(Some(hear.into_js_value().unchecked_ref()));
    follow_size(page, port.clone())?;
    post(port, &ToPage::Ready);
    Ok(())
}

/// Tells the page how high the panel is: at first and whenever that changes, by what it shows or by how its lines wrap.
fn follow_size(page: Page, port: MessagePort) -> Result<(), JsValue> {
    let root = page.root.clone();
    let told = Cell::new(None);
    let tell = Closure::<dyn Fn()>::new(move || {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float that is cast stays within bounds")]
        let height = page.height().ceil() as u32;
        if told.replace(Some(height)) != Some(height) {
            post(&port, &ToPage::Size { height });
        }
    });
    ResizeObserver::new(tell.into_js_value().unchecked_ref())?.observe(&root);
    Ok(())
}

fn hear(message: &JsValue, sender: &Sender<PanelMsg>) {
    let heard = match get(message, "type").as_string().as_deref() {
        Some("note") => read_note(message).map(PanelMsg::Note),
        Some("written") => read(message).map(|Written { id, ok, text }| PanelMsg::Written { id, ok, text }),
        Some("reveal") => read(message).map(|Reveal { index }| PanelMsg::Reveal(index)),
        Some("focus") => Some(PanelMsg::Focus),
        _ => None,
    };
    match heard {
        Some(heard) => sender(heard),
        None => warn(&Err("a message that cannot be read".into())),
    }
}

fn perform(effect: Effect<PanelMsg>, port: &MessagePort) {
    match effect {
        Effect::Write(change) => post(port, &ToPage::Edit((&change).into())),
        Effect::Marks(seq, marks, over) => {
            let marks = marks
                .into_iter()
                .map(|mark| WireMark {
                    start: mark.at.start,
                    end: mark.at.end,
                    severity: mark.severity,
                    rule: mark.rule,
                    title: mark.title,
                })
                .collect();
            post(port, &ToPage::Marks { seq, marks, over });
        }
        Effect::Flash(at) => post(port, &ToPage::Flash(at.into())),
        Effect::FocusBox => post(port, &ToPage::FocusBox),
        Effect::Close => post(port, &ToPage::Close),
        // The page tells the panel of every change unasked; the rest is done for every page alike.
        _ => {}
    }
}

fn post(port: &MessagePort, message: &ToPage) {
    warn(&message.to_object().and_then(|message| port.post_message(&message)));
}
