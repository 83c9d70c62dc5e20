//! A mapping made ready for one table: where each part of a reading stands, and what the
//! columns as a whole say about decimal marks and dates.

use super::context::{Context, Names};
use super::mapping::{Mapping, Role};
use crate::cells::{DecimalMark, StyleEvidence};
use crate::periods::{self, PeriodCell, PeriodEvidence, PeriodStyle, Question};
use crate::table::Table;
use backbone_core::measurement::Period;

/// Where the parts of a reading stand.
#[derive(Debug, Clone, Default)]
pub(super) struct Plan {
    /// Columns of values; several in a wide table.
    pub values: Vec<ValueColumn>,
    pub period: Option<usize>,
    pub measure: Option<usize>,
    pub group: Option<usize>,
    pub place: Option<usize>,
    pub provider: Option<usize>,
    pub numerator: Option<usize>,
    pub denominator: Option<usize>,
    pub lower: Option<usize>,
    pub upper: Option<usize>,
    pub state: Option<usize>,
    pub comment: Option<usize>,
    pub source: Option<usize>,
    pub unit: Option<usize>,
    /// The decimal mark in force for each column.
    pub marks: Vec<Option<DecimalMark>>,
    /// What answers and column say about periods; the measure's rhythm comes on top.
    pub period_style: PeriodStyle,
    /// The rightmost column that is read.
    pub last_column: usize,
}

/// A column of values and what its head says about them.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct ValueColumn {
    pub column: usize,
    pub period: Option<Period>,
    pub measure: Option<u32>,
    pub group: Option<u32>,
    pub place: Option<u32>,
    /// The head is a period that reads two ways.
    pub question: Option<Question>,
}

impl Plan {
    pub fn new(table: &Table, mapping: &Mapping, context: &Context) -> Self {
        let column = |role: Role| mapping.columns.iter().position(|&given| given == role);
        let mut plan = Self {
            values: Vec::new(),
            period: column(Role::Period),
            measure: column(Role::Measure),
            group: column(Role::Group),
            place: column(Role::Place),
            provider: column(Role::Provider),
            numerator: column(Role::Numerator),
            denominator: column(Role::Denominator),
            lower: column(Role::Lower),
            upper: column(Role::Upper),
            state: column(Role::State),
            comment: column(Role::Comment),
            source: column(Role::Source),
            unit: column(Role::Unit),
            marks: vec![mapping.decimal; table.header().len()],
            period_style: PeriodStyle {
                rhythm: mapping.rhythm,
                date_order: mapping.date_order,
                single_year: mapping.single_year,
                serial_dates: mapping.serial_dates,
            },
            last_column: mapping
                .columns
                .iter()
                .rposition(|&role| role != Role::Ignore)
                .unwrap_or(0),
        };
        plan.values = value_columns(table, mapping, context, &plan);
        plan.weigh(table);
        plan
    }

    /// Columns that hold figures.
    pub fn figure_columns(&self) -> impl Iterator<Item = usize> {
        let parts = [self.numerator, self.denominator, self.lower, self.upper];
        self.values
            .iter()
            .map(|value| value.column)
            .chain(parts.into_iter().flatten())
    }

    /// The decimal mark of all columns of figures, if they agree.
    pub fn decimal(&self) -> Option<DecimalMark> {
        let mut marks = self
            .figure_columns()
            .map(|column| self.marks.get(column).copied().flatten());
        let first = marks.next().flatten();
        first.filter(|_| marks.all(|mark| mark == first))
    }

    /// The value can be computed although no column holds it.
    pub fn has_parts(&self) -> bool {
        self.numerator.is_some() && self.denominator.is_some()
    }

    /// Lets whole columns speak: for decimal marks nobody has chosen, first the column
    /// itself, then the other columns of figures, because one program wrote them all.
    fn weigh(&mut self, table: &Table) {
        let figures: Vec<usize> = self.figure_columns().collect();
        let mut evidence = vec![StyleEvidence::default(); figures.len()];
        let mut periods = PeriodEvidence::default();
        let mut last_period = String::new();
        let mut rows = table.rows();
        while let Some(row) = rows.advance() {
            for (evidence, &column) in evidence.iter_mut().zip(&figures) {
                evidence.weigh(&row.cell(column));
            }
            if let Some(column) = self.period {
                let cell = row.cell(column);
                if *cell != last_period {
                    periods.weigh(&cell);
                    last_period.clear();
                    last_period.push_str(&cell);
                }
            }
        }
        self.period_style = periods.complete(self.period_style);
        let whole = evidence
            .iter()
            .fold(StyleEvidence::default(), |all, &one| all.and(one));
        for (evidence, &column) in evidence.iter().zip(&figures) {
            if let Some(mark) = self.marks.get_mut(column)
                && mark.is_none()
            {
                let is_silent = evidence.for_point == 0 && evidence.for_comma == 0;
                *mark = if is_silent {
                    whole.verdict()
                } else {
                    evidence.verdict()
                };
            }
        }
    }
}

/// A single value column says nothing by its head, unless that is a measure.
fn value_columns(
    table: &Table,
    mapping: &Mapping,
    context: &Context,
    plan: &Plan,
) -> Vec<ValueColumn> {
    let measures = Names::of_measures(&context.measures);
    let groups = Names::of(&context.groups);
    let places = Names::of(&context.places);
    let columns: Vec<usize> = (0..)
        .zip(&mapping.columns)
        .filter(|&(_, &role)| role == Role::Value)
        .map(|(column, _)| column)
        .collect();
    let is_wide = columns.len() > 1;
    let mut heads = PeriodEvidence::default();
    for &column in &columns {
        let [upper, own] = table.head_lines(column);
        heads.weigh(upper);
        heads.weigh(own);
    }
    let rhythm_of = |measure: Option<u32>| {
        let position = usize::try_from(measure.or(mapping.measure)?).ok()?;
        context.measures.get(position)?.rhythm
    };
    let read = |&column: &usize| {
        let mut value = ValueColumn {
            column,
            ..ValueColumn::default()
        };
        let whole = table
            .header()
            .get(column)
            .map(String::as_str)
            .unwrap_or_default();
        // Either the whole name says it, or each line of it says a part.
        let [upper, own] = table.head_lines(column);
        for head in [whole, upper, own] {
            if plan.measure.is_none() && value.measure.is_none() {
                value.measure = measures.find(head);
            }
        }
        let mut style = plan.period_style;
        style.rhythm = rhythm_of(value.measure).or(style.rhythm);
        let style = heads.complete(style);
        if is_wide && plan.period.is_none() {
            for head in [whole, upper, own] {
                match periods::parse(head, style) {
                    PeriodCell::Found(period) => value.period = value.period.or(Some(period)),
                    PeriodCell::Ambiguous(question) => value.question = Some(question),
                    PeriodCell::Unreadable => {}
                }
            }
            if value.period.is_some() {
                value.question = None;
            }
        }
        for head in [whole, upper, own] {
            let is_taken = value.group.is_some() || value.place.is_some();
            let has_other_sense = measures.find(head).is_some()
                || !matches!(periods::parse(head, style), PeriodCell::Unreadable);
            if is_wide && !is_taken && !has_other_sense {
                value.group = groups.find(head);
                value.place = if value.group.is_none() {
                    places.find(head)
                } else {
                    None
                };
            }
        }
        value
    };
    columns.iter().map(read).collect()
}
