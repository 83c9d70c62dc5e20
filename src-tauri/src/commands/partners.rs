//! The directory of partners and the people in them.

use std::collections::HashMap;

use backbone_contract::{
    Added, ChangePartner, ChangePerson, Choice, Directory, DirectoryLine, EditPartners, ListEntry,
    Nothing, PartnerForm, PartnerPage, PersonForm, RecordRequest, WireError,
};
use backbone_core::{
    Day, Id, PartnerId, PersonId, Result, Workbook,
    communication::WorkingGroup,
    partners::{self, Channel, PartnerEdit, PartnerStatus, PartnerType, Sector, Tag},
    reporting::{self, Endorsed},
};
use backbone_figures::dates;
use tauri::{AppHandle, Runtime, State};

use super::{
    convert::{day, day_text, optional_id},
    partner_page,
};
use crate::{clock, session::Session, words};

#[tauri::command]
pub fn read_directory(
    request: Nothing,
    session: State<'_, Session>,
) -> std::result::Result<Directory, WireError> {
    let Nothing {} = request;
    let today = clock::today();
    session.read(|book| {
        let facts = book.directory(today)?;
        let uses = |is_used: &dyn Fn(&reporting::DirectoryLine) -> bool| {
            u32::try_from(facts.iter().filter(|line| is_used(line)).count()).unwrap_or(u32::MAX)
        };
        let sectors: Vec<ListEntry> = book
            .list::<Sector>()?
            .into_iter()
            .map(|entry| ListEntry {
                partners: uses(&|line| line.partner.record.sector_id == Some(entry.id)),
                id: entry.id.to_string(),
                name: sector_name(&entry.record),
                usual_name: usual_name("sector", entry.record.code.as_deref()),
            })
            .collect();
        let kinds: Vec<ListEntry> = book
            .list::<PartnerType>()?
            .into_iter()
            .map(|entry| ListEntry {
                partners: uses(&|line| line.partner.record.type_id == Some(entry.id)),
                id: entry.id.to_string(),
                name: kind_name(&entry.record),
                usual_name: usual_name("partner-type", entry.record.code.as_deref()),
            })
            .collect();
        let tags = book
            .list::<Tag>()?
            .into_iter()
            .map(|entry| ListEntry {
                partners: uses(&|line| line.tags.contains(&entry.id)),
                id: entry.id.to_string(),
                name: entry.record.name,
                usual_name: None,
            })
            .collect();
        let groups = book
            .list::<WorkingGroup>()?
            .into_iter()
            .map(|entry| Choice {
                id: entry.id.to_string(),
                name: entry.record.name,
            });
        Ok(Directory {
            groups: groups.collect(),
            has_agenda: facts.iter().any(|line| line.endorsed != Endorsed::Nothing),
            lines: facts
                .iter()
                .map(|line| shown(line, &names_of(&sectors), &names_of(&kinds)))
                .collect(),
            sectors,
            kinds,
            tags,
        })
    })
}

fn names_of(entries: &[ListEntry]) -> HashMap<&str, &str> {
    entries
        .iter()
        .map(|entry| (entry.id.as_str(), entry.name.as_str()))
        .collect()
}

fn shown(
    line: &reporting::DirectoryLine,
    sectors: &HashMap<&str, &str>,
    kinds: &HashMap<&str, &str>,
) -> DirectoryLine {
    let record = &line.partner.record;
    let sector = record.sector_id.map(|id| id.to_string());
    let kind = record.type_id.map(|id| id.to_string());
    let name = |names: &HashMap<&str, &str>, id: &Option<String>| {
        let found = id.as_deref().and_then(|id| names.get(id));
        found.map(|name| (*name).to_owned()).unwrap_or_default()
    };
    DirectoryLine {
        id: line.partner.id.to_string(),
        name: record.name.clone(),
        sector_name: name(sectors, &sector),
        kind_name: name(kinds, &kind),
        sector,
        kind,
        status: record.status.word().to_owned(),
        since: day_text(record.since),
        since_words: record
            .since
            .map(|day| dates::month(day.0))
            .unwrap_or_default(),
        people: line.people.clone(),
        leads: line.leads,
        takes_part: line.takes_part,
        owed: line.owed,
        late: line.late,
        last_touch: day_text(line.last_touch.map(|(day, _)| day)),
        last_touch_words: line
            .last_touch
            .map(|(day, channel)| touch_words(day, channel))
            .unwrap_or_default(),
        endorsed: endorsed_code(line.endorsed).to_owned(),
        endorsed_words: endorsed_words(line.endorsed),
        tags: line.tags.iter().map(ToString::to_string).collect(),
        groups: line.groups.iter().map(ToString::to_string).collect(),
        commitments: line.commitments.map(|expiry| expiry.code().to_owned()),
    }
}

