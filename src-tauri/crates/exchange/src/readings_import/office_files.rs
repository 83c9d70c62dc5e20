//! The same table as each office format holds it: percentages, errors of formulas, and names
//! in two lines mean the same in all of them.

use super::odd_files::{heads, open_document, problems, readings, text_cell, values, workbook};
use super::*;
use backbone_core::Context as Author;
use backbone_core::initiative::Initiative;
use backbone_core::measurement::{Measure, NewReading, Period, SeriesKey, UnitKind};
use rust_decimal::Decimal;
use rust_xlsxwriter::{Format, Formula};
use std::fs;

/// Written by an office program: a share of each format, a calculated one, one without a
/// format, and two formulas that fail.
const PERCENTAGES: [(&str, &[u8]); 2] = [
    ("xls", include_bytes!("../../fixtures/percentages.xls")),
    ("ods", include_bytes!("../../fixtures/percentages.ods")),
];

/// A year over “N” and “%” in one merged cell, twice.
const IN_TWO_LINES: [(&str, &[u8]); 2] = [
    (
        "xls",
        include_bytes!("../../fixtures/heads_in_two_lines.xls"),
    ),
    (
        "ods",
        include_bytes!("../../fixtures/heads_in_two_lines.ods"),
    ),
];

const YEARS: [&str; 7] = [
    "2018-19", "2019-20", "2020-21", "2021-22", "2022-23", "2023-24", "2024-25",
];

/// The same as [`PERCENTAGES`], as other programs write it.
fn percentages_xlsx() -> Vec<u8> {
    workbook(|sheet| {
        let percent = Format::new().set_num_format("0.0%");
        heads(sheet, 0, &["Year", "Group", "Value"]);
        for (row, year) in (1..).zip(YEARS) {
            sheet.write(row, 0, year).unwrap();
            sheet.write(row, 1, "Black").unwrap();
        }
        for (row, share) in (1..).zip([0.532, 0.5]) {
            sheet.write_with_format(row, 2, share, &percent).unwrap();
        }
        let formula = |text: &str, result: &str| Formula::new(text).set_result(result);
        for (row, text, result) in [
            (3, "=55.1/100", "0.551"),
            (6, "=NA()", "#N/A"),
            (7, "=1/0", "#DIV/0!"),
        ] {
            let formula = formula(text, result);
            sheet
                .write_formula_with_format(row, 2, formula, &percent)
                .unwrap();
        }
        sheet.write_with_format(4, 2, 1, &percent).unwrap();
        sheet.write(5, 2, 48.5).unwrap();
    })
}

#[test]
fn percentages_and_failed_formulas_read_alike_in_every_office_format() {
    let xlsx = percentages_xlsx();
    let all = PERCENTAGES.into_iter().chain([("xlsx", xlsx.as_slice())]);
    for (format, bytes) in all {
        assert_eq!(
            values(bytes),
            ["53.2", "50", "55.1", "100", "48.5"],
            "{format}: a share is the percentage that its cell shows"
        );
        assert_eq!(
            problems(bytes),
            ["7 Value not_a_figure", "8 Value not_a_figure"],
            "{format}: what a formula could not work out is asked about"
        );
    }
}

/// Of formulas that fail, as programs in several languages write them.
const ERRORS: [&str; 12] = [
    "#N/A",
    "#DIV/0!",
    "#REF!",
    "#VALUE!",
    "#NAME?",
    "#NUM!",
    "#NULL!",
    "#SPILL!",
    "#CALC!",
    "#GETTING_DATA",
    "#\u{a1}DIV/0!",
    "#\u{bf}NOMBRE?",
];

#[test]
fn no_error_of_a_formula_is_ever_read_as_a_figure_or_as_missing() {
    let year = |row: usize| format!("20{:02}-{:02}", 9 + row, 10 + row);
    let mut text = String::from("Year,Value\n");
    let mut rows = String::new();
    for (row, error) in (1..).zip(ERRORS) {
        text.push_str(&format!("{},{error}\n", year(row)));
        // Some programs leave the figure there that was worked out before.
        let cell = format!(
            "<table:table-cell table:formula=\"of:=1/0\" office:value-type=\"float\" \
             office:value=\"0\"><text:p>{error}</text:p></table:table-cell>"
        );
        let row = [text_cell(&year(row)), cell].concat();
        rows.push_str(&format!("<table:table-row>{row}</table:table-row>"));
    }
    let head = [text_cell("Year"), text_cell("Value")].concat();
    let table = format!(
        "<table:table table:name=\"S\"><table:table-row>{head}</table:table-row>{rows}</table:table>"
    );
    let typed = workbook(|sheet| {
        heads(sheet, 0, &["Year", "Value"]);
        for (row, error) in (1..).zip(ERRORS) {
            sheet.write(row, 0, year(row as usize)).unwrap();
            sheet.write(row, 1, error).unwrap();
        }
    });
    let wanted: Vec<String> = (2..ERRORS.len() + 2)
        .map(|row| format!("{row} Value not_a_figure"))
        .collect();
    for (format, bytes) in [
        ("csv", text.into_bytes()),
        ("ods", open_document("", &table)),
        ("xlsx, as text", typed),
    ] {
        assert_eq!(problems(&bytes), wanted, "{format}");
        assert_eq!(values(&bytes), [""; 0], "{format}");
    }
}

