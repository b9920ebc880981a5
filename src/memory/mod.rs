//! What Connote remembers, once the user wants it to: how many notes were sent, what they were like, what became of them.
//!
//! All of it is plain data that comes in and goes out as text; where it is kept is the business of `web`. Nothing here
//! knows what day it is: [`Day`] comes in as a value.

pub mod backup;
pub mod budget;
pub mod choice;
pub mod day;
pub mod erase;
pub mod essence;
pub mod export;
pub mod fingerprint;
pub mod record;
pub mod reuse;
pub mod sent;
pub mod store;
pub mod template;

pub use budget::{Budget, Quota, Standing};
pub use choice::{Choice, Switch};
pub use day::{Day, Month};
pub use erase::Erase;
pub use fingerprint::{Fingerprint, Key};
pub use sent::{Outcome, Sent};
pub use template::Template;
