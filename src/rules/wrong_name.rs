//! Finds a greeting to somebody else than the recipient whom the page names.
//!
//! Silent when unsure: no recipient known, a name in another script, initials only, a greeting to a group. Accents, nicknames,
//! short forms, titles, surnames and any of several given names are understood.

use crate::lexicon;
use crate::message::say;
use crate::note::Note;
use crate::rule::{Findings, Fix, Rule, Safety, Severity, page};
use crate::text::find;
use crate::text::fold::fold;
use crate::text::marks;

/// The rule.
pub const RULE: Rule = Rule {
    id: "wrong-name",
    severity: Severity::Error,
    doc: page! {
        title: "Another person's name",
        summary: "The greeting names somebody else than the person whose dialog is open.",
        why: "The wrong name says at once that the note was copied from another one, and few people read on.",
        source: "How to Write a LinkedIn Invitation: form letters; in the comments, notes that were copied and not changed.",
        misses: "A name in another script than the profile's, and nicknames that nobody has listed: when unsure it is silent.",
        bad: &["To: Ines Holt\nHi Clara, we both restore tide mills in Brittany, and I would like to connect to compare notes on repairs."],
        good: &["Hi Ines, we both restore tide mills in Brittany, and I would like to connect to compare notes on repairs."],
    },
    check,
};

fn check(note: &Note, out: &mut Findings) {
    let Some(recipient) = note.frame().recipient.as_deref() else { return };
    let Some(span) = note.greeting().and_then(|greeting| greeting.name) else { return };
    let (known, greeted) = (name_parts(recipient), name_parts(span.of(note.text())));
    if known.is_empty() || greeted.is_empty() || is_hidden(&known) || greeted.iter().any(|part| is_in("wrong-name-crowd", &part.folded)) {
        return;
    }
    let readable = |parts: &[Part]| parts.iter().any(|part| part.folded.chars().count() > 1 && part.folded.chars().all(is_latin));
    if !readable(&known)
        || !readable(&greeted)
        || greeted.iter().any(|part| known.iter().any(|other| may_be_same(&part.folded, &other.folded)))
    {
        return;
    }
    let titled = has_title(span.of(note.text()));
    let Some(right) = (if titled { known.last() } else { known.first() }).map(|part| part.written.as_str()) else { return };
    let wrong = greeted.iter().map(|part| part.written.as_str()).collect::<Vec<_>>().join(" ");
    let at = greeted.first().and_then(|part| find::find(span.of(note.text()), &part.written)).unwrap_or_default();
    let name = crate::text::Span::new(span.start + at, span.end);
    let fix = Fix::write(right, name, right.to_owned(), Safety::Safe);
    out.push(name, say!("The dialog is for $1, but the note greets $2.", recipient, &wrong), vec![fix]);
}

/// Whether a list beside this file has a word.
fn is_in(list: &str, word: &str) -> bool {
    find::lines(lexicon::list(None, list)).any(|line| line == word)
}

/// One word of a name, as written and folded.
struct Part {
    written: String,
    folded: String,
}

/// Marks inside of names, which stand around them too.
const MARKS: &str = ".'’";

fn name_parts(name: &str) -> Vec<Part> {
    // "Jane Doe, MBA (she/her)" | "Jane Doe | Open to work".
    let name = marks::before(name, "(|#[");
    let name = marks::before(name, ",");
    let is_name = |c: char| c.is_alphabetic() || marks::is_one_of(c, MARKS) || ('\u{300}'..='\u{36f}').contains(&c);
    let mut parts = Vec::new();
    for part in marks::runs(name, &is_name) {
        let written = marks::trim_end(marks::trim_start(part, MARKS), MARKS);
        let folded: String = fold(written).chars().filter(|c| !matches!(c, '\'' | '.')).collect();
        if !folded.is_empty() && !is_in("wrong-name-titles", &folded) {
            parts.push(Part { written: written.to_owned(), folded });
        }
    }
    parts
}

/// A profile that LinkedIn hides: "LinkedIn Member" in any language has the firm's name in it.
fn is_hidden(parts: &[Part]) -> bool {
    parts.iter().any(|part| part.folded == "linkedin")
}

