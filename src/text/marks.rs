//! Marks at the ends of a text. A set of marks is a string of them, so that all questions share one piece of code.

/// Whether a character is one of these marks.
///
/// Not `marks.contains(c)`: looking for a character that need not be ASCII brings the search for strings along, with all its messages.
pub fn is_one_of(c: char, marks: &str) -> bool {
    marks.chars().any(|mark| mark == c)
}

/// Without such marks at the end.
pub fn trim_end<'t>(text: &'t str, marks: &str) -> &'t str {
    trim_end_where(text, &|c| is_one_of(c, marks))
}

/// Without such characters at the end.
#[inline(never)]
pub fn trim_end_where<'t>(text: &'t str, is: &dyn Fn(char) -> bool) -> &'t str {
    text.trim_end_matches(is)
}

/// How many bytes such characters take at the start.
#[inline(never)]
pub fn run(text: &str, is: &dyn Fn(char) -> bool) -> usize {
    text.char_indices().find(|(_, c)| !is(*c)).map_or(text.len(), |(at, _)| at)
}

/// The runs of such characters, in their order.
#[inline(never)]
pub fn runs<'t>(text: &'t str, is: &dyn Fn(char) -> bool) -> Vec<&'t str> {
    let mut out = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (one, after) = rest.split_at_checked(run(rest, is)).unwrap_or_default();
        if !one.is_empty() {
            out.push(one);
        }
        rest = after.get(run(after, &|c| !is(c))..).unwrap_or_default();
    }
    out
}

/// The words of a text, each with the one character of white space behind it.
#[inline(never)]
pub fn spaced(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let word = run(rest, &|c| !c.is_whitespace());
        let space = rest.get(word..).and_then(|space| space.chars().next()).map_or(0, char::len_utf8);
        let (one, after) = rest.split_at_checked(word + space).unwrap_or_default();
        out.push(one);
        rest = after;
    }
    out
}

/// Whether it starts with such a character.
#[inline(never)]
pub fn first_is(text: &str, is: fn(char) -> bool) -> bool {
    text.chars().next().is_some_and(is)
}

/// How often a mark stands in it.
pub fn count(text: &str, mark: char) -> usize {
    text.chars().filter(|c| *c == mark).count()
}

/// What stands behind the last such character.
pub fn behind<'t>(text: &'t str, is: &dyn Fn(char) -> bool) -> &'t str {
    text.get(trim_end_where(text, &|c| !is(c)).len()..).unwrap_or_default()
}

/// What stands before and behind the last such mark.
pub fn split_last(text: &str, mark: char) -> Option<(&str, &str)> {
    let tail = behind(text, &|c| c == mark);
    text.strip_suffix(tail)?.strip_suffix(mark).map(|head| (head, tail))
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
    use super::{before, behind, ends_with, first_is, has, run, runs, spaced, split_last, starts_with, trim_end, trim_start};

    #[test]
    fn marks_at_both_ends() {
        assert_eq!((trim_end("so – … ", "… "), trim_start("¿¡so?", "¡¿")), ("so –", "so?"));
        assert!(ends_with("so…", ".…") && !ends_with("so", ".…") && !ends_with("", "."));
        assert!(starts_with("¿so", "¡¿") && !starts_with("so", "¡¿") && !starts_with("", "¿"));
        assert!(has("a–b", "–—") && !has("ab", "–—"));
        assert_eq!((before("a.b/c", "/."), before("abc", "/")), ("a", "abc"));
    }

    #[test]
    fn runs_and_what_stands_behind_them() {
        assert_eq!((run("été 5", &char::is_alphabetic), run("", &char::is_alphabetic), run("ab", &char::is_alphabetic)), (5, 0, 2));
        assert_eq!(
            (behind("a b cé", &char::is_whitespace), behind("ab", &char::is_whitespace), behind("a ", &char::is_whitespace)),
            ("cé", "ab", "")
        );
        assert_eq!(runs(" ab, cd", &char::is_alphabetic), ["ab", "cd"]);
        assert!(runs("", &char::is_alphabetic).is_empty() && runs(", ", &char::is_alphabetic).is_empty());
        assert!(first_is("Été", char::is_uppercase) && !first_is("été", char::is_uppercase) && !first_is("", char::is_uppercase));
        for text in ["", "a", " a  b\u{a0}c\n", "\n\n"] {
            assert_eq!(spaced(text), text.split_inclusive(char::is_whitespace).collect::<Vec<_>>());
        }
        for text in ["a.b.c", "abc", ".", "", "é.ü"] {
            assert_eq!(split_last(text, '.'), text.rsplit_once('.'));
        }
    }
}
