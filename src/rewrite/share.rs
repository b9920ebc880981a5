//! "What do you share?": one sentence on common ground, with a blank, put behind a note's greeting; or a whole opening
//! where there is no note yet.

use super::compose::ended;
use super::draft::OPENING;
use super::mend::capital;
use super::wording::{self, only, with_name};
use crate::report::Range;
use crate::review::{Context, read, review_note};
use crate::text::fold::fold;
use crate::text::{Lang, case, find, marks, utf16_len};

/// What two people can have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// They met.
    Met,
    /// They worked at the same place.
    Colleague,
    /// They went to the same school.
    School,
    /// They are in the same group.
    Group,
    /// The writer read something of theirs.
    Post,
    /// Both know somebody.
    Mutual,
    /// They work in the same field.
    Field,
    /// They are in the same place.
    Place,
}

impl Share {
    /// All of them, in the order of the lists in the wordings.
    pub const ALL: [Self; 8] = [Self::Met, Self::Colleague, Self::School, Self::Group, Self::Post, Self::Mutual, Self::Field, Self::Place];
}

/// A sentence to add to a note, or the opening that takes the place of one that says nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addition {
    /// What it replaces: nothing, or the first letter of the sentence behind it, which gets a capital; or all of the text.
    pub at: Range,
    /// What goes in, with the white space around it.
    pub text: String,
}

/// One sentence that says what is shared, in the note's language and register.
///
/// None where the note says so already, and in a language without wordings. An empty note and a default invitation become a
/// greeting, when the recipient's name is known, the sentence, the user's line about themselves, when there is room, and a polite ask.
pub fn share(text: &str, context: &Context, what: Share) -> Option<Addition> {
    let note = read(text, context);
    let lang = if note.is_blank() { context.language.or(note.language()).unwrap_or(Lang::En) } else { note.language()? };
    let wording = wording::of(lang)?;
    let polite = super::register(&note, lang, wording);
    let sentence = *wording.chips.get(polite)?.get(what as usize)?;
    let says_nothing = || review_note(&note, text, context).findings.iter().any(|finding| finding.rule == "default-invitation");
    if note.is_blank() || says_nothing() {
        let name = context.recipient.as_deref().and_then(|name| name.split_whitespace().find(|part| !part.ends_with('.')));
        let hello = name.and_then(|name| Some(with_name(wording.hello.get(polite)?.first()?, name)));
        let runs_on = hello.as_deref().is_some_and(|hello| marks::ends_with(hello, ","));
        let sentence = if runs_on { uncapital(sentence) } else { sentence.to_owned() };
        let ask = wording.asks.get(polite).map_or("", |[_, warm, _]| only(warm)).to_owned();
        let opening =
            |about: Option<String>| hello.iter().chain([&sentence]).chain(&about).chain([&ask]).cloned().collect::<Vec<_>>().join(" ");
        // Who writes is said where there is room.
        let about = super::about_in(context, lang).map(|about| ended(capital(about)));
        let with_about = about.map(|about| opening(Some(about))).filter(|text| utf16_len(text) <= context.limit.units);
        let text_of_it = with_about.unwrap_or_else(|| opening(None));
        return Some(Addition { at: Range { start: 0, end: utf16_len(text) }, text: text_of_it });
    }
    let lead = marks::before(sentence, "[");
    if find::contains(&fold(text), &fold(lead)) {
        return None;
    }
    let at = note.greeting().map_or(0, |greeting| {
        let next = note.words().get(greeting.words.end).map_or(text.len(), |word| word.span.start);
        text.get(..next).map_or(0, |opening| marks::trim_end(opening, OPENING).len())
    });
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let mut out = String::new();
    if before.ends_with(|c: char| !c.is_whitespace()) {
        out.push(' ');
    }
    let runs_on = !before.ends_with('\n') && marks::ends_with(before.trim_end(), ",");
    out.push_str(&if runs_on { uncapital(sentence) } else { sentence.to_owned() });
    let start = utf16_len(before);
    let mut at = Range { start, end: start };
    if let Some(first) = after.chars().next() {
        out.push(' ');
        if first.is_lowercase() {
            out.push(case::upper(first));
            at.end += first.len_utf16();
        }
    }
    Some(Addition { at, text: out })
}

/// Inside a sentence, where only "I" keeps its capital.
fn uncapital(sentence: &str) -> String {
    if marks::before(sentence, " '’") == "I" { sentence.to_owned() } else { case::uncapital(sentence) }
}

#[cfg(test)]
mod tests {
    use super::{Share, share};
    use crate::count::Limit;
    use crate::review::Context;
    use crate::text::Lang;
    use crate::text::span::utf16_slice;

    fn with(text: &str, recipient: Option<&str>, what: Share) -> Option<String> {
        let context = Context { recipient: recipient.map(Into::into), ..Context::default() };
        let addition = share(text, &context, what)?;
        Some([utf16_slice(text, 0, addition.at.start), &addition.text, utf16_slice(text, addition.at.end, usize::MAX)].concat())
    }

    #[test]
    fn behind_the_greeting_in_the_notes_language() {
        for (text, what, expected) in [
            ("Hi Ines, I restore tide mills.", Share::Met, "Hi Ines, we met at [where you met]. I restore tide mills."),
            ("Hi Ines,\nI restore tide mills.", Share::Field, "Hi Ines,\nWe both work in [field]. I restore tide mills."),
            ("I restore tide mills.", Share::School, "We both studied at [school]. I restore tide mills."),
            ("Hola Marta, trabajo con azulejos.", Share::Place, "Hola Marta, vivimos en el mismo lugar, [lugar]. Trabajo con azulejos."),
        ] {
            assert_eq!(with(text, None, what).as_deref(), Some(expected));
        }
    }

    #[test]
    fn an_empty_note_and_one_that_says_nothing_are_begun() {
        let opening = "Hi Ines, we met at [where you met]. Would you like to connect?";
        for text in ["", "  ", "I'd like to add you to my professional network on LinkedIn."] {
            let begun = with(text, Some("Ines Duarte"), Share::Met).unwrap();
            assert!(begun.starts_with("Hi Ines, we met at [where you met]. "), "{begun}");
            assert!(!begun.contains("professional network"), "{begun}");
        }
        assert_eq!(with("", Some("Ines Duarte"), Share::Met).as_deref(), Some(opening));
    }

    #[test]
    fn who_writes_is_said_where_there_is_room() {
        let context = Context { about: Some("I restore church organs in Jena".to_owned()), ..Context::default() };
        let begun = |context: &Context| share("", context, Share::Field).map(|addition| addition.text);
        let all = "We both work in [field]. I restore church organs in Jena. Would you like to connect?";
        assert_eq!(begun(&context).as_deref(), Some(all));
        let tight = Context { limit: Limit { units: 70, ..context.limit }, ..context.clone() };
        assert_eq!(begun(&tight).as_deref(), Some("We both work in [field]. Would you like to connect?"));
        let german = Context { language: Some(Lang::De), ..context };
        assert_eq!(begun(&german).map(|text| text.contains("Jena")), Some(false));
    }

    #[test]
    fn nothing_twice() {
        assert_eq!(with("Hi Ines, we met at Bonn. I restore tide mills.", None, Share::Met), None);
        assert_eq!(with("Здравствуйте, давайте обменяемся опытом по мельницам", None, Share::Met), None);
    }
}
