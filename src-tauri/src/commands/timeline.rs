//! The timeline of activities.

use backbone_contract::{
    NamedRecord, Nothing, RescheduleActivity, Timeline, TimelineLink, TimelineMilestone,
    TimelineRow, WireError,
};
use backbone_core::{
    ActivityId, Day, Id, activities::ActivityInTime, agenda::Strategy, partners::Partner,
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
        let name_of = |lead| {
            let found = partners.iter().find(|partner| Some(partner.id) == lead);
            found.map(|partner| partner.record.name.clone())
        };
        let rows: Vec<TimelineRow> = facts
            .activities
            .iter()
            .map(|one| row(one, name_of(one.activity.record.lead_id), today))
            .collect();
        let is_lead = |id: &String| rows.iter().any(|row| row.lead == *id);
        let leads = partners
            .iter()
            .map(|partner| NamedRecord {
                id: partner.id.to_string(),
                name: partner.record.name.clone(),
            })
            .filter(|lead| is_lead(&lead.id))
            .collect();
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
            rows,
        })
    })
}

fn row(one: &ActivityInTime, lead_name: Option<String>, today: NaiveDate) -> TimelineRow {
    let record = &one.activity.record;
    let id = |id: Option<String>| id.unwrap_or_default();
    TimelineRow {
        id: one.activity.id.to_string(),
        name: record.name.clone(),
        strategy: id(record.strategy_id.map(|id| id.to_string())),
        lead: id(record.lead_id.map(|id| id.to_string())),
        lead_name: lead_name.unwrap_or_default(),
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
