//! Reads a file that came back, whoever saved it: which request it answers, and what
//! stands in its cells. Whether that can be true is asked elsewhere.

use std::{collections::HashMap, io::Cursor};

use calamine::{Data, Range, Reader, open_workbook_auto_from_rs};

use super::{Answer, CODES, Given, columns as at, parts, template};
use crate::table::sheet_text;

/// A file that came back.
#[derive(Debug, Clone, PartialEq)]
pub struct Returned {
    /// By what its request is known.
    pub token: String,
    /// The version of the request it was made for.
    pub version: u32,
    /// The initiative that made it, where the file still says so.
    pub initiative: Option<String>,
    /// Its rows, in order.
    pub(super) rows: Vec<ReturnedRow>,
    /// What was asked in which row when it was sent, by the figure's id.
    pub(super) sent: HashMap<String, Sent>,
}

/// A row with something in it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ReturnedRow {
    /// Its number as a spreadsheet shows it.
    pub number: u32,
    /// What it is coded as.
    pub code: Code,
    /// What its locked cells say: for whom, period, unit.
    pub locked: [String; 3],
    /// What was filled in.
    pub answer: Answer,
}

/// What a row is coded as.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Code {
    /// A figure of this request.
    Figure(String),
    /// A figure of another request.
    Other,
    /// Nothing: the row is none of ours.
    None,
}

/// What a row said when it was sent.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sent {
    /// Name of the measure.
    pub measure: String,
    /// What its locked cells said.
    pub locked: [String; 3],
    /// Where it stood.
    pub row: u32,
}

/// Why a file is not a returned sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotReturned {
    /// It cannot be opened as a spreadsheet.
    #[error("not a spreadsheet, or damaged")]
    NoSpreadsheet,
    /// It carries no codes of a data request.
    #[error("not the sheet of a data request")]
    NoCodes,
    /// The columns to fill are not where they were, nor anywhere else.
    #[error("the columns to fill are missing")]
    NoColumns,
}

impl NotReturned {
    /// Every one of them.
    pub const ALL: &[Self] = &[Self::NoSpreadsheet, Self::NoCodes, Self::NoColumns];

    /// A stable name for words.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NoSpreadsheet => "no_spreadsheet",
            Self::NoCodes => "no_codes",
            Self::NoColumns => "no_columns",
        }
    }
}

impl Returned {
    /// Reads the bytes of an XLSX, XLS or ODS file.
    ///
    /// # Errors
    /// A file that is no returned sheet.
    pub fn read(bytes: &[u8]) -> Result<Self, NotReturned> {
        let mut book = open_workbook_auto_from_rs(Cursor::new(bytes))
            .map_err(|_| NotReturned::NoSpreadsheet)?;
        let names = book.sheet_names();
        let mut found = None;
        let mut hidden = None;
        for name in names {
            let range = book
                .worksheet_range(&name)
                .map_err(|_| NotReturned::NoSpreadsheet)?;
            if name == CODES {
                hidden = Some(range);
            } else if let Some(head) = head_row(&range)
                && found.is_none()
            {
                // A cell whose formula has no result left reads as empty.
                let formulas = book.worksheet_formula(&name).unwrap_or_default();
                found = Some((range, formulas, head));
            }
        }
        let (range, formulas, head) = found.ok_or(NotReturned::NoCodes)?;
        let mark = text(&range, head, at::CODE);
        let (token, version, _) = parts(&mark).ok_or(NotReturned::NoCodes)?;
        let hidden = hidden.filter(|codes| {
            parts(&text(codes, 0, at::CODE)).is_some_and(|(other, ..)| other == token)
        });
        let columns = Columns::find(&range, head, hidden.as_ref())?;
        let (_, last) = (0, range.end().map_or(0, |(row, _)| row));
        let mut rows = Vec::new();
        for row in head + 1..=last {
            let code = text(&range, row, at::CODE);
            let code = match parts(&code) {
                Some((other, ..)) if other != token => Code::Other,
                Some((_, _, cell)) => Code::Figure(cell.to_owned()),
                None => Code::None,
            };
            let answer = columns.answer(&range, &formulas, row);
            if code == Code::None && answer == Answer::default() {
                continue;
            }
            rows.push(ReturnedRow {
                number: row + 1,
                code,
                locked: [at::WHOM, at::PERIOD, at::UNIT].map(|column| text(&range, row, column)),
                answer,
            });
        }
        Ok(Self {
            token: token.to_owned(),
            version,
            initiative: hidden.as_ref().map(|codes| text(codes, 0, 1)),
            rows,
            sent: hidden.as_ref().map(sent).unwrap_or_default(),
        })
    }
}

