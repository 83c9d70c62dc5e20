//! Common Agenda: texts, results and strategies.

use backbone_contract::{
    Added, Agenda, AgendaText, ChangeResult, ChangeStrategy, InitiativeForm, NamedRecord, Nothing,
    RecordRequest, ResultForm, ResultItem, StrategyForm, StrategyItem, WireError,
};
use backbone_core::{
    Id, ResultId, StrategyId,
    agenda::{self, Strategy, WantedResult},
    measurement::Measure,
};
use backbone_figures::dates;
use tauri::{AppHandle, Runtime, State};

use super::convert::{day, day_text};
use crate::session::Session;

#[tauri::command]
pub fn read_agenda(request: Nothing, session: State<'_, Session>) -> Result<Agenda, WireError> {
    let Nothing {} = request;
    session.read(|book| {
        let initiative = book.initiative()?;
        let agenda = book.agenda()?;
        let strategies = book.list::<Strategy>()?;
        let measures = book.list::<Measure>()?;
        let activities = book.activities()?;
        let results = book
            .list::<WantedResult>()?
            .into_iter()
            .map(|result| ResultItem {
                measures: measures
                    .iter()
                    .filter(|measure| measure.record.result_id == Some(result.id))
                    .map(|measure| NamedRecord {
                        id: measure.id.to_string(),
                        name: measure.record.name.clone(),
                    })
                    .collect(),
                strategies: strategies
                    .iter()
                    .filter(|strategy| strategy.record.result_id == result.id)
                    .map(|strategy| StrategyItem {
                        id: strategy.id.to_string(),
                        form: StrategyForm {
                            result: result.id.to_string(),
                            name: strategy.record.name.clone(),
                            description: strategy.record.description.clone(),
                        },
                        activities: u32::try_from(
                            activities
                                .iter()
                                .filter(|activity| {
                                    activity.activity.record.strategy_id == Some(strategy.id)
                                })
                                .count(),
                        )
                        .unwrap_or(0),
                    })
                    .collect(),
                id: result.id.to_string(),
                form: ResultForm {
                    name: result.record.name,
                    population: result.record.population,
                },
            });
        Ok(Agenda {
            results: results.collect(),
            initiative: InitiativeForm {
                name: initiative.name,
                backbone_organization: initiative.backbone_organization,
                geography: initiative.geography,
            },
            adopted: agenda.adopted_on.map(|day| dates::short(day.0)),
            text: AgendaText {
                vision: agenda.vision,
                problem: agenda.problem,
                population: agenda.population,
                geography: agenda.geography,
                scope_in: agenda.scope_in,
                scope_out: agenda.scope_out,
                principles: agenda.principles,
                adopted_on: agenda.adopted_on.map(|day| day_text(Some(day))),
            },
        })
    })
}

#[tauri::command]
pub fn write_agenda<R: Runtime>(
    app: AppHandle<R>,
    request: AgendaText,
    session: State<'_, Session>,
) -> Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let adopted_on = day(
            "adopted_on",
            request.adopted_on.as_deref().unwrap_or_default(),
        )?;
        book.write_agenda(
            agenda::Agenda {
                vision: request.vision,
                problem: request.problem,
                population: request.population,
                geography: request.geography,
                scope_in: request.scope_in,
                scope_out: request.scope_out,
                principles: request.principles,
                adopted_on,
            },
            context,
        )
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn change_initiative<R: Runtime>(
    app: AppHandle<R>,
    request: InitiativeForm,
    session: State<'_, Session>,
) -> Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let mut initiative = book.initiative()?;
        initiative.name = request.name;
        initiative.backbone_organization = request.backbone_organization;
        initiative.geography = request.geography;
        book.change_initiative(initiative, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn add_result<R: Runtime>(
    app: AppHandle<R>,
    request: ResultForm,
    session: State<'_, Session>,
) -> Result<Added, WireError> {
    let id = session.write(&app, |book, context| {
        let position = book.next_position::<WantedResult>()?;
        book.add(
            WantedResult {
                name: request.name,
                population: request.population,
                position,
            },
            context,
        )
    })?;
    Ok(Added { id: id.to_string() })
}

#[tauri::command]
pub fn change_result<R: Runtime>(
    app: AppHandle<R>,
    request: ChangeResult,
    session: State<'_, Session>,
) -> Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let id = ResultId::parse(&request.id)?;
        let position = book.get::<WantedResult>(id)?.position;
        book.change(
            id,
            WantedResult {
                name: request.form.name,
                population: request.form.population,
                position,
            },
            context,
        )
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn remove_result<R: Runtime>(
    app: AppHandle<R>,
    request: RecordRequest,
    session: State<'_, Session>,
) -> Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        book.remove::<WantedResult>(ResultId::parse(&request.id)?, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn add_strategy<R: Runtime>(
    app: AppHandle<R>,
    request: StrategyForm,
    session: State<'_, Session>,
) -> Result<Added, WireError> {
    let id = session.write(&app, |book, context| {
        let position = book.next_position::<Strategy>()?;
        book.add(strategy(request, position)?, context)
    })?;
    Ok(Added { id: id.to_string() })
}

#[tauri::command]
pub fn change_strategy<R: Runtime>(
    app: AppHandle<R>,
    request: ChangeStrategy,
    session: State<'_, Session>,
) -> Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let id = StrategyId::parse(&request.id)?;
        let position = book.get::<Strategy>(id)?.position;
        book.change(id, strategy(request.form, position)?, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn remove_strategy<R: Runtime>(
    app: AppHandle<R>,
    request: RecordRequest,
    session: State<'_, Session>,
) -> Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        book.remove::<Strategy>(StrategyId::parse(&request.id)?, context)
    })?;
    Ok(Nothing {})
}

fn strategy(form: StrategyForm, position: i64) -> backbone_core::Result<Strategy> {
    Ok(Strategy {
        result_id: ResultId::parse(&form.result)?,
        name: form.name,
        description: form.description,
        position,
    })
}
