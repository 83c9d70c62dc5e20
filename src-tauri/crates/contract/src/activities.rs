//! Activities on the wire.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An activity with the names behind its ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Activity {
    /// Id of the activity.
    pub id: String,
    /// Its fields.
    pub form: ActivityForm,
    /// Name of the leading partner.
    pub lead_name: Option<String>,
    /// Names of the contributing partners.
    pub partner_names: Vec<String>,
    /// Name of the strategy.
    pub strategy_name: Option<String>,
    /// Names of the measures it is meant to move.
    pub measure_names: Vec<String>,
    /// “Sep 2025 – Jun 2026”, or empty.
    pub span: String,
    /// Ids of its tags.
    pub tags: Vec<String>,
}

/// An activity as a form; dates are ISO texts or empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ActivityForm {
    /// Name.
    pub name: String,
    /// In a sentence or two.
    pub description: String,
    /// Id of the strategy.
    pub strategy: Option<String>,
    /// Id of the leading partner.
    pub lead: Option<String>,
    /// Ids of the contributing partners.
    pub partners: Vec<String>,
    /// Ids of the measures it is meant to move.
    pub measures: Vec<String>,
    /// Ids of the populations it serves.
    #[serde(default)]
    pub populations: Vec<String>,
    /// Ids of the places it serves.
    #[serde(default)]
    pub places: Vec<String>,
    /// `planned`, `active`, `done`, `stopped`.
    pub status: String,
    /// First day.
    pub starts: String,
    /// Last day.
    pub ends: String,
    /// Where it stands.
    pub progress: String,
}

/// Changes an activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeActivity {
    /// Which.
    pub id: String,
    /// Its new fields.
    pub form: ActivityForm,
}
