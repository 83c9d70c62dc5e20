//! The page of one measure, put together from its facts.

use backbone_contract::{
    AnnotationForm, AnnotationItem, ChartParts, DatedValue, Input, KeyFigure, MeasurePage,
    NamedRecord, SourceLine, WorkedOut,
};
use backbone_core::{
    Figure, MeasureId, Result, Workbook,
    agenda::WantedResult,
    measurement::{Annotation, Period, ReadingState, margin},
    partners::Tag,
    reporting::{MeasureFacts, MeasureSummary},
};
use backbone_figures::{dates, numbers::exact};
use backbone_report::{drawing, wording};
use chrono::NaiveDate;
use rust_decimal::{Decimal, prelude::ToPrimitive};

use super::{calculations, ledger, measures::form, overview::status, quality};
use crate::{clock, words};

/// Everything the page of one measure shows beside its chart and grid.
pub fn page(book: &Workbook, facts: &MeasureFacts, today: NaiveDate) -> Result<MeasurePage> {
    let summary = &facts.summary;
    let (id, measure) = (summary.measure.id, &summary.measure.record);
    let result = measure
        .result_id
        .map(|id| book.get::<WantedResult>(id))
        .transpose()?;
    let annotations = book
        .list::<Annotation>()?
        .into_iter()
        .filter(|note| note.record.measure_id == id)
        .map(|note| AnnotationItem {
            id: note.id.to_string(),
            form: AnnotationForm {
                measure: id.to_string(),
                period: note.record.period.label(),
                title: note.record.title,
                detail: note.record.detail,
                resets_limits: note.record.resets_limits,
            },
        });
    let dated = |period: Period, value: Figure| DatedValue {
        period: period.label(),
        value: exact(value.0),
    };
    let tags = book.tags_by_measure()?.remove(&id).unwrap_or_default();
    let tags = tags
        .into_iter()
        .map(|tag| Ok(book.get::<Tag>(tag)?.name))
        .collect::<Result<Vec<_>>>()?;
    Ok(MeasurePage {
        id: id.to_string(),
        form: form(measure),
        tags,
        result_name: result.map(|result| result.name),
        status: status(summary),
        status_rule: summary.assessment.rule.word().to_owned(),
        key_figures: key_figures(summary),
        finding: wording::finding(summary),
        subtitle: wording::subtitle(measure),
        parts: ChartParts {
            path: summary.assessment.path.path_value.is_some(),
            comparison: !facts.comparisons.is_empty()
                || facts
                    .places
                    .iter()
                    .any(|series| series.place.record.is_benchmark),
            notes: !facts.annotations.is_empty() || !facts.tests.is_empty(),
            margins: summary
                .readings
                .iter()
                .any(|reading| margin(measure, reading).is_some()),
            limits: !summary.assessment.process.is_too_few,
            forecast: summary
                .assessment
                .forecast
                .as_ref()
                .is_some_and(|forecast| forecast.is_drawn),
        },
        baseline: summary
            .baseline
            .as_ref()
            .map(|baseline| dated(baseline.period, baseline.value)),
        targets: summary
            .targets
            .iter()
            .map(|target| dated(target.period, target.value))
            .collect(),
        annotations: annotations.collect(),
        tests: ledger::tests(facts),
        ledger: ledger::entries(facts),
        footnotes: wording::footnotes(facts),
        caution: wording::caution(facts),
        stories: ledger::stories(facts),
        story_by: story_by(book, id)?,
        calculation: calculations::item(facts),
        contributions: calculations::contributions(book, facts)?,
        comparisons: facts
            .comparisons
            .iter()
            .map(|compared| NamedRecord {
                id: compared.measure.id.to_string(),
                name: compared.measure.name.clone(),
            })
            .collect(),
        breakdowns: calculations::breakdowns(facts),
        needs: quality::needs_of(book, id, today)?,
        provisional: quality::provisional(book, Some(id))?,
        latest_period: summary
            .assessment
            .latest
            .as_ref()
            .map(|latest| latest.period.label()),
        stop_periods: summary
            .readings
            .iter()
            .map(|reading| reading.period.to_string())
            .collect(),
        worked_out: worked_out(facts),
        sources: facts
            .sources
            .iter()
            .map(|source| {
                let (name, detail) = wording::source(source);
                SourceLine { name, detail }
            })
            .collect(),
        reading_count: u32::try_from(summary.readings.len()).unwrap_or(u32::MAX),
    })
}

