//! `connote`: the checker in a terminal.

mod args;
mod lines;
mod pages;

use args::{Check, Command};
use connote::rewrite::review_with_rewrites;
use std::io::{ErrorKind, IsTerminal, Read, Write};
use std::process::ExitCode;

/// What went wrong, as one message for the person at the terminal.
type Failure = Box<dyn std::error::Error>;

const HELP: &str = "\
Reads the short note on a LinkedIn invitation and says what its recipient would mind.

  connote check [--limit N] [--recipient NAME] [--lang TAG] [FILE]
      Judges one note, from FILE or from what is typed or piped in. The line break that ends a file is not counted.
      --limit N         characters that the note may have, as LinkedIn counts them (200 if not given)
      --recipient NAME  whom the note is for, so that a wrong name is seen
      --lang TAG        the note's language: de, en, es, fr, it, nl, pt (guessed if not given)

  connote check --jsonl [--limit N] [--recipient NAME] [--lang TAG] [--about LINE] [FILE]
      Judges a note a line and prints a report with rewrites a line, in the same order. A line is an object with `text`
      and, if wanted, `id`, `lang`, `limit`, `recipient` and `about`, which win over the options. Positions are UTF-16
      units, as in JavaScript. A line that cannot be read is answered by an object with `id`, `line` and `error`.
      --about LINE      a sentence on yourself that rewrites may use, in the note's language

  connote rules
      Lists every rule.

  connote explain RULE
      Prints a rule's page: what it finds, why it matters, examples, where it comes from, what it misses.

Exit codes: 0 everything was read, whatever was found; 1 something could not be read; 2 wrong usage.
";

fn main() -> ExitCode {
    let command = match args::parse(std::env::args().skip(1)) {
        Ok(command) => command,
        Err(error) => {
            complain(&format!("{error}\n`connote --help` says what there is."));
            return ExitCode::from(2);
        }
    };
    match run(&command) {
        Ok(code) => code,
        // Whoever reads our output has seen enough.
        Err(error) if error.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == ErrorKind::BrokenPipe) => {
            ExitCode::SUCCESS
        }
        Err(error) => {
            complain(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

fn run(command: &Command) -> Result<ExitCode, Failure> {
    let mut out = std::io::stdout().lock();
    match command {
        Command::Help => out.write_all(HELP.as_bytes())?,
        Command::Version => writeln!(out, "connote {}", env!("CARGO_PKG_VERSION"))?,
        Command::Rules => out.write_all(pages::list().as_bytes())?,
        Command::Explain(id) => match pages::page(id) {
            Ok(page) => out.write_all(page.as_bytes())?,
            Err(error) => {
                complain(&error);
                return Ok(ExitCode::from(2));
            }
        },
        Command::Check(check) if check.jsonl => {
            let all_read = lines::check(input(check)?, &check.context, &mut out, &mut std::io::stderr().lock())?;
            return Ok(if all_read { ExitCode::SUCCESS } else { ExitCode::FAILURE });
        }
        Command::Check(check) => {
            let text = note(check)?;
            out.write_all(connote::plain::report(&text, &review_with_rewrites(&text, &check.context)).as_bytes())?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn complain(message: &str) {
    let _ = writeln!(std::io::stderr(), "connote: {message}");
}

fn input(check: &Check) -> Result<Box<dyn Read>, Failure> {
    match &check.file {
        Some(path) => Ok(Box::new(std::fs::File::open(path).map_err(|error| format!("{}: {error}", path.display()))?)),
        None => Ok(Box::new(std::io::stdin().lock())),
    }
}

/// The one note of the people's form.
fn note(check: &Check) -> Result<String, Failure> {
    if check.file.is_none() && std::io::stdin().is_terminal() {
        complain("type or paste a note; Ctrl+D on an empty line ends it");
    }
    let mut bytes = Vec::new();
    input(check)?.read_to_end(&mut bytes)?;
    let text = String::from_utf8(bytes).map_err(|error| format!("the note is not UTF-8: {}", error.utf8_error()))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text).replace("\r\n", "\n");
    Ok(text.strip_suffix('\n').unwrap_or(&text).to_owned())
}
