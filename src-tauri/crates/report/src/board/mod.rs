//! The board report: what a board reads in ten minutes, the number first, then the
//! evidence, then what is asked of it.

mod activities;
mod conditions;
mod decisions;
pub(crate) mod front;
pub(crate) mod measure;
mod notes;
pub(crate) mod readings;

use backbone_core::reporting::{BoardFacts, MeasureFacts};
use backbone_figures::text;
use backbone_statistics::path::Position;

use crate::{
    Error, Rendered, document,
    engine::{Cell, table::StatusMark},
    wording,
};

/// Paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// US Letter.
    Letter,
    /// A4.
    A4,
}

impl Paper {
    /// Width and height in points.
    pub(crate) fn size(self) -> (f32, f32) {
        match self {
            Self::Letter => (612.0, 792.0),
            Self::A4 => (595.28, 841.89),
        }
    }
}

/// Sections that can be left out.
pub const SECTIONS: &[&str] = &[
    "measures",
    "conditions",
    "activities",
    "decisions",
    "calculations",
];

/// How a report is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Paper.
    pub paper: Paper,
    /// Title on the front page; empty for the usual one.
    pub title: String,
    /// Sections left out, of [`SECTIONS`].
    pub left_out: Vec<String>,
}

/// Writes the board report.
///
/// # Errors
/// Figures that cannot be drawn, fonts that cannot be embedded.
pub fn board(facts: &BoardFacts, options: &Options) -> Result<Rendered, Error> {
    let texts = text::english();
    let kind = if options.title.trim().is_empty() {
        texts.get("paper-board-report")
    } else {
        options.title.trim().to_owned()
    };
    let mut flow = document::begin(&facts.initiative, &kind, facts.as_of, options.paper);
    let is_in = |section: &str| !options.left_out.iter().any(|left_out| left_out == section);
    front::write(&mut flow, facts, &kind);
    let mut without_readings = Vec::new();
    if is_in("measures") {
        let rule = &facts.rule;
        // Measures without figures come last and share a page.
        let (known, unknown): (Vec<_>, Vec<_>) =
            measures(facts).partition(|(_, facts)| !facts.summary.readings.is_empty());
        for (result, facts) in known.into_iter().chain(unknown) {
            if measure::write(&mut flow, result, facts, rule) {
                without_readings.push(facts);
            }
        }
    }
    if is_in("conditions") {
        conditions::write(&mut flow, facts);
    }
    if is_in("activities") {
        activities::write(&mut flow, facts);
    }
    if is_in("decisions") {
        decisions::write(&mut flow, facts);
    }
    readings::chapter(&mut flow, &without_readings, &facts.rule);
    notes::write(&mut flow, facts);
    if is_in("calculations") {
        notes::calculations(&mut flow, facts);
    }
    document::finish(flow)
}

/// Headline measures with the names of their results.
pub(crate) fn measures(
    facts: &BoardFacts,
) -> impl Iterator<Item = (Option<&str>, &MeasureFacts)> + Clone {
    facts.results.iter().flat_map(|group| {
        let name = group
            .result
            .as_ref()
            .map(|result| result.record.name.as_str());
        group.measures.iter().map(move |measure| (name, measure))
    })
}

fn status_cell(facts: &MeasureFacts) -> Cell {
    Cell::Status {
        mark: mark(wording::standing(&facts.summary)),
        word: wording::status_word(&facts.summary),
    }
}

fn mark(position: Position) -> StatusMark {
    match position {
        Position::OnTrack => StatusMark::Disc,
        Position::Watch => StatusMark::Triangle,
        Position::OffTrack => StatusMark::Diamond,
        Position::NoData | Position::NoPath => StatusMark::Ring,
    }
}
