//! Reading the parts of a row: when, what, where, who, and the figures.

use super::context::{Figures, KnownMeasure};
use super::figures::ratio;
use super::is_everyone;
use super::mapping::{Role, Shares};
use super::plan::ValueColumn;
use super::problem::ProblemKind;
use super::run::Pass;
use super::state;
use crate::cells::{self, Amount, Cell, Reason, UnitSign};
use crate::names::fold;
use crate::periods::{self, PeriodCell, Rhythm};
use crate::table::Row;
use backbone_core::measurement::{Period, ReadingState};
use rust_decimal::Decimal;
use std::borrow::Cow;

/// What a row says for all its values.
pub(super) struct Shared<'t> {
    pub measure: Option<u32>,
    pub period: Option<Period>,
    pub place: Option<u32>,
    pub group: Option<u32>,
    pub provider: Option<u32>,
    pub state: Option<ReadingState>,
    pub comment: Cow<'t, str>,
    pub source: Cow<'t, str>,
}

impl<'t, 'c> Pass<'t, 'c> {
    pub(super) fn shared(&mut self, row: &Row<'t>) -> Shared<'t> {
        let measure = match self.plan.measure {
            Some(column) => self.measure(row, column),
            None => self.mapping.measure,
        };
        let rhythm = self.known(measure).and_then(|measure| measure.rhythm);
        Shared {
            measure,
            period: self
                .plan
                .period
                .and_then(|column| self.period(row, column, rhythm)),
            place: self
                .plan
                .place
                .and_then(|column| self.name(row, column, Role::Place)),
            group: self
                .plan
                .group
                .and_then(|column| self.name(row, column, Role::Group)),
            provider: self
                .plan
                .provider
                .and_then(|column| self.name(row, column, Role::Provider)),
            state: self.plan.state.and_then(|column| self.state(row, column)),
            comment: self
                .plan
                .comment
                .map(|column| self.text(row, column))
                .unwrap_or_default(),
            source: self
                .plan
                .source
                .map(|column| self.text(row, column))
                .unwrap_or_default(),
        }
    }

    pub(super) fn known(&self, measure: Option<u32>) -> Option<&'c KnownMeasure> {
        let position = usize::try_from(measure?).ok()?;
        self.context.measures.get(position)
    }

    pub(super) fn measure(&mut self, row: &Row<'t>, column: usize) -> Option<u32> {
        let cell = self.text(row, column);
        if cell.is_empty() {
            if self.mapping.measure.is_none() {
                self.note(row, column, ProblemKind::MeasureMissing);
            }
            return self.mapping.measure;
        }
        let found = self.measures.find(&cell);
        if found.is_none() {
            self.note(row, column, ProblemKind::MeasureUnknown);
        }
        found.flatten()
    }

    pub(super) fn period(
        &mut self,
        row: &Row<'t>,
        column: usize,
        rhythm: Option<Rhythm>,
    ) -> Option<Period> {
        let cell = self.text(row, column);
        let mut style = self.plan.period_style;
        style.rhythm = rhythm.or(style.rhythm);
        let slot = rhythm.map_or(0, |rhythm| 1 + rhythm as usize);
        let read = match self.periods.get_mut(slot) {
            Some(memo) => memo.get(&cell, |text| periods::parse(text, style)),
            None => periods::parse(&cell, style),
        };
        match read {
            PeriodCell::Found(period) => {
                if rhythm.is_some_and(|rhythm| !is_of_rhythm(period, rhythm)) {
                    self.note(row, column, ProblemKind::OtherRhythm);
                }
                Some(period)
            }
            PeriodCell::Ambiguous(question) => {
                self.note(row, column, ProblemKind::PeriodUnclear(question));
                None
            }
            PeriodCell::Unreadable if cell.is_empty() => {
                self.note(row, column, ProblemKind::PeriodMissing);
                None
            }
            PeriodCell::Unreadable => {
                self.note(row, column, ProblemKind::PeriodUnreadable);
                None
            }
        }
    }

    /// The group, place or partner of a cell; everyone and everywhere are `None`.
    pub(super) fn name(&mut self, row: &Row<'t>, column: usize, role: Role) -> Option<u32> {
        let cell = self.text(row, column);
        let (lookup, known) = match role {
            Role::Group => (&mut self.groups, &self.context.groups),
            Role::Place => (&mut self.places, &self.context.places),
            _ => (&mut self.providers, &self.context.providers),
        };
        if let Some(found) = lookup.find(&cell) {
            return found;
        }
        if is_everyone(&fold(&cell)) {
            lookup.remember(&cell, None);
            return None;
        }
        let is_wanted = self.mapping.add_unknown || lookup.is_to_be_added(&cell);
        if is_wanted && role != Role::Provider {
            let added = lookup.add(&cell);
            self.note(row, column, ProblemKind::WillBeAdded);
            return Some(added);
        }
        let suggestion = lookup.names.suggest(&cell);
        let suggestion = suggestion
            .and_then(|position| known.get(usize::try_from(position).ok()?))
            .map(|known| known.name.clone());
        let kind = match role {
            Role::Group => ProblemKind::GroupUnknown { suggestion },
            Role::Place => ProblemKind::PlaceUnknown { suggestion },
            _ => ProblemKind::ProviderUnknown,
        };
        self.note(row, column, kind);
        None
    }

