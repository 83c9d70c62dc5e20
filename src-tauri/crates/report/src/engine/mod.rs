//! From blocks of content to the bytes of a tagged PDF: [`flow`] puts them on pages,
//! [`writer`] is the only place that knows the PDF library, [`tagging`] adds what makes
//! the file accessible and archival.

pub(crate) mod flow;
pub(crate) mod fonts;
pub(crate) mod page;
mod spans;
pub(crate) mod table;
mod tagging;
mod writer;

pub(crate) use flow::{Flow, Style};
pub(crate) use spans::{Prose, Span, prose, spans};
pub(crate) use table::{Cell, Column, Row, Table};
pub(crate) use writer::write;

use chrono::NaiveDate;

/// What a document is called and how large its pages are.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Setup {
    /// Title in the viewer's title bar.
    pub title: String,
    /// Who publishes it.
    pub author: String,
    /// Language of its text, `en`.
    pub language: &'static str,
    /// Day of its data; also the date in the file, so that the same data give the same bytes.
    pub date: NaiveDate,
    /// Width and height in points.
    pub size: (f32, f32),
    /// Left of the running head, bold and plain.
    pub head: (String, String),
    /// Mark at the right of the running head, if any.
    pub stamp: Option<String>,
    /// Left of the foot.
    pub foot: String,
}
