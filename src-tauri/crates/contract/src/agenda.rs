//! Common Agenda on the wire.

use backbone_figures::Scene;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The agenda with its versions, results and signatures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Agenda {
    /// The initiative itself.
    pub initiative: InitiativeForm,
    /// Versions, the latest first; none while nothing is written.
    pub versions: Vec<AgendaVersion>,
    /// Results of today in order.
    pub results: Vec<ResultItem>,
    /// Active partners whose signature under the version in force is missing.
    pub outstanding: Vec<Outstanding>,
    /// All active partners.
    pub active_partners: u32,
    /// Today as an ISO date, to begin a form with.
    pub today: String,
}

/// A version of the agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AgendaVersion {
    /// Its id.
    pub id: String,
    /// Its number.
    #[ts(type = "number")]
    pub version: i64,
    /// `draft`, `in_force` or `earlier`.
    pub state: String,
    /// The day of its adoption in words; none while a draft.
    pub adopted: Option<String>,
    /// Its texts.
    pub text: AgendaText,
    /// What is new in it. Markdown.
    pub note: String,
    /// Its results: those of its day, those of today for a draft.
    pub results: Vec<VersionResult>,
    /// Who signed it, by name.
    pub signatures: Vec<SignatureLine>,
    /// How many of those who signed are active partners.
    pub signed_active: u32,
}

/// A result as it stood in a version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VersionResult {
    /// The condition.
    pub name: String,
    /// For whom.
    pub population: String,
}

/// A signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SignatureLine {
    /// Its id.
    pub id: String,
    /// The partner.
    pub partner: NamedRecord,
    /// The day in words.
    pub signed: String,
    /// Its fields.
    pub form: SignatureForm,
}

/// A signature as a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SignatureForm {
    /// Who signed.
    pub signed_by: String,
    /// ISO date.
    pub signed_on: String,
    /// Notes.
    pub note: String,
}

/// Changes a signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeSignature {
    /// Which.
    pub id: String,
    /// Its new fields.
    pub form: SignatureForm,
}

/// An active partner whose signature is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Outstanding {
    /// The partner.
    pub partner: NamedRecord,
    /// People there: name and role, to choose who signed from.
    pub people: Vec<String>,
    /// The latest version it signed.
    pub earlier: Option<EarlierSignature>,
}

/// A signature under an earlier version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EarlierSignature {
    /// Number of the version.
    #[ts(type = "number")]
    pub version: i64,
    /// The day in words.
    pub signed: String,
}

/// Records signatures of one or many partners.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EndorseAgenda {
    /// The version.
    pub agenda: String,
    /// Who signs.
    pub signatures: Vec<NewSignature>,
    /// ISO date.
    pub signed_on: String,
    /// A note kept with each.
    pub note: String,
}

/// A partner that signs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NewSignature {
    /// Id of the partner.
    pub partner: String,
    /// Who signs for it; may be empty.
    pub signed_by: String,
}

/// Writes one text of the draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WriteAgendaPart {
    /// `vision`, `problem`, `population`, `geography`, `scope_in`, `scope_out`,
    /// `principles`, or `note`.
    pub part: String,
    /// Markdown.
    pub text: String,
}

/// Adopts the draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AdoptAgenda {
    /// ISO date of adoption.
    pub adopted_on: String,
}

/// Two versions to compare.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AgendaPair {
    /// Id of the earlier version.
    pub from: String,
    /// Id of the later version.
    pub to: String,
}

/// How two versions differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AgendaDifference {
    /// Text by text, in order.
    pub parts: Vec<PartDifference>,
    /// Results of both, those of the later version first.
    pub results: Vec<ResultDifference>,
}

/// How one text differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PartDifference {
    /// Which text.
    pub part: String,
    /// Both texts told as one.
    pub difference: TextDifference,
}

/// Two texts told as one, word by word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TextDifference {
    /// Blocks in reading order.
    pub blocks: Vec<DifferenceBlock>,
    /// Words added.
    pub added: u32,
    /// Words removed.
    pub removed: u32,
    /// Whether only bold, lists or paragraphs changed.
    pub is_form_only: bool,
}

/// A paragraph, heading or item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DifferenceBlock {
    /// `paragraph`, `heading` or `item`.
    pub kind: String,
    /// Its words.
    pub runs: Vec<DifferenceRun>,
}

/// Words that share what happened to them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DifferenceRun {
    /// `same`, `added` or `removed`.
    pub change: String,
    /// The words.
    pub text: String,
}

/// How a result differs between two versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ResultDifference {
    /// `same`, `added`, `removed` or `changed`.
    pub change: String,
    /// Its name.
    pub name: TextDifference,
    /// For whom.
    pub population: TextDifference,
}

/// A map of the theory of change to draw.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DrawTheory {
    /// The result to show; none for all of them.
    pub result: Option<String>,
    /// Width in CSS pixels.
    pub width: f32,
}

/// The map with where its boxes lead to, and what is missing.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TheoryDrawing {
    /// The map.
    pub scene: Scene,
    /// What each stop stands for, in the order of the stops.
    pub places: Vec<TheoryTarget>,
    /// What is missing, kind by kind, wherever the map looks.
    pub holes: Vec<HoleGroup>,
    /// Results to choose from.
    pub results: Vec<NamedRecord>,
}

/// What a box stands for, or where something can be mended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TheoryTarget {
    /// `result`, `strategy`, `activity`, `measure`, `none`, or the kind of what is missing:
    /// `result_without_indicator` and so on.
    pub what: String,
    /// Id of the record; empty for none.
    pub id: String,
    /// Its name; empty on the map, which says it.
    pub name: String,
}

/// All of one kind that is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HoleGroup {
    /// The kind: `result_without_indicator` and so on.
    pub kind: String,
    /// Where.
    pub places: Vec<TheoryTarget>,
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
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
