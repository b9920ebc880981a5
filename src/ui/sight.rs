//! What is said of an invitation without a note to work on: in the popup which step or wall it is, what to do, and the text that was
//! kept; in the page, at step 1, what a note is worth.

use super::effect::{Sight, Where};
use super::el::{El, button, div, fill, heading, p, say, section};
use super::msg::Msg;
use crate::message::{Arg, Message, Text};
use crate::rules::EMPTY_INVITATION;

/// The card, and below it the way to have the box checked that the user was in, where that may help.
pub(super) fn sight(place: &Where) -> El {
    let (title, what, adopts) = words(place.sees);
    let out = section("sight", say("invitation")).child(heading(2, say(title))).child(p(to_do(what, place)));
    out.maybe(left(place))
        .maybe(adopts.map(|label| div("actions").child(button("adopt", say(label), Msg::Adopt).class("fix"))))
        .maybe(place.draft.as_deref().map(kept))
}

/// The line at step 1 in the page, with the way never to see it again.
pub(super) fn nudge(place: &Where) -> El {
    div("words")
        .child(p(to_do("sight_question_what", place)))
        .maybe(left(place))
        .child(button("never-again", say("never_again"), Msg::Toggle(EMPTY_INVITATION)).class("quiet"))
}

/// What to do, and about whom.
fn to_do(what: &'static str, place: &Where) -> Message {
    fill(what, vec![place.recipient.as_deref().map_or_else(|| Text::key("them").into(), Arg::from)])
}

/// How many notes are left this month, where somebody is about to decide on one.
fn left(place: &Where) -> Option<El> {
    let left = place.left.filter(|_| place.sees == Sight::Question)?;
    let words = if left == 1 { say("note_left") } else { fill("notes_left", vec![left.to_string().as_str().into()]) };
    Some(p(words).class("note"))
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
