//! Readings: dated values of a measure, for everyone or for one place, group or provider.

use rust_decimal::Decimal;

use super::{Calculation, Measure, Period, UnitKind};
use crate::{
    Context, Done, Error, Figure, GroupId, ImportId, MeasureId, Op, PartnerId, PlaceId, Reason,
    Record, Result, Workbook,
    storage::{self, Clean, LONGEST_TEXT, choice, readings, require_length},
};

/// Names a series within its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SeriesId(pub i64);

/// What a series speaks of; without place, group and provider it is everyone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SeriesKey {
    /// The measure.
    pub measure: MeasureId,
    /// One place.
    pub place: Option<PlaceId>,
    /// One group of a breakdown.
    pub group: Option<GroupId>,
    /// One provider's part.
    pub provider: Option<PartnerId>,
}

impl SeriesKey {
    /// Everyone.
    #[must_use]
    pub fn everyone(measure: MeasureId) -> Self {
        Self {
            measure,
            place: None,
            group: None,
            provider: None,
        }
    }

    /// Whether it speaks of everyone.
    #[must_use]
    pub fn is_everyone(self) -> bool {
        self.place.is_none() && self.group.is_none() && self.provider.is_none()
    }
}

choice! {
    /// How firm a reading is.
    ReadingState {
        /// Final.
        Final = "final",
        /// May still change.
        Provisional = "provisional",
        /// Changed after it was final.
        Revised = "revised",
        /// Hidden by its source; there is no value.
        Suppressed = "suppressed",
        /// Known not to exist; there is no value.
        Missing = "missing",
    }
}

choice! {
    /// How a reading got into the file.
    Origin {
        /// Typed in.
        Typed = "typed",
        /// Pasted from a spreadsheet.
        Pasted = "pasted",
        /// Read from a table.
        Imported = "imported",
        /// Invented for a sample.
        Sample = "sample",
        /// Worked out from other measures; never stored.
        Calculated = "calculated",
    }
}

/// A reading as stored.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// Its series.
    pub series: SeriesId,
    /// The period it speaks of.
    pub period: Period,
    /// Value in the measure's unit; none while suppressed or missing.
    pub value: Option<Decimal>,
    /// Events counted.
    pub numerator: Option<Decimal>,
    /// Out of how many.
    pub denominator: Option<Decimal>,
    /// Lower bound of its 95 % interval.
    pub lower: Option<Decimal>,
    /// Upper bound of its 95 % interval.
    pub upper: Option<Decimal>,
    /// How firm it is.
    pub state: ReadingState,
    /// Comment.
    pub comment: String,
    /// How it got here.
    pub origin: Origin,
    /// The import that brought it, and the row in its file.
    pub import: Option<(ImportId, u32)>,
}

/// All readings of one series, in order of their periods.
#[derive(Debug, Clone, PartialEq)]
pub struct SeriesReadings {
    /// The series.
    pub id: SeriesId,
    /// What it speaks of.
    pub key: SeriesKey,
    /// Its readings.
    pub readings: Vec<Reading>,
}

impl SeriesReadings {
    /// What it says of a period.
    pub(crate) fn at(&self, period: Period) -> Option<&Reading> {
        self.readings
            .iter()
            .find(|reading| reading.period == period)
    }
}

/// A reading to record. One that stands at the same series and period is replaced; the
/// change log keeps it.
#[derive(Debug, Clone, PartialEq)]
pub struct NewReading {
    /// What it speaks of.
    pub series: SeriesKey,
    /// The period it speaks of.
    pub period: Period,
    /// Value in the measure's unit; none while suppressed or missing.
    pub value: Option<Decimal>,
    /// Events counted.
    pub numerator: Option<Decimal>,
    /// Out of how many.
    pub denominator: Option<Decimal>,
    /// Lower bound of its 95 % interval.
    pub lower: Option<Decimal>,
    /// Upper bound of its 95 % interval.
    pub upper: Option<Decimal>,
    /// How firm it is.
    pub state: ReadingState,
    /// Comment.
    pub comment: String,
    /// How it got here.
    pub origin: Origin,
}

