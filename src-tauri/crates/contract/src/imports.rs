//! The import of a table of readings on the wire. The table itself stays in Rust.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Starts an import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportStart {
    /// The measure whose page it was started from, if any.
    pub measure: Option<String>,
}

/// Everything the person has chosen so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportChoices {
    /// `utf8`, `utf16le`, `utf16be`, `windows1252`, `macroman`.
    pub encoding: String,
    /// `,`, `;`, tab or `|`.
    pub delimiter: String,
    /// `.` or `,`; none while it is not decided.
    pub decimal: Option<String>,
    /// `day_first` or `month_first`; none while it is not decided.
    pub date_order: Option<String>,
    /// Measure for all rows where no column names one.
    pub measure: Option<String>,
    /// What each column holds, one entry a column: `ignore`, `period`, `value`, `measure`,
    /// `group`, `place`, `provider`, `numerator`, `denominator`, `lower`, `upper`, `state`,
    /// `comment`, `source`.
    pub columns: Vec<String>,
    /// Rows the person decided to leave out.
    pub skip_rows: Vec<u32>,
    /// What to do where the file differs from what is stored: `replace` or `keep`.
    pub on_changed: String,
    /// Add groups and places the file names but the initiative does not know.
    pub add_unknown: bool,
    /// First row to show.
    pub from: u32,
    /// Show only rows with problems.
    pub only_problems: bool,
}

/// The table as it would be imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportPreview {
    /// File name without folder.
    pub file_name: String,
    /// The choices in force, proposed or made.
    pub choices: ImportChoices,
    /// The columns.
    pub columns: Vec<ImportColumn>,
    /// Rows of data in all.
    pub row_count: u32,
    /// Readings not stored yet.
    pub new_count: u32,
    /// Readings stored with the same content.
    pub same_count: u32,
    /// Readings stored with other content.
    pub changed_count: u32,
    /// Rows left out by the person.
    pub skipped_count: u32,
    /// Rows that must be mended or left out.
    pub blocked_count: u32,
    /// Problems by kind, must-fix first.
    pub problems: Vec<ImportProblem>,
    /// One page of rows.
    pub rows: Vec<ImportRow>,
    /// Whether it can be imported as it is.
    pub is_ready: bool,
    /// Rows matching the filter, for paging.
    pub listed_count: u32,
}

/// A column of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportColumn {
    /// Its head in the file.
    pub head: String,
    /// Its first filled cells.
    pub examples: Vec<String>,
}

/// A row as read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportRow {
    /// Row number as a spreadsheet shows it.
    pub number: u32,
    /// `new`, `same`, `changed`, `skipped`, `check` or `blocked`.
    pub state: String,
    /// Its cells as they stand in the file, one a column.
    pub cells: Vec<String>,
    /// Columns with a problem.
    pub marked: Vec<u32>,
    /// What was noticed, in plain words; empty if nothing.
    pub noticed: String,
}

/// Problems of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportProblem {
    /// Identifier of the kind; a screen offers a mend by it.
    pub code: String,
    /// Whether it stands in the way.
    pub must_fix: bool,
    /// In plain words: “Row 10: 460 is over 100%.”
    pub words: String,
    /// What can be done, in plain words.
    pub advice: String,
    /// Row numbers, at most 100.
    pub rows: Vec<u32>,
    /// How many rows in all.
    pub row_count: u32,
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportResult {
    /// Readings added.
    pub added: u32,
    /// Readings changed.
    pub changed: u32,
    /// Rows left as they were.
    pub same: u32,
    /// Rows left out.
    pub skipped: u32,
}
