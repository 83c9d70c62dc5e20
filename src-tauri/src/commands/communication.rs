//! Meetings, decisions and action items.

use std::cmp::Reverse;

use backbone_contract::{
    ActionItem, ActionItemForm, Added, ChangeActionItem, ChangeDecision, ChangeMeeting,
    Communication, Decision, DecisionForm, Meeting, MeetingForm, Nothing, RecordRequest, WireError,
};
use backbone_core::{
    ActionItemId, DecisionId, Id, MeetingId, Result,
    communication::{self as core, DecisionStatus, MeetingKind, MeetingStatus},
};
use backbone_figures::dates;
use chrono::{NaiveDate, NaiveTime};
use tauri::{AppHandle, Runtime, State};

use super::convert::{day, day_text, optional_id, required_day};
use crate::{clock, session::Session, words};

#[tauri::command]
pub fn read_communication(
    request: Nothing,
    session: State<'_, Session>,
) -> std::result::Result<Communication, WireError> {
    let Nothing {} = request;
    let today = clock::today();
    session.read(|book| {
        let meetings = book.list::<core::Meeting>()?;
        let title_of = |id: Option<MeetingId>| {
            meetings
                .iter()
                .find(|meeting| Some(meeting.id) == id)
                .map(|meeting| meeting.record.title.clone())
        };
        let mut decisions = book.list::<core::Decision>()?;
        decisions.sort_by_key(|decision| {
            (
                decision.record.status != DecisionStatus::Waiting,
                Reverse(decision.record.number.clone()),
            )
        });
        let mut items = book.list::<core::ActionItem>()?;
        items.sort_by_key(|item| {
            (
                item.record.done_on.is_some(),
                item.record.days_late(today).is_none(),
                item.record.due.map_or(NaiveDate::MAX, |due| due.0),
            )
        });
        let (ahead, past): (Vec<_>, Vec<_>) = meetings
            .iter()
            .partition(|meeting| is_upcoming(&meeting.record, today));
        Ok(Communication {
            meetings: ahead
                .into_iter()
                .chain(past.into_iter().rev())
                .map(|meeting| shown(meeting.id, &meeting.record, today))
                .collect(),
            decisions: decisions
                .iter()
                .map(|decision| Decision {
                    id: decision.id.to_string(),
                    meeting_title: title_of(decision.record.meeting_id),
                    number: decision.record.number.clone(),
                    form: DecisionForm {
                        meeting: decision.record.meeting_id.map(|id| id.to_string()),
                        text: decision.record.text.clone(),
                        status: decision.record.status.word().to_owned(),
                        date: day_text(decision.record.date),
                    },
                })
                .collect(),
            action_items: items
                .iter()
                .map(|item| ActionItem {
                    id: item.id.to_string(),
                    meeting_title: title_of(item.record.meeting_id),
                    due_words: due_words(&item.record, today),
                    is_late: item.record.days_late(today).is_some(),
                    form: ActionItemForm {
                        meeting: item.record.meeting_id.map(|id| id.to_string()),
                        title: item.record.title.clone(),
                        owner: item.record.owner.clone(),
                        due: day_text(item.record.due),
                        done_on: day_text(item.record.done_on),
                    },
                })
                .collect(),
        })
    })
}

/// “9 days late”, “Nov 21, 2025”, “Done Nov 3, 2025”.
pub fn due_words(item: &core::ActionItem, today: NaiveDate) -> String {
    match (item.done_on, item.days_late(today), item.due) {
        (Some(done), _, _) => words::get_with("due-done", &[("date", dates::short(done.0).into())]),
        (None, Some(days), _) => words::get_with("paper-days-late", &[("days", days.into())]),
        (None, None, Some(due)) => dates::short(due.0),
        (None, None, None) => words::get("due-open"),
    }
}

fn is_upcoming(meeting: &core::Meeting, today: NaiveDate) -> bool {
    meeting.status == MeetingStatus::Planned && meeting.date.0 >= today
}

