//! Finds notes that promote the writer's product, service, offer or company.
//!
//! A pitch says who offers what benefit to whom. Some phrases say all of it ("we help firms like yours save tax");
//! elsewhere the writer's own product, a benefit and the recipient stand apart, and two of the three make the pitch.
//! "I build boats" alone is plain self-description. In English some phrases are sure: who sells does what for whom. Every
//! other kind of phrase is a hint with points, since many pitches say none of it straight out: they name a price, what
//! other clients got, and a date.

use crate::excise;
use crate::lexicon::Hit;
use crate::message::{Message, say};
use crate::note::Note;
use crate::rule::{Findings, Fix, Rule, Severity, page};
use crate::text::Lang;
use crate::weigh::{Hint, hint, weigh, weigh_sentences};

/// The rule.
pub const RULE: Rule = Rule {
    id: "sales-pitch",
    severity: Severity::Warning,
    doc: page! {
        title: "Sales pitch",
        summary: "A product, service or offer of your own, held out to the person or their kind.",
        why: "An invitation is a hello. A pitch in it says that the connection is only a way to sell, and many people decline or report it.",
        source: "How to Write a LinkedIn Invitation, comments 4 and 8: pitches and spam.",
        misses: "An offer that names no product, price or benefit. Plain self-description (\"I build boats\") is let pass on purpose.",
        bad: &[
            "Hi Omar, I read that you run a bakery in Derby. Our ordering app helps bakeries like yours cut waste by 30%. Shall we connect?",
        ],
        good: &[
            "Hi Omar, I build ordering software and bake at home. I liked your talk on rye, so I'd be glad to connect and read more of it.",
        ],
    },
    check,
};

/// The hints of an English pitch and their points, the clearest first; see the phrase file for what each is.
const HINTS: &[Hint] = &[
    hint("flag", 12),
    hint("result", 6),
    Hint { section: "seller", points: 5, most: 3 },
    hint("gain", 5),
    hint("crowd", 4),
    hint("price", 4),
    hint("gripe", 4),
    hint("voice", 3),
    hint("free", 2),
    hint("show", 2),
    hint("act", 2),
    hint("buyer", 2),
    Hint { section: "trade", points: 2, most: 4 },
    hint("kind", 1),
    Hint { section: "wares", points: 1, most: 3 },
    hint("other", -4),
    hint("plain", -4),
    Hint { section: "veto", points: -4, most: 1 },
];

/// Points of a share in per cent.
const PERCENT: i32 = 5;

/// So many points make a pitch.
const ENOUGH: i32 = 16;

/// The hints of the other languages; what their phrases leave unsaid adds up here.
const HINTS_ELSEWHERE: &[Hint] = &[
    hint("result", 2),
    hint("own", 2),
    hint("gain", 2),
    hint("price", 2),
    hint("gripe", 2),
    hint("kind", 2),
    hint("buyer", 2),
    hint("act", 1),
    hint("show", 1),
    hint("voice", 1),
    hint("trade", 1),
    hint("other", -2),
    hint("veto", -2),
];

/// So many points make a pitch there.
const ENOUGH_ELSEWHERE: i32 = 5;

/// Points of a share in per cent there.
const PERCENT_ELSEWHERE: i32 = 2;

/// In the other languages so many words of trade in the seller's voice make a pitch.
const WORDS_OF_TRADE: usize = 2;

/// How a language's hints are weighed.
struct Scale {
    hints: &'static [Hint],
    /// Points of a share in per cent.
    percent: i32,
    /// So many make a pitch.
    enough: i32,
}

/// What makes a note a pitch.
struct Pitch {
    /// The phrase that says it most clearly.
    clearest: Hit,
    /// The sentences without which it is none.
    sentences: Vec<usize>,
}

fn check(note: &Note, out: &mut Findings) {
    let Some(Pitch { clearest, sentences }) = pitch(note) else {
        return;
    };
    let mark = note.mark(clearest);
    out.push(mark, message(mark.of(note.text())), vec![drop(note, &sentences)]);
}

