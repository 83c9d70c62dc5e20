//! Takes what an audience must not see out of readings and what is told beside them.

use super::{CellKey, Shield, Why};
use crate::{
    MeasureId,
    measurement::{
        Annotation, Baseline, DefinitionChange, Measure, Period, Reading, ReadingState, SeriesKey,
        SeriesReadings, Story, TestOfChange,
    },
    reporting::CalculationFacts,
};

/// Leaves nothing of a figure: neither what it was counted from nor what was said of it.
pub(in crate::reporting) fn empty(reading: &mut Reading) {
    reading.value = None;
    reading.numerator = None;
    reading.denominator = None;
    reading.lower = None;
    reading.upper = None;
    reading.state = ReadingState::Suppressed;
    reading.comment.clear();
}

impl Shield {
    /// Why the figure of everyone is hidden in a period.
    pub(in crate::reporting) fn hides_everyone(
        &self,
        measure: MeasureId,
        period: Period,
    ) -> Option<Why> {
        self.why(measure, CellKey::everyone(period))
    }

    /// Empties the readings of every series that must not be seen, and takes out comments
    /// that name one.
    pub fn hide(&self, measure: MeasureId, series: &mut [SeriesReadings]) {
        for one in series {
            self.hide_in(measure, one.key, &mut one.readings);
        }
    }

    /// The same of one series.
    pub fn hide_in(&self, measure: MeasureId, key: SeriesKey, readings: &mut [Reading]) {
        for reading in readings {
            if self
                .why(measure, CellKey::of(key, reading.period))
                .is_some()
            {
                empty(reading);
            }
            let _ = self.strike(measure, &mut reading.comment);
        }
    }

    /// A baseline that repeats a hidden figure is hidden with it.
    #[must_use]
    pub fn baseline(&self, baseline: Option<Baseline>) -> Option<Baseline> {
        baseline.filter(|baseline| {
            self.hides_everyone(baseline.measure_id, baseline.period)
                .is_none()
        })
    }

    pub(in crate::reporting) fn calculation(
        &self,
        measure: MeasureId,
        facts: &mut CalculationFacts,
    ) {
        for figure in &mut facts.figures {
            if self.hides_everyone(measure, figure.period).is_some() {
                empty(&mut figure.reading);
                figure.kept_aside = None;
            }
        }
    }

    /// Empties a text that names a hidden figure of the measure. True where it did.
    #[must_use]
    pub fn strike(&self, measure: MeasureId, text: &mut String) -> bool {
        let is_told = match self.telling.get(&measure) {
            Some(telling) => telling.is_told_in(text),
            None => self.rule.protects() && !text.is_empty(),
        };
        if is_told {
            text.clear();
        }
        is_told
    }

    /// Empties texts of the definition that name a hidden figure; says how many.
    #[must_use]
    pub fn strike_definition(&self, id: MeasureId, measure: &mut Measure) -> u32 {
        let texts = [
            &mut measure.story,
            &mut measure.question,
            &mut measure.definition,
            &mut measure.numerator,
            &mut measure.denominator,
            &mut measure.source,
            &mut measure.rationale,
            &mut measure.limitations,
        ];
        count(texts.into_iter().map(|text| self.strike(id, text)))
    }

    pub(in crate::reporting) fn strike_annotations(
        &self,
        id: MeasureId,
        notes: &mut Vec<Annotation>,
    ) -> u32 {
        let before = notes.len();
        notes.retain(|note| {
            let mut texts = [note.title.clone(), note.detail.clone()];
            !texts.iter_mut().any(|text| self.strike(id, text))
        });
        u32::try_from(before - notes.len()).unwrap_or(u32::MAX)
    }

    pub(in crate::reporting) fn strike_stories(&self, id: MeasureId, stories: &mut [Story]) -> u32 {
        count(
            stories
                .iter_mut()
                .map(|story| self.strike(id, &mut story.text)),
        )
    }

    pub(in crate::reporting) fn strike_test(&self, id: MeasureId, test: &mut TestOfChange) -> u32 {
        let texts = [&mut test.prediction, &mut test.result];
        count(texts.into_iter().map(|text| self.strike(id, text)))
    }

    pub(in crate::reporting) fn strike_change(
        &self,
        id: MeasureId,
        change: &mut DefinitionChange,
    ) -> u32 {
        let texts = [&mut change.before, &mut change.after];
        count(texts.into_iter().map(|text| self.strike(id, text)))
    }
}

fn count(struck: impl Iterator<Item = bool>) -> u32 {
    u32::try_from(struck.filter(|is_struck| *is_struck).count()).unwrap_or(u32::MAX)
}
