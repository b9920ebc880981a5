//! What holds for the source itself: layers, sizes, versions, word lists, generated text.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may panic, and so may what only tests call")]

use connote::missing::checklist;
use connote::rules::{NUDGES, RULES};
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The layers, lowest first: each uses only itself and what stands before it. A layer is a module below `src`.
const LAYERS: &[&[&str]] = &[
    &["text"],
    &["count", "message"],
    // The matcher and the rules know each other: a phrase file belongs to its rule and is compiled with all the others.
    &["evidence", "excise", "lexicon", "note", "rule", "rules", "signals", "weigh"],
    &["score", "report", "settings"],
    &["missing"],
    &["pages"],
    &["review"],
    &["rewrite"],
    &["plain"],
    &["memory"],
    &["ui"],
    &["web"],
];

/// Rust files that may be longer than [`MAX_LINES`], and why.
const LONG: &[(&str, &str)] = &[
    ("src/lexicon/compile.rs", "the grammar's parser and compiler, which share their numbers"),
    ("src/text/words.rs", "the tokenizer, with its tables of tests"),
];

/// Lines of a Rust file.
const MAX_LINES: usize = 400;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below the root that is part of the project, by its path with `/`.
fn project() -> Vec<String> {
    let mut open = vec![PathBuf::new()];
    let mut files = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(root().join(&folder)).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            let path = folder.join(&name);
            match entry.file_type().unwrap().is_dir() {
                true if !["target", ".git", "node_modules", "out"].contains(&name.as_str()) => open.push(path),
                false => files.push(path.to_str().unwrap().replace('\\', "/")),
                true => {}
            }
        }
    }
    files.sort();
    files
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The text files among them, with their text.
fn texts() -> impl Iterator<Item = (String, String)> {
    project().into_iter().filter_map(|path| Some((path.clone(), fs::read_to_string(root().join(&path)).ok()?)))
}

fn ending(end: &str) -> impl Iterator<Item = (String, String)> {
    texts().filter(move |(path, _)| path.ends_with(end))
}

/// Fails once with everything that is wrong, so that it can be put right in one go.
#[track_caller]
fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// The code without comments, and without its own tests, which may reach anywhere.
fn bare(code: &str) -> String {
    let code = code.split_once("#[cfg(test)]\nmod tests").map_or(code, |(code, _)| code);
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// Modules of the crate that a file's code names after `crate::`.
fn used(code: &str) -> HashSet<&str> {
    let mut used = HashSet::new();
    for rest in code.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            Some(group) => used.extend(group.split('}').next().unwrap_or_default().split(',').map(first_word)),
            None => {
                used.insert(first_word(rest));
            }
        }
    }
    used
}

fn first_word(text: &str) -> &str {
    let text = text.trim_start();
    text.split(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or_default()
}

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

#[test]
fn modules_use_only_the_layers_below_them() {
    let mut wrong = Vec::new();
    for (path, code) in ending(".rs").filter(|(path, _)| path.starts_with("src/") && !path.starts_with("src/bin/")) {
        let module = first_word(path.trim_start_matches("src/"));
        if ["lib", "rule_tests"].contains(&module) {
            continue;
        }
        let Some(own) = layer(module) else {
            wrong.push(format!("{path}: `{module}` stands in no layer; add it to LAYERS in tests/tidy.rs"));
            continue;
        };
        for used in used(&bare(&code)).into_iter().filter_map(|used| Some((used, layer(used)?))) {
            if used.1 > own {
                wrong.push(format!("{path}: uses `{}`, which stands above it", used.0));
            }
        }
    }
    none(&wrong);
}

#[test]
fn the_browser_is_named_in_one_place() {
    let mut wrong = Vec::new();
    for (path, code) in ending(".rs").filter(|(path, _)| path.starts_with("src/") && !path.starts_with("src/web/")) {
        for (number, line) in code.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
            let is_named = ["web_sys::", "js_sys::", "wasm_bindgen::"].iter().any(|name| line.contains(name));
            let is_cfg = line.contains("cfg(target_arch") && path != "src/lib.rs";
            if is_named || is_cfg {
                wrong.push(format!("{path}:{}: only src/web knows the browser: {}", number + 1, line.trim()));
            }
        }
    }
    none(&wrong);
}

#[test]
fn files_stay_short() {
    let mut wrong = Vec::new();
    for (path, code) in ending(".rs") {
        let lines = code.lines().count();
        let is_long = LONG.iter().any(|(long, _)| *long == path);
        if lines > MAX_LINES && !is_long {
            wrong.push(format!("{path}: {lines} lines; split it, or give a reason in LONG of tests/tidy.rs"));
        }
        if lines <= MAX_LINES && is_long {
            wrong.push(format!("{path}: is short by now; take it out of LONG"));
        }
    }
    none(&wrong);
}

