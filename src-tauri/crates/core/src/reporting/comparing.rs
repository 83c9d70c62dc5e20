//! What stands beside a measure: other measures, those it contributes to or that contribute
//! to it, and whether its change may be read without them.

use backbone_statistics::guard::{self, Guard};
use chrono::NaiveDate;

use super::{MeasureSummary, Named, PlaceSeries, Shield};
use crate::{
    Entry, MeasureId, Result, Workbook,
    initiative::Initiative,
    measurement::{Comparison, Contribution, Measure, MeasureKind, Reading, SeriesKey},
    storage::{self, readings},
};

/// Another measure drawn beside one.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparedMeasure {
    /// The other measure.
    pub measure: Named<MeasureId>,
    /// Its readings of everyone, in order of their periods.
    pub readings: Vec<Reading>,
}

/// Whether a change may be shown without a caution. A place for comparison or another
/// measure beside it shows how far it would have moved anyway.
pub(super) fn guard(
    summary: &MeasureSummary,
    places: &[PlaceSeries],
    comparisons: &[ComparedMeasure],
) -> Guard {
    let has_values = |readings: &[Reading]| readings.iter().any(|reading| reading.value.is_some());
    let has_place = places
        .iter()
        .any(|series| series.place.record.is_benchmark && has_values(&series.readings));
    guard::comparison(guard::Inputs {
        is_chosen_for_extreme_baseline: summary.measure.record.is_extreme_cohort,
        has_comparison: has_place
            || comparisons
                .iter()
                .any(|compared| has_values(&compared.readings)),
        points: summary
            .readings
            .iter()
            .filter(|one| one.value.is_some())
            .count(),
    })
}

impl Workbook {
    /// The measures drawn beside one, with their readings up to a day.
    pub(super) fn compared_measures(
        &self,
        measure: MeasureId,
        today: NaiveDate,
        shield: &Shield,
    ) -> Result<Vec<ComparedMeasure>> {
        let found = storage::list_of::<Comparison>(self.db(), "measure_id", &measure)?;
        let one = |entry: Entry<Comparison>| {
            let id = entry.record.other_id;
            let name = self.get::<Measure>(id)?.name;
            let series = self.figures_of(id)?.into_iter();
            let mut readings = series
                .filter(|series| series.key.is_everyone())
                .flat_map(|series| series.readings)
                .collect::<Vec<_>>();
            readings.retain(|reading| reading.period.start() <= today);
            shield.hide_in(id, SeriesKey::everyone(id), &mut readings);
            Ok(ComparedMeasure {
                measure: Named { id, name },
                readings,
            })
        };
        found.into_iter().map(one).collect()
    }

    /// The other ends of a measure's contributions, in the order of the list of measures.
    pub(super) fn contributions_of(
        &self,
        measure: &Entry<Measure>,
        initiative: &Initiative,
        today: NaiveDate,
        shield: &Shield,
    ) -> Result<Vec<MeasureSummary>> {
        let is_indicator = measure.record.kind == MeasureKind::Indicator;
        let column = if is_indicator {
            "indicator_id"
        } else {
            "performance_id"
        };
        let ends: Vec<MeasureId> =
            storage::list_of::<Contribution>(self.db(), column, &measure.id)?
                .into_iter()
                .map(|entry| match is_indicator {
                    true => entry.record.performance_id,
                    false => entry.record.indicator_id,
                })
                .collect();
        if ends.is_empty() {
            return Ok(Vec::new());
        }
        let mut measures = self.list::<Measure>()?;
        measures.retain(|entry| ends.contains(&entry.id));
        let readings = readings::of_everyone(self.db())?;
        self.summaries(measures, readings, initiative, today, shield)
    }
}
