//! A report as plain text: what a terminal shows, and what the snapshots of notes compare.

use crate::missing;
use crate::report::{Edit, Finding, Report};
use crate::rule::Severity;
use crate::signals::SIGNALS;
use std::fmt::Write;

/// Columns of the note's lines.
const WIDTH: usize = 76;

/// The whole report on `text`: the counter, the note with its words marked, findings, checklist, score, rewrites.
pub fn report(text: &str, report: &Report) -> String {
    let mut out = counter(report);
    section(&mut out, "", &marked(text, report));
    section(&mut out, "Findings", &report.findings.iter().map(|found| finding(text, found)).collect::<String>());
    section(&mut out, "Checklist", &checklist(text, report));
    section(&mut out, "", &score(report));
    section(&mut out, "Rewrites", &rewrites(report));
    out
}

/// The words at a range of UTF-16 units; empty if it does not fit.
pub fn words_at(text: &str, start: usize, end: usize) -> &str {
    text.get(byte_at(text, start)..byte_at(text, end)).unwrap_or_default()
}

/// The text with an edit carried out.
pub fn edited(text: &str, edit: &Edit) -> String {
    let (start, end) = (byte_at(text, edit.at.start), byte_at(text, edit.at.end));
    [text.get(..start).unwrap_or_default(), &edit.replacement, text.get(end.max(start)..).unwrap_or_default()].concat()
}

/// The byte at a UTF-16 position; the text's end when it lies past it.
fn byte_at(text: &str, unit: usize) -> usize {
    let mut units = 0;
    let mut at_or_after = text.char_indices().skip_while(|(_, c)| {
        let before = units < unit;
        units += c.len_utf16();
        before
    });
    at_or_after.next().map_or(text.len(), |(byte, _)| byte)
}

fn section(out: &mut String, title: &str, body: &str) {
    if body.is_empty() {
        return;
    }
    out.push('\n');
    if !title.is_empty() {
        let _ = writeln!(out, "{title}");
    }
    out.push_str(body);
}

fn counter(report: &Report) -> String {
    let room = match report.remaining {
        left @ 0.. => format!("{left} left"),
        over => format!("{} too many", over.unsigned_abs()),
    };
    let checked = report.checked.map_or(String::new(), |units| format!(", the first {units} judged"));
    format!("{} of {} characters, {room}{checked}; language: {}\n", report.length, report.limit.units, report.language)
}

/// The note's lines, each with marks under the words that findings are about: `^` errors, `~` warnings, `-` the rest.
fn marked(text: &str, report: &Report) -> String {
    let mut units = 0;
    let mut out = String::new();
    for line in wrapped(text) {
        let mut under = String::new();
        for c in line.chars() {
            let mark = mark_at(units, report);
            units += c.len_utf16();
            (0..columns(c)).for_each(|_| under.push(mark));
        }
        let shown: String = line.chars().map(visible).collect();
        let _ = writeln!(out, "{}", format!("  {shown}").trim_end());
        if !under.trim_end().is_empty() {
            let _ = writeln!(out, "  {}", under.trim_end());
        }
    }
    out
}

fn mark_at(unit: usize, report: &Report) -> char {
    let here = report.findings.iter().filter(|found| found.at.is_some_and(|at| (at.start..at.end).contains(&unit)));
    match here.map(|found| found.severity).min() {
        Some(Severity::Error) => '^',
        Some(Severity::Warning) => '~',
        Some(Severity::Suggestion | Severity::Hint) => '-',
        None => ' ',
    }
}

/// Cuts a text into pieces of at most [`WIDTH`] columns: after line breaks, else after white space, else anywhere.
fn wrapped(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let mut width = 0;
        let mut space = None;
        let mut cut = rest.len();
        for (at, c) in rest.char_indices() {
            width += columns(c);
            if width > WIDTH {
                cut = space.unwrap_or(at);
                break;
            }
            if c.is_whitespace() {
                space = Some(at + c.len_utf8());
            }
            if c == '\n' {
                cut = at + 1;
                break;
            }
        }
        let (piece, after) = rest.split_at_checked(cut).unwrap_or((rest, ""));
        pieces.push(piece);
        rest = after;
    }
    pieces
}

/// How wide a terminal draws a character: nothing for what joins its neighbour, two columns for emoji and East Asian scripts.
fn columns(c: char) -> usize {
    match u32::from(c) {
        0x300..=0x36F | 0x200B..=0x200F | 0xFE00..=0xFE0F | 0x1F3FB..=0x1F3FF => 0,
        0x1100..=0x115F
        | 0x2E80..=0xA4CF
        | 0xAC00..=0xD7A3
        | 0xF900..=0xFAFF
        | 0xFE30..=0xFE6F
        | 0xFF00..=0xFF60
        | 0x1F300..=0x1FAFF
        | 0x20000..=0x3FFFD => 2,
        _ => 1,
    }
}

