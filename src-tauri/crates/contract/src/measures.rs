//! Measures on the wire.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    AnnotationItem, BreakdownView, CalculationItem, ContributionItem, LedgerItem, NamedRecord,
    NeedItem, ProvisionalPeriod, Status, StoryItem, TestItem,
};

/// All measures: population indicators and performance measures, never mixed.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MeasureList {
    /// Population indicators under their results.
    pub indicators: Vec<crate::ResultRows>,
    /// Partners' performance measures under their results.
    pub performance: Vec<crate::ResultRows>,
    /// What the list says of each measure beside its row.
    pub details: Vec<MeasureListing>,
}

/// What the list of measures says beside a row, and by what it is sorted.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MeasureListing {
    /// Id of the measure.
    pub id: String,
    /// `developmental`, `active` or `retired`.
    pub stage: String,
    /// How fresh its latest figure is.
    pub freshness: Freshness,
    /// The same in words: “1 period behind”.
    pub freshness_words: String,
    /// The latest value as a number, to sort by.
    pub latest: Option<f64>,
    /// The change since the baseline, to sort by; better is more.
    pub change: Option<f64>,
    /// Place of the status in order of worry.
    pub worry: u32,
    /// Periods that have ended since the latest figure, to sort by.
    pub behind: Option<u32>,
    /// Ids of its tags.
    pub tags: Vec<String>,
}

/// How fresh the latest figure of a measure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Freshness {
    /// The figure of the latest period that can be out is there.
    Current,
    /// A figure is due.
    Due,
    /// No figure yet.
    Empty,
    /// No figure is expected.
    NotExpected,
}

/// Everything the page of one measure shows beside its chart and grid.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MeasurePage {
    /// Id of the measure.
    pub id: String,
    /// Its definition as a form.
    pub form: MeasureForm,
    /// Its tags by name.
    pub tags: Vec<String>,
    /// Name of the result.
    pub result_name: Option<String>,
    /// The status shown.
    pub status: Status,
    /// The rule it follows: `path`, `movement` or `pace`.
    pub status_rule: String,
    /// Three to five key figures.
    pub key_figures: Vec<KeyFigure>,
    /// What the chart says, one sentence.
    pub finding: String,
    /// Measure, unit and period under the chart's title.
    pub subtitle: String,
    /// Which parts the chart can show.
    pub parts: ChartParts,
    /// Baseline as entered.
    pub baseline: Option<DatedValue>,
    /// Targets as entered, by date; the last one is the target, the others interim.
    pub targets: Vec<DatedValue>,
    /// Notes on the time axis.
    pub annotations: Vec<AnnotationItem>,
    /// Tests of change, by their number on the chart.
    pub tests: Vec<TestItem>,
    /// The definition ledger, oldest first.
    pub ledger: Vec<LedgerItem>,
    /// Series breaks and re-based baselines, as they are printed with the readings.
    pub footnotes: Vec<String>,
    /// What must be known before believing a change.
    pub caution: Option<String>,
    /// The stories behind the curve, latest first; one without a period last.
    pub stories: Vec<StoryItem>,
    /// Who wrote the undated story last and when, ready to show.
    pub story_by: Option<String>,
    /// How its values come about.
    pub calculation: CalculationItem,
    /// Performance measures that contribute to an indicator, or indicators that a
    /// performance measure contributes to.
    pub contributions: Vec<ContributionItem>,
    /// Other measures drawn beside it.
    pub comparisons: Vec<NamedRecord>,
    /// Breakdowns its readings are split by.
    pub breakdowns: Vec<BreakdownView>,
    /// What needs work.
    pub needs: Vec<NeedItem>,
    /// Periods with provisional figures, in order.
    pub provisional: Vec<ProvisionalPeriod>,
    /// The period of the latest value.
    pub latest_period: Option<String>,
    /// Keys of the periods that the chart's stops speak of, in their order.
    pub stop_periods: Vec<String>,
    /// Every rule applied, with inputs, number of points and source.
    pub worked_out: Vec<WorkedOut>,
    /// Where the figures came from.
    pub sources: Vec<SourceLine>,
    /// Number of readings.
    pub reading_count: u32,
}

/// One key figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeyFigure {
    /// “Latest, 2024–25 provisional”.
    pub label: String,
    /// “53.2%”.
    pub value: String,
    /// “points short”, or empty.
    pub note: String,
    /// Key of the period whose figure it is, where it is a single one.
    pub period: Option<String>,
}

/// Which parts the chart can show for this measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChartParts {
    /// A path to a dated target.
    pub path: bool,
    /// Comparison series.
    pub comparison: bool,
    /// Notes on the axis.
    pub notes: bool,
    /// Control limits (enough points).
    pub limits: bool,
    /// A forecast (enough points).
    pub forecast: bool,
    /// Margins of error.
    pub margins: bool,
}

/// Asks for the chart of one measure in a given size.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DrawMeasure {
    /// Which measure.
    pub id: String,
    /// Width in CSS pixels.
    pub width: f32,
    /// Height in CSS pixels.
    pub height: f32,
    /// Draw the path to the target.
    pub path: bool,
    /// Draw comparison series.
    pub comparison: bool,
    /// Draw notes.
    pub notes: bool,
    /// Draw control limits.
    pub limits: bool,
    /// Draw the forecast.
    pub forecast: bool,
    /// Draw margins of error.
    pub margins: bool,
}

