//! What cannot be true of a table, a row or a figure.

use super::context::{Figures, KnownMeasure};
use super::figures::{fits_parts, ratio};
use super::is_everyone;
use super::mapping::Role;
use super::parts::is_of_rhythm;
use super::plan::ValueColumn;
use super::problem::ProblemKind;
use super::run::{Pass, head};
use crate::cells::{self, Amount, Cell, UnitSign};
use crate::names::fold;
use crate::periods::{self, PeriodCell};
use crate::table::{HeaderRow, Row, ShapeFaultKind};
use backbone_core::measurement::ReadingState;
use backbone_statistics::Unit;
use rust_decimal::Decimal;

/// What a figure is in, as far as a column of units can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Percent,
    Count,
    Rate,
    Currency,
    Days,
    Index,
}

impl Kind {
    fn of(unit: Unit) -> Self {
        match unit {
            Unit::Percent => Self::Percent,
            Unit::Count => Self::Count,
            Unit::Rate(_) => Self::Rate,
            Unit::Currency => Self::Currency,
            Unit::Days => Self::Days,
            Unit::Index => Self::Index,
        }
    }

    /// The unit a word names; `None` where it names none we know.
    fn named(text: &str) -> Option<Self> {
        Some(match fold(text).as_str() {
            "percent" | "pct" | "percentage" | "porcentaje" => Self::Percent,
            "count" | "number" | "n" | "numero" | "people" | "children" | "students" => Self::Count,
            "usd" | "dollars" | "dollar" | "us" | "currency" | "dolares" => Self::Currency,
            "days" | "dias" => Self::Days,
            "index" | "score" | "indice" => Self::Index,
            other if other.starts_with("per 1") || other.contains("rate") => Self::Rate,
            _ if text.trim() == "$" => Self::Currency,
            _ if text.trim() == "#" => Self::Count,
            _ => return None,
        })
    }
}

/// Words that call a row of the table a sum of those above.
fn is_sum(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "total",
        "totals",
        "grand total",
        "subtotal",
        "sum",
        "average",
        "mean",
        "suma",
        "promedio",
        "total general",
    ];
    // Nearly every cell begins with a digit, and none of the words does.
    !text.starts_with(|first: char| first.is_ascii_digit()) && WORDS.contains(&fold(text).as_str())
}

