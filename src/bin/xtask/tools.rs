//! Node, its packages and the browsers: found, or installed where that takes no rights that the user has not got.

use crate::Outcome;
use crate::run::{dist_dir, find, output, root, run, target_dir};
use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// The oldest Node that the tests run on.
const NODE: u32 = 20;

/// The browsers that the tests and the demo know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Browser {
    /// Chromium, or Chrome or Edge where there is none.
    Chromium,
    /// Google's own.
    Chrome,
    /// Firefox, or its long-term release.
    Firefox,
}

impl Browser {
    /// What the end-to-end programs call it.
    pub(crate) fn kind(self) -> &'static str {
        if self == Self::Firefox { "firefox" } else { "chromium" }
    }

    /// Reads a browser's name.
    ///
    /// # Errors
    /// When it is none of ours.
    pub(crate) fn from_name(name: &str) -> Outcome<Self> {
        match name {
            "chromium" => Ok(Self::Chromium),
            "chrome" => Ok(Self::Chrome),
            "firefox" => Ok(Self::Firefox),
            other => Err(format!("the browser `{other}` is not known; these are: chromium, chrome, firefox").into()),
        }
    }
}

/// The folder of the end-to-end programs.
fn e2e() -> PathBuf {
    root().join("tests").join("e2e")
}

/// A command in `tests/e2e` that finds our own Node before the system's, should we have had to install one.
fn command(program: impl AsRef<OsStr>) -> Outcome<Command> {
    let system = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(own_node()?.join("bin")).chain(std::env::split_paths(&system));
    let mut command = Command::new(program);
    command.current_dir(e2e()).env("PATH", std::env::join_paths(folders)?);
    Ok(command)
}

/// Where npm's package of Node itself is, once [`ensure_node`] has installed it.
fn own_node() -> Outcome<PathBuf> {
    Ok(target_dir()?.join("node").join("node_modules").join(node_package()))
}

/// Npm's name for the Node of this system.
fn node_package() -> String {
    let system = if cfg!(windows) {
        "win"
    } else if cfg!(target_os = "macos") {
        "darwin"
    } else {
        "linux"
    };
    let machine = if cfg!(target_arch = "aarch64") { "arm64" } else { "x64" };
    format!("node-{system}-{machine}")
}

/// A Node that runs a program, with what `tests/e2e` has installed and on the built package.
///
/// # Errors
/// When cargo cannot be asked where things are.
pub(crate) fn node(script: impl AsRef<OsStr>) -> Outcome<Command> {
    let mut node = command("node")?;
    node.arg(script).env("CONNOTE_DIST", dist_dir()?);
    Ok(node)
}

/// A program that npm has installed in `tests/e2e`.
///
/// # Errors
/// When cargo cannot be asked where things are.
pub(crate) fn npx(name: &str) -> Outcome<Command> {
    let end = if cfg!(windows) { ".cmd" } else { "" };
    command(e2e().join("node_modules").join(".bin").join(format!("{name}{end}")))
}

fn npm() -> Outcome<Command> {
    command(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// Sees to it that Node and the packages of `tests/e2e` are there.
///
/// # Errors
/// When they are missing and cannot be installed.
pub(crate) fn ensure_packages() -> Outcome {
    ensure_node()?;
    let modified = |name: &str| std::fs::metadata(e2e().join(name)).and_then(|file| file.modified()).ok();
    let (wanted, installed) = (modified("package-lock.json"), modified("node_modules/.package-lock.json"));
    if installed.is_some() && installed >= wanted {
        return Ok(());
    }
    println!("Installing the packages of tests/e2e: npm ci");
    run(npm()?.args(["ci", "--no-audit", "--no-fund"]))
}

/// Node from the system; where that is too old, the newer one that npm has as a package, below the target folder.
fn ensure_node() -> Outcome {
    let download = "https://nodejs.org/en/download";
    if node_version().is_none() {
        apt_install(&["nodejs", "npm"]).map_err(|failure| format!("{failure}\nOr from {download}"))?;
    }
    if node_version().is_some_and(|version| version >= NODE) && has_npm() {
        return Ok(());
    }
    if !has_npm() {
        return Err(format!("npm is missing; it comes with Node: {download}").into());
    }
    let package = format!("{}@{NODE}", node_package());
    println!("The system's Node is older than {NODE}. Installing a newer one for this project alone: npm install {package}");
    let folder = target_dir()?.join("node");
    std::fs::create_dir_all(&folder)?;
    run(npm()?.args(["install", "--no-audit", "--no-fund", &package, "--prefix"]).arg(folder))?;
    match node_version() {
        Some(version) if version >= NODE => Ok(()),
        _ => Err(format!("Node {NODE} or newer is needed: {download}").into()),
    }
}

fn has_npm() -> bool {
    find("npm").is_some() || find("npm.cmd").is_some()
}

/// The main version of the Node that [`command`] finds.
fn node_version() -> Option<u32> {
    let version = command("node").ok()?.arg("--version").stderr(Stdio::null()).output().ok()?;
    let version = String::from_utf8(version.stdout).ok()?;
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// The browser to show things in when none was asked for: one that is there, else one that can be had.
pub(crate) fn any_browser() -> Browser {
    [Browser::Chromium, Browser::Firefox].into_iter().find(|&browser| is_found(browser)).unwrap_or(Browser::Chromium)
}

/// Sees to it that a browser is there; gives its program when it is not the one that the end-to-end programs find themselves.
///
/// # Errors
/// When it is missing and cannot be installed.
pub(crate) fn ensure_browser(browser: Browser) -> Outcome<Option<PathBuf>> {
    if browser == Browser::Chrome {
        let mac = PathBuf::from("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
        let found = ["google-chrome", "google-chrome-stable", "chrome"].into_iter().find_map(find).or_else(|| mac.is_file().then_some(mac));
        // On Windows it is in no path, and the other side looks where it is installed.
        return if found.is_some() || cfg!(windows) { Ok(found) } else { Err("Chrome is missing: https://www.google.com/chrome".into()) };
    }
    if is_found(browser) {
        return Ok(None);
    }
    let package = if browser == Browser::Firefox { "firefox-esr" } else { "chromium" };
    apt_install(&[package])?;
    if is_found(browser) { Ok(None) } else { Err(format!("{package} was installed, but cannot be found").into()) }
}

/// Asks the end-to-end programs themselves, so that there is one list of places.
fn is_found(browser: Browser) -> bool {
    let code = format!("import {{ findBrowser }} from './lib/find.mjs'; findBrowser('{}')", browser.kind());
    let Ok(mut node) = command("node") else { return false };
    node.args(["--input-type=module", "--eval", &code]);
    node.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// Installs Debian packages where that needs nobody's password; else names the command that does.
fn apt_install(packages: &[&str]) -> Outcome {
    let packages_line = packages.join(" ");
    if find("apt-get").is_none() {
        let brew = if cfg!(target_os = "macos") { format!(" (brew install {packages_line})") } else { String::new() };
        return Err(format!("missing: {packages_line}. Install it with your system's package manager{brew}").into());
    }
    let is_root = output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if !is_root {
        return Err(format!("missing: {packages_line}. This installs it: sudo apt-get install {packages_line}").into());
    }
    println!("Installing {packages_line}: apt-get install {packages_line}");
    let apt = |args: &[&str]| run(Command::new("apt-get").args(args).env("DEBIAN_FRONTEND", "noninteractive"));
    apt(&["update", "-q"])?;
    apt(&[&["install", "-q", "-y", "--no-install-recommends"], packages].concat())
}
