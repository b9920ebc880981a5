//! The remaining-character counter.

use serde::Serialize;

/// Characters (UTF-16 units) that a note may have on a free account when nothing else is known.
pub const ASSUMED_LIMIT: usize = 200;

/// Where a limit comes from, most trusted first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LimitFrom {
    /// The page's own "N/M" counter.
    Counter,
    /// The box's `maxlength`.
    Maxlength,
    /// Sales Navigator's dialog: 300.
    SalesNavigator,
    /// The user's plan in the options.
    Plan,
    /// Nothing is known: 200.
    Assumed,
}

/// How many UTF-16 units a note may have, and who says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Limit {
    /// UTF-16 units.
    pub units: usize,
    /// Who says so.
    pub from: LimitFrom,
}

impl Default for Limit {
    fn default() -> Self {
        Self { units: ASSUMED_LIMIT, from: LimitFrom::Assumed }
    }
}

/// The count of one note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// UTF-16 units as the page counts them: ours plus its offset.
    pub length: usize,
    /// The limit.
    pub limit: Limit,
}

/// How close a note is to its limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// More than a tenth of the limit is left.
    Plenty,
    /// At most a tenth is left.
    Near,
    /// Nothing is left, or less than nothing.
    Over,
}

impl Count {
    /// Counts `units` UTF-16 units; `page` is the page's own count of the same text, which is right when it differs.
    pub fn new(units: usize, page: Option<usize>, limit: Limit) -> Self {
        Self { length: page.unwrap_or(units), limit }
    }

    /// Units left; negative when there are too many.
    pub fn remaining(self) -> isize {
        self.limit.units.cast_signed().saturating_sub(self.length.cast_signed())
    }

    /// How close it is.
    pub fn room(self) -> Room {
        match self.remaining() {
            left if left < 0 => Room::Over,
            left if left * 10 <= self.limit.units.cast_signed() => Room::Near,
            _ => Room::Plenty,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_right_when_it_counts_otherwise() {
        let count = Count::new(198, Some(201), Limit::default());
        assert_eq!((count.remaining(), count.room()), (-1, Room::Over));
        assert_eq!(Count::new(181, None, Limit::default()).room(), Room::Near);
        assert_eq!(Count::new(179, None, Limit::default()).room(), Room::Plenty);
    }
}
