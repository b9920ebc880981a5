//! Before and after, word by word.

use super::el::{El, el, span};
use crate::text::marks;

/// A stretch of words in one of two texts or in both.
#[derive(Debug, PartialEq, Eq)]
enum Piece {
    Same(String),
    Gone(String),
    New(String),
}

/// Both texts in one: what goes is struck through, what comes is marked.
pub(super) fn compare(before: &str, after: &str) -> El {
    let pieces = pieces(before, after).into_iter().map(|piece| match piece {
        Piece::Same(text) => span("", text),
        Piece::Gone(text) => el("del").text(text),
        Piece::New(text) => el("ins").text(text),
    });
    el("p").class("compare").children(pieces)
}

/// Words with the white space after them.
fn words(text: &str) -> Vec<&str> {
    marks::spaced(text)
}

/// The longest common run of words keeps its place; notes are short, so the plain table is quick.
fn pieces(before: &str, after: &str) -> Vec<Piece> {
    let (old, new) = (words(before), words(after));
    let table = common(&old, &new);
    let longest = |row: usize, column: usize| table.get(row * (new.len() + 1) + column).copied().unwrap_or_default();
    let (mut row, mut column) = (0, 0);
    let mut out = Vec::new();
    loop {
        match (old.get(row), new.get(column)) {
            (Some(gone), Some(come)) if same(gone, come) => {
                push(&mut out, Piece::Same((*come).to_owned()));
                row += 1;
                column += 1;
            }
            (Some(gone), come) if come.is_none() || longest(row + 1, column) >= longest(row, column + 1) => {
                push(&mut out, Piece::Gone((*gone).to_owned()));
                row += 1;
            }
            (_, Some(come)) => {
                push(&mut out, Piece::New((*come).to_owned()));
                column += 1;
            }
            _ => return out,
        }
    }
}

/// Whether two words are the same but for the white space after them.
fn same(one: &str, other: &str) -> bool {
    one.trim_end() == other.trim_end()
}

/// For each pair of places how many words the rests have in common, in rows of `new.len() + 1`.
fn common(old: &[&str], new: &[&str]) -> Vec<u32> {
    let width = new.len() + 1;
    let mut table = vec![0; (old.len() + 1) * width];
    for (row, gone) in old.iter().enumerate().rev() {
        for (column, come) in new.iter().enumerate().rev() {
            let cell = |row: usize, column: usize| table.get(row * width + column).copied().unwrap_or_default();
            let best = if same(gone, come) { cell(row + 1, column + 1) + 1 } else { cell(row + 1, column).max(cell(row, column + 1)) };
            if let Some(cell) = table.get_mut(row * width + column) {
                *cell = best;
            }
        }
    }
    table
}

/// Adds a piece to the one before if it is of the same kind.
fn push(out: &mut Vec<Piece>, piece: Piece) {
    match (out.last_mut(), piece) {
        (Some(Piece::Same(last)), Piece::Same(text))
        | (Some(Piece::Gone(last)), Piece::Gone(text))
        | (Some(Piece::New(last)), Piece::New(text)) => {
            last.push_str(&text);
        }
        (_, piece) => out.push(piece),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_stay_keep_their_place() {
        let found = pieces("Hi Anna, buy my tool. Best", "Hi Anna, nice talk. Best");
        assert_eq!(
            found,
            [
                Piece::Same("Hi Anna, ".into()),
                Piece::Gone("buy my tool. ".into()),
                Piece::New("nice talk. ".into()),
                Piece::Same("Best".into())
            ]
        );
    }

    #[test]
    fn nothing_is_lost() {
        let (before, after) = ("a b  c\nd", "b x d e");
        let found = pieces(before, after);
        let kept: String =
            found.iter().filter_map(|piece| if let Piece::New(t) | Piece::Same(t) = piece { Some(t.as_str()) } else { None }).collect();
        assert_eq!(kept, after);
    }
}
