//! The part of the options page about all that is stored: the file it goes out as and comes in from, and the way back to the first day.

use super::effect::Effect;
use super::el::{El, On, button, div, el, heading, list, p, say, say_numbers, span};
use super::memory::MemoryEffect;
use super::msg::Msg;
use crate::message::Message;

/// What can happen to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EverythingMsg {
    /// Hands all of it out as a file.
    Export,
    /// A file was chosen.
    Chosen,
    /// What came of the file.
    Came(Came),
    /// Turns the switch for settings that are the same in all of the user's browsers.
    TurnSync,
    /// Asks whether to go back to the first day.
    AskReset,
    /// Goes back to it.
    Reset,
    /// Leaves everything as it is.
    Leave,
}

/// What came of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Came {
    /// So many entries are in the storage now.
    In(usize),
    /// It is no file of ours, or one of a newer version.
    Unknown,
    /// There is no room for it.
    Full,
}

/// The part of the page.
#[derive(Debug, Default)]
pub(super) struct Everything {
    /// Whether settings are to be the same in all of the user's browsers.
    is_synced: bool,
    asks: bool,
    said: Option<Message>,
}

impl Everything {
    /// Takes in whether settings are to be the same in all of the user's browsers.
    pub(super) fn take_in(&mut self, is_synced: bool) {
        self.is_synced = is_synced;
    }

    /// Takes in what happened; gives what is to be done.
    pub(super) fn update(&mut self, message: &EverythingMsg) -> Vec<Effect> {
        self.said = None;
        match *message {
            EverythingMsg::Export => vec![Effect::Memory(MemoryEffect::SaveAll)],
            EverythingMsg::Chosen => vec![Effect::Memory(MemoryEffect::Open)],
            EverythingMsg::Came(came) => {
                self.said = Some(match came {
                    Came::In(count) => say_numbers("imported", &[count]),
                    Came::Unknown => say("import_unknown"),
                    Came::Full => say("import_full"),
                });
                Vec::new()
            }
            EverythingMsg::TurnSync => {
                self.is_synced = !self.is_synced;
                vec![Effect::Memory(MemoryEffect::Sync(self.is_synced))]
            }
            EverythingMsg::AskReset => {
                self.asks = true;
                vec![Effect::Focus("reset-not".to_owned())]
            }
            EverythingMsg::Reset => {
                self.asks = false;
                self.said = Some(say("reset_done"));
                vec![Effect::Memory(MemoryEffect::Reset), to_heading()]
            }
            EverythingMsg::Leave => {
                self.asks = false;
                vec![to_heading()]
            }
        }
    }

    pub(super) fn view(&self) -> El {
        let file = el("input")
            .key("import")
            .attr("id", "import")
            .attr("type", "file")
            .attr("accept", ".json,.txt")
            .on(On::Input(|_| msg(EverythingMsg::Chosen)));
        let question = self.asks.then(|| {
            let group = div("paused").attr("role", "group").attr("aria-labelledby", "reset-what");
            group.child(p(say("reset_sure")).attr("id", "reset-what")).child(
                div("actions")
                    .child(button("reset-not", say("erase_not"), msg(EverythingMsg::Leave)).class("fix"))
                    .child(button("reset-yes", say("erase_yes"), msg(EverythingMsg::Reset)).class("fix")),
            )
        });
        el("section")
            .class("part")
            .child(heading(2, say("everything")).key("everything").attr("tabindex", "-1"))
            .child(list("switches").child(self.switch()))
            .child(p(say("everything_what")))
            .child(div("field").child(el("label").attr("for", "import").text(say("import"))).child(file))
            // It is there before it says anything, so that a screen reader hears of what it says.
            .child(div("note").key("imported").attr("role", "status").children(self.said.iter().cloned().map(p)))
            .maybe(question)
            .child(
                div("actions")
                    .child(button("export-all", say("export_all"), msg(EverythingMsg::Export)).class("fix"))
                    .child(button("reset", say("reset"), msg(EverythingMsg::AskReset)).class("fix")),
            )
    }
}

impl Everything {
    fn switch(&self) -> El {
        let input = el("input")
            .attr("type", "checkbox")
            .attr("id", "sync")
            .attr("aria-describedby", "sync-what")
            .on(On::Click(msg(EverythingMsg::TurnSync)));
        let input = if self.is_synced { input.attr("checked", "") } else { input };
        el("li")
            .class("switch")
            .child(input.key("sync"))
            .child(el("label").attr("for", "sync").text(say("sync")))
            .child(span("note", say("sync_what")).attr("id", "sync-what"))
    }
}

fn to_heading() -> Effect {
    Effect::Focus("everything".to_owned())
}

/// The message of an event in this part.
fn msg(message: EverythingMsg) -> Msg {
    Msg::Everything(message)
}
