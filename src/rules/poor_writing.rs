//! Finds exact slips that a copy editor must mend, each with its correction.
//!
//! No general spell checker: on notes full of names and firms most of a spell checker's flags are wrong, and the browser
//! has its own. What is here is certain by its form: a word that no language has, a pair of words that no grammar allows.
//!
//! `poor_writing.txt` holds the pairs; a section's name is the correction of the marked words: `=have` replaces them,
//! `+a` stands before them, `-` drops them, `_` is a space. `poor_writing_words.txt` holds single words and theirs.

use crate::lexicon;
use crate::message::{Message, say};
use crate::note::Note;
use crate::rule::{Findings, Fix, Rule, Safety, Severity, page};
use crate::text::marks;
use crate::text::order::sort_by_key;
use crate::text::{Gap, Shape, Span, Word, WordKind};
use crate::text::{case, find};
use std::borrow::Cow;

/// The rule.
pub const RULE: Rule = Rule {
    id: "poor-writing",
    severity: Severity::Suggestion,
    doc: page! {
        title: "Slip of the pen",
        summary: "A misspelling, a missing capital, space, apostrophe or accent, or two words that do not go together.",
        why: "A slip in two lines stands out, and makes the reader wonder how much care the rest gets.",
        source: "How to Write a LinkedIn Invitation, comments 4 and 8: very poorly written invitations.",
        misses: "Rare misspellings, and grammar that needs the whole sentence: only certain slips are marked. Missing commas and doubled spaces do not count.",
        bad: &[
            "Hi Ines, we both restore tide mills in Brittany and your the first I have met. Could we connect to compare notes on repairs?",
        ],
        good: &[
            "Hi Ines, we both restore tide mills in Brittany and you're the first I have met. Could we connect to compare notes on repairs?",
        ],
    },
    check,
};

fn check(note: &Note, out: &mut Findings) {
    let mut slips = Vec::new();
    starts(note, &mut slips);
    missing_spaces(note, &mut slips);
    doubled(note, &mut slips);
    words(note, &mut slips);
    for (section, hit) in note.all_hits(RULE.id) {
        slips.extend(correction(section, note.mark(hit), note.text()));
    }
    sort_by_key(&mut slips, |slip| (slip.span.start, slip.span.end));
    let mut last = 0;
    for slip in slips {
        // Two ways to see the same slip: one is enough.
        if slip.span.start < last || note.is_quoted(slip.span) {
            continue;
        }
        last = slip.span.end;
        let fix = Fix { label: slip.label, span: slip.span, replacement: slip.replacement, safety: Safety::Safe };
        out.push(slip.span, slip.message, vec![fix]);
    }
}

/// A slip and its correction.
struct Slip {
    span: Span,
    replacement: String,
    label: Message,
    message: Message,
}

impl Slip {
    fn new(span: Span, text: &str, replacement: String) -> Self {
        let written = span.of(text);
        let (label, message) = if replacement.trim().is_empty() {
            (say!("Take it out"), say!("“$1” is not needed here.", written))
        } else {
            let right = replacement.trim();
            (say!("Write “$1”", right), say!("“$1” should be “$2”.", written, right))
        };
        Self { span, replacement, label, message }
    }
}

/// The note or a sentence that starts with a small letter. A new line may: after "Hi Anna," it is right in many languages.
fn starts(note: &Note, out: &mut Vec<Slip>) {
    for (index, word) in note.words().iter().enumerate() {
        if starts_small(note, index, word) {
            let replacement = case::capital(word.span.of(note.text()));
            let message = say!("A sentence starts with a capital: “$1”.", &replacement);
            out.push(Slip { span: word.span, label: say!("Use a capital"), message, replacement });
        }
    }
}

fn starts_small(note: &Note, index: usize, word: &Word) -> bool {
    let may_start = index == 0 || word.gap == Gap::Sentence;
    if !may_start || word.kind != WordKind::Letters || word.shape != Shape::Lower || note.language().is_none() {
        return false;
    }
    let text = note.text();
    if !text.get(word.span.start..).is_some_and(|rest| marks::first_is(rest, |c| case::upper(c) != c)) {
        return false;
    }
    if index == 0 {
        // "'s ochtends" and the like, and a brand written small before a capital ("iOS", "npm").
        return text.get(..word.span.start).is_some_and(|before| marks::trim_start(before, "\"“«„(¡¿- \n").is_empty());
    }
    let before = text.get(..word.span.start).unwrap_or_default();
    let between = marks::behind(before, &char::is_alphanumeric);
    // "…", "...", brackets, dashes, emoticons and French spacing leave room for doubt.
    let certain =
        (between.trim_end() == "." || is_loud(between.trim_end())) && marks::ends_with(between, " \n") && !marks::has(between, "\n");
    certain && note.words().get(index.saturating_sub(1)).is_none_or(|previous| previous.span.len() > 2 && !is_short_for(note, previous))
}

