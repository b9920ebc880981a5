//! Looking for a few letters in a short text: one small loop where the standard library has a searcher made for long ones.

/// Bytes that are looked at together.
const CHUNK: usize = 16;

/// Where `part` first stands in `text` from byte `from` on, in bytes of the text; an empty part stands nowhere.
#[inline(never)]
pub fn find_from(text: &str, part: &str, from: usize) -> Option<usize> {
    let (rest, part) = (text.as_bytes().get(from..)?, part.as_bytes());
    let (first, last) = (*part.first()?, *part.last()?);
    // Where it could start, and where it would end then.
    let (starts, ends) = (rest.get(..(rest.len() + 1).checked_sub(part.len())?)?, rest.get(part.len() - 1..)?);
    let in_one = |starts: &[u8], ends: &[u8], done: usize| {
        let mut ways = starts.iter().zip(ends).zip(done..).filter(|((a, b), _)| **a == first && **b == last);
        ways.find(|(_, at)| rest.get(*at..at + part.len()) == Some(part)).map(|(_, at)| from + at)
    };
    let ((starts, starts_left), (ends, ends_left)) = (starts.as_chunks::<CHUNK>(), ends.as_chunks::<CHUNK>());
    for ((starts, ends), chunk) in starts.iter().zip(ends).zip(0..) {
        // Without a branch for each letter, so that the processor takes many at once.
        let can_be = starts.iter().zip(ends).fold(0, |can_be, (a, b)| can_be | (u8::from(*a == first) & u8::from(*b == last)));
        if can_be > 0
            && let Some(place) = in_one(starts, ends, chunk * CHUNK)
        {
            return Some(place);
        }
    }
    in_one(starts_left, ends_left, starts.len() * CHUNK)
}

/// Where `part` first stands in `text`, in bytes.
pub fn find(text: &str, part: &str) -> Option<usize> {
    find_from(text, part, 0)
}

/// Whether `part` stands in `text`.
pub fn contains(text: &str, part: &str) -> bool {
    find(text, part).is_some()
}

/// What stands before and after the first `part` of `text`.
pub fn split_once<'t>(text: &'t str, part: &str) -> Option<(&'t str, &'t str)> {
    let at = find(text, part)?;
    Some((text.get(..at)?, text.get(at + part.len()..)?))
}

/// What stands between the marks of a text, see [`parts`].
pub struct Parts<'t> {
    rest: Option<&'t str>,
    mark: &'static str,
}

impl<'t> Iterator for Parts<'t> {
    type Item = &'t str;

    #[inline(never)]
    fn next(&mut self) -> Option<&'t str> {
        let rest = self.rest?;
        let (part, after) = split_once(rest, self.mark).map_or((rest, None), |(part, after)| (part, Some(after)));
        self.rest = after;
        Some(part)
    }
}

/// What stands between the marks of a text, the empty parts too.
pub fn parts<'t>(text: &'t str, mark: &'static str) -> Parts<'t> {
    Parts { rest: Some(text), mark }
}

/// What stands before each of the marks of a text, the last of which may be missing.
pub fn terminated<'t>(text: &'t str, mark: &'static str) -> Parts<'t> {
    let rest = Some(text).filter(|text| !text.is_empty());
    Parts { rest: rest.map(|text| text.strip_suffix(mark).unwrap_or(text)), mark }
}

/// The lines of a text, without their ends.
pub fn lines(text: &str) -> Parts<'_> {
    terminated(text, "\n")
}

/// Puts `to` in the place of every `from`.
pub fn replace(text: &mut String, from: &str, to: &str) {
    replace_where(text, from, to, &|_, _| true);
}

/// Puts `to` in the place of every `from` for which `is_meant` holds of what stands before and after it.
#[inline(never)]
pub fn replace_where(text: &mut String, from: &str, to: &str, is_meant: &dyn Fn(&str, &str) -> bool) {
    let mut out = String::new();
    let (mut done, mut at) = (0, 0);
    while let Some(found) = find_from(text, from, at) {
        at = found + from.len();
        if is_meant(text.get(..found).unwrap_or_default(), text.get(at..).unwrap_or_default()) {
            out.push_str(text.get(done..found).unwrap_or_default());
            out.push_str(to);
            done = at;
        }
    }
    if done > 0 {
        out.push_str(text.get(done..).unwrap_or_default());
        *text = out;
    }
}

#[cfg(test)]
mod tests {
    use super::{contains, find, lines, parts, replace, split_once};

    #[test]
    fn as_the_standard_library_finds() {
        for (text, part) in [("", "a"), ("aab", "ab"), ("héhé", "é"), ("abab", "ba"), ("ab", "abc"), ("xyz", "w")] {
            assert_eq!(find(text, part), text.find(part));
            assert_eq!(contains(text, part), text.contains(part));
            assert_eq!(split_once(text, part), text.split_once(part));
        }
    }

    #[test]
    fn parts_and_lines_are_the_standard_librarys() {
        for text in ["", "\n", "a", "a\nb", "a\n\nb\n", "é\nü\n"] {
            assert!(lines(text).eq(text.lines()), "{text:?}");
            assert!(parts(text, "\n").eq(text.split('\n')), "{text:?}");
        }
    }

    #[test]
    fn replaced_once_each() {
        for (text, from, to) in [("a-b--c", "-", "--"), ("aaa", "aa", "b"), ("é é", "é", ""), ("same", "x", "y")] {
            let mut changed = text.to_owned();
            replace(&mut changed, from, to);
            assert_eq!(changed, text.replace(from, to));
        }
    }

    #[test]
    fn an_empty_part_stands_nowhere() {
        let mut same = "text".to_owned();
        replace(&mut same, "", "x");
        assert_eq!((same.as_str(), find("text", ""), contains("", "")), ("text", None, false));
    }
}
