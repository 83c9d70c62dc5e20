//! Tables for other programs: what the initiative holds, a sheet per table in people's words,
//! as a spreadsheet or as CSV. Numbers are numbers and days are days there; text is text,
//! whatever it begins with, and never runs as a formula.

mod csv;
mod initiative;
mod measures;
mod xlsx;

pub use csv::{csv, zipped};
pub use initiative::{Part, everything, part};
pub use measures::readings_of;
pub use xlsx::xlsx;

use chrono::NaiveDate;
use rust_decimal::Decimal;

/// Why sheets cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// The spreadsheet cannot be put together.
    #[error("the spreadsheet cannot be put together: {0}")]
    Spreadsheet(#[from] rust_xlsxwriter::XlsxError),
    /// The archive cannot be put together.
    #[error("the archive cannot be put together: {0}")]
    Archive(#[from] zip::result::ZipError),
    /// Writing failed.
    #[error("writing failed: {0}")]
    Io(#[from] std::io::Error),
    /// Reading the initiative failed.
    #[error(transparent)]
    Core(#[from] backbone_core::Error),
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing.
    Nothing,
    /// Text.
    Text(String),
    /// A number, exact.
    Number(Decimal),
    /// A day.
    Day(NaiveDate),
}

impl Value {
    /// Text; nothing where it is empty.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() {
            Self::Nothing
        } else {
            Self::Text(text)
        }
    }

    /// A number, or nothing.
    #[must_use]
    pub fn number(number: Option<Decimal>) -> Self {
        number.map_or(Self::Nothing, Self::Number)
    }

    /// A day, or nothing.
    #[must_use]
    pub fn day(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Nothing, Self::Day)
    }
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// What people call it; also the name of its file.
    pub name: String,
    /// Heads of its columns.
    pub heads: Vec<String>,
    /// Its rows, each as long as the heads.
    pub rows: Vec<Vec<Value>>,
}

/// What the document says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Title.
    pub title: String,
    /// Who publishes it.
    pub author: String,
    /// Day of its data; also the date in the file, so that the same data give the same bytes.
    pub date: NaiveDate,
}
