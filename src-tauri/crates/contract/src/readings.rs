//! Readings and the entry grid on the wire.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for the grid of one measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GridRequest {
    /// Which measure.
    pub measure: String,
    /// Periods to show beside those that are filled or expected, as typed.
    pub extra_periods: Vec<String>,
    /// Groups and places to show beside those that have readings, by column key.
    pub extra_columns: Vec<String>,
}

/// The entry grid: periods down, latest first, groups and places across.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Grid {
    /// Columns: everyone first.
    pub columns: Vec<GridColumn>,
    /// Rows, latest period first.
    pub rows: Vec<GridRow>,
    /// What the values are in: “Percent”.
    pub unit: String,
    /// Whether the values are calculated: then they can be read and not changed.
    pub is_calculated: bool,
}

/// A column of the grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GridColumn {
    /// `all`, `group:<id>` or `place:<id>`.
    pub key: String,
    /// Head.
    pub name: String,
    /// Whether it holds a comparison place.
    pub is_benchmark: bool,
}

/// A row of the grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GridRow {
    /// Key of the period.
    pub period: String,
    /// Its label: “2024–25”.
    pub label: String,
    /// One cell a column.
    pub cells: Vec<GridCell>,
}

/// A cell of the grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GridCell {
    /// Id of the reading; none where there is none.
    pub reading: Option<String>,
    /// As shown: “53.2”, “s”, “–”, or empty.
    pub shown: String,
    /// As edited: the exact value, or the marker.
    pub text: String,
    /// State of the reading.
    pub state: ReadingState,
    /// Whether a comment is attached.
    pub has_comment: bool,
    /// What a calculated cell lacks, or which entered value is kept aside.
    pub note: Option<String>,
}

/// State of a reading.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReadingState {
    /// Nothing is recorded.
    #[default]
    Empty,
    /// Final.
    Final,
    /// May still change.
    Provisional,
    /// Changed after it was final.
    Revised,
    /// Hidden by the source.
    Suppressed,
    /// Known not to exist.
    Missing,
}

/// Cells typed or pasted; one command is one undo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EnterCells {
    /// Which measure.
    pub measure: String,
    /// Whether they were pasted.
    pub is_pasted: bool,
    /// The cells.
    pub cells: Vec<CellEntry>,
}

/// One cell as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CellEntry {
    /// Key of the period.
    pub period: String,
    /// Key of the column.
    pub column: String,
    /// As typed; empty removes the reading.
    pub text: String,
}

/// What became of entered cells. With problems nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Entered {
    /// Cells that hold something new.
    pub changed: u32,
    /// Cells that cannot be kept as they are.
    pub problems: Vec<CellProblem>,
}

/// One cell that cannot be kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CellProblem {
    /// Key of the period.
    pub period: String,
    /// Key of the column.
    pub column: String,
    /// In plain words.
    pub words: String,
}

/// One reading with everything known of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReadingDetail {
    /// Id of the reading.
    pub id: String,
    /// Its fields.
    pub form: ReadingForm,
    /// Where it came from, ready to show.
    pub origin: String,
    /// What was changed, latest first.
    pub history: Vec<crate::HistoryEntry>,
}

/// A reading as a form; figures as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReadingForm {
    /// Which measure.
    pub measure: String,
    /// The period as typed.
    pub period: String,
    /// Key of the grid's column: `all`, `group:<id>`, `place:<id>`.
    pub column: String,
    /// Value.
    pub value: String,
    /// Numerator.
    pub numerator: String,
    /// Denominator.
    pub denominator: String,
    /// Lower bound.
    pub lower: String,
    /// Upper bound.
    pub upper: String,
    /// State.
    pub state: ReadingState,
    /// Comment.
    pub comment: String,
}
