//! A simple undirected graph over positions: who is tied to whom, and who reaches whom.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::Node;
use crate::Error;

/// Neighbors by node, in rising order.
pub(super) struct Graph {
    neighbors: Vec<Vec<usize>>,
}

impl Graph {
    /// The graph of `nodes` and `ties`, and what its nodes are called: first the nodes as
    /// given, then those only ties name.
    pub(super) fn of<'a, K: Ord>(
        nodes: &'a [Node<K>],
        ties: &'a [(K, K)],
    ) -> Result<(Vec<&'a K>, Self), Error> {
        let mut names: Vec<&K> = nodes.iter().map(|node| &node.name).collect();
        let mut positions: BTreeMap<&K, usize> =
            (0..).zip(&names).map(|(at, name)| (*name, at)).collect();
        if positions.len() < names.len() {
            return Err(Error::OutOfRange {
                what: "nodes",
                why: "name one node twice",
            });
        }
        let mut pairs = BTreeSet::new();
        for (one, other) in ties {
            if one == other {
                return Err(Error::OutOfRange {
                    what: "ties",
                    why: "join a node with itself",
                });
            }
            let mut position = |name: &'a K| {
                *positions.entry(name).or_insert_with(|| {
                    names.push(name);
                    names.len() - 1
                })
            };
            let (one, other) = (position(one), position(other));
            pairs.insert((one.min(other), one.max(other)));
        }
        let mut neighbors = vec![Vec::new(); names.len()];
        for (one, other) in pairs {
            for (from, to) in [(one, other), (other, one)] {
                if let Some(list) = neighbors.get_mut(from) {
                    list.push(to);
                }
            }
        }
        neighbors.iter_mut().for_each(|list| list.sort_unstable());
        Ok((names, Self { neighbors }))
    }

    /// Number of nodes.
    pub(super) fn len(&self) -> usize {
        self.neighbors.len()
    }

    /// Nodes tied to `node`.
    pub(super) fn neighbors(&self, node: usize) -> &[usize] {
        self.neighbors.get(node).map_or(&[], Vec::as_slice)
    }

    pub(super) fn degree(&self, node: usize) -> usize {
        self.neighbors(node).len()
    }

    /// Every tie once, the smaller position first.
    pub(super) fn ties(&self) -> impl Iterator<Item = (usize, usize)> {
        self.neighbors.iter().enumerate().flat_map(|(one, list)| {
            let later = list.iter().filter(move |other| **other > one);
            later.map(move |other| (one, *other))
        })
    }

    /// Nodes that reach each other, in rising order; the largest component first, and of
    /// equals the one with the first node.
    pub(super) fn components(&self) -> Vec<Vec<usize>> {
        let mut is_seen = vec![false; self.len()];
        let mut visit = |node: usize| {
            is_seen
                .get_mut(node)
                .is_some_and(|seen| !std::mem::replace(seen, true))
        };
        let mut found = Vec::new();
        for start in 0..self.len() {
            if !visit(start) {
                continue;
            }
            let mut open = VecDeque::from([start]);
            let mut component = Vec::new();
            while let Some(node) = open.pop_front() {
                component.push(node);
                open.extend(self.neighbors(node).iter().filter(|other| visit(**other)));
            }
            component.sort_unstable();
            found.push(component);
        }
        found.sort_by_key(|component| std::cmp::Reverse(component.len()));
        found
    }
}
