//! Scenes of line charts, looked at mark by mark.

use backbone_statistics::Unit;
use proptest::prelude::*;

use super::*;

fn point(t: f64, value: Option<f64>, state: PointState) -> Point {
    Point {
        t,
        label: format!("{t:.0}"),
        value,
        state,
        interval: None,
        note: String::new(),
    }
}

fn readings(values: &[f64]) -> Vec<Point> {
    (2015..)
        .zip(values)
        .map(|(t, value)| point(f64::from(t), Some(*value), PointState::Final))
        .collect()
}

fn chart(points: Vec<Point>) -> LineChart {
    LineChart {
        size: (760.0, 270.0),
        text_size: 11.0,
        name: "Kindergarten readiness".to_owned(),
        numbers: Numbers {
            unit: Unit::Percent,
            precision: 1,
        },
        limits: Some((0.0, 100.0)),
        ticks: points
            .iter()
            .map(|point| Tick {
                t: point.t,
                label: point.label.clone(),
            })
            .collect(),
        baseline: points.first().cloned(),
        targets: vec![point(2027.0, Some(60.0), PointState::Final)],
        points,
        step: 1.0,
        comparisons: Vec::new(),
        has_path: true,
        annotations: Vec::new(),
        control: Vec::new(),
        signals: Vec::new(),
        forecast: None,
        breaks: Vec::new(),
        flags: Vec::new(),
        caution: String::new(),
    }
}

fn texts(scene: &Scene) -> Vec<(&str, [f32; 4])> {
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
                Some((text.as_str(), labels::rectangle(*at, *anchor, width, *size)))
            }
            _ => None,
        })
        .collect()
}

/// Everything finite and on the canvas, no two texts over each other.
fn check(scene: &Scene) -> Result<(), TestCaseError> {
    let is_inside = |[x, y]: [f32; 2]| {
        (-0.01..=scene.width + 0.01).contains(&x) && (-0.01..=scene.height + 0.01).contains(&y)
    };
    for mark in &scene.marks {
        let corners = match mark {
            Mark::Line { points, .. } | Mark::Area { points, .. } => points.clone(),
            Mark::Dot { at, radius, .. } => vec![
                [at[0] - radius, at[1] - radius],
                [at[0] + radius, at[1] + radius],
            ],
            Mark::Text { at, .. } => vec![*at],
        };
        prop_assert!(corners.into_iter().all(is_inside), "outside: {mark:?}");
    }
    let texts = texts(scene);
    for (index, (text, a)) in texts.iter().enumerate() {
        prop_assert!(
            is_inside([a[0], a[1] + 1.0]) && is_inside([a[2], a[3]]),
            "outside: {text} {a:?}"
        );
        for (other, b) in texts.iter().skip(index + 1) {
            let apart = a[2] <= b[0] + 0.01
                || b[2] <= a[0] + 0.01
                || a[3] <= b[1] + 0.01
                || b[3] <= a[1] + 0.01;
            prop_assert!(apart, "“{text}” {a:?} lies over “{other}” {b:?}");
        }
    }
    let is_monotone = scene.stops.windows(2).all(|pair| match pair {
        [before, after] => before.at[0] <= after.at[0],
        _ => true,
    });
    prop_assert!(is_monotone, "stops run from left to right");
    for row in &scene.table.rows {
        prop_assert_eq!(
            row.len(),
            scene.table.head.len(),
            "rows are as long as the head"
        );
    }
    Ok(())
}

fn any_points(most: usize) -> impl Strategy<Value = Vec<Point>> {
    let value = prop_oneof![
        6 => (0.0..100.0f64).prop_map(Some),
        1 => Just(None),
        1 => prop_oneof![Just(0.0), Just(100.0), Just(50.0)].prop_map(Some),
    ];
    prop::collection::vec((value, 0u8..8, any::<bool>()), 0..most).prop_map(|values| {
        (2000..)
            .zip(values)
            .map(|(t, (value, state, has_interval))| {
                let state = match (value, state) {
                    (None, 0..4) => PointState::Missing,
                    (None, _) => PointState::Suppressed,
                    (_, 0) => PointState::Provisional,
                    (_, 1) => PointState::Revised,
                    _ => PointState::Final,
                };
                let interval = value.map(|value| (value - 3.0, value + 4.0));
                Point {
                    interval: interval.filter(|_| has_interval),
                    ..point(f64::from(t), value, state)
                }
            })
            .collect()
    })
}

