//! Files, with errors that name them.

use crate::Outcome;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Files by their path below some folder, with `/` between its parts.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// Reads a file.
///
/// # Errors
/// When it cannot be read.
pub(crate) fn read(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()).into())
}

/// Reads a text file.
///
/// # Errors
/// When it cannot be read or is not UTF-8.
pub(crate) fn read_text(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()).into())
}

/// Writes a file and the folders that lead to it; one that has the content already keeps its date.
///
/// # Errors
/// When it cannot be written.
pub(crate) fn write(path: &Path, content: &[u8]) -> Outcome {
    if fs::read(path).is_ok_and(|old| old == content) {
        return Ok(());
    }
    path.parent()
        .map_or(Ok(()), fs::create_dir_all)
        .and_then(|()| fs::write(path, content))
        .map_err(|error| format!("{}: {error}", path.display()).into())
}

/// Every file below a folder whose path `keep` likes; none when there is no such folder.
///
/// # Errors
/// When something in it cannot be read.
pub(crate) fn below(folder: &Path, keep: impl Fn(&str) -> bool) -> Outcome<Files> {
    let mut files = Files::new();
    for name in names_below(folder)?.into_iter().filter(|name| keep(name)) {
        let content = read(&folder.join(&name))?;
        files.insert(name, content);
    }
    Ok(files)
}

/// Makes a folder hold these files and no others.
///
/// # Errors
/// When something cannot be written or removed.
pub(crate) fn mirror(folder: &Path, files: &Files) -> Outcome {
    for name in names_below(folder)?.into_iter().filter(|name| !files.contains_key(name)) {
        let path = folder.join(name);
        fs::remove_file(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    files.iter().try_for_each(|(name, content)| write(&folder.join(name), content))
}

fn names_below(folder: &Path) -> Outcome<Vec<String>> {
    let mut names = Vec::new();
    let mut open = vec![String::new()];
    while let Some(prefix) = open.pop() {
        let here = folder.join(&prefix);
        if !here.is_dir() {
            continue;
        }
        for entry in fs::read_dir(&here).map_err(|error| format!("{}: {error}", here.display()))? {
            let entry = entry?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() { open.push(name + "/") } else { names.push(name) }
        }
    }
    names.sort();
    Ok(names)
}
