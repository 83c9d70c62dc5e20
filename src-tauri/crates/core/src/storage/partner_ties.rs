//! Everything that refers to a partner or a person.

use rusqlite::{Connection, ToSql, named_params};

use super::operations;
use crate::{PartnerId, PersonId, Result};

/// A column that refers to a table.
pub(crate) struct Reference {
    pub table: String,
    pub column: String,
}

/// Every column of the file that refers to `table`, found in the schema, so that a table
/// added later is carried along.
pub(crate) fn references_to(db: &Connection, table: &str) -> Result<Vec<Reference>> {
    let mut found = Vec::new();
    for owner in operations::logged_tables(db)? {
        let mut keys = db.prepare_cached(
            "SELECT \"from\" AS name FROM pragma_foreign_key_list(:owner) WHERE \"table\" = :table",
        )?;
        let names = keys.query_map(named_params! { ":owner": owner, ":table": table }, |row| {
            row.get::<_, String>("name")
        })?;
        for column in names {
            found.push(Reference {
                table: owner.clone(),
                column: column?,
            });
        }
    }
    Ok(found)
}

/// Makes every row that refers to `gone` refer to `kept`. A row that would double another
/// stays behind, to go with what it refers to.
pub(crate) fn move_references(
    tx: &Connection,
    table: &str,
    gone: &dyn ToSql,
    kept: &dyn ToSql,
) -> Result<()> {
    for Reference { table, column } in references_to(tx, table)? {
        // Series of figures are moved with their readings, see `merging`.
        if table == "series" {
            continue;
        }
        tx.prepare(&format!(
            "UPDATE OR IGNORE {table} SET {column} = :kept WHERE {column} = :gone"
        ))?
        .execute(named_params! { ":kept": kept, ":gone": gone })?;
    }
    Ok(())
}

/// How many rows refer to something, by table; only tables with any.
pub(crate) fn count_references(
    db: &Connection,
    table: &str,
    id: &dyn ToSql,
) -> Result<Vec<(String, u32)>> {
    let mut counts: Vec<(String, u32)> = Vec::new();
    for Reference { table, column } in references_to(db, table)? {
        let count: u32 = db
            .prepare(&format!(
                "SELECT count(*) FROM {table} WHERE {column} = :id"
            ))?
            .query_row(named_params! { ":id": id }, |row| row.get(0))?;
        match counts.iter_mut().find(|(known, _)| *known == table) {
            Some((_, known)) => *known += count,
            None if count > 0 => counts.push((table, count)),
            None => {}
        }
    }
    Ok(counts)
}

/// A partner that leads an activity does not also take part in it.
pub(crate) fn drop_lead_as_participant(tx: &Connection, partner: PartnerId) -> Result<()> {
    tx.prepare_cached(
        "DELETE FROM activity_partners WHERE partner_id = :partner
         AND activity_id IN (SELECT id FROM activities WHERE lead_id = :partner)",
    )?
    .execute(named_params! { ":partner": partner })?;
    Ok(())
}

/// Of two seats of the same holder of a partner in one group, and of two attendances at one
/// meeting, the one that says more stays.
pub(crate) fn drop_doubled_seats(tx: &Connection, partner: PartnerId) -> Result<()> {
    let of = named_params! { ":partner": partner };
    tx.execute(include_str!("drop_doubled_memberships.sql"), of)?;
    tx.execute(include_str!("drop_doubled_attendances.sql"), of)?;
    Ok(())
}

/// Every name the change log has for a person.
pub(crate) fn names_in_log(tx: &Connection, person: PersonId) -> Result<Vec<String>> {
    let mut select = tx.prepare_cached(include_str!("names_in_log.sql"))?;
    let names = select.query_map(named_params! { ":person": person }, |row| {
        row.get::<_, String>("name")
    })?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}

/// Takes names of a person out of what operations on people were done to.
pub(crate) fn redact_details(tx: &Connection, names: &[String]) -> Result<()> {
    let mut update = tx.prepare_cached(
        "UPDATE operations SET detail = '' WHERE detail = :name
         AND op IN ('add_person', 'change_person', 'remove_person', 'merge_people')",
    )?;
    for name in names {
        update.execute(named_params! { ":name": name })?;
    }
    Ok(())
}

/// Takes a person out of the change log: what was written about them, and every reference to
/// them, so that steps before can still be taken back.
pub(crate) fn redact_person(tx: &Connection, person: PersonId) -> Result<()> {
    tx.execute(
        include_str!("redact_person.sql"),
        named_params! { ":person": person },
    )?;
    for Reference { table, column } in references_to(tx, "people")? {
        for side in ["old", "new"] {
            tx.prepare(&format!(
                "UPDATE changes SET {side} = json_set({side}, '$.{column}', NULL)
                 WHERE table_name = :table AND {side} ->> '$.{column}' = hex(:person)"
            ))?
            .execute(named_params! { ":table": table, ":person": person })?;
        }
    }
    Ok(())
}
