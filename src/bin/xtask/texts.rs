//! What rules say, and how it is said in other languages.
//!
//! A rule's English stands in its own file: in `page!`, `text!` and `say!`. Its translations stand in `src/rules/texts`, a file a
//! language in the form that translators' programs read: each text with the rule that says it. `cargo xtask bless` adds what is
//! new, marked `fuzzy` until somebody has translated it, and takes out what is gone. Where a translation is missing English shows.

use crate::Outcome;
use crate::files::{self, Files, read_text};
use crate::package::has_end;
use crate::run::root;
use connote::missing::checklist;
use connote::pages;
use connote::rule::Doc;
use connote::rules::{NUDGES, RULES};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

/// Where the translations are.
const FOLDER: &str = "src/rules/texts";

/// The language in which rules are written.
const ENGLISH: &str = "en";

/// The message that names the language of the rules' pages.
const PAGES: &str = "pages";

/// One text of a rule.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Said {
    /// The rule or the file that says it first.
    by: String,
    /// Its English.
    english: String,
    /// Whether it is a part of a page, which is no message of the browser's.
    is_page: bool,
}

/// A language's translations by their English; empty where one is missing.
type Translations = BTreeMap<String, String>;

/// Puts what rules say into the package: as messages of the browser's beside those of the surfaces, and as files of pages.
///
/// # Errors
/// When a file cannot be read, or two texts have the same name.
pub(crate) fn pack(files: &mut Files) -> Outcome {
    let said = said(&root())?;
    let languages = languages(&root())?;
    for (path, content) in files.iter_mut().filter(|(path, _)| path.starts_with("_locales/")) {
        let locale = path.split('/').nth(1).unwrap_or_default();
        let language = locale.split('_').next().unwrap_or_default();
        let mut messages: Map<String, Value> = serde_json::from_slice(content).map_err(|error| format!("extension/{path}: {error}"))?;
        let mut add = |name: &str, message: &str| match messages.insert(name.to_owned(), json!({ "message": message })) {
            None => Ok(()),
            Some(other) => Err(format!("extension/{path}: two messages are called `{name}`: {message:?} and {other}")),
        };
        let translations = languages.get(language);
        if locale == ENGLISH || translations.is_some() {
            add(PAGES, language)?;
        }
        for Said { english, .. } in said.iter().filter(|said| !said.is_page) {
            let message = if locale == ENGLISH { Some(english) } else { translations.and_then(|all| all.get(english)) };
            if let Some(message) = message.filter(|message| !message.is_empty()) {
                add(str::from_utf8(&connote::message::name(english))?, message)?;
            }
        }
        *content = serde_json::to_vec(&messages)?;
    }
    files.insert(format!("lexicon/pages.{ENGLISH}.txt"), pages::file(&str::to_owned).into_bytes());
    for (language, translations) in &languages {
        let waiting = said.iter().filter(|said| translations.get(&said.english).is_none_or(String::is_empty)).count();
        if waiting > 0 {
            println!("{waiting} texts wait for their translation in {FOLDER}/{language}.po and show in English.");
        }
        let translate =
            |english: &str| translations.get(english).filter(|said| !said.is_empty()).map_or(english, String::as_str).to_owned();
        files.insert(format!("lexicon/pages.{language}.txt"), pages::file(&translate).into_bytes());
    }
    Ok(())
}

/// Writes the files of translations anew: every text of every rule in its order, what was translated with its translation.
///
/// # Errors
/// When a file cannot be read or written.
pub(crate) fn update() -> Outcome {
    let said = said(&root())?;
    for (language, translations) in languages(&root())? {
        files::write(&path(&root(), &language), print(&language, &said, &translations).as_bytes())?;
    }
    Ok(())
}

