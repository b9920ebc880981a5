//! Days, weeks and months where the user is. What day it is comes in as a value; nothing here asks a clock.

use std::fmt;

/// A calendar day: the days since 1 January 1970, of the user's own time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

/// A calendar month: the months since January of the year 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

/// Days from 1 March of the year 0 to 1 January 1970.
const BEFORE_1970: i32 = 719_468;

/// Days of 400 years: after them the calendar repeats.
const ERA: i32 = 146_097;

/// The years that four digits can write.
const YEARS: std::ops::RangeInclusive<i32> = 0..=9_999;

impl Day {
    /// The day with this number, counted from 1 January 1970; far past and future end at the years 0 and 9999.
    pub fn from_number(days: i32) -> Self {
        Self(days.clamp(-60 - BEFORE_1970, 2_932_896))
    }

    /// The day of a date; none when the calendar has no such day.
    pub fn from_date(year: i32, month: u8, day: u8) -> Option<Self> {
        if !YEARS.contains(&year) || !(1..=12).contains(&month) || day == 0 {
            return None;
        }
        // The year starts in March, so that the day that some years lack is its last.
        let (month, year) = if month > 2 { (i32::from(month) - 3, year) } else { (i32::from(month) + 9, year - 1) };
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let of_year = (153 * month + 2) / 5 + i32::from(day) - 1;
        let found = Self(era * ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year - BEFORE_1970);
        (found.date().2 == day).then_some(found)
    }

    /// Year, month (1–12) and day of the month (1–31).
    pub fn date(self) -> (i32, u8, u8) {
        let days = self.0 + BEFORE_1970;
        let (era, of_era) = (days.div_euclid(ERA), days.rem_euclid(ERA));
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / (ERA - 1)) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let small = |number: i32| u8::try_from(number).unwrap_or(1);
        let day = small(of_year - (153 * month + 2) / 5 + 1);
        let (month, next) = if month < 10 { (small(month + 3), 0) } else { (small(month - 9), 1) };
        (year + era * 400 + next, month, day)
    }

    /// Its month.
    pub fn month(self) -> Month {
        let (year, month, _) = self.date();
        Month(year * 12 + i32::from(month) - 1)
    }

    /// The Monday of its week.
    #[must_use]
    pub fn monday(self) -> Self {
        // 1 January 1970 was a Thursday.
        Self(self.0 - (self.0 + 3).rem_euclid(7))
    }

    /// How many days later it is than `other`; negative when it is earlier.
    pub fn since(self, other: Self) -> i32 {
        self.0 - other.0
    }

    /// Reads `2026-11-22`; nothing else is a day.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut part = |length| parts.next().filter(|part| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit()));
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        if parts.next().is_some() {
            return None;
        }
        Self::from_date(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.date();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl Month {
    /// The month so many months later; earlier when negative.
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        Self(self.0.saturating_add(months))
    }

    /// Year and month (1–12).
    pub fn date(self) -> (i32, u8) {
        (self.0.div_euclid(12), u8::try_from(self.0.rem_euclid(12) + 1).unwrap_or(1))
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = self.date();
        write!(f, "{year:04}-{month:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn numbers_and_dates_belong_together() {
        assert_eq!(Day::from_number(0).date(), (1970, 1, 1));
        assert_eq!(Day::from_number(20_779).to_string(), "2026-11-22");
        for number in (-719_000..2_900_000).step_by(13) {
            let (year, month, day) = Day::from_number(number).date();
            assert_eq!(Day::from_date(year, month, day), Some(Day::from_number(number)));
        }
    }

    #[test]
    fn each_day_follows_the_one_before() {
        let mut before = day("1996-02-01");
        for number in before.since(Day::from_number(0)) + 1..=day("2005-03-01").since(Day::from_number(0)) {
            let next = Day::from_number(number);
            let ((year, month, of_month), (next_year, next_month, next_of_month)) = (before.date(), next.date());
            let is_next = (next_year, next_month, next_of_month) == (year, month, of_month + 1)
                || (next_of_month == 1 && of_month >= 28 && i32::from(next_month) == i32::from(month) % 12 + 1);
            assert!(is_next, "{next} after {before}");
            before = next;
        }
    }

    #[test]
    fn days_that_no_calendar_has() {
        for text in
            ["2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-1", "26-01-01", "2026-01-01-", "", "+026-01-01", "١٢٣٤-٠١-٠١"]
        {
            assert_eq!(Day::parse(text), None, "{text}");
        }
        assert!(Day::parse("2024-02-29").is_some());
        assert!(Day::parse("1900-02-29").is_none());
    }

    #[test]
    fn far_away_days_end_at_the_calendars_edges() {
        assert_eq!(Day::from_number(i32::MAX).to_string(), "9999-12-31");
        assert_eq!(Day::from_number(i32::MIN).to_string(), "0000-01-01");
    }

    #[test]
    fn weeks_start_on_monday() {
        assert_eq!(day("2026-11-22").monday(), day("2026-11-16"), "a Sunday");
        assert_eq!(day("2026-11-16").monday(), day("2026-11-16"));
        assert_eq!(day("1969-12-31").monday(), day("1969-12-29"));
    }

    #[test]
    fn months_go_over_years() {
        assert_eq!(day("2026-11-22").month().plus(2).to_string(), "2027-01");
        assert_eq!(day("2026-01-31").month().plus(-1).to_string(), "2025-12");
        assert!(day("2026-01-31").month() > day("2025-12-01").month());
    }
}
