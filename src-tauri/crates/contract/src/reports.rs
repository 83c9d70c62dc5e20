//! Reports on the wire.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ChartParts, NamedRecord, Paper};

/// Which report is to be described.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReportChoice {
    /// `board`, `measure`, `equity`, `partner`, `agenda`, `network` or `matrix`.
    pub kind: String,
    /// The measure of a measure sheet; none for the first headline measure.
    pub measure: Option<String>,
    /// The partner of a partner report; none for the first.
    pub partner: Option<String>,
}

/// What a report will hold, and what to look at before it is exported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReportDraft {
    /// Options to start with.
    pub options: ReportOptions,
    /// Measures a sheet can be made of.
    pub measures: Vec<NamedRecord>,
    /// Partners a report can go to.
    pub partners: Vec<NamedRecord>,
    /// Versions of the agenda that can be printed, the latest first.
    pub versions: Vec<AgendaChoice>,
    /// Findings before export, each ready to show.
    pub checks: Vec<ReportCheck>,
}

/// A version of the agenda to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AgendaChoice {
    /// Its id.
    pub id: String,
    /// Its number.
    #[ts(type = "number")]
    pub version: i64,
    /// Whether it is a draft.
    pub is_draft: bool,
}

/// One finding before export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReportCheck {
    /// Whether all is well.
    pub is_met: bool,
    /// In plain words.
    pub words: String,
}

/// How a report is made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReportOptions {
    /// `board`, `measure`, `equity`, `partner`, `agenda`, `network` or `matrix`.
    pub kind: String,
    /// The measure of a measure sheet.
    pub measure: Option<String>,
    /// The version of a Common Agenda; none for the one others read.
    pub version: Option<String>,
    /// The partner of a partner report.
    pub partner: Option<String>,
    /// `internal`, `partners` or `public`.
    pub audience: String,
    /// Paper.
    pub paper: Paper,
    /// Title on the front page; empty for the kind's own.
    pub title: String,
    /// ISO date the report speaks of.
    pub as_of: String,
    /// Sections left out: `measures`, `conditions`, `activities`, `decisions`, `calculations`;
    /// of an activity matrix `strategies`, `results`, `populations`, `places`, `findings`.
    pub left_out: Vec<String>,
}

/// The bytes of a PDF, sent raw; the window receives an `ArrayBuffer`.
#[derive(Debug, Clone, PartialEq, Eq, TS)]
#[ts(type = "ArrayBuffer")]
pub struct PdfBytes(pub Vec<u8>);

/// What is to be exported as a table or a picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportRequest {
    /// `everything`, `measures`, `readings`, `partners`, `activities`, `meetings`,
    /// `decisions`, `action_items`, `measure` (its readings) or `chart`.
    pub what: String,
    /// The measure of a chart or of readings.
    pub measure: Option<String>,
    /// `xlsx` or `csv`; `svg` or `png` for a chart.
    pub format: String,
    /// `internal`, `partners` or `public`.
    pub audience: String,
    /// What the chart shows.
    pub parts: Option<ChartParts>,
}

/// What an export will show and hide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportCheck {
    /// Figures shown and hidden, in words.
    pub count: String,
    /// Figures hidden.
    #[ts(type = "number")]
    pub hidden: i64,
    /// What it gives away together with an earlier export, and what could not be checked.
    pub warnings: Vec<String>,
}

/// One export of the past.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DisclosureLine {
    /// Its id.
    pub id: String,
    /// When: “Nov 24, 2026, 9:42 AM”.
    pub at: String,
    /// What left the file.
    pub what: String,
    /// For whom, in words.
    pub audience: String,
    /// Who let it out.
    pub author: String,
    /// Figures shown and hidden, in words.
    pub count: String,
    /// Each hidden figure with why, in words; at most so many as can be looked at.
    pub hidden: Vec<String>,
    /// How many more were hidden.
    pub more: u32,
    /// What else is to be known.
    pub notes: Vec<String>,
}

/// How small numbers are protected for one audience.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AudienceRuleForm {
    /// `internal`, `partners` or `public`.
    pub audience: String,
    /// Hide figures on fewer people than this, as typed; empty hides none.
    pub denominator_floor: String,
    /// Hide figures on fewer events than this, as typed; empty hides none.
    pub numerator_floor: String,
    /// Whether percentages near none or all are only said to be so.
    pub codes_tails: bool,
}
