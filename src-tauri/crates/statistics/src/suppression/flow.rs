//! What an outsider can compute: the least and the largest value a hidden cell can have in
//! any table that agrees with all that is printed.
//!
//! A table with its totals is a flow that goes round: from each row to each column along
//! the cells, from the columns over their totals to the grand total, and back to the rows
//! over theirs. Printed cells are pipes whose flow is fixed; hidden ones carry anything from
//! 0 up. How much more or less a hidden cell can carry is the largest flow that the other
//! hidden cells can take off it, so two maximum flows give its bounds, exact and in whole
//! numbers (Cox 1980; the matrix of such a network is totally unimodular).

use std::collections::VecDeque;

/// Without any limit.
pub(super) const UNLIMITED: u64 = u64::MAX;

/// A cell as a pipe between two nodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Arc {
    pub from: usize,
    pub to: usize,
    pub value: u64,
}

/// A way to pass an arc, in its direction or against it.
#[derive(Debug, Clone, Copy, Default)]
struct Step {
    arc: usize,
    node: usize,
    is_forward: bool,
}

/// All cells of a table, totals included.
#[derive(Debug, Clone)]
pub(super) struct Network {
    arcs: Vec<Arc>,
    around: Vec<Vec<Step>>,
}

impl Network {
    pub fn new(nodes: usize, arcs: Vec<Arc>) -> Self {
        let mut around = vec![Vec::new(); nodes];
        for (arc, Arc { from, to, .. }) in arcs.iter().enumerate() {
            let mut add = |at: usize, node: usize, is_forward: bool| {
                if let Some(steps) = around.get_mut(at) {
                    steps.push(Step {
                        arc,
                        node,
                        is_forward,
                    });
                }
            };
            add(*from, *to, true);
            add(*to, *from, false);
        }
        Self { arcs, around }
    }

    pub fn arcs(&self) -> &[Arc] {
        &self.arcs
    }

    fn arc(&self, arc: usize) -> Arc {
        self.arcs.get(arc).copied().unwrap_or(Arc {
            from: 0,
            to: 0,
            value: 0,
        })
    }

    fn steps(&self, node: usize) -> &[Step] {
        self.around.get(node).map_or(&[], Vec::as_slice)
    }

    /// Gives every open arc a value so that all flows add up; false where none do. The
    /// values of other arcs are kept.
    pub fn complete(&mut self, is_open: &[bool]) -> bool {
        for (arc, is_open) in self.arcs.iter_mut().zip(is_open) {
            if *is_open {
                arc.value = 0;
            }
        }
        let mut surplus = vec![0_i128; self.around.len()];
        for arc in &self.arcs {
            for (node, amount) in [(arc.to, 1), (arc.from, -1)] {
                if let Some(surplus) = surplus.get_mut(node) {
                    *surplus += amount * i128::from(arc.value);
                }
            }
        }
        let mut outsider = Outsider::new(self);
        let mut levels: Vec<u64> = self.arcs.iter().map(|arc| arc.value).collect();
        let nodes = |wanted: fn(i128) -> bool, surplus: &[i128]| {
            surplus.iter().position(|amount| wanted(*amount))
        };
        while let Some(source) = nodes(|amount| amount > 0, &surplus) {
            outsider.levels = levels;
            let sinks: Vec<usize> = (0..surplus.len())
                .filter(|node| surplus.get(*node).is_some_and(|amount| *amount < 0))
                .collect();
            let reached = sinks
                .into_iter()
                .find(|sink| outsider.reach(self, is_open, usize::MAX, source, *sink));
            let Some(sink) = reached else {
                return false;
            };
            let at = |node: usize| surplus.get(node).copied().unwrap_or(0);
            let wanted = at(source).min(-at(sink));
            let amount = outsider
                .bottleneck(sink)
                .min(u64::try_from(wanted).unwrap_or(0));
            outsider.shift(sink, amount);
            for (node, sign) in [(source, -1), (sink, 1)] {
                if let Some(surplus) = surplus.get_mut(node) {
                    *surplus += sign * i128::from(amount);
                }
            }
            levels = outsider.levels.clone();
        }
        for (arc, level) in self.arcs.iter_mut().zip(levels) {
            arc.value = level;
        }
        // Inflow and outflow match in total, so without surplus nothing lacks either.
        true
    }
}

