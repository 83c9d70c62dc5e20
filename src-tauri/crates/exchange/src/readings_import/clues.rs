//! What the cells of a column say about its role, for the proposal of a mapping.

use super::context::{Context, Names};
use super::mapping::Role;
use crate::cells::{self, Cell, Reason};
use crate::names::fold;
use crate::periods::{self, PeriodCell, PeriodStyle, Question};
use crate::table::Table;

/// Rows the proposal looks at.
const SAMPLE_ROWS: usize = 100;

/// From this score on a head leaves no doubt.
const PLAIN_HEAD: u32 = 90;

/// Lower lines of a name that say no more than that these are the values.
const VALUE_HEADS: &[&str] = &["percent", "pct", "value", "rate", "percentage", "valor"];

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
    /// Numbers that may be days as spreadsheets count them, or just numbers.
    pub serials: u32,
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
        let names_it = |head: &str| {
            is_period(head)
                || [&measures, &groups, &places]
                    .iter()
                    .any(|names| names.find(head).is_some())
        };
        // Of a name in two lines the lower may only say that these are the values.
        let says_value = |own: &str| {
            let own = fold(own);
            own.is_empty() || VALUE_HEADS.contains(&own.as_str())
        };
        let head_names_it = |(column, head): (usize, &String)| {
            let [upper, own] = table.head_lines(column);
            names_it(head)
                || !upper.is_empty() && names_it(upper) && (says_value(own) || names_it(own))
        };
        let mut columns: Vec<ColumnClues> = table
            .header()
            .iter()
            .enumerate()
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
                // An error of a formula stands where a figure should be.
                let is_no_figure = matches!(
                    read,
                    Cell::Invalid(Reason::NotANumber | Reason::TrailingText)
                );
                clues.figures += u32::from(!is_no_figure);
                match periods::parse(&cell, PeriodStyle::default()) {
                    PeriodCell::Ambiguous(Question::SerialDate) => clues.serials += 1,
                    PeriodCell::Unreadable => {}
                    _ => clues.periods += 1,
                }
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

    /// A role the cells speak against: figures that are words, words that are figures. A
    /// head that leaves no doubt (`head_score`) is believed all the same, so that what is
    /// wrong is named cell by cell.
    pub fn allows(&self, column: usize, role: Role, head_score: u32) -> bool {
        let clues = self.of(column);
        let is_plain = head_score >= PLAIN_HEAD;
        if is_plain && (role == Role::Value || role == Role::Period && clues.periods > 0) {
            return true;
        }
        let most = |count: u32| count * 2 >= clues.filled;
        match role {
            Role::Value | Role::Numerator | Role::Denominator | Role::Lower | Role::Upper => {
                clues.filled == 0 || most(clues.figures)
            }
            Role::Period => clues.filled == 0 || most(clues.periods + clues.serials),
            Role::Group | Role::Place | Role::Measure | Role::Provider => {
                clues.filled > 0
                    && !(clues.numbers == clues.filled && self.score(column, role) == 0)
            }
            Role::State => clues.filled == 0 || most(clues.states),
            Role::Unit => clues.filled > 0 && clues.numbers == 0,
            Role::Ignore | Role::Comment | Role::Source => true,
        }
    }
}
