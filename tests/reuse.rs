//! How well a form letter is told from a new note, over the project's own labelled notes.

#![expect(clippy::unwrap_used, reason = "a test may panic, and so may what only tests call")]

use connote::memory::essence::essence;
use connote::memory::fingerprint::{Fingerprint, Key, SAME};
use connote::note::Note;
use std::path::Path;

/// Unrelated notes that are compared with each other.
const NOTES: usize = 400;

/// Of those that few words were changed in, so many per cent must be seen.
const CAUGHT: usize = 95;

const KEY: Key = Key(*b"a key for a test");

/// Numbers that look like chance and are the same at each run (a linear congruence).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }
}

/// The labelled notes that have a fingerprint and are no canned sentence: those are the same whoever writes them.
fn notes() -> Vec<(String, Fingerprint)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/labelled");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let lines: Vec<serde_json::Value> = files
        .iter()
        .filter(|file| file.extension().is_some_and(|end| end == "jsonl"))
        .flat_map(|file| std::fs::read_to_string(file).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect::<Vec<_>>())
        .collect();
    let is_canned = |note: &serde_json::Value| note["problems"].as_array().unwrap().iter().any(|rule| rule == "default-invitation");
    let mut notes: Vec<_> = lines
        .iter()
        .filter(|note| !is_canned(note))
        .map(|note| note["text"].as_str().unwrap().to_owned())
        .filter_map(|text| fingerprint(&text).map(|found| (text, found)))
        .collect();
    // Evenly over the files, so that all languages are among them.
    let all = notes.len();
    let mut at = 0;
    notes.retain(|_| {
        at += 1;
        at * NOTES / all > (at - 1) * NOTES / all
    });
    notes
}

fn fingerprint(text: &str) -> Option<Fingerprint> {
    Fingerprint::of(&essence(&Note::new(text, None)), KEY)
}

#[test]
fn unrelated_notes_raise_no_alarm() {
    let notes = notes();
    assert_eq!(notes.len(), NOTES);
    let alarms: Vec<_> = notes
        .iter()
        .enumerate()
        .filter_map(|(at, (text, one))| {
            let before = notes.iter().take(at).map(|(other, found)| (one.likeness(found), other)).max()?;
            (before.0 >= SAME).then_some((before, text))
        })
        .collect();
    println!("{} of {NOTES} unrelated notes seem to be sent again", alarms.len());
    assert!(alarms.len() * 100 <= NOTES, "{alarms:#?}");
}

#[test]
fn a_note_with_a_few_words_changed_is_seen() {
    let notes = notes();
    let mut chance = Chance(7);
    let vocabulary: Vec<&str> = notes.iter().flat_map(|(text, _)| text.split_whitespace()).collect();
    let (mut caught, mut tried) = (0, 0);
    for (text, one) in &notes {
        let mut words: Vec<&str> = text.split(' ').collect();
        // Fewer than one in five.
        let changes = (words.len() - 1) / 5;
        let mut changed = Vec::new();
        while changed.len() < changes {
            let at = chance.below(words.len());
            if !changed.contains(&at) {
                changed.push(at);
                words[at] = vocabulary[chance.below(vocabulary.len())];
            }
        }
        tried += 1;
        caught += usize::from(fingerprint(&words.join(" ")).is_some_and(|other| one.likeness(&other) >= SAME));
    }
    println!("{caught} of {tried} notes with fewer than one in five words changed are seen");
    assert!(caught * 100 >= tried * CAUGHT);
}
