//! The matrix of activities, the reinforcement map and populations on the wire.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Scene;

/// Which matrix is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReadMatrix {
    /// `strategies`, `results`, `populations` or `places`.
    pub by: String,
    /// `running`, `active` or `everything`.
    pub scope: String,
}

/// Partners against what they work on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MatrixView {
    /// `strategies`, `results`, `populations` or `places`.
    pub by: String,
    /// Columns in their order.
    pub columns: Vec<MatrixColumnView>,
    /// Partners by name.
    pub rows: Vec<MatrixRowView>,
    /// Activities the cells point at.
    pub activities: Vec<MatrixActivityView>,
    /// Sectors of the rows, in the order of the list.
    pub sectors: Vec<MatrixSector>,
    /// Planned and running activities.
    pub running: u32,
    /// Partners with one of them.
    pub working: u32,
    /// What stands out, kind by kind.
    pub findings: Vec<MatrixFindingView>,
    /// Where partners work side by side; findings point at them by number.
    pub overlaps: Vec<MatrixOverlapView>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MatrixColumnView {
    /// Id of what it stands for; empty where nothing is said.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it belongs to: the result of a strategy, otherwise empty.
    pub group: String,
    /// Activities in it.
    pub activities: u32,
    /// Partners that lead one.
    pub leads: u32,
    /// Partners that lead or take part.
    pub partners: u32,
    /// `worked`, `no_lead` or `nobody`.
    pub standing: String,
    /// Whether activities in it overlap.
    pub has_overlap: bool,
}

/// A sector that rows can be grouped under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MatrixSector {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
}

/// A partner with what it does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MatrixRowView {
    /// Id of the partner.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Id of its sector.
    pub sector: Option<String>,
    /// Whether it has a planned or running activity.
    pub is_working: bool,
    /// Cells that are not empty, in the order of the columns.
    pub cells: Vec<MatrixCellView>,
}

/// What a partner does in one column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MatrixCellView {
    /// Which column, counted from 0.
    pub column: u32,
    /// Activities it leads.
    pub leads: u32,
    /// Whether all of these are only planned.
    pub leads_planned: bool,
    /// Activities it takes part in.
    pub takes_part: u32,
    /// Whether all of these are only planned.
    pub takes_part_planned: bool,
    /// Its activities, counted from 0, those it leads first.
    pub activities: Vec<u32>,
}

/// An activity the cells point at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MatrixActivityView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// `planned`, `active`, `done`, `stopped`.
    pub status: String,
    /// Id of the partner that leads it.
    pub lead: Option<String>,
    /// Name of that partner.
    pub lead_name: String,
    /// Name of its strategy.
    pub strategy_name: String,
    /// Names of the populations it serves.
    pub populations: Vec<String>,
    /// Names of the places it serves.
    pub places: Vec<String>,
}

/// All of one kind that stands out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MatrixFindingView {
    /// The kind: `idle_strategies` and so on.
    pub kind: String,
    /// `gap`, `overlap` or `orphan`.
    pub family: String,
    /// In words, with how many.
    pub title: String,
    /// Why it matters, or empty.
    pub why: String,
    /// What was found.
    pub items: Vec<MatrixItemView>,
}

/// One thing found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MatrixItemView {
    /// Id of the record it is about; the number of an overlap.
    pub id: String,
    /// Its name.
    pub name: String,
    /// More about it, or empty.
    pub detail: String,
}

/// Partners side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MatrixOverlapView {
    /// Name of the strategy.
    pub strategy: String,
    /// Populations they all serve.
    pub populations: Vec<String>,
    /// Places they all serve.
    pub places: Vec<String>,
    /// Ids of the activities.
    pub activities: Vec<String>,
}

/// A population with how often it is named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PopulationItem {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Activities that name it.
    pub activities: u32,
}

/// A new population.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PopulationForm {
    /// Its name.
    pub name: String,
}

/// Populations in a new order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PopulationOrder {
    /// Their ids.
    pub ids: Vec<String>,
}

/// Asks for the reinforcement map at a width.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DrawReinforcement {
    /// Id of a strategy, `all`, `overview` or `none`; nothing lets the program choose: all
    /// where they can be read at once, or else strategy by strategy.
    pub show: Option<String>,
    /// Width in CSS pixels.
    pub width: f32,
}

/// The map with where its boxes lead to, and what stands alone.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReinforcementDrawing {
    /// What is shown: id of a strategy, `all`, `overview` or `none`.
    pub show: String,
    /// The map.
    pub scene: Scene,
    /// What each stop stands for, in the order of the stops.
    pub places: Vec<ReinforcementPlace>,
    /// Strategies to choose from, and `none` where activities serve none.
    pub strategies: Vec<ReinforcementPlace>,
    /// Activities that stand alone, wherever the map looks.
    pub alone: Vec<ReinforcementPlace>,
}

/// What a box stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReinforcementPlace {
    /// `activity`, `measure`, `strategy` or `none`.
    pub what: String,
    /// Its id; empty for none.
    pub id: String,
    /// Its name.
    pub name: String,
}