/// Which way the value of a cell is pushed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Push {
    Up,
    Down,
}

impl Push {
    pub const BOTH: [Self; 2] = [Self::Up, Self::Down];
}

/// Someone who knows the printed cells and tries what the hidden ones may be. Keeps its
/// memory between questions, because there are thousands of them.
#[derive(Debug, Clone)]
pub(super) struct Outsider {
    /// The table that is being tried.
    levels: Vec<u64>,
    came: Vec<Option<(usize, Step)>>,
    queue: VecDeque<usize>,
    source: usize,
    work: u64,
}

impl Outsider {
    pub fn new(network: &Network) -> Self {
        Self {
            levels: Vec::new(),
            came: vec![None; network.around.len()],
            queue: VecDeque::new(),
            source: 0,
            work: 0,
        }
    }

    /// Steps looked at so far: a measure of effort that is the same on every machine.
    pub fn work(&self) -> u64 {
        self.work
    }

    /// Counts the effort of a copy that began with this one's.
    pub fn spend(&mut self, work: u64) {
        self.work = self.work.max(work);
    }

    /// How far the value of an open arc can be pushed, at most `limit`; [`UNLIMITED`] only
    /// where that is the limit and there is none.
    pub fn room(
        &mut self,
        network: &Network,
        is_open: &[bool],
        arc: usize,
        push: Push,
        limit: u64,
    ) -> u64 {
        let Arc { from, to, value } = network.arc(arc);
        self.levels.clear();
        self.levels.extend(network.arcs.iter().map(|arc| arc.value));
        // More in the arc comes back from its end to its beginning on other ways; less in it
        // takes them from its beginning to its end, as far as there is something to take.
        let (source, sink, limit) = match push {
            Push::Up => (to, from, limit),
            Push::Down => (from, to, limit.min(value)),
        };
        let mut room = 0;
        while room < limit && self.reach(network, is_open, arc, source, sink) {
            let amount = self.bottleneck(sink).min(limit - room);
            if amount == UNLIMITED {
                return UNLIMITED;
            }
            self.shift(sink, amount);
            room += amount;
        }
        room
    }

    /// Arcs that the last question moved, the one asked about left out.
    pub fn moved<'a>(&'a self, network: &'a Network) -> impl Iterator<Item = usize> + 'a {
        let levels = network.arcs.iter().zip(&self.levels).enumerate();
        levels
            .filter(|(_, (arc, level))| arc.value != **level)
            .map(|(index, _)| index)
    }

    /// Whether opening an arc could give more room after the last question ended for want of
    /// a way: it must lead out of the part that was reached.
    pub fn leads_out(&self, network: &Network, arc: usize) -> bool {
        let Arc { from, to, value } = network.arc(arc);
        match (self.is_reached(from), self.is_reached(to)) {
            (true, false) => true,
            (false, true) => value > 0,
            _ => false,
        }
    }

    fn is_reached(&self, node: usize) -> bool {
        node == self.source || matches!(self.came.get(node), Some(Some(_)))
    }

