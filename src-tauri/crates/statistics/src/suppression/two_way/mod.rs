//! Two breakdowns crossed, with the totals of rows and columns.
//!
//! Which cells to hide beside the small ones is a search for the pattern with the fewest
//! hidden cells, of those the one with the fewest people in them. It is known to be hard in
//! general, so a quick way finds a good pattern ([`greedy`]) and, for tables of up to 64
//! cells with totals, a bounded search shows that no smaller one exists or finds it
//! ([`exact`]).

mod exact;
mod greedy;
mod grid;
mod guard;
#[cfg(test)]
mod tests;

use serde::Serialize;

use crate::{Error, Rule};

use super::{
    Bounds, Figure, Hidden, Knobs, Place, Reason, Seen, TWO_WAY,
    flow::{Push, UNLIMITED},
    knobs::{check, check_count},
    reasons::log_count,
};
use grid::Grid;
use guard::Guard;

/// A table of counts of people.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Table {
    /// Floor of the audience; the table has no events, its other knobs are not used.
    pub knobs: Knobs,
    /// Rows of equal length; none where the source hides a count.
    pub cells: Vec<Vec<Option<u64>>>,
    /// Totals of the rows; none where one is not published.
    pub row_totals: Vec<Option<u64>>,
    /// Totals of the columns; none where one is not published.
    pub column_totals: Vec<Option<u64>>,
    /// Total of all; none where it is not published.
    pub grand_total: Option<u64>,
}

impl Table {
    /// A table whose totals are all published, as far as its cells give them.
    #[must_use]
    pub fn with_totals(knobs: Knobs, cells: Vec<Vec<Option<u64>>>) -> Self {
        let columns = cells.first().map_or(0, Vec::len);
        let column =
            |column: usize| sum(cells.iter().map(|row| row.get(column).copied().flatten()));
        Self {
            knobs,
            row_totals: cells.iter().map(|row| sum(row.iter().copied())).collect(),
            column_totals: (0..columns).map(column).collect(),
            grand_total: sum(cells.iter().flatten().copied()),
            cells,
        }
    }
}

fn sum(mut cells: impl Iterator<Item = Option<u64>>) -> Option<u64> {
    // Too large a sum is refused later, as too large a count.
    cells.try_fold(0_u64, |sum, cell| Some(sum.saturating_add(cell?)))
}

/// How far protection had to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Every cell may be printed.
    NothingHidden,
    /// Cells are hidden, every published total is printed.
    CellsHidden,
    /// Totals are hidden too.
    TotalsHidden,
    /// The table cannot be protected: nothing of it may be printed.
    EverythingHidden,
}

/// A protected table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TwoWay {
    /// The rule.
    pub rule: Rule,
    /// What it looked at.
    pub inputs: Table,
    /// How far protection had to go.
    pub outcome: Outcome,
    /// Whether it is certain that no pattern hides fewer cells beside the hidden totals.
    pub is_fewest: bool,
    /// The cells as a reader sees them, by row.
    pub cells: Vec<Vec<Seen<u64>>>,
    /// The totals of the rows; none where not published.
    pub row_totals: Vec<Option<Seen<u64>>>,
    /// The totals of the columns; none where not published.
    pub column_totals: Vec<Option<Seen<u64>>>,
    /// The total of all; none where not published.
    pub grand_total: Option<Seen<u64>>,
    /// All that is hidden, and why.
    pub hidden: Vec<Hidden>,
    /// Number of cells whose count is known.
    pub points: usize,
}

/// Protects a table with its totals.
///
/// Cells and totals below the floor are hidden. Beside hidden totals others are hidden by
/// the rule for one breakdown. Then other cells are, as few as possible, until no row or
/// column has exactly one hidden cell, printed total or not, and nothing hidden is known to
/// within less than the floor. A row or column of one cell is exempt of the first: there its
/// total is hidden with it. Counts are people, whole numbers from 0 on.
///
/// # Errors
/// Knobs that cannot be meant, no cells, rows of different lengths, counts larger than any
/// number of people, totals that are not the sums of their cells.
pub fn table(inputs: Table) -> Result<TwoWay, Error> {
    check(&inputs.knobs)?;
    let counts = inputs.cells.iter().flatten();
    counts
        .chain(&inputs.row_totals)
        .chain(&inputs.column_totals)
        .chain([&inputs.grand_total])
        .flatten()
        .try_for_each(|count| check_count("count", *count))?;
    let grid = Grid::new(&inputs)?;
    let primary = grid.primary();
    let mut fixed = primary.clone();
    let (hidden, is_fewest) = loop {
        grid.hide_totals(&mut fixed);
        match search(&grid, &fixed) {
            Ok(found) => break found,
            Err(stuck) => {
                let totals = totals_to_hide(&grid, &fixed, stuck);
                if totals.is_empty() {
                    break (vec![true; grid.len()], false);
                }
                for total in totals {
                    if let Some(slot) = fixed.get_mut(total) {
                        *slot = true;
                    }
                }
            }
        }
    };
    Ok(answer(inputs, &grid, &primary, hidden, is_fewest))
}

