//! What a line chart says: its labels, the reading at each stop, the sentence that
//! stands for it, and the table behind it.

use backbone_statistics::Unit;
use fluent_bundle::FluentValue;

use super::{
    Comparison, LineChart, Point, PointState,
    plot::{Plot, path_value},
};
use crate::{DataTable, Numbers, Stop, Weight, axis::Axis, text, typeface};

/// Texts at the right end of the chart.
pub(super) fn at_the_end(chart: &LineChart) -> Vec<(String, Weight)> {
    let mut found = Vec::new();
    if let Some((value, by)) = chart.targets.last().and_then(|point| target(chart, point)) {
        found.push((value, Weight::Semibold));
        found.push((by, Weight::Regular));
    }
    let baseline = chart.baseline.as_ref().and_then(|point| point.value);
    found.extend(baseline.map(|value| (self::baseline(chart, value), Weight::Regular)));
    let comparisons = chart
        .comparisons
        .iter()
        .map(|series| comparison(chart, series));
    let limits = chart.control.last();
    let forecast = chart.forecast.is_some();
    let rest = comparisons
        .chain(limits.map(|segment| mean(chart, segment.mean)))
        .chain(forecast.then(|| text::english().get("figure-forecast")));
    found.extend(rest.map(|text| (text, Weight::Regular)));
    found
}

/// “Target 60%” and “by 2027–28”.
pub(super) fn target(chart: &LineChart, target: &Point) -> Option<(String, String)> {
    let numbers = on_the_data(chart);
    let texts = text::english();
    let value = numbers.short(target.value?);
    let label = short_name(chart, &target.label);
    Some((
        texts.with("figure-target", &[("value", value.into())]),
        texts.with("figure-target-by", &[("period", label.into())]),
    ))
}

pub(super) fn baseline(chart: &LineChart, value: f64) -> String {
    let value = on_the_data(chart).value(value);
    text::english().with("figure-baseline", &[("value", value.into())])
}

pub(super) fn mean(chart: &LineChart, value: f64) -> String {
    let value = on_the_data(chart).value(value);
    text::english().with("figure-mean", &[("value", value.into())])
}

/// “Ohio 38.6%”.
pub(super) fn comparison(chart: &LineChart, series: &Comparison) -> String {
    let latest = series.points.iter().rev().find_map(|point| point.value);
    let value = latest.map_or_else(String::new, |value| on_the_data(chart).value(value));
    format!("{} {value}", short_name(chart, &series.name))
        .trim_end()
        .to_owned()
}

/// A name in the room a label has. A mark after right-to-left writing keeps the number
/// that follows on its right.
fn short_name(chart: &LineChart, name: &str) -> String {
    let room = (chart.size.0 * 0.2).max(chart.text_size * 4.0);
    let name = typeface::fitted(name, chart.text_size, Weight::Regular, room);
    let is_right_to_left = |character: char| matches!(character, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}');
    if name.chars().any(is_right_to_left) {
        format!("{name}\u{200e}")
    } else {
        name
    }
}

/// How values beside the line are written: a unit of several words is said once, at the
/// axis, and not at every dot.
pub(super) fn on_the_data(chart: &LineChart) -> Numbers {
    let unit = match chart.numbers.unit {
        Unit::Rate(_) | Unit::Days => Unit::Index,
        unit => unit,
    };
    Numbers {
        unit,
        ..chart.numbers
    }
}

pub(super) fn tick(chart: &LineChart, axis: &Axis, tick: f64, has_unit: bool) -> String {
    let numbers = Numbers {
        precision: axis.precision,
        ..on_the_data(chart)
    };
    if has_unit {
        numbers.value(tick)
    } else {
        numbers.plain(tick)
    }
}

pub(super) fn stops(chart: &LineChart, plot: &Plot) -> Vec<Stop> {
    chart
        .points
        .iter()
        .map(|point| Stop {
            at: point.value.map_or([plot.x(point.t), plot.bottom], |value| {
                plot.at(point.t, value)
            }),
            words: spoken(chart, point),
            extent: None,
        })
        .collect()
}

