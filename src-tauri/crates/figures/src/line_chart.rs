//! The line chart: a measure over time with baseline, path, target and what happened.

use fluent_bundle::FluentValue;

use crate::{
    Anchor, DataTable, Mark, Numbers, Role, Scene, Stop, Weight,
    axis::{Axis, axis},
    labels::{Field, Label, Line},
    text, typeface,
};

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
}

/// Maps values to the canvas.
struct Plot {
    left: f32,
    right: f32,
    top: f32,
    bottom: f32,
    first: f64,
    last: f64,
    axis: Axis,
}

impl Plot {
    fn x(&self, t: f64) -> f32 {
        let span = self.last - self.first;
        let share = if span > 0.0 {
            (t - self.first) / span
        } else {
            0.5
        };
        self.left + (self.right - self.left) * share as f32
    }

    fn y(&self, value: f64) -> f32 {
        let share = (value - self.axis.low) / (self.axis.high - self.axis.low);
        self.bottom - (self.bottom - self.top) * share as f32
    }

    fn at(&self, t: f64, value: f64) -> [f32; 2] {
        [self.x(t), self.y(value)]
    }
}

/// Lays out a line chart.
#[must_use]
pub fn line_chart(chart: &LineChart) -> Scene {
    let plot = plot(chart);
    let mut marks = Vec::new();
    let mut field = Field::new(chart.size.0, chart.size.1);
    bands(chart, &plot, &mut marks);
    grid(chart, &plot, &mut marks);
    time_axis(chart, &plot, &mut marks, &mut field);
    control(chart, &plot, &mut marks);
    let mut labels = Vec::new();
    path(chart, &plot, &mut marks, &mut field, &mut labels);
    comparisons(chart, &plot, &mut marks, &mut field, &mut labels);
    forecast(chart, &plot, &mut marks, &mut field);
    subject(chart, &plot, &mut marks, &mut field, &mut labels);
    annotations(chart, &plot, &mut marks, &mut field);
    labels.sort_by_key(|(importance, _)| *importance);
    for (_, label) in &labels {
        field.place(label, &mut marks);
    }
    if chart.points.iter().all(|point| point.value.is_none()) {
        marks.push(Mark::Text {
            at: [
                plot.left.midpoint(plot.right),
                plot.top.midpoint(plot.bottom),
            ],
            text: text::english().get("figure-empty"),
            size: chart.text_size * 1.15,
            weight: Weight::Regular,
            anchor: Anchor::Middle,
            role: Role::Quiet,
            halo: true,
        });
    }
    Scene {
        width: chart.size.0,
        height: chart.size.1,
        marks,
        summary: summary(&chart.name, chart.numbers, &chart.points, &chart.targets),
        stops: stops(chart, &plot),
        table: table(chart),
    }
}

fn plot(chart: &LineChart) -> Plot {
    let everything = || {
        let series = chart.comparisons.iter().flat_map(|series| &series.points);
        chart
            .points
            .iter()
            .chain(series)
            .chain(&chart.baseline)
            .chain(&chart.targets)
    };
    let values = everything().filter_map(|point| point.value);
    let control = chart
        .control
        .iter()
        .flat_map(|segment| [segment.lower, segment.upper]);
    let forecast = chart
        .forecast
        .iter()
        .flat_map(|line| [line.from.1, line.to.1]);
    let intervals = everything()
        .filter_map(|point| point.interval)
        .flat_map(|(low, high)| [low, high]);
    let all: Vec<f64> = values
        .chain(control)
        .chain(forecast)
        .chain(intervals)
        .filter(|value| value.is_finite())
        .collect();
    let low = all.iter().copied().fold(f64::INFINITY, f64::min);
    let high = all.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let axis = axis(low, high, chart.limits);
    let times: Vec<f64> = everything()
        .map(|point| point.t)
        .chain(chart.forecast.iter().map(|line| line.to.0))
        .filter(|t| t.is_finite())
        .collect();
    let first = times.iter().copied().fold(f64::INFINITY, f64::min);
    let last = times.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let (first, last) = if first <= last {
        (first, last)
    } else {
        (0.0, 1.0)
    };
    let size = chart.text_size;
    let tick_width = axis
        .ticks
        .iter()
        .map(|tick| typeface::width(&tick_text(chart, &axis, *tick, true), size, Weight::Regular))
        .fold(0.0, f32::max);
    let end_width = end_texts(chart)
        .iter()
        .map(|(text, weight)| typeface::width(text, size * 1.05, *weight))
        .fold(0.0, f32::max);
    let has_notes = !chart.annotations.is_empty();
    Plot {
        left: tick_width + size,
        right: chart.size.0 - (end_width + size * 1.4).clamp(size * 2.5, chart.size.0 * 0.32),
        top: size * if has_notes { 3.6 } else { 1.6 },
        bottom: chart.size.1 - size * 2.0,
        first,
        last,
        axis,
    }
}

