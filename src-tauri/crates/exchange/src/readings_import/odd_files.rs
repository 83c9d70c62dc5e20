//! Odd and damaged files as they arrive in the mail: each is refused in words, or read
//! with every oddity named at its row and column. None is guessed at, none makes it panic,
//! and a marker is never a zero.

use super::tests::{context, messages};
use super::*;
use crate::periods::SerialDates;
use crate::table::{Encoding, NotText, ReadOptions, TableError};
use backbone_core::measurement::{Period, ReadingState};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use std::io::{Cursor, Write};

fn read(bytes: &[u8]) -> Result<Table, TableError> {
    Table::read(bytes.to_vec(), &ReadOptions::default())
}

/// Reads into the first measure, by school year, and tells row, column and kind of every
/// problem.
pub(super) fn problems(bytes: &[u8]) -> Vec<String> {
    messages(&previewed(bytes, |_| {}).1)
}

fn previewed(bytes: &[u8], change: impl Fn(&mut Mapping)) -> (Table, Preview) {
    let table = read(bytes).unwrap();
    let context = context();
    let mut mapping = propose_mapping(&table, &context);
    if !mapping.columns.contains(&Role::Measure) {
        mapping.measure = mapping.measure.or(Some(0));
    }
    change(&mut mapping);
    let preview = preview(&table, &mapping, &context, &());
    (table, preview)
}

/// Period, group and value of every reading, as they would be written.
pub(super) fn readings(
    bytes: &[u8],
    change: impl Fn(&mut Mapping),
) -> Vec<(String, Option<u32>, String)> {
    let table = read(bytes).unwrap();
    let context = context();
    let mut mapping = propose_mapping(&table, &context);
    if !mapping.columns.contains(&Role::Measure) {
        mapping.measure = Some(0);
    }
    change(&mut mapping);
    Candidates::new(&table, &mapping, &context, &())
        .map(|read| {
            let value = match (read.figures.value, read.figures.state) {
                (Some(value), _) => value.to_string(),
                (None, ReadingState::Suppressed) => "suppressed".to_owned(),
                (None, _) => "missing".to_owned(),
            };
            (read.key.period.to_string(), read.key.series.group, value)
        })
        .collect()
}

pub(super) fn values(bytes: &[u8]) -> Vec<String> {
    readings(bytes, |_| {})
        .into_iter()
        .map(|read| read.2)
        .collect()
}

pub(super) fn workbook(fill: impl Fn(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    book.save_to_buffer().unwrap()
}

pub(super) fn heads(sheet: &mut Worksheet, row: u32, heads: &[&str]) {
    for (column, head) in (0_u16..).zip(heads) {
        sheet.write(row, column, *head).unwrap();
    }
}

fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file(*name, options).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// An OpenDocument spreadsheet with these tables.
pub(super) fn open_document(styles: &str, tables: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" \
         xmlns:style=\"s\" xmlns:calcext=\"c\"><office:automatic-styles>{styles}\
         </office:automatic-styles><office:body><office:spreadsheet>{tables}\
         </office:spreadsheet></office:body></office:document-content>"
    );
    zip(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest/>"),
        ("content.xml", &content),
    ])
}

pub(super) fn text_cell(text: &str) -> String {
    format!(
        "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
    )
}

