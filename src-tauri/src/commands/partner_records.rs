//! Status history, commitments and touchpoints of partners.

use backbone_contract::{
    Added, ChangeCommitment, ChangeStatus, ChangeTouchpoint, CommitmentForm, Nothing,
    RecordRequest, StatusForm, TouchpointForm, WireError,
};
use backbone_core::{
    CommitmentId, Id, PartnerId, Result, StatusEntryId, TouchpointId,
    partners::{Channel, Commitment, CommitmentKind, PartnerStatus, StatusEntry, Touchpoint},
};
use tauri::{AppHandle, Runtime, State};

use super::convert::{day, optional_id, required_day};
use crate::session::Session;

#[tauri::command]
pub fn add_status_entry<R: Runtime>(
    app: AppHandle<R>,
    request: StatusForm,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        book.write_status(None, status(request)?, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn change_status_entry<R: Runtime>(
    app: AppHandle<R>,
    request: ChangeStatus,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let id = StatusEntryId::parse(&request.id)?;
        book.write_status(Some(id), status(request.form)?, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn remove_status_entry<R: Runtime>(
    app: AppHandle<R>,
    request: RecordRequest,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        book.remove_status(StatusEntryId::parse(&request.id)?, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn add_commitment<R: Runtime>(
    app: AppHandle<R>,
    request: CommitmentForm,
    session: State<'_, Session>,
) -> std::result::Result<Added, WireError> {
    let id = session.write(&app, |book, context| {
        book.add(commitment(request)?, context)
    })?;
    Ok(Added { id: id.to_string() })
}

#[tauri::command]
pub fn change_commitment<R: Runtime>(
    app: AppHandle<R>,
    request: ChangeCommitment,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let id = CommitmentId::parse(&request.id)?;
        book.change(id, commitment(request.form)?, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn remove_commitment<R: Runtime>(
    app: AppHandle<R>,
    request: RecordRequest,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        book.remove::<Commitment>(CommitmentId::parse(&request.id)?, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn add_touchpoint<R: Runtime>(
    app: AppHandle<R>,
    request: TouchpointForm,
    session: State<'_, Session>,
) -> std::result::Result<Added, WireError> {
    let id = session.write(&app, |book, context| {
        book.add(touchpoint(request)?, context)
    })?;
    Ok(Added { id: id.to_string() })
}

#[tauri::command]
pub fn change_touchpoint<R: Runtime>(
    app: AppHandle<R>,
    request: ChangeTouchpoint,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let id = TouchpointId::parse(&request.id)?;
        book.change(id, touchpoint(request.form)?, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn remove_touchpoint<R: Runtime>(
    app: AppHandle<R>,
    request: RecordRequest,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        book.remove::<Touchpoint>(TouchpointId::parse(&request.id)?, context)
    })?;
    Ok(Nothing {})
}

fn status(form: StatusForm) -> Result<StatusEntry> {
    Ok(StatusEntry {
        partner_id: PartnerId::parse(&form.partner)?,
        status: PartnerStatus::from_word("status", &form.status)?,
        since: required_day("since", &form.since)?,
        note: form.note,
    })
}

fn commitment(form: CommitmentForm) -> Result<Commitment> {
    Ok(Commitment {
        partner_id: PartnerId::parse(&form.partner)?,
        kind: CommitmentKind::from_word("kind", &form.kind)?,
        title: form.title,
        signed_on: day("signed_on", &form.signed_on)?,
        expires_on: day("expires_on", &form.expires_on)?,
        note: form.note,
    })
}

fn touchpoint(form: TouchpointForm) -> Result<Touchpoint> {
    Ok(Touchpoint {
        partner_id: PartnerId::parse(&form.partner)?,
        person_id: optional_id(form.person.as_deref())?,
        date: required_day("date", &form.date)?,
        channel: Channel::from_word("channel", &form.channel)?,
        summary: form.summary,
        trust: form.trust,
    })
}
