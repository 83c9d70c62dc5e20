//! A block of cells pasted from a spreadsheet: whether it carries its own heads, and which
//! cell goes where. A block with periods beside it and names above it is placed by them,
//! whichever way round it lies; any other block goes where the cursor is.

use backbone_core::measurement::Period;

use crate::{
    names::fold,
    periods::{self, PeriodCell, PeriodStyle, Rhythm, SingleYear},
    readings_import::is_everyone,
};

/// A pasted block and the grid it is pasted into.
#[derive(Debug, Clone)]
pub struct Block<'b> {
    /// Its cells, row by row; rows may differ in length.
    pub rows: &'b [Vec<String>],
    /// Periods of the grid, as shown from top to bottom.
    pub periods: &'b [Period],
    /// Names of the grid's columns, as shown from left to right. The first word that stands
    /// for everyone may stand for a column called otherwise.
    pub columns: &'b [String],
    /// Which of the columns is that of everyone.
    pub everyone: Option<usize>,
    /// Where the block goes that has no heads: row and column of the grid.
    pub at: (usize, usize),
    /// How many rows and columns of the grid are selected.
    pub selected: (usize, usize),
    /// What kind of period the measure is collected by.
    pub rhythm: Option<Rhythm>,
}

/// Where the cells of a block go.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Placement {
    /// The cells, each with its period and column of the grid.
    pub cells: Vec<Placed>,
    /// By which heads it was placed.
    pub heads: Heads,
    /// Periods that the grid does not show yet, in the order they are met.
    pub new_periods: Vec<Period>,
    /// Heads no column is called by; their cells are left out.
    pub unknown: Vec<String>,
    /// Columns to the right of the grid; their cells are left out.
    pub columns_beyond: usize,
    /// Rows for which no period can be told; their cells are left out.
    pub rows_beyond: usize,
}

/// One cell of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Its period.
    pub period: Period,
    /// Its column, by place in the grid.
    pub column: usize,
    /// What it holds.
    pub text: String,
}

/// The heads a block carries.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Heads {
    /// None; it goes where the cursor is.
    #[default]
    None,
    /// Periods beside it; its columns follow the cursor.
    Periods,
    /// Names above it; its rows follow the cursor.
    Names,
    /// Periods beside it and names above it, or the other way round.
    Both,
}

/// Says where the cells of a block go.
#[must_use]
pub fn place(block: &Block<'_>) -> Placement {
    let width = block.rows.iter().map(Vec::len).max().unwrap_or(0);
    if block.rows.len() == 1 && width == 1 {
        return repeated(block, 1, 1);
    }
    if let Some(headed) = headed(block, block.rows) {
        return headed;
    }
    let turned = turned(block.rows, width);
    if let Some(headed) = headed(block, &turned).filter(|found| found.heads == Heads::Both) {
        return headed;
    }
    repeated(block, block.rows.len(), width)
}

/// A block without heads; once, or as often as it fits into what is selected.
fn repeated(block: &Block<'_>, height: usize, width: usize) -> Placement {
    let times = |selected: usize, length: usize| {
        if length > 0 && selected.is_multiple_of(length) {
            selected.max(length)
        } else {
            length
        }
    };
    let (rows, columns) = (
        times(block.selected.0, height),
        times(block.selected.1, width),
    );
    let mut placement = Placement::default();
    let text = |row: usize, column: usize| {
        let found = block
            .rows
            .get(row % height.max(1))?
            .get(column % width.max(1));
        Some(found.cloned().unwrap_or_default())
    };
    for down in 0..rows {
        let Some(period) = row_period(block, block.at.0 + down) else {
            placement.rows_beyond += 1;
            continue;
        };
        note_period(block, &mut placement, period);
        for across in 0..columns {
            let column = block.at.1 + across;
            if column >= block.columns.len() {
                placement.columns_beyond = placement
                    .columns_beyond
                    .max(column + 1 - block.columns.len());
                continue;
            }
            if let Some(text) = text(down, across) {
                placement.cells.push(Placed {
                    period,
                    column,
                    text,
                });
            }
        }
    }
    placement
}