/// Texts at the right end of the chart.
fn end_texts(chart: &LineChart) -> Vec<(String, Weight)> {
    let texts = text::english();
    let mut found = Vec::new();
    if let Some(target) = chart.targets.last() {
        found.push((target_text(chart, target), Weight::Semibold));
        found.push((
            texts.with(
                "figure-target-by",
                &[("period", target.label.as_str().into())],
            ),
            Weight::Regular,
        ));
    }
    if let Some(baseline) = chart.baseline.as_ref().and_then(|point| point.value) {
        found.push((
            texts.with(
                "figure-baseline",
                &[("value", chart.numbers.value(baseline).into())],
            ),
            Weight::Regular,
        ));
    }
    for series in &chart.comparisons {
        found.push((comparison_text(chart, series), Weight::Regular));
    }
    found
}

fn target_text(chart: &LineChart, target: &Point) -> String {
    let value = chart.numbers.short(target.value.unwrap_or_default());
    text::english().with("figure-target", &[("value", value.into())])
}

fn comparison_text(chart: &LineChart, series: &Comparison) -> String {
    let latest = series.points.iter().rev().find_map(|point| point.value);
    let value = latest
        .map(|value| chart.numbers.value(value))
        .unwrap_or_default();
    let room = chart.size.0 * 0.28;
    let name = typeface::fitted(&series.name, chart.text_size, Weight::Regular, room * 0.72);
    format!("{name} {value}")
}

fn tick_text(chart: &LineChart, axis: &Axis, tick: f64, has_unit: bool) -> String {
    let numbers = Numbers {
        precision: axis.precision,
        ..chart.numbers
    };
    match chart.numbers.unit {
        backbone_statistics::Unit::Percent | backbone_statistics::Unit::Currency if has_unit => {
            numbers.value(tick)
        }
        _ => numbers.plain(tick),
    }
}

fn words(text: String, size: f32, weight: Weight, role: Role) -> Line {
    Line {
        text,
        size,
        weight,
        role,
    }
}

/// Shades the stretches nobody has figures for.
fn bands(chart: &LineChart, plot: &Plot, marks: &mut Vec<Mark>) {
    let half = chart.step / 2.0;
    for run in chart
        .points
        .chunk_by(|a, b| (a.state == PointState::Missing) == (b.state == PointState::Missing))
    {
        let (Some(first), Some(last)) = (run.first(), run.last()) else {
            continue;
        };
        if first.state != PointState::Missing {
            continue;
        }
        let left = plot.x(first.t - half).max(plot.left);
        let right = plot.x(last.t + half).min(plot.right);
        marks.push(Mark::Area {
            points: vec![
                [left, plot.top],
                [right, plot.top],
                [right, plot.bottom],
                [left, plot.bottom],
            ],
            role: Role::Band,
        });
        let note = text::english().get("figure-no-data");
        if typeface::width(&note, chart.text_size, Weight::Regular)
            <= (right - left) + chart.text_size
        {
            marks.push(Mark::Text {
                at: [left.midpoint(right), plot.bottom - chart.text_size * 0.7],
                text: note,
                size: chart.text_size,
                weight: Weight::Regular,
                anchor: Anchor::Middle,
                role: Role::Quiet,
                halo: false,
            });
        }
    }
}

