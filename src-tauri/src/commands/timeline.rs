//! The timeline of activities.

use std::collections::{HashMap, HashSet};

use backbone_contract::{
    NamedRecord, Nothing, RescheduleActivity, Timeline, TimelineLink, TimelineMilestone,
    TimelineRow, WireError,
};
use backbone_core::{
    ActivityId, Day, Id, PartnerId, activities::ActivityInTime, agenda::Strategy, partners::Partner,
};
use chrono::NaiveDate;
use tauri::{AppHandle, Runtime, State};

use super::convert::{day, day_text};
use crate::{clock, session::Session};

#[tauri::command]
pub fn read_timeline(request: Nothing, session: State<'_, Session>) -> Result<Timeline, WireError> {
    let Nothing {} = request;
    let today = clock::today();
    session.read(|book| {
        let facts = book.timeline_facts()?;
        let partners = book.list::<Partner>()?;
        let names: HashMap<PartnerId, &str> = partners
            .iter()
            .map(|partner| (partner.id, partner.record.name.as_str()))
            .collect();
        let lead_of = |one: &ActivityInTime| one.activity.record.lead_id;
        let leading: HashSet<PartnerId> = facts.activities.iter().filter_map(lead_of).collect();
        let leads = partners
            .iter()
            .filter(|partner| leading.contains(&partner.id))
            .map(|partner| NamedRecord {
                id: partner.id.to_string(),
                name: partner.record.name.clone(),
            })
            .collect();
        let name_of = |one| lead_of(one).and_then(|lead| names.get(&lead).copied());
        let rows = facts.activities.iter();
        let rows = rows.map(|one| row(one, name_of(one).unwrap_or_default(), today));
        let strategies = book.list::<Strategy>()?.into_iter();
        let (first, last) = facts.range.unwrap_or((today, today));
        Ok(Timeline {
            today: day_text(Some(Day(today))),
            first: day_text(Some(Day(first.min(today)))),
            last: day_text(Some(Day(last.max(today)))),
            leads,
            strategies: strategies
                .map(|entry| NamedRecord {
                    id: entry.id.to_string(),
                    name: entry.record.name,
                })
                .collect(),
            links: facts
                .links
                .iter()
                .map(|(link, is_too_early)| TimelineLink {
                    from: link.from_id.to_string(),
                    to: link.to_id.to_string(),
                    kind: link.kind.word().to_owned(),
                    is_too_early: *is_too_early,
                })
                .collect(),
            rows: rows.collect(),
        })
    })
}

fn row(one: &ActivityInTime, lead_name: &str, today: NaiveDate) -> TimelineRow {
    let record = &one.activity.record;
    let id = |id: Option<String>| id.unwrap_or_default();
    TimelineRow {
        id: one.activity.id.to_string(),
        name: record.name.clone(),
        strategy: id(record.strategy_id.map(|id| id.to_string())),
        lead: id(record.lead_id.map(|id| id.to_string())),
        lead_name: lead_name.to_owned(),
        status: record.status.word().to_owned(),
        starts: day_text(record.starts),
        ends: day_text(record.ends),
        milestones: one
            .milestones
            .iter()
            .map(|milestone| TimelineMilestone {
                name: milestone.name.clone(),
                due: day_text(Some(milestone.due)),
                state: milestone.state(today).code().to_owned(),
            })
            .collect(),
    }
}

#[tauri::command]
pub fn reschedule_activity<R: Runtime>(
    app: AppHandle<R>,
    request: RescheduleActivity,
    session: State<'_, Session>,
) -> Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        book.reschedule_activity(
            ActivityId::parse(&request.id)?,
            day("starts", &request.starts)?,
            day("ends", &request.ends)?,
            context,
        )
    })?;
    Ok(Nothing {})
}
