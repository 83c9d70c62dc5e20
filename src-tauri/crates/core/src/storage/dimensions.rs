//! Series by what they are split by: where groups and places are used, and how what speaks of
//! one comes to speak of another.

use std::collections::HashMap;

use rusqlite::{Connection, named_params, types::FromSql};

use crate::{
    GroupId, PartnerId, PlaceId, Result,
    measurement::{SeriesId, SeriesKey, SeriesReadings, Usage},
};

/// A series of the group or place that goes, beside the one it would join.
#[derive(Debug)]
pub(crate) struct Pair {
    /// What it will speak of.
    pub key: SeriesKey,
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

/// Every series of the one that goes, each beside the series of the one that stays which
/// otherwise speaks of the same.
pub(crate) fn pairs(
    gone: Vec<SeriesReadings>,
    mut there: Vec<SeriesReadings>,
    twin: impl Fn(SeriesKey) -> SeriesKey,
) -> Vec<Pair> {
    let pair = |series: SeriesReadings| {
        let key = twin(series.key);
        let at = there.iter().position(|other| other.key == key);
        Pair {
            key,
            gone: series,
            kept: at.map(|at| there.swap_remove(at)),
        }
    };
    gone.into_iter().map(pair).collect()
}

/// Makes a series one of another group.
pub(crate) fn move_series_to_group(
    tx: &Connection,
    series: SeriesId,
    group: GroupId,
) -> Result<()> {
    tx.prepare_cached("UPDATE series SET group_id = :group_id WHERE id = :id")?
        .execute(named_params! { ":group_id": group, ":id": series.0 })?;
    Ok(())
}

/// Makes a series one of another place.
pub(crate) fn move_series_to_place(
    tx: &Connection,
    series: SeriesId,
    place: PlaceId,
) -> Result<()> {
    tx.prepare_cached("UPDATE series SET place_id = :place_id WHERE id = :id")?
        .execute(named_params! { ":place_id": place, ":id": series.0 })?;
    Ok(())
}

/// Makes what is asked for of one group be asked for of another, once.
pub(crate) fn move_requests_to_group(tx: &Connection, gone: GroupId, kept: GroupId) -> Result<()> {
    let groups = named_params! { ":gone": gone, ":kept": kept };
    tx.prepare_cached(include_str!("drop_doubled_requests_of_group.sql"))?
        .execute(groups)?;
    tx.prepare_cached("UPDATE data_request_cells SET group_id = :kept WHERE group_id = :gone")?
        .execute(groups)?;
    Ok(())
}

/// Makes what is asked for of one place be asked for of another, once.
pub(crate) fn move_requests_to_place(tx: &Connection, gone: PlaceId, kept: PlaceId) -> Result<()> {
    let places = named_params! { ":gone": gone, ":kept": kept };
    tx.prepare_cached(include_str!("drop_doubled_requests_of_place.sql"))?
        .execute(places)?;
    tx.prepare_cached("UPDATE data_request_cells SET place_id = :kept WHERE place_id = :gone")?
        .execute(places)?;
    Ok(())
}

/// Makes activities at one place be at another, once.
pub(crate) fn move_activities_to_place(
    tx: &Connection,
    gone: PlaceId,
    kept: PlaceId,
) -> Result<()> {
    tx.prepare_cached(include_str!("move_activities_to_place.sql"))?
        .execute(named_params! { ":gone": gone, ":kept": kept })?;
    tx.prepare_cached("DELETE FROM activity_places WHERE place_id = :gone")?
        .execute(named_params! { ":gone": gone })?;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{opening, storage::operations};

    #[test]
    fn activities_at_a_merged_place_are_at_the_other_once() {
        let db = Connection::open_in_memory().unwrap();
        db.execute_batch(include_str!("../../schema.sql")).unwrap();
        let id =
            |last: u8| -> [u8; 16] { std::array::from_fn(|at| if at == 15 { last } else { 0 }) };
        for place in [1, 2] {
            db.execute(
                "INSERT INTO places (id, name, is_benchmark) VALUES (?, ?, 0)",
                (id(place), place.to_string()),
            )
            .unwrap();
        }
        for (activity, places) in [(3, &[1_u8, 2][..]), (4, &[1])] {
            db.execute(
                "INSERT INTO activities (id, name, description, status, progress)
                 VALUES (?, '', '', 'active', '')",
                [id(activity)],
            )
            .unwrap();
            for place in places {
                db.execute(
                    "INSERT INTO activity_places (activity_id, place_id) VALUES (?, ?)",
                    (id(activity), id(*place)),
                )
                .unwrap();
            }
        }
        let place = |last| -> PlaceId {
            db.query_row("SELECT id FROM places WHERE id = ?", [id(last)], |row| {
                row.get("id")
            })
            .unwrap()
        };
        move_activities_to_place(&db, place(1), place(2)).unwrap();
        let left = |place| -> u32 {
            db.query_row(
                "SELECT count(*) FROM activity_places WHERE place_id = ?",
                [id(place)],
                |row| row.get(0),
            )
            .unwrap()
        };
        assert_eq!((left(1), left(2)), (0, 2));
    }

    #[test]
    fn whatever_speaks_of_a_place_or_group_is_known_to_their_merging() {
        let db = opening::in_memory().unwrap();
        let mut found = Vec::new();
        for table in operations::all_tables(&db).unwrap() {
            let mut keys = db
                .prepare("SELECT \"table\" AS of FROM pragma_foreign_key_list(?)")
                .unwrap();
            let keys = keys
                .query_map([&table], |row| row.get::<_, String>("of"))
                .unwrap();
            for of in keys.map(rusqlite::Result::unwrap) {
                if of == "places" || of == "groups" {
                    found.push(format!("{table} of {of}"));
                }
            }
        }
        found.sort();
        assert_eq!(
            found,
            [
                "activity_places of places",
                "data_request_cells of groups",
                "data_request_cells of places",
                "places of places",
                "series of groups",
                "series of places",
            ],
            "a table that is not moved would lose its rows"
        );
    }
}
