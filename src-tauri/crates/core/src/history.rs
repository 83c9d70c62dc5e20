//! The change log as people read it.

use rusqlite::{Connection, Row, named_params};
use serde_json::{Map, Value as Json};

use crate::{Id, OperationId, Result, Step, Workbook};

/// One entry of the change log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryEntry {
    /// Id of the operation.
    pub id: OperationId,
    /// What was done.
    pub step: Step,
    /// `do`, `undo` or `redo`.
    pub kind: String,
    /// Whether it has been taken back since.
    pub is_undone: bool,
    /// Who did it.
    pub author: String,
    /// When, in UTC milliseconds.
    pub at_ms: i64,
    /// Why, if a reason was given.
    pub reason: Option<String>,
    /// The first fields it changed; see `change_count`.
    pub changes: Vec<FieldChange>,
    /// Rows it changed in all, bulk readings included.
    pub change_count: u32,
}

/// One field of one row, before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// Table of the row.
    pub table: String,
    /// The row's key, as logged.
    pub key: String,
    /// Name of the field.
    pub field: String,
    /// Before; none if it was empty or the row is new.
    pub old: Option<String>,
    /// After; none if it is empty or the row was removed.
    pub new: Option<String>,
}

/// As many fields as a list shows of one entry.
const FIELDS_SHOWN: usize = 20;

impl Workbook {
    /// The latest entries of the change log, latest first.
    ///
    /// # Errors
    /// Reading the file.
    pub fn history(&self, limit: u32) -> Result<Vec<HistoryEntry>> {
        let mut select = self
            .db()
            .prepare_cached(include_str!("storage/history.sql"))?;
        let rows = select.query_map(named_params! { ":limit": limit }, entry_from_row)?;
        let found = rows.collect::<rusqlite::Result<Vec<_>>>()?;
        let one = |(seq, mut entry): (i64, HistoryEntry)| {
            entry.changes = changes_of(self.db(), seq, None)?;
            Ok(entry)
        };
        found.into_iter().map(one).collect()
    }

    /// The entries that changed one record, latest first.
    ///
    /// # Errors
    /// Reading the file.
    pub fn history_of<I: Id>(&self, table: &str, id: I) -> Result<Vec<HistoryEntry>> {
        let hex: String = id
            .to_string()
            .chars()
            .filter(|c| *c != '-')
            .collect::<String>()
            .to_uppercase();
        let found = self.history_of_key(table, &format!("{{\"id\":\"{hex}\"}}"))?;
        Ok(found.into_iter().map(|(_, entry)| entry).collect())
    }

    /// The entries that changed the row with a logged key, latest first, each with its
    /// place in the log.
    pub(crate) fn history_of_key(
        &self,
        table: &str,
        key: &str,
    ) -> Result<Vec<(i64, HistoryEntry)>> {
        let mut select = self
            .db()
            .prepare_cached(include_str!("storage/history_of.sql"))?;
        let rows = select.query_map(
            named_params! { ":table_name": table, ":key": key },
            entry_from_row,
        )?;
        let found = rows.collect::<rusqlite::Result<Vec<_>>>()?;
        let one = |(seq, mut entry): (i64, HistoryEntry)| {
            entry.changes = changes_of(self.db(), seq, Some((table, key)))?;
            Ok((seq, entry))
        };
        found.into_iter().map(one).collect()
    }
}

pub(crate) fn entry_from_row(row: &Row<'_>) -> rusqlite::Result<(i64, HistoryEntry)> {
    let entry = HistoryEntry {
        id: row.get("id")?,
        step: Step {
            op: row.get("op")?,
            detail: row.get("detail")?,
        },
        kind: row.get("kind")?,
        is_undone: row.get::<_, String>("state")? == "undone",
        author: row.get("author")?,
        at_ms: row.get("at_ms")?,
        reason: row.get("reason")?,
        changes: Vec::new(),
        change_count: row.get("change_count")?,
    };
    Ok((row.get("seq")?, entry))
}

/// The first fields an operation changed, of one row where its table and key are given.
fn changes_of(db: &Connection, seq: i64, row_of: Option<(&str, &str)>) -> Result<Vec<FieldChange>> {
    let mut select = db.prepare_cached(include_str!("storage/changes_of_operation.sql"))?;
    let (table, key) = row_of.unzip();
    let mut rows = select.query(named_params! {
        ":operation": seq,
        ":table_name": table,
        ":key": key,
    })?;
    let mut changes = Vec::new();
    while let Some(row) = rows.next()? {
        let (table, key): (String, String) = (row.get("table_name")?, row.get("key")?);
        let object = |text: Option<String>| -> Map<String, Json> {
            text.and_then(|text| serde_json::from_str(&text).ok())
                .unwrap_or_default()
        };
        let (old, new) = (object(row.get("old")?), object(row.get("new")?));
        let fields = if new.is_empty() {
            old.keys()
        } else {
            new.keys()
        };
        for field in fields {
            let (old, new) = (shown(old.get(field)), shown(new.get(field)));
            if old != new && changes.len() < FIELDS_SHOWN {
                changes.push(FieldChange {
                    table: table.clone(),
                    key: key.clone(),
                    field: field.clone(),
                    old,
                    new,
                });
            }
        }
    }
    Ok(changes)
}

fn shown(json: Option<&Json>) -> Option<String> {
    match json? {
        Json::Null => None,
        Json::String(text) => Some(text.clone()).filter(|text| !text.is_empty()),
        other => Some(other.to_string()),
    }
}
