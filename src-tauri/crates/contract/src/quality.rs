//! Data quality, closed periods and provenance on the wire.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What needs work, measure by measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DataQuality {
    /// Measures that need work, the most pressing first.
    pub measures: Vec<QualityItem>,
    /// How many measures need none.
    pub fine: u32,
}

/// How the figures of one measure stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QualityItem {
    /// Id of the measure.
    pub id: String,
    /// Its name.
    pub name: String,
    /// “2024–25, in time”.
    pub freshness: String,
    /// “9 of 10 expected periods”.
    pub completeness: String,
    /// “2 of 10 provisional”.
    pub provisional: String,
    /// What needs work, the most pressing first.
    pub needs: Vec<NeedItem>,
}

/// Something that needs work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NeedItem {
    /// `late`, `sums`, `incomplete`, `parts`, `comparison`, `provisional`, `definition`.
    pub need: String,
    /// Where it can be mended: `readings`, `provisional`, `calculation`, `comparison`,
    /// `definition` and `targets` of its measure, or `requests`.
    pub at: String,
    /// In one sentence.
    pub words: String,
}

/// Periods that are closed, and those that hold provisional figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PeriodList {
    /// Closed periods in order.
    pub closed: Vec<ClosedItem>,
    /// Periods with provisional figures of any measure, in order.
    pub provisional: Vec<ProvisionalPeriod>,
}

/// A closed period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClosedItem {
    /// Id of the record.
    pub id: String,
    /// The period.
    pub period: String,
    /// “by Dana, Nov 24, 2026”.
    pub by: String,
}

/// A period with provisional figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProvisionalPeriod {
    /// Key of the period.
    pub period: String,
    /// Its label.
    pub label: String,
    /// How many figures.
    pub count: u32,
}

/// Closes a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClosePeriod {
    /// The period as typed.
    pub period: String,
}

/// Makes provisional figures of a period final.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FinalizeReadings {
    /// Of which measure; none for all.
    pub measure: Option<String>,
    /// Key of the period.
    pub period: String,
}

/// How many figures became final.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Finalized {
    /// How many.
    pub count: u32,
}

/// Asks where a figure comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProvenanceRequest {
    /// Which measure.
    pub measure: String,
    /// Key of the grid's column: `all`, `group:<id>`, `place:<id>`.
    pub column: String,
    /// Key of the period.
    pub period: String,
}

/// Where a figure comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Provenance {
    /// “2024–25, Everyone”.
    pub title: String,
    /// The figure, ready to show; “–” without one.
    pub value: String,
    /// Its state in words.
    pub state: String,
    /// How it came: “Typed in”, or a file and its row.
    pub origin: String,
    /// Everything else known of it, name and value.
    pub details: Vec<crate::Input>,
    /// The figures it was calculated from.
    pub parts: Vec<ProvenancePart>,
    /// Every change of it, latest first.
    pub steps: Vec<ProvenanceStep>,
}

/// A figure that another was calculated from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProvenancePart {
    /// Id of the measure.
    pub measure: String,
    /// Its name.
    pub name: String,
    /// What it does, ready to show.
    pub role: String,
    /// Its value, or why there is none.
    pub value: String,
}

/// A change of a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProvenanceStep {
    /// Who and when: “Dana, Nov 24, 2026, 9:42 AM”.
    pub who: String,
    /// What: “50.6 → 53.2”.
    pub what: String,
    /// How: the operation in words, or the file.
    pub how: String,
    /// Why, if a reason was given.
    pub reason: Option<String>,
    /// Whether it was taken back.
    pub is_undone: bool,
}

/// The rule whose answer is shown as the status of every measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StatusRuleForm {
    /// `path`, `movement`, `pace`.
    pub rule: String,
    /// Percent of the way that may be short and still be watched, as typed.
    pub watch_percent: String,
}
