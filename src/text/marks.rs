//! Marks at the ends of a text. A set of marks is a string of them, so that all questions share one piece of code.

/// Whether a character is one of these marks.
///
/// Not `marks.contains(c)`: looking for a character that need not be ASCII brings the search for strings along, with all its messages.
pub fn is_one_of(c: char, marks: &str) -> bool {
    marks.chars().any(|mark| mark == c)
}

/// Without such marks at the end.
#[inline(never)]
pub fn trim_end<'t>(text: &'t str, marks: &str) -> &'t str {
    text.trim_end_matches(|c| is_one_of(c, marks))
}

/// Without such marks at the start.
#[inline(never)]
pub fn trim_start<'t>(text: &'t str, marks: &str) -> &'t str {
    text.trim_start_matches(|c| is_one_of(c, marks))
}

/// Whether it ends with one of these marks.
pub fn ends_with(text: &str, marks: &str) -> bool {
    text.chars().next_back().is_some_and(|c| is_one_of(c, marks))
}

/// Whether it starts with one of these marks.
pub fn starts_with(text: &str, marks: &str) -> bool {
    text.chars().next().is_some_and(|c| is_one_of(c, marks))
}

/// Whether one of these marks stands in it.
pub fn has(text: &str, marks: &str) -> bool {
    text.chars().any(|c| is_one_of(c, marks))
}

/// What stands before the first of these marks.
#[inline(never)]
pub fn before<'t>(text: &'t str, marks: &str) -> &'t str {
    text.split(|c| is_one_of(c, marks)).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{before, ends_with, has, starts_with, trim_end, trim_start};

    #[test]
    fn marks_at_both_ends() {
        assert_eq!((trim_end("so – … ", "… "), trim_start("¿¡so?", "¡¿")), ("so –", "so?"));
        assert!(ends_with("so…", ".…") && !ends_with("so", ".…") && !ends_with("", "."));
        assert!(starts_with("¿so", "¡¿") && !starts_with("so", "¡¿") && !starts_with("", "¿"));
        assert!(has("a–b", "–—") && !has("ab", "–—"));
        assert_eq!((before("a.b/c", "/."), before("abc", "/")), ("a", "abc"));
    }
}
