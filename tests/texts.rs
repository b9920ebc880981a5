//! What people read on our surfaces: said in every language, complete, and short enough for its place.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may panic, and so may what only tests call")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The languages of the surfaces, by the names of their folders in `extension/_locales`.
const LOCALES: [&str; 12] = ["ar", "de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt_BR", "tr", "zh_CN"];

/// The languages that are written from right to left.
const RIGHT_TO_LEFT: [&str; 1] = ["ar"];

/// English texts of so many letters are buttons, titles and labels, which have one line at most.
const LINE: usize = 24;

/// Keys that are put together in the code, by their start.
const MADE: [&str; 1] = ["title_"];

/// Our name, which is the same in every language.
const NAME: &str = "Connote";

type Messages = BTreeMap<String, String>;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn messages(locale: &str) -> Messages {
    let path = format!("extension/_locales/{locale}/messages.json");
    let file: BTreeMap<String, BTreeMap<String, String>> =
        serde_json::from_str(&read(&path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    file.into_iter().map(|(key, entry)| (key, entry.get("message").cloned().unwrap_or_default())).collect()
}

/// The Rust files below a folder without their tests and comments, by their path.
fn code(folder: &str) -> Vec<(String, String)> {
    let mut open = vec![PathBuf::from(folder)];
    let mut files = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(root().join(&folder)).unwrap().map(Result::unwrap) {
            let path = folder.join(entry.file_name());
            if entry.file_type().unwrap().is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let path = path.to_str().unwrap().replace('\\', "/");
                let code = read(&path);
                let code = code.split_once("#[cfg(test)]\nmod tests").map_or(code.as_str(), |(code, _)| code);
                let lines = code.lines().filter(|line| !line.trim_start().starts_with("//") && !line.contains("reason = \""));
                files.push((path.clone(), lines.collect::<Vec<_>>().join("\n")));
            }
        }
    }
    files
}

/// The strings in code; its texts have no quotation marks inside.
fn strings(code: &str) -> impl Iterator<Item = &str> {
    code.split('"').skip(1).step_by(2)
}

/// `$1` and its like in a text, sorted.
fn blanks(text: &str) -> Vec<&str> {
    let mut blanks: Vec<&str> = text.match_indices('$').filter_map(|(at, _)| text.get(at..at + 2)).collect();
    blanks.sort_unstable();
    blanks
}

/// Whether a text leaves white space to what follows it; a wide mark has it inside.
fn is_apart(text: &str) -> bool {
    text.ends_with([' ', '：', '，', '、'])
}

/// Fails once with everything that is wrong, so that it can be put right in one go.
#[track_caller]
fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn every_language_says_everything() {
    let english = messages("en");
    let mut wrong = Vec::new();
    for locale in LOCALES {
        let own = messages(locale);
        wrong.extend(english.keys().filter(|key| !own.contains_key(*key)).map(|key| format!("{locale}: missing: {key}")));
        for (key, text) in &own {
            let Some(original) = english.get(key) else {
                wrong.push(format!("{locale}: there is no English for {key}"));
                continue;
            };
            if blanks(text) != blanks(original) {
                wrong.push(format!("{locale}: {key}: other blanks than in English: {text}"));
            }
            if text.trim().is_empty() || text.starts_with(' ') || text.contains("  ") || is_apart(text) != is_apart(original) {
                wrong.push(format!("{locale}: {key}: other white space than in English: {text:?}"));
            }
        }
    }
    none(&wrong);
}

#[test]
fn what_has_one_line_fits_it() {
    let english = messages("en");
    let mut wrong = Vec::new();
    for locale in LOCALES {
        for (key, text) in messages(locale) {
            let letters = |text: &str| text.chars().count();
            let original = english.get(&key).map_or(0, |text| letters(text));
            // Short words grow most; a sentence may wrap.
            let most = if original <= LINE { original * 2 + 6 } else { original * 3 / 2 + 10 };
            if letters(&text) > most {
                wrong.push(format!("{locale}: {key}: {} letters where {most} fit: {text}", letters(&text)));
            }
        }
    }
    none(&wrong);
}

#[test]
fn every_language_names_itself_and_its_direction() {
    for locale in LOCALES {
        let own = messages(locale);
        assert_eq!(own.get("lang"), Some(&locale.replace('_', "-")));
        let direction = if RIGHT_TO_LEFT.contains(&locale) { "rtl" } else { "ltr" };
        assert_eq!(own.get("dir").map(String::as_str), Some(direction), "{locale}");
    }
}

#[test]
fn the_languages_are_those_of_the_package_and_of_the_playground() {
    let mut folders: Vec<String> =
        fs::read_dir(root().join("extension/_locales")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    folders.sort();
    assert_eq!(folders, LOCALES);
    let list = LOCALES.map(|locale| format!("'{locale}'")).join(", ");
    assert!(read("www/shim.js").contains(&format!("const LOCALES = [{list}];")), "www/shim.js has other languages");
}

#[test]
fn every_key_that_is_asked_for_is_there_and_no_other() {
    let english = messages("en");
    let mut files: Vec<(String, String)> = code("src/ui").into_iter().chain(code("src/web")).collect();
    let mut wrong = Vec::new();
    for (path, code) in &files {
        for call in ["say(\"", "say_numbers(\"", "fill(\"", "locale::text(\""] {
            let asked = code.split(call).skip(1).filter_map(|rest| rest.split('"').next());
            // The builder of the package adds the one that names the language of the rules' pages.
            let missing = asked.filter(|key| !english.contains_key(*key) && *key != "pages");
            wrong.extend(missing.map(|key| format!("{path}: there is no message {key}")));
        }
    }
    for path in ["extension/manifest.json", "extension/boot.js"] {
        files.push((path.to_owned(), read(path).replace("__MSG_", "\"").replace("__", "\"").replace('\'', "\"")));
    }
    let unused = english.keys().filter(|key| {
        let is_made = MADE.iter().any(|start| key.starts_with(start));
        !is_made && !files.iter().any(|(_, code)| code.contains(&format!("\"{key}\"")))
    });
    wrong.extend(unused.map(|key| format!("nobody says {key}")));
    none(&wrong);
}

#[test]
fn no_surface_speaks_english_of_itself() {
    let mut wrong = Vec::new();
    for (path, code) in code("src/ui") {
        for text in strings(&code) {
            let words = text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count();
            let is_form = text == NAME || text.contains("={") || text.chars().all(|c| c.is_ascii_uppercase() || c == '_');
            // Classes of elements are words too, but small ones and never many.
            let is_sentence = words >= 3 || words >= 1 && text.contains([',', '.', '?', ':', '’']) && text.contains(' ');
            if !is_form && (is_sentence || text.starts_with(|c: char| c.is_ascii_uppercase())) {
                wrong.push(format!("{path}: {text:?} belongs into extension/_locales"));
            }
        }
    }
    none(&wrong);
}
