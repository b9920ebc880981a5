//! Slips of the fingers: how a long word and what somebody wrote differ.

/// A slip; the likelier ones first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Slip {
    /// Letters doubled or single that should not be, or two neighbours in the wrong order.
    Order,
    /// A letter missing or too many.
    Count,
    /// Another letter.
    Letter,
    /// One of these on top of wrong doublings.
    Both,
}

/// Fewest bytes of a word of which a slip is certain to be one, and of a word that may have two of them.
const LONG: usize = 7;
const VERY_LONG: usize = 9;

/// The slip that makes `word` what was `written`; `plain` is the latter with its doubled letters single.
pub(crate) fn between(written: &[u8], plain: &[u8], word: &[u8]) -> Option<Slip> {
    if word.len() < LONG || word.len().abs_diff(written.len()) > 2 {
        return None;
    }
    let slip = one(written, word);
    if matches!(slip, Some(Slip::Order | Slip::Letter)) {
        return slip;
    }
    let whole = undoubled(word);
    if whole == plain {
        return Some(Slip::Order);
    }
    slip.or_else(|| (word.len() >= VERY_LONG).then(|| one(plain, &whole)).flatten().map(|_| Slip::Both))
}

/// The letters with each run of the same one told once.
pub(crate) fn undoubled(word: &[u8]) -> Vec<u8> {
    let mut out = word.to_vec();
    out.dedup();
    out
}

fn one(written: &[u8], word: &[u8]) -> Option<Slip> {
    let same = |(a, b): &(&u8, &u8)| a == b;
    let ahead = written.iter().zip(word).take_while(same).count();
    let (written, word) = (written.get(ahead..)?, word.get(ahead..)?);
    let behind = written.iter().rev().zip(word.iter().rev()).take_while(same).count();
    let middle = |bytes: &'_ [u8]| bytes.len() - behind;
    match (written.get(..middle(written))?, word.get(..middle(word))?) {
        ([_], []) | ([], [_]) => Some(Slip::Count),
        // Another letter at the end is more often another form of the word.
        ([_], [_]) if behind > 0 => Some(Slip::Letter),
        ([a, b], [c, d]) if a == d && b == c => Some(Slip::Order),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Slip, between, undoubled};

    fn slip(written: &str, word: &str) -> Option<Slip> {
        between(written.as_bytes(), &undoubled(written.as_bytes()), word.as_bytes())
    }

    #[test]
    fn one_slip_and_no_more() {
        assert_eq!(slip("experince", "experience"), Some(Slip::Count));
        assert_eq!(slip("experiience", "experience"), Some(Slip::Order));
        assert_eq!(slip("recieve", "receive"), Some(Slip::Order));
        assert_eq!(slip("seperate", "separate"), Some(Slip::Letter));
        assert_eq!(slip("proffesional", "professional"), Some(Slip::Order));
        assert_eq!(slip("oppurtunitty", "opportunity"), Some(Slip::Both));
        assert_eq!(slip("exprince", "experience"), None);
        assert_eq!(slip("sepperote", "separate"), None);
    }

    #[test]
    fn short_words_have_too_many_neighbours() {
        assert_eq!(slip("teh", "the"), None);
        assert_eq!(slip("plase", "place"), None);
    }
}