/// A value of a period, both as entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DatedValue {
    /// “2015–16”.
    pub period: String,
    /// “44.1”.
    pub value: String,
}

/// One rule as it was applied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WorkedOut {
    /// What was asked: “Is it where it should be by now?”.
    pub question: String,
    /// The answer in words.
    pub answer: String,
    /// The rule in words, with its parameters.
    pub rule: String,
    /// Where the rule comes from.
    pub citation: String,
    /// Name and value of every input, ready to show.
    pub inputs: Vec<Input>,
    /// Number of points it rests on.
    pub points: u32,
}

/// One input of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Input {
    /// “Baseline, 2015–16”.
    pub name: String,
    /// “44.1%”.
    pub value: String,
}

/// Where figures came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SourceLine {
    /// “Typed in”, or a file name.
    pub name: String,
    /// “11 readings, Nov 24, 2026, by Dana”.
    pub detail: String,
}

/// A measure as a form. Choices are wire words; figures and dates are texts as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MeasureForm {
    /// Short code, unique.
    pub code: String,
    /// Name.
    pub name: String,
    /// `indicator` or `performance`.
    pub kind: String,
    /// Id of the result.
    pub result: Option<String>,
    /// Id of the partner, for a performance measure.
    pub partner: Option<String>,
    /// The plain question it answers.
    pub question: String,
    /// Definition.
    pub definition: String,
    /// What is counted.
    pub numerator: String,
    /// Out of what.
    pub denominator: String,
    /// `percent`, `count`, `rate`, `index`, `currency`, `days`.
    pub unit: String,
    /// For `rate`: per how many; text as typed.
    pub rate_per: String,
    /// `higher`, `lower`, `neither`.
    pub polarity: String,
    /// Natural limit, empty for none.
    pub natural_limit: String,
    /// Digits after the decimal point.
    pub precision: u8,
    /// `monthly`, `quarterly`, `school_year`, `calendar_year`, `fiscal_year`, `irregular`.
    pub frequency: String,
    /// Where the figures come from.
    pub source: String,
    /// When they are collected and released.
    pub release: String,
    /// Who looks after it.
    pub steward: String,
    /// Who supplies it.
    pub provider: String,
    /// Why it was chosen.
    pub rationale: String,
    /// What it does not say.
    pub limitations: String,
    /// Whether it stands in for what cannot be measured.
    pub is_proxy: bool,
    /// 1–3; none if not rated.
    pub communication_power: Option<u8>,
    /// 1–3; none if not rated.
    pub proxy_power: Option<u8>,
    /// 1–3; none if not rated.
    pub data_power: Option<u8>,
    /// `developmental`, `active`, `retired`.
    pub status: String,
    /// Whether it is on the Overview and in the board report.
    pub is_headline: bool,
    /// Hide percentages on fewer people than this; none for the initiative's rule.
    pub suppression_floor: Option<u32>,
    /// Control limits rest on the points up to this period; empty for all.
    pub limits_frozen_at: String,
    /// Days after the end of a period by which its figure is out; none if not said.
    pub release_lag_days: Option<u32>,
    /// Whether those it follows were chosen because their figure was extreme.
    pub is_extreme_cohort: bool,
}

/// What a form for a new measure can propose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProposeMeasure {
    /// Its name so far.
    pub name: String,
    /// Its unit.
    pub unit: String,
}

/// What is usual for a measure of that name and unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MeasureProposal {
    /// A short code nobody uses; empty without a name.
    pub code: String,
    /// The limit no figure can pass, empty for none.
    pub natural_limit: String,
}

/// Marks several measures alike, as one step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MarkMeasures {
    /// Which.
    pub ids: Vec<String>,
    /// As what.
    pub mark: MeasureMark,
}

/// What several measures can be marked as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MeasureMark {
    /// No longer collected.
    Retired,
    /// In use.
    Active,
    /// On the Overview and in the board report.
    Headline,
    /// Not on the Overview and in the board report.
    NotHeadline,
}

/// Changes a measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeMeasure {
    /// Which.
    pub id: String,
    /// Its new fields.
    pub form: MeasureForm,
}

/// Sets or clears the baseline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SetBaseline {
    /// Which measure.
    pub id: String,
    /// The baseline; none clears it.
    pub baseline: Option<DatedValue>,
}

/// Sets all targets of a measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SetTargets {
    /// Which measure.
    pub id: String,
    /// By date; the last one is the target, the others interim.
    pub targets: Vec<DatedValue>,
}

/// What readings can be split and placed by, for pickers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Dimensions {
    /// Results.
    pub results: Vec<NamedRecord>,
    /// Strategies.
    pub strategies: Vec<NamedRecord>,
    /// Measures.
    pub measures: Vec<NamedRecord>,
    /// Partners.
    pub partners: Vec<NamedRecord>,
    /// Places and comparison places.
    pub places: Vec<PlaceItem>,
    /// Breakdowns with their groups.
    pub breakdowns: Vec<BreakdownItem>,
    /// Populations that activities serve.
    pub populations: Vec<NamedRecord>,
}

/// A place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlaceItem {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Whether it is there for comparison only.
    pub is_benchmark: bool,
}

/// A breakdown with its groups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BreakdownItem {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Groups in order.
    pub groups: Vec<NamedRecord>,
}
