//! How many notes are left: by the page's own word, else counted on this device.

use super::{Day, Sent};
use crate::settings::Plan;

/// Notes a month that most free accounts report; LinkedIn names no number, so the user can change it.
pub const FREE_NOTES: u16 = 5;

/// How many the user may send, and how many of them are to be kept back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Quota {
    /// Notes a calendar month; none when they are not limited or the plan is not known.
    pub notes_a_month: Option<u16>,
    /// Notes to keep "for when that one great connection comes along".
    pub reserve: u16,
}

impl Quota {
    /// What a plan gives, unless the user knows better.
    pub fn of(plan: Plan, own: Option<u16>, reserve: u16) -> Self {
        let by_plan = match plan {
            Plan::Free => Some(FREE_NOTES),
            Plan::Unknown | Plan::Premium | Plan::SalesNavigator => None,
        };
        Self { notes_a_month: own.or(by_plan), reserve }
    }
}

/// Who says how many notes are left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftFrom {
    /// LinkedIn's own page.
    Page,
    /// The quota less what was counted here: notes sent from a phone are not in it.
    CountedHere,
}

/// What was sent and what is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// Notes sent this calendar month, counted here.
    pub month: usize,
    /// Invitations sent since Monday, with a note or without, counted here.
    pub week: usize,
    /// Notes left this month, and who says so.
    pub left: Option<(usize, LeftFrom)>,
    reserve: u16,
}

/// What a budget means for the next note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Enough are left, or nobody knows.
    Fine,
    /// What is left is the user's reserve.
    Reserve,
    /// It is the last one.
    Last,
    /// None is left: LinkedIn will drop the note or refuse it.
    Spent,
}

impl Budget {
    /// Counts what was sent up to today; `page_left` is what LinkedIn's own banner says, which is right where it differs.
    pub fn new(sent: impl IntoIterator<Item = impl std::borrow::Borrow<Sent>>, today: Day, quota: Quota, page_left: Option<usize>) -> Self {
        let (mut month, mut week) = (0, 0);
        for sent in sent {
            let sent = sent.borrow();
            // A clock that was wrong once must not eat up the quota.
            if sent.day > today {
                continue;
            }
            month += usize::from(sent.with_note && sent.day.month() == today.month());
            week += usize::from(sent.day.monday() == today.monday());
        }
        let counted = quota.notes_a_month.map(|notes| (usize::from(notes).saturating_sub(month), LeftFrom::CountedHere));
        let left = page_left.map(|left| (left, LeftFrom::Page)).or(counted);
        Self { month, week, left, reserve: quota.reserve }
    }

    /// What it means for the next note.
    pub fn standing(self) -> Standing {
        match self.left {
            Some((0, _)) => Standing::Spent,
            Some((left, _)) if left <= usize::from(self.reserve) => Standing::Reserve,
            Some((1, _)) => Standing::Last,
            _ => Standing::Fine,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::Outcome;

    fn sent(day: &str, with_note: bool) -> Sent {
        Sent { day: day_of(day), with_note, fingerprint: None, outcome: Outcome::Waiting, recipient: None, text: None }
    }

    fn day_of(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn months_and_weeks_are_the_calendars() {
        let all = [
            sent("2026-10-31", true),
            sent("2026-11-01", true),
            sent("2026-11-16", false),
            sent("2026-11-22", true),
            sent("2026-11-23", true),
        ];
        let budget = Budget::new(&all, day_of("2026-11-22"), Quota::of(Plan::Free, None, 0), None);
        assert_eq!((budget.month, budget.week, budget.left), (2, 2, Some((3, LeftFrom::CountedHere))));
        let next_month = Budget::new(&all, day_of("2026-12-01"), Quota::of(Plan::Free, None, 0), None);
        assert_eq!((next_month.month, next_month.left), (0, Some((5, LeftFrom::CountedHere))));
    }

    #[test]
    fn the_page_is_right() {
        let all = [sent("2026-11-22", true)];
        let budget = Budget::new(&all, day_of("2026-11-22"), Quota::of(Plan::Free, Some(10), 0), Some(1));
        assert_eq!((budget.left, budget.standing()), (Some((1, LeftFrom::Page)), Standing::Last));
    }

    #[test]
    fn it_stands_by_what_is_left_and_kept_back() {
        let today = day_of("2026-11-22");
        let after = |notes: usize, reserve| {
            Budget::new(vec![sent("2026-11-22", true); notes], today, Quota::of(Plan::Free, None, reserve), None).standing()
        };
        assert_eq!(
            [after(0, 0), after(3, 2), after(4, 0), after(5, 0), after(9, 2)],
            [Standing::Fine, Standing::Reserve, Standing::Last, Standing::Spent, Standing::Spent]
        );
        assert_eq!(
            Budget::new(vec![sent("2026-11-22", true); 9], today, Quota::of(Plan::Premium, None, 2), None).standing(),
            Standing::Fine
        );
    }
}
