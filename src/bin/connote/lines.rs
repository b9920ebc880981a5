//! `connote check --jsonl`: a note a line in, a report a line out.

use crate::Failure;
use crate::args::limit;
use connote::rewrite::review_with_rewrites;
use connote::text::Lang;
use connote::{Context, Report};
use serde::{Deserialize, Deserializer, Serialize, de};
use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};

/// One note.
#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    id: Value,
    text: Text,
    lang: Option<String>,
    limit: Option<usize>,
    recipient: Option<String>,
    about: Option<String>,
}

/// The answer to a note.
#[derive(Serialize)]
struct Answer<'a> {
    id: &'a Value,
    #[serde(flatten)]
    report: Report,
}

/// The answer to a line that cannot be read, so that every line has one and none is mistaken for another's.
#[derive(Serialize)]
struct Refusal<'a> {
    id: Value,
    line: usize,
    error: &'a str,
}

/// Answers every line of `input`; gives whether all of them could be read. What a line does not say, `context` does.
///
/// # Errors
/// When reading or writing itself fails.
pub(crate) fn check(input: impl Read, context: &Context, out: &mut impl Write, complaints: &mut impl Write) -> Result<bool, Failure> {
    let mut all_read = true;
    for (index, bytes) in BufReader::new(input).split(b'\n').enumerate() {
        let bytes = bytes?;
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").filter(|_| index == 0).unwrap_or(&bytes);
        if bytes.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let answer = match serde_json::from_slice::<Line>(bytes) {
            Ok(line) => {
                serde_json::to_string(&Answer { id: &line.id, report: review_with_rewrites(&line.text.0, &line.context(context)) })?
            }
            Err(error) => {
                all_read = false;
                let message = without_position(&error.to_string());
                writeln!(complaints, "connote: line {}: {message}", index + 1)?;
                serde_json::to_string(&Refusal { id: id_of(bytes), line: index + 1, error: &message })?
            }
        };
        writeln!(out, "{answer}")?;
    }
    out.flush()?;
    Ok(all_read)
}

impl Line {
    fn context(&self, given: &Context) -> Context {
        Context {
            limit: self.limit.map_or(given.limit, limit),
            recipient: self.recipient.clone().or_else(|| given.recipient.clone()),
            about: self.about.clone().or_else(|| given.about.clone()),
            // A tag that is not known leaves the guess, as an absent one does: notes in other languages are welcome.
            language: self.lang.as_deref().and_then(Lang::from_tag).or(given.language),
            ..given.clone()
        }
    }
}

/// The id of a line that is an object, but not a note.
fn id_of(bytes: &[u8]) -> Value {
    #[derive(Deserialize)]
    struct Id {
        id: Value,
    }
    serde_json::from_slice::<Id>(bytes).map_or(Value::Null, |line| line.id)
}

/// Every line is line 1 to the parser: its column is worth knowing, its line is not.
fn without_position(message: &str) -> String {
    message.replace(" at line 1 column ", ", column ").replace(" at line 0 column 0", "")
}

/// A string as JavaScript has them: half of a surrogate pair may stand alone in it, and counts as one unit.
struct Text(String);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        // As bytes, because the parser refuses such halves in strings only.
        from.deserialize_bytes(TextVisitor)
    }
}

struct TextVisitor;

impl de::Visitor<'_> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str("a string")
    }

    fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<Text, E> {
        let mut text = String::with_capacity(bytes.len());
        for chunk in bytes.utf8_chunks() {
            text.push_str(chunk.valid());
            match chunk.invalid() {
                [] => {}
                // The first byte of an encoded half; its other two follow as chunks of their own.
                [0xED, ..] => text.push(char::REPLACEMENT_CHARACTER),
                [0x80..=0xBF] if text.ends_with(char::REPLACEMENT_CHARACTER) => {}
                _ => return Err(E::custom("the text is not UTF-8")),
            }
        }
        Ok(Text(text))
    }
}