#[test]
fn files_that_are_no_table_are_refused_by_what_they_are() {
    let whole = workbook(|sheet| heads(sheet, 0, &["Year", "Value"]));
    let cut = &whole[..whole.len() / 2];
    let wide = format!("Year,{}\n2024-25,1\n", "x,".repeat(20_000));
    let cases: [(&str, &[u8], TableError); 17] = [
        ("empty", b"", TableError::Empty),
        ("blanks only", b" \r\n\t\n", TableError::Empty),
        ("header only", b"Year,Value\n", TableError::HeaderOnly),
        ("cut off workbook", cut, TableError::Damaged),
        (
            "workbook with a password",
            include_bytes!("../../fixtures/protected.xlsx"),
            TableError::Protected,
        ),
        (
            "archive",
            &zip(&[("readme.txt", "hello")]),
            TableError::NotText(NotText::Archive),
        ),
        (
            "text document",
            &zip(&[("word/document.xml", "<w/>")]),
            TableError::NotText(NotText::Document),
        ),
        (
            "old document",
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more",
            TableError::NotText(NotText::OldOffice),
        ),
        (
            "web page as .xls",
            b"<html><table><tr><td>Year</td></tr></table></html>",
            TableError::NotText(NotText::WebPage),
        ),
        (
            "XML as .xls",
            b"<?xml version=\"1.0\"?><Workbook/>",
            TableError::NotText(NotText::WebPage),
        ),
        (
            "rich text",
            b"{\\rtf1 Year}",
            TableError::NotText(NotText::Document),
        ),
        (
            "PDF as .csv",
            b"%PDF-1.7",
            TableError::NotText(NotText::Pdf),
        ),
        (
            "picture",
            b"\xFF\xD8\xFF\xE0",
            TableError::NotText(NotText::Picture),
        ),
        (
            "initiative",
            b"SQLite format 3\0",
            TableError::NotText(NotText::Database),
        ),
        (
            "bytes of anything",
            b"\x00\x01\x00\x02\x00\x03\x00\xFF",
            TableError::NotText(NotText::NulBytes),
        ),
        ("20,000 columns", wide.as_bytes(), TableError::TooWide(1)),
        (
            "protected OpenDocument",
            &zip(&[
                ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
                ("META-INF/manifest.xml", "<encryption-data/>"),
                ("content.xml", "\u{1}\u{2}"),
            ]),
            TableError::Protected,
        ),
    ];
    for (name, bytes, error) in cases {
        assert_eq!(read(bytes).unwrap_err(), error, "{name}");
    }
}

#[test]
fn zero_bytes_and_unreadable_characters_are_named_in_their_cell() {
    let zeros = b"Year,Group,Value\n2022-23,Black,50\n2023-24,Black,5\x001.5\n2024-25,Black,52\n";
    assert_eq!(problems(zeros), ["3 Value stray_character"]);
    let broken = "Year,Group,Value\n2022-23,Bl\u{FFFD}ck,50\n";
    assert_eq!(problems(broken.as_bytes()), ["2 Group stray_character"]);
}

