//! Bulk import: one logged operation, however many readings, taken back in one step.

use rusqlite::Connection;
use rust_decimal::Decimal;

use super::{Breakdown, Group, Origin, Period, Place, ReadingState, SeriesKey};
use crate::{
    BreakdownId, Context, Done, GroupId, Id, ImportId, Op, PlaceId, Record, Result, Workbook,
    pragmas,
    storage::{self, operations, readings, record},
};

record! {
    /// Where imported readings came from.
    Import, ImportId, "imports", order "at_ms", ImportReadings ImportReadings ImportReadings {
        /// File name without folder.
        file_name: String,
        /// Where the figures come from, in words.
        source: String,
        /// When it was imported, in UTC milliseconds.
        at_ms: i64,
        /// Rows of the table.
        row_count: u32,
    }
    label(this) this.file_name.clone();
    validate(this) storage::require_length("source", &this.source, storage::LONGEST_NAME);
}

/// A table about to be imported, with what it needs that is not there yet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NewImport {
    /// File name without folder.
    pub file_name: String,
    /// Where the figures come from, in words.
    pub source: String,
    /// Rows of the table.
    pub row_count: u32,
    /// Places to add.
    pub places: Vec<(PlaceId, Place)>,
    /// Breakdowns to add.
    pub breakdowns: Vec<(BreakdownId, Breakdown)>,
    /// Groups to add.
    pub groups: Vec<(GroupId, Group)>,
    /// The series its readings belong to; readings name them by position.
    pub series: Vec<SeriesKey>,
}

/// One reading of a bulk import.
#[derive(Debug, Clone, PartialEq)]
pub struct BulkReading {
    /// Position in [`NewImport::series`].
    pub series: u32,
    /// Row of the table, as a spreadsheet numbers it.
    pub row: u32,
    /// The period it speaks of.
    pub period: Period,
    /// Value; none while suppressed or missing.
    pub value: Option<Decimal>,
    /// Events counted.
    pub numerator: Option<Decimal>,
    /// Out of how many.
    pub denominator: Option<Decimal>,
    /// Lower bound.
    pub lower: Option<Decimal>,
    /// Upper bound.
    pub upper: Option<Decimal>,
    /// How firm it is.
    pub state: ReadingState,
    /// Comment.
    pub comment: String,
}

/// What a bulk import did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportOutcome {
    /// The import.
    pub import: ImportId,
    /// Readings that were not there.
    pub added: u32,
    /// Readings that were there with another content.
    pub changed: u32,
    /// Readings that were there already, exactly so.
    pub same: u32,
}

impl Workbook {
    /// Imports readings as one operation. Readings that are there already, exactly so,
    /// are left alone.
    ///
    /// # Errors
    /// Writing the file; then nothing is imported.
    pub fn import_readings(
        &mut self,
        new: NewImport,
        rows: impl Iterator<Item = BulkReading>,
        context: &Context,
    ) -> Result<Done<ImportOutcome>> {
        self.import_readings_as(Origin::Imported, new, rows, context)
    }

    /// As [`Self::import_readings`], for readings of another origin.
    ///
    /// # Errors
    /// Writing the file; then nothing is imported.
    pub fn import_readings_as(
        &mut self,
        origin: Origin,
        new: NewImport,
        rows: impl Iterator<Item = BulkReading>,
        context: &Context,
    ) -> Result<Done<ImportOutcome>> {
        self.import_readings_unless(origin, new, rows.map(Ok), context)
    }

    /// As [`Self::import_readings_as`], for readings that may stop coming: the first error
    /// among them, such as [`crate::Error::Stopped`], takes everything back.
    ///
    /// # Errors
    /// That error, or writing the file; then nothing is imported.
    pub fn import_readings_unless(
        &mut self,
        origin: Origin,
        new: NewImport,
        rows: impl Iterator<Item = Result<BulkReading>>,
        context: &Context,
    ) -> Result<Done<ImportOutcome>> {
        self.import_readings_with(origin, new, rows, context, |_, _| Ok(()))
    }

    /// As [`Self::import_readings_unless`], with what else belongs to the same operation.
    pub(crate) fn import_readings_with(
        &mut self,
        origin: Origin,
        new: NewImport,
        rows: impl Iterator<Item = Result<BulkReading>>,
        context: &Context,
        also: impl FnOnce(&Connection, &ImportOutcome) -> Result<()>,
    ) -> Result<Done<ImportOutcome>> {
        let id = ImportId::new(context.now_ms);
        let mut import = Import {
            file_name: new.file_name,
            source: new.source,
            at_ms: context.now_ms,
            row_count: new.row_count,
        };
        import.clean();
        import.validate()?;
        let closed: Vec<Period> = if context.reason.is_some() {
            Vec::new()
        } else {
            let closed = self.closed_periods()?;
            closed
                .into_iter()
                .map(|entry| entry.record.period)
                .collect()
        };
        pragmas::checks(self.db(), false)?;
        let watched = self.transact(Op::ImportReadings, &import.label(), context, |tx| {
            storage::insert(tx, id, &import)?;
            for (place, record) in &new.places {
                storage::insert(tx, *place, record)?;
            }
            for (breakdown, record) in &new.breakdowns {
                storage::insert(tx, *breakdown, record)?;
            }
            for (group, record) in &new.groups {
                storage::insert(tx, *group, record)?;
            }
            let series: Vec<_> = new
                .series
                .iter()
                .map(|key| readings::series_id(tx, *key))
                .collect::<Result<_>>()?;
            operations::unwatch_table(tx, "readings")?;
            let outcome = readings::put_many(tx, id, origin, &series, &closed, rows)?;
            operations::watch_table(tx, "readings")?;
            also(tx, &outcome)?;
            references_hold(tx)?;
            Ok(outcome)
        });
        pragmas::checks(self.db(), true)?;
        if watched.is_err() {
            // The transaction took the triggers' return back with everything else only if
            // it had dropped them; make sure of one set either way.
            operations::unwatch_table(self.db(), "readings")?;
            operations::watch_table(self.db(), "readings")?;
        }
        watched
    }
}

/// Looks at the references of all that was written but the readings themselves, which name a
/// series and an import of this very step.
fn references_hold(tx: &Connection) -> Result<()> {
    for table in [
        "places",
        "groups",
        "series",
        "data_returns",
        "data_return_findings",
    ] {
        let mut check = tx.prepare(&format!("PRAGMA foreign_key_check({table})"))?;
        if check.exists([])? {
            return Err(crate::Error::NotFound);
        }
    }
    Ok(())
}
