//! The options page: the choice, the plan, the memory, the rules with their pages, the colours, privacy.

use super::effect::{Effect, Moment, Surface};
use super::el::{El, On, Words, a, button, div, el, fill, heading, list, option, p, say, say_numbers, span};
use super::everything::Everything;
use super::finding::{severity as kind, weight};
use super::memory::{Memory, MemoryMsg};
use super::msg::Msg;
use super::popup::pause;
use super::templates::Templates;
use super::welcome::{brand, given, other_answer, question};
use crate::message::Message;
use crate::pages::{self, Page, Subject};
use crate::settings::{self, Plan, Settings, Theme};

/// The options page.
#[derive(Debug)]
pub struct Options {
    settings: Settings,
    /// What stands in the box for a limit, right or wrong.
    limit: String,
    /// Whether the sentence on oneself was changed here: then this page knows it best.
    wrote_about: bool,
    page: Option<&'static str>,
    /// When the page was opened.
    moment: Moment,
    /// The browser's shortcuts: the name of each command and its keys.
    shortcuts: Vec<(String, String)>,
    memory: Memory,
    templates: Templates,
    everything: Everything,
}

const PLANS: [(Plan, &str, &str); 4] = [
    (Plan::Unknown, "unknown", "plan_unknown"),
    (Plan::Free, "free", "plan_free"),
    (Plan::Premium, "premium", "plan_premium"),
    (Plan::SalesNavigator, "sales-navigator", "plan_sales_navigator"),
];

/// The manifest's commands, and what each does.
const COMMANDS: [(&str, &str); 3] = [("_execute_action", "key_popup"), ("focus", "key_focus"), ("adopt", "key_adopt")];

const THEMES: [(Theme, &str, &str); 3] =
    [(Theme::Auto, "auto", "theme_auto"), (Theme::Light, "light", "theme_light"), (Theme::Dark, "dark", "theme_dark")];

impl Options {
    /// The page with the settings as they are stored.
    pub fn new(settings: Settings) -> Self {
        let limit = settings.limit.map(|units| units.to_string()).unwrap_or_default();
        Self {
            settings,
            limit,
            wrote_about: false,
            page: None,
            moment: Moment::default(),
            shortcuts: Vec::new(),
            memory: Memory::default(),
            templates: Templates::default(),
            everything: Everything::default(),
        }
    }

    /// What is wrong with the limit in the box.
    fn limit_error(&self) -> Option<Message> {
        let text = self.limit.trim();
        let fine = text.is_empty() || text.parse::<usize>().is_ok_and(|units| settings::LIMITS.contains(&units));
        (!fine).then(|| {
            let (least, most) = (*settings::LIMITS.start(), *settings::LIMITS.end());
            match self.settings.limit {
                Some(kept) => say_numbers("limit_error", &[least, most, kept]),
                None => say_numbers("limit_error_none", &[least, most]),
            }
        })
    }

    fn choice(&self) -> El {
        let out = part("in_the_page");
        match given(self.settings.consent) {
            Some([_, then, ways]) => out.child(then).child(ways),
            None => out.child(question()),
        }
    }

    fn limits(&self) -> El {
        let error = self.limit_error();
        let plans = PLANS.iter().map(|(plan, value, label)| option(value, say(label), *plan == self.settings.plan));
        let input = el("input")
            .key("limit")
            .attr("id", "limit")
            .attr("inputmode", "numeric")
            .state("aria-invalid", error.is_some())
            .attr("aria-describedby", "limit-error")
            .value(self.limit.clone())
            .on(On::Input(Msg::Limit));
        part("how_long")
            .child(p(say("how_long_decides")))
            .child(field("plan", "your_plan", el("select").key("plan").attr("id", "plan").on(On::Input(Msg::Plan)).children(plans)))
            .child(field("limit", "own_limit", input))
            .child(
                el("p")
                    .class("error")
                    .key("limit-error")
                    .attr("id", "limit-error")
                    .attr("aria-live", "polite")
                    .text(error.map_or_else(|| Words::from(""), Words::from)),
            )
    }

    fn about(&self) -> El {
        let input = el("input")
            .key("about")
            .attr("id", "about")
            .attr("maxlength", settings::LONGEST_ABOUT.to_string())
            .attr("autocomplete", "off")
            .attr("aria-describedby", "about-use")
            .value(self.settings.about.clone())
            .on(On::Input(Msg::About));
        part("about_you")
            .child(field("about", "about_you_line", input))
            .child(p(say("about_you_use")).class("note").attr("id", "about-use"))
    }

