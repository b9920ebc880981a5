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
}

/// When a line goes.
pub(super) mod cut {
    pub(in crate::rewrite) const OUR_CLOSING: u8 = 1;
    pub(in crate::rewrite) const FILLER: u8 = 2;
    pub(in crate::rewrite) const THANKS: u8 = 3;
    pub(in crate::rewrite) const OURS: u8 = 4;
    /// No line: short forms, spare words, brackets.
    pub(in crate::rewrite) const SHORT_FORMS: u8 = 5;
    pub(in crate::rewrite) const PLAIN: u8 = 6;
    pub(in crate::rewrite) const OUR_ASK: u8 = 7;
    pub(in crate::rewrite) const CLOSING: u8 = 8;
    /// No line: side remarks.
    pub(in crate::rewrite) const REMARKS: u8 = 9;
    pub(in crate::rewrite) const FACTS: u8 = 10;
    pub(in crate::rewrite) const OFFER: u8 = 11;
    pub(in crate::rewrite) const ASK: u8 = 12;
    pub(in crate::rewrite) const REASON: u8 = 13;
    pub(in crate::rewrite) const LINK: u8 = 14;
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

    /// A polite ask; `seed` picks one of several.
    fn ask(&self, draft: &Draft, seed: usize) -> &'static str {
        if draft.asked_for_invitation() {
            return self.styled(&self.wording.invites);
        }
        let [brief, warm, formally] = self.both(&self.wording.asks);
        let choice = match self.style {
            Style::Brief => brief,
            Style::Warm => warm,
            Style::Formal => formally,
        };
        let fresh = |ask: &&&str| {
            let second = ask.find(' ').and_then(|space| find::find_from(ask, " ", space + 1));
            let start = ask.get(..second.unwrap_or(ask.len())).unwrap_or_default();
            !draft.pieces.iter().any(|piece| {
                piece.text != **ask && (find::contains(&piece.text, start) || find::contains(piece.formal(self.wording), start))
            })
        };
        let from = seed % choice.len().max(1);
        let turned = || choice.iter().cycle().skip(from).take(choice.len());
        turned().find(fresh).or_else(|| turned().next()).copied().unwrap_or_default()
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
        lines.push(Line { text, gap: if gap.is_empty() { " " } else { gap }, cut: cut::CLOSING, precious: Vec::new() });
    } else if plan.lost.contains(&"signs-off") {
        lines.push(Line {
            text: marks::trim_end(plan.styled(&w.closing), ",").to_owned(),
            gap: "\n",
            cut: cut::CLOSING,
            precious: Vec::new(),
        });
    } else if plan.style == Style::Formal {
        lines.push(Line {
            text: marks::trim_end(plan.styled(&w.closing), ",").to_owned(),
            gap: "\n",
            cut: cut::OUR_CLOSING,
            precious: Vec::new(),
        });
    }
    fit::fit(&hello, lines, draft, plan)
}

/// The lines between greeting and sign-off.
fn body(draft: &Draft, plan: &Plan, seed: usize) -> Vec<Line> {
    let w = plan.wording;
    let ours = |text: &str, cut: u8| {
        let text = plan.fill(text);
        Line { text: if plan.style == Style::Formal { formal(&text, plan.wording) } else { text }, gap: " ", cut, precious: Vec::new() }
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
                Move::Filler if plan.style == Style::Brief => {}
                Move::Thanks => tail.push(line),
                Move::Ask if draft.pieces.get(at + 1).is_none_or(|next| !next.points_back) => asks.push(line),
                _ => lines.push(line),
            }
        }
    } else {
        lines.push(ours(plan.styled(&w.openings), cut::LINK));
        // What is left to say: the writer's own wish to connect.
        asks.extend(
            draft
                .pieces
                .iter()
                .filter(|piece| piece.does == Move::Ask && piece.signals.contains(&"polite-ask"))
                .take(1)
                .map(|piece| styled_piece(piece, plan, draft, seed)),
        );
    }
    // The greeting's "I hope you are well" stays in front; what we add comes behind what the writer says.
    let says = |line: &Line| draft.pieces.iter().any(|piece| capital(&piece.text) == line.text);
    let blank_room = plan.slots.len() < 2;
    let lacks_link = !has("common-ground") && !has("their-work") && !has("states-reason");
    if says_something && draft.was_empty_talk() && !has("states-reason") && blank_room {
        lines.extend(Some(ours(plan.say(&w.why), cut::OFFER)).filter(|line| !says(line)));
    } else if says_something && lacks_link && blank_room && !draft.asked_for_job() {
        match plan.style {
            Style::Warm => lines.splice(0..0, Some(ours(plan.say(&w.share), cut::OURS)).filter(|line| !says(line))).for_each(drop),
            Style::Formal => lines.extend(Some(ours(plan.say(&w.why), cut::OURS)).filter(|line| !says(line))),
            Style::Brief => {}
        }
    }
    let stranded: Vec<&str> =
        draft.stranded.iter().map(String::as_str).filter(|fact| !lines.iter().any(|line| find::contains(&line.text, fact))).collect();
    let stranded: Vec<&str> = stranded.into_iter().filter(|fact| fact.chars().any(char::is_alphabetic)).take(3).collect();
    if !stranded.is_empty() {
        lines.push(ours(&with_name(plan.say(&w.learn), &listed(&stranded, only(&w.and))), cut::FACTS));
    } else if says_something && draft.asked_for_job() && !has("states-reason") && !has("their-work") {
        lines.push(ours(&with_name(plan.say(&w.learn), plan.say(&w.your_work)), cut::OFFER));
    }
    for lost in &plan.lost {
        let text = match *lost {
            "common-ground" => plan.say(&w.share).to_owned(),
            "their-work" => plan.say(&w.work).to_owned(),
            "states-reason" => plan.say(&w.why).to_owned(),
            "offers-value" => plan.say(&w.offer).to_owned(),
            _ => continue,
        };
        let line = ours(&text, cut::OFFER);
        if !lines.iter().any(|other: &Line| find::contains(&other.text, &line.text)) {
            lines.push(line);
        }
    }
    if asks.is_empty()
        && !lines.iter().any(|line| find::contains(&line.text, "{ask}"))
        && !draft.pieces.iter().any(|piece| says_something && piece.does == Move::Ask)
    {
        asks.push(ours(plan.ask(draft, seed), cut::OUR_ASK));
    } else if plan.lost.contains(&"polite-ask") {
        asks = vec![ours(plan.ask(draft, seed), cut::OUR_ASK)];
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
fn is_content(piece: &Piece) -> bool {
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
        Move::Ask => cut::ASK,
        Move::Link => cut::LINK,
        Move::Reason => cut::REASON,
        Move::Offer => cut::OFFER,
        Move::Plain if piece.has_facts => cut::FACTS,
        Move::Plain => cut::PLAIN,
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
    Line { text: ended(text), gap, cut, precious: piece.precious.clone() }
}

/// "Let's connect and …" as a question.
fn soften(text: &str, wording: &Wording) -> String {
    let plain = straight(text);
    for [order, question] in pairs(&wording.soften) {
        if let Some(head) = plain.get(..order.len())
            && head.eq_ignore_ascii_case(order)
            && let Some(rest) = plain.get(order.len()..)
            && !rest.starts_with(char::is_alphanumeric)
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
fn ended(text: String) -> String {
    let bare = text.trim_end_matches(|c: char| matches!(c, '"' | '”' | ')' | '»' | '“') || c.is_whitespace());
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
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '\'' && c != '’');
    find::replace_where(text, from, to, &|before, after| edge(before.chars().next_back()) && edge(after.chars().next()));
}
