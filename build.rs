//! Compiles the phrase files into tables that the crate reads where they lie: see `src/lexicon`.
//!
//! The files are found by name. `src/rules/vague_praise.txt` beside `vague_praise.rs` belongs to the rule `vague-praise`, the
//! same in `src/signals`; other text files there are word lists, which go along with the patterns. In `src/lexicon` a language's
//! file is called after its tag, and `frame.txt` is for all of them.

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
#[expect(dead_code, reason = "the crate looks words up; here they are only laid out")]
#[path = "src/text/vocabulary.rs"]
mod vocabulary;

use compile::{Scope, Source, compile};
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// Owner of the sections in `src/lexicon`.
const SHARED: &str = "shared";

/// A phrase file as it is on the disk.
struct File {
    scope: Scope,
    owner: String,
    path: String,
    text: String,
}

impl File {
    fn source(&self) -> Source<'_> {
        Source { owner: &self.owner, path: &self.path, text: &self.text, scope: self.scope }
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo names no OUT_DIR")?);
    let mut files = Vec::new();
    for folder in ["src/rules", "src/signals"] {
        println!("cargo::rerun-if-changed={folder}");
        files.extend(texts(folder)?);
    }
    let (rules, lists): (Vec<File>, Vec<File>) = files.into_iter().partition(|file| Path::new(&file.path).with_extension("rs").exists());
    println!("cargo::rerun-if-changed=src/lexicon");
    let (frame, languages): (Vec<File>, Vec<File>) = texts("src/lexicon")?.into_iter().partition(|file| file.path.ends_with("/frame.txt"));
    let frame: Vec<File> = frame.into_iter().map(|file| File { owner: SHARED.into(), scope: Scope::Everywhere, ..file }).collect();

    let mut errors = BTreeSet::new();
    for language in languages.into_iter().map(Some).chain([None]) {
        let tag = language.as_ref().map(|file| file.owner.clone());
        let own = language.map(|file| File { owner: SHARED.into(), scope: Scope::Language, ..file });
        let sources: Vec<Source> = frame.iter().chain(&own).chain(&rules).map(File::source).collect();
        let compiled = compile(tag.as_deref(), &sources);
        let name = tag.as_deref().unwrap_or("every");
        match encode::encode(&compiled) {
            Ok(table) => fs::write(out.join(format!("{name}.lexicon")), [lists_of(&lists, tag.as_deref()), table].concat())?,
            Err(error) => errors.extend([format!("the phrases of `{name}`: {error}")]),
        }
        errors.extend(compiled.errors);
    }
    for error in errors {
        println!("cargo::error={error}");
    }
    small_words(&out)
}

/// The text files of a folder, by name, each with its name in kebab case as owner.
fn texts(folder: &str) -> Result<Vec<File>, Box<dyn Error>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let file = |path: PathBuf| {
        let text = fs::read_to_string(&path)?;
        let owner = path.file_stem().unwrap_or_default().to_string_lossy().replace('_', "-");
        Ok(File { scope: Scope::File, owner, path: path.to_string_lossy().replace('\\', "/"), text })
    };
    paths.into_iter().map(file).collect()
}

/// The word lists of a language, or those for every language.
///
/// Where all lines are `tag word=meaning` each language has its own; a list without tags is for every language.
fn lists_of(files: &[File], tag: Option<&str>) -> Vec<u8> {
    let (mut lists, mut tables) = (Vec::new(), Vec::new());
    for file in files {
        let lines: Vec<&str> = file.text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
        let entry = |line: &str| {
            let (tag, pair) = line.split_once(' ')?;
            let (word, meaning) = pair.split_once('=')?;
            Some((tag.to_owned(), (word.trim().to_owned(), meaning.trim().to_owned())))
        };
        match (tag, lines.iter().map(|line| entry(line)).collect::<Option<Vec<_>>>()) {
            (Some(tag), Some(entries)) => {
                let own = entries.into_iter().filter(|(of, _)| of == tag).map(|(_, entry)| entry);
                tables.push((file.owner.clone(), own.collect::<BTreeMap<_, _>>()));
            }
            (None, None) => lists.push((file.owner.clone(), lines.join("\n"))),
            _ => {}
        }
    }
    encode::lists(&lists, &tables)
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
