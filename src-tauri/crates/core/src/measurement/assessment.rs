//! Reading the data: every rule applied to one measure, each with what it rests on.
//! Readings before the latest series break are not held against those after it.

use backbone_statistics::{
    change::{self, Change},
    interval::Z,
    pace::{self, PaceStatus},
    path::{self, Dated, PathStatus},
    runchart,
    status::{self, Status},
    trend::{self, Counter, Forecast},
    xmr,
};
use chrono::NaiveDate;
use rust_decimal::{Decimal, prelude::ToPrimitive};

use super::{
    Annotation, Baseline, DefinitionChange, Freshness, Measure, Period, Reading, Target, UnitKind,
    definition_ledger::{SeriesBreak, latest_break},
    process,
};
use crate::{Result, initiative::StatusRule};

/// What the rules look at.
#[derive(Debug, Clone, Copy)]
pub struct Assessed<'a> {
    /// The measure.
    pub measure: &'a Measure,
    /// Its baseline.
    pub baseline: Option<&'a Baseline>,
    /// Its targets in order.
    pub targets: &'a [Target],
    /// Readings of everyone, in order of their periods.
    pub readings: &'a [Reading],
    /// Its definition ledger.
    pub ledger: &'a [DefinitionChange],
    /// Its notes on the time axis.
    pub annotations: &'a [Annotation],
    /// The rule whose answer is shown.
    pub rule: StatusRule,
    /// Share of the way to a target that a measure may be short and still be watched.
    pub watch_share: Decimal,
    /// The day it is judged on.
    pub today: NaiveDate,
}

/// What the rules say of a measure.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// The rule whose answer is shown as the status.
    pub rule: StatusRule,
    /// The latest break of its series, if its readings have passed one.
    pub series_break: Option<SeriesBreak>,
    /// Latest reading that has a value.
    pub latest: Option<Reading>,
    /// Whether the figure that should be there is there.
    pub freshness: Freshness,
    /// Change since baseline; none without baseline or a later reading.
    pub change: Option<Change>,
    /// Is it moving?
    pub status: Status,
    /// Is it where it should be by now?
    pub path: PathStatus,
    /// Does it move as fast as it has to?
    pub pace: PaceStatus,
    /// How many periods in a row the same way.
    pub counter: Counter,
    /// A straight line carried to the last target, or two periods on.
    pub forecast: Option<Forecast>,
    /// Is the change real? Process limits.
    pub process: xmr::Chart,
    /// Is the change real? Runs about the median.
    pub runs: runchart::Chart,
}

