//! Which column holds what: the user's choices, and a proposal from the words of the
//! header and a look at the cells.

use super::context::{Context, Names};
use crate::cells::{self, Cell, DecimalMark};
use crate::names::fold;
use crate::periods::{self, DateOrder, PeriodCell, PeriodStyle, Rhythm, SingleYear};
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

/// Rows the proposal looks at.
const SAMPLE_ROWS: usize = 100;

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

/// Folded words a head is recognized by, for each role, with how much they say. A head
/// that is the word weighs full, one that holds it weighs half.
type Words = &'static [(&'static str, u32)];

const HEADER_WORDS: &[(Role, Words)] = &[
    (
        Role::Period,
        &[
            ("period", 100),
            ("periodo", 100),
            ("school year", 100),
            ("ano escolar", 100),
            ("year", 90),
            ("ano", 90),
            ("yr", 90),
            ("schyr", 90),
            ("date", 80),
            ("fecha", 80),
            ("month", 80),
            ("mes", 80),
            ("quarter", 80),
            ("trimestre", 80),
            ("fy", 80),
            ("sy", 80),
            ("term", 40),
            ("time", 40),
        ],
    ),
    (
        Role::Value,
        &[
            ("value", 100),
            ("valor", 100),
            ("percent", 90),
            ("percentage", 90),
            ("pct", 90),
            ("porcentaje", 90),
            ("rate", 90),
            ("tasa", 90),
            ("figure", 80),
            ("reading", 70),
            ("result", 60),
            ("resultado", 60),
            ("score", 60),
            ("estimate", 60),
            ("mean", 50),
            ("average", 50),
            ("amount", 50),
            ("monto", 50),
            ("share", 50),
            ("index", 50),
        ],
    ),
    (
        Role::Measure,
        &[
            ("measure", 100),
            ("measure code", 100),
            ("indicator", 100),
            ("indicador", 100),
            ("medida", 100),
            ("metric", 90),
            ("kpi", 80),
            ("code", 60),
            ("codigo", 60),
        ],
    ),
    (
        Role::Group,
        &[
            ("group", 100),
            ("grupo", 100),
            ("subgroup", 100),
            ("subgrupo", 100),
            ("student group", 100),
            ("race ethnicity", 90),
            ("race", 80),
            ("ethnicity", 80),
            ("raza", 80),
            ("demographic", 80),
            ("demo", 60),
            ("gender", 70),
            ("sex", 70),
            ("breakdown", 70),
            ("category", 60),
            ("categoria", 60),
        ],
    ),
    (
        Role::Place,
        &[
            ("place", 100),
            ("lugar", 100),
            ("county", 90),
            ("condado", 90),
            ("district", 80),
            ("distrito", 80),
            ("city", 80),
            ("ciudad", 80),
            ("neighborhood", 90),
            ("barrio", 90),
            ("school", 60),
            ("escuela", 60),
            ("geography", 90),
            ("region", 80),
            ("area", 70),
            ("location", 80),
            ("state", 40),
            ("zip", 60),
        ],
    ),
    (
        Role::Provider,
        &[
            ("provider", 100),
            ("proveedor", 100),
            ("partner", 90),
            ("socio", 90),
            ("agency", 70),
            ("organization", 70),
            ("organizacion", 70),
        ],
    ),
    (
        Role::Numerator,
        &[
            ("numerator", 100),
            ("numerador", 100),
            ("num", 60),
            ("count", 55),
            ("n met", 80),
            ("met", 50),
            ("number", 45),
            ("numero", 45),
            ("cantidad", 45),
            ("proficient", 40),
        ],
    ),
    (
        Role::Denominator,
        &[
            ("denominator", 100),
            ("denominador", 100),
            ("denom", 100),
            ("n", 80),
            ("n tested", 90),
            ("tested", 80),
            ("assessed", 80),
            ("enrolled", 70),
            ("enrollment", 70),
            ("cohort", 60),
            ("population", 60),
            ("poblacion", 60),
            ("base", 50),
            ("students", 50),
            ("total", 45),
            ("n size", 90),
            ("sample size", 80),
        ],
    ),
    (
        Role::Lower,
        &[
            ("lower", 100),
            ("lower bound", 100),
            ("lower ci", 100),
            ("lcl", 90),
            ("ci low", 100),
            ("low", 60),
            ("inferior", 80),
            ("min", 40),
        ],
    ),
    (
        Role::Upper,
        &[
            ("upper", 100),
            ("upper bound", 100),
            ("upper ci", 100),
            ("ucl", 90),
            ("ci high", 100),
            ("high", 60),
            ("superior", 80),
            ("max", 40),
        ],
    ),
    (
        Role::State,
        &[
            ("state", 60),
            ("status", 90),
            ("estado", 60),
            ("flag", 60),
            ("provisional", 80),
            ("preliminary", 80),
        ],
    ),
    (
        Role::Comment,
        &[
            ("comment", 100),
            ("comments", 100),
            ("comentario", 100),
            ("note", 100),
            ("notes", 100),
            ("nota", 100),
            ("notas", 100),
            ("remark", 100),
            ("footnote", 90),
            ("certainty", 70),
            ("description", 40),
        ],
    ),
    (
        Role::Source,
        &[
            ("source", 100),
            ("fuente", 100),
            ("origin", 80),
            ("citation", 80),
            ("reference", 60),
            ("url", 50),
        ],
    ),
];

fn head_score(head: &str, words: Words) -> u32 {
    let head = fold(head);
    let holds = |word: &str| {
        head.split(' ').any(|part| part == word) || (word.contains(' ') && head.contains(word))
    };
    let score = |&(word, weight): &(&str, u32)| {
        if head == word {
            weight
        } else if holds(word) {
            weight / 2
        } else {
            0
        }
    };
    words.iter().map(score).max().unwrap_or(0)
}

/// What the first rows say about each column.
struct Clues {
    columns: Vec<ColumnClues>,
}

#[derive(Debug, Clone, Copy, Default)]
struct ColumnClues {
    filled: u32,
    numbers: u32,
    /// Numbers and the markers that stand for them.
    figures: u32,
    periods: u32,
    measures: u32,
    groups: u32,
    places: u32,
    providers: u32,
    states: u32,
    /// The head itself reads as a period, measure, group or place.
    is_headed_by_name: bool,
}

impl Clues {
    fn gather(table: &Table, context: &Context) -> Self {
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

    fn of(&self, column: usize) -> ColumnClues {
        self.columns.get(column).copied().unwrap_or_default()
    }

    /// Cells that are known names say more than any head.
    fn score(&self, column: usize, role: Role) -> u32 {
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
    fn allows(&self, column: usize, role: Role) -> bool {
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
