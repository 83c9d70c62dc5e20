//! The activity matrix on paper that lies on its side: who leads and who takes part, a table
//! for each kind of columns, split both ways over as many pages as it needs, then what stands
//! out.

mod findings;
mod marks;
mod sheet;

use backbone_core::reporting::MatrixPaperFacts;
use backbone_figures::{dates, text};

use crate::{
    Error, Options, Rendered, document,
    engine::{Style, fonts::REGULAR, spans},
};

/// Writes the activity matrix. Sections left out are `strategies`, `results`, `populations`,
/// `places` and `findings`.
///
/// # Errors
/// Figures that cannot be drawn, fonts that cannot be embedded.
pub fn matrix(facts: &MatrixPaperFacts, options: &Options) -> Result<Rendered, Error> {
    let texts = text::english();
    let kind = if options.title.trim().is_empty() {
        texts.get("paper-matrix")
    } else {
        options.title.trim().to_owned()
    };
    let is_in = |section: &str| !options.left_out.iter().any(|left_out| left_out == section);
    let mut flow = document::begin_wide(&facts.initiative, &kind, facts.as_of, options.paper);
    flow.begin_section(false);
    document::masthead(&mut flow, &facts.initiative, &kind, facts.as_of, None);
    let width = flow.width();
    let headline = texts.with(
        "paper-matrix-headline",
        &[
            ("running", facts.running.into()),
            ("partners", facts.working.into()),
            ("all", facts.partners.into()),
        ],
    );
    flow.heading(1, &headline, Style::FRONT, width * 0.86);
    let lead = texts.with(
        "paper-matrix-lead",
        &[("date", dates::plain(facts.as_of).into())],
    );
    flow.paragraph(&spans(&lead, REGULAR), Style::LEAD, width * 0.86);
    marks::legend(&mut flow);
    let shown = facts.matrices.iter();
    let shown: Vec<_> = shown
        .filter(|matrix| is_in(matrix.by.code()) && !matrix.rows.is_empty())
        .collect();
    if shown.is_empty() {
        let empty = texts.get("paper-matrix-empty");
        flow.paragraph(&spans(&empty, REGULAR), Style::BODY, width);
    }
    for (index, matrix) in shown.into_iter().enumerate() {
        sheet::write(&mut flow, matrix, index == 0);
    }
    if let Some(found) = facts.findings.as_ref().filter(|_| is_in("findings")) {
        findings::write(&mut flow, found);
    }
    document::finish(flow)
}
