//! The options page: the choice, the plan, the rules with their pages, the colours, privacy.

use super::effect::{Effect, Moment, Surface};
use super::el::{El, On, a, button, div, el, heading, list, option, p, span};
use super::finding::{severity as kind, weight};
use super::msg::Msg;
use super::popup::pause;
use super::welcome::{brand, given, other_answer, question};
use crate::pages::{self, Page, Subject};
use crate::settings::{self, Plan, Settings, Theme};

/// The options page.
#[derive(Debug)]
pub struct Options {
    settings: Settings,
    /// What stands in the box for a limit, right or wrong.
    limit: String,
    page: Option<&'static str>,
    /// When the page was opened.
    moment: Moment,
    /// The browser's shortcuts: the name of each command and its keys.
    shortcuts: Vec<(String, String)>,
}

const PLANS: [(Plan, &str, &str); 4] = [
    (Plan::Unknown, "unknown", "I don't know: follow LinkedIn's counter"),
    (Plan::Free, "free", "Free account: 200 characters"),
    (Plan::Premium, "premium", "Premium: 300 characters"),
    (Plan::SalesNavigator, "sales-navigator", "Sales Navigator: 300 characters"),
];

/// The manifest's commands, and what each does.
const COMMANDS: [(&str, &str); 3] =
    [("_execute_action", "Open the popup"), ("focus", "Go to the panel below the note"), ("adopt", "Check the box that I am in")];

const THEMES: [(Theme, &str, &str); 3] =
    [(Theme::Auto, "auto", "As the page or the system"), (Theme::Light, "light", "Light"), (Theme::Dark, "dark", "Dark")];

impl Options {
    /// The page with the settings as they are stored.
    pub fn new(settings: Settings) -> Self {
        let limit = settings.limit.map(|units| units.to_string()).unwrap_or_default();
        Self { settings, limit, page: None, moment: Moment::default(), shortcuts: Vec::new() }
    }

    /// What is wrong with the limit in the box.
    fn limit_error(&self) -> Option<String> {
        let text = self.limit.trim();
        let fine = text.is_empty() || text.parse::<usize>().is_ok_and(|units| settings::LIMITS.contains(&units));
        (!fine).then(|| {
            let kept = self.settings.limit.map_or("no limit of your own".to_owned(), |units| units.to_string());
            format!(
                "A whole number from {} to {}, please. Until then {kept} stays in force.",
                settings::LIMITS.start(),
                settings::LIMITS.end()
            )
        })
    }

    fn choice(&self) -> El {
        let out = part("In LinkedIn's page");
        match given(self.settings.consent) {
            Some([_, then, ways]) => out.child(then).child(ways),
            None => out.child(question()),
        }
    }

    fn limits(&self) -> El {
        let error = self.limit_error();
        let plans = PLANS.iter().map(|(plan, value, label)| option(value, label, *plan == self.settings.plan));
        let input = el("input")
            .key("limit")
            .attr("id", "limit")
            .attr("inputmode", "numeric")
            .state("aria-invalid", error.is_some())
            .attr("aria-describedby", "limit-error")
            .value(self.limit.clone())
            .on(On::Input(Msg::Limit));
        part("How long a note may be")
            .child(p("LinkedIn's own counter always decides. These count where it shows none, and in the popup."))
            .child(field("plan", "Your plan", el("select").key("plan").attr("id", "plan").on(On::Input(Msg::Plan)).children(plans)))
            .child(field("limit", "A limit of your own (empty: as the plan)", input))
            .child(
                el("p")
                    .class("error")
                    .key("limit-error")
                    .attr("id", "limit-error")
                    .attr("aria-live", "polite")
                    .text(error.unwrap_or_default()),
            )
    }

    /// The keys as the browser has them; only the browser may change them.
    fn keys(&self) -> El {
        let row = |(name, keys): &(String, String)| {
            let what = COMMANDS.iter().find(|(command, _)| command == name).map_or(name.clone(), |(_, what)| (*what).to_owned());
            let keys = if keys.is_empty() { span("note", "no keys") } else { el("kbd").text(keys.clone()) };
            el("li").class("left-out").child(span("", what)).child(keys)
        };
        let rows = (!self.shortcuts.is_empty()).then(|| list("left-outs").children(self.shortcuts.iter().map(row)));
        part("Keys")
            .maybe(rows)
            .child(p("In the note's box, Ctrl or ⌘ with a full stop goes to the panel; Escape comes back.").class("note"))
            .child(button("shortcuts", "Change the keys", Msg::OpenShortcuts).class("fix"))
            .child(
                p("This opens the browser's own page for shortcuts. In Firefox they are also below Add-ons, at the cogwheel.")
                    .class("note"),
            )
    }

