//! Reading the data: every rule applied to one measure, each with what it rests on.

use backbone_statistics::{
    change::{self, Change},
    interval::Z,
    path::{self, Dated, PathStatus},
    runchart,
    status::{self, Status},
    trend::{self, Counter, Forecast},
    xmr,
};
use chrono::NaiveDate;
use rust_decimal::{Decimal, prelude::ToPrimitive};

use super::{Baseline, Frequency, Measure, Period, Reading, Target};
use crate::Result;

/// What the rules say of a measure.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// Latest reading that has a value.
    pub latest: Option<Reading>,
    /// Change since baseline; none without baseline or a later reading.
    pub change: Option<Change>,
    /// Is it moving?
    pub status: Status,
    /// Is it where it should be by now? The status shown.
    pub path: PathStatus,
    /// How many periods in a row the same way.
    pub counter: Counter,
    /// A straight line carried to the last target, or two periods on.
    pub forecast: Option<Forecast>,
    /// Is the change real? Process limits.
    pub process: xmr::Chart,
    /// Is the change real? Runs about the median.
    pub runs: runchart::Chart,
}

/// Applies every rule to the readings of everyone, in order of their periods.
///
/// # Errors
/// Inputs no rule can take, such as a target before its baseline.
pub fn assess(
    measure: &Measure,
    baseline: Option<&Baseline>,
    targets: &[Target],
    readings: &[Reading],
    watch_share: Decimal,
    today: NaiveDate,
) -> Result<Assessment> {
    let polarity = measure.polarity();
    let valued: Vec<&Reading> = readings
        .iter()
        .filter(|reading| reading.value.is_some())
        .collect();
    let latest = valued.last().copied();
    let values: Vec<f64> = valued
        .iter()
        .filter_map(|reading| reading.value)
        .map(number)
        .collect();
    let points: Vec<Dated> = valued
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
    let is_regular = measure.frequency != Frequency::Irregular;
    let path = path::position(path::Inputs {
        baseline: start,
        targets: goals.clone(),
        latest: latest.and_then(|latest| Some(dated(latest.period, latest.value?))),
        interval: latest.and_then(interval),
        polarity,
        periods_since: latest
            .filter(|_| is_regular)
            .map_or(0, |latest| latest.period.ended_since(today)),
        threshold: number(watch_share),
        points: valued.len(),
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
    let options = xmr::Options {
        target: goals.last().map(|goal| goal.value),
        ..xmr::Options::new(polarity)
    };
    Ok(Assessment {
        latest: latest.cloned(),
        change,
        status,
        path,
        counter: trend::counter(&values, polarity)?,
        forecast,
        process: xmr::chart(&values, options)?,
        runs: runchart::chart(&values)?,
    })
}

/// An exact figure as the rules take it. Figures have at most 28 digits, so they are
/// always finite.
fn number(figure: Decimal) -> f64 {
    figure.to_f64().unwrap_or(0.0)
}

fn dated(period: Period, value: Decimal) -> Dated {
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
