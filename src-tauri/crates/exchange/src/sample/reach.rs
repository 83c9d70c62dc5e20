//! Loading whom and where activities serve, once all of them are there.

use std::collections::HashMap;

use super::load::{At, Loader, SampleError};
use super::values::{all, find};
use backbone_core::ActivityId;
use backbone_core::activities::{Activity, Population, Reach};
use backbone_core::measurement::Place;
use serde::Deserialize;

/// The part of a sample that tells whom and where activities serve.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Reached {
    /// Populations in their order.
    #[serde(default)]
    populations: Vec<String>,
    /// Places where nothing is measured, beside those of the figures.
    #[serde(default)]
    places: Vec<WorkedPlace>,
    #[serde(default)]
    activities: Vec<Served>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WorkedPlace {
    name: String,
    /// The place it lies in.
    parent: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Served {
    activity: String,
    #[serde(default)]
    populations: Vec<String>,
    #[serde(default)]
    places: Vec<String>,
}

impl Loader<'_> {
    pub(super) fn reach(&mut self, reached: &Reached) -> Result<(), SampleError> {
        let mut populations = HashMap::new();
        for (name, position) in reached.populations.iter().zip(1..) {
            let population = Population {
                name: name.clone(),
                position,
            };
            let id = self.book.add(population, self.context)?.value;
            populations.insert(name.clone(), id);
        }
        for place in &reached.places {
            let parent_id = find(&self.names.places, "place", &place.parent)
                .at(|| format!("place “{}”", place.name))?;
            let record = Place {
                name: place.name.clone(),
                is_benchmark: false,
                parent_id: Some(parent_id),
            };
            let id = self.book.add(record, self.context)?.value;
            self.names.places.insert(place.name.clone(), id);
        }
        let activities: HashMap<String, ActivityId> = self
            .book
            .list::<Activity>()?
            .into_iter()
            .map(|entry| (entry.record.name, entry.id))
            .collect();
        for served in &reached.activities {
            let at = || format!("reach of “{}”", served.activity);
            let id = find(&activities, "activity", &served.activity).at(at)?;
            let reach = Reach {
                populations: all(&populations, "population", &served.populations).at(at)?,
                places: all(&self.names.places, "place", &served.places).at(at)?,
            };
            let _ = self.book.set_reach(id, &reach, self.context)?;
        }
        Ok(())
    }
}
