//! Finds notes that hold nothing but LinkedIn's own sentence or one like it.
//!
//! It works by subtraction: take away the greeting, names, the sign-off, wishes to connect, praise and links that fit
//! anybody. A note of which nothing is left says no more than the button itself; one word of a trade, a place or a
//! subject lifts it out.

use crate::excise;
use crate::lexicon::{self, Hit};
use crate::message::say;
use crate::note::Note;
use crate::rule::{Findings, Fix, Rule, Safety, Severity, page};
use crate::signals::{common_ground, offers_value, states_reason, their_work};
use crate::text::{Gap, Lang, Shape, Span, WordKind, fold::fold};
use crate::text::{case, find};

/// The rule.
pub const RULE: Rule = Rule {
    id: "default-invitation",
    severity: Severity::Error,
    doc: page! {
        title: "Default invitation",
        summary: "Nothing but LinkedIn's own sentence or one like it, in any wording.",
        why: "It could be sent to anybody, so it reads as if it was. Most people who get it delete it or leave it lying: it spends a note and achieves no more than none.",
        source: "Great Resumes Fast, 2009: the standard invitation; How to Write a LinkedIn Invitation: the canned line.",
        misses: "A default that is dressed up with a word Connote does not know, and defaults in languages it does not read, other than LinkedIn's own line.",
        bad: &[
            "Hi Noor, I'd like to add you to my professional network on LinkedIn.",
            "Hello Tom, I came across your profile and would love to connect!",
        ],
        good: &["Hi Noor, I run the night shift at the Utrecht depot and your post on driver breaks helped us. Could we connect?"],
    },
    check,
};

/// The list of LinkedIn's sentences in languages without a phrase file.
const SENTENCES: &str = "default-invitation-sentences";

/// Longer texts are not compared with [`SENTENCES`], in characters.
const LONGEST_SENTENCE: usize = 100;

/// Words that Connote does not know and that yet name nothing: an odd verb, a joke.
///
/// One after "a", "in", "my", "I" and their like, a second one right behind, a capital or a number does name something.
const MOST_UNKNOWN_WORDS: usize = 2;

/// So many in a note of small talk.
const MOST_WORDS_OF_SMALL_TALK: usize = 4;

/// Rules whose findings make a note more than a default, though nothing but small words is left of it.
const OTHER_MATTERS: &[&str] = &["vague-meeting", "demanding", "racy", "asks-for-invitation"];

fn check(note: &Note, out: &mut Findings) {
    let span = if let Some((first, last)) = bare_wish(note) {
        let (from, to) = (note.sentence_of(first), note.sentence_of(last));
        excise::sentence_span(note, from).join(excise::sentence_span(note, to))
    } else if is_known_sentence(note) {
        Span::new(0, note.text().trim_end().len())
    } else {
        return;
    };
    report(note, span, out);
}

/// Says of these words that they are a default.
pub(super) fn report(note: &Note, span: Span, out: &mut Findings) {
    let body = Span::new(excise::sentence_span(note, 0).start.min(span.start), span.end);
    let fix = Fix::put(say!("Start from what you share"), body, starter(note, body), Safety::Ask);
    out.push(span, say!("Anybody could send this line to anybody. Say what you two share, or why you thought of them."), vec![fix]);
}

/// The first and the last wish to connect of a note that says nothing else.
pub(super) fn bare_wish(note: &Note) -> Option<(Hit, Hit)> {
    let wishes = note.hits(RULE.id, "wish");
    let (first, last) = (*wishes.first()?, *wishes.last()?);
    let is_other = || OTHER_MATTERS.iter().any(|rule| !note.hits_unless(rule, "flag", "veto").is_empty());
    let is_bare = !note.any(RULE.id, "veto") && !is_other() && !has_specifics(note, &wishes);
    is_bare.then_some((first, last))
}

/// Whether any word is left after the subtraction.
fn has_specifics(note: &Note, wishes: &[Hit]) -> bool {
    let mut said = vec![true; note.words().len()];
    for hit in note.hits(RULE.id, "canned").iter().chain(wishes).chain(&note.hits("placeholder", "flag")) {
        if let Some(words) = said.get_mut(hit.first..hit.end) {
            words.fill(false);
        }
    }
    let is_framing = is_framing(note);
    let is_small_talk = says_nothing_of_them(note);
    // Two unknown words that open a clause are "I weave baskets" in the languages that leave out the "I".
    let talks = |at: usize| is_small_talk && note.words().get(at).is_some_and(|word| word.gap < Gap::Comma);
    let mut unknown = 0;
    let mut last = None;
    for (at, word) in note.words().iter().enumerate() {
        let is_word = !matches!(word.kind, WordKind::Slot | WordKind::Emoji);
        if !is_word || is_framing(at) || said.get(at) != Some(&true) || is_called(note, at) {
            continue;
        }
        let before = at.checked_sub(1).filter(|_| word.gap < Gap::Sentence);
        if word.kind != WordKind::Letters
            || is_capital(word.shape) && word.gap < Gap::Sentence && note.language() != Some(Lang::De)
            || before.is_some_and(|before| last == Some(before) && !talks(before) || note.word_is(before, "points_at"))
        {
            return true;
        }
        last = Some(at);
        unknown += 1;
    }
    unknown > if is_small_talk { MOST_WORDS_OF_SMALL_TALK } else { MOST_UNKNOWN_WORDS }
}

/// Whether a note in another language than English says nothing that a signal credits: then a turn of phrase that no file
/// knows is small talk more often than a trade.
fn says_nothing_of_them(note: &Note) -> bool {
    let credits = [&common_ground::SIGNAL, &their_work::SIGNAL, &states_reason::SIGNAL, &offers_value::SIGNAL];
    note.language() != Some(Lang::En) && credits.iter().all(|signal| (signal.find)(note).is_none())
}

