//! What the compiler writes and the matcher reads: symbols, and the marks of compiled patterns.

/// A number that stands for a word, a word part, a set or a kind of word.
pub(crate) type Symbol = u16;

/// Symbols of the kinds of word, before those of the vocabulary.
pub(crate) mod kind {
    use super::Symbol;
    /// A word with a capital.
    pub(crate) const CAPITAL: Symbol = 0;
    /// A number.
    pub(crate) const NUMBER: Symbol = 1;
    /// A web or e-mail address.
    pub(crate) const LINK: Symbol = 2;
    /// An unfilled template slot.
    pub(crate) const SLOT: Symbol = 3;
    /// An emoji.
    pub(crate) const EMOJI: Symbol = 4;
    /// Any word at all.
    pub(crate) const ANY: Symbol = 5;
}

/// Marks in a compiled pattern. Anything below [`mark::FIRST`] is the symbol of a word to take.
pub(crate) mod mark {
    /// The first mark.
    pub(crate) const FIRST: u16 = 0xffe0;
    /// One to four capitalised words.
    pub(crate) const NAMES: u16 = FIRST;
    /// The start of a sentence.
    pub(crate) const START: u16 = FIRST + 1;
    /// The end of a sentence.
    pub(crate) const END: u16 = FIRST + 2;
    /// The end of a question.
    pub(crate) const QUESTION: u16 = FIRST + 3;
    /// At least a comma before the next word.
    pub(crate) const COMMA: u16 = FIRST + 4;
    /// At least a clause break before the next word.
    pub(crate) const CLAUSE: u16 = FIRST + 5;
    /// The reported part starts here.
    pub(crate) const OPEN: u16 = FIRST + 6;
    /// The reported part ends here.
    pub(crate) const CLOSE: u16 = FIRST + 7;
    /// The next word has the symbol that follows; it is not taken.
    pub(crate) const LEAD: u16 = FIRST + 8;
    /// One of the sequences of the block that follows, each after its length.
    pub(crate) const GROUP: u16 = FIRST + 9;
    /// The same, or nothing.
    pub(crate) const MAYBE: u16 = FIRST + 10;
    /// None of the sequences of the block that follows comes next.
    pub(crate) const NOT_AHEAD: u16 = FIRST + 11;
    /// The next word has none of the symbols of the block that follows.
    pub(crate) const NOT_NEXT: u16 = FIRST + 12;
    /// The word before has none of the symbols of the block that follows.
    pub(crate) const NOT_BEFORE: u16 = FIRST + 13;
    /// Up to so many words, added to this mark.
    pub(crate) const SKIP: u16 = FIRST + 14;
}
