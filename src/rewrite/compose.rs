//! Puts a rewrite together: greeting, the draft's own sentences, what is missing, sign-off; and makes it fit.

use super::draft::{Draft, Move, Piece};
use super::fit;
use super::letter::{formal_closing, greeting};
use super::mend::capital;
use super::wording::{Wording, Words, only, pairs, with_name};
use crate::report::Style;
use crate::text::marks;
use crate::text::{Lang, find};

/// What to make of a draft.
#[derive(Debug, Clone)]
pub(super) struct Plan<'p> {
    /// How it shall sound.
    pub style: Style,
    /// The language.
    pub lang: Lang,
    /// Its words.
    pub wording: &'static Wording,
    /// 0 familiar, 1 polite.
    pub polite: usize,
    /// UTF-16 units that the rewrite may have.
    pub limit: usize,
    /// The recipient's name, as the page gives it.
    pub recipient: Option<&'p str>,
    /// The user's own line about themselves, if it is in this language.
    pub about: Option<&'p str>,
    /// Signals of the draft that went with what was cut; each gets a sentence of ours.
    pub lost: Vec<&'static str>,
    /// What stands in the brackets for each filler of a slot.
    pub slots: &'p [(String, String)],
}

/// A line of the rewrite on its way.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// The words.
    pub text: String,
    /// White space before it.
    pub gap: &'static str,
    /// When it goes if room is short: the lowest first.
    pub cut: u8,
    /// Words in it that no cut may touch.
    pub precious: Vec<String>,
    /// The signals that show in it.
    pub signals: Vec<&'static str>,
    /// Whether it is the wish to connect.
    pub asks: bool,
    /// Whether it went for want of room.
    pub gone: bool,
}

impl Line {
    fn new(text: String, gap: &'static str, cut: u8) -> Self {
        Self { text, gap, cut, precious: Vec::new(), signals: Vec::new(), asks: false, gone: false }
    }
}

/// When a line goes: what says least first, what holds facts last.
pub(super) mod cut {
    pub(in crate::rewrite) const OUR_CLOSING: u8 = 1;
    pub(in crate::rewrite) const FILLER: u8 = 2;
    pub(in crate::rewrite) const THANKS: u8 = 3;
    /// The sign-off; of it the name stays.
    pub(in crate::rewrite) const CLOSING: u8 = 4;
    pub(in crate::rewrite) const OURS: u8 = 5;
    /// No line: short forms, spare words, brackets.
    pub(in crate::rewrite) const SHORT_FORMS: u8 = 6;
    pub(in crate::rewrite) const OUR_ASK: u8 = 7;
    pub(in crate::rewrite) const PLAIN: u8 = 8;
    /// No line: side remarks and clauses without facts.
    pub(in crate::rewrite) const REMARKS: u8 = 9;
    /// What does the note credit.
    pub(in crate::rewrite) const CREDIT: u8 = 10;
    pub(in crate::rewrite) const FACTS: u8 = 11;
}

impl Plan<'_> {
    /// The wordings for this register.
    pub(super) fn both<'w, T>(&self, [familiar, polite]: &'w [T; 2]) -> &'w T {
        if self.polite == 0 { familiar } else { polite }
    }

    /// The wording for this register.
    pub(super) fn say(&self, both: &[Words; 2]) -> &'static str {
        only(self.both(both))
    }

    /// The wording for this register and style.
    pub(super) fn styled(&self, both: &[Words; 2]) -> &'static str {
        self.both(both).get(self.style as usize).copied().unwrap_or_default()
    }

    /// Our sentence in the place of the writer's that gave the note a signal; empty where we have none.
    pub(super) fn compensation(&self, signal: &str) -> &'static str {
        let w = self.wording;
        match signal {
            "common-ground" => self.say(&w.share),
            "their-work" => self.say(&w.work),
            "states-reason" => self.say(&w.why),
            "offers-value" => self.say(&w.offer),
            "polite-ask" => self.both(&w.asks).first().map_or("", only),
            _ => "",
        }
    }

    /// A formal note starts on a new line.
    pub(super) fn after_greeting(&self, gap: &'static str) -> &'static str {
        if self.style == Style::Formal && gap == " " { "\n" } else { gap }
    }

    /// Fills the marks of the blanks with words.
    pub(super) fn fill(&self, text: &str) -> String {
        let mut out = text.to_owned();
        for [mark, _, filled] in self.wording.blanks(self.polite) {
            find::replace(&mut out, mark, filled);
        }
        out
    }
}

