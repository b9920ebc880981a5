//! The welcome page: what Connote reads, and the question whether it may.

use super::effect::{Effect, Surface};
use super::el::{El, button, div, el, heading, list, p, say};
use super::msg::Msg;
use crate::settings::{Consent, Settings, Theme};

/// What we are called in every language.
pub(super) const NAME: &str = "Connote";

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
    /// Its button while there is no answer, and once there is another: the texts' keys, as below.
    labels: [&'static str; 2],
    /// That it was given.
    title: &'static str,
    /// What follows from it.
    then: &'static str,
}

const ANSWERS: [Answer; 3] = [
    Answer { consent: Consent::Page, key: "consent-page", labels: ["switch_on", "switch_on"], title: "is_on", then: "then_on" },
    Answer { consent: Consent::Quiet, key: "consent-quiet", labels: ["quietly", "quietly"], title: "is_quiet", then: "then_quiet" },
    Answer { consent: Consent::Off, key: "consent-off", labels: ["not_now", "switch_off"], title: "is_off", then: "then_off" },
];

/// The question, for every surface that asks it: equal buttons.
pub(super) fn question() -> El {
    let facts = ["fact_reads", "fact_stays", "fact_agreement"];
    el("section")
        .class("consent")
        .attr("aria-label", say("choice"))
        .child(heading(2, say("question")))
        .child(list("facts").children(facts.into_iter().map(|fact| el("li").text(say(fact)))))
        .child(div("equal").children(ANSWERS.iter().map(|answer| {
            div("answer")
                .child(button(answer.key, say(answer.labels[0]), Msg::Consent(answer.consent)).class("choice"))
                .child(p(say(answer.then)).class("note"))
        })))
}

/// The answer that was given, what follows from it, and the others; none before there is one.
pub(super) fn given(consent: Consent) -> Option<[El; 3]> {
    let answer = ANSWERS.iter().find(|answer| answer.consent == consent)?;
    let buttons = others(consent).map(|other| button(other.key, say(other.labels[1]), Msg::Consent(other.consent)).class("choice"));
    Some([heading(2, say(answer.title)), p(say(answer.then)), div("actions").children(buttons)])
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
        let top = div("top").child(brand()).child(heading(1, say("welcome")));
        let out = div("page welcome").child(top).child(p(say("lead")).class("lead"));
        let out = out.child(match given(self.settings.consent) {
            Some(given) => el("section").class("consent done").attr("aria-label", say("choice")).children(given),
            None => question(),
        });
        out.child(el("p").class("note").text(say("change_your_mind"))).child(button("options", say("options"), Msg::Options).class("fix"))
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

    fn theme(&self) -> Option<Theme> {
        Some(self.settings.theme)
    }
}
