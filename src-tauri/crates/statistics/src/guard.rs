//! F11: the comparison guard. Whoever is chosen for an extreme value moves back toward the
//! usual one whatever is done; without a comparison series, a before and after of such a
//! cohort says little about the work. This module owns the caution, and the arithmetic of
//! a comparison once there is one.

use serde::Serialize;

use crate::{
    Error, Rule,
    error::finite,
    interval::{Interval, wilson},
};

/// The guard's rule.
pub const RULE: Rule = Rule {
    id: "guard",
    formula: "caution where a cohort was chosen for an extreme baseline and no comparison series \
              is attached",
    source: "Regression to the mean; Finkelstein et al. 2020 (Camden Coalition trial)",
};

/// Rule of [`adjusted_change`].
pub const ADJUSTED: Rule = Rule {
    id: "adjusted_change",
    formula: "(after − before) of the cohort − (after − before) of the comparison",
    source: "Difference in differences",
};

/// Rule of [`difference_of_shares`].
pub const SHARES: Rule = Rule {
    id: "difference_of_shares",
    formula: "p₁ − p₂, from (p₁ − p₂) − √((p₁ − l₁)² + (u₂ − p₂)²) to (p₁ − p₂) + √((u₁ − p₁)² + \
              (p₂ − l₂)²), with Wilson bounds l and u",
    source: "Newcombe 1998, method 10",
};

/// What the guard looks at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Inputs {
    /// Whether the cohort was chosen for an extreme baseline, such as most admissions.
    pub is_chosen_for_extreme_baseline: bool,
    /// Whether a comparison series is attached.
    pub has_comparison: bool,
    /// Number of readings of the cohort.
    pub points: usize,
}

/// The answer of the guard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Nothing to warn of.
    Clear,
    /// The change is shown with a caution, on chart and paper.
    Caution,
}

/// What led to the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The cohort was chosen for an extreme baseline, and so moves back by itself.
    ChosenForExtremeBaseline,
    /// No comparison shows how far it would have moved anyway.
    NoComparison,
    /// A comparison shows how far it would have moved anyway.
    Compared,
}

/// The guard's answer with its reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Guard {
    /// The rule.
    pub rule: Rule,
    /// What it looked at.
    pub inputs: Inputs,
    /// The answer.
    pub verdict: Verdict,
    /// What led to it; empty for a cohort that was not chosen for an extreme baseline.
    pub reasons: Vec<Reason>,
    /// Number of points it rests on.
    pub points: usize,
}

/// Whether a change may be shown without a caution.
#[must_use]
pub fn comparison(inputs: Inputs) -> Guard {
    let (verdict, reasons) = match (inputs.is_chosen_for_extreme_baseline, inputs.has_comparison) {
        (false, _) => (Verdict::Clear, Vec::new()),
        (true, true) => (
            Verdict::Clear,
            vec![Reason::ChosenForExtremeBaseline, Reason::Compared],
        ),
        (true, false) => (
            Verdict::Caution,
            vec![Reason::ChosenForExtremeBaseline, Reason::NoComparison],
        ),
    };
    Guard {
        rule: RULE,
        inputs,
        verdict,
        reasons,
        points: inputs.points,
    }
}

/// A value before and after.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct BeforeAfter {
    /// Before, in the measure's unit.
    pub before: f64,
    /// After, in the measure's unit.
    pub after: f64,
}

/// How far a cohort moved beyond its comparison. In points for percent, else in the
/// measure's unit.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AdjustedChange {
    /// The rule.
    pub rule: Rule,
    /// The cohort.
    pub cohort: BeforeAfter,
    /// What it is compared with.
    pub comparison: BeforeAfter,
    /// Change of the cohort.
    pub cohort_change: f64,
    /// Change of the comparison.
    pub comparison_change: f64,
    /// Change of the cohort beyond that of the comparison.
    pub adjusted: f64,
    /// Number of points it rests on.
    pub points: usize,
}

/// How far `cohort` moved beyond `comparison`.
///
/// # Errors
/// Values that are not finite, or so far apart that their difference is not.
pub fn adjusted_change(
    cohort: BeforeAfter,
    comparison: BeforeAfter,
) -> Result<AdjustedChange, Error> {
    let change = |of: BeforeAfter| {
        finite("before", of.before)?;
        finite("after", of.after)?;
        finite("change", of.after - of.before)
    };
    let (cohort_change, comparison_change) = (change(cohort)?, change(comparison)?);
    Ok(AdjustedChange {
        rule: ADJUSTED,
        cohort,
        comparison,
        cohort_change,
        comparison_change,
        adjusted: finite("adjusted change", cohort_change - comparison_change)?,
        points: 4,
    })
}

