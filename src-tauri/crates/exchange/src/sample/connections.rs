//! Loading how measures hang together, once all of them are there: what one is calculated
//! from, what it contributes to, what is drawn beside it.

use super::format;
use super::load::{At, Loader, SampleError};
use super::values::{all, find};
use backbone_core::measurement::{Calculation, PartRole};

impl Loader<'_> {
    pub(super) fn connections(&mut self, measure: &format::Measure) -> Result<(), SampleError> {
        self.connect(measure)
            .at(|| format!("measure “{}”", measure.code))
    }

    fn connect(&mut self, measure: &format::Measure) -> Result<(), SampleError> {
        let codes = &self.names.measures;
        let id = find(codes, "measure", &measure.code)?;
        let contributes_to = all(codes, "measure", &measure.contributes_to)?;
        let comparisons = all(codes, "measure", &measure.comparisons)?;
        if let Some(calculation) = &measure.calculation {
            let part = |part: &format::Part| {
                let role = PartRole::from_word("role", &part.role)?;
                Ok((find(codes, "measure", &part.measure)?, role))
            };
            let parts = calculation
                .parts
                .iter()
                .map(part)
                .collect::<Result<Vec<_>, SampleError>>()?;
            let kind = Calculation::from_word("kind", &calculation.kind)?;
            let _ = self.book.set_calculation(id, kind, &parts, self.context)?;
        }
        if !contributes_to.is_empty() {
            let _ = self
                .book
                .set_contributions(id, &contributes_to, self.context)?;
        }
        if !comparisons.is_empty() {
            let _ = self.book.set_comparisons(id, &comparisons, self.context)?;
        }
        Ok(())
    }
}
