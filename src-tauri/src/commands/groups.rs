//! Working groups, their seats, and who was at which meeting.

use backbone_contract::{
    Added, AttendanceRow, AttendanceSheet, ChangeGroup, ChangeMember, GroupForm, GroupLine,
    GroupMeeting, GroupPage, MemberForm, MemberLine, Nothing, RecordAttendance, RecordRequest,
    WireError,
};
use backbone_core::{
    Error, Id, MeetingId, MembershipId, PartnerId, Result, WorkingGroupId,
    communication::{Cadence, Meeting, Membership, Presence, Seat, SeatRole, WorkingGroup},
    reporting::{Attendee, GroupFacts, MeetingFacts, MemberFacts},
};
use backbone_figures::dates;
use tauri::{AppHandle, Runtime, State};

use super::{convert::optional_id, partners::choices};
use crate::{clock, session::Session, words};

#[tauri::command]
pub fn list_groups(
    request: Nothing,
    session: State<'_, Session>,
) -> std::result::Result<Vec<GroupLine>, WireError> {
    let Nothing {} = request;
    session.read(|book| {
        let groups = book.group_facts(clock::today())?;
        Ok(groups.iter().map(line).collect())
    })
}

fn line(facts: &GroupFacts) -> GroupLine {
    let chair = facts
        .members
        .iter()
        .find(|member| member.seat.record.role == SeatRole::Chair);
    let mut partners: Vec<PartnerId> = facts
        .members
        .iter()
        .map(|member| member.seat.record.partner_id)
        .collect();
    partners.sort_unstable();
    partners.dedup();
    GroupLine {
        id: facts.group.id.to_string(),
        form: form(&facts.group.record),
        chair: chair
            .map(|chair| {
                chair
                    .person
                    .clone()
                    .unwrap_or_else(|| chair.partner.clone())
            })
            .unwrap_or_default(),
        members: u32::try_from(facts.members.len()).unwrap_or(u32::MAX),
        partners: u32::try_from(partners.len()).unwrap_or(u32::MAX),
        last_met: facts.last_met().map(dates::short).unwrap_or_default(),
        next_met: facts.next_met().map(dates::short).unwrap_or_default(),
    }
}

fn form(record: &WorkingGroup) -> GroupForm {
    GroupForm {
        name: record.name.clone(),
        purpose: record.purpose.clone(),
        cadence: record.cadence.word().to_owned(),
    }
}

#[tauri::command]
pub fn read_working_group(
    request: RecordRequest,
    session: State<'_, Session>,
) -> std::result::Result<GroupPage, WireError> {
    session.read(|book| {
        let id = WorkingGroupId::parse(&request.id)?;
        let facts = book
            .group_facts(clock::today())?
            .into_iter()
            .find(|facts| facts.group.id == id)
            .ok_or(Error::NotFound)?;
        Ok(GroupPage {
            id: id.to_string(),
            form: form(&facts.group.record),
            members: facts.members.iter().map(member_line).collect(),
            meetings: facts.meetings.iter().map(meeting_line).collect(),
            partners: choices(book)?,
        })
    })
}

fn member_line(facts: &MemberFacts) -> MemberLine {
    let record = &facts.seat.record;
    let arguments = [
        ("attended", facts.attended.into()),
        ("of", facts.noted.into()),
    ];
    MemberLine {
        id: facts.seat.id.to_string(),
        form: MemberForm {
            group: record.working_group_id.to_string(),
            partner: record.partner_id.to_string(),
            person: record.person_id.map(|id| id.to_string()),
            role: record.role.word().to_owned(),
        },
        partner_name: facts.partner.clone(),
        person_name: facts.person.clone().unwrap_or_default(),
        attended: match facts.noted {
            0 => String::new(),
            _ => words::get_with("attended-of", &arguments),
        },
    }
}

fn meeting_line(facts: &MeetingFacts) -> GroupMeeting {
    let arguments = [
        ("present", facts.present.into()),
        ("of", facts.noted.into()),
    ];
    GroupMeeting {
        id: facts.meeting.id.to_string(),
        title: facts.meeting.record.title.clone(),
        date_words: dates::short(facts.meeting.record.date.0),
        status: facts.meeting.record.status.word().to_owned(),
        is_upcoming: facts.is_upcoming,
        attendance_words: match facts.noted {
            0 => String::new(),
            _ => words::get_with("attendance-there", &arguments),
        },
    }
}

