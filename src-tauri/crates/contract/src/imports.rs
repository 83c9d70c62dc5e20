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
    /// The sheet of a spreadsheet.
    pub sheet: Option<String>,
    /// The row with the column names; 0 where there are none.
    pub header_row: u32,
    /// Measure for all rows where no column names one.
    pub measure: Option<String>,
    /// What each column holds, one entry a column: `ignore`, `period`, `value`, `measure`,
    /// `group`, `place`, `provider`, `numerator`, `denominator`, `lower`, `upper`, `state`,
    /// `comment`, `source`, `unit`.
    pub columns: Vec<String>,
    /// Answers to problems, in the order they were given; a later one wins.
    pub decisions: Vec<ImportDecision>,
    /// Name of the remembered way of reading that was applied.
    pub read_as: Option<String>,
}

/// An answer to a problem. Which of the fields it needs depends on the action.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportDecision {
    /// `decimal`, `dates`, `single_year`, `rhythm`, `serial_dates`, `encoding`, `measure`,
    /// `share` (column, text: measure), `on_changed`, `on_repeated`, `reason`: value ·
    /// `means` (code, text): value is an id, `everyone` or `add` · `cell` (row, column),
    /// `text` (column, text): value is read instead · `leave_out` (code, column, text),
    /// `leave_out_row`, `keep_row`, `take_row` (row).
    pub action: String,
    /// Code of the problem it answers.
    pub code: Option<String>,
    /// Column, from 0.
    pub column: Option<u32>,
    /// Row as a spreadsheet shows it.
    pub row: Option<u32>,
    /// The text it speaks of, as it stands in the file.
    pub text: Option<String>,
    /// The answer.
    pub value: Option<String>,
}

/// The table as it would be imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportPreview {
    /// File name without folder.
    pub file_name: String,
    /// The choices in force, proposed or made.
    pub choices: ImportChoices,
    /// The sheets of a spreadsheet; empty for other files.
    pub sheets: Vec<ImportSheet>,
    /// The columns.
    pub columns: Vec<ImportColumn>,
    /// Rows of data in all.
    pub row_count: u32,
    /// Readings not stored yet.
    pub new_count: u32,
    /// Readings stored with the same content.
    pub same_count: u32,
    /// Readings stored with other content, which is replaced.
    pub changed_count: u32,
    /// Readings stored with other content, which is kept.
    pub kept_count: u32,
    /// Rows left out.
    pub skipped_count: u32,
    /// Rows to look at.
    pub check_count: u32,
    /// Rows that must be mended or left out.
    pub blocked_count: u32,
    /// Problems by kind, must-fix first.
    pub problems: Vec<ImportProblem>,
    /// The decisions in words, one for each.
    pub decided: Vec<String>,
    /// Whether it can be imported as it is.
    pub is_ready: bool,
    /// Ways of reading that are remembered.
    pub remembered: Vec<RememberedImport>,
}

/// A sheet of a spreadsheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportSheet {
    /// Its name.
    pub name: String,
    /// Whoever opens the file does not see it.
    pub is_hidden: bool,
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

/// A way of reading that is remembered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RememberedImport {
    /// The record.
    pub id: String,
    /// What people call the source.
    pub name: String,
}

/// Asks for the table to be read as remembered, or afresh.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportProposal {
    /// The remembered way of reading; none to start afresh.
    pub remembered: Option<String>,
    /// The measure whose page it was started from, if any.
    pub measure: Option<String>,
}

/// Asks for rows of the last preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportPageRequest {
    /// The first row of those listed, from 0.
    pub from: u32,
    /// `all`, `problems` or `group`.
    pub filter: String,
    /// Position of the problem whose rows are listed, where the filter is `group`.
    pub group: u32,
}

/// A page of rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportPage {
    /// The first row of those listed, from 0.
    pub from: u32,
    /// Rows listed in all.
    pub listed_count: u32,
    /// The rows.
    pub rows: Vec<ImportRow>,
}

/// A row as read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportRow {
    /// Row number as a spreadsheet shows it.
    pub number: u32,
    /// `new`, `same`, `changed`, `skipped`, `check` or `blocked`.
    pub state: String,
    /// Its cells as they are read, one a column.
    pub cells: Vec<String>,
    /// Columns whose text was corrected by hand.
    pub corrected: Vec<u32>,
    /// What was noticed, in plain words; empty if nothing.
    pub noticed: String,
    /// What was noticed, one by one.
    pub problems: Vec<ImportRowProblem>,
}

/// Something noticed in one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportRowProblem {
    /// Column, from 0; none where it is the row as a whole.
    pub column: Option<u32>,
    /// Whether it stands in the way.
    pub must_fix: bool,
    /// In plain words, without the place.
    pub words: String,
    /// The stored figure, where it is replaced: shown beside the new one.
    pub stored: Option<String>,
    /// What can be done about it here.
    pub mends: Vec<ImportMend>,
}

/// Problems of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportProblem {
    /// Identifier of the kind.
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
    /// What can be done about all of them at once.
    pub mends: Vec<ImportMend>,
}

/// One way to mend a problem.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportMend {
    /// `button` sends the decision as it is; `pick` and `type` put their value into it.
    pub kind: String,
    /// What it does, in plain words.
    pub label: String,
    /// What is decided by it.
    pub decision: ImportDecision,
    /// What can be picked.
    pub options: Vec<ImportOption>,
}

/// Something that can be picked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportOption {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
}

/// Imports the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportCommit {
    /// The choices that were previewed.
    pub choices: ImportChoices,
    /// What to remember this way of reading as; nothing is remembered without a name.
    pub remember_as: Option<String>,
}

/// How far a long step of an import has come; told while it runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportProgress {
    /// `reading`, `checking` or `writing`.
    pub step: String,
    /// The row it is at.
    pub row: u32,
    /// Rows in all; none while they are not counted yet.
    pub rows: Option<u32>,
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportResult {
    /// Readings added.
    pub added: u32,
    /// Readings changed.
    pub changed: u32,
    /// Readings left as they were.
    pub same: u32,
    /// Rows left out.
    pub skipped: u32,
}