fn grid(chart: &LineChart, plot: &Plot, marks: &mut Vec<Mark>) {
    let top = plot.axis.ticks.len().saturating_sub(1);
    for (index, tick) in plot.axis.ticks.iter().enumerate() {
        let y = plot.y(*tick);
        let role = if index == 0 { Role::Axis } else { Role::Grid };
        marks.push(Mark::Line {
            points: vec![[plot.left, y], [plot.right, y]],
            role,
            width: 1.0,
            dash: Vec::new(),
        });
        marks.push(Mark::Text {
            at: [
                plot.left - chart.text_size * 0.6,
                y + chart.text_size * 0.33,
            ],
            text: tick_text(chart, &plot.axis, *tick, index == top),
            size: chart.text_size,
            weight: Weight::Regular,
            anchor: Anchor::End,
            role: Role::Quiet,
            halo: false,
        });
    }
}

/// Period labels, as many as have room, the last reading's among them.
fn time_axis(chart: &LineChart, plot: &Plot, marks: &mut Vec<Mark>, field: &mut Field) {
    let size = chart.text_size;
    let widest = chart
        .ticks
        .iter()
        .map(|tick| typeface::width(&tick.label, size, Weight::Regular))
        .fold(0.0, f32::max);
    let room = (plot.right - plot.left) / (widest + size * 1.2);
    let stride = (chart.ticks.len() as f32 / room.max(1.0)).ceil().max(1.0) as usize;
    let mut free_from = f32::NEG_INFINITY;
    for tick in chart.ticks.iter().step_by(stride) {
        let x = plot.x(tick.t);
        let half = typeface::width(&tick.label, size, Weight::Regular) / 2.0;
        let center = x.clamp(half, (chart.size.0 - half).max(half));
        if center - half < free_from || !(plot.left - 0.5..=plot.right + 0.5).contains(&x) {
            continue;
        }
        free_from = center + half + size * 0.6;
        marks.push(Mark::Line {
            points: vec![[x, plot.bottom], [x, plot.bottom + size * 0.35]],
            role: Role::Axis,
            width: 1.0,
            dash: Vec::new(),
        });
        marks.push(Mark::Text {
            at: [center, plot.bottom + size * 1.5],
            text: tick.label.clone(),
            size,
            weight: Weight::Regular,
            anchor: Anchor::Middle,
            role: Role::Quiet,
            halo: false,
        });
    }
    field.avoid([0.0, plot.bottom + 1.0, chart.size.0, chart.size.1]);
    for point in chart
        .points
        .iter()
        .filter(|point| point.state == PointState::Suppressed)
    {
        marks.push(Mark::Text {
            at: [plot.x(point.t), plot.bottom - size * 0.3],
            text: "s".to_owned(),
            size,
            weight: Weight::Semibold,
            anchor: Anchor::Middle,
            role: Role::Quiet,
            halo: true,
        });
    }
}

fn control(chart: &LineChart, plot: &Plot, marks: &mut Vec<Mark>) {
    for segment in &chart.control {
        for (value, dash) in [
            (segment.mean, Vec::new()),
            (segment.lower, vec![8.0, 3.0, 2.0, 3.0]),
            (segment.upper, vec![8.0, 3.0, 2.0, 3.0]),
        ] {
            marks.push(Mark::Line {
                points: vec![plot.at(segment.from, value), plot.at(segment.to, value)],
                role: Role::Limit,
                width: 1.2,
                dash,
            });
        }
    }
}

