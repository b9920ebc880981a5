//! Compiles the phrase files into tables that the crate reads where they lie: see `src/lexicon`.
//!
//! The files are found by name. `src/rules/vague_praise.txt` beside `vague_praise.rs` belongs to the rule `vague-praise`, the
//! same in `src/signals`; other text files there are word lists, which go along with the patterns. In `src/lexicon` a language's
//! file is called after its tag, and `frame.txt` is for all of them. What rewrites say stands in `src/rewrite/wording`, a file a
//! language.

#[expect(dead_code, reason = "only folding is needed here")]
#[path = "src/text/case.rs"]
mod case;
#[path = "src/lexicon/code.rs"]
mod code;
#[path = "src/lexicon/compile.rs"]
mod compile;
#[path = "src/lexicon/encode.rs"]
mod encode;
#[path = "src/text/fold.rs"]
mod fold;
#[path = "src/lexicon/reader.rs"]
mod reader;
#[path = "src/lexicon/sources.rs"]
mod sources;
#[expect(dead_code, reason = "the crate looks words up; here they are only laid out")]
#[path = "src/text/vocabulary.rs"]
mod vocabulary;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo names no OUT_DIR")?);
    for folder in sources::FOLDERS {
        println!("cargo::rerun-if-changed={folder}");
    }
    let (lexicons, errors) = sources::lexicons(Path::new(""))?;
    for (tag, lexicon) in lexicons {
        fs::write(out.join(format!("{}.lexicon", tag.as_deref().unwrap_or("every"))), lexicon)?;
    }
    for error in errors {
        println!("cargo::error={error}");
    }
    small_words(&out)
}

/// The small words that tell languages apart: for each the languages that have it, as bits in the order of the file's lines.
fn small_words(out: &Path) -> Result<(), Box<dyn Error>> {
    let path = "src/text/language.txt";
    println!("cargo::rerun-if-changed={path}");
    let mut words: BTreeMap<Vec<u8>, usize> = BTreeMap::new();
    for (index, line) in fs::read_to_string(path)?.lines().enumerate() {
        for word in line.split_whitespace().skip(1) {
            *words.entry(word.as_bytes().to_vec()).or_default() |= 1 << index;
        }
    }
    fs::write(out.join("language.bin"), encode::vocabulary(words.into_iter().collect()))?;
    Ok(())
}
