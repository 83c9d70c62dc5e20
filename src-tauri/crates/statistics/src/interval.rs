//! F5: 95 % confidence intervals of shares, counts and rates.

use serde::Serialize;

use crate::{Error, Rule, error::finite, quantile};

/// The normal quantile of a 95 % interval.
pub const Z: f64 = 1.959_963_984_540_054;

/// Rule of [`wilson`].
pub const WILSON: Rule = Rule {
    id: "interval_wilson",
    formula: "(2x + z² ∓ z√(z² + 4x(1 − x ÷ n))) ÷ (2(n + z²))",
    source: "Wilson 1927; UKHSA PHEindicatormethods",
};

/// Rule of [`count`] for ten events or more.
pub const BYAR: Rule = Rule {
    id: "interval_byar",
    formula: "x(1 − 1 ÷ 9x − z ÷ 3√x)³ to (x + 1)(1 − 1 ÷ 9(x + 1) + z ÷ 3√(x + 1))³",
    source: "Byar; UKHSA PHEindicatormethods",
};

/// Rule of [`exact`], and of [`count`] below ten events.
pub const EXACT: Rule = Rule {
    id: "interval_exact",
    formula: "χ²(α ÷ 2, 2x) ÷ 2 to χ²(1 − α ÷ 2, 2x + 2) ÷ 2",
    source: "Exact Poisson limits; UKHSA PHEindicatormethods",
};

/// Counts from here on follow [`BYAR`], below it [`EXACT`].
pub const BYAR_FROM: f64 = 10.0;

/// The largest count with exact limits. The quantile of more takes long, and differs from
/// [`BYAR`] in no digit anybody prints.
pub const EXACT_TO: f64 = 1e8;

/// An interval with its rule.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Interval {
    /// The rule.
    pub rule: Rule,
    /// Events counted.
    pub x: f64,
    /// Out of how many, where there is such a number.
    pub n: Option<f64>,
    /// The estimate itself, in the unit of the bounds: a share, a count, or per so many.
    pub estimate: f64,
    /// Lower bound.
    pub lower: f64,
    /// Upper bound.
    pub upper: f64,
    /// Number of points it rests on.
    pub points: usize,
}

/// Wilson interval of the share `x` of `n`, as shares between 0 and 1.
///
/// # Errors
/// Numbers that are not finite, negative, or a part larger than its whole.
pub fn wilson(x: f64, n: f64) -> Result<Interval, Error> {
    check(x, n)?;
    if x > n {
        return Err(Error::OutOfRange {
            what: "x",
            why: "is larger than n",
        });
    }
    let z2 = Z * Z;
    let half = Z * (z2 + 4.0 * x * (1.0 - x / n)).sqrt();
    let below = 2.0 * (n + z2);
    Ok(Interval {
        rule: WILSON,
        x,
        n: Some(n),
        estimate: x / n,
        // Rounding must not leave a bound a hair inside or outside its natural end.
        lower: if x == 0.0 {
            0.0
        } else {
            ((2.0 * x + z2 - half) / below).max(0.0)
        },
        upper: if x == n {
            1.0
        } else {
            ((2.0 * x + z2 + half) / below).min(1.0)
        },
        points: 1,
    })
}

/// Interval of a count of `x` events: Byar from ten on, exact below.
///
/// # Errors
/// A count that is not finite or negative.
pub fn count(x: f64) -> Result<Interval, Error> {
    check(x, 1.0)?;
    if x < BYAR_FROM {
        return exact(x);
    }
    let bound = |x: f64, z: f64| x * (1.0 - 1.0 / (9.0 * x) + z / (3.0 * x.sqrt())).powi(3);
    Ok(Interval {
        rule: BYAR,
        x,
        n: None,
        estimate: x,
        lower: bound(x, -Z),
        upper: bound(x + 1.0, Z),
        points: 1,
    })
}

/// Exact interval of a count of `x` events, up to [`EXACT_TO`].
///
/// # Errors
/// A count that is not finite, negative, or larger.
pub fn exact(x: f64) -> Result<Interval, Error> {
    check(x, 1.0)?;
    if x > EXACT_TO {
        return Err(Error::OutOfRange {
            what: "x",
            why: "is too large for exact limits",
        });
    }
    let lower = if x == 0.0 {
        0.0
    } else {
        quantile::chi_square(0.025, 2.0 * x) / 2.0
    };
    Ok(Interval {
        rule: EXACT,
        x,
        n: None,
        estimate: x,
        lower,
        upper: quantile::chi_square(0.975, 2.0 * x + 2.0) / 2.0,
        points: 1,
    })
}

/// Interval of the rate of `x` events in `n` people, per `per` people.
///
/// # Errors
/// Numbers that are not finite or negative, nobody to count among.
pub fn rate(x: f64, n: f64, per: f64) -> Result<Interval, Error> {
    per_people(count(x)?, n, per)
}