/// “Nov 6, 2026, call”.
pub fn touch_words(day: Day, channel: Channel) -> String {
    let channel = words::get(&format!("channel-short-{}", channel.word()));
    let arguments = [
        ("date", dates::short(day.0).into()),
        ("channel", channel.into()),
    ];
    words::get_with("touch-words", &arguments)
}

/// Identifier of how a partner stands to the agenda.
pub fn endorsed_code(endorsed: Endorsed) -> &'static str {
    match endorsed {
        Endorsed::Nothing => "nothing",
        Endorsed::Not => "not",
        Endorsed::Earlier(_) => "earlier",
        Endorsed::Current(_) => "current",
    }
}

/// “Apr 2, 2025”, “Version 2 only”, “Not yet”.
pub fn endorsed_words(endorsed: Endorsed) -> String {
    match endorsed {
        Endorsed::Nothing => String::new(),
        Endorsed::Not => words::get("endorsed-not"),
        Endorsed::Earlier(version) => {
            words::get_with("endorsed-earlier", &[("version", version.into())])
        }
        Endorsed::Current(day) => dates::short(day.0),
    }
}

/// What a sector is called.
pub fn sector_name(sector: &Sector) -> String {
    called("sector", sector.code.as_deref(), &sector.name)
}

/// What a type of partner is called.
pub fn kind_name(kind: &PartnerType) -> String {
    called("partner-type", kind.code.as_deref(), &kind.name)
}

fn called(list: &str, code: Option<&str>, name: &str) -> String {
    match usual_name(list, code) {
        Some(usual) if name.is_empty() => usual,
        _ => name.to_owned(),
    }
}

fn usual_name(list: &str, code: Option<&str>) -> Option<String> {
    let id = format!("{list}-{}", code?);
    words::has(&id).then(|| words::get(&id))
}

#[tauri::command]
pub fn read_partner(
    request: RecordRequest,
    session: State<'_, Session>,
) -> std::result::Result<PartnerPage, WireError> {
    let today = clock::today();
    session.read(|book| partner_page::shown(book, PartnerId::parse(&request.id)?, today))
}

#[tauri::command]
pub fn add_partner<R: Runtime>(
    app: AppHandle<R>,
    request: PartnerForm,
    session: State<'_, Session>,
) -> std::result::Result<Added, WireError> {
    let id = session.write(&app, |book, context| {
        book.add_partner(partner(request)?, context)
    })?;
    Ok(Added { id: id.to_string() })
}

#[tauri::command]
pub fn change_partner<R: Runtime>(
    app: AppHandle<R>,
    request: ChangePartner,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let id = PartnerId::parse(&request.id)?;
        book.change_partner(id, partner(request.form)?, context)
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
pub fn edit_partners<R: Runtime>(
    app: AppHandle<R>,
    request: EditPartners,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let ids: Vec<PartnerId> = super::convert::ids(&request.ids)?;
        let edit = PartnerEdit {
            status: request
                .status
                .as_deref()
                .map(|word| PartnerStatus::from_word("status", word))
                .transpose()?,
            sector: request
                .sector
                .as_deref()
                .map(|id| optional_id(Some(id)))
                .transpose()?,
            kind: request
                .kind
                .as_deref()
                .map(|id| optional_id(Some(id)))
                .transpose()?,
        };
        book.edit_partners(&ids, &edit, context)
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
        status: PartnerStatus::from_word("status", &form.status)?,
        since: day("since", &form.since)?,
        until: day("until", &form.until)?,
        note: form.note,
        sector_id: optional_id(form.sector.as_deref())?,
        type_id: optional_id(form.kind.as_deref())?,
        website: form.website,
        email: form.email,
        phone: form.phone,
        address: form.address,
        size: form.size,
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

/// Partners with their people, to choose from.
pub fn choices(book: &Workbook) -> Result<Vec<backbone_contract::PartnerChoice>> {
    let people = book.list::<partners::Person>()?;
    let partners = book.list::<partners::Partner>()?;
    Ok(partners
        .into_iter()
        .map(|partner| backbone_contract::PartnerChoice {
            people: people
                .iter()
                .filter(|person| person.record.partner_id == partner.id)
                .map(|person| Choice {
                    id: person.id.to_string(),
                    name: person.record.name.clone(),
                })
                .collect(),
            id: partner.id.to_string(),
            name: partner.record.name,
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_sector_and_type_has_its_words() {
        for code in partners::SECTORS {
            assert!(usual_name("sector", Some(code)).is_some(), "{code}");
        }
        for code in partners::TYPES {
            assert!(usual_name("partner-type", Some(code)).is_some(), "{code}");
        }
    }
}
