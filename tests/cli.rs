//! The program `connote`, as a shell sees it.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic, and so may what only tests call")]

use serde_json::{Value, json};
use std::io::Write;
use std::process::{Command, Output, Stdio};

fn connote(args: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_connote"));
    let mut child =
        command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // It may answer before it has read everything, or end without reading at all.
    let feeder = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    feeder.join().unwrap();
    output
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn lines(output: &Output) -> Vec<Value> {
    stdout(output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn every_line_is_answered_in_order() {
    let input = "\u{feff}{\"id\":\"a\",\"text\":\"See https://a.example\"}\r\n\n{\"text\":\"é👋\",\"id\":7,\"limit\":2}\n{\"id\":null,\"text\":\"\"}";
    let output = connote(&["check", "--jsonl"], input.as_bytes());
    assert_eq!((output.status.code(), stderr(&output)), (Some(0), ""));
    let answers = lines(&output);
    assert_eq!(answers.iter().map(|answer| &answer["id"]).collect::<Vec<_>>(), [&json!("a"), &json!(7), &Value::Null]);
    let link = answers[0]["findings"].as_array().unwrap().iter().find(|finding| finding["rule"] == "contains-link").unwrap();
    assert_eq!((&link["start"], &link["end"]), (&json!(4), &json!(21)));
    assert!(!link["fixes"].as_array().unwrap().is_empty());
    assert_eq!((&answers[1]["length"], &answers[1]["limit"], &answers[1]["remaining"]), (&json!(3), &json!(2), &json!(-1)));
    for field in ["language", "signals", "score", "parts", "rewrites"] {
        assert!(answers.iter().all(|answer| !answer[field].is_null()), "{field}");
    }
}

#[test]
fn a_bad_line_costs_itself_alone() {
    let input = b"{\"id\":1,\"text\":\"ok\"}\nnot json\n{\"id\":3}\n{\"id\":4,\"text\":5}\n\xff\n{\"id\":6,\"text\":\"ok\"}\n";
    let output = connote(&["check", "--jsonl"], input);
    assert_eq!(output.status.code(), Some(1));
    let answers = lines(&output);
    assert_eq!(answers.len(), 6);
    for (index, answer) in answers.iter().enumerate() {
        assert_eq!(answer["error"].is_string(), (1..=4).contains(&index), "{answer}");
    }
    assert_eq!((&answers[2]["id"], &answers[2]["line"]), (&json!(3), &json!(3)));
    assert!((2..=5).all(|line| stderr(&output).contains(&format!("line {line}: "))), "{}", stderr(&output));
}

#[test]
fn half_a_surrogate_pair_is_one_unit() {
    let output = connote(&["check", "--jsonl"], br#"{"id":1,"text":"a\ud83d b \ude00\ud83d\ude00"}"#);
    assert_eq!(lines(&output)[0]["length"], 8);
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn options_hold_where_a_line_says_nothing() {
    let input = "{\"text\":\"abc\"}\n{\"text\":\"abc\",\"limit\":9,\"lang\":\"de\"}\n{\"text\":\"abc\",\"lang\":\"xx\"}\n";
    let answers = lines(&connote(&["check", "--jsonl", "--limit", "300", "--lang", "fr"], input.as_bytes()));
    assert_eq!(answers.iter().map(|answer| &answer["limit"]).collect::<Vec<_>>(), [&json!(300), &json!(9), &json!(300)]);
    assert_eq!(answers.iter().map(|answer| &answer["language"]).collect::<Vec<_>>(), [&json!("fr"), &json!("de"), &json!("fr")]);
}

#[test]
fn rewrites_may_use_what_the_user_says_of_themselves() {
    let input = "{\"text\":\"Let's connect!\"}\n{\"text\":\"Let's connect!\",\"about\":\"I tune harps in Cork\"}";
    let answers = lines(&connote(&["check", "--jsonl", "--about", "I mend clocks in Graz"], input.as_bytes()));
    let rewrites: Vec<String> = answers.iter().map(|answer| answer["rewrites"].to_string()).collect();
    let says = |fact| rewrites.iter().map(|all| all.contains(fact)).collect::<Vec<bool>>();
    assert_eq!((says("clocks in Graz"), says("harps in Cork")), (vec![true, false], vec![false, true]));
}

#[test]
fn people_see_the_words_marked() {
    let output = connote(&["check", "--limit=300"], "Hi Mara, see https://a.example\n".as_bytes());
    let shown = stdout(&output);
    assert!(shown.starts_with("30 of 300 characters, 270 left"), "{shown}");
    assert!(shown.contains("  Hi Mara, see https://a.example\n               -----------------\n"), "{shown}");
    assert!(shown.contains("(contains-link)") && shown.contains("Why: ") && shown.contains("Fix: ") && shown.contains("Score "), "{shown}");
}

#[test]
fn a_file_is_read_and_a_missing_one_named() {
    let path = std::env::temp_dir().join(format!("connote-cli-{}.txt", std::process::id()));
    std::fs::write(&path, "\u{feff}Hi Mara\r\nBye\r\n").unwrap();
    let output = connote(&["check", path.to_str().unwrap()], b"");
    std::fs::remove_file(&path).unwrap();
    assert!(stdout(&output).starts_with("11 of 200 characters"), "{}", stdout(&output));
    let output = connote(&["check", "no/such/note.txt"], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("no/such/note.txt"));
}

#[test]
fn every_rule_has_a_page_and_a_slip_is_understood() {
    let list = connote(&["rules"], b"");
    let ids: Vec<&str> = stdout(&list).lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(ids.len() >= connote::rules::RULES.len());
    for id in ids {
        let page = connote(&["explain", id], b"");
        assert_eq!(page.status.code(), Some(0), "{id}");
        assert!(stdout(&page).contains("Why it matters") && stdout(&page).contains("Instead of"), "{id}");
    }
    let slip = connote(&["explain", "contian-links"], b"");
    assert_eq!((slip.status.code(), stdout(&slip)), (Some(2), ""));
    assert!(stderr(&slip).contains("`contains-link`"), "{}", stderr(&slip));
}

#[test]
fn wrong_usage_is_explained() {
    for (args, word) in [
        (&[][..], "--help"),
        (&["frobnicate"], "frobnicate"),
        (&["check", "--limit", "many"], "many"),
        (&["check", "--lang", "xx"], "nl"),
        (&["check", "a", "b"], "b"),
        (&["explain"], "rules"),
    ] {
        let output = connote(args, b"");
        assert_eq!((output.status.code(), stdout(&output)), (Some(2), ""), "{args:?}");
        assert!(stderr(&output).contains(word), "{args:?}: {}", stderr(&output));
    }
    assert_eq!(connote(&["check", "--help"], b"").stdout, connote(&["--help"], b"").stdout);
}

#[test]
fn a_reader_who_leaves_early_is_no_error() {
    let input = "{\"text\":\"See https://a.example\"}\n".repeat(5_000);
    let mut child = Command::new(env!("CARGO_BIN_EXE_connote"))
        .args(["check", "--jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    drop(child.stdin.take().unwrap().write_all(input.as_bytes()));
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), stderr(&output)), (Some(0), ""));
}