/// Whether a word may be an abbreviation of a heading, "Req." or "Ref.": a capital and no more than four letters inside brackets.
fn is_short_for(note: &Note, word: &Word) -> bool {
    word.shape == Shape::Capital && word.span.len() <= 4 && note.text().get(..word.span.start).is_some_and(|before| before.ends_with('('))
}

/// Whether there is nothing but exclamation and question marks, one at least.
fn is_loud(marks: &str) -> bool {
    !marks.is_empty() && marks.bytes().all(|mark| matches!(mark, b'!' | b'?'))
}

/// A comma, full stop, question or exclamation mark with a letter at both sides.
fn missing_spaces(note: &Note, out: &mut Vec<Slip>) {
    let text = note.text();
    for (word, next) in neighbours(note) {
        if word.kind != WordKind::Letters || next.kind != WordKind::Letters || next.span.start != word.span.end + 1 {
            continue;
        }
        let mark = Span::new(word.span.end, next.span.start).of(text);
        let wrong = match mark {
            "," | "!" | "?" | ";" => true,
            "." => next.shape != Shape::Lower && word.shape == Shape::Lower && word.span.len() > 2,
            _ => false,
        };
        if wrong {
            let span = Span::new(word.span.end, next.span.start);
            let message = say!("A space is missing after “$1”.", mark);
            out.push(Slip { span, replacement: [mark, " "].concat(), label: say!("Add the space"), message });
        }
    }
}

/// Every word with the next.
fn neighbours<'n>(note: &'n Note) -> impl Iterator<Item = (&'n Word, &'n Word)> {
    note.words().iter().zip(note.words().iter().skip(1))
}

/// Words that may stand twice, folded; sorted.
const MAY_REPEAT: &[&str] = &[
    "bien", "bye", "das", "der", "die", "had", "hi", "is", "je", "muy", "no", "nous", "o", "oi", "really", "sehr", "si", "sie", "so",
    "that", "tout", "tres", "very", "vous", "well",
];

/// The same word twice in a row.
fn doubled(note: &Note, out: &mut Vec<Slip>) {
    for (word, next) in neighbours(note) {
        let same = word.kind == WordKind::Letters
            && next.kind == WordKind::Letters
            && next.gap == Gap::Space
            && next.shape == Shape::Lower
            && note.folded(word) == note.folded(next)
            && note.folded(word).chars().all(char::is_alphabetic);
        let between = Span::new(word.span.end, next.span.start).of(note.text());
        let wrong = same
            && between.chars().all(char::is_whitespace)
            && MAY_REPEAT.binary_search(&note.folded(word)).is_err()
            && note.language().is_some();
        if wrong {
            let span = Span::new(word.span.end, next.span.end);
            let message = say!("“$1” stands here twice.", next.span.of(note.text()));
            out.push(Slip { span, replacement: String::new(), label: say!("Keep one"), message });
        }
    }
}

/// Single words with their corrections.
fn words(note: &Note, out: &mut Vec<Slip>) {
    let Some(language) = note.language() else { return };
    let text = note.text();
    for (index, word) in note.words().iter().enumerate() {
        if word.kind != WordKind::Letters || word.shape == Shape::Mixed || word.gap == Gap::Joined {
            continue;
        }
        let written = word.span.of(text);
        // The folded form has no accents; without any it is the same.
        let lower = if written.is_ascii() { Cow::Borrowed(note.folded(word)) } else { Cow::Owned(case::to_lower(written)) };
        let Some(right) = lexicon::meaning(Some(language), "poor-writing-words", &lower) else { continue };
        // With its clitic it may be another word: "Ill's", "dont't". With [sic] behind it, it is somebody else's.
        if note.words().get(index + 1).is_some_and(|next| next.gap == Gap::Joined || note.folded(next) == "sic") {
            continue;
        }
        // "The small i" is a letter.
        let before = index.checked_sub(1).and_then(|before| note.words().get(before));
        if lower == "i" && before.is_some_and(|before| ["small", "letter"].contains(&note.folded(before))) {
            continue;
        }
        if like(word.shape, right) == written || (lower == "id" && word.shape != Shape::Lower) {
            continue;
        }
        // Inside a sentence a capital makes it a name: "Cofee House".
        if word.shape == Shape::Capital && word.gap < Gap::Sentence && index > 0 && lower != "i" {
            continue;
        }
        out.push(Slip::new(word.span, text, like(word.shape, right)));
    }
}

/// `right` written like the wrong word: with a capital first, or all of them.
fn like(shape: Shape, right: &str) -> String {
    match shape {
        Shape::Capital => case::capital(right),
        Shape::Upper if right.len() > 1 => case::to_upper(right),
        _ => right.to_owned(),
    }
}

