//! A small phrase grammar over words: the text files beside the rules, compiled once for each language.
//!
//! # The files
//!
//! A file has sections: `[en]` holds English patterns in the section `flag`; `[en veto]` those of the section `veto`;
//! `[* flag]` patterns for every language. One pattern a line, `#` starts a comment. Case and accents do not matter.
//! `@name = a | b c | d*` before or between patterns names a set for the rest of that language: in a rule's own file for
//! that file, in `src/lexicon/<language>.txt` for all of them.
//!
//! | in a pattern | matches |
//! |---|---|
//! | `word` | that word |
//! | `recommend*`, `*ing` | a word that starts, ends so |
//! | `(a\|b c\|d*)` | one of them |
//! | `x?`, `(x y)?` | perhaps |
//! | `..`, `...`, `....` | up to 3, 7, 14 words of the same sentence |
//! | `@name` | one of a named set |
//! | `<cap>` `<name>` | a capitalised word; one to four of them |
//! | `<num>` `<link>` `<slot>` `<emoji>` `<any>` | a word of that kind, any word |
//! | `^`, `$`, `$?` | the sentence's start (an emoji may stand before it), its end, its end with a question mark |
//! | `,` `/` | a comma or stronger, a clause break (dash, colon, bracket) or stronger before the next word |
//! | `!x`, `<!x` | the next word (the one before) is not `x`; `!(x\|y z)` excludes sequences too |
//! | `{` … `}` | the part to report; without it the whole match |
//!
//! Words next to each other in a pattern may have a comma between them, not a dash, colon, bracket or sentence end.
//! A clitic is a word of its own: write `i 'd like`, `do n't`, `j' aime`; compounds are split: `e mail`.

mod compile;
mod matcher;

pub use compile::{Grammar, Source};
pub use matcher::Hit;
pub(crate) use matcher::Symbols;

use crate::text::Lang;

/// The section that a header without a name opens.
pub const DEFAULT_SECTION: &str = "flag";

/// Owner of the sections in `src/lexicon/<language>.txt`.
pub const SHARED: &str = "shared";

/// The shared sets and patterns of a language.
fn shared(lang: Lang) -> &'static str {
    match lang {
        Lang::En => include_str!("en.txt"),
        Lang::De => include_str!("de.txt"),
        Lang::Fr => include_str!("fr.txt"),
        Lang::Es => include_str!("es.txt"),
        Lang::Pt => include_str!("pt.txt"),
        Lang::It => include_str!("it.txt"),
        Lang::Nl => include_str!("nl.txt"),
    }
}

/// The compiled grammar of a language, or of none: then only the patterns for every language.
pub fn grammar(lang: Option<Lang>) -> &'static Grammar {
    static GRAMMARS: [std::sync::OnceLock<Grammar>; 8] = [const { std::sync::OnceLock::new() }; 8];
    let slot = lang.map_or(7, |lang| lang as usize);
    let [.., none] = &GRAMMARS;
    GRAMMARS.get(slot).unwrap_or(none).get_or_init(|| {
        let mut sources = vec![Source { owner: SHARED, text: include_str!("frame.txt"), is_shared: true }];
        if let Some(lang) = lang {
            sources.push(Source { owner: SHARED, text: shared(lang), is_shared: true });
        }
        sources.extend(crate::rules::grammars().chain(crate::signals::grammars()).map(|(owner, text)| Source {
            owner,
            text,
            is_shared: false,
        }));
        Grammar::compile(lang, &sources)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_compiles_in_every_language() {
        for lang in Lang::ALL.into_iter().map(Some).chain([None]) {
            assert_eq!(grammar(lang).errors(), &[] as &[String], "{lang:?}");
        }
    }
}
