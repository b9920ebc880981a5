//! From the library to the wasm module that ships and the JavaScript that loads it.

use crate::files::{self, Files};
use crate::run::{cargo, find, output, root, run, target_dir};
use crate::{Failure, Outcome};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use wasm_bindgen_cli_support::Bindgen;

/// The wasm that browsers run.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// A module that ships.
pub(crate) struct Module {
    /// What its files are called.
    pub(crate) name: &'static str,
    /// The feature that chooses what it shows.
    pub(crate) feature: &'static str,
}

/// The modules that ship: what LinkedIn's pages and the popup load, and what only our own pages do. They are builds of the same
/// library, which share everything but the library itself.
pub(crate) const MODULES: [Module; 2] = [Module { name: "connote", feature: "panel" }, Module { name: "options", feature: "options" }];

/// What one wasm build starts from.
pub(crate) enum Source {
    /// The library, as it ships.
    Library(&'static Module),
    /// A named example: the library behind a door for measuring.
    Example(&'static str),
}

/// Who loads a module.
pub(crate) enum Loader {
    /// A page, by `import`.
    Web,
    /// Node, by `require`.
    Node,
}

/// Builds the modules that ship: for each `NAME.js` and `NAME_bg.wasm`.
///
/// # Errors
/// As [`build`].
pub(crate) fn build_all() -> Outcome<Files> {
    let mut files = Files::new();
    for module in &MODULES {
        files.extend(build(&Source::Library(module), &Loader::Web)?);
    }
    Ok(files)
}

/// Builds a module and the JavaScript that loads it.
///
/// # Errors
/// When the target is missing and cannot be installed, or the code does not build.
pub(crate) fn build(source: &Source, loader: &Loader) -> Outcome<Files> {
    ensure_target()?;
    let module = compile(source)?;
    let name = match source {
        Source::Library(module) => module.name,
        Source::Example(name) => name,
    };
    let out = module.with_file_name(format!("{name}.bindgen"));
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(&module)
        .out_name(name)
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        // The starter calls `init()` without an address.
        .omit_default_module_path(false);
    match loader {
        Loader::Web => bindgen.web(true).map_err(explain)?,
        Loader::Node => bindgen.nodejs(true).map_err(explain)?,
    };
    bindgen.generate(&out).map_err(explain)?;
    files::below(&out, |file| [format!("{name}.js"), format!("{name}_bg.wasm")].contains(&file.to_owned()))
}

/// Compiles with the profile `wasm`, whose folder is its own, so that no other build loses its cache.
fn compile(source: &Source) -> Outcome<PathBuf> {
    let mut command = cargo();
    command.args(["rustc", "--profile", "wasm", "--target", TARGET, "--no-default-features"]);
    // Only as a cdylib alone is the library optimised as a whole: the rlib beside it would forbid that.
    let name = match source {
        Source::Library(module) => {
            command.args(["--lib", "--crate-type", "cdylib", "--features", module.feature]);
            "connote.wasm".into()
        }
        Source::Example(name) => {
            command.args(["--example", name, "--features", "embedded"]);
            format!("examples/{}.wasm", name.replace('-', "_"))
        }
    };
    run(command.env("CARGO_ENCODED_RUSTFLAGS", flags()).env_remove("RUSTFLAGS"))?;
    Ok(target_dir()?.join(TARGET).join("wasm").join(name))
}

/// Keeps the builder's folders out of the module: the same source gives the same bytes anywhere.
fn flags() -> OsString {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let mut flags = OsString::new();
    for (folder, name) in [(home, "cargo"), (Some(root()), "connote")] {
        let Some(folder) = folder else { continue };
        if !flags.is_empty() {
            flags.push("\u{1f}");
        }
        flags.push("--remap-path-prefix=");
        flags.push(folder);
        flags.push("=");
        flags.push(name);
    }
    flags
}

/// Sees to it that Rust can build for [`TARGET`].
///
/// # Errors
/// When it cannot and that cannot be installed.
pub(crate) fn ensure_target() -> Outcome {
    let mut rustc = Command::new("rustc");
    rustc.current_dir(root()).args(["--print", "target-libdir", "--target", TARGET]);
    if output(&mut rustc).is_ok_and(|folder| Path::new(folder.trim()).is_dir()) {
        return Ok(());
    }
    let add = format!("rustup target add {TARGET}");
    if find("rustup").is_none() {
        return Err(format!(
            "Rust's standard library for {TARGET} is missing, and so is rustup, which would install it.\n\
             With rustup: {add}\nDebian and Ubuntu: apt-get install libstd-rust-dev-wasm32"
        )
        .into());
    }
    println!("Installing what Rust needs to build wasm: {add}");
    run(Command::new("rustup").current_dir(root()).args(["target", "add", TARGET]))
        .map_err(|failure| format!("{failure}\nThe target {TARGET} is needed; `{add}` installs it.").into())
}

fn explain(error: impl std::fmt::Debug) -> Failure {
    format!("wasm-bindgen: {error:?}").into()
}
