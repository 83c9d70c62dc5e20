//! What taking in a returned file would do, figure by figure, and doing it: one step for
//! everything that can be taken. What cannot is named and left out, for the partner to
//! mend; nothing is guessed.

use std::collections::HashMap;

use backbone_core::{
    Context, DataReturnId, Done, Entry, MeasureId, RequestedCellId, Workbook,
    initiative::Initiative,
    measurement::{
        Breakdown, BulkReading, ClosedPeriod, DataRequest, Group, ImportOutcome, Measure,
        NewImport, NewReturn, Period, Reading, ReadingState, RequestedCell, SeriesKey,
        SeriesReadings,
    },
    partners::Partner,
};
use backbone_figures::Numbers;
use rust_decimal::{Decimal, prelude::ToPrimitive};

use super::{
    Answer, Finding, FindingKind, Given, Returned, address,
    checks::Check,
    columns as at, form,
    returned::{Code, ReturnedRow},
    template,
};
use crate::readings_import::{Figures, ProblemKind};

/// Shown of a cell's text.
const SHOWN: usize = 60;

/// What taking in a returned file would do.
#[derive(Debug, Clone)]
pub struct Review {
    /// The request it answers.
    pub request: Entry<DataRequest>,
    /// Who was asked.
    pub partner: String,
    /// The version of the request the file was made for.
    pub version: u32,
    /// Figures asked for now.
    pub asked: u32,
    /// The figures asked for that stand in the file, row by row.
    pub rows: Vec<ReviewRow>,
    /// Everything noticed: the file as a whole first, then row by row.
    pub findings: Vec<Finding>,
}

/// A figure asked for that stands in the file.
#[derive(Debug, Clone)]
pub struct ReviewRow {
    /// The row as a spreadsheet numbers it.
    pub row: u32,
    /// Which figure.
    pub cell: RequestedCellId,
    /// What it speaks of, in words.
    pub subject: String,
    /// The series it belongs to.
    pub series: SeriesKey,
    /// Its period.
    pub period: Period,
    /// What the file says, as people read it.
    pub given: String,
    /// The reading kept for it, or the one before.
    pub before: String,
    /// What becomes of it.
    pub fate: Fate,
    figures: Option<Figures>,
    comment: String,
}

/// What becomes of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fate {
    /// Nothing was filled in.
    Unanswered,
    /// It will be added.
    New,
    /// It is kept already, exactly so.
    Same,
    /// It will replace what is kept.
    Changed,
    /// It cannot be taken as it is.
    LeftOut,
}

impl Fate {
    /// Stable identifier for the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Unanswered => "unanswered",
            Self::New => "new",
            Self::Same => "same",
            Self::Changed => "changed",
            Self::LeftOut => "left_out",
        }
    }
}

/// Why a returned sheet cannot be taken in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It was made by another initiative.
    #[error("the sheet of another initiative")]
    OtherInitiative,
    /// Its request is not there any more.
    #[error("its request was removed")]
    Gone,
    /// Its request was withdrawn.
    #[error("its request was withdrawn")]
    Withdrawn,
}

impl Refused {
    /// Every one of them.
    pub const ALL: &[Self] = &[Self::OtherInitiative, Self::Gone, Self::Withdrawn];

    /// A stable name for words.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::OtherInitiative => "other_initiative",
            Self::Gone => "gone",
            Self::Withdrawn => "withdrawn",
        }
    }
}

impl Review {
    /// Holds a returned file against what the initiative asked and knows.
    ///
    /// # Errors
    /// Reading the initiative; inside, why the file cannot be taken in.
    pub fn of(
        returned: &Returned,
        book: &Workbook,
    ) -> backbone_core::Result<Result<Self, Refused>> {
        let mut requests: Vec<Entry<DataRequest>> = book.list()?;
        let found = requests
            .iter()
            .position(|request| request.record.token == returned.token);
        let Some(found) = found else {
            let initiatives: Vec<Entry<Initiative>> = book.list()?;
            let is_own = |id: &String| initiatives.iter().any(|own| own.id.to_string() == *id);
            return Ok(Err(match &returned.initiative {
                Some(id) if is_own(id) => Refused::Gone,
                _ => Refused::OtherInitiative,
            }));
        };
        let request = requests.swap_remove(found);
        if request.record.withdrawn_on.is_some() {
            return Ok(Err(Refused::Withdrawn));
        }
        let mut reading = Desk::new(book, request)?;
        reading.file(returned);
        for row in &returned.rows {
            reading.row(row, returned)?;
        }
        reading.missing(returned)?;
        reading.sums()?;
        Ok(Ok(reading.review))
    }

