//! `looks`: compares what every surface looks like with the pictures that are kept, or keeps new ones.

use crate::Outcome;
use crate::dist::dist;
use crate::run::run;
use crate::tools::{Browser, ensure_browser, ensure_packages, node};
use lexopt::prelude::*;

pub(crate) fn command(mut args: lexopt::Parser) -> Outcome {
    let mut is_blessed = false;
    while let Some(arg) = args.next()? {
        match arg {
            Long("bless") => is_blessed = true,
            other => return Err(other.unexpected().into()),
        }
    }
    ensure_packages()?;
    ensure_browser(Browser::Chromium)?;
    dist()?;
    let mut looks = node("looks.mjs")?;
    looks.args(is_blessed.then_some("--bless"));
    run(&mut looks)
}
