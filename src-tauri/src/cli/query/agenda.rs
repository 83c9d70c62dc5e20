//! Signals, partners, activities and meetings.

use std::collections::HashMap;

use backbone_core::{
    Day, Entry, Record, Workbook,
    communication::{ActionItem, Decision, Meeting},
    partners::{Partner, PartnerType, Person, Sector},
    reporting::{ActivityFacts, Signal},
};
use backbone_report::wording;
use chrono::NaiveDate;
use serde_json::{Value, json};

use super::Answer;
use crate::cli::refusal::Refusal;

pub fn signals(book: &Workbook, today: NaiveDate) -> Result<Answer, Refusal> {
    let signals = book.signals(today)?;
    let row = |signal: &Signal| {
        let (finding, evidence) = wording::signal(signal);
        vec![
            signal.check.condition().code().to_owned(),
            if signal.is_met { "met" } else { "not met" }.to_owned(),
            finding,
            evidence,
        ]
    };
    let as_json = |signal: &Signal| {
        let (finding, evidence) = wording::signal(signal);
        json!({
            "condition": signal.check.condition().code(),
            "check": signal.check.code(),
            "is_met": signal.is_met,
            "finding": finding,
            "evidence": evidence,
            "met": signal.evidence.met,
            "of": signal.evidence.of,
            "names": signal.evidence.names,
            "date": signal.evidence.date.map(|date| date.to_string()),
        })
    };
    Ok(Answer {
        heads: &["CONDITION", "STATE", "CHECK", "EVIDENCE"],
        rows: signals.iter().map(row).collect(),
        json: signals.iter().map(as_json).collect(),
    })
}

pub fn partners(book: &Workbook) -> Result<Answer, Refusal> {
    let partners = book.list::<Partner>()?;
    let people = book.list::<Person>()?;
    let sectors: HashMap<_, _> = book.list::<Sector>()?.into_iter().map(keyed).collect();
    let kinds: HashMap<_, _> = book.list::<PartnerType>()?.into_iter().map(keyed).collect();
    let sector = |record: &Partner| record.sector_id.and_then(|id| sectors.get(&id).cloned());
    let kind = |record: &Partner| record.type_id.and_then(|id| kinds.get(&id).cloned());
    let row = |entry: &Entry<Partner>| {
        let record = &entry.record;
        vec![
            record.name.clone(),
            sector(record).unwrap_or_else(|| "–".to_owned()),
            kind(record).unwrap_or_else(|| "–".to_owned()),
            record.status.word().to_owned(),
            shown(record.since),
        ]
    };
    let as_json = |entry: &Entry<Partner>| {
        let record = &entry.record;
        let own = people
            .iter()
            .filter(|person| person.record.partner_id == entry.id);
        json!({
            "id": entry.id.to_string(),
            "name": record.name,
            "sector": sector(record),
            "type": kind(record),
            "status": record.status.word(),
            "since": iso(record.since),
            "until": iso(record.until),
            "website": record.website,
            "email": record.email,
            "phone": record.phone,
            "address": record.address,
            "size": record.size,
            "note": record.note,
            "people": own.map(|person| json!({
                "name": person.record.name,
                "role": person.record.role,
                "email": person.record.email,
                "phone": person.record.phone,
            })).collect::<Vec<_>>(),
        })
    };
    Ok(Answer {
        heads: &["NAME", "SECTOR", "TYPE", "STATUS", "SINCE"],
        rows: partners.iter().map(row).collect(),
        json: partners.iter().map(as_json).collect(),
    })
}

/// A record by its id, called by its code where it came with the program, by its name else.
fn keyed<T: Record>(entry: Entry<T>) -> (T::Id, String) {
    (entry.id, entry.record.label())
}

