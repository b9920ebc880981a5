//! From the phrase files and word lists to the lexicons: what belongs to which language.
//!
//! The build script writes them; the project's tool can read them anew while it runs, so that whoever writes phrases need not
//! build after each.

use super::compile::{Scope, Source, compile};
use super::{encode, encode_weights};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The folders that the lexicons are made of, below the project's root.
pub(crate) const FOLDERS: [&str; 5] = ["src/rules", "src/signals", "src/lexicon", "src/rewrite/wording", "src/evidence"];

/// The small words by which languages are told apart, a line for each language after its tag.
pub(crate) const SMALL_WORDS: &str = "src/text/language.txt";

/// A language's lexicon, by its tag; without one that for every language.
pub(crate) type Lexicon = (Option<String>, Vec<u8>);

/// Owner of the sections in `src/lexicon`.
const SHARED: &str = "shared";

/// A phrase file or word list as it is on the disk.
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

    /// What is neither empty nor a comment.
    fn lines(&self) -> Vec<&str> {
        self.text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
    }
}

/// All lexicons, and what could not be read in the files: path, line and reason.
///
/// # Errors
/// When a file or folder cannot be read.
pub(crate) fn lexicons(root: &Path) -> io::Result<(Vec<Lexicon>, BTreeSet<String>)> {
    let [rules, signals, shared, wording, evidence] = FOLDERS;
    let files = [texts(root, rules)?, texts(root, signals)?].into_iter().flatten();
    let (rules, lists): (Vec<File>, Vec<File>) = files.partition(|file| root.join(&file.path).with_extension("rs").exists());
    let (frame, languages): (Vec<File>, Vec<File>) = texts(root, shared)?.into_iter().partition(|file| file.path.ends_with("/frame.txt"));
    let wordings = texts(root, wording)?;
    let weights = texts(root, evidence)?;
    let frame: Vec<File> = frame.into_iter().map(|file| File { owner: SHARED.into(), scope: Scope::Everywhere, ..file }).collect();

    let mut small_words: BTreeMap<String, usize> = BTreeMap::new();
    for (index, line) in fs::read_to_string(root.join(SMALL_WORDS))?.lines().enumerate() {
        for word in line.split_whitespace().skip(1) {
            *small_words.entry(word.to_owned()).or_default() |= 1 << index;
        }
    }

    let (mut lexicons, mut errors) = (Vec::new(), BTreeSet::new());
    for language in languages.into_iter().map(Some).chain([None]) {
        let tag = language.as_ref().map(|file| file.owner.clone());
        let own = language.map(|file| File { owner: SHARED.into(), scope: Scope::Language, ..file });
        let sources: Vec<Source> = frame.iter().chain(&own).chain(&rules).map(File::source).collect();
        let compiled = compile(tag.as_deref(), &sources);
        let own = weights.iter().find(|file| tag.as_ref() == Some(&file.owner));
        let weights =
            encode_weights::weights(own.map_or("", |file| &file.text)).map_err(|error| format!("the weights of features, {error}"));
        match weights.and_then(|weights| Ok([weights, encode::encode(&compiled)?].concat())) {
            Ok(tables) => lexicons.push((tag.clone(), [lists_of(&lists, &wordings, &small_words, tag.as_deref()), tables].concat())),
            Err(error) => errors.extend([format!("the phrases of `{}`: {error}", tag.as_deref().unwrap_or("every"))]),
        }
        errors.extend(compiled.errors);
    }
    Ok((lexicons, errors))
}

/// The text files of a folder, by name, each with its name in kebab case as owner.
fn texts(root: &Path, folder: &str) -> io::Result<Vec<File>> {
    let mut paths = fs::read_dir(root.join(folder))?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let file = |path: PathBuf| {
        let text = fs::read_to_string(&path)?;
        let owner = path.file_stem().unwrap_or_default().to_string_lossy().replace('_', "-");
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok(File { scope: Scope::File, owner, path: format!("{folder}/{name}"), text })
    };
    paths.into_iter().map(file).collect()
}

/// The word lists of a language, or those for every language.
///
/// Where all lines are `tag word=meaning` each language has its own; a list without tags is for every language. The wordings of
/// rewrites have a file a language: there it is the list `wording`.
fn lists_of(files: &[File], wordings: &[File], small_words: &BTreeMap<String, usize>, tag: Option<&str>) -> Vec<u8> {
    let (mut lists, mut tables) = (Vec::new(), Vec::new());
    let own = wordings.iter().find(|file| tag == Some(file.owner.as_str()));
    lists.extend(own.map(|file| ("wording".to_owned(), file.lines().join("\n"))));
    for file in files {
        let lines = file.lines();
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
    let small_words = if tag.is_none() { small_words.clone() } else { BTreeMap::new() };
    encode::lists(&lists, &tables, &small_words)
}
