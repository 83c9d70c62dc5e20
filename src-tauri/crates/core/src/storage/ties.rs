//! Who takes part in which activity, and which measures it is meant to move.

use std::collections::HashMap;

use rusqlite::{Connection, named_params};

use crate::{ActivityId, MeasureId, PartnerId, Result};

pub(crate) fn partners_by_activity(db: &Connection) -> Result<HashMap<ActivityId, Vec<PartnerId>>> {
    let mut select = db.prepare_cached(
        "SELECT activity_id, partner_id FROM activity_partners ORDER BY activity_id, partner_id",
    )?;
    let rows = select.query_map([], |row| {
        Ok((row.get("activity_id")?, row.get("partner_id")?))
    })?;
    collect(rows)
}

pub(crate) fn measures_by_activity(db: &Connection) -> Result<HashMap<ActivityId, Vec<MeasureId>>> {
    let mut select = db.prepare_cached(
        "SELECT activity_id, measure_id FROM activity_measures ORDER BY activity_id, measure_id",
    )?;
    let rows = select.query_map([], |row| {
        Ok((row.get("activity_id")?, row.get("measure_id")?))
    })?;
    collect(rows)
}

/// Replaces all ties of an activity, touching only what differs.
pub(crate) fn replace(
    tx: &Connection,
    activity: ActivityId,
    partners: &[PartnerId],
    measures: &[MeasureId],
) -> Result<()> {
    let had = partners_by_activity(tx)?
        .remove(&activity)
        .unwrap_or_default();
    for gone in had.iter().filter(|partner| !partners.contains(partner)) {
        tx.prepare_cached(
            "DELETE FROM activity_partners WHERE activity_id = :activity AND partner_id = :partner",
        )?
        .execute(named_params! { ":activity": activity, ":partner": gone })?;
    }
    for new in partners.iter().filter(|partner| !had.contains(partner)) {
        tx.prepare_cached("INSERT OR IGNORE INTO activity_partners (activity_id, partner_id) VALUES (:activity, :partner)")?
            .execute(named_params! { ":activity": activity, ":partner": new })?;
    }
    let had = measures_by_activity(tx)?
        .remove(&activity)
        .unwrap_or_default();
    for gone in had.iter().filter(|measure| !measures.contains(measure)) {
        tx.prepare_cached(
            "DELETE FROM activity_measures WHERE activity_id = :activity AND measure_id = :measure",
        )?
        .execute(named_params! { ":activity": activity, ":measure": gone })?;
    }
    for new in measures.iter().filter(|measure| !had.contains(measure)) {
        tx.prepare_cached("INSERT OR IGNORE INTO activity_measures (activity_id, measure_id) VALUES (:activity, :measure)")?
            .execute(named_params! { ":activity": activity, ":measure": new })?;
    }
    Ok(())
}

fn collect<K: std::hash::Hash + Eq, V>(
    rows: impl Iterator<Item = rusqlite::Result<(K, V)>>,
) -> Result<HashMap<K, Vec<V>>> {
    let mut found: HashMap<K, Vec<V>> = HashMap::new();
    for row in rows {
        let (key, value) = row?;
        found.entry(key).or_default().push(value);
    }
    Ok(found)
}
