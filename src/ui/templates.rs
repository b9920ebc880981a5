//! The part of the options page about templates: the list, one of them at a time as plain text, and all of them as a file.

use super::effect::Effect;
use super::el::{El, On, button, div, el, fill, heading, list, p, say, span};
use super::memory::MemoryEffect;
use super::msg::Msg;
use crate::memory::template::{self, Template};
use crate::text::order::sort_by_key;

/// What can happen to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TemplatesMsg {
    /// Begins a new one.
    New,
    /// Opens one to be edited.
    Edit(usize),
    /// The box for its text changed.
    Written(String),
    /// Keeps what stands in the box.
    Save,
    /// Leaves everything as it was.
    Cancel,
    /// Removes one.
    Delete(usize),
    /// Brings back the one that was removed last.
    Undo,
    /// Hands all of them out as a file.
    Export,
}

/// A template with the key that it stands under.
#[derive(Debug, Clone)]
struct Kept {
    key: String,
    template: Template,
}

/// What stands in the box, and the key of the template that it is to take the place of.
#[derive(Debug)]
struct Draft {
    key: Option<String>,
    text: String,
}

/// The part of the page.
#[derive(Debug, Default)]
pub(super) struct Templates {
    /// Before the storage has answered there is nothing to show.
    is_known: bool,
    all: Vec<Kept>,
    draft: Option<Draft>,
    deleted: Option<Kept>,
}

impl Templates {
    /// Takes in what is stored now; what cannot be read is left alone.
    pub(super) fn take_in(&mut self, stored: &[(String, String)]) {
        let read = |(key, text): &(String, String)| {
            let template = template::read(text).into_iter().next()?;
            Some(Kept { key: key.clone(), template })
        };
        self.all = stored.iter().filter_map(read).collect();
        sort_by_key(&mut self.all, |kept| (kept.template.name.clone(), kept.key.clone()));
        self.is_known = true;
    }

    /// Takes in what happened; gives what is to be done.
    pub(super) fn update(&mut self, message: TemplatesMsg) -> Vec<Effect> {
        match message {
            TemplatesMsg::New => return self.open(None, String::new()),
            TemplatesMsg::Edit(at) => {
                let Some(kept) = self.all.get(at).cloned() else { return Vec::new() };
                let text = template::write(&[kept.template]).trim_end().to_owned();
                return self.open(Some(kept.key), text);
            }
            TemplatesMsg::Written(text) => {
                if let Some(draft) = &mut self.draft {
                    draft.text = text;
                }
            }
            TemplatesMsg::Save => return self.save(),
            TemplatesMsg::Cancel => {
                self.draft = None;
                return vec![to_heading()];
            }
            TemplatesMsg::Delete(at) => {
                if at >= self.all.len() {
                    return Vec::new();
                }
                let kept = self.all.remove(at);
                let gone = MemoryEffect::Remove(vec![kept.key.clone()]);
                self.deleted = Some(kept);
                return vec![Effect::Memory(gone), Effect::Focus("undelete".to_owned())];
            }
            TemplatesMsg::Undo => {
                let Some(Kept { key, template }) = self.deleted.take() else { return Vec::new() };
                return vec![Effect::Memory(MemoryEffect::Write(vec![(key, template::write(&[template]))])), to_heading()];
            }
            TemplatesMsg::Export => {
                let all: Vec<_> = self.all.iter().map(|kept| kept.template.clone()).collect();
                return vec![Effect::Memory(MemoryEffect::Save("connote-templates.txt", "text/plain", template::write(&all)))];
            }
        }
        Vec::new()
    }

    fn open(&mut self, key: Option<String>, text: String) -> Vec<Effect> {
        self.draft = Some(Draft { key, text });
        self.deleted = None;
        vec![Effect::Focus("template-text".to_owned())]
    }

    /// Keeps every template of the box, the first in the place of the one that was opened; a box without any changes nothing.
    fn save(&mut self) -> Vec<Effect> {
        let Some(Draft { key, text }) = self.draft.take() else { return Vec::new() };
        let mut all = template::read(&text).into_iter().map(|template| template::write(&[template]));
        let first = key.and_then(|key| Some((key, all.next()?)));
        let others: Vec<_> = all.collect();
        let first = first.map(|first| Effect::Memory(MemoryEffect::Write(vec![first])));
        let others = (!others.is_empty()).then_some(Effect::Memory(MemoryEffect::Add(others)));
        first.into_iter().chain(others).chain([to_heading()]).collect()
    }

    /// What it looks like; nothing where there is no storage to keep anything in.
    pub(super) fn view(&self) -> Option<El> {
        if !self.is_known {
            return None;
        }
        let new = button("new-template", say("new_template"), msg(TemplatesMsg::New)).class("fix");
        let export = (!self.all.is_empty()).then(|| button("export-text", say("export_text"), msg(TemplatesMsg::Export)).class("fix"));
        let rows = (!self.all.is_empty()).then(|| list("left-outs").children(self.all.iter().enumerate().map(row)));
        let deleted = self.deleted.as_ref().map(|Kept { template, .. }| {
            let what = p(fill("deleted", vec![template.name.as_str().into()]));
            div("paused").child(what).child(button("undelete", say("undo"), msg(TemplatesMsg::Undo)).class("fix"))
        });
        Some(
            el("section")
                .class("part")
                .child(heading(2, say("templates")).key("templates").attr("tabindex", "-1"))
                .child(p(say("templates_what")))
                .maybe(rows)
                .maybe(deleted)
                .child(match &self.draft {
                    Some(draft) => editor(draft),
                    None => div("actions").child(new).maybe(export),
                }),
        )
    }
}

/// The box with its buttons.
fn editor(draft: &Draft) -> El {
    let input = el("textarea")
        .key("template-text")
        .attr("id", "template-text")
        .attr("rows", "7")
        .value(draft.text.clone())
        .on(On::Input(|text| msg(TemplatesMsg::Written(text))));
    let actions = div("actions")
        .child(button("save", say("save"), msg(TemplatesMsg::Save)).class("main"))
        .child(button("cancel", say("cancel"), msg(TemplatesMsg::Cancel)).class("fix"));
    div("field wide").child(el("label").attr("for", "template-text").text(say("template_form"))).child(input).child(actions)
}

fn row((at, Kept { template, .. }): (usize, &Kept)) -> El {
    let name = || vec![template.name.as_str().into()];
    let edit = button(format!("edit-{at}"), say("edit"), msg(TemplatesMsg::Edit(at))).class("quiet");
    let delete = button(format!("delete-{at}"), say("delete"), msg(TemplatesMsg::Delete(at))).class("quiet");
    el("li")
        .class("left-out template")
        .child(span("title", template.name.clone()))
        .child(edit.attr("aria-label", fill("edit_of", name())))
        .child(delete.attr("aria-label", fill("delete_of", name())))
        .child(p(template.text.clone()).class("text"))
}

fn to_heading() -> Effect {
    Effect::Focus("templates".to_owned())
}

/// The message of an event in this part.
fn msg(message: TemplatesMsg) -> Msg {
    Msg::Templates(message)
}