/// What a section's name says about the marked words.
fn correction(section: &str, span: Span, text: &str) -> Option<Slip> {
    let mut words = section.get(1..)?.to_owned();
    find::replace(&mut words, "_", " ");
    let written = span.of(text);
    let capital = marks::first_is(written, char::is_uppercase);
    // A capital may do without its accent: "A bientôt".
    if capital && words == "à" {
        return None;
    }
    // The patterns do not see accents: what has them already is right.
    if section.starts_with('=') && case::to_lower(written) == case::to_lower(&words) {
        return None;
    }
    let upper_first = |right: &str| if capital { like(Shape::Capital, right) } else { right.to_owned() };
    match section.get(..1)? {
        "=" => Some(Slip::new(span, text, upper_first(&words))),
        "+" => {
            let small: String = if capital && !written.starts_with("I ") { case::uncapital(written) } else { written.to_owned() };
            let starts =
                text.get(..span.start).is_some_and(|before| before.trim_end().is_empty() || marks::ends_with(before.trim_end(), ".!?"));
            let replacement = if starts { format!("{} {small}", like(Shape::Capital, &words)) } else { format!("{words} {written}") };
            Some(Slip::new(span, text, replacement))
        }
        "-" => {
            let before = text.get(..span.start)?;
            Some(Slip::new(Span::new(marks::trim_end(before, " ").len(), span.end), text, String::new()))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rule_tests::{fixes, flags, passes};

    #[test]
    fn certain_slips() {
        flags(
            &RULE,
            &[
                "Hi Anna, ⟦your⟧ the one who taught me welding.",
                "I should ⟦of⟧ written sooner, thanks for the talk.",
                "Thanks for⟦ for⟧ the talk, ⟦i⟧ liked it.",
                "⟦we⟧ met at the fair and I liked your stand.",
                "Hello⟦,⟧this is Ewa from the mill.",
                "Did you build that mill?? ⟦we⟧ liked it.",
                "I liked it, ⟦lets⟧ connect on here.",
                "We ⟦was⟧ at the same fair in Oslo.",
                "I would like to ⟦recieve⟧ your updates.",
            ],
        );
    }

    #[test]
    fn grammar_in_fixed_frames() {
        flags(
            &RULE,
            &[
                "I am ⟦electrician⟧ in Turin, glad to connect.",
                "We run a mill here ⟦since⟧ twenty years.",
                "Good day, ⟦myself⟧ Ravi, weaver by trade.",
                "It was a pleasure to ⟦met⟧ you in Ghent.",
                "I did not ⟦saw⟧ your loom.",
                "I am ⟦a⟧ avid rower.",
                "They ⟦has⟧ a loom in the same shed.",
                "I look ⟦forward to see⟧ your loom.",
                "Could you explain ⟦me⟧ the dye?",
                "Your success ⟦in⟧ Head Chef at the Anchor struck me.",
                "I do not want to ⟦loose⟧ touch.",
                "Thanks for ⟦accept⟧ my invitation.",
            ],
        );
        passes(
            &RULE,
            &[
                "I am sure you agree: it was a fair match.",
                "I believe you and I are the only two weavers here.",
                "Meeting you was a pleasure, and it has been years since.",
                "Ten years since the flood, the mill still stands, well well.",
                "I run two looms, a union shop and an hourly class.",
                "My friend and I are weavers, and my brother has a mill.",
                "Success in head counts at the mill is rare.",
                "Merci. A bientôt !",
            ],
        );
    }

    #[test]
    fn names_and_style_stay() {
        passes(
            &RULE,
            &[
                "Hi Anna, your talk had had a long queue.",
                "Hi Anna,\nthanks for the talk.",
                "I read your piece on node.js, version 2.5.",
                "Its roof was thatched, and it's yours.",
                "Your edition has 'recieved [sic]' eleven times.",
                "Your essay on the small i is on my wall.",
                "We liked it... and then we left.",
                "I run Cofee House in Leeds  and liked it",
                "Ich weiß, dass die die Besten sind.",
                "Nous nous sommes vus à Lyon. Votre livre m'a touché.",
                "Je serais ravi d'échanger. Ihr Buch, das ich mag, ist gut.",
                "Il tuo lavoro è molto bello, per me.",
            ],
        );
    }

    #[test]
    fn corrections_keep_the_rest() {
        fixes(&RULE, "Thanks for for the talk, your the best.", "Thanks for the talk, you're the best.");
        fixes(&RULE, "I am student of physics. Am hoping to learn from you.", "I am a student of physics. I am hoping to learn from you.");
        fixes(&RULE, "Dont worry, i liked it", "Don't worry, I liked it");
    }
}
