//! Who supplies what, and what a returned file brought.

use std::collections::HashSet;

use rusqlite::{Connection, named_params};

use super::readings::{key_from_row, reading_from_row};
use crate::{DataRequestId, ImportId, MeasureId, PartnerId, Result, measurement::TakenReading};

/// Measures with the partners that have a series of their own.
pub(crate) fn by_series(db: &Connection) -> Result<HashSet<(MeasureId, PartnerId)>> {
    pairs(db, include_str!("suppliers_by_series.sql"))
}

/// Measures with the partners they are or were asked of.
pub(crate) fn by_request(db: &Connection) -> Result<HashSet<(MeasureId, PartnerId)>> {
    pairs(db, include_str!("suppliers_by_request.sql"))
}

fn pairs(db: &Connection, sql: &str) -> Result<HashSet<(MeasureId, PartnerId)>> {
    let mut select = db.prepare_cached(sql)?;
    let rows = select.query_map([], |row| {
        Ok((row.get("measure_id")?, row.get("partner_id")?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The readings of one import among the measures of its request: there is no index of
/// imports, so the measures lead the way.
pub(crate) fn taken(
    db: &Connection,
    request: DataRequestId,
    import: ImportId,
) -> Result<Vec<TakenReading>> {
    let mut select = db.prepare_cached(include_str!("readings_of_return.sql"))?;
    let parameters = named_params! { ":request_id": request, ":import_id": import };
    let rows = select.query_map(parameters, |row| {
        Ok(TakenReading {
            series: key_from_row(row)?,
            reading: reading_from_row(row)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
