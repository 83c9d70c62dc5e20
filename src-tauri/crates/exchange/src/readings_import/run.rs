//! One pass over the rows of a table: reads each into candidates, notes problems, and
//! compares with what is stored and with earlier rows. Preview and import are the same
//! pass, so what was shown is what is written.

use super::checks::Kind;
use super::context::{Context, Figures, Key, Names, Series, StoredReadings};
use super::figures::{ShareWatch, fingerprint};
use super::log::Log;
use super::lookup::{Lookup, Memo};
use super::mapping::{Answer, Mapping, OnRepeated};
use super::parts::Shared;
use super::plan::{Plan, ValueColumn};
use super::preview::{Preview, Repeat, RowState};
use super::problem::{Problem, ProblemKind};
use super::stored::packed;
use crate::periods::PeriodCell;
use crate::table::{HeaderRow, Row, Rows, Table};
use backbone_core::measurement::{Period, ReadingState};
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, VecDeque};

/// A reading as the file gives it.
#[derive(Debug, Clone)]
pub struct Candidate<'t> {
    /// The row it stands in, as a spreadsheet numbers it.
    pub row: u32,
    /// Which reading.
    pub key: Key,
    /// Position of its series among those of the preview.
    pub series: u32,
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

/// One pass over the rows: gives every reading to be written, in order of rows, and a
/// preview at the end. The caller writes them only if a preview `is_ready`.
pub struct Candidates<'t, 'c> {
    rows: Rows<'t>,
    pass: Pass<'t, 'c>,
    queue: VecDeque<Candidate<'t>>,
}

impl<'t, 'c> Candidates<'t, 'c> {
    /// Begins at the first row below the header.
    pub fn new(
        table: &'t Table,
        mapping: &'c Mapping,
        context: &'c Context,
        stored: &'c dyn StoredReadings,
    ) -> Self {
        let plan = Plan::new(table, mapping, context);
        let mut pass = Pass::new(table, mapping, context, stored, plan);
        pass.check_table();
        Self {
            rows: table.rows(),
            pass,
            queue: VecDeque::new(),
        }
    }

    /// The same readings once more, after a pass that gave this preview; cheaper, as what
    /// that pass found out need not be found again.
    pub fn again(
        table: &'t Table,
        mapping: &'c Mapping,
        context: &'c Context,
        stored: &'c dyn StoredReadings,
        preview: &'c Preview,
    ) -> Self {
        let mut pass = Pass::new(table, mapping, context, stored, preview.plan.clone());
        pass.earlier = Earlier::Known(&preview.repeats);
        pass.log.forget();
        Self {
            rows: table.rows(),
            pass,
            queue: VecDeque::new(),
        }
    }

    /// The row that is read next.
    pub fn row(&self) -> u32 {
        self.rows.number()
    }

    /// The preview of the rows that were passed.
    pub fn finish(self) -> Preview {
        self.pass.finish()
    }

    /// Reads one more row; answers whether there was one.
    pub(super) fn read_row(&mut self) -> bool {
        let last = self.pass.table.last_row();
        match self.rows.advance() {
            Some(row) if row.number() <= last => {
                self.pass.read_row(row, &mut self.queue);
                true
            }
            _ => false,
        }
    }

    /// The next reading of the rows that are read.
    pub(super) fn pop(&mut self) -> Option<Candidate<'t>> {
        self.queue.pop_front()
    }
}

impl<'t> Iterator for Candidates<'t, '_> {
    type Item = Candidate<'t>;

    fn next(&mut self) -> Option<Candidate<'t>> {
        loop {
            if let Some(candidate) = self.pop() {
                return Some(candidate);
            }
            if !self.read_row() {
                return None;
            }
        }
    }
}

/// How a pass tells that a reading stood in an earlier row.
#[derive(Debug)]
enum Earlier<'c> {
    /// By remembering them all: series and period in one number, the row, and a hash of
    /// the figures.
    Watched(FxHashMap<u64, (u32, u32)>),
    /// By what an earlier pass found.
    Known(&'c [Repeat]),
}

pub(super) struct Pass<'t, 'c> {
    pub table: &'t Table,
    pub mapping: &'c Mapping,
    pub context: &'c Context,
    pub stored: &'c dyn StoredReadings,
    pub plan: Plan,
    pub log: Log<'c>,
    pub periods: [Memo<PeriodCell>; 6],
    pub states: Memo<Option<ReadingState>>,
    pub units: Memo<Option<Kind>>,
    pub measures: Lookup,
    pub groups: Lookup,
    pub places: Lookup,
    pub providers: Lookup,
    pub shares: ShareWatch,
    /// Whether some cells are read as another text than they hold.
    corrects: bool,
    /// Every series of the rows passed, by its number.
    numbers: FxHashMap<Series, u32>,
    last_series: Option<(Series, u32)>,
    /// For each, its position among those that are written.
    written: Vec<Option<u32>>,
    earlier: Earlier<'c>,
    /// What is closed, for periods met before.
    closed: FxHashMap<Period, bool>,
}

