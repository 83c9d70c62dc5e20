//! Rows of a preview for a screen, and every problem one by one. Single rows are read
//! again as they were read the first time, so that nothing has to be kept of the millions
//! that nobody looks at.

use super::context::{Context, StoredReadings};
use super::mapping::Mapping;
use super::preview::{Preview, RowState};
use super::problem::Problem;
use super::run::Pass;
use crate::table::Table;

/// Which rows are listed. Blank ones never are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filter {
    /// All.
    All,
    /// Those that differ from what is stored, are to be checked or stand in the way.
    Problems,
    /// Those with a problem of the group at this position of the preview.
    Group(usize),
}

/// A row for a screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviewRow {
    /// The row as a spreadsheet numbers it.
    pub number: u32,
    /// What becomes of it.
    pub state: RowState,
    /// Its cells as they are read, one a column.
    pub cells: Vec<String>,
    /// Columns whose text was corrected.
    pub corrected: Vec<usize>,
    /// Its problems.
    pub problems: Vec<Problem>,
}

/// A preview with everything it was made from.
#[derive(Clone, Copy)]
pub struct View<'v> {
    /// The table.
    pub table: &'v Table,
    /// What its columns hold, and the answers.
    pub mapping: &'v Mapping,
    /// The initiative.
    pub context: &'v Context,
    /// Its readings.
    pub stored: &'v dyn StoredReadings,
    /// The preview of exactly these.
    pub preview: &'v Preview,
}

impl<'v> View<'v> {
    /// How many rows a page can be taken from.
    pub fn listed_count(&self, filter: Filter) -> usize {
        match filter {
            Filter::Group(at) => self
                .preview
                .groups
                .get(at)
                .map_or(0, |group| group.row_count),
            Filter::All | Filter::Problems => self
                .preview
                .rows()
                .filter(|&(_, state)| is_listed(state, filter))
                .count(),
        }
    }

    /// `count` rows from the `from`th of those listed on, from 0.
    pub fn page(&self, filter: Filter, from: usize, count: usize) -> Vec<PreviewRow> {
        let numbers: Vec<u32> = match filter {
            Filter::Group(at) => {
                let of_group = self
                    .preview
                    .marks
                    .iter()
                    .filter(|&&(_, group)| usize::try_from(group) == Ok(at));
                let numbers = of_group.map(|&(row, _)| row);
                numbers.skip(from).take(count).collect()
            }
            Filter::All | Filter::Problems => {
                let listed = self
                    .preview
                    .rows()
                    .filter(|&(_, state)| is_listed(state, filter));
                listed
                    .map(|(number, _)| number)
                    .skip(from)
                    .take(count)
                    .collect()
            }
        };
        let mut pass = self.pass();
        let rows = numbers.into_iter();
        rows.filter_map(|number| self.row(&mut pass, number))
            .collect()
    }

    /// Gives every problem, first those of the table, then row by row; `give` answers
    /// whether to go on.
    ///
    /// # Errors
    /// Whatever `give` fails with.
    pub fn each_problem<E>(
        &self,
        mut give: impl FnMut(&Problem) -> Result<(), E>,
    ) -> Result<(), E> {
        let groups = &self.preview.groups;
        let of_table = groups.iter().filter(|group| group.first.row.is_none());
        for group in of_table {
            give(&group.first)?;
        }
        let mut pass = self.pass();
        // One walk over the table: reaching each row by itself would take many.
        let mut rows = self.table.rows();
        for (number, state) in self.preview.rows() {
            let Some(row) = rows.advance() else { break };
            if is_listed(state, Filter::Problems) {
                for problem in self.with_added(number, pass.look_at(row)) {
                    give(&problem)?;
                }
            }
        }
        Ok(())
    }

    fn pass(&self) -> Pass<'v, 'v> {
        Pass::looking_back(
            self.table,
            self.mapping,
            self.context,
            self.stored,
            self.preview,
        )
    }

    fn row(&self, pass: &mut Pass<'v, 'v>, number: u32) -> Option<PreviewRow> {
        let mut rows = self.table.rows_from(number);
        let row = rows.advance()?;
        let mut corrected = Vec::new();
        let cells = (0..self.table.header().len())
            .map(|column| {
                let cell = row.cell(column);
                match self.mapping.corrected(number, column, &cell) {
                    Some(text) => {
                        corrected.push(column);
                        text.to_owned()
                    }
                    None => cell.into_owned(),
                }
            })
            .collect();
        Some(PreviewRow {
            number,
            state: self.preview.state(number),
            cells,
            corrected,
            problems: self.with_added(number, pass.look_at(row)),
        })
    }

    /// A name that is to be added is told where it stands first; looking back, it is there
    /// already.
    fn with_added(&self, number: u32, mut problems: Vec<Problem>) -> Vec<Problem> {
        let groups = self.preview.groups.iter();
        let added = groups
            .filter(|group| group.key.code == "will_be_added" && group.first.row == Some(number));
        problems.extend(added.map(|group| group.first.clone()));
        problems
    }
}

fn is_listed(state: RowState, filter: Filter) -> bool {
    match state {
        RowState::Blank => false,
        RowState::Changed | RowState::Check | RowState::Blocked => true,
        _ => filter != Filter::Problems,
    }
}
