//! The timeline of activities on the wire. Days are ISO texts; the window places them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::NamedRecord;

/// Activities over time, with what waits for what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Timeline {
    /// Today.
    pub today: String,
    /// First day to show: of the earliest activity or milestone, or today.
    pub first: String,
    /// Last day to show.
    pub last: String,
    /// The activities, those that begin first on top, those without dates last.
    pub rows: Vec<TimelineRow>,
    /// Strategies in the order of the agenda.
    pub strategies: Vec<NamedRecord>,
    /// Leading partners by name.
    pub leads: Vec<NamedRecord>,
    /// What waits for what.
    pub links: Vec<TimelineLink>,
}

/// An activity on the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TimelineRow {
    /// Id of the activity.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Id of the strategy; empty for none.
    pub strategy: String,
    /// Id of the leading partner; empty for none.
    pub lead: String,
    /// Name of the leading partner; empty for none.
    pub lead_name: String,
    /// `planned`, `active`, `done`, `stopped`.
    pub status: String,
    /// First day; empty for none.
    pub starts: String,
    /// Last day; empty for none.
    pub ends: String,
    /// Its milestones, the earliest first.
    pub milestones: Vec<TimelineMilestone>,
}

/// A milestone on the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TimelineMilestone {
    /// Its name.
    pub name: String,
    /// The day it is due.
    pub due: String,
    /// `done`, `late` or `open`.
    pub state: String,
}

/// One activity waits for another, or is fed by it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TimelineLink {
    /// Id of the activity that comes first.
    pub from: String,
    /// Id of the one that waits or is fed.
    pub to: String,
    /// `before` or `feeds`.
    pub kind: String,
    /// Whether the one that waits begins before the other ends.
    pub is_too_early: bool,
}

/// Moves an activity in time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RescheduleActivity {
    /// Which.
    pub id: String,
    /// First day, or empty.
    pub starts: String,
    /// Last day, or empty.
    pub ends: String,
}
