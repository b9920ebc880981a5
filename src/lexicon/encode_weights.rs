//! The weights of features to a packed table; `lexicon/weights.rs` is the other end.

use super::encode::{Failure, Table};
use super::hash::fnv;
use std::collections::BTreeMap;

/// What stands between a feature, or a label, and its points.
const IS: &str = " = ";

/// The weights of a language's features from their file, `src/evidence/<language>.txt`; an empty text gives an empty table.
///
/// `@label = -20 60`: a label, its points before anything is read and those of its phrases. `our team = label +7, other -3`: a
/// feature, and its points for and against labels.
///
/// # Errors
/// What cannot be read, with its line.
pub(crate) fn weights(file: &str) -> Result<Vec<u8>, Failure> {
    let mut labels: Vec<(&str, [usize; 2])> = Vec::new();
    let mut features: BTreeMap<u32, Vec<(usize, usize)>> = BTreeMap::new();
    for (line, number) in file.lines().zip(1..) {
        let at = |what: String| format!("line {number}: {what}");
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        // A feature can have a comma of its own, but no such sign.
        let (name, points) = line.rsplit_once(IS).ok_or_else(|| at(format!("no `{}`", IS.trim())))?;
        if let Some(label) = name.strip_prefix('@') {
            let (bias, told) = points.split_once(' ').ok_or_else(|| at("a label has two numbers".to_owned()))?;
            labels.push((label, [signed(bias).map_err(at)?, signed(told).map_err(at)?]));
            continue;
        }
        let mut own = Vec::new();
        for pair in points.split(", ") {
            let (label, points) = pair.split_once(' ').ok_or_else(|| at("a label without points".to_owned()))?;
            let known = labels.iter().position(|known| known.0 == label);
            own.push((known.ok_or_else(|| at(format!("no label is called `{label}`")))?, signed(points).map_err(at)?));
        }
        if features.insert(fnv(name.as_bytes()), own).is_some() {
            return Err(at(format!("`{name}` stands there twice, or has the hash of another feature")));
        }
    }
    let mut table = Table::default();
    table.bytes(labels.iter().map(|label| label.0).collect::<Vec<_>>().join("\n").as_bytes());
    if labels.is_empty() {
        return Ok(table.bytes);
    }
    labels.iter().flat_map(|label| label.1).for_each(|number| table.number(number));
    table.number(features.len());
    let mut last = 0;
    for (hash, points) in features {
        table.number((hash - last) as usize);
        last = hash;
        table.number(points.len());
        for (label, points) in points {
            table.number(label);
            table.number(points);
        }
    }
    Ok(table.bytes)
}

/// A number that may be below nought as the table has it: its double, and the lowest bit for the sign.
fn signed(text: &str) -> Result<usize, Failure> {
    let number: i32 = text.parse().map_err(|_| format!("`{text}` is no number"))?;
    Ok(2 * number.unsigned_abs() as usize + usize::from(number < 0))
}
