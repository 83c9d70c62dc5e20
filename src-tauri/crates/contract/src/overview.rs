//! The Overview on the wire. Every figure arrives as text ready to show.

use backbone_figures::Scene;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The Overview.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Overview {
    /// Headline measures under their results.
    pub results: Vec<ResultRows>,
    /// How many headline measures have which status, in the order shown.
    pub counts: Vec<StatusCount>,
    /// All measures, headline or not.
    pub measure_count: u32,
    /// Span of the sparkline column: “2015–16 to target 2027–28”.
    pub span: String,
    /// The period that “latest” means unless a row says otherwise.
    pub latest_period: String,
    /// The plain checks, condition by condition.
    pub conditions: Vec<ConditionSignals>,
    /// Next meetings, soonest first.
    pub meetings: Vec<MeetingLine>,
    /// Overdue action items, latest due first.
    pub overdue: Vec<ActionLine>,
    /// Open action items in all.
    pub open_actions: u32,
    /// Headline measures whose figures are due.
    pub due: Vec<DueLine>,
    /// Latest changes to the file.
    pub recent: Vec<crate::HistoryEntry>,
    /// What is still missing in a new initiative, in the order to do it; empty once begun.
    pub next_steps: Vec<NextStep>,
}

/// Headline measures of one result.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ResultRows {
    /// The result; none for measures without one.
    pub result: Option<String>,
    /// Its measures.
    pub rows: Vec<MeasureRow>,
}

/// One measure in a list.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MeasureRow {
    /// Id of the measure.
    pub id: String,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The partner whose program it measures; none for a population indicator.
    pub partner: Option<String>,
    /// Whether it is on the Overview and in the board report.
    pub is_headline: bool,
    /// `lower`, `higher` or `neither`.
    pub polarity: String,
    /// Small chart.
    pub sparkline: Scene,
    /// Latest value, “53.2%”; “–” without.
    pub latest: String,
    /// Period of the latest value.
    pub latest_period: Option<String>,
    /// Whether the latest value is provisional.
    pub is_provisional: bool,
    /// Change since baseline, “+9.1 points”.
    pub change: Option<String>,
    /// Target, “60%”.
    pub target: Option<String>,
    /// Distance to the path, “2.8 short” or “0.6 better”.
    pub against_path: Option<String>,
    /// The status shown.
    pub status: Status,
}

/// Status word and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Status {
    /// Which mark and word.
    pub word: StatusWord,
    /// One sentence that says why, ready to show.
    pub because: String,
}

/// The words of the rules a status can follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StatusWord {
    /// At or better than the path.
    OnTrack,
    /// Short by little, or within the margin of error.
    Watch,
    /// Short by more.
    OffTrack,
    /// No recent reading.
    NoData,
    /// No dated target or no baseline.
    NoPath,
    /// At or past the target.
    TargetMet,
    /// Toward the target.
    Improving,
    /// Little or no detectable change.
    LittleChange,
    /// Away from the target.
    GettingWorse,
    /// One reading only.
    BaselineOnly,
    /// No baseline.
    Developmental,
    /// No target, or no direction that is better.
    Informational,
    /// The right way, more than half as fast as needed.
    AccelerationNeeded,
    /// Still, or the right way and slower.
    LimitedProgress,
    /// The wrong way.
    Deterioration,
    /// The rule has nothing to say.
    CannotBeAssessed,
}

/// How many measures have one status.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StatusCount {
    /// The status.
    pub word: StatusWord,
    /// How many.
    pub count: u32,
}

/// One of the five conditions with its checks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConditionSignals {
    /// Which condition.
    pub condition: Condition,
    /// Its checks.
    pub signals: Vec<SignalLine>,
}

/// The five conditions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// Common Agenda.
    Agenda,
    /// Shared Measurement.
    Measurement,
    /// Mutually Reinforcing Activities.
    Activities,
    /// Continuous Communication.
    Communication,
    /// Backbone Support.
    Backbone,
}

/// One plain check with its evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SignalLine {
    /// Identifier of the check.
    pub check: String,
    /// Whether it is met.
    pub is_met: bool,
    /// The finding, ready to show: “Every result has an indicator”.
    pub finding: String,
    /// The evidence, ready to show: “4 results, 9 headline measures”.
    pub evidence: String,
    /// The section where it can be mended: `agenda`, `measurement`, `activities`, `communication`, `partners`.
    pub place: String,
}

/// A meeting in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MeetingLine {
    /// Id of the meeting.
    pub id: String,
    /// Day of the month, “13”.
    pub day: String,
    /// Month, “Nov”.
    pub month: String,
    /// Its title.
    pub title: String,
    /// “Today, 10:00 AM”, “Tue, 2:00 PM”.
    pub when: String,
}

/// An action item in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ActionLine {
    /// Id of the action item.
    pub id: String,
    /// What is to be done.
    pub title: String,
    /// Who does it.
    pub owner: String,
    /// “9 days late”, or the due date.
    pub due: String,
    /// Whether it is late.
    pub is_late: bool,
}

/// A headline measure whose figure is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DueLine {
    /// Id of the measure.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Who supplies it.
    pub provider: String,
    /// “Last figure 2022–23”, “No figure yet”.
    pub waiting: String,
}

/// A step that is still open in a new initiative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NextStep {
    /// Write results (goals).
    Results,
    /// Add measures.
    Measures,
    /// Add partners.
    Partners,
}
