//! What other parts of the file hold about partners, read for the directory and its pages:
//! signatures under the agenda, what a partner gives to activities, what it provides.

use std::collections::HashMap;

use rusqlite::{Connection, named_params};

use crate::{
    ActivityId, Day, MeasureId, PartnerId, Result,
    reporting::{GivenResource, Signature},
};

/// The version of the agenda that was adopted last.
pub(crate) fn adopted_version(db: &Connection) -> Result<Option<u32>> {
    Ok(db
        .prepare_cached("SELECT max(version) FROM agendas WHERE adopted_on IS NOT NULL")?
        .query_row([], |row| row.get(0))?)
}

/// Every signature, the latest version first.
pub(crate) fn signatures(db: &Connection) -> Result<HashMap<PartnerId, Vec<Signature>>> {
    let mut select = db.prepare_cached(
        "SELECT partner_id, version, signed_by, signed_on FROM endorsements
         INNER JOIN agendas ON agendas.id = agenda_id
         ORDER BY version DESC",
    )?;
    let rows = select.query_map([], |row| {
        Ok((
            row.get::<_, PartnerId>("partner_id")?,
            Signature {
                version: row.get("version")?,
                signed_by: row.get("signed_by")?,
                signed_on: row.get::<_, Day>("signed_on")?,
            },
        ))
    })?;
    let mut found: HashMap<PartnerId, Vec<Signature>> = HashMap::new();
    for row in rows {
        let (partner, signature) = row?;
        found.entry(partner).or_default().push(signature);
    }
    Ok(found)
}

/// What a partner gives to activities.
pub(crate) fn resources_of(db: &Connection, partner: PartnerId) -> Result<Vec<GivenResource>> {
    let mut select = db.prepare_cached(
        "SELECT activity_id, kind, description, amount, is_secured FROM activity_resources
         WHERE partner_id = :partner ORDER BY id",
    )?;
    let rows = select.query_map(named_params! { ":partner": partner }, |row| {
        Ok(GivenResource {
            activity: row.get::<_, ActivityId>("activity_id")?,
            kind: row.get("kind")?,
            description: row.get("description")?,
            amount: row.get("amount")?,
            is_secured: row.get("is_secured")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Measures a partner has provided readings of, with how many.
pub(crate) fn provided_by(db: &Connection, partner: PartnerId) -> Result<Vec<(MeasureId, u32)>> {
    let mut select = db.prepare_cached(
        "SELECT measure_id, count(*) AS readings FROM series
         INNER JOIN readings ON series_id = series.id
         WHERE provider_id = :partner GROUP BY measure_id",
    )?;
    let rows = select.query_map(named_params! { ":partner": partner }, |row| {
        Ok((row.get("measure_id")?, row.get("readings")?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
