//! What readings can be split by: places, breakdowns and their groups. Where each is used,
//! how they are ordered and nested, and how two groups become one.

use std::collections::{HashMap, HashSet};

use rusqlite::Connection;

use super::{Breakdown, Group, Place, Reading, SeriesKey, SeriesReadings};
use crate::{
    BreakdownId, Context, Done, Error, GroupId, MeasureId, Op, PlaceId, Reason, Record, Result,
    Workbook,
    storage::{self, dimensions, readings},
};

/// How many readings of which measure hang on a group or place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Usage {
    /// The measure.
    pub measure: MeasureId,
    /// Its readings there.
    pub readings: u32,
}

/// A period for which two groups that are to become one say different things.
#[derive(Debug, Clone, PartialEq)]
pub struct MergeConflict {
    /// What the readings speak of, with the group that stays.
    pub series: SeriesKey,
    /// As the group says that goes.
    pub gone: Reading,
    /// As the group says that stays.
    pub kept: Reading,
}

/// What merging one group into another would do.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MergePlan {
    /// Readings that only the group has that goes; they move.
    pub moving: u32,
    /// Readings that say the same in both; one of them stays.
    pub same: u32,
    /// Readings that differ; somebody has to say which stay.
    pub conflicts: Vec<MergeConflict>,
}

/// Whose figures stay where two groups that become one differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// Those of the group that stays.
    Kept,
    /// Those of the group that goes.
    Gone,
}

impl Workbook {
    /// How many readings of which measure hang on each group; groups without are left out.
    ///
    /// # Errors
    /// Reading the file.
    pub fn use_of_groups(&self) -> Result<HashMap<GroupId, Vec<Usage>>> {
        dimensions::use_of_groups(self.db())
    }

    /// How many readings of which measure hang on each place; places without are left out.
    ///
    /// # Errors
    /// Reading the file.
    pub fn use_of_places(&self) -> Result<HashMap<PlaceId, Vec<Usage>>> {
        dimensions::use_of_places(self.db())
    }

    /// Adds a group at the end of its breakdown.
    ///
    /// # Errors
    /// A name that is empty or taken within the breakdown.
    pub fn add_group(
        &mut self,
        breakdown: BreakdownId,
        name: &str,
        context: &Context,
    ) -> Result<Done<GroupId>> {
        self.get::<Breakdown>(breakdown)?;
        let position = self.next_position::<Group>()?;
        self.add(
            Group {
                breakdown_id: breakdown,
                name: name.to_owned(),
                position,
            },
            context,
        )
    }

    /// Puts the groups of a breakdown in this order. Groups that are not named keep theirs,
    /// after the named ones.
    ///
    /// # Errors
    /// A group of another breakdown; a record that is gone.
    pub fn order_groups(
        &mut self,
        breakdown: BreakdownId,
        order: &[GroupId],
        context: &Context,
    ) -> Result<Done<()>> {
        let label = self.get::<Breakdown>(breakdown)?.label();
        let groups = storage::list_of::<Group>(self.db(), "breakdown_id", &breakdown)?;
        let is_known = |id: &GroupId| groups.iter().any(|group| group.id == *id);
        if !order.iter().all(is_known) {
            return Err(Error::NotFound);
        }
        let mut sorted: Vec<_> = groups.iter().collect();
        sorted.sort_by_key(|group| {
            let place = order.iter().position(|id| *id == group.id);
            place.unwrap_or(order.len())
        });
        self.transact(Op::OrderGroups, &label, context, |tx| {
            for (position, group) in (1..).zip(sorted) {
                if group.record.position != position {
                    let mut moved = group.record.clone();
                    moved.position = position;
                    storage::update(tx, group.id, &moved)?;
                }
            }
            Ok(())
        })
    }

    /// Removes a group no figure hangs on.
    ///
    /// # Errors
    /// Figures that hang on it, or a data request that asks for it.
    pub fn remove_group(&mut self, id: GroupId, context: &Context) -> Result<Done<()>> {
        let label = self.get::<Group>(id)?.label();
        self.transact(Op::RemoveGroup, &label, context, |tx| {
            dimensions::drop_empty_series_of_group(tx, id)?;
            storage::delete::<Group>(tx, id)
        })
    }

    /// Removes a breakdown with its groups, where no figure hangs on any.
    ///
    /// # Errors
    /// Figures that hang on a group, or a data request that asks for it.
    pub fn remove_breakdown(&mut self, id: BreakdownId, context: &Context) -> Result<Done<()>> {
        let label = self.get::<Breakdown>(id)?.label();
        self.transact(Op::RemoveBreakdown, &label, context, |tx| {
            for group in storage::list_of::<Group>(tx, "breakdown_id", &id)? {
                dimensions::drop_empty_series_of_group(tx, group.id)?;
                storage::delete::<Group>(tx, group.id)?;
            }
            storage::delete::<Breakdown>(tx, id)
        })
    }

