//! What an import would do: counts, problems by kind, and the state of every row in one
//! byte, so that millions of rows can be previewed.

use super::context::Series;
use super::problem::{Problem, ProblemKind, Severity};
use crate::cells::DecimalMark;
use crate::periods::DateOrder;
use crate::table::Table;
use std::collections::HashMap;

/// What an import would do.
#[derive(Debug, Clone, Default)]
pub struct Preview {
    /// Rows below the header that hold anything.
    pub row_count: usize,
    /// Readings not stored yet.
    pub new_count: usize,
    /// Readings stored with the same figures; they are left alone.
    pub same_count: usize,
    /// Readings stored with other figures.
    pub changed_count: usize,
    /// Rows the user leaves out.
    pub skipped_count: usize,
    /// Rows that must be mended or left out.
    pub blocked_count: usize,
    /// Rows to look at that could be imported.
    pub check_count: usize,
    /// Every problem in order of rows, at most [`MAX_PROBLEMS`].
    pub problems: Vec<Problem>,
    /// How many problems there are in all.
    pub problem_count: usize,
    /// Problems by kind, must-fix first.
    pub groups: Vec<ProblemGroup>,
    /// Groups the file names and the initiative lacks, where they are to be added; their
    /// positions follow those of the context.
    pub new_groups: Vec<String>,
    /// Places the file names and the initiative lacks, where they are to be added; their
    /// positions follow those of the context.
    pub new_places: Vec<String>,
    /// What the readings to be written speak of; [`Candidate::series`] is a position here.
    ///
    /// [`Candidate::series`]: super::Candidate::series
    pub series: Vec<Series>,
    /// The decimal mark in force, if it is the same in all columns of figures.
    pub decimal: Option<DecimalMark>,
    /// The order of day and month in force.
    pub date_order: Option<DateOrder>,
    first_row: u32,
    states: Vec<RowState>,
}

/// Problems kept one by one; beyond them only the groups grow.
pub const MAX_PROBLEMS: usize = 10_000;

/// Rows named by each group.
pub const MAX_GROUP_ROWS: usize = 100;

/// Problems of one kind in one column; names that are not known form a group each.
#[derive(Debug, Clone)]
pub struct ProblemGroup {
    /// The first of them.
    pub first: Problem,
    /// Whether they stand in the way.
    pub severity: Severity,
    /// Their rows, the first hundred.
    pub rows: Vec<u32>,
    /// How many rows in all.
    pub row_count: usize,
}

/// What becomes of a row.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RowState {
    /// Holds nothing.
    #[default]
    Blank,
    /// Left out by the user.
    Skipped,
    /// Stored already with the same figures.
    Same,
    /// Will be added.
    New,
    /// Will replace what is stored, or not, as chosen.
    Changed,
    /// Will be imported; look at it first.
    Check,
    /// Cannot be imported as it is.
    Blocked,
}

/// A row for a screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviewRow {
    /// The row as a spreadsheet numbers it.
    pub number: u32,
    /// What becomes of it.
    pub state: RowState,
    /// Its cells as they stand in the file, one a column.
    pub cells: Vec<String>,
    /// Its problems.
    pub problems: Vec<Problem>,
}

impl Preview {
    /// Nothing stands in the way.
    pub fn is_ready(&self) -> bool {
        self.groups
            .iter()
            .all(|group| group.severity != Severity::MustFix)
    }

    /// What becomes of a row.
    pub fn state(&self, row: u32) -> RowState {
        let position = row
            .checked_sub(self.first_row)
            .and_then(|at| usize::try_from(at).ok());
        position
            .and_then(|at| self.states.get(at))
            .copied()
            .unwrap_or_default()
    }

    /// How many rows a page without blank ones can be taken from.
    pub fn listed_count(&self, only_problems: bool) -> usize {
        self.states
            .iter()
            .filter(|&&state| is_listed(state, only_problems))
            .count()
    }

    /// `count` rows for a screen from the `from`th on (from 0), blank ones left out.
    pub fn page(
        &self,
        table: &Table,
        from: usize,
        count: usize,
        only_problems: bool,
    ) -> Vec<PreviewRow> {
        let listed = (self.first_row..)
            .zip(&self.states)
            .filter(|&(_, &state)| is_listed(state, only_problems))
            .skip(from)
            .take(count);
        let width = table.header().len();
        listed
            .filter_map(|(number, &state)| {
                let mut rows = table.rows_from(number);
                let row = rows.advance()?;
                let cells = (0..width)
                    .map(|column| row.cell(column).into_owned())
                    .collect();
                Some(PreviewRow {
                    number,
                    state,
                    cells,
                    problems: self.of_row(number).to_vec(),
                })
            })
            .collect()
    }

