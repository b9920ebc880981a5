//! The command line.

use connote::Context;
use connote::count::{Limit, LimitFrom};
use connote::text::Lang;
use lexopt::prelude::*;
use std::path::PathBuf;

/// What the user wants.
pub(crate) enum Command {
    /// How to use it.
    Help,
    /// Which one it is.
    Version,
    /// Every rule.
    Rules,
    /// One rule's page.
    Explain(String),
    /// One note, or many.
    Check(Check),
}

/// Options of `check`.
#[derive(Default)]
pub(crate) struct Check {
    /// JSON lines in and out.
    pub(crate) jsonl: bool,
    /// What is known beside the text.
    pub(crate) context: Context,
    /// Where it is read; none for standard input.
    pub(crate) file: Option<PathBuf>,
}

/// Reads the command line, without the program's name.
///
/// # Errors
/// When it is not one of those that the help names.
pub(crate) fn parse(args: impl IntoIterator<Item = String>) -> Result<Command, lexopt::Error> {
    let mut parser = lexopt::Parser::from_args(args);
    let Some(first) = parser.next()? else { return Err("what is to be done?".into()) };
    let command = match first {
        Short('h') | Long("help") => Command::Help,
        Short('V') | Long("version") => Command::Version,
        Value(name) => match name.string()?.as_str() {
            "help" => Command::Help,
            "rules" => Command::Rules,
            "explain" => explain(&mut parser)?,
            "check" => check(&mut parser)?,
            other => return Err(format!("there is no command `{other}`").into()),
        },
        other => return Err(other.unexpected()),
    };
    match parser.next()? {
        None => Ok(command),
        Some(Short('h') | Long("help")) => Ok(Command::Help),
        Some(arg) => Err(arg.unexpected()),
    }
}

fn explain(parser: &mut lexopt::Parser) -> Result<Command, lexopt::Error> {
    match parser.next()? {
        None => Err("which rule? `connote rules` lists them".into()),
        Some(Value(id)) => Ok(Command::Explain(id.string()?)),
        Some(Short('h') | Long("help")) => Ok(Command::Help),
        Some(arg) => Err(arg.unexpected()),
    }
}

fn check(parser: &mut lexopt::Parser) -> Result<Command, lexopt::Error> {
    let mut check = Check::default();
    while let Some(arg) = parser.next()? {
        match arg {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("jsonl") => check.jsonl = true,
            Long("limit") => check.context.limit = limit(parser.value()?.parse()?),
            Long("recipient") => check.context.recipient = Some(parser.value()?.string()?),
            Long("about") => check.context.about = Some(parser.value()?.string()?),
            Long("lang") => check.context.language = Some(language(&parser.value()?.string()?)?),
            Value(file) if check.file.is_none() => check.file = Some(file.into()).filter(|file: &PathBuf| file.as_os_str() != "-"),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Command::Check(check))
}

/// A limit that the user has named.
pub(crate) fn limit(units: usize) -> Limit {
    Limit { units, from: LimitFrom::Plan }
}

fn language(tag: &str) -> Result<Lang, lexopt::Error> {
    let known = || Lang::ALL.map(Lang::tag).join(", ");
    Lang::from_tag(tag).ok_or_else(|| format!("the language `{tag}` is not known; these are: {}", known()).into())
}
