//! The history as a table that a spreadsheet opens.

use super::Sent;

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
}
