//! The theory of change as a map: results, strategies, activities and measures in four
//! columns, with what ties them and what is missing. The same map, the same places.

mod layout;
#[cfg(test)]
mod tests;

use fluent_bundle::FluentValue;

use crate::{DataTable, Scene, text};

/// What to draw. `Key` names a box to whoever made it.
#[derive(Debug, Clone, PartialEq)]
pub struct TheoryMap<Key> {
    /// Width in points.
    pub width: f32,
    /// Size of its text.
    pub text_size: f32,
    /// Branches from top to bottom.
    pub branches: Vec<MapBranch<Key>>,
}

/// One result with all that is to move it.
#[derive(Debug, Clone, PartialEq)]
pub struct MapBranch<Key> {
    /// The result, or that there is none.
    pub result: MapNode<Key>,
    /// Its strategies, or that there is none.
    pub strategies: Vec<MapStrategy<Key>>,
    /// Its measures; a hole for an indicator that is missing stands first.
    pub measures: Vec<MapNode<Key>>,
}

/// A strategy with its activities.
#[derive(Debug, Clone, PartialEq)]
pub struct MapStrategy<Key> {
    /// The strategy, or that there is none.
    pub strategy: MapNode<Key>,
    /// Its activities, or that there is none.
    pub activities: Vec<MapActivity<Key>>,
}

/// An activity with what it moves.
#[derive(Debug, Clone, PartialEq)]
pub struct MapActivity<Key> {
    /// The activity, or that there is none.
    pub activity: MapNode<Key>,
    /// Places of its measures in [`MapBranch::measures`].
    pub moves: Vec<usize>,
}

/// One box.
#[derive(Debug, Clone, PartialEq)]
pub struct MapNode<Key> {
    /// What it stands for.
    pub key: Key,
    /// Its name; empty where the box stands for something missing.
    pub name: String,
    /// A quiet line beneath.
    pub note: String,
    /// What is missing here, in a few words; empty where nothing is.
    pub hole: String,
}

/// A map with the key of every stop.
#[derive(Debug, Clone, PartialEq)]
pub struct DrawnMap<Key> {
    /// The map.
    pub scene: Scene,
    /// Keys of its stops, in their order.
    pub keys: Vec<Key>,
}

/// Columns from left to right.
const COLUMNS: [&str; 4] = ["result", "strategy", "activity", "measure"];

/// Lays the map out.
#[must_use]
pub fn theory_map<Key: Clone>(map: &TheoryMap<Key>) -> DrawnMap<Key> {
    let mut drawn = layout::draw(map);
    drawn.scene.summary = summary(map);
    drawn.scene.table = table(map);
    drawn
}

/// Takes a branch apart into two that are drawn one after the other; none where it cannot
/// be. What nothing moves goes with the second.
#[must_use]
pub fn halves<Key: Clone>(branch: &MapBranch<Key>) -> Option<[MapBranch<Key>; 2]> {
    if branch.strategies.len() > 1 {
        let (first, second) = branch.strategies.split_at(branch.strategies.len() / 2);
        return Some(parted(branch, first.to_vec(), second.to_vec()));
    }
    let only = branch.strategies.first()?;
    if only.activities.len() > 1 {
        let (first, second) = only.activities.split_at(only.activities.len() / 2);
        let one = |activities: &[MapActivity<Key>]| {
            vec![MapStrategy {
                strategy: only.strategy.clone(),
                activities: activities.to_vec(),
            }]
        };
        return Some(parted(branch, one(first), one(second)));
    }
    if branch.measures.len() < 2 {
        return None;
    }
    let middle = branch.measures.len() / 2;
    let half = |range: std::ops::Range<usize>| MapBranch {
        result: branch.result.clone(),
        strategies: vec![MapStrategy {
            strategy: only.strategy.clone(),
            activities: only
                .activities
                .iter()
                .map(|one| MapActivity {
                    activity: one.activity.clone(),
                    moves: one
                        .moves
                        .iter()
                        .filter(|place| range.contains(place))
                        .map(|place| place - range.start)
                        .collect(),
                })
                .collect(),
        }],
        measures: branch
            .measures
            .get(range.clone())
            .unwrap_or_default()
            .to_vec(),
    };
    Some([half(0..middle), half(middle..branch.measures.len())])
}

