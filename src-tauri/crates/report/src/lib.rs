//! Facts to pages to the bytes of a PDF. Knows no SQL, no window and no clock: the same
//! facts and options give the same bytes, as long as every character is in the program's
//! own typeface; scripts it lacks are drawn with what the system has.

mod agenda;
mod board;
mod columns;
mod document;
pub mod drawing;
mod engine;
mod equity;
mod findings;
mod groups;
mod letter;
mod matrix;
mod network;
mod partner;
pub mod picture;
mod reinforcement;
mod sheet;
mod theory;
pub mod wording;

pub use agenda::agenda;
pub use board::{Options, Paper, SECTIONS, board};
pub use document::mark_notes;
pub use equity::equity;
pub use findings::finding_words;
pub use letter::{letter, letter_text};
pub use matrix::matrix;
pub use network::{draw_network, network_report};
pub use partner::partner_report;
pub use reinforcement::{ReinforcementPlace, ReinforcementView, reinforcement};
pub use sheet::measure_sheet;
pub use theory::{TheoryPlace, theory};

/// Why a report cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A picture larger than can be drawn.
    #[error("the picture is too large to be drawn")]
    TooLarge,
    /// The PNG cannot be put together.
    #[error("the PNG cannot be put together: {0}")]
    Png(String),
    /// A position on a page is not a finite number.
    #[error("a figure of the report cannot be drawn")]
    NotFinite,
    /// A font cannot be embedded.
    #[error("the font cannot be embedded: {0}")]
    Font(String),
    /// The PDF cannot be put together.
    #[error("the PDF cannot be put together: {0}")]
    Pdf(String),
}

/// A finished report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The PDF.
    pub bytes: Vec<u8>,
    /// Number of pages.
    pub pages: usize,
}