impl NewReading {
    /// A final value, typed in.
    #[must_use]
    pub fn typed(series: SeriesKey, period: Period, value: Decimal) -> Self {
        Self {
            series,
            period,
            value: Some(value),
            numerator: None,
            denominator: None,
            lower: None,
            upper: None,
            state: ReadingState::Final,
            comment: String::new(),
            origin: Origin::Typed,
        }
    }

    fn validate(&self, measure: &Measure) -> Result<()> {
        let invalid = |field, reason| Err(Error::Invalid { field, reason });
        let has_value = !matches!(self.state, ReadingState::Suppressed | ReadingState::Missing);
        if has_value != self.value.is_some() {
            return invalid("value", Reason::Empty);
        }
        if let (Some(numerator), Some(denominator)) = (self.numerator, self.denominator) {
            if denominator <= Decimal::ZERO {
                return invalid("denominator", Reason::OutOfRange);
            }
            if measure.unit == UnitKind::Percent && numerator > denominator {
                return invalid("numerator", Reason::OutOfRange);
            }
            if let (Some(value), Some(share)) =
                (self.value, measure.share_of(numerator, denominator))
                && !rounds_to(share, value)
            {
                return invalid("value", Reason::Contradiction);
            }
        }
        if let (Some(value), Some(Figure(limit))) = (self.value, measure.natural_limit)
            && value > limit
        {
            return invalid("value", Reason::OutOfRange);
        }
        if self
            .lower
            .zip(self.upper)
            .is_some_and(|(lower, upper)| lower > upper)
        {
            return invalid("lower", Reason::OutOfRange);
        }
        require_length("comment", &self.comment, LONGEST_TEXT)
    }
}

/// Digits kept of a value that numerator and denominator do not give exactly.
const RATIO_DIGITS: u32 = 4;

/// Whether a share is this value to the digits the value is written with; rounding in
/// either direction is no contradiction.
fn rounds_to(share: Decimal, value: Decimal) -> bool {
    let tolerance = Decimal::new(6, value.scale().min(RATIO_DIGITS) + 1);
    (share - value).abs() <= tolerance
}

impl Measure {
    /// What so many out of so many are in the unit of the measure: per hundred for a measure
    /// in percent, per its so many for a rate, to four digits. None for units that are no
    /// such share, and where there is nothing to divide by.
    #[must_use]
    pub fn share_of(&self, numerator: Decimal, denominator: Decimal) -> Option<Decimal> {
        let per = match self.unit {
            UnitKind::Percent => Decimal::ONE_HUNDRED,
            UnitKind::Rate => Decimal::from(self.rate_per?),
            UnitKind::Count | UnitKind::Index | UnitKind::Currency | UnitKind::Days => return None,
        };
        if denominator <= Decimal::ZERO {
            return None;
        }
        let share = numerator.checked_mul(per)?.checked_div(denominator)?;
        Some(share.round_dp(RATIO_DIGITS).normalize())
    }

    fn require_entered(&self) -> Result<()> {
        if self.calculation == Calculation::Entered {
            Ok(())
        } else {
            Err(Error::Conflict(Reason::Calculated))
        }
    }
}

impl Workbook {
    /// Every series of a measure with its readings, everyone first.
    ///
    /// # Errors
    /// Reading the file.
    pub fn series_of(&self, measure: MeasureId) -> Result<Vec<SeriesReadings>> {
        readings::of_measure(self.db(), measure)
    }

    /// Gives every reading of a measure, series by series, without holding them: there may
    /// be millions.
    ///
    /// # Errors
    /// Reading the file.
    pub fn each_reading_of(
        &self,
        measure: MeasureId,
        give: impl FnMut(SeriesKey, &Reading),
    ) -> Result<()> {
        readings::each_of_measure(self.db(), measure, give)
    }

    /// The readings of everyone, in order of their periods.
    ///
    /// # Errors
    /// Reading the file.
    pub fn readings_of_everyone(&self, measure: MeasureId) -> Result<Vec<Reading>> {
        let found = readings::of_series(self.db(), SeriesKey::everyone(measure))?;
        Ok(found.map(|series| series.readings).unwrap_or_default())
    }

    /// One reading with what its series speaks of.
    ///
    /// # Errors
    /// A reading that is gone.
    pub fn reading(&self, series: SeriesId, period: Period) -> Result<(SeriesKey, Reading)> {
        readings::one(self.db(), series, period)
    }

