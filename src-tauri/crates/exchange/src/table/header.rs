//! Where the column names of a table are.

use super::HeaderRow;
use super::dialect::Delimiter;
use super::rows::Rows;
use std::borrow::Cow;

/// Rows the search for the header looks at.
const HEADER_SAMPLE: usize = 50;

/// Column names; empty ones are called by their number.
pub(super) fn named<'c>(cells: impl Iterator<Item = Cow<'c, str>>) -> Vec<String> {
    let name = |(index, cell): (usize, Cow<'c, str>)| {
        if cell.is_empty() {
            format!("Column {}", index + 1)
        } else {
            cell.into_owned()
        }
    };
    cells.enumerate().map(name).collect()
}

/// Titles above a table fill fewer cells than the table has columns. A first row that
/// already holds a figure is data, so there is no header.
pub(super) fn find_header(text: &str, delimiter: Delimiter) -> HeaderRow {
    let mut rows = Rows::new(text, delimiter.byte(), 0, 1);
    let mut filled: Vec<(u32, usize, bool)> = Vec::new();
    while let Some(row) = rows.advance() {
        let cells = (0..row.width()).map(|column| row.cell(column));
        let count = cells.clone().filter(|cell| !cell.is_empty()).count();
        if count > 0 {
            filled.push((
                row.number(),
                count,
                cells.into_iter().any(|cell| is_figure(&cell)),
            ));
        }
        if filled.len() == HEADER_SAMPLE {
            break;
        }
    }
    let widest = filled.iter().map(|&(_, count, _)| count).max().unwrap_or(0);
    let first_wide = filled
        .iter()
        .find(|&&(_, count, _)| count * 10 >= widest * 6);
    match first_wide {
        Some(&(_, _, true)) => HeaderRow::None,
        Some(&(number, _, false)) => HeaderRow::At(number),
        None => HeaderRow::At(1),
    }
}

/// A number that cannot be a year, which a wide table has as a column name.
fn is_figure(cell: &str) -> bool {
    let number: Option<f64> = cell.trim_end_matches('%').parse().ok();
    let starts_like_number = cell.starts_with(|char: char| char.is_ascii_digit() || char == '-');
    starts_like_number
        && number.is_some_and(|number| number.fract() != 0.0 || !(1800.0..2200.0).contains(&number))
}