fn shown(id: MeetingId, meeting: &core::Meeting, today: NaiveDate) -> Meeting {
    let day = dates::long(meeting.date.0);
    let time = meeting
        .time
        .as_deref()
        .and_then(|time| NaiveTime::parse_from_str(time, "%H:%M").ok());
    Meeting {
        id: id.to_string(),
        when: time.map_or_else(
            || day.clone(),
            |time| format!("{day}, {}", dates::time(time)),
        ),
        is_upcoming: is_upcoming(meeting, today),
        form: MeetingForm {
            title: meeting.title.clone(),
            kind: meeting.kind.word().to_owned(),
            date: day_text(Some(meeting.date)),
            time: meeting.time.clone().unwrap_or_default(),
            place: meeting.place.clone(),
            agenda: meeting.agenda.clone(),
            minutes: meeting.minutes.clone(),
            status: meeting.status.word().to_owned(),
            group: meeting.working_group_id.map(|id| id.to_string()),
        },
    }
}

#[tauri::command]
pub fn add_meeting<R: Runtime>(
    app: AppHandle<R>,
    request: MeetingForm,
    session: State<'_, Session>,
) -> std::result::Result<Added, WireError> {
    let id = session.write(&app, |book, context| book.add(meeting(request)?, context))?;
    Ok(Added { id: id.to_string() })
}

#[tauri::command]
pub fn change_meeting<R: Runtime>(
    app: AppHandle<R>,
    request: ChangeMeeting,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        book.change(
            MeetingId::parse(&request.id)?,
            meeting(request.form)?,
            context,
        )
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn remove_meeting<R: Runtime>(
    app: AppHandle<R>,
    request: RecordRequest,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        book.remove::<core::Meeting>(MeetingId::parse(&request.id)?, context)
    })?;
    Ok(Nothing {})
}

fn meeting(form: MeetingForm) -> Result<core::Meeting> {
    Ok(core::Meeting {
        title: form.title,
        kind: MeetingKind::from_word("kind", &form.kind)?,
        date: required_day("date", &form.date)?,
        time: Some(form.time.trim().to_owned()).filter(|time| !time.is_empty()),
        place: form.place,
        agenda: form.agenda,
        minutes: form.minutes,
        status: MeetingStatus::from_word("status", &form.status)?,
        working_group_id: optional_id(form.group.as_deref())?,
    })
}

#[tauri::command]
pub fn add_decision<R: Runtime>(
    app: AppHandle<R>,
    request: DecisionForm,
    session: State<'_, Session>,
) -> std::result::Result<Added, WireError> {
    let id = session.write(&app, |book, context| {
        book.add_decision(decision(request, String::new())?, context)
    })?;
    Ok(Added { id: id.to_string() })
}

#[tauri::command]
pub fn change_decision<R: Runtime>(
    app: AppHandle<R>,
    request: ChangeDecision,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let id = DecisionId::parse(&request.id)?;
        let number = book.get::<core::Decision>(id)?.number;
        book.change(id, decision(request.form, number)?, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn remove_decision<R: Runtime>(
    app: AppHandle<R>,
    request: RecordRequest,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        book.remove::<core::Decision>(DecisionId::parse(&request.id)?, context)
    })?;
    Ok(Nothing {})
}

fn decision(form: DecisionForm, number: String) -> Result<core::Decision> {
    Ok(core::Decision {
        meeting_id: optional_id(form.meeting.as_deref())?,
        number,
        text: form.text,
        status: DecisionStatus::from_word("status", &form.status)?,
        date: day("date", &form.date)?,
    })
}

#[tauri::command]
pub fn add_action_item<R: Runtime>(
    app: AppHandle<R>,
    request: ActionItemForm,
    session: State<'_, Session>,
) -> std::result::Result<Added, WireError> {
    let id = session.write(&app, |book, context| {
        book.add(action_item(request)?, context)
    })?;
    Ok(Added { id: id.to_string() })
}

#[tauri::command]
pub fn change_action_item<R: Runtime>(
    app: AppHandle<R>,
    request: ChangeActionItem,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        book.change(
            ActionItemId::parse(&request.id)?,
            action_item(request.form)?,
            context,
        )
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn remove_action_item<R: Runtime>(
    app: AppHandle<R>,
    request: RecordRequest,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        book.remove::<core::ActionItem>(ActionItemId::parse(&request.id)?, context)
    })?;
    Ok(Nothing {})
}

fn action_item(form: ActionItemForm) -> Result<core::ActionItem> {
    Ok(core::ActionItem {
        meeting_id: optional_id(form.meeting.as_deref())?,
        title: form.title,
        owner: form.owner,
        due: day("due", &form.due)?,
        done_on: day("done_on", &form.done_on)?,
    })
}
