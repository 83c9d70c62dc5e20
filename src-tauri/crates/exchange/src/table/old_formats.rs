//! Which cells of an old workbook (XLS) show a percentage. The library that reads its figures
//! leaves their formats out, so that 53.2% would be read as 0.532.

use super::spreadsheet::shows_percent;
use rustc_hash::FxHashSet;
use std::io::{Cursor, Read};

/// Row and column of a cell, from 0.
type At = (u32, u32);

/// The cells of each sheet that show a percentage, in the order of the sheets.
pub(super) fn percentages(bytes: &[u8]) -> Vec<FxHashSet<At>> {
    stream(bytes)
        .and_then(|stream| Workbook::read(&stream))
        .unwrap_or_default()
}

fn stream(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut container = cfb::CompoundFile::open(Cursor::new(bytes)).ok()?;
    // Since Excel 97, and before.
    let name = ["/Workbook", "/Book"]
        .into_iter()
        .find(|name| container.is_stream(name))?;
    let mut stream = Vec::new();
    container
        .open_stream(name)
        .ok()?
        .read_to_end(&mut stream)
        .ok()?;
    Some(stream)
}

/// Kinds of records, by the names the format gives them.
mod kind {
    pub const BOF: u16 = 0x0809;
    pub const EOF: u16 = 0x000A;
    pub const BOUNDSHEET: u16 = 0x0085;
    pub const FORMAT: u16 = 0x041E;
    pub const XF: u16 = 0x00E0;
    pub const FORMULA: u16 = 0x0006;
    pub const NUMBER: u16 = 0x0203;
    pub const RK: u16 = 0x027E;
    pub const MULRK: u16 = 0x00BD;
}

/// Formats that every workbook knows without writing them down: `0%` and `0.00%`.
const BUILT_IN: [u16; 2] = [9, 10];

/// What a BOF record says of a workbook since Excel 97.
const WIDE: u16 = 0x0600;

/// What is known of all sheets.
#[derive(Default)]
struct Workbook {
    is_wide: bool,
    /// Where each sheet begins.
    sheets: Vec<usize>,
    /// Numbers of the formats that show a percentage.
    formats: FxHashSet<u16>,
    /// Whether the cells of each style show one.
    styles: Vec<u16>,
}

impl Workbook {
    fn read(stream: &[u8]) -> Option<Vec<FxHashSet<At>>> {
        let mut book = Self {
            formats: BUILT_IN.into_iter().collect(),
            ..Self::default()
        };
        for (kind, data) in Records::from(stream, 0) {
            match kind {
                kind::BOF => book.is_wide = number(data, 0)? == WIDE,
                kind::BOUNDSHEET => book.sheets.push(usize::try_from(wide(data, 0)?).ok()?),
                kind::FORMAT => book.format(data)?,
                kind::XF => book.styles.push(number(data, 2)?),
                _ => {}
            }
        }
        let cells = |at: &usize| book.cells(stream, *at);
        book.sheets.iter().map(cells).collect()
    }

    /// Remembers a format that shows a percentage.
    fn format(&mut self, data: &[u8]) -> Option<()> {
        let format = if self.is_wide {
            let (is_two_bytes, text) = (data.get(4)? & 1 == 1, data.get(5..)?);
            match is_two_bytes {
                true => {
                    let pairs = text.chunks_exact(2).filter_map(|pair| number(pair, 0));
                    String::from_utf16_lossy(&pairs.collect::<Vec<u16>>())
                }
                false => text.iter().copied().map(char::from).collect(),
            }
        } else {
            data.get(3..)?.iter().copied().map(char::from).collect()
        };
        if shows_percent(&format) {
            self.formats.insert(number(data, 0)?);
        }
        Some(())
    }

    fn shows(&self, style: u16) -> bool {
        let format = self.styles.get(usize::from(style));
        format.is_some_and(|format| self.formats.contains(format))
    }

    /// The cells of the sheet that begins at a place.
    fn cells(&self, stream: &[u8], at: usize) -> Option<FxHashSet<At>> {
        let mut found = FxHashSet::default();
        let mut put = |row: u16, column: u16, style: Option<u16>| {
            if style.is_some_and(|style| self.shows(style)) {
                found.insert((row.into(), column.into()));
            }
        };
        for (kind, data) in Records::from(stream, at) {
            match kind {
                kind::FORMULA | kind::NUMBER | kind::RK => {
                    put(number(data, 0)?, number(data, 2)?, number(data, 4));
                }
                kind::MULRK => {
                    let (row, first) = (number(data, 0)?, number(data, 2)?);
                    // Style and figure of each cell, and the number of the last column.
                    let figures = data.get(4..data.len().checked_sub(2)?)?.chunks_exact(6);
                    for (column, figure) in (first..).zip(figures) {
                        put(row, column, number(figure, 0));
                    }
                }
                _ => {}
            }
        }
        Some(found)
    }
}

