//! Which activity carries which, as a map: lanes of boxes, each box to the right of what feeds
//! it or comes before it, arrows between them, and at the right the measures that several are
//! meant to move. What is tied to nothing has a dashed rim. The same map, the same places.

mod layers;
mod layout;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use fluent_bundle::FluentValue;

use crate::{DataTable, DrawnMap, text};

/// What to draw. `Key` names a box to whoever made it.
#[derive(Debug, Clone, PartialEq)]
pub struct ReinforcementMap<Key> {
    /// Width in points.
    pub width: f32,
    /// Size of its text.
    pub text_size: f32,
    /// What stands over the boxes.
    pub head: String,
    /// Lanes from top to bottom.
    pub lanes: Vec<MapLane<Key>>,
    /// Ties between boxes, which are counted through the lanes.
    pub arrows: Vec<MapArrow>,
    /// Measures several boxes share.
    pub shared: Vec<MapShared<Key>>,
}

/// Boxes that belong together.
#[derive(Debug, Clone, PartialEq)]
pub struct MapLane<Key> {
    /// What they belong to; may be empty.
    pub name: String,
    /// The boxes.
    pub boxes: Vec<MapBox<Key>>,
}

/// One box.
#[derive(Debug, Clone, PartialEq)]
pub struct MapBox<Key> {
    /// What it stands for.
    pub key: Key,
    /// Its name.
    pub name: String,
    /// A quiet line beneath, or empty.
    pub note: String,
    /// That it stands alone, in a few words, or empty.
    pub alone: String,
}

/// From one box to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MapArrow {
    /// The box that comes first.
    pub from: usize,
    /// The box that follows.
    pub to: usize,
    /// Whether the first feeds the second; otherwise the second waits for it.
    pub is_feed: bool,
}

/// A measure several boxes are to move.
#[derive(Debug, Clone, PartialEq)]
pub struct MapShared<Key> {
    /// What it stands for.
    pub key: Key,
    /// Its name.
    pub name: String,
    /// The boxes.
    pub boxes: Vec<usize>,
}

/// Lays a map out. An arrow or measure that names a box that is not there is left out.
#[must_use]
pub fn reinforcement_map<Key: Clone>(map: &ReinforcementMap<Key>) -> DrawnMap<Key> {
    let mut drawn = layout::draw(map);
    drawn.scene.summary = summary(map);
    drawn.scene.table = table(map);
    drawn
}

impl<Key> ReinforcementMap<Key> {
    fn boxes(&self) -> impl Iterator<Item = &MapBox<Key>> {
        self.lanes.iter().flat_map(|lane| &lane.boxes)
    }
}

fn summary<Key>(map: &ReinforcementMap<Key>) -> String {
    let count = |found: usize| FluentValue::from(i64::try_from(found).unwrap_or(i64::MAX));
    let alone = map.boxes().filter(|one| !one.alone.is_empty()).count();
    text::english().with(
        "reinforce-summary",
        &[
            ("boxes", count(map.boxes().count())),
            ("links", count(map.arrows.len())),
            ("shared", count(map.shared.len())),
            ("alone", count(alone)),
        ],
    )
}

/// What a box is to others, a sentence each.
fn ties<Key>(map: &ReinforcementMap<Key>, place: usize, names: &[&str]) -> Vec<String> {
    let of = |others: BTreeSet<usize>| {
        let named = others.iter().filter_map(|other| names.get(*other).copied());
        named.collect::<Vec<_>>().join(", ")
    };
    let out = |is_feed: bool| {
        let mine = move |one: &&MapArrow| one.from == place && one.is_feed == is_feed;
        of(map.arrows.iter().filter(mine).map(|one| one.to).collect())
    };
    let into = |is_feed: bool| {
        let mine = move |one: &&MapArrow| one.to == place && one.is_feed == is_feed;
        of(map.arrows.iter().filter(mine).map(|one| one.from).collect())
    };
    let shared: Vec<&str> = map
        .shared
        .iter()
        .filter(|one| one.boxes.contains(&place))
        .map(|one| one.name.as_str())
        .collect();
    [
        ("feeds", out(true)),
        ("before", out(false)),
        ("fed", into(true)),
        ("after", into(false)),
        ("moves", shared.join(", ")),
    ]
    .into_iter()
    .filter(|(_, names)| !names.is_empty())
    .map(|(tie, names)| {
        text::english().with(&format!("reinforce-stop-{tie}"), &[("names", names.into())])
    })
    .collect()
}

/// A row for every box.
fn table<Key>(map: &ReinforcementMap<Key>) -> DataTable {
    let texts = text::english();
    let names: Vec<&str> = map.boxes().map(|one| one.name.as_str()).collect();
    let mut rows = Vec::new();
    let mut place = 0;
    for lane in &map.lanes {
        for one in &lane.boxes {
            let followers: BTreeSet<usize> = map
                .arrows
                .iter()
                .filter(|arrow| arrow.from == place)
                .map(|arrow| arrow.to)
                .collect();
            let followers = followers.iter().filter_map(|to| names.get(*to).copied());
            let shared = map.shared.iter().filter(|one| one.boxes.contains(&place));
            let shared: Vec<&str> = shared.map(|one| one.name.as_str()).collect();
            rows.push(vec![
                lane.name.clone(),
                if one.alone.is_empty() {
                    one.name.clone()
                } else {
                    format!("{} ({})", one.name, one.alone)
                },
                followers.collect::<Vec<_>>().join(", "),
                shared.join(", "),
            ]);
            place += 1;
        }
    }
    DataTable {
        head: ["strategy", "name", "feeds", "shares"]
            .iter()
            .map(|column| texts.get(&format!("reinforce-table-{column}")))
            .collect(),
        rows,
    }
}
