//! A table with its totals as a network, and which of it can be hidden.

use crate::Error;

use super::{
    super::{
        Place,
        flow::{Arc, Network},
    },
    Table,
};

/// Cells that are summed, and the total they are summed in.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub cells: Vec<usize>,
    pub total: usize,
}

/// A table. Cells are numbered row by row, then come the row totals, the column totals and
/// the grand total; the number of a cell is the number of its arc in the network.
#[derive(Debug, Clone)]
pub(super) struct Grid {
    pub network: Network,
    /// Smaller counts are hidden.
    pub floor: u64,
    /// Nothing hidden may be known more closely; never 0, since even where no count is small
    /// a source may have hidden one.
    pub width: u64,
    /// Rows, then columns.
    pub lines: Vec<Line>,
    /// The row totals and the column totals, each summed in the grand total.
    pub margins: [Line; 2],
    /// What is part of the publication; of the cells, all.
    pub is_published: Vec<bool>,
    /// Cells that came without a value.
    pub is_source: Vec<bool>,
    rows: usize,
    columns: usize,
}

impl Grid {
    pub fn new(table: &Table) -> Result<Self, Error> {
        let rows = table.cells.len();
        let columns = table.cells.first().map_or(0, Vec::len);
        check_shape(table, rows, columns)?;
        let cells = rows * columns;
        let (column_node, ends) = (|column: usize| rows + column, rows + columns);
        let mut ways = Vec::with_capacity(cells + rows + columns + 1);
        for row in 0..rows {
            ways.extend((0..columns).map(|column| (row, column_node(column))));
        }
        ways.extend((0..rows).map(|row| (ends + 1, row)));
        ways.extend((0..columns).map(|column| (column_node(column), ends)));
        ways.push((ends, ends + 1));

        let known: Vec<Option<u64>> = table
            .cells
            .iter()
            .flatten()
            .chain(&table.row_totals)
            .chain(&table.column_totals)
            .chain([&table.grand_total])
            .copied()
            .collect();
        let arcs = ways.iter().zip(&known).map(|((from, to), value)| Arc {
            from: *from,
            to: *to,
            value: value.unwrap_or(0),
        });
        let mut network = Network::new(ends + 2, arcs.collect());
        let is_unknown: Vec<bool> = known.iter().map(Option::is_none).collect();
        if !network.complete(&is_unknown) {
            return Err(Error::OutOfRange {
                what: "totals",
                why: "are not the sums of their cells; add what is missing as a row or column of its own",
            });
        }
        let (row_total, column_total, grand) = (cells, cells + rows, cells + rows + columns);
        let row_lines = (0..rows).map(|row| Line {
            cells: (row * columns..(row + 1) * columns).collect(),
            total: row_total + row,
        });
        let column_lines = (0..columns).map(|column| Line {
            cells: (0..rows).map(|row| row * columns + column).collect(),
            total: column_total + column,
        });
        Ok(Self {
            network,
            floor: table.knobs.denominator_floor,
            width: table.knobs.denominator_floor.max(1),
            lines: row_lines.chain(column_lines).collect(),
            margins: [
                Line {
                    cells: (row_total..column_total).collect(),
                    total: grand,
                },
                Line {
                    cells: (column_total..grand).collect(),
                    total: grand,
                },
            ],
            is_published: (0..=grand)
                .zip(&is_unknown)
                .map(|(arc, is_unknown)| arc < cells || !is_unknown)
                .collect(),
            is_source: (0..=grand)
                .zip(&is_unknown)
                .map(|(arc, is_unknown)| arc < cells && *is_unknown)
                .collect(),
            rows,
            columns,
        })
    }

    /// Number of cells, without totals.
    pub fn cells(&self) -> usize {
        self.rows * self.columns
    }

    /// Number of cells and totals.
    pub fn len(&self) -> usize {
        self.network.arcs().len()
    }

    pub fn columns(&self) -> usize {
        self.columns
    }

    pub fn value(&self, arc: usize) -> u64 {
        self.network.arcs().get(arc).map_or(0, |arc| arc.value)
    }

    pub fn is_published(&self, arc: usize) -> bool {
        self.is_published.get(arc) == Some(&true)
    }

    pub fn grand(&self) -> usize {
        self.cells() + self.rows + self.columns
    }

    /// The row and the column of a cell; none for a total.
    pub fn lines_of(&self, arc: usize) -> impl Iterator<Item = &Line> {
        let is_cell = arc < self.cells() && self.columns > 0;
        let at = is_cell.then(|| [arc / self.columns, self.rows + arc % self.columns]);
        at.into_iter()
            .flatten()
            .filter_map(|line| self.lines.get(line))
    }

    pub fn place(&self, arc: usize) -> Place {
        let cells = self.cells();
        if arc < cells && self.columns > 0 {
            Place::Cell {
                row: arc / self.columns,
                column: arc % self.columns,
            }
        } else if arc < cells + self.rows {
            Place::RowTotal(arc - cells)
        } else if arc < self.grand() {
            Place::ColumnTotal(arc - cells - self.rows)
        } else {
            Place::GrandTotal
        }
    }

    /// What is hidden for its own sake.
    pub fn primary(&self) -> Vec<bool> {
        (0..self.len())
            .map(|arc| {
                let is_small = self.value(arc) < self.floor;
                self.is_source.get(arc) == Some(&true) || self.is_published(arc) && is_small
            })
            .collect()
    }

    /// Hides totals beside hidden totals, by the rule for one breakdown.
    pub fn hide_totals(&self, hidden: &mut [bool]) {
        let grand = self.grand();
        loop {
            let before = hidden.to_vec();
            for line in &self.margins {
                // An outsider who lacks a total of the line cannot subtract along it.
                if !line.cells.iter().all(|total| self.is_published(*total)) {
                    continue;
                }
                let is_hidden = |arc: usize| before.get(arc) == Some(&true);
                if is_hidden(grand) || line.cells.iter().any(|total| is_hidden(*total)) {
                    self.hide_along(line, hidden);
                }
            }
            if hidden == before {
                return;
            }
        }
    }

    fn hide_along(&self, line: &Line, hidden: &mut [bool]) {
        loop {
            let (masked, open): (Vec<usize>, Vec<usize>) = line
                .cells
                .iter()
                .partition(|total| hidden.get(**total) == Some(&true));
            let sum: u64 = masked.iter().map(|total| self.value(*total)).sum();
            if masked.len() >= 2 && sum >= self.floor {
                return;
            }
            let smallest = open
                .into_iter()
                .min_by_key(|total| (self.value(*total), *total));
            let next = smallest.unwrap_or(line.total);
            if let Some(hidden) = hidden.get_mut(next) {
                *hidden = self.is_published(next);
            }
            if smallest.is_none() {
                return;
            }
        }
    }
}

fn check_shape(table: &Table, rows: usize, columns: usize) -> Result<(), Error> {
    let refused = |why| Err(Error::OutOfRange { what: "table", why });
    if rows == 0 || columns == 0 {
        return refused("has no cells");
    }
    if table.cells.iter().any(|row| row.len() != columns) {
        return refused("has rows of different lengths");
    }
    if table.row_totals.len() != rows || table.column_totals.len() != columns {
        return refused("has another number of totals than of rows or columns");
    }
    Ok(())
}
