//! Statements and rows. A record that is one row of one table is declared once with
//! [`record!`]; its statements follow from the declaration, so that a column can be
//! neither forgotten nor misplaced. Statements that join stand as `.sql` files beside
//! the Rust that runs them.

mod columns;
pub(crate) mod dimensions;
pub(crate) mod operations;
pub(crate) mod partner_records;
pub(crate) mod partner_ties;
pub(crate) mod reach;
pub(crate) mod readings;
pub(crate) mod requests;
pub(crate) mod search_index;
pub(crate) mod search_sources;
pub(crate) mod tags;
pub(crate) mod ties;

use std::fmt::Write as _;

use rusqlite::{Connection, OptionalExtension, Row, ToSql, named_params};

use crate::{Error, Id, Op, Reason, Result};

pub(crate) use columns::{Clean, Column, choice};
pub use columns::{Day, Figure};

/// A row that one form describes.
pub trait Record: Sized + Clone + PartialEq + std::fmt::Debug {
    /// Its id.
    type Id: Id;
    /// Its table.
    const TABLE: &'static str;
    /// Its columns without the id.
    const COLUMNS: &'static [&'static str];
    /// Order of its lists, as written after `ORDER BY`.
    const ORDER: &'static str;
    /// Adding one.
    const ADD: Op;
    /// Changing one.
    const CHANGE: Op;
    /// Removing one.
    const REMOVE: Op;
    /// Reads it from a row by column names.
    ///
    /// # Errors
    /// A column that is missing or holds something else.
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self>;
    /// Its columns and their values.
    fn values(&self) -> Vec<(&'static str, &dyn ToSql)>;
    /// Takes out what must not be stored, such as control characters.
    fn clean(&mut self);
    /// What a person calls it, for the change log.
    fn label(&self) -> String;
    /// Refuses what cannot be kept.
    ///
    /// # Errors
    /// [`Error::Invalid`] with the field.
    fn validate(&self) -> Result<()>;
}

/// A stored record with its id.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry<T: Record> {
    /// Its id.
    pub id: T::Id,
    /// Its fields.
    pub record: T,
}

/// Declares a record and its table in one go.
macro_rules! record {
    (
        $(#[$doc:meta])*
        $name:ident, $id:ident, $table:literal, order $order:literal, $add:ident $change:ident $remove:ident {
            $($(#[$field_doc:meta])* $field:ident: $type:ty,)*
        }
        label($this:ident) $label:expr;
        validate($that:ident) $validate:expr;
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $type,)*
        }

        impl $crate::Record for $name {
            type Id = $crate::$id;
            const TABLE: &'static str = $table;
            const COLUMNS: &'static [&'static str] = &[$(stringify!($field)),*];
            const ORDER: &'static str = $order;
            const ADD: $crate::Op = $crate::Op::$add;
            const CHANGE: $crate::Op = $crate::Op::$change;
            const REMOVE: $crate::Op = $crate::Op::$remove;

            fn from_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
                Ok(Self { $($field: $crate::storage::Column::read(row, stringify!($field))?,)* })
            }
            fn values(&self) -> Vec<(&'static str, &dyn rusqlite::ToSql)> {
                vec![$((stringify!($field), $crate::storage::Column::bound(&self.$field)),)*]
            }
            fn clean(&mut self) {
                $($crate::storage::Clean::clean(&mut self.$field);)*
            }
            fn label(&self) -> String {
                let $this = self;
                $label
            }
            fn validate(&self) -> $crate::Result<()> {
                let $that = self;
                $validate
            }
        }
    };
}

pub(crate) use record;

/// Longest name or short text, in characters.
pub(crate) const LONGEST_NAME: usize = 20_000;
/// Longest text of many paragraphs, in characters.
pub(crate) const LONGEST_TEXT: usize = 1_000_000;

/// Refuses an empty name and one too long to keep.
pub(crate) fn require_name(field: &'static str, text: &str) -> Result<()> {
    if text.trim().is_empty() {
        return Err(Error::Invalid {
            field,
            reason: Reason::Empty,
        });
    }
    require_length(field, text, LONGEST_NAME)
}

/// Refuses a text that is too long to keep.
pub(crate) fn require_length(field: &'static str, text: &str, longest: usize) -> Result<()> {
    if text.len() > longest && text.chars().count() > longest {
        return Err(Error::Invalid {
            field,
            reason: Reason::TooLong,
        });
    }
    Ok(())
}

