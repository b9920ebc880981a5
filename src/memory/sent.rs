//! One invitation that the user sent, and the line of text that it is kept as.

use super::{Day, Fingerprint};

/// An invitation that was sent. What the user did not ask to keep is not in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// The day, where the user was.
    pub day: Day,
    /// Whether it had a note: those are what a free account has few of.
    pub with_note: bool,
    /// What the note was like; none when it said too little.
    pub fingerprint: Option<Fingerprint>,
    /// What became of it, as the user marked it.
    pub outcome: Outcome,
    /// Whom it was for, if the user keeps names.
    pub recipient: Option<String>,
    /// What it said, if the user keeps texts.
    pub text: Option<String>,
}

/// What became of an invitation, in the user's own words: nothing is looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Outcome {
    /// No answer so far.
    #[default]
    Waiting,
    /// Accepted.
    Accepted,
    /// Never answered: the user gave it up or took it back.
    Ignored,
    /// Turned down, perhaps as from somebody unknown.
    Declined,
}

/// Why a kept line cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// Written by a newer version of Connote: it is left as it is.
    Newer,
    /// The date is none.
    Day,
    /// The fingerprint is not whole.
    Fingerprint,
    /// Too few or too many parts, or a word that means nothing here.
    Form,
}

/// The form of the line that this version writes.
const VERSION: &str = "1";

/// Between the parts of a line; inside a part it is written `\t`.
const BETWEEN: char = '\t';

impl Outcome {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Accepted, Self::Ignored, Self::Declined];

    /// Its word in a kept line and in an export.
    pub fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Accepted => "accepted",
            Self::Ignored => "ignored",
            Self::Declined => "declined",
        }
    }

    /// What a kept word means.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.name() == word)
    }
}

impl Sent {
    /// As one line: version, day, kind, fingerprint, outcome, recipient, text; what is not kept is empty.
    pub fn encode(&self) -> String {
        let kind = if self.with_note { "note" } else { "bare" };
        let mut out = format!("{VERSION}\t{}\t{kind}\t", self.day);
        out.push_str(&self.fingerprint.as_ref().map(Fingerprint::encode).unwrap_or_default());
        out.push(BETWEEN);
        out.push_str(self.outcome.name());
        for kept in [&self.recipient, &self.text] {
            out.push(BETWEEN);
            escape(kept.as_deref().unwrap_or_default(), &mut out);
        }
        out
    }

    /// Reads a kept line.
    ///
    /// # Errors
    /// When it is damaged or newer than this version; nothing of it is guessed.
    pub fn decode(line: &str) -> Result<Self, Damage> {
        let mut parts = line.split(BETWEEN);
        let mut part = || parts.next().ok_or(Damage::Form);
        let version = part()?;
        if version != VERSION {
            let is_number = !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit());
            return Err(if is_number { Damage::Newer } else { Damage::Form });
        }
        let day = Day::parse(part()?).ok_or(Damage::Day)?;
        let with_note = match part()? {
            "note" => true,
            "bare" => false,
            _ => return Err(Damage::Form),
        };
        let fingerprint = match part()? {
            "" => None,
            code => Some(Fingerprint::decode(code).ok_or(Damage::Fingerprint)?),
        };
        let outcome = Outcome::named(part()?).ok_or(Damage::Form)?;
        let (recipient, text) = (unescape(part()?)?, unescape(part()?)?);
        if parts.next().is_some() {
            return Err(Damage::Form);
        }
        let kept = |text: String| Some(text).filter(|text| !text.is_empty());
        Ok(Self { day, with_note, fingerprint, outcome, recipient: kept(recipient), text: kept(text) })
    }
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            c => out.push(c),
        }
    }
}

fn unescape(text: &str) -> Result<String, Damage> {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        out.push(match c {
            '\\' => match chars.next() {
                Some('\\') => '\\',
                Some('t') => '\t',
                Some('n') => '\n',
                Some('r') => '\r',
                _ => return Err(Damage::Form),
            },
            c => c,
        });
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::essence::essence;
    use crate::memory::fingerprint::Key;
    use crate::note::Note;

    fn sent() -> Sent {
        let text = "Hi Ada,\n\twe both keep bees \\ above the harbour. May I add you?";
        Sent {
            day: Day::parse("2026-11-22").unwrap(),
            with_note: true,
            fingerprint: Fingerprint::of(&essence(&Note::new(text, None)), Key([7; 16])),
            outcome: Outcome::Declined,
            recipient: Some("Ada\r\nBell".into()),
            text: Some(text.into()),
        }
    }

    #[test]
    fn a_line_comes_back_as_it_was() {
        let whole = sent();
        assert!(whole.fingerprint.is_some());
        for sent in [Sent { recipient: None, ..whole.clone() }, Sent { text: None, fingerprint: None, ..whole.clone() }, whole] {
            let line = sent.encode();
            assert!(!line.contains(['\n', '\r']), "{line}");
            assert_eq!(Sent::decode(&line), Ok(sent));
        }
    }

    #[test]
    fn what_is_not_kept_is_not_in_the_line() {
        let line = Sent { recipient: None, text: None, ..sent() }.encode();
        for word in ["Ada", "Bell", "bees", "harbour"] {
            assert!(!line.contains(word), "{line}");
        }
    }

    #[test]
    fn a_damaged_line_is_named_and_not_guessed() {
        let line = sent().encode();
        assert_eq!(Sent::decode(&line.replacen('1', "2", 1)), Err(Damage::Newer));
        assert_eq!(Sent::decode(&line.replace("2026-11-22", "2026-11-31")), Err(Damage::Day));
        assert_eq!(Sent::decode(&line.replace("declined", "lost")), Err(Damage::Form));
        assert_eq!(Sent::decode(&line.replacen("note\t", "note\tA", 1)), Err(Damage::Fingerprint));
        assert_eq!(Sent::decode(&format!("{line}\tmore")), Err(Damage::Form));
        assert_eq!(Sent::decode(&format!("{line}\\")), Err(Damage::Form));
        assert_eq!(Sent::decode(""), Err(Damage::Form));
    }

    #[test]
    fn half_a_line_is_never_taken_for_a_whole_one() {
        let line = sent().encode();
        let last_part = line.rfind('\t').unwrap();
        for half in (0..=last_part).filter_map(|end| line.get(..end)) {
            assert!(Sent::decode(half).is_err(), "{half}");
        }
    }
}
