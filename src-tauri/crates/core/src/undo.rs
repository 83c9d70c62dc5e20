//! Undo and redo: the change log read backward and forward. The stack is in the file, so
//! that a step can be taken back after closing and opening again.

use rusqlite::{
    Connection, OptionalExtension, ToSql, TransactionBehavior, named_params, types::Value,
};
use serde_json::{Map, Value as Json};

use crate::{
    Context, Done, Error, Id, Op, OperationId, Result, Topic, Workbook,
    storage::{operations, readings},
};

/// One step that can be taken back or done again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The operation's name, `record_reading`.
    pub op: String,
    /// What it was done to.
    pub detail: String,
}

/// What undo and redo would do now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UndoState {
    /// The step undo takes back.
    pub undo: Option<Step>,
    /// The step redo does again.
    pub redo: Option<Step>,
}

/// An operation on the stack.
struct Target {
    seq: i64,
    step: Step,
}

/// Which way the log is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Back,
    Forward,
}

impl Workbook {
    /// What undo and redo would do now.
    ///
    /// # Errors
    /// Reading the file.
    pub fn undo_state(&self) -> Result<UndoState> {
        Ok(UndoState {
            undo: target(self.db(), Way::Back)?.map(|target| target.step),
            redo: target(self.db(), Way::Forward)?.map(|target| target.step),
        })
    }

    /// Takes back the last step; none where there is nothing to take back.
    ///
    /// # Errors
    /// Writing the file.
    pub fn undo(&mut self, context: &Context) -> Result<Option<Done<Step>>> {
        self.travel(Way::Back, context)
    }

    /// Does the last step taken back again; none where there is none.
    ///
    /// # Errors
    /// Writing the file.
    pub fn redo(&mut self, context: &Context) -> Result<Option<Done<Step>>> {
        self.travel(Way::Forward, context)
    }

    fn travel(&mut self, way: Way, context: &Context) -> Result<Option<Done<Step>>> {
        let Some(Target { seq, step }) = target(self.db(), way)? else {
            return Ok(None);
        };
        let operation = OperationId::new(context.now_ms);
        let tx = self
            .db_mut()
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Rows come back in whatever order they were changed; references are checked at the end.
        tx.pragma_update(None, "defer_foreign_keys", true)?;
        let (kind, state) = match way {
            Way::Back => ("undo", "undone"),
            Way::Forward => ("redo", "done"),
        };
        operations::insert(
            &tx,
            operation,
            &step.op,
            &step.detail,
            kind,
            Some(seq),
            context,
        )?;
        let is_bulk = readings::is_shelved(&tx, seq)?;
        if is_bulk && way == Way::Back {
            bulk(&tx, |tx| readings::unimport(tx, seq))?;
        }
        apply(&tx, seq, way)?;
        if is_bulk && way == Way::Forward {
            bulk(&tx, |tx| readings::reimport(tx, seq))?;
        }
        tx.execute(
            "UPDATE operations SET state = :state WHERE seq = :seq",
            named_params! { ":state": state, ":seq": seq },
        )?;
        tx.commit()?;
        let topics = Op::ALL
            .iter()
            .find(|op| op.code() == step.op)
            .map_or(Topic::ALL, |op| op.touches());
        Ok(Some(Done {
            value: step,
            topics,
            operation,
        }))
    }
}

fn target(db: &Connection, way: Way) -> Result<Option<Target>> {
    let sql = match way {
        Way::Back => {
            "SELECT seq, op, detail FROM operations WHERE kind = 'do' AND state = 'done' ORDER BY seq DESC LIMIT 1"
        }
        Way::Forward => {
            "SELECT seq, op, detail FROM operations WHERE kind = 'do' AND state = 'undone' ORDER BY seq LIMIT 1"
        }
    };
    let found = db.prepare_cached(sql)?.query_row([], |row| {
        Ok(Target {
            seq: row.get("seq")?,
            step: Step {
                op: row.get("op")?,
                detail: row.get("detail")?,
            },
        })
    });
    Ok(found.optional()?)
}

/// Bulk readings have their own images; the triggers would log each row once more.
fn bulk(tx: &Connection, run: impl FnOnce(&Connection) -> Result<()>) -> Result<()> {
    operations::unwatch_table(tx, "readings")?;
    run(tx)?;
    operations::watch_table(tx, "readings")
}

/// One logged change of one row.
struct Logged {
    table: String,
    action: String,
    key: Map<String, Json>,
    old: Map<String, Json>,
    new: Map<String, Json>,
}