#[tauri::command]
pub fn add_working_group<R: Runtime>(
    app: AppHandle<R>,
    request: GroupForm,
    session: State<'_, Session>,
) -> std::result::Result<Added, WireError> {
    let id = session.write(&app, |book, context| {
        let position = book.next_position::<WorkingGroup>()?;
        book.add(group(request, position)?, context)
    })?;
    Ok(Added { id: id.to_string() })
}

#[tauri::command]
pub fn change_working_group<R: Runtime>(
    app: AppHandle<R>,
    request: ChangeGroup,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let id = WorkingGroupId::parse(&request.id)?;
        let position = book.get::<WorkingGroup>(id)?.position;
        book.change(id, group(request.form, position)?, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn remove_working_group<R: Runtime>(
    app: AppHandle<R>,
    request: RecordRequest,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        book.remove::<WorkingGroup>(WorkingGroupId::parse(&request.id)?, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn add_membership<R: Runtime>(
    app: AppHandle<R>,
    request: MemberForm,
    session: State<'_, Session>,
) -> std::result::Result<Added, WireError> {
    let id = session.write(&app, |book, context| book.add(member(request)?, context))?;
    Ok(Added { id: id.to_string() })
}

#[tauri::command]
pub fn change_membership<R: Runtime>(
    app: AppHandle<R>,
    request: ChangeMember,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let id = MembershipId::parse(&request.id)?;
        book.change(id, member(request.form)?, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn remove_membership<R: Runtime>(
    app: AppHandle<R>,
    request: RecordRequest,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        book.remove::<Membership>(MembershipId::parse(&request.id)?, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn read_attendance(
    request: RecordRequest,
    session: State<'_, Session>,
) -> std::result::Result<AttendanceSheet, WireError> {
    session.read(|book| {
        let id = MeetingId::parse(&request.id)?;
        let meeting: Meeting = book.get(id)?;
        let attendees = book.attendees(id)?;
        Ok(AttendanceSheet {
            meeting: id.to_string(),
            title: meeting.title,
            date_words: dates::long(meeting.date.0),
            summary: summary(&attendees),
            rows: attendees.iter().map(attendance_row).collect(),
            partners: choices(book)?,
        })
    })
}

fn attendance_row(attendee: &Attendee) -> AttendanceRow {
    AttendanceRow {
        partner: attendee.partner.id.to_string(),
        partner_name: attendee.partner.name.clone(),
        person: attendee.person.as_ref().map(|person| person.id.to_string()),
        person_name: attendee
            .person
            .as_ref()
            .map(|person| person.name.clone())
            .unwrap_or_default(),
        presence: attendee.presence.map(|presence| presence.word().to_owned()),
    }
}

/// “6 there, 1 sent regrets, 1 absent, 2 not noted”.
fn summary(attendees: &[Attendee]) -> String {
    let count = |presence: Option<Presence>| {
        attendees
            .iter()
            .filter(|one| one.presence == presence)
            .count()
    };
    let parts = [
        ("attendance-count-present", count(Some(Presence::Present))),
        ("attendance-count-excused", count(Some(Presence::Excused))),
        ("attendance-count-absent", count(Some(Presence::Absent))),
        ("attendance-count-open", count(None)),
    ];
    let said = parts
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(id, count)| words::get_with(id, &[("count", (*count).into())]));
    said.collect::<Vec<_>>().join(", ")
}

#[tauri::command]
pub fn record_attendance<R: Runtime>(
    app: AppHandle<R>,
    request: RecordAttendance,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let seats: Vec<Seat> = request
            .rows
            .iter()
            .map(|mark| {
                Ok(Seat {
                    partner: PartnerId::parse(&mark.partner)?,
                    person: optional_id(mark.person.as_deref())?,
                    presence: mark
                        .presence
                        .as_deref()
                        .map(|word| Presence::from_word("presence", word))
                        .transpose()?,
                })
            })
            .collect::<Result<_>>()?;
        book.record_attendance(MeetingId::parse(&request.meeting)?, &seats, context)
    })?;
    Ok(Nothing {})
}

fn group(form: GroupForm, position: i64) -> Result<WorkingGroup> {
    Ok(WorkingGroup {
        name: form.name,
        purpose: form.purpose,
        cadence: Cadence::from_word("cadence", &form.cadence)?,
        position,
    })
}

fn member(form: MemberForm) -> Result<Membership> {
    Ok(Membership {
        working_group_id: WorkingGroupId::parse(&form.group)?,
        partner_id: PartnerId::parse(&form.partner)?,
        person_id: optional_id(form.person.as_deref())?,
        role: SeatRole::from_word("role", &form.role)?,
    })
}
