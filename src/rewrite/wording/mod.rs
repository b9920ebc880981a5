//! What a rewrite says in words of its own, by language: asks, greetings, blanks, and the small words that clauses hang on.
//!
//! A language's words stand in a text file here, called after its tag; `en.txt` says what each section is for. The build puts
//! the file into the language's lexicon, and it is read when a first rewrite is asked for. Every entry that speaks to the
//! recipient comes twice: familiar (du, tu) and polite (Sie, vous, usted).

use crate::lexicon;
use crate::text::{Lang, find, marks};
use std::sync::OnceLock;

/// Wordings to choose from, words to look for; of pairs each half is an entry, see [`pairs`].
pub(super) type Words = Vec<&'static str>;
/// By register: familiar, then polite.
pub(super) type ByRegister<T> = [T; 2];
/// By style: brief, warm, formal.
pub(super) type ByStyle<T> = [T; 3];

/// One language. Lists with one entry a style are in the order brief, warm, formal.
#[derive(Debug, Default)]
pub(super) struct Wording {
    /// A greeting with a name for `{}`, when the draft has none, by style.
    pub hello: ByRegister<Words>,
    /// The formal greeting when no name is known.
    pub hello_all: Words,
    /// Pairs: greeting words (folded) of the draft and what the formal style makes of them.
    pub formal_hello: Words,
    /// Polite asks to choose from.
    pub asks: ByRegister<ByStyle<Words>>,
    /// The invitation offered where the draft asked for one, by style.
    pub invites: ByRegister<Words>,
    /// The ask and the reason in one sentence, by style.
    pub ask_why: ByRegister<Words>,
    /// The ask as the main clause after a subordinate one and a comma.
    pub ask_after: ByRegister<Words>,
    /// Interest in something, named by `{}`.
    pub learn: ByRegister<Words>,
    /// "your work".
    pub your_work: ByRegister<Words>,
    /// What the writer and the recipient share, as a blank.
    pub share: ByRegister<Words>,
    /// Something of theirs, as a blank.
    pub work: ByRegister<Words>,
    /// Why, as a blank.
    pub why: ByRegister<Words>,
    /// An offer that anybody can keep.
    pub offer: ByRegister<Words>,
    /// Whole openings for an empty note, before the ask, by style.
    pub openings: ByRegister<Words>,
    /// What the two share, each with a blank in its brackets, in the order of [`super::share::Share::ALL`].
    pub chips: ByRegister<Words>,
    /// A closing phrase, by style.
    pub closing: ByRegister<Words>,
    /// Pairs: closing words (folded) of the draft and what the formal style makes of them.
    pub formal_closing: ByRegister<Words>,
    /// The blanks, see [`Wording::blanks`].
    blanks: ByRegister<Words>,
    /// Parts of sentences (folded) that say nothing to anybody.
    pub filler: Words,
    /// Words (folded) of thanks and hopes at the end that may go first.
    pub thanks: Words,
    /// Words (folded, starts of words end in `*`) that speak of being connected.
    pub connect: Words,
    /// Words (folded) with which a main clause starts.
    pub starters: Words,
    /// Words (folded) that join two clauses.
    pub joins: Words,
    /// Words (folded) with which a subordinate clause starts.
    pub dependents: Words,
    /// Those of them that give a cause: the ask can follow.
    pub causes: Words,
    /// Words (folded) that lead to an address: "at", "on", "via".
    pub leads: Words,
    /// Words (folded) whose clause falls with the address it names: "see", "is", "call".
    pub address_verbs: Words,
    /// Words (as folded) that lose their capital inside a sentence.
    pub lower: Words,
    /// Polite words (folded) that show the register: "sie", "vous".
    pub polite: Words,
    /// Familiar words (folded).
    pub familiar: Words,
    /// Words that point back (folded): their sentence stays behind the one before.
    pub pointers: Words,
    /// Pairs: what the formal style says instead, whole words.
    pub formal: Words,
    /// Pairs: shorter ways to say the same, whole words.
    pub short: Words,
    /// Words that can go when room is short (folded).
    pub spare: Words,
    /// Pairs: the start of an order to connect, and the polite question that takes its place.
    pub soften: Words,
    /// The "and" that joins two facts.
    pub and: Words,
    /// Pairs: parts of a slot's label (folded), and what we call it.
    pub slots: Words,
    /// The label of a slot whose meaning is unknown.
    pub slot: Words,
}

/// Where a section's entries go.
type Place = fn(&mut Wording) -> &mut Words;

