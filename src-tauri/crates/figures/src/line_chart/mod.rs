//! The line chart: a measure over time with baseline, path, target and what happened.

mod events;
mod frame;
mod plot;
mod reference;
mod series;
#[cfg(test)]
mod tests;
mod words;

use crate::{
    Anchor, Mark, Numbers, Role, Scene, Weight,
    labels::{self, Field, Importance, Label, Line},
    text, typeface,
};

use plot::Plot;
pub(crate) use words::summary;

/// How firm a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PointState {
    /// Final.
    Final,
    /// May still change.
    Provisional,
    /// Changed after it was final.
    Revised,
    /// Hidden by its source.
    Suppressed,
    /// Hidden here, to protect the few people behind it.
    Withheld,
    /// Known not to exist.
    Missing,
}

impl PointState {
    /// Its word in the `.ftl` files, after `state-`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Final => "final",
            Self::Provisional => "provisional",
            Self::Revised => "revised",
            Self::Suppressed => "suppressed",
            Self::Withheld => "withheld",
            Self::Missing => "missing",
        }
    }
}

/// One reading to draw.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// Time in years.
    pub t: f64,
    /// Its period in writing.
    pub label: String,
    /// Value; none while suppressed or missing.
    pub value: Option<f64>,
    /// How firm it is.
    pub state: PointState,
    /// Its interval.
    pub interval: Option<(f64, f64)>,
    /// Why there is no value, or empty: “Not assessed”.
    pub note: String,
}

/// A series to compare with.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// Its name.
    pub name: String,
    /// Its values in order.
    pub points: Vec<Point>,
}

/// A period on the time axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Time in years.
    pub t: f64,
    /// Its label.
    pub label: String,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq)]
pub struct Annotation {
    /// Time in years.
    pub t: f64,
    /// “2022–23: Coaching begins”.
    pub title: String,
    /// A second line, or empty.
    pub detail: String,
}

/// A break of the series: readings from here on cannot be held against those before.
#[derive(Debug, Clone, PartialEq)]
pub struct Break {
    /// Time of the first reading of the new definition, in years.
    pub t: f64,
    /// “Definition changed in 2022–23”.
    pub label: String,
}

/// A flag on the time axis that a list beside the chart explains.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Flag {
    /// Time in years.
    pub t: f64,
    /// Its number in the list.
    pub number: u32,
}

/// Control limits over a stretch of time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LimitSegment {
    /// Begins, in years.
    pub from: f64,
    /// Ends, in years.
    pub to: f64,
    /// Center.
    pub mean: f64,
    /// Lower limit.
    pub lower: f64,
    /// Upper limit.
    pub upper: f64,
}

/// A line carried forward.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ForecastLine {
    /// From: time and value.
    pub from: (f64, f64),
    /// To: time and value.
    pub to: (f64, f64),
    /// Interval at its end.
    pub interval: Option<(f64, f64)>,
}

/// Natural ends of the values, such as 0 and 100.
pub type Extremes = (f64, f64);

/// Everything a line chart shows.
#[derive(Debug, Clone, PartialEq)]
pub struct LineChart {
    /// Width and height of the canvas.
    pub size: (f32, f32),
    /// Size of its small text; other sizes follow.
    pub text_size: f32,
    /// Name of the measure.
    pub name: String,
    /// How its figures are written.
    pub numbers: Numbers,
    /// Natural ends of its values.
    pub limits: Option<Extremes>,
    /// Readings in order.
    pub points: Vec<Point>,
    /// Time between two expected readings, in years; 0 where none are expected.
    pub step: f64,
    /// Periods of the time axis in order.
    pub ticks: Vec<Tick>,
    /// Comparison series.
    pub comparisons: Vec<Comparison>,
    /// Baseline.
    pub baseline: Option<Point>,
    /// Dated targets in order; the last one is the target.
    pub targets: Vec<Point>,
    /// Whether the path to the target is drawn.
    pub has_path: bool,
    /// What happened.
    pub annotations: Vec<Annotation>,
    /// Control limits.
    pub control: Vec<LimitSegment>,
    /// Indexes into `points` that stand out.
    pub signals: Vec<usize>,
    /// A line carried forward.
    pub forecast: Option<ForecastLine>,
    /// Breaks of the series in order.
    pub breaks: Vec<Break>,
    /// Flags on the time axis.
    pub flags: Vec<Flag>,
    /// What a reader must know before believing the line, or empty: printed beneath it.
    pub caution: String,
}

/// Figures beyond this have no place on a canvas; the table still says them.
pub(crate) const LARGEST: f64 = 1e30;

/// A chart while it is laid out.
struct Drawing<'a> {
    chart: &'a LineChart,
    plot: Plot,
    marks: Vec<Mark>,
    field: Field,
    labels: Vec<(Importance, Label)>,
}

