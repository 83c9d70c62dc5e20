//! F6: run charts: too long a run or too few crossings of the median.

use serde::Serialize;

use crate::{Error, Rule, error::all_finite};

/// The rule of this module.
pub const RULE: Rule = Rule {
    id: "runchart",
    formula: "signal when the longest run > round(log₂ n) + 3, or crossings < the 5 % quantile of \
              Binomial(n − 1, ½); n counts points not on the median",
    source: "Anhøj 2014 (qicharts2); Perla, Provost & Murray 2011 (IHI)",
};

/// With fewer points off the median the answer is “too few points”.
pub const LEAST_POINTS: usize = 10;

/// The chart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Chart {
    /// The rule.
    pub rule: Rule,
    /// Median of all points.
    pub median: Option<f64>,
    /// Points not on the median.
    pub useful: usize,
    /// Longest run on one side of the median; points on it neither add nor break.
    pub longest_run: usize,
    /// Runs longer than this are a signal.
    pub longest_run_limit: usize,
    /// Crossings of the median.
    pub crossings: usize,
    /// Fewer crossings than this are a signal.
    pub crossings_limit: usize,
    /// Whether there is a signal; none with too few points.
    pub is_signal: Option<bool>,
    /// Number of points it rests on.
    pub points: usize,
}

/// Run chart of `values`, oldest first.
///
/// # Errors
/// Values that are not finite.
pub fn chart(values: &[f64]) -> Result<Chart, Error> {
    all_finite("values", values)?;
    let median = median(values);
    let sides: Vec<bool> = median
        .map(|median| {
            values
                .iter()
                .filter(|value| **value != median)
                .map(|value| *value > median)
                .collect()
        })
        .unwrap_or_default();
    let mut longest = 0;
    let mut crossings = 0;
    for run in sides.chunk_by(|a, b| a == b) {
        longest = longest.max(run.len());
        crossings += 1;
    }
    let crossings = usize::saturating_sub(crossings, 1);
    let useful = sides.len();
    let (run_limit, crossings_limit) = limits(useful);
    Ok(Chart {
        rule: RULE,
        median,
        useful,
        longest_run: longest,
        longest_run_limit: run_limit,
        crossings,
        crossings_limit,
        is_signal: (useful >= LEAST_POINTS)
            .then_some(longest > run_limit || crossings < crossings_limit),
        points: values.len(),
    })
}

/// Longest run and least crossings that chance allows among `useful` points.
#[must_use]
pub fn limits(useful: usize) -> (usize, usize) {
    if useful < 2 {
        return (3 + useful, 0);
    }
    let run = (useful as f64).log2().round() as usize + 3;
    (run, least_crossings(useful - 1))
}

/// Smallest k whose share of Binomial(`trials`, ½) at or below it reaches 5 %. Summed in
/// logarithms so that long series do not underflow.
fn least_crossings(trials: usize) -> usize {
    let mut log_term = -(trials as f64) * std::f64::consts::LN_2;
    let mut sum = log_term.exp();
    let mut found = 0;
    while sum < 0.05 && found < trials {
        log_term += ((trials - found) as f64).ln() - ((found + 1) as f64).ln();
        sum += log_term.exp();
        found += 1;
    }
    found
}

fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    let upper = *sorted.get(middle)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    sorted
        .get(middle.checked_sub(1)?)
        .map(|lower| lower.midpoint(upper))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limits_are_the_published_ones() {
        for (useful, run, crossings) in [
            (10, 6, 2),
            (12, 7, 3),
            (16, 7, 4),
            (20, 7, 6),
            (24, 8, 8),
            (30, 8, 10),
        ] {
            assert_eq!(limits(useful), (run, crossings), "{useful} points");
        }
    }

    #[test]
    fn a_step_is_a_signal_and_noise_is_none() {
        let step: Vec<f64> = (0..20)
            .map(|i| f64::from(i32::from(i >= 10)) * 10.0 + f64::from(i % 3))
            .collect();
        let found = chart(&step).unwrap();
        assert_eq!(
            (found.longest_run, found.crossings, found.is_signal),
            (10, 1, Some(true))
        );
        let noise: Vec<f64> = (0..20).map(|i| f64::from((i * 7) % 5)).collect();
        assert_eq!(chart(&noise).unwrap().is_signal, Some(false));
    }

    #[test]
    fn too_few_points_is_an_answer() {
        assert_eq!(chart(&[1.0, 2.0, 3.0]).unwrap().is_signal, None);
        assert_eq!(chart(&[]).unwrap().median, None);
        assert_eq!(
            chart(&[2.0; 30]).unwrap().useful,
            0,
            "points on the median do not count"
        );
    }
}
