//! Capital and small letters of the Latin, Greek, Cyrillic and Armenian alphabets.
//!
//! The standard library's tables know every alphabet and weigh more in wasm than all the rules of a language. The letters
//! here are those of the languages that people write notes in; a letter that is not here has no other case.

/// How the letters of a range come in pairs.
enum Pairs {
    /// Capitals whose small letters come so much later.
    Apart(u32),
    /// A capital, its small letter, the next capital, and so on.
    InTurn,
}

use Pairs::{Apart, InTurn};

/// The capitals, or the pairs, from the first to the last.
const RANGES: &[(u32, u32, Pairs)] = &[
    ('A' as u32, 'Z' as u32, Apart(32)),
    ('À' as u32, 'Ö' as u32, Apart(32)),
    ('Ø' as u32, 'Þ' as u32, Apart(32)),
    (0x100, 0x12f, InTurn),
    (0x132, 0x137, InTurn),
    (0x139, 0x148, InTurn),
    (0x14a, 0x177, InTurn),
    (0x179, 0x17e, InTurn),
    (0x1cd, 0x1dc, InTurn),
    (0x1de, 0x1ef, InTurn),
    (0x1f8, 0x21f, InTurn),
    (0x222, 0x233, InTurn),
    // Greek, with the letters that have a stress.
    (0x386, 0x386, Apart(38)),
    (0x388, 0x38a, Apart(37)),
    (0x38c, 0x38c, Apart(64)),
    (0x38e, 0x38f, Apart(63)),
    ('Α' as u32, 'Ρ' as u32, Apart(32)),
    ('Σ' as u32, 0x3ab, Apart(32)),
    // Cyrillic.
    (0x400, 0x40f, Apart(80)),
    (0x410, 0x42f, Apart(32)),
    (0x460, 0x481, InTurn),
    (0x48a, 0x4bf, InTurn),
    (0x4c1, 0x4ce, InTurn),
    (0x4d0, 0x52f, InTurn),
    // Armenian.
    (0x531, 0x556, Apart(48)),
    // Latin with marks below and two marks above, Vietnamese among it.
    (0x1e00, 0x1e95, InTurn),
    (0x1ea0, 0x1eff, InTurn),
];

/// The letters whose partner stands alone: capital and small.
const ALONE: &[(char, char)] = &[('Ÿ', 'ÿ'), ('Ӏ', 'ӏ')];

/// The small letter of a capital; anything else stays.
pub fn lower(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    match c {
        'İ' => return 'i',
        'ẞ' => return 'ß',
        _ => {}
    }
    let code = c as u32;
    let range = RANGES.iter().find(|(first, last, _)| (*first..=*last).contains(&code));
    let small = match range {
        Some((_, _, Apart(distance))) => code + distance,
        Some((first, _, InTurn)) => code + u32::from((code - first).is_multiple_of(2)),
        None => return ALONE.iter().find(|pair| pair.0 == c).map_or(c, |pair| pair.1),
    };
    char::from_u32(small).unwrap_or(c)
}

/// The capital of a small letter; anything else stays, `ß` too, for its capital is two letters.
pub fn upper(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_uppercase();
    }
    match c {
        'ı' => return 'I',
        'ς' => return 'Σ',
        _ => {}
    }
    let code = c as u32;
    let capital = RANGES.iter().find_map(|(first, last, pairs)| match pairs {
        Apart(distance) => code.checked_sub(*distance).filter(|code| (first..=last).contains(&code)),
        InTurn => (first..=last).contains(&&code).then(|| code - (code - first) % 2),
    });
    match capital {
        Some(capital) => char::from_u32(capital).unwrap_or(c),
        None => ALONE.iter().find(|pair| pair.1 == c).map_or(c, |pair| pair.0),
    }
}

/// A text in small letters.
pub fn to_lower(text: &str) -> String {
    text.chars().map(lower).collect()
}

/// A text in capitals.
pub fn to_upper(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'ß' => out.push_str("SS"),
            c => out.push(upper(c)),
        }
    }
    out
}

/// A text with a capital first.
pub fn capital(text: &str) -> String {
    changed_first(text, upper)
}

/// A text with a small letter first.
pub fn uncapital(text: &str) -> String {
    changed_first(text, lower)
}

fn changed_first(text: &str, change: fn(char) -> char) -> String {
    let mut chars = text.chars();
    let mut out = String::with_capacity(text.len());
    out.extend(chars.next().map(change));
    out.push_str(chars.as_str());
    out
}

#[cfg(test)]
mod tests {
    use super::{RANGES, capital, lower, to_lower, to_upper, uncapital, upper};

    /// The one character that an iterator gives; none if there are more.
    fn one(mut chars: impl Iterator<Item = char>) -> Option<char> {
        chars.next().filter(|_| chars.next().is_none())
    }

    #[test]
    fn letters_have_the_case_that_unicode_gives_them() {
        let mut capitals = 0;
        for c in (0..=0x10_ffff).filter_map(char::from_u32) {
            let (small, large) = (lower(c), upper(c));
            // Dotted I and the sign for degrees Kelvin are not where their alphabet is.
            assert!(small == c || one(c.to_lowercase()) == Some(small) || c == 'İ', "{c} {small}");
            assert!(large == c || one(c.to_uppercase()) == Some(large), "{c} {large}");
            capitals += usize::from(small != c);
        }
        assert!(capitals > 500, "{capitals}");
    }

    #[test]
    fn no_letter_of_the_alphabets_is_left_out() {
        let blocks = ['A'..='ſ', 'Ǎ'..='ǜ', 'Ǟ'..='ǯ', 'Ά'..='ώ', 'Ѐ'..='ԯ', 'Ա'..='ֆ', 'Ḁ'..='ẕ', 'Ạ'..='ỿ'];
        for c in blocks.into_iter().flatten() {
            assert!(one(c.to_lowercase()).is_none_or(|small| lower(c) == small), "{c}");
            let has_pair = one(c.to_uppercase()).is_some_and(|large| one(large.to_lowercase()) == Some(c));
            assert!(!has_pair || one(c.to_uppercase()) == Some(upper(c)), "{c}");
        }
        assert!(RANGES.is_sorted_by_key(|range| range.0));
    }

    #[test]
    fn texts() {
        assert_eq!(to_lower("ÉCOLE İzmir Łódź ΛΟΓΟΣ Привет"), "école izmir łódź λογοσ привет");
        assert_eq!(to_upper("straße école ÿ привет"), "STRASSE ÉCOLE Ÿ ПРИВЕТ");
        assert_eq!([capital("éva McBride"), capital("")], ["Éva McBride", ""]);
        assert_eq!(uncapital("Éva McBride"), "éva McBride");
    }
}
