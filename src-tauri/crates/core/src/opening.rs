//! Making, opening, upgrading and checking files. A file that is refused is not touched.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read},
    path::{Path, PathBuf},
};

use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use crate::{
    Error, Result, backup,
    lock::Lock,
    pragmas::{self, APPLICATION_ID},
    storage::operations,
};

/// Every step from an empty file to today's schema, in order. Released steps are frozen.
pub(crate) const MIGRATIONS: &[&str] = &[
    include_str!("../migrations/0001_first.sql"),
    include_str!("../migrations/0002_shared_measurement.sql"),
    include_str!("../migrations/0003_agenda_partners_activities.sql"),
];

/// The version this program writes.
#[allow(clippy::cast_possible_truncation, reason = "a handful of migrations")]
pub(crate) const VERSION: u32 = MIGRATIONS.len() as u32;

const HEADER: &[u8; 16] = b"SQLite format 3\0";
/// Where a SQLite file keeps its version and its application id.
const USER_VERSION_AT: usize = 60;
const APPLICATION_ID_AT: usize = 68;

/// Says who writes to the file, or who does already.
pub(crate) fn claim(path: &Path, author: &str) -> Result<Lock> {
    Lock::take(path, author)
}

/// Looks at the first bytes only, before any database touches the file.
///
/// # Errors
/// A file that is missing, foreign or newer.
pub(crate) fn inspect(path: &Path) -> Result<()> {
    let io_error = |error| Error::Io {
        path: path.to_owned(),
        error,
    };
    let mut head = [0; 100];
    let mut file = File::open(path).map_err(io_error)?;
    if let Err(error) = file.read_exact(&mut head) {
        return match error.kind() {
            io::ErrorKind::UnexpectedEof => Err(Error::NotABackboneFile),
            _ => Err(io_error(error)),
        };
    }
    let number = |at: usize| {
        let bytes = head
            .get(at..at + 4)
            .and_then(|bytes| bytes.try_into().ok())
            .unwrap_or([0; 4]);
        i32::from_be_bytes(bytes)
    };
    if !head.starts_with(HEADER) || number(APPLICATION_ID_AT) != APPLICATION_ID {
        return Err(Error::NotABackboneFile);
    }
    let found = number(USER_VERSION_AT).cast_unsigned();
    if found > VERSION {
        return Err(Error::FileTooNew {
            found,
            supported: VERSION,
        });
    }
    Ok(())
}

/// Makes a file with today's schema and watches it. A failure leaves no file behind.
pub(crate) fn create(path: &Path) -> Result<Connection> {
    let db = blank(path)?;
    let made = begin(db);
    if made.is_err() {
        discard(path);
    }
    made
}

fn begin(mut db: Connection) -> Result<Connection> {
    migrate(&mut db, 0, VERSION)?;
    operations::watch(&db)?;
    Ok(db)
}

/// Makes a file out of rows of the format version `format` and brings it up to date. A
/// failure leaves no file behind.
pub(crate) fn create_from<E: From<Error>>(
    path: &Path,
    format: u32,
    fill: impl FnOnce(&Connection) -> std::result::Result<(), E>,
) -> std::result::Result<(), E> {
    if format > VERSION {
        return Err(E::from(Error::FileTooNew {
            found: format,
            supported: VERSION,
        }));
    }
    let mut db = blank(path)?;
    let made = fill_in(&mut db, format, fill).and_then(|()| Ok(rest(db)?));
    if made.is_err() {
        discard(path);
    }
    made
}

fn fill_in<E: From<Error>>(
    db: &mut Connection,
    format: u32,
    fill: impl FnOnce(&Connection) -> std::result::Result<(), E>,
) -> std::result::Result<(), E> {
    migrate(db, 0, format)?;
    let tx = db
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .map_err(Error::from)?;
    // Rows may come before those they refer to; the commit looks at all references.
    tx.pragma_update(None, "defer_foreign_keys", true)
        .map_err(Error::from)?;
    fill(&tx)?;
    let initiatives: u32 = tx
        .query_row("SELECT count(*) FROM initiatives", [], |row| row.get(0))
        .map_err(Error::from)?;
    if initiatives != 1 {
        return Err(E::from(Error::Damaged("it holds no initiative".to_owned())));
    }
    tx.commit().map_err(|error| match Error::from(error) {
        Error::Sql(error) => {
            Error::Damaged(format!("rows refer to rows that are missing: {error}"))
        }
        other => other,
    })?;
    Ok(migrate(db, format, VERSION)?)
}

/// A file that is ours and empty.
fn blank(path: &Path) -> Result<Connection> {
    // Claims the name in one step, so that no other program's file is ever overwritten.
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => Error::Exists(path.to_owned()),
            _ => Error::Io {
                path: path.to_owned(),
                error,
            },
        })?;
    let set_up = || {
        let db = Connection::open(path)?;
        db.pragma_update(None, "application_id", APPLICATION_ID)?;
        pragmas::for_writing(&db)?;
        Ok(db)
    };
    let made = set_up();
    if made.is_err() {
        discard(path);
    }
    made
}

