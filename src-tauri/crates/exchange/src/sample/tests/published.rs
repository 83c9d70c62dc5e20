//! The published figures of each sample against the rows as they were published.

use super::*;
use backbone_core::measurement::{Group, Period};

const AS_PUBLISHED: [(&str, &str); 5] = [
    (
        "cincinnati",
        include_str!("../../../../../../samples/cincinnati/as_published.csv"),
    ),
    (
        "camden",
        include_str!("../../../../../../samples/camden/as_published.csv"),
    ),
    (
        "minneapolis",
        include_str!("../../../../../../samples/minneapolis/as_published.csv"),
    ),
    (
        "newark",
        include_str!("../../../../../../samples/newark/as_published.csv"),
    ),
    (
        "durham",
        include_str!("../../../../../../samples/durham/as_published.csv"),
    ),
];

fn with_published(sample: &Sample) -> Workbook {
    let mut book = loaded(sample);
    let table = Table::read(
        sample.figures().unwrap().into_bytes(),
        &ReadOptions::default(),
    )
    .unwrap();
    let known = Known::read(&book).unwrap();
    let mapping = propose_mapping(&table, &known.context);
    let import = Import {
        table: &table,
        mapping: &mapping,
        known: &known,
        file_name: sample.figures_name,
        source: "",
    };
    let imported = import.run(&mut book, &context(), &mut |_, _| true).unwrap();
    assert_eq!(imported.preview.problems, [], "{}", sample.name);
    let added = imported.done.unwrap().value.added;
    assert_eq!(added as usize, table.row_count(), "{}", sample.name);
    book
}

#[test]
fn published_figures_import_by_themselves_and_never_mix_with_invented_ones() {
    for sample in SAMPLES {
        for (measure, series) in measures(&with_published(sample)) {
            let code = &measure.record.code;
            let mut origins: Vec<Origin> = Vec::new();
            for reading in series.into_iter().flat_map(|one| one.readings) {
                if reading.origin == Origin::Imported {
                    let says = |word| reading.comment.contains(word);
                    assert!(says("Published.") && says("Source:"), "{code}");
                    assert!(
                        measure.record.name.contains("as published") || code.ends_with("-PUB"),
                        "{code} says that it is published"
                    );
                }
                if !origins.contains(&reading.origin) {
                    origins.push(reading.origin);
                }
            }
            assert!(origins.len() < 2, "{code} mixes invented and published");
        }
    }
}

/// One row of a file of published figures.
struct Row(HashMap<String, String>);

impl Row {
    fn of(&self, head: &str) -> &str {
        &self.0[head]
    }

    fn figure(&self, head: &str) -> Option<Decimal> {
        let text = self.of(head);
        (!text.is_empty()).then(|| text.parse().unwrap())
    }
}

fn rows(text: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let read = |row: Result<HashMap<String, String>, csv::Error>| Row(row.unwrap());
    reader.deserialize().map(read).collect()
}

fn is_period(period: Period, text: &str) -> bool {
    period.to_string().trim_start_matches("SY") == text
}

/// Everything that tells whose figure a reading is, in words.
fn whose(book: &Workbook, measure: &Measure, series: &SeriesReadings, reading: &Reading) -> String {
    let place = series.key.place.map(|id| book.get::<Place>(id).unwrap());
    let group = series.key.group.map(|id| book.get::<Group>(id).unwrap());
    let of_everyone = || {
        let geography = book.initiative().unwrap().geography;
        format!("{} {} {geography}", reading.comment, measure.definition)
    };
    place
        .map(|place| place.name)
        .or(group.map(|group| group.name))
        .unwrap_or_else(of_everyone)
}

#[test]
fn every_published_row_stands_in_its_sample_with_value_target_certainty_and_source() {
    let mut compared = 0;
    for (name, text) in AS_PUBLISHED {
        let book = with_published(find(name).unwrap());
        let all = measures(&book);
        for row in rows(text) {
            let what = row.0.values().cloned().collect::<Vec<_>>().join(", ");
            let label = row
                .of("place_or_group")
                .trim_end_matches(" (benchmark)")
                .to_owned();
            let is_this = |measure: &Measure, series: &SeriesReadings, reading: &Reading| {
                let comment = reading.comment.to_lowercase();
                reading.origin == Origin::Imported
                    && is_period(reading.period, row.of("period"))
                    && reading.value == row.figure("value")
                    && reading.lower == row.figure("lower")
                    && reading.upper == row.figure("upper")
                    && comment.contains(&row.of("certainty").to_lowercase())
                    && reading.comment.contains(row.of("source"))
                    && (label == "Region"
                        || whose(&book, measure, series, reading)
                            .to_lowercase()
                            .contains(&label.to_lowercase()))
            };
            let found: Vec<&Entry<Measure>> = all
                .iter()
                .filter(|(measure, series)| {
                    series.iter().any(|one| {
                        one.readings
                            .iter()
                            .any(|reading| is_this(&measure.record, one, reading))
                    })
                })
                .map(|(measure, _)| measure)
                .collect();
            assert!(!found.is_empty(), "{what}");
            for measure in &found {
                let unit = match row.of("unit") {
                    "percent" => UnitKind::Percent,
                    "count" => UnitKind::Count,
                    // A difference of percentages is no percentage.
                    _ => UnitKind::Index,
                };
                assert_eq!(measure.record.unit, unit, "{what}");
                assert!(is_benchmark_where_said(&book, &row, &label), "{what}");
            }
            if let Some(target) = row.figure("target") {
                let holds_target = |measure: &&Entry<Measure>| {
                    let targets = book.targets(measure.id).unwrap();
                    let dated = row.of("target_period");
                    targets.iter().any(|one| {
                        one.value.0 == target
                            && (is_period(one.period, dated)
                                || dated.is_empty()
                                    && measure.record.limitations.contains("without a year"))
                    })
                };
                assert!(found.iter().any(holds_target), "{what}");
            }
            compared += 1;
        }
    }
    assert_eq!(compared, 39, "every row there is");
}

fn is_benchmark_where_said(book: &Workbook, row: &Row, label: &str) -> bool {
    let is_said = row.of("place_or_group").ends_with("(benchmark)");
    let places = book.list::<Place>().unwrap();
    !is_said
        || places
            .iter()
            .any(|place| place.record.name == label && place.record.is_benchmark)
}