/// Every text of every rule once, in the order of the rules; what several say belongs to the first.
fn said(root: &Path) -> Outcome<Vec<Said>> {
    let mut all = Vec::new();
    let code = |path: &str| read_text(&root.join(path));
    for rule in RULES {
        let own = literals(&code(&format!("src/rules/{}.rs", rule.id.replace('-', "_")))?);
        all.extend(of_rule(rule.id, &rule.doc, own));
    }
    for signal in checklist() {
        let own = literals(&code(&format!("src/signals/{}.rs", signal.id.replace('-', "_")))?);
        all.extend(of_rule(signal.lack.id, &signal.doc, own));
    }
    for nudge in NUDGES {
        all.extend(of_rule(nudge.id, &nudge.doc, Vec::new()));
    }
    for (path, code) in files::below(&root.join("src"), |path| has_end(path, &["rs"]) && !path.starts_with("bin/"))? {
        let by = path.trim_end_matches(".rs").to_owned();
        let others = literals(&String::from_utf8_lossy(&code)).into_iter();
        all.extend(others.map(|english| Said { by: by.clone(), english, is_page: false }));
    }
    let mut seen = BTreeSet::new();
    all.retain(|said| seen.insert(said.english.clone()));
    Ok(all)
}

fn of_rule(id: &str, doc: &Doc, own: Vec<String>) -> Vec<Said> {
    let say = |is_page| move |english: String| Said { by: id.to_owned(), english, is_page };
    let page = [doc.summary, doc.why, doc.source, doc.misses].map(str::to_owned);
    let messages = [doc.title.english().to_owned()].into_iter().chain(own).map(say(false));
    messages.chain(page.into_iter().map(say(true))).collect()
}

/// What stands in `say!("…")` and `text!("…")` in code, its tests and comments left out.
fn literals(code: &str) -> Vec<String> {
    let code = code.split_once("#[cfg(test)]\nmod tests").map_or(code, |(code, _)| code);
    let code: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let code = code.join("\n");
    let mut found = Vec::new();
    for (at, _) in code.match_indices("say!(").chain(code.match_indices("text!(")) {
        let after = code.get(at..).and_then(|rest| rest.split_once('(')).map_or("", |(_, after)| after.trim_start());
        found.extend(after.strip_prefix('"').and_then(unescape).map(|text| (at, text)));
    }
    found.sort();
    found.into_iter().map(|(_, text)| text).collect()
}

/// A literal's text up to its closing quotation mark; none when there is no such mark.
fn unescape(literal: &str) -> Option<String> {
    let mut text = String::new();
    let mut chars = literal.chars();
    loop {
        match chars.next()? {
            '"' => return Some(text),
            '\\' => text.push(match chars.next()? {
                'n' => '\n',
                other => other,
            }),
            c => text.push(c),
        }
    }
}

fn path(root: &Path, language: &str) -> std::path::PathBuf {
    root.join(FOLDER).join(format!("{language}.po"))
}

/// Every language that has a file, with its translations.
fn languages(root: &Path) -> Outcome<BTreeMap<String, Translations>> {
    let all = files::below(&root.join(FOLDER), |path| has_end(path, &["po"]))?;
    let read = |(path, content): (String, Vec<u8>)| {
        let text = String::from_utf8(content)?;
        Ok((path.trim_end_matches(".po").to_owned(), parse(&text).map_err(|line| format!("{FOLDER}/{path}:{line}: cannot be read"))?))
    };
    all.into_iter().map(read).collect()
}

/// Reads a file of translations: of gettext's form the part that [`print`] writes. The error is the number of the line that is none.
fn parse(file: &str) -> Result<Translations, usize> {
    let mut translations = Translations::new();
    let mut english = None;
    for (number, line) in file.lines().enumerate() {
        let text = |rest: &str| rest.strip_prefix('"').and_then(unescape).ok_or(number + 1);
        if let Some(rest) = line.strip_prefix("msgid ") {
            english = Some(text(rest)?);
        } else if let Some(rest) = line.strip_prefix("msgstr ") {
            translations.insert(english.take().ok_or(number + 1)?, text(rest)?);
        } else if !line.is_empty() && !line.starts_with('#') {
            return Err(number + 1);
        }
    }
    // The file's own head.
    translations.remove("");
    Ok(translations)
}

