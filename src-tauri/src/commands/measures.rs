//! Measures: lists, pages, charts, and everything that defines them.

use std::collections::HashMap;

use backbone_contract::{
    Added, AnnotationForm, AnnotationItem, BreakdownItem, ChangeMeasure, ChartParts, DatedValue,
    Dimensions, DrawMeasure, Freshness, Input, KeyFigure, MarkMeasures, MeasureForm, MeasureList,
    MeasureListing, MeasureMark as WireMark, MeasurePage, MeasureProposal, NamedRecord, Nothing,
    PlaceItem, ProposeMeasure, RecordRequest, Scene, SetBaseline, SetTargets, SourceLine,
    StatusWord, WireError, WorkedOut, WriteStory,
};
use backbone_core::{
    AnnotationId, Error, Figure, Id, MeasureId, PartnerId, Reason, Record, Result, Workbook,
    agenda::{Strategy, WantedResult},
    measurement::{
        Annotation, Breakdown, Frequency, Group, Measure, MeasureKind, MeasureMark, MeasureStatus,
        Period, Place, PolarityKind, ReadingState, UnitKind,
    },
    partners::Partner,
    reporting::{MeasureFacts, MeasureSummary, ResultGroup},
};
use backbone_exchange::readings_import::rhythm;
use backbone_figures::{dates, numbers::exact};
use backbone_report::{drawing, wording};
use chrono::NaiveDate;
use rust_decimal::{Decimal, prelude::ToPrimitive};
use tauri::{AppHandle, Runtime, State};

use super::{
    convert::{self, figure, figure_text, optional_id},
    overview::{rows, status},
};
use crate::{clock, session::Session, words};

#[tauri::command(async)]
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
            indicators: of_kind(MeasureKind::Indicator),
            performance: of_kind(MeasureKind::Performance),
            details: summaries
                .iter()
                .map(|summary| listing(summary, today))
                .collect(),
        })
    })
}

#[tauri::command(async)]
pub fn read_measure(
    request: RecordRequest,
    session: State<'_, Session>,
) -> std::result::Result<MeasurePage, WireError> {
    let today = clock::today();
    session.read(|book| {
        let id = MeasureId::parse(&request.id)?;
        let facts = book.measure_facts(id, today)?;
        page(book, &facts)
    })
}

fn page(book: &Workbook, facts: &MeasureFacts) -> Result<MeasurePage> {
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
            },
        });
    let dated = |period: Period, value: Figure| DatedValue {
        period: period.label(),
        value: exact(value.0),
    };
    Ok(MeasurePage {
        id: id.to_string(),
        form: form(measure),
        result_name: result.map(|result| result.name),
        status: status(summary),
        key_figures: key_figures(summary),
        finding: wording::finding(summary),
        subtitle: wording::subtitle(measure),
        parts: ChartParts {
            path: summary.assessment.path.path_value.is_some(),
            comparison: facts
                .places
                .iter()
                .any(|series| series.place.record.is_benchmark),
            notes: !facts.annotations.is_empty(),
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
        story: measure.story.clone(),
        story_by: story_by(book, id)?,
        worked_out: wording::worked_out(summary)
            .into_iter()
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
            .collect(),
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

/// Who wrote the story last, and when.
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
    let mut add =
        |label: String, value: String, note: String| found.push(KeyFigure { label, value, note });
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
        );
        if let (Some(baseline), Some(change)) = (&summary.baseline, &summary.assessment.change) {
            add(
                labelled("paper-key-change", baseline.period),
                numbers.change(change.difference),
                String::new(),
            );
        }
        if let Some(path) = summary.assessment.path.path_value {
            let note = wording::against_path(summary).unwrap_or_default();
            add(
                labelled("paper-key-path", latest.period),
                numbers.value(path),
                note,
            );
        }
        if let Some((part, whole)) = latest.numerator.zip(latest.denominator) {
            let count = |value: Decimal| backbone_figures::numbers::written(number(value), 0);
            add(
                words::get("key-people"),
                count(part),
                words::get_with("key-people-of", &[("whole", count(whole).into())]),
            );
        }
    }
    if let Some(target) = summary.targets.last() {
        add(
            labelled("paper-key-target", target.period),
            numbers.short(number(target.value.0)),
            String::new(),
        );
    }
    found
}

