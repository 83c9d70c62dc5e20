//! Figures in writing: true minus, thousands commas, and points never called percent.

use backbone_statistics::Unit;
use rust_decimal::{Decimal, RoundingStrategy, prelude::FromPrimitive};

/// How the figures of one measure are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbers {
    /// Their unit.
    pub unit: Unit,
    /// Digits after the decimal point.
    pub precision: u8,
}

impl Numbers {
    /// A value with its unit: “53.2%”, “$612,000”, “12.3 per 1,000”, “14 days”.
    #[must_use]
    pub fn value(self, value: f64) -> String {
        let plain = self.plain(value);
        match self.unit {
            Unit::Percent => format!("{plain}%"),
            Unit::Currency => match plain.strip_prefix('−') {
                Some(rest) => format!("−${rest}"),
                None => format!("${plain}"),
            },
            Unit::Rate(per) => format!("{plain} per {}", grouped(&per.to_string())),
            Unit::Days => format!("{plain} days"),
            Unit::Count | Unit::Index => plain,
        }
    }

    /// A value as short as it can be said: targets as they were set, “60%”.
    #[must_use]
    pub fn short(self, value: f64) -> String {
        let whole = (value - value.round()).abs() < 1e-9;
        Self {
            precision: if whole { 0 } else { self.precision },
            ..self
        }
        .value(value)
    }

    /// A value without its unit: “53.2”.
    #[must_use]
    pub fn plain(self, value: f64) -> String {
        written(value, self.precision)
    }

    /// A signed change: “+9.1 points”, “−1,204”.
    #[must_use]
    pub fn change(self, difference: f64) -> String {
        let words = self.distance(difference.abs());
        let is_zero = self
            .plain(difference.abs())
            .chars()
            .all(|c| matches!(c, '0' | '.'));
        match difference {
            _ if is_zero => words,
            difference if difference < 0.0 => format!("−{words}"),
            _ => format!("+{words}"),
        }
    }

    /// A signed change without its unit: “+9.1”.
    #[must_use]
    pub fn plain_change(self, difference: f64) -> String {
        let text = self.plain(difference);
        let is_zero = text.chars().all(|c| matches!(c, '0' | '.'));
        if difference > 0.0 && !is_zero {
            format!("+{text}")
        } else {
            text
        }
    }

    /// How far two values lie apart: “2.8 points”, “1 point”, “1,204”.
    #[must_use]
    pub fn distance(self, distance: f64) -> String {
        let plain = self.plain(distance);
        match self.unit {
            Unit::Percent if plain == "1" => "1 point".to_owned(),
            Unit::Percent => format!("{plain} points"),
            _ => self.value(distance),
        }
    }

    /// A relative change, named as such: “+21% relative”.
    #[must_use]
    pub fn relative(percent: f64) -> String {
        let text = written(percent, 0);
        let sign = if percent > 0.0 && text != "0" {
            "+"
        } else {
            ""
        };
        format!("{sign}{text}%")
    }
}

/// A whole number with thousands commas.
#[must_use]
pub fn count(number: usize) -> String {
    grouped(&number.to_string())
}

/// A number with so many digits after the point, rounded half away from zero.
#[must_use]
pub fn written(value: f64, precision: u8) -> String {
    let places = u32::from(precision);
    let text = match Decimal::from_f64(value) {
        Some(exact) => {
            let mut rounded =
                exact.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
            rounded.rescale(places);
            rounded.to_string()
        }
        // Beyond 28 digits nobody reads single ones.
        None => format!("{value:.0}"),
    };
    signed(&text)
}

/// An exact figure as stored, with all its digits: what an editor shows.
#[must_use]
pub fn exact(value: Decimal) -> String {
    value.normalize().to_string()
}

fn signed(text: &str) -> String {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let is_zero = digits.chars().all(|c| matches!(c, '0' | '.'));
    let mut written = String::new();
    if negative && !is_zero {
        written.push('−');
    }
    written.push_str(&grouped(whole));
    if !fraction.is_empty() {
        written.push('.');
        written.push_str(fraction);
    }
    written
}

fn grouped(digits: &str) -> String {
    let mut written = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_and_changes_read_as_people_write_them() {
        let percent = Numbers {
            unit: Unit::Percent,
            precision: 1,
        };
        let count = Numbers {
            unit: Unit::Count,
            precision: 0,
        };
        let money = Numbers {
            unit: Unit::Currency,
            precision: 0,
        };
        let rate = Numbers {
            unit: Unit::Rate(1_000),
            precision: 1,
        };
        for (found, wanted) in [
            (percent.value(53.2), "53.2%"),
            (percent.short(60.0), "60%"),
            (percent.change(9.1), "+9.1 points"),
            (percent.change(-4.7), "−4.7 points"),
            (percent.change(0.04), "0.0 points"),
            (percent.change(-0.04), "0.0 points"),
            (percent.value(-0.04), "0.0%"),
            (percent.value(0.25), "0.3%"),
            (percent.distance(2.825), "2.8 points"),
            (
                Numbers {
                    precision: 0,
                    ..percent
                }
                .change(1.0),
                "+1 point",
            ),
            (count.value(1_487.0), "1,487"),
            (count.change(-1_204.0), "−1,204"),
            (money.value(-612_000.0), "−$612,000"),
            (rate.value(12.34), "12.3 per 1,000"),
            (Numbers::relative(29.5), "+30%"),
            (count.value(1e15), "1,000,000,000,000,000"),
        ] {
            assert_eq!(found, wanted);
        }
    }

    proptest::proptest! {
        #[test]
        fn any_number_is_written_without_a_hyphen_or_negative_zero(value: f64, precision in 0u8..=6) {
            let text = written(value, precision);
            proptest::prop_assert!(!text.contains('-') || !value.is_finite());
            proptest::prop_assert!(text != "−0");
        }
    }
}
