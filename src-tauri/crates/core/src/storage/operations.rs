//! The change log's rows, and the triggers that write them. The triggers are temporary
//! and made for every table when a file is opened to work on, so that no statement,
//! present or future, can change a row without its old and new fields being kept.

use rusqlite::{Connection, named_params};

use crate::{Context, Op, OperationId, Result};

/// Tables whose rows are not logged: the log itself.
const UNLOGGED: &[&str] = &["operations", "changes", "shelved_readings"];

/// A column as the schema declares it.
#[derive(Debug, Clone)]
pub(crate) struct ColumnInfo {
    pub name: String,
    pub is_blob: bool,
    pub is_key: bool,
}

/// Tables that are logged, parents before children.
pub(crate) fn logged_tables(db: &Connection) -> Result<Vec<String>> {
    let mut names = all_tables(db)?;
    names.retain(|name| !UNLOGGED.contains(&name.as_str()));
    Ok(names)
}

/// All tables, parents before children.
pub(crate) fn all_tables(db: &Connection) -> Result<Vec<String>> {
    let mut select = db.prepare_cached(
        "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY rowid",
    )?;
    let names = select.query_map([], |row| row.get::<_, String>("name"))?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}

/// Columns of a table in order.
pub(crate) fn columns(db: &Connection, table: &str) -> Result<Vec<ColumnInfo>> {
    let mut select = db.prepare_cached("SELECT name, type, pk FROM pragma_table_info(:table)")?;
    let rows = select.query_map(named_params! { ":table": table }, |row| {
        Ok(ColumnInfo {
            name: row.get("name")?,
            is_blob: row.get::<_, String>("type")? == "BLOB",
            is_key: row.get::<_, i64>("pk")? > 0,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Begins an operation. What could be redone no longer can.
pub(crate) fn begin(
    tx: &Connection,
    id: OperationId,
    op: Op,
    detail: &str,
    context: &Context,
) -> Result<()> {
    drop_undone(tx)?;
    insert(tx, id, op.code(), detail, "do", None, context)
}

/// Takes everything that was undone out of what can be redone.
pub(crate) fn drop_undone(tx: &Connection) -> Result<()> {
    tx.prepare_cached(
        "UPDATE operations SET state = 'dropped' WHERE kind = 'do' AND state = 'undone'",
    )?
    .execute([])?;
    Ok(())
}

pub(crate) fn insert(
    tx: &Connection,
    id: OperationId,
    op: &str,
    detail: &str,
    kind: &str,
    target: Option<i64>,
    context: &Context,
) -> Result<()> {
    tx.prepare_cached(
        "INSERT INTO operations (id, at_ms, author, op, detail, reason, kind, target, state)
         VALUES (:id, :at_ms, :author, :op, :detail, :reason, :kind, :target, 'done')",
    )?
    .execute(named_params! {
        ":id": id,
        ":at_ms": context.now_ms,
        ":author": context.author,
        ":op": op,
        ":detail": detail,
        ":reason": context.reason,
        ":kind": kind,
        ":target": target,
    })?;
    Ok(())
}

/// Takes an operation out of what can be undone.
pub(crate) fn settle(db: &Connection, id: OperationId) -> Result<()> {
    db.execute(
        "UPDATE operations SET state = 'dropped' WHERE id = :id",
        named_params! { ":id": id },
    )?;
    Ok(())
}

/// Takes everything done so far out of what can be undone or redone.
pub(crate) fn settle_all(db: &Connection) -> Result<()> {
    db.execute(
        "UPDATE operations SET state = 'dropped' WHERE kind = 'do' AND state <> 'dropped'",
        [],
    )?;
    Ok(())
}

/// Watches every logged table.
pub(crate) fn watch(db: &Connection) -> Result<()> {
    for table in logged_tables(db)? {
        watch_table(db, &table)?;
    }
    Ok(())
}

/// Stops watching one table, for a bulk change that keeps its own images.
pub(crate) fn unwatch_table(db: &Connection, table: &str) -> Result<()> {
    for action in ["insert", "update", "delete"] {
        db.execute_batch(&format!("DROP TRIGGER IF EXISTS temp.log_{table}_{action}"))?;
    }
    Ok(())
}

/// Watches one table.
pub(crate) fn watch_table(db: &Connection, table: &str) -> Result<()> {
    let columns = columns(db, table)?;
    let value = |side: &str, column: &ColumnInfo| {
        let name = format!("{side}.{}", column.name);
        if column.is_blob {
            format!("iif({name} IS NULL, NULL, hex({name}))")
        } else {
            name
        }
    };
    let object = |side: &str, is_key: bool| {
        let pairs: Vec<String> = columns
            .iter()
            .filter(|column| column.is_key == is_key)
            .map(|column| format!("'{}', {}", column.name, value(side, column)))
            .collect();
        format!("json_object({})", pairs.join(", "))
    };
    let changed = |side: &str| {
        let parts: Vec<String> = columns
            .iter()
            .filter(|column| !column.is_key)
            .map(|column| {
                let name = &column.name;
                format!(
                    "SELECT '{name}' AS k, {} AS v WHERE OLD.{name} IS NOT NEW.{name}",
                    value(side, column)
                )
            })
            .collect();
        format!(
            "(SELECT json_group_object(k, v) FROM ({}))",
            parts.join(" UNION ALL ")
        )
    };
    let insert = |action: &str, key: String, old: String, new: String| {
        format!(
            "INSERT INTO changes (operation, table_name, key, action, old, new)
             VALUES ((SELECT max(seq) FROM operations), '{table}', {key}, '{action}', {old}, {new});"
        )
    };
    let has_fields = columns.iter().any(|column| !column.is_key);
    let null = || "NULL".to_owned();
    db.execute_batch(&format!(
        "CREATE TEMP TRIGGER log_{table}_insert AFTER INSERT ON main.{table} BEGIN {} END;
         CREATE TEMP TRIGGER log_{table}_delete AFTER DELETE ON main.{table} BEGIN {} END;",
        insert("insert", object("NEW", true), null(), object("NEW", false)),
        insert("delete", object("OLD", true), object("OLD", false), null()),
    ))?;
    if has_fields {
        db.execute_batch(&format!(
            "CREATE TEMP TRIGGER log_{table}_update AFTER UPDATE ON main.{table} BEGIN {} END;",
            insert(
                "update",
                object("NEW", true),
                changed("OLD"),
                changed("NEW")
            ),
        ))?;
    }
    Ok(())
}
