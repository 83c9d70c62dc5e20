//! Dates and times in writing.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};

/// “Nov 13, 2025”
#[must_use]
pub fn short(day: NaiveDate) -> String {
    day.format("%b %-d, %Y").to_string()
}

/// “Thursday, November 13, 2025”
#[must_use]
pub fn long(day: NaiveDate) -> String {
    day.format("%A, %B %-d, %Y").to_string()
}

/// “November 13, 2025”
#[must_use]
pub fn plain(day: NaiveDate) -> String {
    day.format("%B %-d, %Y").to_string()
}

/// “Nov 2025”
#[must_use]
pub fn month(day: NaiveDate) -> String {
    day.format("%b %Y").to_string()
}

/// “9:42 AM”
#[must_use]
pub fn time(time: NaiveTime) -> String {
    time.format("%-I:%M %p").to_string()
}

/// “Nov 13, 2025, 9:42 AM”
#[must_use]
pub fn instant(at: NaiveDateTime) -> String {
    format!("{}, {}", short(at.date()), time(at.time()))
}

/// “Today”, “Tomorrow”, “Tue” within a week, “Dec 9” within half a year, else with its year.
#[must_use]
pub fn near(day: NaiveDate, today: NaiveDate) -> String {
    match (day - today).num_days() {
        0 => "Today".to_owned(),
        1 => "Tomorrow".to_owned(),
        2..=6 => day.format("%a").to_string(),
        -180..=180 if day.year() == today.year() => day.format("%b %-d").to_string(),
        _ => short(day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_read_as_people_say_them() {
        let today = NaiveDate::from_ymd_opt(2025, 11, 13).unwrap();
        assert_eq!(short(today), "Nov 13, 2025");
        assert_eq!(long(today), "Thursday, November 13, 2025");
        for (days, wanted) in [
            (0, "Today"),
            (1, "Tomorrow"),
            (5, "Tue"),
            (26, "Dec 9"),
            (60, "Jan 12, 2026"),
        ] {
            assert_eq!(near(today + chrono::TimeDelta::days(days), today), wanted);
        }
        assert_eq!(time(NaiveTime::from_hms_opt(9, 42, 0).unwrap()), "9:42 AM");
    }
}
