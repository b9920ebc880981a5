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
#[path = "src/lexicon/encode_weights.rs"]
mod encode_weights;
#[path = "src/text/fold.rs"]
mod fold;
#[path = "src/text/hash.rs"]
mod hash;
#[path = "src/lexicon/reader.rs"]
mod reader;
#[path = "src/lexicon/sources.rs"]
mod sources;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo names no OUT_DIR")?);
    for path in sources::FOLDERS.into_iter().chain([sources::SMALL_WORDS]) {
        println!("cargo::rerun-if-changed={path}");
    }
    let (lexicons, errors) = sources::lexicons(Path::new(""))?;
    for (tag, lexicon) in lexicons {
        fs::write(out.join(format!("{}.lexicon", tag.as_deref().unwrap_or("every"))), lexicon)?;
    }
    for error in errors {
        println!("cargo::error={error}");
    }
    Ok(())
}
