//! What cannot be true of a figure that came back, and what should be asked about.

use backbone_core::measurement::{Measure, Reading, ReadingState, UnitKind};
use backbone_figures::Numbers;
use rust_decimal::{Decimal, prelude::ToPrimitive};

use super::{Answer, FindingKind, Given, columns as at, entries};
use crate::cells::{self, Amount, Cell, UnitSign};
use crate::names::fold;
use crate::readings_import::figures::{fits_parts, ratio};
use crate::readings_import::known::known_measure;
use crate::readings_import::{Figures, KnownMeasure, ProblemKind as K, state};

/// A percentage further from the one before than so many points is asked about.
const POINTS: Decimal = Decimal::TEN;
/// Any other figure is, if it differs from the one before by more than this share of it.
const SHARE: Decimal = Decimal::from_parts(5, 0, 0, false, 1);

/// Reads one row's answer.
pub(super) struct Check<'c> {
    measure: &'c Measure,
    known: KnownMeasure,
    /// What was noticed, with the column it stands in.
    pub found: Vec<(u16, FindingKind)>,
}

impl<'c> Check<'c> {
    pub fn new(measure: &'c Measure) -> Self {
        Self {
            known: known_measure(measure),
            measure,
            found: Vec::new(),
        }
    }

    /// The figures an answer gives; none where nothing was filled in.
    pub fn read(&mut self, answer: &Answer, last: Option<&Reading>) -> Option<Figures> {
        let stated = self.state(&answer.state);
        let mut marked = None;
        let value = self.number(at::FIGURE, &answer.figure, &mut marked);
        // Only the figure's own cell says that it is hidden or not available.
        let numerator = self.number(at::COUNTED, &answer.counted, &mut None);
        let denominator = self.number(at::OUT_OF, &answer.out_of, &mut None);
        let has_figure = answer.figure != Given::Nothing;
        let has_parts = answer.counted != Given::Nothing || answer.out_of != Given::Nothing;
        let is_absent = |state| matches!(state, ReadingState::Missing | ReadingState::Suppressed);
        if !has_figure && !has_parts && !stated.is_some_and(is_absent) {
            return None;
        }
        let mut figures = Figures {
            value,
            numerator,
            denominator,
            state: stated.or(marked).unwrap_or(ReadingState::Final),
            ..Figures::default()
        };
        if value.is_none() && !is_absent(figures.state) {
            figures.value = ratio(&figures, Some(&self.known));
            figures.state = match (figures.value, marked) {
                (None, Some(marked)) => marked,
                _ => figures.state,
            };
            if figures.value.is_none() && marked.is_none() && self.found.is_empty() {
                // Half of the parts, and no figure: there is nothing to take.
                let kind = K::NotAFigure(cells::Reason::NotANumber);
                self.note(at::FIGURE, FindingKind::Figure(kind));
            }
        }
        if is_absent(figures.state) && value.is_some() {
            self.note(at::FIGURE, FindingKind::Figure(K::StateContradicts));
        }
        self.value(&figures, last);
        self.parts(&figures);
        Some(figures)
    }

    /// Holds new figures against what is kept for them, or what was before.
    pub fn hold(&mut self, figures: &Figures, kept: Option<&Reading>, last: Option<&Reading>) {
        match (kept, figures.value) {
            (Some(kept), _) if !has_same_figures(figures, kept) => {
                let stored = kept.value;
                let kind = FindingKind::Figure(K::ChangedFromStored { stored });
                self.note(at::FIGURE, kind);
            }
            (_, Some(value)) => self.compare(value, last),
            _ => {}
        }
    }

    /// Notes something about a column.
    pub fn note(&mut self, column: u16, kind: FindingKind) {
        self.found.push((column, kind));
    }

    /// Asks about a figure that is far from the one before.
    fn compare(&mut self, value: Decimal, last: Option<&Reading>) {
        let Some((last, before)) = last.and_then(|last| Some((last, last.value?))) else {
            return;
        };
        let distance = (value - before).abs();
        let is_far = match self.measure.unit {
            UnitKind::Percent => distance > POINTS,
            _ => !before.is_zero() && distance > before.abs() * SHARE,
        };
        let is_refused = self.found.iter().any(|(_, kind)| kind.stands_in_the_way());
        if is_far && !is_refused {
            self.note(
                at::FIGURE,
                FindingKind::Differs {
                    last: self.numbers().value(before.to_f64().unwrap_or(0.0)),
                    period: last.period.label(),
                },
            );
        }
    }

    fn numbers(&self) -> Numbers {
        Numbers {
            unit: self.measure.unit(),
            precision: self.measure.precision,
        }
    }

    fn has_looked_like_share(&self) -> bool {
        self.found
            .iter()
            .any(|(_, kind)| matches!(kind, FindingKind::LooksLikeShare { .. }))
    }

