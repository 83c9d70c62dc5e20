//! F2b: position against the path to a dated target: will it arrive?

use serde::Serialize;

use crate::{Error, Polarity, Rule, error::finite, status::sign};

/// The rule of this module.
pub const RULE: Rule = Rule {
    id: "path",
    formula: "path = baseline + (target − baseline) × (t − t₀) ÷ (T − t₀), straight between dated \
              targets; short by at most the threshold × |target − baseline| is watch, more is off track",
    source: "Straight path to a dated target, through dated interim targets",
};

/// Share of the way from baseline to target that a measure may be short and still be watched.
pub const THRESHOLD: f64 = 0.25;

/// A value at a time in years.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Dated {
    /// Time in years; only differences count.
    pub t: f64,
    /// Value in the measure's unit.
    pub value: f64,
}

/// What the rule looks at.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Inputs {
    /// Where the path begins.
    pub baseline: Option<Dated>,
    /// Dated targets in order; the last one ends the path.
    pub targets: Vec<Dated>,
    /// Latest reading.
    pub latest: Option<Dated>,
    /// Confidence interval of the latest reading.
    pub interval: Option<(f64, f64)>,
    /// Which way is better.
    pub polarity: Polarity,
    /// How many expected periods have passed since the latest reading's.
    pub periods_since: u32,
    /// Share of the way that may be short; see [`THRESHOLD`].
    pub threshold: f64,
    /// Number of readings behind the latest one, it included.
    pub points: usize,
}

/// The answer of the rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Position {
    /// At or better than the path.
    OnTrack,
    /// Short by little, or within the margin of error of the path.
    Watch,
    /// Short by more.
    OffTrack,
    /// No reading in the last two expected periods.
    NoData,
    /// No dated target, no baseline, or no direction that is better.
    NoPath,
}

/// Position against the path.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PathStatus {
    /// The rule.
    pub rule: Rule,
    /// What it looked at.
    pub inputs: Inputs,
    /// The answer.
    pub position: Position,
    /// Value of the path at the latest reading.
    pub path_value: Option<f64>,
    /// How far the latest reading is on the wrong side of the path, in the measure's unit
    /// (points for percent); below 0 when it is better than the path.
    pub shortfall: Option<f64>,
    /// Shortfall in percent of the way from baseline to target.
    pub shortfall_percent: Option<f64>,
    /// Whether the interval of the latest reading contains the path.
    pub is_within_margin: bool,
    /// Number of points it rests on.
    pub points: usize,
}

/// Where a measure stands against the path to its dated target.
///
/// # Errors
/// Values that are not finite, a threshold below 0, targets not after the baseline and
/// one another.
pub fn position(inputs: Inputs) -> Result<PathStatus, Error> {
    check(&inputs)?;
    let mut status = PathStatus {
        rule: RULE,
        position: Position::NoPath,
        path_value: None,
        shortfall: None,
        shortfall_percent: None,
        is_within_margin: false,
        points: inputs.points,
        inputs,
    };
    let inputs = &status.inputs;
    let (Some(baseline), Some(target), Some(better)) = (
        inputs.baseline,
        inputs.targets.last().copied(),
        sign(inputs.polarity),
    ) else {
        // Without a path, silence of two periods is still worth saying first.
        if inputs.latest.is_none() || inputs.periods_since >= 2 {
            status.position = Position::NoData;
        }
        return Ok(status);
    };
    let Some(latest) = inputs.latest else {
        status.position = Position::NoData;
        return Ok(status);
    };
    let path = value_at(baseline, &inputs.targets, latest.t);
    let shortfall = (path - latest.value) * better;
    let way = (target.value - baseline.value).abs();
    // A reading that is on the path by hand calculation must not fall off it by the
    // last bit of a floating-point number.
    let grain = 1e-12 * (path.abs() + latest.value.abs() + way);
    let is_within = inputs
        .interval
        .is_some_and(|(lower, upper)| lower <= path && path <= upper);
    status.position = if inputs.periods_since >= 2 {
        Position::NoData
    } else if shortfall <= grain {
        Position::OnTrack
    } else if is_within || shortfall <= inputs.threshold * way + grain {
        Position::Watch
    } else {
        Position::OffTrack
    };
    status.is_within_margin = is_within;
    status.path_value = Some(path);
    status.shortfall = Some(shortfall);
    status.shortfall_percent = (way > 0.0).then(|| 100.0 * shortfall / way);
    Ok(status)
}

/// Value of the path at time `t`: straight between its dated points, level before the
/// baseline and after the last target.
#[must_use]
pub fn value_at(baseline: Dated, targets: &[Dated], t: f64) -> f64 {
    let mut from = baseline;
    for to in targets {
        if t <= to.t {
            if t <= from.t {
                return from.value;
            }
            return from.value + (to.value - from.value) * (t - from.t) / (to.t - from.t);
        }
        from = *to;
    }
    from.value
}

