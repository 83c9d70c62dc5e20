//! Facts of a measure as the figures take them. Window and paper draw the same.

use backbone_core::{
    BreakdownId,
    measurement::{
        DefinitionChangeKind, Frequency, Measure, Period, Reading, ReadingState, UnitKind, margin,
    },
    reporting::{CellKey, GroupSeries, MeasureFacts, MeasureSummary},
};
use backbone_figures::{
    Annotation, Break, Comparison, Flag, ForecastLine, LimitSegment, LineChart, Numbers, Panel,
    Point, PointState, Scene, SmallMultiples, Sparkline, Tick, line_chart, small_multiples,
    sparkline,
};
use rust_decimal::prelude::ToPrimitive;

use crate::wording;

/// As many comparison series as one chart names.
const MOST_COMPARISONS: usize = 5;

/// Which parts of a chart are drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Parts {
    /// The path to the target.
    pub path: bool,
    /// Comparison places and measures.
    pub comparison: bool,
    /// Notes on the time axis, and flags of tests of change.
    pub notes: bool,
    /// Control limits.
    pub limits: bool,
    /// The forecast.
    pub forecast: bool,
    /// Margins of error.
    pub margins: bool,
}

/// How the figures of a measure are written.
#[must_use]
pub fn numbers(measure: &Measure) -> Numbers {
    Numbers {
        unit: measure.unit(),
        precision: measure.precision,
    }
}

/// The small chart of a measure.
#[must_use]
pub fn spark(summary: &MeasureSummary, size: (f32, f32)) -> Scene {
    let measure = &summary.measure.record;
    sparkline(&Sparkline {
        size,
        name: measure.name.clone(),
        numbers: numbers(measure),
        points: summary.readings.iter().map(point).collect(),
        step: step(measure.frequency),
        baseline: summary
            .baseline
            .as_ref()
            .filter(|_| is_comparable(summary))
            .map(|baseline| dated(baseline.period, baseline.value.0)),
        targets: summary
            .targets
            .iter()
            .map(|target| dated(target.period, target.value.0))
            .collect(),
        breaks: summary
            .assessment
            .series_break
            .iter()
            .map(|found| found.period.position())
            .collect(),
    })
}

/// Whether the baseline can be held against the latest figures; a line drawn from one that
/// cannot would say that it can.
fn is_comparable(summary: &MeasureSummary) -> bool {
    let found = summary.assessment.series_break.as_ref();
    found.is_none_or(|found| found.is_bridged)
}

