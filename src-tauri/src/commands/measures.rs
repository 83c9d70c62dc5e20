//! Measures: lists, pages, charts, and everything that defines them.

use std::collections::HashMap;

use backbone_contract::{
    Added, ChangeMeasure, DatedValue, DrawMeasure, Freshness, MarkMeasures, MeasureForm,
    MeasureList, MeasureListing, MeasureMark as WireMark, MeasurePage, MeasureProposal, Nothing,
    ProposeMeasure, RecordRequest, Scene, SetBaseline, SetTargets, StatusWord, WireError,
};
use backbone_core::{
    Error, Figure, Id, MeasureId, PartnerId, Reason, Result,
    agenda::WantedResult,
    measurement::{
        Frequency, Measure, MeasureKind, MeasureMark, MeasureStatus, Period, PolarityKind, UnitKind,
    },
    partners::Partner,
    reporting::{MeasureSummary, ResultGroup},
};
use backbone_exchange::readings_import::rhythm;
use backbone_report::drawing;
use rust_decimal::prelude::ToPrimitive;
use tauri::{AppHandle, Runtime, State};

use super::{
    convert::{self, figure, figure_text, optional_id, texts},
    measure_page::page,
    overview::{rows, status},
};
use crate::{clock, session::Session, words};

#[tauri::command]
pub fn list_measures(
    request: Nothing,
    session: State<'_, Session>,
) -> std::result::Result<MeasureList, WireError> {
    let Nothing {} = request;
    let today = clock::today();
    session.read(|book| {
        let summaries = book.measure_summaries(today)?;
        let partners: HashMap<PartnerId, String> = book
            .list::<Partner>()?
            .into_iter()
            .map(|partner| (partner.id, partner.record.name))
            .collect();
        let results = book.list::<WantedResult>()?;
        let tags = book.tags_by_measure()?;
        let of_kind = |kind: MeasureKind| {
            let mut groups: Vec<ResultGroup<MeasureSummary>> = results
                .iter()
                .map(|result| ResultGroup {
                    result: Some(result.clone()),
                    measures: Vec::new(),
                })
                .collect();
            groups.push(ResultGroup {
                result: None,
                measures: Vec::new(),
            });
            for summary in summaries
                .iter()
                .filter(|summary| summary.measure.record.kind == kind)
            {
                let home = summary.measure.record.result_id;
                let group = groups
                    .iter_mut()
                    .find(|group| group.result.as_ref().map(|result| result.id) == home);
                if let Some(group) = group {
                    group.measures.push(summary.clone());
                }
            }
            let filled = groups.iter().filter(|group| !group.measures.is_empty());
            filled
                .map(|group| {
                    let mut listed = rows(group);
                    for (row, summary) in listed.rows.iter_mut().zip(&group.measures) {
                        row.partner = summary
                            .measure
                            .record
                            .partner_id
                            .and_then(|id| partners.get(&id).cloned());
                    }
                    listed
                })
                .collect()
        };
        Ok(MeasureList {
            details: summaries
                .iter()
                .map(|summary| listing(summary, texts(tags.get(&summary.measure.id))))
                .collect(),
            indicators: of_kind(MeasureKind::Indicator),
            performance: of_kind(MeasureKind::Performance),
        })
    })
}

#[tauri::command]
pub fn read_measure(
    request: RecordRequest,
    session: State<'_, Session>,
) -> std::result::Result<MeasurePage, WireError> {
    let today = clock::today();
    session.read(|book| {
        let id = MeasureId::parse(&request.id)?;
        let facts = book.measure_facts(id, today)?;
        page(book, &facts, today)
    })
}

#[tauri::command]
pub fn draw_measure(
    request: DrawMeasure,
    session: State<'_, Session>,
) -> std::result::Result<Scene, WireError> {
    let today = clock::today();
    session.read(|book| {
        let facts = book.measure_facts(MeasureId::parse(&request.id)?, today)?;
        let parts = drawing::Parts {
            path: request.path,
            comparison: request.comparison,
            notes: request.notes,
            limits: request.limits,
            forecast: request.forecast,
            margins: request.margins,
        };
        Ok(drawing::chart(
            &facts,
            (
                bounded(request.width, 240.0),
                bounded(request.height, 160.0),
            ),
            12.0,
            parts,
        ))
    })
}

/// A window dragged to nothing, or a defect in its arithmetic, must not reach layout.
pub fn bounded(length: f32, least: f32) -> f32 {
    if length.is_finite() {
        length.clamp(least, 6_000.0)
    } else {
        least
    }
}

