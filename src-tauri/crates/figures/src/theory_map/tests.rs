//! Maps of every size stay tidy, and what is missing is seen.

use proptest::prelude::*;

use super::*;
use crate::{Mark, Stop, typeface};

fn node(key: usize, name: &str) -> MapNode<usize> {
    MapNode {
        key,
        name: name.to_owned(),
        note: String::new(),
        hole: String::new(),
    }
}

fn hole(key: usize, words: &str) -> MapNode<usize> {
    MapNode {
        hole: words.to_owned(),
        ..node(key, "")
    }
}

/// Results with so many strategies each, so many activities each, and a measure per two
/// activities.
fn large(results: usize, strategies: usize, activities: usize) -> TheoryMap<usize> {
    let branch = |result: usize| MapBranch {
        result: node(result, "Children are ready to learn when they enter school"),
        strategies: (0..strategies)
            .map(|strategy| MapStrategy {
                strategy: node(strategy, "Bring good preschool into every neighborhood"),
                activities: (0..activities)
                    .map(|activity| MapActivity {
                        activity: node(activity, "Home visits before and after birth"),
                        moves: vec![activity / 2],
                    })
                    .collect(),
            })
            .collect(),
        measures: (0..activities.div_ceil(2))
            .map(|measure| node(measure, "Kindergarten readiness"))
            .collect(),
    };
    TheoryMap {
        width: 900.0,
        text_size: 12.0,
        branches: (0..results).map(branch).collect(),
    }
}

fn extents(scene: &Scene) -> Vec<[f32; 4]> {
    scene.stops.iter().filter_map(|stop| stop.extent).collect()
}

fn assert_tidy(drawn: &DrawnMap<usize>) {
    let scene = &drawn.scene;
    let boxes = extents(scene);
    assert_eq!(boxes.len(), drawn.keys.len(), "every box can be followed");
    for (index, a) in boxes.iter().enumerate() {
        assert!(
            a[0] >= 0.0 && a[2] <= scene.width + 0.1 && a[3] <= scene.height,
            "{a:?} lies on the canvas of {} × {}",
            scene.width,
            scene.height
        );
        for b in &boxes[index + 1..] {
            let is_apart = a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1];
            assert!(is_apart, "{a:?} and {b:?} cover each other");
        }
    }
    for mark in &scene.marks {
        let Mark::Text {
            at,
            text,
            size,
            weight,
            ..
        } = mark
        else {
            continue;
        };
        let right = at[0] + typeface::width(text, *size, *weight);
        let is_head = at[1] < boxes.iter().map(|one| one[1]).fold(f32::MAX, f32::min);
        let holds = |one: &[f32; 4]| {
            at[0] >= one[0] && right <= one[2] + 0.1 && at[1] >= one[1] && at[1] <= one[3]
        };
        assert!(
            is_head || boxes.iter().any(holds),
            "“{text}” stands in a box"
        );
    }
}

#[test]
fn a_large_map_is_tidy_and_the_same_each_time() {
    // 6 results, 20 strategies or so, 60 activities or more.
    let map = large(6, 4, 3);
    let drawn = theory_map(&map);
    assert_tidy(&drawn);
    assert_eq!(drawn, theory_map(&map));
    assert_eq!(drawn.keys.len(), 6 * (1 + 4 + 4 * 3 + 2));
}

#[test]
fn what_is_missing_is_a_box_with_a_dashed_rim_and_its_words() {
    let map = TheoryMap {
        width: 700.0,
        text_size: 12.0,
        branches: vec![MapBranch {
            result: node(1, "Ready"),
            strategies: vec![MapStrategy {
                strategy: node(2, "Preschool"),
                activities: vec![MapActivity {
                    activity: hole(3, "No activity yet"),
                    moves: Vec::new(),
                }],
            }],
            measures: vec![hole(4, "No indicator yet"), node(5, "Readiness")],
        }],
    };
    let drawn = theory_map(&map);
    assert_tidy(&drawn);
    let words: Vec<&str> = drawn
        .scene
        .stops
        .iter()
        .map(|stop| stop.words.as_str())
        .collect();
    assert_eq!(words[2], "Activity missing: No activity yet");
    assert_eq!(words[0], "Result: Ready");
    let dashed = drawn.scene.marks.iter().filter(|mark| {
        matches!(mark, Mark::Line { role: crate::Role::Signal, dash, .. } if !dash.is_empty())
    });
    assert_eq!(dashed.count(), 2);
    let first = |key: usize| {
        let at = drawn.keys.iter().position(|one| *one == key).unwrap();
        drawn.scene.stops[at].at[1]
    };
    assert!(first(4) < first(5), "a missing indicator stands first");
    assert_eq!(drawn.scene.table.rows.len(), 3);
}

#[test]
fn halves_hold_every_strategy_activity_and_measure_once() {
    let map = large(1, 3, 4);
    let [first, second] = halves(&map.branches[0]).unwrap();
    assert_eq!(first.strategies.len() + second.strategies.len(), 3);
    for half in [&first, &second] {
        for activity in half.strategies.iter().flat_map(|one| &one.activities) {
            assert!(
                activity
                    .moves
                    .iter()
                    .all(|place| *place < half.measures.len()),
                "an activity points at measures of its own half"
            );
        }
    }
    let single = large(1, 1, 1);
    assert!(halves(&single.branches[0]).is_none());
}

#[test]
fn an_empty_map_says_so_and_has_no_stops() {
    let drawn = theory_map(&TheoryMap::<usize> {
        width: 600.0,
        text_size: 12.0,
        branches: Vec::new(),
    });
    assert_eq!(drawn.scene.stops, Vec::<Stop>::new());
    assert!(drawn.scene.summary.contains("no results"));
}

proptest! {
    #[test]
    fn any_names_stay_in_their_boxes(
        names in prop::collection::vec("[a-zA-Z é學🙂]{0,80}", 1..12),
        width in 420.0f32..1400.0,
    ) {
        let strategies = names.iter().map(|name| MapStrategy {
            strategy: node(0, name),
            activities: vec![MapActivity { activity: node(1, name), moves: vec![0] }],
        });
        let map = TheoryMap {
            width,
            text_size: 11.0,
            branches: vec![MapBranch {
                result: node(2, "One"),
                strategies: strategies.collect(),
                measures: names.iter().map(|name| node(3, name)).collect(),
            }],
        };
        assert_tidy(&theory_map(&map));
    }
}