/// Interval of a count as a rate among `n` people, per `per` people.
///
/// # Errors
/// Numbers that are not finite, nobody to count among.
pub fn per_people(counted: Interval, n: f64, per: f64) -> Result<Interval, Error> {
    check(counted.x, n)?;
    let counted = Interval {
        n: Some(n),
        ..counted
    };
    counted.scaled(positive("per", per)? / n)
}

/// Wilson interval of the share `x` of `n`, per `per`: 100 gives percent.
///
/// # Errors
/// Numbers that are not finite, negative, or a part larger than its whole.
pub fn wilson_per(x: f64, n: f64, per: f64) -> Result<Interval, Error> {
    wilson(x, n)?.scaled(positive("per", per)?)
}

impl Interval {
    fn scaled(self, by: f64) -> Result<Self, Error> {
        Ok(Self {
            estimate: finite("estimate", self.estimate * by)?,
            lower: self.lower * by,
            upper: finite("upper", self.upper * by)?,
            ..self
        })
    }
}

fn positive(what: &'static str, value: f64) -> Result<f64, Error> {
    if finite(what, value)? > 0.0 {
        return Ok(value);
    }
    Err(Error::OutOfRange {
        what,
        why: "is not above 0",
    })
}

fn check(x: f64, n: f64) -> Result<(), Error> {
    if finite("x", x)? < 0.0 {
        return Err(Error::OutOfRange {
            what: "x",
            why: "is below 0",
        });
    }
    positive("n", n).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_intervals_come_out() {
        for (found, lower, upper) in [
            (wilson(65.0, 100.0), 0.552_544_433, 0.736_357_518),
            (wilson(1.0, 100.0), 0.001_767_432, 0.054_486_196),
            (wilson(0.0, 10.0), 0.0, 0.277_532_800),
            (count(65.0), 50.163_187_710, 82.849_138_546),
            (rate(5.0, 100.0, 100_000.0), 1_623.486_390, 11_668.332_079),
        ] {
            let found = found.unwrap();
            assert!(
                (found.lower - lower).abs() < 1e-6,
                "{found:?} lower {lower}"
            );
            assert!(
                (found.upper - upper).abs() < 1e-6,
                "{found:?} upper {upper}"
            );
        }
        let share = wilson(65.0, 100.0).unwrap();
        assert!((share.lower - 0.552_544_433).abs() < 1e-9);
    }

    #[test]
    fn counts_below_ten_are_exact_and_byar_begins_at_ten() {
        for (x, id, lower, upper) in [
            (0.0, EXACT.id, 0.0, 3.688_879_454_113_936),
            (
                1.0,
                EXACT.id,
                0.025_317_807_984_289_9,
                5.571_643_390_938_898,
            ),
            (9.0, EXACT.id, 4.115_373_097_378_334, 17.084_803_451_419_166),
            (10.0, BYAR.id, 4.787_449_913_967_563, 18.391_458_605_756_473),
        ] {
            let found = count(x).unwrap();
            assert_eq!(found.rule.id, id, "{x} events");
            assert!((found.lower - lower).abs() < 1e-9, "{found:?}");
            assert!((found.upper - upper).abs() < 1e-9, "{found:?}");
        }
        let exact = exact(65.0).unwrap();
        assert_eq!(
            exact.rule, EXACT,
            "the exact interval exists beyond ten too"
        );
        assert!(
            (exact.lower - 50.165_627_729_234_27).abs() < 1e-9
                && (exact.upper - 82.847_835_815_871_58).abs() < 1e-9
        );
    }

    #[test]
    fn shares_and_rates_are_given_per_as_many_as_asked_for() {
        let percent = wilson_per(65.0, 100.0, 100.0).unwrap();
        assert_eq!(percent.estimate, 65.0);
        assert!((percent.lower - 55.254_443_3).abs() < 1e-7);
        assert!((percent.upper - 73.635_751_8).abs() < 1e-7);
        let rate = rate(65.0, 20_000.0, 1_000.0).unwrap();
        assert_eq!((rate.rule, rate.estimate), (BYAR, 3.25));
        assert!((rate.lower - 50.163_187_710 / 20.0).abs() < 1e-9);
        assert!((rate.upper - 82.849_138_546 / 20.0).abs() < 1e-9);
    }

    #[test]
    fn parts_larger_than_their_whole_and_negative_counts_are_refused() {
        assert!(wilson(11.0, 10.0).is_err());
        assert!(wilson(1.0, 0.0).is_err());
        assert!(count(-1.0).is_err());
        assert!(rate(1.0, 10.0, f64::INFINITY).is_err());
        assert!(exact(1e300).is_err(), "nobody waits for its limits");
        assert!(wilson_per(1.0, 10.0, 0.0).is_err());
    }

    proptest::proptest! {
        #[test]
        fn the_estimate_lies_in_its_interval(x in 0u32..5_000, more in 0u32..5_000) {
            let (x, n) = (f64::from(x), f64::from(x + more).max(1.0));
            for found in [wilson(x, n).unwrap(), count(x).unwrap(), rate(x, n, 1_000.0).unwrap()] {
                proptest::prop_assert!(found.lower <= found.estimate && found.estimate <= found.upper);
            }
        }
    }
}
