//! A sheet on its way to being text: cells are put at their place, and everything between
//! them is left blank, so that rows are numbered as in the sheet.

use super::TableError;

/// More text than this is no table of figures but a file made to exhaust the memory.
const LONGEST: usize = 1 << 30;

/// Comma-separated text with every cell at its place.
#[derive(Debug, Default)]
pub(super) struct SheetText {
    text: String,
    row: u32,
    column: u32,
}

impl SheetText {
    /// Puts a cell at its row and column, from 0. Empty cells are left out. Answers whether
    /// its place still lies ahead; cells come row by row, from left to right.
    pub fn put(&mut self, row: u32, column: u32, cell: &str) -> Result<bool, TableError> {
        if cell.is_empty() {
            return Ok(true);
        }
        if (row, column) < (self.row, self.column) {
            return Ok(false);
        }
        while self.row < row {
            self.text.push('\n');
            self.row += 1;
            self.column = 0;
        }
        while self.column < column {
            self.text.push(',');
            self.column += 1;
        }
        push_quoted(&mut self.text, cell);
        if self.text.len() > LONGEST {
            return Err(TableError::TooLarge);
        }
        Ok(true)
    }

    /// The text, with the end of its last row.
    pub fn finish(mut self) -> String {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text
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

/// A stored number as text that reads one way only: three digits behind the point could
/// be taken for a group, four cannot. Fifteen digits, as spreadsheets show them.
pub(crate) fn figure(number: f64) -> String {
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    let text = rounded.to_string();
    match text.split_once('.') {
        Some((_, fraction)) if fraction.len() == 3 => format!("{text}0"),
        _ => text,
    }
}

/// A stored share as the percentage that its cell shows: 0.532 as `53.2%`.
pub(super) fn percentage(share: f64) -> String {
    format!("{}%", figure(share * 100.0))
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
        assert_eq!(percentage(0.532), "53.2%");
        assert_eq!(percentage(0.07), "7%", "no dust of binary fractions");
    }

    #[test]
    fn cells_keep_their_place_in_the_sheet() {
        let mut sheet = SheetText::default();
        for (row, column, cell) in [
            (2, 1, "Year, school"),
            (2, 2, "Value"),
            (3, 0, ""),
            (3, 2, "57"),
        ] {
            assert!(sheet.put(row, column, cell).unwrap());
        }
        assert!(!sheet.put(1, 0, "late").unwrap(), "its place is past");
        assert_eq!(sheet.finish(), "\n\n,\"Year, school\",Value\n,,57\n");
    }
}
