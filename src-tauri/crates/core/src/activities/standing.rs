//! How activities stand: what belongs to them, when they were last heard of, and what in
//! their plan does not fit.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{
    Activity, ActivityLink, ActivityResource, ActivityStatus, ActivityUpdate, Course, Heard,
    Milestone, MilestoneState, Risk, RiskLevel, heard,
};
use crate::{
    ActivityId, Context, Day, Done, Entry, HistoryEntry, Record, Result, Workbook, storage,
};

/// Everything that belongs to one activity.
#[derive(Debug, Clone, PartialEq)]
pub struct ActivityParts {
    /// Milestones, the earliest first.
    pub milestones: Vec<Entry<Milestone>>,
    /// Its log, the latest first.
    pub updates: Vec<Entry<ActivityUpdate>>,
    /// What it needs.
    pub resources: Vec<Entry<ActivityResource>>,
    /// Its risks, open ones first and of those the heaviest.
    pub risks: Vec<Entry<Risk>>,
    /// Ties to activities that come before it or feed it.
    pub from: Vec<Entry<ActivityLink>>,
    /// Ties to activities that wait for it or are fed by it.
    pub to: Vec<Entry<ActivityLink>>,
}

/// What in the plan of an activity does not fit. It is said, never refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActivityWarning {
    /// It was to begin on an earlier day and is still planned.
    NotBegun,
    /// It was to end on an earlier day and is still under way.
    NotEnded,
    /// Milestones whose day is past and that are not reached.
    LateMilestones(u32),
    /// Milestones due after it ends. Those before it begins prepare it.
    MilestonesAfterEnd(u32),
    /// Activities that are to end first end on or after the day it begins.
    BeginsTooEarly(u32),
}

impl ActivityWarning {
    /// Stable identifier for the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NotBegun => "not_begun",
            Self::NotEnded => "not_ended",
            Self::LateMilestones(_) => "late_milestones",
            Self::MilestonesAfterEnd(_) => "milestones_after_end",
            Self::BeginsTooEarly(_) => "begins_too_early",
        }
    }

    /// How many, where it counts something.
    #[must_use]
    pub fn count(self) -> u32 {
        match self {
            Self::NotBegun | Self::NotEnded => 1,
            Self::LateMilestones(count)
            | Self::MilestonesAfterEnd(count)
            | Self::BeginsTooEarly(count) => count,
        }
    }
}

/// What in the plan of an activity does not fit on `today`, links to others aside. Of what is
/// finished or given up nothing is said.
#[must_use]
pub fn own_warnings(
    activity: &Activity,
    milestones: &[&Milestone],
    today: NaiveDate,
) -> Vec<ActivityWarning> {
    let mut found = Vec::new();
    let is_past = |day: Option<Day>| day.is_some_and(|day| day.0 < today);
    match activity.status {
        ActivityStatus::Done | ActivityStatus::Stopped => return found,
        ActivityStatus::Planned if is_past(activity.starts) => {
            found.push(ActivityWarning::NotBegun);
        }
        ActivityStatus::Active if is_past(activity.ends) => found.push(ActivityWarning::NotEnded),
        ActivityStatus::Planned | ActivityStatus::Active => {}
    }
    let count = |is_meant: &dyn Fn(&Milestone) -> bool| {
        let meant = milestones.iter().filter(|milestone| is_meant(milestone));
        u32::try_from(meant.count()).unwrap_or(u32::MAX)
    };
    let late = count(&|milestone| milestone.state(today) == MilestoneState::Late);
    if late > 0 {
        found.push(ActivityWarning::LateMilestones(late));
    }
    let beyond = count(&|milestone| activity.ends.is_some_and(|ends| milestone.due > ends));
    if beyond > 0 {
        found.push(ActivityWarning::MilestonesAfterEnd(beyond));
    }
    found
}

/// How one activity stands on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct ActivityStanding {
    /// The day and the course of the latest update.
    pub latest: Option<(Day, Course)>,
    /// How long ago it was heard of.
    pub heard: Heard,
    /// Milestones.
    pub milestones: u32,
    /// Those of them that are reached.
    pub milestones_done: u32,
    /// The next milestone that is not reached.
    pub next_milestone: Option<Milestone>,
    /// Open risks.
    pub open_risks: u32,
    /// The heaviest of them.
    pub worst_risk: Option<RiskLevel>,
    /// What in its plan does not fit.
    pub warnings: Vec<ActivityWarning>,
}

impl ActivityStanding {
    /// How an activity stands on `today`, by its milestones, the earliest first, its latest
    /// update, its open risks, and the number of activities it does not wait for as it should.
    fn of(
        activity: &Activity,
        milestones: &[&Milestone],
        latest: Option<(Day, Course)>,
        risks: &[&Risk],
        early: u32,
        today: NaiveDate,
    ) -> Self {
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let is_open = |one: &&&Milestone| one.done_on.is_none();
        let open = milestones.iter().filter(is_open);
        let mut warnings = own_warnings(activity, milestones, today);
        if early > 0 {
            warnings.push(ActivityWarning::BeginsTooEarly(early));
        }
        Self {
            heard: heard(activity, latest.map(|(day, _)| day), today),
            latest,
            milestones: count(milestones.len()),
            milestones_done: count(milestones.len() - open.clone().count()),
            next_milestone: open.map(|one| (*one).clone()).next(),
            open_risks: count(risks.len()),
            worst_risk: risks.iter().map(|risk| risk.level()).max(),
            warnings,
        }
    }
}

