//! Where something stands in a note, and the one place that turns bytes into UTF-16 units.

use std::ops::Range;

/// A half-open range of bytes in a note's text, on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// First byte after the end.
    pub end: usize,
}

impl Span {
    /// The range `start..end`; an end before the start gives an empty span at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The words it covers; empty if it does not fit `text`.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// Length in UTF-16 units: what `textarea.value.length` gives, a line break counted once.
pub fn utf16_len(text: &str) -> usize {
    // Every character has one byte that is no continuation; those of four bytes have two units.
    text.bytes().map(|byte| usize::from(!(0x80..0xc0).contains(&byte)) + usize::from(byte >= 0xf0)).sum()
}

/// Turns byte positions of one text into UTF-16 positions.
///
/// Positions asked for in rising order cost one walk over the text in all.
#[derive(Debug)]
pub struct Utf16<'t> {
    text: &'t str,
    byte: usize,
    unit: usize,
}

impl<'t> Utf16<'t> {
    /// A converter that stands at the start of `text`.
    pub fn new(text: &'t str) -> Self {
        Self { text, byte: 0, unit: 0 }
    }

    /// The UTF-16 position of a byte position; one inside a character or past the end counts as the nearest before.
    pub fn at(&mut self, byte: usize) -> usize {
        if byte < self.byte {
            (self.byte, self.unit) = (0, 0);
        }
        let byte = self.text.floor_char_boundary(byte);
        self.unit += utf16_len(self.text.get(self.byte..byte).unwrap_or_default());
        self.byte = byte;
        self.unit
    }

    /// Both ends of a span.
    pub fn range(&mut self, span: Span) -> Range<usize> {
        let start = self.at(span.start);
        start..self.at(span.end)
    }
}

/// The byte position of a UTF-16 position; one inside a character counts as its start, one past the end as the end.
pub fn byte_of(text: &str, unit: usize) -> usize {
    let mut seen = 0;
    for (byte, c) in text.char_indices() {
        seen += c.len_utf16();
        if seen > unit {
            return byte;
        }
    }
    text.len()
}

/// The words between two UTF-16 positions.
pub fn utf16_slice(text: &str, start: usize, end: usize) -> &str {
    text.get(byte_of(text, start)..byte_of(text, end)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_what_javascript_counts() {
        assert_eq!(utf16_len("a\né👋🏽"), 1 + 1 + 1 + 4);
    }

    #[test]
    fn slices_by_units_keep_characters_whole() {
        assert_eq!(utf16_slice("é👋x", 1, 3), "👋");
        assert_eq!(utf16_slice("é👋x", 2, usize::MAX), "👋x");
        assert_eq!(utf16_slice("ab", 5, 2), "");
    }

    #[test]
    fn positions_convert_in_any_order() {
        let text = "é👋x";
        let mut utf16 = Utf16::new(text);
        assert_eq!(utf16.at(6), 3);
        assert_eq!(utf16.at(2), 1);
        assert_eq!(utf16.at(4), 1, "inside a character");
        assert_eq!(utf16.at(99), 4);
    }
}
