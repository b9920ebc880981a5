//! `new-rule`: the two files of a rule, and its lines in the registry.

use crate::Outcome;
use crate::files::{read_text, write};
use crate::run::{cargo, root, run};
use lexopt::prelude::*;
use std::path::Path;

/// A rule that finds what its phrase file says; its tests fail until it is filled in.
const SKELETON: &str = include_str!("new_rule.txt");

const REGISTRY: &str = "src/rules/mod.rs";

pub(crate) fn command(mut args: lexopt::Parser) -> Outcome {
    let usage = "which rule? cargo xtask new-rule vague-praise";
    let id = match args.next()? {
        Some(Value(id)) => id.string()?,
        Some(other) => return Err(other.unexpected().into()),
        None => return Err(usage.into()),
    };
    let name = create(&root(), &id)?;
    run(cargo().arg("fmt"))?;
    println!("src/rules/{name}.rs and src/rules/{name}.txt are there, and registered in {REGISTRY}.");
    println!("Fill them in until `cargo test {name}` and `cargo test --test rules` pass, then: cargo xtask bless");
    Ok(())
}

/// Writes the rule's files below `root` and registers it; gives the name of its module.
///
/// # Errors
/// When the id is no good or taken, or a file cannot be written.
fn create(root: &Path, id: &str) -> Outcome<String> {
    let is_kebab = id.split('-').all(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase()));
    if !is_kebab {
        return Err(format!("`{id}` is no id: small letters, words joined by hyphens, as in `vague-praise`").into());
    }
    let name = id.replace('-', "_");
    let code = root.join(format!("src/rules/{name}.rs"));
    if code.exists() || root.join(format!("src/signals/{name}.rs")).exists() {
        return Err(format!("there is a `{id}` already").into());
    }
    let registered = register(&read_text(&root.join(REGISTRY))?, &name)?;
    write(&code, SKELETON.replace("{id}", id).replace("{name}", &name).as_bytes())?;
    write(&root.join(format!("src/rules/{name}.txt")), b"[en]\n")?;
    write(&root.join(REGISTRY), registered.as_bytes())?;
    Ok(name)
}

/// The registry with one more module, in the order of the alphabet, and one more rule, the least of all.
fn register(registry: &str, name: &str) -> Outcome<String> {
    let line = format!("mod {name};\n");
    let is_module = |line: &&str| line.starts_with("mod ") && line.ends_with(";\n");
    let mut modules = registry.split_inclusive('\n').filter(is_module);
    let next = modules.clone().find(|other| **other > *line);
    let last = modules.next_back().ok_or_else(|| format!("{REGISTRY} has no modules"))?;
    let with_module = match next {
        Some(next) => registry.replacen(next, &format!("{line}{next}"), 1),
        None => registry.replacen(last, &format!("{last}{line}"), 1),
    };
    let (head, list) = with_module.split_once("RULES: &[&Rule]").ok_or_else(|| format!("{REGISTRY} has no list of rules"))?;
    let (list, tail) = list.split_once("];").ok_or_else(|| format!("{REGISTRY} has no end of the list of rules"))?;
    let list = list.trim_end().trim_end_matches(',');
    Ok(format!("{head}RULES: &[&Rule]{list}, &{name}::RULE];{tail}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files;
    use crate::run::target_dir;

    #[test]
    fn modules_are_sorted_and_rules_appended() {
        let registry = "mod b;\nmod d;\n\npub const RULES: &[&Rule] = &[\n    &b::RULE,\n    &d::RULE,\n];\n";
        let with = |name: &str| register(registry, name).unwrap();
        assert!(with("a").starts_with("mod a;\nmod b;\nmod d;\n\n"));
        assert!(with("c").starts_with("mod b;\nmod c;\nmod d;\n\n"));
        assert!(with("e").starts_with("mod b;\nmod d;\nmod e;\n\n"));
        assert!(with("c").ends_with("    &d::RULE, &c::RULE];\n"));
    }

    #[test]
    fn ids_that_are_no_good() {
        for id in ["", "Upper", "under_score", "-x", "x-", "a--b", "../x", "contains-link", "states-reason"] {
            assert!(create(&root(), id).is_err(), "{id}");
        }
    }

    /// Makes a rule in a copy of the crate, sees its tests fail, fills it in and sees them pass.
    #[test]
    #[ignore = "builds the crate three times; `cargo xtask test` runs it"]
    fn a_new_rule_compiles_and_fails_until_it_is_filled_in() {
        let target = target_dir().unwrap();
        let copy = target.join("new-rule");
        // What the tests take in stands beside the source.
        let files = files::below(&root(), |path| {
            path.starts_with("src/")
                || path.starts_with("extension/_locales/en/")
                || ["Cargo.toml", "Cargo.lock", "build.rs"].contains(&path)
        })
        .unwrap();
        let stubs = ["tests/bench/review.rs", "tests/bench/wasm.rs"].map(|path| (path.to_owned(), b"fn main() {}\n".to_vec()));
        files::mirror(&copy, &files.into_iter().chain(stubs).collect()).unwrap();
        create(&copy, "made-up-words").unwrap();
        let cargo = |args: &[&str]| {
            let mut command = cargo();
            command.current_dir(&copy).args(args).env("CARGO_TARGET_DIR", &target).env_remove("CARGO_MANIFEST_DIR");
            command.output().unwrap()
        };
        let test = || cargo(&["test", "--offline", "--lib", "made_up_words"]);

        let built = cargo(&["test", "--offline", "--lib", "--no-run"]);
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
        let empty = test();
        let said = String::from_utf8_lossy(&empty.stdout);
        assert!(!empty.status.success(), "an empty rule passes its tests");
        assert!(said.contains("words_that_it_finds ... FAILED") && said.contains("what_the_fix_makes_of_it ... FAILED"), "{said}");

        write(&copy.join("src/rules/made_up_words.txt"), b"[en]\nthese words\nflibberty\n").unwrap();
        let code = read_text(&copy.join("src/rules/made_up_words.rs")).unwrap();
        let code = code.replace("before the fix.", "of flibberty.").replace("A note after it.", "A note of .");
        write(&copy.join("src/rules/made_up_words.rs"), code.as_bytes()).unwrap();
        let filled = test();
        let said = String::from_utf8_lossy(&filled.stdout);
        assert!(filled.status.success() && said.contains("3 passed"), "{said}");
        std::fs::remove_dir_all(&copy).unwrap();
    }
}
