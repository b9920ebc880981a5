//! `connote check`: the checker in a terminal.

use std::io::{BufRead, Write};

fn main() -> std::process::ExitCode {
    match run() {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "connote: {error}");
            std::process::ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn std::error::Error>> {
    let stdin = std::io::stdin().lock();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in stdin.lines() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let note: serde_json::Value = serde_json::from_str(&line)?;
        let text = note.get("text").and_then(|text| text.as_str()).unwrap_or_default();
        let language = note.get("lang").and_then(|tag| tag.as_str()).and_then(connote::text::Lang::from_tag);
        let context = connote::Context { language, ..Default::default() };
        let mut answer = serde_json::to_value(connote::review(text, &context))?;
        if let (Some(answer), Some(id)) = (answer.as_object_mut(), note.get("id")) {
            answer.insert("id".into(), id.clone());
        }
        writeln!(out, "{answer}")?;
    }
    out.flush()?;
    Ok(())
}
