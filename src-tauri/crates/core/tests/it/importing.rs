//! Bulk import: one operation, however many readings.

use backbone_core::{
    Error, GroupId, Id, MeasureId, PartnerId, Result, Workbook,
    measurement::{
        BulkReading, Group, ImportOutcome, NewImport, NewReading, Period, ReadingState, SeriesKey,
    },
};

use crate::support::{NOW, context, decimal, dump, in_memory, measure, on_disk, period};

fn row(row: u32, at: Period, value: &str) -> BulkReading {
    BulkReading {
        series: 0,
        row,
        period: at,
        value: Some(decimal(value)),
        numerator: None,
        denominator: None,
        lower: None,
        upper: None,
        state: ReadingState::Final,
        comment: String::new(),
    }
}

fn import(
    book: &mut Workbook,
    measure: MeasureId,
    rows: Vec<BulkReading>,
) -> Result<ImportOutcome> {
    let new = NewImport {
        file_name: "readiness.csv".to_owned(),
        row_count: u32::try_from(rows.len()).unwrap(),
        series: vec![SeriesKey::everyone(measure)],
        ..NewImport::default()
    };
    book.import_readings(new, rows.into_iter(), &context())
        .map(|done| done.value)
}

#[test]
fn new_same_and_changed_readings_are_told_apart_and_undone_in_one_step() {
    let mut book = in_memory();
    let id = measure(
        &mut book,
        "KR",
        &[("SY2022-23", "50.1"), ("SY2023-24", "50.6")],
    );
    let before = dump(&book);
    let rows = vec![
        row(2, period("SY2022-23"), "50.1"),
        row(3, period("SY2023-24"), "50.9"),
        row(4, period("SY2024-25"), "53.2"),
    ];
    let outcome = import(&mut book, id, rows.clone()).unwrap();
    assert_eq!((outcome.added, outcome.changed, outcome.same), (1, 1, 1));
    let readings = book.readings_of_everyone(id).unwrap();
    assert_eq!(readings[1].value, Some(decimal("50.9")));
    assert_eq!(
        readings[1].import,
        Some((outcome.import, 3)),
        "it says which row brought it"
    );
    assert_eq!(
        readings[0].import, None,
        "what was there already keeps its origin"
    );

    let again = import(&mut book, id, rows).unwrap();
    assert_eq!(
        (again.added, again.changed, again.same),
        (0, 0, 3),
        "twice is once"
    );
    let _ = book.undo(&context()).unwrap().unwrap();
    let after = dump(&book);
    let _ = book.undo(&context()).unwrap().unwrap();
    assert!(
        dump(&book) == before,
        "one step takes the whole import back"
    );
    let _ = book.redo(&context()).unwrap().unwrap();
    assert!(dump(&book) == after, "and one step brings it again");
}

#[test]
fn a_reading_corrected_after_its_import_is_undone_in_order() {
    let mut book = in_memory();
    let id = measure(&mut book, "KR", &[]);
    let empty = dump(&book);
    let _ = import(
        &mut book,
        id,
        vec![row(2, period("2024"), "1"), row(3, period("2025"), "2")],
    )
    .unwrap();
    let imported = dump(&book);
    let reading = NewReading::typed(SeriesKey::everyone(id), period("2025"), decimal("3"));
    let _ = book.record_reading(reading, &context()).unwrap();
    let _ = book.undo(&context()).unwrap();
    assert!(dump(&book) == imported);
    let _ = book.undo(&context()).unwrap();
    assert!(dump(&book) == empty);
}

#[test]
fn a_row_named_twice_keeps_the_later_value_and_undoes_to_nothing() {
    let mut book = in_memory();
    let id = measure(&mut book, "KR", &[("2023", "7")]);
    let before = dump(&book);
    let rows = vec![
        row(2, period("2023"), "8"),
        row(3, period("2024"), "1"),
        row(4, period("2024"), "2"),
        row(5, period("2023"), "9"),
    ];
    let _ = import(&mut book, id, rows).unwrap();
    let values: Vec<_> = book
        .readings_of_everyone(id)
        .unwrap()
        .iter()
        .map(|reading| reading.value)
        .collect();
    assert_eq!(values, [Some(decimal("9")), Some(decimal("2"))]);
    let _ = book.undo(&context()).unwrap();
    assert!(dump(&book) == before);
}

#[test]
fn a_failed_import_is_no_import_and_the_log_goes_on_watching() {
    let mut book = in_memory();
    let id = measure(&mut book, "KR", &[("2024", "1")]);
    let before = dump(&book);
    let unknown = SeriesKey {
        group: Some(GroupId::new(NOW)),
        ..SeriesKey::everyone(id)
    };
    let new = NewImport {
        file_name: "a.csv".to_owned(),
        series: vec![unknown],
        ..NewImport::default()
    };
    let failed = book.import_readings(
        new,
        std::iter::once(row(2, period("2025"), "2")),
        &context(),
    );
    assert!(
        failed.is_err(),
        "a group that is not there cannot have readings"
    );
    let bad = BulkReading {
        state: ReadingState::Missing,
        ..row(2, period("2025"), "2")
    };
    assert!(import(&mut book, id, vec![row(1, period("2026"), "3"), bad]).is_err());
    assert!(dump(&book) == before);

    let reading = NewReading::typed(SeriesKey::everyone(id), period("2025"), decimal("2"));
    let _ = book.record_reading(reading, &context()).unwrap();
    let _ = book.undo(&context()).unwrap();
    assert!(dump(&book) == before, "the next change is logged again");
}

