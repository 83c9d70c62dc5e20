//! What a person waits for on the screens of Shared Measurement: the page of a large measure,
//! its grid, and the rule that is computed most.

use std::{env, fs, hint::black_box, path::Path};

use backbone_core::{
    MeasureId, Workbook,
    measurement::{Group, NewReading, Period, SeriesKey},
};
use backbone_report::drawing::{self, Parts};
use backbone_statistics::{Polarity, xmr};
use criterion::{BatchSize, Criterion};
use rust_decimal::Decimal;

use crate::{add_measure, context, new_book};

const GROUPS: u32 = 12;
const MONTHS: u32 = 240;
/// Cells of a large paste: as many months of as many groups.
const PASTED: u32 = 10_000;

/// A measure of 240 months, of everyone and of twelve groups.
fn large_measure(path: &Path) -> (Workbook, MeasureId, Vec<SeriesKey>) {
    let mut book = new_book(path);
    let id = add_measure(&mut book, 0);
    let names: Vec<String> = (1..=GROUPS)
        .map(|number| format!("Group {number}"))
        .collect();
    let _ = book
        .add_breakdown("Group", &names, &context())
        .expect("groups");
    let groups = book.list::<Group>().expect("groups");
    let mut series = vec![SeriesKey::everyone(id)];
    series.extend(groups.iter().map(|group| SeriesKey {
        group: Some(group.id),
        ..SeriesKey::everyone(id)
    }));
    let readings = cells(&series, MONTHS * (GROUPS + 1));
    let _ = book
        .enter_readings(id, readings, &[], &context())
        .expect("readings");
    (book, id, series)
}

/// Readings month by month, each month through all series.
fn cells(series: &[SeriesKey], count: u32) -> Vec<NewReading> {
    let columns = u32::try_from(series.len()).expect("few series");
    let cell = |number: u32| {
        let month = Period::Month(2005, 1).step((number / columns).cast_signed());
        let column = usize::try_from(number % columns).expect("few series");
        let tenths = i64::from(number.wrapping_mul(2_654_435_761) % 1_000);
        NewReading::typed(
            *series.get(column).expect("one of the series"),
            month,
            Decimal::new(tenths, 1),
        )
    };
    (0..count).map(cell).collect()
}

/// The page of a measure with its chart and the small charts of its groups.
pub fn pages_and_grids(criterion: &mut Criterion, folder: &Path) {
    let (book, id, _) = large_measure(&folder.join("page.backbone"));
    let today = context().today;
    let parts = Parts {
        path: true,
        ..Parts::default()
    };
    criterion.bench_function("measure_page_of_240_months_and_12_groups", |bencher| {
        bencher.iter(|| {
            let facts = book.measure_facts(id, today).expect("a page");
            let chart = drawing::chart(&facts, (880.0, 320.0), 12.0, parts);
            let breakdown = facts.groups.first().expect("groups").breakdown_id;
            let groups = drawing::groups(&facts, breakdown, 880.0, 12.0);
            black_box((chart, groups));
        });
    });
    drop(book);

    let (mut book, id, series) = large_measure(&folder.join("grid.backbone"));
    let pasted = cells(&series, PASTED);
    let _ = book
        .enter_readings(id, pasted.clone(), &[], &context())
        .expect("a paste");
    criterion.bench_function("grid_of_ten_thousand_cells", |bencher| {
        bencher.iter(|| black_box(book.series_of(id)).expect("a grid"));
    });
    drop(book);

    let mut number = 0_u32;
    criterion.bench_function("paste_of_ten_thousand_cells", |bencher| {
        bencher.iter_batched(
            || {
                number += 1;
                large_measure(&folder.join(format!("paste {number}.backbone")))
            },
            |(mut book, id, series)| {
                let pasted = cells(&series, PASTED);
                let _ = book
                    .enter_readings(id, pasted, &[], &context())
                    .expect("a paste");
                book
            },
            BatchSize::PerIteration,
        );
    });
}

/// XmR charts of every series in the table `BACKBONE_BENCH_SERIES`, from reading the file to
/// the last signal, as the script of R does that it is held against.
pub fn process_charts(criterion: &mut Criterion) {
    let Some(path) = env::var_os("BACKBONE_BENCH_SERIES") else {
        return;
    };
    criterion.bench_function("xmr_of_twelve_thousand_series", |bencher| {
        bencher.iter(|| {
            let text = fs::read_to_string(&path).expect("the table of series");
            black_box(charts(&text));
        });
    });
}

fn charts(text: &str) -> Vec<xmr::Chart> {
    let mut charts = Vec::new();
    let mut values = Vec::new();
    let mut name = "";
    let chart = |values: &[f64]| {
        xmr::chart(values, xmr::Options::new(Polarity::Higher)).expect("finite values")
    };
    for line in text.lines().skip(1) {
        let (series, value) = line.split_once(',').expect("two columns");
        if series != name && !values.is_empty() {
            charts.push(chart(&values));
            values.clear();
        }
        name = series;
        values.push(value.parse().expect("a number"));
    }
    charts.push(chart(&values));
    charts
}
