//! How two groups of a breakdown, or two places, become one: readings, requests and whatever
//! else speaks of the first speak of the second, as one step.

use rusqlite::Connection;

use super::{Group, Place, Reading, SeriesKey, SeriesReadings};
use crate::{
    Context, Done, Error, GroupId, Op, PlaceId, Reason, Result, Workbook,
    storage::{
        self,
        dimensions::{self, Pair},
        readings,
    },
};

/// A period for which two groups or places that are to become one say different things.
#[derive(Debug, Clone, PartialEq)]
pub struct MergeConflict {
    /// What the readings speak of, with the one that stays.
    pub series: SeriesKey,
    /// As the one says that goes.
    pub gone: Reading,
    /// As the one says that stays.
    pub kept: Reading,
}

/// What merging one group or place into another would do.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MergePlan {
    /// Readings that only the one has that goes; they move.
    pub moving: u32,
    /// Readings that say the same in both; one of them stays.
    pub same: u32,
    /// Readings that differ; somebody has to say which stay.
    pub conflicts: Vec<MergeConflict>,
}

/// Whose figures stay where two that become one differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// Those of the one that stays.
    Kept,
    /// Those of the one that goes.
    Gone,
}

impl MergePlan {
    fn of(pairs: &[Pair]) -> Self {
        let mut plan = Self::default();
        for pair in pairs {
            for reading in &pair.gone.readings {
                match pair.kept.as_ref().and_then(|kept| kept.at(reading.period)) {
                    None => plan.moving += 1,
                    Some(other) if says_the_same(reading, other) => plan.same += 1,
                    Some(other) => plan.conflicts.push(MergeConflict {
                        series: pair.key,
                        gone: reading.clone(),
                        kept: other.clone(),
                    }),
                }
            }
        }
        plan
    }
}

impl Workbook {
    /// What [`Self::merge_groups`] would do.
    ///
    /// # Errors
    /// Groups of two breakdowns, or twice the same; a group that is gone.
    pub fn merge_plan(&self, gone: GroupId, kept: GroupId) -> Result<MergePlan> {
        Ok(MergePlan::of(&self.pairs_of_groups(gone, kept)?))
    }

    /// What [`Self::merge_places`] would do.
    ///
    /// # Errors
    /// Twice the same place; a place that is gone.
    pub fn place_merge_plan(&self, gone: PlaceId, kept: PlaceId) -> Result<MergePlan> {
        Ok(MergePlan::of(&self.pairs_of_places(gone, kept)?))
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
        let pairs = self.pairs_of_groups(gone, kept)?;
        self.require_decided(&pairs, keep, context)?;
        let label = format!(
            "{} → {}",
            self.get::<Group>(gone)?.name,
            self.get::<Group>(kept)?.name
        );
        self.transact(Op::MergeGroups, &label, context, |tx| {
            join(tx, &pairs, keep, |series| {
                dimensions::move_series_to_group(tx, series, kept)
            })?;
            dimensions::drop_empty_series_of_group(tx, gone)?;
            dimensions::move_requests_to_group(tx, gone, kept)?;
            storage::delete::<Group>(tx, gone)
        })
    }

    /// Makes two places one: readings and requests of the first become those of the second,
    /// what lies in it lies in the second, activities there are there, and the first is
    /// removed, as one step. A place that stays and lay in the first lies where that did.
    ///
    /// # Errors
    /// Readings that differ while `keep` does not say which stay; readings of a closed
    /// period without a reason; twice the same place.
    pub fn merge_places(
        &mut self,
        gone: PlaceId,
        kept: PlaceId,
        keep: Option<Keep>,
        context: &Context,
    ) -> Result<Done<()>> {
        let pairs = self.pairs_of_places(gone, kept)?;
        self.require_decided(&pairs, keep, context)?;
        let mut place = self.get::<Place>(kept)?;
        let left = self.get::<Place>(gone)?;
        let label = format!("{} → {}", left.name, place.name);
        let is_within = self.lies_in(kept, gone)?;
        self.transact(Op::MergePlaces, &label, context, |tx| {
            join(tx, &pairs, keep, |series| {
                dimensions::move_series_to_place(tx, series, kept)
            })?;
            dimensions::drop_empty_series_of_place(tx, gone)?;
            dimensions::move_requests_to_place(tx, gone, kept)?;
            dimensions::move_activities_to_place(tx, gone, kept)?;
            if is_within {
                place.parent_id = left.parent_id;
                storage::update(tx, kept, &place)?;
            }
            for mut inner in storage::list_of::<Place>(tx, "parent_id", &gone)? {
                inner.record.parent_id = Some(kept);
                storage::update(tx, inner.id, &inner.record)?;
            }
            storage::delete::<Place>(tx, gone)
        })
    }

    fn pairs_of_groups(&self, gone: GroupId, kept: GroupId) -> Result<Vec<Pair>> {
        let home = self.get::<Group>(gone)?.breakdown_id;
        if gone == kept || self.get::<Group>(kept)?.breakdown_id != home {
            return Err(no_pair());
        }
        let twin = |key| SeriesKey {
            group: Some(kept),
            ..key
        };
        let there = readings::of_group(self.db(), kept)?;
        Ok(dimensions::pairs(
            readings::of_group(self.db(), gone)?,
            there,
            twin,
        ))
    }

    fn pairs_of_places(&self, gone: PlaceId, kept: PlaceId) -> Result<Vec<Pair>> {
        self.get::<Place>(gone)?;
        self.get::<Place>(kept)?;
        if gone == kept {
            return Err(no_pair());
        }
        let twin = |key| SeriesKey {
            place: Some(kept),
            ..key
        };
        let there = readings::of_place(self.db(), kept)?;
        Ok(dimensions::pairs(
            readings::of_place(self.db(), gone)?,
            there,
            twin,
        ))
    }

    /// Refuses what nobody has decided: which figures stay, and why closed ones change.
    fn require_decided(&self, pairs: &[Pair], keep: Option<Keep>, context: &Context) -> Result<()> {
        if keep.is_none() && !MergePlan::of(pairs).conflicts.is_empty() {
            return Err(Error::Conflict(Reason::FiguresDiffer));
        }
        let readings = pairs.iter().flat_map(|pair| &pair.gone.readings);
        self.require_open(readings.map(|reading| reading.period), context)
    }
}

fn no_pair() -> Error {
    Error::Invalid {
        field: "kept",
        reason: Reason::UnknownChoice,
    }
}

/// Makes the readings of the one that goes those of the one that stays.
fn join(
    tx: &Connection,
    pairs: &[Pair],
    keep: Option<Keep>,
    move_series: impl Fn(super::SeriesId) -> Result<()>,
) -> Result<()> {
    for pair in pairs {
        let Some(there) = &pair.kept else {
            move_series(pair.gone.id)?;
            continue;
        };
        join_series(tx, &pair.gone, there, keep)?;
    }
    Ok(())
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
        let moves = match there.at(reading.period) {
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
