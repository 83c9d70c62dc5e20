//! Readings and the entry grid on the wire.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for the grid of one measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GridRequest {
    /// Which measure.
    pub measure: String,
    /// What stands across: `breakdown:<id>`, `places`, `providers` or `all`; empty for what
    /// the measure is mostly split by.
    pub split: String,
    /// Id of the place all figures are for; none for the whole.
    pub place: Option<String>,
    /// Periods to show beside those that are filled or expected, as typed.
    pub extra_periods: Vec<String>,
    /// Columns to show beside those of the split, by key.
    pub extra_columns: Vec<String>,
    /// Oldest period on top.
    pub is_oldest_first: bool,
    /// Leave out columns without any reading.
    pub hides_empty: bool,
    /// Say under each value out of how many it is.
    pub with_counts: bool,
}

/// The entry grid: periods down, groups, places or providers across.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Grid {
    /// Columns: the total first.
    pub columns: Vec<GridColumn>,
    /// Rows in the order asked for.
    pub rows: Vec<GridRow>,
    /// What the values are in: “percent”.
    pub unit: String,
    /// What can stand across.
    pub splits: Vec<GridSplit>,
    /// What does.
    pub split: String,
    /// Places all figures can be for.
    pub places: Vec<crate::NamedRecord>,
    /// The period after the latest, ready to propose; none for an irregular measure.
    pub next_period: Option<String>,
    /// The period before the earliest.
    pub earlier_period: Option<String>,
    /// Why nothing can be entered here; none where it can.
    pub locked: Option<String>,
    /// Totals their parts do not add up to.
    pub gaps: Vec<CellProblem>,
    /// Columns left out because they are empty.
    pub hidden_columns: u32,
}

/// One way to put columns across.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GridSplit {
    /// As in [`GridRequest::split`].
    pub key: String,
    /// “Race and ethnicity”.
    pub name: String,
}

/// A column of the grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GridColumn {
    /// `all`, or what it is for: `group:<id>`, `place:<id>`, `provider:<id>`, joined by `+`.
    pub key: String,
    /// Head.
    pub name: String,
    /// Whether it holds a comparison place.
    pub is_benchmark: bool,
    /// Whether the other columns are parts of it.
    pub is_total: bool,
}

/// A row of the grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GridRow {
    /// Key of the period.
    pub period: String,
    /// Its label: “2024–25”.
    pub label: String,
    /// Whether its figures change only with a reason.
    pub is_closed: bool,
    /// One cell a column; none where nothing is recorded.
    pub cells: Vec<Option<GridCell>>,
}

/// A filled cell of the grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GridCell {
    /// As shown: “53.2”, “s”, “–”.
    pub shown: String,
    /// As edited: the exact value, so many out of so many, or the marker.
    pub text: String,
    /// As copied into a spreadsheet: the exact value or the marker.
    pub copied: String,
    /// Out of how many, ready to show: “of 2,795”.
    pub count: Option<String>,
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

/// A block of cells from a spreadsheet, and the grid it is pasted into.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PastedBlock {
    /// Which measure.
    pub measure: String,
    /// Its cells, row by row.
    pub rows: Vec<Vec<String>>,
    /// Keys of the periods, as shown from top to bottom.
    pub periods: Vec<String>,
    /// The columns, as shown from left to right.
    pub columns: Vec<PasteColumn>,
    /// Row of the grid the cursor is in.
    pub row: u32,
    /// Column of the grid the cursor is in.
    pub column: u32,
    /// How many rows are selected.
    pub selected_rows: u32,
    /// How many columns are selected.
    pub selected_columns: u32,
}

/// A column of the grid a block is pasted into.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PasteColumn {
    /// Its key.
    pub key: String,
    /// Its head.
    pub name: String,
}

/// Where the cells of a pasted block go. Nothing is entered yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PastePlan {
    /// The cells.
    pub cells: Vec<CellEntry>,
    /// Labels of periods the grid does not show yet.
    pub new_periods: Vec<String>,
    /// What is to be asked before it is entered: more periods; empty where nothing is.
    pub question: String,
    /// What was recognized and what was left out, in words; empty where nothing is to say.
    pub notes: Vec<String>,
}

/// One cell of the grid, filled or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CellRequest {
    /// Which measure.
    pub measure: String,
    /// Key of the period.
    pub period: String,
    /// Key of the column.
    pub column: String,
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
    /// What it speaks of: “2024–25, Black”.
    pub title: String,
    /// Whether it is recorded.
    pub is_recorded: bool,
    /// Its fields.
    pub form: ReadingForm,
    /// Where it came from, ready to show; empty where nothing is recorded.
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
    /// Key of the grid's column.
    pub column: String,
    /// Value; empty where numerator and denominator give it.
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