    /// Figures that would be added or changed.
    #[must_use]
    pub fn count(&self, fate: Fate) -> u32 {
        let found = self.rows.iter().filter(|row| row.fate == fate).count();
        u32::try_from(found).unwrap_or(u32::MAX)
    }

    /// Leaves figures out that could be taken, by their rows.
    pub fn leave_out(&mut self, rows: &[u32]) {
        for row in &mut self.rows {
            if rows.contains(&row.row) && matches!(row.fate, Fate::New | Fate::Changed) {
                row.fate = Fate::LeftOut;
            }
        }
    }

    /// Takes in what can be taken, and marks the request as received: one step.
    ///
    /// # Errors
    /// Writing the file; then nothing is changed.
    pub fn commit(
        self,
        book: &mut Workbook,
        file_name: &str,
        context: &Context,
    ) -> backbone_core::Result<Done<(DataReturnId, ImportOutcome)>> {
        let answered: Vec<&ReviewRow> = self
            .rows
            .iter()
            .filter(|row| row.fate != Fate::Unanswered)
            .collect();
        let is_asked_about =
            |row: u32| self.findings.iter().any(|finding| finding.row == Some(row));
        let unquestioned = answered
            .iter()
            .filter(|row| !is_asked_about(row.row) && row.fate != Fate::LeftOut)
            .count();
        let count = |found: usize| u32::try_from(found).unwrap_or(u32::MAX);
        let is_taken = |finding: &Finding| {
            self.rows.iter().any(|row| {
                Some(row.row) == finding.row
                    && !matches!(row.fate, Fate::LeftOut | Fate::Unanswered)
            })
        };
        let new = NewReturn {
            request: self.request.id,
            version: self.version,
            asked: self.asked,
            answered: count(answered.len()),
            unquestioned: count(unquestioned),
            findings: self
                .findings
                .iter()
                .map(|finding| finding.kept(is_taken(finding)))
                .collect(),
        };
        let taken: Vec<&ReviewRow> = answered
            .into_iter()
            .filter(|row| matches!(row.fate, Fate::New | Fate::Changed | Fate::Same))
            .collect();
        let import = NewImport {
            file_name: file_name.to_owned(),
            source: format!("{}: {}", self.partner, self.request.record.title)
                .chars()
                .take(1_000)
                .collect(),
            row_count: count(self.rows.len()),
            series: taken.iter().map(|row| row.series).collect(),
            ..NewImport::default()
        };
        let bulk = (0..).zip(&taken).filter_map(|(series, row)| {
            let figures = row.figures?;
            Some(BulkReading {
                series,
                row: row.row,
                period: row.period,
                value: figures.value,
                numerator: figures.numerator,
                denominator: figures.denominator,
                lower: figures.lower,
                upper: figures.upper,
                state: figures.state,
                comment: row.comment.clone(),
            })
        });
        book.receive_data_request(new, import, bulk, context)
    }
}

/// A file being read, with what is known on the side.
struct Desk<'b> {
    book: &'b Workbook,
    review: Review,
    cells: HashMap<String, Entry<RequestedCell>>,
    order: Vec<String>,
    measures: HashMap<MeasureId, (Measure, Vec<SeriesReadings>)>,
    names: backbone_core::reporting::DimensionNames,
    suppliers: backbone_core::measurement::Suppliers,
    closed: Vec<Entry<ClosedPeriod>>,
    seen: HashMap<String, u32>,
}

