//! Networks of every size stay legible, and the same network stands in the same places.

use proptest::prelude::*;

use super::*;
use crate::{Mark, typeface};

fn node(key: usize) -> NetworkNode<usize> {
    NetworkNode {
        key,
        name: format!("Partner number {key} of the county"),
        words: format!("Partner {key}"),
        sector: (!key.is_multiple_of(7)).then_some(key % 10),
        rank: 1.0 / (1.0 + key as f64),
        kept: None,
        is_subject: false,
    }
}

fn map(count: usize, ties: &[(usize, usize)]) -> NetworkMap<usize> {
    NetworkMap {
        width: 900.0,
        text_size: 12.0,
        nodes: (0..count).map(node).collect(),
        ties: ties
            .iter()
            .map(|(one, other)| NetworkLine {
                one: *one,
                other: *other,
                occasions: 1,
                is_bridge: false,
            })
            .collect(),
        ever: ties.to_vec(),
        sectors: (0..10).map(|sector| format!("Sector {sector}")).collect(),
        summary: String::new(),
    }
}

/// Ties that look drawn by lot but are the same each time.
fn scattered(count: usize, wanted: usize) -> Vec<(usize, usize)> {
    let mut found = std::collections::BTreeSet::new();
    let mut state = 88_172_645_463_325_252u64;
    while found.len() < wanted {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let pick = |shift: u32| usize::try_from((state >> shift) % count as u64).unwrap();
        let (one, other) = (pick(3), pick(29));
        if one != other {
            found.insert((one.min(other), one.max(other)));
        }
    }
    found.into_iter().collect()
}

fn labels(drawn: &DrawnNetwork<usize>) -> Vec<[f32; 4]> {
    let marks = &drawn.scene.marks;
    let boxes = drawn
        .nodes
        .iter()
        .flat_map(|node| &marks[node.label.clone()]);
    boxes
        .map(|mark| match mark {
            Mark::Text {
                at,
                text,
                size,
                weight,
                anchor,
                ..
            } => {
                let width = typeface::width(text, *size, *weight);
                let left = match anchor {
                    crate::Anchor::Start => at[0],
                    crate::Anchor::Middle => at[0] - width / 2.0,
                    crate::Anchor::End => at[0] - width,
                };
                [left, at[1] - size * 0.7, left + width, at[1] + size * 0.2]
            }
            other => panic!("a name is text, not {other:?}"),
        })
        .collect()
}

fn assert_tidy(drawn: &DrawnNetwork<usize>) {
    let scene = &drawn.scene;
    assert_eq!(
        scene.stops.len(),
        drawn.nodes.len(),
        "everyone can be stopped at"
    );
    for node in &drawn.nodes {
        let [x, y] = node.at;
        assert!(x.is_finite() && y.is_finite());
        assert!(
            (0.0..=scene.width).contains(&x) && (0.0..=scene.height).contains(&y),
            "{:?} lies on the canvas",
            node.at
        );
        let is_below = y > drawn.field[3];
        assert_eq!(
            is_below, node.is_isolate,
            "those without a tie stand beneath"
        );
    }
    let labels = labels(drawn);
    for (index, a) in labels.iter().enumerate() {
        assert!(
            a[0] >= -0.5 && a[2] <= scene.width + 0.5,
            "{a:?} is not cut off"
        );
        for b in &labels[index + 1..] {
            let is_apart = a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1];
            assert!(is_apart, "{a:?} and {b:?} cover each other");
        }
    }
}

#[test]
fn the_same_network_stands_in_the_same_places() {
    let map = map(40, &scattered(40, 90));
    let drawn = network_map(&map);
    assert_tidy(&drawn);
    assert_eq!(drawn, network_map(&map));
    let pinned: Vec<String> = drawn.nodes[..3]
        .iter()
        .map(|node| format!("{:.2} {:.2}", node.at[0], node.at[1]))
        .collect();
    assert_eq!(pinned, PINNED, "every machine arranges alike");
}

const PINNED: [&str; 3] = ["530.26 371.40", "837.00 516.50", "547.19 204.93"];

#[test]
fn three_hundred_partners_with_three_thousand_ties_name_the_most_central() {
    let drawn = network_map(&map(300, &scattered(300, 3_000)));
    assert_tidy(&drawn);
    let named: Vec<bool> = drawn
        .nodes
        .iter()
        .map(|node| !node.label.is_empty())
        .collect();
    assert!(
        named[..8].iter().all(|is| *is),
        "the most central are named"
    );
    assert!(!named.iter().all(|is| *is), "not all of 300 have room");
}

