//! Splitting text into rows and cells by RFC 4180, as spreadsheets really write it.
//!
//! Own code rather than the `csv` crate (which the tests compare it with) for three
//! things an import owes its user: rows are numbered as a spreadsheet shows them, blank
//! lines included; a quote that is never closed is reported where it opens instead of
//! silently swallowing the rest; and cells are borrowed from the text, so that millions
//! of rows pass without a copy.

use std::borrow::Cow;

/// The mark for text that may hold the delimiter or line ends.
const QUOTE: u8 = b'"';

/// Walks over the rows of a text. Not an `Iterator`, because a row lends its cells.
#[derive(Debug, Clone)]
pub struct Rows<'t> {
    text: &'t str,
    delimiter: u8,
    offset: usize,
    next_number: u32,
    row: Row<'t>,
}

/// One row, borrowed from the text of its table.
#[derive(Debug, Clone)]
pub struct Row<'t> {
    text: &'t str,
    number: u32,
    cells: Vec<Span>,
    has_open_quote: bool,
}

/// Where a cell lies in the text. Quoted cells are given without their outer quotes.
#[derive(Debug, Clone, Copy)]
struct Span {
    start: usize,
    end: usize,
    /// Holds quotes that still have to be undone.
    is_escaped: bool,
}

impl<'t> Rows<'t> {
    /// Rows of `text` from byte `offset` on, where the row numbered `number` begins.
    pub(super) fn new(text: &'t str, delimiter: u8, offset: usize, number: u32) -> Self {
        let row = Row {
            text,
            number,
            cells: Vec::new(),
            has_open_quote: false,
        };
        Self {
            text,
            delimiter,
            offset,
            next_number: number,
            row,
        }
    }

    /// The next row, blank ones included, until the text ends.
    pub fn advance(&mut self) -> Option<&Row<'t>> {
        if self.offset >= self.text.len() {
            return None;
        }
        self.row.number = self.next_number;
        self.next_number = self.next_number.saturating_add(1);
        self.split_row();
        Some(&self.row)
    }

    /// The number of the next row.
    pub fn number(&self) -> u32 {
        self.next_number
    }

    /// Where the next row begins, as byte offset and row number.
    pub(super) fn position(&self) -> (usize, u32) {
        (self.offset, self.next_number)
    }

    fn split_row(&mut self) {
        let bytes = self.text.as_bytes();
        let row = &mut self.row;
        row.cells.clear();
        row.has_open_quote = false;
        let mut at = self.offset;
        loop {
            let (span, end) = match bytes.get(at) {
                Some(&QUOTE) => {
                    let (span, end, is_closed) = quoted_cell(bytes, at, self.delimiter);
                    row.has_open_quote |= !is_closed;
                    (span, end)
                }
                _ => {
                    let end = cell_end(bytes, at, self.delimiter);
                    (
                        Span {
                            start: at,
                            end,
                            is_escaped: false,
                        },
                        end,
                    )
                }
            };
            row.cells.push(span);
            match bytes.get(end) {
                Some(&byte) if byte == self.delimiter => at = end + 1,
                Some(b'\r') if bytes.get(end + 1) == Some(&b'\n') => {
                    self.offset = end + 2;
                    return;
                }
                Some(_) => {
                    self.offset = end + 1;
                    return;
                }
                None => {
                    self.offset = bytes.len();
                    return;
                }
            }
        }
    }
}

impl<'t> Row<'t> {
    /// The row's number as a spreadsheet shows it; the first row of a file is 1.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// How many cells the row has.
    pub fn width(&self) -> usize {
        self.cells.len()
    }

    /// A cell's text without outer quotes and surrounding blanks; empty beyond the row.
    pub fn cell(&self, column: usize) -> Cow<'t, str> {
        let Some(span) = self.cells.get(column) else {
            return Cow::Borrowed("");
        };
        let text = self.text.get(span.start..span.end).unwrap_or_default();
        if span.is_escaped {
            Cow::Owned(trimmed(&unescape(text)).to_owned())
        } else {
            Cow::Borrowed(trimmed(text))
        }
    }

    /// All cells up to the last that holds anything.
    pub(super) fn texts(&self) -> Vec<String> {
        (0..self.filled_width())
            .map(|column| self.cell(column).into_owned())
            .collect()
    }

    /// Nothing but blanks in every cell.
    pub fn is_blank(&self) -> bool {
        (0..self.width()).all(|column| self.cell(column).is_empty())
    }

    /// A quote opens in this row and is never closed: the row runs to the end of file.
    pub fn has_open_quote(&self) -> bool {
        self.has_open_quote
    }

    /// The column after which nothing but empty cells follow.
    pub(crate) fn filled_width(&self) -> usize {
        (0..self.width())
            .rev()
            .find(|&column| !self.cell(column).is_empty())
            .map_or(0, |c| c + 1)
    }
}

/// Without surrounding blanks, and without the marks of byte order and the blanks of no
/// width that files put together from others hold in their middle.
fn trimmed(text: &str) -> &str {
    let trimmed = text.trim();
    let is_plain = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii);
    if is_plain(trimmed.as_bytes().first()) && is_plain(trimmed.as_bytes().last()) {
        return trimmed;
    }
    trimmed.trim_matches(|char: char| {
        char.is_whitespace() || matches!(char, '\u{FEFF}' | '\u{200B}' | '\u{2060}')
    })
}

