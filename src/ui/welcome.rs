//! The welcome page: what Connote reads, and the question whether it may.

use super::effect::{Effect, Surface};
use super::el::{El, button, div, el, heading, list, p};
use super::msg::Msg;
use crate::settings::{Consent, Settings, Theme};

/// The welcome page.
#[derive(Debug)]
pub struct Welcome {
    settings: Settings,
}

impl Welcome {
    /// The page with what is known.
    pub fn new(settings: Settings) -> Self {
        Self { settings }
    }
}

/// The question, for every surface that asks it: two equal buttons.
pub(super) fn question() -> El {
    let facts = [
        "It reads the text of the invitation note while its dialog is open, the characters that LinkedIn counts, and the recipient's name as the dialog shows it.",
        "All of it stays on this device. Nothing is sent, and no note is stored.",
        "LinkedIn's user agreement forbids software that adds elements to its pages. Connote adds a panel to the note's dialog, so the choice is yours.",
    ];
    el("section")
        .class("consent")
        .attr("aria-label", "Your choice")
        .child(heading(2, "May Connote work in LinkedIn's note box?"))
        .child(list("facts").children(facts.into_iter().map(|fact| el("li").text(fact))))
        .child(div("equal").child(choice("consent-page", "Switch it on in the page", PAGE, Msg::Consent(Consent::Page))).child(choice(
            "consent-off",
            "Not now",
            OFF,
            Msg::Consent(Consent::Off),
        )))
}

/// What follows from a yes.
const PAGE: &str = "When you add a note to an invitation on LinkedIn, the panel appears below the box. No reload is needed.";

/// What follows from a no.
const OFF: &str = "Nothing is read on LinkedIn. To check a note, click Connote in the toolbar and paste it.";

/// One answer and what follows from it.
fn choice(key: &'static str, label: &'static str, then: &'static str, message: Msg) -> El {
    div("answer").child(button(key, label, message).class("choice")).child(p(then).class("note"))
}

/// The key of the button that stands in for an answer's own once it is given.
pub(super) fn other_answer(given: Consent) -> &'static str {
    if given == Consent::Page { "consent-off" } else { "consent-page" }
}

/// The sign of Connote; its name always stands beside it.
pub(super) fn brand() -> El {
    el("img").class("brand").attr("src", "icons/icon-48.png").attr("alt", "").attr("width", "24").attr("height", "24")
}

impl Surface for Welcome {
    fn view(&self) -> El {
        let lead = "Connote takes a second look at the short note on a LinkedIn invitation: what its reader would mind, what is missing, how many characters are left, and wordings that fit.";
        let top = div("top").child(brand()).child(heading(1, "Welcome to Connote"));
        let out = div("page welcome").child(top).child(p(lead).class("lead"));
        let out = match self.settings.consent {
            Consent::Undecided => out.child(question()),
            Consent::Page => out.child(done("Connote is on.", PAGE, "consent-off", "Switch it off again", Consent::Off)),
            Consent::Off => {
                out.child(done("Connote stays out of LinkedIn's pages.", OFF, "consent-page", "Switch it on in the page", Consent::Page))
            }
        };
        out.child(el("p").class("note").text("You can change your mind in the options at any time, at once and without a reload."))
            .child(button("options", "Options", Msg::Options).class("fix"))
    }

    fn update(&mut self, message: Msg) -> Vec<Effect> {
        match message {
            Msg::Consent(consent) => {
                self.settings.consent = consent;
                vec![Effect::Store(self.settings.clone()), Effect::Focus(other_answer(consent).to_owned())]
            }
            Msg::Options => vec![Effect::OpenOptions],
            Msg::Settings(settings) => {
                self.settings = settings;
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn theme(&self) -> Theme {
        self.settings.theme
    }
}

/// The answer, what it means, and the way back.
fn done(title: &'static str, text: &'static str, key: &'static str, label: &'static str, other: Consent) -> El {
    el("section")
        .class("consent done")
        .attr("aria-label", "Your choice")
        .child(heading(2, title))
        .child(p(text))
        .child(div("actions").child(button(key, label, Msg::Consent(other)).class("choice")))
}