impl Workbook {
    /// Says where an activity stands, and nothing else of it.
    ///
    /// # Errors
    /// An activity that is gone.
    pub fn set_activity_status(
        &mut self,
        id: ActivityId,
        status: ActivityStatus,
        context: &Context,
    ) -> Result<Done<()>> {
        let activity = Activity {
            status,
            ..self.get(id)?
        };
        self.transact(Activity::CHANGE, &activity.label(), context, |tx| {
            storage::update(tx, id, &activity)
        })
    }

    /// What was changed of an activity and of what belongs to it, the latest first.
    ///
    /// # Errors
    /// Reading the file.
    pub fn activity_history(
        &self,
        id: ActivityId,
        parts: &ActivityParts,
    ) -> Result<Vec<HistoryEntry>> {
        let mut found = self.history_of(Activity::TABLE, id)?;
        self.add_history(&parts.milestones, &mut found)?;
        self.add_history(&parts.updates, &mut found)?;
        self.add_history(&parts.resources, &mut found)?;
        self.add_history(&parts.risks, &mut found)?;
        self.add_history(&parts.from, &mut found)?;
        self.add_history(&parts.to, &mut found)?;
        found.sort_by_key(|entry| std::cmp::Reverse((entry.at_ms, entry.id)));
        found.dedup_by_key(|entry| entry.id);
        Ok(found)
    }

    fn add_history<T: Record>(
        &self,
        entries: &[Entry<T>],
        found: &mut Vec<HistoryEntry>,
    ) -> Result<()> {
        for entry in entries {
            found.extend(self.history_of(T::TABLE, entry.id)?);
        }
        Ok(())
    }

    /// Everything that belongs to one activity.
    ///
    /// # Errors
    /// An activity that is gone.
    pub fn activity_parts(&self, id: ActivityId) -> Result<ActivityParts> {
        let db = self.db();
        self.get::<Activity>(id)?;
        Ok(ActivityParts {
            milestones: storage::list_of(db, "activity_id", &id)?,
            updates: storage::list_of(db, "activity_id", &id)?,
            resources: storage::list_of(db, "activity_id", &id)?,
            risks: storage::list_of(db, "activity_id", &id)?,
            from: storage::list_of(db, "to_id", &id)?,
            to: storage::list_of(db, "from_id", &id)?,
        })
    }

    /// How every activity stands on `today`, read in one go.
    ///
    /// # Errors
    /// Reading the file.
    pub fn activity_standings(
        &self,
        today: NaiveDate,
    ) -> Result<HashMap<ActivityId, ActivityStanding>> {
        let activities: HashMap<ActivityId, Activity> = self
            .list::<Activity>()?
            .into_iter()
            .map(|entry| (entry.id, entry.record))
            .collect();
        let mut milestones: HashMap<ActivityId, Vec<Milestone>> = HashMap::new();
        for entry in self.list::<Milestone>()? {
            let of = milestones.entry(entry.record.activity_id).or_default();
            of.push(entry.record);
        }
        // The list begins with the latest, which is the one that stays.
        let mut latest: HashMap<ActivityId, (Day, Course)> = HashMap::new();
        for entry in self.list::<ActivityUpdate>()? {
            let record = entry.record;
            let of = latest.entry(record.activity_id);
            of.or_insert((record.date, record.course));
        }
        let mut risks: HashMap<ActivityId, Vec<Risk>> = HashMap::new();
        for entry in self.list::<Risk>()? {
            if let Some(activity) = entry.record.activity_id.filter(|_| entry.record.is_open()) {
                risks.entry(activity).or_default().push(entry.record);
            }
        }
        let mut early: HashMap<ActivityId, u32> = HashMap::new();
        for entry in self.list::<ActivityLink>()? {
            let link = entry.record;
            let ends = activities
                .get(&link.from_id)
                .zip(activities.get(&link.to_id));
            if ends.is_some_and(|(first, waiting)| link.is_too_early(first, waiting)) {
                *early.entry(link.to_id).or_default() += 1;
            }
        }
        let standings = activities.iter().map(|(id, activity)| {
            let own: Vec<&Milestone> = milestones.get(id).into_iter().flatten().collect();
            let risks: Vec<&Risk> = risks.get(id).into_iter().flatten().collect();
            let early = early.get(id).copied().unwrap_or(0);
            let latest = latest.get(id).copied();
            let standing = ActivityStanding::of(activity, &own, latest, &risks, early, today);
            (*id, standing)
        });
        Ok(standings.collect())
    }

    /// How one activity stands on `today`, by what belongs to it.
    ///
    /// # Errors
    /// An activity that is gone.
    pub fn activity_standing(
        &self,
        id: ActivityId,
        parts: &ActivityParts,
        today: NaiveDate,
    ) -> Result<ActivityStanding> {
        let activity: Activity = self.get(id)?;
        let mut early = 0;
        for link in &parts.from {
            let first = self.get(link.record.from_id)?;
            early += u32::from(link.record.is_too_early(&first, &activity));
        }
        let milestones: Vec<&Milestone> = parts.milestones.iter().map(|one| &one.record).collect();
        let risks = parts.risks.iter().map(|one| &one.record);
        let risks: Vec<&Risk> = risks.filter(|risk| risk.is_open()).collect();
        let latest = parts.updates.first();
        let latest = latest.map(|update| (update.record.date, update.record.course));
        Ok(ActivityStanding::of(
            &activity,
            &milestones,
            latest,
            &risks,
            early,
            today,
        ))
    }
}
