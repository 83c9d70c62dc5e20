//! One writer a file: a lock of the operating system on a small file beside ours, which
//! also says who holds it. The lock dies with its process, so a crash locks nobody out.

use std::{
    ffi::OsString,
    fs::{self, File, OpenOptions, TryLockError},
    io::{Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

use crate::{Error, Result};

/// Held as long as it lives.
#[derive(Debug)]
pub(crate) struct Lock {
    file: File,
    path: PathBuf,
}

impl Lock {
    /// Takes the lock of `file`, or says who has it.
    pub(crate) fn take(file: &Path, author: &str) -> Result<Self> {
        let path = beside(file);
        let io_error = |error| Error::Io {
            path: file.to_owned(),
            error,
        };
        let mut lock = loop {
            let mut lock = OpenOptions::new()
                .read(true)
                .write(true)
                .create(true)
                .truncate(false)
                .open(&path)
                .map_err(io_error)?;
            match lock.try_lock() {
                // The one before may have removed it between our opening and our locking;
                // a lock on a file nobody finds any more keeps nobody out.
                Ok(()) if is_at(&lock, &path) => break lock,
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(busy(&mut lock)),
                Err(TryLockError::Error(error)) => return Err(io_error(error)),
            }
        };
        let note = format!("{author}, process {}", std::process::id());
        lock.set_len(0)
            .and_then(|()| lock.seek(SeekFrom::Start(0)))
            .and_then(|_| lock.write_all(note.as_bytes()))
            .map_err(io_error)?;
        Ok(Self { file: lock, path })
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed before it is released, so that nobody locks a file about to vanish.
        let _ = fs::remove_file(&self.path);
        let _ = self.file.unlock();
    }
}

fn busy(lock: &mut File) -> Error {
    let mut holder = String::new();
    // Some systems let nobody read a locked file; then it is just “another window”.
    let _ = lock.read_to_string(&mut holder);
    let holder = holder.trim();
    let holder = if holder.is_empty() {
        "another window"
    } else {
        holder
    };
    Error::FileBusy {
        holder: holder.to_owned(),
    }
}

/// Whether an open file is the one that stands at `path` now.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::metadata(path)) {
        (Ok(open), Ok(there)) => (open.dev(), open.ino()) == (there.dev(), there.ino()),
        _ => false,
    }
}

/// Where an open file keeps its name until it is closed, it is always the same one.
#[cfg(not(unix))]
fn is_at(_file: &File, _path: &Path) -> bool {
    true
}

/// `.NAME.backbone.lock`
fn beside(file: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(file.file_name().unwrap_or_default());
    name.push(".lock");
    file.with_file_name(name)
}
