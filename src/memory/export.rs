//! The history for other programs: a table that a spreadsheet opens, and JSON.

use super::Sent;
use std::fmt::Write;

/// The columns' names.
const HEAD: &str = "day,note,outcome,recipient,text\r\n";

/// As comma-separated values (RFC 4180), oldest first as given.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe before it: a recipient's name comes from a page.
pub fn csv(sent: &[Sent]) -> String {
    let mut out = HEAD.to_owned();
    for sent in sent {
        out.push_str(&sent.day.to_string());
        out.push_str(if sent.with_note { ",yes," } else { ",no," });
        out.push_str(sent.outcome.name());
        for text in [&sent.recipient, &sent.text] {
            out.push(',');
            cell(text.as_deref().unwrap_or_default(), &mut out);
        }
        out.push_str("\r\n");
    }
    out
}

fn cell(text: &str, out: &mut String) {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if !is_formula && !text.contains(['"', ',', '\n', '\r']) {
        out.push_str(text);
        return;
    }
    out.push('"');
    if is_formula {
        out.push('\'');
    }
    for c in text.chars() {
        if c == '"' {
            out.push('"');
        }
        out.push(c);
    }
    out.push('"');
}

/// As JSON: a list of objects with `day`, `note`, `outcome`, and `recipient` and `text` where they were kept.
pub fn json(sent: &[Sent]) -> String {
    let mut out = "[".to_owned();
    for (at, sent) in sent.iter().enumerate() {
        out.push_str(if at == 0 { "\n" } else { ",\n" });
        let _ = write!(out, r#"  {{"day":"{}","note":{},"outcome":"{}""#, sent.day, sent.with_note, sent.outcome.name());
        for (name, text) in [("recipient", &sent.recipient), ("text", &sent.text)] {
            if let Some(text) = text {
                let _ = write!(out, r#","{name}":"#);
                string(text, &mut out);
            }
        }
        out.push('}');
    }
    out.push_str("\n]\n");
    out
}

fn string(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\u{0}'..='\u{1f}' => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::{Day, Outcome};

    #[test]
    fn cells_are_quoted_and_formulas_defused() {
        let sent = |recipient: &str, text: Option<&str>| Sent {
            day: Day::parse("2026-11-22").unwrap(),
            with_note: text.is_some(),
            fingerprint: None,
            outcome: Outcome::Accepted,
            recipient: Some(recipient.into()),
            text: text.map(Into::into),
        };
        let table = csv(&[sent("Ada", None), sent("=1+1", Some("Hi \"Ada\",\nbest"))]);
        assert_eq!(
            table,
            "day,note,outcome,recipient,text\r\n2026-11-22,no,accepted,Ada,\r\n2026-11-22,yes,accepted,\"'=1+1\",\"Hi \"\"Ada\"\",\nbest\"\r\n"
        );
    }

    #[test]
    fn json_reads_back_as_it_was_kept() {
        let sent = |recipient: Option<&str>, text: &str| Sent {
            day: Day::parse("2026-11-22").unwrap(),
            with_note: true,
            fingerprint: None,
            outcome: Outcome::Ignored,
            recipient: recipient.map(Into::into),
            text: Some(text.into()),
        };
        let texts = ["Hi \"Ada\",\n\tbest \\ \u{1}", "早 👋"];
        let read: serde_json::Value = serde_json::from_str(&json(&[sent(Some("Ada"), texts[0]), sent(None, texts[1])])).unwrap();
        assert_eq!(
            read,
            serde_json::json!([
                { "day": "2026-11-22", "note": true, "outcome": "ignored", "recipient": "Ada", "text": texts[0] },
                { "day": "2026-11-22", "note": true, "outcome": "ignored", "text": texts[1] },
            ])
        );
        assert_eq!(serde_json::from_str::<serde_json::Value>(&json(&[])).unwrap(), serde_json::json!([]));
    }
}
