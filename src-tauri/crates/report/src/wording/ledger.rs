//! Breaks of a series, footnotes to its readings, and what a calculation lacks, in words.

use backbone_core::{
    measurement::{Calculation, DefinitionChangeKind, Obstacle, SeriesBreak},
    reporting::{CalculatedFigure, CalculationFacts, MeasureFacts, MeasureSummary},
};
use backbone_figures::{dates, text};
use backbone_statistics::guard::Verdict;

/// “Definition changed in 2022–23”: the label of a break on a chart.
#[must_use]
pub fn series_break(period: backbone_core::measurement::Period) -> String {
    text::english().with("break-label", &[("period", period.label().into())])
}

/// The break as an input of a rule.
pub(super) fn break_input(summary: &MeasureSummary) -> Option<(String, String)> {
    let texts = text::english();
    let SeriesBreak {
        period,
        title,
        baseline_before,
        is_bridged,
    } = summary.assessment.series_break.as_ref()?;
    let id = match (baseline_before, is_bridged) {
        (None, _) => "input-break-after",
        (Some(_), true) => "input-break-rebased",
        (Some(_), false) => "input-break-cut",
    };
    Some((
        texts.with("input-break", &[("period", period.label().into())]),
        texts.with(id, &[("title", title.as_str().into())]),
    ))
}

/// Footnotes to the readings of a measure: series breaks and re-based baselines, oldest
/// first. They stand wherever its readings do.
#[must_use]
pub fn footnotes(facts: &MeasureFacts) -> Vec<String> {
    let texts = text::english();
    facts
        .ledger
        .iter()
        .filter_map(|entry| {
            let entry = &entry.record;
            let id = match entry.kind {
                DefinitionChangeKind::Wording => return None,
                DefinitionChangeKind::SeriesBreak => "footnote-break",
                DefinitionChangeKind::RebasedBaseline => "footnote-rebased",
            };
            let from = entry
                .period
                .map_or_else(|| dates::short(entry.changed_on.0), |period| period.label());
            // A title that only repeats the kind of change says nothing more.
            let kind = texts.get(&format!("sheet-change-{}", entry.kind.word()));
            if entry
                .title
                .trim_end_matches('.')
                .eq_ignore_ascii_case(&kind)
            {
                let id = format!("{id}-untitled");
                return Some(texts.with(&id, &[("period", from.into())]));
            }
            Some(texts.with(
                id,
                &[
                    ("period", from.into()),
                    ("title", entry.title.as_str().into()),
                ],
            ))
        })
        .collect()
}

/// What a reader must know before believing a change, or nothing.
#[must_use]
pub fn caution(facts: &MeasureFacts) -> Option<String> {
    (facts.guard.verdict == Verdict::Caution).then(|| text::english().get("caution-cohort"))
}

/// Why a calculated figure has no value: “Missing: Cohort size”; none where it has one.
#[must_use]
pub fn missing_parts(figure: &CalculatedFigure) -> Option<String> {
    let texts = text::english();
    let names = || [("names", figure.missing.join(", ").into())];
    Some(match figure.obstacle.as_ref()? {
        Obstacle::PartsMissing(_) => texts.with("calculated-missing", &names()),
        Obstacle::PartSuppressed(_) => texts.with("calculated-hidden", &names()),
        Obstacle::DividesByZero => texts.get("calculated-zero"),
        Obstacle::TooLarge => texts.get("calculated-large"),
    })
}

/// “The sum of its parts; 2 periods lack a part”.
#[must_use]
pub fn calculation_line(found: &CalculationFacts) -> String {
    let texts = text::english();
    let kind = match found.calculation {
        Calculation::Entered => "entered",
        Calculation::Sum => "sum",
        Calculation::Difference => "difference",
        Calculation::Ratio => "ratio",
        Calculation::Rate => "rate",
    };
    let lacking = found.figures.iter().filter(|one| one.obstacle.is_some());
    texts.with(
        "calculated-line",
        &[("kind", kind.into()), ("count", lacking.count().into())],
    )
}
