//! Milestones: what an activity is to have reached by which day.

use chrono::NaiveDate;

use crate::{
    ActivityId, Context, Day, Done, Error, MilestoneId, Op, Reason, Record, Result, Workbook,
    storage::{self, record, require_name},
};

record! {
    /// What an activity is to have reached by a day.
    Milestone, MilestoneId, "milestones", order "due, id", AddMilestone ChangeMilestone RemoveMilestone {
        /// The activity.
        activity_id: ActivityId,
        /// What is reached.
        name: String,
        /// By which day.
        due: Day,
        /// The day it was reached; none as long as it is not.
        done_on: Option<Day>,
    }
    label(this) this.name.clone();
    validate(this) require_name("name", &this.name);
}

/// How a milestone stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MilestoneState {
    /// Reached.
    Done,
    /// Its day is past and it is not reached.
    Late,
    /// Its day is today or ahead.
    Open,
}

impl MilestoneState {
    /// Stable identifier for the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Late => "late",
            Self::Open => "open",
        }
    }
}

impl Milestone {
    /// How it stands on `today`. On the day itself it is not late yet.
    #[must_use]
    pub fn state(&self, today: NaiveDate) -> MilestoneState {
        match self.done_on {
            Some(_) => MilestoneState::Done,
            None if self.due.0 < today => MilestoneState::Late,
            None => MilestoneState::Open,
        }
    }
}

impl Workbook {
    /// Adds a milestone.
    ///
    /// # Errors
    /// A field that cannot be kept; a day it was reached that has not come yet.
    pub fn add_milestone(
        &mut self,
        milestone: Milestone,
        context: &Context,
    ) -> Result<Done<MilestoneId>> {
        not_ahead("done_on", milestone.done_on, context)?;
        self.add(milestone, context)
    }

    /// Changes a milestone.
    ///
    /// # Errors
    /// As [`Self::add_milestone`]; a milestone that is gone.
    pub fn change_milestone(
        &mut self,
        id: MilestoneId,
        milestone: Milestone,
        context: &Context,
    ) -> Result<Done<()>> {
        not_ahead("done_on", milestone.done_on, context)?;
        self.change(id, milestone, context)
    }

    /// Says on which day a milestone was reached, or that it is not reached after all.
    ///
    /// # Errors
    /// A day that has not come yet; a milestone that is gone.
    pub fn reach_milestone(
        &mut self,
        id: MilestoneId,
        done_on: Option<Day>,
        context: &Context,
    ) -> Result<Done<()>> {
        not_ahead("done_on", done_on, context)?;
        let milestone = Milestone {
            done_on,
            ..self.get(id)?
        };
        self.transact(Op::ReachMilestone, &milestone.label(), context, |tx| {
            storage::update(tx, id, &milestone)
        })
    }
}

/// What was reached or is over was so by today.
pub(super) fn not_ahead(field: &'static str, day: Option<Day>, context: &Context) -> Result<()> {
    if day.is_some_and(|day| day.0 > context.today) {
        return Err(Error::Invalid {
            field,
            reason: Reason::NotYet,
        });
    }
    Ok(())
}