/// Every rule applied, the one that is shown first.
fn worked_out(facts: &MeasureFacts) -> Vec<WorkedOut> {
    let numbers = drawing::numbers(&facts.summary.measure.record);
    let disparities = facts
        .disparities
        .iter()
        .filter_map(|found| wording::disparity_rule(found, numbers));
    wording::worked_out(&facts.summary)
        .into_iter()
        .chain(wording::calculation_rule(facts))
        .chain(wording::guard_rule(facts))
        .chain(disparities)
        .map(|worked| WorkedOut {
            question: worked.question,
            answer: worked.answer,
            rule: worked.formula,
            citation: worked.source,
            inputs: worked
                .inputs
                .into_iter()
                .map(|(name, value)| Input { name, value })
                .collect(),
            points: u32::try_from(worked.points).unwrap_or(u32::MAX),
        })
        .collect()
}

/// Who wrote the undated story last, and when.
fn story_by(book: &Workbook, id: MeasureId) -> Result<Option<String>> {
    let history = book.history_of("measures", id)?;
    let last = history
        .iter()
        .find(|entry| entry.changes.iter().any(|change| change.field == "story"));
    Ok(last.map(|entry| {
        format!(
            "{}, {}",
            entry.author,
            dates::short(clock::local(entry.at_ms).date_naive())
        )
    }))
}

fn number(value: Decimal) -> f64 {
    value.to_f64().unwrap_or(0.0)
}

fn key_figures(summary: &MeasureSummary) -> Vec<KeyFigure> {
    let numbers = drawing::numbers(&summary.measure.record);
    let labelled =
        |id: &str, period: Period| words::get_with(id, &[("period", period.label().into())]);
    let mut found = Vec::new();
    let mut add = |label: String, value: String, note: String, period: Option<Period>| {
        found.push(KeyFigure {
            label,
            value,
            note,
            period: period.map(|period| period.to_string()),
        });
    };
    if let Some((latest, value)) = summary
        .assessment
        .latest
        .as_ref()
        .and_then(|latest| Some((latest, latest.value?)))
    {
        let is_provisional = latest.state == ReadingState::Provisional;
        let id = if is_provisional {
            "paper-key-latest-provisional"
        } else {
            "paper-key-latest"
        };
        add(
            labelled(id, latest.period),
            numbers.value(number(value)),
            String::new(),
            Some(latest.period),
        );
        if let (Some(baseline), Some(change)) = (&summary.baseline, &summary.assessment.change) {
            add(
                labelled("paper-key-change", baseline.period),
                numbers.change(change.difference),
                String::new(),
                None,
            );
        }
        if let Some(path) = summary.assessment.path.path_value {
            let note = wording::against_path(summary).unwrap_or_default();
            add(
                labelled("paper-key-path", latest.period),
                numbers.value(path),
                note,
                None,
            );
        }
        if let Some((part, whole)) = latest.numerator.zip(latest.denominator) {
            let count = |value: Decimal| backbone_figures::numbers::written(number(value), 0);
            add(
                words::get("key-people"),
                count(part),
                words::get_with("key-people-of", &[("whole", count(whole).into())]),
                Some(latest.period),
            );
        }
    }
    if let Some(target) = summary.targets.last() {
        add(
            labelled("paper-key-target", target.period),
            numbers.short(number(target.value.0)),
            String::new(),
            None,
        );
    }
    found
}
