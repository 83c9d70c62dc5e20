//! Small multiples: a panel a group, all on one scale, with everyone's line gray behind.

mod drawing;
#[cfg(test)]
mod tests;
mod words;

use crate::{
    Numbers, Point, Scene, Weight,
    axis::{Axis, axis},
    line_chart::{Extremes, LARGEST},
    typeface,
};

use drawing::Drawing;

/// One group.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// Its name.
    pub name: String,
    /// Its readings in order.
    pub points: Vec<Point>,
}

/// Everything small multiples show.
#[derive(Debug, Clone, PartialEq)]
pub struct SmallMultiples {
    /// Width of the canvas; the height follows from the number of panels.
    pub width: f32,
    /// Size of the text.
    pub text_size: f32,
    /// Name of the measure.
    pub name: String,
    /// Name of the breakdown.
    pub breakdown: String,
    /// How figures are written.
    pub numbers: Numbers,
    /// Natural ends of the values.
    pub limits: Option<Extremes>,
    /// Readings of everyone.
    pub everyone: Vec<Point>,
    /// The groups, in any order: they are drawn highest latest value first.
    pub panels: Vec<Panel>,
    /// Time between two expected readings, in years; 0 where none are expected.
    pub step: f64,
    /// Times from which a new definition holds, in years.
    pub breaks: Vec<f64>,
    /// Time and label of the period that changes are counted from.
    pub since: Option<(f64, String)>,
}

/// Least width of a panel, in sizes of the text.
const LEAST_WIDTH: f32 = 14.0;
/// Space between panels, in sizes of the text.
const GUTTER: f32 = 1.8;
/// Height of a plot, in sizes of the text.
const PLOT: f32 = 6.4;
/// Height of what stands above a plot, in sizes of the text.
const HEAD: f32 = 3.4;
/// Height of what stands below a plot with the space to the next row.
const FOOT: f32 = 3.0;
/// Wider rows would be read across like a table.
const MOST_COLUMNS: usize = 5;

/// Lays out small multiples.
#[must_use]
pub fn small_multiples(multiples: &SmallMultiples) -> Scene {
    let drawn = drawable(multiples);
    let size = drawn.text_size;
    let width = drawn.width.max(size * LEAST_WIDTH);
    let fitting = ((width + size * GUTTER) / (size * (LEAST_WIDTH + GUTTER))) as usize;
    let columns = fitting.clamp(1, MOST_COLUMNS.min(drawn.panels.len().max(1)));
    let panel_width = (width - size * GUTTER * (columns - 1) as f32) / columns as f32;
    let row_height = size * (HEAD + PLOT + FOOT);
    let rows = drawn.panels.len().div_ceil(columns);
    let height = (row_height * rows as f32 - size * (FOOT - 1.9)).max(size * 3.0);
    let scale = Scale::new(&drawn, panel_width);
    let mut scene = Scene {
        width,
        height,
        marks: Vec::new(),
        summary: words::summary(&drawn),
        stops: Vec::new(),
        table: words::table(&drawn),
    };
    for (index, panel) in drawn.panels.iter().enumerate() {
        let left = (index % columns) as f32 * (panel_width + size * GUTTER);
        let top = (index / columns) as f32 * row_height;
        let drawing = Drawing {
            multiples: &drawn,
            scale: &scale,
            left,
            top,
            width: panel_width,
        };
        drawing.draw(panel, index == 0, &mut scene);
    }
    scene
}

/// The one scale of all panels.
struct Scale {
    axis: Axis,
    times: (f64, f64),
    /// Room for the numbers of the scale.
    gutter: f32,
}

impl Scale {
    fn new(multiples: &SmallMultiples, panel_width: f32) -> Self {
        let points = || {
            let panels = multiples.panels.iter().flat_map(|panel| &panel.points);
            panels.chain(&multiples.everyone)
        };
        let ends = |values: &mut dyn Iterator<Item = f64>| {
            values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
                (value.min(low), value.max(high))
            })
        };
        let (low, high) = ends(&mut points().filter_map(|point| point.value));
        let axis = axis(low, high, multiples.limits, multiples.numbers.precision);
        let widest = axis
            .ticks
            .iter()
            .map(|tick| tick_text(multiples, &axis, *tick))
            .map(|text| typeface::width(&text, multiples.text_size, Weight::Regular))
            .fold(0.0, f32::max);
        Self {
            times: ends(&mut points().map(|point| point.t)),
            gutter: (widest + multiples.text_size * 0.5).min(panel_width * 0.4),
            axis,
        }
    }
}

fn tick_text(multiples: &SmallMultiples, axis: &Axis, tick: f64) -> String {
    let numbers = Numbers {
        precision: axis.precision,
        ..multiples.numbers
    };
    numbers.plain(tick)
}

impl SmallMultiples {
    /// Time of the latest value of any group.
    fn newest(&self) -> f64 {
        self.panels
            .iter()
            .filter_map(latest)
            .map(|(point, _)| point.t)
            .fold(f64::NEG_INFINITY, f64::max)
    }
}

fn latest(panel: &Panel) -> Option<(&Point, f64)> {
    let mut points = panel.points.iter().rev();
    points.find_map(|point| Some((point, point.value?)))
}

/// Change since the period that changes are counted from.
fn change(multiples: &SmallMultiples, panel: &Panel) -> Option<f64> {
    let (since, _) = multiples.since.as_ref()?;
    let (point, value) = latest(panel)?;
    let start = panel
        .points
        .iter()
        .find(|point| (point.t - since).abs() < 1e-9)?;
    (point.t > since + 1e-9).then_some(value - start.value?)
}

/// Without what cannot be drawn, and highest latest value first; groups without one last.
fn drawable(multiples: &SmallMultiples) -> SmallMultiples {
    let is_drawable = |value: f64| value.is_finite() && value.abs() <= LARGEST;
    let mut drawn = multiples.clone();
    let clean = |points: &mut Vec<Point>| {
        points.retain(|point| is_drawable(point.t));
        for point in points {
            point.value = point.value.filter(|value| is_drawable(*value));
        }
    };
    clean(&mut drawn.everyone);
    for panel in &mut drawn.panels {
        clean(&mut panel.points);
    }
    if !(drawn.width.is_finite() && drawn.text_size.is_finite()) {
        (drawn.width, drawn.text_size) = (640.0, 12.0);
    }
    let value = |panel: &Panel| latest(panel).map_or(f64::NEG_INFINITY, |(_, value)| value);
    drawn.panels.sort_by(|a, b| value(b).total_cmp(&value(a)));
    drawn
}