impl<'b> Desk<'b> {
    fn new(book: &'b Workbook, request: Entry<DataRequest>) -> backbone_core::Result<Self> {
        let cells = book.requested_cells(request.id)?;
        let partner: Partner = book.get(request.record.partner_id)?;
        Ok(Self {
            book,
            order: cells.iter().map(|cell| cell.id.to_string()).collect(),
            review: Review {
                version: request.record.version,
                partner: partner.name,
                request,
                asked: u32::try_from(cells.len()).unwrap_or(u32::MAX),
                rows: Vec::new(),
                findings: Vec::new(),
            },
            cells: cells
                .into_iter()
                .map(|cell| (cell.id.to_string(), cell))
                .collect(),
            measures: HashMap::new(),
            names: book.names_of_dimensions()?,
            suppliers: book.suppliers()?,
            closed: book.closed_periods()?,
            seen: HashMap::new(),
        })
    }

    fn file(&mut self, returned: &Returned) {
        self.review.version = returned.version;
        let now = self.review.request.record.version;
        if returned.version < now {
            self.review.findings.push(Finding {
                row: None,
                address: String::new(),
                subject: String::new(),
                cell: String::new(),
                kind: FindingKind::OlderVersion {
                    found: returned.version,
                    now,
                },
            });
        }
    }

    fn note(&mut self, row: u32, column: u16, subject: &str, cell: String, kind: FindingKind) {
        self.review.findings.push(Finding {
            row: Some(row),
            address: address(column, row),
            subject: subject.to_owned(),
            cell: cell.chars().take(SHOWN).collect(),
            kind,
        });
    }

    fn row(&mut self, row: &ReturnedRow, returned: &Returned) -> backbone_core::Result<()> {
        let is_filled = row.answer != Answer::default();
        let said = said(&row.answer, at::FIGURE);
        let id = match &row.code {
            Code::Figure(id) => id,
            Code::Other if is_filled => {
                self.note(row.number, at::FIGURE, "", said, FindingKind::OtherRequest);
                return Ok(());
            }
            Code::None if is_filled => {
                self.note(row.number, at::FIGURE, "", said, FindingKind::RowAdded);
                return Ok(());
            }
            Code::Other | Code::None => return Ok(()),
        };
        let Some(cell) = self.cells.get(id).cloned() else {
            if is_filled {
                let subject = returned
                    .sent
                    .get(id)
                    .map(|sent| subject(&sent.measure, &sent.locked[0], &sent.locked[1]))
                    .unwrap_or_default();
                self.note(
                    row.number,
                    at::FIGURE,
                    &subject,
                    said,
                    FindingKind::NoLongerAsked,
                );
            }
            return Ok(());
        };
        let key = self
            .suppliers
            .series(self.review.request.record.partner_id, &cell.record);
        self.measure(cell.record.measure_id)?;
        let Some((measure, series)) = self.measures.get(&cell.record.measure_id).cloned() else {
            return Ok(());
        };
        let whom = form::whom(&self.names.of(key));
        let subject = subject(&measure.name, &whom, &cell.record.period.label());
        if let Some(first) = self.seen.get(id).copied() {
            let kind = FindingKind::CodeCopied { first };
            self.note(row.number, at::FIGURE, &subject, said, kind);
            return Ok(());
        }
        self.seen.insert(id.clone(), row.number);
        let readings = form::readings(&series, key);
        let kept = readings
            .iter()
            .find(|reading| reading.period == cell.record.period);
        let last = readings
            .iter()
            .rfind(|reading| reading.period < cell.record.period && reading.value.is_some());
        let mut check = Check::new(&measure);
        let mut figures = check.read(&row.answer, last);
        let mut comment = row.answer.comment.clone();
        if let (Some(figures), Some(kept)) = (&mut figures, kept) {
            complete(figures, &mut comment, kept);
        }
        let is_same = figures
            .as_ref()
            .zip(kept)
            .is_some_and(|(figures, kept)| is_kept(figures, &comment, kept));
        let period = cell.record.period;
        if let Some(figures) = &figures
            && !is_same
        {
            if let Some(kept) = kept
                && !has_same_figures(figures, kept)
            {
                let stored = kept.value;
                let kind = FindingKind::Figure(ProblemKind::ChangedFromStored { stored });
                check.found.push((at::FIGURE, kind));
            } else if let Some(value) = figures.value {
                check.compare(value, last);
            }
            if self
                .closed
                .iter()
                .any(|closed| closed.record.covers(period))
            {
                let period = period.label();
                check
                    .found
                    .push((at::FIGURE, FindingKind::PeriodClosed { period }));
            }
        }
        let found = check.found;
        let mut is_blocked = found.iter().any(|(_, kind)| kind.stands_in_the_way());
        let changed = returned.sent.get(id).map(|sent| {
            let now = row.locked.iter().zip(&sent.locked);
            now.zip([at::WHOM, at::PERIOD, at::UNIT])
                .filter(|((is, was), _)| is != was)
                .map(|((is, was), column)| (column, was.clone(), is.clone()))
                .collect::<Vec<_>>()
        });
        for (column, was, is) in changed.unwrap_or_default() {
            is_blocked = true;
            let cell = is.clone();
            let kind = FindingKind::TextChanged { was, is };
            self.note(row.number, column, &subject, cell, kind);
        }
        for (column, kind) in found {
            let cell = said_in(&row.answer, column, figures.as_ref());
            self.note(row.number, column, &subject, cell, kind);
        }
        let numbers = Numbers {
            unit: measure.unit(),
            precision: measure.precision,
        };
        let fate = match (&figures, kept) {
            (None, _) if !is_blocked => Fate::Unanswered,
            (None, _) => Fate::LeftOut,
            (Some(_), _) if is_blocked => Fate::LeftOut,
            (Some(_), None) => Fate::New,
            (Some(_), Some(_)) if is_same => Fate::Same,
            (Some(_), Some(_)) => Fate::Changed,
        };
        self.review.rows.push(ReviewRow {
            row: row.number,
            cell: cell.id,
            series: key,
            period,
            given: figures.as_ref().map_or_else(String::new, |figures| {
                shown(figures.value, figures.state, numbers)
            }),
            before: kept.or(last).map_or_else(String::new, |reading| {
                let value = shown(reading.value, reading.state, numbers);
                format!("{}: {value}", reading.period.label())
            }),
            subject,
            fate,
            figures,
            comment,
        });
        Ok(())
    }

