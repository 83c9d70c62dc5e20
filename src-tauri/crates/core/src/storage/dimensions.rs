//! Series by what they are split by: where groups and places are used, and how series and
//! requests of one group become those of another.

use std::collections::HashMap;

use rusqlite::{Connection, named_params, types::FromSql};

use super::readings;
use crate::{
    GroupId, PartnerId, PlaceId, Result,
    measurement::{SeriesId, SeriesReadings, Usage},
};

/// A series of the group that goes, beside the one it would join.
#[derive(Debug)]
pub(crate) struct Pair {
    pub gone: SeriesReadings,
    pub kept: Option<SeriesReadings>,
}

pub(crate) fn use_of_groups(db: &Connection) -> Result<HashMap<GroupId, Vec<Usage>>> {
    usage(db, include_str!("use_of_groups.sql"))
}

pub(crate) fn use_of_places(db: &Connection) -> Result<HashMap<PlaceId, Vec<Usage>>> {
    usage(db, include_str!("use_of_places.sql"))
}

fn usage<K: FromSql + std::hash::Hash + Eq>(
    db: &Connection,
    sql: &str,
) -> Result<HashMap<K, Vec<Usage>>> {
    let mut select = db.prepare_cached(sql)?;
    let rows = select.query_map([], |row| {
        let usage = Usage {
            measure: row.get("measure_id")?,
            readings: row.get("readings")?,
        };
        Ok((row.get::<_, K>("used_id")?, usage))
    })?;
    let mut found: HashMap<K, Vec<Usage>> = HashMap::new();
    for row in rows {
        let (id, usage) = row?;
        found.entry(id).or_default().push(usage);
    }
    Ok(found)
}

/// Every series of the group that goes with its readings, each beside the series of the
/// group that stays which speaks of the same measure, place and provider.
pub(crate) fn pairs(db: &Connection, gone: GroupId, kept: GroupId) -> Result<Vec<Pair>> {
    let mut there = readings::of_group(db, kept)?;
    Ok(readings::of_group(db, gone)?
        .into_iter()
        .map(|series| {
            let twin = there.iter().position(|other| {
                let (one, other) = (series.key, other.key);
                (one.measure, one.place, one.provider)
                    == (other.measure, other.place, other.provider)
            });
            Pair {
                gone: series,
                kept: twin.map(|twin| there.swap_remove(twin)),
            }
        })
        .collect())
}

/// Makes a series one of another group.
pub(crate) fn move_series(tx: &Connection, series: SeriesId, group: GroupId) -> Result<()> {
    tx.prepare_cached("UPDATE series SET group_id = :group_id WHERE id = :id")?
        .execute(named_params! { ":group_id": group, ":id": series.0 })?;
    Ok(())
}

/// Makes what is asked for of one group be asked for of another, once.
pub(crate) fn move_requests(tx: &Connection, gone: GroupId, kept: GroupId) -> Result<()> {
    let groups = named_params! { ":gone": gone, ":kept": kept };
    tx.prepare_cached(include_str!("drop_doubled_requests.sql"))?
        .execute(groups)?;
    tx.prepare_cached("UPDATE data_request_cells SET group_id = :kept WHERE group_id = :gone")?
        .execute(groups)?;
    Ok(())
}

/// Removes the series of a group that hold no reading (any more).
pub(crate) fn drop_empty_series_of_group(tx: &Connection, group: GroupId) -> Result<()> {
    tx.prepare_cached(
        "DELETE FROM series WHERE group_id = :id
         AND NOT EXISTS (SELECT 1 FROM readings WHERE series_id = series.id)",
    )?
    .execute(named_params! { ":id": group })?;
    Ok(())
}

/// Removes the series of a place that hold no reading (any more).
pub(crate) fn drop_empty_series_of_place(tx: &Connection, place: PlaceId) -> Result<()> {
    tx.prepare_cached(
        "DELETE FROM series WHERE place_id = :id
         AND NOT EXISTS (SELECT 1 FROM readings WHERE series_id = series.id)",
    )?
    .execute(named_params! { ":id": place })?;
    Ok(())
}

/// Makes a series one that another partner provides.
pub(crate) fn give_series(tx: &Connection, series: SeriesId, partner: PartnerId) -> Result<()> {
    tx.prepare_cached("UPDATE series SET provider_id = :provider_id WHERE id = :id")?
        .execute(named_params! { ":provider_id": partner, ":id": series.0 })?;
    Ok(())
}

/// Removes the series of a provider that hold no reading (any more).
pub(crate) fn drop_empty_series_of_provider(tx: &Connection, partner: PartnerId) -> Result<()> {
    tx.prepare_cached(
        "DELETE FROM series WHERE provider_id = :id
         AND NOT EXISTS (SELECT 1 FROM readings WHERE series_id = series.id)",
    )?
    .execute(named_params! { ":id": partner })?;
    Ok(())
}
