//! Data requests, with how their partners answer.

use backbone_core::{Workbook, reporting::RequestFacts};
use chrono::NaiveDate;
use serde_json::{Value, json};

use super::Answer;
use crate::{cli::refusal::Refusal, requests};

pub fn requests(book: &Workbook, today: NaiveDate) -> Result<Answer, Refusal> {
    let all = book.request_facts(today)?;
    let rates = book.supply_rates(today)?;
    let row = |facts: &RequestFacts| {
        vec![
            facts.partner.clone(),
            facts.request.record.title.clone(),
            facts.request.record.due.0.to_string(),
            facts.standing.code().to_owned(),
            requests::standing_words(facts, today),
            facts.figures.to_string(),
            facts.measures.join(", "),
        ]
    };
    let as_json = |facts: &RequestFacts| -> Result<Value, Refusal> {
        let request = &facts.request.record;
        let iso = |day: Option<backbone_core::Day>| day.map(|day| day.0.to_string());
        let rates = rates.get(&request.partner_id).copied().unwrap_or_default();
        let returned = match &facts.returned {
            None => Value::Null,
            Some(returned) => {
                let findings = book.findings_of(returned.id)?;
                let record = &returned.record;
                json!({
                    "file": record.file_name,
                    "on": record.returned_on.0.to_string(),
                    "version": record.version,
                    "asked": record.asked,
                    "answered": record.answered,
                    "unquestioned": record.unquestioned,
                    "taken": record.taken,
                    "same": record.same,
                    "findings": findings.iter().map(|finding| json!({
                        "cell": finding.cell,
                        "subject": finding.subject,
                        "code": finding.code,
                        "taken": finding.is_taken,
                        "words": backbone_report::finding_words(&finding.code, &finding.spoken_of()),
                    })).collect::<Vec<_>>(),
                })
            }
        };
        Ok(json!({
            "id": facts.request.id.to_string(),
            "partner": facts.partner,
            "title": request.title,
            "due": request.due.0.to_string(),
            "state": facts.standing.code(),
            "days_late": request.days_late(today),
            "sent": iso(request.sent_on),
            "received": iso(request.received_on),
            "accepted": iso(request.accepted_on),
            "withdrawn": iso(request.withdrawn_on),
            "version": request.version,
            "measures": facts.measures,
            "figures": facts.figures,
            "returned": returned,
            "partner_rates": {
                "on_time": rates.on_time,
                "requests": rates.requests,
                "timeliness": rates.timeliness(),
                "unquestioned": rates.unquestioned,
                "figures": rates.figures,
                "quality": rates.quality(),
            },
        }))
    };
    Ok(Answer {
        heads: &[
            "PARTNER", "REQUEST", "DUE", "STATE", "", "FIGURES", "MEASURES",
        ],
        rows: all.iter().map(row).collect(),
        json: all.iter().map(as_json).collect::<Result<_, _>>()?,
    })
}
