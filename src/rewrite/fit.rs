//! Makes a rewrite fit its limit: the cuts in order, the least painful first.

use super::compose::{Line, Plan, cut, replace_words};
use super::draft::Draft;
use super::mend::capital;
use super::wording::{has, pairs};
use crate::report::Style;
use crate::text::Lang;
use crate::text::case;
use crate::text::find;
use crate::text::fold::fold;
use crate::text::marks;
use crate::text::utf16_len;

/// A rewrite that is being cut.
struct Sheet<'s> {
    hello: &'s (String, &'static str),
    lines: Vec<Line>,
    draft: &'s Draft,
    plan: &'s Plan<'s>,
    /// Greeting and lines as they are now.
    text: String,
    /// Its units, with the blanks in their brackets.
    units: usize,
    /// The words of the blanks that it had at first, with what stands in the brackets: no cut brings others in.
    blanks: Vec<(&'s str, &'s str)>,
}

/// The text of `lines` after `hello`, cut until it fits; none when nothing worth sending is left.
pub(super) fn fit(hello: &(String, &'static str), lines: Vec<Line>, draft: &Draft, plan: &Plan) -> Option<String> {
    let w = plan.wording;
    let mut sheet = Sheet { hello, lines, draft, plan, text: String::new(), units: 0, blanks: blanks(plan) };
    sheet.measure();
    sheet.blanks.retain(|(filled, _)| find::contains(&sheet.text, filled));
    let mut sign_off = None;
    for step in cut::OUR_CLOSING..=cut::FACTS {
        if sheet.fits() {
            break;
        }
        match step {
            cut::OUR_CLOSING | cut::FILLER | cut::THANKS | cut::OURS => {
                sheet.lines.iter_mut().filter(|line| line.cut == step).for_each(|line| line.gone = true);
                sheet.measure();
            }
            cut::SHORT_FORMS => {
                sheet.shorten(&|line| short_forms(&line.text, plan));
                sheet.shorten(&|line| without_spare(&line.text, &w.spare));
                sheet.shorten(&|line| without_brackets(&line.text));
            }
            cut::REMARKS => {
                // A line may have several remarks.
                for _ in 0..3 {
                    let remarks = sheet.shorten(&|line| without_remark(&line.text, plan));
                    if !sheet.shorten(&|line| without_tail(line, plan)) && !remarks {
                        break;
                    }
                }
                sheet.shorten(&|line| without_lead(line, plan));
            }
            cut::CLOSING => {
                if let Some(name) = draft.closing.as_ref().and_then(|closing| closing.name.as_ref())
                    && let Some(line) = sheet.lines.iter_mut().find(|line| line.cut == step)
                {
                    sign_off = Some(std::mem::replace(&mut line.text, name.clone()));
                    sheet.measure();
                }
            }
            _ => sheet.drop_lines(step),
        }
    }
    sheet.put_back(sign_off);
    let body = sheet.lines.iter().any(|line| !line.gone && !matches!(line.cut, cut::CLOSING | cut::OUR_CLOSING));
    (body && sheet.fits()).then_some(sheet.text)
}

impl Sheet<'_> {
    fn measure(&mut self) {
        self.text = join(self.hello, &self.lines, self.draft, self.plan);
        self.units = utf16_len(&self.text);
        for (filled, label) in &self.blanks {
            if find::contains(&self.text, filled) {
                self.units = (self.units + utf16_len(label) + 2).saturating_sub(utf16_len(filled));
            }
        }
    }

    fn fits(&self) -> bool {
        self.units <= self.plan.limit
    }

    /// Units that it takes to say in our words what a line does the note credit and no other does.
    fn credit(&self, line: &Line) -> usize {
        let others = |id: &str| self.lines.iter().filter(|other| !other.gone && other.signals.contains(&id)).count();
        let units = |id: &&'static str| utf16_len(&self.plan.fill(self.plan.compensation(id))) + 1;
        line.signals.iter().filter(|id| others(id) < 2).map(units).sum()
    }

    /// Drops lines that go at `step`: those with the fewest facts, and of these the shortest that makes it fit, or else the
    /// longest, so that as few go as can be.
    fn drop_lines(&mut self, step: u8) {
        while !self.fits() {
            let over = self.units.saturating_sub(self.plan.limit);
            let mut best: Option<(usize, (usize, bool, usize))> = None;
            let mut worth_sending = 0;
            for (at, line) in self.lines.iter().enumerate().filter(|(_, line)| !line.gone) {
                worth_sending += usize::from(line.cut >= cut::OUR_ASK);
                let length = (utf16_len(&line.text) + 1).saturating_sub(if step == cut::CREDIT { self.credit(line) } else { 0 });
                let cost = (if step == cut::FACTS { line.precious.len() } else { 0 }, length < over, length.abs_diff(over));
                if line.cut == step && best.is_none_or(|(_, least)| cost < least) {
                    best = Some((at, cost));
                }
            }
            let Some((at, _)) = best.filter(|_| worth_sending >= 2) else { break };
            self.set_gone(at, true);
        }
    }

    fn set_gone(&mut self, at: usize, gone: bool) {
        if let Some(line) = self.lines.get_mut(at) {
            line.gone = gone;
        }
        self.measure();
    }

    /// A long sentence that went leaves room for short ones that went before it: the dearest come back first.
    fn put_back(&mut self, sign_off: Option<String>) {
        for step in (cut::OUR_CLOSING..=cut::FACTS).rev() {
            for at in 0..self.lines.len() {
                let Some(line) = self.lines.get(at).filter(|line| line.cut == step && line.gone) else { continue };
                if self.units + utf16_len(&line.text) < self.plan.limit {
                    self.set_gone(at, false);
                    if !self.fits() {
                        self.set_gone(at, true);
                    }
                }
            }
        }
        if let Some(text) = sign_off
            && let Some(at) = self.lines.iter().position(|line| line.cut == cut::CLOSING)
        {
            let before = self.lines.clone();
            self.lines.get_mut(at).into_iter().for_each(|line| line.text.clone_from(&text));
            self.measure();
            if !self.fits() {
                self.lines = before;
                self.measure();
            }
        }
    }

    /// Shortens line by line, from the last, until it fits; words that show a signal and facts stay. Tells whether a line got
    /// shorter.
    fn shorten(&mut self, edit: &dyn Fn(&Line) -> String) -> bool {
        let (mut is_changed, mut is_shorter) = (false, false);
        for line in self.lines.iter_mut().filter(|line| line.gap == "\n\n") {
            line.gap = "\n";
            is_changed = true;
        }
        for index in (0..self.lines.len()).rev() {
            if is_changed {
                self.measure();
            }
            is_changed = false;
            if self.fits() {
                return is_shorter;
            }
            if let Some(line) = self.lines.get_mut(index).filter(|line| line.cut >= cut::OUR_ASK && !line.gone) {
                let shorter = edit(line);
                let keeps = |words: &String| find::contains(&shorter, words) || !find::contains(&line.text, words);
                if shorter != line.text && line.precious.iter().all(keeps) {
                    line.text = shorter;
                    (is_changed, is_shorter) = (true, true);
                }
            }
        }
        if is_changed {
            self.measure();
        }
        is_shorter
    }
}

