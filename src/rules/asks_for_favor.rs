//! Finds what is asked of the recipient beyond a yes: a call, advice, an introduction, a follow, an answer.

use super::requests::{Instead, any_in, body, one_a_sentence, ways_out};
use super::{asks_for_job, default_invitation, sales_pitch};
use crate::lexicon::Hit;
use crate::message::{Message, say};
use crate::note::Note;
use crate::rule::{Findings, Rule, Severity, page};
use crate::text::{Gap, Lang};

/// The rule.
pub const RULE: Rule = Rule {
    id: "asks-for-favor",
    severity: Severity::Warning,
    doc: page! {
        title: "Asks for a favor",
        summary: "A call, a meeting, advice, an introduction, a follow, a sign-up or an answer is asked for.",
        why: "A stranger's first note that wants something feels like being tapped. Connect first; people give gladly once they know you.",
        source: "How to Write a LinkedIn Invitation, the article (he offered help and asked for nothing in return) and comments 3 and 5.",
        misses: "A hope without a request (to learn, to talk some day), and requests so veiled that only the recipient sees them.",
        bad: &[
            "Hi Edda, I restore clavichords in Ghent and your article on moth damage saved one of mine. Could you spare fifteen minutes for a call next week?",
        ],
        good: &["Hi Edda, I restore clavichords in Ghent and your article on moth damage saved one of mine. May I connect?"],
    },
    check,
};

fn check(note: &Note, out: &mut Findings) {
    // A request for a job or an invitation is told by its own rule, unless the sentence asks for something else outright.
    let mut others = asks_for_job::requests(note);
    others.extend(note.hits("asks-for-invitation", "flag"));
    let taken = |sentence| others.iter().any(|hit| note.sentence_of(*hit) == sentence);
    let apart = |hit: &Hit| !others.iter().any(|other| other.first < hit.end && hit.first < other.end);
    let mut hits = note.hits_unless(RULE.id, "flag", "veto");
    hits.retain(apart);
    let mut soft = note.hits_unless(RULE.id, "soft", "veto");
    soft.retain(|hit| !taken(note.sentence_of(*hit)));
    hits.extend(soft);
    crate::text::order::sort_by_key(&mut hits, |hit| hit.first);
    let told = one_a_sentence(note, hits);
    // In a pitch a question is bait: "still paying too much?" Beside a bare wish to connect it is small talk.
    let is_idle = || sales_pitch::is_pitch(note) || default_invitation::bare_wish(note).is_some();
    let bait = note.language() != Some(Lang::En) && is_idle();
    for sentence in 0..note.sentence_count() {
        if let Some(hit) = told.iter().find(|hit| note.sentence_of(**hit) == sentence) {
            report(note, sentence, hit.first..hit.end, out);
        } else if asks(note, sentence, bait) && !taken(sentence) && !any_in(note, sentence, "demanding", "flag") {
            report(note, sentence, question(note, sentence), out);
        }
    }
}

/// Whether a sentence is a question that waits for an answer other than a yes to the invitation.
fn asks(note: &Note, sentence: usize, bait: bool) -> bool {
    // In the other languages any verb can open a question.
    let opens = note.language() != Some(Lang::En) || opener(note, sentence).is_some();
    let is_question = note.language().is_some() && note.is_question(sentence) && opens;
    (is_question && !bait && !is_of_other_kind(note, sentence) || any_in(note, sentence, RULE.id, "ask"))
        && !any_in(note, sentence, RULE.id, "spared")
}

/// In the other languages: "shall we stay in touch?", "do you remember me?"
fn is_of_other_kind(note: &Note, sentence: usize) -> bool {
    let kinds = ["polite-ask", "vague-meeting"];
    note.language() != Some(Lang::En) && kinds.iter().any(|kind| any_in(note, sentence, kind, "flag"))
}

/// The question itself: from its first question word to the end.
fn question(note: &Note, sentence: usize) -> std::ops::Range<usize> {
    let body = body(note, sentence);
    opener(note, sentence).unwrap_or(body.start)..body.end
}

/// The word that opens a question: among the first three of its sentence or after a comma, so that "the town where we met?" has none.
fn opener(note: &Note, sentence: usize) -> Option<usize> {
    let body = body(note, sentence);
    let starts = |word: usize| word < body.start + 3 || note.words().get(word).is_some_and(|word| word.gap >= Gap::Comma);
    body.clone().find(|&word| starts(word) && note.word_is(word, "question_word"))
}

fn report(note: &Note, sentence: usize, words: std::ops::Range<usize>, out: &mut Findings) {
    let fixes = ways_out(note, sentence, words.end, Instead::Offer);
    let span = note.span(words);
    out.push(span, message(span.of(note.text())), fixes);
}