fn parted<Key: Clone>(
    branch: &MapBranch<Key>,
    first: Vec<MapStrategy<Key>>,
    second: Vec<MapStrategy<Key>>,
) -> [MapBranch<Key>; 2] {
    let moved = |strategies: &[MapStrategy<Key>]| -> Vec<usize> {
        let activities = strategies.iter().flat_map(|one| &one.activities);
        activities.flat_map(|one| one.moves.clone()).collect()
    };
    let (of_first, of_second) = (moved(&first), moved(&second));
    let kept = |mut strategies: Vec<MapStrategy<Key>>, is_kept: &dyn Fn(usize) -> bool| {
        let places: Vec<usize> = (0..branch.measures.len())
            .filter(|at| is_kept(*at))
            .collect();
        for strategy in &mut strategies {
            for activity in &mut strategy.activities {
                let at = |old: &usize| places.iter().position(|place| place == old);
                activity.moves = activity.moves.iter().filter_map(at).collect();
            }
        }
        MapBranch {
            result: branch.result.clone(),
            strategies,
            measures: places
                .iter()
                .filter_map(|at| branch.measures.get(*at).cloned())
                .collect(),
        }
    };
    [
        kept(first, &|at| of_first.contains(&at)),
        kept(second, &|at| {
            of_second.contains(&at) || !of_first.contains(&at)
        }),
    ]
}

/// A box in words: what it is, its name, and what is missing.
fn spoken<Key>(column: usize, node: &MapNode<Key>) -> String {
    let texts = text::english();
    let kind = COLUMNS.get(column).copied().unwrap_or_default();
    let with = |id: &str, pairs: &[(&'static str, &str)]| {
        let arguments: Vec<(&str, FluentValue<'_>)> = pairs
            .iter()
            .map(|(name, value)| (*name, FluentValue::from(*value)))
            .collect();
        texts.with(id, &arguments)
    };
    let mut words = if node.name.is_empty() {
        with("map-stop-hole", &[("kind", kind), ("hole", &node.hole)])
    } else {
        with("map-stop", &[("kind", kind), ("name", &node.name)])
    };
    for more in [&node.note, &node.hole] {
        if !more.is_empty() && !node.name.is_empty() {
            words = with("map-stop-more", &[("words", &words), ("more", more)]);
        }
    }
    words
}

fn summary<Key>(map: &TheoryMap<Key>) -> String {
    let strategies = || map.branches.iter().flat_map(|branch| &branch.strategies);
    let activities = || strategies().flat_map(|one| &one.activities);
    let named = |node: &MapNode<Key>| !node.name.is_empty();
    let measures = || map.branches.iter().flat_map(|branch| &branch.measures);
    let every = map
        .branches
        .iter()
        .map(|branch| &branch.result)
        .chain(strategies().map(|one| &one.strategy))
        .chain(activities().map(|one| &one.activity))
        .chain(measures());
    let holes = every.filter(|node| !node.hole.is_empty()).count();
    let count = |found: usize| FluentValue::from(i64::try_from(found).unwrap_or(i64::MAX));
    let results = map.branches.iter().filter(|branch| named(&branch.result));
    text::english().with(
        "map-summary",
        &[
            ("results", count(results.count())),
            (
                "strategies",
                count(strategies().filter(|one| named(&one.strategy)).count()),
            ),
            (
                "activities",
                count(activities().filter(|one| named(&one.activity)).count()),
            ),
            (
                "measures",
                count(measures().filter(|one| named(one)).count()),
            ),
            ("holes", count(holes)),
        ],
    )
}

/// A row for every way from a result to a measure, and one for every measure no activity
/// of its branch moves.
fn table<Key>(map: &TheoryMap<Key>) -> DataTable {
    let texts = text::english();
    let cell = |node: &MapNode<Key>| match (node.name.as_str(), node.hole.as_str()) {
        ("", hole) => hole.to_owned(),
        (name, "") => name.to_owned(),
        (name, hole) => format!("{name} ({hole})"),
    };
    let mut rows = Vec::new();
    for branch in &map.branches {
        let result = cell(&branch.result);
        let mut moved = vec![false; branch.measures.len()];
        for strategy in &branch.strategies {
            for activity in &strategy.activities {
                let row = |measure: String| {
                    vec![
                        result.clone(),
                        cell(&strategy.strategy),
                        cell(&activity.activity),
                        measure,
                    ]
                };
                if activity.moves.is_empty() {
                    rows.push(row(String::new()));
                }
                for place in &activity.moves {
                    if let Some(is_moved) = moved.get_mut(*place) {
                        *is_moved = true;
                    }
                    rows.extend(branch.measures.get(*place).map(|one| row(cell(one))));
                }
            }
            if strategy.activities.is_empty() {
                rows.push(vec![
                    result.clone(),
                    cell(&strategy.strategy),
                    String::new(),
                    String::new(),
                ]);
            }
        }
        let unmoved = branch.measures.iter().zip(&moved).filter(|(_, is)| !**is);
        rows.extend(
            unmoved.map(|(measure, _)| {
                vec![result.clone(), String::new(), String::new(), cell(measure)]
            }),
        );
        if branch.strategies.is_empty() && branch.measures.is_empty() {
            rows.push(vec![result, String::new(), String::new(), String::new()]);
        }
    }
    DataTable {
        head: COLUMNS
            .iter()
            .map(|column| texts.get(&format!("map-head-{column}")))
            .collect(),
        rows,
    }
}
