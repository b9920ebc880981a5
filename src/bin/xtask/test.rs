//! `test`: everything that has to hold before a change goes in, the cheap first.

use crate::Outcome;
use crate::run::{cargo, dist_dir, output, root, run};
use crate::tools::{Browser, ensure_browser, ensure_packages, node, npx};
use crate::{dist, wasm};
use std::process::Command;
use std::time::{Duration, Instant};

/// What one step says and does.
type Step = (&'static str, fn() -> Outcome);

const STEPS: &[Step] = &[
    ("The form of the code", format),
    ("Lints, native", lint),
    ("Lints, wasm", lint_wasm),
    ("Tests", tests),
    ("A new rule, made and filled in", new_rule),
    ("The package and its budgets", dist::dist),
    ("Node packages", ensure_packages),
    ("Types of the JavaScript", types),
    ("The package as a store checks it", store_lint),
    ("In Chromium and Firefox", browsers),
];

pub(crate) fn command(mut args: lexopt::Parser) -> Outcome {
    if let Some(arg) = args.next()? {
        return Err(arg.unexpected().into());
    }
    let start = Instant::now();
    let mut done: Vec<(&str, &str, Duration)> = Vec::new();
    let mut outcome = Ok(());
    for &(title, step) in STEPS {
        println!("\n=== {title} ===");
        let begin = Instant::now();
        outcome = step().map_err(|failure| format!("{title}: {failure}").into());
        done.push((if outcome.is_ok() { "ok" } else { "FAILED" }, title, begin.elapsed()));
        if outcome.is_err() {
            break;
        }
    }
    println!("\n=== Summary ===");
    for (result, title, took) in &done {
        println!("{result:<8}{:>7.1} s  {title}", took.as_secs_f64());
    }
    for (title, _) in STEPS.iter().skip(done.len()) {
        println!("{:<8}{:>9}  {title}", "not run", "");
    }
    println!("{:<8}{:>7.1} s", "in all", start.elapsed().as_secs_f64());
    outcome
}

fn format() -> Outcome {
    ensure_component("rustfmt", "fmt")?;
    run(cargo().args(["fmt", "--all", "--check"]))
}

fn lint() -> Outcome {
    ensure_component("clippy", "clippy")?;
    run(cargo().args(["clippy", "--all-targets", "--all-features", "--", "--deny", "warnings"]))
}

fn lint_wasm() -> Outcome {
    wasm::ensure_target()?;
    let lint = |what: &[&str]| {
        run(cargo().args(["clippy", "--target", wasm::TARGET, "--no-default-features"]).args(what).args(["--", "--deny", "warnings"]))
    };
    // Each module by itself: what only the other one uses is dead code in it.
    for module in &wasm::MODULES {
        lint(&["--lib", "--features", module.feature])?;
    }
    lint(&["--example", "review-wasm"])
}

fn tests() -> Outcome {
    run(cargo().args(["test", "--all-features"]).env("INSTA_UPDATE", "no"))
}

fn new_rule() -> Outcome {
    run(cargo().args(["test", "--all-features", "--bin", "xtask", "--", "--ignored"]))
}

fn types() -> Outcome {
    // The scripts in LinkedIn's pages share one scope and are no modules: they have a project of their own.
    run(npx("tsc")?.args(["--project", "jsconfig.json"]))?;
    run(npx("tsc")?.args(["--project", "jsconfig.page.json"]))
}

fn store_lint() -> Outcome {
    let source = dist_dir()?.join("extension");
    run(npx("web-ext")?.args(["lint", "--no-config-discovery", "--warnings-as-errors", "--source-dir"]).arg(source))
}

fn browsers() -> Outcome {
    ensure_browser(Browser::Chromium)?;
    ensure_browser(Browser::Firefox)?;
    run(&mut node("run.mjs")?)
}

/// Rust's formatter and linter are parts that a slim installation leaves out.
fn ensure_component(component: &str, subcommand: &str) -> Outcome {
    if output(cargo().args([subcommand, "--version"])).is_ok() {
        return Ok(());
    }
    println!("Installing {component}: rustup component add {component}");
    run(Command::new("rustup").current_dir(root()).args(["component", "add", component]))
}