/// Cells are mostly short, where a plain loop beats the set-up of a vector search.
const SHORT_CELL: usize = 16;

fn cell_end(bytes: &[u8], from: usize, delimiter: u8) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    let ends = |byte: &u8| *byte == delimiter || *byte == b'\n' || *byte == b'\r';
    let (start, far) = rest.split_at(rest.len().min(SHORT_CELL));
    if let Some(found) = start.iter().position(ends) {
        return from + found;
    }
    memchr::memchr3(delimiter, b'\n', b'\r', far)
        .map_or(bytes.len(), |found| from + start.len() + found)
}

/// The cell whose quote opens at `open`: its span, where it ends, and whether the quote
/// was closed. What follows the closing quote up to the delimiter stays in the cell.
fn quoted_cell(bytes: &[u8], open: usize, delimiter: u8) -> (Span, usize, bool) {
    let start = open + 1;
    let mut at = start;
    let mut is_escaped = false;
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        let Some(found) = memchr::memchr(QUOTE, rest) else {
            return (
                Span {
                    start,
                    end: bytes.len(),
                    is_escaped,
                },
                bytes.len(),
                false,
            );
        };
        let quote = at + found;
        if bytes.get(quote + 1) == Some(&QUOTE) {
            is_escaped = true;
            at = quote + 2;
            continue;
        }
        let end = cell_end(bytes, quote + 1, delimiter);
        if end == quote + 1 {
            return (
                Span {
                    start,
                    end: quote,
                    is_escaped,
                },
                end,
                true,
            );
        }
        return (
            Span {
                start,
                end,
                is_escaped: true,
            },
            end,
            true,
        );
    }
}

/// Undoes the quotes inside a quoted cell: a pair stands for one, a single one closed
/// the quoted part.
fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut is_quoted = true;
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        if char != '"' || !is_quoted {
            plain.push(char);
        } else if chars.next_if_eq(&'"').is_some() {
            plain.push('"');
        } else {
            is_quoted = false;
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split(text: &str, delimiter: u8) -> Vec<(u32, Vec<String>)> {
        let mut rows = Rows::new(text, delimiter, 0, 1);
        let mut all = Vec::new();
        while let Some(row) = rows.advance() {
            let cells = (0..row.width()).map(|column| row.cell(column).into_owned());
            all.push((row.number(), cells.collect()));
        }
        all
    }

    #[test]
    fn rows_are_split_and_numbered_as_a_spreadsheet_shows_them() {
        type Numbered<'r> = &'r [(u32, &'r [&'r str])];
        let cases: [(&str, Numbered<'_>); 9] = [
            ("a,b\n1,2\n", &[(1, &["a", "b"]), (2, &["1", "2"])]),
            ("a,b\r\n1,2", &[(1, &["a", "b"]), (2, &["1", "2"])]),
            ("a,b\r1,2\r", &[(1, &["a", "b"]), (2, &["1", "2"])]),
            ("a\n\nb\n", &[(1, &["a"]), (2, &[""]), (3, &["b"])]),
            (
                "\"x, y\",2\n3,4\n",
                &[(1, &["x, y", "2"]), (2, &["3", "4"])],
            ),
            (
                "\"two\nlines\",1\nnext,2",
                &[(1, &["two\nlines", "1"]), (2, &["next", "2"])],
            ),
            ("\"say \"\"so\"\"\",1", &[(1, &["say \"so\"", "1"])]),
            ("5\" pipe,\"a\"b\n", &[(1, &["5\" pipe", "ab"])]),
            (" a , b ,\n", &[(1, &["a", "b", ""])]),
        ];
        for (text, expected) in cases {
            let expected: Vec<(u32, Vec<String>)> = expected
                .iter()
                .map(|(number, cells)| (*number, cells.iter().map(ToString::to_string).collect()))
                .collect();
            assert_eq!(split(text, b','), expected, "{text:?}");
        }
    }

    #[test]
    fn an_open_quote_is_seen_in_the_row_where_it_opens() {
        let mut rows = Rows::new("a,b\n1,\"2\n3,4\n", b',', 0, 1);
        assert!(!rows.advance().unwrap().has_open_quote());
        let row = rows.advance().unwrap();
        assert!(row.has_open_quote());
        assert_eq!(row.number(), 2);
        assert!(rows.advance().is_none());
    }

    proptest! {
        #[test]
        fn what_a_csv_writer_wrote_reads_back(
            table in prop::collection::vec(prop::collection::vec("[a-z0-9\",;\n\r é]{0,8}", 2..5), 1..6)
        ) {
            let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
            for row in &table {
                writer.write_record(row).unwrap();
            }
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let read: Vec<Vec<String>> = split(&text, b',').into_iter().map(|(_, cells)| cells).collect();
            let trimmed: Vec<Vec<String>> =
                table.iter().map(|row| row.iter().map(|cell| cell.trim().to_owned()).collect()).collect();
            prop_assert_eq!(read, trimmed);
        }

        #[test]
        fn any_text_is_split_without_panic_and_to_its_end(text in "\\PC{0,60}|[\",;\t|\r\n a]{0,40}") {
            for delimiter in *b",;\t|" {
                let mut rows = Rows::new(&text, delimiter, 0, 1);
                while rows.advance().is_some() {}
                prop_assert_eq!(rows.position().0, text.len());
            }
        }
    }
}