#[test]
fn quotes_out_of_place_do_not_swallow_rows_in_silence() {
    let cases: [(&str, &[&str]); 4] = [
        (
            "Year,Group,Value\n2022-23,\"Black,50\n2023-24,Black,51\n",
            &["2 open_quote"],
        ),
        (
            "Year,Group,Value\n2022-23,Bl\"ack,50\n",
            &["2 Group group_unknown"],
        ),
        (
            "Year,Value\n2022-23,\"50\"x\n2023-24,51\n",
            &["2 Value not_a_figure"],
        ),
        (
            "Year,Value\n2022-23,\"\"\"50\"\n",
            &["2 Value not_a_figure"],
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(problems(text.as_bytes()), expected, "{text:?}");
    }
}

#[test]
fn ragged_rows_and_mixed_line_ends_keep_their_numbers() {
    let text = "Year,Group,Value\r\n2021-22,Black,49\r2022-23,Black\n\n2023-24,Black,1,234\r\n2024-25,Black,52";
    assert_eq!(
        problems(text.as_bytes()),
        ["3 row_too_short", "5 row_too_long"]
    );
}

#[test]
fn notes_sums_and_repeated_names_are_left_out_and_said() {
    let text = "\u{FEFF}Readiness in the district\n\nYear,Group,Value\n2022-23,Black,50\n\
                \u{FEFF}Year,Group,Value\n2023-24,Black,51\nTotal,,101\n\n\
                * Source: State Department of Education\nPrepared by Ana,,\n";
    let (table, preview) = previewed(text.as_bytes(), |_| {});
    assert_eq!(
        messages(&preview),
        [
            "5 Year header_again",
            "7 Year summary_row",
            "9 Year note_row",
            "10 Year note_row"
        ]
    );
    assert!(preview.is_ready(), "nothing of it is a figure");
    assert_eq!((preview.new_count, table.row_count()), (2, 6));
}

#[test]
fn a_total_among_the_groups_is_everyone_and_may_come_twice() {
    let text = "Year,Group,Value\n2023-24,All students,50\n2023-24,Black,46\n2023-24,Total,51\n";
    assert_eq!(problems(text.as_bytes()), ["4 duplicate_differs"]);
    let last = |mapping: &mut Mapping| mapping.on_repeated = OnRepeated::Last;
    let (_, preview) = previewed(text.as_bytes(), last);
    assert!(preview.is_ready());
    assert_eq!(
        readings(text.as_bytes(), last).last().unwrap().2,
        "51",
        "the later row is written last"
    );
    let first = |mapping: &mut Mapping| mapping.on_repeated = OnRepeated::First;
    let written = readings(text.as_bytes(), first);
    assert_eq!(written.len(), 2);
    assert_eq!(written[0].2, "50");
}

#[test]
fn markers_and_foreign_numbers_are_never_a_zero() {
    let text = "Year,Value\n2010-11,n/a\n2011-12,-\n2012-13,*\n2013-14,<5\n2014-15,s\n\
                2015-16,NaN\n2016-17,Infinity\n2017-18,1e999\n2018-19,-12%\n2019-20,460%\n\
                2020-21,=cmd()\n2021-22,#REF!\n2022-23,tbc\n";
    assert_eq!(
        problems(text.as_bytes()),
        [
            "2 Value read_as_missing",
            "3 Value read_as_missing",
            "4 Value read_as_suppressed",
            "5 Value read_as_suppressed",
            "6 Value read_as_suppressed",
            "7 Value not_a_figure",
            "8 Value not_a_figure",
            "9 Value not_a_figure",
            "10 Value below_zero",
            "11 Value over_limit",
            "12 Value not_a_figure",
            "13 Value not_a_figure",
            "14 Value not_a_figure",
        ]
    );
    assert!(values(text.as_bytes()).iter().all(|value| value != "0"));
}

#[test]
fn both_decimal_marks_in_one_column_are_each_read_as_they_can_be() {
    let text = "Date;Value\n2024-01;1.234,5\n2024-02;1,234.5\n2024-03;1.234\n";
    let visits = |mapping: &mut Mapping| mapping.measure = Some(1);
    let (_, preview) = previewed(text.as_bytes(), visits);
    assert_eq!(
        messages(&preview),
        ["4 Value decimal_unclear"],
        "only what reads two ways is asked about"
    );
    let read: Vec<String> = readings(text.as_bytes(), visits)
        .into_iter()
        .map(|read| read.2)
        .collect();
    assert_eq!(read, ["1234.5", "1234.5"]);
}

#[test]
fn thousands_are_parted_by_whatever_people_use() {
    let text = "Date\tValue\n2024-01\t1 234\n2024-02\t1\u{a0}234\n2024-03\t1\u{2009}234\n\
                2024-04\t1'234\n2024-05\t12,34,567\n2024-06\t1\u{202f}234,5\n";
    let visits = |mapping: &mut Mapping| mapping.measure = Some(1);
    let read: Vec<String> = readings(text.as_bytes(), visits)
        .into_iter()
        .map(|read| read.2)
        .collect();
    assert_eq!(read, ["1234", "1234", "1234", "1234", "1234567", "1234.5"]);
}

#[test]
fn dates_that_read_two_ways_are_asked_about() {
    let slashes = "Date,Value\n03/04/2024,57\n";
    let visits = |mapping: &mut Mapping| mapping.measure = Some(1);
    let asked = |text: &str| messages(&previewed(text.as_bytes(), visits).1);
    assert_eq!(asked(slashes), ["2 Date date_order_unclear"]);
    let serial = "Date,Value\n45366,57\n";
    assert_eq!(asked(serial), ["2 Date serial_date_unclear"]);
    let answered = |mapping: &mut Mapping| {
        mapping.measure = Some(2);
        mapping.serial_dates = Some(SerialDates::From1900);
    };
    assert_eq!(readings(serial.as_bytes(), answered)[0].0, "2024-03-15");
    let heads = "Group,2023,2024\nBlack,50,51\n";
    assert_eq!(
        problems(heads.as_bytes()),
        ["2023 single_year_unclear", "2024 single_year_unclear"],
        "a head reads two ways as a cell does"
    );
}

#[test]
fn one_column_has_nothing_to_import() {
    let codes = problems(b"Value\n57\n58\n");
    assert_eq!(codes, [" no_period_column"].map(str::trim_start));
}

#[test]
fn columns_with_the_same_name_are_told_apart_and_said() {
    let text = "Year,Value,Value\n2024-25,57.5,58\n";
    let found = problems(text.as_bytes());
    assert_eq!(found, ["Value heads_repeated"]);
}

#[test]
fn long_cells_and_scripts_of_the_world_pass_through() {
    let long = "a".repeat(10_000);
    let text = format!(
        "Year,Group,Value,Comment\n2023-24,Black,50,{long}\n2022-23,👩‍👧 מרכז 日本,51,=HYPERLINK(\"\"x\"\")\n"
    );
    let (_, preview) = previewed(text.as_bytes(), |mapping| mapping.add_unknown = true);
    assert_eq!(preview.new_groups, ["👩‍👧 מרכז 日本"]);
    let table = read(text.as_bytes()).unwrap();
    let mut mapping = propose_mapping(&table, &context());
    mapping.measure = Some(0);
    mapping.add_unknown = true;
    let context = context();
    let comments: Vec<usize> = Candidates::new(&table, &mapping, &context, &())
        .map(|read| read.comment.chars().count())
        .collect();
    assert_eq!(comments[0], 10_000, "nothing is cut off");
    let unknown = format!("Year,Group,Value\n2023-24,{long},50\n");
    let (_, preview) = previewed(unknown.as_bytes(), |_| {});
    assert!(
        preview.problems[0].cell.chars().count() < 100,
        "a message is short"
    );
}

#[test]
fn encodings_without_a_mark_are_read_and_said_to_be_uncertain() {
    let text = "Year,Group,Value\n2023-24,Niños,50\n";
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let latin: Vec<u8> = text.chars().map(|char| char as u8).collect();
    for (name, bytes) in [("UTF-16", wide), ("Latin-1", latin)] {
        let found = problems(&bytes);
        assert_eq!(
            found,
            ["encoding_uncertain", "2 Group group_unknown"],
            "{name}"
        );
    }
    let old_mac = b"Year,Group,Value\n2023-24,Ni\x96os,50\n";
    let options = ReadOptions {
        encoding: Some(Encoding::MacRoman),
        ..ReadOptions::default()
    };
    let table = Table::read(old_mac.to_vec(), &options).unwrap();
    assert_eq!(table.rows().advance().unwrap().cell(1), "Niños");
}

#[test]
fn a_workbook_reads_as_it_shows() {
    let bytes = workbook(|sheet| {
        let percent = Format::new().set_num_format("0.0%");
        let title = Format::new().set_bold();
        sheet
            .merge_range(0, 0, 0, 2, "Kindergarten readiness", &title)
            .unwrap();
        sheet.write(1, 0, "Collected in the fall").unwrap();
        heads(sheet, 3, &["Year", "Group", "Value"]);
        let rows = [("2022-23", 0.532), ("2023-24", 0.5), ("2024-25", 0.551)];
        for (row, (year, share)) in (4..).zip(rows) {
            sheet.write(row, 0, year).unwrap();
            sheet.write(row, 1, "Black").unwrap();
            sheet.write_with_format(row, 2, share, &percent).unwrap();
        }
    });
    assert_eq!(problems(&bytes), [""; 0]);
    assert_eq!(
        values(&bytes),
        ["53.2", "50", "55.1"],
        "percentages as they are shown"
    );
}

#[test]
fn shares_without_a_format_are_asked_about() {
    let text = "Year,Value\n2021-22,0.53\n2022-23,0.55\n2023-24,0.56\n";
    let (_, asked) = previewed(text.as_bytes(), |_| {});
    assert_eq!(messages(&asked), ["Value looks_like_share"]);
    assert!(!asked.is_ready(), "half of them, or half a percent?");
    let hundred = |mapping: &mut Mapping| {
        mapping.shares.insert((1, 0), Shares::TimesHundred);
    };
    assert_eq!(readings(text.as_bytes(), hundred)[0].2, "53");
    let small = |mapping: &mut Mapping| {
        mapping.shares.insert((1, 0), Shares::AsTheyAre);
    };
    assert!(previewed(text.as_bytes(), small).1.is_ready());
    assert_eq!(readings(text.as_bytes(), small)[0].2, "0.53");
}

#[test]
fn errors_of_formulas_are_named_in_their_cell() {
    let bytes = workbook(|sheet| {
        heads(sheet, 0, &["Year", "Group", "Value"]);
        let errors = ["#DIV/0!", "#REF!", "#N/A", "#VALUE!", "#NAME?"];
        for (row, error) in (1..).zip(errors) {
            sheet
                .write(row, 0, format!("20{:02}-{:02}", 9 + row, 10 + row))
                .unwrap();
            sheet.write(row, 1, "Black").unwrap();
            let formula = Formula::new("=1/0").set_result(error);
            sheet.write_formula(row, 2, formula).unwrap();
        }
    });
    assert_eq!(
        problems(&bytes),
        [
            "2 Value not_a_figure",
            "3 Value not_a_figure",
            "4 Value not_a_figure",
            "5 Value not_a_figure",
            "6 Value not_a_figure",
        ]
    );
}

#[test]
fn dates_of_a_workbook_are_days_whatever_they_are_counted_from() {
    let bytes = workbook(|sheet| {
        let format = Format::new().set_num_format("dd/mm/yyyy");
        heads(sheet, 0, &["Date", "Value"]);
        let day = ExcelDateTime::parse_from_str("2024-04-03").unwrap();
        sheet.write_with_format(1, 0, &day, &format).unwrap();
        sheet.write(1, 1, 57.5).unwrap();
    });
    let irregular = |mapping: &mut Mapping| mapping.measure = Some(2);
    assert_eq!(readings(&bytes, irregular)[0].0, "2024-04-03");
    let from_1904 = include_bytes!("../../fixtures/days_from_1904.xls");
    assert_eq!(readings(from_1904, irregular)[0].0, "2024-03-15");
}

#[test]
fn an_old_workbook_is_read_with_its_errors() {
    let bytes = include_bytes!("../../fixtures/old.xls");
    let sheets = Table::sheets(bytes);
    let hidden: Vec<(&str, bool)> = sheets
        .iter()
        .map(|sheet| (sheet.name.as_str(), sheet.is_hidden))
        .collect();
    assert_eq!(hidden, [("Summary", false), ("Working", true)]);
    assert_eq!(problems(bytes), ["5 Value not_a_figure"]);
    assert_eq!(values(bytes), ["50.6", "63.5"]);
}

#[test]
fn a_hidden_sheet_is_read_only_where_there_is_no_other_and_that_is_said() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Working").unwrap();
    heads(sheet, 0, &["Year", "Value"]);
    sheet.write(1, 0, "2024-25").unwrap();
    sheet.write(1, 1, 57.5).unwrap();
    sheet.set_hidden(true);
    book.add_worksheet()
        .set_name("Empty")
        .unwrap()
        .set_active(true);
    let bytes = book.save_to_buffer().unwrap();
    assert_eq!(problems(&bytes), ["sheet_hidden"]);
}