proptest! {
    #[test]
    fn every_chart_stays_on_its_canvas_and_no_text_lies_over_another(
        points in any_points(30),
        series in prop::collection::vec((any_points(12), "\\PC{0,30}"), 0..7),
        size in (20.0..900.0f32, 20.0..400.0f32),
        text_size in prop_oneof![Just(6.5f32), Just(11.0), Just(14.0)],
        scale in prop_oneof![4 => Just(1.0f64), 1 => Just(-1.0), 1 => Just(1e26), 1 => Just(1e-9)],
        notes in prop::collection::vec((2000.0..2030.0f64, "\\PC{0,60}"), 0..5),
        has_limits: bool,
    ) {
        let mut chart = chart(points);
        chart.size = size;
        chart.text_size = text_size;
        let rescale = |points: &mut Vec<Point>| {
            for point in points {
                point.value = point.value.map(|value| value * scale);
                point.interval = point.interval.map(|(low, high)| (low * scale, high * scale));
            }
        };
        rescale(&mut chart.points);
        chart.baseline = chart.points.first().cloned();
        chart.limits = (scale == 1.0).then_some((0.0, 100.0));
        chart.comparisons = series
            .into_iter()
            .map(|(mut points, name)| {
                rescale(&mut points);
                Comparison { name, points }
            })
            .collect();
        chart.annotations = notes
            .into_iter()
            .map(|(t, title)| Annotation { t, detail: title.clone(), title })
            .collect();
        chart.annotations.sort_by(|a, b| a.t.total_cmp(&b.t));
        if has_limits {
            chart.control = vec![LimitSegment { from: 2000.0, to: 2010.0, mean: 50.0, lower: 20.0, upper: 80.0 }];
            chart.forecast = Some(ForecastLine { from: (2010.0, 50.0), to: (2012.0, 60.0), interval: Some((-20.0, 140.0)) });
        }
        check(&line_chart(&chart))?;
    }
}

#[test]
fn years_of_months_with_a_dozen_series_and_endless_names_are_drawn() {
    let long = "مدينة 辛辛那提 👩‍👩‍👧 ".repeat(800);
    let months: Vec<Point> = (0..240)
        .map(|month| {
            let t = 2000.0 + f64::from(month) / 12.0;
            point(t, Some(f64::from(month % 17)), PointState::Final)
        })
        .collect();
    let mut chart = chart(months.clone());
    chart.comparisons = (0..12)
        .map(|_| Comparison {
            name: long.clone(),
            points: months.clone(),
        })
        .collect();
    chart.annotations = vec![Annotation {
        t: 2010.0,
        title: long.clone(),
        detail: long,
    }];
    check(&line_chart(&chart)).unwrap();
}

#[test]
fn figures_that_are_no_numbers_leave_no_mark() {
    let mut points = readings(&[f64::NAN, f64::INFINITY, 1e300, 47.0]);
    points.push(point(f64::NAN, Some(3.0), PointState::Final));
    let mut chart = chart(points);
    chart.limits = None;
    chart.forecast = Some(ForecastLine {
        from: (2018.0, 1.0),
        to: (f64::INFINITY, f64::NAN),
        interval: None,
    });
    check(&line_chart(&chart)).unwrap();
}

#[test]
fn latest_target_and_baseline_are_always_said_in_the_room_of_a_window_or_page() {
    for size in [(760.0, 270.0), (499.0, 200.0), (420.0, 180.0)] {
        let mut points = readings(&[44.1, 45.3, 47.0, 48.8, 49.6, 45.2, 47.9, 50.6, 53.2]);
        if let Some(last) = points.last_mut() {
            last.state = PointState::Provisional;
        }
        let scene = line_chart(&LineChart {
            size,
            ..chart(points)
        });
        let found: Vec<&str> = texts(&scene).into_iter().map(|(text, _)| text).collect();
        for wanted in [
            "53.2%",
            "2023, provisional",
            "Target 60%",
            "by 2027",
            "Baseline 44.1%",
        ] {
            assert!(found.contains(&wanted), "{wanted} at {size:?}: {found:?}");
        }
    }
}

#[test]
fn a_stop_says_value_state_and_distance_from_the_path() {
    let mut points = readings(&[44.0, 50.0]);
    points.push(Point {
        note: "Not assessed".to_owned(),
        ..point(2017.0, None, PointState::Missing)
    });
    let mut chart = chart(points);
    chart.targets = vec![point(2019.0, Some(60.0), PointState::Final)];
    if let Some(second) = chart.points.get_mut(1) {
        second.state = PointState::Provisional;
    }
    let scene = line_chart(&chart);
    let words: Vec<&str> = scene.stops.iter().map(|stop| stop.words.as_str()).collect();
    assert_eq!(
        words,
        [
            "2015: 44.0%",
            "2016: 50.0%, provisional, 2.0 points above the target path",
            "2017: no figure, Not assessed",
        ]
    );
    assert_eq!(
        scene.summary,
        "Kindergarten readiness: from 44.0% in 2015 to 50.0% in 2016 (provisional), +6.0 points. Target 60% by 2019."
    );
    assert_eq!(
        scene.table.head,
        ["Period", "Value", "State", "Target path"]
    );
    assert_eq!(
        scene.table.rows.get(1).map(Vec::as_slice),
        Some(&["2016", "50.0%", "provisional", "48.0%"].map(str::to_owned)[..])
    );
    assert!(
        texts(&scene)
            .iter()
            .any(|(text, _)| *text == "Not assessed"),
        "the reason stands in its band"
    );
}

