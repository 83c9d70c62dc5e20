//! Which records have which tags.

use std::{collections::HashMap, hash::Hash};

use rusqlite::{Connection, ToSql, named_params, types::FromSql};

use crate::{ActivityId, MeasureId, PartnerId, Result, TagId};

/// A record that can have tags: the table that ties it to them, and its column there.
pub(crate) trait Tagged: Copy + Eq + Hash + ToSql + FromSql {
    const TABLE: &'static str;
    const COLUMN: &'static str;
}

impl Tagged for PartnerId {
    const TABLE: &'static str = "partner_tags";
    const COLUMN: &'static str = "partner_id";
}

impl Tagged for MeasureId {
    const TABLE: &'static str = "measure_tags";
    const COLUMN: &'static str = "measure_id";
}

impl Tagged for ActivityId {
    const TABLE: &'static str = "activity_tags";
    const COLUMN: &'static str = "activity_id";
}

/// The tags of every record that has any, by name.
pub(crate) fn all<T: Tagged>(db: &Connection) -> Result<HashMap<T, Vec<TagId>>> {
    let mut select = db.prepare_cached(&format!(
        "SELECT {column} AS tagged, tag_id FROM {table} JOIN tags ON tags.id = tag_id
         ORDER BY {column}, name COLLATE NOCASE",
        column = T::COLUMN,
        table = T::TABLE
    ))?;
    let rows = select.query_map([], |row| Ok((row.get("tagged")?, row.get("tag_id")?)))?;
    let mut found: HashMap<T, Vec<TagId>> = HashMap::new();
    for row in rows {
        let (tagged, tag) = row?;
        found.entry(tagged).or_default().push(tag);
    }
    Ok(found)
}

pub(crate) fn add<T: Tagged>(tx: &Connection, tagged: T, tag: TagId) -> Result<()> {
    let (table, column) = (T::TABLE, T::COLUMN);
    tx.prepare_cached(&format!(
        "INSERT OR IGNORE INTO {table} ({column}, tag_id) VALUES (:tagged, :tag)"
    ))?
    .execute(named_params! { ":tagged": tagged, ":tag": tag })?;
    Ok(())
}

pub(crate) fn remove<T: Tagged>(tx: &Connection, tagged: T, tag: TagId) -> Result<()> {
    let (table, column) = (T::TABLE, T::COLUMN);
    tx.prepare_cached(&format!(
        "DELETE FROM {table} WHERE {column} = :tagged AND tag_id = :tag"
    ))?
    .execute(named_params! { ":tagged": tagged, ":tag": tag })?;
    Ok(())
}

/// Gives a record exactly these tags, touching only what differs.
pub(crate) fn replace<T: Tagged>(tx: &Connection, tagged: T, wanted: &[TagId]) -> Result<()> {
    let had = all::<T>(tx)?.remove(&tagged).unwrap_or_default();
    for gone in had.iter().filter(|tag| !wanted.contains(tag)) {
        remove(tx, tagged, *gone)?;
    }
    for new in wanted.iter().filter(|tag| !had.contains(tag)) {
        add(tx, tagged, *new)?;
    }
    Ok(())
}

/// Makes views that name a tag name another.
pub(crate) fn rename_in_views(tx: &Connection, gone: TagId, kept: TagId) -> Result<()> {
    tx.prepare_cached(
        "UPDATE saved_views SET choices = replace(choices, :gone, :kept)
         WHERE instr(choices, :gone) > 0",
    )?
    .execute(named_params! { ":gone": gone.to_string(), ":kept": kept.to_string() })?;
    Ok(())
}
