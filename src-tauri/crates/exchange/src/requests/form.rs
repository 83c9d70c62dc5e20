//! What the sheet of a data request says, read from the initiative.

use backbone_core::{
    DataRequestId, Result, Workbook,
    initiative::Initiative,
    measurement::{
        DataRequest, Measure, Reading, ReadingState, RequestedCell, SeriesKey, SeriesReadings,
        UnitKind,
    },
    partners::Partner,
};
use backbone_figures::{Numbers, numbers, text};
use chrono::NaiveDate;
use rust_decimal::{Decimal, prelude::ToPrimitive};

/// Earlier readings shown beside a figure that is asked for.
const BEFORE: usize = 2;

/// A sheet to be filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// Id of the initiative.
    pub initiative_id: String,
    /// Its name.
    pub initiative: String,
    /// Who asks.
    pub sender: String,
    /// Who is asked.
    pub partner: String,
    /// What the request is called.
    pub title: String,
    /// By when.
    pub due: NaiveDate,
    /// What else to tell.
    pub note: String,
    /// By what it is recognized.
    pub token: String,
    /// Version of the request.
    pub version: u32,
    /// The figures, measure by measure.
    pub blocks: Vec<Block>,
}

/// The figures of one measure.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// Name of the measure.
    pub name: String,
    /// The plain question it answers.
    pub question: String,
    /// Its definition.
    pub definition: String,
    /// What is counted.
    pub counted: String,
    /// Out of what.
    pub out_of: String,
    /// The unit in words.
    pub unit: String,
    /// Its unit.
    pub kind: UnitKind,
    /// A limit no figure can pass.
    pub limit: Option<Decimal>,
    /// Digits after the decimal point.
    pub precision: u8,
    /// The figures.
    pub cells: Vec<FormCell>,
}

/// A figure asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct FormCell {
    /// Id of the figure asked for.
    pub id: String,
    /// For whom: “Everyone”, or names of place and group.
    pub whom: String,
    /// The period.
    pub period: String,
    /// Earlier readings, in words.
    pub before: String,
    /// What stands in the cells to fill; nothing when it is sent.
    pub answer: Answer,
}

/// What stands in the cells to fill.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answer {
    /// The figure.
    pub figure: Given,
    /// How many were counted.
    pub counted: Given,
    /// Out of how many.
    pub out_of: Given,
    /// Where the figure stands.
    pub state: String,
    /// A remark.
    pub comment: String,
}

/// What stands in a cell for a number.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Given {
    /// Nothing.
    #[default]
    Nothing,
    /// A number.
    Number(Decimal),
    /// Text.
    Text(String),
    /// A spreadsheet's error, such as `#DIV/0!`.
    Error(String),
}

impl Block {
    /// Whether a figure can be given as what was counted out of how many.
    #[must_use]
    pub fn has_parts(&self) -> bool {
        matches!(self.kind, UnitKind::Percent | UnitKind::Rate)
    }
}

impl Form {
    /// Reads what the sheet of a request says.
    ///
    /// # Errors
    /// A request that is gone.
    pub fn read(book: &Workbook, id: DataRequestId) -> Result<Self> {
        let request: DataRequest = book.get(id)?;
        let partner: Partner = book.get(request.partner_id)?;
        let initiative = book.list::<Initiative>()?.into_iter().next();
        let initiative = initiative.ok_or(backbone_core::Error::NotFound)?;
        let names = book.names_of_dimensions()?;
        let suppliers = book.suppliers()?;
        let mut blocks: Vec<Block> = Vec::new();
        let mut last = None;
        let mut series: Vec<SeriesReadings> = Vec::new();
        let mut measure = None;
        for entry in book.requested_cells(id)? {
            let cell = entry.record;
            if last != Some(cell.measure_id) {
                let found: Measure = book.get(cell.measure_id)?;
                blocks.push(block(&found));
                series = book.series_of(cell.measure_id)?;
                measure = Some(found);
                last = Some(cell.measure_id);
            }
            let (Some(measure), Some(block)) = (&measure, blocks.last_mut()) else {
                continue;
            };
            let key = suppliers.series(request.partner_id, &cell);
            block.cells.push(FormCell {
                id: entry.id.to_string(),
                whom: whom(&names.of(key)),
                period: cell.period.label(),
                before: before(&series, key, &cell, measure),
                answer: Answer::default(),
            });
        }
        let sender = initiative.record.backbone_organization.clone();
        Ok(Self {
            initiative_id: initiative.id.to_string(),
            sender: if sender.is_empty() {
                initiative.record.name.clone()
            } else {
                sender
            },
            initiative: initiative.record.name,
            partner: partner.name,
            title: request.title,
            due: request.due.0,
            note: request.note,
            token: request.token,
            version: request.version,
            blocks,
        })
    }

    /// Whether any figure can be given in parts.
    #[must_use]
    pub fn has_parts(&self) -> bool {
        self.blocks.iter().any(Block::has_parts)
    }
}

/// “Everyone”, or the names of place and group.
pub(super) fn whom(names: &[String]) -> String {
    if names.is_empty() {
        text::english().get("request-everyone")
    } else {
        names.join(", ")
    }
}

/// The readings of a series.
pub(super) fn readings(series: &[SeriesReadings], key: SeriesKey) -> &[Reading] {
    series
        .iter()
        .find(|series| series.key == key)
        .map_or(&[], |series| series.readings.as_slice())
}

fn block(measure: &Measure) -> Block {
    let texts = text::english();
    let unit = match measure.unit {
        UnitKind::Percent => "%".to_owned(),
        UnitKind::Currency => "$".to_owned(),
        UnitKind::Rate => {
            let per = usize::try_from(measure.rate_per.unwrap_or(1)).unwrap_or(1);
            let people = numbers::count(per);
            texts.with("request-unit-rate", &[("people", people.into())])
        }
        kind => texts.get(&format!("request-unit-{}", kind.word())),
    };
    Block {
        name: measure.name.clone(),
        question: measure.question.clone(),
        definition: measure.definition.clone(),
        counted: measure.numerator.clone(),
        out_of: measure.denominator.clone(),
        unit,
        kind: measure.unit,
        limit: measure
            .natural_limit
            .map(|limit| limit.0)
            .or_else(|| (measure.unit == UnitKind::Percent).then_some(Decimal::ONE_HUNDRED)),
        precision: measure.precision,
        cells: Vec::new(),
    }
}

/// The last readings before the period asked for, and the one kept for it, in words.
fn before(
    series: &[SeriesReadings],
    key: SeriesKey,
    cell: &RequestedCell,
    measure: &Measure,
) -> String {
    let texts = text::english();
    let numbers = Numbers {
        unit: measure.unit(),
        precision: measure.precision,
    };
    let shown = |reading: &Reading| match (reading.value, reading.state) {
        (Some(value), _) => numbers.value(value.to_f64().unwrap_or(0.0)),
        (None, ReadingState::Suppressed) => texts.get("request-state-suppressed"),
        (None, _) => texts.get("request-state-missing"),
    };
    let known = readings(series, key);
    let earlier: Vec<&Reading> = known
        .iter()
        .filter(|reading| reading.period < cell.period)
        .collect();
    let mut lines: Vec<String> = earlier
        .iter()
        .skip(earlier.len().saturating_sub(BEFORE))
        .map(|reading| format!("{}: {}", reading.period.label(), shown(reading)))
        .collect();
    if let Some(kept) = known.iter().find(|reading| reading.period == cell.period) {
        lines.push(texts.with("request-kept", &[("value", shown(kept).into())]));
    }
    lines.join("\n")
}