/// Lays out a line chart. A canvas too small for any text is drawn larger.
#[must_use]
pub fn line_chart(chart: &LineChart) -> Scene {
    let drawable = drawable(chart);
    let plot = Plot::new(&drawable);
    let mut drawing = Drawing {
        chart: &drawable,
        field: Field::new(plot.width, plot.height),
        plot,
        marks: Vec::new(),
        labels: Vec::new(),
    };
    drawing.bands();
    drawing.grid();
    drawing.time_axis();
    drawing.control_limits();
    drawing.baseline();
    drawing.path();
    drawing.intervals();
    drawing.comparisons();
    drawing.forecast();
    let line = drawing.subject();
    drawing.targets();
    drawing.flags();
    drawing.breaks();
    drawing.notes(&line);
    if line.is_empty() {
        drawing.empty_note();
    }
    drawing.put_labels();
    drawing.caution();
    Scene {
        width: drawing.plot.width,
        height: drawing.plot.height,
        stops: words::stops(&drawable, &drawing.plot),
        marks: drawing.marks,
        summary: words::of_chart(chart),
        table: words::table(chart),
    }
}

impl Drawing<'_> {
    fn put_labels(&mut self) {
        let mut labels = std::mem::take(&mut self.labels);
        labels.sort_by_key(|(importance, _)| *importance);
        for (_, label) in &labels {
            self.field.place(label, &mut self.marks);
        }
    }

    fn empty_note(&mut self) {
        let size = self.chart.text_size * 1.15;
        let center = self.plot.left.midpoint(self.plot.right);
        let line = Line::quiet(text::english().get("figure-empty"), size);
        let heights = [0.5, 0.3, 0.7, 0.9];
        let label = Label {
            lines: vec![line],
            places: heights
                .map(|share| self.plot.top + (self.plot.bottom - self.plot.top) * share)
                .map(|y| ([center, y], Anchor::Middle))
                .to_vec(),
            leads_from: None,
        };
        self.labels.push((Importance::Latest, label));
    }

    fn line(&mut self, points: Vec<[f32; 2]>, role: Role, width: f32, dash: &[f32]) {
        self.marks.push(Mark::line(points, role, width, dash));
    }

    /// Small quiet text whose place is not up for choice.
    fn text(&mut self, at: [f32; 2], text: String, anchor: Anchor) {
        let size = self.chart.text_size;
        let width = typeface::width(&text, size, Weight::Regular);
        self.field.avoid(labels::rectangle(at, anchor, width, size));
        self.marks.push(Mark::Text {
            at,
            text,
            size: self.chart.text_size,
            weight: Weight::Regular,
            anchor,
            role: Role::Quiet,
            halo: false,
        });
    }
}

/// Places to the right of the end of a line: level with it, then stepping away from it.
fn beside(at: [f32; 2], size: f32) -> Vec<([f32; 2], Anchor)> {
    (0..13i8)
        .map(|index| {
            let away =
                f32::from((index + 1) / 2) * size * 0.6 * if index % 2 == 0 { 1.0 } else { -1.0 };
            ([at[0], at[1] + away], Anchor::Start)
        })
        .collect()
}

/// The chart without what cannot be drawn: figures that are no numbers or beyond any
/// scale, and the part of an interval that lies past the natural ends.
fn drawable(chart: &LineChart) -> LineChart {
    let is_drawable = |value: f64| value.is_finite() && value.abs() <= LARGEST;
    let clean = |points: &mut Vec<Point>| {
        points.retain(|point| is_drawable(point.t));
        for point in points {
            point.value = point.value.filter(|value| is_drawable(*value));
            point.interval = point
                .interval
                .filter(|(low, high)| is_drawable(*low) && is_drawable(*high));
        }
    };
    let mut chart = chart.clone();
    clean(&mut chart.points);
    clean(&mut chart.targets);
    for series in &mut chart.comparisons {
        clean(&mut series.points);
    }
    chart.baseline = chart
        .baseline
        .filter(|point| is_drawable(point.t) && point.value.is_none_or(is_drawable));
    chart.control.retain(|segment| {
        [
            segment.from,
            segment.to,
            segment.mean,
            segment.lower,
            segment.upper,
        ]
        .into_iter()
        .all(is_drawable)
    });
    chart.breaks.retain(|found| is_drawable(found.t));
    chart.flags.retain(|flag| is_drawable(flag.t));
    chart.forecast = chart.forecast.filter(|line| {
        let (low, high) = line.interval.unwrap_or(line.to);
        [line.from.0, line.from.1, line.to.0, line.to.1, low, high]
            .into_iter()
            .all(is_drawable)
    });
    if let (Some(line), Some((least, most))) = (&mut chart.forecast, chart.limits) {
        line.interval = line
            .interval
            .map(|(low, high)| (low.max(least), high.min(most)));
    }
    chart
}
