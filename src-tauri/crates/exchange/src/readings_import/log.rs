//! Gathers what a pass over the rows notices. A problem is kept in mind until its reading,
//! or its row, is known to stay: what is left out is not counted.

use super::mapping::Mapping;
use super::preview::{MAX_GROUP_ROWS, MAX_PROBLEMS, Preview, ProblemGroup, RowState};
use super::problem::{Problem, ProblemKey, ProblemKind, Severity};
use std::collections::{HashMap, HashSet};

/// What becomes of the problems that are noticed.
#[derive(Debug)]
enum Use {
    /// They are counted into the preview.
    Count,
    /// They are handed back, row by row.
    HandBack(Vec<Problem>),
    /// They were counted before.
    Forget,
}

#[derive(Debug)]
pub(super) struct Log<'c> {
    preview: Preview,
    index: HashMap<ProblemKey, usize>,
    left_out: &'c HashSet<ProblemKey>,
    leaves_blocked: bool,
    purpose: Use,
    /// Problems of the row at hand.
    pending: Vec<Problem>,
    /// Where those of the reading at hand begin.
    value_from: usize,
    row: Scope,
    value: Option<Scope>,
}

/// A row, or one reading of it.
#[derive(Debug, Clone, Copy, Default)]
struct Scope {
    worst: Option<Severity>,
    is_left_out: bool,
}

/// A cell is quoted in a message up to this many characters.
const QUOTED: usize = 80;

/// Different texts that are told apart; beyond them they stand together.
const MAX_GROUPS: usize = 1_000;

impl<'c> Log<'c> {
    pub fn new(first_row: u32, mapping: &'c Mapping) -> Self {
        Self {
            preview: Preview {
                first_row,
                ..Preview::default()
            },
            index: HashMap::new(),
            left_out: &mapping.left_out,
            leaves_blocked: mapping.leave_out_blocked,
            purpose: Use::Count,
            pending: Vec::new(),
            value_from: 0,
            row: Scope::default(),
            value: None,
        }
    }

    /// From now on problems are handed back by [`Self::take`] and not counted.
    pub fn hand_back(&mut self) {
        self.purpose = Use::HandBack(Vec::new());
    }

    /// From now on problems are not kept: an earlier pass did that.
    pub fn forget(&mut self) {
        self.purpose = Use::Forget;
    }

    /// The problems since the last call.
    pub fn take(&mut self) -> Vec<Problem> {
        match &mut self.purpose {
            Use::HandBack(problems) => std::mem::take(problems),
            Use::Count | Use::Forget => Vec::new(),
        }
    }

    pub fn counts(&mut self) -> &mut Preview {
        &mut self.preview
    }

    /// Notes a problem of the reading or row at hand.
    pub fn add(&mut self, row: u32, column: Option<(usize, &str)>, cell: &str, kind: ProblemKind) {
        let problem = problem(Some(row), column, cell, kind);
        let severity = problem.severity();
        let is_left_out = self.leaves_blocked && severity == Severity::MustFix
            || !self.left_out.is_empty() && self.left_out.contains(&problem.key());
        // A difference to what is stored is a state of its own.
        let is_difference = matches!(problem.kind, ProblemKind::ChangedFromStored { .. });
        let scope = self.value.as_mut().unwrap_or(&mut self.row);
        scope.is_left_out |= is_left_out;
        if !is_difference {
            scope.worst = Some(scope.worst.map_or(severity, |worst| worst.min(severity)));
        }
        self.pending.push(problem);
    }

    /// Notes a problem of the table or of a column as a whole.
    pub fn add_to_table(&mut self, column: Option<(usize, &str)>, cell: &str, kind: ProblemKind) {
        let problem = problem(None, column, cell, kind);
        let is_left_out = self.left_out.contains(&problem.key());
        if !is_left_out && matches!(self.purpose, Use::Count) {
            self.count(problem);
        }
    }

    /// Something in the row or reading at hand stands in the way.
    pub fn is_blocked(&self) -> bool {
        let blocks = |scope: &Scope| scope.worst == Some(Severity::MustFix);
        blocks(&self.row) || self.value.as_ref().is_some_and(blocks)
    }

    /// The row at hand is left out.
    pub fn is_row_left_out(&self) -> bool {
        self.row.is_left_out
    }

    pub fn begin_row(&mut self) {
        self.pending.clear();
        self.row = Scope::default();
        self.value = None;
    }

