//! What readings can be split by: places, breakdowns and their groups. Where each is used,
//! and how they are ordered and nested.

use std::collections::{HashMap, HashSet};

use super::{Breakdown, Group, Place};
use crate::{
    BreakdownId, Context, Done, Error, GroupId, MeasureId, Op, PlaceId, Reason, Record, Result,
    Workbook,
    storage::{self, dimensions},
};

/// How many readings of which measure hang on a group or place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Usage {
    /// The measure.
    pub measure: MeasureId,
    /// Its readings there.
    pub readings: u32,
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
        let is_in_itself = match place.parent_id {
            Some(parent) => parent == id || self.lies_in(parent, id)?,
            None => false,
        };
        if is_in_itself {
            return Err(Error::Invalid {
                field: "parent",
                reason: Reason::Circular,
            });
        }
        self.change(id, place, context)
    }

    /// Whether a place lies in another, over however many between them.
    pub(super) fn lies_in(&self, inner: PlaceId, outer: PlaceId) -> Result<bool> {
        let mut above = self.get::<Place>(inner)?.parent_id;
        let mut seen = HashSet::new();
        while let Some(parent) = above.filter(|parent| seen.insert(*parent)) {
            if parent == outer {
                return Ok(true);
            }
            above = self.get::<Place>(parent)?.parent_id;
        }
        Ok(false)
    }
}
