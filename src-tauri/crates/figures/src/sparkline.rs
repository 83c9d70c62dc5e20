//! The sparkline: one measure's way in the height of a table row.

use crate::{DataTable, Mark, Numbers, Point, PointState, Role, Scene, line_chart::summary};

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
}

/// Lays out a sparkline: its own scale over the full height, no axis.
#[must_use]
pub fn sparkline(spark: &Sparkline) -> Scene {
    let (width, height) = spark.size;
    let pad = 4.5;
    let everything = || {
        spark
            .points
            .iter()
            .chain(&spark.baseline)
            .chain(&spark.targets)
    };
    let values: Vec<f64> = everything().filter_map(|point| point.value).collect();
    let mut marks = Vec::new();
    if spark.points.iter().all(|point| point.value.is_none()) {
        marks.push(Mark::Line {
            points: vec![[pad, height / 2.0], [width - pad, height / 2.0]],
            role: Role::Quiet,
            width: 1.2,
            dash: vec![1.5, 3.0],
        });
    }
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let first = everything()
        .map(|point| point.t)
        .fold(f64::INFINITY, f64::min);
    let last = everything()
        .map(|point| point.t)
        .fold(f64::NEG_INFINITY, f64::max);
    let at = |point: &Point| -> Option<[f32; 2]> {
        let x = if last > first {
            (point.t - first) / (last - first)
        } else {
            0.5
        };
        let y = if high > low {
            (point.value? - low) / (high - low)
        } else {
            0.5
        };
        Some([
            pad + (width - 2.0 * pad) * x as f32,
            height - pad - (height - 2.0 * pad) * y as f32,
        ])
    };
    let path: Vec<[f32; 2]> = spark
        .baseline
        .iter()
        .chain(&spark.targets)
        .filter_map(at)
        .collect();
    if path.len() > 1 {
        marks.push(Mark::Line {
            points: path.clone(),
            role: Role::Target,
            width: 1.0,
            dash: vec![3.0, 2.5],
        });
    }
    if let Some(end) = spark.targets.last().and_then(at) {
        marks.push(Mark::Line {
            points: vec![[end[0], end[1] - 3.5], [end[0], end[1] + 3.5]],
            role: Role::Strong,
            width: 1.4,
            dash: Vec::new(),
        });
    }
    let valued: Vec<(&Point, [f32; 2])> = spark
        .points
        .iter()
        .filter_map(|point| Some((point, at(point)?)))
        .collect();
    for pair in valued.windows(2) {
        if let [(before, from), (after, to)] = pair {
            let is_gap = spark.step > 0.0 && after.t - before.t > spark.step * 1.5;
            let dash = if is_gap { vec![1.2, 2.4] } else { Vec::new() };
            marks.push(Mark::Line {
                points: vec![*from, *to],
                role: Role::Subject,
                width: if is_gap { 1.1 } else { 1.7 },
                dash,
            });
        }
    }
    if let Some(start) = spark.baseline.as_ref().and_then(at) {
        marks.push(Mark::Dot {
            at: start,
            radius: 2.3,
            role: Role::Subject,
            open: true,
        });
    }
    if let Some((latest, at)) = valued.last() {
        let open = latest.state == PointState::Provisional;
        marks.push(Mark::Dot {
            at: *at,
            radius: if open { 2.8 } else { 2.6 },
            role: Role::Subject,
            open,
        });
    }
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
