//! `dist`: the folders that browsers load, and the zip that a store takes.

use crate::run::dist_dir;
use crate::{Outcome, budgets, files, package, wasm};

pub(crate) fn command(mut args: lexopt::Parser) -> Outcome {
    if let Some(arg) = args.next()? {
        return Err(arg.unexpected().into());
    }
    dist()
}

/// Builds everything and checks the budgets.
///
/// # Errors
/// When it does not build or is too large.
pub(crate) fn dist() -> Outcome {
    let modules = wasm::build_all()?;
    let extension = package::extension(&modules)?;
    let playground = package::playground(&extension)?;
    let zip = package::zip(&extension)?;
    let dist = dist_dir()?;
    files::mirror(&dist.join("extension"), &extension)?;
    files::mirror(&dist.join("www"), &playground)?;
    files::write(&dist.join(format!("connote-{}.zip", env!("CARGO_PKG_VERSION"))), &zip)?;
    package::check_references(&extension)?;
    budgets::check(&extension, &zip)?;
    println!("In {}: extension/ to load unpacked, www/ to serve, and the zip.", dist.display());
    Ok(())
}
