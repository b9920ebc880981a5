//! How large the parts may be, and how large they are.

use crate::Outcome;
use crate::files::Files;
use crate::package::{content_scripts, has_end};
use flate2::{Compression, write::GzEncoder};
use std::io::Write;

/// One line of the table: a part, its sizes in bytes, and what it may be.
struct Line {
    part: &'static str,
    raw: usize,
    gzip: usize,
    /// The size that is held against the budget, in bytes, and the budget.
    budget: Option<(usize, Budget)>,
}

/// What a part should weigh and what it may weigh until it does, in KB.
#[derive(Clone, Copy)]
struct Budget {
    /// The aim.
    target: usize,
    /// The most that passes: the aim, or for a part that is still over it, about what it weighs today. Whoever raises it says in the commit what for.
    most: usize,
}

impl Budget {
    /// A budget that is kept.
    const fn kept(target: usize) -> Self {
        Self { target, most: target }
    }
}

/// The module that judges and rewords notes, zipped: LinkedIn’s pages load it with the panel. What judges is to stay within the aim; rewording has 30 KB of its own.
const WASM: Budget = Budget { target: 120, most: 150 };

/// The module of our own pages, zipped: what is remembered, templates among it, and the ways to plan with it.
const OPTIONS: Budget = Budget::kept(80);

/// The package, zipped: over while the lexicons are coded as they are, by the second module, which has the memory and which
/// LinkedIn's pages load for those alone who want it, by the weights of English words (45 KB),
/// and by the texts in twelve languages, of which a browser reads one.
const PACKAGE: Budget = Budget { target: 300, most: 885 };

/// Prints the sizes of a package and checks them.
///
/// # Errors
/// When a part is larger than its budget.
pub(crate) fn check(extension: &Files, zip: &[u8]) -> Outcome {
    let lines = lines(extension, zip)?;
    println!("{:<34}{:>10}{:>10}{:>18}", "", "bytes", "gzip", "budget");
    for Line { part, raw, gzip, budget } in &lines {
        let (budget, over) = budget.map_or((String::new(), ""), |(is, Budget { target, .. })| {
            (format!("{} of {target} KB", tenths(is)), if is > target * 1024 { "  over the target" } else { "" })
        });
        println!("{part:<34}{raw:>10}{gzip:>10}{budget:>18}{over}");
    }
    let over: Vec<String> = lines
        .iter()
        .filter_map(|line| {
            let (is, Budget { most, .. }) = line.budget?;
            (is > most * 1024).then(|| format!("{} has {} KB and may have {most}", line.part, tenths(is)))
        })
        .collect();
    if over.is_empty() { Ok(()) } else { Err(format!("over budget: {}", over.join("; ")).into()) }
}

fn lines(extension: &Files, zip: &[u8]) -> Outcome<Vec<Line>> {
    let size = |name: &str| extension.get(name).map_or((0, 0), |content| (content.len(), gzip_len(content)));
    let (wasm, wasm_gzip) = size("connote_bg.wasm");
    let (glue, glue_gzip) = size("connote.js");
    let (own, own_gzip) = size("options_bg.wasm");
    let (own_glue, own_glue_gzip) = size("options.js");
    let scripts = content_scripts(extension)?;
    let (first, first_gzip) = size("content.js");
    let (hand, hand_gzip) = scripts.iter().map(|name| size(name)).fold((0, 0), |sum, size| (sum.0 + size.0, sum.1 + size.1));
    let lexicons = |keep: fn(&str) -> bool| {
        let sizes = extension.keys().filter(|name| name.strip_prefix("lexicon/").is_some_and(keep)).map(|name| size(name));
        sizes.fold((0, 0), |sum, size| (sum.0 + size.0, sum.1 + size.1))
    };
    let (english, english_gzip) = lexicons(|name| ["en.bin", "every.bin"].contains(&name));
    let (others, others_gzip) = lexicons(|name| has_end(name, &["bin"]) && !["en.bin", "every.bin"].contains(&name));
    let texts = extension.keys().filter(|name| name.starts_with("_locales/") || name.starts_with("lexicon/pages."));
    let (texts, texts_gzip) = texts.map(|name| size(name)).fold((0, 0), |sum, size| (sum.0 + size.0, sum.1 + size.1));
    Ok(vec![
        Line { part: "connote_bg.wasm", raw: wasm, gzip: wasm_gzip, budget: Some((wasm_gzip, WASM)) },
        Line { part: "connote.js", raw: glue, gzip: glue_gzip, budget: None },
        Line { part: "options_bg.wasm", raw: own, gzip: own_gzip, budget: Some((own_gzip, OPTIONS)) },
        Line { part: "options.js", raw: own_glue, gzip: own_glue_gzip, budget: None },
        Line { part: "lexicons for an English note", raw: english, gzip: english_gzip, budget: None },
        Line { part: "lexicons of six other languages", raw: others, gzip: others_gzip, budget: None },
        Line { part: "texts in twelve languages", raw: texts, gzip: texts_gzip, budget: None },
        Line { part: "content.js", raw: first, gzip: first_gzip, budget: Some((first, Budget::kept(20))) },
        Line { part: "all scripts in LinkedIn's pages", raw: hand, gzip: hand_gzip, budget: Some((hand, Budget::kept(72))) },
        Line { part: "the package", raw: extension.values().map(Vec::len).sum(), gzip: zip.len(), budget: Some((zip.len(), PACKAGE)) },
    ])
}

fn gzip_len(content: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    // Writing into memory cannot fail; were it to, the part would show as 0.
    encoder.write_all(content).and_then(|()| encoder.finish()).map_or(0, |zipped| zipped.len())
}

/// Bytes as KB with one decimal.
fn tenths(bytes: usize) -> String {
    let tenths = bytes * 10 / 1024;
    format!("{}.{}", tenths / 10, tenths % 10)
}