/// Breaks of the series of a measure, in order.
fn breaks(facts: &MeasureFacts) -> Vec<Period> {
    let mut found: Vec<Period> = facts
        .ledger
        .iter()
        .filter(|entry| entry.record.kind == DefinitionChangeKind::SeriesBreak)
        .filter_map(|entry| entry.record.period)
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The groups of one breakdown side by side; none where it has no readings.
#[must_use]
pub fn groups(
    facts: &MeasureFacts,
    breakdown: BreakdownId,
    width: f32,
    text_size: f32,
) -> Option<Scene> {
    let summary = &facts.summary;
    let measure = &summary.measure.record;
    let series = facts
        .groups
        .iter()
        .filter(|series| series.breakdown_id == breakdown);
    let name = series.clone().next()?.breakdown.clone();
    Some(small_multiples(&SmallMultiples {
        width,
        text_size,
        name: measure.name.clone(),
        breakdown: name,
        numbers: numbers(measure),
        limits: natural_ends(measure),
        everyone: summary
            .readings
            .iter()
            .map(|reading| marked(facts, CellKey::everyone(reading.period), reading))
            .collect(),
        panels: series
            .map(|series| Panel {
                name: series.group.record.name.clone(),
                points: series
                    .readings
                    .iter()
                    .map(|reading| marked(facts, of_group(series, reading.period), reading))
                    .collect(),
            })
            .collect(),
        step: step(measure.frequency),
        breaks: breaks(facts).into_iter().map(Period::position).collect(),
        since: summary
            .baseline
            .as_ref()
            .filter(|_| summary.assessment.change.is_some())
            .map(|baseline| (baseline.period.position(), baseline.period.label())),
    }))
}

/// The large chart of a measure.
#[must_use]
pub fn chart(facts: &MeasureFacts, size: (f32, f32), text_size: f32, parts: Parts) -> Scene {
    let summary = &facts.summary;
    let measure = &summary.measure.record;
    let assessment = &summary.assessment;
    let valued: Vec<&Reading> = summary
        .readings
        .iter()
        .filter(|reading| reading.value.is_some())
        .collect();
    let time = |index: usize| valued.get(index).map(|reading| reading.period.position());
    let control = assessment
        .process
        .segments
        .iter()
        .filter(|_| parts.limits)
        .filter_map(|segment| {
            Some(LimitSegment {
                from: time(segment.from)?,
                to: time(segment.to.checked_sub(1)?)?,
                mean: segment.mean,
                lower: segment.lower,
                upper: segment.upper,
            })
        });
    // Signals are numbered among valued readings; the chart numbers all readings.
    let position_of = |index: usize| {
        let period = valued.get(index)?.period;
        summary
            .readings
            .iter()
            .position(|reading| reading.period == period)
    };
    let signals = assessment.process.signals.iter().filter(|_| parts.limits);
    let forecast = assessment
        .forecast
        .as_ref()
        .filter(|line| parts.forecast && line.is_drawn)
        .and_then(|line| match line.values.as_slice() {
            [from, to] => Some(ForecastLine {
                from: (from.t, from.value),
                to: (to.t, to.value),
                interval: to.interval,
            }),
            _ => None,
        });
    let benchmarks = facts
        .places
        .iter()
        .filter(|series| series.place.record.is_benchmark)
        .map(|series| {
            let points = series.readings.iter().map(|reading| {
                let cell = CellKey {
                    place: Some(series.place.id),
                    ..CellKey::everyone(reading.period)
                };
                marked(facts, cell, reading)
            });
            (&series.place.record.name, points.collect::<Vec<_>>())
        });
    let others = facts.comparisons.iter().map(|compared| {
        let points = compared.readings.iter().map(point);
        (&compared.measure.name, points.collect::<Vec<_>>())
    });
    let compared = benchmarks.chain(others).filter(|_| parts.comparison);
    let points = summary.readings.iter().map(|reading| {
        let mut point = marked(facts, CellKey::everyone(reading.period), reading);
        point.interval = margin(measure, reading)
            .filter(|_| parts.margins)
            .map(|found| (found.lower, found.upper));
        point.note = missing_note(facts, reading).unwrap_or(point.note);
        point
    });
    line_chart(&LineChart {
        size,
        text_size,
        name: measure.name.clone(),
        numbers: numbers(measure),
        limits: natural_ends(measure),
        points: points.collect(),
        step: step(measure.frequency),
        ticks: ticks(summary),
        comparisons: compared
            .take(MOST_COMPARISONS)
            .map(|(name, points)| Comparison {
                name: name.clone(),
                points,
            })
            .collect(),
        baseline: summary
            .baseline
            .as_ref()
            .filter(|_| is_comparable(summary))
            .map(|baseline| dated(baseline.period, baseline.value.0)),
        targets: summary
            .targets
            .iter()
            .map(|target| dated(target.period, target.value.0))
            .collect(),
        has_path: parts.path,
        annotations: facts
            .annotations
            .iter()
            .filter(|_| parts.notes)
            .map(|note| Annotation {
                t: note.period.position(),
                title: format!("{}: {}", note.period.label(), note.title),
                detail: note.detail.clone(),
            })
            .collect(),
        control: control.collect(),
        signals: signals
            .filter_map(|signal| position_of(signal.index))
            .collect(),
        forecast,
        breaks: breaks(facts)
            .into_iter()
            .map(|period| Break {
                t: period.position(),
                label: wording::series_break(period),
            })
            .collect(),
        flags: (1..)
            .zip(&facts.tests)
            .filter(|_| parts.notes)
            .map(|(number, test)| Flag {
                t: test.record.starts.position(),
                number,
            })
            .collect(),
        caution: wording::caution(facts).unwrap_or_default(),
    })
}

/// Why a calculated figure has no value.
fn missing_note(facts: &MeasureFacts, reading: &Reading) -> Option<String> {
    if reading.value.is_some() {
        return None;
    }
    let figures = &facts.calculation.as_ref()?.figures;
    let figure = figures.iter().find(|one| one.period == reading.period)?;
    wording::missing_parts(figure)
}

pub(crate) fn natural_ends(measure: &Measure) -> Option<(f64, f64)> {
    let limit = measure.natural_limit.and_then(|limit| limit.0.to_f64());
    match (measure.unit, limit) {
        (_, Some(limit)) => Some((0.0, limit)),
        (UnitKind::Percent, None) => Some((0.0, 100.0)),
        _ => None,
    }
}

fn step(frequency: Frequency) -> f64 {
    match frequency {
        Frequency::Monthly => 1.0 / 12.0,
        Frequency::Quarterly => 0.25,
        Frequency::SchoolYear | Frequency::CalendarYear | Frequency::FiscalYear => 1.0,
        Frequency::Irregular => 0.0,
    }
}

/// A reading to draw; where it is hidden here, the letter for that and no word of why.
fn marked(facts: &MeasureFacts, cell: CellKey, reading: &Reading) -> Point {
    let mut point = point(reading);
    if facts.withheld.why(cell).is_some() {
        point.state = PointState::Withheld;
    }
    point
}

/// The cell of a group in a period.
pub(crate) fn of_group(series: &GroupSeries, period: Period) -> CellKey {
    CellKey {
        group: Some(series.group.id),
        ..CellKey::everyone(period)
    }
}

fn point(reading: &Reading) -> Point {
    let number = |figure: rust_decimal::Decimal| figure.to_f64().unwrap_or(0.0);
    Point {
        t: reading.period.position(),
        label: reading.period.label(),
        value: reading.value.map(number),
        state: match reading.state {
            ReadingState::Final => PointState::Final,
            ReadingState::Provisional => PointState::Provisional,
            ReadingState::Revised => PointState::Revised,
            ReadingState::Suppressed => PointState::Suppressed,
            ReadingState::Missing => PointState::Missing,
        },
        interval: reading
            .lower
            .zip(reading.upper)
            .map(|(lower, upper)| (number(lower), number(upper))),
        note: reading.comment.clone(),
    }
}

fn dated(period: Period, value: rust_decimal::Decimal) -> Point {
    Point {
        t: period.position(),
        label: period.label(),
        value: value.to_f64(),
        state: PointState::Final,
        interval: None,
        note: String::new(),
    }
}

/// Every period from the first to the last that is drawn, by the kind of the readings.
fn ticks(summary: &MeasureSummary) -> Vec<Tick> {
    let periods = summary
        .readings
        .iter()
        .map(|reading| reading.period)
        .chain(summary.baseline.iter().map(|baseline| baseline.period))
        .chain(summary.targets.iter().map(|target| target.period));
    let (Some(first), Some(last)) = (periods.clone().min(), periods.max()) else {
        return Vec::new();
    };
    let mut ticks = Vec::new();
    let mut period = first;
    while period <= last && ticks.len() < 2_000 {
        ticks.push(Tick {
            t: period.position(),
            label: period.label(),
        });
        period = match first {
            // Days would make a tick each; months are close enough for an axis.
            Period::Day(_) => period.step(30),
            _ => period.next(),
        };
    }
    ticks
}
