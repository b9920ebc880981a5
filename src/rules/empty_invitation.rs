//! The step before there is a note.
//!
//! No words tell of it: LinkedIn's page shows that it is there (`extension/nudge.js`), and what is said of it stands in
//! `crate::ui`. The other half of it, a note that says nothing particular, is [`super::default_invitation`]'s.

use crate::rule::{Nudge, Severity, page};

/// The nudge.
pub const NUDGE: Nudge = Nudge {
    id: "empty-invitation",
    severity: Severity::Hint,
    doc: page! {
        title: "Invitation without a note",
        summary: "An invitation that is about to go out without a note.",
        why: "Without a note nobody learns why the invitation comes, and a stranger's is easily left lying. A few words of your own say how you know each other or what made you write.",
        source: "Great Resumes Fast, 2009: no blanket request to a stranger; How to Write a LinkedIn Invitation, comment 1: rather no default text at all.",
        misses: "Somebody who expects your invitation needs no note, and Connote cannot know. Where LinkedIn sends at once there is no question at which to say it.",
        bad: &["I'd like to add you to my professional network on LinkedIn."],
        good: &["Hi Noor, your post on driver breaks helped the night shift at our Utrecht depot. Could we connect?"],
    },
};