/// The words of all blanks, with what stands in the brackets.
pub(super) fn blanks<'p>(plan: &Plan<'p>) -> Vec<(&'p str, &'p str)> {
    let mut out: Vec<(&str, &str)> = plan.wording.blanks(plan.polite).iter().map(|[_, label, filled]| (*filled, *label)).collect();
    for (label, filled) in plan.slots {
        out.push((filled, label));
    }
    out
}

/// Short forms for long ones; of our asks the shortest of its kind.
fn short_forms(text: &str, plan: &Plan) -> String {
    let [brief, warm, formally] = plan.both(&plan.wording.asks);
    let alike = if plan.style == Style::Formal { [&[][..], formally] } else { [&brief[..], warm] };
    if alike.iter().any(|asks| asks.contains(&text)) {
        let same_kind = alike.into_iter().flatten().filter(|ask| ask.ends_with('?') == text.ends_with('?'));
        return same_kind.min_by_key(|ask| ask.len()).map_or(text, |ask| *ask).to_owned();
    }
    let mut out = text.to_owned();
    for [from, to] in pairs(&plan.wording.short) {
        if plan.style != Style::Formal || !marks::has(to, "'") {
            replace_words(&mut out, from, to);
        }
    }
    out
}

/// Without words that add nothing but stress.
fn without_spare(text: &str, spare: &[&str]) -> String {
    let words: Vec<&str> = find::parts(text, " ").collect();
    let kept: Vec<&str> =
        words.iter().enumerate().filter(|(at, word)| *at == 0 || !has(spare, &fold(word))).map(|(_, word)| *word).collect();
    kept.join(" ")
}

