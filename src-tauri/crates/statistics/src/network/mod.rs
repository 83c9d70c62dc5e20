//! F9: who works with whom. An undirected network from ties such as joint attendance and
//! joint activities, where every pair is tied once or not at all. This module owns what is
//! said of the whole; the modules below it find the parts.

mod betweenness;
mod cuts;
mod graph;
pub mod mixing;
#[cfg(test)]
mod tests;

use serde::Serialize;

use crate::{Error, Rule};
use graph::Graph;
use mixing::Mixing;

/// The rule of this module.
pub const RULE: Rule = Rule {
    id: "network",
    formula: "density = 2E ÷ (n(n − 1)); degree centralization = Σ(largest degree − degree) ÷ \
              ((n − 1)(n − 2)); betweenness = share of shortest paths between two others that \
              lead through a node, ÷ ((n − 1)(n − 2) ÷ 2)",
    source: "Freeman 1978; Brandes 2001",
};

/// Fewer nodes have no density.
pub const LEAST_NODES: usize = 2;
/// Fewer nodes have no centralization: any tie is in the middle.
pub const CENTRALIZED_FROM: usize = 3;

/// A node to look at, tied or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node<K> {
    /// What the caller calls it: a name or an identifier.
    pub name: K,
    /// Its sector, where that is known.
    pub sector: Option<String>,
}

/// The answer of the rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// There is a network to speak of.
    Described,
    /// Fewer than two nodes.
    TooFewNodes,
}

/// What is said of one node.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Place<K> {
    /// Which.
    pub name: K,
    /// Its sector, where that is known.
    pub sector: Option<String>,
    /// With how many others it is tied.
    pub degree: usize,
    /// Normalized betweenness, 0 to 1.
    pub betweenness: f64,
    /// Position of its component in [`Network::components`].
    pub component: usize,
    /// Whether taking it away leaves more components than there are.
    pub is_articulation: bool,
}

/// The network. Nodes stand in the order they were given, then in that of the ties.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Network<K> {
    /// The rule.
    pub rule: Rule,
    /// The answer.
    pub answer: Answer,
    /// Number of ties, each pair counted once.
    pub ties: usize,
    /// Share of possible ties that exist, 0 to 1; none with fewer than two nodes.
    pub density: Option<f64>,
    /// Degree centralization, 0 (all alike) to 1 (a star); none with fewer than three nodes.
    pub centralization: Option<f64>,
    /// Nodes that reach each other, the largest component first; an isolate is one of its own.
    pub components: Vec<Vec<K>>,
    /// Ties whose loss leaves more components than there are.
    pub bridges: Vec<(K, K)>,
    /// Nodes whose loss leaves more components than there are.
    pub articulation_points: Vec<K>,
    /// Nodes without a tie.
    pub isolates: Vec<K>,
    /// Ties within and between sectors; none where no sector is known.
    pub mixing: Option<Mixing>,
    /// Every node.
    pub nodes: Vec<Place<K>>,
    /// Number of points it rests on: the nodes.
    pub points: usize,
}

/// Describes the network of `nodes` and `ties`. A tie may be given twice or both ways round
/// and may name a node that is not in `nodes`; it is then one of unknown sector.
///
/// # Errors
/// A node that is given twice, a tie of a node with itself.
pub fn describe<K: Clone + Ord>(nodes: &[Node<K>], ties: &[(K, K)]) -> Result<Network<K>, Error> {
    let (names, graph) = Graph::of(nodes, ties)?;
    let name = |index: &usize| names.get(*index).map(|name| (*name).clone());
    let named = |indexes: &[usize]| -> Vec<K> { indexes.iter().filter_map(name).collect() };
    let count = graph.len();
    let components = graph.components();
    let cuts = cuts::find(&graph);
    let mut places: Vec<Place<K>> = names
        .iter()
        .zip(betweenness::normalized(&graph))
        .enumerate()
        .map(|(index, (name, betweenness))| Place {
            name: (*name).clone(),
            sector: nodes.get(index).and_then(|node| node.sector.clone()),
            degree: graph.degree(index),
            betweenness,
            component: 0,
            is_articulation: cuts.nodes.binary_search(&index).is_ok(),
        })
        .collect();
    for (position, component) in components.iter().enumerate() {
        for index in component {
            if let Some(place) = places.get_mut(*index) {
                place.component = position;
            }
        }
    }
    let sectors: Vec<Option<&str>> = places.iter().map(|place| place.sector.as_deref()).collect();
    let isolates: Vec<usize> = (0..count).filter(|node| graph.degree(*node) == 0).collect();
    Ok(Network {
        rule: RULE,
        answer: match count < LEAST_NODES {
            true => Answer::TooFewNodes,
            false => Answer::Described,
        },
        ties: graph.ties().count(),
        density: density(&graph),
        centralization: centralization(&graph),
        components: components.iter().map(|nodes| named(nodes)).collect(),
        bridges: cuts
            .ties
            .iter()
            .filter_map(|(one, other)| name(one).zip(name(other)))
            .collect(),
        articulation_points: named(&cuts.nodes),
        isolates: named(&isolates),
        mixing: mixing::of(&graph, &sectors),
        nodes: places,
        points: count,
    })
}

fn density(graph: &Graph) -> Option<f64> {
    let count = graph.len() as f64;
    (graph.len() >= LEAST_NODES)
        .then(|| 2.0 * graph.ties().count() as f64 / (count * (count - 1.0)))
}

fn centralization(graph: &Graph) -> Option<f64> {
    let degrees = || (0..graph.len()).map(|node| graph.degree(node));
    let largest = degrees().max()?;
    let missing: usize = degrees().map(|degree| largest - degree).sum();
    let count = graph.len() as f64;
    (graph.len() >= CENTRALIZED_FROM).then(|| missing as f64 / ((count - 1.0) * (count - 2.0)))
}