fn path(
    chart: &LineChart,
    plot: &Plot,
    marks: &mut Vec<Mark>,
    field: &mut Field,
    labels: &mut Vec<(u8, Label)>,
) {
    let size = chart.text_size;
    let texts = text::english();
    let end = plot.right + size * 0.7;
    if let Some((baseline, value)) = chart
        .baseline
        .as_ref()
        .and_then(|point| Some((point, point.value?)))
    {
        let y = plot.y(value);
        marks.push(Mark::Line {
            points: vec![[plot.x(baseline.t), y], [plot.right, y]],
            role: Role::Baseline,
            width: 1.2,
            dash: vec![1.5, 3.0],
        });
        let line = texts.with(
            "figure-baseline",
            &[("value", chart.numbers.value(value).into())],
        );
        labels.push((
            2,
            Label {
                lines: vec![words(line, size, Weight::Regular, Role::Quiet)],
                places: beside(end, y + size * 0.33, size),
            },
        ));
    }
    let Some((target, value)) = chart
        .targets
        .last()
        .and_then(|target| Some((target, target.value?)))
    else {
        return;
    };
    let at = plot.at(target.t, value);
    if chart.has_path {
        let points: Vec<[f32; 2]> = chart
            .baseline
            .iter()
            .chain(&chart.targets)
            .filter_map(|point| Some(plot.at(point.t, point.value?)))
            .collect();
        if points.len() > 1 {
            let spot = points.windows(2).last().map(|pair| match pair {
                [from, to] => {
                    let share = 0.72;
                    [
                        from[0] + (to[0] - from[0]) * share,
                        from[1] + (to[1] - from[1]) * share,
                    ]
                }
                _ => at,
            });
            marks.push(Mark::Line {
                points: points.clone(),
                role: Role::Target,
                width: 1.2,
                dash: vec![5.0, 4.0],
            });
            field.avoid_path(&points);
            let spot = spot.unwrap_or(at);
            let reach = size * 0.8;
            labels.push((
                6,
                Label {
                    lines: vec![words(
                        texts.get("figure-path"),
                        size,
                        Weight::Regular,
                        Role::Quiet,
                    )],
                    places: vec![
                        ([spot[0], spot[1] - reach], Anchor::End),
                        ([spot[0], spot[1] - reach * 2.0], Anchor::End),
                        ([spot[0], spot[1] + reach * 1.7], Anchor::Start),
                        ([spot[0], spot[1] + reach * 2.6], Anchor::Start),
                    ],
                },
            ));
        }
    }
    marks.push(Mark::Line {
        points: vec![[at[0] - size * 0.5, at[1]], [at[0] + size * 0.5, at[1]]],
        role: Role::Strong,
        width: 2.6,
        dash: Vec::new(),
    });
    let by = texts.with(
        "figure-target-by",
        &[("period", target.label.as_str().into())],
    );
    labels.push((
        1,
        Label {
            lines: vec![
                words(
                    target_text(chart, target),
                    size * 1.05,
                    Weight::Semibold,
                    Role::Strong,
                ),
                words(by, size, Weight::Regular, Role::Quiet),
            ],
            places: beside(end, at[1] + size * 0.33, size),
        },
    ));
}

/// Places at the right end of a line: level with it, then stepping away from it.
fn beside(x: f32, y: f32, size: f32) -> Vec<([f32; 2], Anchor)> {
    (0..9i8)
        .map(|index| {
            let away =
                f32::from((index + 1) / 2) * size * 0.7 * if index % 2 == 0 { 1.0 } else { -1.0 };
            ([x, y + away], Anchor::Start)
        })
        .collect()
}

