//! Periods: the stretch of time a reading speaks of.

use std::{cmp::Ordering, fmt};

use chrono::{Datelike, NaiveDate, TimeDelta};

/// A stretch of time. School years are named by the year they begin in, fiscal years by
/// the year they end in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Period {
    /// A calendar year.
    Year(i32),
    /// A school year, July to June.
    SchoolYear(i32),
    /// A fiscal year, July to June.
    FiscalYear(i32),
    /// A quarter of a calendar year, 1–4.
    Quarter(i32, u32),
    /// A month, 1–12.
    Month(i32, u32),
    /// A day.
    Day(NaiveDate),
}

impl Period {
    /// Reads the form the file uses; see [`fmt::Display`]. No other spelling is read, so
    /// that a period has one text and the file one row for it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::read(text).filter(|period| period.to_string() == text)
    }

    fn read(text: &str) -> Option<Self> {
        let year = |text: &str| {
            (text.len() == 4)
                .then(|| text.parse::<i32>().ok())
                .flatten()
                .filter(|year| *year > 0)
        };
        if let Some(rest) = text.strip_prefix("SY") {
            let (first, second) = rest.split_once('-')?;
            let first = year(first)?;
            let found = Self::SchoolYear(first);
            return (second == format!("{:02}", (first + 1) % 100)).then_some(found);
        }
        if let Some(rest) = text.strip_prefix("FY") {
            return year(rest).map(Self::FiscalYear);
        }
        match text.split('-').collect::<Vec<_>>().as_slice() {
            [one] => year(one).map(Self::Year),
            [one, quarter] if quarter.starts_with('Q') => {
                let number = quarter.strip_prefix('Q')?.parse().ok()?;
                (1..=4)
                    .contains(&number)
                    .then_some(Self::Quarter(year(one)?, number))
            }
            [one, month] if month.len() == 2 => {
                let number = month.parse().ok()?;
                (1..=12)
                    .contains(&number)
                    .then_some(Self::Month(year(one)?, number))
            }
            [_, _, _] => NaiveDate::parse_from_str(text, "%Y-%m-%d")
                .ok()
                .map(Self::Day),
            _ => None,
        }
    }

    /// Where the period stands in time, in years; equal steps for equal periods.
    #[must_use]
    pub fn position(self) -> f64 {
        match self {
            Self::Year(year) | Self::SchoolYear(year) | Self::FiscalYear(year) => f64::from(year),
            Self::Quarter(year, quarter) => f64::from(year) + (f64::from(quarter) - 1.0) / 4.0,
            Self::Month(year, month) => f64::from(year) + (f64::from(month) - 1.0) / 12.0,
            Self::Day(day) => {
                let length = if day.leap_year() { 366.0 } else { 365.0 };
                f64::from(day.year()) + f64::from(day.ordinal0()) / length
            }
        }
    }

    /// The first day.
    #[must_use]
    pub fn start(self) -> NaiveDate {
        let day = |year, month| NaiveDate::from_ymd_opt(year, month, 1).unwrap_or_default();
        match self {
            Self::Year(year) => day(year, 1),
            Self::SchoolYear(year) => day(year, 7),
            Self::FiscalYear(year) => day(year - 1, 7),
            Self::Quarter(year, quarter) => day(year, quarter * 3 - 2),
            Self::Month(year, month) => day(year, month),
            Self::Day(day) => day,
        }
    }

    /// The day after the last.
    #[must_use]
    pub fn end(self) -> NaiveDate {
        match self {
            Self::Day(day) => day.succ_opt().unwrap_or(day),
            _ => self.next().start(),
        }
    }

    /// The period after this one.
    #[must_use]
    pub fn next(self) -> Self {
        self.step(1)
    }

    /// The period this many steps after this one, or before it for negative steps.
    #[must_use]
    pub fn step(self, steps: i32) -> Self {
        match self {
            Self::Year(year) => Self::Year(year + steps),
            Self::SchoolYear(year) => Self::SchoolYear(year + steps),
            Self::FiscalYear(year) => Self::FiscalYear(year + steps),
            Self::Quarter(year, quarter) => {
                let index = year * 4 + quarter.cast_signed() - 1 + steps;
                Self::Quarter(index.div_euclid(4), index.rem_euclid(4).cast_unsigned() + 1)
            }
            Self::Month(year, month) => {
                let index = year * 12 + month.cast_signed() - 1 + steps;
                Self::Month(
                    index.div_euclid(12),
                    index.rem_euclid(12).cast_unsigned() + 1,
                )
            }
            Self::Day(day) => {
                // At the end of the calendar there is no further day.
                Self::Day(
                    day.checked_add_signed(TimeDelta::days(i64::from(steps)))
                        .unwrap_or(day),
                )
            }
        }
    }

    /// As people read it: “2024–25”, “FY 2025”, “Q3 2024”, “Mar 2024”, “Mar 15, 2024”.
    #[must_use]
    pub fn label(self) -> String {
        match self {
            Self::Year(year) => year.to_string(),
            Self::SchoolYear(year) => format!("{year}–{:02}", (year + 1) % 100),
            Self::FiscalYear(year) => format!("FY {year}"),
            Self::Quarter(year, quarter) => format!("Q{quarter} {year}"),
            Self::Month(..) => self.start().format("%b %Y").to_string(),
            Self::Day(day) => day.format("%b %-d, %Y").to_string(),
        }
    }

    /// The period of the same kind that holds `day`.
    #[must_use]
    pub fn holding(self, day: NaiveDate) -> Self {
        let (year, month) = (day.year(), day.month());
        let is_late = month >= 7;
        match self {
            Self::Year(_) => Self::Year(year),
            Self::SchoolYear(_) => Self::SchoolYear(if is_late { year } else { year - 1 }),
            Self::FiscalYear(_) => Self::FiscalYear(if is_late { year + 1 } else { year }),
            Self::Quarter(..) => Self::Quarter(year, (month - 1) / 3 + 1),
            Self::Month(..) => Self::Month(year, month),
            Self::Day(_) => Self::Day(day),
        }
    }

    /// Whether all of `other` lies within this period.
    #[must_use]
    pub fn holds(self, other: Self) -> bool {
        self.start() <= other.start() && other.end() <= self.end()
    }

    /// How many periods of this kind have ended after this one, by `day`.
    #[must_use]
    pub fn ended_since(self, day: NaiveDate) -> u32 {
        if let Self::Day(_) = self {
            return 0;
        }
        let last_ended = self.holding(day).step(-1);
        u32::try_from(last_ended.index() - self.index()).unwrap_or(0)
    }

    /// Number of the period within its kind.
    fn index(self) -> i64 {
        match self {
            Self::Year(year) | Self::SchoolYear(year) | Self::FiscalYear(year) => i64::from(year),
            Self::Quarter(year, quarter) => i64::from(year) * 4 + i64::from(quarter),
            Self::Month(year, month) => i64::from(year) * 12 + i64::from(month),
            Self::Day(day) => i64::from(day.num_days_from_ce()),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Year(year) => write!(formatter, "{year:04}"),
            Self::SchoolYear(year) => write!(formatter, "SY{year:04}-{:02}", (year + 1) % 100),
            Self::FiscalYear(year) => write!(formatter, "FY{year:04}"),
            Self::Quarter(year, quarter) => write!(formatter, "{year:04}-Q{quarter}"),
            Self::Month(year, month) => write!(formatter, "{year:04}-{month:02}"),
            // As its own form, which is made without reading a pattern first.
            Self::Day(day) => write!(formatter, "{day}"),
        }
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// By first day, then the shorter period first.
impl Ord for Period {
    fn cmp(&self, other: &Self) -> Ordering {
        self.start()
            .cmp(&other.start())
            .then_with(|| self.end().cmp(&other.end()))
            .then_with(|| self.to_string().cmp(&other.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_kind_is_written_and_read_alike() {
        for (text, label, position) in [
            ("2024", "2024", 2024.0),
            ("SY2024-25", "2024–25", 2024.0),
            ("SY1999-00", "1999–00", 1999.0),
            ("FY2025", "FY 2025", 2025.0),
            ("2024-Q3", "Q3 2024", 2024.5),
            ("2024-04", "Apr 2024", 2024.25),
            ("2024-01-01", "Jan 1, 2024", 2024.0),
        ] {
            let period = Period::parse(text).unwrap();
            assert_eq!(
                (period.to_string().as_str(), period.label().as_str()),
                (text, label)
            );
            assert!((period.position() - position).abs() < 1e-12, "{text}");
        }
        for text in [
            "",
            "24",
            "SY2024-26",
            "2024-Q5",
            "2024-13",
            "2024-02-30",
            "FY",
            "2024-1",
            "+024",
            "2024-Q03",
            "2024-+3",
            "2024-3-15",
        ] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }

    #[test]
    fn steps_cross_the_year() {
        assert_eq!(Period::Month(2024, 12).next(), Period::Month(2025, 1));
        assert_eq!(Period::Quarter(2024, 1).step(-1), Period::Quarter(2023, 4));
        assert_eq!(
            Period::SchoolYear(2024).end(),
            Period::SchoolYear(2025).start()
        );
        let leap = Period::parse("2024-02-28").unwrap();
        assert_eq!(leap.next().to_string(), "2024-02-29");
    }

    #[test]
    fn expected_periods_are_counted_when_they_have_ended() {
        let november = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        assert_eq!(
            Period::SchoolYear(2025).ended_since(november),
            0,
            "the latest that ended"
        );
        assert_eq!(Period::SchoolYear(2024).ended_since(november), 1);
        assert_eq!(Period::Year(2014).ended_since(november), 11);
        assert_eq!(
            Period::Year(2030).ended_since(november),
            0,
            "the future is not late"
        );
    }

    fn any_period() -> impl Strategy<Value = Period> {
        (0..6, 1_000..9_000_i32, 1..=12_u32, 1..=28_u32).prop_map(|(kind, year, month, day)| {
            match kind {
                0 => Period::Year(year),
                1 => Period::SchoolYear(year),
                2 => Period::FiscalYear(year),
                3 => Period::Quarter(year, (month - 1) / 3 + 1),
                4 => Period::Month(year, month),
                _ => Period::Day(NaiveDate::from_ymd_opt(year, month, day).unwrap()),
            }
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_written_is_read_and_time_runs_one_way(period in any_period(), steps in -40..40_i32) {
            prop_assert_eq!(Period::parse(&period.to_string()), Some(period));
            let there = period.step(steps);
            prop_assert_eq!(there.step(-steps), period, "steps lead back");
            prop_assert_eq!(there.cmp(&period), steps.cmp(&0));
            prop_assert_eq!(there.position().total_cmp(&period.position()), steps.cmp(&0));
            prop_assert_eq!(period.holding(period.start()), period);
            prop_assert!(period.start() < period.end());
        }
    }
}
