//! A table of text cells read from a file: encoding, delimiter and header found by
//! looking, each open to be overruled. What the cells mean is left to `cells` and
//! `readings_import`.

mod dialect;
mod encoding;
mod header;
mod old_formats;
mod open_document;
mod rows;
pub(crate) mod sheet_text;
mod spreadsheet;

use header::{Heads, find_header};

/// The text of a file, its encoding found by looking or as said.
pub(crate) fn decoded(bytes: Vec<u8>, chosen: Option<Encoding>) -> Result<String, TableError> {
    let decoded = encoding::decode(bytes, chosen).map_err(TableError::NotText)?;
    Ok(decoded.text)
}

pub use dialect::Delimiter;
pub use encoding::{Encoding, NotText};
pub use rows::{Row, Rows};

/// What the user says about a file instead of letting us guess.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// The encoding; guessed when absent.
    pub encoding: Option<Encoding>,
    /// The delimiter; guessed when absent.
    pub delimiter: Option<Delimiter>,
    /// The row with the column names, as a spreadsheet numbers it; found when absent.
    pub header: Option<HeaderRow>,
    /// The sheet of a spreadsheet; the first that holds anything when absent.
    pub sheet: Option<String>,
}

/// Where the column names are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeaderRow {
    /// In this row; rows above it are titles and not read.
    At(u32),
    /// Nowhere: every row is data.
    None,
}

/// How the file was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sniffed {
    /// The encoding it was read with.
    pub encoding: Encoding,
    /// False when the bytes do not prove the encoding: accents should be looked at.
    pub is_encoding_certain: bool,
    /// The delimiter it was split with.
    pub delimiter: Delimiter,
    /// False when too few rows agree on a number of columns.
    pub is_delimiter_certain: bool,
    /// Where the column names were found.
    pub header: HeaderRow,
    /// The sheet, if the file is a spreadsheet; encoding and delimiter say nothing then.
    pub sheet: Option<SheetName>,
}

/// A sheet of a spreadsheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetName {
    /// Its name.
    pub name: String,
    /// Whoever opens the file does not see it.
    pub is_hidden: bool,
}

/// A row that does not have the shape of the header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShapeFault {
    /// The row as a spreadsheet numbers it.
    pub row: u32,
    /// What is wrong with it.
    pub kind: ShapeFaultKind,
}

/// What can be wrong with the shape of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShapeFaultKind {
    /// Fewer cells than columns.
    TooFew {
        /// Cells in the row.
        found: usize,
        /// Columns in the header.
        expected: usize,
    },
    /// More filled cells than columns: probably a delimiter inside a cell, so that the
    /// values may stand in the wrong columns.
    TooMany {
        /// Cells in the row.
        found: usize,
        /// Columns in the header.
        expected: usize,
    },
    /// A quotation mark opens and never closes; everything after it is one cell.
    OpenQuote,
}

/// Why a file is no table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no table: {}", self.code())]
pub enum TableError {
    /// No byte, or nothing but blanks.
    Empty,
    /// Column names and nothing below.
    HeaderOnly,
    /// The row said to hold the column names is not there.
    NoHeaderAt(u32),
    /// The spreadsheet has no such sheet, or it cannot be read.
    NoSheet,
    /// A spreadsheet that opens with a password only.
    Protected,
    /// A spreadsheet that is cut off or cannot be read.
    Damaged,
    /// A row with more columns than a spreadsheet can have, 16,384.
    TooWide(u32),
    /// More than a table of figures holds: 4 billion rows, a sheet of a gigabyte of text.
    TooLarge,
    /// Someone stopped the reading.
    Stopped,
    /// Something else than text.
    NotText(NotText),
}

impl TableError {
    /// Every code there is, for whoever keeps words for them.
    pub const CODES: &[&str] = &[
        "empty",
        "header_only",
        "no_header",
        "no_sheet",
        "protected",
        "damaged",
        "too_wide",
        "too_large",
        "stopped",
        "pdf",
        "web_page",
        "document",
        "archive",
        "old_office",
        "picture",
        "database",
        "no_text",
    ];

