//! Arithmetic on the figures of a row: what numerator and denominator give, whether two
//! rows say the same, whether a column holds shares instead of percentages.

use super::context::{Figures, KnownMeasure};
use backbone_statistics::Unit;
use rust_decimal::Decimal;
use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};

/// Digits kept of a value computed from its parts.
const RATIO_DIGITS: u32 = 4;

/// A number that is equal for equal figures; 50 and 50.0 are equal.
pub(super) fn fingerprint(figures: &Figures) -> u64 {
    let mut hasher = FxHasher::default();
    let Figures {
        value,
        numerator,
        denominator,
        lower,
        upper,
        state,
    } = figures;
    for figure in [value, numerator, denominator, lower, upper] {
        // Hashing a decimal normalizes it first, which whole numbers can be spared.
        match figure {
            Some(figure) if figure.scale() == 0 => figure.mantissa().hash(&mut hasher),
            Some(figure) => {
                let figure = figure.normalize();
                (figure.mantissa(), figure.scale()).hash(&mut hasher);
            }
            None => hasher.write_u8(1),
        }
    }
    state.hash(&mut hasher);
    hasher.finish()
}

/// Numerator and denominator give this value to the digits it is written with; rounding
/// in either direction is no contradiction. Multiplied out, because dividing is slow.
pub(crate) fn fits_parts(
    value: Decimal,
    figures: &Figures,
    measure: Option<&KnownMeasure>,
) -> bool {
    let (Some(numerator), Some(denominator), Some(factor)) = (
        figures.numerator,
        figures.denominator,
        measure.and_then(per),
    ) else {
        return true;
    };
    let tolerance = Decimal::new(6, value.scale().min(RATIO_DIGITS) + 1);
    let product = |a: Decimal, b: Decimal| a.checked_mul(b);
    match (
        product(value, denominator),
        product(numerator, factor),
        product(tolerance, denominator),
    ) {
        (Some(found), Some(expected), Some(allowed)) => (found - expected).abs() <= allowed.abs(),
        _ => true,
    }
}

/// What numerator and denominator give in the unit of the measure.
pub(crate) fn ratio(figures: &Figures, measure: Option<&KnownMeasure>) -> Option<Decimal> {
    let part = figures.numerator?.checked_mul(per(measure?)?)?;
    Some(
        part.checked_div(figures.denominator?)?
            .round_dp(RATIO_DIGITS),
    )
}

/// How many of the denominator the value is expressed for.
fn per(measure: &KnownMeasure) -> Option<Decimal> {
    match measure.unit {
        Unit::Percent => Some(Decimal::ONE_HUNDRED),
        Unit::Rate(per) => Some(Decimal::from(per)),
        Unit::Count | Unit::Index | Unit::Currency | Unit::Days => None,
    }
}

/// Whether a column of percentages holds shares of 1.
#[derive(Debug, Default)]
pub(super) struct ShareWatch {
    columns: Vec<Watched>,
}

/// The values of one measure in one column.
#[derive(Debug)]
struct Watched {
    column: usize,
    measure: u32,
    /// Values between 0 and 1.
    fractions: u32,
    are_all_shares: bool,
}

/// So many fractions, and nothing else, are no chance.
const SURE: u32 = 3;

impl ShareWatch {
    pub fn weigh(&mut self, column: usize, measure: u32, value: Decimal) {
        let is_share = value <= Decimal::ONE;
        let fractions = u32::from(is_share && value.scale() > 0 && !value.is_zero());
        let known = |watched: &&mut Watched| watched.column == column && watched.measure == measure;
        match self.columns.iter_mut().find(known) {
            Some(watched) => {
                watched.are_all_shares &= is_share;
                watched.fractions = watched.fractions.saturating_add(fractions);
            }
            None => self.columns.push(Watched {
                column,
                measure,
                fractions,
                are_all_shares: is_share,
            }),
        }
    }

    /// Columns and measures all of whose values are within 1, fractions among them, and
    /// whether there are too many of those for chance.
    pub fn suspicious(&self) -> Vec<(usize, u32, bool)> {
        let found = self
            .columns
            .iter()
            .filter(|watched| watched.are_all_shares && watched.fractions > 0);
        found
            .map(|watched| (watched.column, watched.measure, watched.fractions >= SURE))
            .collect()
    }
}
