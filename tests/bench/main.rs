//! The parts people wait for, in process: Overview over a million readings, the board
//! report, the import of a hundred thousand readings. `cargo xtask bench` reads the
//! results, and measures from outside what only the whole program shows.

#![allow(clippy::expect_used, reason = "a measurement may fail loudly")]

mod activities;
mod measuring;
mod network;
mod searching;

use std::{hint::black_box, path::Path, time::Duration};

use backbone_core::{
    Context, Figure, MeasureId, Workbook,
    initiative::Initiative,
    measurement::{BulkReading, Frequency, Measure, NewImport, Period, ReadingState, SeriesKey},
};
use backbone_exchange::{
    readings_import::{Import, Known, propose_mapping},
    sample,
    table::{ReadOptions, Table},
};
use chrono::NaiveDate;
use criterion::{BatchSize, Criterion};
use rust_decimal::Decimal;

const HEADLINES: u32 = 9;

fn context() -> Context {
    Context {
        now_ms: 1_795_513_320_000,
        today: NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day"),
        author: "bench".to_owned(),
        reason: None,
    }
}

fn new_book(path: &Path) -> Workbook {
    Workbook::create(path, Initiative::named("Bench"), &context()).expect("a new file")
}

/// A monthly measure with baseline and target.
fn add_measure(book: &mut Workbook, number: u32) -> MeasureId {
    let measure = Measure {
        is_headline: number < HEADLINES,
        frequency: Frequency::Monthly,
        ..Measure::named(&format!("M{number}"), &format!("Measure number {number}"))
    };
    let id = book.add(measure, &context()).expect("a measure").value;
    let value = |value| Figure(Decimal::from(value));
    let baseline = Some((Period::Month(2000, 1), value(40)));
    let _ = book
        .set_baseline(id, baseline, &context())
        .expect("a baseline");
    let targets = [(Period::Month(2030, 1), value(60))];
    let _ = book.set_targets(id, &targets, &context()).expect("targets");
    id
}

fn reading(series: u32, row: u32, period: Period) -> BulkReading {
    BulkReading {
        series,
        row,
        period,
        value: Some(Decimal::new(i64::from(row % 1_000), 1)),
        numerator: None,
        denominator: None,
        lower: None,
        upper: None,
        state: ReadingState::Final,
        comment: String::new(),
    }
}

/// A million readings: 160 measures, each of everyone and of 19 groups, over 26 years of
/// months.
fn a_million_readings(path: &Path) -> Workbook {
    const MEASURES: u32 = 160;
    const SERIES: u32 = 20;
    const MONTHS: u32 = 313;
    let mut book = new_book(path);
    let names: Vec<String> = (1..SERIES)
        .map(|number| format!("Group {number}"))
        .collect();
    let _ = book
        .add_breakdown("Group", &names, &context())
        .expect("groups");
    let groups = book
        .list::<backbone_core::measurement::Group>()
        .expect("groups");
    let mut new = NewImport {
        file_name: "million.csv".to_owned(),
        ..NewImport::default()
    };
    for number in 0..MEASURES {
        let measure = add_measure(&mut book, number);
        new.series.push(SeriesKey::everyone(measure));
        let of = |group| SeriesKey {
            group: Some(group),
            ..SeriesKey::everyone(measure)
        };
        new.series.extend(groups.iter().map(|group| of(group.id)));
    }
    let series = u32::try_from(new.series.len()).expect("few series");
    let rows = (0..series).flat_map(|series| {
        let month = move |number: u32| Period::Month(2000, 11).step(number.cast_signed());
        (0..MONTHS).map(move |number| reading(series, series * MONTHS + number, month(number)))
    });
    let done = book
        .import_readings(new, rows, &context())
        .expect("an import");
    assert!(done.value.added > 1_000_000);
    book
}

/// The table of a hundred thousand readings, as a spreadsheet would save it.
fn table() -> Vec<u8> {
    let mut text = String::from("measure,period,value,comment\n");
    for row in 0..100_000_u32 {
        let month = Period::Month(2000, 1).step((row % 300).cast_signed());
        let (measure, tenths) = (row / 300, row % 1_000);
        text.push_str(&format!(
            "M{measure},{month},{}.{},\n",
            tenths / 10,
            tenths % 10
        ));
    }
    text.into_bytes()
}

/// The sample with its published figures.
fn sample(path: &Path) -> Workbook {
    let sample = sample::find("cincinnati").expect("a sample");
    let mut book = new_book(path);
    let initiative = sample.initiative().expect("a sample");
    sample::load(&mut book, &initiative, &context()).expect("its first part");
    import(
        &mut book,
        sample.figures().expect("its figures").into_bytes(),
    );
    book
}

fn import(book: &mut Workbook, bytes: Vec<u8>) {
    let table = Table::read(bytes, &ReadOptions::default()).expect("a table");
    let known = Known::read(book).expect("measures");
    let mapping = propose_mapping(&table, &known.context);
    let import = Import {
        table: &table,
        mapping: &mapping,
        known: &known,
        file_name: "t.csv",
        source: "",
    };
    let imported = import
        .run(book, &context(), &mut |_, _| true)
        .expect("an import");
    assert!(imported.done.is_some_and(|done| done.value.added > 0));
}

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut criterion = Criterion::default()
        .sample_size(10)
        .measurement_time(Duration::from_secs(4))
        .configure_from_args();

    let large = a_million_readings(&folder.path().join("large.backbone"));
    let today = context().today;
    criterion.bench_function("overview_of_a_million_readings", |bencher| {
        bencher.iter(|| black_box(large.overview(today)).expect("an overview"));
    });
    let first = large.measure_by_code("M0").expect("a measure").id;
    criterion.bench_function("measure_page_of_a_million_readings", |bencher| {
        bencher.iter(|| black_box(large.measure_facts(first, today)).expect("a page"));
    });
    let facts = large.board_facts(today).expect("facts");
    let options = backbone_report::Options {
        paper: backbone_report::Paper::Letter,
        title: String::new(),
        left_out: Vec::new(),
    };
    let report = backbone_report::board(&facts, &options).expect("a report");
    println!(
        "The board report has {} pages and {} bytes.",
        report.pages,
        report.bytes.len()
    );
    criterion.bench_function("board_report_of_a_million_readings", |bencher| {
        bencher.iter(|| black_box(backbone_report::board(&facts, &options)).expect("a report"));
    });
    let facts = sample(&folder.path().join("sample.backbone"))
        .board_facts(today)
        .expect("facts");
    let report = backbone_report::board(&facts, &options).expect("a report");
    println!("The report of the sample has {} pages.", report.pages);
    criterion.bench_function("board_report_of_the_sample", |bencher| {
        bencher.iter(|| black_box(backbone_report::board(&facts, &options)).expect("a report"));
    });

    let bytes = table();
    let mut number = 0_u32;
    criterion.bench_function("import_of_a_hundred_thousand_readings", |bencher| {
        bencher.iter_batched(
            || {
                number += 1;
                let mut book = new_book(&folder.path().join(format!("{number}.backbone")));
                for number in 0..334 {
                    add_measure(&mut book, number);
                }
                (book, bytes.clone())
            },
            |(mut book, bytes)| {
                import(&mut book, bytes);
                book
            },
            BatchSize::PerIteration,
        );
    });
    measuring::pages_and_grids(&mut criterion, folder.path());
    measuring::process_charts(&mut criterion);
    network::of_three_hundred_partners(&mut criterion, folder.path());
    searching::searching(&mut criterion);
    activities::matrix(&mut criterion, folder.path());
    criterion.final_summary();
}
