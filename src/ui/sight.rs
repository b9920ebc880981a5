//! What the popup says when the tab shows an invitation without a note to work on: which step or wall it is, what to do, and the
//! text that was kept.

use super::effect::{Sight, Where};
use super::el::{El, button, div, heading, p, section};
use super::msg::Msg;

/// The card, and below it the way to have the box checked that the user was in, where that may help.
pub(super) fn sight(place: &Where) -> El {
    let (title, what, adopts) = words(place.sees);
    let them = place.recipient.as_deref().unwrap_or("them");
    let out = section("sight", "The invitation").child(heading(2, title)).child(p(what.replace("{them}", them)));
    let left = place.left.filter(|_| place.sees == Sight::Question).map(|left| {
        p(if left == 1 {
            "LinkedIn has 1 note left for you this month.".to_owned()
        } else {
            format!("LinkedIn has {left} notes left for you this month.")
        })
        .class("note")
    });
    out.maybe(left)
        .maybe(adopts.map(|label| div("actions").child(button("adopt", label, Msg::Adopt).class("fix"))))
        .maybe(place.draft.as_deref().map(kept))
}

/// For each sight its title, what to do about it, and the label of the button that has the user's box checked.
fn words(sees: Sight) -> (&'static str, &'static str, Option<&'static str>) {
    match sees {
        Sight::Note => {
            ("The note is open", "Click into its box, or have it checked from here if you hid Connote.", Some("Check the box I was in"))
        }
        Sight::Question => (
            "No note yet",
            "Without one an invitation does not say why it comes. Add one, and tell {them} how you know each other or what made you write.",
            None,
        ),
        Sight::NotesUsedUp => (
            "Your notes for this month are used up",
            "LinkedIn has closed the invitation. Close its offer and press Connect again to send it without a note, or keep the note until there are new ones.",
            None,
        ),
        Sight::WeeklyLimit => (
            "No more invitations this week",
            "With or without a note, LinkedIn takes none for now. That usually ends within a week, and no plan lifts it.",
            None,
        ),
        Sight::EmailNeeded => (
            "LinkedIn asks for their address",
            "This invitation needs the e-mail address of {them}. If you have it from them, fill it in; if not, follow them instead.",
            None,
        ),
        Sight::Unknown => (
            "Connote does not know this box",
            "LinkedIn seems to have changed its page. Click into the box and come back here to have it checked, or paste your note below.",
            Some("Check the box I was in"),
        ),
        Sight::Nothing => ("A note was left behind", "Its dialog has gone. It is kept until you leave the page, and nowhere else.", None),
    }
}

/// The text that was kept, with what can be done with it.
fn kept(text: &str) -> El {
    div("draft").child(heading(3, "Your note, kept while the page is open")).child(p(text.to_owned()).class("text").key("kept")).child(
        div("actions")
            .child(button("copy-draft", "Copy", Msg::CopyDraft).class("fix"))
            .child(button("take-draft", "Work on it here", Msg::TakeDraft).class("fix")),
    )
}
