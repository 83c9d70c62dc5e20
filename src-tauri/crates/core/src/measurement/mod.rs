//! Shared Measurement: measures, their baselines and targets, places and groups, and the
//! readings of all of them.

mod assessment;
mod calculation;
mod closed_periods;
mod definition_ledger;
mod dimensions;
mod importing;
mod mappings;
mod measures;
mod period;
mod readings;
mod requests;
mod stories;
mod totals;

pub use assessment::{Assessment, assess};
pub use calculation::{Comparison, Contribution, MeasurePart, PartRole};
pub use closed_periods::ClosedPeriod;
pub use definition_ledger::{DefinitionChange, DefinitionChangeKind};
pub use dimensions::{Keep, MergeConflict, MergePlan, Usage};
pub use importing::{BulkReading, Import, ImportOutcome, NewImport};
pub use mappings::ImportMapping;
pub use measures::*;
pub use period::Period;
pub use readings::{
    NewReading, Origin, Reading, ReadingState, SeriesId, SeriesKey, SeriesReadings,
};
pub use requests::{DataRequest, RequestStanding, RequestedCell, Wanted};
pub use stories::{Story, TestOfChange, TestStatus};
pub use totals::{Counted, Parts, TotalGap, gaps_in_totals};
