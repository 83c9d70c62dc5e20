//! One pass over the rows of a table: reads each into candidates, notes problems, and
//! compares with what is stored and with earlier rows. Preview and import are the same
//! pass, so what was shown is what is written.

use super::context::{Context, FigureState, Figures, Key, KnownMeasure, Names, StoredReadings};
use super::is_everyone;
use super::mapping::{Mapping, OnChanged, Role};
use super::plan::{Plan, ValueColumn};
use super::preview::{Log, Preview, RowState};
use super::problem::ProblemKind;
use super::state;
use crate::cells::{self, Cell, UnitSign};
use crate::names::fold;
use crate::periods::{self, PeriodCell, Rhythm, Span};
use crate::table::{HeaderRow, Row, ShapeFaultKind, Table};
use backbone_statistics::Unit;
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::{DefaultHasher, Hash, Hasher};

/// A reading as the file gives it.
#[derive(Debug, Clone)]
pub struct Candidate<'t> {
    /// The row it stands in, as a spreadsheet numbers it.
    pub row: u32,
    /// Which reading.
    pub key: Key,
    /// Its figures.
    pub figures: Figures,
    /// A remark, or empty.
    pub comment: Cow<'t, str>,
    /// Where it was taken from, or empty.
    pub source: Cow<'t, str>,
    /// Whether it adds a reading or changes one.
    pub fate: Fate,
}

/// What a candidate does to the initiative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Adds a reading.
    New,
    /// Changes a stored one.
    Changed,
}

/// Someone stopped the pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("The import was stopped.")]
pub struct Cancelled;

/// Progress is told every so many rows.
const TELL_EVERY: u32 = 4_096;

/// One pass. `take` gets every reading to be written, in order of rows; `progress` gets
/// the number of rows done and says whether to go on.
pub(super) fn run<'t>(
    table: &'t Table,
    mapping: &Mapping,
    context: &Context,
    stored: &dyn StoredReadings,
    mut take: impl FnMut(Candidate<'t>),
    progress: &mut dyn FnMut(u32) -> bool,
) -> Result<Preview, Cancelled> {
    let plan = Plan::new(table, mapping, context);
    let mut pass = Pass::new(table, mapping, context, stored, plan);
    pass.check_table();
    let mut rows = table.rows();
    let mut done = 0_u32;
    while let Some(row) = rows.advance() {
        if row.number() > table.last_row() {
            break;
        }
        pass.read_row(row, &mut take);
        done += 1;
        if done.is_multiple_of(TELL_EVERY) && !progress(done) {
            return Err(Cancelled);
        }
    }
    Ok(pass.finish())
}

struct Pass<'t, 'c> {
    table: &'t Table,
    mapping: &'c Mapping,
    context: &'c Context,
    stored: &'c dyn StoredReadings,
    plan: Plan,
    log: Log,
    periods: [Memo<PeriodCell>; 6],
    measures: Lookup,
    groups: Lookup,
    places: Lookup,
    providers: Lookup,
    /// The row each reading first stood in, with a hash of its figures.
    seen: HashMap<Key, (u32, u64)>,
    shares: ShareWatch,
}

/// What a row says for all its values.
struct Shared<'t> {
    measure: Option<u32>,
    period: Option<Span>,
    place: Option<u32>,
    group: Option<u32>,
    provider: Option<u32>,
    state: Option<FigureState>,
    comment: Cow<'t, str>,
    source: Cow<'t, str>,
}

impl<'t, 'c> Pass<'t, 'c> {
    fn new(
        table: &'t Table,
        mapping: &'c Mapping,
        context: &'c Context,
        stored: &'c dyn StoredReadings,
        plan: Plan,
    ) -> Self {
        let first_row = match table.sniffed().header {
            HeaderRow::At(header) => header.saturating_add(1),
            HeaderRow::None => 1,
        };
        Self {
            table,
            mapping,
            context,
            stored,
            plan,
            log: Log::new(first_row),
            periods: std::array::from_fn(|_| Memo::default()),
            measures: Lookup::new(Names::of_measures(&context.measures), &HashMap::new()),
            groups: Lookup::new(Names::of(&context.groups), &mapping.groups),
            places: Lookup::new(Names::of(&context.places), &mapping.places),
            providers: Lookup::new(Names::of(&context.providers), &HashMap::new()),
            seen: HashMap::new(),
            shares: ShareWatch::default(),
        }
    }

