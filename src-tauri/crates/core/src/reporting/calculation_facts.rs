//! What a calculated measure rests on, period by period, with the names of its parts.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use super::Named;
use crate::{
    Entry, MeasureId, Result, Workbook,
    measurement::{
        CalculatedSeries, Calculation, Measure, Obstacle, PartRole, Period, Reading,
        calculated::{self, Calculations},
    },
};

/// What a calculated measure is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct CalculationFacts {
    /// How it is calculated.
    pub calculation: Calculation,
    /// Its parts in order.
    pub parts: Vec<PartFacts>,
    /// Its figures of everyone, by period.
    pub figures: Vec<CalculatedFigure>,
    /// Values that were entered for it, for anyone, and are kept aside.
    pub kept_aside: u32,
}

/// A part of a calculated measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartFacts {
    /// The part.
    pub measure: Named<MeasureId>,
    /// Its code.
    pub code: String,
    /// What it does.
    pub role: PartRole,
}

/// One figure of a calculated measure.
#[derive(Debug, Clone, PartialEq)]
pub struct CalculatedFigure {
    /// The period.
    pub period: Period,
    /// The reading as calculated.
    pub reading: Reading,
    /// What is in the way of a value.
    pub obstacle: Option<Obstacle>,
    /// Names of the parts in the way.
    pub missing: Vec<String>,
    /// A value that was entered and is kept aside.
    pub kept_aside: Option<Reading>,
}

impl Workbook {
    /// What a calculated measure rests on.
    pub(super) fn calculation_facts(
        &self,
        measure: &Entry<Measure>,
        series: &[CalculatedSeries],
        today: NaiveDate,
    ) -> Result<CalculationFacts> {
        let parts = self
            .parts_of(measure.id)?
            .into_iter()
            .map(|part| {
                let record: Measure = self.get(part.part_id)?;
                Ok(PartFacts {
                    measure: Named {
                        id: part.part_id,
                        name: record.name,
                    },
                    code: record.code,
                    role: part.role,
                })
            })
            .collect::<Result<Vec<_>>>()?;
        let everyone = series.iter().find(|series| series.key.is_everyone());
        let periods = everyone.into_iter().flat_map(|series| &series.periods);
        let name_of = |id: &MeasureId| {
            let part = parts.iter().find(|part| part.measure.id == *id);
            part.map(|part| part.measure.name.clone())
        };
        let figures = periods
            .filter(|period| period.reading.period.start() <= today)
            .map(|period| CalculatedFigure {
                period: period.reading.period,
                reading: period.reading.clone(),
                missing: match &period.obstacle {
                    Some(Obstacle::PartsMissing(ids) | Obstacle::PartSuppressed(ids)) => {
                        ids.iter().filter_map(name_of).collect()
                    }
                    _ => Vec::new(),
                },
                obstacle: period.obstacle.clone(),
                kept_aside: period.kept_aside.clone(),
            })
            .collect();
        let aside = series
            .iter()
            .flat_map(|series| &series.periods)
            .filter(|period| period.kept_aside.is_some());
        Ok(CalculationFacts {
            calculation: measure.record.calculation,
            kept_aside: u32::try_from(aside.count()).unwrap_or(u32::MAX),
            figures,
            parts,
        })
    }

    /// Puts what is calculated in the place of what was entered, for everyone and every
    /// measure that is calculated.
    pub(super) fn calculate_everyone(
        &self,
        measures: &[Entry<Measure>],
        readings: &mut HashMap<MeasureId, Vec<Reading>>,
    ) -> Result<()> {
        let is_calculated =
            |entry: &&Entry<Measure>| entry.record.calculation != Calculation::Entered;
        if !measures.iter().any(|entry| is_calculated(&entry)) {
            return Ok(());
        }
        let calculations = Calculations::of(self)?;
        let worked_out: Vec<_> = measures
            .iter()
            .filter(is_calculated)
            .map(|entry| {
                let periods = calculations.series(entry.id, &|part| by_period(readings, part));
                (entry.id, calculated::shown_periods(periods))
            })
            .collect();
        readings.extend(worked_out);
        Ok(())
    }
}

fn by_period(
    readings: &HashMap<MeasureId, Vec<Reading>>,
    measure: MeasureId,
) -> BTreeMap<Period, Reading> {
    let found = readings.get(&measure).into_iter().flatten();
    found
        .map(|reading| (reading.period, reading.clone()))
        .collect()
}
