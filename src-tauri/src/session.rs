//! The open initiative behind the window: one lock, one road for changes. Commands call
//! [`Session::read`] and [`Session::write`]; only here is anything announced, and only
//! after it is committed.

use std::{
    cell::RefCell,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError, atomic::AtomicBool},
    time::Instant,
};

use backbone_contract::{ErrorCode, FailedFile, WireError};
use backbone_core::{Context, Done, Topic, Workbook, searching::Index};
use backbone_exchange::sample::Sample;
use serde::Serialize;
use tauri::{AppHandle, Emitter, Runtime};

use crate::{
    clock, contacts::ContactSession, errors::wire, imports::ImportSession, returned::HeldReturns,
    samples, settings::Remembered,
};

/// Everything the window works on.
pub struct Session {
    open: Mutex<Option<Workbook>>,
    /// What is remembered between starts.
    pub remembered: Mutex<Remembered>,
    /// A table that is being imported.
    pub import: Mutex<Option<ImportSession>>,
    /// A contact list that is being imported.
    pub contacts: Mutex<Option<ContactSession>>,
    /// Sheets that came back and wait to be taken in.
    pub returned: Mutex<HeldReturns>,
    /// Somebody wants the step of an import that is running to stop. Apart from the table,
    /// which is locked meanwhile.
    pub stop: AtomicBool,
    /// The report exported last, to be opened on request.
    pub exported: Mutex<Option<PathBuf>>,
    /// The index of search of the file that is open.
    index: Mutex<Option<Index>>,
    failed: Mutex<Option<FailedFile>>,
    saved_ms: Mutex<Option<i64>>,
    documents: PathBuf,
    started: Instant,
}

/// What the window is told after a change.
#[derive(Debug, Clone, Serialize)]
struct Changed {
    topics: Vec<&'static str>,
}

/// A poisoned lock means a panic elsewhere; the data behind it is still whole, because
/// every change is a transaction.
pub fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