/// Difference of two shares with its 95 % interval. All as shares between −1 and 1.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ShareDifference {
    /// The rule.
    pub rule: Rule,
    /// Share of the cohort with its own interval.
    pub cohort: Interval,
    /// Share of the comparison with its own interval.
    pub comparison: Interval,
    /// Share of the cohort − share of the comparison.
    pub difference: f64,
    /// Lower bound of the difference.
    pub lower: f64,
    /// Upper bound of the difference.
    pub upper: f64,
    /// Whether the interval contains 0, so that chance alone may explain the difference.
    pub includes_none: bool,
    /// Number of points it rests on.
    pub points: usize,
}

/// Difference between `cohort` and `comparison`, each `(x, n)`: x of n.
///
/// # Errors
/// Numbers that are not finite, negative, or a part larger than its whole.
pub fn difference_of_shares(
    cohort: (f64, f64),
    comparison: (f64, f64),
) -> Result<ShareDifference, Error> {
    let (one, two) = (
        wilson(cohort.0, cohort.1)?,
        wilson(comparison.0, comparison.1)?,
    );
    let difference = one.estimate - two.estimate;
    let lower = difference - (one.estimate - one.lower).hypot(two.upper - two.estimate);
    let upper = difference + (one.upper - one.estimate).hypot(two.estimate - two.lower);
    Ok(ShareDifference {
        rule: SHARES,
        cohort: one,
        comparison: two,
        difference,
        lower,
        upper,
        includes_none: lower <= 0.0 && 0.0 <= upper,
        points: 2,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_extreme_cohort_without_comparison_is_cautioned() {
        use Reason::{ChosenForExtremeBaseline, Compared, NoComparison};
        for (is_extreme, has_comparison, verdict, reasons) in [
            (
                true,
                false,
                Verdict::Caution,
                &[ChosenForExtremeBaseline, NoComparison][..],
            ),
            (
                true,
                true,
                Verdict::Clear,
                &[ChosenForExtremeBaseline, Compared],
            ),
            (false, false, Verdict::Clear, &[]),
            (false, true, Verdict::Clear, &[]),
        ] {
            let found = comparison(Inputs {
                is_chosen_for_extreme_baseline: is_extreme,
                has_comparison,
                points: 3,
            });
            assert_eq!(
                (found.verdict, found.reasons.as_slice(), found.points),
                (verdict, reasons, 3),
                "extreme {is_extreme}, comparison {has_comparison}"
            );
        }
    }

    #[test]
    fn a_fall_of_38_points_is_none_where_the_comparison_fell_as_far() {
        let cohort = BeforeAfter {
            before: 100.3,
            after: 62.3,
        };
        let comparison = BeforeAfter {
            before: 99.7,
            after: 61.7,
        };
        let found = adjusted_change(cohort, comparison).unwrap();
        assert!((found.cohort_change + 38.0).abs() < 1e-9);
        assert!(found.adjusted.abs() < 1e-9);
    }

    #[test]
    fn the_difference_of_shares_is_the_published_one() {
        // Newcombe 1998, table II, method 10.
        for (cohort, comparison, lower, upper) in [
            ((56.0, 70.0), (48.0, 80.0), 0.0524, 0.3339),
            ((9.0, 10.0), (3.0, 10.0), 0.1705, 0.8090),
            ((5.0, 56.0), (0.0, 29.0), -0.0381, 0.1926),
            ((0.0, 10.0), (0.0, 20.0), -0.1611, 0.2775),
            ((10.0, 10.0), (0.0, 10.0), 0.6075, 1.0),
        ] {
            let found = difference_of_shares(cohort, comparison).unwrap();
            assert!((found.lower - lower).abs() < 5e-5, "{found:?}");
            assert!((found.upper - upper).abs() < 5e-5, "{found:?}");
        }
    }

    #[test]
    fn what_cannot_be_meant_is_refused() {
        assert!(difference_of_shares((3.0, 2.0), (1.0, 2.0)).is_err());
        let wide = BeforeAfter {
            before: -f64::MAX,
            after: f64::MAX,
        };
        assert!(adjusted_change(wide, wide).is_err());
    }

    proptest::proptest! {
        #[test]
        fn swapping_the_two_turns_the_difference_round(
            x in 0u32..200, more in 1u32..200, y in 0u32..200, other in 1u32..200,
        ) {
            let one = (f64::from(x), f64::from(x + more));
            let two = (f64::from(y), f64::from(y + other));
            let forth = difference_of_shares(one, two).unwrap();
            let back = difference_of_shares(two, one).unwrap();
            proptest::prop_assert!(forth.lower <= forth.difference && forth.difference <= forth.upper);
            proptest::prop_assert!((forth.lower + back.upper).abs() < 1e-12);
            proptest::prop_assert!((-1.0 - 1e-12..=1.0 + 1e-12).contains(&forth.lower));
            proptest::prop_assert_eq!(forth.includes_none, back.includes_none);
        }
    }
}