/// The best pattern found that hides at least `fixed` and no further total; else the cell
/// that cannot be protected so. Also says whether it is certainly the best.
fn search(grid: &Grid, fixed: &[bool]) -> Result<(Vec<bool>, bool), usize> {
    let found = greedy::search(grid, fixed)?;
    Ok(match exact::search(grid, fixed, &found) {
        exact::Answer::Better(pattern, is_certain) => (pattern, is_certain),
        exact::Answer::None(is_certain) => (found, is_certain),
    })
}

/// The fewest and smallest totals that give a cell more room once they are hidden, or else
/// the smallest one left.
fn totals_to_hide(grid: &Grid, fixed: &[bool], stuck: usize) -> Vec<usize> {
    let can_hide = |arc: &usize| {
        *arc >= grid.cells() && grid.is_published(*arc) && fixed.get(*arc) == Some(&false)
    };
    let price = |arc: usize, _| {
        // Totals stay below 10¹², so a few of them never cost more than one more of them.
        const TOTAL: u64 = 1 << 50;
        match arc < grid.cells() {
            true => Some(1),
            false => can_hide(&arc).then(|| TOTAL + grid.value(arc)),
        }
    };
    let opened = Guard::new(grid, fixed).cheapest_opening(stuck, price);
    let totals: Vec<usize> = opened.into_iter().flatten().filter(can_hide).collect();
    if !totals.is_empty() {
        return totals;
    }
    (grid.cells()..grid.len())
        .filter(can_hide)
        .min_by_key(|total| (grid.value(*total), *total))
        .into_iter()
        .collect()
}

fn answer(
    inputs: Table,
    grid: &Grid,
    primary: &[bool],
    hidden: Vec<bool>,
    is_fewest: bool,
) -> TwoWay {
    let is_hidden = |arc: usize| hidden.get(arc) == Some(&true);
    let are_hidden = |mut arcs: std::ops::Range<usize>| arcs.any(is_hidden);
    let outcome = if (0..grid.len()).all(|arc| is_hidden(arc) || !grid.is_published(arc)) {
        Outcome::EverythingHidden
    } else if are_hidden(grid.cells()..grid.len()) {
        Outcome::TotalsHidden
    } else if are_hidden(0..grid.cells()) {
        Outcome::CellsHidden
    } else {
        Outcome::NothingHidden
    };
    let mut guard = Guard::new(grid, &hidden);
    let seen: Vec<Option<Seen<u64>>> = (0..grid.len())
        .map(|arc| {
            if !grid.is_published(arc) {
                return None;
            }
            let value = grid.value(arc);
            if !is_hidden(arc) {
                return Some(Seen::Shown { value });
            }
            let reason = if grid.is_source.get(arc) == Some(&true) {
                Reason::HiddenBySource
            } else if primary.get(arc) == Some(&true) {
                Reason::TooFewPeople
            } else {
                let protects = guard.protects(arc);
                let protects = protects.into_iter().map(|arc| grid.place(arc)).collect();
                Reason::Complementary { protects }
            };
            let [up, down] = Push::BOTH.map(|push| guard.room(arc, push, UNLIMITED));
            Some(Seen::Hidden {
                reason,
                bounds: Some(Bounds {
                    lower: value.saturating_sub(down),
                    upper: (up != UNLIMITED).then(|| value.saturating_add(up)),
                }),
            })
        })
        .collect();

    let mut log = Vec::new();
    for (arc, seen) in seen.iter().enumerate() {
        if let Some(seen) = seen {
            log_count(&mut log, grid.place(arc), Figure::People, seen);
        }
    }
    let mut answer = TwoWay {
        rule: TWO_WAY,
        outcome,
        is_fewest,
        cells: vec![Vec::new(); inputs.cells.len()],
        row_totals: Vec::new(),
        column_totals: Vec::new(),
        grand_total: None,
        hidden: log,
        points: inputs.cells.iter().flatten().flatten().count(),
        inputs,
    };
    for (arc, seen) in seen.into_iter().enumerate() {
        match (grid.place(arc), seen) {
            (Place::Cell { row, .. }, Some(seen)) => {
                if let Some(row) = answer.cells.get_mut(row) {
                    row.push(seen);
                }
            }
            (Place::RowTotal(_), seen) => answer.row_totals.push(seen),
            (Place::ColumnTotal(_), seen) => answer.column_totals.push(seen),
            (_, seen) => answer.grand_total = seen,
        }
    }
    answer
}
