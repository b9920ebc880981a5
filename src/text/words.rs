//! Cuts a text into words, with what stands between them.
//!
//! A word is what the rules compare: folded, without its clitic (`I'd` is `i` + `'d`, `j'aime` is `j'` + `aime`),
//! compounds taken apart at their hyphens. Punctuation is no word of its own; it is the [`Gap`] before the next one.

use super::find;
use super::fold::{fold_char, fold_into};
use super::links;
use super::marks;
use super::order::sort_by_key;
use super::slots;
use super::span::Span;

/// What a word is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordKind {
    /// Letters, perhaps with digits inside.
    Letters,
    /// Digits, with their separators, sign or unit mark (`25%`, `1,200`).
    Number,
    /// One emoji with its modifiers.
    Emoji,
    /// A web or e-mail address.
    Link,
    /// An unfilled template slot: `[Name]`, `{{first_name}}`, `____`.
    Slot,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// No capital.
    Lower,
    /// A capital first, none after.
    Capital,
    /// Capitals only, at least two.
    Upper,
    /// Capitals inside (`McKay`, `iOS`).
    Mixed,
}

/// What stands between a word and the one before it, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing: a clitic or the next part of a compound.
    Joined,
    /// White space, quotation marks, a slash or an ampersand.
    Space,
    /// A comma.
    Comma,
    /// A dash, colon, semicolon, bracket or single line break inside a sentence.
    Clause,
    /// The end of a sentence.
    Sentence,
    /// The start of the text or a new line that starts a sentence.
    Line,
}

/// One word of a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// Where its folded form stands in [`Words::folded`].
    pub(crate) fold: (u32, u32),
    /// What it is made of.
    pub kind: WordKind,
    /// How it is written.
    pub shape: Shape,
    /// What stands before it.
    pub gap: Gap,
    /// Index of its sentence.
    pub sentence: u32,
    /// Inside quotation marks that close within the note.
    pub quoted: bool,
}

/// The words of a note, in order.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// The words.
    pub list: Vec<Word>,
    /// Their folded forms, one after the other.
    pub folded: String,
    /// For each sentence, the index of its first word, and the punctuation that ends it (`.` when none does).
    pub sentences: Vec<(usize, char)>,
}

impl Words {
    /// The folded form of a word.
    pub fn folded_of(&self, word: &Word) -> &str {
        self.folded.get(word.fold.0 as usize..word.fold.1 as usize).unwrap_or_default()
    }
}

/// Abbreviations (folded) whose full stop ends no sentence.
const ABBREVIATIONS: &[&str] = &[
    "art", "bzw", "ca", "co", "corp", "dipl", "dott", "dr", "dra", "drs", "e.g", "ed", "eng", "etc", "exma", "exmo", "g", "i.e", "inc",
    "ing", "ir", "jr", "lic", "ltd", "m", "mag", "mme", "mr", "mrs", "ms", "mw", "nr", "no", "p", "prof", "sig", "sr", "sra", "srta", "st",
    "u.a", "usw", "ver", "vs", "z.b",
];

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '_' | '\u{200c}' | '\u{200d}' | '\u{ad}')
}

/// Whether `c` starts an emoji as people use them in notes.
pub fn is_emoji(c: char) -> bool {
    matches!(c,
        '\u{1f300}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{1f1e6}'..='\u{1f1ff}' | '\u{2b50}' | '\u{2b55}' | '\u{231a}' | '\u{231b}'
        | '\u{23e9}'..='\u{23fa}' | '\u{25fe}' | '\u{25fd}' | '\u{2b1b}' | '\u{2b1c}' | '\u{203c}' | '\u{2049}')
        && !matches!(c, '\u{2610}'..='\u{2612}' | '\u{2713}' | '\u{2717}' | '\u{2756}' | '\u{2794}'..='\u{27bf}')
}