/// The whole text, blanks filled; none when nothing worth sending fits.
pub(super) fn compose(draft: &Draft, plan: &Plan) -> Option<String> {
    let w = plan.wording;
    let hello = greeting(draft, plan);
    let seed: usize = hello.0.bytes().map(usize::from).sum();
    let mut lines: Vec<Line> = body(draft, plan, seed);
    if let Some(closing) = &draft.closing {
        let text = if plan.style == Style::Formal { formal_closing(closing, plan) } else { closing.text.clone() };
        let gap = if plan.style == Style::Brief && !marks::has(closing.gap, "\n") { " " } else { closing.gap };
        let gap = if plan.style == Style::Formal && !marks::has(gap, "\n") { "\n" } else { gap };
        lines.push(Line::new(text, if gap.is_empty() { " " } else { gap }, cut::CLOSING));
    } else {
        let is_wanted = plan.lost.contains(&"signs-off");
        if is_wanted || plan.style == Style::Formal {
            let cut = if is_wanted { cut::CLOSING } else { cut::OUR_CLOSING };
            lines.push(Line::new(marks::trim_end(plan.styled(&w.closing), ",").to_owned(), "\n", cut));
        }
    }
    fit::fit(&hello, lines, draft, plan)
}

/// The lines between greeting and sign-off.
fn body(draft: &Draft, plan: &Plan, seed: usize) -> Vec<Line> {
    let w = plan.wording;
    let ours = |text: &str, cut: u8| {
        let text = plan.fill(text);
        Line::new(if plan.style == Style::Formal { formal(&text, plan.wording) } else { text }, " ", cut)
    };
    let mut lines = Vec::new();
    let mut asks = Vec::new();
    let mut tail = Vec::new();
    // What is left beside an order or a remark on looks is seldom worth keeping.
    let keeps = |piece: &Piece| !draft.was_rude() || piece.does != Move::Plain || piece.has_facts;
    let says_something = draft.pieces.iter().any(|piece| is_content(piece) && keeps(piece));
    let has = |id: &str| draft.pieces.iter().any(|piece| piece.signals.contains(&id));
    if says_something {
        for (at, piece) in draft.pieces.iter().enumerate() {
            let line = styled_piece(piece, plan, draft, seed);
            match piece.does {
                _ if !keeps(piece) => {}
                Move::Filler if plan.style == Style::Brief || !w.is_own_interest(&piece.text) => {}
                Move::Thanks => tail.push(line),
                Move::Ask if draft.pieces.get(at + 1).is_none_or(|next| !next.points_back) => asks.push(line),
                _ => lines.push(line),
            }
        }
    } else {
        lines.push(ours(plan.styled(&w.openings), cut::CREDIT));
        // What is left to say: the writer's own wish to connect.
        let wish = draft.pieces.iter().find(|piece| piece.does == Move::Ask && piece.signals.contains(&"polite-ask"));
        asks.extend(wish.map(|piece| styled_piece(piece, plan, draft, seed)));
    }
    // The greeting's "I hope you are well" stays in front; what we add comes behind what the writer says.
    let blank_room = plan.slots.len() < 2;
    let lacks_link = !draft.rules.contains(&"vague-meeting") && !has("common-ground") && !has("their-work") && !has("states-reason");
    let added = if says_something && draft.was_empty_talk() && !has("states-reason") && blank_room {
        Some((&w.why, cut::CREDIT, lines.len()))
    } else if says_something && lacks_link && blank_room && !draft.asked_for_job() {
        match plan.style {
            Style::Warm => Some((&w.share, cut::OURS, 0)),
            Style::Formal => Some((&w.why, cut::OURS, lines.len())),
            Style::Brief => None,
        }
    } else {
        None
    };
    if let Some((words, cut, at)) = added {
        let line = ours(plan.say(words), cut);
        if !draft.pieces.iter().any(|piece| capital(&piece.text) == line.text) {
            lines.insert(at, line);
        }
    }
    // A draft without a fact does not say who writes.
    let who = plan.about.filter(|about| {
        plan.style != Style::Brief && !draft.pieces.iter().any(|piece| piece.has_facts || find::contains(&piece.text, about))
    });
    lines.extend(who.map(|about| Line::new(ended(capital(about)), " ", cut::OURS)));
    // Words that hold a blank's place are no fact of the writer's.
    let blanks = fit::blanks(plan);
    let is_ours = |fact: &str| blanks.iter().any(|(filled, _)| *filled != fact && find::contains(filled, fact));
    let is_said = |fact: &str| lines.iter().any(|line| find::contains(&line.text, fact));
    let is_wanted = |fact: &&str| !is_said(fact) && !is_ours(fact) && fact.chars().any(char::is_alphabetic);
    let mut stranded: Vec<&str> = draft.stranded.iter().map(String::as_str).filter(is_wanted).collect();
    let all = stranded.clone();
    stranded.retain(|fact| !all.iter().any(|other| other.len() > fact.len() && find::contains(other, fact)));
    stranded.dedup();
    stranded.truncate(3);
    if !stranded.is_empty() {
        let mut line = ours(&with_name(plan.say(&w.learn), &listed(&stranded, only(&w.and))), cut::FACTS);
        line.precious.extend(stranded.into_iter().map(str::to_owned));
        lines.push(line);
    } else if says_something && draft.asked_for_job() && !has("states-reason") && !has("their-work") {
        lines.push(ours(&with_name(plan.say(&w.learn), plan.say(&w.your_work)), cut::CREDIT));
    }
    let asks_itself = !asks.is_empty()
        || lines.iter().any(|line| find::contains(&line.text, "{ask}"))
        || draft.pieces.iter().any(|piece| says_something && piece.does == Move::Ask);
    let we_ask = !asks_itself || plan.lost.contains(&"polite-ask");
    // A reason that is lacking goes into our ask.
    let with_why = we_ask && plan.lost.contains(&"states-reason") && !draft.asked_for_invitation();
    let is_in_ask = |lost: &str| lost == "polite-ask" || (with_why && lost == "states-reason");
    for lost in plan.lost.iter().filter(|lost| !is_in_ask(lost)) {
        let text = plan.compensation(lost);
        let mut line = ours(text, cut::CREDIT);
        line.signals.push(lost);
        if !text.is_empty() && !lines.iter().any(|other: &Line| find::contains(&other.text, &line.text)) {
            lines.push(line);
        }
    }
    if we_ask {
        let cut = if with_why || plan.lost.contains(&"polite-ask") { cut::CREDIT } else { cut::OUR_ASK };
        let mut line = ours(if with_why { plan.ask_why(draft) } else { plan.ask(draft, seed) }, cut);
        if with_why {
            line.signals.extend(["states-reason", "polite-ask"]);
        }
        asks = vec![line];
    }
    let after = plan.say(&w.ask_after);
    lines.extend(asks);
    lines.extend(tail);
    for line in &mut lines {
        find::replace(&mut line.text, "{ask}", after);
    }
    lines
}

