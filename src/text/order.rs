//! Sorting short lists.
//!
//! The standard library's sorts are built for millions of items and cost 5 KB of wasm for every type they sort; a note
//! has a few dozen of anything.

/// Sorts a short list by a key; equal items keep their order. Quadratic: for lists of at most some hundred items.
pub fn sort_by_key<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    for end in 1..list.len() {
        let mut at = end;
        while let Some([before, here]) = at.checked_sub(1).and_then(|start| list.get(start..=at)) {
            if key(before) <= key(here) {
                break;
            }
            list.swap(at - 1, at);
            at -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::sort_by_key;

    #[test]
    fn sorted_and_stable() {
        let mut list = [(2, 'a'), (1, 'b'), (2, 'c'), (0, 'd'), (1, 'e')];
        sort_by_key(&mut list, |item| item.0);
        assert_eq!(list, [(0, 'd'), (1, 'b'), (1, 'e'), (2, 'a'), (2, 'c')]);
        sort_by_key(&mut [] as &mut [u8], |item| *item);
    }
}
