//! What happened to a measure, on the wire: its definition ledger, notes on the time axis,
//! tests of change and stories of single periods.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An entry of the definition ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LedgerItem {
    /// Id of the entry.
    pub id: String,
    /// The day it was changed, ready to show.
    pub date: String,
    /// Its fields.
    pub form: DefinitionChangeForm,
}

/// An entry of the definition ledger as a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DefinitionChangeForm {
    /// Which measure.
    pub measure: String,
    /// `wording`, `series_break`, `rebased_baseline`.
    pub kind: String,
    /// The first period it holds for; empty where all readings are meant.
    pub period: String,
    /// What changed, in a few words.
    pub title: String,
    /// How it read before.
    pub before: String,
    /// How it reads since.
    pub after: String,
}

/// Changes an entry of the definition ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeDefinitionChange {
    /// Which.
    pub id: String,
    /// Its new fields.
    pub form: DefinitionChangeForm,
}

/// A note on the time axis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AnnotationItem {
    /// Id of the note.
    pub id: String,
    /// Its fields.
    pub form: AnnotationForm,
}

/// A note on the time axis as a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AnnotationForm {
    /// Which measure.
    pub measure: String,
    /// Where on the axis.
    pub period: String,
    /// “Coaching begins”.
    pub title: String,
    /// “in 41 centers”, or empty.
    pub detail: String,
    /// Whether control limits begin anew here.
    pub resets_limits: bool,
}

/// Changes a note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeAnnotation {
    /// Which.
    pub id: String,
    /// Its new fields.
    pub form: AnnotationForm,
}

/// A test of change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TestItem {
    /// Id of the test.
    pub id: String,
    /// Number of its flag on the chart.
    pub number: u32,
    /// When, ready to show: “2022–23 to 2023–24”.
    pub span: String,
    /// Its fields.
    pub form: TestForm,
}

/// A test of change as a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TestForm {
    /// The measure it is meant to move.
    pub measure: String,
    /// What is tried.
    pub name: String,
    /// The period it begins in.
    pub starts: String,
    /// The period it ends in, or empty.
    pub ends: String,
    /// What is predicted.
    pub prediction: String,
    /// What came of it.
    pub result: String,
    /// `planned`, `running`, `adopted`, `adapted`, `abandoned`.
    pub status: String,
}

/// Changes a test of change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeTest {
    /// Which.
    pub id: String,
    /// Its new fields.
    pub form: TestForm,
}

/// The story behind the curve of one period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StoryItem {
    /// The period; none for a story that was told without one.
    pub period: Option<String>,
    /// Markdown.
    pub text: String,
}

/// Writes the story of one period; an empty one is removed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WritePeriodStory {
    /// Which measure.
    pub id: String,
    /// The period as typed.
    pub period: String,
    /// Markdown.
    pub text: String,
}
