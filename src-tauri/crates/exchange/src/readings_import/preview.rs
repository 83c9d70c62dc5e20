//! What an import would do: counts, problems by kind, and the state of every row in one
//! byte, so that millions of rows can be previewed. Rows and problems for a screen are
//! taken from it by `view`.

use super::context::Series;
use super::plan::Plan;
use super::problem::{Problem, ProblemKey, Severity};
use crate::cells::DecimalMark;
use crate::periods::DateOrder;

/// What an import would do.
#[derive(Debug, Clone, Default)]
pub struct Preview {
    /// Rows below the header that hold anything.
    pub row_count: usize,
    /// Readings not stored yet.
    pub new_count: usize,
    /// Readings stored with the same figures; they are left alone.
    pub same_count: usize,
    /// Readings stored with other figures, which are replaced.
    pub changed_count: usize,
    /// Readings stored with other figures, which are kept.
    pub kept_count: usize,
    /// Rows that are left out.
    pub skipped_count: usize,
    /// Rows that must be mended or left out.
    pub blocked_count: usize,
    /// Rows to look at that could be imported.
    pub check_count: usize,
    /// Every problem in order of rows, at most [`MAX_PROBLEMS`]; a [`View`] gives all.
    ///
    /// [`View`]: super::View
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
    pub(super) first_row: u32,
    pub(super) states: Vec<RowState>,
    /// Row and position of the group of every problem, in order of rows.
    pub(super) marks: Vec<(u32, u32)>,
    /// Readings that stood in an earlier row already, in order of rows and columns.
    pub(super) repeats: Vec<Repeat>,
    /// How the columns were read, to read single rows the same way again.
    pub(super) plan: Plan,
}

/// Problems kept one by one; all are counted, and a view finds the rest again.
pub const MAX_PROBLEMS: usize = 10_000;

/// Rows named by each group.
pub const MAX_GROUP_ROWS: usize = 100;

/// Problems of one kind in one column; texts that want an answer form a group each.
#[derive(Debug, Clone)]
pub struct ProblemGroup {
    /// What makes them one kind.
    pub key: ProblemKey,
    /// The first of them.
    pub first: Problem,
    /// Whether they stand in the way.
    pub severity: Severity,
    /// Their rows, the first hundred.
    pub rows: Vec<u32>,
    /// How many rows in all.
    pub row_count: usize,
    pub(super) last_row: Option<u32>,
}

/// A reading that stood in an earlier row already.
#[derive(Debug, Clone, Copy)]
pub(super) struct Repeat {
    pub row: u32,
    pub column: u16,
    pub first_row: u32,
    pub is_same: bool,
}

/// What becomes of a row.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RowState {
    /// Holds nothing.
    #[default]
    Blank,
    /// Left out.
    Skipped,
    /// Stored already with the same figures, or stored with others that are kept.
    Same,
    /// Will be added.
    New,
    /// Will replace what is stored.
    Changed,
    /// Will be imported; look at it first.
    Check,
    /// Cannot be imported as it is.
    Blocked,
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

    /// Rows with their states, from the first below the header.
    pub(super) fn rows(&self) -> impl Iterator<Item = (u32, RowState)> {
        (self.first_row..).zip(self.states.iter().copied())
    }
}
