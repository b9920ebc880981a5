//! The templates in the popup: to insert one, and to save the note as one.

use super::Told;
use crate::memory::template::{self, Template};
use crate::message::Message;
use crate::text::order::sort_by_key;
use crate::ui::effect::Effect;
use crate::ui::el::{El, button, div, el, fill, list, p, say, span};
use crate::ui::memory::MemoryEffect;
use crate::ui::msg::Msg;

/// What can happen to them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShelfMsg {
    /// Opens or closes the list.
    Fold,
    /// Puts one in the place of the note.
    Insert(usize),
    /// Keeps the note as one.
    Save,
}

/// The templates.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    all: Vec<Template>,
    is_open: bool,
    /// What came of saving.
    said: Vec<Message>,
}

impl Shelf {
    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Takes in what is stored now.
    pub(super) fn take_in(&mut self, stored: &[(String, String)]) {
        self.all = stored.iter().filter_map(|(_, text)| template::read(text).into_iter().next()).collect();
        sort_by_key(&mut self.all, |template| template.name.clone());
    }

    pub(super) fn update(&mut self, message: &ShelfMsg, told: &Told) -> Vec<Effect> {
        match *message {
            ShelfMsg::Fold => {
                self.is_open = !self.is_open;
                self.said.clear();
            }
            ShelfMsg::Insert(at) => {
                let Some(template) = self.all.get(at) else { return Vec::new() };
                self.is_open = false;
                let text = template::fill(&template.text, told.recipient.as_deref());
                return vec![Effect::Memory(MemoryEffect::Put(text)), Effect::Focus("templates".to_owned())];
            }
            ShelfMsg::Save => return self.save(told),
        }
        Vec::new()
    }

    /// Keeps the note, and says what its recipients would mind: a template repeats it each time.
    fn save(&mut self, told: &Told) -> Vec<Effect> {
        let new = Template::new(&template::from_note(&told.text, told.recipient.as_deref()));
        if self.all.iter().any(|template| template.text == new.text) {
            self.said = vec![say("template_known")];
            return Vec::new();
        }
        self.said = vec![fill("template_saved", vec![new.name.as_str().into()])];
        if !told.minded.is_empty() {
            self.said.push(fill("template_minds", vec![told.minded.join(", ").as_str().into()]));
        }
        vec![Effect::Memory(MemoryEffect::Add(vec![template::write(&[new])]))]
    }

    /// There was no room for what was to be kept.
    pub(super) fn full(&mut self) {
        self.said = vec![say("template_full")];
    }

    pub(super) fn view(&self, told: &Told) -> El {
        let fold = button("templates", say("templates"), Msg::Shelf(ShelfMsg::Fold)).class("fold").state("aria-expanded", self.is_open);
        let out = div("templates").child(fold);
        if !self.is_open {
            return out;
        }
        let row = |(at, template): (usize, &Template)| {
            let insert = button(format!("insert-{at}"), say("insert"), Msg::Shelf(ShelfMsg::Insert(at)))
                .class("fix")
                .attr("aria-label", fill("insert_of", vec![template.name.as_str().into()]));
            let head = div("head").child(span("title", template.name.clone())).child(insert);
            el("li").class("template").child(head).child(p(template.text.clone()).class("text"))
        };
        let none = self.all.is_empty().then(|| p(say("templates_none")).class("note"));
        let rows = (!self.all.is_empty()).then(|| list("list").children(self.all.iter().enumerate().map(row)));
        let save =
            (!told.text.trim().is_empty()).then(|| button("save-template", say("save_template"), Msg::Shelf(ShelfMsg::Save)).class("fix"));
        let said = div("note").attr("role", "status").children(self.said.iter().cloned().map(p));
        out.maybe(none).maybe(rows).maybe(save).child(said)
    }
}
