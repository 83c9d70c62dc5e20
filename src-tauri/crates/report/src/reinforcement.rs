//! The reinforcement map as it is drawn: facts in, the map out. One strategy, all of them, or
//! a box per strategy where there are too many activities to be read at once.

use std::collections::{BTreeSet, HashMap};

use backbone_core::{
    ActivityId, MeasureId, StrategyId,
    activities::ActivityStatus,
    reporting::{Reinforcement, ReinforcingActivity},
};
use backbone_figures::{
    DrawnMap, MapArrow, MapBox, MapLane, MapShared, ReinforcementMap, reinforcement_map, text,
};

/// As many activities as can be read at once; more are shown strategy by strategy.
const MOST_AT_ONCE: usize = 40;

/// What a box of the map stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReinforcementPlace {
    /// An activity.
    Activity(ActivityId),
    /// A strategy with its activities.
    Strategy(StrategyId),
    /// Activities without a strategy.
    NoStrategy,
    /// A measure.
    Measure(MeasureId),
}

/// What of it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReinforcementView {
    /// A box per strategy.
    Overview,
    /// Every activity.
    All,
    /// Activities of one strategy, or those without, with what they are tied to elsewhere.
    Of(Option<StrategyId>),
}

impl ReinforcementView {
    /// What is shown first: all activities where they can be read at once.
    #[must_use]
    pub fn usual(facts: &Reinforcement) -> Self {
        if facts.activities.len() > MOST_AT_ONCE {
            Self::Overview
        } else {
            Self::All
        }
    }
}

/// Draws the map.
#[must_use]
pub fn reinforcement(
    facts: &Reinforcement,
    view: ReinforcementView,
    width: f32,
    text_size: f32,
) -> DrawnMap<ReinforcementPlace> {
    let map = match view {
        ReinforcementView::Overview => overview(facts),
        ReinforcementView::All => activities(facts, &|_| true),
        ReinforcementView::Of(strategy) => {
            let tied = tied(facts, strategy);
            activities(facts, &|place| tied.contains(&place))
        }
    };
    reinforcement_map(&ReinforcementMap {
        width,
        text_size,
        ..map
    })
}

/// Activities of a strategy, and others an arrow ties to them.
fn tied(facts: &Reinforcement, strategy: Option<StrategyId>) -> BTreeSet<usize> {
    let all = facts.activities.iter().enumerate();
    let own: BTreeSet<usize> = all
        .filter(|(_, one)| one.strategy == strategy)
        .map(|(place, _)| place)
        .collect();
    let mut tied = own.clone();
    for link in &facts.links {
        if own.contains(&link.from) || own.contains(&link.to) {
            tied.extend([link.from, link.to]);
        }
    }
    tied
}

/// A lane per strategy with the activities that are wanted.
fn activities(
    facts: &Reinforcement,
    is_wanted: &dyn Fn(usize) -> bool,
) -> ReinforcementMap<ReinforcementPlace> {
    let texts = text::english();
    let mut lanes = Vec::new();
    // Places in the map by places in the facts.
    let mut places: HashMap<usize, usize> = HashMap::new();
    let named = facts.strategies.iter();
    let named = named.map(|one| (Some(one.strategy.id), one.strategy.name.clone()));
    let rest = [(None, texts.get("reinforce-strategy-none"))];
    for (strategy, name) in named.chain(rest) {
        let mut boxes = Vec::new();
        for (place, one) in facts.activities.iter().enumerate() {
            if one.strategy == strategy && is_wanted(place) {
                places.insert(place, places.len());
                boxes.push(activity(one));
            }
        }
        if !boxes.is_empty() {
            lanes.push(MapLane { name, boxes });
        }
    }
    let arrows = facts.links.iter().filter_map(|link| {
        Some(MapArrow {
            from: *places.get(&link.from)?,
            to: *places.get(&link.to)?,
            is_feed: link.is_feed,
        })
    });
    let shared = facts.shared.iter().filter_map(|one| {
        let boxes: Vec<usize> = one
            .activities
            .iter()
            .filter_map(|place| places.get(place).copied())
            .collect();
        (!boxes.is_empty()).then(|| MapShared {
            key: ReinforcementPlace::Measure(one.measure.id),
            name: one.measure.name.clone(),
            boxes,
        })
    });
    ReinforcementMap {
        width: 0.0,
        text_size: 0.0,
        head: texts.get("reinforce-head-activities"),
        arrows: arrows.collect(),
        shared: shared.collect(),
        lanes,
    }
}