/// "A, B and C".
fn listed(items: &[&str], and: &str) -> String {
    match items.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, rest)) => format!("{} {and} {last}", rest.join(", ")),
        None => String::new(),
    }
}

/// Whether a piece says something of its own.
pub(super) fn is_content(piece: &Piece) -> bool {
    match piece.does {
        Move::Link | Move::Reason | Move::Offer => true,
        Move::Ask => !piece.only_asks,
        Move::Plain => piece.has_facts || piece.text.split_whitespace().count() >= 5,
        Move::Filler | Move::Thanks => false,
    }
}

fn styled_piece(piece: &Piece, plan: &Plan, draft: &Draft, seed: usize) -> Line {
    let cut = match piece.does {
        Move::Filler => cut::FILLER,
        Move::Thanks => cut::THANKS,
        _ if piece.has_facts => cut::FACTS,
        Move::Ask if piece.only_asks && piece.signals.is_empty() => cut::OUR_ASK,
        Move::Plain => cut::PLAIN,
        _ => cut::CREDIT,
    };
    let mut text = soften(&piece.text, plan.wording);
    let blunt =
        piece.only_asks && !piece.signals.contains(&"polite-ask") && text == piece.text && !plan.wording.is_own_ask(&capital(&text));
    if blunt {
        // "I want to grow my network": the wish is there, the courtesy is not.
        text = plan.fill(plan.ask(draft, seed));
    } else if plan.style == Style::Formal {
        text = if piece.only_asks && !plan.wording.is_own_formal_ask(&text) {
            plan.fill(plan.ask(draft, seed))
        } else {
            formal(&text, plan.wording)
        };
    }
    let gap = if plan.style == Style::Brief || piece.gap.is_empty() { " " } else { piece.gap };
    let mut line = Line::new(ended(text), gap, cut);
    line.precious.clone_from(&piece.precious);
    line.signals.clone_from(&piece.signals);
    line.asks = piece.does == Move::Ask;
    line
}

