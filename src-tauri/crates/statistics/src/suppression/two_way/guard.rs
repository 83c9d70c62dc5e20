//! Whether a pattern of hidden cells protects them, and what it takes that it does.

use super::{
    super::flow::{Outsider, Push},
    grid::Grid,
};

/// A set of cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Cells(Vec<u64>);

impl Cells {
    fn of(cells: impl Iterator<Item = usize>) -> Self {
        let mut set = Self::default();
        for cell in cells {
            let (word, bit) = (cell / 64, cell % 64);
            if set.0.len() <= word {
                set.0.resize(word + 1, 0);
            }
            if let Some(word) = set.0.get_mut(word) {
                *word |= 1 << bit;
            }
        }
        set
    }

    fn has(&self, cell: usize) -> bool {
        self.0
            .get(cell / 64)
            .is_some_and(|word| word >> (cell % 64) & 1 == 1)
    }
}

/// A pattern of hidden cells, with what is known of its protection.
///
/// A cell that was found protected keeps its proof: the cells that change in the two tables
/// that lie far enough apart. It stands as long as those stay hidden.
#[derive(Debug, Clone)]
pub(super) struct Guard<'a> {
    grid: &'a Grid,
    outsider: Outsider,
    hidden: Vec<bool>,
    is_open: Vec<bool>,
    proofs: Vec<Option<Cells>>,
}

impl<'a> Guard<'a> {
    pub fn new(grid: &'a Grid, hidden: &[bool]) -> Self {
        let is_open = hidden
            .iter()
            .zip(&grid.is_published)
            .map(|(is_hidden, is_published)| *is_hidden || !is_published)
            .collect();
        Self {
            grid,
            outsider: Outsider::new(&grid.network),
            hidden: hidden.to_vec(),
            is_open,
            proofs: vec![None; grid.len()],
        }
    }

    pub fn hidden(&self) -> &[bool] {
        &self.hidden
    }

    pub fn is_hidden(&self, arc: usize) -> bool {
        self.hidden.get(arc) == Some(&true)
    }

    /// Effort so far.
    pub fn work(&self) -> u64 {
        self.outsider.work()
    }

    /// Counts effort spent on a copy.
    pub fn spend(&mut self, work: u64) {
        self.outsider.spend(work);
    }

    /// Number of hidden cells and sum of their counts: what is to be small.
    pub fn cost(&self) -> (usize, u64) {
        let hidden = (0..self.grid.len()).filter(|arc| self.is_hidden(*arc));
        hidden.fold((0, 0), |(count, sum), arc| {
            (count + 1, sum + self.grid.value(arc))
        })
    }

    pub fn hide(&mut self, arc: usize) {
        self.set(arc, true);
    }

    fn set(&mut self, arc: usize, is_hidden: bool) {
        let is_published = self.grid.is_published(arc);
        if let (Some(hidden), Some(is_open)) = (self.hidden.get_mut(arc), self.is_open.get_mut(arc))
        {
            *hidden = is_hidden && is_published;
            *is_open = is_hidden || !is_published;
        }
    }

    /// Shows a cell whatever comes of it; what it protected has to be proved again.
    pub fn show(&mut self, arc: usize) {
        self.set(arc, false);
        for proof in &mut self.proofs {
            if proof.as_ref().is_some_and(|proof| proof.has(arc)) {
                *proof = None;
            }
        }
        if let Some(proof) = self.proofs.get_mut(arc) {
            *proof = None;
        }
    }

    /// Shows a cell if all others stay protected without it.
    pub fn show_if_safe(&mut self, arc: usize) -> bool {
        if self.leaves_one_alone(arc) {
            return false;
        }
        self.set(arc, false);
        for other in 0..self.grid.len() {
            let needs = |proof: &Option<Cells>| proof.as_ref().is_none_or(|proof| proof.has(arc));
            let is_affected = self.is_hidden(other) && self.proofs.get(other).is_some_and(needs);
            if is_affected && !self.prove(other) {
                // Proofs found meanwhile do without the cell and stand all the same.
                self.set(arc, true);
                return false;
            }
        }
        if let Some(proof) = self.proofs.get_mut(arc) {
            *proof = None;
        }
        true
    }