/// Half a new file helps nobody and would stand in the way of the next try.
pub(crate) fn discard(path: &Path) {
    for ending in ["", "-wal", "-shm", "-journal"] {
        let _ = fs::remove_file(companion(path, ending));
    }
}

/// Closes a connection that wrote, leaving one single file.
pub(crate) fn rest(db: Connection) -> Result<()> {
    db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    // Leaving WAL removes the two files beside ours; another reader may still need them,
    // then they go when it closes.
    let _ = db.pragma_update(None, "journal_mode", "DELETE");
    db.close().map_err(|(_, error)| Error::from(error))
}

pub(crate) fn in_memory() -> Result<Connection> {
    let mut db = Connection::open_in_memory()?;
    pragmas::for_reading(&db)?;
    migrate(&mut db, 0, VERSION)?;
    operations::watch(&db)?;
    Ok(db)
}

pub(crate) fn open(path: &Path) -> Result<Connection> {
    sound(path)?;
    let mut db = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    pragmas::for_writing(&db)?;
    let found = known_version(&db)?;
    if found < VERSION {
        copy_aside(&db, path, found)?;
        migrate(&mut db, found, VERSION)?;
    }
    operations::watch(&db)?;
    Ok(db)
}

/// A file of any version as today's tables show it, without changing it.
pub(crate) fn read(path: &Path) -> Result<Connection> {
    let db = open_read_only(path)?;
    let found = known_version(&db)?;
    if found == VERSION {
        return Ok(db);
    }
    let mut copy = Connection::open_in_memory()?;
    backup::all_of(&db, &mut copy)?;
    pragmas::for_reading(&copy)?;
    migrate(&mut copy, found, VERSION)?;
    Ok(copy)
}

fn open_read_only(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = if has_companions(path) {
        Connection::open_with_flags(path, flags)?
    } else {
        // Nobody has it open: read it without leaving as much as a lock file behind.
        Connection::open_with_flags(immutable_uri(path), flags | OpenFlags::SQLITE_OPEN_URI)?
    };
    pragmas::for_reading(&db)?;
    known_version(&db)?;
    Ok(db)
}

/// Refuses a damaged file, and a newer one whose version still stands in its journal,
/// before anything is written to it.
fn sound(path: &Path) -> Result<()> {
    let db = open_read_only(path)?;
    let answer: String = db
        .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
        .map_err(damage)?;
    if answer != "ok" {
        return Err(Error::Damaged(answer));
    }
    Ok(())
}

/// The version of an open file, if this program can read it.
fn known_version(db: &Connection) -> Result<u32> {
    let found = db
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .map_err(damage)?;
    match found {
        0 => Err(Error::Damaged("it was never finished".to_owned())),
        found if found > VERSION => Err(Error::FileTooNew {
            found,
            supported: VERSION,
        }),
        found => Ok(found),
    }
}

/// A file with our header that is no database any more is one of ours, damaged.
fn damage(error: rusqlite::Error) -> Error {
    match Error::from(error) {
        Error::NotABackboneFile => Error::Damaged("its pages cannot be read".to_owned()),
        other => other,
    }
}

/// Takes the steps from version `from` to version `to`, all of them or none.
fn migrate(db: &mut Connection, from: u32, to: u32) -> Result<()> {
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let steps = MIGRATIONS.iter().take(to as usize).skip(from as usize);
    for migration in steps {
        tx.execute_batch(migration)?;
    }
    tx.pragma_update(None, "user_version", to)?;
    tx.commit()?;
    Ok(())
}

/// Keeps an older file as it was, beside the one that is upgraded.
fn copy_aside(db: &Connection, path: &Path, version: u32) -> Result<()> {
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push(format!(" (format {version}).backbone"));
    let aside = path.with_file_name(name);
    if aside.exists() {
        return Ok(());
    }
    backup::copy(db, &aside)
}

/// Whether journal files of an open or interrupted session stand beside the file.
fn has_companions(path: &Path) -> bool {
    ["-wal", "-journal"]
        .iter()
        .any(|ending| companion(path, ending).exists())
}

