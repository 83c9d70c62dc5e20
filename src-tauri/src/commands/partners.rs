//! Partners and people.

use backbone_contract::{
    Added, ChangePartner, ChangePerson, Nothing, Partner, PartnerForm, Person, PersonForm,
    RecordRequest, WireError,
};
use backbone_core::{
    Id, PartnerId, PersonId, Result,
    partners::{self, PartnerStatus, Sector},
};
use tauri::{AppHandle, Runtime, State};

use super::convert::{day, day_text};
use crate::session::Session;

#[tauri::command]
pub fn list_partners(
    request: Nothing,
    session: State<'_, Session>,
) -> std::result::Result<Vec<Partner>, WireError> {
    let Nothing {} = request;
    session.read(|book| {
        let people = book.list::<partners::Person>()?;
        let facts = book.partner_facts()?;
        let listed = facts.into_iter().map(|facts| {
            let (id, record) = (facts.partner.id, facts.partner.record);
            let leads = facts
                .activities
                .iter()
                .filter(|activity| activity.is_lead)
                .count();
            Partner {
                people: people
                    .iter()
                    .filter(|person| person.record.partner_id == id)
                    .map(|person| Person {
                        id: person.id.to_string(),
                        form: PersonForm {
                            partner: id.to_string(),
                            name: person.record.name.clone(),
                            role: person.record.role.clone(),
                            email: person.record.email.clone(),
                            phone: person.record.phone.clone(),
                        },
                    })
                    .collect(),
                id: id.to_string(),
                form: PartnerForm {
                    name: record.name,
                    sector: record.sector.word().to_owned(),
                    status: record.status.word().to_owned(),
                    since: day_text(record.since),
                    until: day_text(record.until),
                    note: record.note,
                },
                leads: u32::try_from(leads).unwrap_or(0),
                takes_part: u32::try_from(facts.activities.len() - leads).unwrap_or(0),
            }
        });
        Ok(listed.collect())
    })
}

#[tauri::command]
pub fn add_partner<R: Runtime>(
    app: AppHandle<R>,
    request: PartnerForm,
    session: State<'_, Session>,
) -> std::result::Result<Added, WireError> {
    let id = session.write(&app, |book, context| book.add(partner(request)?, context))?;
    Ok(Added { id: id.to_string() })
}

#[tauri::command]
pub fn change_partner<R: Runtime>(
    app: AppHandle<R>,
    request: ChangePartner,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        book.change(
            PartnerId::parse(&request.id)?,
            partner(request.form)?,
            context,
        )
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn remove_partner<R: Runtime>(
    app: AppHandle<R>,
    request: RecordRequest,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        book.remove::<partners::Partner>(PartnerId::parse(&request.id)?, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn add_person<R: Runtime>(
    app: AppHandle<R>,
    request: PersonForm,
    session: State<'_, Session>,
) -> std::result::Result<Added, WireError> {
    let id = session.write(&app, |book, context| book.add(person(request)?, context))?;
    Ok(Added { id: id.to_string() })
}

#[tauri::command]
pub fn change_person<R: Runtime>(
    app: AppHandle<R>,
    request: ChangePerson,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        book.change(
            PersonId::parse(&request.id)?,
            person(request.form)?,
            context,
        )
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn remove_person<R: Runtime>(
    app: AppHandle<R>,
    request: RecordRequest,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        book.remove::<partners::Person>(PersonId::parse(&request.id)?, context)
    })?;
    Ok(Nothing {})
}

fn partner(form: PartnerForm) -> Result<partners::Partner> {
    Ok(partners::Partner {
        name: form.name,
        sector: Sector::from_word("sector", &form.sector)?,
        status: PartnerStatus::from_word("status", &form.status)?,
        since: day("since", &form.since)?,
        until: day("until", &form.until)?,
        note: form.note,
    })
}

fn person(form: PersonForm) -> Result<partners::Person> {
    Ok(partners::Person {
        partner_id: PartnerId::parse(&form.partner)?,
        name: form.name,
        role: form.role,
        email: form.email,
        phone: form.phone,
    })
}
