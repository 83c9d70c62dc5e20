//! Ties within and between sectors.

use std::collections::BTreeSet;

use serde::Serialize;

use super::graph::Graph;
use crate::Rule;

/// The rule of this module.
pub const RULE: Rule = Rule {
    id: "sector_mixing",
    formula: "E-I index = (ties between sectors − ties within) ÷ (ties between + ties within)",
    source: "Krackhardt & Stern 1988",
};

/// Ties by the sectors they join.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Mixing {
    /// The rule.
    pub rule: Rule,
    /// Sectors in alphabetical order.
    pub sectors: Vec<String>,
    /// A row and a column for each sector: how many ties join the two. The same on both
    /// sides of the diagonal, which counts ties within a sector.
    pub ties: Vec<Vec<usize>>,
    /// Ties between sectors.
    pub external: usize,
    /// Ties within a sector.
    pub internal: usize,
    /// Ties of which at least one end has no known sector; they are counted nowhere else.
    pub unknown: usize,
    /// −1 (all within) to 1 (all between); none without a tie of known sectors.
    pub ei_index: Option<f64>,
    /// Assortativity by sector (Newman 2003): 1 where every tie stays within, 0 where sectors
    /// are tied as chance would; none without a tie of known sectors, or with one sector only.
    pub assortativity: Option<f64>,
}

/// Mixing of a graph whose nodes have these sectors; none where no sector is known.
pub(super) fn of(graph: &Graph, sectors: &[Option<&str>]) -> Option<Mixing> {
    let distinct: BTreeSet<&str> = sectors.iter().flatten().copied().collect();
    if distinct.is_empty() {
        return None;
    }
    let names: Vec<&str> = distinct.into_iter().collect();
    let position = |node: usize| -> Option<usize> {
        let sector = sectors.get(node).copied().flatten()?;
        names.binary_search(&sector).ok()
    };
    let mut ties = vec![vec![0; names.len()]; names.len()];
    let (mut external, mut internal, mut unknown) = (0, 0, 0);
    let mut count = |row: usize, column: usize| {
        if let Some(cell) = ties
            .get_mut(row)
            .and_then(|row: &mut Vec<usize>| row.get_mut(column))
        {
            *cell += 1;
        }
    };
    for (one, other) in graph.ties() {
        match position(one).zip(position(other)) {
            Some((one, other)) if one == other => {
                internal += 1;
                count(one, one);
            }
            Some((one, other)) => {
                external += 1;
                count(one, other);
                count(other, one);
            }
            None => unknown += 1,
        }
    }
    let known = external + internal;
    Some(Mixing {
        assortativity: assortativity(&ties),
        rule: RULE,
        sectors: names.into_iter().map(str::to_owned).collect(),
        ties,
        external,
        internal,
        unknown,
        ei_index: (known > 0).then(|| (external as f64 - internal as f64) / known as f64),
    })
}

/// Share of ties within, less what chance would give, ÷ the most it could be.
fn assortativity(ties: &[Vec<usize>]) -> Option<f64> {
    // Every tie has two ends; the diagonal counts its ties once.
    let ends = |(at, row): (usize, &Vec<usize>)| {
        row.iter().sum::<usize>() + row.get(at).copied().unwrap_or(0)
    };
    let by_sector: Vec<f64> = ties
        .iter()
        .enumerate()
        .map(|row| ends(row) as f64)
        .collect();
    let all: f64 = by_sector.iter().sum();
    let within: usize = ties
        .iter()
        .enumerate()
        .filter_map(|(at, row)| row.get(at))
        .sum();
    let chance: f64 = by_sector
        .iter()
        .map(|ends| (ends / all) * (ends / all))
        .sum();
    let found = (2.0 * within as f64 / all - chance) / (1.0 - chance);
    (all > 0.0 && 1.0 - chance > 1e-12).then_some(found)
}
