//! What the popup says when the tab shows an invitation without a note to work on: which step or wall it is, what to do, and the
//! text that was kept.

use super::effect::{Sight, Where};
use super::el::{El, button, div, fill, heading, p, say, section};
use super::msg::Msg;
use crate::message::{Arg, Text};

/// The card, and below it the way to have the box checked that the user was in, where that may help.
pub(super) fn sight(place: &Where) -> El {
    let (title, what, adopts) = words(place.sees);
    let them = place.recipient.as_deref().map_or_else(|| Text::key("them").into(), Arg::from);
    let out = section("sight", say("invitation")).child(heading(2, say(title))).child(p(fill(what, vec![them])));
    let left = place.left.filter(|_| place.sees == Sight::Question).map(|left| {
        p(match left {
            1 => say("note_left"),
            left => fill("notes_left", vec![left.to_string().as_str().into()]),
        })
        .class("note")
    });
    out.maybe(left)
        .maybe(adopts.map(|label| div("actions").child(button("adopt", say(label), Msg::Adopt).class("fix"))))
        .maybe(place.draft.as_deref().map(kept))
}

/// For each sight the keys of its title, of what to do about it, and of the label of the button that has the user's box checked.
fn words(sees: Sight) -> (&'static str, &'static str, Option<&'static str>) {
    match sees {
        Sight::Note => ("sight_note", "sight_note_what", Some("adopt")),
        Sight::Question => ("sight_question", "sight_question_what", None),
        Sight::NotesUsedUp => ("sight_used_up", "sight_used_up_what", None),
        Sight::WeeklyLimit => ("sight_weekly", "sight_weekly_what", None),
        Sight::EmailNeeded => ("sight_email", "sight_email_what", None),
        Sight::Unknown => ("sight_unknown", "sight_unknown_what", Some("adopt")),
        Sight::Nothing => ("sight_left", "sight_left_what", None),
    }
}

/// The text that was kept, with what can be done with it.
fn kept(text: &str) -> El {
    div("draft").child(heading(3, say("kept"))).child(p(text.to_owned()).class("text").key("kept")).child(
        div("actions")
            .child(button("copy-draft", say("copy"), Msg::CopyDraft).class("fix"))
            .child(button("take-draft", say("take_draft"), Msg::TakeDraft).class("fix")),
    )
}
