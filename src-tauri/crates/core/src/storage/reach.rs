//! Whom and where activities serve, and which activity waits for or feeds which.

use std::collections::HashMap;

use rusqlite::{Connection, named_params};

use super::refusal;
use crate::{ActivityId, PlaceId, PopulationId, Result, activities::Reach};

pub(crate) fn by_activity(db: &Connection) -> Result<HashMap<ActivityId, Reach>> {
    let mut found: HashMap<ActivityId, Reach> = HashMap::new();
    let mut select = db.prepare_cached(
        "SELECT activity_id, population_id FROM activity_populations
         ORDER BY activity_id, population_id",
    )?;
    let rows = select.query_map([], |row| {
        Ok((row.get("activity_id")?, row.get("population_id")?))
    })?;
    for row in rows {
        let (activity, population): (ActivityId, PopulationId) = row?;
        found
            .entry(activity)
            .or_default()
            .populations
            .push(population);
    }
    let mut select = db.prepare_cached(
        "SELECT activity_id, place_id FROM activity_places ORDER BY activity_id, place_id",
    )?;
    let rows = select.query_map([], |row| {
        Ok((row.get("activity_id")?, row.get("place_id")?))
    })?;
    for row in rows {
        let (activity, place): (ActivityId, PlaceId) = row?;
        found.entry(activity).or_default().places.push(place);
    }
    Ok(found)
}

fn of_activity(db: &Connection, activity: ActivityId) -> Result<Reach> {
    let mut populations = db.prepare_cached(
        "SELECT population_id FROM activity_populations WHERE activity_id = :activity",
    )?;
    let populations = populations.query_map(named_params! { ":activity": activity }, |row| {
        row.get("population_id")
    })?;
    let mut places =
        db.prepare_cached("SELECT place_id FROM activity_places WHERE activity_id = :activity")?;
    let places = places.query_map(named_params! { ":activity": activity }, |row| {
        row.get("place_id")
    })?;
    Ok(Reach {
        populations: populations.collect::<rusqlite::Result<_>>()?,
        places: places.collect::<rusqlite::Result<_>>()?,
    })
}

/// Replaces the reach of an activity, touching only what differs.
pub(crate) fn replace(tx: &Connection, activity: ActivityId, wanted: &Reach) -> Result<()> {
    let had = of_activity(tx, activity)?;
    let run = |sql: &str, other: &dyn rusqlite::ToSql| -> Result<()> {
        tx.prepare_cached(sql)?
            .execute(named_params! { ":activity": activity, ":other": other })
            .map_err(refusal)?;
        Ok(())
    };
    for gone in had
        .populations
        .iter()
        .filter(|id| !wanted.populations.contains(id))
    {
        run(
            "DELETE FROM activity_populations
             WHERE activity_id = :activity AND population_id = :other",
            gone,
        )?;
    }
    for new in wanted
        .populations
        .iter()
        .filter(|id| !had.populations.contains(id))
    {
        run(
            "INSERT INTO activity_populations (activity_id, population_id)
             VALUES (:activity, :other) ON CONFLICT DO NOTHING",
            new,
        )?;
    }
    for gone in had.places.iter().filter(|id| !wanted.places.contains(id)) {
        run(
            "DELETE FROM activity_places WHERE activity_id = :activity AND place_id = :other",
            gone,
        )?;
    }
    for new in wanted.places.iter().filter(|id| !had.places.contains(id)) {
        run(
            "INSERT INTO activity_places (activity_id, place_id)
             VALUES (:activity, :other) ON CONFLICT DO NOTHING",
            new,
        )?;
    }
    Ok(())
}

/// From, to, and whether what the first makes feeds the second; otherwise the second waits
/// for the first. By ids, so that the same file gives the same order.
pub(crate) fn links(db: &Connection) -> Result<Vec<(ActivityId, ActivityId, bool)>> {
    let mut select = db.prepare_cached(
        "SELECT from_id, to_id, kind = 'feeds' AS feeds FROM activity_links
         ORDER BY from_id, to_id, kind",
    )?;
    let rows = select.query_map([], |row| {
        Ok((row.get("from_id")?, row.get("to_id")?, row.get("feeds")?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
