//! What a rewrite says in words of its own, by language: asks, greetings, blanks, and the small words that clauses hang on.
//!
//! Every entry that speaks to the recipient comes twice: familiar (du, tu, je) and polite (Sie, vous, usted). `{}` takes a name
//! or a fact. A blank is written as its mark, `{share}`, `{met}`, `{work}` or `{why}`; see [`Blanks`].

mod de;
mod en;
mod es;
mod fr;
mod it;
mod nl;
mod pt;

use crate::text::Lang;

/// By register: familiar, then polite.
pub(super) type ByRegister<T> = [T; 2];
/// By style: brief, warm, formal.
pub(super) type ByStyle<T> = [T; 3];
/// Wordings to choose from.
pub(super) type Choice = &'static [&'static str];

/// A blank: what stands in the brackets, and words that could fill it.
///
/// The text is composed and verified with the words and gets the brackets at the very end, because a bracket is a
/// forgotten template slot to the rules, and rightly so. The words hold a name that nobody uses.
#[derive(Debug)]
pub(super) struct BlankWords {
    /// The mark in the wordings of a language.
    pub mark: &'static str,
    /// What stands in the brackets.
    pub label: &'static str,
    /// What could fill it.
    pub filled: &'static str,
}

/// One language.
#[derive(Debug)]
pub(super) struct Wording {
    /// A greeting with a name, when the draft has none.
    pub hello: ByRegister<ByStyle<&'static str>>,
    /// A greeting when no name is known; may be empty.
    pub hello_all: ByStyle<&'static str>,
    /// Greeting words (folded) of the draft and what the formal style makes of them.
    pub formal_hello: &'static [(&'static str, &'static str)],
    /// A polite ask.
    pub asks: ByRegister<ByStyle<Choice>>,
    /// The invitation offered where the draft asked for one.
    pub invites: ByRegister<ByStyle<&'static str>>,
    /// The ask as the main clause after a subordinate one and a comma.
    pub ask_after: ByRegister<&'static str>,
    /// Interest in something, named by `{}`.
    pub learn: ByRegister<&'static str>,
    /// "your work".
    pub your_work: ByRegister<&'static str>,
    /// What the writer and the recipient share, as a blank.
    pub share: ByRegister<&'static str>,
    /// Something of theirs, as a blank.
    pub work: ByRegister<&'static str>,
    /// Why, as a blank.
    pub why: ByRegister<&'static str>,
    /// An offer that anybody can keep.
    pub offer: ByRegister<&'static str>,
    /// Whole openings for an empty note, before the ask.
    pub openings: ByRegister<ByStyle<&'static str>>,
    /// A closing phrase.
    pub closing: ByRegister<ByStyle<&'static str>>,
    /// Closing words (folded) of the draft and what the formal style makes of them.
    pub formal_closing: ByRegister<&'static [(&'static str, &'static str)]>,
    /// The blanks.
    pub blanks: ByRegister<[BlankWords; 4]>,
    /// Parts of sentences (folded) that say nothing to anybody.
    pub filler: Choice,
    /// Words (folded) of thanks and hopes at the end that may go first.
    pub thanks: Choice,
    /// Words (folded, starts of words end in `*`) that speak of being connected.
    pub connect: Choice,
    /// Words (folded) with which a main clause starts.
    pub starters: Choice,
    /// Words (folded) that join two clauses.
    pub joins: Choice,
    /// Words (folded) with which a subordinate clause starts.
    pub dependents: Choice,
    /// Those of them that give a cause: the ask can follow.
    pub causes: Choice,
    /// Words (folded) that lead to an address: "at", "on", "via".
    pub leads: Choice,
    /// Words (folded) whose clause falls with the address it names: "see", "is", "call".
    pub address_verbs: Choice,
    /// Words (as folded) that lose their capital inside a sentence.
    pub lower: Choice,
    /// Polite words (folded) that show the register: "sie", "vous".
    pub polite: Choice,
    /// Familiar words (folded).
    pub familiar: Choice,
    /// Words that point back (folded): their sentence stays behind the one before.
    pub pointers: Choice,
    /// What the formal style says instead, whole words.
    pub formal: &'static [(&'static str, &'static str)],
    /// Shorter ways to say the same, whole words.
    pub short: &'static [(&'static str, &'static str)],
    /// Words that can go when room is short (folded).
    pub spare: Choice,
    /// The start of an order to connect, and the polite question that takes its place.
    pub soften: &'static [(&'static str, &'static str)],
    /// The possessive or "and" that joins two facts.
    pub and: &'static str,
    /// A slot's meaning: parts of its label (folded), and ours.
    pub slots: &'static [(&'static str, &'static str)],
    /// The label of a slot whose meaning is unknown.
    pub slot: &'static str,
}

