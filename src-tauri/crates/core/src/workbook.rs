//! One open initiative: the connection, the one road of every change, and the records
//! that need no more than adding, changing, removing and listing.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, TransactionBehavior};

use crate::{
    Context, Done, Entry, Error, Id, Op, OperationId, Record, Result,
    initiative::Initiative,
    lock::Lock,
    opening, partners,
    storage::{self, operations},
};

/// An open initiative.
#[derive(Debug)]
pub struct Workbook {
    db: Connection,
    path: Option<PathBuf>,
    /// Held as long as the file may be written.
    lock: Option<Lock>,
}

impl Workbook {
    /// Makes a new file with one initiative in it. An existing file is never overwritten.
    ///
    /// # Errors
    /// A file that exists, a place that cannot be written, a name that cannot be kept.
    pub fn create(path: &Path, mut initiative: Initiative, context: &Context) -> Result<Self> {
        initiative.clean();
        initiative.validate()?;
        let lock = opening::claim(path, &context.author)?;
        let db = opening::create(path)?;
        let mut book = Self {
            db,
            path: Some(path.to_owned()),
            lock: Some(lock),
        };
        match book.begin(&initiative, context) {
            Ok(()) => Ok(book),
            Err(error) => {
                drop(book);
                opening::discard(path);
                Err(error)
            }
        }
    }

    /// Opens a file to work on, upgrading an older one after copying it aside.
    ///
    /// # Errors
    /// A file that is missing, foreign, newer, damaged, or open elsewhere; none of them is
    /// touched.
    pub fn open(path: &Path, author: &str) -> Result<Self> {
        opening::inspect(path)?;
        let lock = opening::claim(path, author)?;
        let db = opening::open(path)?;
        Ok(Self {
            db,
            path: Some(path.to_owned()),
            lock: Some(lock),
        })
    }

    /// Opens a file to look at only; it may be open elsewhere. An older one is read from a
    /// copy in memory that is brought up to date, and stays as it is.
    ///
    /// # Errors
    /// A file that is missing, foreign, newer or damaged.
    pub fn open_read_only(path: &Path) -> Result<Self> {
        opening::inspect(path)?;
        let db = opening::read(path)?;
        Ok(Self {
            db,
            path: Some(path.to_owned()),
            lock: None,
        })
    }

    /// An initiative in memory, for tests and trials.
    ///
    /// # Errors
    /// A name that cannot be kept.
    pub fn in_memory(initiative: Initiative, context: &Context) -> Result<Self> {
        let db = opening::in_memory()?;
        let mut book = Self {
            db,
            path: None,
            lock: None,
        };
        book.begin(&initiative, context)?;
        Ok(book)
    }

    /// Where the file is; none in memory.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Leaves one single file behind and lets others write to it.
    ///
    /// # Errors
    /// Writing the last pages back.
    pub fn close(self) -> Result<()> {
        let Self { db, lock, .. } = self;
        if lock.is_some() {
            opening::rest(db)?;
        } else {
            db.close().map_err(|(_, error)| Error::from(error))?;
        }
        drop(lock);
        Ok(())
    }

    /// The one road of every change: a transaction with its entry in the change log.
    /// Nothing is written elsewhere; an error leaves the file as it was.
    ///
    /// # Errors
    /// Whatever `run` refuses, and the writing itself.
    pub fn transact<T>(
        &mut self,
        op: Op,
        detail: &str,
        context: &Context,
        run: impl FnOnce(&Connection) -> Result<T>,
    ) -> Result<Done<T>> {
        let operation = OperationId::new(context.now_ms);
        let tx = self
            .db
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        operations::begin(&tx, operation, op, detail, context)?;
        let value = run(&tx)?;
        tx.commit()?;
        Ok(Done {
            value,
            topics: op.touches(),
            operation,
        })
    }