    pub fn begin_value(&mut self) {
        self.value_from = self.pending.len();
        self.value = Some(Scope::default());
    }

    /// Closes the reading at hand; answers whether it is left out.
    pub fn end_value(&mut self) -> bool {
        let Some(value) = self.value.take() else {
            return false;
        };
        if value.is_left_out {
            self.pending.truncate(self.value_from);
            return true;
        }
        self.row.worst = match (self.row.worst, value.worst) {
            (Some(row), Some(value)) => Some(row.min(value)),
            (row, value) => row.or(value),
        };
        false
    }

    /// Closes the row at hand; `state` is what it would be without problems.
    pub fn end_row(&mut self, state: RowState) {
        if self.row.is_left_out {
            self.pending.clear();
            self.row = Scope::default();
        }
        let state = match self.row.worst {
            Some(Severity::MustFix) => RowState::Blocked,
            Some(Severity::Check) => RowState::Check,
            None => state,
        };
        match &mut self.purpose {
            Use::HandBack(problems) => return problems.append(&mut self.pending),
            Use::Forget => return self.pending.clear(),
            Use::Count => {}
        }
        for problem in std::mem::take(&mut self.pending) {
            self.count(problem);
        }
        let preview = &mut self.preview;
        preview.states.push(state);
        preview.row_count += usize::from(state != RowState::Blank);
        preview.skipped_count += usize::from(state == RowState::Skipped);
        preview.blocked_count += usize::from(state == RowState::Blocked);
        preview.check_count += usize::from(state == RowState::Check);
    }

    pub fn finish(mut self) -> Preview {
        self.preview.problems.sort_by_key(|problem| problem.row);
        // Rows refer to groups by position, so the order is kept beside them.
        let mut order: Vec<usize> = (0..self.preview.groups.len()).collect();
        let groups = &self.preview.groups;
        order.sort_by_key(|&at| {
            let group = groups.get(at);
            group.map(|group| (group.severity, group.first.row))
        });
        let mut moved = vec![0_u32; order.len()];
        for (to, &from) in (0_u32..).zip(&order) {
            if let Some(place) = moved.get_mut(from) {
                *place = to;
            }
        }
        for (_, group) in &mut self.preview.marks {
            let from = usize::try_from(*group).unwrap_or(usize::MAX);
            *group = moved.get(from).copied().unwrap_or(*group);
        }
        let mut groups: Vec<Option<ProblemGroup>> = std::mem::take(&mut self.preview.groups)
            .into_iter()
            .map(Some)
            .collect();
        self.preview.groups = order
            .into_iter()
            .filter_map(|at| groups.get_mut(at)?.take())
            .collect();
        self.preview
    }

    fn count(&mut self, problem: Problem) {
        let mut key = problem.key();
        if self.index.len() >= MAX_GROUPS && !self.index.contains_key(&key) {
            key.text.clear();
        }
        let next = self.preview.groups.len();
        let at = *self.index.entry(key.clone()).or_insert(next);
        if at == next {
            self.preview.groups.push(ProblemGroup {
                key,
                severity: problem.severity(),
                first: problem.clone(),
                rows: Vec::new(),
                row_count: 0,
                last_row: None,
            });
        }
        self.preview.problem_count += 1;
        if let (Some(group), Some(row)) = (self.preview.groups.get_mut(at), problem.row)
            && group.last_row != Some(row)
        {
            group.last_row = Some(row);
            group.row_count += 1;
            if group.rows.len() < MAX_GROUP_ROWS {
                group.rows.push(row);
            }
            let group = u32::try_from(at).unwrap_or(u32::MAX);
            self.preview.marks.push((row, group));
        }
        if self.preview.problems.len() < MAX_PROBLEMS {
            self.preview.problems.push(problem);
        }
    }
}

fn problem(
    row: Option<u32>,
    column: Option<(usize, &str)>,
    cell: &str,
    kind: ProblemKind,
) -> Problem {
    Problem {
        row,
        column: column.and_then(|(column, _)| u16::try_from(column).ok()),
        head: column.map(|(_, head)| head.to_owned()).unwrap_or_default(),
        cell: shortened(cell),
        kind,
    }
}

fn shortened(cell: &str) -> String {
    match cell.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", cell.get(..end).unwrap_or_default()),
        None => cell.to_owned(),
    }
}