/// The period of a row, stepping on beyond the last one. Days follow no rhythm.
fn row_period(block: &Block<'_>, row: usize) -> Option<Period> {
    if let Some(period) = block.periods.get(row) {
        return Some(*period);
    }
    let last = *block.periods.last()?;
    if matches!(last, Period::Day(_)) {
        return None;
    }
    let is_oldest_first = block
        .periods
        .iter()
        .rev()
        .nth(1)
        .is_some_and(|before| *before < last);
    let steps = i32::try_from(row + 1 - block.periods.len()).ok()?;
    let period = last.step(if is_oldest_first { steps } else { -steps });
    // What cannot be read back cannot be kept either.
    Period::parse(&period.to_string())
}

fn note_period(block: &Block<'_>, placement: &mut Placement, period: Period) {
    if !block.periods.contains(&period) && !placement.new_periods.contains(&period) {
        placement.new_periods.push(period);
    }
}

/// Places a block by its own heads, if it has any.
fn headed(block: &Block<'_>, rows: &[Vec<String>]) -> Option<Placement> {
    let names = rows.first().and_then(|first| heads(block, first));
    let body = if names.is_some() {
        rows.get(1..).unwrap_or(&[])
    } else {
        rows
    };
    let periods = side(block, body, names.is_some());
    let first = usize::from(periods.is_some());
    let kind = match (&names, &periods) {
        (Some(_), Some(_)) => Heads::Both,
        (Some(_), None) => Heads::Names,
        (None, Some(_)) => Heads::Periods,
        (None, None) => return None,
    };
    let mut placement = Placement {
        heads: kind,
        ..Placement::default()
    };
    if let Some(names) = &names {
        let unknown = names.iter().skip(first).filter_map(|head| match head {
            Head::Unknown(name) => Some(name.clone()),
            _ => None,
        });
        placement.unknown = unknown.collect();
    }
    for (down, row) in body.iter().enumerate() {
        let period = match &periods {
            Some(periods) => periods.get(down).copied().flatten(),
            None => row_period(block, block.at.0 + down),
        };
        let Some(period) = period else {
            placement.rows_beyond += usize::from(row.iter().any(|cell| !cell.trim().is_empty()));
            continue;
        };
        note_period(block, &mut placement, period);
        for (across, text) in row.iter().enumerate().skip(first) {
            let column = match &names {
                Some(names) => match names.get(across) {
                    Some(Head::Column(column)) => *column,
                    _ => continue,
                },
                None => block.at.1 + across - first,
            };
            if column >= block.columns.len() {
                placement.columns_beyond = placement
                    .columns_beyond
                    .max(column + 1 - block.columns.len());
                continue;
            }
            placement.cells.push(Placed {
                period,
                column,
                text: text.clone(),
            });
        }
    }
    Some(placement)
}

/// A cell of a row of names.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Head {
    Column(usize),
    Unknown(String),
    Blank,
}

/// The first row as names of columns, where at least one is known and none is a figure.
fn heads(block: &Block<'_>, first: &[String]) -> Option<Vec<Head>> {
    let folded: Vec<String> = block.columns.iter().map(|name| fold(name)).collect();
    let found: Vec<Head> = first
        .iter()
        .map(|cell| {
            let wanted = fold(cell);
            if wanted.is_empty() {
                return Head::Blank;
            }
            let named = folded.iter().position(|name| *name == wanted);
            let named = named.or(block.everyone.filter(|_| is_everyone(&wanted)));
            named.map_or_else(|| Head::Unknown(cell.trim().to_owned()), Head::Column)
        })
        .collect();
    let knows_one = found.iter().any(|head| matches!(head, Head::Column(_)));
    let has_figure = found
        .iter()
        .zip(first)
        .skip(1)
        .any(|(head, cell)| matches!(head, Head::Unknown(_)) && looks_like_a_figure(cell));
    (knows_one && !has_figure).then_some(found)
}