/// Whether a reading stood in an earlier row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Repeated {
    No,
    /// It did, and that row counts.
    Dropped,
    /// It did, and this row is written over it.
    Retaken,
}

/// What one value of a row came to.
enum Outcome<'t> {
    /// There is no reading in this cell.
    Nothing,
    /// Something stands in the way.
    Blocked,
    /// Stood in an earlier row, which counts.
    Repeated,
    Same,
    Kept,
    New(Candidate<'t>),
    Changed(Candidate<'t>),
    /// Takes the place of an earlier row's.
    Again(Candidate<'t>),
}

impl Outcome<'_> {
    fn state(&self) -> RowState {
        match self {
            Self::Nothing | Self::Same | Self::Kept => RowState::Same,
            Self::Repeated => RowState::Skipped,
            Self::Blocked => RowState::Blocked,
            Self::New(_) | Self::Again(_) => RowState::New,
            Self::Changed(_) => RowState::Changed,
        }
    }
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
        let measures: HashMap<String, Answer> = mapping
            .measures
            .iter()
            .map(|(text, &position)| (text.clone(), Answer::Is(position)))
            .collect();
        Self {
            table,
            mapping,
            context,
            stored,
            log: Log::new(first_row, mapping),
            periods: std::array::from_fn(|_| Memo::default()),
            states: Memo::default(),
            units: Memo::default(),
            measures: Lookup::new(Names::of_measures(&context.measures), &measures),
            groups: Lookup::new(Names::of(&context.groups), &mapping.groups),
            places: Lookup::new(Names::of(&context.places), &mapping.places),
            providers: Lookup::new(Names::of(&context.providers), &mapping.providers),
            shares: ShareWatch::default(),
            corrects: mapping.corrects(),
            numbers: FxHashMap::default(),
            last_series: None,
            written: Vec::new(),
            earlier: Earlier::Watched(FxHashMap::default()),
            closed: FxHashMap::default(),
            plan,
        }
    }

    /// A pass that looks at single rows again.
    pub fn looking_back(
        table: &'t Table,
        mapping: &'c Mapping,
        context: &'c Context,
        stored: &'c dyn StoredReadings,
        preview: &'c Preview,
    ) -> Self {
        let mut pass = Self::new(table, mapping, context, stored, preview.plan.clone());
        pass.earlier = Earlier::Known(&preview.repeats);
        pass.log.hand_back();
        for name in &preview.new_groups {
            pass.groups.add(name);
        }
        for name in &preview.new_places {
            pass.places.add(name);
        }
        pass
    }

    /// The problems of one row.
    pub fn look_at(&mut self, row: &Row<'t>) -> Vec<Problem> {
        let mut queue = VecDeque::new();
        self.read_row(row, &mut queue);
        self.log.take()
    }

    /// A cell as it is to be read.
    pub fn text(&self, row: &Row<'t>, column: usize) -> Cow<'t, str> {
        let cell = row.cell(column);
        if !self.corrects {
            return cell;
        }
        match self.mapping.corrected(row.number(), column, &cell) {
            Some(text) => Cow::Owned(text.to_owned()),
            None => cell,
        }
    }

    fn finish(mut self) -> Preview {
        for (column, measure, is_sure) in self.shares.suspicious() {
            let answered = u16::try_from(column)
                .is_ok_and(|column| self.mapping.shares.contains_key(&(column, measure)));
            if !answered {
                let head = head(self.table, column);
                let name = self.known(Some(measure)).map_or("", |known| &known.name);
                let kind = ProblemKind::LooksLikeShare { measure, is_sure };
                self.log.add_to_table(Some((column, head)), name, kind);
            }
        }
        let Self {
            log,
            plan,
            groups,
            places,
            ..
        } = self;
        let mut log = log;
        let counts = log.counts();
        counts.decimal = plan.decimal();
        counts.date_order = plan.period_style.date_order;
        counts.new_groups = groups.added;
        counts.new_places = places.added;
        counts.plan = plan;
        log.finish()
    }

    fn read_row(&mut self, row: &Row<'t>, queue: &mut VecDeque<Candidate<'t>>) {
        self.log.begin_row();
        let state = if row.is_blank() {
            RowState::Blank
        } else if self.mapping.skip_rows.contains(&row.number()) {
            RowState::Skipped
        } else {
            self.read_filled_row(row, queue)
        };
        self.log.end_row(state);
    }

    fn read_filled_row(&mut self, row: &Row<'t>, queue: &mut VecDeque<Candidate<'t>>) -> RowState {
        if self.is_no_data(row) {
            return RowState::Skipped;
        }
        self.check_shape(row);
        self.check_stray(row);
        if self.log.is_row_left_out() {
            return RowState::Skipped;
        }
        if self.log.is_blocked() {
            return RowState::Blocked;
        }
        let shared = self.shared(row);
        if self.log.is_row_left_out() {
            return RowState::Skipped;
        }
        let mut state = RowState::Blank;
        let count = self.plan.values.len();
        for index in 0..count.max(1) {
            // Without a column of values, they are computed from their parts.
            let (value, from_parts) = match self.plan.values.get(index) {
                Some(&value) => (value, false),
                None => (ValueColumn::default(), true),
            };
            self.log.begin_value();
            let outcome = self.read_value(row, value, from_parts, &shared);
            let is_left_out = self.log.end_value();
            state = state.max(match is_left_out {
                true => RowState::Skipped,
                false => outcome.state(),
            });
            if !is_left_out {
                self.keep(outcome, queue);
            }
        }
        state
    }

    fn keep(&mut self, outcome: Outcome<'t>, queue: &mut VecDeque<Candidate<'t>>) {
        let counts = self.log.counts();
        match outcome {
            Outcome::Nothing | Outcome::Blocked | Outcome::Repeated => {}
            Outcome::Same => counts.same_count += 1,
            Outcome::Kept => counts.kept_count += 1,
            Outcome::Again(candidate) => queue.push_back(self.numbered(candidate)),
            Outcome::New(candidate) => {
                counts.new_count += 1;
                queue.push_back(self.numbered(candidate));
            }
            Outcome::Changed(candidate) => {
                counts.changed_count += 1;
                queue.push_back(self.numbered(candidate));
            }
        }
    }

    /// Gives a candidate the position of its series among those that are written.
    fn numbered(&mut self, mut candidate: Candidate<'t>) -> Candidate<'t> {
        let number = usize::try_from(candidate.series).unwrap_or(usize::MAX);
        let series = candidate.key.series;
        let known = &mut self.log.counts().series;
        if let Some(place) = self.written.get_mut(number) {
            candidate.series = *place.get_or_insert_with(|| {
                known.push(series);
                u32::try_from(known.len() - 1).unwrap_or(u32::MAX)
            });
        }
        candidate
    }

    /// Reads one value of a row. `from_parts` computes it, as no column holds it.
    fn read_value(
        &mut self,
        row: &Row<'t>,
        value: ValueColumn,
        from_parts: bool,
        shared: &Shared<'t>,
    ) -> Outcome<'t> {
        let measure = value.measure.or(shared.measure);
        let known = self.known(measure);
        if self.plan.values.len() > 1 && self.text(row, value.column).is_empty() {
            // An empty cell of a wide table is a place where nothing was ever due.
            return Outcome::Nothing;
        }
        self.check_unit(row, measure);
        let Some(figures) = self.figures(row, value, from_parts, known, shared) else {
            return Outcome::Blocked;
        };
        let (Some(measure), Some(period), false) = (
            measure,
            value.period.or(shared.period),
            self.log.is_blocked(),
        ) else {
            return Outcome::Blocked;
        };
        let series = Series {
            measure,
            place: value.place.or(shared.place),
            group: value.group.or(shared.group),
            provider: shared.provider,
        };
        let key = Key { series, period };
        let number = self.number(series);
        let repeated = self.repeated(row, value.column, &key, number, &figures);
        if repeated == Repeated::Dropped {
            return Outcome::Repeated;
        }
        let candidate = |fate| Candidate {
            row: row.number(),
            key,
            series: number,
            figures,
            comment: shared.comment.clone(),
            source: shared.source.clone(),
            fate,
        };
        if repeated == Repeated::Retaken {
            return self.unless_blocked(Outcome::Again(candidate(Fate::New)));
        }
        let Some(stored) = self.stored.find(&key) else {
            self.check_closed(row, value.column, period);
            return self.unless_blocked(Outcome::New(candidate(Fate::New)));
        };
        let Some((column, old)) = self.difference(value, &figures, &stored) else {
            return Outcome::Same;
        };
        if !self.mapping.is_settled(row.number()) {
            self.note(row, column, ProblemKind::ChangedFromStored { stored: old });
        }
        if !self.mapping.replaces(row.number()) {
            return Outcome::Kept;
        }
        self.check_closed(row, value.column, period);
        self.unless_blocked(Outcome::Changed(candidate(Fate::Changed)))
    }

    fn unless_blocked(&self, outcome: Outcome<'t>) -> Outcome<'t> {
        match self.log.is_blocked() {
            true => Outcome::Blocked,
            false => outcome,
        }
    }

    fn number(&mut self, series: Series) -> u32 {
        if let Some((last, number)) = self.last_series
            && last == series
        {
            return number;
        }
        let next = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry(series).or_insert(next);
        if number == next {
            self.written.push(None);
        }
        self.last_series = Some((series, number));
        number
    }

    /// Whether the reading stood in an earlier row already.
    fn repeated(
        &mut self,
        row: &Row<'t>,
        column: usize,
        key: &Key,
        number: u32,
        figures: &Figures,
    ) -> Repeated {
        let position = u16::try_from(column).unwrap_or(u16::MAX);
        let packed = u64::from(number) << 32 | u64::from(packed(key.period));
        let found = match &mut self.earlier {
            Earlier::Known(repeats) => {
                let at = repeats.binary_search_by_key(&(row.number(), position), |repeat| {
                    (repeat.row, repeat.column)
                });
                at.ok().and_then(|at| repeats.get(at)).copied()
            }
            Earlier::Watched(seen) => {
                let hash = fingerprint(figures);
                let hash = (hash >> 32) as u32 ^ hash as u32;
                match seen.entry(packed) {
                    Entry::Vacant(entry) => {
                        entry.insert((row.number(), hash));
                        None
                    }
                    Entry::Occupied(entry) => {
                        let (first_row, first_hash) = *entry.get();
                        let repeat = Repeat {
                            row: row.number(),
                            column: position,
                            first_row,
                            is_same: first_hash == hash,
                        };
                        self.log.counts().repeats.push(repeat);
                        Some(repeat)
                    }
                }
            }
        };
        let Some(Repeat {
            first_row, is_same, ..
        }) = found
        else {
            return Repeated::No;
        };
        let kind = match (is_same, self.mapping.on_repeated) {
            (_, OnRepeated::Last) => return Repeated::Retaken,
            (true, _) => ProblemKind::DuplicateSame { first_row },
            (false, OnRepeated::First) => return Repeated::Dropped,
            (false, OnRepeated::Ask) => ProblemKind::DuplicateDiffers { first_row },
        };
        if self.plan.values.len() > 1 {
            self.note(row, column, kind);
        } else {
            self.log.add(row.number(), None, "", kind);
        }
        Repeated::Dropped
    }

    /// Where a reading differs from what is stored: the column of the figure, and what is
    /// stored for it. Parts the file has no column for do not count.
    fn difference(
        &self,
        value: ValueColumn,
        figures: &Figures,
        stored: &Figures,
    ) -> Option<(usize, Option<Decimal>)> {
        let plan = &self.plan;
        if figures.value != stored.value {
            return Some((value.column, stored.value));
        }
        let parts = [
            (plan.numerator, figures.numerator, stored.numerator),
            (plan.denominator, figures.denominator, stored.denominator),
            (plan.lower, figures.lower, stored.lower),
            (plan.upper, figures.upper, stored.upper),
        ];
        for (column, new, old) in parts {
            if let Some(column) = column.filter(|_| new != old) {
                return Some((column, old));
            }
        }
        let names_state = plan.state.is_some() || figures.value.is_none();
        (names_state && figures.state != stored.state)
            .then(|| (plan.state.unwrap_or(value.column), stored.value))
    }

    fn check_closed(&mut self, row: &Row<'t>, column: usize, period: Period) {
        if self.mapping.has_reason || self.context.closed.is_empty() {
            return;
        }
        let closed = &self.context.closed;
        let is_closed = *self
            .closed
            .entry(period)
            .or_insert_with(|| closed.iter().any(|closed| closed.holds(period)));
        if is_closed {
            self.note(
                row,
                self.plan.period.unwrap_or(column),
                ProblemKind::PeriodClosed,
            );
        }
    }

    pub fn note(&mut self, row: &Row<'t>, column: usize, kind: ProblemKind) {
        let head = head(self.table, column);
        let cell = self.text(row, column);
        self.log
            .add(row.number(), Some((column, head)), &cell, kind);
    }
}

pub(super) fn head(table: &Table, column: usize) -> &str {
    table
        .header()
        .get(column)
        .map(String::as_str)
        .unwrap_or_default()
}
