//! What makes a note this one and no other: its words without greeting, sign-off and names.
//!
//! The panel, which has read the note anyway, tells no more of it than this to whoever remembers.

use crate::note::Note;
use crate::text::WordKind;

/// What stands in the place of every name, so that a form letter stays itself whoever it is sent to.
pub(super) const NAME: &str = "\u{1}";

/// What stands in the place of every number.
pub(super) const NUMBER: &str = "\u{2}";

/// The folded words that count, a space after each.
pub fn essence(note: &Note) -> String {
    let start = note.greeting().map_or(0, |greeting| greeting.words.end);
    let end = note.sign_off().map_or(usize::MAX, |sign_off| sign_off.words.start);
    let (mut out, mut last) = (String::new(), "");
    for at in start..end.min(note.words().len()) {
        let Some(word) = note.words().get(at) else { break };
        let word = match word.kind {
            WordKind::Letters if note.is_name_word(at) => NAME,
            WordKind::Letters => note.folded(word),
            WordKind::Slot => NAME,
            WordKind::Number | WordKind::Link => NUMBER,
            WordKind::Emoji => continue,
        };
        // "Anna Maria Bell" is one name.
        if word == NAME && last == NAME {
            continue;
        }
        out.push_str(word);
        out.push(' ');
        last = word;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn greeting_sign_off_and_names_are_left_out() {
        let note =
            Note::new("Hi Ada, I met Anna Maria Bell in Bristol, 3 of us 👋. See https://a.example. May I add you here? Best, Tom", None);
        assert_eq!(essence(&note), "i met \u{1} in \u{1} \u{2} of us see \u{2} may i add you here ");
        assert_eq!(essence(&Note::new("Hi Ada!", None)), "");
        assert_eq!(essence(&Note::new("", None)), "");
    }
}
