//! The pattern with the fewest hidden cells, of those the one with the fewest people, by
//! branch and bound.
//!
//! A pattern that does not protect yet names the cells of which at least one more must be
//! hidden: the rest of a line whose hidden cells are one alone or too few together, or the
//! cells that lead out of what limits a hidden cell (a minimum cut; the cutting planes of
//! Fischetti & Salazar 2001 rest on the same fact). Each of them is tried in turn and, once
//! tried, stays shown for the ones after it, so that no pattern is looked at twice.

use super::{
    super::flow::{Outsider, Push},
    grid::Grid,
};

/// Cells with totals must fit in one machine word.
const LARGEST: usize = 64;
/// Effort after which the best pattern so far has to do, in steps of [`Outsider::work`].
const EFFORT: u64 = 3_000_000;
/// The same for patterns looked at.
const PATTERNS: u64 = 20_000;

/// What the search found.
pub(super) enum Answer {
    /// A better pattern, and whether it is certainly the best.
    Better(Vec<bool>, bool),
    /// No better pattern, and whether there certainly is none.
    None(bool),
}

/// Looks for a better pattern than `found` that hides at least `fixed` and no further total.
pub(super) fn search(grid: &Grid, fixed: &[bool], found: &[bool]) -> Answer {
    if grid.len() > LARGEST {
        return Answer::None(false);
    }
    let mut search = Search::new(grid, found);
    let start = mask(fixed);
    let totals = !low_bits(grid.cells());
    search.descend(start, totals, 0);
    let is_certain = search.is_within_effort();
    match search.better {
        Some(pattern) => {
            let pattern = (0..grid.len()).map(|arc| has(pattern, arc)).collect();
            Answer::Better(pattern, is_certain)
        }
        None => Answer::None(is_certain),
    }
}

fn mask(pattern: &[bool]) -> u64 {
    let bits = pattern.iter().enumerate().filter(|(_, is_set)| **is_set);
    bits.fold(0, |mask, (bit, _)| mask | 1 << bit)
}

fn low_bits(count: usize) -> u64 {
    if count >= 64 {
        u64::MAX
    } else {
        (1 << count) - 1
    }
}

fn has(mask: u64, bit: usize) -> bool {
    mask >> bit & 1 == 1
}

fn bits(mask: u64) -> impl Iterator<Item = usize> {
    let mut left = mask;
    std::iter::from_fn(move || {
        let bit = left.trailing_zeros() as usize;
        // The lowest bit is taken off; nothing is left of 0.
        (left != 0).then(|| {
            left &= left - 1;
            bit
        })
    })
}

struct MaskedLine {
    cells: u64,
    total: usize,
}

struct Search<'a> {
    grid: &'a Grid,
    rows: Vec<MaskedLine>,
    columns: Vec<MaskedLine>,
    outsider: Outsider,
    /// Cells and people of the best pattern so far.
    best: (u32, u64),
    better: Option<u64>,
    patterns: u64,
    is_open: Vec<bool>,
}

impl<'a> Search<'a> {
    fn new(grid: &'a Grid, found: &[bool]) -> Self {
        let masked = grid.lines.iter().map(|line| MaskedLine {
            cells: line.cells.iter().fold(0, |mask, cell| mask | 1 << cell),
            total: line.total,
        });
        let mut rows: Vec<MaskedLine> = masked.collect();
        let columns = rows.split_off(rows.len() - grid.columns());
        let found = mask(found);
        let mut search = Self {
            grid,
            rows,
            columns,
            outsider: Outsider::new(&grid.network),
            best: (0, 0),
            better: None,
            patterns: 0,
            is_open: Vec::new(),
        };
        search.best = (found.count_ones(), search.people(found));
        search
    }

    fn people(&self, cells: u64) -> u64 {
        bits(cells).map(|cell| self.grid.value(cell)).sum()
    }

    fn is_within_effort(&self) -> bool {
        self.outsider.work() < EFFORT && self.patterns < PATTERNS
    }

