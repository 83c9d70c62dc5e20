//! Series and readings: by far the largest table, so its statements are written by hand.

use std::collections::HashMap;

use rusqlite::{CachedStatement, Connection, OptionalExtension, Row, ToSql, named_params};
use rust_decimal::Decimal;

use crate::{
    Figure, GroupId, ImportId, MeasureId, PartnerId, PlaceId, Reason, Result,
    measurement::{
        BulkReading, ImportOutcome, NewReading, Origin, Period, Reading, ReadingState, SeriesId,
        SeriesKey, SeriesReadings,
    },
};

/// The series of a key, made if it is new.
pub(crate) fn series_id(tx: &Connection, key: SeriesKey) -> Result<SeriesId> {
    let found = tx
        .prepare_cached(include_str!("series_by_key.sql"))?
        .query_row(
            named_params! {
                ":measure_id": key.measure,
                ":place_id": key.place,
                ":group_id": key.group,
                ":provider_id": key.provider,
            },
            |row| row.get("id").map(SeriesId),
        )
        .optional()?;
    if let Some(id) = found {
        return Ok(id);
    }
    tx.prepare_cached(
        "INSERT INTO series (measure_id, place_id, group_id, provider_id)
         VALUES (:measure_id, :place_id, :group_id, :provider_id)",
    )?
    .execute(named_params! {
        ":measure_id": key.measure,
        ":place_id": key.place,
        ":group_id": key.group,
        ":provider_id": key.provider,
    })?;
    Ok(SeriesId(tx.last_insert_rowid()))
}

/// Records a reading, in place of one at the same series and period.
pub(crate) fn put(tx: &Connection, series: SeriesId, new: &NewReading) -> Result<()> {
    tx.prepare_cached(include_str!("put_reading.sql"))?
        .execute(named_params! {
            ":series_id": series.0,
            ":period": new.period,
            ":value": new.value.map(Figure),
            ":numerator": new.numerator.map(Figure),
            ":denominator": new.denominator.map(Figure),
            ":lower": new.lower.map(Figure),
            ":upper": new.upper.map(Figure),
            ":state": new.state,
            ":comment": new.comment,
            ":origin": new.origin,
            ":import_id": None::<ImportId>,
            ":import_row": None::<u32>,
        })?;
    Ok(())
}

/// Removes the reading of a series and period; one that is not there stays not there.
pub(crate) fn remove(tx: &Connection, series: SeriesId, period: Period) -> Result<()> {
    tx.prepare_cached("DELETE FROM readings WHERE series_id = :series_id AND period = :period")?
        .execute(named_params! { ":series_id": series.0, ":period": period })?;
    Ok(())
}

/// Copies a reading into another series, in place of one of its period there.
pub(crate) fn copy(tx: &Connection, reading: &Reading, to: SeriesId) -> Result<()> {
    // Removed first: a REPLACE would go past the change log.
    remove(tx, to, reading.period)?;
    tx.prepare_cached(include_str!("copy_reading.sql"))?
        .execute(named_params! {
            ":series_id": reading.series.0,
            ":period": reading.period,
            ":to_series": to.0,
        })?;
    Ok(())
}

/// Adds another comment to that of a reading, where it says something else.
pub(crate) fn join_comment(tx: &Connection, reading: &Reading, comment: &str) -> Result<()> {
    if comment.is_empty() || comment == reading.comment {
        return Ok(());
    }
    let both = format!("{}\n{comment}", reading.comment);
    tx.prepare_cached(
        "UPDATE readings SET comment = :comment WHERE series_id = :series_id AND period = :period",
    )?
    .execute(named_params! {
        ":comment": both.trim(),
        ":series_id": reading.series.0,
        ":period": reading.period,
    })?;
    Ok(())
}

