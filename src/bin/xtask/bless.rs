//! `bless`: takes what the snapshots and the README's table say now as right, and brings the translators' files up to date.

use crate::Outcome;
use crate::run::{cargo, run};
use crate::texts;

pub(crate) fn command(mut args: lexopt::Parser) -> Outcome {
    if let Some(arg) = args.next()? {
        return Err(arg.unexpected().into());
    }
    texts::update()?;
    // The tests write what they compare; each knows best how.
    let mut tests = cargo();
    tests.args(["test", "--quiet", "--lib", "--tests", "--no-fail-fast"]).env("INSTA_UPDATE", "always").env("INSTA_FORCE_PASS", "1");
    let outcome = run(&mut tests);
    println!("\nSnapshots are behaviour: read them with `git diff` before you commit them.");
    outcome.map_err(|failure| format!("{failure}: something else than a snapshot is wrong").into())
}