fn comparisons(
    chart: &LineChart,
    plot: &Plot,
    marks: &mut Vec<Mark>,
    field: &mut Field,
    labels: &mut Vec<(u8, Label)>,
) {
    for series in &chart.comparisons {
        let runs = draw_runs(chart, plot, &series.points, Role::Context, 1.5, marks);
        for run in &runs {
            field.avoid_path(run);
        }
        if let [only] = runs.concat().as_slice() {
            marks.push(Mark::Dot {
                at: *only,
                radius: 2.6,
                role: Role::Context,
                open: false,
            });
        }
        let Some(last) = runs.last().and_then(|run| run.last()) else {
            continue;
        };
        let size = chart.text_size;
        let mut places = beside(last[0] + size * 0.6, last[1] + size * 0.33, size);
        places.extend(beside(plot.right + size * 0.7, last[1] + size * 0.33, size));
        labels.push((
            4,
            Label {
                lines: vec![words(
                    comparison_text(chart, series),
                    size,
                    Weight::Regular,
                    Role::ContextText,
                )],
                places,
            },
        ));
    }
}

fn forecast(chart: &LineChart, plot: &Plot, marks: &mut Vec<Mark>, field: &mut Field) {
    let Some(line) = chart.forecast else { return };
    let (from, to) = (
        plot.at(line.from.0, line.from.1),
        plot.at(line.to.0, line.to.1),
    );
    if let Some((low, high)) = line.interval {
        let clamp = |value: f64| value.clamp(plot.axis.low, plot.axis.high);
        marks.insert(
            0,
            Mark::Area {
                points: vec![
                    from,
                    plot.at(line.to.0, clamp(high)),
                    plot.at(line.to.0, clamp(low)),
                ],
                role: Role::Interval,
            },
        );
    }
    marks.push(Mark::Line {
        points: vec![from, to],
        role: Role::Subject,
        width: 1.2,
        dash: vec![2.0, 3.0],
    });
    field.avoid_path(&[from, to]);
}

fn subject(
    chart: &LineChart,
    plot: &Plot,
    marks: &mut Vec<Mark>,
    field: &mut Field,
    labels: &mut Vec<(u8, Label)>,
) {
    let size = chart.text_size;
    for run in draw_runs(chart, plot, &chart.points, Role::Subject, 2.4, marks) {
        field.avoid_path(&run);
    }
    let valued: Vec<(usize, &Point, f64)> = chart
        .points
        .iter()
        .enumerate()
        .filter_map(|(index, point)| Some((index, point, point.value?)))
        .collect();
    let is_crowded = valued.len() > 40;
    for (order, (index, point, value)) in valued.iter().enumerate() {
        let at = plot.at(point.t, *value);
        let is_last = order + 1 == valued.len();
        let is_signal = chart.signals.contains(index);
        let is_baseline = chart
            .baseline
            .as_ref()
            .is_some_and(|baseline| (baseline.t - point.t).abs() < 1e-9);
        if let Some((low, high)) = point.interval {
            marks.push(Mark::Line {
                points: vec![plot.at(point.t, low), plot.at(point.t, high)],
                role: Role::Interval,
                width: 3.0,
                dash: Vec::new(),
            });
        }
        if is_crowded && !(is_last || is_signal || is_baseline) {
            continue;
        }
        let open = point.state == PointState::Provisional || is_baseline;
        marks.push(Mark::Dot {
            at,
            radius: if is_last || is_baseline { 4.2 } else { 3.0 },
            role: if is_signal {
                Role::Signal
            } else {
                Role::Subject
            },
            open,
        });
        field.avoid([at[0] - 3.5, at[1] - 3.5, at[0] + 3.5, at[1] + 3.5]);
    }
    for (order, (_, point, value)) in valued.iter().enumerate() {
        let is_last = order + 1 == valued.len();
        let before = order
            .checked_sub(1)
            .and_then(|index| valued.get(index))
            .map(|(_, _, value)| *value);
        let after = valued.get(order + 1).map(|(_, _, value)| *value);
        let is_peak = before
            .zip(after)
            .is_some_and(|(before, after)| (value - before) * (value - after) > 0.0);
        let is_high = before.is_none_or(|before| *value >= before);
        let at = plot.at(point.t, *value);
        let spread = plot.axis.high - plot.axis.low;
        let is_turn = is_peak
            && before.zip(after).is_some_and(|(before, after)| {
                (value - before).abs().min((value - after).abs()) > spread * 0.08
            });
        let importance = if is_last {
            0
        } else if order == 0 {
            3
        } else if is_turn && !is_crowded {
            5
        } else {
            continue;
        };
        let big = if is_last { size * 1.2 } else { size };
        let mut lines = vec![words(
            chart.numbers.value(*value),
            big,
            Weight::Semibold,
            Role::Subject,
        )];
        if is_last {
            let note = if point.state == PointState::Provisional {
                format!(
                    "{}, {}",
                    point.label,
                    text::english().get("state-provisional")
                )
            } else {
                point.label.clone()
            };
            lines.push(words(note, size, Weight::Regular, Role::Quiet));
        }
        let height = big * if is_last { 2.3 } else { 1.0 };
        let (above, below) = (at[1] - height + big * 0.25, at[1] + big * 1.25);
        let mut places = vec![];
        if is_last {
            places.push(([at[0] + size * 0.8, at[1] + size * 0.35], Anchor::Start));
            places.push(([at[0] + size * 0.6, above], Anchor::Start));
            places.push(([at[0] + size * 0.6, below], Anchor::Start));
        }
        let vertical = if is_high {
            [above, below]
        } else {
            [below, above]
        };
        for y in vertical {
            places.extend([
                ([at[0], y], Anchor::Middle),
                ([at[0], y], Anchor::Start),
                ([at[0], y], Anchor::End),
            ]);
        }
        labels.push((importance, Label { lines, places }));
    }
}