    /// The keys as the browser has them; only the browser may change them.
    fn keys(&self) -> El {
        let row = |(name, keys): &(String, String)| {
            let what = COMMANDS.iter().find(|(command, _)| command == name);
            let what = what.map_or_else(|| Words::from(name.clone()), |(_, what)| say(what).into());
            let keys = if keys.is_empty() { span("note", say("no_keys")) } else { el("kbd").text(keys.clone()) };
            el("li").class("left-out").child(span("", what)).child(keys)
        };
        let rows = (!self.shortcuts.is_empty()).then(|| list("left-outs").children(self.shortcuts.iter().map(row)));
        part("keys")
            .maybe(rows)
            .child(p(say("keys_in_box")).class("note"))
            .child(button("shortcuts", say("change_keys"), Msg::OpenShortcuts).class("fix"))
            .child(p(say("keys_where")).class("note"))
    }

    /// What the user has left out, each with the way back.
    fn left_out(&self) -> El {
        let pages = pages::all();
        let title = |id: &str| pages.iter().find(|page| page.id == id).map_or(id.to_owned(), |page| page.title.to_owned());
        let row = |what: Words, about: &'static str, back: El| {
            el("li").class("left-out").child(span("", what)).child(span("note", say(about))).child(back.class("quiet"))
        };
        let wordings = self.settings.allowed.iter().enumerate().map(|(at, allowed)| {
            let (rule, words) = allowed.split_once(' ').unwrap_or(("", allowed));
            let label = fill("warn_again_of", vec![words.into()]);
            let words = fill("wording_of", vec![words.into(), title(rule).as_str().into()]).into();
            row(words, "a_wording", button(format!("forbid-{at}"), say("warn_again"), Msg::Forbid(at)).attr("aria-label", label))
        });
        let off = pages.iter().filter(|page| !self.settings.is_on(page.id)).map(|page| {
            let label = fill("switch_on_rule_of", vec![page.title.into()]);
            row(
                page.title.into(),
                "a_rule",
                button(format!("on-{}", page.id), say("switch_on_rule"), Msg::Toggle(page.id)).attr("aria-label", label),
            )
        });
        let rows: Vec<El> = wordings.chain(off).collect();
        let paused = self.settings.paused(self.moment.now).map(pause);
        let nothing = (rows.is_empty() && paused.is_none()).then(|| p(say("left_out_nothing")).class("note"));
        let heading = heading(2, say("left_out")).key("left-out").attr("tabindex", "-1");
        let list = (!rows.is_empty()).then(|| list("left-outs").children(rows));
        el("section").class("part").child(heading).maybe(paused).maybe(nothing).maybe(list)
    }

    fn rules(&self) -> El {
        let pages = pages::all();
        let about = |subject| list("rules").children(pages.iter().filter(move |page| page.subject == subject).map(|page| self.rule(page)));
        part("rules")
            .child(heading(3, say("rules_words")))
            .child(about(Subject::Words))
            .child(heading(3, say("rules_lacks")))
            .child(about(Subject::Lack))
            .child(heading(3, say("rules_before")))
            .child(about(Subject::Step))
    }

    fn rule(&self, page: &Page) -> El {
        let &Page { id, title, severity, .. } = page;
        let is_open = self.page == Some(id);
        let mut input =
            el("input").attr("type", "checkbox").attr("id", format!("rule-{id}")).key(format!("rule-{id}")).on(On::Click(Msg::Toggle(id)));
        if self.settings.is_on(id) {
            input = input.attr("checked", "");
        }
        let more = button(format!("page-{id}"), say("open_page"), Msg::Page(id))
            .class("quiet")
            .state("aria-expanded", is_open)
            .attr("aria-label", fill("more_about", vec![title.into()]));
        el("li")
            .class(format!("rule {}", kind(severity)))
            .key(format!("row-{id}"))
            .child(
                div("head")
                    .child(input)
                    .child(el("label").attr("for", format!("rule-{id}")).text(title))
                    .child(span("kind", weight(severity)))
                    .child(more),
            )
            .child(p(page.summary).class("summary"))
            .maybe(is_open.then(|| rule_page(page)))
    }
}

/// A part of the page with its heading.
fn part(title: &'static str) -> El {
    el("section").class("part").child(heading(2, say(title)))
}

