//! The page of one partner, put into words.

use std::collections::HashMap;

use backbone_contract::{
    ActivityLine, AttendedLine, CommitmentForm, CommitmentLine, OwedLine, PartnerForm, PartnerPage,
    PartnerSignature, PersonForm, PersonLine, ResourceLine, SeatLine, SharedLine, StatusForm,
    StatusLine, SuppliedLine, TouchpointForm, TouchpointLine,
};
use backbone_core::{
    Day, Entry, PartnerId, Result, TagId, Workbook,
    communication::{MeetingStatus, Presence, SeatRole},
    measurement::RequestStanding,
    partners::{Commitment, Expiry, Partner, PartnerType, Person, Sector, Tag},
    reporting::{GivenResource, PartnerPageFacts, SeatFacts},
};
use backbone_figures::{dates, numbers};
use chrono::{Months, NaiveDate};
use rust_decimal::Decimal;

use super::{
    convert::day_text,
    partners::{endorsed_code, endorsed_words, kind_name, sector_name, touch_words},
};
use crate::words;

/// The page as it is shown on `today`.
pub fn shown(book: &Workbook, id: PartnerId, today: NaiveDate) -> Result<PartnerPage> {
    let facts = book.partner_page(id, today)?;
    let tags: HashMap<TagId, String> = book
        .list::<Tag>()?
        .into_iter()
        .map(|entry| (entry.id, entry.record.name))
        .collect();
    let names: HashMap<_, String> = facts
        .activities
        .iter()
        .map(|activity| {
            let entry = &activity.activity.activity;
            (entry.id, entry.record.name.clone())
        })
        .collect();
    let open = |standing| matches!(standing, RequestStanding::Late | RequestStanding::Due);
    let owed = |wanted: &dyn Fn(RequestStanding) -> bool| {
        let figures = facts.requests.iter().filter(|one| wanted(one.standing));
        figures.map(|one| one.figures).sum()
    };
    Ok(PartnerPage {
        id: id.to_string(),
        today: day_text(Some(Day(today))),
        line: line(book, &facts.partner.record)?,
        form: form(&facts.partner.record),
        tags: facts
            .tags
            .iter()
            .filter_map(|tag| tags.get(tag).cloned())
            .collect(),
        people: facts
            .people
            .iter()
            .map(|person| person_line(person, &facts.seats))
            .collect(),
        statuses: facts
            .statuses
            .iter()
            .map(|entry| StatusLine {
                id: entry.id.to_string(),
                since_words: dates::short(entry.record.since.0),
                form: StatusForm {
                    partner: id.to_string(),
                    status: entry.record.status.word().to_owned(),
                    since: day_text(Some(entry.record.since)),
                    note: entry.record.note.clone(),
                },
            })
            .collect(),
        commitments: facts
            .commitments
            .iter()
            .map(|entry| commitment_line(entry, today))
            .collect(),
        seats: facts.seats.iter().map(seat_line).collect(),
        activities: facts
            .activities
            .iter()
            .map(|one| ActivityLine {
                id: one.activity.activity.id.to_string(),
                name: one.activity.activity.record.name.clone(),
                is_lead: one.is_lead,
                strategy: one
                    .activity
                    .strategy
                    .as_ref()
                    .map(|strategy| strategy.name.clone())
                    .unwrap_or_default(),
                status: one.activity.activity.record.status.word().to_owned(),
            })
            .collect(),
        measures: facts
            .measures
            .iter()
            .map(|one| SuppliedLine {
                id: one.measure.id.to_string(),
                name: one.measure.name.clone(),
                is_own: one.is_own,
                readings: one.readings,
                contributes_to: one
                    .contributes_to
                    .iter()
                    .map(|indicator| indicator.name.clone())
                    .collect(),
            })
            .collect(),
        requests: facts
            .requests
            .iter()
            .map(|one| OwedLine {
                id: one.request.id.to_string(),
                title: one.request.record.title.clone(),
                standing: one.standing.code().to_owned(),
                due_words: dates::short(one.request.record.due.0),
                figures: one.figures,
            })
            .collect(),
        meetings: facts
            .meetings
            .iter()
            .map(|one| AttendedLine {
                id: one.meeting.id.to_string(),
                title: one.meeting.record.title.clone(),
                date_words: dates::short(one.meeting.record.date.0),
                presence: one.presence.word().to_owned(),
                people: one.people.clone(),
            })
            .collect(),
        attended_words: attended_words(&facts, today),
        last_touch_words: last_touch_words(&facts, today),
        touchpoints: facts
            .touchpoints
            .iter()
            .map(|entry| TouchpointLine {
                id: entry.id.to_string(),
                date_words: dates::short(entry.record.date.0),
                person_name: facts
                    .people
                    .iter()
                    .find(|person| Some(person.id) == entry.record.person_id)
                    .map(|person| person.record.name.clone())
                    .unwrap_or_default(),
                form: TouchpointForm {
                    partner: id.to_string(),
                    person: entry.record.person_id.map(|id| id.to_string()),
                    date: day_text(Some(entry.record.date)),
                    channel: entry.record.channel.word().to_owned(),
                    summary: entry.record.summary.clone(),
                    trust: entry.record.trust,
                },
            })
            .collect(),
        signatures: facts
            .signatures
            .iter()
            .map(|signature| PartnerSignature {
                version: signature.version,
                signed_by: signature.signed_by.clone(),
                signed_words: dates::short(signature.signed_on.0),
            })
            .collect(),
        endorsed: endorsed_code(facts.endorsed).to_owned(),
        endorsed_words: endorsed_words(facts.endorsed),
        owed: owed(&open),
        late: owed(&|standing| standing == RequestStanding::Late),
        resources: facts
            .resources
            .iter()
            .map(|given| resource_line(given, names.get(&given.activity)))
            .collect(),
        works_with: facts
            .works_with
            .iter()
            .map(|(partner, count)| SharedLine {
                id: partner.id.to_string(),
                name: partner.name.clone(),
                count: *count,
            })
            .collect(),
    })
}

