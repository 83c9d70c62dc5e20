//! All facts of a measure sheet: one measure, for an audience, as of a day.

use chrono::NaiveDate;

use super::{AudienceRule, MeasureFacts, Shield};
use crate::{MeasureId, Result, Workbook, agenda::WantedResult, initiative::Initiative};

/// All facts of a measure sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasureSheetFacts {
    /// The day it speaks of.
    pub as_of: NaiveDate,
    /// Whom it is for, and how small numbers are protected for them.
    pub rule: AudienceRule,
    /// The initiative.
    pub initiative: Initiative,
    /// The result the measure belongs to.
    pub result: Option<String>,
    /// The measure.
    pub measure: MeasureFacts,
}

impl Workbook {
    /// All facts of a measure sheet as an audience may see them.
    ///
    /// # Errors
    /// A measure that is gone.
    pub fn measure_sheet_facts(
        &self,
        id: MeasureId,
        as_of: NaiveDate,
        shield: &Shield,
    ) -> Result<MeasureSheetFacts> {
        let measure = self.measure_facts_for(id, as_of, shield)?;
        let result = measure.summary.measure.record.result_id;
        Ok(MeasureSheetFacts {
            as_of,
            rule: shield.rule.clone(),
            initiative: self.initiative()?,
            result: result
                .map(|id| self.get::<WantedResult>(id))
                .transpose()?
                .map(|result| result.name),
            measure,
        })
    }
}