fn continues_emoji(c: char) -> bool {
    matches!(c, '\u{fe0f}' | '\u{200d}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{20e3}' | '\u{e0020}'..='\u{e007f}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '´' | '`' | '‘')
}

/// Cuts `text` into words.
pub fn words(text: &str) -> Words {
    let fixed = fixed_spans(text);
    let mut cutter = Cutter { text, out: Words::default(), gap: Gap::Line, end_mark: '.', quote: None };
    let mut fixed = fixed.into_iter().peekable();
    let mut at = 0;
    while at < text.len() {
        if let Some(&(span, kind)) = fixed.peek()
            && span.start <= at
        {
            fixed.next();
            if span.start == at && span.end > at {
                cutter.push(span, kind);
                at = span.end;
            }
            continue;
        }
        let stop = fixed.peek().map_or(text.len(), |(span, _)| span.start);
        at = cutter.step(at, stop);
    }
    cutter.out
}

/// Links and slots, in order, without overlaps.
fn fixed_spans(text: &str) -> Vec<(Span, WordKind)> {
    let mut all: Vec<_> = slots::slots(text).into_iter().map(|span| (span, WordKind::Slot)).collect();
    if links::may_be(text) {
        for (span, is_mail) in links::links(text) {
            if !all.iter().any(|(slot, _)| slot.overlaps(span)) && looks_like_link(span.of(text), is_mail) {
                all.push((span, WordKind::Link));
            }
        }
    }
    sort_by_key(&mut all, |(span, _)| span.start);
    all
}

/// `connect.Great` could be a domain; a missing space after a full stop is far likelier.
fn looks_like_link(link: &str, email: bool) -> bool {
    if email || find::contains(link, "://") || link.starts_with("www.") {
        return true;
    }
    let host = marks::before(link, "/?#:");
    let Some((name, top)) = marks::split_last(host, '.') else {
        return false;
    };
    let path = host.len() < link.len();
    let plain_top = top.chars().all(|c| c.is_ascii_lowercase());
    let is_known = |label| slots::KNOWN_TOP_DOMAINS.binary_search(&label).is_ok();
    // `shop.com.au`: a country's domain below a known one.
    let of_country = top.len() == 2 && marks::split_last(name, '.').is_some_and(|(_, below)| is_known(below));
    plain_top && !name.is_empty() && (path || of_country || is_known(top))
}

struct Cutter<'t> {
    text: &'t str,
    out: Words,
    gap: Gap,
    end_mark: char,
    quote: Option<(char, usize)>,
}

impl Cutter<'_> {
    fn rest(&self, at: usize) -> &str {
        self.text.get(at..).unwrap_or_default()
    }

    /// Reads one word or one mark at `at`, not past `stop`; gives the position after it.
    fn step(&mut self, at: usize, stop: usize) -> usize {
        let Some(c) = self.rest(at).chars().next() else {
            return self.text.len();
        };
        if is_emoji(c) {
            return self.emoji(at);
        }
        if c.is_alphanumeric() {
            return self.letters(at, stop);
        }
        let next = at + c.len_utf8();
        self.mark(c, at, next);
        next
    }

    fn emoji(&mut self, at: usize) -> usize {
        let mut end = at;
        let mut joined = true;
        let mut flag = false;
        for c in self.rest(at).chars() {
            let regional = matches!(c, '\u{1f1e6}'..='\u{1f1ff}');
            if !(continues_emoji(c) || (joined && is_emoji(c)) || (flag && regional)) {
                break;
            }
            flag = regional && !flag;
            joined = c == '\u{200d}';
            end += c.len_utf8();
        }
        self.push(Span::new(at, end), WordKind::Emoji);
        end
    }

    /// A run of letters and digits with its inner apostrophes, points and commas between digits.
    fn letters(&mut self, at: usize, stop: usize) -> usize {
        let mut end = at;
        let mut digits = true;
        let mut apostrophe = None;
        let mut previous_is_digit = false;
        let text = self.text.get(..stop).unwrap_or(self.text);
        let chars = text.get(at..).unwrap_or_default().chars();
        for c in chars {
            let here = end;
            let mut ahead = self.rest(here + c.len_utf8()).chars();
            if is_word_char(c) {
                digits &= c.is_numeric();
            } else if is_apostrophe(c) && apostrophe.is_none() && ahead.next().is_some_and(char::is_alphanumeric) {
                apostrophe = Some((here, here + c.len_utf8()));
            } else if matches!(c, '.' | ',') && previous_is_digit && ahead.clone().next().is_some_and(|c| c.is_ascii_digit()) {
                // A number's own separator.
            } else if c == '.'
                && single_letters(self.text.get(at..here).unwrap_or_default())
                && ahead.next().is_some_and(char::is_alphabetic)
                && !ahead.next().is_some_and(char::is_alphabetic)
            {
                // "U.S.", "z.B.": single letters with points between.
            } else {
                break;
            }
            previous_is_digit = c.is_ascii_digit();
            end = here + c.len_utf8();
        }
        if digits && let Some(c @ ('%' | '+' | '€' | '$' | '£' | '°')) = self.rest(end).chars().next() {
            end += c.len_utf8();
        }
        let kind = if digits { WordKind::Number } else { WordKind::Letters };
        match apostrophe {
            Some((a, b)) if b < end => self.split_clitic(at, a, b, end),
            _ => self.push(Span::new(at, end), kind),
        }
        end
    }

    /// `don't` → `do` + `n't`; `we're` → `we` + `'re`; `l'équipe` → `l'` + `équipe`; `O'Brien` stays whole.
    fn split_clitic(&mut self, start: usize, apostrophe: usize, after: usize, end: usize) {
        let head = self.text.get(start..apostrophe).unwrap_or_default();
        let tail = self.text.get(after..end).unwrap_or_default();
        let mut folded = String::new();
        tail.chars().for_each(|c| fold_char(c, &mut folded));
        let whole = Span::new(start, end);
        match folded.as_str() {
            "t" if marks::ends_with(head, "nN") && head.len() > 1 && !head.eq_ignore_ascii_case("can") => {
                self.push(Span::new(start, apostrophe - 1), WordKind::Letters);
                self.join(Span::new(apostrophe - 1, end));
            }
            "t" if head.eq_ignore_ascii_case("can") => {
                self.push(Span::new(start, apostrophe), WordKind::Letters);
                self.join(Span::new(apostrophe, end));
            }
            "s" | "d" | "ll" | "re" | "ve" | "m" => {
                self.push(Span::new(start, apostrophe), WordKind::Letters);
                self.join(Span::new(apostrophe, end));
            }
            _ if head.chars().count() <= 2 && marks::first_is(head, char::is_uppercase) && marks::first_is(tail, char::is_uppercase) => {
                self.push(whole, WordKind::Letters);
            }
            _ => {
                self.push(Span::new(start, after), WordKind::Letters);
                self.join(Span::new(after, end));
            }
        }
    }

    fn join(&mut self, span: Span) {
        self.gap = Gap::Joined;
        self.push(span, WordKind::Letters);
    }

    fn push(&mut self, span: Span, kind: WordKind) {
        let from = self.out.folded.len();
        let text = span.of(self.text);
        match kind {
            WordKind::Letters | WordKind::Number => fold_into(text, &mut self.out.folded),
            WordKind::Emoji | WordKind::Link | WordKind::Slot => {}
        }
        if self.gap >= Gap::Sentence || self.out.list.is_empty() {
            if let Some(last) = self.out.sentences.last_mut() {
                last.1 = self.end_mark;
            }
            self.out.sentences.push((self.out.list.len(), '.'));
            if self.out.list.is_empty() {
                self.gap = Gap::Line;
            }
        }
        let to = self.out.folded.len();
        self.out.list.push(Word {
            span,
            fold: (u32::try_from(from).unwrap_or(u32::MAX), u32::try_from(to).unwrap_or(u32::MAX)),
            kind,
            shape: shape(text),
            gap: self.gap,
            sentence: u32::try_from(self.out.sentences.len() - 1).unwrap_or(u32::MAX),
            quoted: false,
        });
        self.gap = Gap::Joined;
        self.end_mark = '.';
    }

    fn raise(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
    }

    fn mark(&mut self, c: char, at: usize, next: usize) {
        match c {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => {
                let starts = marks::trim_start(self.rest(next), " \t").chars().next();
                let fresh = starts.is_none_or(|c| c == '\n' || c.is_uppercase() || !c.is_alphanumeric());
                self.raise(if fresh || self.gap >= Gap::Comma { Gap::Line } else { Gap::Clause });
            }
            '.' if self.is_abbreviation(at) => self.raise(Gap::Space),
            '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' => self.sentence_end(c, next),
            ',' | '،' | '、' => self.raise(Gap::Comma),
            '-' | '‐' | '‑' | '\'' | '’' if self.glued(at, next) => {}
            ':' | ';' | '–' | '—' | '-' | '(' | ')' | '|' | '•' | '*' | '~' | '·' | '；' | '：' => self.raise(Gap::Clause),
            '"' | '“' | '”' | '„' | '«' | '»' => {
                self.quotation(c);
                self.raise(Gap::Space);
            }
            _ => self.raise(Gap::Space),
        }
    }

    /// Whether a hyphen stands between two letters or digits.
    fn glued(&self, at: usize, next: usize) -> bool {
        let before = self.text.get(..at).and_then(|s| s.chars().next_back());
        let after = self.rest(next).chars().next();
        before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)
    }

    fn sentence_end(&mut self, c: char, next: usize) {
        let ahead = self.rest(next).chars().next();
        // "node.js", "3.5": a point inside a word ends nothing; "you.Please" does.
        if c == '.' && ahead.is_some_and(|c| c.is_lowercase() || c.is_numeric()) {
            self.raise(Gap::Space);
            return;
        }
        if c == '?' || self.gap < Gap::Sentence {
            self.end_mark = if self.end_mark == '?' { '?' } else { c };
        }
        if let Some(last) = self.out.sentences.last_mut()
            && (c == '?' || last.1 == '.')
        {
            last.1 = c;
        }
        self.end_mark = self.out.sentences.last().map_or('.', |s| s.1);
        self.raise(Gap::Sentence);
    }

    fn is_abbreviation(&self, at: usize) -> bool {
        let Some(last) = self.out.list.last() else {
            return false;
        };
        if last.span.end != at || last.kind != WordKind::Letters {
            return false;
        }
        let word = last.span.of(self.text);
        if word.chars().count() == 1 && word.chars().all(char::is_uppercase) && word != "I" {
            // An initial: "J. Smith", if more of a name follows.
            return marks::first_is(self.rest(at + 1).trim_start(), char::is_uppercase);
        }
        if marks::has(word, ".") && ABBREVIATIONS.binary_search(&self.out.folded_of(last)).is_err() {
            return marks::first_is(self.rest(at + 1).trim_start(), char::is_lowercase);
        }
        let folded = self.out.folded_of(last);
        // "no." and "etc." also end sentences: a capital after them decides.
        let known = ABBREVIATIONS.binary_search(&folded).is_ok();
        let capital = marks::first_is(self.rest(at + 1).trim_start(), char::is_uppercase);
        known
            && !(capital
                && matches!(
                    folded,
                    "no" | "etc" | "usw" | "co" | "ca" | "inc" | "ltd" | "corp" | "ms" | "m" | "p" | "g" | "ver" | "art" | "ed" | "st"
                )
                && last.shape == Shape::Lower)
            && !self.rest(at + 1).trim().is_empty()
    }

    /// Marks the words between an opening and its closing quotation mark.
    fn quotation(&mut self, c: char) {
        match self.quote.take() {
            Some((open, from)) if closes(open, c) => {
                self.out.list.iter_mut().skip(from).for_each(|word| word.quoted = true);
            }
            _ => self.quote = Some((c, self.out.list.len())),
        }
    }
}

