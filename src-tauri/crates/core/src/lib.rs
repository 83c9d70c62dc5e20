//! Rules and storage of one initiative. Knows no window, no JSON on the wire, no clock
//! and no folder of its own: time, author and paths are arguments. A folder per condition
//! of Collective Impact; all SQL stands in `storage` and in the workbook that runs it.

pub mod activities;
pub mod agenda;
mod backup;
mod change;
pub mod communication;
mod context;
mod error;
mod history;
mod ids;
pub mod initiative;
mod lock;
pub mod measurement;
mod opening;
pub mod partners;
mod pragmas;
pub mod reporting;
mod rows;
pub mod searching;
mod storage;
pub mod tagging;
mod undo;
mod workbook;

pub use change::{Done, Op, Topic};
pub use context::Context;
pub use error::{Error, Reason, Result};
pub use history::{FieldChange, HistoryEntry};
pub use ids::*;
pub use opening::{Finding, check};
pub use rows::{Cell, FORMAT_VERSION, Restoring, restore};
pub use storage::{Day, Entry, Figure, Record};
pub use undo::{Step, UndoState};
pub use workbook::Workbook;