    /// What the user has left out, each with the way back.
    fn left_out(&self) -> El {
        let pages = pages::all();
        let title = |id: &str| pages.iter().find(|page| page.id == id).map_or(id.to_owned(), |page| page.title.to_owned());
        let row = |what: String, about: &'static str, back: El| {
            el("li").class("left-out").child(span("", what)).child(span("note", about)).child(back.class("quiet"))
        };
        let wordings = self.settings.allowed.iter().enumerate().map(|(at, allowed)| {
            let (rule, words) = allowed.split_once(' ').unwrap_or(("", allowed));
            let label = format!("Warn again of: {words}");
            let words = format!("“{words}”, for “{}”", title(rule));
            row(words, "wording", button(format!("forbid-{at}"), "Warn again", Msg::Forbid(at)).attr("aria-label", label))
        });
        let off = pages.iter().filter(|page| !self.settings.is_on(page.id)).map(|page| {
            let label = format!("Switch on: {}", page.title);
            row(
                format!("“{}”", page.title),
                "rule",
                button(format!("on-{}", page.id), "Switch on", Msg::Toggle(page.id)).attr("aria-label", label),
            )
        });
        let rows: Vec<El> = wordings.chain(off).collect();
        let paused = self.settings.paused(self.moment.now).map(|until| pause(&self.moment.clock(until)));
        let nothing = (rows.is_empty() && paused.is_none()).then(|| {
            p("Nothing. “Ignore” beside a suggestion leaves it out: there, in its wording, as a rule, or all for an hour.").class("note")
        });
        let heading = heading(2, "What you have left out").key("left-out").attr("tabindex", "-1");
        let list = (!rows.is_empty()).then(|| list("left-outs").children(rows));
        el("section").class("part").child(heading).maybe(paused).maybe(nothing).maybe(list)
    }

    fn rules(&self) -> El {
        let pages = pages::all();
        let about = |subject| list("rules").children(pages.iter().filter(move |page| page.subject == subject).map(|page| self.rule(page)));
        part("What Connote looks for")
            .child(heading(3, "In the words"))
            .child(about(Subject::Words))
            .child(heading(3, "What is missing"))
            .child(about(Subject::Lack))
    }

    fn rule(&self, page: &Page) -> El {
        let &Page { id, title, severity, .. } = page;
        let is_open = self.page == Some(id);
        let mut input =
            el("input").attr("type", "checkbox").attr("id", format!("rule-{id}")).key(format!("rule-{id}")).on(On::Click(Msg::Toggle(id)));
        if self.settings.is_on(id) {
            input = input.attr("checked", "");
        }
        let more = button(format!("page-{id}"), "More", Msg::Page(id))
            .class("quiet")
            .state("aria-expanded", is_open)
            .attr("aria-label", format!("More about: {title}"));
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
    el("section").class("part").child(heading(2, title))
}

fn field(id: &'static str, label: &'static str, control: El) -> El {
    div("field").child(el("label").attr("for", id).text(label)).child(control)
}

/// A rule's page.
fn rule_page(page: &Page) -> El {
    let labelled = |label: &'static str, text: &'static str| el("p").child(span("label", label)).child(span("", text));
    div("why")
        .child(p(page.why))
        .child(labelled("Rather not: ", page.bad))
        .child(labelled("Better: ", page.good))
        .child(labelled("Lets pass: ", page.misses))
        .child(labelled("Source: ", page.source))
}

impl Surface for Options {
    fn view(&self) -> El {
        let themes = THEMES.iter().map(|(theme, value, label)| option(value, label, *theme == self.settings.theme));
        let colours = el("select").key("theme").attr("id", "theme").on(On::Input(Msg::Theme)).children(themes);
        div("page options")
            .child(div("top").child(brand()).child(heading(1, "Connote: options")))
            .child(self.choice())
            .child(self.limits())
            .child(part("Looks").child(field("theme", "Colours", colours)))
            .child(self.left_out())
            .child(self.keys())
            .child(self.rules())
            .child(
                part("Privacy")
                    .child(p("Nothing leaves this device. Connote has no server, makes no request, and stores nothing but these settings, in this browser. No note and no name is ever stored, but for a wording that you allow yourself."))
                    .child(p("It never clicks, sends, scrolls or opens anything on LinkedIn, and changes your text only when you press a button that says so.")),
            )
            .child(el("p").class("note").child(span("", format!("Connote {}, ", env!("CARGO_PKG_VERSION")))).child(a("welcome.html", "the welcome page")))
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
            Msg::OpenShortcuts => return vec![Effect::OpenShortcuts],
            Msg::Page(id) => {
                self.page = (self.page != Some(id)).then_some(id);
                return Vec::new();
            }
            Msg::Settings(settings) => {
                if settings.limit != self.settings.limit {
                    self.limit = settings.limit.map(|units| units.to_string()).unwrap_or_default();
                }
                self.settings = settings;
                return Vec::new();
            }
            _ => return Vec::new(),
        }
        vec![Effect::Store(self.settings.clone())]
    }

    fn theme(&self) -> Theme {
        self.settings.theme
    }
}
