//! Maps of every size stay tidy, and what stands alone is seen.

use proptest::prelude::*;

use super::*;
use crate::{Mark, Role, Scene, typeface};

fn one(key: usize, name: &str) -> MapBox<usize> {
    MapBox {
        key,
        name: name.to_owned(),
        note: String::new(),
        alone: String::new(),
    }
}

fn arrow(from: usize, to: usize, is_feed: bool) -> MapArrow {
    MapArrow { from, to, is_feed }
}

fn map(lanes: Vec<MapLane<usize>>) -> ReinforcementMap<usize> {
    ReinforcementMap {
        width: 960.0,
        text_size: 12.5,
        head: "Activities".to_owned(),
        lanes,
        arrows: Vec::new(),
        shared: Vec::new(),
    }
}

fn lane(first: usize, count: usize) -> MapLane<usize> {
    MapLane {
        name: "Bring good preschool into every neighborhood".to_owned(),
        boxes: (first..first + count)
            .map(|key| one(key, "Home visits before and after birth"))
            .collect(),
    }
}

fn assert_tidy(drawn: &DrawnMap<usize>) {
    let scene: &Scene = &drawn.scene;
    let boxes: Vec<[f32; 4]> = scene.stops.iter().filter_map(|stop| stop.extent).collect();
    assert_eq!(boxes.len(), drawn.keys.len(), "every box can be followed");
    for (index, a) in boxes.iter().enumerate() {
        assert!(
            a[0] >= 0.0 && a[2] <= scene.width + 0.1 && a[1] >= 0.0 && a[3] <= scene.height,
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
        if let Mark::Text {
            at,
            text,
            size,
            weight,
            ..
        } = mark
        {
            let right = at[0] + typeface::width(text, *size, *weight);
            assert!(right <= scene.width + 0.1, "“{text}” ends on the canvas");
        }
    }
}

fn extent(drawn: &DrawnMap<usize>, key: usize) -> [f32; 4] {
    let at = drawn.keys.iter().position(|one| *one == key).unwrap();
    drawn.scene.stops[at].extent.unwrap()
}

#[test]
fn what_follows_stands_to_the_right_and_says_what_carries_it() {
    let mut map = map(vec![lane(0, 3), lane(3, 2)]);
    map.arrows = vec![arrow(0, 1, true), arrow(1, 3, false)];
    map.shared = vec![MapShared {
        key: 9,
        name: "Kindergarten readiness".to_owned(),
        boxes: vec![0, 4],
    }];
    let drawn = reinforcement_map(&map);
    assert_tidy(&drawn);
    assert!(extent(&drawn, 0)[2] < extent(&drawn, 1)[0], "0 feeds 1");
    assert!(extent(&drawn, 1)[2] < extent(&drawn, 3)[0], "3 waits for 1");
    let words = |key: usize| {
        let at = drawn.keys.iter().position(|one| *one == key).unwrap();
        drawn.scene.stops[at].words.clone()
    };
    assert!(words(0).contains("Feeds Home visits"), "{}", words(0));
    assert!(words(3).contains("Waits for Home visits"), "{}", words(3));
    assert!(words(4).contains("Shares Kindergarten readiness"));
    assert!(words(9).contains("shared by 2"));
    assert_eq!(drawn.scene.table.rows.len(), 5);
}

#[test]
fn what_stands_alone_has_a_dashed_rim_and_says_so() {
    let mut map = map(vec![lane(0, 2)]);
    map.lanes[0].boxes[1].alone = "Stands alone".to_owned();
    let drawn = reinforcement_map(&map);
    assert_tidy(&drawn);
    let dashed = drawn.scene.marks.iter().filter(
        |mark| matches!(mark, Mark::Line { role: Role::Signal, dash, .. } if !dash.is_empty()),
    );
    assert_eq!(dashed.count(), 1);
    assert!(drawn.scene.stops[1].words.contains("Stands alone"));
    assert!(drawn.scene.summary.contains("1 stands alone"));
}

#[test]
fn more_layers_than_columns_still_leave_no_box_over_another() {
    let mut map = map(vec![lane(0, 30)]);
    map.arrows = (0..29).map(|from| arrow(from, from + 1, true)).collect();
    let drawn = reinforcement_map(&map);
    assert_tidy(&drawn);
    assert_eq!(drawn, reinforcement_map(&map));
}

#[test]
fn a_map_of_a_hundred_activities_is_tidy() {
    let mut map = map((0..10).map(|number| lane(number * 12, 12)).collect());
    map.arrows = (0..100)
        .map(|from| arrow(from, (from * 7 + 13) % 120, from % 3 > 0))
        .collect();
    map.shared = (0..20)
        .map(|number| MapShared {
            key: 1000 + number,
            name: "Third-grade reading".to_owned(),
            boxes: vec![number, number + 20, number + 40],
        })
        .collect();
    assert_tidy(&reinforcement_map(&map));
}

proptest! {
    #[test]
    fn any_names_and_ties_stay_on_the_canvas(
        names in prop::collection::vec("[a-zA-Z é學🙂]{0,60}", 1..14),
        ties in prop::collection::vec((0usize..16, 0usize..16, any::<bool>()), 0..20),
        width in 420.0f32..1400.0,
    ) {
        let boxes = (0..).zip(&names).map(|(key, name)| one(key, name)).collect();
        let mut map = map(vec![MapLane { name: "One".to_owned(), boxes }]);
        map.width = width;
        map.arrows = ties.iter().map(|(from, to, is_feed)| arrow(*from, *to, *is_feed)).collect();
        map.shared = ties
            .iter()
            .take(3)
            .map(|(a, b, _)| MapShared { key: 99, name: "M".to_owned(), boxes: vec![*a, *b] })
            .collect();
        assert_tidy(&reinforcement_map(&map));
    }
}
