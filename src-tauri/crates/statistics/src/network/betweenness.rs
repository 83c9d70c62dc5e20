//! Betweenness by the algorithm of Brandes 2001: one search outward from every node, then
//! back along its shortest paths.

use super::graph::Graph;

/// What one search knows of a node.
#[derive(Clone, Copy, Default)]
struct Reached {
    /// Steps from the start, which itself has 1; 0 while it has not been reached.
    steps: usize,
    /// Number of shortest paths from the start.
    paths: f64,
    /// Shortest paths from the start through this node, each by its share.
    through: f64,
}

/// Normalized betweenness of every node, 0 to 1.
pub(super) fn normalized(graph: &Graph) -> Vec<f64> {
    let count = graph.len();
    let mut sums = vec![0.0; count];
    let mut reached = vec![Reached::default(); count];
    let mut last_steps = Vec::new();
    for start in 0..count {
        reached.fill(Reached::default());
        outward(graph, start, &mut reached, &mut last_steps);
        back(&last_steps, &mut reached);
        for (node, (sum, found)) in sums.iter_mut().zip(&reached).enumerate() {
            if node != start {
                *sum += found.through;
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

/// Reaches outward from `start` and writes down the last step of every shortest path, as
/// the nodes before and after it, the nearest first.
fn outward(
    graph: &Graph,
    start: usize,
    reached: &mut [Reached],
    last_steps: &mut Vec<(usize, usize)>,
) {
    last_steps.clear();
    if let Some(first) = reached.get_mut(start) {
        first.steps = 1;
        first.paths = 1.0;
    }
    let mut order = Vec::with_capacity(reached.len());
    order.push(start);
    let mut next = 0;
    while let Some(&node) = order.get(next) {
        next += 1;
        let Some(here) = reached.get(node).copied() else {
            continue;
        };
        for &other in graph.neighbors(node) {
            let Some(there) = reached.get_mut(other) else {
                continue;
            };
            if there.steps == 0 {
                there.steps = here.steps + 1;
                order.push(other);
            }
            if there.steps == here.steps + 1 {
                there.paths += here.paths;
                last_steps.push((node, other));
            }
        }
    }
}

/// Hands the share of every node back to those before it. From the farthest inward, so
/// that a node's own share is whole before it is handed on.
fn back(last_steps: &[(usize, usize)], reached: &mut [Reached]) {
    for &(before, after) in last_steps.iter().rev() {
        let Some(after) = reached.get(after).copied() else {
            continue;
        };
        if let Some(before) = reached.get_mut(before) {
            before.through += before.paths / after.paths * (1.0 + after.through);
        }
    }
}
