//! Common Agenda: all of it to read; results and strategies to change.

use backbone_contract::{
    Added, Agenda, AgendaText, AgendaVersion, ChangeResult, ChangeStrategy, EarlierSignature,
    InitiativeForm, NamedRecord, Nothing, Outstanding, RecordRequest, ResultForm, ResultItem,
    SignatureForm, SignatureLine, StrategyForm, StrategyItem, VersionResult, WireError,
};
use backbone_core::{
    AgendaId, Entry, Id, ResultId, StrategyId, Workbook,
    agenda::{Strategy, WantedResult},
    measurement::Measure,
    partners::{Partner, PartnerStatus, Person},
    reporting::{OutstandingPartner, SignedVersion},
};
use backbone_figures::dates;
use tauri::{AppHandle, Runtime, State};

use super::convert::day_text;
use crate::{clock, session::Session};

#[tauri::command]
pub fn read_agenda(request: Nothing, session: State<'_, Session>) -> Result<Agenda, WireError> {
    let Nothing {} = request;
    session.read(|book| {
        let initiative = book.initiative()?;
        let facts = book.agenda_facts()?;
        let partners = book.list::<Partner>()?;
        let people = book.list::<Person>()?;
        let mut versions: Vec<AgendaVersion> = facts
            .versions
            .iter()
            .map(|signed| version(signed, facts.in_force))
            .collect();
        versions.reverse();
        let is_active = |entry: &&Entry<Partner>| entry.record.status == PartnerStatus::Active;
        let active = partners.iter().filter(is_active).count();
        Ok(Agenda {
            results: results(book)?,
            initiative: InitiativeForm {
                name: initiative.name,
                backbone_organization: initiative.backbone_organization,
                geography: initiative.geography,
            },
            versions,
            outstanding: facts
                .outstanding
                .iter()
                .map(|one| outstanding(one, &people))
                .collect(),
            active_partners: u32::try_from(active).unwrap_or(u32::MAX),
            today: clock::today().format("%Y-%m-%d").to_string(),
        })
    })
}

fn version(signed: &SignedVersion, in_force: Option<AgendaId>) -> AgendaVersion {
    let Entry { id, record } = &signed.version.agenda;
    let state = match record.adopted_on {
        None => "draft",
        Some(_) if in_force == Some(*id) => "in_force",
        Some(_) => "earlier",
    };
    let signatures = signed.signatures.iter().map(|one| {
        let record = &one.endorsement.record;
        SignatureLine {
            id: one.endorsement.id.to_string(),
            partner: named(&one.partner),
            signed: dates::short(record.signed_on.0),
            form: SignatureForm {
                signed_by: record.signed_by.clone(),
                signed_on: day_text(Some(record.signed_on)),
                note: record.note.clone(),
            },
        }
    });
    let active = signed
        .signatures
        .iter()
        .filter(|one| one.partner.record.status == PartnerStatus::Active);
    AgendaVersion {
        id: id.to_string(),
        version: record.version,
        state: state.to_owned(),
        adopted: record.adopted_on.map(|day| dates::short(day.0)),
        text: AgendaText {
            vision: record.vision.clone(),
            problem: record.problem.clone(),
            population: record.population.clone(),
            geography: record.geography.clone(),
            scope_in: record.scope_in.clone(),
            scope_out: record.scope_out.clone(),
            principles: record.principles.clone(),
        },
        note: record.note.clone(),
        results: signed
            .version
            .results
            .iter()
            .map(|(name, population)| VersionResult {
                name: name.clone(),
                population: population.clone(),
            })
            .collect(),
        signed_active: u32::try_from(active.count()).unwrap_or(u32::MAX),
        signatures: signatures.collect(),
    }
}

fn outstanding(one: &OutstandingPartner, people: &[Entry<Person>]) -> Outstanding {
    let own = people
        .iter()
        .filter(|person| person.record.partner_id == one.partner.id);
    Outstanding {
        partner: named(&one.partner),
        people: own
            .map(|person| match person.record.role.as_str() {
                "" => person.record.name.clone(),
                role => format!("{}, {role}", person.record.name),
            })
            .collect(),
        earlier: one.earlier.map(|(version, day)| EarlierSignature {
            version,
            signed: dates::short(day.0),
        }),
    }
}

fn named(partner: &Entry<Partner>) -> NamedRecord {
    NamedRecord {
        id: partner.id.to_string(),
        name: partner.record.name.clone(),
    }
}

fn results(book: &Workbook) -> backbone_core::Result<Vec<ResultItem>> {
    let strategies = book.list::<Strategy>()?;
    let measures = book.list::<Measure>()?;
    let activities = book.activities()?;
    let under = |strategy: StrategyId| {
        let own = activities
            .iter()
            .filter(|tied| tied.activity.record.strategy_id == Some(strategy));
        u32::try_from(own.count()).unwrap_or(u32::MAX)
    };
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
                    activities: under(strategy.id),
                })
                .collect(),
            id: result.id.to_string(),
            form: ResultForm {
                name: result.record.name,
                population: result.record.population,
            },
        });
    Ok(results.collect())
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