    fn measure(&mut self, id: MeasureId) -> backbone_core::Result<()> {
        if !self.measures.contains_key(&id) {
            let found = (self.book.get(id)?, self.book.series_of(id)?);
            self.measures.insert(id, found);
        }
        Ok(())
    }

    /// Figures asked for whose rows are not in the file.
    fn missing(&mut self, returned: &Returned) -> backbone_core::Result<()> {
        let is_older = returned.version < self.review.request.record.version;
        for id in self.order.clone() {
            // An older sheet could not have them; that it is older is said already.
            if self.seen.contains_key(&id) || (is_older && !returned.sent.contains_key(&id)) {
                continue;
            }
            let Some(cell) = self.cells.get(&id).cloned() else {
                continue;
            };
            self.measure(cell.record.measure_id)?;
            let key = self
                .suppliers
                .series(self.review.request.record.partner_id, &cell.record);
            let whom = form::whom(&self.names.of(key));
            let name = self
                .measures
                .get(&cell.record.measure_id)
                .map_or("", |(measure, _)| measure.name.as_str());
            self.review.findings.push(Finding {
                row: None,
                address: returned
                    .sent
                    .get(&id)
                    .map(|sent| address(at::FIGURE, sent.row))
                    .unwrap_or_default(),
                subject: subject(name, &whom, &cell.record.period.label()),
                cell: String::new(),
                kind: FindingKind::RowMissing,
            });
        }
        Ok(())
    }

