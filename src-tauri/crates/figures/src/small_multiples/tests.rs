//! Scenes of small multiples, looked at mark by mark.

use backbone_statistics::Unit;

use super::*;
use crate::{Mark, PointState, Role, labels, typeface};

fn point(t: f64, value: Option<f64>) -> Point {
    Point {
        t,
        label: format!("{t:.0}"),
        value,
        state: match value {
            Some(_) => PointState::Final,
            None => PointState::Suppressed,
        },
        interval: None,
        note: String::new(),
    }
}

fn panel(name: &str, values: &[Option<f64>]) -> Panel {
    Panel {
        name: name.to_owned(),
        points: (2015..)
            .zip(values)
            .map(|(t, value)| point(f64::from(t), *value))
            .collect(),
    }
}

fn multiples(width: f32) -> SmallMultiples {
    SmallMultiples {
        width,
        text_size: 12.0,
        name: "Readiness".to_owned(),
        breakdown: "Race".to_owned(),
        numbers: Numbers {
            unit: Unit::Percent,
            precision: 1,
        },
        limits: Some((0.0, 100.0)),
        everyone: panel("", &[Some(44.0), Some(46.0), Some(50.0)]).points,
        panels: vec![
            panel("Black", &[Some(36.0), Some(40.0), Some(46.5)]),
            panel("White", &[Some(58.0), Some(60.0), Some(63.8)]),
            panel("American Indian", &[None, Some(36.4), None]),
            panel("Pacific Islander", &[None, None, None]),
        ],
        step: 1.0,
        breaks: Vec::new(),
        since: Some((2015.0, "2015".to_owned())),
    }
}

fn names(scene: &Scene) -> Vec<&str> {
    scene
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Text {
                text,
                role: Role::Strong,
                ..
            } => Some(text.as_str()),
            _ => None,
        })
        .collect()
}

fn rectangles(scene: &Scene) -> Vec<(String, [f32; 4])> {
    scene
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Text {
                at,
                text,
                size,
                weight,
                anchor,
                ..
            } => {
                let width = typeface::width(text, *size, *weight);
                let found = labels::rectangle(*at, *anchor, width, *size);
                Some((text.clone(), found))
            }
            _ => None,
        })
        .collect()
}

#[test]
fn groups_stand_by_their_latest_value_and_those_without_any_last() {
    let scene = small_multiples(&multiples(720.0));
    assert_eq!(
        names(&scene),
        ["White", "Black", "American Indian", "Pacific Islander"]
    );
    assert!(scene.summary.contains("White 63.8% (2017), Black 46.5%"));
    assert_eq!(scene.table.head.len(), 6);
    assert_eq!(
        scene.table.rows[1],
        ["2016", "46.0%", "60.0%", "40.0%", "36.4%", "s"]
    );
    assert_eq!(scene.stops.len(), 12);
}

#[test]
fn text_is_legible_on_the_canvas_and_apart_at_every_width() {
    for width in [200.0, 420.0, 720.0, 1400.0] {
        let scene = small_multiples(&multiples(width));
        let found = rectangles(&scene);
        for (index, (text, a)) in found.iter().enumerate() {
            assert!(
                a[0] >= -0.01 && a[2] <= scene.width + 0.01 && a[3] <= scene.height + 0.01,
                "{width}: {text} {a:?} in {} × {}",
                scene.width,
                scene.height
            );
            for (other, b) in found.iter().skip(index + 1) {
                let is_apart = a[2] <= b[0] + 0.5
                    || b[2] <= a[0] + 0.5
                    || a[3] <= b[1] + 0.5
                    || b[3] <= a[1] + 0.5;
                let is_mark = text == "s" || other == "s";
                assert!(is_apart || is_mark, "{width}: {text} {a:?}, {other} {b:?}");
            }
        }
        let sizes = scene.marks.iter().filter_map(|mark| match mark {
            Mark::Text { size, .. } => Some(*size),
            _ => None,
        });
        assert!(sizes.fold(f32::INFINITY, f32::min) >= 11.0, "legible");
    }
}

#[test]
fn what_the_source_hides_is_marked_and_named() {
    let scene = small_multiples(&multiples(720.0));
    let marks = rectangles(&scene)
        .into_iter()
        .filter(|(text, _)| text == "s");
    assert_eq!(marks.count(), 5, "two and three hidden values");
    assert!(
        rectangles(&scene)
            .iter()
            .any(|(text, _)| text == "hidden by the source")
    );
    assert!(
        rectangles(&scene)
            .iter()
            .any(|(text, _)| text == "All people")
    );
}

#[test]
fn nothing_to_draw_is_a_small_figure_and_no_panic() {
    let empty = SmallMultiples {
        panels: Vec::new(),
        everyone: Vec::new(),
        since: None,
        ..multiples(f32::NAN)
    };
    let scene = small_multiples(&empty);
    assert!(scene.marks.is_empty() && scene.height > 0.0);
    assert_eq!(scene.summary, "Readiness by Race: no values yet.");
}
