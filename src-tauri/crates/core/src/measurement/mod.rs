//! Shared Measurement: measures, their baselines and targets, places and groups, and the
//! readings of all of them.

mod assessment;
mod importing;
mod measures;
mod period;
mod readings;

pub use assessment::{Assessment, assess};
pub use importing::{BulkReading, Import, ImportOutcome, NewImport};
pub use measures::*;
pub use period::Period;
pub use readings::{
    NewReading, Origin, Reading, ReadingState, SeriesId, SeriesKey, SeriesReadings,
};
