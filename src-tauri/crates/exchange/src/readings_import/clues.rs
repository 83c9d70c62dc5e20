//! What the cells of a column say about its role, for the proposal of a mapping.

use super::context::{Context, Names};
use super::mapping::Role;
use crate::cells::{self, Cell};
use crate::names::fold;
use crate::periods::{self, PeriodCell, PeriodStyle};
use crate::table::Table;

/// Rows the proposal looks at.
const SAMPLE_ROWS: usize = 100;

/// What the first rows say about each column.
pub(super) struct Clues {
    columns: Vec<ColumnClues>,
}

#[derive(Debug, Clone, Copy, Default)]
pub(super) struct ColumnClues {
    pub filled: u32,
    pub numbers: u32,
    /// Numbers and the markers that stand for them.
    pub figures: u32,
    pub periods: u32,
    pub measures: u32,
    pub groups: u32,
    pub places: u32,
    pub providers: u32,
    pub states: u32,
    /// The head itself reads as a period, measure, group or place.
    pub is_headed_by_name: bool,
}

impl Clues {
    pub fn gather(table: &Table, context: &Context) -> Self {
        let measures = Names::of_measures(&context.measures);
        let groups = Names::of(&context.groups);
        let places = Names::of(&context.places);
        let providers = Names::of(&context.providers);
        let is_period = |text: &str| {
            !matches!(
                periods::parse(text, PeriodStyle::default()),
                PeriodCell::Unreadable
            )
        };
        let head_names_it = |head: &String| {
            is_period(head)
                || [&measures, &groups, &places]
                    .iter()
                    .any(|names| names.find(head).is_some())
        };
        let mut columns: Vec<ColumnClues> = table
            .header()
            .iter()
            .map(|head| ColumnClues {
                is_headed_by_name: head_names_it(head),
                ..ColumnClues::default()
            })
            .collect();
        let mut rows = table.rows();
        for _ in 0..SAMPLE_ROWS {
            let Some(row) = rows.advance() else { break };
            for (column, clues) in columns.iter_mut().enumerate() {
                let cell = row.cell(column);
                if cell.is_empty() {
                    continue;
                }
                let read = cells::parse(&cell, None);
                let is_number = matches!(read, Cell::Number(_) | Cell::Ambiguous { .. });
                clues.filled += 1;
                clues.numbers += u32::from(is_number);
                clues.figures += u32::from(is_number || !matches!(read, Cell::Invalid(_)));
                clues.periods += u32::from(is_period(&cell));
                clues.measures += u32::from(measures.find(&cell).is_some());
                clues.groups +=
                    u32::from(groups.find(&cell).is_some() || super::is_everyone(&fold(&cell)));
                clues.places += u32::from(places.find(&cell).is_some());
                clues.providers += u32::from(providers.find(&cell).is_some());
                clues.states += u32::from(super::state::parse(&cell).is_some());
            }
        }
        Self { columns }
    }

    pub fn of(&self, column: usize) -> ColumnClues {
        self.columns.get(column).copied().unwrap_or_default()
    }

    /// Cells that are known names say more than any head.
    pub fn score(&self, column: usize, role: Role) -> u32 {
        let clues = self.of(column);
        let share = |count: u32| (count * 100).checked_div(clues.filled).unwrap_or(0);
        match role {
            Role::Period if clues.numbers < clues.filled => share(clues.periods),
            Role::Period => share(clues.periods) / 2,
            Role::Measure => share(clues.measures) * 3 / 2,
            Role::Group => share(clues.groups),
            Role::Place => share(clues.places) * 5 / 4,
            Role::Provider => share(clues.providers),
            Role::State if clues.states == clues.filled => share(clues.states) / 2,
            _ => 0,
        }
    }

    /// A role the cells speak against: figures that are words, words that are figures.
    pub fn allows(&self, column: usize, role: Role) -> bool {
        let clues = self.of(column);
        let most = |count: u32| count * 2 >= clues.filled;
        match role {
            Role::Value | Role::Numerator | Role::Denominator | Role::Lower | Role::Upper => {
                clues.filled == 0 || most(clues.figures)
            }
            Role::Period => clues.filled == 0 || most(clues.periods),
            Role::Group | Role::Place | Role::Measure | Role::Provider => {
                clues.filled > 0
                    && !(clues.numbers == clues.filled && self.score(column, role) == 0)
            }
            Role::State => clues.filled == 0 || most(clues.states),
            Role::Ignore | Role::Comment | Role::Source => true,
        }
    }
}
