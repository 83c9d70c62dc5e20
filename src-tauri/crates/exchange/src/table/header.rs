//! Where the column names of a table are, and what they are.

use super::HeaderRow;
use super::dialect::Delimiter;
use super::rows::Rows;
use crate::periods::{self, PeriodCell, PeriodStyle};
use std::collections::HashMap;

/// Rows the search for the header looks at.
const HEADER_SAMPLE: usize = 50;

/// The names of the columns.
#[derive(Debug, Clone, Default)]
pub(super) struct Heads {
    /// One a column, none empty, none twice.
    pub names: Vec<String>,
    /// Two columns are called the same in the file.
    pub has_repeated: bool,
    lines: Vec<[String; 2]>,
}

impl Heads {
    /// From the row of the names and the row above it.
    pub fn read(above: &[String], row: &[String]) -> Self {
        let uppers = upper_line(above, row);
        let width = row.len().max(uppers.len());
        let mut heads = Self::default();
        let mut times: HashMap<String, usize> = HashMap::new();
        for column in 0..width {
            let upper = uppers.get(column).cloned().unwrap_or_default();
            let own = row.get(column).cloned().unwrap_or_default();
            let name = match (upper.as_str(), own.as_str()) {
                ("", "") => format!("Column {}", column + 1),
                ("", name) | (name, "") => name.to_owned(),
                (upper, own) => format!("{upper} {own}"),
            };
            let time = times.entry(name.clone()).or_default();
            *time += 1;
            heads.has_repeated |= *time > 1;
            heads.names.push(match *time {
                1 => name,
                time => format!("{name} ({time})"),
            });
            heads.lines.push([upper, own]);
        }
        heads
    }

    /// Columns without names.
    pub fn unnamed(width: usize) -> Self {
        Self::read(&[], &vec![String::new(); width])
    }

    /// Both lines of a name.
    pub fn lines(&self, column: usize) -> [&str; 2] {
        let lines = self.lines.get(column);
        lines.map_or(["", ""], |[upper, own]| [upper.as_str(), own.as_str()])
    }
}

/// The upper line of two-line names, each text carried on over the columns it spans. Empty
/// where the row above is a title or a note: an upper line stands right of the first
/// column and holds several periods, or tells apart what the lower line repeats.
fn upper_line(above: &[String], row: &[String]) -> Vec<String> {
    let beyond_first = || above.iter().skip(1).filter(|cell| !cell.is_empty());
    if beyond_first().next().is_none() {
        return Vec::new();
    }
    let repeats = |cell: &&String| {
        !cell.is_empty() && row.iter().filter(|other| other == cell).take(2).count() == 2
    };
    let periods = beyond_first()
        .filter(|cell| is_period(cell))
        .take(2)
        .count();
    if periods < 2 && !row.iter().any(|cell| repeats(&cell)) {
        return Vec::new();
    }
    let width = above.len().max(row.len());
    let mut carried = String::new();
    let mut line = Vec::with_capacity(width);
    for column in 0..width {
        if let Some(cell) = above.get(column).filter(|cell| !cell.is_empty()) {
            carried.clone_from(cell);
        }
        let has_own = row.get(column).is_some_and(|cell| !cell.is_empty());
        let is_given = above.get(column).is_some_and(|cell| !cell.is_empty());
        line.push(match has_own || is_given {
            true => carried.clone(),
            false => String::new(),
        });
    }
    line
}

fn is_period(text: &str) -> bool {
    let read = periods::parse(text, PeriodStyle::default());
    !matches!(read, PeriodCell::Unreadable)
}

/// A row as the search sees it.
struct Sighted {
    number: u32,
    cells: Vec<String>,
    has_figure: bool,
}

impl Sighted {
    fn count(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }
}

/// Titles above a table fill fewer cells than the table has columns. A first row that
/// already holds a figure is data, so there is no header.
pub(super) fn find_header(text: &str, delimiter: Delimiter) -> HeaderRow {
    let mut rows = Rows::new(text, delimiter.byte(), 0, 1);
    let mut filled: Vec<Sighted> = Vec::new();
    while let Some(row) = rows.advance() {
        let cells = row.texts();
        if !cells.is_empty() {
            filled.push(Sighted {
                number: row.number(),
                has_figure: cells.iter().any(|cell| is_figure(cell)),
                cells,
            });
        }
        if filled.len() == HEADER_SAMPLE {
            break;
        }
    }
    let widest = filled.iter().map(Sighted::count).max().unwrap_or(0);
    let Some(at) = filled.iter().position(|row| row.count() * 10 >= widest * 6) else {
        return HeaderRow::At(1);
    };
    match (filled.get(at), filled.get(at + 1)) {
        (Some(first), _) if first.has_figure => HeaderRow::None,
        (Some(first), Some(next)) if is_lower_line(first, next) => HeaderRow::At(next.number),
        (Some(first), _) => HeaderRow::At(first.number),
        (None, _) => HeaderRow::At(1),
    }
}

/// The second line of names that the first leaves gaps for: it fills every gap, holds no
/// figure, and repeats itself as "N, %, N, %" does.
fn is_lower_line(first: &Sighted, next: &Sighted) -> bool {
    let gaps: Vec<usize> = (1..next.cells.len())
        .filter(|&column| first.cells.get(column).is_none_or(String::is_empty))
        .collect();
    let is_filled = |&column: &usize| next.cells.get(column).is_some_and(|cell| !cell.is_empty());
    let repeats = next.cells.iter().any(|cell| {
        !cell.is_empty() && next.cells.iter().filter(|other| *other == cell).count() > 1
    });
    next.number == first.number + 1
        && !next.has_figure
        && !gaps.is_empty()
        && gaps.iter().all(is_filled)
        && repeats
}

/// A number that cannot be a year, which a wide table has as a column name.
fn is_figure(cell: &str) -> bool {
    let number: Option<f64> = cell.trim_end_matches('%').parse().ok();
    let starts_like_number = cell.starts_with(|char: char| char.is_ascii_digit() || char == '-');
    starts_like_number
        && number.is_some_and(|number| number.fract() != 0.0 || !(1800.0..2200.0).contains(&number))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heads(text: &str) -> (HeaderRow, Vec<String>) {
        let header = find_header(text, Delimiter::Comma);
        let HeaderRow::At(number) = header else {
            return (header, Vec::new());
        };
        let mut rows = Rows::new(text, b',', 0, 1);
        let mut above = Vec::new();
        while rows.position().1 < number {
            above = rows.advance().unwrap().texts();
        }
        let row = rows.advance().unwrap().texts();
        (header, Heads::read(&above, &row).names)
    }

    #[test]
    fn names_in_two_lines_are_put_together() {
        for text in [
            ",2023-24,,2024-25,\nGroup,N,%,N,%\nBlack,10,46.4,12,47\n",
            "Group,2023-24,,2024-25,\n,N,%,N,%\nBlack,10,46.4,12,47\n",
        ] {
            let (header, names) = heads(text);
            assert_eq!(header, HeaderRow::At(2), "{text}");
            assert_eq!(
                names,
                ["Group", "2023-24 N", "2023-24 %", "2024-25 N", "2024-25 %"]
            );
        }
        let (_, names) = heads("Readiness,,\nYear,Group,Value\n2024-25,Black,57.5\n");
        assert_eq!(
            names,
            ["Year", "Group", "Value"],
            "a title is no line of names"
        );
    }

    #[test]
    fn a_name_that_comes_again_is_told_apart() {
        let (_, names) = heads("Year,Value,Value\n2024-25,57.5,58\n");
        assert_eq!(names, ["Year", "Value", "Value (2)"]);
    }
}
