//! Files that come back: what they brought, what was noticed, and the one step that takes
//! their figures and marks the request as received.

use serde_json::{Map, Value as Json};

use super::DataRequest;
use crate::{
    Context, DataRequestId, DataReturnId, Day, Done, Id, ImportId, Op, Record, Result,
    ReturnFindingId, Workbook,
    measurement::{BulkReading, ImportOutcome, NewImport, Origin, Reading, SeriesKey},
    storage::{self, Entry, LONGEST_NAME, LONGEST_TEXT, record, require_length},
};

record! {
    /// A file that came back for a data request.
    DataReturn, DataReturnId, "data_returns", order "returned_on, id",
    ImportReadings ImportReadings ImportReadings {
        /// Its request.
        request_id: DataRequestId,
        /// The import of its figures.
        import_id: ImportId,
        /// File name without folder.
        file_name: String,
        /// When it came back.
        returned_on: Day,
        /// The version of the request it was made for.
        version: u32,
        /// Figures asked for.
        asked: u32,
        /// Figures given, or said to be unavailable or hidden.
        answered: u32,
        /// Those without a question.
        unquestioned: u32,
        /// Figures taken, new or changed.
        taken: u32,
        /// Figures that were kept already, exactly so.
        same: u32,
    }
    label(this) this.file_name.clone();
    validate(this) require_length("file_name", &this.file_name, LONGEST_NAME);
}

record! {
    /// Something noticed in a file that came back.
    ReturnFinding, ReturnFindingId, "data_return_findings", order "position",
    ImportReadings ImportReadings ImportReadings {
        /// The file.
        return_id: DataReturnId,
        /// The cell, as a spreadsheet names it; empty for the file as a whole.
        cell: String,
        /// What the cell speaks of, in words; empty for the file as a whole.
        subject: String,
        /// What was noticed; words are chosen by it.
        code: String,
        /// What those words speak of: a JSON object of names with texts.
        particulars: String,
        /// Whether the figure was taken all the same.
        is_taken: bool,
        /// Place in the list.
        position: i64,
    }
    label(this) this.cell.clone();
    validate(this) {
        require_length("subject", &this.subject, LONGEST_TEXT)?;
        require_length("particulars", &this.particulars, LONGEST_TEXT)
    };
}

impl ReturnFinding {
    /// What its words speak of, by name.
    #[must_use]
    pub fn spoken_of(&self) -> Vec<(String, String)> {
        let read: Map<String, Json> = serde_json::from_str(&self.particulars).unwrap_or_default();
        let text = |value: Json| match value {
            Json::String(text) => text,
            other => other.to_string(),
        };
        read.into_iter()
            .map(|(name, value)| (name, text(value)))
            .collect()
    }
}

fn written(particulars: Vec<(String, String)>) -> String {
    let object: Map<String, Json> = particulars
        .into_iter()
        .map(|(name, text)| (name, Json::String(text)))
        .collect();
    Json::Object(object).to_string()
}

/// A file about to be taken in.
#[derive(Debug, Clone, PartialEq)]
pub struct NewReturn {
    /// Its request.
    pub request: DataRequestId,
    /// The version of the request it was made for.
    pub version: u32,
    /// Figures asked for.
    pub asked: u32,
    /// Figures given, or said to be unavailable or hidden.
    pub answered: u32,
    /// Those without a question.
    pub unquestioned: u32,
    /// What was noticed; the file they belong to is filled in here.
    pub findings: Vec<NewFinding>,
}

/// Something noticed; see [`ReturnFinding`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewFinding {
    /// The cell, as a spreadsheet names it; empty for the file as a whole.
    pub cell: String,
    /// What the cell speaks of, in words.
    pub subject: String,
    /// What was noticed.
    pub code: String,
    /// What its words speak of, by name.
    pub particulars: Vec<(String, String)>,
    /// Whether the figure was taken all the same.
    pub is_taken: bool,
}

/// A reading a file brought.
#[derive(Debug, Clone, PartialEq)]
pub struct TakenReading {
    /// What it speaks of.
    pub series: SeriesKey,
    /// The reading as it stands now.
    pub reading: Reading,
}

impl Workbook {
    /// Takes in a returned file: its figures as an import, what was noticed, and the
    /// request marked as received, all as one step. The day of the first file counts as
    /// the day of the answer; figures that came after it was accepted are to be accepted
    /// anew.
    ///
    /// # Errors
    /// Figures of a closed period without a reason, a request that is gone; then nothing
    /// is changed.
    pub fn receive_data_request(
        &mut self,
        new: NewReturn,
        import: NewImport,
        rows: impl Iterator<Item = BulkReading>,
        context: &Context,
    ) -> Result<Done<(DataReturnId, ImportOutcome)>> {
        let mut request: DataRequest = self.get(new.request)?;
        let today = Day(context.today);
        request.received_on = request.received_on.or(Some(today));
        request.accepted_on = None;
        let id = DataReturnId::new(context.now_ms);
        let file_name = import.file_name.clone();
        let done = self.import_readings_with(
            Origin::Imported,
            import,
            rows.map(Ok),
            context,
            |tx, outcome| {
                storage::update(tx, new.request, &request)?;
                let mut record = DataReturn {
                    request_id: new.request,
                    import_id: outcome.import,
                    file_name,
                    returned_on: today,
                    version: new.version,
                    asked: new.asked,
                    answered: new.answered,
                    unquestioned: new.unquestioned,
                    taken: outcome.added + outcome.changed,
                    same: outcome.same,
                };
                record.clean();
                record.validate()?;
                storage::insert(tx, id, &record)?;
                for (position, finding) in (0..).zip(new.findings) {
                    let mut record = ReturnFinding {
                        return_id: id,
                        cell: finding.cell,
                        subject: finding.subject,
                        code: finding.code,
                        particulars: written(finding.particulars),
                        is_taken: finding.is_taken,
                        position,
                    };
                    record.clean();
                    record.validate()?;
                    storage::insert(tx, ReturnFindingId::new(context.now_ms), &record)?;
                }
                Ok(())
            },
        )?;
        Ok(Done {
            value: (id, done.value),
            topics: Op::ImportReadings.touches(),
            operation: done.operation,
        })
    }

    /// Files that came back for a data request, in order of arrival.
    ///
    /// # Errors
    /// Reading the file.
    pub fn returns_of(&self, request: DataRequestId) -> Result<Vec<Entry<DataReturn>>> {
        storage::list_of(self.db(), "request_id", &request)
    }

    /// What was noticed in a returned file, in order.
    ///
    /// # Errors
    /// Reading the file.
    pub fn findings_of(&self, returned: DataReturnId) -> Result<Vec<ReturnFinding>> {
        let found = storage::list_of::<ReturnFinding>(self.db(), "return_id", &returned)?;
        Ok(found.into_iter().map(|entry| entry.record).collect())
    }

    /// The readings a returned file brought that no later import replaced, in order of its
    /// rows.
    ///
    /// # Errors
    /// A file that is gone.
    pub fn taken_from(&self, returned: DataReturnId) -> Result<Vec<TakenReading>> {
        let record: DataReturn = self.get(returned)?;
        storage::requests::taken(self.db(), record.request_id, record.import_id)
    }
}