/// "Let's connect and …" as a question.
fn soften(text: &str, wording: &Wording) -> String {
    let plain = straight(text);
    for [order, question] in pairs(&wording.soften) {
        if let Some(head) = plain.get(..order.len())
            && head.eq_ignore_ascii_case(order)
            && let Some(rest) = plain.get(order.len()..)
            && !marks::first_is(rest, char::is_alphanumeric)
        {
            let rest = marks::trim_end(rest, ".!? ");
            if marks::has(rest, ".,;:") {
                return text.to_owned();
            }
            let mark = if question.starts_with('¿') || !text.is_empty() { "?" } else { "" };
            return format!("{question}{rest}{mark}");
        }
    }
    text.to_owned()
}

/// Ends a sentence that has no end mark.
pub(super) fn ended(text: String) -> String {
    let bare = marks::trim_end_where(&text, &|c| matches!(c, '"' | '”' | ')' | '»' | '“') || c.is_whitespace());
    let last = bare.chars().next_back();
    if last.is_none_or(|c| matches!(c, '.' | '!' | '?' | '…' | ':' | ';') || crate::text::words::is_emoji(c) || c == '\u{fe0f}') {
        return text;
    }
    if marks::ends_with(&text, "(,") { text } else { text + "." }
}

/// The formal way to say it.
pub(super) fn formal(text: &str, wording: &Wording) -> String {
    let mut out = straight(text);
    for [from, to] in pairs(&wording.formal) {
        replace_words(&mut out, from, to);
    }
    if marks::has(text, "’") {
        find::replace(&mut out, "'", "’");
    }
    out.retain(|c| !crate::text::words::is_emoji(c) && c != '\u{fe0f}');
    out.truncate(out.trim_end().len());
    // An exclamation becomes a statement; "¡" goes with its mark.
    if out.ends_with('!') {
        out.truncate(marks::trim_end(&out, "! \u{a0}\u{202f}").len());
        out.push('.');
    }
    find::replace(&mut out, "¡", "");
    find::replace(&mut out, "! ", ". ");
    out
}

/// With straight apostrophes, as the wordings have them.
fn straight(text: &str) -> String {
    let mut out = text.to_owned();
    find::replace(&mut out, "’", "'");
    out
}

/// Replaces whole words.
pub(super) fn replace_words(text: &mut String, from: &str, to: &str) {
    find::replace_where(text, from, to, &|before, after| is_edge(before.chars().next_back()) && is_edge(after.chars().next()));
}

/// Whether what stands beside a word is no part of one.
pub(super) fn is_edge(c: Option<char>) -> bool {
    c.is_none_or(|c| !c.is_alphanumeric() && c != '\'' && c != '’')
}