fn companion(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

fn immutable_uri(path: &Path) -> String {
    let mut uri = String::from("file:");
    let text = path.to_string_lossy();
    if cfg!(windows) {
        uri.push('/');
    }
    for byte in text.bytes() {
        match byte {
            b'\\' if cfg!(windows) => uri.push('/'),
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b':' => {
                uri.push(char::from(byte))
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri.push_str("?immutable=1");
    uri
}

/// Something a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What was looked at: `integrity` or `references`.
    pub what: &'static str,
    /// What was found, in the database's words.
    pub found: String,
}

/// Looks whether a file is sound; never changes it.
///
/// # Errors
/// A file that cannot be read at all.
pub fn check(path: &Path) -> Result<Vec<Finding>> {
    inspect(path)?;
    let db = open_read_only(path)?;
    let mut findings = Vec::new();
    let mut integrity = db.prepare("PRAGMA integrity_check(100)")?;
    let answers = integrity
        .query_map([], |row| row.get::<_, String>(0))
        .and_then(Iterator::collect::<rusqlite::Result<Vec<_>>>);
    match answers {
        Ok(answers) => findings.extend(answers.into_iter().filter(|answer| answer != "ok").map(
            |found| Finding {
                what: "integrity",
                found,
            },
        )),
        Err(error) => findings.push(Finding {
            what: "integrity",
            found: error.to_string(),
        }),
    }
    if findings.is_empty() {
        let mut references = db.prepare("PRAGMA foreign_key_check")?;
        let broken = references.query_map([], |row| {
            Ok(format!(
                "a row of {} refers to one of {} that is not there",
                row.get::<_, String>("table")?,
                row.get::<_, String>("parent")?
            ))
        })?;
        for found in broken {
            findings.push(Finding {
                what: "references",
                found: found?,
            });
        }
    }
    Ok(findings)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// A simple hash is enough to notice an edit.
    fn fingerprint(text: &str) -> u64 {
        text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        })
    }

    #[test]
    fn released_migrations_stay_as_they_are() {
        let known: Vec<u64> = MIGRATIONS.iter().map(|text| fingerprint(text)).collect();
        assert_eq!(
            known,
            [FIRST, SHARED_MEASUREMENT, AGENDA_PARTNERS_ACTIVITIES],
            "a released migration was edited: add a new one instead"
        );
    }

    const FIRST: u64 = 0x4996_0223_0641_9a43;
    const SHARED_MEASUREMENT: u64 = 0x5997_00b2_3a63_ef9d;
    const AGENDA_PARTNERS_ACTIVITIES: u64 = 0x6acf_4daf_7fda_ad6f;

    /// Columns, keys and indexes of every table, so that `ALTER` and `CREATE` compare equal.
    fn shape(db: &Connection) -> BTreeMap<String, Vec<String>> {
        let rows = |sql: &str, table: &str| -> Vec<String> {
            let mut select = db.prepare(sql).unwrap();
            let rows = select.query_map([table], |row| row.get(0)).unwrap();
            rows.collect::<rusqlite::Result<_>>().unwrap()
        };
        let tables = operations::all_tables(db).unwrap();
        let one = |table: String| {
            let mut lines = rows(
                "SELECT format('%s %s %d %s %d', name, type, \"notnull\", dflt_value, pk) FROM pragma_table_info(?)",
                &table,
            );
            lines.extend(rows(
                "SELECT format('%s -> %s.%s %s', \"from\", \"table\", \"to\", on_delete) FROM pragma_foreign_key_list(?) ORDER BY 1",
                &table,
            ));
            lines.extend(rows(
                "SELECT format('%s %d', name, \"unique\") FROM pragma_index_list(?) WHERE name NOT LIKE 'sqlite%' ORDER BY 1",
                &table,
            ));
            (table, lines)
        };
        tables.into_iter().map(one).collect()
    }

    #[test]
    fn migrations_end_at_the_schema_we_document() {
        let written = Connection::open_in_memory().unwrap();
        written
            .execute_batch(include_str!("../schema.sql"))
            .unwrap();
        let migrated = in_memory().unwrap();
        assert_eq!(shape(&migrated), shape(&written));
        assert!(shape(&written).len() > 20, "the shape really lists tables");
    }

    #[test]
    fn every_foreign_key_has_an_index() {
        let db = in_memory().unwrap();
        // Looking for the readings of an import is rare, keeping an index of it is not.
        let exempt = [("readings", "import_id")];
        for table in operations::all_tables(&db).unwrap() {
            let mut keys = db
                .prepare("SELECT \"from\" FROM pragma_foreign_key_list(?)")
                .unwrap();
            let keys: Vec<String> = keys
                .query_map([&table], |row| row.get(0))
                .unwrap()
                .collect::<rusqlite::Result<_>>()
                .unwrap();
            for key in keys {
                let led: u32 = db
                    .query_row(
                        "SELECT count(*) FROM pragma_index_list(?1) AS list, pragma_index_info(list.name) AS info
                         WHERE info.seqno = 0 AND info.name = ?2",
                        [&table, &key],
                        |row| row.get(0),
                    )
                    .unwrap();
                assert!(
                    led > 0 || exempt.contains(&(table.as_str(), key.as_str())),
                    "{table}.{key}"
                );
            }
        }
    }
}
