//! A note's text: its words, sentences, positions and language, before anything is judged.

pub mod case;
pub mod find;
pub mod fold;
pub(crate) mod hash;
pub mod language;
pub(crate) mod links;
pub mod marks;
pub mod order;
pub(crate) mod packed;
pub mod slots;
pub mod span;
pub(crate) mod vocabulary;
pub mod words;

pub use language::Lang;
pub use span::{Span, Utf16, utf16_len};
pub use words::{Gap, Shape, Word, WordKind, Words};