fn apply(tx: &Connection, operation: i64, way: Way) -> Result<()> {
    let order = if way == Way::Back { "DESC" } else { "" };
    let mut select = tx.prepare(&format!(
        "SELECT table_name, action, key, old, new FROM changes WHERE operation = :operation ORDER BY seq {order}"
    ))?;
    let object = |text: Option<String>| -> Map<String, Json> {
        text.and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default()
    };
    let rows = select.query_map(named_params! { ":operation": operation }, |row| {
        Ok(Logged {
            table: row.get("table_name")?,
            action: row.get("action")?,
            key: object(row.get("key")?),
            old: object(row.get("old")?),
            new: object(row.get("new")?),
        })
    })?;
    // Collected first: what is applied is logged into the very table that is read.
    for change in rows.collect::<rusqlite::Result<Vec<_>>>()? {
        match (change.action.as_str(), way) {
            ("insert", Way::Back) | ("delete", Way::Forward) => delete(tx, &change)?,
            ("insert", Way::Forward) => insert(tx, &change, &change.new)?,
            ("delete", Way::Back) => insert(tx, &change, &change.old)?,
            (_, Way::Back) => update(tx, &change, &change.old)?,
            (_, Way::Forward) => update(tx, &change, &change.new)?,
        }
    }
    Ok(())
}

fn delete(tx: &Connection, change: &Logged) -> Result<()> {
    let sql = format!("DELETE FROM {} WHERE {}", change.table, wanted(&change.key));
    run(tx, &sql, change, [&change.key, &Map::new()])
}

fn insert(tx: &Connection, change: &Logged, fields: &Map<String, Json>) -> Result<()> {
    // Somebody who was erased does not come back; nobody else is without a name.
    if change.table == "people" && fields.get("name").and_then(Json::as_str) == Some("") {
        return Ok(());
    }
    let names: Vec<&str> = change
        .key
        .keys()
        .chain(fields.keys())
        .map(String::as_str)
        .collect();
    let sql = format!(
        "INSERT INTO {} ({}) VALUES (:{})",
        change.table,
        names.join(", "),
        names.join(", :")
    );
    run(tx, &sql, change, [&change.key, fields])
}

fn update(tx: &Connection, change: &Logged, fields: &Map<String, Json>) -> Result<()> {
    if fields.is_empty() {
        return Ok(());
    }
    let set: Vec<String> = fields
        .keys()
        .map(|name| format!("{name} = :{name}"))
        .collect();
    let sql = format!(
        "UPDATE {} SET {} WHERE {}",
        change.table,
        set.join(", "),
        wanted(&change.key)
    );
    run(tx, &sql, change, [&change.key, fields])
}

fn wanted(key: &Map<String, Json>) -> String {
    let parts: Vec<String> = key.keys().map(|name| format!("{name} = :{name}")).collect();
    parts.join(" AND ")
}

fn run(tx: &Connection, sql: &str, change: &Logged, parts: [&Map<String, Json>; 2]) -> Result<()> {
    let columns = operations::columns(tx, &change.table)?;
    let mut bound: Vec<(String, Value)> = Vec::new();
    for (name, json) in parts.into_iter().flatten() {
        let is_blob = columns
            .iter()
            .any(|column| column.name == *name && column.is_blob);
        bound.push((format!(":{name}"), stored(json, is_blob)?));
    }
    let bound: Vec<(&str, &dyn ToSql)> = bound
        .iter()
        .map(|(name, value)| (name.as_str(), value as &dyn ToSql))
        .collect();
    tx.prepare_cached(sql)?.execute(bound.as_slice())?;
    Ok(())
}

/// A logged value as the database had it.
fn stored(json: &Json, is_blob: bool) -> Result<Value> {
    Ok(match json {
        Json::Null => Value::Null,
        Json::String(text) if is_blob => Value::Blob(
            unhex(text)
                .ok_or_else(|| Error::Damaged("the change log cannot be read".to_owned()))?,
        ),
        Json::String(text) => Value::Text(text.clone()),
        Json::Number(number) => number
            .as_i64()
            .map(Value::Integer)
            .or_else(|| number.as_f64().map(Value::Real))
            .unwrap_or(Value::Null),
        Json::Bool(flag) => Value::Integer(i64::from(*flag)),
        Json::Array(_) | Json::Object(_) => Value::Null,
    })
}

/// Bytes as the log writes them.
pub(crate) fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) {
        return None;
    }
    (0..text.len())
        .step_by(2)
        .map(|at| {
            text.get(at..at + 2)
                .and_then(|pair| u8::from_str_radix(pair, 16).ok())
        })
        .collect()
}