    fn finish(mut self) -> Preview {
        if let Some(column) = self.shares.suspicious() {
            self.log.add(
                None,
                Some((column, head(self.table, column))),
                "",
                ProblemKind::LooksLikeShare,
            );
        }
        self.log.counts().new_groups = self.groups.added;
        self.log.counts().new_places = self.places.added;
        self.log.finish()
    }

    /// What is wrong with the table as a whole is said once, not in every row.
    fn check_table(&mut self) {
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

    fn read_row(&mut self, row: &Row<'t>, take: &mut impl FnMut(Candidate<'t>)) {
        self.log.begin_row();
        let state = if row.is_blank() {
            RowState::Blank
        } else if self.mapping.skip_rows.contains(&row.number()) {
            RowState::Skipped
        } else {
            self.read_filled_row(row, take)
        };
        self.log.end_row(state);
    }

    fn read_filled_row(&mut self, row: &Row<'t>, take: &mut impl FnMut(Candidate<'t>)) -> RowState {
        self.check_shape(row);
        if self.log.is_blocked() {
            return RowState::Blocked;
        }
        let shared = self.shared(row);
        let mut state = RowState::Same;
        if self.plan.values.is_empty() {
            state = state.max(self.read_value(row, ValueColumn::default(), true, &shared, take));
        }
        for index in 0..self.plan.values.len() {
            if let Some(&value) = self.plan.values.get(index) {
                state = state.max(self.read_value(row, value, false, &shared, take));
            }
        }
        state
    }

    /// Cells beyond the header, or a row that ends before a column that is read.
    fn check_shape(&mut self, row: &Row<'t>) {
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

    fn shared(&mut self, row: &Row<'t>) -> Shared<'t> {
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
                .map(|column| row.cell(column))
                .unwrap_or_default(),
            source: self
                .plan
                .source
                .map(|column| row.cell(column))
                .unwrap_or_default(),
        }
    }

    fn known(&self, measure: Option<u32>) -> Option<&'c KnownMeasure> {
        let position = usize::try_from(measure?).ok()?;
        self.context.measures.get(position)
    }

    fn measure(&mut self, row: &Row<'t>, column: usize) -> Option<u32> {
        let cell = row.cell(column);
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

    fn period(&mut self, row: &Row<'t>, column: usize, rhythm: Option<Rhythm>) -> Option<Span> {
        let cell = row.cell(column);
        let mut style = self.plan.period_style;
        style.rhythm = rhythm.or(style.rhythm);
        let slot = rhythm.map_or(0, |rhythm| 1 + rhythm as usize);
        let read = match self.periods.get_mut(slot) {
            Some(memo) => memo.get(&cell, |text| periods::parse(text, style)),
            None => periods::parse(&cell, style),
        };
        match read {
            PeriodCell::Found(span) => {
                if rhythm.is_some_and(|rhythm| !is_of_rhythm(span, rhythm)) {
                    self.note(row, column, ProblemKind::OtherRhythm);
                }
                Some(span)
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
    fn name(&mut self, row: &Row<'t>, column: usize, role: Role) -> Option<u32> {
        let cell = row.cell(column);
        let (lookup, known) = match role {
            Role::Group => (&mut self.groups, &self.context.groups),
            Role::Place => (&mut self.places, &self.context.places),
            _ => (&mut self.providers, &self.context.providers),
        };
        if let Some(found) = lookup.find(&cell) {
            if found.is_some_and(|position| position as usize >= known.len()) {
                self.note(row, column, ProblemKind::WillBeAdded);
            }
            return found;
        }
        if is_everyone(&fold(&cell)) {
            lookup.remember(&cell, None);
            return None;
        }
        if self.mapping.add_unknown && role != Role::Provider {
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

    fn state(&mut self, row: &Row<'t>, column: usize) -> Option<FigureState> {
        let cell = row.cell(column);
        if cell.is_empty() {
            return None;
        }
        let found = state::parse(&cell);
        if found.is_none() {
            self.note(row, column, ProblemKind::StateUnknown);
        }
        found
    }

    /// Reads one value of a row. `from_parts` computes it, as no column holds it.
    fn read_value(
        &mut self,
        row: &Row<'t>,
        value: ValueColumn,
        from_parts: bool,
        shared: &Shared<'t>,
        take: &mut impl FnMut(Candidate<'t>),
    ) -> RowState {
        let measure = value.measure.or(shared.measure);
        let known = self.known(measure);
        if self.plan.values.len() > 1 && row.cell(value.column).is_empty() {
            // An empty cell of a wide table is a place where nothing was ever due.
            return RowState::Same;
        }
        let Some(figures) = self.figures(row, value, from_parts, known, shared.state) else {
            return RowState::Blocked;
        };
        let (Some(measure), Some(period), false) = (
            measure,
            value.period.or(shared.period),
            self.log.is_blocked(),
        ) else {
            return RowState::Blocked;
        };
        let key = Key {
            measure,
            period,
            place: value.place.or(shared.place),
            group: value.group.or(shared.group),
            provider: shared.provider,
        };
        if self.is_repeated(row, &key, &figures) {
            return RowState::Same;
        }
        let state = self.compare(row, value, &key, &figures);
        let fate = match state {
            RowState::New => Fate::New,
            RowState::Changed if self.mapping.on_changed == OnChanged::Replace => Fate::Changed,
            _ => return state,
        };
        let (comment, source) = (shared.comment.clone(), shared.source.clone());
        take(Candidate {
            row: row.number(),
            key,
            figures,
            comment,
            source,
            fate,
        });
        state
    }

    fn figures(
        &mut self,
        row: &Row<'t>,
        value: ValueColumn,
        from_parts: bool,
        measure: Option<&KnownMeasure>,
        state: Option<FigureState>,
    ) -> Option<Figures> {
        let mut figures = Figures {
            value: None,
            numerator: self.part(row, self.plan.numerator),
            denominator: self.part(row, self.plan.denominator),
            lower: self.part(row, self.plan.lower),
            upper: self.part(row, self.plan.upper),
            state: state.unwrap_or_default(),
        };
        if from_parts {
            figures.value = ratio(&figures, measure);
            if figures.value.is_none() && state.is_none() {
                figures.state = FigureState::Missing;
            }
        } else {
            self.value(row, value.column, measure, &mut figures, state.is_some());
        }
        self.check_parts(row, value.column, &figures, measure);
        (!self.log.is_blocked()).then_some(figures)
    }

    fn value(
        &mut self,
        row: &Row<'t>,
        column: usize,
        measure: Option<&KnownMeasure>,
        figures: &mut Figures,
        has_state: bool,
    ) {
        match self.cell(row, column) {
            Cell::Number(amount) => {
                figures.value = Some(amount.value);
                self.check_value(row, column, amount, measure);
            }
            Cell::Missing(_) => {
                if !(has_state && figures.state == FigureState::Missing) {
                    self.note(row, column, ProblemKind::ReadAsMissing);
                }
                if figures.state != FigureState::SuppressedAtSource {
                    figures.state = FigureState::Missing;
                }
            }
            Cell::SuppressedAtSource(_) => {
                if !(has_state && figures.state == FigureState::SuppressedAtSource) {
                    self.note(row, column, ProblemKind::ReadAsSuppressed);
                }
                figures.state = FigureState::SuppressedAtSource;
            }
            cell => self.refuse(row, column, cell),
        }
    }

    /// A numerator, denominator or bound; missing and suppressed ones are left out.
    fn part(&mut self, row: &Row<'t>, column: Option<usize>) -> Option<Decimal> {
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
    fn cell(&self, row: &Row<'t>, column: usize) -> Cell<'static> {
        let mark = self.plan.marks.get(column).copied().flatten();
        match cells::parse(&row.cell(column), mark) {
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

    fn refuse(&mut self, row: &Row<'t>, column: usize, cell: Cell<'_>) {
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

    fn check_value(
        &mut self,
        row: &Row<'t>,
        column: usize,
        amount: cells::Amount,
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

    fn check_parts(
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
        if let (Some(value), Some(expected)) = (figures.value, ratio(figures, measure))
            && (value - expected).abs() > tolerance(value)
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

    /// The reading stood in an earlier row already; only the first one counts.
    fn is_repeated(&mut self, row: &Row<'t>, key: &Key, figures: &Figures) -> bool {
        let mut hasher = DefaultHasher::new();
        let Figures {
            value,
            numerator,
            denominator,
            lower,
            upper,
            state,
        } = figures;
        (value, numerator, denominator, lower, upper, state).hash(&mut hasher);
        let hash = hasher.finish();
        let (first_row, first_hash) = match self.seen.entry(*key) {
            Entry::Vacant(entry) => {
                entry.insert((row.number(), hash));
                return false;
            }
            Entry::Occupied(entry) => *entry.get(),
        };
        let kind = if first_hash == hash {
            ProblemKind::DuplicateSame { first_row }
        } else {
            ProblemKind::DuplicateDiffers { first_row }
        };
        self.log.add(Some(row.number()), None, "", kind);
        true
    }

    /// Parts the file has no column for do not count as a difference.
    fn compare(
        &mut self,
        row: &Row<'t>,
        value: ValueColumn,
        key: &Key,
        figures: &Figures,
    ) -> RowState {
        let Some(stored) = self.stored.find(key) else {
            self.log.counts().new_count += 1;
            return RowState::New;
        };
        let differs = |column: Option<usize>, new: Option<Decimal>, old: Option<Decimal>| {
            column.is_some() && new != old
        };
        let plan = &self.plan;
        let is_changed = figures.value != stored.value
            || differs(plan.numerator, figures.numerator, stored.numerator)
            || differs(plan.denominator, figures.denominator, stored.denominator)
            || differs(plan.lower, figures.lower, stored.lower)
            || differs(plan.upper, figures.upper, stored.upper)
            || (plan.state.is_some() || figures.value.is_none()) && figures.state != stored.state;
        if !is_changed {
            self.log.counts().same_count += 1;
            return RowState::Same;
        }
        self.log.counts().changed_count += 1;
        self.note(
            row,
            value.column,
            ProblemKind::ChangedFromStored {
                stored: stored.value,
            },
        );
        RowState::Changed
    }

    fn note(&mut self, row: &Row<'t>, column: usize, kind: ProblemKind) {
        let head = head(self.table, column);
        self.log.add(
            Some(row.number()),
            Some((column, head)),
            &row.cell(column),
            kind,
        );
    }
}

fn head(table: &Table, column: usize) -> &str {
    table
        .header()
        .get(column)
        .map(String::as_str)
        .unwrap_or_default()
}

/// What numerator and denominator give in the unit of the measure.
fn ratio(figures: &Figures, measure: Option<&KnownMeasure>) -> Option<Decimal> {
    let factor = match measure?.unit {
        Unit::Percent => Decimal::ONE_HUNDRED,
        Unit::Rate(per) => Decimal::from(per),
        Unit::Count | Unit::Index | Unit::Currency | Unit::Days => return None,
    };
    let ratio = (figures.numerator? * factor).checked_div(figures.denominator?)?;
    Some(ratio.round_dp(RATIO_DIGITS))
}

/// Digits kept of a value computed from its parts.
const RATIO_DIGITS: u32 = 4;

/// Rounding to the digits written, in either direction, is no contradiction.
fn tolerance(value: Decimal) -> Decimal {
    Decimal::new(6, value.scale().min(RATIO_DIGITS) + 1)
}

fn is_of_rhythm(span: Span, rhythm: Rhythm) -> bool {
    matches!(
        (span, rhythm),
        (Span::Year(_), Rhythm::Year)
            | (Span::SchoolYear(_), Rhythm::SchoolYear)
            | (Span::FiscalYear(_), Rhythm::FiscalYear)
            | (Span::Quarter(..), Rhythm::Quarter)
            | (Span::Month(..), Rhythm::Month)
    )
}

/// Remembers what a text was read as. Neighboring rows mostly repeat each other, so the
/// last text is compared before it is looked up.
#[derive(Debug)]
struct Memo<V> {
    last: Option<(String, V)>,
    known: HashMap<String, V>,
}

impl<V> Default for Memo<V> {
    fn default() -> Self {
        Self {
            last: None,
            known: HashMap::new(),
        }
    }
}

impl<V: Copy> Memo<V> {
    fn get(&mut self, text: &str, read: impl FnOnce(&str) -> V) -> V {
        if let Some((last, value)) = &self.last
            && last == text
        {
            return *value;
        }
        let value = match self.known.get(text) {
            Some(&value) => value,
            None => {
                let value = read(text);
                self.known.insert(text.to_owned(), value);
                value
            }
        };
        match &mut self.last {
            Some((last, held)) => {
                last.clear();
                last.push_str(text);
                *held = value;
            }
            None => self.last = Some((text.to_owned(), value)),
        }
        value
    }
}

/// Names by their spelling in the file: `Some(None)` is everyone, `None` is unknown.
#[derive(Debug)]
struct Lookup {
    names: Names,
    memo: Memo<Option<Option<u32>>>,
    answers: HashMap<String, Option<u32>>,
    added: Vec<String>,
}

impl Lookup {
    fn new(names: Names, answers: &HashMap<String, Option<u32>>) -> Self {
        let answers = answers
            .iter()
            .map(|(text, &answer)| (fold(text), answer))
            .collect();
        Self {
            names,
            memo: Memo::default(),
            answers,
            added: Vec::new(),
        }
    }

    fn find(&mut self, text: &str) -> Option<Option<u32>> {
        let (names, answers) = (&self.names, &self.answers);
        self.memo.get(text, |text| match names.find(text) {
            Some(position) => Some(Some(position)),
            None => answers.get(&fold(text)).copied(),
        })
    }

    fn remember(&mut self, text: &str, found: Option<u32>) {
        self.memo.last = None;
        self.memo.known.insert(text.to_owned(), Some(found));
    }

    fn add(&mut self, text: &str) -> u32 {
        let position = self.names.append(text);
        self.added.push(text.to_owned());
        self.memo = Memo::default();
        position
    }
}

/// Whether a column of percentages holds shares of 1.
#[derive(Debug, Default)]
struct ShareWatch {
    columns: Vec<(usize, u32, bool)>,
}

impl ShareWatch {
    fn weigh(&mut self, column: usize, value: Decimal) {
        let is_share = value <= Decimal::ONE;
        match self.columns.iter_mut().find(|(known, ..)| *known == column) {
            Some((_, fractions, all)) => {
                *all &= is_share;
                *fractions += u32::from(is_share && value.scale() > 0 && !value.is_zero());
            }
            None => self
                .columns
                .push((column, u32::from(is_share && value.scale() > 0), is_share)),
        }
    }

    /// The first column in which all values, and three fractions at least, are within 1.
    fn suspicious(&self) -> Option<usize> {
        self.columns
            .iter()
            .find(|(_, fractions, all)| *all && *fractions >= 3)
            .map(|(column, ..)| *column)
    }
}