    pub(super) fn state(&mut self, row: &Row<'t>, column: usize) -> Option<ReadingState> {
        let cell = self.text(row, column);
        if cell.is_empty() {
            return None;
        }
        let found = self.states.get(&cell, state::parse);
        if found.is_none() {
            self.note(row, column, ProblemKind::StateUnknown);
        }
        found
    }

    pub(super) fn figures(
        &mut self,
        row: &Row<'t>,
        value: ValueColumn,
        from_parts: bool,
        measure: Option<&KnownMeasure>,
        shared: &Shared<'t>,
    ) -> Option<Figures> {
        let state = shared.state;
        let mut figures = Figures {
            value: None,
            numerator: self.part(row, self.plan.numerator),
            denominator: self.part(row, self.plan.denominator),
            lower: self.part(row, self.plan.lower),
            upper: self.part(row, self.plan.upper),
            state: state.unwrap_or(ReadingState::Final),
        };
        if from_parts {
            figures.value = ratio(&figures, measure);
            if figures.value.is_none() && figures.state != ReadingState::Suppressed {
                figures.state = ReadingState::Missing;
            }
        } else {
            let position = value.measure.or(shared.measure);
            self.value(row, value.column, position, &mut figures, state.is_some());
        }
        self.check_state(row, value.column, &figures);
        self.check_parts(row, value.column, &figures, measure);
        (!self.log.is_blocked()).then_some(figures)
    }

    pub(super) fn value(
        &mut self,
        row: &Row<'t>,
        column: usize,
        measure: Option<u32>,
        figures: &mut Figures,
        has_state: bool,
    ) {
        match self.cell(row, column) {
            Cell::Number(amount) => {
                let amount = self.scaled(column, amount, measure);
                figures.value = Some(amount.value);
                self.check_value(row, column, amount, measure);
            }
            Cell::Missing(_) => {
                if !(has_state && figures.state == ReadingState::Missing) {
                    self.note(row, column, ProblemKind::ReadAsMissing);
                }
                if figures.state != ReadingState::Suppressed {
                    figures.state = ReadingState::Missing;
                }
            }
            Cell::SuppressedAtSource(_) => {
                if !(has_state && figures.state == ReadingState::Suppressed) {
                    self.note(row, column, ProblemKind::ReadAsSuppressed);
                }
                figures.state = ReadingState::Suppressed;
            }
            cell => self.refuse(row, column, cell),
        }
    }

    /// Multiplied by 100 where somebody said that the column holds shares of 1.
    fn scaled(&self, column: usize, amount: Amount, measure: Option<u32>) -> Amount {
        let key = u16::try_from(column).ok().zip(measure);
        let answer = key.and_then(|key| self.mapping.shares.get(&key));
        if answer != Some(&Shares::TimesHundred) || amount.sign != UnitSign::None {
            return amount;
        }
        let value = amount.value.checked_mul(Decimal::ONE_HUNDRED);
        Amount {
            value: value.map_or(amount.value, |value| value.normalize()),
            ..amount
        }
    }

    /// A numerator, denominator or bound; missing and suppressed ones are left out.
    pub(super) fn part(&mut self, row: &Row<'t>, column: Option<usize>) -> Option<Decimal> {
        let column = column?;
        match self.cell(row, column) {
            Cell::Number(amount) => Some(amount.value),
            Cell::Missing(_) | Cell::SuppressedAtSource(_) => None,
            cell => {
                self.refuse(row, column, cell);
                None
            }
        }
    }

    /// The cell without its text, so that the text need not outlive it.
    pub(super) fn cell(&self, row: &Row<'t>, column: usize) -> Cell<'static> {
        let mark = self.plan.marks.get(column).copied().flatten();
        let text = self.text(row, column);
        if self.table.has_stray() && text.contains(['\0', '\u{FFFD}']) {
            return Cell::Invalid(Reason::NotANumber);
        }
        match cells::parse(&text, mark) {
            Cell::Number(amount) => Cell::Number(amount),
            Cell::Missing(_) => Cell::Missing(""),
            Cell::SuppressedAtSource(_) => Cell::SuppressedAtSource(""),
            Cell::Ambiguous {
                with_point,
                with_comma,
            } => Cell::Ambiguous {
                with_point,
                with_comma,
            },
            Cell::Invalid(reason) => Cell::Invalid(reason),
        }
    }

    pub(super) fn refuse(&mut self, row: &Row<'t>, column: usize, cell: Cell<'_>) {
        match cell {
            Cell::Ambiguous {
                with_point,
                with_comma,
            } => {
                self.note(
                    row,
                    column,
                    ProblemKind::DecimalMarkUnclear {
                        with_point,
                        with_comma,
                    },
                );
            }
            Cell::Invalid(reason) => self.note(row, column, ProblemKind::NotAFigure(reason)),
            Cell::Number(_) | Cell::Missing(_) | Cell::SuppressedAtSource(_) => {}
        }
    }
}

pub(super) fn is_of_rhythm(period: Period, rhythm: Rhythm) -> bool {
    matches!(
        (period, rhythm),
        (Period::Year(_), Rhythm::Year)
            | (Period::SchoolYear(_), Rhythm::SchoolYear)
            | (Period::FiscalYear(_), Rhythm::FiscalYear)
            | (Period::Quarter(..), Rhythm::Quarter)
            | (Period::Month(..), Rhythm::Month)
    )
}
