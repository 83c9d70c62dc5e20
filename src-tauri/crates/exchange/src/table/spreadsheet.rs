//! Sheets of XLSX, XLSB, XLS and ODS files as the text a table is made of. Every cell keeps
//! its place, so rows are numbered as in the sheet; figures read as their cell shows them,
//! a share that is formatted as a percentage as that percentage. Errors of formulas stay
//! visible as `#DIV/0!` and their like.

use super::encoding::NotText;
use super::old_formats;
use super::open_document;
use super::sheet_text::{SheetText, figure, percentage};
use super::{SheetName, TableError};
use calamine::{Data, DataRef, Range, Reader, Sheet as Metadata, SheetType, SheetVisible};
use calamine::{Xls, XlsError, Xlsb, Xlsx, XlsxError};
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A sheet as comma-separated text, and its name.
pub(super) struct Sheet {
    pub name: SheetName,
    pub text: String,
}

type Bytes<'b> = Cursor<&'b [u8]>;

enum Book<'b> {
    Xlsx(Box<Xlsx<Bytes<'b>>>),
    Xlsb(Box<Xlsb<Bytes<'b>>>),
    Xls(Box<Xls<Bytes<'b>>>, &'b [u8]),
    OpenDocument(&'b [u8]),
}

/// Whether the bytes begin as a spreadsheet does; other files begin so too.
pub(super) fn may_be_one(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(OLE)
}

const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// The sheets in order; empty for bytes that are no spreadsheet.
pub(super) fn names(bytes: &[u8]) -> Vec<SheetName> {
    guarded(|| Book::open(bytes)?.names()).unwrap_or_default()
}

/// Reads the sheet of this name, or the first one that holds anything; a hidden one only
/// where no other does.
pub(super) fn read(bytes: &[u8], chosen: Option<&str>) -> Result<Sheet, TableError> {
    guarded(|| {
        let mut book = Book::open(bytes)?;
        let names = book.names()?;
        let mut candidates: Vec<SheetName> = match chosen {
            Some(chosen) => names
                .into_iter()
                .filter(|sheet| sheet.name == chosen)
                .collect(),
            None => names,
        };
        candidates.sort_by_key(|sheet| sheet.is_hidden);
        if candidates.is_empty() {
            return Err(TableError::NoSheet);
        }
        for name in candidates {
            let text = book.text(&name.name)?;
            if !text.is_empty() {
                return Ok(Sheet { name, text });
            }
        }
        Err(TableError::Empty)
    })
}

/// Readers of foreign formats meet bytes their writers never thought of; should one give
/// up on them, the file is damaged and the program is not.
fn guarded<T>(run: impl FnOnce() -> Result<T, TableError>) -> Result<T, TableError> {
    catch_unwind(AssertUnwindSafe(run)).unwrap_or(Err(TableError::Damaged))
}

impl<'b> Book<'b> {
    fn open(bytes: &'b [u8]) -> Result<Self, TableError> {
        if bytes.starts_with(OLE) {
            return match Xls::new(Cursor::new(bytes)) {
                Ok(book) => Ok(Self::Xls(Box::new(book), bytes)),
                Err(XlsError::Password) => Err(TableError::Protected),
                // A protected XLSX lies inside such a container, too.
                Err(_) => match Xlsx::new(Cursor::new(bytes)) {
                    Err(XlsxError::Password) => Err(TableError::Protected),
                    _ => Err(kind_of_old(bytes)),
                },
            };
        }
        match Xlsx::new(Cursor::new(bytes)) {
            Ok(book) => return Ok(Self::Xlsx(Box::new(book))),
            Err(XlsxError::Password) => return Err(TableError::Protected),
            Err(_) => {}
        }
        if let Ok(book) = Xlsb::new(Cursor::new(bytes)) {
            return Ok(Self::Xlsb(Box::new(book)));
        }
        match open_document::is_one(bytes) {
            Ok(true) => Ok(Self::OpenDocument(bytes)),
            Ok(false) => Err(kind_of_archive(bytes)),
            Err(error) => Err(error),
        }
    }

    fn names(&self) -> Result<Vec<SheetName>, TableError> {
        let of = |sheets: &[Metadata]| {
            sheets
                .iter()
                .filter(|sheet| sheet.typ == SheetType::WorkSheet)
                .map(|sheet| SheetName {
                    name: sheet.name.clone(),
                    is_hidden: sheet.visible != SheetVisible::Visible,
                })
                .collect()
        };
        Ok(match self {
            Self::Xlsx(book) => of(book.sheets_metadata()),
            Self::Xlsb(book) => of(book.sheets_metadata()),
            Self::Xls(book, _) => of(book.sheets_metadata()),
            Self::OpenDocument(bytes) => open_document::names(bytes)?,
        })
    }

    fn text(&mut self, name: &str) -> Result<String, TableError> {
        match self {
            Self::Xlsx(book) => text_of_xlsx(book, name),
            Self::Xlsb(book) => {
                let range = book.worksheet_range(name).or(Err(TableError::Damaged))?;
                text_of(&range, |_| false)
            }
            Self::Xls(book, bytes) => {
                let range = book.worksheet_range(name).or(Err(TableError::Damaged))?;
                let mut sheets = book.sheets_metadata().iter();
                let shown = sheets
                    .position(|sheet| sheet.name == name)
                    .and_then(|at| old_formats::percentages(bytes).into_iter().nth(at))
                    .unwrap_or_default();
                text_of(&range, |at| shown.contains(&at))
            }
            Self::OpenDocument(bytes) => open_document::text(bytes, name),
        }
    }
}

/// Cell by cell, so that two cells at opposite ends of a sheet cost two cells.
fn text_of_xlsx(book: &mut Xlsx<Bytes<'_>>, name: &str) -> Result<String, TableError> {
    let mut cells = match book.worksheet_cells_reader(name) {
        Ok(cells) => cells,
        Err(XlsxError::NotAWorksheet(_)) => return Ok(String::new()),
        Err(_) => return Err(TableError::Damaged),
    };
    let percent: Vec<bool> = cells
        .styles()
        .iter()
        .map(|style| {
            let format = style.number_format.as_ref();
            format.is_some_and(|format| shows_percent(&format.format_code))
        })
        .collect();
    let mut text = SheetText::default();
    while let Some((cell, style)) = cells
        .next_cell_with_style_id()
        .or(Err(TableError::Damaged))?
    {
        let (row, column) = cell.get_position();
        let shown = match cell.get_value() {
            DataRef::Float(share) if percent.get(style) == Some(&true) => percentage(*share),
            DataRef::Int(share) if percent.get(style) == Some(&true) => percentage(*share as f64),
            DataRef::SharedString(text) => (*text).to_owned(),
            other => cell_text(&Data::from(other.clone())),
        };
        if !text.put(row, column, &shown)? {
            return Err(TableError::Damaged);
        }
    }
    Ok(text.finish())
}

/// A `%` that the format shows, not one inside quotes or behind a backslash.
pub(super) fn shows_percent(format: &str) -> bool {
    let mut is_quoted = false;
    let mut chars = format.chars();
    while let Some(char) = chars.next() {
        match char {
            '"' => is_quoted = !is_quoted,
            '\\' | '_' | '*' if !is_quoted => {
                chars.next();
            }
            '%' if !is_quoted => return true,
            _ => {}
        }
    }
    false
}

fn text_of(
    range: &Range<Data>,
    is_percentage: impl Fn((u32, u32)) -> bool,
) -> Result<String, TableError> {
    let (first_row, first_column) = range.start().unwrap_or_default();
    let mut text = SheetText::default();
    for (row, cells) in (first_row..).zip(range.rows()) {
        for (column, cell) in (first_column..).zip(cells) {
            let shown = match cell {
                Data::Float(share) if is_percentage((row, column)) => percentage(*share),
                Data::Int(share) if is_percentage((row, column)) => percentage(*share as f64),
                _ => cell_text(cell),
            };
            text.put(row, column, &shown)?;
        }
    }
    Ok(text.finish())
}

fn cell_text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => figure(*number),
        Data::DateTime(date) => match date.as_datetime().filter(|_| date.is_datetime()) {
            Some(date) => {
                let shown = date.format("%Y-%m-%d %H:%M:%S").to_string();
                shown
                    .strip_suffix(" 00:00:00")
                    .map_or(shown.clone(), str::to_owned)
            }
            None => figure(date.as_f64()),
        },
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        other => other.to_string(),
    }
}

fn kind_of_archive(bytes: &[u8]) -> TableError {
    let holds = |part: &[u8]| memchr::memmem::find(bytes, part).is_some();
    if holds(b"word/document.xml") || holds(b"ppt/slides") || holds(b"opendocument.text") {
        TableError::NotText(NotText::Document)
    } else if holds(b"xl/") || holds(b"[Content_Types].xml") || holds(b"opendocument.spreadsheet") {
        TableError::Damaged
    } else {
        TableError::NotText(NotText::Archive)
    }
}

fn kind_of_old(bytes: &[u8]) -> TableError {
    let named = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memchr::memmem::find(bytes, &wide).is_some()
    };
    if named("EncryptedPackage") {
        TableError::Protected
    } else if named("Workbook") {
        TableError::Damaged
    } else {
        TableError::NotText(NotText::OldOffice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_percent_sign_that_is_shown_makes_a_percentage() {
        for (format, shows) in [
            ("0.0%", true),
            ("0%;[Red]-0%", true),
            ("General", false),
            ("0\" % of children\"", false),
            ("0\\%", false),
        ] {
            assert_eq!(shows_percent(format), shows, "{format}");
        }
    }
}