    /// A stable name for texts.
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::HeaderOnly => "header_only",
            Self::NoHeaderAt(_) => "no_header",
            Self::NoSheet => "no_sheet",
            Self::Protected => "protected",
            Self::Damaged => "damaged",
            Self::TooWide(_) => "too_wide",
            Self::TooLarge => "too_large",
            Self::Stopped => "stopped",
            Self::NotText(NotText::Pdf) => "pdf",
            Self::NotText(NotText::WebPage) => "web_page",
            Self::NotText(NotText::Document) => "document",
            Self::NotText(NotText::Archive) => "archive",
            Self::NotText(NotText::OldOffice) => "old_office",
            Self::NotText(NotText::Picture) => "picture",
            Self::NotText(NotText::Database) => "database",
            Self::NotText(NotText::NulBytes) => "no_text",
        }
    }
}

/// Columns beyond this are no table of figures but a damaged or foreign file.
const MAX_COLUMNS: usize = 16_384;

/// A place to start reading from is remembered every so many rows.
const INDEX_EVERY: usize = 512;

/// Shape faults kept with their row; beyond them only the number grows.
const MAX_SHAPE_FAULTS: usize = 1_000;

/// Progress is told every so many rows.
const TELL_EVERY: u32 = 16_384;

/// Is told how many rows are read and answers whether to go on.
pub type Watch<'w> = &'w mut dyn FnMut(u32) -> bool;

/// A table of text cells. Holds the text once; rows are split when they are asked for,
/// so three million rows cost their text and a small index.
#[derive(Debug, Clone)]
pub struct Table {
    text: String,
    sniffed: Sniffed,
    heads: Heads,
    /// Holds zero bytes, or characters that could not be read.
    has_stray: bool,
    /// Byte offset and number of every `INDEX_EVERY`th data row.
    index: Vec<(usize, u32)>,
    row_count: usize,
    last_row: u32,
    shape_faults: Vec<ShapeFault>,
    shape_fault_count: usize,
}

impl Table {
    /// Reads delimited text (CSV, TSV and their kin) or a sheet of XLSX, XLS or ODS from
    /// the bytes of a file.
    pub fn read(bytes: Vec<u8>, options: &ReadOptions) -> Result<Self, TableError> {
        Self::read_watched(bytes, options, &mut |_| true)
    }

    /// As [`Table::read`]; `watch` can stop it.
    pub fn read_watched(
        bytes: Vec<u8>,
        options: &ReadOptions,
        watch: Watch<'_>,
    ) -> Result<Self, TableError> {
        if spreadsheet::may_be_one(&bytes) {
            let sheet = spreadsheet::read(&bytes, options.sheet.as_deref())?;
            drop(bytes);
            return Self::of_sheet(sheet, options, watch);
        }
        let decoded = encoding::decode(bytes, options.encoding).map_err(TableError::NotText)?;
        let mut text = decoded.text;
        let hint = dialect::excel_hint(&text);
        if let Some((_, length)) = hint {
            text.drain(..length);
        }
        if text.trim().is_empty() {
            return Err(TableError::Empty);
        }
        let (delimiter, is_delimiter_certain) = match (options.delimiter, hint) {
            (Some(chosen), _) => (chosen, true),
            (None, Some((hinted, _))) => (hinted, true),
            (None, None) => dialect::guess(&text),
        };
        let header = options
            .header
            .unwrap_or_else(|| find_header(&text, delimiter));
        let sniffed = Sniffed {
            encoding: decoded.encoding,
            is_encoding_certain: decoded.certain,
            delimiter,
            is_delimiter_certain,
            header,
            sheet: None,
        };
        Self::index(text, sniffed, watch)
    }