/// The first column as periods, where every filled cell of it is one and something stands
/// beside them. A bare year may be a figure too: alone, it is a period only if the years
/// follow one another.
fn side(block: &Block<'_>, body: &[Vec<String>], has_names: bool) -> Option<Vec<Option<Period>>> {
    let style = PeriodStyle {
        rhythm: block.rhythm,
        single_year: Some(SingleYear::Begins),
        ..PeriodStyle::default()
    };
    let is_wide = body.iter().any(|row| row.len() > 1);
    let cells: Vec<&str> = body
        .iter()
        .map(|row| row.first().map_or("", |cell| cell.trim()))
        .collect();
    if !is_wide || cells.iter().all(|cell| cell.is_empty()) {
        return None;
    }
    let mut found = Vec::new();
    for cell in &cells {
        match periods::parse(cell, style) {
            _ if cell.is_empty() => found.push(None),
            PeriodCell::Found(period) => found.push(Some(period)),
            PeriodCell::Ambiguous(_) | PeriodCell::Unreadable => return None,
        }
    }
    let are_bare = cells
        .iter()
        .all(|cell| cell.is_empty() || cell.chars().all(|c| c.is_ascii_digit()));
    if are_bare && !has_names {
        let known: Vec<Period> = found.iter().copied().flatten().collect();
        let follow = |by: i32| {
            known
                .windows(2)
                .all(|pair| matches!(pair, [one, next] if one.step(by) == *next))
        };
        if known.len() < 2 || !(follow(1) || follow(-1)) {
            return None;
        }
    }
    Some(found)
}

fn looks_like_a_figure(cell: &str) -> bool {
    let cell = cell.trim();
    cell.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '−' | '.' | '$'))
        && cell.chars().filter(char::is_ascii_digit).count() * 2 >= cell.chars().count()
}