/// Whether the greeting has a title, after which the surname belongs.
fn has_title(greeting: &str) -> bool {
    marks::runs(&fold(greeting), &char::is_alphabetic).iter().any(|word| {
        matches!(
            *word,
            "dr" | "prof"
                | "mr"
                | "mrs"
                | "ms"
                | "frau"
                | "herr"
                | "herrn"
                | "monsieur"
                | "madame"
                | "mme"
                | "senor"
                | "senora"
                | "sr"
                | "sra"
                | "senhor"
                | "senhora"
                | "signor"
                | "signora"
                | "meneer"
                | "mevrouw"
        )
    })
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic()
}

/// Whether two folded parts may name the same person: equal, an initial, a short form, a nickname.
fn may_be_same(a: &str, b: &str) -> bool {
    let (a, b) = (plain(a), plain(b));
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    if short.chars().count() == 1 || (short.chars().count() >= 3 && long.starts_with(short.as_str())) {
        return long.starts_with(short.as_str());
    }
    a == b || nicknames().any(|mut group| group.clone().any(|name| name == a) && group.any(|name| name == b))
}

/// Spellings that differ by habit only: "Müller" and "Mueller", "Jørgen" and "Joergen".
fn plain(folded: &str) -> String {
    let mut out = folded.to_owned();
    for (long, short) in [("ae", "a"), ("oe", "o"), ("ue", "u")] {
        find::replace(&mut out, long, short);
    }
    out
}

/// Groups of names that one person may go by, folded; from `wrong_name_nicknames.txt`.
fn nicknames() -> impl Iterator<Item = impl Iterator<Item = &'static str> + Clone> {
    find::lines(lexicon::list(None, "wrong-name-nicknames")).map(str::split_whitespace)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::count::{Count, Limit};
    use crate::note::{Frame, Note};
    use crate::rule::Findings;

    /// The message and the note after the first fix; none when the rule is silent.
    fn judged(recipient: &str, text: &str) -> Option<String> {
        let frame = Frame { count: Count::new(0, None, Limit::default()), recipient: Some(recipient.to_owned()) };
        let mut out = Findings::default();
        (RULE.check)(&Note::in_frame(text, None, frame), &mut out);
        let found = out.into_vec().pop()?;
        let fix = found.fixes.first()?;
        let mut mended = text.to_owned();
        mended.replace_range(fix.span.start..fix.span.end, &fix.replacement);
        Some(mended)
    }

    #[test]
    fn somebody_else() {
        assert_eq!(judged("Ines Duarte", "Hi Marcus, I liked your talk.").as_deref(), Some("Hi Ines, I liked your talk."));
        assert_eq!(judged("Ines Duarte", "Dear Dr. Bell, I liked your talk.").as_deref(), Some("Dear Dr. Duarte, I liked your talk."));
        assert_eq!(judged("Łukasz Nowak", "Hi Piotr, I liked your talk.").as_deref(), Some("Hi Łukasz, I liked your talk."));
    }

    #[test]
    fn the_same_person_by_another_name() {
        for (recipient, greeting) in [
            ("José Ángel Peña", "Hi Jose"),
            ("José Ángel Peña", "Hola Ángel"),
            ("William Stone", "Hi Bill"),
            ("Alexandra Roth", "Hi Alex"),
            ("Katherine O’Neill", "Dear Ms O'Neill"),
            ("Jürgen Müller", "Hallo Herr Mueller"),
            ("Dr. Jane Doe, MBA", "Hi Jane"),
            ("Jane D.", "Dear Dr. Doe"),
            ("Jean-Pierre Blanc", "Bonjour Jean-Pierre"),
        ] {
            assert_eq!(judged(recipient, &format!("{greeting}, I liked your talk.")), None, "{recipient}: {greeting}");
        }
    }

    #[test]
    fn silent_when_unsure() {
        for (recipient, text) in [
            ("LinkedIn Member", "Hi Marcus, I liked your talk."),
            ("田中 太郎", "Hi Taro, I liked your talk."),
            ("J. D.", "Hi Marcus, I liked your talk."),
            ("Ines Duarte", "Hi team, I liked your talk."),
            ("Ines Duarte", "I liked your talk. Marcus sent me."),
            ("Ines Duarte", "Hi, Marcus here from Delft."),
        ] {
            assert_eq!(judged(recipient, text), None, "{recipient}: {text}");
        }
    }
}
