//! Loading what is measured: definitions, goals and readings.

use super::format;
use super::load::{At, Loader, SampleError};
use super::values::{figure, find, period};
use backbone_core::measurement::{
    Annotation, BulkReading, Calculation, Frequency, Measure, MeasureKind, MeasureStatus, Origin,
    Period, PolarityKind, ReadingState, SeriesKey, UnitKind,
};
use backbone_core::{Figure, MeasureId, ResultId};
use serde_json::Number;

impl Loader<'_> {
    pub(super) fn measures(
        &mut self,
        measures: &[format::Measure],
        result: Option<ResultId>,
    ) -> Result<(), SampleError> {
        for measure in measures {
            self.measure(measure, result)
                .at(|| format!("measure “{}”", measure.code))?;
        }
        Ok(())
    }

    fn measure(
        &mut self,
        measure: &format::Measure,
        result: Option<ResultId>,
    ) -> Result<(), SampleError> {
        let record = self.definition(measure, result)?;
        let frequency = record.frequency;
        let id = self.book.add(record, self.context)?.value;
        self.names.measures.insert(measure.code.clone(), id);
        self.goals(id, measure, frequency)?;
        self.told(id, measure, frequency)?;
        for series in &measure.series {
            self.series(id, series, frequency)?;
        }
        Ok(())
    }

    fn definition(
        &self,
        measure: &format::Measure,
        result: Option<ResultId>,
    ) -> Result<Measure, SampleError> {
        let partner = measure.partner.as_deref();
        let frequency = Frequency::from_word("frequency", &measure.frequency)?;
        let frozen_at = measure.limits_frozen_at.as_deref();
        Ok(Measure {
            code: measure.code.clone(),
            name: measure.name.clone(),
            kind: MeasureKind::from_word("kind", &measure.kind)?,
            result_id: result,
            partner_id: partner
                .map(|name| find(&self.names.partners, "partner", name))
                .transpose()?,
            question: measure.question.clone(),
            definition: measure.definition.clone(),
            numerator: measure.numerator.clone(),
            denominator: measure.denominator.clone(),
            unit: UnitKind::from_word("unit", &measure.unit)?,
            rate_per: measure.rate_per,
            polarity: PolarityKind::from_word("polarity", &measure.polarity)?,
            natural_limit: measure
                .natural_limit
                .as_ref()
                .map(figure)
                .transpose()?
                .map(Figure),
            precision: measure.precision,
            frequency,
            source: measure.source.clone(),
            release: measure.release.clone(),
            steward: measure.steward.clone(),
            provider: measure.provider.clone(),
            rationale: measure.rationale.clone(),
            limitations: measure.limitations.clone(),
            is_proxy: measure.is_proxy,
            communication_power: measure.communication_power,
            proxy_power: measure.proxy_power,
            data_power: measure.data_power,
            status: MeasureStatus::from_word("status", &measure.status)?,
            is_headline: measure.is_headline,
            suppression_floor: measure.suppression_floor,
            story: measure.story.clone(),
            position: self.book.next_position::<Measure>()?,
            calculation: Calculation::Entered,
            limits_frozen_at: frozen_at.map(|text| period(text, frequency)).transpose()?,
            release_lag_days: measure.release_lag_days,
            is_extreme_cohort: measure.is_extreme_cohort,
        })
    }

    /// Baseline, targets and notes on the time axis.
    fn goals(
        &mut self,
        id: MeasureId,
        measure: &format::Measure,
        frequency: Frequency,
    ) -> Result<(), SampleError> {
        let dated = |dated: &format::DatedValue| -> Result<(Period, Figure), SampleError> {
            Ok((
                period(&dated.period, frequency)?,
                Figure(figure(&dated.value)?),
            ))
        };
        if let Some(baseline) = &measure.baseline {
            let _ = self
                .book
                .set_baseline(id, Some(dated(baseline)?), self.context)?;
        }
        if !measure.targets.is_empty() {
            let targets = measure
                .targets
                .iter()
                .map(dated)
                .collect::<Result<Vec<_>, _>>()?;
            let _ = self.book.set_targets(id, &targets, self.context)?;
        }
        for annotation in &measure.annotations {
            let record = Annotation {
                measure_id: id,
                period: period(&annotation.period, frequency)?,
                title: annotation.title.clone(),
                detail: annotation.detail.clone(),
                resets_limits: annotation.resets_limits,
            };
            let _ = self.book.add(record, self.context)?;
        }
        Ok(())
    }

    /// Puts the readings of a series aside; all of a sample are one import.
    fn series(
        &mut self,
        measure: MeasureId,
        series: &format::Series,
        frequency: Frequency,
    ) -> Result<(), SampleError> {
        let names = &self.names;
        let key = SeriesKey {
            measure,
            place: series
                .place
                .as_deref()
                .map(|name| find(&names.places, "place", name))
                .transpose()?,
            group: series
                .group
                .as_deref()
                .map(|name| find(&names.groups, "group", name))
                .transpose()?,
            provider: series
                .provider
                .as_deref()
                .map(|name| find(&names.partners, "partner", name))
                .transpose()?,
        };
        let position = u32::try_from(self.import.series.len()).unwrap_or(u32::MAX);
        self.import.series.push(key);
        for (reading, row) in series.readings.iter().zip(1..) {
            let read = || -> Result<BulkReading, SampleError> {
                let optional = |number: &Option<Number>| number.as_ref().map(figure).transpose();
                Ok(BulkReading {
                    series: position,
                    row,
                    period: period(&reading.period, frequency)?,
                    value: optional(&reading.value)?,
                    numerator: optional(&reading.numerator)?,
                    denominator: optional(&reading.denominator)?,
                    lower: optional(&reading.lower)?,
                    upper: optional(&reading.upper)?,
                    state: ReadingState::from_word("state", &reading.state)?,
                    comment: reading
                        .comment
                        .clone()
                        .unwrap_or_else(|| series.comment.clone()),
                })
            };
            let read = read().at(|| format!("reading of {}", reading.period))?;
            self.rows.push(read);
        }
        Ok(())
    }

    pub(super) fn readings(&mut self) -> Result<(), SampleError> {
        let rows = std::mem::take(&mut self.rows);
        let mut import = std::mem::take(&mut self.import);
        import.file_name = "Sample".to_owned();
        import.source = "Invented for this sample".to_owned();
        import.row_count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let _ =
            self.book
                .import_readings_as(Origin::Sample, import, rows.into_iter(), self.context)?;
        Ok(())
    }
}