    /// The cheapest further way for the last question through arcs that are closed so far,
    /// by `price` of opening one; none where there is none. Also says what it costs.
    pub fn cheapest_opening(
        &mut self,
        network: &Network,
        is_open: &[bool],
        arc: usize,
        push: Push,
        price: impl Fn(usize, u64) -> Option<u64>,
    ) -> Option<(u64, Vec<usize>)> {
        /// Passing an open arc costs next to nothing, so that short ways win.
        const PASSING: u64 = 1;
        let Arc { from, to, .. } = network.arc(arc);
        let (source, sink) = match push {
            Push::Up => (to, from),
            Push::Down => (from, to),
        };
        let nodes = network.around.len();
        let mut costs = vec![UNLIMITED; nodes];
        let mut is_done = vec![false; nodes];
        self.came.fill(None);
        self.source = source;
        if let Some(cost) = costs.get_mut(source) {
            *cost = 0;
        }
        // Networks have few nodes and many arcs; a plain scan for the nearest is fastest.
        while let Some((cost, node)) = costs
            .iter()
            .zip(&is_done)
            .enumerate()
            .filter(|(_, (cost, is_done))| !**is_done && **cost < UNLIMITED)
            .map(|(node, (cost, _))| (*cost, node))
            .min()
        {
            if node == sink {
                break;
            }
            if let Some(is_done) = is_done.get_mut(node) {
                *is_done = true;
            }
            for step in network.steps(node) {
                self.work += 1;
                if step.arc == arc {
                    continue;
                }
                let level = self.levels.get(step.arc).copied().unwrap_or(0);
                let capacity = if step.is_forward { UNLIMITED } else { level };
                if capacity == 0 {
                    continue;
                }
                let own = if is_open.get(step.arc) == Some(&true) {
                    Some(PASSING)
                } else {
                    price(step.arc, capacity)
                };
                let Some(reached) = own.map(|own| cost.saturating_add(own)) else {
                    continue;
                };
                if let (Some(best), Some(came)) =
                    (costs.get_mut(step.node), self.came.get_mut(step.node))
                    && reached < *best
                {
                    *best = reached;
                    *came = Some((node, *step));
                }
            }
        }
        let cost = costs.get(sink).copied().filter(|cost| *cost < UNLIMITED)?;
        let opened = self
            .way(sink)
            .map(|step| step.arc)
            .filter(|arc| is_open.get(*arc) != Some(&true))
            .collect();
        Some((cost, opened))
    }

    /// Finds a way from `source` to `sink` through open arcs; leaves what was reached.
    fn reach(
        &mut self,
        network: &Network,
        is_open: &[bool],
        without: usize,
        source: usize,
        sink: usize,
    ) -> bool {
        self.came.fill(None);
        self.source = source;
        self.queue.clear();
        self.queue.push_back(source);
        while let Some(node) = self.queue.pop_front() {
            for step in network.steps(node) {
                self.work += 1;
                let Some(came) = self.came.get_mut(step.node) else {
                    continue;
                };
                if came.is_some()
                    || step.node == source
                    || step.arc == without
                    || is_open.get(step.arc) != Some(&true)
                    || !(step.is_forward || self.levels.get(step.arc) > Some(&0))
                {
                    continue;
                }
                *came = Some((node, *step));
                if step.node == sink {
                    return true;
                }
                self.queue.push_back(step.node);
            }
        }
        false
    }

    /// The steps of the way found, from its end.
    fn way(&self, sink: usize) -> impl Iterator<Item = Step> {
        let mut node = sink;
        std::iter::from_fn(move || {
            let (before, step) = self.came.get(node).copied().flatten()?;
            node = before;
            Some(step)
        })
    }

    fn bottleneck(&self, sink: usize) -> u64 {
        let against = self.way(sink).filter(|step| !step.is_forward);
        let levels = against.filter_map(|step| self.levels.get(step.arc).copied());
        levels.min().unwrap_or(UNLIMITED)
    }

    fn shift(&mut self, sink: usize, amount: u64) {
        let mut node = sink;
        while let Some((before, step)) = self.came.get(node).copied().flatten() {
            if let Some(level) = self.levels.get_mut(step.arc) {
                *level = if step.is_forward {
                    level.saturating_add(amount)
                } else {
                    level.saturating_sub(amount)
                };
            }
            node = before;
        }
    }
}