/// The row whose code says that it holds the heads.
fn head_row(range: &Range<Data>) -> Option<u32> {
    let (first, _) = range.start()?;
    let (last, _) = range.end()?;
    (first..=last)
        .find(|row| parts(&text(range, *row, at::CODE)).is_some_and(|(_, _, cell)| cell == "head"))
}

/// What the hidden sheet says was sent.
fn sent(codes: &Range<Data>) -> HashMap<String, Sent> {
    let last = codes.end().map_or(0, |(row, _)| row);
    let row = |row| {
        let code = text(codes, row, at::CODE);
        let (_, _, cell) = parts(&code)?;
        let sent = Sent {
            measure: text(codes, row, 1),
            locked: [2, 3, 4].map(|column| text(codes, row, column)),
            row: text(codes, row, 5).parse().ok()?,
        };
        Some((cell.to_owned(), sent))
    };
    (2..=last).filter_map(row).collect()
}

/// Where the cells to fill stand.
struct Columns {
    figure: u16,
    counted: u16,
    out_of: u16,
    state: u16,
    comment: u16,
}

impl Columns {
    /// Where they were sent, or wherever their heads stand now.
    fn find(
        range: &Range<Data>,
        head: u32,
        hidden: Option<&Range<Data>>,
    ) -> Result<Self, NotReturned> {
        let known = template::heads();
        let find = |column: u16| {
            let written = hidden
                .map(|codes| text(codes, 1, column))
                .filter(|words| !words.is_empty())
                .or_else(|| {
                    known
                        .iter()
                        .find(|(at, _)| *at == column)
                        .map(|(_, words)| words.clone())
                })
                .unwrap_or_default();
            if text(range, head, column) == written {
                return Ok(column);
            }
            let last = range.end().map_or(0, |(_, column)| column);
            (0..=u16::try_from(last).unwrap_or(u16::MAX))
                .find(|at| text(range, head, *at) == written)
                .ok_or(NotReturned::NoColumns)
        };
        Ok(Self {
            figure: find(at::FIGURE)?,
            counted: find(at::COUNTED)?,
            out_of: find(at::OUT_OF)?,
            state: find(at::STATE)?,
            comment: find(at::COMMENT)?,
        })
    }

    fn answer(&self, range: &Range<Data>, formulas: &Range<String>, row: u32) -> Answer {
        let given = |column| given(range, formulas, row, column);
        Answer {
            figure: given(self.figure),
            counted: given(self.counted),
            out_of: given(self.out_of),
            state: text(range, row, self.state),
            comment: text(range, row, self.comment),
        }
    }
}

fn text(range: &Range<Data>, row: u32, column: u16) -> String {
    match range.get_value((row, u32::from(column))) {
        None | Some(Data::Empty) => String::new(),
        Some(Data::Float(number)) => sheet_text::figure(*number),
        Some(other) => other.to_string().replace("\r\n", "\n").trim().to_owned(),
    }
}

fn given(range: &Range<Data>, formulas: &Range<String>, row: u32, column: u16) -> Given {
    let place = (row, u32::from(column));
    let number = |number: f64| match sheet_text::figure(number).parse() {
        Ok(number) => Given::Number(number),
        Err(_) => Given::Text(number.to_string()),
    };
    match range.get_value(place) {
        Some(Data::Float(found)) => number(*found),
        Some(Data::Int(found)) => Given::Number((*found).into()),
        Some(Data::Error(error)) => Given::Error(error.to_string()),
        None | Some(Data::Empty) => match formulas.get_value(place) {
            Some(formula) if !formula.is_empty() => Given::Error(format!("={formula}")),
            _ => Given::Nothing,
        },
        Some(other) => match other.to_string().trim() {
            "" => Given::Nothing,
            words => Given::Text(words.to_owned()),
        },
    }
}