#[test]
fn a_year_merged_over_its_columns_belongs_to_each_of_them() {
    let xlsx = workbook(|sheet| {
        let plain = Format::new();
        sheet.merge_range(0, 1, 0, 2, "2023-24", &plain).unwrap();
        sheet.merge_range(0, 3, 0, 4, "2024-25", &plain).unwrap();
        heads(sheet, 1, &["Group", "N", "%", "N", "%"]);
        let rows = [
            ("Black", [890.0, 46.4, 902.0, 47.0]),
            ("White", [1210.0, 62.1, 1198.0, 63.5]),
        ];
        for (row, (group, figures)) in (2..).zip(rows) {
            sheet.write(row, 0, group).unwrap();
            for (column, figure) in (1..).zip(figures) {
                sheet.write(row, column, figure).unwrap();
            }
        }
    });
    let turned =
        "Group,2023-24,,2024-25,\n,%,N,%,N\nBlack,46.4,890,47,902\nWhite,62.1,1210,63.5,1198\n";
    let all = IN_TWO_LINES.into_iter().chain([
        ("xlsx", xlsx.as_slice()),
        ("csv, the other way round", turned.as_bytes()),
    ]);
    for (format, bytes) in all {
        let read = readings(bytes, |_| {});
        let mut found: Vec<(&str, Option<u32>, String)> = read
            .iter()
            .map(|(period, group, value)| {
                let value: Decimal = value.parse().unwrap();
                (period.as_str(), *group, value.normalize().to_string())
            })
            .collect();
        found.sort();
        let of = |group: u32, period, value: &str| (period, Some(group), value.to_owned());
        let groups: Vec<u32> = found.iter().filter_map(|one| one.1).take(2).collect();
        let (black, white) = (groups[0], groups[1]);
        assert_eq!(
            found,
            [
                of(black, "SY2023-24", "46.4"),
                of(white, "SY2023-24", "62.1"),
                of(black, "SY2024-25", "47"),
                of(white, "SY2024-25", "63.5"),
            ],
            "{format}"
        );
        assert_eq!(problems(bytes), [""; 0], "{format}");
    }
}

#[test]
fn a_year_merged_over_columns_nobody_knows_is_asked_about() {
    // Neither is a group of the initiative: only a person can say what these columns are.
    let text = "Group,2023-24,,2024-25,\n,Boys,Girls,Boys,Girls\nBlack,46.4,48,47,49\n";
    assert_eq!(
        problems(text.as_bytes()),
        ["no_value_column", "no_period_column"]
    );
}

fn author() -> Author {
    Author {
        now_ms: 1_795_513_320_000,
        today: chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap(),
        author: "Dana".to_owned(),
        reason: None,
    }
}

#[test]
fn a_large_import_that_is_stopped_while_it_is_written_leaves_the_file_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("city.backbone");
    let mut book =
        backbone_core::Workbook::create(&path, Initiative::named("City"), &author()).unwrap();
    let measure = Measure {
        unit: UnitKind::Count,
        frequency: backbone_core::measurement::Frequency::Irregular,
        ..Measure::named("VISITS", "Visits")
    };
    let id = book.add(measure, &author()).unwrap().value;
    let day = Period::parse("1900-01-01").unwrap();
    let kept = NewReading::typed(SeriesKey::everyone(id), day, Decimal::ONE);
    let _ = book.record_reading(kept, &author()).unwrap();
    let content = |book: &backbone_core::Workbook| {
        let mut json = Vec::new();
        crate::json::export(book, &mut json).unwrap();
        json
    };
    let before = content(&book);
    book.close().unwrap();

    let mut text = String::from("Date,Place,Value\n");
    for row in 0..30_000_u32 {
        let (year, day) = (1900 + row / 300, row % 300);
        let (month, day) = (1 + day / 25, 1 + day % 25);
        text.push_str(&format!("{year}-{month:02}-{day:02},New place,{row}\n"));
    }
    let mut book = backbone_core::Workbook::open(&path, "Dana").unwrap();
    let table = Table::read(text.into_bytes(), &Default::default()).unwrap();
    let known = Known::read(&book).unwrap();
    let mut mapping = propose_mapping(&table, &known.context);
    mapping.measure = Some(0);
    mapping.add_unknown = true;
    let import = || Import {
        table: &table,
        mapping: &mapping,
        known: &known,
        file_name: "visits.csv",
        source: "",
    };
    let mut written = 0;
    let stopped = import().run(&mut book, &author(), &mut |step, row| {
        if step == Step::Writing {
            written = row;
        }
        written < 20_000
    });
    assert!(
        matches!(stopped, Err(ImportError::Cancelled(_))),
        "{stopped:?}"
    );
    assert!(written >= 20_000, "most of it was written by then");
    assert!(content(&book) == before, "no row of any table is changed");
    book.close().unwrap();
    assert_eq!(backbone_core::check(&path).unwrap(), []);
    let names: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(names.len(), 1, "and nothing is left beside it");

    let mut book = backbone_core::Workbook::open(&path, "Dana").unwrap();
    let done = import()
        .run(&mut book, &author(), &mut |_, _| true)
        .unwrap();
    let done = done.done.unwrap();
    assert_eq!((done.value.added, done.value.changed), (30_000, 0));
    book.close().unwrap();
}
