//! Which column holds what: the user's choices, and a proposal from the words of the
//! header and a look at the cells.

use super::clues::Clues;
use super::context::Context;
use super::header_words::{HEADER_WORDS, head_score};
use super::problem::ProblemKey;
use crate::cells::DecimalMark;
use crate::periods::{DateOrder, Rhythm, SerialDates, SingleYear};
use crate::table::Table;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Not read.
    Ignore,
    /// When.
    Period,
    /// The figure. With several such columns, each one's head names its period, measure,
    /// group or place (a wide table).
    Value,
    /// Code or name of the measure.
    Measure,
    /// Group of a breakdown.
    Group,
    /// Place.
    Place,
    /// Partner that supplies the figure.
    Provider,
    /// How many of them.
    Numerator,
    /// Out of how many.
    Denominator,
    /// Lower bound.
    Lower,
    /// Upper bound.
    Upper,
    /// Final, provisional, revised …
    State,
    /// A remark, kept with the reading.
    Comment,
    /// Where the figure was taken from, kept with the reading.
    Source,
    /// What the figure is in; held against the unit of its measure.
    Unit,
}

/// Everything the user decides about an import.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mapping {
    /// One role a column; columns beyond are ignored.
    pub columns: Vec<Role>,
    /// Position of the measure for all rows where no column names one.
    pub measure: Option<u32>,
    /// The decimal mark, where the cells leave it open.
    pub decimal: Option<DecimalMark>,
    /// The order of day and month, where the cells leave it open.
    pub date_order: Option<DateOrder>,
    /// What a single year means for school years.
    pub single_year: Option<SingleYear>,
    /// What "2011-12" is, where neither measure nor column tell.
    pub rhythm: Option<Rhythm>,
    /// What a bare number of days in the column of periods counts from.
    pub serial_dates: Option<SerialDates>,
    /// Which measure a name means that the initiative does not know, by its position.
    pub measures: HashMap<String, u32>,
    /// Answers to groups the initiative does not know, by spelling in the file.
    pub groups: HashMap<String, Answer>,
    /// The same for places.
    pub places: HashMap<String, Answer>,
    /// The same for partners; they cannot be added by an import.
    pub providers: HashMap<String, Answer>,
    /// Rows to leave out, as a spreadsheet numbers them.
    pub skip_rows: BTreeSet<u32>,
    /// Readings with such a problem are left out.
    pub left_out: HashSet<ProblemKey>,
    /// Readings with any problem that must be mended are left out.
    pub leave_out_blocked: bool,
    /// Text that stands for what a cell holds, by row and column.
    pub cells: BTreeMap<(u32, u16), String>,
    /// Text that stands for every cell of a column that reads so.
    pub texts: HashMap<(u16, String), String>,
    /// What values up to 1 are, by column and position of the percentage they are given for.
    pub shares: HashMap<(u16, u32), Shares>,
    /// What to do where the file differs from what is stored.
    pub on_changed: OnChanged,
    /// It was chosen knowingly, so there is nothing left to look at.
    pub is_change_settled: bool,
    /// Rows whose stored figures are kept, whatever `on_changed` says.
    pub keep_rows: BTreeSet<u32>,
    /// Rows whose figures replace the stored ones, whatever `on_changed` says.
    pub take_rows: BTreeSet<u32>,
    /// What to do where the file gives a reading twice with other figures.
    pub on_repeated: OnRepeated,
    /// Add groups and places the initiative does not know instead of asking.
    pub add_unknown: bool,
    /// A reason is given for changing figures of closed periods.
    pub has_reason: bool,
}

/// What a name of the file means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// The one at this position of its list.
    Is(u32),
    /// Everyone, or the place of the whole initiative.
    Everyone,
    /// One that is to be added.
    Add,
}

/// What values up to 1 are in a measure of percentages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shares {
    /// Shares of 1: they are multiplied by 100.
    TimesHundred,
    /// Percentages, and small ones.
    AsTheyAre,
}

/// What to do where the file differs from what is stored.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum OnChanged {
    /// Take the figure of the file.
    #[default]
    Replace,
    /// Keep the stored figure.
    Keep,
}

/// What to do where the file gives a reading twice with other figures.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum OnRepeated {
    /// Nobody has said.
    #[default]
    Ask,
    /// The first row counts.
    First,
    /// The last row counts.
    Last,
}

impl Mapping {
    /// Some cells are read as another text than they hold.
    pub(super) fn corrects(&self) -> bool {
        !self.cells.is_empty() || !self.texts.is_empty()
    }