#[test]
fn a_gap_is_bridged_by_dots_and_a_provisional_step_is_dashed() {
    let mut points = readings(&[44.0, 46.0, 0.0, 45.0, 47.0]);
    if let Some(hole) = points.get_mut(2) {
        hole.value = None;
        hole.state = PointState::Missing;
    }
    if let Some(last) = points.last_mut() {
        last.state = PointState::Provisional;
    }
    let scene = line_chart(&chart(points));
    let dashes: Vec<(&[f32], usize)> = scene
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Line {
                role: Role::Subject,
                dash,
                points,
                ..
            } => Some((dash.as_slice(), points.len())),
            _ => None,
        })
        .collect();
    assert_eq!(
        dashes,
        [(&[][..], 2), (&[1.5, 3.0], 2), (&[3.0, 2.5], 2)],
        "a solid run, a dotted bridge, a dashed last step"
    );
}

#[test]
fn a_break_leaves_a_gap_with_its_label_and_nothing_bridges_it() {
    let mut broken = chart(readings(&[44.0, 45.0, 46.0, 61.0, 62.0, 63.0]));
    broken.breaks = vec![Break {
        t: 2018.0,
        label: "Definition changed in 2018".to_owned(),
    }];
    let scene = line_chart(&broken);
    let plot = Plot::new(&broken);
    let between = plot.x(2017.0)..=plot.x(2018.0);
    let crosses = |points: &[[f32; 2]]| {
        points
            .windows(2)
            .any(|pair| pair[0][0] < *between.start() + 1.0 && pair[1][0] > *between.end() - 1.0)
    };
    let bridges = scene.marks.iter().any(
        |mark| matches!(mark, Mark::Line { points, role: Role::Subject, .. } if crosses(points)),
    );
    assert!(!bridges, "the two definitions are not one line");
    assert!(
        texts(&scene)
            .iter()
            .any(|(text, _)| *text == "Definition changed in 2018")
    );
    assert!(scene.summary.contains("Definition changed in 2018"));
    let whole = line_chart(&chart(readings(&[44.0, 45.0, 46.0, 61.0])));
    assert!(whole.marks.iter().any(|mark| {
        matches!(mark, Mark::Line { points, role: Role::Subject, .. } if crosses(points))
    }));
}

#[test]
fn a_caution_stands_on_the_canvas_in_full_and_in_the_alternative_text() {
    let mut cautioned = chart(readings(&[80.0, 42.0]));
    cautioned.caution = "Chosen for an extreme start, and nothing stands beside it: part of \
        this change would have come anyway, whatever was done for these people."
        .to_owned();
    for width in [760.0, 300.0] {
        cautioned.size.0 = width;
        let scene = line_chart(&cautioned);
        let said: Vec<&str> = texts(&scene).into_iter().map(|(text, _)| text).collect();
        assert!(
            said.join(" ").contains(&cautioned.caution),
            "{width}: {said:?}"
        );
        assert!(scene.summary.ends_with(&cautioned.caution));
        check(&scene).unwrap();
    }
}

#[test]
fn flags_of_one_period_stand_side_by_side() {
    let mut flagged = chart(readings(&[44.0, 45.0, 46.0]));
    flagged.flags = [(2016.0, 1), (2016.0, 2), (2017.0, 3)]
        .map(|(t, number)| Flag { t, number })
        .to_vec();
    let scene = line_chart(&flagged);
    for number in ["1", "2", "3"] {
        assert!(
            texts(&scene).iter().any(|(text, _)| *text == number),
            "{number}"
        );
    }
    check(&scene).unwrap();
}

#[test]
fn many_margins_make_one_band() {
    let mut wide = chart(readings(&[50.0; 60]));
    for point in &mut wide.points {
        point.interval = Some((45.0, 55.0));
    }
    let scene = line_chart(&wide);
    let bands = scene.marks.iter().filter(
        |mark| matches!(mark, Mark::Area { role: Role::Interval, points } if points.len() == 120),
    );
    assert_eq!(bands.count(), 1);
    assert!(
        scene.stops[0].words.contains("45.0%"),
        "{}",
        scene.stops[0].words
    );
}