pub fn activities(book: &Workbook) -> Result<Answer, Refusal> {
    let activities = book.activity_facts()?;
    let row = |facts: &ActivityFacts| {
        vec![
            facts.activity.record.name.clone(),
            facts.activity.record.status.word().to_owned(),
            facts
                .lead
                .as_ref()
                .map_or_else(|| "–".to_owned(), |lead| lead.name.clone()),
            facts
                .strategy
                .as_ref()
                .map_or_else(|| "–".to_owned(), |strategy| strategy.name.clone()),
            facts.partners.len().to_string(),
            facts.measures.len().to_string(),
        ]
    };
    let as_json = |facts: &ActivityFacts| {
        let record = &facts.activity.record;
        json!({
            "id": facts.activity.id.to_string(),
            "name": record.name,
            "description": record.description,
            "status": record.status.word(),
            "lead": facts.lead.as_ref().map(|lead| &lead.name),
            "strategy": facts.strategy.as_ref().map(|strategy| &strategy.name),
            "partners": facts.partners.iter().map(|partner| &partner.name).collect::<Vec<_>>(),
            "measures": facts.measures.iter().map(|measure| &measure.name).collect::<Vec<_>>(),
            "starts": iso(record.starts),
            "ends": iso(record.ends),
            "progress": record.progress,
        })
    };
    Ok(Answer {
        heads: &["NAME", "STATUS", "LEAD", "STRATEGY", "PARTNERS", "MEASURES"],
        rows: activities.iter().map(row).collect(),
        json: activities.iter().map(as_json).collect(),
    })
}

/// Meetings, then decisions, then action items, in one list with a word that tells them apart.
pub fn meetings(book: &Workbook, today: NaiveDate) -> Result<Answer, Refusal> {
    let mut answer = Answer {
        heads: &["WHAT", "DATE", "STATE", "WORDS"],
        rows: Vec::new(),
        json: Vec::new(),
    };
    for Entry { id, record } in book.list::<Meeting>()? {
        let (date, state) = (record.date.0.to_string(), record.status.word());
        answer
            .rows
            .push(line("meeting", &date, state, &record.title));
        answer.json.push(json!({
            "what": "meeting", "id": id.to_string(), "title": record.title,
            "kind": record.kind.word(), "date": date, "time": record.time,
            "place": record.place, "status": state,
            "agenda": record.agenda, "minutes": record.minutes,
        }));
    }
    for Entry { id, record } in book.list::<Decision>()? {
        answer.rows.push(line(
            "decision",
            &shown(record.date),
            record.status.word(),
            &record.text,
        ));
        answer.json.push(json!({
            "what": "decision", "id": id.to_string(), "number": record.number,
            "text": record.text, "status": record.status.word(), "date": iso(record.date),
            "meeting": record.meeting_id.map(|meeting| meeting.to_string()),
        }));
    }
    for Entry { id, record } in book.list::<ActionItem>()? {
        let late = record.days_late(today);
        let state = match (record.done_on, late) {
            (Some(_), _) => "done",
            (None, Some(_)) => "late",
            (None, None) => "open",
        };
        answer.rows.push(line(
            "action item",
            &shown(record.due),
            state,
            &record.title,
        ));
        answer.json.push(json!({
            "what": "action_item", "id": id.to_string(), "title": record.title,
            "owner": record.owner, "due": iso(record.due), "done_on": iso(record.done_on),
            "state": state, "days_late": late,
            "meeting": record.meeting_id.map(|meeting| meeting.to_string()),
        }));
    }
    Ok(answer)
}

fn line(what: &str, date: &str, state: &str, words: &str) -> Vec<String> {
    vec![
        what.to_owned(),
        date.to_owned(),
        state.to_owned(),
        words.to_owned(),
    ]
}

fn shown(day: Option<Day>) -> String {
    day.map_or_else(|| "–".to_owned(), |day| day.0.to_string())
}

fn iso(day: Option<Day>) -> Value {
    day.map_or(Value::Null, |day| Value::from(day.0.to_string()))
}
