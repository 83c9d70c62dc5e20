//! What cannot be true of a table, a row or a figure.

use super::context::{Figures, KnownMeasure};
use super::figures::{fits_parts, ratio};
use super::plan::ValueColumn;
use super::problem::ProblemKind;
use super::run::Pass;
use crate::cells::{Amount, UnitSign};
use crate::table::{Row, ShapeFaultKind};
use backbone_core::measurement::ReadingState;
use backbone_statistics::Unit;
use rust_decimal::Decimal;

impl<'t> Pass<'t, '_> {
    /// What is wrong with the table as a whole is said once, not in every row.
    pub(super) fn check_table(&mut self) {
        if !self.table.sniffed().is_encoding_certain {
            self.log.add(None, None, "", ProblemKind::EncodingUncertain);
        }
        if self.plan.values.is_empty() && !self.plan.has_parts() {
            self.log.add(None, None, "", ProblemKind::NoValueColumn);
        }
        let heads = |has: fn(&ValueColumn) -> bool| {
            !self.plan.values.is_empty() && self.plan.values.iter().all(has)
        };
        let has_period = self.plan.period.is_some() || heads(|value| value.period.is_some());
        let has_measure = self.plan.measure.is_some()
            || self.mapping.measure.is_some()
            || heads(|value| value.measure.is_some());
        if !has_period {
            self.log.add(None, None, "", ProblemKind::NoPeriodColumn);
        }
        if !has_measure {
            self.log.add(None, None, "", ProblemKind::NoMeasure);
        }
    }

    /// Cells beyond the header, or a row that ends before a column that is read.
    pub(super) fn check_shape(&mut self, row: &Row<'t>) {
        let expected = self.table.header().len();
        let found = row.width();
        let kind = if row.has_open_quote() {
            ShapeFaultKind::OpenQuote
        } else if found <= self.plan.last_column {
            ShapeFaultKind::TooFew { found, expected }
        } else if found > expected && row.filled_width() > expected {
            ShapeFaultKind::TooMany { found, expected }
        } else {
            return;
        };
        self.log
            .add(Some(row.number()), None, "", ProblemKind::Shape(kind));
    }

    pub(super) fn check_value(
        &mut self,
        row: &Row<'t>,
        column: usize,
        amount: Amount,
        measure: Option<&KnownMeasure>,
    ) {
        let Some(measure) = measure else { return };
        let is_percent = measure.unit == Unit::Percent;
        let limit = measure
            .natural_limit
            .or(is_percent.then_some(Decimal::ONE_HUNDRED));
        let is_other_unit = match amount.sign {
            UnitSign::None => false,
            UnitSign::Percent => !is_percent,
            UnitSign::Currency => measure.unit != Unit::Currency,
        };
        if is_other_unit {
            self.note(row, column, ProblemKind::OtherUnit);
        }
        if let Some(limit) = limit.filter(|limit| amount.value > *limit) {
            self.note(row, column, ProblemKind::OverLimit { limit, is_percent });
        }
        let can_be_negative = matches!(measure.unit, Unit::Index | Unit::Currency | Unit::Days);
        if amount.value.is_sign_negative() && !amount.value.is_zero() && !can_be_negative {
            self.note(row, column, ProblemKind::BelowZero);
        }
        if is_percent {
            self.shares.weigh(column, amount.value);
        }
    }

    /// A figure that is said to be missing or suppressed, and yet is there.
    pub(super) fn check_state(&mut self, row: &Row<'t>, column: usize, figures: &Figures) {
        let is_absent = matches!(
            figures.state,
            ReadingState::Missing | ReadingState::Suppressed
        );
        if is_absent && figures.value.is_some() {
            self.note(row, column, ProblemKind::StateContradicts);
        }
    }

    pub(super) fn check_parts(
        &mut self,
        row: &Row<'t>,
        column: usize,
        figures: &Figures,
        measure: Option<&KnownMeasure>,
    ) {
        let is_percent = measure.is_some_and(|measure| measure.unit == Unit::Percent);
        if let (Some(denominator), Some(position)) = (figures.denominator, self.plan.denominator)
            && denominator <= Decimal::ZERO
            && figures.value.is_some()
        {
            self.note(row, position, ProblemKind::DenominatorNotPositive);
            return;
        }
        if let (Some(numerator), Some(denominator), Some(position)) =
            (figures.numerator, figures.denominator, self.plan.numerator)
            && is_percent
            && numerator > denominator
        {
            self.note(
                row,
                position,
                ProblemKind::NumeratorOverDenominator {
                    numerator,
                    denominator,
                },
            );
            return;
        }
        if let Some(value) = figures.value
            && !fits_parts(value, figures, measure)
            && let Some(expected) = ratio(figures, measure)
        {
            let expected = expected.round_dp(value.scale().max(1));
            self.note(row, column, ProblemKind::NotItsParts { expected });
        }
        let is_below = figures
            .lower
            .zip(figures.value)
            .is_some_and(|(lower, value)| lower > value);
        let is_above = figures
            .upper
            .zip(figures.value)
            .is_some_and(|(upper, value)| upper < value);
        let is_reversed = figures
            .lower
            .zip(figures.upper)
            .is_some_and(|(lower, upper)| lower > upper);
        if is_below || is_above || is_reversed {
            self.note(row, column, ProblemKind::OutsideBounds);
        }
    }
}