/// Without a remark in brackets that holds no name and no number.
fn without_brackets(text: &str) -> String {
    let Some((before, rest)) = find::split_once(text, " (") else { return text.to_owned() };
    let Some((inside, after)) = find::split_once(rest, ")") else { return text.to_owned() };
    if is_plain(inside) { format!("{before}{after}") } else { text.to_owned() }
}

/// No capital but a lone `I`, and no digit.
fn is_plain(text: &str) -> bool {
    !marks::runs(text, &char::is_alphanumeric).iter().any(|word| *word != "I" && word.chars().any(|c| c.is_uppercase() || c.is_numeric()))
}

/// Without the last clause, if it is a side remark without names and numbers.
fn without_remark(text: &str, plan: &Plan) -> String {
    let w = plan.wording;
    let mark = text.chars().next_back().filter(|c| matches!(c, '.' | '!' | '?')).unwrap_or('.');
    let mut last = None;
    for mark in [", ", " – ", " — ", " - ", " -- ", "; "] {
        let mut from = 0;
        while let Some(at) = find::find_from(text, mark, from) {
            from = at + mark.len();
            let tail = text.get(from..).unwrap_or_default();
            let first = fold(marks::before(tail, " "));
            if mark != ", " || has(&w.joins, &first) || has(&w.dependents, &first) {
                last = last.max(Some((at, from)));
            }
        }
    }
    let Some((at, after)) = last else { return text.to_owned() };
    let head = text.get(..at).unwrap_or_default();
    let tail = text.get(after..).unwrap_or_default();
    let first = fold(marks::before(head, " "));
    let last = fold(marks::behind(head, &|c| c == ' '));
    let hangs = has(&w.joins, &last) || has(&w.dependents, &last) || has(&w.leads, &last) || has(&w.lower, &last);
    // "At Zeiss we …" stands, "When we …" does not.
    let head_stands =
        !hangs && head.split_whitespace().count() >= 4 && (!has(&w.dependents, &first) || has(&w.leads, &first)) && !marks::has(head, "(");
    if head_stands && is_plain(tail) && mark != '?' { format!("{head}.") } else { text.to_owned() }
}

/// Without a first clause that says nothing particular, before a main clause that does the note credit: "⟨I build kilns, and⟩ hope to
/// hear of yours".
fn without_lead(line: &Line, plan: &Plan) -> String {
    let w = plan.wording;
    let text = line.text.as_str();
    let Some((head, tail)) = find::split_once(text, ", ").filter(|_| !line.signals.is_empty()) else { return text.to_owned() };
    let word = |text: &str| fold(marks::before(text, " "));
    let joined = tail.get(marks::before(tail, " ").len()..).filter(|_| has(&w.joins, &word(tail)));
    let tail = joined.map_or(tail, str::trim_start);
    let stands = has(&w.starters, &word(tail)) && !has(&w.dependents, &word(tail)) && tail.split_whitespace().count() >= 4;
    if stands && is_plain(&case::uncapital(head)) && !marks::has(head, "(\"“«") { capital(tail) } else { text.to_owned() }
}

