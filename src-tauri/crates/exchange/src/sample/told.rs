//! Loading what is told about a measure: changes of its definition, stories of single
//! periods, tests of change.

use super::format;
use super::load::{At, Loader, SampleError};
use super::values::{day, period};
use backbone_core::MeasureId;
use backbone_core::measurement::{
    DefinitionChange, DefinitionChangeKind, Frequency, TestOfChange, TestStatus,
};

impl Loader<'_> {
    pub(super) fn told(
        &mut self,
        id: MeasureId,
        measure: &format::Measure,
        frequency: Frequency,
    ) -> Result<(), SampleError> {
        for change in &measure.definition_changes {
            self.definition_change(id, change, frequency)
                .at(|| format!("definition change “{}”", change.title))?;
        }
        for story in &measure.stories {
            let told_for = period(&story.period, frequency).at(|| "a story".to_owned())?;
            let _ = self
                .book
                .write_story_of(id, told_for, &story.text, self.context)?;
        }
        for test in &measure.tests_of_change {
            self.test_of_change(id, test, frequency)
                .at(|| format!("test of change “{}”", test.name))?;
        }
        Ok(())
    }

    fn definition_change(
        &mut self,
        measure_id: MeasureId,
        change: &format::DefinitionChange,
        frequency: Frequency,
    ) -> Result<(), SampleError> {
        let from = change.period.as_deref();
        let record = DefinitionChange {
            measure_id,
            changed_on: day(&change.changed_on)?,
            period: from.map(|text| period(text, frequency)).transpose()?,
            kind: DefinitionChangeKind::from_word("kind", &change.kind)?,
            title: change.title.clone(),
            before: change.before.clone(),
            after: change.after.clone(),
        };
        let _ = self.book.add(record, self.context)?;
        Ok(())
    }

    fn test_of_change(
        &mut self,
        measure_id: MeasureId,
        test: &format::TestOfChange,
        frequency: Frequency,
    ) -> Result<(), SampleError> {
        let ends = test.ends.as_deref();
        let record = TestOfChange {
            measure_id,
            name: test.name.clone(),
            starts: period(&test.starts, frequency)?,
            ends: ends.map(|text| period(text, frequency)).transpose()?,
            prediction: test.prediction.clone(),
            result: test.result.clone(),
            status: TestStatus::from_word("status", &test.status)?,
        };
        let _ = self.book.add(record, self.context)?;
        Ok(())
    }
}
