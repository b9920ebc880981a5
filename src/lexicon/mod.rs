//! A small phrase grammar over words: the text files beside the rules, compiled for each language when the crate is built.
//!
//! # The files
//!
//! A file has sections: `[en]` holds English patterns in the section `flag`; `[en veto]` those of the section `veto`;
//! `[* flag]` patterns for every language. One pattern a line, `#` starts a comment. Case and accents do not matter.
//! `@name = a | b c | d*` before or between patterns names a set for the rest of that language: in a rule's own file for
//! that file, in `src/lexicon/<language>.txt` for all of them.
//!
//! `build.rs` finds the files: `src/rules/vague_praise.txt` beside `vague_praise.rs` is the phrase file of the rule
//! `vague-praise`, the same in `src/signals`; other text files there are data. What cannot be read fails the build.
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
//! Where two patterns match at the same word, the one that stands first in the file comes first.
//!
//! Words next to each other in a pattern may have a comma between them, not a dash, colon, bracket or sentence end.
//! A clitic is a word of its own: write `i 'd like`, `do n't`, `j' aime`; compounds are split: `e mail`.

mod block;
mod code;
// The build script compiles the files; the crate itself only for its tests and for the project's tool.
#[cfg(any(test, feature = "xtask"))]
mod compile;
#[cfg(any(test, feature = "xtask"))]
#[cfg_attr(not(feature = "xtask"), expect(dead_code, reason = "tests of the patterns need less of it"))]
mod encode;
#[cfg(any(test, feature = "xtask"))]
mod encode_weights;
mod file;
mod grammar;
mod matcher;
#[cfg(any(test, feature = "xtask"))]
mod reader;
mod reading;
#[cfg(feature = "xtask")]
mod sources;
mod sweep;
mod weights;

#[cfg(any(test, feature = "xtask"))]
use crate::text::{fold, hash};

#[cfg(feature = "embedded")]
pub use file::file;
pub(crate) use file::small_words;
pub use file::{file_name, grammar, is_here, list, meaning, take_in, weights};
pub use grammar::Grammar;
pub use reading::Hit;
pub(crate) use reading::Reading;
pub use weights::{Label, Weights};

/// Owner of the sections in `src/lexicon`.
pub const SHARED: &str = "shared";

/// Takes in the lexicons as their files below the project's root are now, in place of those that were built in.
///
/// To be called before any note is read.
///
/// # Errors
/// When a file cannot be read or a phrase not be understood: then what is wrong, with path and line.
#[cfg(feature = "xtask")]
pub fn take_in_from(root: &std::path::Path) -> Result<(), String> {
    let (lexicons, errors) = sources::lexicons(root).map_err(|error| error.to_string())?;
    if !errors.is_empty() {
        return Err(errors.into_iter().collect::<Vec<_>>().join("\n"));
    }
    for (tag, lexicon) in lexicons {
        take_in(tag.as_deref().and_then(crate::text::Lang::from_tag), Some(lexicon));
    }
    Ok(())
}
