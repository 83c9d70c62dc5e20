//! Meetings, decisions and action items on the wire.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Everything the Communication screen shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Communication {
    /// Meetings, upcoming first (soonest first), then past (latest first).
    pub meetings: Vec<Meeting>,
    /// Decisions, waiting first.
    pub decisions: Vec<Decision>,
    /// Action items: late, open by due date, then done.
    pub action_items: Vec<ActionItem>,
}

/// A meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Meeting {
    /// Id of the meeting.
    pub id: String,
    /// Its fields.
    pub form: MeetingForm,
    /// “Thursday, November 13, 2025, 10:00 AM”.
    pub when: String,
    /// Whether it lies ahead.
    pub is_upcoming: bool,
}

/// A meeting as a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MeetingForm {
    /// Title.
    pub title: String,
    /// `board`, `working_group`, `other`.
    pub kind: String,
    /// ISO date.
    pub date: String,
    /// `HH:MM`, or empty.
    pub time: String,
    /// Where.
    pub place: String,
    /// Agenda, Markdown.
    pub agenda: String,
    /// Minutes, Markdown.
    pub minutes: String,
    /// `planned`, `held`, `cancelled`.
    pub status: String,
    /// Id of the working group that meets.
    pub group: Option<String>,
}

/// Changes a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeMeeting {
    /// Which.
    pub id: String,
    /// Its new fields.
    pub form: MeetingForm,
}

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Decision {
    /// Id of the decision.
    pub id: String,
    /// Its fields.
    pub form: DecisionForm,
    /// Title of the meeting.
    pub meeting_title: Option<String>,
    /// Its number, “2025-14”.
    pub number: String,
}

/// A decision as a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DecisionForm {
    /// Id of the meeting.
    pub meeting: Option<String>,
    /// What is or was to be decided.
    pub text: String,
    /// `waiting` or `made`.
    pub status: String,
    /// ISO date, or empty.
    pub date: String,
}

/// Changes a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeDecision {
    /// Which.
    pub id: String,
    /// Its new fields.
    pub form: DecisionForm,
}

/// An action item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ActionItem {
    /// Id of the action item.
    pub id: String,
    /// Its fields.
    pub form: ActionItemForm,
    /// Title of the meeting.
    pub meeting_title: Option<String>,
    /// “9 days late”, “Nov 21, 2025”, “Done Nov 3, 2025”.
    pub due_words: String,
    /// Whether it is late.
    pub is_late: bool,
}

/// An action item as a form; dates are ISO texts or empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ActionItemForm {
    /// Id of the meeting.
    pub meeting: Option<String>,
    /// What is to be done.
    pub title: String,
    /// Who does it.
    pub owner: String,
    /// By when.
    pub due: String,
    /// When it was done; empty while open.
    pub done_on: String,
}

/// Changes an action item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeActionItem {
    /// Which.
    pub id: String,
    /// Its new fields.
    pub form: ActionItemForm,
}