/// Control characters could steer a terminal, so their pictures stand for them.
fn visible(c: char) -> char {
    match c {
        '\n' | '\t' => ' ',
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        '\u{7f}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        other => other,
    }
}

fn quoted(words: &str) -> String {
    format!("“{}”", words.chars().map(visible).collect::<String>())
}

fn finding(text: &str, found: &Finding) -> String {
    let words = found.at.map_or(String::new(), |at| format!(": {}", quoted(words_at(text, at.start, at.end))));
    let mut out = format!("  {}: {} ({}){words}\n", severity(found.severity), found.title, found.rule);
    let _ = writeln!(out, "      {}\n      Why: {}", found.message, found.why);
    for fix in &found.fixes {
        let (before, after) = (quoted(words_at(text, fix.at.start, fix.at.end)), quoted(&fix.replacement));
        let change = match (fix.at.start == fix.at.end, fix.replacement.is_empty()) {
            (_, true) => format!("drop {before}"),
            (true, _) => format!("add {after}"),
            _ => format!("{before} → {after}"),
        };
        let _ = writeln!(out, "      Fix: {}: {change}", fix.label);
    }
    out
}

/// A severity as people read it.
pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Suggestion => "suggestion",
        Severity::Hint => "hint",
    }
}

fn checklist(text: &str, report: &Report) -> String {
    let lines = missing::checklist().map(|line| {
        let alike = SIGNALS.iter().filter(|signal| signal.lack.id == line.lack.id);
        let mut found = alike.filter_map(|signal| Some((signal, report.signals.iter().find(|found| found.signal == signal.id)?)));
        match found.next() {
            Some((signal, found)) => format!("  [x] {}: {}\n", signal.title, quoted(words_at(text, found.at.start, found.at.end))),
            None => format!("  [ ] {}\n", line.title),
        }
    });
    lines.collect()
}

fn score(report: &Report) -> String {
    let parts: Vec<String> = report.parts.iter().map(|part| format!("{} {}/{}", part.part, part.earned, part.weight)).collect();
    format!("Score {} of 100 ({})\n", report.score, parts.join(", "))
}

fn rewrites(report: &Report) -> String {
    let mut out = String::new();
    for rewrite in &report.rewrites {
        let style = format!("{:?}", rewrite.style).to_ascii_lowercase();
        let clears = if rewrite.clears.is_empty() { String::new() } else { format!(", clears {}", rewrite.clears.join(", ")) };
        let _ = writeln!(out, "  {style}, {} left{clears}", rewrite.remaining);
        for line in wrapped(&rewrite.text) {
            let shown: String = line.chars().map(visible).collect();
            let _ = writeln!(out, "{}", format!("      {shown}").trim_end());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Range;
    use crate::{Context, review};

    #[test]
    fn marks_stand_under_their_words() {
        let text = "👋 你好 Mara, see https://a.example please";
        let shown = report(text, &review(text, &Context { rules_off: vec!["no-reason".into()], ..Context::default() }));
        let mut lines = shown.lines().skip_while(|line| !line.contains("https://a.example"));
        let (note, under) = (lines.next().unwrap(), lines.next().unwrap());
        // The hand and the two signs are drawn two columns wide.
        assert_eq!(under.find('-').unwrap(), note.chars().take_while(|&c| c != 'h').count() + 3);
        assert_eq!(under.matches('-').count(), "https://a.example".len());
    }

    #[test]
    fn long_lines_are_cut_between_words_and_nothing_is_lost() {
        let text = format!("{}\n\n{}", "word ".repeat(40), "x".repeat(200));
        let pieces = wrapped(&text);
        assert_eq!(pieces.concat(), text);
        assert!(pieces.iter().all(|piece| piece.trim_end().len() <= WIDTH));
        assert!(pieces.iter().take(3).all(|piece| piece.ends_with([' ', '\n'])));
    }

    #[test]
    fn edits_count_in_utf16() {
        let edit = Edit {
            label: crate::message::say!("Drop it"),
            at: Range { start: 3, end: 5 },
            replacement: "b".into(),
            safety: crate::rule::Safety::Safe,
        };
        assert_eq!(edited("👋 éax", &edit), "👋 bx");
    }

    #[test]
    fn control_characters_do_not_reach_the_terminal() {
        let text = "Hi \u{1b}[31mMara\u{202e}";
        let full = crate::rewrite::review_with_rewrites(text, &Context::default());
        assert!(!report(text, &full).contains(['\u{1b}', '\u{202e}']));
    }
}
