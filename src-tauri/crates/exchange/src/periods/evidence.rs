//! What a whole column proves about cells that read two ways by themselves.

use super::tokens::{Token, tokens};
use super::{DateOrder, PeriodStyle, Rhythm, without_midnight};

/// What the cells of a column prove about dates and years that read two ways elsewhere
/// in it. Proof that contradicts itself proves nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PeriodEvidence {
    day_first: bool,
    month_first: bool,
    school_years: bool,
    months: bool,
}

impl PeriodEvidence {
    /// Takes one more cell into account.
    pub fn weigh(&mut self, cell: &str) {
        let Some(tokens) = tokens(without_midnight(cell.trim())) else {
            return;
        };
        match *tokens.as_slice() {
            [
                Token::Number {
                    value: first,
                    digits: 1..=2,
                },
                Token::Slash | Token::Dash,
                Token::Number { value: second, .. },
                _,
                Token::Number { .. },
            ] => {
                self.day_first |= first > 12;
                self.month_first |= second > 12;
            }
            [
                Token::Number {
                    value: year,
                    digits: 4,
                },
                Token::Slash | Token::Dash,
                Token::Number {
                    value: second,
                    digits: 2,
                },
            ] => {
                let is_next = (year + 1) % 100 == second;
                self.school_years |= is_next && second > 12;
                self.months |= !is_next && (1..=12).contains(&second);
            }
            _ => {}
        }
    }

    /// Fills in what `style` leaves open and the column proves.
    #[must_use]
    pub fn complete(self, style: PeriodStyle) -> PeriodStyle {
        let date_order = match (self.day_first, self.month_first) {
            (true, false) => Some(DateOrder::DayFirst),
            (false, true) => Some(DateOrder::MonthFirst),
            _ => None,
        };
        let rhythm = match (self.school_years, self.months) {
            (true, false) => Some(Rhythm::SchoolYear),
            (false, true) => Some(Rhythm::Month),
            _ => None,
        };
        PeriodStyle {
            rhythm: style.rhythm.or(rhythm),
            date_order: style.date_order.or(date_order),
            ..style
        }
    }
}
