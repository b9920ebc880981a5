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

/// An answer to the question.
pub(super) struct Answer {
    consent: Consent,
    /// The key of its button.
    key: &'static str,
    /// Its button while there is no answer, and once there is another.
    labels: [&'static str; 2],
    /// That it was given.
    title: &'static str,
    /// What follows from it.
    then: &'static str,
}

const ANSWERS: [Answer; 3] = [
    Answer {
        consent: Consent::Page,
        key: "consent-page",
        labels: ["Switch it on in the page", "Switch it on in the page"],
        title: "Connote is on.",
        then: "When you add a note to an invitation on LinkedIn, the panel appears below the box. No reload is needed.",
    },
    Answer {
        consent: Consent::Quiet,
        key: "consent-quiet",
        labels: ["Quietly, on the toolbar", "Quietly, on the toolbar"],
        title: "Connote is on, quietly.",
        then: "Nothing is added to LinkedIn's page. The toolbar shows when a note is there (•) or too long (!), and how many suggestions it has once you click.",
    },
    Answer {
        consent: Consent::Off,
        key: "consent-off",
        labels: ["Not now", "Switch it off"],
        title: "Connote stays out of LinkedIn's pages.",
        then: "Nothing is read on LinkedIn. To check a note, click Connote in the toolbar and paste it.",
    },
];

/// The question, for every surface that asks it: equal buttons.
pub(super) fn question() -> El {
    let facts = [
        "It reads the text of the invitation note while its dialog is open, the characters that LinkedIn counts, and the recipient's name as the dialog shows it.",
        "All of it stays on this device. Nothing is sent, and no note is stored.",
        "LinkedIn's user agreement forbids software that adds elements to its pages. In the page Connote adds a panel to the note's dialog; quietly it adds nothing. The choice is yours.",
    ];
    el("section")
        .class("consent")
        .attr("aria-label", "Your choice")
        .child(heading(2, "May Connote work in LinkedIn's note box?"))
        .child(list("facts").children(facts.into_iter().map(|fact| el("li").text(fact))))
        .child(div("equal").children(ANSWERS.iter().map(|answer| {
            div("answer")
                .child(button(answer.key, answer.labels[0], Msg::Consent(answer.consent)).class("choice"))
                .child(p(answer.then).class("note"))
        })))
}

/// The answer that was given, what follows from it, and the others; none before there is one.
pub(super) fn given(consent: Consent) -> Option<[El; 3]> {
    let answer = ANSWERS.iter().find(|answer| answer.consent == consent)?;
    let buttons = others(consent).map(|other| button(other.key, other.labels[1], Msg::Consent(other.consent)).class("choice"));
    Some([heading(2, answer.title), p(answer.then), div("actions").children(buttons)])
}

fn others(given: Consent) -> impl Iterator<Item = &'static Answer> {
    ANSWERS.iter().filter(move |answer| answer.consent != given)
}

/// The key of the button that the focus goes to when an answer's own goes away.
pub(super) fn other_answer(given: Consent) -> &'static str {
    others(given).next().map_or("", |answer| answer.key)
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
        let out = out.child(match given(self.settings.consent) {
            Some(given) => el("section").class("consent done").attr("aria-label", "Your choice").children(given),
            None => question(),
        });
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
