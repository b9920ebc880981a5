//! `bench`: what a review costs, natively and in wasm, how it grows, the sizes, the wait for the first warning, what a key
//! costs a typist, and what a tab without a dialog does.

use crate::run::{cargo, output, root, target_dir};
use crate::tools::{Browser, ensure_browser, ensure_packages, node};
use crate::wasm::{Loader, Source};
use crate::{Outcome, dist, files, wasm};

/// A figure's name, the most it may be, and what it is, in its unit.
const BUDGETS: &[(&str, f64, &str)] = &[
    ("native-review", 40.0, "µs for a note of 300 characters, native"),
    ("native-rewrites", 4_000.0, "µs for the same with its rewrites, native"),
    ("wasm-review", 100.0, "µs for the same in wasm"),
    ("native-growth", 12.0, "times the time for 1 MB instead of 100 KB, native"),
    ("wasm-growth", 12.0, "times the time for 1 MB instead of 100 KB, wasm"),
    ("native-1m", 50_000.0, "µs for 1 MB, native"),
    ("wasm-1m", 50_000.0, "µs for 1 MB in wasm"),
    ("native-reuse", 1_000.0, "µs to compare a note with 10,000 that were sent"),
    ("wasm-first", 50_000.0, "µs for the very first review in wasm"),
    ("first-warning chromium", 150.0, "ms from the dialog's opening to the first warning, Chromium"),
    ("first-warning firefox", 150.0, "ms from the dialog's opening to the first warning, Firefox"),
    ("typing chromium-300-p50", 1.0, "ms more for a key at 300 characters, median, Chromium slowed 4 times"),
    ("typing chromium-300-p95", 4.0, "ms more for a key at 300 characters, 95th percentile, Chromium slowed 4 times"),
    ("typing chromium-1000-p50", 1.0, "ms more for a key at 1,000 characters, median, Chromium slowed 4 times"),
    ("typing chromium-1000-p95", 4.0, "ms more for a key at 1,000 characters, 95th percentile, Chromium slowed 4 times"),
    ("typing firefox-300-p50", 1.0, "ms more for a key at 300 characters, median, Firefox"),
    ("typing firefox-300-p95", 4.0, "ms more for a key at 300 characters, 95th percentile, Firefox"),
    ("typing firefox-1000-p50", 1.0, "ms more for a key at 1,000 characters, median, Firefox"),
    ("typing firefox-1000-p95", 4.0, "ms more for a key at 1,000 characters, 95th percentile, Firefox"),
    ("resting script", 1.0, "ms of script a second in a tab without a dialog"),
    ("resting timers", 0.0, "timers in a minute in a tab without a dialog"),
    ("resting wasm", 0.0, "uses of wasm in a minute in a tab without a dialog"),
    ("resting heap", 5.0, "% more heap after 200 dialogs, opened and closed"),
    ("resting listeners", 0.0, "more listeners after 200 dialogs, opened and closed"),
];

pub(crate) fn command(mut args: lexopt::Parser) -> Outcome {
    if let Some(arg) = args.next()? {
        return Err(arg.unexpected().into());
    }
    dist::dist()?;
    let mut figures = figures(&output(cargo().args(["bench", "--bench", "review"]))?);
    ensure_packages()?;
    figures.extend(self::figures(&in_wasm()?));
    for kind in ["native", "wasm"] {
        if let (Some(short), Some(long)) = (get(&figures, &format!("{kind}-100k")), get(&figures, &format!("{kind}-1m"))) {
            figures.push((format!("{kind}-growth"), long / short));
        }
    }
    let waits = waits();
    figures.extend(waits.as_deref().map(self::figures).unwrap_or_default());
    report(&figures)?;
    waits.map(drop)
}

/// How long users wait for the first warning, what a key costs them, and what a tab without a dialog does.
fn waits() -> Outcome<String> {
    ensure_browser(Browser::Chromium)?;
    ensure_browser(Browser::Firefox)?;
    ["timings.mjs", "typing.mjs", "resting.mjs"].into_iter().map(|script| output(&mut node(script)?)).collect()
}

/// Builds the library behind a door, with the shipped module's settings, and times it in Node.
fn in_wasm() -> Outcome<String> {
    let folder = target_dir()?.join("bench-wasm");
    files::mirror(&folder, &wasm::build(&Source::Example("review-wasm"), &Loader::Node)?)?;
    let bench = root().join("tests").join("bench");
    output(node(bench.join("wasm.cjs"))?.arg(folder.join("review-wasm.js")).arg(bench.join("note.txt")))
}

/// Reads lines of a name, which may have two words, and a figure; the rest of a line is for people.
fn figures(lines: &str) -> Vec<(String, f64)> {
    let figure = |line: &str| {
        let mut words = line.split_whitespace();
        let name =
            words.next().filter(|name| ["native-", "wasm-", "first-", "typing", "resting"].iter().any(|start| name.starts_with(start)))?;
        let second = words.next()?;
        match second.parse() {
            Ok(value) => Some((name.to_owned(), value)),
            Err(_) => Some((format!("{name} {second}"), words.next()?.parse().ok()?)),
        }
    };
    lines.lines().filter_map(figure).collect()
}

fn get(figures: &[(String, f64)], name: &str) -> Option<f64> {
    figures.iter().find(|(other, _)| other == name).map(|&(_, value)| value)
}

fn report(figures: &[(String, f64)]) -> Outcome {
    println!("\n{:>10}{:>10}", "measured", "at most");
    let mut over = Vec::new();
    for &(name, most, what) in BUDGETS {
        let Some(value) = get(figures, name) else { continue };
        let is_over = value > most;
        println!("{value:>10.1}{most:>10.0}  {what}{}", if is_over { "  <- over" } else { "" });
        over.extend(is_over.then_some(name));
    }
    if over.is_empty() { Ok(()) } else { Err(format!("over budget: {}", over.join(", ")).into()) }
}

#[cfg(test)]
mod tests {
    use super::figures;

    #[test]
    fn figures_are_read_from_what_people_read() {
        let lines = "running 0 tests\nnative-review 12.5\nfirst-warning chromium 93 ms (median of 15, 80 to 121)\nfirst-warning\n";
        assert_eq!(figures(lines), [("native-review".to_owned(), 12.5), ("first-warning chromium".to_owned(), 93.0)]);
    }
}