    /// The sheets of a spreadsheet; empty for any other file.
    pub fn sheets(bytes: &[u8]) -> Vec<SheetName> {
        if spreadsheet::may_be_one(bytes) {
            spreadsheet::names(bytes)
        } else {
            Vec::new()
        }
    }

    fn of_sheet(
        sheet: spreadsheet::Sheet,
        options: &ReadOptions,
        watch: Watch<'_>,
    ) -> Result<Self, TableError> {
        let delimiter = Delimiter::Comma;
        let header = options
            .header
            .unwrap_or_else(|| find_header(&sheet.text, delimiter));
        let sniffed = Sniffed {
            encoding: Encoding::Utf8,
            is_encoding_certain: true,
            delimiter,
            is_delimiter_certain: true,
            header,
            sheet: Some(sheet.name),
        };
        Self::index(sheet.text, sniffed, watch)
    }

    /// How the file was understood.
    pub fn sniffed(&self) -> &Sniffed {
        &self.sniffed
    }

    /// The column names; columns without one are called "Column 3", a name that comes
    /// again has its number behind it, "Value (2)". Where names stand in two lines, the
    /// upper comes first.
    pub fn header(&self) -> &[String] {
        &self.heads.names
    }

    /// The lines of a column's name as they stand in the file, the upper one first; it is
    /// empty where names stand in one line.
    pub fn head_lines(&self, column: usize) -> [&str; 2] {
        self.heads.lines(column)
    }

    /// Whether two columns have the same name.
    pub fn has_repeated_heads(&self) -> bool {
        self.heads.has_repeated
    }

    /// Whether the text holds zero bytes or characters that could not be read.
    pub fn has_stray(&self) -> bool {
        self.has_stray
    }

    /// How many rows below the header hold anything.
    pub fn row_count(&self) -> usize {
        self.row_count
    }

    /// The number of the last row that holds anything.
    pub fn last_row(&self) -> u32 {
        self.last_row
    }

    /// The rows below the header, blank ones included, from the first one.
    pub fn rows(&self) -> Rows<'_> {
        self.rows_from(0)
    }

    /// The rows from the one with this number on, blank ones included.
    pub fn rows_from(&self, number: u32) -> Rows<'_> {
        let after = self
            .index
            .partition_point(|&(_, indexed)| indexed <= number);
        let start = self.index.get(after.saturating_sub(1)).copied();
        let (offset, first) = start.unwrap_or((self.text.len(), self.last_row));
        let mut rows = Rows::new(&self.text, self.sniffed.delimiter.byte(), offset, first);
        while rows.position().1 < number && rows.advance().is_some() {}
        rows
    }

    /// Rows whose shape differs from the header's, the first thousand of them.
    pub fn shape_faults(&self) -> &[ShapeFault] {
        &self.shape_faults
    }

    /// How many rows have a shape that differs from the header's.
    pub fn shape_fault_count(&self) -> usize {
        self.shape_fault_count
    }

    /// One pass over the text: finds the header, counts rows, notes faults of shape.
    fn index(text: String, sniffed: Sniffed, watch: Watch<'_>) -> Result<Self, TableError> {
        let has_stray = memchr::memchr(0, text.as_bytes()).is_some()
            || memchr::memmem::find(text.as_bytes(), "\u{FFFD}".as_bytes()).is_some();
        let mut table = Self {
            text: String::new(),
            sniffed,
            heads: Heads::default(),
            has_stray,
            index: Vec::new(),
            row_count: 0,
            last_row: 0,
            shape_faults: Vec::new(),
            shape_fault_count: 0,
        };
        let mut rows = Rows::new(&text, table.sniffed.delimiter.byte(), 0, 1);
        if let HeaderRow::At(number) = table.sniffed.header {
            while rows.position().1 + 1 < number && rows.advance().is_some() {}
            let above: Vec<String> = match rows.position().1 < number {
                true => rows.advance().map(Row::texts).unwrap_or_default(),
                false => Vec::new(),
            };
            let row = rows.advance().ok_or(TableError::NoHeaderAt(number))?;
            if row.filled_width() == 0 {
                return Err(TableError::NoHeaderAt(number));
            }
            if row.width() > MAX_COLUMNS {
                return Err(TableError::TooWide(number));
            }
            table.heads = Heads::read(&above, &row.texts());
        }
        let mut seen = 0_usize;
        loop {
            let position = rows.position();
            let Some(row) = rows.advance() else { break };
            if row.width() > MAX_COLUMNS {
                return Err(TableError::TooWide(row.number()));
            }
            if row.number() == u32::MAX {
                return Err(TableError::TooLarge);
            }
            if row.number().is_multiple_of(TELL_EVERY) && !watch(row.number()) {
                return Err(TableError::Stopped);
            }
            if seen.is_multiple_of(INDEX_EVERY) {
                table.index.push(position);
            }
            seen += 1;
            if row.is_blank() {
                continue;
            }
            if table.heads.names.is_empty() {
                table.heads = Heads::unnamed(row.width());
            }
            table.row_count += 1;
            table.last_row = row.number();
            if let Some(kind) = shape_fault(row, table.heads.names.len()) {
                table.shape_fault_count += 1;
                if table.shape_faults.len() < MAX_SHAPE_FAULTS {
                    table.shape_faults.push(ShapeFault {
                        row: row.number(),
                        kind,
                    });
                }
            }
        }
        if table.row_count == 0 {
            return Err(TableError::HeaderOnly);
        }
        table.text = text;
        Ok(table)
    }
}