fn closes(open: char, c: char) -> bool {
    matches!((open, c), ('"', '"') | ('“', '”' | '"') | ('„', '“' | '”' | '"') | ('«', '»') | ('»', '«') | ('”', '”'))
}

fn single_letters(text: &str) -> bool {
    find::parts(text, ".").all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic))
}

fn shape(text: &str) -> Shape {
    // As most words are.
    if text.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Shape::Lower;
    }
    let mut letters = text.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else {
        return Shape::Lower;
    };
    let (mut upper, mut lower) = (0, 0);
    for c in letters {
        if c.is_uppercase() {
            upper += 1;
        } else {
            lower += 1;
        }
    }
    match (first.is_uppercase(), upper, lower) {
        (false, 0, _) => Shape::Lower,
        (true, 0, _) => Shape::Capital,
        (true, _, 0) => Shape::Upper,
        _ => Shape::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> String {
        let words = words(text);
        let mut out = String::new();
        for (index, word) in words.list.iter().enumerate() {
            if index > 0 {
                out.push_str(match word.gap {
                    Gap::Joined => "+",
                    Gap::Space => " ",
                    Gap::Comma => ", ",
                    Gap::Clause => " — ",
                    Gap::Sentence | Gap::Line => " / ",
                });
            }
            out.push_str(word.span.of(text));
        }
        out
    }

    #[test]
    fn clitics_and_compounds_come_apart() {
        assert_eq!(cut("I'd say we don’t, can't"), "I+'d say we do+n’t, can+'t");
        assert_eq!(cut("j'aime l’équipe"), "j'+aime l’+équipe");
        assert_eq!(cut("O'Brien's 15-minute call"), "O'Brien+s 15+minute call");
    }

    #[test]
    fn sentences_end_where_a_reader_stops() {
        assert_eq!(cut("Dear Dr. Who, e.g. J. Smith. Hi?! ok"), "Dear Dr Who, e.g J Smith / Hi / ok");
        assert_eq!(cut("Thanks.Best\nAnna"), "Thanks / Best / Anna");
        assert_eq!(cut("it rose 2.5% in the U.S. market"), "it rose 2.5% in the U.S market");
    }

    #[test]
    fn a_question_is_known_by_its_mark() {
        let words = words("Hi. Could we talk? Yes!");
        assert_eq!(words.sentences.iter().map(|s| s.1).collect::<String>(), ".?!");
    }

    #[test]
    fn quotations_are_marked() {
        let words = words("your book “Hire me” and more");
        assert_eq!(words.list.iter().filter(|w| w.quoted).count(), 2);
    }

    #[test]
    fn links_and_slots_are_single_words() {
        assert_eq!(
            cut("Hi [First Name], see https://a.example/b?c and me@b.example"),
            "Hi [First Name], see https://a.example/b?c and me@b.example"
        );
        assert_eq!(cut("nice to connect.great work"), "nice to connect great work");
    }

    #[test]
    fn emoji_with_modifiers_are_one_word() {
        assert_eq!(words("👋🏽👩‍🔬🇫🇷ok").list.len(), 4);
    }
}
