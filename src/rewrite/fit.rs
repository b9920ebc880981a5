//! Makes a rewrite fit its limit: the cuts in order, the least painful first.

use super::compose::{Line, Plan, cut, replace_words};
use super::draft::Draft;
use super::mend::capital;
use super::wording::{has, pairs};
use crate::report::Style;
use crate::text::Lang;
use crate::text::case;
use crate::text::fold::fold;
use crate::text::utf16_len;

/// The text of `lines` after `hello`, cut until it fits; none when nothing worth sending is left.
pub(super) fn fit(hello: &(String, &'static str), mut lines: Vec<Line>, draft: &Draft, plan: &Plan) -> Option<String> {
    let w = plan.wording;
    let fits = |lines: &[Line]| length(&join(hello, lines, draft, plan), plan) <= plan.limit;
    for step in 0..=cut::LINK {
        if fits(&lines) {
            break;
        }
        match step {
            cut::OUR_CLOSING | cut::FILLER | cut::THANKS | cut::OURS => lines.retain(|line| line.cut != step),
            cut::SHORT_FORMS => {
                shorten(&mut lines, &fits, &[&|text| short_forms(text, plan), &|text| without_spare(text, &w.spare), &without_brackets]);
            }
            cut::REMARKS => (0..3).for_each(|_| shorten(&mut lines, &fits, &[&|text| without_remark(text, plan)])),
            cut::CLOSING => {
                let name = draft.closing.as_ref().and_then(|closing| closing.name.clone());
                for line in lines.iter_mut().filter(|line| line.cut == cut::CLOSING) {
                    if let Some(name) = &name {
                        line.text.clone_from(name);
                    }
                }
            }
            _ => {
                // The shortest line that makes it fit, or else the longest: as few as can be.
                while !fits(&lines) {
                    let over = length(&join(hello, &lines, draft, plan), plan).saturating_sub(plan.limit);
                    let at = lines
                        .iter()
                        .enumerate()
                        .filter(|(_, line)| line.cut == step)
                        .min_by_key(|(_, line)| {
                            let length = utf16_len(&line.text) + 1;
                            (length < over, length.abs_diff(over))
                        })
                        .map(|(at, _)| at);
                    let Some(at) = at else { break };
                    if lines.iter().filter(|line| line.cut >= cut::PLAIN && line.cut != cut::CLOSING).count() < 2 {
                        break;
                    }
                    lines.remove(at);
                }
            }
        }
    }
    let body = lines.iter().any(|line| !matches!(line.cut, cut::CLOSING | cut::OUR_CLOSING));
    (body && fits(&lines)).then(|| join(hello, &lines, draft, plan))
}

/// Units of the text with the blanks in their brackets.
fn length(text: &str, plan: &Plan) -> usize {
    let mut units = utf16_len(text);
    let mut swap = |filled: &str, label: &str| {
        if text.contains(filled) {
            units = (units + utf16_len(label) + 2).saturating_sub(utf16_len(filled));
        }
    };
    for [_, label, filled] in plan.wording.blanks(plan.polite) {
        swap(filled, label);
    }
    for (label, filled) in plan.slots {
        swap(filled, label);
    }
    units
}

/// Shortens line by line, from the last, until it fits; words that show a signal and facts stay.
fn shorten(lines: &mut [Line], fits: &dyn Fn(&[Line]) -> bool, edits: &[&dyn Fn(&str) -> String]) {
    lines.iter_mut().filter(|line| line.gap == "\n\n").for_each(|line| line.gap = "\n");
    for edit in edits {
        for index in (0..lines.len()).rev() {
            if fits(lines) {
                return;
            }
            if let Some(line) = lines.get_mut(index).filter(|line| line.cut >= cut::PLAIN && line.cut != cut::CLOSING) {
                let shorter = edit(&line.text);
                if line.precious.iter().all(|words| shorter.contains(words.as_str()) || !line.text.contains(words.as_str())) {
                    line.text = shorter;
                }
            }
        }
    }
}

/// Short forms for long ones.
fn short_forms(text: &str, plan: &Plan) -> String {
    let fitting = pairs(&plan.wording.short).iter().filter(|[_, to]| plan.style != Style::Formal || !to.contains('\''));
    fitting.fold(text.to_owned(), |text, [from, to]| replace_words(&text, from, to))
}

/// Without words that add nothing but stress.
fn without_spare(text: &str, spare: &[&str]) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let kept: Vec<&str> =
        words.iter().enumerate().filter(|(at, word)| *at == 0 || !has(spare, &fold(word))).map(|(_, word)| *word).collect();
    kept.join(" ")
}

