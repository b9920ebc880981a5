//! Finds notes that promote the writer's product, service, offer or company.
//!
//! A pitch says who offers what benefit to whom. Some phrases say all of it ("we help firms like yours save tax");
//! elsewhere the writer's own product, a benefit and the recipient stand apart, and two of the three make the pitch.
//! "I build boats" alone is plain self-description.

use crate::excise;
use crate::lexicon::Hit;
use crate::note::Note;
use crate::rule::{Findings, Rule, Severity, page};

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

/// So many words of trade in the seller's voice make a pitch.
const WORDS_OF_TRADE: usize = 2;

fn check(note: &Note, out: &mut Findings) {
    let pitch = pitch(note);
    let Some(first) = pitch.first() else {
        return;
    };
    let sentences: Vec<usize> = pitch.iter().map(|&hit| note.sentence_of(hit)).collect();
    let fix = excise::drop_sentences(note, "Drop the pitch", &sentences);
    let after = " reads like a sales pitch. Connect first, over what you share; an offer can wait until you are asked.";
    out.push_words(note.mark(*first), note.text(), after, fix);
}

/// The phrases that make the note a pitch, the clearest first; none when it is no pitch.
fn pitch(note: &Note) -> Vec<Hit> {
    let part = |section| note.hits_unless(RULE.id, section, "veto");
    let clear = part("flag");
    let (own, gain, show, kind) = (part("own"), part("gain"), part("show"), part("kind"));
    let held_out = [&gain, &show, &kind].iter().any(|part| !part.is_empty());
    let offered = !own.is_empty() && held_out;
    let promised = !gain.is_empty() && !kind.is_empty();
    let (voice, trade) = (part("voice"), part("trade"));
    let trading = !voice.is_empty() && trade.len() >= WORDS_OF_TRADE;
    if clear.is_empty() && !offered && !promised && !trading {
        return Vec::new();
    }
    [clear, own, gain, show, kind, voice, trade].concat()
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
