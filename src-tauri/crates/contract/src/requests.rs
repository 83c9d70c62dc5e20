//! Data requests on the wire. Sheets and letters stay in Rust.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Every data request, and how partners answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RequestBoard {
    /// Requests, those that need attention first.
    pub requests: Vec<RequestLine>,
    /// How many requests stand where, in the order shown.
    pub counts: Vec<StandingCount>,
    /// How each partner answers, by name.
    pub rates: Vec<RateLine>,
}

/// Where a data request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Sent, and its day has passed.
    Late,
    /// Figures came back and wait to be accepted.
    Received,
    /// Sent, and not yet due.
    Due,
    /// Made but not sent.
    Draft,
    /// Figures were accepted.
    Accepted,
    /// No longer wanted.
    Withdrawn,
}

/// How many requests stand somewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StandingCount {
    /// Where.
    pub standing: Standing,
    /// How many.
    pub count: u32,
}

/// A data request in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RequestLine {
    /// Id of the request.
    pub id: String,
    /// Who is asked.
    pub partner: String,
    /// What it is called.
    pub title: String,
    /// When it is due: “Dec 11, 2026”.
    pub due: String,
    /// Where it stands.
    pub standing: Standing,
    /// “9 days late”, “Due in 12 days”, “Received Nov 24, 2026”.
    pub words: String,
    /// Names of the measures asked for.
    pub measures: Vec<String>,
    /// Figures asked for.
    pub figures: u32,
    /// The last step: “Sent Nov 24, 2026”.
    pub last_step: String,
    /// What came back last; none before anything has.
    pub returned: Option<String>,
    /// Things that need a second look in what came back last.
    pub findings: u32,
}

/// How a partner answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RateLine {
    /// The partner.
    pub partner: String,
    /// Requests answered on time: “4 of 5, 80%”.
    pub on_time: String,
    /// Figures taken without a question: “12 of 14, 86%”.
    pub unquestioned: String,
}

/// What could be asked of whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RequestProposals {
    /// Partners that have not left, by name.
    pub partners: Vec<PartnerProposal>,
    /// Every measure that can be asked for.
    pub measures: Vec<AskableMeasure>,
    /// Ways to split figures.
    pub breakdowns: Vec<crate::NamedRecord>,
    /// Places figures can be asked for.
    pub places: Vec<crate::NamedRecord>,
    /// A day to begin with, three weeks from now.
    pub due: String,
    /// A title to begin with.
    pub title: String,
}

/// What could be asked of a partner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PartnerProposal {
    /// Id of the partner.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Measures it seems to supply, and why.
    pub measures: Vec<ProposedMeasure>,
}

/// A measure a partner seems to supply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProposedMeasure {
    /// Id of the measure.
    pub id: String,
    /// Why it is proposed, in words.
    pub because: String,
}

/// A measure that can be asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AskableMeasure {
    /// Id of the measure.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its latest period that has ended: “2025–26”.
    pub latest: String,
}

/// A data request as a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RequestForm {
    /// What it is called.
    pub title: String,
    /// By when, an ISO date.
    pub due: String,
    /// What else to tell the partner.
    pub note: String,
    /// Periods as typed, separated by commas; empty for each measure's latest.
    pub periods: String,
    /// Every group of this breakdown too.
    pub breakdown: Option<String>,
    /// These places too.
    pub places: Vec<String>,
    /// Ids of the measures asked for.
    pub measures: Vec<String>,
}

/// Asks several partners at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddRequests {
    /// What all of them share; its measures are not looked at.
    pub form: RequestForm,
    /// Who is asked for what.
    pub partners: Vec<AskedPartner>,
}

/// Who is asked for what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AskedPartner {
    /// Id of the partner.
    pub partner: String,
    /// Ids of the measures.
    pub measures: Vec<String>,
}

/// The requests that were made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RequestsAdded {
    /// Their ids.
    pub ids: Vec<String>,
}

/// Changes a data request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeRequest {
    /// Which.
    pub id: String,
    /// Its new fields.
    pub form: RequestForm,
}

/// Takes data requests a step on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MarkRequests {
    /// Which.
    pub ids: Vec<String>,
    /// `sent`, `accepted`, `withdrawn` or `taken_up`.
    pub mark: String,
}

/// Where sheets were written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetsSaved {
    /// How many; none when the person changed their mind.
    pub count: u32,
    /// Name of the file, or of the folder where there are several.
    pub place: String,
}

/// Files that came back and wait to be taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReturnedFiles {
    /// Each of them, in the order they were chosen.
    pub files: Vec<ReturnedFile>,
}

/// A file that came back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReturnedFile {
    /// What it is asked for with.
    pub key: u32,
    /// File name without folder.
    pub file_name: String,
    /// Why it cannot be taken in; none if it can.
    pub refused: Option<String>,
    /// Who was asked.
    pub partner: String,
    /// The request it answers.
    pub title: String,
    /// Figures asked for.
    pub asked: u32,
    /// Figures not kept yet.
    pub new_count: u32,
    /// Figures kept already, exactly so.
    pub same_count: u32,
    /// Figures kept with another content.
    pub changed_count: u32,
    /// Figures that cannot be taken as they are.
    pub left_out_count: u32,
    /// Figures nobody filled in.
    pub unanswered_count: u32,
    /// Its figures.
    pub rows: Vec<ReturnedRow>,
    /// Everything noticed.
    pub findings: Vec<ReturnedFinding>,
}

/// A figure in a returned file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReturnedRow {
    /// The row as a spreadsheet numbers it.
    pub row: u32,
    /// What it speaks of.
    pub subject: String,
    /// What the file says.
    pub given: String,
    /// What is kept for it, or was before.
    pub before: String,
    /// `unanswered`, `new`, `same`, `changed` or `left_out`.
    pub fate: String,
}

/// Something noticed in a returned file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReturnedFinding {
    /// The cell, `F12`; empty for the file as a whole.
    pub cell: String,
    /// The row whose figure can be left out on account of it; none where there is none.
    pub row: Option<u32>,
    /// What the cell speaks of.
    pub subject: String,
    /// What was noticed, in words.
    pub words: String,
    /// Whether the figure cannot be taken.
    pub is_left_out: bool,
}

/// Names a returned file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReturnedKey {
    /// Which.
    pub key: u32,
}

/// Takes in a returned file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CommitReturned {
    /// Which.
    pub key: u32,
    /// Rows whose figures are left out although they could be taken.
    pub leave_out: Vec<u32>,
}

/// What taking in a file did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReturnedTaken {
    /// The request it answered.
    pub request: String,
    /// Figures added.
    pub added: u32,
    /// Figures changed.
    pub changed: u32,
    /// The files that still wait.
    pub rest: ReturnedFiles,
}

/// A message ready to be copied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Message {
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub text: String,
}
