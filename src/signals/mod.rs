//! What a good note has: one file each, in the order of the checklist.

mod common_ground;
mod greets_by_name;
mod offers_value;
mod polite_ask;
mod signs_off;
mod states_reason;
mod their_work;

use crate::rule::Signal;

/// Every signal, in the order of the checklist.
pub const SIGNALS: &[&Signal] = &[
    &greets_by_name::SIGNAL,
    &common_ground::SIGNAL,
    &their_work::SIGNAL,
    &states_reason::SIGNAL,
    &offers_value::SIGNAL,
    &polite_ask::SIGNAL,
    &signs_off::SIGNAL,
];

#[cfg(test)]
mod tests {
    use super::SIGNALS;
    use crate::note::Note;

    #[test]
    fn pages_show_notes_without_and_with_it() {
        for signal in SIGNALS {
            assert!(signal.doc.title.chars().count() <= 40, "{}", signal.id);
            assert!(!signal.doc.bad.is_empty() && !signal.doc.good.is_empty(), "{}", signal.id);
            for note in signal.doc.bad {
                assert_eq!((signal.find)(&Note::new(note, None)), None, "{}: {note}", signal.id);
            }
            for note in signal.doc.good {
                assert!((signal.find)(&Note::new(note, None)).is_some(), "{}: {note}", signal.id);
            }
        }
    }
}