/// The sections of a file. One whose name ends in a register may also stand once for both, without it.
const SECTIONS: &[(&str, Place)] = &[
    ("hello familiar", |w| &mut w.hello[0]),
    ("hello polite", |w| &mut w.hello[1]),
    ("hello all", |w| &mut w.hello_all),
    ("formal hello", |w| &mut w.formal_hello),
    ("asks brief familiar", |w| &mut w.asks[0][0]),
    ("asks brief polite", |w| &mut w.asks[1][0]),
    ("asks warm familiar", |w| &mut w.asks[0][1]),
    ("asks warm polite", |w| &mut w.asks[1][1]),
    ("asks formal familiar", |w| &mut w.asks[0][2]),
    ("asks formal polite", |w| &mut w.asks[1][2]),
    ("invites familiar", |w| &mut w.invites[0]),
    ("invites polite", |w| &mut w.invites[1]),
    ("ask why familiar", |w| &mut w.ask_why[0]),
    ("ask why polite", |w| &mut w.ask_why[1]),
    ("ask after familiar", |w| &mut w.ask_after[0]),
    ("ask after polite", |w| &mut w.ask_after[1]),
    ("learn familiar", |w| &mut w.learn[0]),
    ("learn polite", |w| &mut w.learn[1]),
    ("your work familiar", |w| &mut w.your_work[0]),
    ("your work polite", |w| &mut w.your_work[1]),
    ("share familiar", |w| &mut w.share[0]),
    ("share polite", |w| &mut w.share[1]),
    ("work familiar", |w| &mut w.work[0]),
    ("work polite", |w| &mut w.work[1]),
    ("why familiar", |w| &mut w.why[0]),
    ("why polite", |w| &mut w.why[1]),
    ("offer familiar", |w| &mut w.offer[0]),
    ("offer polite", |w| &mut w.offer[1]),
    ("openings familiar", |w| &mut w.openings[0]),
    ("openings polite", |w| &mut w.openings[1]),
    ("chips familiar", |w| &mut w.chips[0]),
    ("chips polite", |w| &mut w.chips[1]),
    ("closing familiar", |w| &mut w.closing[0]),
    ("closing polite", |w| &mut w.closing[1]),
    ("formal closing familiar", |w| &mut w.formal_closing[0]),
    ("formal closing polite", |w| &mut w.formal_closing[1]),
    ("blanks familiar", |w| &mut w.blanks[0]),
    ("blanks polite", |w| &mut w.blanks[1]),
    ("filler", |w| &mut w.filler),
    ("thanks", |w| &mut w.thanks),
    ("connect", |w| &mut w.connect),
    ("starters", |w| &mut w.starters),
    ("joins", |w| &mut w.joins),
    ("dependents", |w| &mut w.dependents),
    ("causes", |w| &mut w.causes),
    ("leads", |w| &mut w.leads),
    ("address verbs", |w| &mut w.address_verbs),
    ("lower", |w| &mut w.lower),
    ("polite words", |w| &mut w.polite),
    ("familiar words", |w| &mut w.familiar),
    ("pointers", |w| &mut w.pointers),
    ("formal", |w| &mut w.formal),
    ("short", |w| &mut w.short),
    ("spare", |w| &mut w.spare),
    ("soften", |w| &mut w.soften),
    ("and", |w| &mut w.and),
    ("slots", |w| &mut w.slots),
    ("slot", |w| &mut w.slot),
];

/// The wordings of a language; none as long as its lexicon is not here.
pub(super) fn of(lang: Lang) -> Option<&'static Wording> {
    static WORDINGS: [OnceLock<Wording>; Lang::ALL.len()] = [const { OnceLock::new() }; Lang::ALL.len()];
    let text = lexicon::list(Some(lang), "wording");
    let place = WORDINGS.get(lang as usize).filter(|_| !text.is_empty());
    place.map(|place| place.get_or_init(|| parse(text)))
}

/// Reads a file without its comments; what stands in an unknown section is left out.
fn parse(text: &'static str) -> Wording {
    let mut wording = Wording::default();
    let mut section = "";
    for line in find::lines(text) {
        if let Some(name) = heading(line) {
            section = name;
            continue;
        }
        for (_, place) in SECTIONS.iter().filter(|(name, _)| is_for(section, name)) {
            place(&mut wording).extend(marks::runs(line, &|c| !marks::is_one_of(c, "|>")).into_iter().map(str::trim));
        }
    }
    wording
}

/// The name in a line `[name]`.
fn heading(line: &str) -> Option<&str> {
    line.strip_prefix('[')?.strip_suffix(']')
}

/// Whether what stands below a heading goes to a place.
fn is_for(heading: &str, place: &str) -> bool {
    match place.strip_prefix(heading) {
        Some(rest) => matches!(rest, "" | " familiar" | " polite"),
        None => false,
    }
}

