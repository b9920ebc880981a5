//! What Connote knows of one language, in one file: its compiled patterns, and the word lists beside the rules.
//!
//! The build writes a file for each language and one for every language. Programs have them inside (feature `embedded`); the
//! wasm takes in those that its notes need, so that nobody loads seven languages to write in one.

use super::Grammar;
use super::weights::Weights;
use crate::text::packed::{Packed, Texts};
use crate::text::vocabulary::Vocabulary;
use crate::text::{Lang, find};
use std::sync::OnceLock;

/// The patterns and the word lists of a language, or those for every language.
#[derive(Debug)]
struct Lexicon {
    grammar: Grammar,
    weights: Weights,
    /// The word lists by their names.
    lists: Vec<(&'static str, &'static str)>,
    /// Those of `word=meaning` lines: the words, each with the place of its meaning, and the meanings.
    tables: Vec<(&'static str, Vocabulary, Texts)>,
    /// The small words by which languages are told apart; of the lexicon for every language only.
    small_words: Vocabulary,
}

impl Lexicon {
    /// Unpacks a file that the build wrote; what is broken gives an empty lexicon.
    fn new(file: &'static [u8]) -> Self {
        let mut file = Packed::new(file);
        let lists = find::lines(file.text()).map(|name| (name, file.text())).collect();
        let names = find::lines(file.text());
        let tables = names.map(|name| (name, file.vocabulary(|place| place), file.texts())).collect();
        let small_words = file.vocabulary(|languages| languages);
        let weights = Weights::new(&mut file);
        Self { grammar: Grammar::new(file), weights, lists, tables, small_words }
    }
}

/// By language, in the order of [`Lang::ALL`]; the last is for every language.
static LEXICONS: [OnceLock<Lexicon>; 8] = [const { OnceLock::new() }; 8];

fn place(lang: Option<Lang>) -> Option<&'static OnceLock<Lexicon>> {
    lang.map_or(LEXICONS.last(), |lang| LEXICONS.get(lang as usize))
}

/// The lexicon of a language; an empty one as long as it is not here.
fn lexicon(lang: Option<Lang>) -> &'static Lexicon {
    static EMPTY: OnceLock<Lexicon> = OnceLock::new();
    #[cfg(feature = "embedded")]
    let known = place(lang).map(|place| place.get_or_init(|| Lexicon::new(file(lang))));
    #[cfg(not(feature = "embedded"))]
    let known = place(lang).and_then(OnceLock::get);
    known.unwrap_or_else(|| EMPTY.get_or_init(|| Lexicon::new(&[])))
}

/// The compiled grammar of a language, or that of the patterns for every language.
pub fn grammar(lang: Option<Lang>) -> &'static Grammar {
    &lexicon(lang).grammar
}

/// What the features of a note in a language speak for; of most languages nothing.
pub fn weights(lang: Option<Lang>) -> &'static Weights {
    &lexicon(lang).weights
}

/// A word list of a language by its file's name, without comments: `poor-writing-words` for `src/rules/poor_writing_words.txt`;
/// `wording` is its file in `src/rewrite/wording`.
pub fn list(lang: Option<Lang>, name: &str) -> &'static str {
    lexicon(lang).lists.iter().find(|list| list.0 == name).map_or("", |list| list.1)
}

/// What a word stands for in a list of `word=meaning` lines.
pub fn meaning(lang: Option<Lang>, name: &str, word: &str) -> Option<&'static str> {
    let (_, words, meanings) = lexicon(lang).tables.iter().find(|table| table.0 == name)?;
    Some(meanings.get(usize::from(words.get(word.as_bytes())?)))
}

/// The small words by which languages are told apart, see [`crate::text::language::guess`].
pub(crate) fn small_words() -> &'static Vocabulary {
    &lexicon(None).small_words
}

/// Whether a lexicon is here.
pub fn is_here(lang: Option<Lang>) -> bool {
    cfg!(feature = "embedded") || place(lang).is_none_or(|place| place.get().is_some())
}

/// Takes in a lexicon's file, for as long as the program runs; one that is here already stays.
///
/// Without its file (`None`) it is empty from then on: nobody waits for it any more.
pub fn take_in(lang: Option<Lang>, file: Option<Vec<u8>>) {
    if let Some(place) = place(lang) {
        place.get_or_init(|| Lexicon::new(file.map_or(&[], |file| file.leak())));
    }
}

/// The name of a lexicon's file: the language's tag, or `every`.
pub fn file_name(lang: Option<Lang>) -> &'static str {
    lang.map_or("every", Lang::tag)
}

/// A lexicon's file as the build wrote it.
#[cfg(feature = "embedded")]
pub fn file(lang: Option<Lang>) -> &'static [u8] {
    macro_rules! file {
        ($name:literal) => {
            include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".lexicon"))
        };
    }
    match lang {
        Some(Lang::En) => file!("en"),
        Some(Lang::De) => file!("de"),
        Some(Lang::Fr) => file!("fr"),
        Some(Lang::Es) => file!("es"),
        Some(Lang::Pt) => file!("pt"),
        Some(Lang::It) => file!("it"),
        Some(Lang::Nl) => file!("nl"),
        None => file!("every"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Lexicon, list, meaning};
    use crate::text::Lang;

    #[test]
    fn lists_are_those_of_the_language_without_comments() {
        assert_eq!(meaning(Some(Lang::De), "poor-writing-words", "addresse"), Some("Adresse"));
        assert_eq!(meaning(Some(Lang::De), "poor-writing-words", "recieve"), None);
        assert_eq!(meaning(Some(Lang::En), "poor-writing-words", "recieve"), Some("receive"));
        let nicknames = list(None, "wrong-name-nicknames");
        assert!(nicknames.lines().any(|line| line.starts_with("abraham ")) && !nicknames.contains('#'));
        assert_eq!((list(None, "no-such-list"), meaning(None, "no-such-list", "a")), ("", None));
    }

    #[test]
    fn a_broken_file_is_an_empty_lexicon() {
        for file in [&[][..], &[0xff; 3], &[0x85, 1, 2]] {
            let lexicon = Lexicon::new(file.to_vec().leak());
            assert_eq!((lexicon.lists.len(), lexicon.grammar.pattern_count()), (0, 0));
        }
    }
}