#[test]
fn a_sheet_with_a_cell_a_million_rows_down_costs_no_memory() {
    let bytes = workbook(|sheet| {
        heads(sheet, 0, &["Year", "Value"]);
        sheet.write(1_048_575, 0, "2024-25").unwrap();
        sheet.write(1_048_575, 1, 57.5).unwrap();
        sheet.write(1, 16_383, "far").unwrap();
    });
    let table = read(&bytes).unwrap();
    assert_eq!((table.row_count(), table.last_row()), (2, 1_048_576));
}

#[test]
fn an_open_document_reads_as_it_shows() {
    let percent = |share: &str| {
        format!("<table:table-cell office:value-type=\"percentage\" office:value=\"{share}\"/>")
    };
    let error = "<table:table-cell office:value-type=\"string\" office:string-value=\"\" \
                 calcext:value-type=\"error\"><text:p>#DIV/0!</text:p></table:table-cell>";
    let head: String = ["Year", "Group", "Value"].map(text_cell).concat();
    let row = |year: &str, value: &str| {
        let cells = [text_cell(year), text_cell("Black"), value.to_owned()].concat();
        format!("<table:table-row>{cells}</table:table-row>")
    };
    let tables = format!(
        "<table:table table:name=\"Working\" table:style-name=\"h\"><table:table-row>{}\
         </table:table-row></table:table><table:table table:name=\"Summary\">\
         <table:table-row table:number-rows-repeated=\"2\"><table:table-cell \
         table:number-columns-repeated=\"16384\"/></table:table-row><table:table-row>{head}\
         </table:table-row>{}{}{}<table:table-row table:number-rows-repeated=\"1048000\">\
         <table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table>",
        text_cell("x"),
        row("2022-23", &percent("0.532")),
        row("2023-24", error),
        row("2024-25", &percent("0.551")),
    );
    let hidden = "<style:style style:name=\"h\"><style:table-properties table:display=\"false\"/></style:style>";
    let bytes = open_document(hidden, &tables);
    let sheets = Table::sheets(&bytes);
    assert_eq!((sheets.len(), sheets[0].is_hidden), (2, true));
    assert_eq!(
        problems(&bytes),
        ["5 Value not_a_figure"],
        "row numbers as in the sheet"
    );
    assert_eq!(values(&bytes), ["53.2", "55.1"]);
}