#[tauri::command]
pub fn add_measure<R: Runtime>(
    app: AppHandle<R>,
    request: MeasureForm,
    session: State<'_, Session>,
) -> std::result::Result<Added, WireError> {
    let id = session.write(&app, |book, context| {
        let mut measure = measure(request, String::new())?;
        if measure.code.trim().is_empty() {
            measure.code = book.propose_code(&measure.name)?;
        }
        measure.position = book.next_position::<Measure>()?;
        book.add(measure, context)
    })?;
    Ok(Added { id: id.to_string() })
}

#[tauri::command]
pub fn change_measure<R: Runtime>(
    app: AppHandle<R>,
    request: ChangeMeasure,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let id = MeasureId::parse(&request.id)?;
        let before: Measure = book.get(id)?;
        let mut after = measure(request.form, before.story)?;
        after.position = before.position;
        after.calculation = before.calculation;
        book.change_measure(id, after, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn remove_measure<R: Runtime>(
    app: AppHandle<R>,
    request: RecordRequest,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        book.remove::<Measure>(MeasureId::parse(&request.id)?, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn set_baseline<R: Runtime>(
    app: AppHandle<R>,
    request: SetBaseline,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let id = MeasureId::parse(&request.id)?;
        let measure: Measure = book.get(id)?;
        let baseline = request
            .baseline
            .map(|baseline| dated(&measure, "baseline", &baseline))
            .transpose()?;
        book.set_baseline(id, baseline, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn set_targets<R: Runtime>(
    app: AppHandle<R>,
    request: SetTargets,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let id = MeasureId::parse(&request.id)?;
        let measure: Measure = book.get(id)?;
        let targets = request
            .targets
            .iter()
            .map(|target| dated(&measure, "targets", target))
            .collect::<Result<Vec<_>>>()?;
        book.set_targets(id, &targets, context)
    })?;
    Ok(Nothing {})
}

fn dated(measure: &Measure, field: &'static str, typed: &DatedValue) -> Result<(Period, Figure)> {
    let period = convert::period(field, &typed.period, rhythm(measure.frequency))?;
    let value = figure(field, &typed.value)?.ok_or(Error::Invalid {
        field,
        reason: Reason::NotANumber,
    })?;
    Ok((period, value))
}

#[tauri::command]
pub fn propose_measure(
    request: ProposeMeasure,
    session: State<'_, Session>,
) -> std::result::Result<MeasureProposal, WireError> {
    session.read(|book| {
        let code = if request.name.trim().is_empty() {
            String::new()
        } else {
            book.propose_code(&request.name)?
        };
        let limit = Measure::usual_limit(UnitKind::from_word("unit", &request.unit)?);
        Ok(MeasureProposal {
            code,
            natural_limit: figure_text(limit.map(|limit| limit.0)),
        })
    })
}

#[tauri::command]
pub fn mark_measures<R: Runtime>(
    app: AppHandle<R>,
    request: MarkMeasures,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let mark = match request.mark {
            WireMark::Retired => MeasureMark::Status(MeasureStatus::Retired),
            WireMark::Active => MeasureMark::Status(MeasureStatus::Active),
            WireMark::Headline => MeasureMark::Headline(true),
            WireMark::NotHeadline => MeasureMark::Headline(false),
        };
        book.mark_measures(&convert::ids(&request.ids)?, mark, context)
    })?;
    Ok(Nothing {})
}

/// What the list says of a measure beside its row.
fn listing(summary: &MeasureSummary, tags: Vec<String>) -> MeasureListing {
    let measure = &summary.measure.record;
    let latest = summary.assessment.latest.as_ref();
    let fresh = &summary.assessment.freshness;
    let (freshness, words) = match (latest, fresh.days_late) {
        (None, _) if measure.status == MeasureStatus::Active => {
            (Freshness::Empty, words::get("fresh-empty"))
        }
        _ if fresh.due.is_none() => (Freshness::NotExpected, words::get("fresh-not-expected")),
        (_, None) => (Freshness::Current, words::get("fresh-current")),
        (_, Some(_)) => (
            Freshness::Due,
            words::get_with("fresh-behind", &[("periods", fresh.periods_behind.into())]),
        ),
    };
    let better = if measure.polarity == PolarityKind::Lower {
        -1.0
    } else {
        1.0
    };
    MeasureListing {
        id: summary.measure.id.to_string(),
        stage: measure.status.word().to_owned(),
        freshness,
        freshness_words: words,
        latest: latest.and_then(|latest| latest.value?.to_f64()),
        change: summary
            .assessment
            .change
            .as_ref()
            .map(|change| change.difference * better),
        worry: match status(summary).word {
            StatusWord::OffTrack | StatusWord::GettingWorse | StatusWord::Deterioration => 0,
            StatusWord::Watch
            | StatusWord::LimitedProgress
            | StatusWord::AccelerationNeeded
            | StatusWord::LittleChange => 1,
            StatusWord::NoData | StatusWord::BaselineOnly | StatusWord::Developmental => 2,
            StatusWord::NoPath | StatusWord::Informational | StatusWord::CannotBeAssessed => 3,
            StatusWord::OnTrack | StatusWord::Improving | StatusWord::TargetMet => 4,
        },
        behind: latest.and(fresh.due).map(|_| fresh.periods_behind),
        tags,
    }
}

/// The definition of a measure as a form.
pub fn form(measure: &Measure) -> MeasureForm {
    MeasureForm {
        code: measure.code.clone(),
        name: measure.name.clone(),
        kind: measure.kind.word().to_owned(),
        result: measure.result_id.map(|id| id.to_string()),
        partner: measure.partner_id.map(|id| id.to_string()),
        question: measure.question.clone(),
        definition: measure.definition.clone(),
        numerator: measure.numerator.clone(),
        denominator: measure.denominator.clone(),
        unit: measure.unit.word().to_owned(),
        rate_per: measure
            .rate_per
            .map(|per| per.to_string())
            .unwrap_or_default(),
        polarity: measure.polarity.word().to_owned(),
        natural_limit: figure_text(measure.natural_limit.map(|limit| limit.0)),
        precision: measure.precision,
        frequency: measure.frequency.word().to_owned(),
        source: measure.source.clone(),
        release: measure.release.clone(),
        steward: measure.steward.clone(),
        provider: measure.provider.clone(),
        rationale: measure.rationale.clone(),
        limitations: measure.limitations.clone(),
        is_proxy: measure.is_proxy,
        communication_power: measure.communication_power,
        proxy_power: measure.proxy_power,
        data_power: measure.data_power,
        status: measure.status.word().to_owned(),
        is_headline: measure.is_headline,
        suppression_floor: measure.suppression_floor,
        limits_frozen_at: measure
            .limits_frozen_at
            .map(Period::label)
            .unwrap_or_default(),
        release_lag_days: measure.release_lag_days,
        is_extreme_cohort: measure.is_extreme_cohort,
    }
}

fn measure(form: MeasureForm, story: String) -> Result<Measure> {
    let unit = UnitKind::from_word("unit", &form.unit)?;
    let rate_per = match unit {
        UnitKind::Rate => figure("rate_per", &form.rate_per)?.and_then(|per| per.0.to_u32()),
        _ => None,
    };
    let frequency = Frequency::from_word("frequency", &form.frequency)?;
    let frozen = form.limits_frozen_at.trim();
    let limits_frozen_at = if frozen.is_empty() {
        None
    } else {
        Some(convert::period(
            "limits_frozen_at",
            frozen,
            rhythm(frequency),
        )?)
    };
    Ok(Measure {
        code: form.code,
        name: form.name,
        kind: MeasureKind::from_word("kind", &form.kind)?,
        result_id: optional_id(form.result.as_deref())?,
        partner_id: optional_id(form.partner.as_deref())?,
        question: form.question,
        definition: form.definition,
        numerator: form.numerator,
        denominator: form.denominator,
        unit,
        rate_per,
        polarity: PolarityKind::from_word("polarity", &form.polarity)?,
        natural_limit: figure("natural_limit", &form.natural_limit)?,
        precision: form.precision,
        frequency,
        source: form.source,
        release: form.release,
        steward: form.steward,
        provider: form.provider,
        rationale: form.rationale,
        limitations: form.limitations,
        is_proxy: form.is_proxy,
        communication_power: form.communication_power,
        proxy_power: form.proxy_power,
        data_power: form.data_power,
        status: MeasureStatus::from_word("status", &form.status)?,
        is_headline: form.is_headline,
        suppression_floor: form.suppression_floor,
        limits_frozen_at,
        release_lag_days: form.release_lag_days,
        is_extreme_cohort: form.is_extreme_cohort,
        story,
        ..Measure::named("", "")
    })
}