    fn state(&mut self, words: &str) -> Option<ReadingState> {
        if words.is_empty() {
            return None;
        }
        let listed = entries::STATES
            .iter()
            .find(|state| fold(&entries::state_words(state)) == fold(words))
            .and_then(|state| ReadingState::from_word("state", state).ok());
        let found = listed.or_else(|| state::parse(words));
        if found.is_none() {
            self.note(at::STATE, FindingKind::Figure(K::StateUnknown));
        }
        found
    }

    fn number(
        &mut self,
        column: u16,
        given: &Given,
        marked: &mut Option<ReadingState>,
    ) -> Option<Decimal> {
        let words = match given {
            Given::Nothing => return None,
            Given::Number(number) => return Some(*number),
            Given::Error(_) => {
                self.note(column, FindingKind::FormulaError);
                return None;
            }
            Given::Text(words) => words,
        };
        let kind = match cells::parse(words, None) {
            Cell::Number(amount) => {
                self.unit(column, amount);
                return Some(amount.value);
            }
            Cell::Missing(_) => {
                *marked = Some(ReadingState::Missing);
                K::ReadAsMissing
            }
            Cell::SuppressedAtSource(_) => {
                *marked = Some(ReadingState::Suppressed);
                K::ReadAsSuppressed
            }
            Cell::Ambiguous {
                with_point,
                with_comma,
            } => K::DecimalMarkUnclear {
                with_point,
                with_comma,
            },
            Cell::Invalid(reason) => K::NotAFigure(reason),
        };
        self.note(column, FindingKind::Figure(kind));
        None
    }

    fn unit(&mut self, column: u16, amount: Amount) {
        let is_own = match amount.sign {
            UnitSign::None => true,
            UnitSign::Percent => self.measure.unit == UnitKind::Percent,
            UnitSign::Currency => self.measure.unit == UnitKind::Currency,
        };
        if !is_own {
            self.note(column, FindingKind::Figure(K::OtherUnit));
        }
    }

    fn value(&mut self, figures: &Figures, last: Option<&Reading>) {
        let Some(value) = figures.value else { return };
        let is_percent = self.measure.unit == UnitKind::Percent;
        let limit = self
            .known
            .natural_limit
            .or(is_percent.then_some(Decimal::ONE_HUNDRED));
        if let Some(limit) = limit.filter(|limit| value > *limit) {
            let kind = K::OverLimit { limit, is_percent };
            self.note(at::FIGURE, FindingKind::Figure(kind));
        }
        let can_be_negative = matches!(
            self.measure.unit,
            UnitKind::Index | UnitKind::Currency | UnitKind::Days
        );
        if value < Decimal::ZERO && !can_be_negative {
            self.note(at::FIGURE, FindingKind::Figure(K::BelowZero));
        }
        // “53.2%” typed into a spreadsheet's cell is kept as 0.532.
        let times = value * Decimal::ONE_HUNDRED;
        let is_near = |known: Decimal| (times - known).abs() <= POINTS;
        let expected = [
            last.and_then(|last| last.value),
            ratio(figures, Some(&self.known)),
        ];
        let is_share = is_percent
            && value > Decimal::ZERO
            && value <= Decimal::ONE
            && expected
                .into_iter()
                .flatten()
                .any(|known| known > POINTS && is_near(known));
        if is_share {
            let times = times.normalize().to_string();
            self.note(at::FIGURE, FindingKind::LooksLikeShare { times });
        }
    }

    fn parts(&mut self, figures: &Figures) {
        let is_percent = self.measure.unit == UnitKind::Percent;
        for (column, part) in [
            (at::COUNTED, figures.numerator),
            (at::OUT_OF, figures.denominator),
        ] {
            if part.is_some_and(|part| part < Decimal::ZERO) {
                self.note(column, FindingKind::Figure(K::BelowZero));
                return;
            }
        }
        let Some(denominator) = figures.denominator else {
            return;
        };
        if denominator.is_zero() && figures.value.is_some() {
            self.note(at::OUT_OF, FindingKind::Figure(K::DenominatorNotPositive));
            return;
        }
        if let Some(numerator) = figures.numerator
            && is_percent
            && numerator > denominator
        {
            let kind = K::NumeratorOverDenominator {
                numerator,
                denominator,
            };
            self.note(at::COUNTED, FindingKind::Figure(kind));
            return;
        }
        if let Some(value) = figures.value
            && !self.has_looked_like_share()
            && !fits_parts(value, figures, Some(&self.known))
            && let Some(expected) = ratio(figures, Some(&self.known))
        {
            let expected = expected.round_dp(value.scale().max(1));
            self.note(at::FIGURE, FindingKind::Figure(K::NotItsParts { expected }));
        }
    }
}

/// Whether figures say what is kept, whatever their state and remark.
pub(super) fn has_same_figures(figures: &Figures, kept: &Reading) -> bool {
    figures.value == kept.value
        && figures.numerator == kept.numerator
        && figures.denominator == kept.denominator
}
