//! Common Agenda on the wire.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The agenda with its results and strategies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Agenda {
    /// The initiative itself.
    pub initiative: InitiativeForm,
    /// The day of its adoption in words; none while a draft.
    pub adopted: Option<String>,
    /// Its texts.
    pub text: AgendaText,
    /// Results in order.
    pub results: Vec<ResultItem>,
}

/// The initiative as a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InitiativeForm {
    /// Its name.
    pub name: String,
    /// Who runs the backbone.
    pub backbone_organization: String,
    /// The community it serves.
    pub geography: String,
}

/// The texts of the agenda; Markdown in the closed set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AgendaText {
    /// What we want to be true.
    pub vision: String,
    /// What stands in the way.
    pub problem: String,
    /// For whom.
    pub population: String,
    /// Where.
    pub geography: String,
    /// What belongs to it.
    pub scope_in: String,
    /// What does not.
    pub scope_out: String,
    /// How we work.
    pub principles: String,
    /// ISO date of adoption; none while a draft.
    pub adopted_on: Option<String>,
}

/// A result with its strategies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ResultItem {
    /// Id of the result.
    pub id: String,
    /// Its fields.
    pub form: ResultForm,
    /// Measures under it.
    pub measures: Vec<NamedRecord>,
    /// Its strategies.
    pub strategies: Vec<StrategyItem>,
}

/// A record by id and name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NamedRecord {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
}

/// A result as a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ResultForm {
    /// The condition of well-being in plain words.
    pub name: String,
    /// For whom.
    pub population: String,
}

/// Changes a result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeResult {
    /// Which.
    pub id: String,
    /// Its new fields.
    pub form: ResultForm,
}

/// A strategy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StrategyItem {
    /// Id of the strategy.
    pub id: String,
    /// Its fields.
    pub form: StrategyForm,
    /// Activities under it.
    pub activities: u32,
}

/// A strategy as a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StrategyForm {
    /// Id of the result it is to move.
    pub result: String,
    /// Its name.
    pub name: String,
    /// In a sentence or two.
    pub description: String,
}

/// Changes a strategy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeStrategy {
    /// Which.
    pub id: String,
    /// Its new fields.
    pub form: StrategyForm,
}