fn form(record: &Partner) -> PartnerForm {
    PartnerForm {
        name: record.name.clone(),
        sector: record.sector_id.map(|id| id.to_string()),
        kind: record.type_id.map(|id| id.to_string()),
        status: record.status.word().to_owned(),
        since: day_text(record.since),
        until: day_text(record.until),
        website: record.website.clone(),
        email: record.email.clone(),
        phone: record.phone.clone(),
        address: record.address.clone(),
        size: record.size.clone(),
        note: record.note.clone(),
    }
}

/// “Nonprofit · Community organization · Partner since March 2014”.
fn line(book: &Workbook, record: &Partner) -> Result<String> {
    let mut parts = Vec::new();
    if let Some(id) = record.sector_id {
        parts.push(sector_name(&book.get::<Sector>(id)?));
    }
    if let Some(id) = record.type_id {
        parts.push(kind_name(&book.get::<PartnerType>(id)?));
    }
    if let Some(since) = record.since {
        let arguments = [("date", dates::month(since.0).into())];
        parts.push(words::get_with("partner-since-date", &arguments));
    }
    Ok(parts.join(" · "))
}

fn person_line(person: &Entry<Person>, seats: &[SeatFacts]) -> PersonLine {
    let own = seats
        .iter()
        .filter(|seat| seat.seat.record.person_id == Some(person.id));
    PersonLine {
        id: person.id.to_string(),
        form: PersonForm {
            partner: person.record.partner_id.to_string(),
            name: person.record.name.clone(),
            role: person.record.role.clone(),
            email: person.record.email.clone(),
            phone: person.record.phone.clone(),
        },
        seats: own
            .map(|seat| match seat.seat.record.role {
                SeatRole::Chair => {
                    let arguments = [("group", seat.group.name.as_str().into())];
                    words::get_with("seat-as-chair", &arguments)
                }
                _ => seat.group.name.clone(),
            })
            .collect(),
    }
}

