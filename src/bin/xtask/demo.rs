//! `demo`: a browser with the extension and a rebuilt invitation dialog in front; or pictures of it.

use crate::Outcome;
use crate::dist::dist;
use crate::run::run;
use crate::tools::{Browser, any_browser, ensure_browser, ensure_packages, node};
use lexopt::prelude::*;
use std::path::PathBuf;

pub(crate) fn command(mut args: lexopt::Parser) -> Outcome {
    let mut browsers = Vec::new();
    let mut pictures: Option<PathBuf> = None;
    let mut is_headless = false;
    while let Some(arg) = args.next()? {
        match arg {
            Long("browser") => browsers.push(Browser::from_name(&args.value()?.string()?)?),
            Long("headless") => is_headless = true,
            Long("screenshot") => pictures = Some(std::path::absolute(args.value()?)?),
            other => return Err(other.unexpected().into()),
        }
    }
    ensure_packages()?;
    if browsers.is_empty() {
        browsers = if pictures.is_some() { vec![Browser::Chromium, Browser::Firefox] } else { vec![any_browser()] };
    }
    let programs = browsers.iter().map(|&browser| ensure_browser(browser)).collect::<Outcome<Vec<_>>>()?;
    dist()?;
    for (browser, program) in browsers.iter().zip(programs) {
        let mut demo = node("demo.mjs")?;
        demo.args(["--browser", browser.kind()]);
        demo.args(is_headless.then_some("--headless"));
        demo.args(pictures.iter().flat_map(|folder| ["--screenshot".as_ref(), folder.as_os_str()]));
        demo.envs(program.map(|program| ("CONNOTE_CHROMIUM", program)));
        run(&mut demo)?;
    }
    if let Some(folder) = pictures {
        println!("Pictures are in {}.", folder.display());
    }
    Ok(())
}
