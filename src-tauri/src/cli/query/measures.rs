//! Measures, their readings, and what the rules say of them.

use std::collections::HashMap;

use backbone_core::{
    Entry, Workbook,
    measurement::{
        Breakdown, CalculatedPeriod, Calculation, Group, Measure, Obstacle, Place, Reading,
        SeriesKey,
    },
    partners::Partner,
    reporting::MeasureSummary,
};
use backbone_figures::numbers::exact;
use backbone_report::{drawing::numbers, wording};
use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;
use serde_json::{Value, json};

use super::{Answer, number};
use crate::cli::refusal::Refusal;

pub fn definitions(summaries: &[MeasureSummary]) -> Answer {
    let row = |summary: &MeasureSummary| {
        let measure = &summary.measure.record;
        vec![
            measure.code.clone(),
            measure.name.clone(),
            measure.kind.word().to_owned(),
            measure.unit.word().to_owned(),
            measure.polarity.word().to_owned(),
            measure.frequency.word().to_owned(),
            if measure.is_headline { "yes" } else { "no" }.to_owned(),
        ]
    };
    let as_json = |summary: &MeasureSummary| {
        let measure = &summary.measure.record;
        json!({
            "id": summary.measure.id.to_string(),
            "code": measure.code,
            "name": measure.name,
            "kind": measure.kind.word(),
            "question": measure.question,
            "definition": measure.definition,
            "numerator": measure.numerator,
            "denominator": measure.denominator,
            "unit": measure.unit.word(),
            "rate_per": measure.rate_per,
            "polarity": measure.polarity.word(),
            "natural_limit": number(measure.natural_limit.map(|limit| limit.0)),
            "precision": measure.precision,
            "frequency": measure.frequency.word(),
            "source": measure.source,
            "steward": measure.steward,
            "provider": measure.provider,
            "status": measure.status.word(),
            "is_headline": measure.is_headline,
            "is_proxy": measure.is_proxy,
            "communication_power": measure.communication_power,
            "proxy_power": measure.proxy_power,
            "data_power": measure.data_power,
            "calculation": measure.calculation.word(),
            "limits_frozen_at": measure.limits_frozen_at.map(|period| period.to_string()),
            "release_lag_days": measure.release_lag_days,
            "is_extreme_cohort": measure.is_extreme_cohort,
            "story": measure.story,
            "baseline": summary.baseline.as_ref().map(|baseline| {
                json!({ "period": baseline.period.to_string(), "value": number(Some(baseline.value.0)) })
            }),
            "targets": summary.targets.iter().map(|target| {
                json!({ "period": target.period.to_string(), "value": number(Some(target.value.0)) })
            }).collect::<Vec<_>>(),
            "reading_count": summary.readings.len(),
        })
    };
    Answer {
        heads: &[
            "CODE",
            "NAME",
            "KIND",
            "UNIT",
            "BETTER",
            "FREQUENCY",
            "HEADLINE",
        ],
        rows: summaries.iter().map(row).collect(),
        json: summaries.iter().map(as_json).collect(),
    }
}

pub fn readings(book: &Workbook, summaries: &[MeasureSummary]) -> Result<Answer, Refusal> {
    let names = Names::of(book)?;
    let mut answer = Answer {
        heads: &[
            "CODE", "PERIOD", "PLACE", "GROUP", "VALUE", "STATE", "ORIGIN", "COMMENT",
        ],
        rows: Vec::new(),
        json: Vec::new(),
    };
    for summary in summaries {
        let code = &summary.measure.record.code;
        let told = match summary.measure.record.calculation {
            Calculation::Entered => Vec::new(),
            _ => book.calculated_series(summary.measure.id)?,
        };
        for series in book.figures_of(summary.measure.id)? {
            let (place, group, provider) = names.of_series(series.key);
            for reading in &series.readings {
                let calculated = told
                    .iter()
                    .filter(|told| told.key == series.key)
                    .flat_map(|told| &told.periods)
                    .find(|told| told.reading.period == reading.period);
                answer.rows.push(line(code, &place, &group, reading));
                answer.json.push(json!({
                    "measure": code,
                    "period": reading.period.to_string(),
                    "place": place,
                    "group": group,
                    "provider": provider,
                    "value": number(reading.value),
                    "numerator": number(reading.numerator),
                    "denominator": number(reading.denominator),
                    "lower": number(reading.lower),
                    "upper": number(reading.upper),
                    "state": reading.state.word(),
                    "origin": reading.origin.word(),
                    "import_row": reading.import.map(|(_, row)| row),
                    "comment": reading.comment,
                    "missing_parts": calculated.map(|told| missing_parts(book, told)),
                    "kept_aside": calculated
                        .and_then(|told| told.kept_aside.as_ref())
                        .map(|entered| number(entered.value)),
                }));
            }
        }
    }
    Ok(answer)
}

