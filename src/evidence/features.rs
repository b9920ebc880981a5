//! The features of a note: its words, up to three in a row, and the sections of phrases found in it.

use crate::note::Note;
use crate::text::{Gap, Shape, WordKind};

/// A feature as its parts, which a blank joins, and the sentence it stands in.
pub type Feature<'p> = (&'p [&'p str], usize);

/// One word, or a mark between two.
#[derive(Debug, Clone, Copy)]
struct Token<'n> {
    /// What stands for it next to others: of a name only that it is one.
    text: &'n str,
    /// The word itself, where `text` is not.
    word: Option<&'n str>,
    /// Index of its sentence.
    sentence: usize,
}

/// Calls `found` with every feature, as often as it stands in the note.
///
/// | feature | example |
/// |---|---|
/// | a word, two, three in a row | `our`, `our team`, `our team helps` |
/// | two words around a third | `our _ helps` |
/// | the note's start, a comma, another mark, a sentence's end, a question's | `^`, `,`, `-`, `.`, `?` |
/// | what is no word, and a capitalised word inside a sentence | `<number>`, `<emoji>`, `<link>`, `<slot>`, `<name>` |
/// | a section of phrases that found something, and one that found several things | `sales-pitch/gain`, `sales-pitch/gain twice` |
pub fn features(note: &Note, found: &mut dyn FnMut(Feature)) {
    let tokens = tokens(note);
    for (at, token) in tokens.iter().enumerate() {
        let mut tell = |parts: &[&str]| found((parts, token.sentence));
        tell(&[token.text]);
        if let Some(word) = token.word {
            tell(&[word]);
        }
        let Some(next) = tokens.get(at + 1) else { continue };
        tell(&[token.text, next.text]);
        let Some(third) = tokens.get(at + 2) else { continue };
        tell(&[token.text, next.text, third.text]);
        tell(&[token.text, "_", third.text]);
    }
    for (owner, section, hits) in note.sections() {
        let Some(&first) = hits.first() else { continue };
        let sentence = note.sentence_of(first);
        found((&[owner, "/", section], sentence));
        if hits.len() > 1 {
            found((&[owner, "/", section, "twice"], sentence));
        }
    }
}

fn tokens<'n>(note: &'n Note) -> Vec<Token<'n>> {
    let end = |sentence: usize| Token { text: if note.is_question(sentence) { "?" } else { "." }, word: None, sentence };
    let mut tokens = vec![Token { text: "^", word: None, sentence: 0 }];
    let mut last = None;
    for word in note.words() {
        let sentence = word.sentence as usize;
        let starts = last != Some(sentence);
        match last.filter(|_| starts) {
            Some(before) => tokens.push(end(before)),
            None if word.gap == Gap::Comma && !starts => tokens.push(Token { text: ",", word: None, sentence }),
            None if word.gap == Gap::Clause && !starts => tokens.push(Token { text: "-", word: None, sentence }),
            None => {}
        }
        last = Some(sentence);
        let folded = note.folded(word);
        let is_name = word.kind == WordKind::Letters && word.shape != Shape::Lower && !starts && folded != "i";
        let text = match word.kind {
            WordKind::Letters if is_name => "<name>",
            WordKind::Letters => folded,
            WordKind::Number => "<number>",
            WordKind::Emoji => "<emoji>",
            WordKind::Link => "<link>",
            WordKind::Slot => "<slot>",
        };
        tokens.push(Token { text, word: is_name.then_some(folded), sentence });
    }
    tokens.extend(last.map(end));
    tokens
}

#[cfg(test)]
mod tests {
    use super::features;
    use crate::note::Note;

    /// The features of a note that are words, each after its sentence.
    fn of(text: &str) -> Vec<String> {
        let mut all = Vec::new();
        features(&Note::new(text, None), &mut |(parts, sentence)| {
            if !parts.contains(&"/") {
                all.push(format!("{sentence} {}", parts.join(" ")));
            }
        });
        all
    }

    #[test]
    fn words_and_what_stands_between_them() {
        assert_eq!(
            of("Hi Jo, ok?"),
            [
                "0 ^",
                "0 ^ hi",
                "0 ^ hi <name>",
                "0 ^ _ <name>",
                "0 hi",
                "0 hi <name>",
                "0 hi <name> ,",
                "0 hi _ ,",
                "0 <name>",
                "0 jo",
                "0 <name> ,",
                "0 <name> , ok",
                "0 <name> _ ok",
                "0 ,",
                "0 , ok",
                "0 , ok ?",
                "0 , _ ?",
                "0 ok",
                "0 ok ?",
                "0 ?"
            ]
        );
    }

    #[test]
    fn sentences_numbers_and_slots() {
        let all = of("I sell 12 looms – daily. See [Name] 👋");
        for feature in ["0 i", "0 <number>", "0 looms -", "0 daily . see", "1 <slot>", "1 <slot> <emoji> ."] {
            assert!(all.iter().any(|known| known == feature), "no `{feature}` in {all:?}");
        }
    }

    #[test]
    fn phrases_by_their_sections() {
        let mut all = Vec::new();
        features(&Note::new("Hi Jo. Could you refer me? Could you refer my friend?", None), &mut |(parts, sentence)| {
            if parts.contains(&"/") {
                all.push(format!("{sentence} {}", parts.concat()));
            }
        });
        assert!(all.contains(&"1 asks-for-job/flag".to_owned()), "{all:?}");
    }
}