    /// Looks through all patterns that hide `hidden` and none of `barred`; `proved` are the
    /// hidden cells known to be protected by `hidden`, as they are by any larger pattern.
    fn descend(&mut self, hidden: u64, barred: u64, proved: u64) {
        self.patterns += 1;
        if !self.is_within_effort() {
            return;
        }
        let (count, people) = (hidden.count_ones(), self.people(hidden));
        let (short_rows, row) = self.short_lines(&self.rows, hidden, barred);
        let (short_columns, column) = self.short_lines(&self.columns, hidden, barred);
        // A further cell lies in one row and one column.
        let missing = short_rows.max(short_columns);
        if !self.can_improve(count + missing, people, missing, hidden | barred) {
            return;
        }
        let choice = [row, column]
            .into_iter()
            .flatten()
            .min_by_key(|cells| cells.count_ones());
        let mut proved = proved;
        let choice = match choice {
            Some(choice) => choice,
            None => match self.unprotected(hidden, barred, &mut proved) {
                None => {
                    self.best = (count, people);
                    self.better = Some(hidden);
                    return;
                }
                Some(choice) if self.can_improve(count + 1, people, 1, hidden | barred) => choice,
                Some(_) => return,
            },
        };
        let mut cells: Vec<usize> = bits(choice).collect();
        cells.sort_by_key(|cell| (self.grid.value(*cell), *cell));
        let mut barred = barred;
        for cell in cells {
            self.descend(hidden | 1 << cell, barred, proved);
            barred |= 1 << cell;
        }
    }

    /// Whether a pattern of so many cells, the last `missing` of them not chosen yet, can
    /// still be better than the best.
    fn can_improve(&self, count: u32, people: u64, missing: u32, taken: u64) -> bool {
        if count != self.best.0 {
            return count < self.best.0;
        }
        let cells = low_bits(self.grid.cells()) & !taken;
        let mut least: Vec<u64> = match missing {
            0 => Vec::new(),
            _ => bits(cells).map(|cell| self.grid.value(cell)).collect(),
        };
        least.sort_unstable();
        let missing = usize::try_from(missing).unwrap_or(usize::MAX);
        people + least.iter().take(missing).sum::<u64>() < self.best.1
    }

    /// How many lines need a further cell whatever the others look like, and the cells that
    /// the most constrained of them can take.
    fn short_lines(&self, lines: &[MaskedLine], hidden: u64, barred: u64) -> (u32, Option<u64>) {
        let mut count = 0;
        let mut choice: Option<u64> = None;
        for line in lines {
            let inside = line.cells & hidden;
            if inside == 0 || line.cells.count_ones() == 1 {
                continue;
            }
            let is_total_printed = self.grid.is_published(line.total) && !has(hidden, line.total);
            let is_alone = inside.count_ones() == 1;
            if is_alone || is_total_printed && self.people(inside) < self.grid.width {
                count += 1;
                let free = line.cells & !hidden & !barred;
                if choice.is_none_or(|choice| free.count_ones() < choice.count_ones()) {
                    choice = Some(free);
                }
            }
        }
        (count, choice)
    }

    /// The cells of which one must be hidden for a hidden cell that is known too closely;
    /// none when all are protected.
    fn unprotected(&mut self, hidden: u64, barred: u64, proved: &mut u64) -> Option<u64> {
        let floor = self.grid.width;
        let mut is_open = std::mem::take(&mut self.is_open);
        is_open.clear();
        is_open.extend(
            (0..self.grid.len()).map(|arc| has(hidden, arc) || !self.grid.is_published(arc)),
        );
        let mut choice: Option<u64> = None;
        for arc in bits(hidden & !*proved) {
            let mut room = 0;
            let mut leads_out = 0_u64;
            for push in Push::BOTH {
                if room >= floor {
                    continue;
                }
                let more =
                    self.outsider
                        .room(&self.grid.network, &is_open, arc, push, floor - room);
                room += more;
                if room < floor && !(push == Push::Down && more == self.grid.value(arc)) {
                    let free = low_bits(self.grid.cells()) & !hidden & !barred;
                    leads_out |= bits(free)
                        .filter(|cell| self.outsider.leads_out(&self.grid.network, *cell))
                        .fold(0, |mask, cell| mask | 1 << cell);
                }
            }
            if room >= floor {
                *proved |= 1 << arc;
            } else if choice.is_none_or(|choice: u64| leads_out.count_ones() < choice.count_ones())
            {
                choice = Some(leads_out);
            }
        }
        self.is_open = is_open;
        choice
    }
}