#[test]
fn cells_of_an_open_document_that_are_repeated_are_all_there() {
    let head = ["Year", "Black", "White"].map(text_cell).concat();
    let tables = format!(
        "<table:table table:name=\"S\"><table:table-row>{head}</table:table-row><table:table-row>{}\
         <table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"float\" \
         office:value=\"50.5\"/></table:table-row></table:table>",
        text_cell("2024-25")
    );
    assert_eq!(values(&open_document("", &tables)), ["50.5", "50.5"]);
}

#[test]
fn names_in_two_lines_make_a_wide_table() {
    let text = ",2023-24,,2024-25,\nGroup,N,%,N,%\nBlack,890,46.4,902,47.0\n";
    let read = readings(text.as_bytes(), |_| {});
    let found: Vec<(&str, &str)> = read
        .iter()
        .map(|(period, _, value)| (period.as_str(), value.as_str()))
        .collect();
    assert_eq!(found, [("SY2023-24", "46.4"), ("SY2024-25", "47.0")]);
}

#[test]
fn a_unit_that_is_not_the_measure_s_is_named() {
    let text = "Measure,Period,Value,Unit\nKR,2024-25,57,percent\nVISITS,2024-03,120,count\nKR,2023-24,55,count\n";
    assert_eq!(problems(text.as_bytes()), ["4 Unit unit_differs"]);
}

