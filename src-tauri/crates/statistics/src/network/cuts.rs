//! Ties and nodes whose loss leaves a network in more pieces, by the depth-first search of
//! Hopcroft and Tarjan 1973. It keeps its own stack, so that a long chain cannot exhaust
//! the program's.

use std::collections::BTreeSet;

use super::graph::Graph;

/// What holds a network together.
pub(super) struct Cuts {
    /// Bridges, the smaller position first, in rising order.
    pub(super) ties: Vec<(usize, usize)>,
    /// Articulation points, in rising order.
    pub(super) nodes: Vec<usize>,
}

/// A node on the way down.
struct Step {
    node: usize,
    parent: Option<usize>,
    /// Which neighbor comes next.
    next: usize,
}

/// When a node was entered, and the earliest node that it and those below it reach by one
/// tie that is not on the way down.
#[derive(Clone, Copy)]
struct Mark {
    entered: usize,
    earliest: usize,
}

pub(super) fn find(graph: &Graph) -> Cuts {
    let mut search = Search {
        graph,
        marks: vec![None; graph.len()],
        clock: 0,
        ties: BTreeSet::new(),
        nodes: BTreeSet::new(),
    };
    for root in 0..graph.len() {
        search.below(root);
    }
    Cuts {
        ties: search.ties.into_iter().collect(),
        nodes: search.nodes.into_iter().collect(),
    }
}

struct Search<'a> {
    graph: &'a Graph,
    marks: Vec<Option<Mark>>,
    clock: usize,
    ties: BTreeSet<(usize, usize)>,
    nodes: BTreeSet<usize>,
}

impl Search<'_> {
    /// Searches all that `root` reaches, where it has not been reached yet.
    fn below(&mut self, root: usize) {
        if self.mark(root).is_some() {
            return;
        }
        let mut branches = 0;
        let mut way = vec![self.enter(root, None)];
        while let Some(step) = way.last_mut() {
            let (node, parent) = (step.node, step.parent);
            if let Some(&other) = self.graph.neighbors(node).get(step.next) {
                step.next += 1;
                match self.mark(other) {
                    _ if Some(other) == parent => {}
                    Some(mark) => self.reach(node, mark.entered),
                    None => way.push(self.enter(other, Some(node))),
                }
                continue;
            }
            way.pop();
            if let Some(parent) = parent {
                branches += usize::from(parent == root);
                self.leave(node, parent, root);
            }
        }
        // Nothing lies above the root: it holds together what hangs on it.
        if branches > 1 {
            self.nodes.insert(root);
        }
    }

    fn mark(&self, node: usize) -> Option<Mark> {
        self.marks.get(node).copied().flatten()
    }

    fn enter(&mut self, node: usize, parent: Option<usize>) -> Step {
        if let Some(mark) = self.marks.get_mut(node) {
            *mark = Some(Mark {
                entered: self.clock,
                earliest: self.clock,
            });
        }
        self.clock += 1;
        Step {
            node,
            parent,
            next: 0,
        }
    }

    fn reach(&mut self, node: usize, entered: usize) {
        if let Some(Some(mark)) = self.marks.get_mut(node) {
            mark.earliest = mark.earliest.min(entered);
        }
    }

    /// Goes back up from `node`, all of whose neighbors are done.
    fn leave(&mut self, node: usize, parent: usize, root: usize) {
        let (Some(here), Some(above)) = (self.mark(node), self.mark(parent)) else {
            return;
        };
        self.reach(parent, here.earliest);
        if here.earliest > above.entered {
            self.ties.insert((node.min(parent), node.max(parent)));
        }
        if parent != root && here.earliest >= above.entered {
            self.nodes.insert(parent);
        }
    }
}
