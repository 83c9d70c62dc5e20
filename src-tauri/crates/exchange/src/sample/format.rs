//! The shape of the authoring format. Records refer to each other by name or code; dates
//! and periods are written as people write them.

use super::engagement::Engagement;
use super::reach::Reached;
use super::working::Worked;
use serde::Deserialize;
use serde_json::Number;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SampleFile {
    pub format: String,
    pub version: u32,
    pub about: About,
    pub initiative: Initiative,
    /// Versions of the agenda, the first first.
    pub agendas: Vec<Agenda>,
    #[serde(default)]
    pub places: Vec<Place>,
    #[serde(default)]
    pub breakdowns: Vec<Breakdown>,
    #[serde(default)]
    pub partners: Vec<Partner>,
    #[serde(default)]
    pub results: Vec<WantedResult>,
    /// Measures of the initiative as a whole.
    #[serde(default)]
    pub measures: Vec<Measure>,
    #[serde(default)]
    pub activities: Vec<Activity>,
    /// Whom and where the activities serve.
    #[serde(default)]
    pub reach: Reached,
    #[serde(default)]
    pub meetings: Vec<Meeting>,
    #[serde(default)]
    pub data_requests: Vec<DataRequest>,
    /// Groups, attendance, commitments, touchpoints and tags.
    #[serde(default)]
    pub engagement: Engagement,
    /// Milestones, ties, resources, risks and the log of the activities.
    #[serde(default)]
    pub working: Vec<Worked>,
    #[serde(default)]
    pub closed_periods: Vec<ClosedPeriod>,
    #[serde(default)]
    pub audience_rules: Vec<AudienceRule>,
}

impl SampleFile {
    /// Every measure, of a result or of none, in order.
    pub(super) fn all_measures(&self) -> impl Iterator<Item = &Measure> {
        let of_results = self.results.iter().flat_map(|result| &result.measures);
        of_results.chain(&self.measures)
    }
}

