//! What every rewrite keeps to, whatever the note.

use connote::count::{Limit, LimitFrom};
use connote::report::{Rewrite, Style};
use connote::review::{Context, read, review_note};
use connote::rewrite;
use connote::text::utf16_len;
use proptest::prelude::*;

fn context(units: usize, recipient: Option<&str>) -> Context {
    Context { limit: Limit { units, from: LimitFrom::Counter }, recipient: recipient.map(Into::into), ..Context::default() }
}

fn rewrites(text: &str, context: &Context) -> Vec<Rewrite> {
    let note = read(text, context);
    rewrite::rewrites(&note, &review_note(&note, text, context), context)
}

fn style(all: &[Rewrite], style: Style) -> &str {
    all.iter().find(|rewrite| rewrite.style == style).map_or("", |rewrite| rewrite.text.as_str())
}

/// What must hold of any rewrite of any text.
fn holds(text: &str, context: &Context) {
    // A few letters can be in any language; the rewrite is judged in the one that it was written in.
    let language = read(text, context).language();
    let context = &Context { language, ..context.clone() };
    for rewrite in rewrites(text, context) {
        let units = utf16_len(&rewrite.text);
        assert!(units <= context.limit.units, "too long: {:?}", rewrite.text);
        assert_eq!(rewrite.remaining, context.limit.units.cast_signed() - units.cast_signed());
        let wide: Vec<u16> = rewrite.text.encode_utf16().collect();
        for blank in &rewrite.blanks {
            let shown = wide.get(blank.at.start..blank.at.end).and_then(|units| String::from_utf16(units).ok());
            assert_eq!(shown, Some(format!("[{}]", blank.label)));
        }
        assert!(rewrite.blanks.len() <= 2);
        let filled = rewrite::filled(&rewrite);
        // What fills a blank may be longer than its brackets.
        let context = &Context { limit: Limit { units: rewrite::NO_LIMIT, ..context.limit }, ..context.clone() };
        let report = review_note(&read(&filled, context), &filled, context);
        let left: Vec<&str> = report.findings.iter().filter(|finding| rewrite::counts(finding)).map(|finding| finding.rule).collect();
        assert!(left.is_empty(), "{:?} still has {left:?}", rewrite.text);
        for kept in &rewrite.keeps {
            assert!(rewrite.text.contains(kept.as_str()));
        }
    }
}

#[test]
fn what_was_found_goes_and_the_rest_stays() {
    let text = "Hi Mara, we both teach ceramics in Delft, and I liked your glaze tests. Look at https://glaze.example/tests please!!";
    let all = rewrites(text, &context(300, None));
    assert_eq!(
        style(&all, Style::Warm),
        "Hi Mara, we both teach ceramics in Delft, and I liked your glaze tests. It'd be lovely to connect."
    );
    let warm = all.iter().find(|rewrite| rewrite.style == Style::Warm).unwrap();
    assert!(warm.clears.contains(&"contains-link"));
    assert!(warm.keeps.iter().any(|fact| fact == "Delft"));
    assert!(warm.blanks.is_empty());
}

#[test]
fn an_empty_note_gets_openings_with_blanks() {
    let all = rewrites("", &context(200, Some("Ines Duarte")));
    assert_eq!(all.len(), 3);
    assert!(style(&all, Style::Brief).starts_with("Hi Ines, we both [what you share]."), "{all:?}");
    assert!(all.iter().all(|rewrite| !rewrite.blanks.is_empty()));
}

#[test]
fn the_users_own_line_says_who_writes_where_the_draft_does_not() {
    let context = Context { about: Some("I restore church organs in Jena".to_owned()), ..context(300, Some("Ines Duarte")) };
    let all = rewrites("Let's connect!", &context);
    assert!(style(&all, Style::Warm).contains(". I restore church organs in Jena. "), "{all:?}");
    let german = rewrites("Lass uns vernetzen!", &context);
    assert!(german.len() == 3 && german.iter().all(|rewrite| !rewrite.text.contains("Jena")), "{german:?}");
    let own = rewrites("Hi Ines, I bind books in Leeds, and your post on goatskin helped me. Accept now!!", &context);
    assert!(!own.is_empty() && own.iter().all(|rewrite| !rewrite.text.contains("Jena")), "{own:?}");
}

#[test]
fn no_fact_outside_of_a_problem_is_lost_while_anything_else_can_go() {
    let text = "Hi Ines, I have mended tide mills in Brest since 1998. It is a fine day here and the sea looks calm. I like your work on the Rance. Thanks in advance. Best regards, Omar";
    let all = rewrites(text, &context(120, None));
    assert!(!all.is_empty());
    for rewrite in &all {
        assert!(["Ines", "Brest", "1998", "Rance", "Omar"].iter().all(|fact| rewrite.text.contains(fact)), "{:?}", rewrite.text);
    }
}

#[test]
fn the_slots_of_a_template_become_blanks() {
    for (text, expected) in [
        (
            "Dear [Name], your article on peat changed how we plant. I'd love to connect.",
            "Your article on peat changed how we plant. I'd love to connect.",
        ),
        ("Hello {{first_name}}, your work at {{company}} helped us drain moors in Fife.", "[their company]"),
    ] {
        let all = rewrites(text, &context(200, None));
        assert!(style(&all, Style::Brief).contains(expected), "{all:?}");
    }
}

#[test]
fn what_hung_on_a_problem_goes_with_it() {
    let all = rewrites(
        "Hi Mila, please send me an invitation, I've run out of mine. I teach the cello in Ghent, as you do.",
        &context(200, None),
    );
    assert_eq!(style(&all, Style::Brief), "Hi Mila, I teach the cello in Ghent, as you do. May I invite you to connect?");
}

#[test]
fn nothing_is_longer_than_its_limit_however_small() {
    let text = "Dear Dr. Bell, I heard you speak at the Bonn tram forum in May, and your figures on night lines changed our timetable. We run 14 lines in Jena. I would be very glad to connect and to compare notes on drivers' rosters. Kind regards, Omar";
    for units in [0, 1, 20, 40, 60, 100, 150, 200, 300] {
        holds(text, &context(units, None));
    }
}

#[test]
fn an_unknown_language_gets_none() {
    assert!(rewrites("Szia Anna, örülök", &context(200, None)).is_empty());
}

#[test]
fn a_rewrite_of_a_rewrite_is_no_worse() {
    let context = context(200, None);
    for text in
        ["Hi Jo, could you refer me at Zeiss? I grind lenses in Jena.", "Let's connect!", "Hallo Jan, ich baue Orgeln in Ulm wie du!!"]
    {
        for rewrite in rewrites(text, &context) {
            let again = rewrites(&rewrite.text, &context);
            if let Some(same) = again.iter().find(|other| other.style == rewrite.style) {
                assert_eq!(same.text, rewrite.text);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_borne(text in "\\PC{0,300}", units in 0_usize..400) {
        holds(&text, &context(units, None));
    }

    #[test]
    fn any_note_like_text_is_borne(
        words in proptest::collection::vec(
            proptest::sample::select(vec!["Hi", "Anna,", "we", "met", "in", "Bonn.", "could", "you", "refer", "me", "https://a.example", "[Name]", "and", "please!!", "connect?", "(", "“", "\n", "Best,", "wäre", "👋", "I", "met", "[where you met]"]),
            0..60,
        ),
        units in 0_usize..400,
    ) {
        holds(&words.join(" "), &context(units, Some("Anna Bell")));
    }
}