/// Without a remark in brackets that holds no name and no number.
fn without_brackets(text: &str) -> String {
    let Some((before, rest)) = text.split_once(" (") else { return text.to_owned() };
    let Some((inside, after)) = rest.split_once(')') else { return text.to_owned() };
    if is_plain(inside) { format!("{before}{after}") } else { text.to_owned() }
}

/// No capital but a lone `I`, and no digit.
fn is_plain(text: &str) -> bool {
    !text.split(|c: char| !c.is_alphanumeric()).any(|word| word != "I" && word.contains(|c: char| c.is_uppercase() || c.is_numeric()))
}

/// Without the last clause, if it is a side remark without names and numbers.
fn without_remark(text: &str, plan: &Plan) -> String {
    let w = plan.wording;
    let mark = text.chars().next_back().filter(|c| matches!(c, '.' | '!' | '?')).unwrap_or('.');
    let breaks = [", ", " – ", " — ", " - ", "; "];
    let at = breaks
        .iter()
        .flat_map(|mark| text.match_indices(mark))
        .filter(|(at, mark)| {
            let tail = text.get(at + mark.len()..).unwrap_or_default();
            let first = fold(tail.split(' ').next().unwrap_or_default());
            *mark != ", " || has(&w.joins, &first) || has(&w.dependents, &first)
        })
        .map(|(at, mark)| (at, at + mark.len()))
        .max();
    let Some((at, after)) = at else { return text.to_owned() };
    let head = text.get(..at).unwrap_or_default();
    let tail = text.get(after..).unwrap_or_default();
    let first = fold(head.split(' ').next().unwrap_or_default());
    let last = fold(head.split(' ').next_back().unwrap_or_default());
    let hangs = has(&w.joins, &last) || has(&w.dependents, &last) || has(&w.leads, &last) || has(&w.lower, &last);
    let head_stands = !hangs && head.split_whitespace().count() >= 4 && !has(&w.dependents, &first) && !head.contains('(');
    if head_stands && is_plain(tail) && mark != '?' { format!("{head}.") } else { text.to_owned() }
}

/// Greeting and lines as one text.
fn join(hello: &(String, &'static str), lines: &[Line], draft: &Draft, plan: &Plan) -> String {
    let (greeting, gap) = hello;
    let mut out = greeting.clone();
    for (at, line) in lines.iter().enumerate() {
        if line.text.is_empty() {
            continue;
        }
        if out.is_empty() {
            out.push_str(&capital(&line.text));
            continue;
        }
        if at > 0 {
            out.push_str(line.gap);
            let after_sentence = out.trim_end().ends_with(['.', '!', '?', '…']);
            out.push_str(&if after_sentence && line.cut != cut::CLOSING { capital(&line.text) } else { line.text.clone() });
            continue;
        }
        let runs_on = greeting.ends_with([',', '-', '–', '—']);
        let first: String = line.text.chars().take_while(|c| c.is_alphanumeric() || *c == '\'' || *c == '’').collect();
        let letters = first.chars().filter(|c| c.is_uppercase()).count();
        let stem: String = first.split(['\'', '’']).next().unwrap_or_default().to_owned();
        let can_lower = letters == 1 && stem != "I" && (has(&plan.wording.lower, &fold(&stem)) || has(&plan.wording.lower, &fold(&first)));
        let same_line = !gap.contains('\n') || plan.lang == Lang::De;
        if greeting.ends_with(char::is_alphanumeric) {
            // "Hi Ben, Carla says …": only what stood there runs on without a comma.
            let word = |text: &str| text.split(' ').next().map(str::to_owned);
            let as_written = draft.pieces.first().is_some_and(|first| word(&first.text) == word(&line.text));
            out.push_str(if as_written { " " } else { ", " });
            out.push_str(&line.text);
            continue;
        }
        out.push_str(gap);
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