pub(super) fn message(words: &str) -> Message {
    say!("“$1” asks something of a person who does not know you yet.", words)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rule_tests::{fixes, flags, passes};

    #[test]
    fn talks_time_and_answers() {
        flags(
            &RULE,
            &[
                "Loved your kiln log. ⟦Could we talk⟧ about glazes?",
                "I restore clocks. It would ⟦be great to speak⟧ one day.",
                "We both sail. ⟦let me know when⟧ suits you.",
                "I would love to ⟦pick your brain⟧ on tides.",
                "Hi Ana, ⟦what is your take on the new ferry⟧?",
                "Ciara, ⟦do you know a good thatcher near Kells⟧?",
                "Any thoughts on felt roofs?",
                "We make dye. Open to a short demo?",
                "I'd be happy to connect and run a few ideas past you.",
                "It'd be great to connect and get your thoughts on felt.",
                "Would a call on Friday be possible?",
                "Could I schedule some time with you?",
                "Do you still let the loft above your kiln?",
            ],
        );
    }

    #[test]
    fn follows_forms_and_evenings() {
        flags(
            &RULE,
            &[
                "Please follow my page on looms.",
                "Sign up to our newsletter.",
                "Would you fill in my survey on felt?",
                "Call me on Monday.",
                "Could you introduce me to your glazier?",
                "Dinner with me on Saturday?",
                "I need your vote for the mill prize.",
                "Kindly share your rates for felt.",
                "Please like and share my page on looms.",
            ],
        );
    }

    #[test]
    fn hopes_offers_thanks_and_the_wish_to_connect() {
        passes(
            &RULE,
            &[
                "I hope to learn from your posts.",
                "Happy to talk whenever you like.",
                "Would love to connect and swap notes on dyes.",
                "May I add you to my contacts?",
                "Could we connect? I weave too.",
                "Thanks for the quick chat on Tuesday.",
                "I enjoyed our short call about peat.",
                "I can introduce you to two tanners in Fes.",
                "Happy to answer a few questions about moths.",
                "No call and no pitch: I just like your maps.",
                "We met at the quay in Ghent, remember?",
                "Tired of cold kilns?",
                "How are you?",
                "Let me know if you ever need a spare loom.",
                "Please accept my admiration for your maps.",
            ],
        );
    }

    #[test]
    fn what_is_left_reads_on() {
        fixes(&RULE, "Hi Jo, could you spare ten minutes? I weave too.", "Hi Jo, I weave too.");
        fixes(&RULE, "I weave too, Jo. Could we connect and have a quick call?", "I weave too, Jo. Could we connect?");
        fixes(&RULE, "I weave too, Jo. Could we have a quick call?", "I weave too, Jo.");
        fixes(&RULE, "Follow my page.", "If I can ever be of use to you, I'd be glad to.");
    }

    #[test]
    fn in_every_language() {
        flags(
            &RULE,
            &[
                "Ihr Vortrag über Moore war gut. Hätten Sie nächste Woche Zeit für ein kurzes Telefonat?",
                "Bitte folgen Sie meiner Seite über Weberei.",
                "Ich würde gern mit Ihnen telefonieren.",
                "Votre livre sur les moulins m'a plu. Auriez-vous dix minutes pour un appel ?",
                "Abonnez-vous à ma chaîne sur le tissage.",
                "J'aimerais vous poser une question sur la teinture.",
                "Me gustó tu libro sobre molinos. ¿Tienes un rato para una llamada?",
                "Sígueme en mi página de telares.",
                "Quisiera pedirle consejo sobre tintes.",
                "Gostei do seu livro sobre moinhos. Podemos marcar uma chamada?",
                "Curta a minha página de tecelagem.",
                "Queria tirar umas dúvidas sobre tintas.",
                "Il suo libro sui mulini mi è piaciuto. Le andrebbe una telefonata?",
                "Iscriviti al mio canale di tessitura.",
                "Vorrei chiederle un consiglio sulle tinture.",
                "Uw boek over molens was mooi. Heeft u tijd voor een kort gesprek?",
                "Schrijf je in voor onze cursus.",
                "Wir ersuchen um Ihren Rückruf.",
                "Je vous remercie de me rappeler.",
                "Te agradecería que compartieras mi cartel.",
                "Qualquer dica é bem-vinda.",
                "Ik zou je graag iets vragen over verf, mag dat?",
            ],
        );
        passes(
            &RULE,
            &[
                "Wollen wir uns vernetzen?",
                "Danke für das kurze Gespräch in Gent.",
                "Ich helfe Ihnen gern mit Tipps.",
                "Peut-on rester en contact ?",
                "Merci pour vos conseils à Gand.",
                "Au plaisir d'échanger.",
                "Me gustan mucho tus molinos. ¿Conectamos?",
                "Gracias por la charla en Gante.",
                "Feliz de conversar cuando quieras.",
                "Gosto muito dos seus moinhos. Vamos nos conectar?",
                "Obrigada pelas dicas em Gante.",
                "Posso te indicar uma tecelã.",
                "Ti va se ci colleghiamo?",
                "Grazie per i consigli di Gand.",
                "Zullen we contact houden?",
                "Bedankt voor het korte gesprek in Gent.",
            ],
        );
    }
}
