//! What a review costs, natively: `cargo bench`. Prints a figure a line; `cargo xtask bench` holds the budgets.

use connote::memory::essence::essence;
use connote::memory::reuse::reused;
use connote::memory::{Day, Fingerprint, Key, Outcome, Sent};
use connote::note::Note;
use connote::rewrite::review_with_rewrites;
use connote::{Context, Report, review};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// A note of 300 units as people write them, with something in it for several rules.
const NOTE: &str = include_str!("note.txt");

/// Invitations in a long history.
const HISTORY: usize = 10_000;

fn main() {
    // `cargo test --benches` only wants to know that it runs.
    let is_bench = std::env::args().any(|arg| arg == "--bench");
    let rounds = if is_bench { 2_000 } else { 1 };
    println!("native-review {}", micros(median(NOTE.trim_end(), rounds, review)));
    println!("native-rewrites {}", micros(median(NOTE.trim_end(), rounds.div_ceil(10), review_with_rewrites)));
    for (name, units) in [("10k", 10_000), ("100k", 100_000), ("1m", 1_000_000)] {
        let text = NOTE.repeat(units / NOTE.encode_utf16().count() + 1);
        println!("native-{name} {}", micros(median(&text, rounds.div_ceil(100), review)));
    }
    println!("native-reuse {}", micros(reuse(rounds.div_ceil(10))));
}

/// The median time of comparing a note, read already, with a long history in which nothing is like it.
fn reuse(rounds: usize) -> Duration {
    let key = Key([7; 16]);
    let words: Vec<&str> = NOTE.split_whitespace().collect();
    let sent: Vec<Sent> = (0..HISTORY)
        .map(|number| {
            // Other words for most of those in the note, the same for the rest: neighbours to be told apart with care.
            let text: Vec<String> = words
                .iter()
                .enumerate()
                .map(|(at, word)| if at % 3 == 0 { (*word).to_owned() } else { format!("x{number}y{at}") })
                .collect();
            Sent {
                day: Day::from_number(0),
                with_note: true,
                fingerprint: Fingerprint::of(&essence(&Note::new(&text.join(" "), None)), key),
                outcome: Outcome::Waiting,
                recipient: None,
                text: None,
            }
        })
        .collect();
    let words = essence(&Note::new(NOTE, None));
    let check = || Fingerprint::of(black_box(&words), key).and_then(|own| reused(&own, &sent));
    timed(rounds, || assert_eq!(black_box(check()), None))
}

/// The median time of one review.
fn median(text: &str, rounds: usize, review: fn(&str, &Context) -> Report) -> Duration {
    let context = Context::default();
    // The first one reads the tables into the cache.
    black_box(review(text, &context));
    timed(rounds, || _ = black_box(review(black_box(text), &context)))
}

/// The median time of a piece of work.
fn timed(rounds: usize, work: impl Fn()) -> Duration {
    let mut times: Vec<Duration> = (0..rounds)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn micros(time: Duration) -> String {
    format!("{:.1}", time.as_secs_f64() * 1e6)
}