/// Whether a word belongs to the greeting, to the closing phrase or to the writer's name; a trade behind the name does not.
fn is_framing(note: &Note) -> impl Fn(usize) -> bool {
    let greeting = note.greeting().map_or(0..0, |greeting| greeting.words);
    let sign_off = note.sign_off().map_or(0..0, |sign_off| {
        let name_end = sign_off.name.map_or(sign_off.span.end, |name| name.end);
        let count = note.words().iter().skip(sign_off.words.start).take_while(|word| word.span.end <= name_end).count();
        sign_off.words.start..sign_off.words.start + count
    });
    move |at| greeting.contains(&at) || sign_off.contains(&at)
}

/// "Shall we connect, Ada?": a name between commas.
fn is_called(note: &Note, at: usize) -> bool {
    let words = note.words();
    let ends = words.get(at + 1).is_none_or(|next| next.gap >= Gap::Comma);
    ends && words.get(at).is_some_and(|word| is_capital(word.shape) && word.gap >= Gap::Comma)
}

fn is_capital(shape: Shape) -> bool {
    shape != Shape::Lower
}

/// Whether the note is, but for a few letters, LinkedIn's own sentence in a language without a phrase file.
fn is_known_sentence(note: &Note) -> bool {
    let text = note.text();
    let start = excise::sentence_span(note, 0).start;
    let body = text.get(start..).unwrap_or_default();
    // Most of a note in a language that has a phrase file is small words, which the file knows.
    let mut known: Vec<usize> = note.hits(RULE.id, "canned").iter().chain(&note.hits(RULE.id, "wish")).map(|hit| hit.first).collect();
    known.dedup();
    if known.len() * 2 > note.words().len() || body.chars().count() > LONGEST_SENTENCE {
        return false;
    }
    let body = fold(body);
    let length = body.chars().count();
    find::lines(lexicon::list(None, SENTENCES)).any(|sentence| {
        let known = sentence.chars().count();
        let near = known.abs_diff(length) * 4 <= known;
        near && strsim::normalized_levenshtein(&body, &fold(sentence)) > 0.75
    })
}

/// A first half-sentence in the note's language, with a blank to write on.
fn starter(note: &Note, body: Span) -> String {
    let words = match note.language() {
        Some(Lang::De) => "wir beide …",
        Some(Lang::Fr) => "nous avons en commun …",
        Some(Lang::Es) => "los dos …",
        Some(Lang::Pt) => "nós dois …",
        Some(Lang::It) => "noi due …",
        Some(Lang::Nl) => "wij allebei …",
        Some(Lang::En) | None => "we both …",
    };
    let before = note.text().get(..body.start).unwrap_or_default().trim_end();
    if before.ends_with(',') {
        return words.to_owned();
    }
    case::capital(words)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rule_tests::{fixes, flags, passes};

    #[test]
    fn the_canned_line_in_every_dress() {
        flags(
            &RULE,
            &[
                "⟦I'd like to add you to my professional network on LinkedIn.⟧",
                "Hi Ada, ⟦I'd like to join your LinkedIn network.⟧ - Tom Baker",
                "Since you are a person I trust, I wanted to invite you to join my network on LinkedIn.",
                "Hello Ms. Okafor, I saw your impressive profile and thought we should connect. Have a lovely weekend! Best wishes, Tom",
                "Ada, connect?",
                "Dear {{first_name}}, let's grow our networks together!",
                "We have similar interests. Would love to stay in touch, Ada.",
                "lets conect with you 🙂",
            ],
        );
    }

    #[test]
    fn in_other_languages() {
        flags(
            &RULE,
            &[
                "Ich möchte Sie gerne zu meinem beruflichen Netzwerk auf LinkedIn hinzufügen.",
                "Hallo Frau Meier, ich bin auf Ihr Profil gestoßen und würde mich gern vernetzen. Viele Grüße, Jan",
                "J'aimerais vous inviter à rejoindre mon réseau professionnel en ligne, sur le site LinkedIn.",
                "Me gustaría añadirte a mi red profesional en LinkedIn.",
                "Olá Rita, vi o seu perfil e gostaria de me conectar. Abraço, Nuno",
                "Vorrei aggiungerti alla mia rete professionale su LinkedIn.",
                "Ik wil je graag toevoegen aan mijn professionele netwerk op LinkedIn.",
                "Chciałbym dodać Cię do mojej sieci zawodowej na LinkedIn.",
                "我想把您加入我在LinkedIn上的职业人脉",
            ],
        );
    }

    #[test]
    fn a_trade_a_place_or_a_subject_lifts_it_out() {
        passes(
            &RULE,
            &[
                "Hi Ada, I restore clocks. Shall we connect?",
                "Would love to connect with a fellow beekeeper.",
                "I saw your profile and we both worked at Saab. Let's connect!",
                "Great post on peat bogs. Let's connect.",
                "I'd like to connect with nurses in Leeds.",
                "Ich imkere auch in Ulm. Wollen wir uns vernetzen?",
                "Je répare des orgues et j'aimerais vous ajouter à mon réseau.",
                "Please add me, I accept everyone.",
                "Have a great day!",
                "",
            ],
        );
    }

    #[test]
    fn the_fix_leaves_a_blank_to_write_on() {
        fixes(&RULE, "Hi Ada, I'd love to connect. Best, Tom", "Hi Ada, we both … Best, Tom");
        fixes(&RULE, "Gern würde ich mich mit Ihnen vernetzen.", "Wir beide …");
    }
}