/// How the first screen presents a sample.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct About {
    pub place: String,
    pub theme: String,
    pub sentence: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Initiative {
    pub name: String,
    pub backbone_organization: String,
    pub geography: String,
    pub is_sample: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Agenda {
    /// None for a draft, which only the last may be.
    pub adopted_on: Option<String>,
    #[serde(default)]
    pub note: String,
    pub vision: String,
    pub problem: String,
    pub population: String,
    pub geography: String,
    pub scope_in: String,
    pub scope_out: String,
    pub principles: String,
    /// Results as they stood on its day; without them, those of the sample.
    pub results: Option<Vec<EarlierResult>>,
    #[serde(default)]
    pub endorsements: Vec<Endorsement>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EarlierResult {
    pub name: String,
    pub population: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Endorsement {
    /// Name of the partner.
    pub partner: String,
    #[serde(default)]
    pub signed_by: String,
    pub signed_on: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Place {
    pub name: String,
    #[serde(default)]
    pub is_benchmark: bool,
    /// Name of the place it lies in, which stands before it in the list.
    pub parent: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Breakdown {
    pub name: String,
    pub groups: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Partner {
    pub name: String,
    pub sector: String,
    /// What kind of organization it is.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    #[serde(default)]
    pub website: String,
    #[serde(default)]
    pub email: String,
    #[serde(default)]
    pub phone: String,
    #[serde(default)]
    pub address: String,
    #[serde(default)]
    pub size: String,
    pub status: String,
    pub since: Option<String>,
    pub until: Option<String>,
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    pub people: Vec<Person>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Person {
    pub name: String,
    #[serde(default)]
    pub role: String,
    #[serde(default)]
    pub email: String,
    #[serde(default)]
    pub phone: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WantedResult {
    pub name: String,
    pub population: String,
    #[serde(default)]
    pub strategies: Vec<Strategy>,
    #[serde(default)]
    pub measures: Vec<Measure>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Strategy {
    pub name: String,
    pub description: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Measure {
    pub code: String,
    pub name: String,
    #[serde(default = "indicator")]
    pub kind: String,
    /// The partner whose program a performance measure measures.
    pub partner: Option<String>,
    pub question: String,
    pub definition: String,
    #[serde(default)]
    pub numerator: String,
    #[serde(default)]
    pub denominator: String,
    pub unit: String,
    pub rate_per: Option<u32>,
    pub polarity: String,
    pub natural_limit: Option<Number>,
    pub precision: u8,
    pub frequency: String,
    #[serde(default)]
    pub source: String,
    #[serde(default)]
    pub release: String,
    #[serde(default)]
    pub steward: String,
    #[serde(default)]
    pub provider: String,
    #[serde(default)]
    pub rationale: String,
    #[serde(default)]
    pub limitations: String,
    #[serde(default)]
    pub is_proxy: bool,
    pub communication_power: Option<u8>,
    pub proxy_power: Option<u8>,
    pub data_power: Option<u8>,
    #[serde(default = "active")]
    pub status: String,
    #[serde(default)]
    pub is_headline: bool,
    pub suppression_floor: Option<u32>,
    #[serde(default)]
    pub story: String,
    pub baseline: Option<DatedValue>,
    #[serde(default)]
    pub targets: Vec<DatedValue>,
    #[serde(default)]
    pub annotations: Vec<Annotation>,
    pub release_lag_days: Option<u32>,
    #[serde(default)]
    pub is_extreme_cohort: bool,
    /// Control limits rest on the points up to this period.
    pub limits_frozen_at: Option<String>,
    /// How its values come about where they are not entered.
    pub calculation: Option<Calculation>,
    /// Codes of the indicators a performance measure contributes to.
    #[serde(default)]
    pub contributes_to: Vec<String>,
    /// Codes of the measures drawn beside it.
    #[serde(default)]
    pub comparisons: Vec<String>,
    #[serde(default)]
    pub definition_changes: Vec<DefinitionChange>,
    #[serde(default)]
    pub stories: Vec<Story>,
    #[serde(default)]
    pub tests_of_change: Vec<TestOfChange>,
    #[serde(default)]
    pub series: Vec<Series>,
}

fn indicator() -> String {
    "indicator".to_owned()
}

fn active() -> String {
    "active".to_owned()
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DatedValue {
    pub period: String,
    pub value: Number,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Annotation {
    pub period: String,
    pub title: String,
    #[serde(default)]
    pub detail: String,
    /// Whether control limits begin anew here.
    #[serde(default)]
    pub resets_limits: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Calculation {
    /// `sum`, `difference`, `ratio` or `rate`.
    pub kind: String,
    pub parts: Vec<Part>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Part {
    /// Code of the measure it is calculated from.
    pub measure: String,
    pub role: String,
}

/// An entry of the definition ledger.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DefinitionChange {
    pub changed_on: String,
    /// The first period it holds for.
    pub period: Option<String>,
    pub kind: String,
    pub title: String,
    #[serde(default)]
    pub before: String,
    #[serde(default)]
    pub after: String,
}

/// The story behind the curve as it was told for one period.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Story {
    pub period: String,
    pub text: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TestOfChange {
    pub name: String,
    pub starts: String,
    pub ends: Option<String>,
    pub prediction: String,
    #[serde(default)]
    pub result: String,
    pub status: String,
}

/// Readings of everyone, or of one place, group or provider.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Series {
    pub place: Option<String>,
    pub group: Option<String>,
    pub provider: Option<String>,
    /// The comment of readings that have none of their own.
    #[serde(default)]
    pub comment: String,
    pub readings: Vec<Reading>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Reading {
    pub period: String,
    pub value: Option<Number>,
    pub numerator: Option<Number>,
    pub denominator: Option<Number>,
    pub lower: Option<Number>,
    pub upper: Option<Number>,
    #[serde(default = "final_state")]
    pub state: String,
    pub comment: Option<String>,
}

fn final_state() -> String {
    "final".to_owned()
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Activity {
    pub name: String,
    pub description: String,
    pub strategy: Option<String>,
    pub lead: Option<String>,
    #[serde(default)]
    pub partners: Vec<String>,
    /// Codes of the measures it is meant to move.
    #[serde(default)]
    pub measures: Vec<String>,
    pub status: String,
    pub starts: Option<String>,
    pub ends: Option<String>,
    #[serde(default)]
    pub progress: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Meeting {
    pub title: String,
    pub kind: String,
    pub date: String,
    pub time: Option<String>,
    #[serde(default)]
    pub place: String,
    #[serde(default)]
    pub agenda: String,
    #[serde(default)]
    pub minutes: String,
    pub status: String,
    #[serde(default)]
    pub decisions: Vec<Decision>,
    #[serde(default)]
    pub action_items: Vec<ActionItem>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Decision {
    pub text: String,
    pub status: String,
    pub date: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ActionItem {
    pub title: String,
    pub owner: String,
    pub due: Option<String>,
    pub done_on: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DataRequest {
    pub partner: String,
    pub title: String,
    pub due: String,
    pub sent_on: Option<String>,
    pub received_on: Option<String>,
    pub accepted_on: Option<String>,
    pub withdrawn_on: Option<String>,
    #[serde(default)]
    pub note: String,
    pub asks: Vec<Asked>,
}

/// Figures that are asked for: each period for everyone, or for each of the groups or
/// for one place.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    pub measure: String,
    pub periods: Vec<String>,
    #[serde(default)]
    pub groups: Vec<String>,
    pub place: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ClosedPeriod {
    /// As a school year, “2023-24”, or whatever else the calendar has.
    pub period: String,
    pub closed_on: String,
    pub closed_by: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AudienceRule {
    pub audience: String,
    pub denominator_floor: Option<u32>,
    pub numerator_floor: Option<u32>,
    #[serde(default)]
    pub codes_tails: bool,
}
