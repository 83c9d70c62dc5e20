//! What stands behind and beside a measure, on the wire: its calculation, measures it is
//! compared with, measures that contribute, and its groups.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Status;

/// How a measure is calculated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CalculationItem {
    /// `entered`, `sum`, `difference`, `ratio`, `rate`.
    pub kind: String,
    /// “The sum of its parts; 1 period lacks a part”; empty for an entered measure.
    pub line: String,
    /// Its parts in order.
    pub parts: Vec<PartItem>,
    /// Periods without a value, latest first, each with the reason.
    pub lacking: Vec<LackingPeriod>,
    /// How many entered values are kept aside.
    pub kept_aside: u32,
}

/// A part of a calculated measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PartItem {
    /// Id of the part.
    pub measure: String,
    /// Its name.
    pub name: String,
    /// `plus`, `minus`, `numerator`, `denominator`.
    pub role: String,
}

/// A period for which a calculated measure has no value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LackingPeriod {
    /// The period.
    pub period: String,
    /// “Missing: Cohort size”.
    pub words: String,
}

/// Sets how a measure is calculated. Entered values stay in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SetCalculation {
    /// Which measure.
    pub id: String,
    /// `entered`, `sum`, `difference`, `ratio`, `rate`.
    pub kind: String,
    /// Its parts in order.
    pub parts: Vec<PartChoice>,
}

/// A part as chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PartChoice {
    /// Id of the part.
    pub measure: String,
    /// `plus`, `minus`, `numerator`, `denominator`.
    pub role: String,
}

/// Ties a measure to others: those it contributes to or that contribute to it, or those
/// drawn beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SetTies {
    /// Which measure.
    pub id: String,
    /// Ids of the others.
    pub others: Vec<String>,
}

/// A measure at the other end of a contribution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ContributionItem {
    /// Id of the measure.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The partner whose program it measures.
    pub partner: Option<String>,
    /// Latest value with its period, ready to show.
    pub latest: String,
    /// Its status.
    pub status: Status,
}

/// A breakdown that the readings of a measure are split by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BreakdownView {
    /// Id of the breakdown.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How far its groups lie apart, then and now; none with fewer than two.
    pub disparity: Option<String>,
}

/// Asks for the groups of one breakdown side by side.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DrawGroups {
    /// Which measure.
    pub id: String,
    /// Which breakdown.
    pub breakdown: String,
    /// Width in CSS pixels; the height follows.
    pub width: f32,
}