#[test]
fn what_was_mended_is_read_as_it_was_mended() {
    let text = "Year,Group,Value\n2022-23,Black,460\n2023-24,Black,tbc\n2024-25,White,tbc\n2021-22,Martian,9\n";
    let mended = |mapping: &mut Mapping| {
        mapping.cells.insert((2, 2), "46.0".to_owned());
        mapping.texts.insert((2, "tbc".to_owned()), "*".to_owned());
        mapping
            .left_out
            .extend(ProblemKey::new("group_unknown", Some(1), "Martian"));
    };
    let (table, preview) = previewed(text.as_bytes(), mended);
    assert!(preview.is_ready());
    assert_eq!((preview.new_count, preview.skipped_count), (3, 1));
    assert_eq!(
        readings(text.as_bytes(), mended)
            .iter()
            .map(|read| read.2.as_str())
            .collect::<Vec<_>>(),
        ["46.0", "suppressed", "suppressed"]
    );
    let mut mapping = propose_mapping(&table, &context());
    mended(&mut mapping);
    let context = context();
    let view = View {
        table: &table,
        mapping: &mapping,
        context: &context,
        stored: &(),
        preview: &preview,
    };
    let page = view.page(Filter::All, 0, 1);
    assert_eq!(
        (page[0].cells[2].as_str(), page[0].corrected.as_slice()),
        ("46.0", &[2][..])
    );
}

