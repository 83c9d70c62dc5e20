//! Activities over time: what the timeline shows, and moving them.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Activity, ActivityLink, Milestone};
use crate::{
    ActivityId, Context, Day, Done, Record, Result, Workbook,
    storage::{self, Entry},
};

/// An activity with its milestones, the earliest first.
#[derive(Debug, Clone, PartialEq)]
pub struct ActivityInTime {
    /// The activity.
    pub activity: Entry<Activity>,
    /// Its milestones.
    pub milestones: Vec<Milestone>,
}

/// Activities over time, with what waits for what.
#[derive(Debug, Clone, PartialEq)]
pub struct TimelineFacts {
    /// The activities, those that begin first on top, those without a day last.
    pub activities: Vec<ActivityInTime>,
    /// What waits for what, and whether it begins too early.
    pub links: Vec<(ActivityLink, bool)>,
    /// The first and the last day anything is planned for; none where nothing has a day.
    pub range: Option<(NaiveDate, NaiveDate)>,
}

impl Workbook {
    /// What the timeline shows.
    ///
    /// # Errors
    /// Reading the file.
    pub fn timeline_facts(&self) -> Result<TimelineFacts> {
        let mut milestones: HashMap<ActivityId, Vec<Milestone>> = HashMap::new();
        for entry in self.list::<Milestone>()? {
            let of = milestones.entry(entry.record.activity_id).or_default();
            of.push(entry.record);
        }
        let mut activities: Vec<ActivityInTime> = self
            .list::<Activity>()?
            .into_iter()
            .map(|activity| {
                let mut milestones = milestones.remove(&activity.id).unwrap_or_default();
                milestones.sort_by_key(|milestone| milestone.due);
                ActivityInTime {
                    activity,
                    milestones,
                }
            })
            .collect();
        activities.sort_by_key(|one| {
            let Activity { starts, ends, .. } = one.activity.record;
            (starts.or(ends).is_none(), starts.or(ends), ends)
        });
        let by_id: HashMap<ActivityId, &Activity> = activities
            .iter()
            .map(|one| (one.activity.id, &one.activity.record))
            .collect();
        let links = self
            .list::<ActivityLink>()?
            .into_iter()
            .map(|entry| {
                let link = entry.record;
                let tied = by_id.get(&link.from_id).zip(by_id.get(&link.to_id));
                let is_early =
                    tied.is_some_and(|(first, waiting)| link.is_too_early(first, waiting));
                (link, is_early)
            })
            .collect();
        let days = || {
            let own = activities.iter().flat_map(|one| {
                let record = &one.activity.record;
                record.starts.into_iter().chain(record.ends)
            });
            let due = activities
                .iter()
                .flat_map(|one| one.milestones.iter().map(|milestone| milestone.due));
            own.chain(due).map(|day| day.0)
        };
        let range = days().min().zip(days().max());
        Ok(TimelineFacts {
            activities,
            links,
            range,
        })
    }

    /// Moves an activity in time, as one step. Where its beginning and its end move by the
    /// same number of days, the milestones that are not reached move with them.
    ///
    /// # Errors
    /// An end before the beginning; an activity that is gone.
    pub fn reschedule_activity(
        &mut self,
        id: ActivityId,
        starts: Option<Day>,
        ends: Option<Day>,
        context: &Context,
    ) -> Result<Done<()>> {
        let before: Activity = self.get(id)?;
        let shift = |from: Option<Day>, to: Option<Day>| {
            from.zip(to).map(|(from, to)| (to.0 - from.0).num_days())
        };
        let moved = match (shift(before.starts, starts), shift(before.ends, ends)) {
            (Some(one), Some(other)) if one == other => one,
            // Of one with a single day that day is the whole.
            (Some(one), None) if before.ends.is_none() && ends.is_none() => one,
            (None, Some(other)) if before.starts.is_none() && starts.is_none() => other,
            _ => 0,
        };
        let activity = Activity {
            starts,
            ends,
            ..before
        };
        activity.validate()?;
        self.transact(Activity::CHANGE, &activity.label(), context, |tx| {
            storage::update(tx, id, &activity)?;
            if moved == 0 {
                return Ok(());
            }
            for mut entry in storage::list_of::<Milestone>(tx, "activity_id", &id)? {
                if entry.record.done_on.is_some() {
                    continue;
                }
                let due = entry.record.due.0;
                let by = chrono::TimeDelta::days(moved);
                entry.record.due = Day(due.checked_add_signed(by).unwrap_or(due));
                storage::update(tx, entry.id, &entry.record)?;
            }
            Ok(())
        })
    }
}