/// “2024–25: 53.2%, provisional, 2.8 points below the path”.
fn spoken(chart: &LineChart, point: &Point) -> String {
    let texts = text::english();
    let state = texts.get(&format!("state-{}", point.state.word()));
    let mut says = vec![
        point
            .value
            .map_or_else(|| state.clone(), |value| chart.numbers.value(value)),
    ];
    if point.value.is_some() && matches!(point.state, PointState::Provisional | PointState::Revised)
    {
        says.push(state);
    }
    if point.value.is_none() && !point.note.is_empty() {
        says.push(point.note.clone());
    }
    if let Some((low, high)) = point.interval {
        says.push(texts.with(
            "figure-margin",
            &[
                ("low", chart.numbers.value(low).into()),
                ("high", chart.numbers.value(high).into()),
            ],
        ));
    }
    says.extend(against_path(chart, point));
    texts.with(
        "figure-stop",
        &[
            ("period", point.label.as_str().into()),
            ("says", says.join(", ").into()),
        ],
    )
}

fn against_path(chart: &LineChart, point: &Point) -> Option<String> {
    let above = point.value? - path_value(chart, point.t)?;
    let id = match above {
        above if chart.numbers.is_zero(above) => "figure-path-on",
        above if above < 0.0 => "figure-path-below",
        _ => "figure-path-above",
    };
    let distance = chart.numbers.distance(above.abs());
    Some(text::english().with(id, &[("distance", distance.into())]))
}

/// The alternative text of a line chart, with what must be known before believing it.
pub(super) fn of_chart(chart: &LineChart) -> String {
    let mut says = vec![summary(
        &chart.name,
        chart.numbers,
        &chart.points,
        &chart.targets,
    )];
    says.extend(chart.breaks.iter().map(|found| format!("{}.", found.label)));
    says.extend(Some(chart.caution.clone()).filter(|caution| !caution.is_empty()));
    says.join(" ")
}

/// The alternative text of a measure: from where to where, and the target.
pub(crate) fn summary(name: &str, numbers: Numbers, points: &[Point], targets: &[Point]) -> String {
    let texts = text::english();
    let mut valued = points
        .iter()
        .filter_map(|point| Some((point, point.value?)));
    let name = FluentValue::from(name);
    let Some((first, from)) = valued.next() else {
        return texts.with("figure-summary-empty", &[("name", name)]);
    };
    let state = |point: &Point| match point.state {
        PointState::Provisional => "provisional",
        _ => "firm",
    };
    let mut summary = match valued.next_back() {
        None => texts.with(
            "figure-summary-one",
            &[
                ("name", name),
                ("value", numbers.value(from).into()),
                ("period", first.label.as_str().into()),
                ("state", state(first).into()),
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
                ("state", state(last).into()),
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

/// Period, value, state, path and comparison series of every reading.
pub(super) fn table(chart: &LineChart) -> DataTable {
    let texts = text::english();
    let mut head = vec![
        texts.get("figure-table-period"),
        texts.get("figure-table-value"),
        texts.get("figure-table-state"),
    ];
    let has_path = chart
        .points
        .iter()
        .any(|point| path_value(chart, point.t).is_some());
    if has_path {
        head.push(texts.get("figure-path"));
    }
    head.extend(chart.comparisons.iter().map(|series| series.name.clone()));
    let written = |value: Option<f64>| {
        value.map_or_else(|| "–".to_owned(), |value| chart.numbers.value(value))
    };
    let rows = chart
        .points
        .iter()
        .map(|point| {
            let mut row = vec![
                point.label.clone(),
                written(point.value),
                texts.get(&format!("state-{}", point.state.word())),
            ];
            if has_path {
                row.push(written(path_value(chart, point.t)));
            }
            for series in &chart.comparisons {
                let same = series
                    .points
                    .iter()
                    .find(|other| (other.t - point.t).abs() < 1e-9);
                row.push(written(same.and_then(|other| other.value)));
            }
            row
        })
        .collect();
    DataTable { head, rows }
}
