//! Copies of the file that are either whole or not there, also while it is being worked on.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    time::Duration,
};

use rusqlite::{Connection, backup::Backup};

use crate::{Error, Result, Workbook};

/// Pages copied between two looks at whether someone else wants the file.
const PAGES_AT_A_TIME: i32 = 1_000;

impl Workbook {
    /// Copies the file as it is now: by the online backup, checked, flushed to the disk,
    /// and only then given its name. With `may_replace` a file of that name is replaced in
    /// the same moment; without, it is kept and the copy refused.
    ///
    /// # Errors
    /// The file itself as the target, a file that exists, a place that cannot be written.
    pub fn backup_to(&self, path: &Path, may_replace: bool) -> Result<()> {
        let is_self = self.path().is_some_and(|own| same_file(own, path));
        if is_self || (!may_replace && path.exists()) {
            return Err(Error::Exists(path.to_owned()));
        }
        copy(self.db(), path)
    }
}

/// Copies what a connection sees to `path`, in place of a file of that name.
pub(crate) fn copy(db: &Connection, path: &Path) -> Result<()> {
    let partial = beside(path);
    let copied = copy_to(db, &partial).and_then(|()| {
        fs::rename(&partial, path).map_err(|error| Error::Io {
            path: path.to_owned(),
            error,
        })
    });
    if copied.is_ok() {
        keep_name(path);
    } else {
        // What is half a copy must not be taken for one.
        let _ = fs::remove_file(&partial);
    }
    copied
}

fn copy_to(db: &Connection, partial: &Path) -> Result<()> {
    let io_error = |error| Error::Io {
        path: partial.to_owned(),
        error,
    };
    // A remnant of a copy that was cut off.
    let _ = fs::remove_file(partial);
    File::create_new(partial).map_err(io_error)?;
    let mut copy = Connection::open(partial)?;
    all_of(db, &mut copy)?;
    // The copy is at rest; nobody shares it.
    copy.pragma_update(None, "journal_mode", "DELETE")?;
    let answer: String = copy.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if answer != "ok" {
        return Err(Error::Damaged(answer));
    }
    copy.close().map_err(|(_, error)| Error::from(error))?;
    File::options()
        .write(true)
        .open(partial)
        .and_then(|file| file.sync_all())
        .map_err(io_error)
}

/// Copies all pages, also while someone else writes.
pub(crate) fn all_of(db: &Connection, copy: &mut Connection) -> Result<()> {
    let all = Backup::new(db, copy)?;
    Ok(all.run_to_completion(PAGES_AT_A_TIME, Duration::ZERO, None)?)
}

/// `.NAME.partial`
fn beside(path: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(".partial");
    path.with_file_name(name)
}

fn same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

/// Flushes the folder, so that the new name survives a power cut too. Windows does so by
/// itself and opens no folder for it.
fn keep_name(path: &Path) {
    if let Some(folder) = path.parent()
        && let Ok(folder) = File::open(folder)
    {
        let _ = folder.sync_all();
    }
}