    /// Whether a line would be left with exactly one hidden cell if this one were shown.
    fn leaves_one_alone(&self, arc: usize) -> bool {
        self.grid.lines_of(arc).any(|line| {
            let hidden = line.cells.iter().filter(|cell| self.is_hidden(**cell));
            hidden.filter(|cell| **cell != arc).count() == 1
        })
    }

    /// The only hidden cell of some line with more than one cell, with that line's cells.
    pub fn alone(&self) -> Option<&'a [usize]> {
        self.grid.lines.iter().find_map(|line| {
            let hidden = line.cells.iter().filter(|cell| self.is_hidden(**cell));
            (line.cells.len() > 1 && hidden.count() == 1).then_some(line.cells.as_slice())
        })
    }

    /// How far the value of a hidden cell can be pushed; see [`Outsider::room`].
    pub fn room(&mut self, arc: usize, push: Push, limit: u64) -> u64 {
        self.outsider
            .room(&self.grid.network, &self.is_open, arc, push, limit)
    }

    /// Whether a cell was proved to be protected.
    pub fn is_proved(&self, arc: usize) -> bool {
        matches!(self.proofs.get(arc), Some(Some(_)))
    }

    /// Whether a hidden cell is protected.
    pub fn prove(&mut self, arc: usize) -> bool {
        let floor = self.grid.width;
        let mut room = 0;
        let mut moved = Vec::new();
        for push in Push::BOTH {
            if room < floor {
                room += self.room(arc, push, floor - room);
                moved.extend(self.outsider.moved(&self.grid.network));
            }
        }
        let is_protected = room >= floor;
        if is_protected && let Some(proof) = self.proofs.get_mut(arc) {
            *proof = Some(Cells::of(moved.into_iter()));
        }
        is_protected
    }

    /// The cheapest cells to hide that give an unprotected cell more room, by `price` of a
    /// cell and of what can be moved through it at most.
    pub fn cheapest_opening(
        &mut self,
        arc: usize,
        price: impl Fn(usize, u64) -> Option<u64>,
    ) -> Option<Vec<usize>> {
        let floor = self.grid.width;
        let mut best: Option<(u64, Vec<usize>)> = None;
        for push in Push::BOTH {
            let room = self.room(arc, push, floor);
            if room >= floor || push == Push::Down && room == self.grid.value(arc) {
                continue;
            }
            let found = self.outsider.cheapest_opening(
                &self.grid.network,
                &self.is_open,
                arc,
                push,
                &price,
            );
            if let Some((cost, cells)) = found
                && best.as_ref().is_none_or(|(least, _)| cost < *least)
            {
                best = Some((cost, cells));
            }
        }
        best.map(|(_, cells)| cells)
    }

    /// What would no longer be protected if a hidden cell were shown: the cells that would
    /// be alone in their line or known too closely. A total beside hidden totals may be
    /// hidden by the rule alone; it then protects the hidden totals of its line.
    pub fn protects(&mut self, arc: usize) -> Vec<usize> {
        for other in 0..self.grid.len() {
            if self.is_hidden(other) && !self.is_proved(other) {
                self.prove(other);
            }
        }
        let mut without = self.clone();
        without.show(arc);
        let grid = self.grid;
        let hidden = |cells: &[usize]| -> Vec<usize> {
            let others = cells.iter().filter(|cell| **cell != arc);
            others
                .copied()
                .filter(|cell| self.is_hidden(*cell))
                .collect()
        };
        let mut protected: Vec<usize> = (0..grid.len())
            .filter(|other| self.is_hidden(*other) && *other != arc)
            .filter(|other| !without.is_proved(*other) && !without.prove(*other))
            .collect();
        for line in grid.lines_of(arc) {
            if let [only] = hidden(&line.cells).as_slice() {
                protected.push(*only);
            }
        }
        if protected.is_empty() {
            let margin = grid.margins.iter().find(|line| line.cells.contains(&arc));
            let all: Vec<usize> = (0..grid.len()).collect();
            protected = hidden(margin.map_or(&all, |line| &line.cells));
        }
        protected.sort_unstable();
        protected.dedup();
        protected
    }
}
