//! What every file of wordings keeps to.

use super::{SECTIONS, heading, is_for, of, parse};
use crate::review::{Context, review};
use crate::text::Lang;
use std::collections::HashMap;

/// How many parts the entries of a section have.
fn parts(section: &str) -> usize {
    match section.trim_end_matches(" familiar").trim_end_matches(" polite") {
        "blanks" => 3,
        "formal hello" | "formal closing" | "formal" | "short" | "soften" | "slots" => 2,
        _ => 1,
    }
}

#[test]
fn an_ask_with_a_reason_shows_both() {
    for lang in Lang::ALL {
        let wording = of(lang).unwrap();
        for (polite, asks) in wording.ask_why.iter().enumerate() {
            assert_eq!(asks.len(), 3, "{}", lang.tag());
            let [_, _, why] = wording.blanks(polite).iter().find(|[mark, ..]| *mark == "{why}").unwrap();
            for ask in asks {
                let text = ask.replace("{why}", why);
                let report = review(&text, &Context { language: Some(lang), ..Context::default() });
                let shown = |id: &str| report.signals.iter().any(|signal| signal.signal == id);
                assert!(shown("states-reason") && shown("polite-ask"), "{text}: {:?}", report.signals);
            }
        }
    }
}

#[test]
fn every_file_is_complete() {
    let mut wrong = Vec::new();
    for lang in Lang::ALL {
        let path = format!("src/rewrite/wording/{}.txt", lang.tag());
        let text = std::fs::read_to_string(&path).unwrap();
        let mut given: HashMap<&str, usize> = HashMap::new();
        let mut section = "";
        for (line, number) in text.lines().zip(1..) {
            let mut say = |what: &str| wrong.push(format!("{path}:{number}: {what}: {line}"));
            if let Some(name) = heading(line) {
                section = name;
                let mut places = SECTIONS.iter().filter(|(place, _)| is_for(name, place)).peekable();
                if places.peek().is_none() {
                    say("an unknown section");
                }
                for (place, _) in places {
                    if let Some(before) = given.insert(place, number) {
                        say(&format!("given before, in line {before}"));
                    }
                }
            } else if !line.is_empty() && !line.starts_with('#') {
                if line.split(" | ").any(|entry| entry.split(" > ").count() != parts(section)) {
                    say(&format!("an entry of [{section}] has {} parts", parts(section)));
                }
                if line.split(['|', '>']).any(|part| part.trim().is_empty()) {
                    say("an empty entry");
                }
            }
        }
        for (name, _) in SECTIONS.iter().filter(|(name, _)| !given.contains_key(name)) {
            wrong.push(format!("{path}: [{name}] is missing"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_field_is_filled() {
    for lang in Lang::ALL {
        let mut wording = parse(crate::lexicon::list(Some(lang), "wording"));
        for (name, place) in SECTIONS {
            // A language may have one register alone, and no short forms to write out.
            let may_be_empty = name.ends_with(" words") || *name == "formal";
            assert!(may_be_empty || !place(&mut wording).is_empty(), "[{name}] of {}.txt is empty", lang.tag());
        }
        for chips in &wording.chips {
            assert_eq!(chips.len(), crate::rewrite::share::Share::ALL.len(), "[chips] of {}.txt", lang.tag());
            assert!(chips.iter().all(|chip| chip.contains('[') && chip.contains(']')), "a blank each in {}.txt", lang.tag());
        }
        for lists in [wording.hello, wording.invites, wording.openings, wording.closing] {
            assert!(lists.iter().all(|list| list.len() == 3), "an entry a style in {}.txt: {lists:?}", lang.tag());
        }
    }
}

#[test]
fn a_section_without_a_register_is_for_both() {
    let wording = parse("[share]\nA | B\n[learn polite]\nC\n[slots]\na b > c\n[unknown]\nD");
    assert_eq!(wording.share, [["A", "B"], ["A", "B"]]);
    assert_eq!(wording.learn, [vec![], vec!["C"]]);
    assert_eq!(super::pairs(&wording.slots), [["a b", "c"]]);
}

#[test]
fn every_blank_has_its_mark() {
    for lang in Lang::ALL {
        for polite in [0, 1] {
            let marks: Vec<&str> = of(lang).unwrap().blanks(polite).iter().map(|blank| blank[0]).collect();
            assert_eq!(marks, ["{share}", "{met}", "{work}", "{why}"], "{}", lang.tag());
        }
    }
}