    /// Removes a place no figure hangs on. Places that lie in it then lie in none.
    ///
    /// # Errors
    /// Figures that hang on it, or a data request that asks for it.
    pub fn remove_place(&mut self, id: PlaceId, context: &Context) -> Result<Done<()>> {
        let label = self.get::<Place>(id)?.label();
        self.transact(Op::RemovePlace, &label, context, |tx| {
            dimensions::drop_empty_series_of_place(tx, id)?;
            storage::delete::<Place>(tx, id)
        })
    }

    /// Changes a place.
    ///
    /// # Errors
    /// A name that is empty or taken; a place that would lie in itself.
    pub fn change_place(
        &mut self,
        id: PlaceId,
        place: Place,
        context: &Context,
    ) -> Result<Done<()>> {
        let mut above = place.parent_id;
        let mut seen = HashSet::new();
        while let Some(parent) = above.filter(|parent| seen.insert(*parent)) {
            if parent == id {
                return Err(Error::Invalid {
                    field: "parent",
                    reason: Reason::Circular,
                });
            }
            above = self.get::<Place>(parent)?.parent_id;
        }
        self.change(id, place, context)
    }

    /// What [`Self::merge_groups`] would do.
    ///
    /// # Errors
    /// Groups of two breakdowns, or twice the same; a group that is gone.
    pub fn merge_plan(&self, gone: GroupId, kept: GroupId) -> Result<MergePlan> {
        self.require_siblings(gone, kept)?;
        let mut plan = MergePlan::default();
        for pair in dimensions::pairs(self.db(), gone, kept)? {
            let there = pair.kept.as_ref().map_or(&[][..], |kept| &kept.readings);
            for reading in &pair.gone.readings {
                match there.iter().find(|other| other.period == reading.period) {
                    None => plan.moving += 1,
                    Some(other) if says_the_same(reading, other) => plan.same += 1,
                    Some(other) => plan.conflicts.push(MergeConflict {
                        series: SeriesKey {
                            group: Some(kept),
                            ..pair.gone.key
                        },
                        gone: reading.clone(),
                        kept: other.clone(),
                    }),
                }
            }
        }
        Ok(plan)
    }

    /// Makes two groups of a breakdown one: readings and requests of the first become those
    /// of the second, and the first is removed, as one step.
    ///
    /// # Errors
    /// Readings that differ while `keep` does not say which stay; readings of a closed
    /// period without a reason; groups of two breakdowns.
    pub fn merge_groups(
        &mut self,
        gone: GroupId,
        kept: GroupId,
        keep: Option<Keep>,
        context: &Context,
    ) -> Result<Done<()>> {
        let plan = self.merge_plan(gone, kept)?;
        if !plan.conflicts.is_empty() && keep.is_none() {
            return Err(Error::Conflict(Reason::FiguresDiffer));
        }
        let pairs = dimensions::pairs(self.db(), gone, kept)?;
        let periods = pairs.iter().flat_map(|pair| &pair.gone.readings);
        self.require_open(periods.map(|reading| reading.period), context)?;
        let label = format!(
            "{} → {}",
            self.get::<Group>(gone)?.name,
            self.get::<Group>(kept)?.name
        );
        self.transact(Op::MergeGroups, &label, context, |tx| {
            for pair in &pairs {
                let Some(there) = &pair.kept else {
                    dimensions::move_series(tx, pair.gone.id, kept)?;
                    continue;
                };
                join_series(tx, &pair.gone, there, keep)?;
            }
            dimensions::drop_empty_series_of_group(tx, gone)?;
            dimensions::move_requests(tx, gone, kept)?;
            storage::delete::<Group>(tx, gone)
        })
    }

    fn require_siblings(&self, gone: GroupId, kept: GroupId) -> Result<()> {
        let home = self.get::<Group>(gone)?.breakdown_id;
        if gone == kept || self.get::<Group>(kept)?.breakdown_id != home {
            return Err(Error::Invalid {
                field: "kept",
                reason: Reason::UnknownChoice,
            });
        }
        Ok(())
    }
}

/// Moves the readings of a series into another; of two that differ the one stays that `keep`
/// says, else that of `there`.
pub(crate) fn join_series(
    tx: &Connection,
    gone: &SeriesReadings,
    there: &SeriesReadings,
    keep: Option<Keep>,
) -> Result<()> {
    for reading in &gone.readings {
        let other = there
            .readings
            .iter()
            .find(|other| other.period == reading.period);
        let moves = match other {
            None => true,
            Some(other) if says_the_same(reading, other) => {
                readings::join_comment(tx, other, &reading.comment)?;
                false
            }
            Some(_) => keep == Some(Keep::Gone),
        };
        if moves {
            readings::copy(tx, reading, there.id)?;
        }
        readings::remove(tx, reading.series, reading.period)?;
    }
    Ok(())
}

/// Whether two readings hold the same figures; how they came in does not matter.
pub(crate) fn says_the_same(one: &Reading, other: &Reading) -> bool {
    one.value == other.value
        && one.numerator == other.numerator
        && one.denominator == other.denominator
        && one.lower == other.lower
        && one.upper == other.upper
        && one.state == other.state
}
