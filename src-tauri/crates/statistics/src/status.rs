//! F2: status against a target from two points: is it moving?

use serde::Serialize;

use crate::{Error, Polarity, Rule, error::finite, interval::Z};

/// The rule of this module.
pub const RULE: Rule = Rule {
    id: "status",
    formula: "share of targeted change achieved = 100 × (current − baseline) ÷ (target − baseline)",
    source: "Healthy People 2020 Final Progress Table; Healthy People 2030 methods (NCHS)",
};

/// Movement below this share of the targeted change, in percent, is not called a change.
pub const LEAST_ACHIEVED_PERCENT: f64 = 10.0;
/// Movement away below this share of the baseline, in percent, is not called a change.
pub const LEAST_AWAY_PERCENT: f64 = 10.0;

/// What the rule looks at. Values in the measure's unit.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Inputs {
    /// Value at the baseline.
    pub baseline: Option<f64>,
    /// Latest value after the baseline.
    pub current: Option<f64>,
    /// Final target.
    pub target: Option<f64>,
    /// Which way is better.
    pub polarity: Polarity,
    /// Standard error of the baseline.
    pub baseline_error: Option<f64>,
    /// Standard error of the latest value.
    pub current_error: Option<f64>,
}

/// The answer of the rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Movement {
    /// At or past the target.
    TargetMet,
    /// Toward the target.
    Improving,
    /// Little or no detectable change.
    LittleChange,
    /// Away from the target.
    GettingWorse,
    /// One reading only.
    BaselineOnly,
    /// No baseline.
    Developmental,
    /// No target, or no direction that is better.
    Informational,
}

/// Status against a target.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Status {
    /// The rule.
    pub rule: Rule,
    /// What it looked at.
    pub inputs: Inputs,
    /// The answer.
    pub movement: Movement,
    /// Percentage of the targeted change achieved, where the movement is toward the target.
    pub achieved_percent: Option<f64>,
    /// Movement away in percent of the baseline, where it is away from the target.
    pub away_percent: Option<f64>,
    /// Whether the change is statistically significant; none without a standard error.
    pub is_significant: Option<bool>,
    /// Number of points it rests on.
    pub points: usize,
}

/// Status of a measure from its baseline, latest value and target.
///
/// # Errors
/// Values that are not finite, negative standard errors.
pub fn against_target(inputs: Inputs) -> Result<Status, Error> {
    check(&inputs)?;
    let mut status = Status {
        rule: RULE,
        inputs,
        movement: Movement::Developmental,
        achieved_percent: None,
        away_percent: None,
        is_significant: None,
        points: inputs.baseline.iter().chain(&inputs.current).count(),
    };
    let Some(baseline) = inputs.baseline else {
        return Ok(status);
    };
    let Some(current) = inputs.current else {
        status.movement = Movement::BaselineOnly;
        return Ok(status);
    };
    let (Some(target), Some(better)) = (inputs.target, sign(inputs.polarity)) else {
        status.movement = Movement::Informational;
        return Ok(status);
    };
    let moved = current - baseline;
    status.is_significant = significance(&inputs, moved);
    let is_toward = moved * better > 0.0;
    let distance = target - baseline;
    if is_toward && distance * better > 0.0 {
        status.achieved_percent = Some(100.0 * moved / distance);
    } else if moved * better < 0.0 && baseline != 0.0 {
        status.away_percent = Some(100.0 * (moved / baseline).abs());
    }
    status.movement = if (current - target) * better >= 0.0 {
        Movement::TargetMet
    } else if is_toward {
        let enough = status
            .achieved_percent
            .is_none_or(|share| share >= LEAST_ACHIEVED_PERCENT);
        if status.is_significant.unwrap_or(enough) {
            Movement::Improving
        } else {
            Movement::LittleChange
        }
    } else if moved == 0.0 {
        Movement::LittleChange
    } else {
        let enough = status
            .away_percent
            .is_none_or(|share| share >= LEAST_AWAY_PERCENT);
        if status.is_significant.unwrap_or(enough) {
            Movement::GettingWorse
        } else {
            Movement::LittleChange
        }
    };
    Ok(status)
}

