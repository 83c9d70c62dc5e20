//! The sparkline: one measure's way in the height of a table row.

use crate::{
    DataTable, Mark, Numbers, Point, PointState, Role, Scene,
    line_chart::{LARGEST, summary},
};

/// Everything a sparkline shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Sparkline {
    /// Width and height.
    pub size: (f32, f32),
    /// Name of the measure.
    pub name: String,
    /// How its figures are written.
    pub numbers: Numbers,
    /// Readings in order.
    pub points: Vec<Point>,
    /// Time between two expected readings, in years; 0 where none are expected.
    pub step: f64,
    /// Baseline.
    pub baseline: Option<Point>,
    /// Dated targets in order.
    pub targets: Vec<Point>,
    /// Times from which a new definition holds, in years.
    pub breaks: Vec<f64>,
}

/// Room for the largest dot at every edge.
const PAD: f32 = 3.8;

/// Lays out a sparkline: its own scale over the full height, no axis. Without any value
/// it is a dotted line.
#[must_use]
pub fn sparkline(spark: &Sparkline) -> Scene {
    let (width, height) = (spark.size.0.max(PAD * 4.0), spark.size.1.max(PAD * 4.0));
    let marks = match Frame::new(spark, width, height) {
        Some(frame) => frame.marks(spark),
        None => vec![Mark::line(
            vec![[PAD, height / 2.0], [width - PAD, height / 2.0]],
            Role::Quiet,
            1.2,
            &[1.5, 3.0],
        )],
    };
    Scene {
        width,
        height,
        marks,
        summary: summary(&spark.name, spark.numbers, &spark.points, &spark.targets),
        stops: Vec::new(),
        table: DataTable {
            head: Vec::new(),
            rows: Vec::new(),
        },
    }
}

/// Maps time and value to the whole of the canvas.
struct Frame {
    size: [f32; 2],
    times: (f64, f64),
    values: (f64, f64),
}

impl Frame {
    /// None where there is no reading to draw.
    fn new(spark: &Sparkline, width: f32, height: f32) -> Option<Self> {
        spark.points.iter().find_map(drawable)?;
        let everything = spark
            .points
            .iter()
            .chain(&spark.baseline)
            .chain(&spark.targets);
        let (mut times, mut values) = (NOTHING, NOTHING);
        for (t, value) in everything.filter_map(drawable) {
            times = (t.min(times.0), t.max(times.1));
            values = (value.min(values.0), value.max(values.1));
        }
        Some(Self {
            size: [width, height],
            times,
            values,
        })
    }

    fn at(&self, point: &Point) -> Option<[f32; 2]> {
        let share = |value: f64, (low, high): (f64, f64)| {
            let share = (value - low) / (high - low);
            if share.is_finite() { share as f32 } else { 0.5 }
        };
        let (t, value) = drawable(point)?;
        let [width, height] = self.size;
        Some([
            PAD + (width - 2.0 * PAD) * share(t, self.times),
            height - PAD - (height - 2.0 * PAD) * share(value, self.values),
        ])
    }

    fn marks(&self, spark: &Sparkline) -> Vec<Mark> {
        let mut marks = Vec::new();
        let targets = spark.targets.iter();
        let path: Vec<[f32; 2]> = spark
            .baseline
            .iter()
            .chain(targets)
            .filter_map(|point| self.at(point))
            .collect();
        if path.len() > 1 {
            marks.push(Mark::line(path, Role::Target, 1.0, &[3.0, 2.5]));
        }
        if let Some([x, y]) = spark.targets.last().and_then(|target| self.at(target)) {
            let tick = vec![[x, y - 3.5], [x, y + 3.5]];
            marks.push(Mark::line(tick, Role::Strong, 1.4, &[]));
        }
        let latest = self.steps(spark, &mut marks);
        if let Some(start) = spark.baseline.as_ref().and_then(|point| self.at(point)) {
            marks.push(dot(start, 2.3, true));
        }
        if let Some((latest, at)) = latest {
            let is_open = latest.state == PointState::Provisional;
            marks.push(dot(at, if is_open { 2.8 } else { 2.6 }, is_open));
        }
        marks
    }