fn commitment_line(entry: &Entry<Commitment>, today: NaiveDate) -> CommitmentLine {
    let record = &entry.record;
    let expiry_words = match record.expires_on {
        None => words::get("commitment-no-end"),
        Some(_) if record.expiry(today) == Expiry::Holds => String::new(),
        Some(last) => {
            let days = (last.0 - today).num_days();
            match days {
                // Long ago the day says more than a number.
                ..-60 => words::get("expiry-expired"),
                -60..0 => words::get_with("commitment-ended", &[("days", (-days).into())]),
                _ => words::get_with("commitment-ends", &[("days", days.into())]),
            }
        }
    };
    CommitmentLine {
        id: entry.id.to_string(),
        form: CommitmentForm {
            partner: record.partner_id.to_string(),
            kind: record.kind.word().to_owned(),
            title: record.title.clone(),
            signed_on: day_text(record.signed_on),
            expires_on: day_text(record.expires_on),
            note: record.note.clone(),
        },
        signed_words: record
            .signed_on
            .map(|day| dates::short(day.0))
            .unwrap_or_default(),
        expires_words: record
            .expires_on
            .map(|day| dates::short(day.0))
            .unwrap_or_default(),
        expiry: record.expiry(today).code().to_owned(),
        expiry_words,
    }
}

fn seat_line(facts: &SeatFacts) -> SeatLine {
    SeatLine {
        id: facts.seat.id.to_string(),
        group: facts.group.id.to_string(),
        group_name: facts.group.name.clone(),
        person: facts.person.as_ref().map(|person| person.id.to_string()),
        person_name: facts
            .person
            .as_ref()
            .map(|person| person.name.clone())
            .unwrap_or_default(),
        role: facts.seat.record.role.word().to_owned(),
    }
}

fn resource_line(given: &GivenResource, activity: Option<&String>) -> ResourceLine {
    let amount = given.amount.map(|cents| Decimal::new(cents, 2).normalize());
    ResourceLine {
        activity: given.activity.to_string(),
        activity_name: activity.cloned().unwrap_or_default(),
        kind: given.kind.clone(),
        description: given.description.clone(),
        amount_words: amount
            .map(|amount| {
                words::get_with(
                    "resource-amount",
                    &[("figure", numbers::exact(amount).into())],
                )
            })
            .unwrap_or_default(),
        is_secured: given.is_secured,
    }
}

/// “15 of 17 meetings in 12 months”.
fn attended_words(facts: &PartnerPageFacts, today: NaiveDate) -> String {
    let from = today.checked_sub_months(Months::new(12)).unwrap_or(today);
    let lately: Vec<_> = facts
        .meetings
        .iter()
        .filter(|one| {
            let record = &one.meeting.record;
            record.status == MeetingStatus::Held && record.date.0 > from && record.date.0 <= today
        })
        .collect();
    if lately.is_empty() {
        return String::new();
    }
    let attended = lately
        .iter()
        .filter(|one| one.presence == Presence::Present);
    let arguments = [
        ("attended", attended.count().into()),
        ("of", lately.len().into()),
    ];
    words::get_with("attended-words", &arguments)
}

/// “Nov 6, 2026, call, 7 days ago”.
fn last_touch_words(facts: &PartnerPageFacts, today: NaiveDate) -> String {
    let Some(latest) = facts.touchpoints.first() else {
        return String::new();
    };
    let days = (today - latest.record.date.0).num_days();
    let arguments = [
        (
            "touch",
            touch_words(latest.record.date, latest.record.channel).into(),
        ),
        ("days", days.into()),
    ];
    words::get_with("touch-ago", &arguments)
}
