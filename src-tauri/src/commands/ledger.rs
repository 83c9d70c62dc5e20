//! What happened to a measure: its definition ledger, notes on the time axis, tests of
//! change and stories of single periods.

use backbone_contract::{
    Added, AnnotationForm, ChangeAnnotation, ChangeDefinitionChange, ChangeTest,
    DefinitionChangeForm, LedgerItem, Nothing, RecordRequest, StoryItem, TestForm, TestItem,
    WireError, WritePeriodStory,
};
use backbone_core::{
    AnnotationId, Day, DefinitionChangeId, Id, MeasureId, Result, TestOfChangeId, Workbook,
    measurement::{
        Annotation, DefinitionChange, DefinitionChangeKind, Measure, Period, TestOfChange,
        TestStatus,
    },
    reporting::MeasureFacts,
};
use backbone_exchange::readings_import::rhythm;
use backbone_figures::dates;
use chrono::NaiveDate;
use tauri::{AppHandle, Runtime, State};

use super::convert;
use crate::session::Session;

/// The ledger as the page shows it.
pub fn entries(facts: &MeasureFacts) -> Vec<LedgerItem> {
    facts
        .ledger
        .iter()
        .map(|entry| {
            let record = &entry.record;
            LedgerItem {
                id: entry.id.to_string(),
                date: dates::short(record.changed_on.0),
                form: DefinitionChangeForm {
                    measure: record.measure_id.to_string(),
                    kind: record.kind.word().to_owned(),
                    period: record.period.map(Period::label).unwrap_or_default(),
                    title: record.title.clone(),
                    before: record.before.clone(),
                    after: record.after.clone(),
                },
            }
        })
        .collect()
}

/// Tests of change, numbered as on the chart.
pub fn tests(facts: &MeasureFacts) -> Vec<TestItem> {
    (1..)
        .zip(&facts.tests)
        .map(|(number, entry)| {
            let record = &entry.record;
            let starts = record.starts.label();
            let ends = record.ends.map(Period::label);
            TestItem {
                id: entry.id.to_string(),
                number,
                span: match &ends {
                    Some(ends) => format!("{starts} – {ends}"),
                    None => starts.clone(),
                },
                form: TestForm {
                    measure: record.measure_id.to_string(),
                    name: record.name.clone(),
                    starts,
                    ends: ends.unwrap_or_default(),
                    prediction: record.prediction.clone(),
                    result: record.result.clone(),
                    status: record.status.word().to_owned(),
                },
            }
        })
        .collect()
}

/// Stories, latest first; the undated one last.
pub fn stories(facts: &MeasureFacts) -> Vec<StoryItem> {
    let undated = &facts.summary.measure.record.story;
    let dated = facts.stories.iter().rev().map(|story| StoryItem {
        period: Some(story.period.label()),
        text: story.text.clone(),
    });
    let undated = (!undated.is_empty()).then(|| StoryItem {
        period: None,
        text: undated.clone(),
    });
    dated.chain(undated).collect()
}

/// A period as typed, of the kind a measure is collected by.
fn typed(book: &Workbook, measure: MeasureId, field: &'static str, text: &str) -> Result<Period> {
    let measure: Measure = book.get(measure)?;
    convert::period(field, text, rhythm(measure.frequency))
}

fn optional(
    book: &Workbook,
    measure: MeasureId,
    field: &'static str,
    text: &str,
) -> Result<Option<Period>> {
    match text.trim() {
        "" => Ok(None),
        text => typed(book, measure, field, text).map(Some),
    }
}

fn annotation(book: &Workbook, form: AnnotationForm) -> Result<Annotation> {
    let measure_id = MeasureId::parse(&form.measure)?;
    Ok(Annotation {
        measure_id,
        period: typed(book, measure_id, "period", &form.period)?,
        title: form.title,
        detail: form.detail,
        resets_limits: form.resets_limits,
    })
}