/// Applies every rule to the readings of everyone.
///
/// # Errors
/// Inputs no rule can take, such as a target before its baseline.
pub fn assess(assessed: Assessed<'_>) -> Result<Assessment> {
    let Assessed {
        measure,
        targets,
        readings,
        today,
        ..
    } = assessed;
    let polarity = measure.polarity();
    let valued: Vec<&Reading> = readings
        .iter()
        .filter(|reading| reading.value.is_some())
        .collect();
    let latest = valued.last().copied();
    let series_break =
        latest.and_then(|latest| latest_break(assessed.ledger, assessed.baseline, latest.period));
    // What a break has cut off stays on the chart and out of the rules.
    let is_since_break = |period: Period| {
        series_break
            .as_ref()
            .is_none_or(|found| period.start() >= found.period.start())
    };
    let comparable: Vec<&Reading> = valued
        .iter()
        .copied()
        .filter(|reading| is_since_break(reading.period))
        .collect();
    let baseline = assessed
        .baseline
        .filter(|_| series_break.as_ref().is_none_or(|found| found.is_bridged));
    let values: Vec<f64> = comparable
        .iter()
        .filter_map(|reading| reading.value)
        .map(number)
        .collect();
    let points: Vec<Dated> = comparable
        .iter()
        .filter_map(|reading| Some(dated(reading.period, reading.value?)))
        .collect();
    let later = latest.filter(|latest| {
        baseline.is_some_and(|baseline| latest.period.position() > baseline.period.position())
    });
    let start = baseline.map(|baseline| dated(baseline.period, baseline.value.0));
    let now = later.and_then(|latest| Some(dated(latest.period, latest.value?)));
    let goals: Vec<Dated> = targets
        .iter()
        .map(|target| dated(target.period, target.value.0))
        .collect();

    let change = start
        .zip(now)
        .map(|(start, now)| change::since_baseline(start.value, now.value, measure.unit()))
        .transpose()?;
    let baseline_reading = baseline.and_then(|baseline| {
        readings
            .iter()
            .find(|reading| reading.period == baseline.period)
    });
    let status = status::against_target(status::Inputs {
        baseline: start.map(|start| start.value),
        current: now.map(|now| now.value),
        target: goals.last().map(|goal| goal.value),
        polarity,
        baseline_error: baseline_reading.and_then(standard_error),
        current_error: later.and_then(standard_error),
    })?;
    let freshness = Freshness::of(measure, latest.map(|latest| latest.period), today);
    let path = path::position(path::Inputs {
        baseline: start,
        targets: goals.clone(),
        latest: latest.and_then(|latest| Some(dated(latest.period, latest.value?))),
        interval: latest.and_then(interval),
        polarity,
        periods_since: freshness.periods_behind,
        threshold: number(assessed.watch_share),
        points: comparable.len(),
    })?;
    let horizon = latest.map(|latest| {
        let on = latest.period.step(2).position();
        goals.last().map_or(on, |goal| goal.t.max(on))
    });
    let forecast = match (latest, horizon) {
        (Some(latest), Some(horizon)) => {
            trend::forecast(&points, &[latest.period.position(), horizon])?
        }
        _ => None,
    };
    Ok(Assessment {
        rule: assessed.rule,
        latest: latest.cloned(),
        freshness,
        change,
        status,
        pace: pace(measure, start.or(points.first().copied()), &points, &goals)?,
        path,
        counter: trend::counter(&values, polarity)?,
        forecast,
        process: process::chart(
            measure,
            &valued,
            goals.last().map(|goal| goal.value),
            assessed.ledger,
            assessed.annotations,
        )?,
        runs: runchart::chart(&values)?,
        series_break,
    })
}

/// Pace from the baseline, or from the first reading where no baseline is set.
fn pace(
    measure: &Measure,
    start: Option<Dated>,
    points: &[Dated],
    goals: &[Dated],
) -> Result<PaceStatus> {
    let is_after = |point: &Dated| start.is_some_and(|start| point.t > start.t);
    let limit = measure
        .natural_limit
        .map(|limit| number(limit.0))
        .or((measure.unit == UnitKind::Percent).then_some(100.0));
    let inputs = pace::Inputs {
        baseline: start,
        latest: points.last().copied().filter(is_after),
        target: goals.last().copied().filter(is_after),
        limit,
        polarity: measure.polarity(),
        thresholds: None,
    };
    // Growth beyond any number is no reason to show nothing of the measure at all.
    Ok(pace::toward_target(inputs).or_else(|_| {
        pace::toward_target(pace::Inputs {
            latest: None,
            target: None,
            ..inputs
        })
    })?)
}

/// An exact figure as the rules take it. Figures have at most 28 digits, so they are
/// always finite.
pub(super) fn number(figure: Decimal) -> f64 {
    figure.to_f64().unwrap_or(0.0)
}

pub(super) fn dated(period: Period, value: Decimal) -> Dated {
    Dated {
        t: period.position(),
        value: number(value),
    }
}

fn interval(reading: &Reading) -> Option<(f64, f64)> {
    Some((number(reading.lower?), number(reading.upper?)))
}

/// Half the width of a 95 % interval is 1.96 standard errors.
fn standard_error(reading: &Reading) -> Option<f64> {
    interval(reading).map(|(lower, upper)| (upper - lower) / (2.0 * Z))
}
