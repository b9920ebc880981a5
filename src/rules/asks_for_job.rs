//! Finds a job, a referral, an interview or a CV that is put to the recipient for the writer's sake.

use super::requests::{Instead, one_a_sentence, ways_out};
use crate::lexicon::Hit;
use crate::message::{Message, say};
use crate::note::Note;
use crate::rule::{Findings, Rule, Severity, page};
use crate::weigh::{Hint, hint, weigh};

/// The rule.
pub const RULE: Rule = Rule {
    id: "asks-for-job",
    severity: Severity::Warning,
    doc: page! {
        title: "Asks for a job",
        summary: "A job, a referral, an interview, an opening or a look at a CV is asked for.",
        why: "Nobody can vouch for a stranger. Interest in what they do opens the door that a request closes.",
        source: "How to Write a LinkedIn Invitation, comments 3 and 4: “get me a job”.",
        misses: "A wanted role that is only named, and hints without a request.",
        bad: &[
            "Hi Runa, I bake sourdough and your talk on rye in Lund was a feast. Could you put in a good word for me with your head baker?",
        ],
        good: &["Hi Runa, I bake sourdough and your talk on rye in Lund was a feast. May I connect to hear how your rye comes along?"],
    },
    check,
};

fn check(note: &Note, out: &mut Findings) {
    for hit in one_a_sentence(note, requests(note)) {
        let span = note.span(hit.first..hit.end);
        let fixes = ways_out(note, note.sentence_of(hit), hit.end, Instead::Interest);
        out.push(span, message(span.of(note.text())), fixes);
    }
}

pub(super) fn message(words: &str) -> Message {
    say!("“$1” asks a stranger to help you to a job; show interest in their work first.", words)
}

/// What asks for a job outright, and the calls for help of a writer who looks for one.
pub(super) fn requests(note: &Note) -> Vec<Hit> {
    let mut hits = note.hits_unless(RULE.id, "flag", "veto");
    if note.any(RULE.id, "seeker") {
        hits.extend(note.hits_unless(RULE.id, "plea", "veto"));
    }
    if hits.is_empty() {
        hits.extend(hinted(note));
    }
    crate::text::order::sort_by_key(&mut hits, |hit| hit.first);
    hits
}

/// The hints of a request for work and their points; see the phrase file for what each is.
const HINTS: &[Hint] = &[hint("bid", 4), hint("lack", 4), hint("skill", 3), hint("free", 3), hint("seeker", 1), hint("hirer", -1)];

/// So many points make a request for work.
const ENOUGH: i32 = 7;

/// What asks for work in the words of a trade: what the writer brings, where a pair of hands is wanted. Skills alone ask nothing.
fn hinted(note: &Note) -> Vec<Hit> {
    if weigh(note, RULE.id, HINTS) < ENOUGH {
        return Vec::new();
    }
    let asked = |section| note.hits_unless(RULE.id, section, "veto");
    let bids = asked("bid");
    if bids.is_empty() { asked("lack") } else { bids }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rule_tests::{fixes, flags, passes};

    #[test]
    fn referrals_papers_and_openings() {
        flags(
            &RULE,
            &[
                "Could you ⟦refer me⟧?",
                "I would be thankful for a referral.",
                "Would you put in a good word with your chief?",
                "Kindly look at my CV.",
                "⟦Any vacancies for⟧ a tanner?",
                "Do you have a job for me?",
                "Are you hiring?",
                "⟦Will you hire⟧ me?",
                "Please ⟦keep me in mind⟧ when a loom comes free.",
                "I applied for the cooper post at your yard and would love to connect.",
                "Let me know if there are any openings in your workshop.",
                "Please give me a chance in your kitchen.",
                "Do you take on apprentices?",
                "Any leads on a weaving post would be welcome.",
                "Would your archive have any use for a binder?",
            ],
        );
    }

    #[test]
    fn requests_in_the_words_of_a_trade() {
        flags(
            &RULE,
            &[
                "Four years on the looms at Hawick. Should a bench fall vacant, ⟦think of me⟧.",
                "Your kiln is short of a packer. I have nine years of it and my own gloves, free from June.",
                "Laid off in May, licence clean. ⟦Is there a place for⟧ a driver at the depot?",
            ],
        );
        passes(
            &RULE,
            &[
                "Nine years on the looms, licence clean, free in June. Glad to connect.",
                "Your ferry is short of hands, I read. We place deckhands for a living.",
            ],
        );
    }

    #[test]
    fn named_roles_recruiters_and_other_senses() {
        passes(
            &RULE,
            &[
                "Exploring roles in dyeing. Would love to connect with people who weave.",
                "I recruit coopers and have a job that may suit you.",
                "We are hiring two tanners; shall I tell you more?",
                "I coach people who look for a job.",
                "You run the job fair in Ghent, I believe.",
                "I learned a lot at my first job, at your old mill.",
                "You head up hiring at the mill, I see. I weave, and would like to follow your updates.",
                "Is there room for a weaver in your network?",
                "Should you ever need a hand at the loom, just say so.",
                "Your referral pathway for burns is a model for ours.",
                "I write no CV and seek no job; your maps are fine.",
            ],
        );
    }

    #[test]
    fn what_is_left_reads_on() {
        fixes(&RULE, "Hi Jo, I weave too. Could you refer me?", "Hi Jo, I weave too.");
        fixes(&RULE, "Any vacancies for a tanner?", "I'd like to get to know this line of work better.");
    }

    #[test]
    fn in_every_language() {
        flags(
            &RULE,
            &[
                "Könnten Sie meinen Lebenslauf weiterleiten?",
                "Haben Sie eine Stelle für mich?",
                "Pourriez-vous transmettre mon CV ?",
                "Auriez-vous un stage pour moi ?",
                "¿Me podrías recomendar para la vacante?",
                "¿Hay trabajo en tu taller?",
                "Pode me indicar para a vaga?",
                "Estou desempregada, qualquer ajuda serve.",
                "Potrebbe dare un'occhiata al mio curriculum?",
                "Avete un posto per me?",
                "Kunt u mijn cv doorsturen?",
                "Hebben jullie nog een stageplek?",
            ],
        );
        passes(
            &RULE,
            &[
                "Ich suche als Personalerin jemanden mit Ihrer Erfahrung am Webstuhl.",
                "Ihre Arbeit an den Mooren beeindruckt mich.",
                "Nous recrutons une tisserande ; je vous en dis plus ?",
                "Votre poste à Gand m'a toujours fait rêver.",
                "Soy reclutadora y busco tejedores.",
                "Tu trabajo sobre molinos me encanta.",
                "Recruto tecelões para uma fábrica em Braga.",
                "Seu trabalho sobre moinhos é lindo.",
                "Seleziono tessitori per una ditta di Biella.",
                "Il suo lavoro sui mulini è splendido.",
                "Als recruiter heb ik een functie voor jou.",
                "Je werk over molens is prachtig.",
            ],
        );
    }
}
