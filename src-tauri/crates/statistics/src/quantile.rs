//! Quantiles found from a library's distribution functions. The library's own inverses
//! stop at about six digits; reports promise nine.

use statrs::distribution::{ChiSquared, ContinuousCDF, StudentsT};

/// Quantile of the chi-square distribution with `degrees` > 0 at 0 < `share` < 1.
pub(crate) fn chi_square(share: f64, degrees: f64) -> f64 {
    ChiSquared::new(degrees).map_or(f64::NAN, |found| {
        bisect(0.0, degrees.max(1.0), share, |value| found.cdf(value))
    })
}

/// Quantile of Student's t with `degrees` > 0 at 0.5 ≤ `share` < 1.
pub(crate) fn student(share: f64, degrees: f64) -> f64 {
    StudentsT::new(0.0, 1.0, degrees).map_or(f64::NAN, |found| {
        bisect(0.0, 2.0, share, |value| found.cdf(value))
    })
}

/// Finds where a growing function reaches `share`; the upper bound is doubled as needed.
fn bisect(mut low: f64, mut high: f64, share: f64, cdf: impl Fn(f64) -> f64) -> f64 {
    while cdf(high) < share && high < f64::MAX / 4.0 {
        low = high;
        high *= 2.0;
    }
    // Two hundred halvings end at neighboring floating-point numbers from any start.
    for _ in 0..200 {
        let middle = low.midpoint(high);
        if middle <= low || middle >= high {
            break;
        }
        if cdf(middle) < share {
            low = middle
        } else {
            high = middle
        }
    }
    low.midpoint(high)
}
