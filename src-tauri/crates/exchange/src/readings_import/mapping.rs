//! Which column holds what: the user's choices, and a proposal from the words of the
//! header and a look at the cells.

use super::clues::Clues;
use super::context::Context;
use super::header_words::{HEADER_WORDS, head_score};
use crate::cells::DecimalMark;
use crate::periods::{DateOrder, Rhythm, SingleYear};
use crate::table::Table;
use std::collections::{BTreeSet, HashMap};

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
    /// Answers to names the initiative does not know, by spelling in the file: a position
    /// in the list, or `None` for everyone / the whole initiative.
    pub groups: HashMap<String, Option<u32>>,
    /// The same for places.
    pub places: HashMap<String, Option<u32>>,
    /// Rows to leave out, as a spreadsheet numbers them.
    pub skip_rows: BTreeSet<u32>,
    /// What to do where the file differs from what is stored.
    pub on_changed: OnChanged,
    /// Add groups and places the initiative does not know instead of asking.
    pub add_unknown: bool,
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

/// Proposes what each column holds. Everything that is not recognized is ignored, so a
/// wrong guess shows as a missing figure, never as a wrong one.
pub fn propose_mapping(table: &Table, context: &Context) -> Mapping {
    let clues = Clues::gather(table, context);
    let mut columns = vec![Role::Ignore; table.header().len()];
    let mut scores: Vec<(u32, usize, Role)> = Vec::new();
    for (column, head) in table.header().iter().enumerate() {
        for &(role, words) in HEADER_WORDS {
            let score = head_score(head, words) + clues.score(column, role);
            if score >= MIN_SCORE && clues.allows(column, role) {
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
