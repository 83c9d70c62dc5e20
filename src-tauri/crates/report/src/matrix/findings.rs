//! Gaps, overlaps and what is tied to nothing, by name.

use backbone_core::reporting::MatrixFindings;
use backbone_figures::text;

use crate::{
    engine::{
        Flow, Span, Style,
        flow::SIDE,
        fonts::{REGULAR, SEMIBOLD},
        spans,
    },
    wording::{MatrixFinding, matrix_findings},
};

pub(super) fn write(flow: &mut Flow, found: &MatrixFindings) {
    let texts = text::english();
    let width = flow.width() * 0.86;
    flow.begin_section(true);
    flow.heading(
        2,
        &texts.get("paper-matrix-findings"),
        Style::HEADLINE,
        width,
    );
    let findings = matrix_findings(found);
    if findings.is_empty() {
        let none = texts.get("matrix-findings-none");
        flow.paragraph(&spans(&none, REGULAR), Style::BODY, width);
    }
    for finding in &findings {
        flow.heading(3, &finding.title, Style::SECTION, width);
        if !finding.why.is_empty() {
            flow.paragraph(&spans(&finding.why, REGULAR), Style::CAPTION, width);
        }
        if finding.family == "overlap" {
            overlaps(flow, found, finding, width);
        } else {
            let names: Vec<&str> = finding.items.iter().map(|one| one.name.as_str()).collect();
            flow.paragraph(&spans(&names.join(" · "), REGULAR), Style::BODY, width);
        }
    }
}

/// Each with the activities that meet, where they do, and who leads them.
fn overlaps(flow: &mut Flow, found: &MatrixFindings, finding: &MatrixFinding, width: f32) {
    let items: Vec<Vec<Span>> = finding
        .items
        .iter()
        .zip(&found.overlaps)
        .map(|(item, overlap)| {
            let names: Vec<&str> = overlap
                .activities
                .iter()
                .map(|one| one.name.as_str())
                .collect();
            let what = text::english().with(
                "paper-matrix-overlap",
                &[
                    ("strategy", item.name.as_str().into()),
                    ("activities", names.join(", ").into()),
                ],
            );
            let mut said = spans(&format!("{what}. "), SEMIBOLD);
            said.extend(spans(&item.detail, REGULAR));
            said
        })
        .collect();
    flow.list(&items, Style::BODY, SIDE, width, false);
}