/// A list of pairs two by two.
pub(super) fn pairs(list: &Words) -> &[[&'static str; 2]] {
    list.as_chunks().0
}

/// A wording with words in the place of its `{}`.
pub(super) fn with_name(wording: &str, name: &str) -> String {
    let mut out = wording.to_owned();
    find::replace(&mut out, "{}", name);
    out
}

/// A blank's label as it is shown.
pub(super) fn in_brackets(label: &str) -> String {
    ["[", label, "]"].concat()
}

/// The entry of a list that has but one.
pub(super) fn only(list: &Words) -> &'static str {
    list.first().copied().unwrap_or_default()
}

impl Wording {
    /// The blanks in a register: the mark in our wordings, what stands in the brackets, and words that could fill it.
    ///
    /// The text is composed and verified with the words and gets the brackets at the very end, because a bracket is a
    /// forgotten template slot to the rules, and rightly so. The words hold a name that nobody uses.
    pub(super) fn blanks(&self, polite: usize) -> &[[&'static str; 3]] {
        self.blanks.get(polite).map_or(&[], |list| list.as_chunks().0)
    }

    /// Whether this is one of our blanks in its brackets.
    pub(super) fn is_blank(&self, slot: &str, polite: usize) -> bool {
        self.blanks(polite).iter().any(|[_, label, _]| in_brackets(label) == slot)
    }

    /// The text with words in the place of the blanks that an earlier rewrite left in it.
    pub(super) fn with_blanks_filled(&self, text: &str, polite: usize) -> String {
        let mut out = text.to_owned();
        for [_, label, filled] in self.blanks(polite) {
            if marks::has(text, "[") {
                find::replace(&mut out, &in_brackets(label), filled);
            }
        }
        out
    }

    /// The register in which an earlier rewrite wrote the blanks of this text, if they show it.
    pub(super) fn register_of_blanks(&self, text: &str) -> Option<usize> {
        let shown = |polite| {
            self.blanks(polite).iter().filter(|[_, label, _]| marks::has(text, "[") && find::contains(text, &in_brackets(label))).count()
        };
        let (familiar, polite) = (shown(0), shown(1));
        (familiar != polite).then_some(usize::from(polite > familiar))
    }

    /// Whether a sentence is one of our formal asks.
    pub(super) fn is_own_formal_ask(&self, sentence: &str) -> bool {
        self.asks.iter().any(|[_, _, formal]| formal.contains(&sentence))
            || self.invites.iter().any(|invites| invites.last() == Some(&sentence))
    }

    /// Whether a sentence is one of our own asks, as it stands here or in the formal way.
    pub(super) fn is_own_ask(&self, sentence: &str) -> bool {
        self.asks.iter().flatten().chain(&self.invites).any(|list| list.contains(&sentence))
    }

    /// Whether a sentence is our interest in their work, with nothing named.
    pub(super) fn is_own_interest(&self, sentence: &str) -> bool {
        let own = |learn: &str| self.your_work.iter().any(|work| sentence.ends_with(with_name(learn, only(work)).as_str()));
        self.learn.iter().map(only).any(|learn| own(learn) || own(learn.strip_prefix("I'd").unwrap_or(learn)))
    }

    /// Whether a word stands in what we say to a recipient.
    pub(super) fn says(&self, word: &str) -> bool {
        let both = [
            &self.hello,
            &self.invites,
            &self.ask_why,
            &self.learn,
            &self.share,
            &self.work,
            &self.why,
            &self.offer,
            &self.openings,
            &self.closing,
        ];
        let said = both.into_iter().flatten().chain(self.asks.iter().flatten()).chain([&self.hello_all]).flatten();
        let formal = self.formal_closing.iter().chain([&self.formal_hello]).flat_map(|list| pairs(list)).map(|[_, to]| to);
        said.chain(formal).any(|text| marks::runs(text, &char::is_alphanumeric).contains(&word))
    }

    /// The signal that one of our own sentences was written for.
    pub(super) fn own_signal(&self, sentence: &str) -> Option<&'static str> {
        let starts = |own: &Words| {
            let own = only(own);
            let (head, tail) = find::split_once(own, "{").unwrap_or((own, ""));
            let tail = find::split_once(tail, "}").map_or("", |(_, tail)| tail);
            head.len() + tail.len() > 5 && sentence.starts_with(head) && sentence.ends_with(tail)
        };
        if self.share.iter().any(starts) {
            Some("common-ground")
        } else if self.learn.iter().any(starts) {
            Some("states-reason")
        } else {
            self.offer.iter().any(|own| only(own) == sentence).then_some("offers-value")
        }
    }
}

/// Whether a folded word is in a list; an entry that ends in `*` is the start of a word.
pub(super) fn has(list: &[&str], word: &str) -> bool {
    list.iter().any(|entry| match entry.strip_suffix('*') {
        Some(stem) => word.starts_with(stem),
        None => *entry == word,
    })
}

#[cfg(test)]
mod tests;