fn shape_fault(row: &Row<'_>, expected: usize) -> Option<ShapeFaultKind> {
    let found = row.width();
    if row.has_open_quote() {
        Some(ShapeFaultKind::OpenQuote)
    } else if found < expected {
        Some(ShapeFaultKind::TooFew { found, expected })
    } else if found > expected && row.filled_width() > expected {
        Some(ShapeFaultKind::TooMany { found, expected })
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::borrow::Cow;

    fn read(text: &str) -> Table {
        Table::read(text.as_bytes().to_vec(), &ReadOptions::default()).unwrap()
    }

    #[test]
    fn titles_above_the_header_and_missing_headers_are_recognized() {
        let cases: [(&str, HeaderRow, &[&str]); 5] = [
            (
                "Year,Value\n2024,57\n",
                HeaderRow::At(1),
                &["Year", "Value"],
            ),
            (
                "Readiness report\n\nYear,Group,Value\n2024,All,57\n",
                HeaderRow::At(3),
                &["Year", "Group", "Value"],
            ),
            (
                "2015-16,44.1\n2016-17,45.0\n",
                HeaderRow::None,
                &["Column 1", "Column 2"],
            ),
            (
                "Group,2023,2024\nAll,57,58\n",
                HeaderRow::At(1),
                &["Group", "2023", "2024"],
            ),
            (
                "Year,,Value\n2024,x,57\n",
                HeaderRow::At(1),
                &["Year", "Column 2", "Value"],
            ),
        ];
        for (text, header, names) in cases {
            let table = read(text);
            assert_eq!(table.sniffed().header, header, "{text:?}");
            assert_eq!(table.header(), names, "{text:?}");
        }
    }

    #[test]
    fn rows_of_another_shape_are_named_by_their_number() {
        let table =
            read("Year,Group,Value\n2024,All\n\n2024,All,1,234\n2025,All,57,,\n2026,\"All,57\n");
        let kinds: Vec<(u32, ShapeFaultKind)> = table
            .shape_faults()
            .iter()
            .map(|fault| (fault.row, fault.kind))
            .collect();
        assert_eq!(
            kinds,
            [
                (
                    2,
                    ShapeFaultKind::TooFew {
                        found: 2,
                        expected: 3
                    }
                ),
                (
                    4,
                    ShapeFaultKind::TooMany {
                        found: 4,
                        expected: 3
                    }
                ),
                (6, ShapeFaultKind::OpenQuote),
            ],
            "trailing empty cells are no fault, blank rows neither, but they count"
        );
        assert_eq!(table.row_count(), 4);
    }

    #[test]
    fn any_row_can_be_reached_without_reading_those_before() {
        let body: String = (0..2_000)
            .map(|row| format!("{row},{}\n", row * 2))
            .collect();
        let table = read(&format!("a,b\n{body}"));
        for number in [2, 3, 513, 514, 1_025, 2_001] {
            let mut rows = table.rows_from(number);
            let row = rows.advance().unwrap();
            assert_eq!(
                (row.number(), row.cell(0)),
                (number, Cow::Owned((number - 2).to_string()))
            );
        }
        assert!(table.rows_from(2_002).advance().is_none());
    }

    #[test]
    fn files_without_rows_are_refused_with_the_reason() {
        for (text, error) in [
            ("", TableError::Empty),
            (" \r\n \n", TableError::Empty),
            ("\u{FEFF}", TableError::Empty),
            ("Year,Value\n\n", TableError::HeaderOnly),
        ] {
            let result = Table::read(text.as_bytes().to_vec(), &ReadOptions::default());
            assert_eq!(result.unwrap_err(), error, "{text:?}");
        }
    }

    #[test]
    fn a_sheet_reads_as_the_table_it_shows() {
        let mut book = rust_xlsxwriter::Workbook::new();
        book.add_worksheet().set_name("Empty").unwrap();
        let sheet = book.add_worksheet().set_name("Summary").unwrap();
        let date = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd");
        let day = rust_xlsxwriter::ExcelDateTime::parse_from_str("2024-03-15").unwrap();
        for (column, head) in ["Date", "Group", "Value"].into_iter().enumerate() {
            sheet.write(1, column as u16, head).unwrap();
        }
        sheet.write_with_format(2, 0, &day, &date).unwrap();
        sheet.write(2, 1, "Black, \"all\"").unwrap();
        sheet.write(2, 2, 52.8).unwrap();
        sheet.write(4, 2, "<10").unwrap();
        let bytes = book.save_to_buffer().unwrap();
        let sheets = Table::sheets(&bytes);
        let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        assert_eq!(names, ["Empty", "Summary"]);
        let table = Table::read(bytes.clone(), &ReadOptions::default()).unwrap();
        assert_eq!(
            table
                .sniffed()
                .sheet
                .as_ref()
                .map(|sheet| sheet.name.as_str()),
            Some("Summary"),
            "the first with anything in it"
        );
        assert_eq!(table.header(), ["Date", "Group", "Value"]);
        let mut rows = table.rows_from(3);
        let row = rows.advance().unwrap();
        let cells: Vec<String> = (0..3).map(|column| row.cell(column).into_owned()).collect();
        assert_eq!(cells, ["2024-03-15", "Black, \"all\"", "52.8"]);
        assert_eq!(table.last_row(), 5, "rows are numbered as in the sheet");
        let none = ReadOptions {
            sheet: Some("Other".into()),
            ..ReadOptions::default()
        };
        assert_eq!(Table::read(bytes, &none).unwrap_err(), TableError::NoSheet);
    }

    #[test]
    fn an_archive_that_is_no_spreadsheet_is_refused_as_such() {
        let result = Table::read(b"PK\x03\x04rest".to_vec(), &ReadOptions::default());
        assert_eq!(result.unwrap_err(), TableError::NotText(NotText::Archive));
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(
            start in prop::sample::select(vec![&b""[..], b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"\xFF\xFE"]),
            rest in prop::collection::vec(any::<u8>(), 0..200),
        ) {
            let bytes = [start, &rest].concat();
            let _ = Table::read(bytes, &ReadOptions::default());
        }
    }
}