thread_local! {
    /// Why the change of the call that runs on this thread is made, where it said so.
    static REASON: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Runs one call of the window with the reason that came with it. The reason ends with the
/// call, also where that fails: no other change can take it.
pub fn with_reason<T>(reason: Option<&str>, run: impl FnOnce() -> T) -> T {
    let reason = reason.map(str::trim).filter(|reason| !reason.is_empty());
    REASON.set(reason.map(str::to_owned));
    let value = run();
    REASON.set(None);
    value
}

impl Session {
    /// A session with nothing open; samples are copied into `documents`.
    pub fn new(remembered: Remembered, documents: PathBuf, started: Instant) -> Self {
        Self {
            open: Mutex::new(None),
            remembered: Mutex::new(remembered),
            import: Mutex::new(None),
            contacts: Mutex::new(None),
            returned: Mutex::new(HeldReturns::default()),
            stop: AtomicBool::new(false),
            exported: Mutex::new(None),
            index: Mutex::new(None),
            failed: Mutex::new(None),
            saved_ms: Mutex::new(None),
            documents,
            started,
        }
    }

    /// Milliseconds since the program began.
    pub fn age_ms(&self) -> u128 {
        self.started.elapsed().as_millis()
    }

    /// Time and author of a change made now.
    pub fn context(&self) -> Context {
        let author = lock(&self.remembered).settings().author.clone();
        clock::now(&author)
    }

    /// Time, author and reason of a change made now.
    pub fn change_context(&self) -> Context {
        Context {
            reason: REASON.with_borrow(Clone::clone),
            ..self.context()
        }
    }

    /// When the last change of this session was written.
    pub fn saved_ms(&self) -> Option<i64> {
        *lock(&self.saved_ms)
    }

    /// A file given at start that could not be opened; told once.
    pub fn take_failed(&self) -> Option<FailedFile> {
        lock(&self.failed).take()
    }

    /// Reads the open initiative.
    pub fn read<T>(
        &self,
        run: impl FnOnce(&Workbook) -> backbone_core::Result<T>,
    ) -> Result<T, WireError> {
        let open = lock(&self.open);
        let book = open.as_ref().ok_or_else(no_file)?;
        run(book).map_err(|error| wire(&error))
    }

    /// Reads the open initiative together with the index of search, which follows it.
    pub fn read_indexed<T>(
        &self,
        run: impl FnOnce(&mut Index, &Workbook) -> backbone_core::Result<T>,
    ) -> Result<T, WireError> {
        // Always the index before the file.
        let mut held = lock(&self.index);
        self.read(|book| {
            let index = match held.take() {
                Some(index) => index,
                None => Index::new()?,
            };
            run(held.insert(index), book)
        })
    }

    /// Changes the open initiative and, once that is committed, tells the window what has
    /// become stale.
    pub fn write<T, R: Runtime>(
        &self,
        app: &AppHandle<R>,
        run: impl FnOnce(&mut Workbook, &Context) -> backbone_core::Result<Done<T>>,
    ) -> Result<T, WireError> {
        let context = self.change_context();
        let done = {
            let mut open = lock(&self.open);
            let book = open.as_mut().ok_or_else(no_file)?;
            run(book, &context).map_err(|error| wire(&error))?
        };
        *lock(&self.saved_ms) = Some(context.now_ms);
        self.announce(app, done.topics);
        Ok(done.value)
    }

    /// Tells the window what has become stale.
    pub fn announce<R: Runtime>(&self, app: &AppHandle<R>, topics: &[Topic]) {
        let topics = topics.iter().map(|topic| topic.code()).collect();
        // A window that is closing hears nothing and misses nothing.
        let _ = app.emit("changed", Changed { topics });
    }

    /// Opens a file in place of the one that is open.
    pub fn open(&self, path: &Path) -> Result<(), WireError> {
        let context = self.context();
        // The file may be the one that is open; then its lock must go first.
        if lock(&self.open)
            .as_ref()
            .and_then(Workbook::path)
            .is_some_and(|open| is_same_file(open, path))
        {
            return Ok(());
        }
        let book = Workbook::open(path, &context.author).map_err(|error| wire(&error))?;
        self.put(book, &context)
    }

    /// Makes a new file with one initiative in it and opens it.
    pub fn create(
        &self,
        path: &Path,
        initiative: backbone_core::initiative::Initiative,
    ) -> Result<(), WireError> {
        let context = self.context();
        let book = Workbook::create(path, initiative, &context).map_err(|error| wire(&error))?;
        self.put(book, &context)
    }

    /// Opens a copy of a sample, in a new file of the documents folder.
    pub fn open_sample(&self, sample: &Sample) -> Result<(), WireError> {
        let context = self.context();
        let folder = self.documents.join("Backbone Desk");
        std::fs::create_dir_all(&folder).map_err(|error| WireError {
            code: ErrorCode::CannotWrite,
            field: None,
            detail: Some(error.to_string()),
        })?;
        let path = free_name(&folder, sample.name);
        let book = samples::write(sample, &path, &context).map_err(|error| match error {
            samples::Error::Core(error) => wire(&error),
            other => WireError {
                code: ErrorCode::Unexpected,
                field: None,
                detail: Some(other.to_string()),
            },
        })?;
        self.put(book, &context)
    }

    /// Opens the file named on the command line; a failure is shown on the first screen.
    pub fn open_at_start(&self, path: &Path) {
        if let Err(error) = self.open(path) {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            *lock(&self.failed) = Some(FailedFile { name, error });
        }
    }

    /// Opens the file a second start of the program was given.
    pub fn open_from_outside<R: Runtime>(&self, app: &AppHandle<R>, path: &Path) {
        self.open_at_start(path);
        self.announce(app, Topic::ALL);
        let _ = app.emit("reopened", ());
    }

    /// Closes the open initiative, leaving one single file.
    pub fn close(&self) {
        lock(&self.import).take();
        lock(&self.contacts).take();
        *lock(&self.returned) = HeldReturns::default();
        let closed = lock(&self.open).take().map_or(Ok(()), Workbook::close);
        if let Err(error) = closed {
            tracing::warn!(%error, "the file was closed without folding its journal in");
        }
        // After the file, so that a step of making it finds none.
        lock(&self.index).take();
        *lock(&self.saved_ms) = None;
    }

    fn put(&self, book: Workbook, context: &Context) -> Result<(), WireError> {
        let initiative = book.initiative().map_err(|error| wire(&error))?;
        if let Some(path) = book.path() {
            lock(&self.remembered).opened(path, &initiative.name, context.now_ms);
        }
        self.close();
        *lock(&self.open) = Some(book);
        Ok(())
    }
}

fn no_file() -> WireError {
    WireError {
        code: ErrorCode::NoFile,
        field: None,
        detail: None,
    }
}

fn is_same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}

/// `cincinnati.backbone`, or with a number where that is taken.
fn free_name(folder: &Path, name: &str) -> PathBuf {
    let first = folder.join(format!("{name}.backbone"));
    if !first.exists() {
        return first;
    }
    (2..)
        .map(|number| folder.join(format!("{name} {number}.backbone")))
        .find(|path| !path.exists())
        .unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reason_of_a_change() -> Option<String> {
        let folder = tempfile::tempdir().unwrap();
        let remembered = Remembered::read(folder.path());
        let session = Session::new(remembered, folder.path().to_owned(), Instant::now());
        session.change_context().reason
    }

    #[test]
    fn a_reason_holds_for_its_own_call_and_for_no_other() {
        assert_eq!(
            with_reason(Some(" The district confirmed them "), reason_of_a_change).as_deref(),
            Some("The district confirmed them")
        );
        assert_eq!(reason_of_a_change(), None, "the call is over");
        let refused: Result<(), ()> = with_reason(Some("A reason"), || Err(()));
        assert!(refused.is_err());
        assert_eq!(reason_of_a_change(), None, "also after a refusal");
        let beside = with_reason(Some("A reason"), || {
            std::thread::spawn(reason_of_a_change).join().unwrap()
        });
        assert_eq!(beside, None, "a call at the same time has its own");
        assert_eq!(with_reason(Some("  "), reason_of_a_change), None);
    }
}
