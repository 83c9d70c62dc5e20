//! The Common Agenda: its versions with their texts, who signed which, and who has not.

use backbone_core::{
    Workbook,
    agenda::AgendaPart,
    reporting::{AgendaFacts, OutstandingPartner, SignatureFacts, SignedVersion},
};
use serde_json::{Map, Value, json};

use super::Answer;
use crate::cli::refusal::Refusal;

/// As a table: a line per version, signature and missing signature. As JSON: the versions,
/// each with its texts, results and signatures, then what is outstanding.
pub fn answer(book: &Workbook) -> Result<Answer, Refusal> {
    let facts = book.agenda_facts()?;
    let mut rows = Vec::new();
    for signed in &facts.versions {
        rows.push(version_row(&facts, signed));
        let version = signed.version.agenda.record.version;
        rows.extend(signed.signatures.iter().map(|one| {
            vec![
                "signature".to_owned(),
                version.to_string(),
                one.endorsement.record.signed_on.0.to_string(),
                one.partner.record.name.clone(),
                one.endorsement.record.signed_by.clone(),
            ]
        }));
    }
    rows.extend(facts.outstanding.iter().map(|one| {
        vec![
            "outstanding".to_owned(),
            number_in_force(&facts).map_or_else(|| "–".to_owned(), |version| version.to_string()),
            "–".to_owned(),
            one.partner.record.name.clone(),
            one.earlier.map_or_else(
                || "signed none".to_owned(),
                |(version, day)| format!("signed version {version} on {}", day.0),
            ),
        ]
    }));
    let mut json: Vec<Value> = facts
        .versions
        .iter()
        .map(|signed| version_json(&facts, signed))
        .collect();
    json.push(json!({
        "what": "outstanding",
        "version": number_in_force(&facts),
        "partners": facts.outstanding.iter().map(outstanding_json).collect::<Vec<_>>(),
    }));
    Ok(Answer {
        heads: &["WHAT", "VERSION", "DATE", "STATE OR PARTNER", "DETAIL"],
        rows,
        json,
    })
}

fn number_in_force(facts: &AgendaFacts) -> Option<i64> {
    let in_force = facts.version(facts.in_force?)?;
    Some(in_force.version.agenda.record.version)
}

/// `draft`, `in_force` or `earlier`.
fn state(facts: &AgendaFacts, signed: &SignedVersion) -> &'static str {
    let agenda = &signed.version.agenda;
    if agenda.record.is_draft() {
        "draft"
    } else if facts.in_force == Some(agenda.id) {
        "in_force"
    } else {
        "earlier"
    }
}

fn version_row(facts: &AgendaFacts, signed: &SignedVersion) -> Vec<String> {
    let record = &signed.version.agenda.record;
    vec![
        "version".to_owned(),
        record.version.to_string(),
        record
            .adopted_on
            .map_or_else(|| "–".to_owned(), |day| day.0.to_string()),
        state(facts, signed).to_owned(),
        format!(
            "{} results, {} signatures",
            signed.version.results.len(),
            signed.signatures.len()
        ),
    ]
}

fn version_json(facts: &AgendaFacts, signed: &SignedVersion) -> Value {
    let record = &signed.version.agenda.record;
    let texts: Map<String, Value> = AgendaPart::ALL
        .iter()
        .map(|part| (part.field().to_owned(), Value::from(record.text(*part))))
        .collect();
    json!({
        "what": "version",
        "id": signed.version.agenda.id.to_string(),
        "version": record.version,
        "state": state(facts, signed),
        "adopted_on": record.adopted_on.map(|day| day.0.to_string()),
        "note": record.note,
        "texts": texts,
        "results": signed.version.results.iter().map(|(name, population)| json!({
            "name": name,
            "population": population,
        })).collect::<Vec<_>>(),
        "endorsements": signed.signatures.iter().map(signature_json).collect::<Vec<_>>(),
    })
}

fn signature_json(one: &SignatureFacts) -> Value {
    let record = &one.endorsement.record;
    json!({
        "id": one.endorsement.id.to_string(),
        "partner": one.partner.record.name,
        "signed_by": record.signed_by,
        "signed_on": record.signed_on.0.to_string(),
        "note": record.note,
    })
}

fn outstanding_json(one: &OutstandingPartner) -> Value {
    json!({
        "partner": one.partner.record.name,
        "signed_earlier_version": one.earlier.map(|(version, _)| version),
        "signed_earlier_on": one.earlier.map(|(_, day)| day.0.to_string()),
    })
}