/// Rows as columns.
fn turned(rows: &[Vec<String>], width: usize) -> Vec<Vec<String>> {
    (0..width)
        .map(|column| {
            rows.iter()
                .map(|row| row.get(column).cloned().unwrap_or_default())
                .collect()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2024–25, 2023–24, 2022–23; everyone, Black, White.
    struct Grid {
        periods: Vec<Period>,
        columns: Vec<String>,
        at: (usize, usize),
        selected: (usize, usize),
    }

    fn grid() -> Grid {
        Grid {
            periods: [2024, 2023, 2022].map(Period::SchoolYear).to_vec(),
            columns: ["Everyone", "Black", "White"].map(str::to_owned).to_vec(),
            at: (0, 0),
            selected: (1, 1),
        }
    }

    fn pasted(grid: &Grid, text: &str) -> Placement {
        let rows: Vec<Vec<String>> = text
            .lines()
            .map(|line| line.split('|').map(str::to_owned).collect())
            .collect();
        place(&Block {
            rows: &rows,
            periods: &grid.periods,
            columns: &grid.columns,
            everyone: Some(0),
            at: grid.at,
            selected: grid.selected,
            rhythm: Some(Rhythm::SchoolYear),
        })
    }

    fn spots(placement: &Placement) -> Vec<(i32, usize, &str)> {
        let year = |period| match period {
            Period::SchoolYear(year) => year,
            _ => 0,
        };
        placement
            .cells
            .iter()
            .map(|cell| (year(cell.period), cell.column, cell.text.as_str()))
            .collect()
    }

    #[test]
    fn a_plain_block_goes_where_the_cursor_is() {
        let mut grid = grid();
        grid.at = (1, 1);
        let placement = pasted(&grid, "1|2\n3|<5");
        assert_eq!(placement.heads, Heads::None);
        assert_eq!(
            spots(&placement),
            [
                (2023, 1, "1"),
                (2023, 2, "2"),
                (2022, 1, "3"),
                (2022, 2, "<5")
            ]
        );
        assert!(placement.new_periods.is_empty());
    }

    #[test]
    fn a_block_larger_than_the_grid_names_the_periods_it_needs() {
        let mut grid = grid();
        grid.at = (2, 2);
        let placement = pasted(&grid, "1|2\n3|4\n5|6");
        assert_eq!(
            spots(&placement),
            [(2022, 2, "1"), (2021, 2, "3"), (2020, 2, "5")]
        );
        assert_eq!(placement.new_periods, [2021, 2020].map(Period::SchoolYear));
        assert_eq!(placement.columns_beyond, 1);
        grid.periods.reverse();
        let placement = pasted(&grid, "1\n2");
        assert_eq!(
            placement.new_periods,
            [Period::SchoolYear(2025)],
            "oldest first, the next one comes below"
        );
    }

    #[test]
    fn one_value_fills_what_is_selected_and_a_block_repeats_in_it() {
        let mut grid = grid();
        grid.selected = (2, 2);
        assert_eq!(
            spots(&pasted(&grid, "s")),
            [
                (2024, 0, "s"),
                (2024, 1, "s"),
                (2023, 0, "s"),
                (2023, 1, "s")
            ]
        );
        grid.selected = (3, 2);
        let placement = pasted(&grid, "1|2");
        assert_eq!(placement.cells.len(), 6, "a row, three times");
        grid.selected = (3, 1);
        let placement = pasted(&grid, "1\n2");
        assert_eq!(placement.cells.len(), 2, "two rows do not fit into three");
    }

    #[test]
    fn a_block_with_heads_is_placed_by_them() {
        let mut grid = grid();
        grid.at = (2, 2);
        let placement = pasted(
            &grid,
            "School year|White|All students|Other\n2022-23|61|50|9\n2025-26|64|53|9",
        );
        assert_eq!(placement.heads, Heads::Both);
        assert_eq!(
            spots(&placement),
            [
                (2022, 2, "61"),
                (2022, 0, "50"),
                (2025, 2, "64"),
                (2025, 0, "53")
            ]
        );
        assert_eq!(placement.unknown, ["Other"]);
        assert_eq!(placement.new_periods, [Period::SchoolYear(2025)]);
    }

    #[test]
    fn a_block_that_lies_the_other_way_is_turned() {
        let placement = pasted(
            &grid(),
            "Group|2023-24|2024-25\nBlack|43.4|46.5\nWhite|62|63.8",
        );
        assert_eq!(placement.heads, Heads::Both);
        let mut found = spots(&placement);
        found.sort_unstable();
        assert_eq!(
            found,
            [
                (2023, 1, "43.4"),
                (2023, 2, "62"),
                (2024, 1, "46.5"),
                (2024, 2, "63.8")
            ]
        );
    }

    #[test]
    fn periods_alone_or_names_alone_are_enough() {
        let mut grid = grid();
        grid.at = (0, 1);
        let placement = pasted(&grid, "2022–23|40.1\n2023–24|43.4");
        assert_eq!(placement.heads, Heads::Periods);
        assert_eq!(spots(&placement), [(2022, 1, "40.1"), (2023, 1, "43.4")]);
        grid.at = (1, 2);
        let placement = pasted(&grid, "White|Black\n62|43.4");
        assert_eq!(placement.heads, Heads::Names);
        assert_eq!(spots(&placement), [(2023, 2, "62"), (2023, 1, "43.4")]);
    }

    #[test]
    fn years_are_periods_only_where_nothing_else_makes_sense() {
        let placement = pasted(&grid(), "2022|40.1\n2023|43.4");
        assert_eq!(placement.heads, Heads::Periods, "years in a row");
        let placement = pasted(&grid(), "2022|40.1\n1987|43.4");
        assert_eq!(placement.heads, Heads::None, "counts that look like years");
        let placement = pasted(&grid(), "Year|All\n1987|43.4");
        assert_eq!(placement.heads, Heads::Both, "named above");
    }

    #[test]
    fn nothing_pasted_places_nothing() {
        assert_eq!(pasted(&grid(), ""), Placement::default());
    }
}