#[test]
fn every_problem_of_a_long_table_can_be_reached() {
    let mut text = String::from("Year,Group,Value\n");
    for row in 0..30_000 {
        let value = if row % 2 == 0 { "460" } else { "n/a" };
        text.push_str(&format!(
            "{}-01-{:02},Black,{value}\n",
            1900 + row % 200,
            1 + row % 28
        ));
    }
    let table = read(text.as_bytes()).unwrap();
    let context = context();
    let mut mapping = propose_mapping(&table, &context);
    mapping.measure = Some(2);
    let found = preview(&table, &mapping, &context, &());
    let view = View {
        table: &table,
        mapping: &mapping,
        context: &context,
        stored: &(),
        preview: &found,
    };
    let mut counted = 0;
    view.each_problem(|_| {
        counted += 1;
        Ok::<(), ()>(())
    })
    .unwrap();
    assert_eq!(counted, found.problem_count, "all of them, one by one");
    assert!(counted > MAX_PROBLEMS);
    let over = found
        .groups
        .iter()
        .position(|group| group.key.code == "over_limit")
        .unwrap();
    let filter = Filter::Group(over);
    assert_eq!(view.listed_count(filter), 15_000);
    let last = view.page(filter, 14_990, 100);
    assert_eq!(last.len(), 10);
    assert!(last.iter().all(|row| row.cells[2] == "460"));
}

#[test]
fn closed_periods_want_a_reason() {
    let table = read(b"Year,Value\n2023-24,50\n2024-25,51\n").unwrap();
    let mut context = context();
    context.closed = vec![Period::SchoolYear(2023)];
    let mut mapping = propose_mapping(&table, &context);
    mapping.measure = Some(0);
    let asked = preview(&table, &mapping, &context, &());
    assert_eq!(messages(&asked), ["2 Year period_closed"]);
    assert!(!asked.is_ready());
    mapping.has_reason = true;
    assert!(preview(&table, &mapping, &context, &()).is_ready());
}

#[test]
fn whoever_stops_a_pass_gets_no_preview() {
    let rows: String = (0..20_000).map(|row| format!("2024-25,{row}\n")).collect();
    let table = read(format!("Year,Value\n{rows}").as_bytes()).unwrap();
    let context = context();
    let mapping = propose_mapping(&table, &context);
    let mut told = 0;
    let stopped = preview_with(&table, &mapping, &context, &(), &mut |_| {
        told += 1;
        told < 2
    });
    assert!(stopped.is_err());
    assert_eq!(told, 2);
}
