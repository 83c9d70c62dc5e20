//! Data quality, and how far groups lie apart.

use backbone_core::{
    Workbook,
    reporting::{MeasureQuality, MeasureSummary, Mismatch, Whole},
};
use backbone_figures::numbers::exact;
use backbone_report::{drawing::numbers, wording};
use chrono::NaiveDate;
use serde_json::{Value, json};

use super::{Answer, measures::ruled, no_measure};
use crate::cli::refusal::Refusal;

/// How the figures of every measure stand, and what needs work.
pub fn answer(book: &Workbook, only: Option<&str>, today: NaiveDate) -> Result<Answer, Refusal> {
    let mut found = book.data_quality(today)?;
    if let Some(code) = only {
        found.retain(|quality| quality.measure.record.code.eq_ignore_ascii_case(code));
        if found.is_empty() {
            return Err(no_measure(book, code));
        }
    }
    let row = |quality: &MeasureQuality| {
        let needs: Vec<String> = quality
            .needs()
            .into_iter()
            .map(|need| wording::need(quality, need))
            .collect();
        vec![
            quality.measure.record.code.clone(),
            quality.measure.record.name.clone(),
            wording::freshness(quality),
            wording::completeness(quality),
            wording::provisional(quality),
            if needs.is_empty() {
                "–".to_owned()
            } else {
                needs.join("; ")
            },
        ]
    };
    Ok(Answer {
        heads: &[
            "CODE",
            "NAME",
            "FRESH",
            "COMPLETE",
            "PROVISIONAL",
            "NEEDS WORK",
        ],
        rows: found.iter().map(row).collect(),
        json: found.iter().map(as_json).collect(),
    })
}

fn as_json(quality: &MeasureQuality) -> Value {
    let fresh = &quality.freshness;
    let periods = |periods: &[backbone_core::measurement::Period]| -> Vec<String> {
        periods.iter().map(ToString::to_string).collect()
    };
    json!({
        "code": quality.measure.record.code,
        "name": quality.measure.record.name,
        "freshness": {
            "latest": fresh.latest.map(|period| period.to_string()),
            "due": fresh.due.map(|period| period.to_string()),
            "due_on": fresh.due_on.map(|day| day.to_string()),
            "release_lag_days": quality.measure.record.release_lag_days,
            "is_late": fresh.days_late.is_some(),
            "days_late": fresh.days_late,
        },
        "completeness": {
            "have": quality.completeness.have,
            "expected": quality.completeness.expected,
            "missing": periods(&quality.completeness.missing),
        },
        "provisional": { "count": quality.provisional, "of": quality.valued },
        "definition_gaps": quality.gaps.iter().map(|gap| gap.code()).collect::<Vec<_>>(),
        "sums": quality.mismatches.iter().map(mismatch).collect::<Vec<_>>(),
        "parts_missing": periods(&quality.parts_missing),
        "lacks_comparison": quality.lacks_comparison,
        "needs": quality.needs().into_iter().map(|need| json!({
            "need": need.code(),
            "words": wording::need(quality, need),
        })).collect::<Vec<_>>(),
    })
}

fn mismatch(found: &Mismatch) -> Value {
    let (kind, name) = match &found.whole {
        Whole::Everyone(breakdown) => ("groups", breakdown),
        Whole::Place(place) => ("places", place),
    };
    json!({
        "of": kind,
        "name": name,
        "period": found.period.to_string(),
        "figure": found.figure,
        "parts": exact(found.parts),
        "whole": exact(found.of),
    })
}

/// How far the groups of every breakdown lie apart.
pub fn disparities(
    book: &Workbook,
    summaries: &[MeasureSummary],
    today: NaiveDate,
) -> Result<Answer, Refusal> {
    let mut answer = Answer {
        heads: &["CODE", "BREAKDOWN", "PERIOD", "SINCE", "DISPARITY"],
        rows: Vec::new(),
        json: Vec::new(),
    };
    for summary in summaries {
        let measure = &summary.measure.record;
        for found in book.measure_facts(summary.measure.id, today)?.disparities {
            let words = wording::disparity(&found, numbers(measure)).unwrap_or_default();
            answer.rows.push(vec![
                measure.code.clone(),
                found.breakdown.clone(),
                found.period.label(),
                found
                    .since
                    .map_or_else(|| "–".to_owned(), |since| since.label()),
                words.clone(),
            ]);
            answer.json.push(json!({
                "code": measure.code,
                "breakdown": found.breakdown,
                "period": found.period.to_string(),
                "since": found.since.map(|since| since.to_string()),
                "words": words,
                "now": ruled(&found.now),
                "then": found.then.as_ref().map(ruled),
                "change": found.change.as_ref().map(ruled),
            }));
        }
    }
    Ok(answer)
}
