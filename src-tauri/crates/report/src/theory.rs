//! The theory of change as window and paper draw it: facts in, the map out.

use backbone_core::{
    ActivityId, MeasureId, ResultId, StrategyId,
    measurement::MeasureKind,
    reporting::{Hole, TheoryActivity, TheoryBranch, TheoryMeasure},
};
use backbone_figures::{
    DrawnMap, MapActivity, MapBranch, MapNode, MapStrategy, TheoryMap, text, theory_map,
};

/// What a box of the map stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TheoryPlace {
    /// A result.
    Result(ResultId),
    /// A strategy.
    Strategy(StrategyId),
    /// An activity.
    Activity(ActivityId),
    /// A measure.
    Measure(MeasureId),
    /// Something that is missing.
    Missing(Hole),
    /// The place of what belongs under no result.
    NoResult,
}

/// Draws the map of some branches.
#[must_use]
pub fn theory(branches: &[TheoryBranch], width: f32, text_size: f32) -> DrawnMap<TheoryPlace> {
    theory_map(&TheoryMap {
        width,
        text_size,
        branches: branches.iter().map(branch).collect(),
    })
}

/// A branch as the map takes it.
pub(crate) fn branch(facts: &TheoryBranch) -> MapBranch<TheoryPlace> {
    let texts = text::english();
    let mut measures: Vec<MapNode<TheoryPlace>> = Vec::new();
    if let Some(result) = facts.result.as_ref().filter(|_| !facts.has_indicator) {
        measures.push(missing(Hole::ResultWithoutIndicator(result.id)));
    }
    let offset = measures.len();
    measures.extend(facts.measures.iter().map(|one| measure(facts, one)));
    let activities = |all: &[TheoryActivity]| -> Vec<MapActivity<TheoryPlace>> {
        let place = |id: &MeasureId| {
            let mut measures = facts.measures.iter();
            let found = measures.position(|one| one.measure.id == *id)?;
            Some(found + offset)
        };
        all.iter()
            .map(|one| MapActivity {
                activity: activity(one),
                moves: one.measures.iter().filter_map(place).collect(),
            })
            .collect()
    };
    let mut strategies: Vec<MapStrategy<TheoryPlace>> = facts
        .strategies
        .iter()
        .map(|one| {
            let id = one.strategy.id;
            MapStrategy {
                strategy: node(TheoryPlace::Strategy(id), &one.strategy.name),
                activities: if one.activities.is_empty() {
                    vec![MapActivity {
                        activity: missing(Hole::StrategyWithoutActivity(id)),
                        moves: Vec::new(),
                    }]
                } else {
                    activities(&one.activities)
                },
            }
        })
        .collect();
    if let Some(first) = facts.loose.first() {
        strategies.push(MapStrategy {
            strategy: missing(Hole::ActivityWithoutStrategy(first.activity.id)),
            activities: activities(&facts.loose),
        });
    }
    let result = match &facts.result {
        Some(result) => {
            if strategies.is_empty() {
                strategies.push(MapStrategy {
                    strategy: missing(Hole::ResultWithoutStrategy(result.id)),
                    activities: Vec::new(),
                });
            }
            MapNode {
                note: facts.population.clone(),
                ..node(TheoryPlace::Result(result.id), &result.name)
            }
        }
        None => node(TheoryPlace::NoResult, &texts.get("map-none-result")),
    };
    MapBranch {
        result,
        strategies,
        measures,
    }
}

fn node(key: TheoryPlace, name: &str) -> MapNode<TheoryPlace> {
    MapNode {
        key,
        name: name.to_owned(),
        note: String::new(),
        hole: String::new(),
    }
}

fn missing(hole: Hole) -> MapNode<TheoryPlace> {
    MapNode {
        hole: words(hole),
        ..node(TheoryPlace::Missing(hole), "")
    }
}

/// What is missing, in the few words of a box.
fn words(hole: Hole) -> String {
    text::english().get(&format!("hole-{}", hole.code()))
}

fn activity(facts: &TheoryActivity) -> MapNode<TheoryPlace> {
    let lead = facts.lead.clone().unwrap_or_default();
    MapNode {
        note: if lead.is_empty() {
            lead
        } else {
            text::english().with("map-lead", &[("partner", lead.into())])
        },
        hole: if facts.measures.is_empty() {
            words(Hole::ActivityWithoutMeasure(facts.activity.id))
        } else {
            String::new()
        },
        ..node(
            TheoryPlace::Activity(facts.activity.id),
            &facts.activity.name,
        )
    }
}

fn measure(branch: &TheoryBranch, facts: &TheoryMeasure) -> MapNode<TheoryPlace> {
    let texts = text::english();
    let id = facts.measure.id;
    let hole = if facts.is_own && branch.result.is_none() {
        words(Hole::MeasureWithoutResult(id))
    } else if facts.is_fed {
        String::new()
    } else {
        words(Hole::MeasureUnfed(id))
    };
    MapNode {
        note: if !facts.is_own {
            texts.get("map-other-result")
        } else if facts.kind == MeasureKind::Performance {
            texts.get("map-performance")
        } else {
            String::new()
        },
        hole,
        ..node(TheoryPlace::Measure(id), &facts.measure.name)
    }
}
