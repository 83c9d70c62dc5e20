//! Reports on the wire.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Paper;

/// What the board report will hold, and what to look at before it is exported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReportDraft {
    /// Options to start with.
    pub options: ReportOptions,
    /// Findings before export, each ready to show.
    pub checks: Vec<ReportCheck>,
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
    /// `board`.
    pub kind: String,
    /// Paper.
    pub paper: Paper,
    /// Title on the front page; empty for the kind's own.
    pub title: String,
    /// ISO date the report speaks of.
    pub as_of: String,
    /// Sections left out: `measures`, `conditions`, `activities`, `decisions`, `calculations`.
    pub left_out: Vec<String>,
}

/// The bytes of a PDF, sent raw; the window receives an `ArrayBuffer`.
#[derive(Debug, Clone, PartialEq, Eq, TS)]
#[ts(type = "ArrayBuffer")]
pub struct PdfBytes(pub Vec<u8>);
