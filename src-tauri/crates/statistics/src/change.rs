//! F1: change since baseline.

use serde::Serialize;

use crate::{Error, Rule, Unit, error::finite};

/// The rule of this module.
pub const RULE: Rule = Rule {
    id: "change",
    formula: "change = current − baseline; relative change = 100 × (current − baseline) ÷ baseline",
    source: "Plain arithmetic; percentages change by points",
};

/// How a measure has changed since its baseline.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Change {
    /// The rule.
    pub rule: Rule,
    /// Value at the baseline, in the measure's unit.
    pub baseline: f64,
    /// Latest value, in the measure's unit.
    pub current: f64,
    /// Unit of both values.
    pub unit: Unit,
    /// Difference, in points for percent and else in the measure's unit.
    pub difference: f64,
    /// Relative change in percent of the baseline; none where the baseline is 0.
    pub relative_percent: Option<f64>,
    /// Number of points it rests on.
    pub points: usize,
}

/// Change of `current` against `baseline`, both in `unit`.
///
/// # Errors
/// Values that are not finite, or so far apart that their difference is not.
pub fn since_baseline(baseline: f64, current: f64, unit: Unit) -> Result<Change, Error> {
    finite("baseline", baseline)?;
    finite("current", current)?;
    let difference = finite("difference", current - baseline)?;
    let relative = 100.0 * difference / baseline;
    Ok(Change {
        rule: RULE,
        baseline,
        current,
        unit,
        difference,
        relative_percent: (baseline != 0.0 && relative.is_finite()).then_some(relative),
        points: 2,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_change_by_points_and_the_relative_change_is_another_number() {
        let change = since_baseline(44.0, 57.0, Unit::Percent).unwrap();
        assert_eq!(change.difference, 13.0, "44 % to 57 % is 13 points");
        let relative = change.relative_percent.unwrap();
        assert!((relative - 29.545_454_545).abs() < 1e-9, "and 29.5 % of 44");
    }

    #[test]
    fn a_zero_baseline_has_no_relative_change() {
        let change = since_baseline(0.0, 5.0, Unit::Count).unwrap();
        assert_eq!((change.difference, change.relative_percent), (5.0, None));
    }

    #[test]
    fn what_is_not_a_number_is_refused() {
        assert!(since_baseline(f64::NAN, 1.0, Unit::Count).is_err());
        assert!(
            since_baseline(-f64::MAX, f64::MAX, Unit::Count).is_err(),
            "overflow"
        );
    }
}
