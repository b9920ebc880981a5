//! Which language a note is written in, guessed from its own small words.

use super::marks;
use super::order::sort_by_key;
use super::vocabulary::Vocabulary;
use super::words::{WordKind, Words};

/// A language whose words Connote knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// English.
    En,
    /// German.
    De,
    /// French.
    Fr,
    /// Spanish.
    Es,
    /// Portuguese.
    Pt,
    /// Italian.
    It,
    /// Dutch.
    Nl,
}

impl Lang {
    /// Every language, in the order of the lexicons.
    pub const ALL: [Self; 7] = [Self::En, Self::De, Self::Fr, Self::Es, Self::Pt, Self::It, Self::Nl];

    /// The primary BCP 47 subtag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
            Self::Fr => "fr",
            Self::Es => "es",
            Self::Pt => "pt",
            Self::It => "it",
            Self::Nl => "nl",
        }
    }

    /// The language of a BCP 47 tag, if it is one of ours.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = marks::before(tag, "-_");
        Self::ALL.into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(primary))
    }

    fn index(self) -> usize {
        self as usize
    }
}

/// The languages of one note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Languages {
    /// The language of most of it; none if its words are unknown to us.
    pub main: Option<Lang>,
    /// Another one that a good part of it is written in.
    pub other: Option<Lang>,
}

/// Guesses the languages of a text from its words.
///
/// `small_words` are those of `language.txt`, folded: for each the languages that have it as bits, in the order of [`Lang::ALL`].
/// A word that only one language has counts twelve, one that several share is split among them.
pub(crate) fn guess(words: &Words, small_words: &Vocabulary) -> Languages {
    let mut score = [0_u32; 7];
    for word in words.list.iter().filter(|word| word.kind == WordKind::Letters) {
        let Some(bits) = small_words.get(words.folded_of(word).as_bytes()) else {
            continue;
        };
        let share = 12 / bits.count_ones().max(1);
        for (index, total) in score.iter_mut().enumerate() {
            if bits & (1 << index) != 0 {
                *total += share;
            }
        }
    }
    let mut order = Lang::ALL;
    sort_by_key(&mut order, |lang| std::cmp::Reverse(score.get(lang.index()).copied().unwrap_or_default()));
    let [first, second, ..] = order;
    let of = |lang: Lang| score.get(lang.index()).copied().unwrap_or_default();
    Languages { main: (of(first) > 0).then_some(first), other: (of(second) >= 36 && of(second) * 5 >= of(first) * 2).then_some(second) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words::words;

    /// As a note is read.
    fn guess(words: &Words) -> Languages {
        super::guess(words, crate::lexicon::small_words())
    }

    #[track_caller]
    fn main_of(text: &str, expected: Option<Lang>) {
        assert_eq!(guess(&words(text)).main, expected, "{text}");
    }

    #[test]
    fn the_file_has_a_line_for_each_language() {
        let tags: Vec<&str> = include_str!("language.txt").lines().filter_map(|line| line.split_whitespace().next()).collect();
        assert_eq!(tags, Lang::ALL.map(Lang::tag));
    }

    #[test]
    fn about_forty_characters_are_enough() {
        main_of("Hi Anna, I liked your talk on timber joints", Some(Lang::En));
        main_of("Hallo Anna, Ihr Vortrag über Holzbau war toll", Some(Lang::De));
        main_of("Bonjour Anne, votre article sur le bois était", Some(Lang::Fr));
        main_of("Hola Ana, me gustó mucho tu charla sobre madera", Some(Lang::Es));
        main_of("Olá Ana, gostei muito da sua palestra sobre madeira", Some(Lang::Pt));
        main_of("Ciao Anna, il tuo articolo sul legno mi è piaciuto", Some(Lang::It));
        main_of("Hoi Anna, wat een mooi verhaal over houtbouw was dat", Some(Lang::Nl));
    }

    #[test]
    fn unknown_words_give_no_language() {
        main_of("Szia Anna", None);
        main_of("", None);
    }

    #[test]
    fn a_mixed_note_has_two() {
        let both = guess(&words(
            "Hallo Anna, ich habe Ihren Vortrag gehört und fand ihn sehr gut. I would love to connect with you and hear more about it.",
        ));
        assert!(both.main.is_some() && both.other.is_some(), "{both:?}");
    }
}
