//! What taking in a returned file would do, figure by figure, and doing it: one step for
//! everything that can be taken. What cannot is named and left out, for the partner to
//! mend; nothing is guessed.

use backbone_core::{
    Context, DataReturnId, Done, Entry, Workbook,
    initiative::Initiative,
    measurement::{
        BulkReading, DataRequest, ImportOutcome, NewImport, NewReturn, Period, SeriesKey,
    },
};

use super::{Finding, Returned, reading::Reader};
use crate::readings_import::Figures;

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
    pub(super) figures: Option<Figures>,
    pub(super) comment: String,
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
        let mut reading = Reader::new(book, request)?;
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