/// Without a last clause that holds no name and no number: "… and would be glad to connect ⟨and hear of your kilns⟩".
///
/// What follows a wish to connect may go wherever a small word joins it; of other sentences a clause of its own.
fn without_tail(line: &Line, plan: &Plan) -> String {
    let w = plan.wording;
    let text = line.text.as_str();
    let is_hanging = |word: &str| has(&w.joins, word) || has(&w.dependents, word) || has(&w.leads, word) || has(&w.lower, word);
    let words: Vec<(usize, String)> = text
        .char_indices()
        .filter(|(_, c)| *c == ' ')
        .map(|(at, _)| (at, fold(marks::before(text.get(at + 1..).unwrap_or_default(), " "))))
        .collect();
    let clause = |at: usize, word: &str| {
        let next = words.get(at + 1).map_or("", |next| next.1.as_str());
        has(&w.joins, word) && (line.asks || has(&w.starters, next)) || line.asks && has(&w.dependents, word) && !has(&w.leads, word)
    };
    let starts = words.iter().enumerate().skip(2).filter(|(at, (_, word))| clause(*at, word));
    for (_, (at, _)) in starts.collect::<Vec<_>>().into_iter().rev() {
        let (head, tail) = text.split_at_checked(*at).unwrap_or((text, ""));
        let last = fold(marks::behind(head, &|c| c == ' '));
        let first = fold(marks::before(head, " "));
        if !is_plain(tail) {
            break;
        }
        if !is_hanging(&last) && !has(&w.dependents, &first) && !marks::has(head, "(¿") {
            let mark = if line.asks && text.ends_with('?') { '?' } else { '.' };
            return format!("{}{mark}", marks::trim_end(head, ",;:-–— "));
        }
    }
    text.to_owned()
}

/// Greeting and lines as one text.
fn join(hello: &(String, &'static str), lines: &[Line], draft: &Draft, plan: &Plan) -> String {
    let (greeting, gap) = hello;
    let mut out = greeting.clone();
    for (at, line) in lines.iter().filter(|line| !line.gone && !line.text.is_empty()).enumerate() {
        if out.is_empty() {
            out.push_str(&capital(&line.text));
            continue;
        }
        if at > 0 {
            out.push_str(line.gap);
            let after_sentence = marks::ends_with(out.trim_end(), ".!?…");
            out.push_str(&if after_sentence && line.cut != cut::CLOSING { capital(&line.text) } else { line.text.clone() });
            continue;
        }
        let runs_on = marks::ends_with(greeting, ",-–—:");
        let first: String = line.text.chars().take_while(|c| c.is_alphanumeric() || *c == '\'' || *c == '’').collect();
        let letters = first.chars().filter(|c| c.is_uppercase()).count();
        let stem: String = marks::before(&first, "'’").to_owned();
        let can_lower = letters == 1 && stem != "I" && (has(&plan.wording.lower, &fold(&stem)) || has(&plan.wording.lower, &fold(&first)));
        let same_line = !marks::has(gap, "\n") || plan.lang == Lang::De;
        if greeting.ends_with(char::is_alphanumeric) {
            // "Hi Ben, Carla says …": only what stood there runs on without a comma.
            let as_written = draft.hello.as_ref().is_some_and(|hello| !hello.next.is_empty() && line.text.starts_with(&hello.next));
            out.push_str(if as_written { " " } else { "! " });
            out.push_str(&line.text);
            continue;
        }
        // "Hi Ines,\nTides …" in one line would have a capital after its comma.
        let was_apart = runs_on && !can_lower && *gap == " " && draft.hello.as_ref().is_some_and(|hello| marks::has(hello.gap, "\n"));
        out.push_str(if was_apart { "\n" } else { gap });
        if !runs_on {
            out.push_str(&capital(&line.text));
        } else if same_line && can_lower {
            out.push_str(&case::uncapital(&line.text));
        } else if same_line {
            out.push_str(&line.text);
        } else {
            out.push_str(&capital(&line.text));
        }
    }
    out
}
