//! Making, opening, upgrading and checking files. A file that is refused is not touched.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read},
    path::{Path, PathBuf},
};

use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use crate::{
    Error, Result,
    lock::Lock,
    pragmas::{self, APPLICATION_ID},
    storage::operations,
};

/// Every step from an empty file to today's schema, in order. Released steps are frozen.
pub(crate) const MIGRATIONS: &[&str] = &[include_str!("../migrations/0001_first.sql")];

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

pub(crate) fn create(path: &Path) -> Result<Connection> {
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
    let mut db = Connection::open(path)?;
    db.pragma_update(None, "application_id", APPLICATION_ID)?;
    pragmas::for_writing(&db)?;
    migrate(&mut db, 0)?;
    operations::watch(&db)?;
    Ok(db)
}

pub(crate) fn in_memory() -> Result<Connection> {
    let mut db = Connection::open_in_memory()?;
    pragmas::for_reading(&db)?;
    migrate(&mut db, 0)?;
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
    let found: u32 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found < VERSION {
        copy_aside(path, found)?;
        migrate(&mut db, found)?;
    }
    operations::watch(&db)?;
    Ok(db)
}

pub(crate) fn open_read_only(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = if has_companions(path) {
        Connection::open_with_flags(path, flags)?
    } else {
        // Nobody has it open: read it without leaving as much as a lock file behind.
        Connection::open_with_flags(immutable_uri(path), flags | OpenFlags::SQLITE_OPEN_URI)?
    };
    pragmas::for_reading(&db)?;
    Ok(db)
}

/// Refuses a damaged file before anything is written to it.
fn sound(path: &Path) -> Result<()> {
    let db = open_read_only(path)?;
    let answer: String = db
        .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
        .map_err(|error| match Error::from(error) {
            Error::NotABackboneFile => Error::Damaged("its pages cannot be read".to_owned()),
            other => other,
        })?;
    if answer == "ok" {
        Ok(())
    } else {
        Err(Error::Damaged(answer))
    }
}

fn migrate(db: &mut Connection, found: u32) -> Result<()> {
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for migration in MIGRATIONS.iter().skip(found as usize) {
        tx.execute_batch(migration)?;
    }
    tx.pragma_update(None, "user_version", VERSION)?;
    tx.commit()?;
    Ok(())
}

/// Keeps an older file as it was, beside the one that is upgraded.
fn copy_aside(path: &Path, version: u32) -> Result<()> {
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push(format!(" (format {version}).backbone"));
    let aside = path.with_file_name(name);
    if !aside.exists() {
        fs::copy(path, &aside).map_err(|error| Error::Io { path: aside, error })?;
    }
    Ok(())
}

/// Whether journal files of an open or interrupted session stand beside the file.
fn has_companions(path: &Path) -> bool {
    ["-wal", "-journal"].iter().any(|ending| {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        fs::metadata(PathBuf::from(name)).is_ok_and(|found| found.len() > 0)
    })
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