/// Provisional readings of one measure, or of all.
pub(crate) fn provisional(
    db: &Connection,
    measure: Option<MeasureId>,
) -> Result<Vec<(SeriesId, Period)>> {
    let mut select = db.prepare_cached(include_str!("provisional.sql"))?;
    let rows = select.query_map(named_params! { ":measure_id": measure }, |row| {
        Ok((SeriesId(row.get("series_id")?), row.get("period")?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Makes a reading final.
pub(crate) fn finalize(tx: &Connection, series: SeriesId, period: Period) -> Result<()> {
    tx.prepare_cached(
        "UPDATE readings SET state = 'final' WHERE series_id = :series_id AND period = :period",
    )?
    .execute(named_params! { ":series_id": series.0, ":period": period })?;
    Ok(())
}

/// What imports made of one reading: each operation with the reading it replaced and the
/// one it brought, as far as the shelf still knows them. Latest first.
pub(crate) fn imported(
    db: &Connection,
    series: SeriesId,
    period: Period,
) -> Result<Vec<ImportedReading>> {
    let mut select = db.prepare_cached(include_str!("imports_of_reading.sql"))?;
    let key = named_params! { ":series_id": series.0, ":period": period };
    let rows = select.query_map(key, |row| {
        Ok(ImportedReading {
            operation: row.get("operation")?,
            import: row.get("import_id")?,
            before: row.get("before")?,
            after: row.get("after")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What one import made of one reading; figures and states as the file has them.
#[derive(Debug)]
pub(crate) struct ImportedReading {
    /// The operation of the import.
    pub operation: i64,
    /// The import.
    pub import: ImportId,
    /// What it replaced.
    pub before: Option<String>,
    /// What it brought.
    pub after: Option<String>,
}

/// Puts the readings of an import, keeping what they replace on the shelf.
pub(crate) fn put_many(
    tx: &Connection,
    import: ImportId,
    origin: Origin,
    series: &[SeriesId],
    closed: &[Period],
    rows: impl Iterator<Item = Result<BulkReading>>,
) -> Result<ImportOutcome> {
    let mut outcome = ImportOutcome {
        import,
        added: 0,
        changed: 0,
        same: 0,
    };
    let mut add = Repeated::new(tx, include_str!("add_reading.sql"))?;
    let mut put = tx.prepare_cached(include_str!("put_reading.sql"))?;
    let mut shelve = tx.prepare_cached(include_str!("shelve_reading.sql"))?;
    let mut find = tx.prepare_cached(include_str!("find_reading.sql"))?;
    for row in rows {
        let row = row?;
        let Some(series) = series.get(row.series as usize) else {
            continue;
        };
        let has_none = matches!(row.state, ReadingState::Suppressed | ReadingState::Missing);
        if has_none != row.value.is_none() {
            return Err(crate::Error::Invalid {
                field: "value",
                reason: Reason::UnknownChoice,
            });
        }
        let period = row.period.to_string();
        let values = named_params! {
            ":series_id": series.0,
            ":period": period,
            ":value": row.value.map(Figure),
            ":numerator": row.numerator.map(Figure),
            ":denominator": row.denominator.map(Figure),
            ":lower": row.lower.map(Figure),
            ":upper": row.upper.map(Figure),
            ":state": row.state,
            ":comment": row.comment,
            ":origin": origin,
            ":import_id": import,
            ":import_row": row.row,
        };
        let is_closed = closed.iter().any(|closed| closed.holds(row.period));
        let refused = || Err(crate::Error::PeriodClosed(row.period));
        if add.execute(values)? == 1 {
            if is_closed {
                return refused();
            }
            outcome.added += 1;
            continue;
        }
        let key = named_params! { ":series_id": series.0, ":period": period };
        let stored = find.query_row(key, reading_from_row)?;
        if is_same(&stored, &row) {
            outcome.same += 1;
        } else if is_closed {
            return refused();
        } else {
            // A row that this very import brought is replaced by its later twin without a
            // trace: there was nothing before it.
            if stored.import.is_none_or(|(from, _)| from != import) {
                shelve.execute(key)?;
                outcome.changed += 1;
            }
            put.execute(values)?;
        }
    }
    Ok(outcome)
}

/// A statement run many times with the same names: they are looked up once.
struct Repeated<'db> {
    statement: CachedStatement<'db>,
    at: Vec<usize>,
}

impl<'db> Repeated<'db> {
    fn new(db: &'db Connection, sql: &str) -> rusqlite::Result<Self> {
        let statement = db.prepare_cached(sql)?;
        Ok(Self {
            statement,
            at: Vec::new(),
        })
    }

    /// Runs it; `values` come in the same order each time.
    fn execute(&mut self, values: &[(&str, &dyn ToSql)]) -> rusqlite::Result<usize> {
        if self.at.is_empty() {
            for (name, _) in values {
                let at = self.statement.parameter_index(name)?;
                self.at.push(
                    at.ok_or_else(|| rusqlite::Error::InvalidParameterName((*name).to_owned()))?,
                );
            }
        }
        for (at, (_, value)) in self.at.iter().zip(values) {
            self.statement.raw_bind_parameter(*at, value)?;
        }
        self.statement.raw_execute()
    }
}

/// Whether an imported row says what is stored already.
pub(crate) fn is_same(stored: &Reading, row: &BulkReading) -> bool {
    stored.value == row.value
        && stored.numerator == row.numerator
        && stored.denominator == row.denominator
        && stored.lower == row.lower
        && stored.upper == row.upper
        && stored.state == row.state
        && stored.comment == row.comment
}

/// Whether an operation keeps images of readings.
pub(crate) fn is_shelved(tx: &Connection, operation: i64) -> Result<bool> {
    let op: String = tx
        .prepare_cached("SELECT op FROM operations WHERE seq = :seq")?
        .query_row(named_params! { ":seq": operation }, |row| row.get("op"))?;
    Ok(op == crate::Op::ImportReadings.code())
}

/// Takes the readings of an import out again, and puts back what they replaced.
pub(crate) fn unimport(tx: &Connection, operation: i64) -> Result<()> {
    run_all(tx, include_str!("unimport.sql"), operation)
}

/// Brings the readings of an import back after it was undone.
pub(crate) fn reimport(tx: &Connection, operation: i64) -> Result<()> {
    run_all(tx, include_str!("reimport.sql"), operation)
}

fn run_all(tx: &Connection, sql: &str, operation: i64) -> Result<()> {
    for statement in sql
        .split(';')
        .map(str::trim)
        .filter(|statement| !statement.is_empty())
    {
        tx.prepare(statement)?
            .execute(named_params! { ":operation": operation })?;
    }
    Ok(())
}

/// One reading with what its series speaks of.
pub(crate) fn one(
    db: &Connection,
    series: SeriesId,
    period: Period,
) -> Result<(SeriesKey, Reading)> {
    let key = db
        .prepare_cached(
            "SELECT measure_id, place_id, group_id, provider_id FROM series WHERE id = :id",
        )?
        .query_row(named_params! { ":id": series.0 }, key_from_row)
        .optional()?;
    let reading = db
        .prepare_cached(include_str!("find_reading.sql"))?
        .query_row(
            named_params! { ":series_id": series.0, ":period": period },
            reading_from_row,
        )
        .optional()?;
    key.zip(reading).ok_or(crate::Error::NotFound)
}

/// The series of a key with its readings.
pub(crate) fn of_series(db: &Connection, key: SeriesKey) -> Result<Option<SeriesReadings>> {
    let found = of_measure(db, key.measure)?;
    Ok(found.into_iter().find(|series| series.key == key))
}

/// Every series of a measure with its readings, everyone first.
pub(crate) fn of_measure(db: &Connection, measure: MeasureId) -> Result<Vec<SeriesReadings>> {
    let mut select = db.prepare_cached(include_str!("readings_of_measure.sql"))?;
    let rows = select.query_map(named_params! { ":measure_id": measure }, |row| {
        Ok((key_from_row(row)?, reading_from_row(row)?))
    })?;
    collect(rows)
}

/// Every series of a group with its readings; series without any are left out.
pub(crate) fn of_group(db: &Connection, group: GroupId) -> Result<Vec<SeriesReadings>> {
    let mut select = db.prepare_cached(include_str!("readings_of_group.sql"))?;
    let rows = select.query_map(named_params! { ":group_id": group }, |row| {
        Ok((key_from_row(row)?, reading_from_row(row)?))
    })?;
    collect(rows)
}

/// Every series a partner provides with its readings; series without any are left out.
pub(crate) fn of_provider(db: &Connection, partner: PartnerId) -> Result<Vec<SeriesReadings>> {
    let mut select = db.prepare_cached(include_str!("readings_of_provider.sql"))?;
    let rows = select.query_map(named_params! { ":provider_id": partner }, |row| {
        Ok((key_from_row(row)?, reading_from_row(row)?))
    })?;
    collect(rows)
}

/// Every series of a place with its readings; series without any are left out.
pub(crate) fn of_place(db: &Connection, place: PlaceId) -> Result<Vec<SeriesReadings>> {
    let mut select = db.prepare_cached(include_str!("readings_of_place.sql"))?;
    let rows = select.query_map(named_params! { ":place_id": place }, |row| {
        Ok((key_from_row(row)?, reading_from_row(row)?))
    })?;
    collect(rows)
}

/// Gives every reading of a measure, one after another, without holding them.
pub(crate) fn each_of_measure(
    db: &Connection,
    measure: MeasureId,
    mut give: impl FnMut(SeriesKey, &Reading),
) -> Result<()> {
    let mut select = db.prepare_cached(include_str!("readings_of_measure.sql"))?;
    let mut rows = select.query(named_params! { ":measure_id": measure })?;
    while let Some(row) = rows.next()? {
        give(key_from_row(row)?, &reading_from_row(row)?);
    }
    Ok(())
}

/// The readings of everyone for every measure, in one trip.
pub(crate) fn of_everyone(db: &Connection) -> Result<HashMap<MeasureId, Vec<Reading>>> {
    by_measure(db, include_str!("readings_of_everyone.sql"))
}

/// The readings of everyone for every headline measure, in one trip.
pub(crate) fn of_headlines(db: &Connection) -> Result<HashMap<MeasureId, Vec<Reading>>> {
    by_measure(db, include_str!("readings_of_headlines.sql"))
}

fn by_measure(db: &Connection, sql: &str) -> Result<HashMap<MeasureId, Vec<Reading>>> {
    let mut select = db.prepare_cached(sql)?;
    let rows = select.query_map([], |row| Ok((key_from_row(row)?, reading_from_row(row)?)))?;
    Ok(collect(rows)?
        .into_iter()
        .map(|series| (series.key.measure, series.readings))
        .collect())
}

fn collect(
    rows: impl Iterator<Item = rusqlite::Result<(SeriesKey, Reading)>>,
) -> Result<Vec<SeriesReadings>> {
    let mut found: Vec<SeriesReadings> = Vec::new();
    for row in rows {
        let (key, reading) = row?;
        match found
            .last_mut()
            .filter(|series| series.id == reading.series)
        {
            Some(series) => series.readings.push(reading),
            None => found.push(SeriesReadings {
                id: reading.series,
                key,
                readings: vec![reading],
            }),
        }
    }
    for series in &mut found {
        series.readings.sort_by_key(|reading| reading.period);
    }
    found.sort_by_key(|series| !series.key.is_everyone());
    Ok(found)
}

pub(crate) fn key_from_row(row: &Row<'_>) -> rusqlite::Result<SeriesKey> {
    Ok(SeriesKey {
        measure: row.get("measure_id")?,
        place: row.get("place_id")?,
        group: row.get("group_id")?,
        provider: row.get("provider_id")?,
    })
}

pub(crate) fn reading_from_row(row: &Row<'_>) -> rusqlite::Result<Reading> {
    let figure = |name: &str| -> rusqlite::Result<Option<Decimal>> {
        Ok(row.get::<_, Option<Figure>>(name)?.map(|figure| figure.0))
    };
    let import: Option<ImportId> = row.get("import_id")?;
    Ok(Reading {
        series: SeriesId(row.get("series_id")?),
        period: row.get("period")?,
        value: figure("value")?,
        numerator: figure("numerator")?,
        denominator: figure("denominator")?,
        lower: figure("lower")?,
        upper: figure("upper")?,
        state: row.get("state")?,
        comment: row.get("comment")?,
        origin: row.get("origin")?,
        import: import.zip(row.get::<_, Option<u32>>("import_row")?),
    })
}
