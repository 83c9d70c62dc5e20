//! Two partners or two people that become one, and people who are erased.

use backbone_contract::{JoinPartners, JoinPlan, JoinRequest, Nothing, RecordRequest, WireError};
use backbone_core::{Error, Id, PartnerId, PersonId, Reason, measurement::Keep, partners};
use tauri::{AppHandle, Runtime, State};

use crate::{session::Session, words};

#[tauri::command]
pub fn plan_partner_join(
    request: JoinRequest,
    session: State<'_, Session>,
) -> Result<JoinPlan, WireError> {
    session.read(|book| {
        let (gone, kept) = (
            PartnerId::parse(&request.gone)?,
            PartnerId::parse(&request.kept)?,
        );
        Ok(shown(book.partner_join_plan(gone, kept)?))
    })
}

#[tauri::command]
pub fn plan_person_join(
    request: JoinRequest,
    session: State<'_, Session>,
) -> Result<JoinPlan, WireError> {
    session.read(|book| {
        let (gone, kept) = (
            PersonId::parse(&request.gone)?,
            PersonId::parse(&request.kept)?,
        );
        Ok(shown(book.person_join_plan(gone, kept)?))
    })
}

#[tauri::command]
pub fn merge_partners<R: Runtime>(
    app: AppHandle<R>,
    request: JoinPartners,
    session: State<'_, Session>,
) -> Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let keep = match request.keep.as_deref() {
            None | Some("") => None,
            Some("kept") => Some(Keep::Kept),
            Some("gone") => Some(Keep::Gone),
            Some(_) => {
                return Err(Error::Invalid {
                    field: "keep",
                    reason: Reason::UnknownChoice,
                });
            }
        };
        let (gone, kept) = (
            PartnerId::parse(&request.gone)?,
            PartnerId::parse(&request.kept)?,
        );
        book.merge_partners(gone, kept, keep, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn merge_people<R: Runtime>(
    app: AppHandle<R>,
    request: JoinRequest,
    session: State<'_, Session>,
) -> Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let (gone, kept) = (
            PersonId::parse(&request.gone)?,
            PersonId::parse(&request.kept)?,
        );
        book.merge_people(gone, kept, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn erase_person<R: Runtime>(
    app: AppHandle<R>,
    request: RecordRequest,
    session: State<'_, Session>,
) -> Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        book.erase_person(PersonId::parse(&request.id)?, context)
    })?;
    Ok(Nothing {})
}

/// What moves, in words; tables nobody knows by name are left out.
fn shown(plan: partners::JoinPlan) -> JoinPlan {
    let words = plan.moving.iter().filter_map(|(table, count)| {
        let id = format!("moves-{}", table.replace('_', "-"));
        words::has(&id).then(|| words::get_with(&id, &[("count", (*count).into())]))
    });
    JoinPlan {
        moving: words.collect(),
        conflicts: plan.conflicts,
    }
}
