//! How a partner is engaged.

use backbone_statistics::engagement::{self, Tally};
use chrono::NaiveDate;
use serde_json::{Map, Value};

use super::{
    Rule,
    fields::{Fields, count, entry},
    shown,
};
use crate::cli::refusal::Refusal;

pub(super) const RULES: &[Rule] = &[Rule {
    name: "engagement",
    example: r#"{"attended": 9, "invited": 12, "days_since_touch": 45, "cadence_days": 30, "actions_on_time": 3, "actions_due": 4, "requests_on_time": 2, "requests_due": 2}"#,
    fields: &[
        "attendance",
        "attended",
        "invited",
        "recency",
        "days_since_touch",
        "days_since_last_touch",
        "last_touch",
        "as_of",
        "today",
        "cadence_days",
        "cadence",
        "follow_through",
        "actions_on_time",
        "actions_closed_on_time",
        "actions_closed",
        "closed_on_time",
        "actions_due",
        "data_timeliness",
        "requests_on_time",
        "requests_answered_on_time",
        "requests_answered",
        "answered_on_time",
        "requests_due",
    ],
    run: run_engagement,
}];

fn run_engagement(fields: &Fields) -> Result<Value, Refusal> {
    let recency = part(fields, "recency")?;
    let days = match recency.and_then(|object| entry(object, &["days", "days_since_touch"])) {
        Some(given) => Some(count("days", given)?),
        None => days_since_touch(fields)?,
    };
    let cadence = match recency.and_then(|object| entry(object, &["cadence_days", "cadence"])) {
        Some(given) => Some(count("cadence_days", given)?),
        None => fields.first_count(&["cadence_days", "cadence"])?,
    };
    let inputs = engagement::Inputs {
        meetings: tally(fields, "attendance", &["attended"], &["invited"])?,
        days_since_touch: days,
        cadence_days: cadence,
        actions: tally(
            fields,
            "follow_through",
            &[
                "actions_on_time",
                "actions_closed_on_time",
                "actions_closed",
                "closed_on_time",
            ],
            &["actions_due"],
        )?,
        data_requests: tally(
            fields,
            "data_timeliness",
            &[
                "requests_on_time",
                "requests_answered_on_time",
                "requests_answered",
                "answered_on_time",
            ],
            &["requests_due"],
        )?,
    };
    shown(engagement::parts(inputs).map_err(Refusal::because)?)
}

/// A part that is given as an object of its own.
fn part<'a>(fields: &'a Fields, name: &str) -> Result<Option<&'a Map<String, Value>>, Refusal> {
    let Some((_, given)) = fields.first(&[name]) else {
        return Ok(None);
    };
    given
        .as_object()
        .map(Some)
        .ok_or_else(|| Refusal::because(format!("“{name}” must be an object of its two numbers")))
}

/// Done of due: two fields, or an object with the same two or plain names.
fn tally(fields: &Fields, name: &str, done: &[&str], due: &[&str]) -> Result<Tally, Refusal> {
    let Some(object) = part(fields, name)? else {
        return Ok(Tally {
            done: fields.first_count(done)?.unwrap_or(0),
            due: fields.first_count(due)?.unwrap_or(0),
        });
    };
    let of = |names: &[&str], plain: &str| {
        let given = entry(object, names).or_else(|| object.get(plain));
        given.map_or(Ok(0), |given| count(plain, given))
    };
    Ok(Tally {
        done: of(done, "done")?,
        due: of(due, "due")?,
    })
}

fn days_since_touch(fields: &Fields) -> Result<Option<u32>, Refusal> {
    let days = fields.first_count(&["days_since_touch", "days_since_last_touch"])?;
    if days.is_some() {
        return Ok(days);
    }
    let date = |names: &[&str]| {
        fields.first(names).map(|(name, given)| {
            let text = given.as_str().unwrap_or_default();
            NaiveDate::parse_from_str(text, "%Y-%m-%d")
                .map_err(|_| Refusal::because(format!("“{name}” must be a date: 2026-11-24")))
        })
    };
    let Some(touched) = date(&["last_touch"]).transpose()? else {
        return Ok(None);
    };
    // The same input must give the same answer on any day, so the clock is not asked.
    let as_of = date(&["as_of", "today"])
        .transpose()?
        .ok_or_else(|| Refusal::because("“last_touch” needs the day it is looked at, “as_of”"))?;
    u32::try_from((as_of - touched).num_days())
        .map(Some)
        .map_err(|_| Refusal::because("“as_of” is before “last_touch”"))
}
