//! Running other programs, and where the project's folders are.

use crate::Outcome;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The repository's root: where `Cargo.toml` is.
///
/// Cargo sets the variable for `cargo run`; a binary that was started by hand falls back to the current folder.
pub(crate) fn root() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from("."), PathBuf::from)
}

/// A cargo that builds this very project.
pub(crate) fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    command
}

/// Where cargo builds, whichever way the user has set it.
///
/// # Errors
/// When cargo cannot be asked.
pub(crate) fn target_dir() -> Outcome<PathBuf> {
    let metadata = output(cargo().args(["metadata", "--format-version=1", "--no-deps", "--offline"]))?;
    let metadata: serde_json::Value = serde_json::from_str(&metadata)?;
    let folder = metadata.get("target_directory").and_then(serde_json::Value::as_str);
    Ok(folder.ok_or("cargo metadata names no target directory")?.into())
}

/// The package that [`dist`](crate::dist) builds.
///
/// # Errors
/// When cargo cannot be asked.
pub(crate) fn dist_dir() -> Outcome<PathBuf> {
    Ok(target_dir()?.join("dist"))
}

/// Runs a program with this terminal as its own; fails when it does.
///
/// # Errors
/// When it cannot be started or does not end well.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let status = command.stdin(Stdio::null()).status().map_err(|error| start_failure(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("{} failed ({status})", shown(command)).into()) }
}

/// What a program prints on its standard output; its errors go to this terminal.
///
/// # Errors
/// When it cannot be started, does not end well or prints something else than text.
pub(crate) fn output(command: &mut Command) -> Outcome<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::inherit()).output().map_err(|error| start_failure(command, &error))?;
    if output.status.success() {
        Ok(String::from_utf8(output.stdout)?)
    } else {
        Err(format!("{} failed ({})", shown(command), output.status).into())
    }
}

/// Whether a program of this name is in `PATH`.
pub(crate) fn find(name: &str) -> Option<PathBuf> {
    let exe = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&std::env::var_os("PATH")?).map(|folder| folder.join(&exe)).find(|path| path.is_file())
}

fn start_failure(command: &Command, error: &std::io::Error) -> String {
    format!("{} cannot be started: {error}", shown(command))
}

/// A command as a person would type it, without the folder of its program.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let args = command.get_args().map(|arg| format!(" {}", arg.to_string_lossy()));
    format!("`{}{}`", program.to_string_lossy(), args.collect::<String>())
}
