//! Places, breakdowns and their groups on the wire: where each is used, and making two of them one.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What readings can be split by, with where each is used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Splits {
    /// Breakdowns with their groups.
    pub breakdowns: Vec<SplitBreakdown>,
    /// Places, each after the one it lies in.
    pub places: Vec<SplitPlace>,
}

/// A breakdown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SplitBreakdown {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Groups in order.
    pub groups: Vec<SplitGroup>,
    /// Where it is used, in words.
    pub used: String,
}

/// A group of a breakdown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SplitGroup {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Readings that hang on it.
    pub readings: u32,
    /// The measures they belong to.
    pub measures: Vec<crate::NamedRecord>,
    /// Where it is used, in words.
    pub used: String,
}

/// A place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SplitPlace {
    /// Id.
    pub id: String,
    /// Its fields.
    pub form: PlaceForm,
    /// How many places it lies in, one within the other.
    pub depth: u32,
    /// Readings that hang on it.
    pub readings: u32,
    /// The measures they belong to.
    pub measures: Vec<crate::NamedRecord>,
    /// Where it is used, in words.
    pub used: String,
}

/// A place as a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlaceForm {
    /// Name.
    pub name: String,
    /// Whether it is there for comparison only.
    pub is_benchmark: bool,
    /// Id of the place it lies in.
    pub parent: Option<String>,
}

/// Changes a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangePlace {
    /// Which.
    pub id: String,
    /// Its new fields.
    pub form: PlaceForm,
}

/// A new breakdown with its groups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BreakdownForm {
    /// Name.
    pub name: String,
    /// Names of its groups in order.
    pub groups: Vec<String>,
}

/// Gives a breakdown or a group another name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Rename {
    /// Which.
    pub id: String,
    /// Its new name.
    pub name: String,
}

/// Adds a group at the end of a breakdown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NewGroup {
    /// Of which breakdown.
    pub breakdown: String,
    /// Its name.
    pub name: String,
}

/// Puts the groups of a breakdown in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GroupOrder {
    /// Of which breakdown.
    pub breakdown: String,
    /// Ids of its groups in their new order.
    pub groups: Vec<String>,
}

/// What can become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SplitKind {
    /// Two groups of a breakdown.
    Group,
    /// Two places.
    Place,
}

/// Two groups or places that are to become one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MergePair {
    /// Groups or places.
    pub kind: SplitKind,
    /// The one that goes.
    pub gone: String,
    /// The one that stays.
    pub kept: String,
}

/// What merging two groups or places would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MergePreview {
    /// What happens to the readings, in words.
    pub words: String,
    /// Readings that differ in the two, the first hundred.
    pub conflicts: Vec<MergeDifference>,
    /// How many differ in all.
    pub conflict_count: u32,
}

/// A reading both have with different figures, ready to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MergeDifference {
    /// “Kindergarten readiness, 2024–25”.
    pub name: String,
    /// As the one says that goes.
    pub gone: String,
    /// As the one says that stays.
    pub kept: String,
}

/// Merges two groups or places.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Merge {
    /// Groups or places.
    pub kind: SplitKind,
    /// The one that goes.
    pub gone: String,
    /// The one that stays.
    pub kept: String,
    /// Whose figures stay where they differ; none while nothing differs.
    pub keep: Option<KeptFigures>,
}

/// Whose figures stay where both differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum KeptFigures {
    /// Those of the one that stays.
    Kept,
    /// Those of the one that goes.
    Gone,
}
