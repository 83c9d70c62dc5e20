//! Mutually Reinforcing Activities: what partners do under a strategy.

mod links;
mod milestones;
mod reach;
mod resources;
mod risks;
mod standing;
mod timeline;
mod updates;

pub use links::{ActivityLink, LinkKind, way};
pub use milestones::{Milestone, MilestoneState};
pub use reach::{Population, Reach};
pub use resources::{ActivityResource, ResourceKind, Worth, worth};
pub use risks::{Risk, RiskLevel};
pub use standing::{ActivityParts, ActivityStanding, ActivityWarning, own_warnings};
pub use timeline::{ActivityInTime, TimelineFacts};
pub use updates::{ActivityUpdate, Course, Heard, STALE_AFTER_DAYS, heard};

use crate::{
    ActivityId, Context, Day, Done, Error, MeasureId, PartnerId, Reason, Record, Result,
    StrategyId, Workbook,
    storage::{self, Entry, LONGEST_TEXT, choice, record, require_length, require_name, ties},
};

choice! {
    /// Where an activity stands.
    ActivityStatus {
        /// Not begun.
        Planned = "planned",
        /// Under way.
        Active = "active",
        /// Finished.
        Done = "done",
        /// Given up.
        Stopped = "stopped",
    }
}

record! {
    /// What a partner does.
    Activity, ActivityId, "activities", order "name COLLATE NOCASE", AddActivity ChangeActivity RemoveActivity {
        /// Its name.
        name: String,
        /// In a sentence or two.
        description: String,
        /// The strategy it serves.
        strategy_id: Option<StrategyId>,
        /// The partner that leads it.
        lead_id: Option<PartnerId>,
        /// Where it stands.
        status: ActivityStatus,
        /// First day.
        starts: Option<Day>,
        /// Last day.
        ends: Option<Day>,
        /// Progress in words.
        progress: String,
    }
    label(this) this.name.clone();
    validate(this) {
        require_name("name", &this.name)?;
        require_length("description", &this.description, LONGEST_TEXT)?;
        require_length("progress", &this.progress, LONGEST_TEXT)?;
        if this.starts.zip(this.ends).is_some_and(|(starts, ends)| ends < starts) {
            return Err(Error::Invalid { field: "ends", reason: Reason::BeforeStart });
        }
        Ok(())
    };
}

impl Activity {
    /// Whether it is still to be done, in whole or in part.
    #[must_use]
    pub fn is_ahead(&self) -> bool {
        matches!(
            self.status,
            ActivityStatus::Planned | ActivityStatus::Active
        )
    }
}

/// An activity with those who take part and what it is meant to move.
#[derive(Debug, Clone, PartialEq)]
pub struct ActivityWithTies {
    /// The activity.
    pub activity: Entry<Activity>,
    /// Partners that take part beside the lead.
    pub partners: Vec<PartnerId>,
    /// Measures it is meant to move.
    pub measures: Vec<MeasureId>,
}

impl Workbook {
    /// All activities with their ties.
    ///
    /// # Errors
    /// Reading the file.
    pub fn activities(&self) -> Result<Vec<ActivityWithTies>> {
        let mut partners = ties::partners_by_activity(self.db())?;
        let mut measures = ties::measures_by_activity(self.db())?;
        let activities = storage::list::<Activity>(self.db())?;
        Ok(activities
            .into_iter()
            .map(|activity| ActivityWithTies {
                partners: partners.remove(&activity.id).unwrap_or_default(),
                measures: measures.remove(&activity.id).unwrap_or_default(),
                activity,
            })
            .collect())
    }

    /// Adds an activity with its ties.
    ///
    /// # Errors
    /// A field that cannot be kept.
    pub fn add_activity(
        &mut self,
        activity: Activity,
        partners: &[PartnerId],
        measures: &[MeasureId],
        context: &Context,
    ) -> Result<Done<ActivityId>> {
        self.add_activity_with_reach(activity, partners, measures, &Reach::default(), context)
    }

    /// Changes an activity and its ties. Whom and where it serves stays as it was, unless
    /// `wanted` says it anew.
    ///
    /// # Errors
    /// A field that cannot be kept; an activity, population or place that is gone.
    pub fn change_activity(
        &mut self,
        id: ActivityId,
        mut activity: Activity,
        partners: &[PartnerId],
        measures: &[MeasureId],
        wanted: Option<&Reach>,
        context: &Context,
    ) -> Result<Done<()>> {
        activity.clean();
        activity.validate()?;
        self.transact(Activity::CHANGE, &activity.label(), context, |tx| {
            storage::update(tx, id, &activity)?;
            ties::replace(tx, id, partners, measures)?;
            match wanted {
                Some(wanted) => storage::reach::replace(tx, id, wanted),
                None => Ok(()),
            }
        })
    }
}
