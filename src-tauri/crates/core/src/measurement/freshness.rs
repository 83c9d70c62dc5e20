//! Whether the figure that should be there is there: against the release calendar, or, where
//! a measure has none, against the rhythm it is collected in.

use chrono::{Days, NaiveDate};

use super::{Frequency, Measure, MeasureStatus, Period};

/// This many expected periods without a figure, and a measure has no data of today (F2b).
const SILENCE: u32 = 2;

/// Whether the figure that should be there is there. Everything is empty for a measure that
/// is not in use or not collected in a rhythm: of it no figure is expected.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Freshness {
    /// Period of the latest value.
    pub latest: Option<Period>,
    /// The latest period whose figure should be there; none where none is expected.
    pub due: Option<Period>,
    /// The day by which its figure was expected.
    pub due_on: Option<NaiveDate>,
    /// Days past that day; none while nothing is late.
    pub days_late: Option<i64>,
    /// Periods that have ended since the latest one, and whose figures should be out.
    pub periods_behind: u32,
}

impl Freshness {
    /// Of a measure whose latest value is of the period `latest`. Without a release calendar
    /// a figure is late when two expected periods have passed, as for the status; with one,
    /// on the day after it was to be released.
    #[must_use]
    pub fn of(measure: &Measure, latest: Option<Period>, today: NaiveDate) -> Self {
        let mut found = Self {
            latest,
            ..Self::default()
        };
        let kind = measure.frequency.kind();
        let Some(kind) = kind.filter(|_| measure.status == MeasureStatus::Active) else {
            return found;
        };
        let lag = Days::new(measure.release_lag_days.unwrap_or(0).into());
        let out = today.checked_sub_days(lag).unwrap_or(today);
        found.periods_behind = latest.map_or(0, |latest| latest.ended_since(out));

        // A lag may be longer than a period; no calendar waits for more than fifty.
        let mut due = kind.holding(today);
        for _ in 0..50 {
            if due_on(measure, due) < today {
                break;
            }
            due = due.step(-1);
        }
        found.due = Some(due);
        found.due_on = Some(due_on(measure, due));
        let is_there = latest.is_some_and(|latest| latest.end() >= due.end());
        found.days_late = (!is_there).then(|| {
            // The first figure that did not come says how long nothing has come.
            let first = latest.map_or(due, |latest| kind.holding(latest.start()).next());
            (today - due_on(measure, first.min(due))).num_days()
        });
        found
    }

    /// Whether its latest figure is too old to say how things stand today.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        self.latest.is_some() && self.periods_behind >= SILENCE
    }
}

/// The day by which the figure of a period is expected.
fn due_on(measure: &Measure, period: Period) -> NaiveDate {
    let after = match measure.release_lag_days {
        Some(days) => Days::new(u64::from(days)),
        None => {
            let length = (period.end() - period.start()).num_days();
            Days::new(u64::try_from(length).unwrap_or(0))
        }
    };
    // Counted from the last day of the period, which is the one before its end.
    period
        .end()
        .checked_add_days(after)
        .and_then(|day| day.pred_opt())
        .unwrap_or(NaiveDate::MAX)
}

impl Frequency {
    /// The kind of period a measure is collected by; any one of it.
    #[must_use]
    pub fn kind(self) -> Option<Period> {
        match self {
            Self::Monthly => Some(Period::Month(2000, 1)),
            Self::Quarterly => Some(Period::Quarter(2000, 1)),
            Self::SchoolYear => Some(Period::SchoolYear(2000)),
            Self::CalendarYear => Some(Period::Year(2000)),
            Self::FiscalYear => Some(Period::FiscalYear(2000)),
            Self::Irregular => None,
        }
    }
}