#[test]
fn the_hand_in_the_page_stays_small() {
    let manifest: serde_json::Value = serde_json::from_str(&read("extension/manifest.json")).unwrap();
    let scripts = manifest["content_scripts"].as_array().unwrap().iter().flat_map(|entry| entry["js"].as_array().unwrap());
    let mut all = 0;
    for script in scripts.map(|name| name.as_str().unwrap()) {
        let code = read(&format!("extension/{script}"));
        all += code.len();
        assert!(code.len() <= 20 * 1024, "{script} has {} bytes", code.len());
        assert!(code.lines().count() <= 400, "{script} has {} lines", code.lines().count());
    }
    assert!(all <= 72 * 1024, "the content scripts have {all} bytes");
    let lines = read("extension/boot.js").lines().count();
    assert!(lines <= 15, "boot.js has {lines} lines");
}

#[test]
fn one_version_everywhere() {
    let version = env!("CARGO_PKG_VERSION");
    let manifest: serde_json::Value = serde_json::from_str(&read("extension/manifest.json")).unwrap();
    assert_eq!(manifest["version"], version, "extension/manifest.json");
    assert!(read("CHANGELOG.md").contains(&format!("## [{version}]")), "CHANGELOG.md says nothing about {version}");
}

#[test]
fn word_lists_are_clean() {
    let mut wrong = Vec::new();
    let lists = ending(".txt").filter(|(path, _)| path.starts_with("src/") && !path.starts_with("src/bin/"));
    for (path, text) in lists {
        let mut seen = HashSet::new();
        for (number, line) in text.lines().enumerate() {
            let mut check = |holds: bool, what: &str| {
                if !holds {
                    wrong.push(format!("{path}:{}: {what}: {line:?}", number + 1));
                }
            };
            if line.starts_with('[') && line.ends_with(']') {
                seen.clear();
            }
            check(line.trim_end() == line, "blanks at the end");
            check(!line.contains(['\t', '\r', '\u{a0}', '\u{feff}']), "a blank that is not a space");
            check(!line.contains(['’', '‘']) || line.starts_with('#'), "curly apostrophes are folded before words are compared");
            check(line.is_empty() || line.starts_with('#') || seen.insert(line), "stands twice in its section");
            let letters = line.chars().filter(|c| c.is_alphabetic());
            check(
                line.starts_with(['#', '[']) || letters.clone().count() < 6 || letters.clone().any(char::is_lowercase),
                "all in capitals",
            );
        }
        if !text.ends_with('\n') || text.ends_with("\n\n") {
            wrong.push(format!("{path}: ends with exactly one line break"));
        }
    }
    none(&wrong);
}

#[test]
fn no_machine_is_named() {
    // Written in halves, so that this file is no finding of its own.
    let hosts = [
        ["index.", "crates.io"],
        ["registry.", "npmjs.org"],
        ["registry.", "yarnpkg.com"],
        ["/home", "/"],
        ["/Users", "/"],
        ["C:\\", "Users"],
    ];
    let mut wrong = Vec::new();
    for (path, text) in texts() {
        for name in hosts.map(|halves| halves.concat()) {
            if text.contains(&name) && path != "Cargo.lock" {
                wrong.push(format!("{path}: names {name}"));
            }
        }
        if path.ends_with("package-lock.json") && text.contains("\"resolved\"") {
            wrong.push(format!("{path}: carries download addresses; run npm with --omit-lockfile-registry-resolved"));
        }
    }
    none(&wrong);
}

#[test]
fn the_table_in_the_readme_is_up_to_date() {
    let readme = read("README.md");
    let (head, rest) = readme.split_once("<!-- rules:start -->").expect("README.md has a mark where the table starts");
    let (_, tail) = rest.split_once("<!-- rules:end -->").expect("README.md has a mark where the table ends");
    let fresh = format!("{head}<!-- rules:start -->\n{}<!-- rules:end -->{tail}", table());
    if std::env::var_os("INSTA_UPDATE").is_some_and(|update| update == "always") {
        fs::write(root().join("README.md"), fresh).unwrap();
    } else {
        assert!(readme == fresh, "the table of rules in README.md is old: run `cargo xtask bless`");
    }
}

fn table() -> String {
    let rules = RULES.iter().map(|rule| (rule.id, connote::plain::severity(rule.severity), rule.doc.summary));
    let lacks = checklist().map(|signal| (signal.lack.id, connote::plain::severity(signal.lack.severity), signal.doc.summary));
    let head = "\n| rule | weight | what it finds |\n|---|---|---|\n".to_owned();
    let nudges = NUDGES.iter().map(|nudge| (nudge.id, connote::plain::severity(nudge.severity), nudge.doc.summary));
    rules
        .chain(lacks)
        .chain(nudges)
        .fold(head, |table, (id, kind, summary)| table + &format!("| `{id}` | {kind} | {} |\n", summary.replace('|', "\\|")))
        + "\n"
}
