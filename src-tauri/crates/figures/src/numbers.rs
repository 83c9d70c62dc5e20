//! Figures in writing: true minus, thousands commas, and points never called percent.

use backbone_statistics::Unit;
use rust_decimal::{Decimal, RoundingStrategy, prelude::FromPrimitive};

use crate::text;

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
            Unit::Rate(per) => text::english().with(
                "unit-rate",
                &[
                    ("figure", plain.into()),
                    ("people", grouped(&per.to_string()).into()),
                ],
            ),
            Unit::Days => counted("unit-days", plain),
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
        match difference {
            difference if self.is_zero(difference) => words,
            difference if difference < 0.0 => format!("−{words}"),
            _ => format!("+{words}"),
        }
    }

    /// A signed change without its unit: “+9.1”.
    #[must_use]
    pub fn plain_change(self, difference: f64) -> String {
        let text = self.plain(difference);
        if difference > 0.0 && !self.is_zero(difference) {
            format!("+{text}")
        } else {
            text
        }
    }

    /// How far two values lie apart: “2.8 points”, “1 point”, “1,204”.
    #[must_use]
    pub fn distance(self, distance: f64) -> String {
        match self.unit {
            Unit::Percent => counted("unit-points", self.plain(distance)),
            _ => self.value(distance),
        }
    }

    /// Whether a number is written as zero.
    #[must_use]
    pub fn is_zero(self, number: f64) -> bool {
        reads_as_zero(&self.plain(number))
    }

    /// Two ends in their unit: “48.1–58.3%”, “−2.0% to 3.5%”.
    #[must_use]
    pub fn range(self, lower: f64, upper: f64) -> String {
        let (from, to) = (self.plain(lower), self.value(upper));
        match self.unit {
            // A dash beside a minus, or between amounts of money, would be misread.
            _ if lower < 0.0 => format!("{} to {to}", self.value(lower)),
            Unit::Currency => format!("{}–{to}", self.value(lower)),
            _ => format!("{from}–{to}"),
        }
    }

    /// A relative change: “+21%”. The place that shows it calls it relative.
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

/// A number with so many digits after the point, rounded half away from zero; “–” for
/// what is no number.
#[must_use]
pub fn written(value: f64, precision: u8) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
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
    let mut written = String::new();
    if negative && !reads_as_zero(digits) {
        written.push('−');
    }
    written.push_str(&grouped(whole));
    if !fraction.is_empty() {
        written.push('.');
        written.push_str(fraction);
    }
    written
}

/// Words in the singular where the figure reads as exactly one.
fn counted(id: &str, figure: String) -> String {
    let count = if figure == "1" { 1 } else { 2 };
    text::english().with(id, &[("count", count.into()), ("figure", figure.into())])
}

fn reads_as_zero(text: &str) -> bool {
    text.chars().all(|c| matches!(c, '0' | '.'))
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
        let days = Numbers {
            unit: Unit::Days,
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
            (count.value(f64::NAN), "–"),
            (count.value(-0.0), "0"),
            (days.value(1.0), "1 day"),
            (days.change(-14.0), "−14 days"),
            (percent.range(48.1, 58.3), "48.1–58.3%"),
            (percent.range(-2.0, 3.5), "−2.0% to 3.5%"),
            (money.range(1_000.0, 2_000.0), "$1,000–$2,000"),
        ] {
            assert_eq!(found, wanted);
        }
    }

    #[test]
    fn halves_are_rounded_away_from_zero_at_every_precision() {
        for (value, precision, wanted) in [
            (0.5, 0, "1"),
            (-2.5, 0, "−3"),
            (0.285, 2, "0.29"),
            (2.675, 2, "2.68"),
            (1e-7, 6, "0.000000"),
            (0.000_000_5, 6, "0.000001"),
            (1_234.5, 3, "1,234.500"),
            (1e29, 0, "99,999,999,999,999,991,433,150,857,216"),
        ] {
            assert_eq!(written(value, precision), wanted, "{value} to {precision}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_number_is_written_without_a_hyphen_or_negative_zero(value: f64, precision in 0u8..=6) {
            let text = written(value, precision);
            proptest::prop_assert!(!text.contains('-'));
            proptest::prop_assert!(text != "−0");
        }
    }
}
