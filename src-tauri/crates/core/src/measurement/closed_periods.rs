//! Closed periods: their figures can only be changed with a reason.

use super::Period;
use crate::{
    ClosedPeriodId, Context, Day, Done, Error, Id, Op, Record, Result, Workbook,
    storage::{self, Entry, record},
};

record! {
    /// A period whose figures are closed.
    ClosedPeriod, ClosedPeriodId, "closed_periods", order "period",
    ClosePeriod ClosePeriod ReopenPeriod {
        /// The period, and every shorter one within it.
        period: Period,
        /// The day it was closed.
        closed_on: Day,
        /// Who closed it.
        closed_by: String,
    }
    label(this) this.period.label();
    validate(_this) Ok(());
}

impl ClosedPeriod {
    /// Whether a reading of `period` is closed with it.
    #[must_use]
    pub fn covers(&self, period: Period) -> bool {
        self.period.holds(period)
    }
}

impl Workbook {
    /// Closes a period; one that is closed stays closed.
    ///
    /// # Errors
    /// Writing the file.
    pub fn close_period(&mut self, period: Period, context: &Context) -> Result<Done<()>> {
        let record = ClosedPeriod {
            period,
            closed_on: Day(context.today),
            closed_by: context.author.clone(),
        };
        let is_closed = self
            .closed_periods()?
            .iter()
            .any(|one| one.record.period == period);
        self.transact(Op::ClosePeriod, &record.label(), context, |tx| {
            if is_closed {
                return Ok(());
            }
            storage::insert(tx, ClosedPeriodId::new(context.now_ms), &record)
        })
    }

    /// All closed periods.
    ///
    /// # Errors
    /// Reading the file.
    pub fn closed_periods(&self) -> Result<Vec<Entry<ClosedPeriod>>> {
        self.list()
    }

    /// Refuses a change of closed figures that gives no reason.
    pub(crate) fn require_open(
        &self,
        mut periods: impl Iterator<Item = Period>,
        context: &Context,
    ) -> Result<()> {
        if context.reason.is_some() {
            return Ok(());
        }
        let closed = self.closed_periods()?;
        let found = periods.find(|period| closed.iter().any(|one| one.record.covers(*period)));
        found.map_or(Ok(()), |period| Err(Error::PeriodClosed(period)))
    }
}