impl<'t> Pass<'t, '_> {
    /// What is wrong with the table as a whole is said once, not in every row.
    pub(super) fn check_table(&mut self) {
        let sniffed = self.table.sniffed();
        if !sniffed.is_encoding_certain {
            self.log
                .add_to_table(None, "", ProblemKind::EncodingUncertain);
        }
        if let Some(sheet) = sniffed.sheet.as_ref().filter(|sheet| sheet.is_hidden) {
            self.log
                .add_to_table(None, &sheet.name, ProblemKind::SheetHidden);
        }
        if let Some(column) = self.repeated_head() {
            let head = head(self.table, column);
            self.log
                .add_to_table(Some((column, head)), head, ProblemKind::HeadsRepeated);
        }
        if self.plan.values.is_empty() && !self.plan.has_parts() {
            self.log.add_to_table(None, "", ProblemKind::NoValueColumn);
        }
        let heads = |has: fn(&ValueColumn) -> bool| {
            !self.plan.values.is_empty() && self.plan.values.iter().all(has)
        };
        let has_period = self.plan.period.is_some()
            || heads(|value| value.period.is_some() || value.question.is_some());
        let has_measure = self.plan.measure.is_some()
            || self.mapping.measure.is_some()
            || heads(|value| value.measure.is_some());
        if !has_period {
            self.log.add_to_table(None, "", ProblemKind::NoPeriodColumn);
        }
        if !has_measure {
            self.log.add_to_table(None, "", ProblemKind::NoMeasure);
        }
        for value in self.plan.values.clone() {
            self.check_head(value);
        }
    }

    /// A period in the head of a column that reads two ways, or is of another kind than
    /// the measure is collected by.
    fn check_head(&mut self, value: ValueColumn) {
        let head = head(self.table, value.column);
        let column = Some((value.column, head));
        if let Some(question) = value.question {
            let kind = ProblemKind::PeriodUnclear(question);
            self.log.add_to_table(column, head, kind);
        }
        let measure = self.known(value.measure.or(self.mapping.measure));
        let rhythm = measure.and_then(|measure| measure.rhythm);
        if let (Some(period), Some(rhythm)) = (value.period, rhythm)
            && !is_of_rhythm(period, rhythm)
        {
            self.log
                .add_to_table(column, head, ProblemKind::OtherRhythm);
        }
    }

    /// A column that is read and has a namesake.
    fn repeated_head(&self) -> Option<usize> {
        if !self.table.has_repeated_heads() {
            return None;
        }
        let heads = self.table.header();
        let read = (0..heads.len()).filter(|&column| {
            let role = self.mapping.columns.get(column);
            role.is_some_and(|&role| role != Role::Ignore)
        });
        let mut read = read.filter(|&column| {
            let own = self.table.head_lines(column);
            let namesakes = (0..heads.len()).filter(|&other| self.table.head_lines(other) == own);
            own != ["", ""] && namesakes.take(2).count() == 2
        });
        read.next()
    }

    /// A row that holds no readings: the column names again, a note under the table, a sum
    /// of the rows above. It is left out, and that is said.
    pub(super) fn is_no_data(&mut self, row: &Row<'t>) -> bool {
        let mut filled = (0..row.width()).filter(|&column| !row.cell(column).is_empty());
        let Some(first) = filled.next() else {
            return false;
        };
        let is_alone = filled.next().is_none();
        let cell = self.text(row, first);
        let kind = if self.is_header(row) {
            ProblemKind::HeaderAgain
        } else if self.plan.period == Some(first) && !is_alone && is_sum(&cell) {
            ProblemKind::SummaryRow
        } else if is_alone && self.is_note(first, &cell) {
            ProblemKind::NoteRow
        } else {
            return false;
        };
        self.note(row, first, kind);
        true
    }

    fn is_header(&self, row: &Row<'t>) -> bool {
        if matches!(self.table.sniffed().header, HeaderRow::None) {
            return false;
        }
        let heads = self.table.header().len();
        let is_head = |column: usize| self.table.head_lines(column)[1] == row.cell(column);
        // The first cell alone tells nearly every row apart.
        heads > 1 && is_head(0) && (1..heads).all(is_head)
    }

    /// Words alone in their row, in a table of more than one column, that are neither a
    /// period, nor a figure, nor a name.
    fn is_note(&self, column: usize, cell: &str) -> bool {
        let is_value = self.plan.figure_columns().any(|value| value == column);
        let is_period = !matches!(
            periods::parse(cell, self.plan.period_style),
            PeriodCell::Unreadable
        );
        let is_name = [&self.measures, &self.groups, &self.places, &self.providers]
            .iter()
            .any(|lookup| lookup.names.find(cell).is_some());
        self.table.header().len() > 1
            && !is_value
            && !is_period
            && !is_name
            && !is_everyone(&fold(cell))
            && !cell.contains('"')
            && matches!(cells::parse(cell, None), Cell::Invalid(_))
    }

    /// Zero bytes and characters that could not be read, in cells that are.
    pub(super) fn check_stray(&mut self, row: &Row<'t>) {
        if !self.table.has_stray() {
            return;
        }
        for column in 0..self.table.header().len() {
            let role = self.mapping.columns.get(column);
            if role.is_none_or(|&role| role == Role::Ignore) {
                continue;
            }
            if self.text(row, column).contains(['\0', '\u{FFFD}']) {
                self.note(row, column, ProblemKind::StrayCharacter);
            }
        }
    }

    /// The unit a row names, held against that of its measure.
    pub(super) fn check_unit(&mut self, row: &Row<'t>, measure: Option<u32>) {
        let (Some(column), Some(known)) = (self.plan.unit, self.known(measure)) else {
            return;
        };
        let cell = self.text(row, column);
        let named = self.units.get(&cell, Kind::named);
        if named.is_some_and(|named| named != Kind::of(known.unit)) {
            self.note(row, column, ProblemKind::UnitDiffers);
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
            .add(row.number(), None, "", ProblemKind::Shape(kind));
    }

    pub(super) fn check_value(
        &mut self,
        row: &Row<'t>,
        column: usize,
        amount: Amount,
        position: Option<u32>,
    ) {
        let Some((position, measure)) = position.zip(self.known(position)) else {
            return;
        };
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
        if is_percent && amount.sign == UnitSign::None {
            self.shares.weigh(column, position, amount.value);
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
