//! The project's own tool: `cargo xtask COMMAND`.
//!
//! One file a command; this one holds the table of them.

mod budgets;
mod dist;
mod files;
mod package;
mod run;
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
const COMMANDS: &[Command] =
    &[Command { name: "dist", usage: "", about: "Build the extension, the playground and the zip in target/dist", run: dist::command }];

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
