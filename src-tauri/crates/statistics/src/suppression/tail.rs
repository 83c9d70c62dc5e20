//! Percentages near none or all: “more than 95 %” tells less of each member than “100 %”.

use serde::Serialize;

use super::{Bounds, Tails};

/// A percentage as it is printed.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum Percent {
    /// As it is, in percent.
    Exactly {
        /// 0 to 100.
        percent: f64,
    },
    /// Somewhere above, in percent.
    MoreThan {
        /// Where the upper tail begins.
        percent: f64,
    },
    /// Somewhere below, in percent.
    LessThan {
        /// Where the lower tail ends.
        percent: f64,
    },
}

/// Codes a percentage, 0 to 100, by the tails. The ends themselves are printed as they are.
///
/// Source: NCES 2011-603, recommendations on top and bottom coding.
#[must_use]
pub fn code(percent: f64, tails: Option<Tails>) -> Percent {
    match tails {
        Some(Tails { high, .. }) if percent > high => Percent::MoreThan { percent: high },
        Some(Tails { low, .. }) if percent < low => Percent::LessThan { percent: low },
        _ => Percent::Exactly { percent },
    }
}

/// How many of `n` people a coded percentage leaves possible; none where it is exact.
#[must_use]
pub(super) fn range(coded: Percent, n: u64) -> Option<Bounds> {
    // Counts of people are far below 2⁵³, so the way through floating point loses nothing;
    // the loops mend the last bit at whole numbers.
    let share = |count: u64| 100.0 * count as f64 / n as f64;
    match coded {
        Percent::Exactly { .. } => None,
        Percent::MoreThan { percent } => {
            let mut lower = (percent / 100.0 * n as f64).floor() as u64;
            while lower < n && share(lower) <= percent {
                lower += 1;
            }
            Some(Bounds {
                lower,
                upper: Some(n),
            })
        }
        Percent::LessThan { percent } => {
            let mut upper = (percent / 100.0 * n as f64).ceil() as u64;
            while upper > 0 && share(upper) >= percent {
                upper -= 1;
            }
            Some(Bounds {
                lower: 0,
                upper: Some(upper),
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_lies_beyond_a_tail_is_coded() {
        let tails = Some(Tails::default());
        for (percent, wanted) in [
            (0.0, Percent::LessThan { percent: 5.0 }),
            (4.9, Percent::LessThan { percent: 5.0 }),
            (5.0, Percent::Exactly { percent: 5.0 }),
            (95.0, Percent::Exactly { percent: 95.0 }),
            (95.1, Percent::MoreThan { percent: 95.0 }),
            (100.0, Percent::MoreThan { percent: 95.0 }),
        ] {
            assert_eq!(code(percent, tails), wanted);
            assert_eq!(code(percent, None), Percent::Exactly { percent });
        }
    }

    #[test]
    fn the_range_of_a_coded_percentage_holds_exactly_the_counts_it_can_mean() {
        let tails = Some(Tails::default());
        for n in 1..=200_u64 {
            for x in 0..=n {
                let coded = code(100.0 * x as f64 / n as f64, tails);
                let Some(bounds) = range(coded, n) else {
                    continue;
                };
                let can_mean: Vec<u64> = (0..=n)
                    .filter(|x| code(100.0 * *x as f64 / n as f64, tails) == coded)
                    .collect();
                assert_eq!(
                    (bounds.lower, bounds.upper),
                    (can_mean[0], can_mean.last().copied()),
                    "{x} of {n}"
                );
            }
        }
    }
}