    /// Draws from reading to reading; gives back the latest.
    fn steps<'a>(
        &self,
        spark: &'a Sparkline,
        marks: &mut Vec<Mark>,
    ) -> Option<(&'a Point, [f32; 2])> {
        let mut before: Option<(&Point, [f32; 2])> = None;
        let mut is_broken = false;
        let mut solid: Vec<[f32; 2]> = Vec::new();
        let mut runs: Vec<Vec<[f32; 2]>> = Vec::new();
        for point in &spark.points {
            let Some(at) = self.at(point) else {
                is_broken = true;
                continue;
            };
            let is_apart = |previous: &Point| {
                let mut breaks = spark.breaks.iter();
                breaks.any(|t| previous.t < t - 1e-9 && *t <= point.t + 1e-9)
            };
            if before.is_some_and(|(previous, _)| is_apart(previous)) {
                runs.push(std::mem::take(&mut solid));
            } else if let Some((previous, from)) = before {
                let is_late = spark.step > 0.0 && point.t - previous.t > spark.step * 1.5;
                if is_broken || is_late {
                    runs.push(std::mem::take(&mut solid));
                    marks.push(Mark::line(vec![from, at], Role::Subject, 1.1, &[1.2, 2.4]));
                }
            }
            solid.push(at);
            before = Some((point, at));
            is_broken = false;
        }
        runs.push(solid);
        let runs = runs.into_iter().filter(|run| run.len() > 1);
        marks.extend(runs.map(|run| Mark::line(run, Role::Subject, 1.7, &[])));
        before
    }
}

const NOTHING: (f64, f64) = (f64::INFINITY, f64::NEG_INFINITY);

fn drawable(point: &Point) -> Option<(f64, f64)> {
    let value = point.value?;
    let is_drawable = point.t.is_finite() && value.is_finite() && value.abs() <= LARGEST;
    is_drawable.then_some((point.t, value))
}

fn dot(at: [f32; 2], radius: f32, open: bool) -> Mark {
    Mark::Dot {
        at,
        radius,
        role: Role::Subject,
        open,
    }
}

#[cfg(test)]
mod tests {
    use backbone_statistics::Unit;

    use super::*;

    fn point(t: f64, value: Option<f64>) -> Point {
        Point {
            t,
            label: t.to_string(),
            value,
            state: PointState::Final,
            interval: None,
            note: String::new(),
        }
    }

    fn spark(points: Vec<Point>) -> Sparkline {
        Sparkline {
            size: (148.0, 28.0),
            name: "Readiness".to_owned(),
            numbers: Numbers {
                unit: Unit::Percent,
                precision: 1,
            },
            points,
            step: 1.0,
            baseline: Some(point(2015.0, Some(44.0))),
            targets: vec![point(2027.0, Some(60.0))],
            breaks: Vec::new(),
        }
    }

    #[test]
    fn without_a_value_it_is_one_dotted_line() {
        for points in [
            vec![],
            vec![point(2016.0, None), point(2017.0, Some(f64::NAN))],
        ] {
            let marks = sparkline(&spark(points)).marks;
            assert!(
                matches!(marks.as_slice(), [Mark::Line { role: Role::Quiet, dash, .. }] if !dash.is_empty()),
                "{marks:?}"
            );
        }
    }

    #[test]
    fn the_highest_and_lowest_values_reach_the_edges() {
        let found = sparkline(&spark(vec![
            point(2015.0, Some(44.0)),
            point(2018.0, Some(62.0)),
        ]));
        let heights: Vec<f32> = found
            .marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Dot { at, .. } => Some(at[1]),
                _ => None,
            })
            .collect();
        let wanted = [28.0 - PAD, PAD];
        let is_close = |(a, b): (&f32, &f32)| (a - b).abs() < 0.01;
        assert!(heights.iter().zip(&wanted).all(is_close), "{heights:?}");
    }

    #[test]
    fn the_latest_is_open_while_provisional() {
        let mut latest = point(2018.0, Some(50.0));
        for (state, wanted) in [(PointState::Final, false), (PointState::Provisional, true)] {
            latest.state = state;
            let marks = sparkline(&spark(vec![latest.clone()])).marks;
            assert!(
                matches!(marks.last(), Some(Mark::Dot { open, .. }) if *open == wanted),
                "{state:?}: {marks:?}"
            );
        }
    }

    proptest::proptest! {
        #[test]
        fn any_way_stays_in_its_cell(
            values in proptest::collection::vec(proptest::option::of(-1e29..1e29f64), 0..260),
            size in (1.0..300.0f32, 1.0..60.0f32),
        ) {
            let points = (0..).zip(values).map(|(t, value)| point(f64::from(t), value));
            let scene = sparkline(&Sparkline { size, ..spark(points.collect()) });
            for mark in &scene.marks {
                let corners = match mark {
                    Mark::Line { points, .. } => points.clone(),
                    Mark::Dot { at, radius, .. } => vec![[at[0] - radius, at[1] - radius], [at[0] + radius, at[1] + radius]],
                    _ => Vec::new(),
                };
                for [x, y] in corners {
                    proptest::prop_assert!((0.0..=scene.width).contains(&x) && (0.0..=scene.height).contains(&y), "{:?}", mark);
                }
            }
        }
    }
}