fn activity(facts: &ReinforcingActivity) -> MapBox<ReinforcementPlace> {
    let texts = text::english();
    let state = match facts.status {
        ActivityStatus::Planned => Some(texts.get("reinforce-box-planned")),
        ActivityStatus::Done => Some(texts.get("reinforce-box-done")),
        ActivityStatus::Active | ActivityStatus::Stopped => None,
    };
    let note: Vec<String> = state.into_iter().chain(facts.lead.clone()).collect();
    MapBox {
        key: ReinforcementPlace::Activity(facts.activity.id),
        name: facts.activity.name.clone(),
        note: note.join(" · "),
        alone: if facts.stands_alone {
            texts.get("reinforce-box-alone")
        } else {
            String::new()
        },
    }
}

/// A box per strategy, a lane per result.
fn overview(facts: &Reinforcement) -> ReinforcementMap<ReinforcementPlace> {
    let texts = text::english();
    let mut lanes: Vec<MapLane<ReinforcementPlace>> = Vec::new();
    let mut places: HashMap<Option<StrategyId>, usize> = HashMap::new();
    let of = |strategy: Option<StrategyId>, name: String| {
        let own = facts
            .activities
            .iter()
            .filter(|one| one.strategy == strategy);
        let alone = own.clone().filter(|one| one.stands_alone).count();
        MapBox {
            key: strategy.map_or(ReinforcementPlace::NoStrategy, ReinforcementPlace::Strategy),
            name,
            note: texts.with("reinforce-box-activities", &[("count", own.count().into())]),
            alone: if alone > 0 {
                texts.with("reinforce-box-alone-some", &[("count", alone.into())])
            } else {
                String::new()
            },
        }
    };
    let mut last = None;
    for one in &facts.strategies {
        let id = Some(one.strategy.id);
        places.insert(id, places.len());
        let own = of(id, one.strategy.name.clone());
        let result = one.result.as_ref().map(|result| result.id);
        match lanes.last_mut().filter(|_| last == Some(result)) {
            Some(lane) => lane.boxes.push(own),
            None => lanes.push(MapLane {
                name: one
                    .result
                    .as_ref()
                    .map(|result| result.name.clone())
                    .unwrap_or_default(),
                boxes: vec![own],
            }),
        }
        last = Some(result);
    }
    if facts.activities.iter().any(|one| one.strategy.is_none()) {
        places.insert(None, places.len());
        let name = texts.get("reinforce-strategy-none");
        lanes.push(MapLane {
            name: String::new(),
            boxes: vec![of(None, name)],
        });
    }
    let at = |place: usize| {
        let one = facts.activities.get(place)?;
        places.get(&one.strategy).copied()
    };
    // Several arrows between two strategies are one; what feeds says more than what waits.
    let mut ties: HashMap<(usize, usize), bool> = HashMap::new();
    for link in &facts.links {
        if let (Some(from), Some(to)) = (at(link.from), at(link.to))
            && from != to
        {
            *ties.entry((from, to)).or_default() |= link.is_feed;
        }
    }
    let mut arrows: Vec<MapArrow> = ties
        .into_iter()
        .map(|((from, to), is_feed)| MapArrow { from, to, is_feed })
        .collect();
    arrows.sort_by_key(|arrow| (arrow.from, arrow.to));
    let shared = facts.shared.iter().filter_map(|one| {
        let boxes = one.activities.iter().filter_map(|place| at(*place));
        let boxes: BTreeSet<usize> = boxes.collect();
        (boxes.len() > 1).then(|| MapShared {
            key: ReinforcementPlace::Measure(one.measure.id),
            name: one.measure.name.clone(),
            boxes: boxes.into_iter().collect(),
        })
    });
    ReinforcementMap {
        width: 0.0,
        text_size: 0.0,
        head: texts.get("reinforce-head-strategies"),
        arrows,
        shared: shared.collect(),
        lanes,
    }
}
