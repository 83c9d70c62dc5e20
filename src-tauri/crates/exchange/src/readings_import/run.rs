//! One pass over the rows of a table: reads each into candidates, notes problems, and
//! compares with what is stored and with earlier rows. Preview and import are the same
//! pass, so what was shown is what is written.

use super::context::{Context, Figures, Key, Names, Series, StoredReadings};
use super::figures::{ShareWatch, fingerprint};
use super::lookup::{Lookup, Memo};
use super::mapping::{Mapping, OnChanged};
use super::parts::Shared;
use super::plan::{Plan, ValueColumn};
use super::preview::{Log, Preview, RowState};
use super::problem::ProblemKind;
use crate::periods::PeriodCell;
use crate::table::{HeaderRow, Row, Rows, Table};
use backbone_core::measurement::ReadingState;
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

    /// The preview of the rows that were passed.
    pub fn finish(self) -> Preview {
        self.pass.finish()
    }
}

impl<'t> Iterator for Candidates<'t, '_> {
    type Item = Candidate<'t>;

    fn next(&mut self) -> Option<Candidate<'t>> {
        loop {
            if let Some(candidate) = self.queue.pop_front() {
                return Some(candidate);
            }
            let row = self.rows.advance()?;
            if row.number() > self.pass.table.last_row() {
                return None;
            }
            self.pass.read_row(row, &mut self.queue);
        }
    }
}

pub(super) struct Pass<'t, 'c> {
    pub table: &'t Table,
    pub mapping: &'c Mapping,
    pub context: &'c Context,
    pub stored: &'c dyn StoredReadings,
    pub plan: Plan,
    pub log: Log,
    pub periods: [Memo<PeriodCell>; 6],
    pub states: Memo<Option<ReadingState>>,
    pub measures: Lookup,
    pub groups: Lookup,
    pub places: Lookup,
    pub providers: Lookup,
    /// The row each reading first stood in, with a hash of its figures.
    pub seen: FxHashMap<Key, (u32, u64)>,
    pub series: FxHashMap<Series, u32>,
    pub shares: ShareWatch,
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
            states: Memo::default(),
            measures: Lookup::new(Names::of_measures(&context.measures), &HashMap::new()),
            groups: Lookup::new(Names::of(&context.groups), &mapping.groups),
            places: Lookup::new(Names::of(&context.places), &mapping.places),
            providers: Lookup::new(Names::of(&context.providers), &HashMap::new()),
            seen: FxHashMap::default(),
            series: FxHashMap::default(),
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
        self.log.counts().decimal = self.plan.decimal();
        self.log.counts().date_order = self.plan.period_style.date_order;
        self.log.counts().new_groups = self.groups.added;
        self.log.counts().new_places = self.places.added;
        self.log.finish()
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
        self.check_shape(row);
        if self.log.is_blocked() {
            return RowState::Blocked;
        }
        let shared = self.shared(row);
        let mut state = RowState::Same;
        if self.plan.values.is_empty() {
            state = state.max(self.read_value(row, ValueColumn::default(), true, &shared, queue));
        }
        for index in 0..self.plan.values.len() {
            if let Some(&value) = self.plan.values.get(index) {
                state = state.max(self.read_value(row, value, false, &shared, queue));
            }
        }
        state
    }

    /// Reads one value of a row. `from_parts` computes it, as no column holds it.
    fn read_value(
        &mut self,
        row: &Row<'t>,
        value: ValueColumn,
        from_parts: bool,
        shared: &Shared<'t>,
        queue: &mut VecDeque<Candidate<'t>>,
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
        let series = Series {
            measure,
            place: value.place.or(shared.place),
            group: value.group.or(shared.group),
            provider: shared.provider,
        };
        let key = Key { series, period };
        if self.is_repeated(row, &key, &figures) {
            return RowState::Same;
        }
        let state = self.compare(row, value, &key, &figures);
        let fate = match state {
            RowState::New => Fate::New,
            RowState::Changed if self.mapping.on_changed == OnChanged::Replace => Fate::Changed,
            _ => return state,
        };
        let series = self.series(series);
        queue.push_back(Candidate {
            row: row.number(),
            key,
            series,
            figures,
            comment: shared.comment.clone(),
            source: shared.source.clone(),
            fate,
        });
        state
    }

    fn series(&mut self, series: Series) -> u32 {
        let known = &mut self.log.counts().series;
        let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
        *self.series.entry(series).or_insert_with(|| {
            known.push(series);
            next
        })
    }

    /// The reading stood in an earlier row already; only the first one counts.
    fn is_repeated(&mut self, row: &Row<'t>, key: &Key, figures: &Figures) -> bool {
        let hash = fingerprint(figures);
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

    pub fn note(&mut self, row: &Row<'t>, column: usize, kind: ProblemKind) {
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
