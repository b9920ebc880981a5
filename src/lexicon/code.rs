//! What the compiler writes and the matcher reads: the marks of compiled patterns and the parts of a table.
//!
//! A table is a head, the length in bytes of each [`part`] in 32 bits, and the parts one after the other. Numbers have 16
//! bits unless said otherwise, the low byte first. Rows of different length lie end to end; where they start stands in a
//! part of its own, which has one more entry for the end of the last.

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
    pub(crate) const FIRST: u16 = 0xff00;
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
    pub(crate) const SKIP: u16 = FIRST + 0x80;
}

/// The parts of a table, by their place in it.
pub(crate) mod part {
    /// Owner and name of each section, a space between, as text.
    pub(crate) const SECTION_TEXT: usize = 0;
    /// Where they start.
    pub(crate) const SECTION_STARTS: usize = 1;
    /// Four parts: whole words; their numbers are rows of [`LISTS`].
    pub(crate) const WORDS: usize = 2;
    /// Four parts: word starts.
    pub(crate) const STARTS: usize = 6;
    /// Four parts: word ends, their bytes in reverse.
    pub(crate) const ENDS: usize = 10;
    /// Where the rows of [`LISTS`] start.
    pub(crate) const LIST_STARTS: usize = 14;
    /// Symbols: first a row for each kind of word, then those of words and parts of words.
    pub(crate) const LISTS: usize = 15;
    /// Where the blocks of [`CODE`] start, in 32 bits: first a block for each pattern, then those of their groups.
    pub(crate) const BLOCK_STARTS: usize = 16;
    /// Symbols and marks.
    pub(crate) const CODE: usize = 17;
    /// For each pattern its section.
    pub(crate) const PATTERN_SECTIONS: usize = 18;
    /// For each pattern a symbol that the first word of any match has.
    pub(crate) const PATTERN_FIRSTS: usize = 19;
    /// Where the rows of [`KEYED`] start, one for each of the first symbols; those after them are no pattern's key.
    pub(crate) const KEYED_STARTS: usize = 20;
    /// The patterns to try where a symbol occurs: each stands in the row of the rarest symbol that it cannot do without.
    pub(crate) const KEYED: usize = 21;
    /// [`super::hash`]es of the names of sets of single words, in 32 bits, sorted.
    pub(crate) const SET_NAMES: usize = 22;
    /// Their symbols.
    pub(crate) const SET_SYMBOLS: usize = 23;
    /// How many symbols there are, kinds of word included.
    pub(crate) const SYMBOLS: usize = 24;
    /// How many parts there are.
    pub(crate) const COUNT: usize = 25;
}

/// A number for a name (FNV-1a); the build fails when two names of a language share one.
pub(crate) fn hash(name: &str) -> u32 {
    name.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
