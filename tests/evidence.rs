//! What no phrase says and all words together do: that it is found, can be mended, and stays out of other languages.
#![expect(clippy::unwrap_used, reason = "a test may panic, and so may what only tests call")]

use connote::evidence::{Evidence, Verdict};
use connote::note::Note;
use connote::report::Finding;
use connote::text::Lang;
use connote::{Context, review};
use std::fs;
use std::path::Path;

/// The problems of a note, and what they say.
fn findings(text: &str) -> Vec<Finding> {
    review(text, &Context::default()).findings.into_iter().filter(|finding| finding.at.is_some()).collect()
}

fn fires(text: &str, rule: &str) -> bool {
    findings(text).iter().any(|finding| finding.rule == rule)
}

/// `text` after a finding's first fix.
fn fixed(text: &str, finding: &Finding) -> Option<String> {
    let fix = finding.fixes.first()?;
    let units: Vec<u16> = text.encode_utf16().collect();
    let (before, after) = (units.get(..fix.at.start)?, units.get(fix.at.end..)?);
    Some(String::from_utf16_lossy(&[before, &fix.replacement.encode_utf16().collect::<Vec<_>>(), after].concat()))
}

/// The notes that the classifier learned from.
fn learned() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/labelled/learn");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let lists = paths.iter().filter(|path| path.extension().is_some_and(|extension| extension == "txt"));
    let notes = lists.map(|path| fs::read_to_string(path).unwrap());
    notes.flat_map(|list| list.lines().map(|line| line.split_once('|').unwrap().1.to_owned()).collect::<Vec<_>>()).collect()
}

#[test]
fn what_is_hinted_at_is_found_and_what_comes_near_is_not() {
    for (rule, found, near) in [
        (
            "sales-pitch",
            "Hi Odile, most vineyards burn their cuttings. We fetch them, press briquettes and pay the grower by the tonne, 31 estates so far.",
            "Hi Odile, we burn our cuttings too, and your film on the old presses of the Gard was a joy. May I connect?",
        ),
        (
            "asks-for-job",
            "Dear Mr Voss, should the night shift at your bakery ever be short of a pair of hands, mine are free from May.",
            "Dear Mr Voss, the night shift at our bakery is short of hands as well. It would be good to compare notes.",
        ),
    ] {
        assert!(fires(found, rule), "{rule} is not seen in: {found}\n{:?}", findings(found));
        assert!(!fires(near, rule), "{rule} is seen in: {near}");
    }
}

#[test]
fn nearly_all_findings_are_cleared_by_their_first_fix() {
    let (mut all, mut kept) = (0, Vec::new());
    for text in learned().iter().step_by(7) {
        for finding in findings(text) {
            let Some(after) = fixed(text, &finding) else { continue };
            all += 1;
            if findings(&after).iter().filter(|left| left.rule == finding.rule).count()
                >= findings(text).iter().filter(|now| now.rule == finding.rule).count()
            {
                kept.push(format!("{}: {text}\n    -> {after}", finding.rule));
            }
        }
    }
    assert!(all > 500, "only {all} findings");
    assert!(kept.len() * 40 < all, "{} of {all} findings outlive their fix:\n{}", kept.len(), kept.join("\n"));
}

#[test]
fn languages_without_weights_have_phrases_alone() {
    let text =
        "Hi Odile, most vineyards burn their cuttings. We fetch them, press briquettes and pay the grower by the tonne, 31 estates so far.";
    for (lang, suspects) in [(Lang::En, true), (Lang::De, false), (Lang::Fr, false), (Lang::Nl, false)] {
        let verdict = Evidence::of(&Note::new(text, Some(lang))).verdict("sales-pitch", false);
        assert_eq!(verdict != Verdict::AsTold, suspects, "{lang:?}: {verdict:?}");
    }
}
