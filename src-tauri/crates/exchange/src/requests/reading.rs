//! Reads a returned file row by row: which figure each is, what becomes of it, and what is
//! to be noticed about it.

use std::{collections::HashMap, rc::Rc};

use backbone_core::{
    Entry, MeasureId, Workbook,
    measurement::{
        ClosedPeriod, DataRequest, Measure, Reading, ReadingState, RequestedCell, SeriesKey,
        SeriesReadings, Suppliers,
    },
    partners::Partner,
    reporting::DimensionNames,
};
use backbone_figures::Numbers;
use rust_decimal::{Decimal, prelude::ToPrimitive};

use super::{
    Answer, Fate, Finding, FindingKind, Given, Returned, Review, ReviewRow, address,
    checks::{Check, has_same_figures},
    columns as at, entries, form,
    returned::{Code, ReturnedRow},
};
use crate::readings_import::Figures;

/// Shown of a cell's text.
const SHOWN: usize = 60;

/// Reads one file, with what is known on the side.
pub(super) struct Reader<'b> {
    pub(super) book: &'b Workbook,
    pub(super) review: Review,
    cells: HashMap<String, Entry<RequestedCell>>,
    order: Vec<String>,
    pub(super) measures: HashMap<MeasureId, (Measure, Rc<[SeriesReadings]>)>,
    names: DimensionNames,
    suppliers: Suppliers,
    closed: Vec<Entry<ClosedPeriod>>,
    seen: HashMap<String, u32>,
}

impl<'b> Reader<'b> {
    pub(super) fn new(
        book: &'b Workbook,
        request: Entry<DataRequest>,
    ) -> backbone_core::Result<Self> {
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

    pub(super) fn file(&mut self, returned: &Returned) {
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

    pub(super) fn note(
        &mut self,
        row: u32,
        column: u16,
        subject: &str,
        cell: String,
        kind: FindingKind,
    ) {
        self.review.findings.push(Finding {
            row: Some(row),
            address: address(column, row),
            subject: subject.to_owned(),
            cell: cell.chars().take(SHOWN).collect(),
            kind,
        });
    }

    pub(super) fn row(
        &mut self,
        row: &ReturnedRow,
        returned: &Returned,
    ) -> backbone_core::Result<()> {
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
        self.figure(row, id, &cell, returned)
    }

    /// A row with a figure of this request.
    fn figure(
        &mut self,
        row: &ReturnedRow,
        id: &str,
        cell: &Entry<RequestedCell>,
        returned: &Returned,
    ) -> backbone_core::Result<()> {
        let key = self.key(&cell.record);
        let (measure, series) = self.measure(cell.record.measure_id)?;
        let period = cell.record.period;
        let subject = subject(
            &measure.name,
            &form::whom(&self.names.of(key)),
            &period.label(),
        );
        if let Some(first) = self.seen.get(id).copied() {
            let kind = FindingKind::CodeCopied { first };
            let said = said(&row.answer, at::FIGURE);
            self.note(row.number, at::FIGURE, &subject, said, kind);
            return Ok(());
        }
        self.seen.insert(id.to_owned(), row.number);
        let readings = form::readings(&series, key);
        let kept = readings.iter().find(|reading| reading.period == period);
        let last = readings
            .iter()
            .rfind(|reading| reading.period < period && reading.value.is_some());
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
        if let Some(figures) = figures.as_ref().filter(|_| !is_same) {
            check.hold(figures, kept, last);
            if self.closed.iter().any(|one| one.record.covers(period)) {
                let period = period.label();
                check.note(at::FIGURE, FindingKind::PeriodClosed { period });
            }
        }
        if let Some(sent) = returned.sent.get(id)
            && row.answer != Answer::default()
        {
            let now = row.locked.iter().zip(&sent.locked);
            for ((is, was), column) in now.zip([at::WHOM, at::PERIOD, at::UNIT]) {
                if is != was {
                    let (was, is) = (was.clone(), is.clone());
                    check.note(column, FindingKind::TextChanged { was, is });
                }
            }
        }
        let is_blocked = check.found.iter().any(|(_, kind)| kind.stands_in_the_way());
        for (column, kind) in check.found {
            let cell = said_in(&row.answer, column, figures.as_ref());
            self.note(row.number, column, &subject, cell, kind);
        }
        let fate = match (&figures, kept) {
            _ if is_blocked => Fate::LeftOut,
            (None, _) => Fate::Unanswered,
            (Some(_), None) => Fate::New,
            (Some(_), Some(_)) if is_same => Fate::Same,
            (Some(_), Some(_)) => Fate::Changed,
        };
        let numbers = Numbers {
            unit: measure.unit(),
            precision: measure.precision,
        };
        self.review.rows.push(ReviewRow {
            row: row.number,
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

    fn key(&self, cell: &RequestedCell) -> SeriesKey {
        let partner = self.review.request.record.partner_id;
        self.suppliers.series(partner, cell)
    }

    /// A measure with its readings, read once.
    fn measure(&mut self, id: MeasureId) -> backbone_core::Result<(Measure, Rc<[SeriesReadings]>)> {
        if let Some(known) = self.measures.get(&id) {
            return Ok(known.clone());
        }
        let found = (self.book.get(id)?, Rc::from(self.book.series_of(id)?));
        self.measures.insert(id, found);
        self.measures
            .get(&id)
            .cloned()
            .ok_or(backbone_core::Error::NotFound)
    }

    /// Figures asked for whose rows are not in the file.
    pub(super) fn missing(&mut self, returned: &Returned) -> backbone_core::Result<()> {
        let is_older = returned.version < self.review.request.record.version;
        for id in self.order.clone() {
            // An older sheet could not have them; that it is older is said already.
            if self.seen.contains_key(&id) || (is_older && !returned.sent.contains_key(&id)) {
                continue;
            }
            let Some(cell) = self.cells.get(&id).cloned() else {
                continue;
            };
            let whom = form::whom(&self.names.of(self.key(&cell.record)));
            let (measure, _) = self.measure(cell.record.measure_id)?;
            self.review.findings.push(Finding {
                row: None,
                address: returned
                    .sent
                    .get(&id)
                    .map(|sent| address(at::FIGURE, sent.row))
                    .unwrap_or_default(),
                subject: subject(&measure.name, &whom, &cell.record.period.label()),
                cell: String::new(),
                kind: FindingKind::RowMissing,
            });
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
            format!("{value} ({})", entries::state_words("provisional"))
        }
        (Some(value), _) => numbers.value(value.to_f64().unwrap_or(0.0)),
        (None, ReadingState::Suppressed) => entries::state_words("suppressed"),
        (None, _) => entries::state_words("missing"),
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

fn is_kept(figures: &Figures, comment: &str, kept: &Reading) -> bool {
    has_same_figures(figures, kept)
        && figures.lower == kept.lower
        && figures.upper == kept.upper
        && figures.state == kept.state
        && comment == kept.comment
}
