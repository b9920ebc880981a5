//! The counter: how many characters are left, in words and in colour.

use super::el::{El, div, say, say_numbers, span};
use crate::count::{Count, LimitFrom, Room};
use crate::message::Message;

/// The counter of a note. The number comes first, so that it is read first.
pub(super) fn counter(count: Count) -> El {
    let remaining = count.remaining();
    let (class, words) = match count.room() {
        Room::Over => ("over", "too_many"),
        Room::Near if remaining > 0 => ("near", "only_left"),
        Room::Near => ("near", "left"),
        Room::Plenty => ("plenty", "left"),
    };
    let of = if count.limit.from == LimitFrom::Assumed { "of_assumed" } else { "of" };
    div(format!("counter {class}"))
        .child(meter(count))
        .child(span("number", say_numbers(words, &[remaining.unsigned_abs()])).key("counter"))
        .child(span("of", say_numbers(of, &[count.limit.units])).attr("title", say(source(count.limit.from))))
}

/// How full the note is, in twenty steps: widths stand in the stylesheet, since the pages allow no inline styles.
fn meter(count: Count) -> El {
    let filled = (count.length * 20).checked_div(count.limit.units).unwrap_or(20).min(20);
    div("meter").attr("aria-hidden", "true").child(div(format!("fill fill-{filled}")))
}

/// Where the limit comes from, for whoever asks.
fn source(from: LimitFrom) -> &'static str {
    match from {
        LimitFrom::Counter => "from_counter",
        LimitFrom::Maxlength => "from_box",
        LimitFrom::SalesNavigator => "from_sales_navigator",
        LimitFrom::Plan => "from_options",
        LimitFrom::Assumed => "from_nowhere",
    }
}

/// What a screen reader hears about the count: only when it is nearly used up.
pub(super) fn announcement(count: Count) -> Option<Message> {
    let key = match count.room() {
        Room::Plenty => return None,
        Room::Near => "hear_left",
        Room::Over => "hear_too_many",
    };
    Some(say_numbers(key, &[count.remaining().unsigned_abs()]))
}