/// Codes of the parts that are in the way of a calculated value.
fn missing_parts(book: &Workbook, told: &CalculatedPeriod) -> Vec<String> {
    let ids = match &told.obstacle {
        Some(Obstacle::PartsMissing(ids) | Obstacle::PartSuppressed(ids)) => ids.as_slice(),
        _ => &[],
    };
    ids.iter()
        .filter_map(|id| book.get::<Measure>(*id).ok())
        .map(|part| part.code)
        .collect()
}

fn line(
    code: &str,
    place: &Option<String>,
    group: &Option<String>,
    reading: &Reading,
) -> Vec<String> {
    let named = |name: &Option<String>| name.clone().unwrap_or_else(|| "–".to_owned());
    vec![
        code.to_owned(),
        reading.period.label(),
        named(place),
        named(group),
        reading.value.map_or_else(|| "–".to_owned(), exact),
        reading.state.word().to_owned(),
        reading.origin.word().to_owned(),
        reading
            .comment
            .lines()
            .next()
            .unwrap_or_default()
            .to_owned(),
    ]
}

/// Names behind the parts of a series.
struct Names {
    places: Vec<Entry<Place>>,
    groups: HashMap<backbone_core::GroupId, String>,
    partners: Vec<Entry<Partner>>,
}

impl Names {
    fn of(book: &Workbook) -> Result<Self, Refusal> {
        let breakdowns = book.list::<Breakdown>()?;
        let full = |group: &Entry<Group>| {
            let of = breakdowns
                .iter()
                .find(|entry| entry.id == group.record.breakdown_id);
            let of = of
                .map(|entry| entry.record.name.as_str())
                .unwrap_or_default();
            format!("{of}: {}", group.record.name)
        };
        let groups = book.list::<Group>()?;
        Ok(Self {
            places: book.list()?,
            groups: groups.iter().map(|group| (group.id, full(group))).collect(),
            partners: book.list()?,
        })
    }

    fn of_series(&self, key: SeriesKey) -> (Option<String>, Option<String>, Option<String>) {
        let place = self.places.iter().find(|entry| Some(entry.id) == key.place);
        let provider = self
            .partners
            .iter()
            .find(|entry| Some(entry.id) == key.provider);
        (
            place.map(|entry| entry.record.name.clone()),
            key.group.and_then(|group| self.groups.get(&group).cloned()),
            provider.map(|entry| entry.record.name.clone()),
        )
    }
}

pub fn status(summaries: &[MeasureSummary]) -> Answer {
    let row = |summary: &MeasureSummary| {
        let measure = &summary.measure.record;
        let numbers = numbers(measure);
        let latest = summary.assessment.latest.as_ref();
        let value = latest
            .and_then(|latest| latest.value)
            .and_then(|value| value.to_f64());
        vec![
            measure.code.clone(),
            measure.name.clone(),
            latest.map_or_else(|| "–".to_owned(), |latest| latest.period.label()),
            value.map_or_else(|| "–".to_owned(), |value| numbers.value(value)),
            wording::status_word(summary),
            summary.assessment.rule.word().to_owned(),
            wording::because(summary),
        ]
    };
    let as_json = |summary: &MeasureSummary| {
        let found = &summary.assessment;
        json!({
            "code": summary.measure.record.code,
            "name": summary.measure.record.name,
            "status": wording::status_code(summary),
            "rule": found.rule.word(),
            "status_words": wording::status_word(summary),
            "because": wording::because(summary),
            "points": found.path.points,
            "latest": found.latest.as_ref().map(|latest| json!({
                "period": latest.period.to_string(),
                "value": number(latest.value),
                "state": latest.state.word(),
            })),
            "path": ruled(&found.path),
            "movement": ruled(&found.status),
            "pace": ruled(&found.pace),
            "series_break": found.series_break.as_ref().map(|found| json!({
                "period": found.period.to_string(),
                "title": found.title,
                "is_bridged": found.is_bridged,
            })),
            "change": found.change.as_ref().map(ruled),
            "trend": ruled(&found.counter),
            "forecast": found.forecast.as_ref().map(ruled),
            "process": ruled(&found.process),
            "runs": ruled(&found.runs),
        })
    };
    Answer {
        heads: &[
            "CODE", "NAME", "PERIOD", "LATEST", "STATUS", "RULE", "BECAUSE",
        ],
        rows: summaries.iter().map(row).collect(),
        json: summaries.iter().map(as_json).collect(),
    }
}

/// A rule's result with its rule, inputs and points, as the rule itself gives it.
pub(super) fn ruled(result: &impl Serialize) -> Value {
    serde_json::to_value(result).unwrap_or(Value::Null)
}