/// +1 where higher is better, −1 where lower is.
pub(crate) fn sign(polarity: Polarity) -> Option<f64> {
    match polarity {
        Polarity::Higher => Some(1.0),
        Polarity::Lower => Some(-1.0),
        Polarity::Neither => None,
    }
}

fn significance(inputs: &Inputs, moved: f64) -> Option<bool> {
    let known = [inputs.baseline_error, inputs.current_error];
    if known.iter().all(Option::is_none) {
        return None;
    }
    let variance: f64 = known.iter().flatten().map(|error| error * error).sum();
    Some(moved.abs() > Z * variance.sqrt())
}

fn check(inputs: &Inputs) -> Result<(), Error> {
    for (what, value) in [
        ("baseline", inputs.baseline),
        ("current", inputs.current),
        ("target", inputs.target),
    ] {
        value.map(|value| finite(what, value)).transpose()?;
    }
    for (what, value) in [
        ("baseline_error", inputs.baseline_error),
        ("current_error", inputs.current_error),
    ] {
        if value
            .map(|value| finite(what, value))
            .transpose()?
            .is_some_and(|value| value < 0.0)
        {
            return Err(Error::OutOfRange {
                what,
                why: "is below 0",
            });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(baseline: f64, current: f64, target: f64, polarity: Polarity) -> Status {
        against_target(Inputs {
            baseline: Some(baseline),
            current: Some(current),
            target: Some(target),
            polarity,
            baseline_error: None,
            current_error: None,
        })
        .unwrap()
    }

    #[test]
    fn the_published_table_of_cases_is_met() {
        use Movement::{GettingWorse, Improving, LittleChange, TargetMet};
        use Polarity::{Higher, Lower};
        for (baseline, current, target, polarity, wanted) in [
            (44.0, 57.0, 60.0, Higher, Improving),
            (50.0, 49.5, 40.0, Lower, LittleChange),
            (50.0, 56.0, 40.0, Lower, GettingWorse),
            (50.0, 54.0, 40.0, Lower, LittleChange),
            (50.0, 55.0, 40.0, Lower, GettingWorse),
            (50.0, 49.0, 40.0, Lower, Improving),
            (44.0, 60.0, 60.0, Higher, TargetMet),
            (50.0, 39.0, 40.0, Lower, TargetMet),
            (50.0, 50.0, 60.0, Higher, LittleChange),
        ] {
            let found = status(baseline, current, target, polarity).movement;
            assert_eq!(
                found, wanted,
                "{baseline} → {current}, target {target}, {polarity:?}"
            );
        }
        let achieved = status(44.0, 57.0, 60.0, Higher).achieved_percent.unwrap();
        assert!((achieved - 81.25).abs() < 1e-12);
    }

    #[test]
    fn a_known_standard_error_decides_instead_of_the_ten_percent() {
        let mut inputs = status(44.0, 57.0, 60.0, Polarity::Higher).inputs;
        inputs.current_error = Some(10.0);
        let unsure = against_target(inputs).unwrap();
        assert_eq!(
            (unsure.movement, unsure.is_significant),
            (Movement::LittleChange, Some(false))
        );
        inputs.current_error = Some(1.0);
        assert_eq!(
            against_target(inputs).unwrap().movement,
            Movement::Improving
        );
    }

    #[test]
    fn what_is_not_there_is_an_answer() {
        let mut inputs = status(1.0, 2.0, 3.0, Polarity::Higher).inputs;
        inputs.target = None;
        assert_eq!(
            against_target(inputs).unwrap().movement,
            Movement::Informational
        );
        inputs.current = None;
        assert_eq!(
            against_target(inputs).unwrap().movement,
            Movement::BaselineOnly
        );
        inputs.baseline = None;
        assert_eq!(
            against_target(inputs).unwrap().movement,
            Movement::Developmental
        );
    }

    proptest::proptest! {
        #[test]
        fn mirrored_measures_get_the_same_answer(b in -1e6..1e6f64, c in -1e6..1e6f64, t in -1e6..1e6f64) {
            let up = status(b, c, t, Polarity::Higher).movement;
            let down = status(-b, -c, -t, Polarity::Lower).movement;
            proptest::prop_assert_eq!(up, down);
        }
    }
}
