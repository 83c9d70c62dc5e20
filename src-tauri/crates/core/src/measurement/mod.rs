//! Shared Measurement: measures, their baselines and targets, places and groups, and the
//! readings of all of them.

mod assessment;
pub(crate) mod calculated;
mod calculation;
mod closed_periods;
mod definition_ledger;
mod dimensions;
mod freshness;
mod importing;
mod intervals;
mod mappings;
mod measures;
mod merging;
mod period;
mod process;
mod provenance;
mod readings;
mod requests;
mod stories;
mod totals;

pub use assessment::{Assessed, Assessment, assess};
pub use calculated::{CalculatedPeriod, CalculatedSeries, Obstacle};
pub use calculation::{Comparison, Contribution, MeasurePart, PartRole};
pub use closed_periods::ClosedPeriod;
pub use definition_ledger::{DefinitionChange, DefinitionChangeKind, SeriesBreak};
pub use dimensions::Usage;
pub use freshness::Freshness;
pub use importing::{BulkReading, Import, ImportOutcome, NewImport};
pub use intervals::{Margin, margin};
pub use mappings::ImportMapping;
pub use measures::*;
pub use merging::{Keep, MergeConflict, MergePlan};
pub(crate) use merging::{join_series, says_the_same};
pub use period::Period;
pub use provenance::ReadingStep;
pub use readings::{
    NewReading, Origin, Reading, ReadingState, SeriesId, SeriesKey, SeriesReadings,
};
pub use requests::{
    DataRequest, DataReturn, NewFinding, NewReturn, ProposalReason, RequestMark, RequestProposal,
    RequestStanding, RequestedCell, ReturnFinding, Suppliers, SupplyRates, TakenReading, Wanted,
    WantedChoice,
};
pub use stories::{Story, TestOfChange, TestStatus};
pub use totals::{Counted, Parts, TotalGap, gaps_in_totals};
