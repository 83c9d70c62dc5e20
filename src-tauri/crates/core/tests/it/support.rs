//! A clock that stands still, small initiatives, and the whole content of a file to
//! compare.

use std::{collections::BTreeMap, fs, path::Path};

use backbone_core::{
    Cell, Context, Entry, Figure, MeasureId, Record, Workbook,
    initiative::Initiative,
    measurement::{Measure, NewReading, Period, SeriesKey},
};
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// November 24, 2026, 9:42 UTC.
pub const NOW: i64 = 1_795_513_320_000;

pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

pub fn context() -> Context {
    Context {
        now_ms: NOW,
        today: today(),
        author: "Dana".to_owned(),
        reason: None,
    }
}

pub fn in_memory() -> Workbook {
    Workbook::in_memory(Initiative::named("Cradle to Career"), &context()).unwrap()
}

pub fn on_disk(path: &Path) -> Workbook {
    Workbook::create(path, Initiative::named("Cradle to Career"), &context()).unwrap()
}

pub fn period(text: &str) -> Period {
    Period::parse(text).unwrap()
}

pub fn figure(text: &str) -> Figure {
    Figure(decimal(text))
}

pub fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap()
}

/// Adds a measure with readings of everyone.
pub fn measure(book: &mut Workbook, code: &str, readings: &[(&str, &str)]) -> MeasureId {
    let id = book
        .add(Measure::named(code, code), &context())
        .unwrap()
        .value;
    for (at, value) in readings {
        record(book, id, at, value);
    }
    id
}

pub fn record(book: &mut Workbook, measure: MeasureId, at: &str, value: &str) {
    let reading = NewReading::typed(SeriesKey::everyone(measure), period(at), decimal(value));
    let _ = book.record_reading(reading, &context()).unwrap();
}

pub fn ids<T: Record>(book: &Workbook) -> Vec<T::Id> {
    book.list::<T>()
        .unwrap()
        .into_iter()
        .map(|entry: Entry<T>| entry.id)
        .collect()
}

/// Everything in a file, table by table.
pub type Dump = BTreeMap<String, Vec<Vec<Cell>>>;

/// The whole content, change log included.
pub fn whole_dump(book: &Workbook) -> Dump {
    let mut dump = Dump::new();
    for table in book.tables().unwrap() {
        let mut rows = Vec::new();
        book.each_row(&table, |cells| {
            rows.push(cells.to_vec());
            Ok::<_, backbone_core::Error>(())
        })
        .unwrap();
        dump.insert(table, rows);
    }
    dump
}

/// The content without its memory.
pub fn dump(book: &Workbook) -> Dump {
    let mut dump = whole_dump(book);
    for log in ["operations", "changes", "shelved_readings"] {
        assert!(dump.remove(log).is_some(), "{log} is a table");
    }
    dump
}

/// Names in a folder, in order.
pub fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}
