//! The counter: how many characters are left, in words and in colour.

use super::el::{El, div, span};
use crate::count::{Count, LimitFrom, Room};

/// The counter of a note. The number comes first, so that it is read first.
pub(super) fn counter(count: Count) -> El {
    let remaining = count.remaining();
    let (class, words) = match count.room() {
        Room::Over => ("over", format!("{} too many", remaining.unsigned_abs())),
        Room::Near if remaining > 0 => ("near", format!("only {remaining} left")),
        Room::Near => ("near", "0 left".to_owned()),
        Room::Plenty => ("plenty", format!("{remaining} left")),
    };
    let note = match count.limit.from {
        LimitFrom::Assumed => format!("of {}, assumed", count.limit.units),
        _ => format!("of {}", count.limit.units),
    };
    div(format!("counter {class}"))
        .child(meter(count))
        .child(span("number", words).key("counter"))
        .child(span("of", note).attr("title", source(count.limit.from)))
}

/// How full the note is, in twenty steps: widths stand in the stylesheet, since the pages allow no inline styles.
fn meter(count: Count) -> El {
    let filled = (count.length * 20).checked_div(count.limit.units).unwrap_or(20).min(20);
    div("meter").attr("aria-hidden", "true").child(div(format!("fill fill-{filled}")))
}

/// Where the limit comes from, for whoever asks.
fn source(from: LimitFrom) -> &'static str {
    match from {
        LimitFrom::Counter => "As LinkedIn's own counter has it",
        LimitFrom::Maxlength => "As the box has it",
        LimitFrom::SalesNavigator => "As Sales Navigator has it",
        LimitFrom::Plan => "As your options have it",
        LimitFrom::Assumed => "LinkedIn shows no counter here; a free account has 200",
    }
}

/// What a screen reader hears about the count: only when it is nearly used up.
pub(super) fn announcement(count: Count) -> String {
    match count.room() {
        Room::Plenty => String::new(),
        Room::Near => format!("{} characters left. ", count.remaining()),
        Room::Over => format!("{} characters too many. ", count.remaining().unsigned_abs()),
    }
}