/// A file of translations.
fn print(language: &str, said: &[Said], translations: &Translations) -> String {
    let mut out = format!("msgid \"\"\nmsgstr \"Language: {language}\\nMIME-Version: 1.0\\nContent-Type: text/plain; charset=UTF-8\\n\"\n");
    let quoted = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"));
    for Said { by, english, .. } in said {
        let translation = translations.get(english).map_or("", String::as_str);
        let mark = if translation.is_empty() { "#, fuzzy\n" } else { "" };
        let _ = write!(out, "\n#. {by}\n{mark}msgid {}\nmsgstr {}\n", quoted(english), quoted(translation));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The languages in which notes are read, but English: rules speak them too.
    const LANGUAGES: [&str; 6] = ["de", "es", "fr", "it", "nl", "pt"];

    /// `$1` and its like in a text, sorted.
    fn blanks(text: &str) -> Vec<&str> {
        let mut blanks: Vec<&str> = text.match_indices('$').filter_map(|(at, _)| text.get(at..at + 2)).collect();
        blanks.sort_unstable();
        blanks
    }

    #[test]
    fn every_text_stands_in_every_language() {
        let said = said(&root()).unwrap();
        let languages = languages(&root()).unwrap();
        assert_eq!(languages.keys().collect::<Vec<_>>(), LANGUAGES);
        let mut wrong = Vec::new();
        for (language, translations) in &languages {
            for Said { by, english, .. } in &said {
                match translations.get(english).map(String::as_str) {
                    None => wrong.push(format!("{language}: {by}: missing: {english:?}")),
                    Some("") => eprintln!("{language}: {by}: not translated yet: {english:?}"),
                    Some(text) => {
                        if blanks(text) != blanks(english) {
                            wrong.push(format!("{language}: {by}: other blanks than {english:?}: {text:?}"));
                        }
                        // A button or a title has the room of one line.
                        let (length, most) = (text.chars().count(), english.chars().count() * 2 + 6);
                        if english.chars().count() <= 24 && length > most {
                            wrong.push(format!("{language}: {by}: {length} letters where {most} fit: {text:?}"));
                        }
                        if text.trim() != text || text.contains("  ") {
                            wrong.push(format!("{language}: {by}: blanks too many: {text:?}"));
                        }
                    }
                }
            }
            let gone = translations.keys().filter(|english| !said.iter().any(|said| said.english == **english));
            wrong.extend(gone.map(|english| format!("{language}: no rule says {english:?} any more")));
            let file = read_text(&path(&root(), language)).unwrap();
            if wrong.is_empty() && file != print(language, &said, translations) {
                wrong.push(format!("{language}: not in the order of the rules"));
            }
        }
        assert!(wrong.is_empty(), "\n{}\n\n`cargo xtask bless` puts the files of {FOLDER} in order.\n", wrong.join("\n"));
    }

    #[test]
    fn what_is_said_is_found_in_the_code() {
        let code = "out.push(span, say!(\n    \"“$1” is \\\"so\\\".\",\n    words));\n// say!(\"no\")\ntitle: text!(\"A title\"),\n#[cfg(test)]\nmod tests { say!(\"no\") }";
        assert_eq!(literals(code), ["“$1” is \"so\".", "A title"]);
    }

    #[test]
    fn a_file_that_is_written_can_be_read() {
        let english = "A \"quoted\" text\nin two lines";
        let said = [Said { by: "rule".into(), english: english.into(), is_page: false }];
        let translations = Translations::from([(english.to_owned(), "Ein \\ Text".to_owned())]);
        assert_eq!(parse(&print("de", &said, &translations)), Ok(translations));
        assert!(print("de", &said, &Translations::new()).contains("#, fuzzy\nmsgid"));
        assert_eq!(parse("msgid \"a\"\nmsgstr b\n"), Err(2));
        assert_eq!(parse("msgstr \"b\"\n"), Err(1));
    }

    /// What a finding says in the wild is among the texts that the package has.
    #[test]
    fn nothing_is_said_that_the_package_has_not() {
        let said: BTreeSet<String> = said(&root()).unwrap().into_iter().map(|said| said.english).collect();
        for rule in RULES {
            for note in rule.doc.bad {
                for finding in connote::review(note, &connote::Context::default()).findings {
                    let texts = finding.fixes.iter().map(|fix| fix.label.text).chain([finding.title, finding.message.text]);
                    for text in texts {
                        assert!(said.contains(text.english()), "{}: {text}", finding.rule);
                    }
                }
            }
        }
    }
}
