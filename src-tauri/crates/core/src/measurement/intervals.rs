//! Margins of error of single readings: as their source gives them, or worked out from
//! what was counted and out of how many.

use backbone_statistics::{Rule, Unit, interval};

use super::{Measure, Reading, assessment::number};

/// A 95 % interval of a reading.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Margin {
    /// Lower bound, in the measure's unit.
    pub lower: f64,
    /// Upper bound, in the measure's unit.
    pub upper: f64,
    /// The rule it was worked out by; none where the source gives it.
    pub rule: Option<Rule>,
}

/// The margin of error of a reading; none where nothing says it. The status rests only on
/// margins that the source gives: what counts everyone is no sample.
#[must_use]
pub fn margin(measure: &Measure, reading: &Reading) -> Option<Margin> {
    reading.value?;
    if let Some((lower, upper)) = reading.lower.zip(reading.upper) {
        return Some(Margin {
            lower: number(lower),
            upper: number(upper),
            rule: None,
        });
    }
    let x = number(reading.numerator?);
    let n = number(reading.denominator?);
    let (found, scale) = match measure.unit() {
        Unit::Percent => (interval::wilson(x, n).ok()?, 100.0),
        Unit::Rate(per) => (interval::rate(x, n, f64::from(per)).ok()?, 1.0),
        Unit::Count | Unit::Index | Unit::Currency | Unit::Days => return None,
    };
    Some(Margin {
        lower: found.lower * scale,
        upper: found.upper * scale,
        rule: Some(found.rule),
    })
}
