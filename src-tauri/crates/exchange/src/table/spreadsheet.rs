//! Sheets of XLSX, XLS and ODS files as the text a table is made of. Every cell keeps its
//! place, so rows are numbered as in the sheet; figures keep fifteen digits, as
//! spreadsheets show them.

use super::TableError;
use super::encoding::NotText;
use calamine::{Data, Range, Reader, Sheets, open_workbook_auto_from_rs};
use std::io::Cursor;

/// A sheet as comma-separated text, and its name.
pub(super) struct Sheet {
    pub name: String,
    pub text: String,
}

/// Whether the bytes begin as a spreadsheet does; other files begin so too.
pub(super) fn may_be_one(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
}

/// Names of the sheets in order; empty for bytes that are no spreadsheet.
pub(super) fn names(bytes: &[u8]) -> Vec<String> {
    open(bytes)
        .map(|book| book.sheet_names())
        .unwrap_or_default()
}

/// Reads the sheet of this name, or the first one that holds anything.
pub(super) fn read(bytes: &[u8], chosen: Option<&str>) -> Result<Sheet, TableError> {
    let mut book = open(bytes).ok_or(TableError::NotText(kind_of(bytes)))?;
    let names = match chosen {
        Some(name) => vec![name.to_owned()],
        None => book.sheet_names(),
    };
    for name in names {
        let range = book
            .worksheet_range(&name)
            .map_err(|_| TableError::NoSheet)?;
        if !range.is_empty() || chosen.is_some() {
            return Ok(Sheet {
                text: text_of(&range),
                name,
            });
        }
    }
    Err(TableError::Empty)
}

fn open(bytes: &[u8]) -> Option<Sheets<Cursor<&[u8]>>> {
    open_workbook_auto_from_rs(Cursor::new(bytes)).ok()
}

fn kind_of(bytes: &[u8]) -> NotText {
    if bytes.starts_with(b"PK") {
        NotText::Archive
    } else {
        NotText::OldOffice
    }
}

fn text_of(range: &Range<Data>) -> String {
    let (first_row, first_column) = range.start().unwrap_or_default();
    let mut text = String::new();
    // Blank rows and columns before the used range count in the sheet, so they do here.
    for _ in 0..first_row {
        text.push('\n');
    }
    for row in range.rows() {
        for _ in 0..first_column {
            text.push(',');
        }
        for (column, cell) in row.iter().enumerate() {
            if column > 0 {
                text.push(',');
            }
            push_quoted(&mut text, &cell_text(cell));
        }
        text.push('\n');
    }
    text
}

fn cell_text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => figure(*number),
        Data::DateTime(date) => match date.as_datetime() {
            Some(date) => date.format("%Y-%m-%d %H:%M:%S").to_string(),
            None => figure(date.as_f64()),
        },
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        other => other.to_string(),
    }
}

/// A stored number as text that reads one way only: three digits behind the point could
/// be taken for a group, four cannot.
pub(crate) fn figure(number: f64) -> String {
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    let text = rounded.to_string();
    match text.split_once('.') {
        Some((_, fraction)) if fraction.len() == 3 => format!("{text}0"),
        _ => text,
    }
}

fn push_quoted(text: &mut String, cell: &str) {
    if cell.contains([',', '"', '\n', '\r']) {
        text.push('"');
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(cell);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stored_numbers_are_written_to_read_one_way() {
        for (number, text) in [
            (52.8, "52.8"),
            (1.234, "1.2340"),
            (1234.0, "1234"),
            (0.1 + 0.2, "0.3"),
            (-4.7, "-4.7"),
        ] {
            assert_eq!(figure(number), text);
        }
    }

    #[test]
    fn cells_keep_their_place_in_the_sheet() {
        let mut range = Range::new((2, 1), (3, 2));
        range.set_value((2, 1), Data::String("Year, school".into()));
        range.set_value((2, 2), Data::String("Value".into()));
        range.set_value((3, 2), Data::Float(57.0));
        assert_eq!(text_of(&range), "\n\n,\"Year, school\",Value\n,,57\n");
    }
}