    /// Groups that do not add up to everyone, in counts: the figure itself where it is a
    /// count, otherwise what it is out of.
    fn sums(&mut self) -> backbone_core::Result<()> {
        let groups: HashMap<_, _> = self
            .book
            .list::<Group>()?
            .into_iter()
            .map(|group| (group.id, group.record.breakdown_id))
            .collect();
        let mut found = Vec::new();
        for breakdown in self.book.list::<Breakdown>()? {
            let size = groups.values().filter(|of| **of == breakdown.id).count();
            for whole in self
                .review
                .rows
                .iter()
                .filter(|row| row.series.group.is_none())
            {
                let is_part = |row: &&ReviewRow| {
                    row.period == whole.period
                        && row.series.measure == whole.series.measure
                        && row.series.place == whole.series.place
                        && row
                            .series
                            .group
                            .is_some_and(|group| groups.get(&group) == Some(&breakdown.id))
                };
                let is_count =
                    self.measures
                        .get(&whole.series.measure)
                        .is_some_and(|(measure, _)| {
                            measure.unit == backbone_core::measurement::UnitKind::Count
                        });
                let counted = |row: &ReviewRow| -> Option<Decimal> {
                    let figures = row.figures?;
                    if is_count {
                        figures.value
                    } else {
                        figures.denominator
                    }
                };
                let Some(total) = counted(whole) else {
                    continue;
                };
                let parts: Vec<Decimal> = self
                    .review
                    .rows
                    .iter()
                    .filter(is_part)
                    .filter_map(counted)
                    .collect();
                let sum: Decimal = parts.iter().sum();
                let is_complete = parts.len() == size && size > 0;
                if sum > total || (is_complete && sum != total) {
                    let column = if is_count { at::FIGURE } else { at::OUT_OF };
                    found.push((
                        whole.row,
                        column,
                        whole.subject.clone(),
                        total.normalize().to_string(),
                        FindingKind::SumDiffers {
                            breakdown: breakdown.record.name.clone(),
                            sum: sum.normalize().to_string(),
                        },
                    ));
                }
            }
        }
        for (row, column, subject, cell, kind) in found {
            self.note(row, column, &subject, cell, kind);
        }
        Ok(())
    }
}

/// “Kindergarten readiness, Black, 2024–25”
fn subject(measure: &str, whom: &str, period: &str) -> String {
    format!("{measure}, {whom}, {period}")
}

/// What a cell says, as it stands.
fn said(answer: &Answer, column: u16) -> String {
    let given = match column {
        at::COUNTED => &answer.counted,
        at::OUT_OF => &answer.out_of,
        at::STATE => return answer.state.clone(),
        _ => &answer.figure,
    };
    match given {
        Given::Nothing => String::new(),
        Given::Number(number) => number.normalize().to_string(),
        Given::Text(words) | Given::Error(words) => words.clone(),
    }
}

/// What a cell says; where the figure follows from its parts, what follows.
fn said_in(answer: &Answer, column: u16, figures: Option<&Figures>) -> String {
    let said = said(answer, column);
    let worked_out = figures.and_then(|figures| figures.value);
    match worked_out {
        Some(value) if said.is_empty() && column == at::FIGURE => value.normalize().to_string(),
        _ => said,
    }
}

fn shown(value: Option<Decimal>, state: ReadingState, numbers: Numbers) -> String {
    match (value, state) {
        (Some(value), ReadingState::Provisional) => {
            let value = numbers.value(value.to_f64().unwrap_or(0.0));
            format!("{value} ({})", template::state_words("provisional"))
        }
        (Some(value), _) => numbers.value(value.to_f64().unwrap_or(0.0)),
        (None, ReadingState::Suppressed) => template::state_words("suppressed"),
        (None, _) => template::state_words("missing"),
    }
}

/// What a partner leaves open stays as it is kept: parts and bounds of the same figure,
/// and a remark.
fn complete(figures: &mut Figures, comment: &mut String, kept: &Reading) {
    if comment.is_empty() {
        comment.clone_from(&kept.comment);
    }
    if figures.value != kept.value {
        return;
    }
    figures.numerator = figures.numerator.or(kept.numerator);
    figures.denominator = figures.denominator.or(kept.denominator);
    figures.lower = figures.lower.or(kept.lower);
    figures.upper = figures.upper.or(kept.upper);
}

fn has_same_figures(figures: &Figures, kept: &Reading) -> bool {
    figures.value == kept.value
        && figures.numerator == kept.numerator
        && figures.denominator == kept.denominator
}

fn is_kept(figures: &Figures, comment: &str, kept: &Reading) -> bool {
    has_same_figures(figures, kept)
        && figures.lower == kept.lower
        && figures.upper == kept.upper
        && figures.state == kept.state
        && comment == kept.comment
}
