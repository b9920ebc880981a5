//! What became of the invitations: how many were accepted, what the months were like, who has not answered.

use super::{Day, Month, Outcome, Sent};

/// An invitation without an answer for so many days is worth a reminder.
pub const REMINDER_DAYS: i32 = 21;

/// Refusals are counted over so many days.
const RISK_DAYS: i32 = 90;

/// From so many refusals on: readers of the first article report a restriction after five, and a warning at three.
const RISKY_REFUSALS: usize = 3;

/// The normal distribution's point for 95 %.
const Z: f64 = 1.96;

/// A share with the interval that it lies in with 95 % certainty (Wilson's score interval, which holds for few as well).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// How many.
    pub part: usize,
    /// Of how many.
    pub whole: usize,
    /// The interval's lower end in per cent, rounded down.
    pub low: u8,
    /// Its upper end in per cent, rounded up.
    pub high: u8,
}

impl Share {
    /// The share of `part` in `whole`; none of nothing. More than all is all.
    pub fn new(part: usize, whole: usize) -> Option<Self> {
        if whole == 0 {
            return None;
        }
        let part = part.min(whole);
        let float = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
        let (count, share) = (float(whole), float(part) / float(whole));
        let base = 1.0 + Z * Z / count;
        let middle = (share + Z * Z / (2.0 * count)) / base;
        let half = Z * (share * (1.0 - share) / count + Z * Z / (4.0 * count * count)).sqrt() / base;
        // At the ends the formula is exact, its arithmetic is not.
        let low = if part == 0 { 0.0 } else { middle - half };
        let high = if part == whole { 1.0 } else { middle + half };
        Some(Self { part, whole, low: percent((low * 100.0).floor()), high: percent((high * 100.0).ceil()) })
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it lies between 0 and 100")]
fn percent(value: f64) -> u8 {
    value.clamp(0.0, 100.0) as u8
}

/// How many of the invitations with a known outcome were accepted.
pub fn accepted(sent: &[Sent]) -> Option<Share> {
    let known = sent.iter().filter(|sent| sent.outcome != Outcome::Waiting);
    Share::new(sent.iter().filter(|sent| sent.outcome == Outcome::Accepted).count(), known.count())
}

/// How many of the last months' invitations were turned down, once that is a risk: LinkedIn restricts senders whom too many do not know.
pub fn decline_risk(sent: &[Sent], today: Day) -> Option<Share> {
    let recent = || sent.iter().filter(|sent| sent.outcome != Outcome::Waiting && (0..RISK_DAYS).contains(&today.since(sent.day)));
    let refused = recent().filter(|sent| sent.outcome == Outcome::Declined).count();
    Share::new(refused, recent().count()).filter(|_| refused >= RISKY_REFUSALS)
}

/// A month's invitations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthCount {
    /// Which month.
    pub month: Month,
    /// How many were sent.
    pub sent: usize,
    /// How many of them were accepted so far.
    pub accepted: usize,
}

/// The last `months` months up to today, oldest first, those without invitations too.
pub fn months(sent: &[Sent], today: Day, months: i32) -> Vec<MonthCount> {
    let last = today.month();
    let mut out: Vec<MonthCount> = (0..months).rev().map(|back| MonthCount { month: last.plus(-back), sent: 0, accepted: 0 }).collect();
    for sent in sent {
        let month = sent.day.month();
        if let Ok(at) = out.binary_search_by_key(&month, |count| count.month)
            && let Some(count) = out.get_mut(at)
        {
            count.sent += 1;
            count.accepted += usize::from(sent.outcome == Outcome::Accepted);
        }
    }
    out
}

/// Where in `sent` the invitations stand that have had no answer for [`REMINDER_DAYS`], longest waiting first.
pub fn unanswered(sent: &[Sent], today: Day) -> Vec<usize> {
    let waits = |sent: &Sent| sent.outcome == Outcome::Waiting && today.since(sent.day) >= REMINDER_DAYS;
    let mut out: Vec<(Day, usize)> = sent.iter().enumerate().filter(|(_, sent)| waits(sent)).map(|(at, sent)| (sent.day, at)).collect();
    out.sort_unstable();
    out.into_iter().map(|(_, at)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(day: &str, outcome: Outcome) -> Sent {
        Sent { day: Day::parse(day).unwrap(), with_note: true, fingerprint: None, outcome, recipient: None, text: None }
    }

    fn today() -> Day {
        Day::parse("2026-11-22").unwrap()
    }

    #[test]
    fn a_share_is_never_surer_than_its_numbers() {
        let ends = |part, whole| Share::new(part, whole).map(|share| (share.low, share.high));
        assert_eq!(Share::new(0, 0), None);
        // Against the published tables of the score interval.
        assert_eq!(ends(4, 10), Some((16, 69)));
        assert_eq!(ends(0, 10), Some((0, 28)));
        assert_eq!(ends(1, 1), Some((20, 100)));
        assert_eq!(ends(400, 1_000), Some((37, 44)));
        for whole in 1..60 {
            for part in 0..=whole {
                let share = Share::new(part, whole).unwrap();
                let exact = part * 100 / whole;
                assert!(usize::from(share.low) <= exact && exact <= usize::from(share.high), "{share:?}");
            }
        }
    }

    #[test]
    fn what_waits_is_no_refusal() {
        let all = [sent("2026-11-01", Outcome::Accepted), sent("2026-11-02", Outcome::Waiting), sent("2026-11-03", Outcome::Ignored)];
        assert_eq!(accepted(&all).map(|share| (share.part, share.whole)), Some((1, 2)));
        assert_eq!(accepted(&all[1..2]), None);
    }

    #[test]
    fn a_few_refusals_are_no_risk_and_old_ones_are_forgotten() {
        let refused = |days: &[&str]| decline_risk(&days.iter().map(|day| sent(day, Outcome::Declined)).collect::<Vec<_>>(), today());
        assert_eq!(refused(&["2026-11-01", "2026-11-02"]), None);
        assert_eq!(refused(&["2026-11-01", "2026-11-02", "2026-11-03"]).map(|share| share.part), Some(3));
        assert_eq!(refused(&["2026-11-01", "2026-11-02", "2026-07-03"]), None);
        assert_eq!(refused(&["2026-11-23", "2026-11-24", "2026-11-25"]), None, "tomorrow's");
    }

    #[test]
    fn months_without_invitations_stand_there_too() {
        let all = [sent("2026-11-01", Outcome::Accepted), sent("2026-09-30", Outcome::Waiting), sent("2025-11-30", Outcome::Accepted)];
        let counts: Vec<_> = months(&all, today(), 12).iter().map(|count| (count.month.to_string(), count.sent, count.accepted)).collect();
        assert_eq!(counts.len(), 12);
        assert_eq!(counts[0], ("2025-12".into(), 0, 0));
        assert_eq!(counts[9..], [("2026-09".into(), 1, 0), ("2026-10".into(), 0, 0), ("2026-11".into(), 1, 1)]);
    }

    #[test]
    fn three_weeks_without_an_answer() {
        let all = [
            sent("2026-11-01", Outcome::Waiting),
            sent("2026-11-02", Outcome::Waiting),
            sent("2026-10-01", Outcome::Waiting),
            sent("2026-09-01", Outcome::Ignored),
        ];
        assert_eq!(unanswered(&all, today()), [2, 0]);
    }
}
