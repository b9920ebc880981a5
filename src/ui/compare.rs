//! Before and after, word by word.

use super::el::{El, el, span};

/// A stretch of words in one of two texts or in both.
#[derive(Debug, PartialEq, Eq)]
enum Piece {
    Same(String),
    Gone(String),
    New(String),
}

/// Both texts in one: what goes is struck through, what comes is marked.
pub(super) fn compare<M>(before: &str, after: &str) -> El<M> {
    let pieces = pieces(before, after).into_iter().map(|piece| match piece {
        Piece::Same(text) => span("", text),
        Piece::Gone(text) => el("del").text(text),
        Piece::New(text) => el("ins").text(text),
    });
    el("p").class("compare").children(pieces)
}

/// Words with the white space after them.
fn words(text: &str) -> Vec<&str> {
    text.split_inclusive(char::is_whitespace).collect()
}

/// The longest common run of words keeps its place; notes are short, so the plain table is quick.
fn pieces(before: &str, after: &str) -> Vec<Piece> {
    let (a, b) = (words(before), words(after));
    let same = |x: &str, y: &str| x.trim_end() == y.trim_end();
    let width = b.len() + 1;
    let mut table = vec![0_u32; (a.len() + 1) * width];
    let at = |table: &[u32], i: usize, j: usize| table.get(i * width + j).copied().unwrap_or_default();
    for (i, x) in a.iter().enumerate().rev() {
        for (j, y) in b.iter().enumerate().rev() {
            let best = if same(x, y) { at(&table, i + 1, j + 1) + 1 } else { at(&table, i + 1, j).max(at(&table, i, j + 1)) };
            if let Some(cell) = table.get_mut(i * width + j) {
                *cell = best;
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut out = Vec::new();
    loop {
        match (a.get(i), b.get(j)) {
            (Some(x), Some(y)) if same(x, y) => {
                push(&mut out, Piece::Same((*y).to_owned()));
                i += 1;
                j += 1;
            }
            (Some(x), y) if y.is_none() || at(&table, i + 1, j) >= at(&table, i, j + 1) => {
                push(&mut out, Piece::Gone((*x).to_owned()));
                i += 1;
            }
            (_, Some(y)) => {
                push(&mut out, Piece::New((*y).to_owned()));
                j += 1;
            }
            _ => return out,
        }
    }
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