/// The records of one part of the stream; charts and the like within it are passed over.
struct Records<'s> {
    rest: &'s [u8],
    depth: u32,
}

impl<'s> Records<'s> {
    fn from(stream: &'s [u8], at: usize) -> Self {
        Self {
            rest: stream.get(at..).unwrap_or_default(),
            depth: 0,
        }
    }
}

impl<'s> Iterator for Records<'s> {
    type Item = (u16, &'s [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (kind, length) = (number(self.rest, 0)?, number(self.rest, 2)?);
            let end = 4 + usize::from(length);
            let data = self.rest.get(4..end)?;
            self.rest = self.rest.get(end..)?;
            match kind {
                kind::BOF => self.depth += 1,
                kind::EOF => self.depth = self.depth.checked_sub(1)?,
                _ => {}
            }
            match self.depth {
                0 => return None,
                1 => return Some((kind, data)),
                _ => {}
            }
        }
    }
}

fn number(bytes: &[u8], at: usize) -> Option<u16> {
    let pair = bytes.get(at..at + 2)?;
    Some(u16::from_le_bytes(pair.try_into().ok()?))
}

fn wide(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at + 4)?;
    Some(u32::from_le_bytes(four.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len()).unwrap();
        [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
    }

    fn cell(kind: u16, numbers: &[u16], rest: &[u8]) -> Vec<u8> {
        let mut data: Vec<u8> = numbers.iter().flat_map(|one| one.to_le_bytes()).collect();
        data.extend_from_slice(rest);
        record(kind, &data)
    }

    /// A workbook of the older kind, with the built-in format, one of its own, and a chart.
    fn book(version: u16, format: &[u8]) -> Vec<u8> {
        let bof = cell(kind::BOF, &[version, 5], &[]);
        let eof = record(kind::EOF, &[]);
        let styles = [0_u16, 9, 164].map(|format| cell(kind::XF, &[0, format], &[]));
        let formats = cell(kind::FORMAT, &[164], format);
        let length = bof.len() + formats.len() + styles.concat().len() + 12 + eof.len();
        let begins = u32::try_from(length).unwrap().to_le_bytes();
        let sheet = record(kind::BOUNDSHEET, &[&begins[..], &[0; 4]].concat());
        let chart = [&bof[..], &cell(kind::NUMBER, &[7, 7, 1], &[0; 8]), &eof].concat();
        let cells = [
            cell(kind::NUMBER, &[1, 2, 1], &[0; 8]),
            cell(kind::RK, &[2, 2, 0], &[0; 4]),
            cell(kind::FORMULA, &[3, 2, 2], &[0; 16]),
            cell(kind::MULRK, &[4, 0, 0, 0, 0, 2, 0, 0], &1_u16.to_le_bytes()),
        ];
        let part = [bof.clone(), chart, cells.concat(), eof.clone()].concat();
        [bof, formats, styles.concat(), sheet, eof, part].concat()
    }

    #[test]
    fn cells_with_a_format_of_percent_are_found_in_both_kinds_of_workbook() {
        let now = [&[4, 0, 0][..], b"0.0%"].concat();
        let wide = [&[2, 0, 1][..], &[b'0', 0, b'%', 0]].concat();
        let before = [&[4][..], b"0.0%"].concat();
        for (version, format) in [(WIDE, now), (WIDE, wide), (0x0500, before)] {
            let found = Workbook::read(&book(version, &format)).unwrap();
            let mut cells: Vec<At> = found[0].iter().copied().collect();
            cells.sort_unstable();
            assert_eq!(cells, [(1, 2), (3, 2), (4, 1)]);
        }
    }

    #[test]
    fn a_workbook_that_is_cut_off_is_no_reason_to_stop() {
        let whole = book(WIDE, &[&[4, 0, 0][..], b"0.0%"].concat());
        for length in 0..whole.len() {
            let _ = Workbook::read(&whole[..length]);
        }
        assert!(percentages(&whole).is_empty(), "no container, no workbook");
    }
}
