//! What goes into the package and into the playground, and the zip.

use crate::Outcome;
use crate::files::{self, Files};
use crate::run::root;
use crate::texts;
use connote::lexicon;
use connote::text::Lang;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

/// Kinds of files that a browser reads; anything else in the folders is for those who work on them.
const SHIPPED: &[&str] = &["css", "html", "js", "json", "png"];

/// What the playground does without: it is a page, not an extension.
const EXTENSION_ONLY: &[&str] = &["manifest.json", "background.js"];

/// The extension: the files of `extension/`, the wasm modules, and the lexicons that they load.
///
/// # Errors
/// When a file cannot be read.
pub(crate) fn extension(modules: &Files) -> Outcome<Files> {
    let mut files = files::below(&root().join("extension"), is_shipped)?;
    files.extend(modules.clone());
    let lexicons = Lang::ALL.map(Some).into_iter().chain([None]);
    files.extend(lexicons.map(|lang| (format!("lexicon/{}.bin", lexicon::file_name(lang)), lexicon::file(lang).to_vec())));
    texts::pack(&mut files)?;
    Ok(files)
}

/// The playground: the files of `www/`, and below `connote/` what the extension shows in a page.
///
/// # Errors
/// When a file cannot be read.
pub(crate) fn playground(extension: &Files) -> Outcome<Files> {
    let mut files = files::below(&root().join("www"), is_shipped)?;
    let shared = extension.iter().filter(|(name, _)| !EXTENSION_ONLY.contains(&name.as_str()));
    files.extend(shared.map(|(name, content)| (format!("connote/{name}"), content.clone())));
    // Its frames are pages of their own, which have no `chrome` either.
    if let Some(boot) = files.get_mut("connote/boot.js") {
        boot.splice(0..0, b"import '../shim.js';\n".iter().copied());
    }
    Ok(files)
}

/// The files as a zip, the same bytes for the same files: sorted, without dates.
///
/// # Errors
/// When it does not fit the format.
pub(crate) fn zip(files: &Files) -> Outcome<Vec<u8>> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o644);
    for (name, content) in files {
        zip.start_file(name, options)?;
        zip.write_all(content)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// The extension's manifest.
///
/// # Errors
/// When there is no manifest or it is no JSON.
fn manifest(files: &Files) -> Outcome<serde_json::Value> {
    let manifest = files.get("manifest.json").ok_or("extension/manifest.json is missing")?;
    serde_json::from_slice(manifest).map_err(|error| format!("extension/manifest.json: {error}").into())
}

/// Names of the scripts that run in LinkedIn's pages.
///
/// # Errors
/// As [`manifest`].
pub(crate) fn content_scripts(files: &Files) -> Outcome<Vec<String>> {
    let manifest = manifest(files)?;
    let entries = manifest.get("content_scripts").and_then(|list| list.as_array()).into_iter().flatten();
    let scripts = entries.filter_map(|entry| entry.get("js")?.as_array()).flatten();
    Ok(scripts.filter_map(|name| name.as_str().map(str::to_owned)).collect())
}

fn is_shipped(name: &str) -> bool {
    has_end(name, SHIPPED) && !name.ends_with("jsconfig.json")
}

/// Whether a file is of one of these kinds.
pub(crate) fn has_end(name: &str, ends: &[&str]) -> bool {
    name.rsplit_once('.').is_some_and(|(_, end)| ends.contains(&end))
}

/// Checks that the files which the manifest and the pages name are there: a browser would miss them in silence.
///
/// # Errors
/// When one is missing.
pub(crate) fn check_references(files: &Files) -> Outcome {
    let mut names = content_scripts(files)?;
    for page in files.iter().filter(|(name, _)| has_end(name, &["html"])).map(|(_, page)| String::from_utf8_lossy(page)) {
        for attribute in [" src=\"", " href=\""] {
            let values = page.split(attribute).skip(1).filter_map(|rest| rest.split('"').next());
            names.extend(values.filter(|name| !name.contains(':') && !name.starts_with('#')).map(str::to_owned));
        }
    }
    names.sort();
    names.dedup();
    let missing: Vec<String> = names.into_iter().filter(|name| !files.contains_key(name)).collect();
    if missing.is_empty() { Ok(()) } else { Err(format!("the package names files that it has not: {}", missing.join(", ")).into()) }
}
