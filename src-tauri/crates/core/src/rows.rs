//! The whole file as plain rows, change log included: what a lossless export writes and
//! reads again. Knows tables and columns from the schema only, so that a table added
//! later is carried along without a line here.

use std::path::Path;

use rusqlite::{Connection, params_from_iter, types::Value, types::ValueRef};

use crate::{
    Error, Result, Workbook, opening,
    storage::operations::{self, ColumnInfo},
};

/// A value as the file holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Null,
    /// A whole number.
    Integer(i64),
    /// Text, exact figures among it.
    Text(String),
    /// Bytes, such as an id.
    Bytes(Vec<u8>),
}

/// Version of the format this program writes, for the head of an export.
pub const FORMAT_VERSION: u32 = opening::VERSION;

impl Workbook {
    /// Names of all tables, those others refer to before those that refer to them.
    ///
    /// # Errors
    /// Reading the file.
    pub fn tables(&self) -> Result<Vec<String>> {
        operations::all_tables(self.db())
    }

    /// Names of the columns of a table, in order.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a table that is not there.
    pub fn columns(&self, table: &str) -> Result<Vec<String>> {
        let columns = known_columns(self.db(), table)?;
        Ok(columns.into_iter().map(|column| column.name).collect())
    }

    /// Hands every row of a table to `take`, its cells in the order of [`Self::columns`].
    /// Rows come in the order of their keys, so that the same content reads the same.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a table that is not there; whatever `take` gives up with.
    pub fn each_row<E: From<Error>>(
        &self,
        table: &str,
        mut take: impl FnMut(&[Cell]) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let columns = known_columns(self.db(), table)?;
        let sql = select(table, &columns);
        let mut statement = self.db().prepare(&sql).map_err(Error::from)?;
        let mut rows = statement.query([]).map_err(Error::from)?;
        let mut cells = Vec::with_capacity(columns.len());
        while let Some(row) = rows.next().map_err(Error::from)? {
            cells.clear();
            for column in &columns {
                let value = row.get_ref(column.name.as_str()).map_err(Error::from)?;
                cells.push(cell(value)?);
            }
            take(&cells)?;
        }
        Ok(())
    }
}

/// A file being made from rows.
#[derive(Debug)]
pub struct Restoring<'a> {
    db: &'a Connection,
}

impl Restoring<'_> {
    /// Puts one row. Rows may come in any order; references are checked at the end.
    ///
    /// # Errors
    /// [`Error::Damaged`] for a table or columns that are not those of this format, or a
    /// row the tables refuse.
    pub fn put(&self, table: &str, columns: &[String], cells: &[Cell]) -> Result<()> {
        let known = known_columns(self.db, table).map_err(|_| unknown(table))?;
        let is_known = known.len() == columns.len()
            && columns.len() == cells.len()
            && known.iter().all(|column| columns.contains(&column.name));
        if !is_known {
            return Err(unknown(table));
        }
        let marks = vec!["?"; columns.len()].join(", ");
        let sql = format!(
            "INSERT INTO {table} ({}) VALUES ({marks})",
            columns.join(", ")
        );
        let values = cells.iter().map(|cell| match cell {
            Cell::Null => Value::Null,
            Cell::Integer(number) => Value::Integer(*number),
            Cell::Text(text) => Value::Text(text.clone()),
            Cell::Bytes(bytes) => Value::Blob(bytes.clone()),
        });
        let mut insert = self.db.prepare_cached(&sql)?;
        insert
            .execute(params_from_iter(values))
            .map_err(|error| refused(table, error))?;
        Ok(())
    }
}

/// Makes a new file from the rows of an export of the format version `format`; `fill`
/// puts them. An existing file is never overwritten; a failure leaves no file behind.
///
/// # Errors
/// A file that exists, rows of a newer format, rows that do not fit together.
pub fn restore<E: From<Error>>(
    path: &Path,
    format: u32,
    fill: impl FnOnce(&Restoring<'_>) -> std::result::Result<(), E>,
) -> std::result::Result<(), E> {
    let lock = opening::claim(path, "restore")?;
    let made = opening::create_from(path, format, |db| fill(&Restoring { db }));
    drop(lock);
    made
}

fn known_columns(db: &Connection, table: &str) -> Result<Vec<ColumnInfo>> {
    if operations::all_tables(db)?
        .iter()
        .any(|known| known == table)
    {
        operations::columns(db, table)
    } else {
        Err(Error::NotFound)
    }
}

fn select(table: &str, columns: &[ColumnInfo]) -> String {
    let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    let keys: Vec<&str> = columns
        .iter()
        .filter(|column| column.is_key)
        .map(|column| column.name.as_str())
        .collect();
    format!(
        "SELECT {} FROM {table} ORDER BY {}",
        names.join(", "),
        keys.join(", ")
    )
}

fn cell(value: ValueRef<'_>) -> Result<Cell> {
    Ok(match value {
        ValueRef::Null => Cell::Null,
        ValueRef::Integer(number) => Cell::Integer(number),
        ValueRef::Text(text) => Cell::Text(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Blob(bytes) => Cell::Bytes(bytes.to_vec()),
        // No table declares one: a figure is exact or it is not kept.
        ValueRef::Real(_) => return Err(Error::Damaged("a column holds a fraction".to_owned())),
    })
}

fn unknown(table: &str) -> Error {
    Error::Damaged(format!("table “{table}” is not as this format has it"))
}

fn refused(table: &str, error: rusqlite::Error) -> Error {
    match Error::from(error) {
        Error::Sql(error) => Error::Damaged(format!("a row of “{table}” does not fit: {error}")),
        other => other,
    }
}