    /// Records one dated value of a measure.
    ///
    /// # Errors
    /// A value past the measure's limit, bounds the wrong way round, a measure that is gone
    /// or calculated.
    pub fn record_reading(
        &mut self,
        mut new: NewReading,
        context: &Context,
    ) -> Result<Done<SeriesId>> {
        let measure: Measure = storage::get(self.db(), new.series.measure)?;
        measure.require_entered()?;
        new.comment.clean();
        new.validate(&measure)?;
        self.require_open([new.period].into_iter(), context)?;
        self.transact(Op::RecordReading, &measure.label(), context, |tx| {
            let series = readings::series_id(tx, new.series)?;
            readings::put(tx, series, &new)?;
            Ok(series)
        })
    }

    /// Records and removes many readings of one measure as one step, as the grid does.
    ///
    /// # Errors
    /// The first reading that cannot be kept; then none is changed.
    pub fn enter_readings(
        &mut self,
        measure: MeasureId,
        mut new: Vec<NewReading>,
        gone: &[(SeriesKey, Period)],
        context: &Context,
    ) -> Result<Done<()>> {
        let definition: Measure = storage::get(self.db(), measure)?;
        definition.require_entered()?;
        for reading in &mut new {
            reading.comment.clean();
            reading.validate(&definition)?;
        }
        let periods = new.iter().map(|reading| reading.period);
        let gone_periods = gone.iter().map(|(_, period)| *period);
        self.require_open(periods.chain(gone_periods), context)?;
        self.transact(Op::EnterReadings, &definition.label(), context, |tx| {
            for reading in &new {
                let series = readings::series_id(tx, reading.series)?;
                readings::put(tx, series, reading)?;
            }
            for (key, period) in gone {
                let series = readings::series_id(tx, *key)?;
                readings::remove(tx, series, *period)?;
            }
            Ok(())
        })
    }

    /// Removes readings.
    ///
    /// # Errors
    /// Writing the file.
    pub fn remove_readings(
        &mut self,
        measure: MeasureId,
        gone: &[(SeriesId, Period)],
        context: &Context,
    ) -> Result<Done<()>> {
        let label = storage::get::<Measure>(self.db(), measure)?.label();
        self.require_open(gone.iter().map(|(_, period)| *period), context)?;
        self.transact(Op::RemoveReadings, &label, context, |tx| {
            gone.iter()
                .try_for_each(|(series, period)| readings::remove(tx, *series, *period))
        })
    }

    /// Makes provisional readings of a period, and of shorter ones within it, final in one
    /// step: those of one measure, or of all. Gives back how many there were.
    ///
    /// # Errors
    /// A closed period without a reason; a measure that is gone.
    pub fn finalize_readings(
        &mut self,
        measure: Option<MeasureId>,
        period: Period,
        context: &Context,
    ) -> Result<Done<u32>> {
        let label = match measure {
            Some(id) => format!(
                "{}, {}",
                storage::get::<Measure>(self.db(), id)?.label(),
                period.label()
            ),
            None => period.label(),
        };
        let mut found = readings::provisional(self.db(), measure)?;
        found.retain(|(_, at)| period.holds(*at));
        self.require_open(found.iter().map(|(_, at)| *at), context)?;
        self.transact(Op::FinalizeReadings, &label, context, |tx| {
            found
                .iter()
                .try_for_each(|(series, at)| readings::finalize(tx, *series, *at))?;
            Ok(u32::try_from(found.len()).unwrap_or(u32::MAX))
        })
    }

    /// Periods that hold provisional readings of a measure, or of any, with how many; in
    /// order.
    ///
    /// # Errors
    /// Reading the file.
    pub fn provisional_periods(&self, measure: Option<MeasureId>) -> Result<Vec<(Period, u32)>> {
        let mut found: Vec<(Period, u32)> = Vec::new();
        let mut periods: Vec<Period> = readings::provisional(self.db(), measure)?
            .into_iter()
            .map(|(_, period)| period)
            .collect();
        periods.sort_unstable();
        for period in periods {
            match found.last_mut().filter(|(last, _)| *last == period) {
                Some((_, count)) => *count += 1,
                None => found.push((period, 1)),
            }
        }
        Ok(found)
    }
}
