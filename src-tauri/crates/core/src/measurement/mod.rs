//! Shared Measurement: measures, their baselines and targets, places and groups, and the
//! readings of all of them.

mod assessment;
mod calculation;
mod closed_periods;
mod definition_ledger;
mod importing;
mod mappings;
mod measures;
mod period;
mod readings;
mod requests;
mod stories;

pub use assessment::{Assessment, assess};
pub use calculation::{Comparison, Contribution, MeasurePart, PartRole};
pub use closed_periods::ClosedPeriod;
pub use definition_ledger::{DefinitionChange, DefinitionChangeKind};
pub use importing::{BulkReading, Import, ImportOutcome, NewImport};
pub use mappings::ImportMapping;
pub use measures::*;
pub use period::Period;
pub use readings::{
    NewReading, Origin, Reading, ReadingState, SeriesId, SeriesKey, SeriesReadings,
};
pub use requests::{
    DataRequest, DataReturn, NewFinding, NewReturn, ProposalReason, RequestMark, RequestProposal,
    RequestStanding, RequestedCell, ReturnFinding, Suppliers, SupplyRates, TakenReading, Wanted,
    WantedChoice,
};
pub use stories::{Story, TestOfChange, TestStatus};
