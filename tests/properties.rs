//! What holds for any input at all.

use connote::count::{Limit, LimitFrom};
use connote::plain;
use connote::report::{Edit, Range, Report};
use connote::rewrite::review_with_rewrites;
use connote::{Context, review};
use proptest::prelude::*;
use std::time::{Duration, Instant};

/// Pieces of which notes, template slots and nonsense are made.
const PIECES: &[&str] = &[
    "Hi Mara,",
    "Dear Dr. Holt",
    "I'd like to add you to my professional network",
    "would love to connect",
    "[First Name]",
    "{{company}}",
    "<name>",
    "https://a.example/x?y=1",
    "me@firm.example",
    "+49 170 1234567",
    "@maker",
    "u r gr8",
    "THX!!!",
    "i teach",
    "your",
    "its",
    "the the",
    "can you get me a job",
    "we met at",
    "Best,\nInes",
    "Hallo Frau Groß,",
    "J'aimerais",
    "¿Podemos",
    "você",
    "perché",
    "'s",
    "👋🏽",
    "🏳️‍🌈",
    "你好",
    "שלום",
    "مرحبا",
    "e\u{301}",
    "\u{200b}",
    "\u{feff}",
    "\0",
    "\u{fffd}",
    "\r\n",
    "\n\n",
    "\t",
    " ",
    "  ",
    ".",
    "?",
    "!",
    ",",
    "…",
    "—",
    "(",
    "]",
    "\"",
    "”",
    "İ",
    "ß",
    "ﬁ",
    "ǅ",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => "[a-zA-Z ,.'!?]{0,12}",
    ];
    (prop::collection::vec(piece, 0..40), prop::sample::select(&["", " "][..])).prop_map(|(pieces, glue)| pieces.join(glue))
}

fn context() -> impl Strategy<Value = Context> {
    let limit = prop::sample::select(&[0_usize, 1, 20, 200, 300][..]);
    let recipient = prop::option::of(prop::sample::select(&["", "Mara", "Dr. Ines Holt-Groß", "李", "LinkedIn Member"][..]));
    (limit, recipient).prop_map(|(units, recipient)| Context {
        limit: Limit { units, from: LimitFrom::Counter },
        recipient: recipient.map(str::to_owned),
        ..Context::default()
    })
}

fn units(text: &str) -> Vec<u16> {
    text.encode_utf16().collect()
}

/// Whether a range lies inside and cuts no character in two.
fn fits(text: &[u16], at: Range) -> bool {
    let is_boundary = |unit: usize| unit == text.len() || text.get(unit).is_some_and(|unit| !(0xDC00..0xE000).contains(unit));
    at.start <= at.end && is_boundary(at.start) && is_boundary(at.end)
}

fn edits(report: &Report) -> impl Iterator<Item = &Edit> {
    report.findings.iter().flat_map(|finding| &finding.fixes)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_a_sound_report(text in text(), context in context()) {
        let report = review(&text, &context);
        let utf16 = units(&text);
        prop_assert_eq!(report.length, utf16.len());
        prop_assert_eq!(report.remaining, context.limit.units.cast_signed() - utf16.len().cast_signed());
        prop_assert!(report.score <= 100);
        prop_assert_eq!(report.parts.iter().map(|part| u32::from(part.weight)).sum::<u32>(), 100);
        let places = report.findings.iter().filter_map(|finding| finding.at).chain(report.signals.iter().map(|found| found.at));
        for at in places.chain(edits(&report).map(|edit| edit.at)) {
            prop_assert!(fits(&utf16, at), "{:?} in {} units", at, utf16.len());
        }
        for at in report.findings.iter().filter_map(|finding| finding.at) {
            prop_assert!(at.start < at.end, "nothing to underline at {:?}", at);
        }
    }

    #[test]
    fn fixes_apply_and_change_something(text in text(), context in context()) {
        for edit in edits(&review(&text, &context)) {
            let after = plain::edited(&text, edit);
            prop_assert_ne!(&after, &text, "{} changes nothing", &edit.label);
            let expected = units(&text).len() - (edit.at.end - edit.at.start) + units(&edit.replacement).len();
            prop_assert_eq!(units(&after).len(), expected);
        }
    }

    #[test]
    fn a_review_is_the_same_every_time(text in text(), context in context()) {
        prop_assert_eq!(review(&text, &context), review(&text, &context));
    }

    #[test]
    fn rules_that_are_off_are_silent(text in text(), context in context()) {
        let fired: Vec<String> = review(&text, &context).findings.iter().map(|finding| finding.rule.to_owned()).collect();
        let quiet = review(&text, &Context { rules_off: fired, ..context });
        prop_assert!(quiet.findings.is_empty());
    }

    #[test]
    fn rewrites_fit_the_limit(text in text(), context in context()) {
        for rewrite in review_with_rewrites(&text, &context).rewrites {
            let utf16 = units(&rewrite.text);
            prop_assert!(rewrite.remaining >= 0);
            prop_assert_eq!(rewrite.remaining, context.limit.units.cast_signed() - utf16.len().cast_signed());
            for blank in &rewrite.blanks {
                prop_assert!(fits(&utf16, blank.at) && blank.at.start < blank.at.end);
            }
        }
    }

    #[test]
    fn plain_text_holds_the_note(text in text(), context in context()) {
        let report = review_with_rewrites(&text, &context);
        let shown = plain::report(&text, &report);
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        prop_assert!(letters(&shown).contains(&letters(&text)) || text.encode_utf16().count() > 70);
    }
}

/// Everything that a page may hand over at once: a book, one endless word, only marks.
fn huge(units: usize) -> Vec<String> {
    ["Hi Mara, would you get me a job at https://a.example? ", "x", "!", "👋", "\n", "[", "(", "@", "1", "'", "a b\u{301} "]
        .map(|piece| piece.repeat(units / piece.encode_utf16().count()))
        .into()
}

fn time(text: &str) -> Duration {
    let start = Instant::now();
    let report = review_with_rewrites(text, &Context::default());
    assert_eq!(report.length, text.encode_utf16().count());
    start.elapsed()
}

#[test]
fn a_million_units_are_judged_quickly() {
    for text in huge(1_000_000) {
        let took = time(&text);
        // Unoptimised code on a busy machine: work without a cap would take minutes. `cargo xtask bench` holds the real bound.
        assert!(took < Duration::from_secs(20), "{:?}… took {took:?}", text.chars().take(12).collect::<String>());
    }
}

#[test]
fn the_part_that_is_judged_costs_in_proportion_to_its_length() {
    time("Hi Mara");
    // The least of several: other tests run on the same cores.
    let best = |text: &str| (0..7).map(|_| time(text)).min().unwrap_or_default();
    let mut slow = Vec::new();
    for (short, long) in huge(1_000).iter().zip(huge(8_000)) {
        let times = (best(short), best(&long));
        // Eight times the text: quadratic work would take sixty-four times as long.
        if times.1 > times.0 * 32 + Duration::from_millis(50) {
            slow.push(format!("{:?}… {times:?}", short.chars().take(12).collect::<String>()));
        }
    }
    assert!(slow.is_empty(), "\n{}\n", slow.join("\n"));
}