#[test]
fn groups_the_file_brings_along_come_and_go_with_it() {
    let mut book = in_memory();
    let id = measure(&mut book, "KR", &[]);
    let breakdown = book.add_breakdown("Race", &[], &context()).unwrap().value;
    let before = dump(&book);
    let group = GroupId::new(NOW);
    let new = NewImport {
        file_name: "groups.csv".to_owned(),
        groups: vec![(
            group,
            Group {
                breakdown_id: breakdown,
                name: "Latino".to_owned(),
                position: 1,
            },
        )],
        series: vec![SeriesKey {
            group: Some(group),
            ..SeriesKey::everyone(id)
        }],
        ..NewImport::default()
    };
    let _ = book
        .import_readings(
            new,
            std::iter::once(row(2, period("2025"), "2")),
            &context(),
        )
        .unwrap();
    assert!(
        matches!(
            book.remove::<Group>(group, &context()),
            Err(Error::Conflict(_))
        ),
        "figures hang on it"
    );
    let _ = book.undo(&context()).unwrap();
    assert!(dump(&book) == before);
}

#[test]
fn a_hundred_thousand_readings_are_imported_undone_and_redone() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = on_disk(&folder.path().join("a.backbone"));
    let id = measure(&mut book, "KR", &[]);
    let first = period("1700-01-01");
    let rows = (0..100_000_u32)
        .map(|number| row(number + 2, first.step(number.cast_signed()), "53.2"))
        .collect();
    let outcome = import(&mut book, id, rows).unwrap();
    assert_eq!(outcome.added, 100_000);
    let _ = book.undo(&context()).unwrap();
    assert!(book.readings_of_everyone(id).unwrap().is_empty());
    let _ = book.redo(&context()).unwrap();
    assert_eq!(book.readings_of_everyone(id).unwrap().len(), 100_000);
    book.close().unwrap();
}

#[test]
fn the_history_of_a_reading_tells_of_imports_as_of_any_other_change() {
    let mut book = in_memory();
    let id = measure(&mut book, "KR", &[("SY2023-24", "50.6")]);
    let first = import(
        &mut book,
        id,
        vec![
            row(3, period("SY2023-24"), "50.9"),
            row(4, period("SY2024-25"), "53.2"),
        ],
    )
    .unwrap();
    let second = import(&mut book, id, vec![row(9, period("SY2023-24"), "51.4")]).unwrap();
    let series = book.readings_of_everyone(id).unwrap()[0].series;
    let typed = NewReading::typed(
        SeriesKey::everyone(id),
        period("SY2023-24"),
        decimal("51.5"),
    );
    let _ = book.record_reading(typed, &context()).unwrap();
    let steps = |book: &Workbook, at: &str| -> Vec<(Option<backbone_core::ImportId>, String)> {
        book.history_of_reading(series, period(at))
            .unwrap()
            .into_iter()
            .map(|step| {
                let change = step
                    .entry
                    .changes
                    .iter()
                    .find(|change| change.field == "value")
                    .unwrap()
                    .clone();
                let text = |value: Option<String>| value.unwrap_or_default();
                (
                    step.import,
                    format!("{}→{}", text(change.old), text(change.new)),
                )
            })
            .collect()
    };
    assert_eq!(
        steps(&book, "SY2023-24"),
        [
            (None, "51.4→51.5".to_owned()),
            (Some(second.import), "50.9→51.4".to_owned()),
            (Some(first.import), "50.6→50.9".to_owned()),
            (None, "→50.6".to_owned()),
        ]
    );
    assert_eq!(
        steps(&book, "SY2024-25"),
        [(Some(first.import), "→53.2".to_owned())]
    );
}

#[test]
fn a_reading_that_contradicts_itself_stops_the_whole_import() {
    let mut book = in_memory();
    let id = measure(&mut book, "KR", &[]);
    let new = NewImport {
        series: vec![SeriesKey::everyone(id)],
        ..NewImport::default()
    };
    let stated = |at, value: Option<&str>, state| BulkReading {
        value: value.map(decimal),
        state,
        ..row(at, Period::SchoolYear(2000 + at.cast_signed()), "0")
    };
    for wrong in [
        stated(3, None, ReadingState::Final),
        stated(3, Some("5"), ReadingState::Missing),
    ] {
        let rows = [stated(2, Some("50.6"), ReadingState::Final), wrong];
        let outcome = book.import_readings(new.clone(), rows.into_iter(), &context());
        assert!(outcome.is_err(), "{outcome:?}");
        assert!(book.series_of(id).unwrap().is_empty());
    }
    // The database goes on watching references afterwards.
    let nobody = NewReading::typed(
        SeriesKey {
            provider: Some(PartnerId::new(1)),
            ..SeriesKey::everyone(id)
        },
        Period::SchoolYear(2024),
        decimal("5"),
    );
    assert!(book.record_reading(nobody, &context()).is_err());
}