pub(super) fn message(words: &str) -> Message {
    say!("“$1” reads like a sales pitch. Connect first, over what you share; an offer can wait until you are asked.", words)
}

/// Takes the pitch out.
pub(super) fn drop(note: &Note, sentences: &[usize]) -> Fix {
    excise::drop_sentences(note, say!("Drop the pitch"), sentences)
}

/// Whether the note promotes something of the writer's.
pub(crate) fn is_pitch(note: &Note) -> bool {
    is_enough(note) || !in_english(note) && told(note).is_some()
}

fn pitch(note: &Note) -> Option<Pitch> {
    if in_english(note) { weighed(note) } else { told(note).or_else(|| weighed(note)) }
}

/// How the note's language is weighed.
fn scale(note: &Note) -> Scale {
    if in_english(note) {
        Scale { hints: HINTS, percent: PERCENT, enough: ENOUGH }
    } else {
        Scale { hints: HINTS_ELSEWHERE, percent: PERCENT_ELSEWHERE, enough: ENOUGH_ELSEWHERE }
    }
}

/// Whether the note is in the language that is weighed alone.
fn in_english(note: &Note) -> bool {
    note.language() == Some(Lang::En)
}

/// Whether the note is a pitch in so many words or by its hints.
fn is_enough(note: &Note) -> bool {
    let Scale { hints, percent, enough } = scale(note);
    !sure(note).is_empty() || weigh(note, RULE.id, hints) + figures(note.text(), percent) >= enough
}

/// The English phrases that make a pitch by themselves.
fn sure(note: &Note) -> Vec<Hit> {
    note.hits_unless(RULE.id, "sure", "plain")
}

/// A pitch in so many words or by its hints.
fn weighed(note: &Note) -> Option<Pitch> {
    if !is_enough(note) {
        return None;
    }
    let mut hits = sure(note);
    // Whatever speaks for a pitch counts here, however often, so that what is left is none.
    let Scale { hints, percent, enough } = scale(note);
    let mut points = weigh_sentences(note, RULE.id, hints);
    for (sentence, points) in points.iter_mut().enumerate() {
        *points += figures(note.span(note.sentence(sentence)).of(note.text()), percent);
    }
    let mut sentences: Vec<usize> = hits.iter().map(|&hit| note.sentence_of(hit)).collect();
    sentences.dedup();
    let mut order: Vec<usize> = (0..points.len()).filter(|sentence| !sentences.contains(sentence)).collect();
    let mut rest: i32 = order.iter().filter_map(|&sentence| points.get(sentence)).sum();
    crate::text::order::sort_by_key(&mut order, |&sentence| -points.get(sentence).copied().unwrap_or_default());
    for sentence in order {
        if rest < enough {
            break;
        }
        rest -= points.get(sentence).copied().unwrap_or_default();
        sentences.push(sentence);
    }
    for hint in hints.iter().filter(|hint| hint.points > 0) {
        hits.extend(note.hits(RULE.id, hint.section));
    }
    let clearest = hits.iter().find(|&&hit| sentences.contains(&note.sentence_of(hit))).or(hits.first())?;
    Some(Pitch { clearest: *clearest, sentences })
}

/// A pitch in so many words, or by two of product, benefit and recipient.
fn told(note: &Note) -> Option<Pitch> {
    let part = |section| note.hits_unless(RULE.id, section, "veto");
    let clear = part("flag");
    let (own, gain, show, kind) = (part("own"), part("gain"), part("show"), part("kind"));
    let held_out = [&gain, &show, &kind].iter().any(|part| !part.is_empty());
    let offered = !own.is_empty() && held_out;
    let promised = !gain.is_empty() && !kind.is_empty();
    let (voice, trade) = (part("voice"), part("trade"));
    let trading = !voice.is_empty() && trade.len() >= WORDS_OF_TRADE;
    if clear.is_empty() && !offered && !promised && !trading {
        return None;
    }
    let hits = [clear, own, gain, show, kind, voice, trade].concat();
    Some(Pitch { clearest: *hits.first()?, sentences: hits.iter().map(|&hit| note.sentence_of(hit)).collect() })
}