pub(crate) fn insert<T: Record>(db: &Connection, id: T::Id, record: &T) -> Result<()> {
    let mut sql = format!("INSERT INTO {} (id", T::TABLE);
    for column in T::COLUMNS {
        let _ = write!(sql, ", {column}");
    }
    sql.push_str(") VALUES (:id");
    for column in T::COLUMNS {
        let _ = write!(sql, ", :{column}");
    }
    sql.push(')');
    run(db, &sql, id, record)?;
    Ok(())
}

pub(crate) fn update<T: Record>(db: &Connection, id: T::Id, record: &T) -> Result<()> {
    let mut sql = format!("UPDATE {} SET ", T::TABLE);
    for (index, column) in T::COLUMNS.iter().enumerate() {
        let comma = if index == 0 { "" } else { ", " };
        let _ = write!(sql, "{comma}{column} = :{column}");
    }
    sql.push_str(" WHERE id = :id");
    if run(db, &sql, id, record)? == 0 {
        return Err(Error::NotFound);
    }
    Ok(())
}

fn run<T: Record>(db: &Connection, sql: &str, id: T::Id, record: &T) -> Result<usize> {
    let mut statement = db.prepare_cached(sql)?;
    let values = record.values();
    let names: Vec<String> = values
        .iter()
        .map(|(column, _)| format!(":{column}"))
        .collect();
    let mut bound: Vec<(&str, &dyn ToSql)> = vec![(":id", &id)];
    bound.extend(
        names
            .iter()
            .map(String::as_str)
            .zip(values.iter().map(|(_, value)| *value)),
    );
    statement.execute(bound.as_slice()).map_err(refusal)
}

pub(crate) fn delete<T: Record>(db: &Connection, id: T::Id) -> Result<()> {
    let sql = format!("DELETE FROM {} WHERE id = :id", T::TABLE);
    let count = db
        .prepare_cached(&sql)?
        .execute(named_params! { ":id": id })
        .map_err(|error| {
            match refusal(error) {
                // What refers to a record with RESTRICT are its figures.
                Error::Conflict(_) => Error::Conflict(Reason::InUse),
                other => other,
            }
        })?;
    if count == 0 {
        Err(Error::NotFound)
    } else {
        Ok(())
    }
}

pub(crate) fn get<T: Record>(db: &Connection, id: T::Id) -> Result<T> {
    let sql = format!(
        "SELECT {} FROM {} WHERE id = :id",
        T::COLUMNS.join(", "),
        T::TABLE
    );
    let found = db
        .prepare_cached(&sql)?
        .query_row(named_params! { ":id": id }, T::from_row)
        .optional()?;
    found.ok_or(Error::NotFound)
}

pub(crate) fn list<T: Record>(db: &Connection) -> Result<Vec<Entry<T>>> {
    let sql = format!(
        "SELECT id, {} FROM {} ORDER BY {}",
        T::COLUMNS.join(", "),
        T::TABLE,
        T::ORDER
    );
    let mut statement = db.prepare_cached(&sql)?;
    let rows = statement.query_map([], |row| {
        Ok(Entry {
            id: row.get("id")?,
            record: T::from_row(row)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Records whose column `column` (a foreign key) holds `key`.
pub(crate) fn list_of<T: Record>(
    db: &Connection,
    column: &'static str,
    key: &dyn ToSql,
) -> Result<Vec<Entry<T>>> {
    let sql = format!(
        "SELECT id, {} FROM {} WHERE {column} = :key ORDER BY {}",
        T::COLUMNS.join(", "),
        T::TABLE,
        T::ORDER
    );
    let mut statement = db.prepare_cached(&sql)?;
    let rows = statement.query_map(&[(":key", key)], |row| {
        Ok(Entry {
            id: row.get("id")?,
            record: T::from_row(row)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Position after the last record of a table that people order.
pub(crate) fn next_position<T: Record>(db: &Connection) -> Result<i64> {
    let sql = format!("SELECT ifnull(max(position), 0) + 1 FROM {}", T::TABLE);
    Ok(db.prepare_cached(&sql)?.query_row([], |row| row.get(0))?)
}

/// Constraint failures are refusals in the user's words, not defects.
pub(crate) fn refusal(error: rusqlite::Error) -> Error {
    let message = match &error {
        rusqlite::Error::SqliteFailure(failure, message)
            if failure.code == rusqlite::ErrorCode::ConstraintViolation =>
        {
            message.clone().unwrap_or_default()
        }
        _ => return Error::from(error),
    };
    if message.starts_with("UNIQUE") {
        let field = if message.ends_with(".code") {
            "code"
        } else {
            "name"
        };
        Error::Invalid {
            field,
            reason: Reason::Taken,
        }
    } else if message.starts_with("FOREIGN KEY") {
        Error::Conflict(Reason::InUse)
    } else {
        Error::Sql(error)
    }
}