    /// The problems of one row.
    pub fn of_row(&self, row: u32) -> &[Problem] {
        let start = self
            .problems
            .partition_point(|problem| problem.row < Some(row));
        let end = self
            .problems
            .partition_point(|problem| problem.row <= Some(row));
        self.problems.get(start..end).unwrap_or_default()
    }
}

fn is_listed(state: RowState, only_problems: bool) -> bool {
    match state {
        RowState::Blank => false,
        RowState::Changed | RowState::Check | RowState::Blocked => true,
        _ => !only_problems,
    }
}

/// Gathers what a run over the rows notices.
#[derive(Debug, Default)]
pub(super) struct Log {
    preview: Preview,
    index: HashMap<(&'static str, Option<u16>, String), usize>,
    /// The worst problem of the row at hand.
    worst: Option<Severity>,
}

/// A cell is quoted in a message up to this many characters.
const QUOTED: usize = 80;

impl Log {
    pub fn new(first_row: u32) -> Self {
        Self {
            preview: Preview {
                first_row,
                ..Preview::default()
            },
            ..Self::default()
        }
    }

    pub fn counts(&mut self) -> &mut Preview {
        &mut self.preview
    }

    /// Notes a problem of the row at hand, or of the table.
    pub fn add(
        &mut self,
        row: Option<u32>,
        column: Option<(usize, &str)>,
        cell: &str,
        kind: ProblemKind,
    ) {
        let severity = kind.severity();
        // A difference to what is stored is a state of its own.
        if !matches!(kind, ProblemKind::ChangedFromStored { .. }) {
            self.worst = Some(self.worst.map_or(severity, |worst| worst.min(severity)));
        }
        self.preview.problem_count += 1;
        let position = column.and_then(|(column, _)| u16::try_from(column).ok());
        let name = match kind {
            ProblemKind::GroupUnknown { .. }
            | ProblemKind::PlaceUnknown { .. }
            | ProblemKind::MeasureUnknown
            | ProblemKind::ProviderUnknown
            | ProblemKind::WillBeAdded => cell.to_owned(),
            _ => String::new(),
        };
        let index = (kind.code(), position, name);
        let keep = self.preview.problems.len() < MAX_PROBLEMS;
        let known = self.index.get(&index).copied();
        let problem = || Problem {
            row,
            column: position,
            head: column.map(|(_, head)| head.to_owned()).unwrap_or_default(),
            cell: shortened(cell),
            kind,
        };
        if known.is_none() || keep {
            let problem = problem();
            if known.is_none() {
                self.index.insert(index, self.preview.groups.len());
                let first = problem.clone();
                self.preview.groups.push(ProblemGroup {
                    first,
                    severity,
                    rows: Vec::new(),
                    row_count: 0,
                });
            }
            if keep {
                self.preview.problems.push(problem);
            }
        }
        let at = known.unwrap_or(self.preview.groups.len() - 1);
        if let (Some(group), Some(row)) = (self.preview.groups.get_mut(at), row)
            && group.rows.last() != Some(&row)
        {
            group.row_count += 1;
            if group.rows.len() < MAX_GROUP_ROWS {
                group.rows.push(row);
            }
        }
    }

    /// Something in the row at hand stands in the way.
    pub fn is_blocked(&self) -> bool {
        self.worst == Some(Severity::MustFix)
    }

    pub fn begin_row(&mut self) {
        self.worst = None;
    }

    /// Closes the row at hand; `state` is what it would be without problems.
    pub fn end_row(&mut self, state: RowState) {
        let state = match self.worst {
            Some(Severity::MustFix) => RowState::Blocked,
            Some(Severity::Check) => RowState::Check,
            None => state,
        };
        let preview = &mut self.preview;
        preview.states.push(state);
        preview.row_count += usize::from(state != RowState::Blank);
        preview.skipped_count += usize::from(state == RowState::Skipped);
        preview.blocked_count += usize::from(state == RowState::Blocked);
        preview.check_count += usize::from(state == RowState::Check);
    }

    pub fn finish(mut self) -> Preview {
        self.preview.problems.sort_by_key(|problem| problem.row);
        self.preview
            .groups
            .sort_by_key(|group| (group.severity, group.first.row));
        self.preview
    }
}

fn shortened(cell: &str) -> String {
    match cell.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", cell.get(..end).unwrap_or_default()),
        None => cell.to_owned(),
    }
}
