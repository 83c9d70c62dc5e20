//! The log of an activity: what was heard of it on which day, and whether it keeps its course.

use chrono::NaiveDate;

use super::{Activity, ActivityStatus};
use crate::{
    ActivityId, Day,
    storage::{LONGEST_TEXT, choice, record, require_length, require_name},
};

/// After how many days without a word an activity that is under way counts as not heard of.
/// Working groups meet every month; who missed one meeting and its reminder is asked.
pub const STALE_AFTER_DAYS: i64 = 45;

choice! {
    /// Whether an activity keeps its course, as those who do it say.
    Course {
        /// As planned.
        OnCourse = "on_course",
        /// It may not keep it.
        AtRisk = "at_risk",
        /// It does not.
        OffCourse = "off_course",
    }
}

record! {
    /// What was heard of an activity on a day.
    ActivityUpdate, ActivityUpdateId, "activity_updates", order "date DESC, id DESC", AddActivityUpdate ChangeActivityUpdate RemoveActivityUpdate {
        /// The activity.
        activity_id: ActivityId,
        /// On which day.
        date: Day,
        /// Who says so.
        author: String,
        /// Whether it keeps its course.
        course: Course,
        /// What was heard.
        text: String,
    }
    label(this) this.text.chars().take(80).collect();
    validate(this) {
        require_name("text", &this.text)?;
        require_length("author", &this.author, LONGEST_TEXT)
    };
}

/// How long ago an activity was heard of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// Nothing has to be heard: it has not begun, is finished or was given up.
    NotAwaited,
    /// Within [`STALE_AFTER_DAYS`]; so many days ago.
    Lately {
        /// Days since the latest update.
        days: i64,
    },
    /// Longer ago than [`STALE_AFTER_DAYS`].
    LongAgo {
        /// Days since the latest update.
        days: i64,
    },
    /// Begun within [`STALE_AFTER_DAYS`], and nothing was heard yet.
    NotYet,
    /// Under way for longer, or since nobody knows when, and nothing was ever heard.
    Never,
}

impl Heard {
    /// Stable identifier for the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NotAwaited => "not_awaited",
            Self::Lately { .. } => "lately",
            Self::LongAgo { .. } => "long_ago",
            Self::NotYet => "not_yet",
            Self::Never => "never",
        }
    }

    /// Whether someone should ask.
    #[must_use]
    pub fn is_stale(self) -> bool {
        matches!(self, Self::LongAgo { .. } | Self::Never)
    }
}

/// How long ago an activity was heard of on `today`, by the day of its latest update. An
/// update dated ahead was heard today.
#[must_use]
pub fn heard(activity: &Activity, latest: Option<Day>, today: NaiveDate) -> Heard {
    if activity.status != ActivityStatus::Active {
        return Heard::NotAwaited;
    }
    let since = |day: Day| (today - day.0).num_days().max(0);
    match (latest.map(since), activity.starts.map(since)) {
        (Some(days), _) if days > STALE_AFTER_DAYS => Heard::LongAgo { days },
        (Some(days), _) => Heard::Lately { days },
        (None, Some(days)) if days <= STALE_AFTER_DAYS => Heard::NotYet,
        (None, _) => Heard::Never,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day(NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap())
    }

    fn check(status: ActivityStatus, starts: &str, latest: &str, wanted: Heard) {
        let optional = |text: &str| (!text.is_empty()).then(|| day(text));
        let activity = Activity {
            name: "Tutoring".to_owned(),
            description: String::new(),
            strategy_id: None,
            lead_id: None,
            status,
            starts: optional(starts),
            ends: None,
            progress: String::new(),
        };
        let found = heard(&activity, optional(latest), day("2026-11-24").0);
        assert_eq!(
            found, wanted,
            "{status:?} since {starts:?}, latest {latest:?}"
        );
    }

    #[test]
    fn an_activity_under_way_is_stale_after_forty_five_days_without_a_word() {
        use ActivityStatus::{Active, Done, Planned, Stopped};
        check(
            Active,
            "2026-01-01",
            "2026-11-24",
            Heard::Lately { days: 0 },
        );
        check(
            Active,
            "2026-01-01",
            "2026-10-10",
            Heard::Lately { days: 45 },
        );
        check(
            Active,
            "2026-01-01",
            "2026-10-09",
            Heard::LongAgo { days: 46 },
        );
        check(Active, "", "2026-10-09", Heard::LongAgo { days: 46 });
        check(Active, "2026-11-01", "", Heard::NotYet);
        check(Active, "2026-12-01", "", Heard::NotYet);
        check(Active, "2026-10-09", "", Heard::Never);
        check(Active, "", "", Heard::Never);
        check(Active, "", "2026-12-24", Heard::Lately { days: 0 });
        for status in [Planned, Done, Stopped] {
            check(status, "2020-01-01", "", Heard::NotAwaited);
            check(status, "2020-01-01", "2020-01-02", Heard::NotAwaited);
        }
    }
}