    /// As [`Self::transact`], for what stands aside from the steps people take back, such
    /// as a remembered choice. What could be redone still can.
    pub(crate) fn transact_aside(
        &mut self,
        op: Op,
        detail: &str,
        context: &Context,
        run: impl FnOnce(&Connection) -> Result<()>,
    ) -> Result<Done<()>> {
        let operation = OperationId::new(context.now_ms);
        let tx = self
            .db
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        operations::insert(&tx, operation, op.code(), detail, "do", None, context)?;
        run(&tx)?;
        operations::settle(&tx, operation)?;
        tx.commit()?;
        Ok(Done {
            value: (),
            topics: op.touches(),
            operation,
        })
    }

    /// Adds a record.
    ///
    /// # Errors
    /// A field that cannot be kept.
    pub fn add<T: Record>(&mut self, mut record: T, context: &Context) -> Result<Done<T::Id>> {
        record.clean();
        record.validate()?;
        let id = T::Id::new(context.now_ms);
        self.transact(T::ADD, &record.label(), context, |tx| {
            storage::insert(tx, id, &record)?;
            Ok(id)
        })
    }

    /// Changes a record.
    ///
    /// # Errors
    /// A field that cannot be kept; a record that is gone.
    pub fn change<T: Record>(
        &mut self,
        id: T::Id,
        mut record: T,
        context: &Context,
    ) -> Result<Done<()>> {
        record.clean();
        record.validate()?;
        self.transact(T::CHANGE, &record.label(), context, |tx| {
            storage::update(tx, id, &record)
        })
    }

    /// Removes a record with all that belongs to it.
    ///
    /// # Errors
    /// A record that is gone, or that figures hang on.
    pub fn remove<T: Record>(&mut self, id: T::Id, context: &Context) -> Result<Done<()>> {
        let label = self.get::<T>(id)?.label();
        self.transact(T::REMOVE, &label, context, |tx| {
            storage::delete::<T>(tx, id)
        })
    }

    /// One record.
    ///
    /// # Errors
    /// A record that is gone.
    pub fn get<T: Record>(&self, id: T::Id) -> Result<T> {
        storage::get(&self.db, id)
    }

    /// All records of a kind, in their order.
    ///
    /// # Errors
    /// Reading the file.
    pub fn list<T: Record>(&self) -> Result<Vec<Entry<T>>> {
        storage::list(&self.db)
    }

    /// Position after the last record of a kind that people order.
    ///
    /// # Errors
    /// Reading the file.
    pub fn next_position<T: Record>(&self) -> Result<i64> {
        storage::next_position::<T>(&self.db)
    }

    /// Begins anew: nothing done so far can be undone. For a file that was made as a
    /// whole, such as a sample, where taking back its last record would mean nothing.
    ///
    /// # Errors
    /// Writing the file.
    pub fn settle_all(&mut self) -> Result<()> {
        operations::settle_all(&self.db)
    }

    /// Lets the file grow to this many pages more, as a disk that is nearly full does.
    ///
    /// # Errors
    /// The setting itself.
    #[doc(hidden)]
    pub fn limit_pages(&self, more: u32) -> Result<()> {
        let pages: u32 = self
            .db
            .pragma_query_value(None, "page_count", |row| row.get(0))?;
        self.db
            .pragma_update(None, "max_page_count", pages.saturating_add(more))?;
        Ok(())
    }

    pub(crate) fn db(&self) -> &Connection {
        &self.db
    }

    pub(crate) fn db_mut(&mut self) -> &mut Connection {
        &mut self.db
    }

    fn begin(&mut self, initiative: &Initiative, context: &Context) -> Result<()> {
        let id = <Initiative as Record>::Id::new(context.now_ms);
        let done = self.transact(Op::CreateInitiative, &initiative.name, context, |tx| {
            storage::insert(tx, id, initiative)?;
            partners::insert_usual_lists(tx, context)
        })?;
        // A new file begins here: taking back its creation would leave nothing.
        operations::settle(&self.db, done.operation)
    }
}