/// Points of the figures in a text: `percent` for a share in per cent.
fn figures(text: &str, percent: i32) -> i32 {
    let mut before = ' ';
    for now in text.chars().filter(|c| !c.is_whitespace()) {
        if before.is_ascii_digit() && now == '%' {
            return percent;
        }
        before = now;
    }
    0
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rule_tests::{fixes, flags, passes};

    #[test]
    fn who_offers_what_to_whom() {
        flags(
            &RULE,
            &[
                "Hi Ada, we help dentists fill their empty chairs.",
                "Our software cuts your heating bill by a third.",
                "Tired of paying too much for pallets?",
                "I've built an invoicing app. It may interest you, as you run a workshop.",
                "Bakeries like yours save 20% with us.",
                "20% off your first order until Friday",
                "I have advised a good many potters on kiln insurance.",
                "Weavers are who I work with. Glad to quote for yours.",
                "We are exporter of felt slippers. Await your kind inquiry.",
                "No one runs out of clay with us.",
                "Your shop window deserves better pots. I'd be happy to quote for yours.",
                "We've a buyer for a mill like yours. Ever thought of selling up?",
                "I'd like to introduce our kiln, it would look good in your hall.",
            ],
        );
    }

    #[test]
    fn hints_add_up() {
        flags(
            &RULE,
            &[
                "Most potters lose two hours a day to glazing. Mine cut it by half, and the first month is free.",
                "Six studios in Leith have joined. Five seats left, £40 a month.",
                "We sweep chimneys overnight. You only pay for clean ones.",
            ],
        );
        passes(
            &RULE,
            &[
                "We sweep the same street, you at dawn and I at dusk.",
                "Two hours at your kiln talk, and I cut my glazing by half. Thank you.",
                "What do you pay for clay these days?",
            ],
        );
    }

    #[test]
    fn in_other_languages() {
        flags(
            &RULE,
            &[
                "Unsere App spart Ihrem Betrieb jeden Tag Zeit.",
                "Nous aidons les hôtels à réduire leurs coûts.",
                "Ayudamos a panaderías como la suya a vender más.",
                "O nosso software reduz os custos da sua clínica.",
                "Il nostro gestionale azzera le disdette del suo salone.",
                "Onze app bespaart uw team elke week uren.",
                "Wir nehmen Hotels die Buchhaltung ab.",
                "Nos fours divisent votre facture par deux, au prix d'usine.",
                "Quisiera ofrecerle mi mermelada para su hotel.",
                "Reduza a conta de luz do seu moinho em 20%.",
                "La nostra argilla è la più leggera sul mercato, vorrei spedirtene un sacco in prova.",
            ],
        );
        passes(
            &RULE,
            &[
                "Ich baue Orgeln in Gent und mag Ihre Vorträge.",
                "Je répare des orgues et j'ai aimé votre exposé.",
                "Reparo órganos en Vigo y me gustó su charla.",
            ],
        );
    }

    #[test]
    fn what_you_do_is_no_pitch() {
        passes(
            &RULE,
            &[
                "I build boats in Gdansk and loved your film about the yard.",
                "I work with small bakeries. Could we connect?",
                "Your book helped me save my orchard.",
                "The demo of your loom was a joy.",
                "I have nothing to sell, I just like your maps.",
                "I write about saving glaze, and my pieces could be of use to you.",
                "Yours is the only mill in Fife that sells oats by the sack.",
                "Je rédige un guide pour les familles de Gand.",
            ],
        );
    }

    #[test]
    fn dropping_it_keeps_the_rest() {
        fixes(
            &RULE,
            "Hi Ada, I loved your talk on rye. We help bakeries cut waste by 30%. May I connect?",
            "Hi Ada, I loved your talk on rye. May I connect?",
        );
    }
}
