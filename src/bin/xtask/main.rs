//! The project's own tool: `cargo xtask COMMAND`.
//!
//! One file a command; this one holds the table of them.

mod bench;
mod bless;
mod budgets;
mod demo;
mod dist;
mod files;
mod learn;
mod looks;
mod new_rule;
mod package;
mod regression;
mod rewrites;
mod run;
mod score;
mod test;
mod texts;
mod tools;
mod wasm;

use std::process::ExitCode;

/// What went wrong, as one message for the person at the terminal.
pub(crate) type Failure = Box<dyn std::error::Error>;

/// A command's end.
pub(crate) type Outcome<T = ()> = Result<T, Failure>;

/// One command of the tool.
struct Command {
    name: &'static str,
    usage: &'static str,
    about: &'static str,
    run: fn(lexopt::Parser) -> Outcome,
}

/// Every command, in the order of the help.
const COMMANDS: &[Command] = &[
    Command {
        name: "demo",
        usage: "[--browser chromium|chrome|firefox] [--headless] [--screenshot DIR]",
        about: "Open a browser with the extension and a rebuilt invitation dialog, or take pictures of it in both browsers",
        run: demo::command,
    },
    Command { name: "dist", usage: "", about: "Build the extension, the playground and the zip in target/dist", run: dist::command },
    Command {
        name: "test",
        usage: "",
        about: "Check everything that has to hold: form, lints, tests, budgets, both browsers",
        run: test::command,
    },
    Command {
        name: "looks",
        usage: "[--bless]",
        about: "Compare what every surface looks like in Chromium with the pictures in tests/e2e/looks, or keep new ones",
        run: looks::command,
    },
    Command { name: "bench", usage: "", about: "Measure time and size against the budgets", run: bench::command },
    Command {
        name: "learn",
        usage: "",
        about: "Learn from tests/labelled/learn what words speak for which label, and measure it on notes held out",
        run: learn::command,
    },
    Command {
        name: "score",
        usage: "FILE [--lang TAGS] [--misses N] [--floor F1]",
        about: "Print precision and recall on labelled notes, a JSON object a line",
        run: score::command,
    },
    Command {
        name: "rewrites",
        usage: "FILE [--show N] [--misses N]",
        about: "Print how many rewrites of these notes fit, are clean and keep what the notes say; with --show every Nth note in full",
        run: rewrites::command,
    },
    Command { name: "new-rule", usage: "ID", about: "Write and register a rule for you to fill in", run: new_rule::command },
    Command {
        name: "bless",
        usage: "",
        about: "Take the snapshots and the README's table of rules as they are now, and bring the translators' files up to date",
        run: bless::command,
    },
];

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let name = args.next().unwrap_or_else(|| "help".into());
    if matches!(name.as_str(), "help" | "--help" | "-h") {
        print!("{}", help());
        return ExitCode::SUCCESS;
    }
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        eprintln!("There is no command `{name}`.\n\n{}", help());
        return ExitCode::from(2);
    };
    let rest: Vec<String> = args.collect();
    if rest.iter().any(|arg| arg == "--help" || arg == "-h") {
        println!("cargo xtask {} {}\n\n{}.", command.name, command.usage, command.about);
        return ExitCode::SUCCESS;
    }
    match (command.run)(lexopt::Parser::from_args(rest)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\ncargo xtask {name}: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// The text of `cargo xtask help`.
fn help() -> String {
    let lines = COMMANDS.iter().map(|Command { name, usage, about, .. }| format!("  cargo xtask {name} {usage}\n      {about}.\n"));
    format!("Builds, tests and measures Connote.\n\n{}", lines.collect::<String>())
}