    /// The text that stands for a cell, if it is another than it holds.
    pub(super) fn corrected(&self, row: u32, column: usize, cell: &str) -> Option<&str> {
        let column = u16::try_from(column).ok()?;
        let of_cell = self.cells.get(&(row, column));
        of_cell
            .or_else(|| self.texts.get(&(column, cell.to_owned())))
            .map(String::as_str)
    }

    /// Whether the figures of a row replace stored ones that differ.
    pub(super) fn replaces(&self, row: u32) -> bool {
        if self.keep_rows.contains(&row) {
            return false;
        }
        self.on_changed == OnChanged::Replace || self.take_rows.contains(&row)
    }

    /// Somebody has said what becomes of a row that differs from what is stored.
    pub(super) fn is_settled(&self, row: u32) -> bool {
        self.is_change_settled || self.keep_rows.contains(&row) || self.take_rows.contains(&row)
    }
}

/// Proposes what each column holds. Everything that is not recognized is ignored, so a
/// wrong guess shows as a missing figure, never as a wrong one.
pub fn propose_mapping(table: &Table, context: &Context) -> Mapping {
    let clues = Clues::gather(table, context);
    let mut columns = vec![Role::Ignore; table.header().len()];
    let mut scores: Vec<(u32, usize, Role)> = Vec::new();
    for (column, head) in table.header().iter().enumerate() {
        for &(role, words) in HEADER_WORDS {
            let of_head = head_score(head, words);
            let score = of_head + clues.score(column, role);
            if score >= MIN_SCORE && clues.allows(column, role, of_head) {
                scores.push((score, column, role));
            }
        }
    }
    // Best first; of equal ones the leftmost column.
    scores.sort_by_key(|&(score, column, _)| (std::cmp::Reverse(score), column));
    let mut taken: Vec<Role> = Vec::new();
    for (_, column, role) in scores {
        if let Some(free) = columns
            .get_mut(column)
            .filter(|role| **role == Role::Ignore)
            && !taken.contains(&role)
        {
            *free = role;
            taken.push(role);
        }
    }
    find_wide_values(&mut columns, &clues);
    find_lone_value(&mut columns, &clues);
    Mapping {
        columns,
        ..Mapping::default()
    }
}

/// A score below this is a coincidence.
const MIN_SCORE: u32 = 20;

/// Two or more columns of figures whose heads are periods, measures, groups or places are
/// a wide table.
fn find_wide_values(columns: &mut [Role], clues: &Clues) {
    let is_wide = |column: usize, role: Role| {
        let clue = clues.of(column);
        let is_free = matches!(role, Role::Ignore | Role::Value);
        is_free && clue.is_headed_by_name && clue.filled > 0 && clue.figures * 2 >= clue.filled
    };
    let wide: Vec<usize> = (0..)
        .zip(columns.iter())
        .filter(|&(c, &r)| is_wide(c, r))
        .map(|(c, _)| c)
        .collect();
    let has_other_value = (0..)
        .zip(columns.iter())
        .any(|(c, &role)| role == Role::Value && !wide.contains(&c));
    if wide.len() >= 2 && !has_other_value {
        for (column, role) in columns.iter_mut().enumerate() {
            if wide.contains(&column) {
                *role = Role::Value;
            }
        }
    }
}

/// Without a column that is called a value: the count that was taken for a part of one, or
/// the only column of figures left.
fn find_lone_value(columns: &mut [Role], clues: &Clues) {
    let has = |columns: &[Role], role: Role| columns.contains(&role);
    if has(columns, Role::Value) {
        return;
    }
    let lone_part = match (
        has(columns, Role::Numerator),
        has(columns, Role::Denominator),
    ) {
        (true, true) => return,
        (true, false) => Some(Role::Numerator),
        (false, _) => None,
    };
    if let Some(part) = lone_part {
        columns
            .iter_mut()
            .filter(|role| **role == part)
            .for_each(|role| *role = Role::Value);
        return;
    }
    let is_figure = |column: usize| {
        let clue = clues.of(column);
        clue.filled > 0 && clue.numbers * 2 >= clue.filled
    };
    let free: Vec<usize> = (0..)
        .zip(columns.iter())
        .filter(|&(c, &r)| r == Role::Ignore && is_figure(c))
        .map(|(c, _)| c)
        .collect();
    if let [only] = free.as_slice()
        && let Some(role) = columns.get_mut(*only)
    {
        *role = Role::Value;
    }
}