/// Draws solid runs, dotted bridges over gaps and a dashed last step to a provisional
/// value. Gives back the paths drawn.
fn draw_runs(
    chart: &LineChart,
    plot: &Plot,
    points: &[Point],
    role: Role,
    width: f32,
    marks: &mut Vec<Mark>,
) -> Vec<Vec<[f32; 2]>> {
    let mut runs: Vec<Vec<[f32; 2]>> = Vec::new();
    let mut solid: Vec<[f32; 2]> = Vec::new();
    let mut previous: Option<(f64, [f32; 2])> = None;
    let flush = |solid: &mut Vec<[f32; 2]>, marks: &mut Vec<Mark>| {
        if solid.len() > 1 {
            marks.push(Mark::Line {
                points: std::mem::take(solid),
                role,
                width,
                dash: Vec::new(),
            });
        } else {
            solid.clear();
        }
    };
    for point in points {
        let Some(value) = point.value else { continue };
        let at = plot.at(point.t, value);
        if let Some((t, from)) = previous {
            let is_gap = chart.step > 0.0 && point.t - t > chart.step * 1.5;
            if is_gap || point.state == PointState::Provisional {
                flush(&mut solid, marks);
                let dash = if is_gap {
                    vec![1.5, 3.0]
                } else {
                    vec![3.0, 2.5]
                };
                let width = if is_gap { width.min(1.3) } else { width };
                marks.push(Mark::Line {
                    points: vec![from, at],
                    role,
                    width,
                    dash,
                });
                runs.push(vec![from, at]);
            } else {
                runs.push(vec![from, at]);
            }
        } else {
            runs.push(vec![at]);
        }
        solid.push(at);
        previous = Some((point.t, at));
    }
    flush(&mut solid, marks);
    runs
}

/// Thin lines with a title on top; the first three that have room.
fn annotations(chart: &LineChart, plot: &Plot, marks: &mut Vec<Mark>, field: &mut Field) {
    let size = chart.text_size;
    for note in chart.annotations.iter().take(3) {
        let x = plot.x(note.t);
        if !(plot.left..=plot.right).contains(&x) {
            continue;
        }
        let room = (chart.size.0 - x - size).max(x - plot.left);
        let title = typeface::fitted(&note.title, size, Weight::Semibold, room);
        let mut lines = vec![words(title, size, Weight::Semibold, Role::Strong)];
        if !note.detail.is_empty() {
            let detail = typeface::fitted(&note.detail, size, Weight::Regular, room);
            lines.push(words(detail, size, Weight::Regular, Role::Quiet));
        }
        let y = size * 1.1;
        let label = Label {
            lines,
            places: vec![
                ([x + size * 0.5, y], Anchor::Start),
                ([x - size * 0.5, y], Anchor::End),
            ],
        };
        if field.place(&label, marks) {
            let line = vec![[x, size * 0.4], [x, plot.bottom]];
            marks.push(Mark::Line {
                points: line,
                role: Role::Axis,
                width: 0.8,
                dash: Vec::new(),
            });
        }
    }
}

