//! Activities.

use backbone_contract::{
    Activity, ActivityForm, Added, ChangeActivity, Nothing, RecordRequest, WireError,
};
use backbone_core::{
    ActivityId, Day, Id, Result,
    activities::{self, ActivityStatus, Reach},
};
use backbone_figures::dates;
use tauri::{AppHandle, Runtime, State};

use super::convert::{day, day_text, ids, optional_id, texts};
use crate::session::Session;

#[tauri::command]
pub fn list_activities(
    request: Nothing,
    session: State<'_, Session>,
) -> std::result::Result<Vec<Activity>, WireError> {
    let Nothing {} = request;
    session.read(|book| {
        let facts = book.activity_facts()?;
        let tags = book.tags_by_activity()?;
        let mut reach = book.reach_by_activity()?;
        let listed = facts.into_iter().map(|facts| {
            let record = facts.activity.record;
            let own = reach.remove(&facts.activity.id).unwrap_or_default();
            Activity {
                id: facts.activity.id.to_string(),
                tags: texts(tags.get(&facts.activity.id)),
                lead_name: facts.lead.as_ref().map(|lead| lead.name.clone()),
                partner_names: facts
                    .partners
                    .iter()
                    .map(|partner| partner.name.clone())
                    .collect(),
                strategy_name: facts
                    .strategy
                    .as_ref()
                    .map(|strategy| strategy.name.clone()),
                measure_names: facts
                    .measures
                    .iter()
                    .map(|measure| measure.name.clone())
                    .collect(),
                span: span(record.starts, record.ends),
                form: ActivityForm {
                    name: record.name,
                    description: record.description,
                    strategy: record.strategy_id.map(|id| id.to_string()),
                    lead: record.lead_id.map(|id| id.to_string()),
                    partners: facts
                        .partners
                        .iter()
                        .map(|partner| partner.id.to_string())
                        .collect(),
                    measures: facts
                        .measures
                        .iter()
                        .map(|measure| measure.id.to_string())
                        .collect(),
                    populations: own.populations.iter().map(ToString::to_string).collect(),
                    places: own.places.iter().map(ToString::to_string).collect(),
                    status: record.status.word().to_owned(),
                    starts: day_text(record.starts),
                    ends: day_text(record.ends),
                    progress: record.progress,
                },
            }
        });
        Ok(listed.collect())
    })
}

/// “Sep 2025 – Jun 2026”
fn span(starts: Option<Day>, ends: Option<Day>) -> String {
    let month = |day: Option<Day>| day.map(|day| dates::month(day.0)).unwrap_or_default();
    match (month(starts), month(ends)) {
        (starts, ends) if ends.is_empty() => starts,
        (starts, ends) if starts.is_empty() => format!("– {ends}"),
        (starts, ends) => format!("{starts} – {ends}"),
    }
}

#[tauri::command]
pub fn add_activity<R: Runtime>(
    app: AppHandle<R>,
    request: ActivityForm,
    session: State<'_, Session>,
) -> std::result::Result<Added, WireError> {
    let id = session.write(&app, |book, context| {
        let (partners, measures) = (ids(&request.partners)?, ids(&request.measures)?);
        let reach = reach(&request)?;
        book.add_activity_with_reach(activity(request)?, &partners, &measures, &reach, context)
    })?;
    Ok(Added { id: id.to_string() })
}

#[tauri::command]
pub fn change_activity<R: Runtime>(
    app: AppHandle<R>,
    request: ChangeActivity,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let (partners, measures) = (ids(&request.form.partners)?, ids(&request.form.measures)?);
        let reach = reach(&request.form)?;
        book.change_activity(
            ActivityId::parse(&request.id)?,
            activity(request.form)?,
            &partners,
            &measures,
            Some(&reach),
            context,
        )
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn remove_activity<R: Runtime>(
    app: AppHandle<R>,
    request: RecordRequest,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        book.remove::<activities::Activity>(ActivityId::parse(&request.id)?, context)
    })?;
    Ok(Nothing {})
}

fn reach(form: &ActivityForm) -> Result<Reach> {
    Ok(Reach {
        populations: ids(&form.populations)?,
        places: ids(&form.places)?,
    })
}

fn activity(form: ActivityForm) -> Result<activities::Activity> {
    Ok(activities::Activity {
        name: form.name,
        description: form.description,
        strategy_id: optional_id(form.strategy.as_deref())?,
        lead_id: optional_id(form.lead.as_deref())?,
        status: ActivityStatus::from_word("status", &form.status)?,
        starts: day("starts", &form.starts)?,
        ends: day("ends", &form.ends)?,
        progress: form.progress,
    })
}