fn definition_change(
    book: &Workbook,
    form: DefinitionChangeForm,
    changed_on: NaiveDate,
) -> Result<DefinitionChange> {
    let measure_id = MeasureId::parse(&form.measure)?;
    Ok(DefinitionChange {
        measure_id,
        changed_on: Day(changed_on),
        period: optional(book, measure_id, "period", &form.period)?,
        kind: DefinitionChangeKind::from_word("kind", &form.kind)?,
        title: form.title,
        before: form.before,
        after: form.after,
    })
}

fn test(book: &Workbook, form: TestForm) -> Result<TestOfChange> {
    let measure_id = MeasureId::parse(&form.measure)?;
    Ok(TestOfChange {
        measure_id,
        starts: typed(book, measure_id, "starts", &form.starts)?,
        ends: optional(book, measure_id, "ends", &form.ends)?,
        name: form.name,
        prediction: form.prediction,
        result: form.result,
        status: TestStatus::from_word("status", &form.status)?,
    })
}

#[tauri::command]
pub fn add_annotation<R: Runtime>(
    app: AppHandle<R>,
    request: AnnotationForm,
    session: State<'_, Session>,
) -> std::result::Result<Added, WireError> {
    let id = session.write(&app, |book, context| {
        let record = annotation(book, request)?;
        book.add(record, context)
    })?;
    Ok(Added { id: id.to_string() })
}

#[tauri::command]
pub fn change_annotation<R: Runtime>(
    app: AppHandle<R>,
    request: ChangeAnnotation,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let record = annotation(book, request.form)?;
        book.change(AnnotationId::parse(&request.id)?, record, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
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

#[tauri::command]
pub fn add_definition_change<R: Runtime>(
    app: AppHandle<R>,
    request: DefinitionChangeForm,
    session: State<'_, Session>,
) -> std::result::Result<Added, WireError> {
    let id = session.write(&app, |book, context| {
        let record = definition_change(book, request, context.today)?;
        book.add(record, context)
    })?;
    Ok(Added { id: id.to_string() })
}

#[tauri::command]
pub fn change_definition_change<R: Runtime>(
    app: AppHandle<R>,
    request: ChangeDefinitionChange,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let id = DefinitionChangeId::parse(&request.id)?;
        let before: DefinitionChange = book.get(id)?;
        let record = definition_change(book, request.form, before.changed_on.0)?;
        book.change(id, record, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn remove_definition_change<R: Runtime>(
    app: AppHandle<R>,
    request: RecordRequest,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        book.remove::<DefinitionChange>(DefinitionChangeId::parse(&request.id)?, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn add_test_of_change<R: Runtime>(
    app: AppHandle<R>,
    request: TestForm,
    session: State<'_, Session>,
) -> std::result::Result<Added, WireError> {
    let id = session.write(&app, |book, context| {
        let record = test(book, request)?;
        book.add(record, context)
    })?;
    Ok(Added { id: id.to_string() })
}

#[tauri::command]
pub fn change_test_of_change<R: Runtime>(
    app: AppHandle<R>,
    request: ChangeTest,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let record = test(book, request.form)?;
        book.change(TestOfChangeId::parse(&request.id)?, record, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn remove_test_of_change<R: Runtime>(
    app: AppHandle<R>,
    request: RecordRequest,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        book.remove::<TestOfChange>(TestOfChangeId::parse(&request.id)?, context)
    })?;
    Ok(Nothing {})
}

/// Without a period it is the undated story.
#[tauri::command]
pub fn write_story<R: Runtime>(
    app: AppHandle<R>,
    request: WritePeriodStory,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let id = MeasureId::parse(&request.id)?;
        match optional(book, id, "period", &request.period)? {
            Some(period) => book.write_story_of(id, period, &request.text, context),
            None => book.write_story(id, &request.text, context),
        }
    })?;
    Ok(Nothing {})
}