fn spoken(chart: &LineChart, point: &Point) -> String {
    let texts = text::english();
    let state = texts.get(&format!("state-{}", point.state.word()));
    let value = point
        .value
        .map_or_else(|| state.clone(), |value| chart.numbers.value(value));
    let arguments = [
        ("period", FluentValue::from(point.label.as_str())),
        ("value", value.into()),
        ("state", state.into()),
    ];
    let id = match (point.value, point.state) {
        (Some(_), PointState::Provisional | PointState::Revised) => "figure-stop-state",
        _ => "figure-stop",
    };
    texts.with(id, &arguments)
}

fn stops(chart: &LineChart, plot: &Plot) -> Vec<Stop> {
    chart
        .points
        .iter()
        .map(|point| Stop {
            at: point.value.map_or([plot.x(point.t), plot.bottom], |value| {
                plot.at(point.t, value)
            }),
            words: spoken(chart, point),
        })
        .collect()
}

/// The alternative text of a chart: from where to where, and the target.
pub(crate) fn summary(name: &str, numbers: Numbers, points: &[Point], targets: &[Point]) -> String {
    let texts = text::english();
    let mut valued = points
        .iter()
        .filter_map(|point| Some((point, point.value?)));
    let name = FluentValue::from(name);
    let Some((first, from)) = valued.next() else {
        return texts.with("figure-summary-empty", &[("name", name)]);
    };
    let mut summary = match valued.next_back() {
        None => texts.with(
            "figure-summary-one",
            &[
                ("name", name),
                ("value", numbers.value(from).into()),
                ("period", first.label.as_str().into()),
            ],
        ),
        Some((last, to)) => texts.with(
            "figure-summary",
            &[
                ("name", name),
                ("first", numbers.value(from).into()),
                ("firstPeriod", first.label.as_str().into()),
                ("last", numbers.value(to).into()),
                ("lastPeriod", last.label.as_str().into()),
                ("change", numbers.change(to - from).into()),
            ],
        ),
    };
    if let Some((target, value)) = targets
        .last()
        .and_then(|target| Some((target, target.value?)))
    {
        summary.push(' ');
        summary.push_str(&texts.with(
            "figure-summary-target",
            &[
                ("target", numbers.short(value).into()),
                ("period", target.label.as_str().into()),
            ],
        ));
    }
    summary
}

fn table(chart: &LineChart) -> DataTable {
    let texts = text::english();
    let mut head = vec![
        texts.get("figure-table-period"),
        texts.get("figure-table-value"),
        texts.get("figure-table-state"),
    ];
    head.extend(chart.comparisons.iter().map(|series| series.name.clone()));
    let rows = chart
        .points
        .iter()
        .map(|point| {
            let mut row = vec![
                point.label.clone(),
                point
                    .value
                    .map_or_else(|| "–".to_owned(), |value| chart.numbers.value(value)),
                texts.get(&format!("state-{}", point.state.word())),
            ];
            for series in &chart.comparisons {
                let value = series
                    .points
                    .iter()
                    .find(|other| (other.t - point.t).abs() < 1e-9);
                row.push(
                    value
                        .and_then(|other| other.value)
                        .map_or_else(|| "–".to_owned(), |value| chart.numbers.value(value)),
                );
            }
            row
        })
        .collect();
    DataTable { head, rows }
}
