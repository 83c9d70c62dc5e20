//! A good pattern quickly: open the cheapest way around each hidden cell that is known too
//! closely, then take back what turned out to be superfluous (after Kelly, Golden & Assad
//! 1992 and Cox 1995), and try to do without each remaining one.

use super::{grid::Grid, guard::Guard};

/// Effort spent on improvement after the first patterns, in steps of [`Guard::work`].
const EFFORT: u64 = 300_000;

/// How ways are priced. Several styles are tried: none is best on all tables.
#[derive(Debug, Clone, Copy)]
struct Style {
    /// Extra price of the largest count; smaller ones pay in proportion.
    size: u64,
    /// Extra price of a cell through which nothing can be moved; thicker ones pay less.
    thin: u64,
    /// Whether small counts are looked at first.
    is_ascending: bool,
}

/// Price of hiding any cell.
const CELL: u64 = 1_000_000;

const STYLES: [Style; 4] = [
    Style {
        size: 100_000,
        thin: 500_000,
        is_ascending: true,
    },
    Style {
        size: 100_000,
        thin: 1_000_000,
        is_ascending: false,
    },
    Style {
        size: 600_000,
        thin: 500_000,
        is_ascending: true,
    },
    Style {
        size: 0,
        thin: 200_000,
        is_ascending: false,
    },
];

/// A pattern that hides at least `fixed` and otherwise only cells; else the cell that cannot
/// be protected so.
pub(super) fn search(grid: &Grid, fixed: &[bool]) -> Result<Vec<bool>, usize> {
    let mut search = Search::new(grid, fixed);
    let mut best: Option<Guard<'_>> = None;
    for style in STYLES {
        let mut guard = Guard::new(grid, fixed);
        search.repair(&mut guard, style)?;
        search.prune(&mut guard);
        if best.as_ref().is_none_or(|best| guard.cost() < best.cost()) {
            best = Some(guard);
        }
    }
    let mut best = best.unwrap_or_else(|| Guard::new(grid, fixed));
    search.improve(&mut best);
    Ok(best.hidden().to_vec())
}

struct Search<'a> {
    grid: &'a Grid,
    fixed: &'a [bool],
    /// Cells that have to do without being hidden for now.
    is_barred: Vec<bool>,
    largest: u64,
    /// All cells, the smallest counts first.
    ascending: Vec<usize>,
}

impl<'a> Search<'a> {
    fn new(grid: &'a Grid, fixed: &'a [bool]) -> Self {
        let mut ascending: Vec<usize> = (0..grid.len()).collect();
        ascending.sort_by_key(|arc| (grid.value(*arc), *arc));
        Self {
            grid,
            fixed,
            is_barred: vec![false; grid.len()],
            largest: (0..grid.cells())
                .map(|arc| grid.value(arc))
                .fold(1, u64::max),
            ascending,
        }
    }

    fn may_hide(&self, arc: usize) -> bool {
        arc < self.grid.cells() && self.is_barred.get(arc) != Some(&true)
    }

    /// Hides cells until all hidden ones are protected.
    fn repair(&self, guard: &mut Guard<'_>, style: Style) -> Result<(), usize> {
        loop {
            if let Some(line) = guard.alone() {
                let smallest = line
                    .iter()
                    .filter(|cell| !guard.is_hidden(**cell) && self.may_hide(**cell))
                    .min_by_key(|cell| (self.grid.value(**cell), **cell));
                let only = line.iter().find(|cell| guard.is_hidden(**cell));
                // The lone cell may be protected by a hidden total; its company should still
                // help rather than need help, which the cheapest way sees to.
                if let Some(only) = only
                    && !guard.prove(*only)
                {
                    self.protect(guard, *only, style)?;
                    continue;
                }
                match (smallest, only) {
                    (Some(smallest), _) => guard.hide(*smallest),
                    (None, only) => return Err(only.copied().unwrap_or(0)),
                }
                continue;
            }
            let is_due = |arc: &usize| guard.is_hidden(*arc) && !guard.is_proved(*arc);
            let next = if style.is_ascending {
                self.ascending.iter().copied().find(is_due)
            } else {
                self.ascending.iter().rev().copied().find(is_due)
            };
            match next {
                Some(arc) => self.protect(guard, arc, style)?,
                None => return Ok(()),
            }
        }
    }

    fn protect(&self, guard: &mut Guard<'_>, arc: usize, style: Style) -> Result<(), usize> {
        let floor = self.grid.width;
        let price = |cell: usize, capacity: u64| {
            let thin = floor.saturating_sub(capacity);
            // Counts stay below 10¹², so the products fit.
            self.may_hide(cell).then(|| {
                CELL + style.size * self.grid.value(cell) / self.largest
                    + u64::try_from(u128::from(style.thin) * u128::from(thin) / u128::from(floor))
                        .unwrap_or(0)
            })
        };
        while !guard.prove(arc) {
            let cells = guard.cheapest_opening(arc, price).ok_or(arc)?;
            for cell in cells {
                guard.hide(cell);
            }
        }
        Ok(())
    }

    /// Shows again what is not needed, the largest counts first.
    fn prune(&self, guard: &mut Guard<'_>) {
        loop {
            let mut has_changed = false;
            for arc in self.ascending.iter().rev() {
                let is_extra = guard.is_hidden(*arc) && self.fixed.get(*arc) == Some(&false);
                has_changed |= is_extra && guard.show_if_safe(*arc);
            }
            if !has_changed {
                return;
            }
        }
    }

    /// Bars each cell hidden for others in turn and keeps what gets cheaper by it.
    fn improve(&mut self, guard: &mut Guard<'_>) {
        let start = guard.work();
        let mut has_changed = true;
        while has_changed {
            has_changed = false;
            let order: Vec<usize> = self.ascending.iter().rev().copied().collect();
            for arc in order {
                if !guard.is_hidden(arc) || self.fixed.get(arc) != Some(&false) {
                    continue;
                }
                for style in STYLES {
                    let mut trial = guard.clone();
                    trial.show(arc);
                    self.bar(arc, true);
                    let repaired = self.repair(&mut trial, style);
                    self.bar(arc, false);
                    let spent = trial.work();
                    if repaired.is_ok() {
                        self.prune(&mut trial);
                        if trial.cost() < guard.cost() {
                            *guard = trial;
                            has_changed = true;
                            break;
                        }
                    }
                    guard.spend(spent);
                    if guard.work() - start > EFFORT {
                        return;
                    }
                }
            }
        }
    }

    fn bar(&mut self, arc: usize, is_barred: bool) {
        if let Some(barred) = self.is_barred.get_mut(arc) {
            *barred = is_barred;
        }
    }
}
