//! Whom and where activities serve: the list of populations, and what of it, and of the
//! places, an activity reaches.

use std::collections::HashMap;

use super::Activity;
use crate::{
    ActivityId, Context, Done, Id, MeasureId, Op, PartnerId, PlaceId, PopulationId, Record, Result,
    Workbook,
    storage::{self, reach, record, require_name, ties},
};

record! {
    /// A group of people that activities serve, as the team tells them apart.
    Population, PopulationId, "populations", order "position, name COLLATE NOCASE", AddPopulation ChangePopulation RemovePopulation {
        /// Its name.
        name: String,
        /// Place in the list.
        position: i64,
    }
    label(this) this.name.clone();
    validate(this) require_name("name", &this.name);
}

/// Whom and where an activity serves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    /// Populations, in no order that means anything.
    pub populations: Vec<PopulationId>,
    /// Places, in no order that means anything.
    pub places: Vec<PlaceId>,
}

impl Workbook {
    /// The reach of every activity that has any.
    ///
    /// # Errors
    /// Reading the file.
    pub fn reach_by_activity(&self) -> Result<HashMap<ActivityId, Reach>> {
        reach::by_activity(self.db())
    }

    /// Adds an activity with its ties and its reach, as one step.
    ///
    /// # Errors
    /// A field that cannot be kept; a population or place that is gone.
    pub fn add_activity_with_reach(
        &mut self,
        mut activity: Activity,
        partners: &[PartnerId],
        measures: &[MeasureId],
        wanted: &Reach,
        context: &Context,
    ) -> Result<Done<ActivityId>> {
        activity.clean();
        activity.validate()?;
        let id = ActivityId::new(context.now_ms);
        self.transact(Activity::ADD, &activity.label(), context, |tx| {
            storage::insert(tx, id, &activity)?;
            ties::replace(tx, id, partners, measures)?;
            reach::replace(tx, id, wanted)?;
            Ok(id)
        })
    }

    /// Says whom and where an activity serves, and nothing else of it.
    ///
    /// # Errors
    /// An activity, population or place that is gone.
    pub fn set_reach(
        &mut self,
        id: ActivityId,
        wanted: &Reach,
        context: &Context,
    ) -> Result<Done<()>> {
        let label = self.get::<Activity>(id)?.label();
        self.transact(Op::SetReach, &label, context, |tx| {
            reach::replace(tx, id, wanted)
        })
    }

    /// Puts the populations in this order; those left out follow as they were.
    ///
    /// # Errors
    /// Writing the file.
    pub fn order_populations(
        &mut self,
        order: &[PopulationId],
        context: &Context,
    ) -> Result<Done<()>> {
        let mut entries = self.list::<Population>()?;
        // Stable, so that what is not named keeps its order behind the rest.
        entries.sort_by_key(|entry| {
            order
                .iter()
                .position(|id| *id == entry.id)
                .unwrap_or(usize::MAX)
        });
        self.transact(Op::OrderPopulations, "", context, |tx| {
            for (mut entry, position) in entries.into_iter().zip(1..) {
                entry.record.position = position;
                storage::update(tx, entry.id, &entry.record)?;
            }
            Ok(())
        })
    }
}
