//! Betweenness by the algorithm of Brandes 2001: one search outward from every node, then
//! back along its shortest paths.

use super::graph::Graph;

/// What one search knows of a node.
#[derive(Clone, Copy, Default)]
struct Reached {
    /// Steps from the start; none while it has not been reached.
    steps: Option<usize>,
    /// Number of shortest paths from the start.
    paths: f64,
    /// Shortest paths from the start through this node, each by its share.
    through: f64,
}

/// Normalized betweenness of every node, 0 to 1.
pub(super) fn normalized(graph: &Graph) -> Vec<f64> {
    let count = graph.len();
    let mut sums = vec![0.0; count];
    for start in 0..count {
        let mut reached = vec![Reached::default(); count];
        let order = outward(graph, start, &mut reached);
        for &node in order.iter().rev() {
            let Some(here) = reached.get(node).copied() else {
                continue;
            };
            for &other in graph.neighbors(node) {
                if let Some(before) = reached.get_mut(other)
                    && before.steps.map(|steps| steps + 1) == here.steps
                {
                    before.through += before.paths / here.paths * (1.0 + here.through);
                }
            }
            if let Some(sum) = sums.get_mut(node).filter(|_| node != start) {
                *sum += here.through;
            }
        }
    }
    // Every path has been counted from both of its ends, so the pairs are counted twice too.
    let pairs = count.saturating_sub(1) * count.saturating_sub(2);
    if pairs > 0 {
        sums.iter_mut().for_each(|sum| *sum /= pairs as f64);
    }
    sums
}

/// Reaches outward from `start`; gives the nodes in the order they were reached.
fn outward(graph: &Graph, start: usize, reached: &mut [Reached]) -> Vec<usize> {
    let mut order = vec![start];
    if let Some(first) = reached.get_mut(start) {
        first.steps = Some(0);
        first.paths = 1.0;
    }
    let mut next = 0;
    while let Some(&node) = order.get(next) {
        next += 1;
        let Some(here) = reached.get(node).copied() else {
            continue;
        };
        let after = here.steps.map(|steps| steps + 1);
        for &other in graph.neighbors(node) {
            let Some(there) = reached.get_mut(other) else {
                continue;
            };
            if there.steps.is_none() {
                there.steps = after;
                order.push(other);
            }
            if there.steps == after {
                there.paths += here.paths;
            }
        }
    }
    order
}
