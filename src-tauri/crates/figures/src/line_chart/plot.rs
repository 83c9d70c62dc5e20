//! Where the plot lies on the canvas, and the map from time and value to it.

use backbone_statistics::path::{Dated, value_at};

use super::{LineChart, Point, events, words};
use crate::{
    Weight,
    axis::{Axis, axis},
    typeface,
};

/// Maps time and value to the canvas.
pub(super) struct Plot {
    pub width: f32,
    pub height: f32,
    pub left: f32,
    pub right: f32,
    pub top: f32,
    pub bottom: f32,
    pub axis: Axis,
    /// Height of what stands beneath the time axis.
    beneath: f32,
    first: f64,
    last: f64,
}

impl Plot {
    pub fn new(chart: &LineChart) -> Self {
        let size = chart.text_size;
        // Smaller than this no text of a chart fits anywhere.
        let width = chart.size.0.max(size * 15.0);
        let beneath = events::caution_height(&chart.caution, size, width - size);
        let height = chart.size.1.max(size * 8.0 + beneath);
        let axis = value_axis(chart);
        let (first, last) = ends(times(chart)).unwrap_or((0.0, 1.0));
        let ticks = axis
            .ticks
            .iter()
            .map(|tick| words::tick(chart, &axis, *tick, true));
        let tick_width = ticks
            .map(|tick| typeface::width(&tick, size, Weight::Regular))
            .fold(0.0, f32::max);
        let end_width = words::at_the_end(chart)
            .iter()
            .map(|(text, weight)| typeface::width(text, size * 1.05, *weight))
            .fold(0.0, f32::max);
        let head = match chart.annotations.as_slice() {
            [] => 1.6,
            notes if notes.iter().any(|note| !note.detail.is_empty()) => 3.3,
            _ => 2.1,
        };
        let left = (tick_width + size * 0.8).min(width * 0.3);
        Self {
            width,
            height,
            left,
            right: width - (end_width + size * 1.2).max(size * 2.5).min(width * 0.34),
            top: size * head,
            bottom: height - size * 2.0 - beneath,
            axis,
            beneath,
            first,
            last,
        }
    }

    pub fn x(&self, t: f64) -> f32 {
        let span = self.last - self.first;
        let share = if span > 0.0 {
            ((t - self.first) / span).clamp(0.0, 1.0)
        } else {
            0.5
        };
        self.left + (self.right - self.left) * share as f32
    }

    pub fn y(&self, value: f64) -> f32 {
        let share = (value - self.axis.low) / (self.axis.high - self.axis.low);
        self.bottom - (self.bottom - self.top) * share.clamp(0.0, 1.0) as f32
    }

    pub fn at(&self, t: f64, value: f64) -> [f32; 2] {
        [self.x(t), self.y(value)]
    }

    /// Where the time axis with its labels ends.
    pub fn foot(&self) -> f32 {
        self.height - self.beneath
    }

    pub fn contains(&self, t: f64) -> bool {
        (self.first..=self.last).contains(&t)
    }
}

/// Value of the path to the target at a time; none before, after or without it.
pub(super) fn path_value(chart: &LineChart, t: f64) -> Option<f64> {
    let dated = |point: &Point| {
        Some(Dated {
            t: point.t,
            value: point.value?,
        })
    };
    let baseline = dated(chart.baseline.as_ref()?)?;
    let targets: Vec<Dated> = chart.targets.iter().filter_map(dated).collect();
    let end = targets.last()?.t;
    let is_on_it = chart.has_path && baseline.t < t && t <= end;
    is_on_it.then(|| value_at(baseline, &targets, t))
}

fn value_axis(chart: &LineChart) -> Axis {
    let control = chart
        .control
        .iter()
        .flat_map(|segment| [segment.lower, segment.upper]);
    let forecast = chart.forecast.iter().flat_map(|line| {
        let (low, high) = line.interval.unwrap_or((line.to.1, line.to.1));
        [line.from.1, line.to.1, low, high]
    });
    let intervals = chart
        .points
        .iter()
        .filter_map(|point| point.interval)
        .flat_map(|(low, high)| [low, high]);
    let values = everything(chart)
        .filter_map(|point| point.value)
        .chain(control)
        .chain(forecast)
        .chain(intervals);
    let (low, high) = ends(values).unwrap_or((1.0, 0.0));
    axis(low, high, chart.limits, chart.numbers.precision)
}

fn times(chart: &LineChart) -> impl Iterator<Item = f64> {
    everything(chart)
        .map(|point| point.t)
        .chain(chart.forecast.iter().map(|line| line.to.0))
}

fn everything(chart: &LineChart) -> impl Iterator<Item = &Point> {
    let series = chart.comparisons.iter().flat_map(|series| &series.points);
    chart
        .points
        .iter()
        .chain(series)
        .chain(&chart.baseline)
        .chain(&chart.targets)
}

fn ends(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    values
        .filter(|value| value.is_finite())
        .fold(None, |ends, value| match ends {
            None => Some((value, value)),
            Some((low, high)) => Some((value.min(low), value.max(high))),
        })
}