#[tauri::command(async)]
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
        };
        // A window dragged to nothing, or a defect in its arithmetic, must not reach layout.
        let bounded = |length: f32, least: f32| {
            if length.is_finite() {
                length.clamp(least, 6_000.0)
            } else {
                least
            }
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

#[tauri::command(async)]
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

#[tauri::command(async)]
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
        after.limits_frozen_at = before.limits_frozen_at;
        book.change_measure(id, after, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command(async)]
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

#[tauri::command(async)]
pub fn write_story<R: Runtime>(
    app: AppHandle<R>,
    request: WriteStory,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        book.write_story(MeasureId::parse(&request.id)?, &request.story, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command(async)]
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

#[tauri::command(async)]
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

#[tauri::command(async)]
pub fn add_annotation<R: Runtime>(
    app: AppHandle<R>,
    request: AnnotationForm,
    session: State<'_, Session>,
) -> std::result::Result<Added, WireError> {
    let id = session.write(&app, |book, context| {
        let measure_id = MeasureId::parse(&request.measure)?;
        let measure: Measure = book.get(measure_id)?;
        let period = convert::period("period", &request.period, rhythm(measure.frequency))?;
        book.add(
            Annotation {
                measure_id,
                period,
                title: request.title,
                detail: request.detail,
                resets_limits: false,
            },
            context,
        )
    })?;
    Ok(Added { id: id.to_string() })
}

#[tauri::command(async)]
pub fn remove_annotation<R: Runtime>(
    app: AppHandle<R>,
    request: RecordRequest,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        book.remove::<Annotation>(AnnotationId::parse(&request.id)?, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command(async)]
pub fn list_dimensions(
    request: Nothing,
    session: State<'_, Session>,
) -> std::result::Result<Dimensions, WireError> {
    let Nothing {} = request;
    session.read(|book| {
        let groups = book.list::<Group>()?;
        Ok(Dimensions {
            results: named::<WantedResult>(book)?,
            strategies: named::<Strategy>(book)?,
            measures: named::<Measure>(book)?,
            partners: named::<Partner>(book)?,
            places: book
                .list::<Place>()?
                .into_iter()
                .map(|place| PlaceItem {
                    id: place.id.to_string(),
                    name: place.record.name,
                    is_benchmark: place.record.is_benchmark,
                })
                .collect(),
            breakdowns: book
                .list::<Breakdown>()?
                .into_iter()
                .map(|breakdown| BreakdownItem {
                    id: breakdown.id.to_string(),
                    groups: groups
                        .iter()
                        .filter(|group| group.record.breakdown_id == breakdown.id)
                        .map(|group| NamedRecord {
                            id: group.id.to_string(),
                            name: group.record.name.clone(),
                        })
                        .collect(),
                    name: breakdown.record.name,
                })
                .collect(),
        })
    })
}

fn named<T: Record>(book: &Workbook) -> Result<Vec<NamedRecord>> {
    let found = book.list::<T>()?;
    Ok(found
        .into_iter()
        .map(|entry| NamedRecord {
            id: entry.id.to_string(),
            name: entry.record.label(),
        })
        .collect())
}

#[tauri::command(async)]
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

#[tauri::command(async)]
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
fn listing(summary: &MeasureSummary, today: NaiveDate) -> MeasureListing {
    let measure = &summary.measure.record;
    let latest = summary.assessment.latest.as_ref();
    let behind = latest.and_then(|latest| measure.periods_behind(latest.period, today));
    let (freshness, words) = match (latest, behind) {
        (None, _) if measure.status == MeasureStatus::Active => {
            (Freshness::Empty, words::get("fresh-empty"))
        }
        (_, None) => (Freshness::NotExpected, words::get("fresh-not-expected")),
        (_, Some(0)) => (Freshness::Current, words::get("fresh-current")),
        (_, Some(periods)) => (
            Freshness::Due,
            words::get_with("fresh-behind", &[("periods", periods.into())]),
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
            StatusWord::OffTrack => 0,
            StatusWord::Watch => 1,
            StatusWord::NoData => 2,
            StatusWord::NoPath => 3,
            StatusWord::OnTrack => 4,
        },
        behind,
    }
}

fn form(measure: &Measure) -> MeasureForm {
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
        frequency: Frequency::from_word("frequency", &form.frequency)?,
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
        release_lag_days: form.release_lag_days,
        is_extreme_cohort: form.is_extreme_cohort,
        story,
        ..Measure::named("", "")
    })
}