#[test]
fn a_few_partners_are_all_named_and_stand_apart() {
    for (count, ties) in [
        (2, vec![(0, 1)]),
        (5, vec![(0, 1), (0, 2), (0, 3), (0, 4)]),
        (6, vec![(0, 1), (2, 3), (4, 5)]),
    ] {
        let drawn = network_map(&map(count, &ties));
        assert_tidy(&drawn);
        assert!(drawn.nodes.iter().all(|node| !node.label.is_empty()));
        for (index, a) in drawn.nodes.iter().enumerate() {
            for b in &drawn.nodes[index + 1..] {
                let away = (a.at[0] - b.at[0]).hypot(a.at[1] - b.at[1]);
                assert!(away > a.radius + b.radius, "{a:?} covers {b:?}");
            }
        }
    }
}

#[test]
fn where_nobody_is_tied_only_the_row_is_drawn() {
    let drawn = network_map(&map(12, &[]));
    assert_tidy(&drawn);
    assert!(drawn.scene.height < 200.0, "{} is low", drawn.scene.height);
}

#[test]
fn a_star_has_its_center_in_the_middle_of_the_others() {
    let drawn = network_map(&map(9, &(1..9).map(|leaf| (0, leaf)).collect::<Vec<_>>()));
    let mean = |axis: usize| {
        let sum: f32 = drawn.nodes[1..].iter().map(|node| node.at[axis]).sum();
        sum / 8.0
    };
    let center = drawn.nodes[0].at;
    assert!((center[0] - mean(0)).hypot(center[1] - mean(1)) < 40.0);
}

#[test]
fn a_chosen_place_wins_and_nobody_else_moves() {
    let mut map = map(12, &scattered(12, 20));
    let before = network_map(&map);
    map.nodes[3].kept = Some([0.25, 0.4]);
    let after = network_map(&map);
    let field = after.field;
    assert_eq!(after.nodes[3].at, [225.0, field[1] + 360.0]);
    for (a, b) in before.nodes.iter().zip(&after.nodes) {
        assert!(a.key == 3 || a.at == b.at, "{} stays", a.key);
    }
}

#[test]
fn another_time_leaves_everyone_where_they_are() {
    let ties = scattered(20, 40);
    let now = network_map(&map(20, &ties));
    let mut earlier = map(20, &ties);
    earlier.ties.truncate(30);
    let earlier = network_map(&earlier);
    for (a, b) in now.nodes.iter().zip(&earlier.nodes) {
        assert!(b.is_isolate || a.at == b.at, "{} keeps its place", a.key);
    }
}

#[test]
fn a_bridge_is_marked_by_more_than_color_and_explained() {
    let mut map = map(4, &[(0, 1), (1, 2), (2, 0), (2, 3)]);
    map.ties[3].is_bridge = true;
    let drawn = network_map(&map);
    let bridge = drawn.ties.last().unwrap();
    assert_eq!((bridge.one, bridge.other), (2, 3), "bridges lie on top");
    assert_eq!(bridge.marks.len(), 2, "a line with a bar across");
    let says = |words: &str| {
        let texts = drawn.scene.marks.iter();
        texts
            .filter(|mark| matches!(mark, Mark::Text { text, .. } if text == words))
            .count()
    };
    assert_eq!(says("The only tie between two parts"), 1);
}

#[test]
fn ten_sectors_are_told_apart_without_color() {
    let mut seen = std::collections::BTreeSet::new();
    for sector in (0..10).map(Some).chain([None]) {
        let mut marks = Vec::new();
        shapes::push(&mut marks, sector, [0.0, 0.0], 5.0);
        assert!(
            seen.insert(format!("{marks:?}")),
            "{sector:?} looks like another"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_network_is_tidy(
        count in 0usize..30,
        raw in prop::collection::vec((0usize..30, 0usize..30), 0..60),
        width in 420.0f32..1400.0,
    ) {
        let ties: std::collections::BTreeSet<(usize, usize)> = raw
            .into_iter()
            .filter(|(one, other)| one < other && *other < count)
            .collect();
        let ties: Vec<(usize, usize)> = ties.into_iter().collect();
        let mut map = map(count, &ties);
        map.width = width;
        assert_tidy(&network_map(&map));
    }
}
