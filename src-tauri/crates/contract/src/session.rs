//! Files, settings, undo and history on the wire.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A request or response without content.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Nothing {}

/// Names one record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecordRequest {
    /// Id of the record.
    pub id: String,
}

/// Names several records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecordsRequest {
    /// Ids of the records.
    pub ids: Vec<String>,
}

/// The id of a record just added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Added {
    /// Id of the new record.
    pub id: String,
}

/// Everything the frame of the window shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SessionState {
    /// The open initiative, if any.
    pub file: Option<OpenFile>,
    /// What undo and redo would do now.
    pub undo: UndoState,
    /// Files opened lately, latest first.
    pub recent: Vec<RecentFile>,
    /// Sample initiatives that can be opened as copies.
    pub samples: Vec<Sample>,
    /// How the window looks and behaves.
    pub settings: Settings,
    /// Version of the app.
    pub version: String,
    /// Today, as the initiative's reports will print it: “Tuesday, November 24, 2026”.
    pub today: String,
    /// A file given at start that could not be opened, with its error.
    pub failed_file: Option<FailedFile>,
}

/// A file that could not be opened at start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FailedFile {
    /// File name without folder.
    pub name: String,
    /// Why.
    pub error: crate::WireError,
}

/// The open initiative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OpenFile {
    /// Name of the initiative.
    pub initiative: String,
    /// Who runs the backbone.
    pub backbone_organization: String,
    /// File name without folder.
    pub file_name: String,
    /// Folder as a person would say it, for the tooltip.
    pub folder: String,
    /// Whether its figures are invented for demonstration.
    pub is_sample: bool,
    /// When the last change was written, as “9:42 AM”; none before the first change.
    pub saved_at: Option<String>,
    /// Counts beside the rail's entries that need attention.
    pub measures_due: u32,
    /// Overdue action items.
    pub actions_overdue: u32,
}

/// What undo and redo would do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UndoState {
    /// The step undo takes back.
    pub undo: Option<Step>,
    /// The step redo does again.
    pub redo: Option<Step>,
}

/// One named step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Step {
    /// The operation, `record_reading`; its words are `op-record_reading` in the `.ftl` files.
    pub op: String,
    /// What it was done to: a name, or empty.
    pub detail: String,
}

/// How many steps of the change log to list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HistoryRequest {
    /// At most this many, latest first.
    pub limit: u32,
}

/// One step of the change log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HistoryEntry {
    /// Id of the operation.
    pub id: String,
    /// What was done.
    pub step: Step,
    /// `do`, `undo` or `redo`.
    pub kind: String,
    /// Whether it has been undone since.
    pub is_undone: bool,
    /// Who did it.
    pub author: String,
    /// When: “Nov 24, 2026, 9:42 AM”.
    pub at: String,
    /// Why, if a reason was given.
    pub reason: Option<String>,
    /// Fields with old and new value, at most 20.
    pub changes: Vec<FieldChange>,
    /// How many fields changed in all.
    pub change_count: u32,
}

/// One field of one record, before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FieldChange {
    /// Table of the record.
    pub table: String,
    /// Name of the field.
    pub field: String,
    /// Value before; none if the record is new.
    pub old: Option<String>,
    /// Value after; none if the record was removed.
    pub new: Option<String>,
}

/// A file opened lately. The window knows it by number, never by path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecentFile {
    /// To ask for it with.
    pub key: u32,
    /// Name of the initiative.
    pub initiative: String,
    /// File name without folder.
    pub file_name: String,
    /// Folder in words.
    pub folder: String,
    /// When it was last open: “Nov 20, 2026”.
    pub opened: String,
    /// Whether it is still there.
    pub is_present: bool,
}

/// Names one recent file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecentChoice {
    /// Its key.
    pub key: u32,
}

/// A sample initiative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Sample {
    /// Its name on the command line: `cincinnati`.
    pub name: String,
    /// Place: “Cincinnati”.
    pub place: String,
    /// Theme: “Birth to career”.
    pub theme: String,
    /// One sentence.
    pub about: String,
    /// Number of partners.
    pub partners: u32,
    /// Number of headline measures.
    pub headline_measures: u32,
}

/// Names one sample.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SampleChoice {
    /// Its name.
    pub name: String,
}

/// A new, empty initiative; where it is kept is asked in a native dialog.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NewInitiative {
    /// Name of the initiative.
    pub name: String,
    /// Who runs the backbone.
    pub backbone_organization: String,
    /// The community it serves.
    pub geography: String,
}

/// Whether a file was opened, or the dialog was closed without choosing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Opened {
    /// False when the person changed their mind.
    pub is_open: bool,
}

/// Whether something was written, or the dialog was closed without choosing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Saved {
    /// File name without folder; none when the person changed their mind.
    pub file_name: Option<String>,
}

/// How the window looks and behaves; kept in the user's settings folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// Colors.
    pub theme: Theme,
    /// Name written into the change log.
    pub author: String,
    /// Paper chosen last.
    pub paper: Paper,
}

/// Colors of the window.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system says.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// High contrast.
    Contrast,
}

/// Paper of a report.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// US Letter.
    #[default]
    Letter,
    /// A4.
    A4,
}