fn field(id: &'static str, label: &'static str, control: El) -> El {
    div("field").child(el("label").attr("for", id).text(say(label))).child(control)
}

/// A rule's page.
fn rule_page(page: &Page) -> El {
    let labelled = |label: &'static str, text: &'static str| el("p").child(span("label", say(label))).child(span("", text));
    div("why")
        .child(p(page.why))
        .child(labelled("rather_not", page.bad))
        .child(labelled("better", page.good))
        .child(labelled("lets_pass", page.misses))
        .child(labelled("source", page.source))
}

impl Surface for Options {
    fn view(&self) -> El {
        let themes = THEMES.iter().map(|(theme, value, label)| option(value, say(label), *theme == self.settings.theme));
        let colours = el("select").key("theme").attr("id", "theme").on(On::Input(Msg::Theme)).children(themes);
        div("page options")
            .child(div("top").child(brand()).child(heading(1, say("options_heading"))))
            .child(self.choice())
            .child(self.limits())
            .child(self.about())
            .child(part("looks").child(field("theme", "colours", colours)))
            .maybe(self.templates.view())
            .maybe(self.memory.view(self.settings.plan, self.moment.today()))
            .child(self.left_out())
            .child(self.keys())
            .child(self.rules())
            .maybe(self.memory.is_known().then(|| self.everything.view()))
            .child(part("privacy").child(p(say("privacy_stays"))).child(p(say("privacy_never"))))
            .child(
                el("p")
                    .class("note")
                    .child(span("", fill("version", vec![env!("CARGO_PKG_VERSION").into()])))
                    .child(a("welcome.html", say("welcome_page"))),
            )
    }

    fn update(&mut self, message: Msg) -> Vec<Effect> {
        match message {
            Msg::Consent(consent) => {
                self.settings.consent = consent;
                return vec![Effect::Store(self.settings.clone()), Effect::Focus(other_answer(consent).to_owned())];
            }
            Msg::Plan(value) => {
                self.settings.plan = Plan::named(&value).unwrap_or_default();
            }
            Msg::Theme(value) => {
                self.settings.theme = Theme::named(&value).unwrap_or_default();
            }
            Msg::Limit(text) => {
                self.limit = text;
                if self.limit_error().is_some() {
                    return Vec::new();
                }
                self.settings.limit = self.limit.trim().parse().ok();
            }
            Msg::About(text) => {
                self.wrote_about = true;
                self.settings.about = text;
            }
            Msg::Toggle(id) => {
                if self.settings.is_on(id) {
                    self.settings.rules_off.push(id.to_owned());
                } else {
                    self.settings.rules_off.retain(|off| off != id);
                }
            }
            Msg::Forbid(at) => {
                if at < self.settings.allowed.len() {
                    self.settings.allowed.remove(at);
                }
                return vec![Effect::Store(self.settings.clone()), Effect::Focus("left-out".to_owned())];
            }
            Msg::Resume => {
                self.settings.paused_until = None;
                return vec![Effect::Store(self.settings.clone()), Effect::Focus("left-out".to_owned())];
            }
            Msg::Time(moment) => {
                self.moment = moment;
                return Vec::new();
            }
            Msg::Shortcuts(shortcuts) => {
                self.shortcuts = shortcuts;
                return Vec::new();
            }
            Msg::Memory(message) => {
                if let MemoryMsg::Stored(stored) = &message {
                    self.templates.take_in(&stored.templates);
                    self.everything.take_in(stored.is_synced);
                }
                return self.memory.update(message);
            }
            Msg::Everything(message) => return self.everything.update(&message),
            Msg::Templates(message) => return self.templates.update(message),
            Msg::OpenShortcuts => return vec![Effect::OpenShortcuts],
            Msg::Page(id) => {
                self.page = (self.page != Some(id)).then_some(id);
                return Vec::new();
            }
            Msg::Settings(settings) => {
                if settings.limit != self.settings.limit {
                    self.limit = settings.limit.map(|units| units.to_string()).unwrap_or_default();
                }
                // The word of what was stored comes back late, and would undo what was typed meanwhile.
                let about = if self.wrote_about { std::mem::take(&mut self.settings.about) } else { settings.about.clone() };
                self.settings = Settings { about, ..settings };
                return Vec::new();
            }
            _ => return Vec::new(),
        }
        vec![Effect::Store(self.settings.clone())]
    }

    fn theme(&self) -> Option<Theme> {
        Some(self.settings.theme)
    }
}