/// The wordings of a language.
pub(super) fn of(lang: Lang) -> &'static Wording {
    match lang {
        Lang::En => &en::EN,
        Lang::De => &de::DE,
        Lang::Fr => &fr::FR,
        Lang::Es => &es::ES,
        Lang::Pt => &pt::PT,
        Lang::It => &it::IT,
        Lang::Nl => &nl::NL,
    }
}

impl Wording {
    /// The text with words in the place of the blanks that an earlier rewrite left in it.
    pub(super) fn with_blanks_filled(&self, text: &str, polite: usize) -> String {
        let Some(blanks) = self.blanks.get(polite).filter(|_| text.contains('[')) else { return text.to_owned() };
        blanks.iter().fold(text.to_owned(), |text, blank| text.replace(&format!("[{}]", blank.label), blank.filled))
    }

    /// The register in which an earlier rewrite wrote the blanks of this text, if they show it.
    pub(super) fn register_of_blanks(&self, text: &str) -> Option<usize> {
        let shown = |blanks: &[BlankWords; 4]| blanks.iter().filter(|blank| text.contains(&format!("[{}]", blank.label))).count();
        let [familiar, polite] = self.blanks.each_ref().map(shown);
        (familiar != polite).then_some(usize::from(polite > familiar))
    }

    /// Whether a sentence is one of our formal asks.
    pub(super) fn is_own_formal_ask(&self, sentence: &str) -> bool {
        let asks = self.asks.iter().filter_map(|styles| styles.last()).flat_map(|choice| choice.iter());
        asks.chain(self.invites.iter().filter_map(|styles| styles.last())).any(|ask| *ask == sentence)
    }

    /// Whether a sentence is our interest in their work, with nothing named.
    pub(super) fn is_own_interest(&self, sentence: &str) -> bool {
        let own = |learn: &str| self.your_work.iter().any(|work| sentence.ends_with(learn.replace("{}", work).as_str()));
        self.learn.iter().any(|learn| own(learn) || own(learn.trim_start_matches("I'd")))
    }

    /// Whether a sentence is one of our own asks, as it stands here or in the formal way.
    pub(super) fn is_own_ask(&self, sentence: &str) -> bool {
        let asks = self.asks.iter().flatten().flat_map(|choice| choice.iter());
        asks.chain(self.invites.iter().flatten()).any(|ask| *ask == sentence)
    }

    /// The signal that one of our own sentences was written for.
    pub(super) fn own_signal(&self, sentence: &str) -> Option<&'static str> {
        let starts = |both: &ByRegister<&str>| {
            both.iter().any(|own| {
                let (head, tail) = own.split_once('{').unwrap_or((own, ""));
                let tail = tail.split_once('}').map_or("", |(_, tail)| tail);
                head.len() + tail.len() > 5 && sentence.starts_with(head) && sentence.ends_with(tail)
            })
        };
        if starts(&self.share) {
            Some("common-ground")
        } else if starts(&self.learn) {
            Some("states-reason")
        } else {
            self.offer.contains(&sentence).then_some("offers-value")
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