fn check(inputs: &Inputs) -> Result<(), Error> {
    let dated = inputs
        .baseline
        .iter()
        .chain(&inputs.targets)
        .chain(&inputs.latest);
    for point in dated {
        finite("time", point.t)?;
        finite("value", point.value)?;
    }
    if let Some((lower, upper)) = inputs.interval
        && finite("lower", lower)? > finite("upper", upper)?
    {
        return Err(Error::OutOfRange {
            what: "lower",
            why: "is above upper",
        });
    }
    if finite("threshold", inputs.threshold)? < 0.0 {
        return Err(Error::OutOfRange {
            what: "threshold",
            why: "is below 0",
        });
    }
    let times: Vec<f64> = inputs
        .baseline
        .iter()
        .chain(&inputs.targets)
        .map(|point| point.t)
        .collect();
    if times.is_sorted_by(|a, b| a < b) {
        Ok(())
    } else {
        Err(Error::OutOfRange {
            what: "target",
            why: "is not dated after what comes before it",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inputs(
        baseline: (f64, f64),
        target: (f64, f64),
        latest: (f64, f64),
        polarity: Polarity,
    ) -> Inputs {
        let dated = |(t, value)| Dated { t, value };
        Inputs {
            baseline: Some(dated(baseline)),
            targets: vec![dated(target)],
            latest: Some(dated(latest)),
            interval: None,
            polarity,
            periods_since: 0,
            threshold: THRESHOLD,
            points: 10,
        }
    }

    #[test]
    fn the_worked_examples_come_out() {
        let found = position(inputs(
            (2015.0, 44.1),
            (2027.0, 60.0),
            (2024.0, 53.2),
            Polarity::Higher,
        ))
        .unwrap();
        assert_eq!(found.position, Position::Watch);
        assert!((found.path_value.unwrap() - 56.025).abs() < 1e-9);
        assert!((found.shortfall.unwrap() - 2.825).abs() < 1e-9);
        assert!((found.shortfall_percent.unwrap() - 17.767_295_597).abs() < 1e-9);

        let found = position(inputs(
            (2015.0, 17.9),
            (2027.0, 12.0),
            (2024.0, 24.9),
            Polarity::Lower,
        ))
        .unwrap();
        assert_eq!(found.position, Position::OffTrack);
        assert!((found.path_value.unwrap() - 13.475).abs() < 1e-9);
        assert!((found.shortfall.unwrap() - 11.425).abs() < 1e-9);
    }

    #[test]
    fn interim_targets_bend_the_path() {
        let mut bent = inputs((0.0, 0.0), (10.0, 100.0), (4.0, 20.0), Polarity::Higher);
        bent.targets.insert(
            0,
            Dated {
                t: 5.0,
                value: 20.0,
            },
        );
        let found = position(bent).unwrap();
        assert_eq!(found.path_value, Some(16.0), "the first half climbs slowly");
        assert_eq!(found.position, Position::OnTrack);
    }

    #[test]
    fn a_margin_of_error_that_reaches_the_path_is_watch_at_worst() {
        let mut wide = inputs((0.0, 50.0), (10.0, 60.0), (5.0, 50.0), Polarity::Higher);
        assert_eq!(position(wide.clone()).unwrap().position, Position::OffTrack);
        wide.interval = Some((44.0, 56.0));
        let found = position(wide).unwrap();
        assert_eq!(
            (found.position, found.is_within_margin),
            (Position::Watch, true)
        );
    }

    #[test]
    fn silence_and_missing_parts_are_answers() {
        let full = inputs((0.0, 50.0), (10.0, 60.0), (5.0, 50.0), Polarity::Higher);
        let silent = Inputs {
            periods_since: 2,
            ..full.clone()
        };
        assert_eq!(position(silent).unwrap().position, Position::NoData);
        let untargeted = Inputs {
            targets: Vec::new(),
            ..full.clone()
        };
        assert_eq!(position(untargeted).unwrap().position, Position::NoPath);
        let neither = Inputs {
            polarity: Polarity::Neither,
            ..full.clone()
        };
        assert_eq!(position(neither).unwrap().position, Position::NoPath);
        let backward = inputs((10.0, 50.0), (5.0, 60.0), (5.0, 50.0), Polarity::Higher);
        assert!(
            position(backward).is_err(),
            "a target before the baseline cannot be meant"
        );
    }

    #[test]
    fn after_its_date_the_target_itself_is_the_path() {
        let late = inputs((0.0, 50.0), (10.0, 60.0), (12.0, 60.0), Polarity::Higher);
        assert_eq!(position(late).unwrap().position, Position::OnTrack);
    }

    proptest::proptest! {
        #[test]
        fn shifting_time_changes_nothing(v in 0.0..100.0f64, t in 0.0..12.0f64, shift in -100.0..100.0f64) {
            let here = inputs((0.0, 40.0), (12.0, 60.0), (t, v), Polarity::Higher);
            let there = inputs((shift, 40.0), (12.0 + shift, 60.0), (t + shift, v), Polarity::Higher);
            let (here, there) = (position(here).unwrap(), position(there).unwrap());
            proptest::prop_assert!((here.shortfall.unwrap() - there.shortfall.unwrap()).abs() < 1e-9);
        }
    }
}
