//! Counts of people, groups and knobs from JSON, in the spellings people would guess.

use backbone_statistics::suppression::{Group, Knobs, Tails};
use serde_json::Value;

use super::super::fields::{self, Fields};
use crate::cli::refusal::Refusal;

/// Spellings of the denominator floor.
const FLOOR: &[&str] = &["k", "floor", "denominator_floor", "min_n", "threshold"];
const PEOPLE: &[&str] = &["n", "denominator", "people", "count", "population", "total"];
const EVENTS: &[&str] = &["x", "numerator", "events"];
const PERCENT: &[&str] = &["percent", "pct", "share"];
const NAME: &[&str] = &["name", "group", "label"];

/// Floors and tails, where they are given.
pub(super) fn knobs(fields: &Fields) -> Result<Knobs, Refusal> {
    let mut knobs = Knobs::default();
    let floor = fields.first(FLOOR);
    if let Some((name, value)) = floor {
        knobs.denominator_floor = whole(name, value)?;
    }
    if let Some((name, value)) = fields.first(&["numerator_floor", "events_floor"]) {
        knobs.numerator_floor = Some(whole(name, value)?);
    }
    if let Some((name, value)) = fields.first(&["tails", "tail_coding"]) {
        knobs.tails = tails(name, value)?;
    }
    Ok(knobs)
}

/// Tails are switched on and off, or given as [5, 95] or {"low": 5, "high": 95}.
fn tails(name: &str, value: &Value) -> Result<Option<Tails>, Refusal> {
    let pair = match value {
        Value::Bool(is_on) => return Ok(is_on.then(Tails::default)),
        Value::Array(pair) => match pair.as_slice() {
            [low, high] => low.as_f64().zip(high.as_f64()),
            _ => None,
        },
        Value::Object(object) => {
            let end = |name: &str| object.get(name).and_then(Value::as_f64);
            end("low").zip(end("high"))
        }
        _ => None,
    };
    let (low, high) = pair.ok_or_else(|| {
        Refusal::because(format!(
            "“{name}” must be true, false or two percentages such as [5, 95]"
        ))
    })?;
    Ok(Some(Tails { low, high }))
}

/// The total: as given, not published where it is null, and else the sum of the people of
/// the first breakdown that has one.
pub(super) fn total_of(fields: &Fields, breakdowns: &[&[Group]]) -> Result<Group, Refusal> {
    match fields.0.get("total") {
        None => {
            let sum = |groups: &&[Group]| {
                let mut counts = groups.iter().map(|group| group.n);
                counts.try_fold(0_u64, |sum, count| sum.checked_add(count?))
            };
            Ok(Group {
                n: breakdowns.iter().find_map(sum),
                ..Group::default()
            })
        }
        Some(Value::Null | Value::Bool(false)) => Ok(Group::default()),
        Some(given) => Ok(group("total", given)?.1),
    }
}

/// Groups with their names: a list of counts or of objects, or an object of either.
pub(super) fn groups(field: &str, given: &Value) -> Result<Vec<(String, Group)>, Refusal> {
    list_by_name(field, given)?
        .into_iter()
        .map(|(name, entry)| {
            let (own, group) = group(field, entry)?;
            Ok((own.unwrap_or(name), group))
        })
        .collect()
}

/// Entries under their names, or under their numbers from 1 where they stand in a list.
pub(super) fn list_by_name<'a>(
    field: &str,
    given: &'a Value,
) -> Result<Vec<(String, &'a Value)>, Refusal> {
    match given {
        Value::Object(entries) => Ok(entries
            .iter()
            .map(|(name, entry)| (name.clone(), entry))
            .collect()),
        Value::Array(entries) => Ok((1..)
            .zip(entries)
            .map(|(number, entry): (u32, _)| (number.to_string(), entry))
            .collect()),
        _ => Err(Refusal::because(format!(
            "“{field}” must be a list, or an object that names its entries"
        ))),
    }
}

fn group(field: &str, given: &Value) -> Result<(Option<String>, Group), Refusal> {
    let Value::Object(object) = given else {
        let n = count(field, given)?;
        return Ok((
            None,
            Group {
                n,
                ..Group::default()
            },
        ));
    };
    let mut group = Group::default();
    let mut name = None;
    for (key, value) in object {
        let key = key.as_str();
        if PEOPLE.contains(&key) {
            group.n = count(key, value)?;
        } else if EVENTS.contains(&key) {
            group.x = count(key, value)?;
        } else if PERCENT.contains(&key) {
            group.percent = percent(key, value)?;
        } else if NAME.contains(&key) {
            name = Some(fields::name(key, value)?);
        } else {
            return Err(Refusal::because(format!(
                "“{key}” is not a field of a group; it takes: name, n, x, percent"
            )));
        }
    }
    Ok((name, group))
}

/// Names, events and percentages given as lists beside the list of groups.
pub(super) fn add_beside(fields: &Fields, groups: &mut [(String, Group)]) -> Result<(), Refusal> {
    if let Some((name, value)) = fields.first(&["numerators", "x", "events"]) {
        let list = list(name, value, groups.len())?;
        for ((_, group), value) in groups.iter_mut().zip(list) {
            group.x = count(name, value)?;
        }
    }
    if let Some((name, value)) = fields.first(&["percents", "percent"]) {
        let list = list(name, value, groups.len())?;
        for ((_, group), value) in groups.iter_mut().zip(list) {
            group.percent = percent(name, value)?;
        }
    }
    if fields.first(&["names"]).is_some() {
        let names = names_of(fields, &["names"], groups.len())?;
        for ((own, _), name) in groups.iter_mut().zip(names) {
            *own = name;
        }
    }
    Ok(())
}

/// As many names as there are rows, columns or groups; their numbers where none are given.
pub(super) fn names_of(
    fields: &Fields,
    spellings: &[&str],
    length: usize,
) -> Result<Vec<String>, Refusal> {
    let Some((name, value)) = fields.first(spellings) else {
        return Ok((1..=length).map(|number| number.to_string()).collect());
    };
    let list = list(name, value, length)?;
    list.iter().map(|entry| fields::name(name, entry)).collect()
}

fn list<'a>(name: &str, value: &'a Value, length: usize) -> Result<&'a [Value], Refusal> {
    let list = value.as_array().filter(|list| list.len() == length);
    list.map(Vec::as_slice)
        .ok_or_else(|| Refusal::because(format!("“{name}” must be a list of {length}")))
}

/// A row of counts.
pub(super) fn counts(field: &str, given: &Value) -> Result<Vec<Option<u64>>, Refusal> {
    let entries = given
        .as_array()
        .ok_or_else(|| Refusal::because(format!("“{field}” must hold lists of counts")))?;
    entries.iter().map(|entry| count(field, entry)).collect()
}

/// A count; none where there is null or a mark of the source, such as “*” or “<10”.
pub(super) fn count(name: &str, value: &Value) -> Result<Option<u64>, Refusal> {
    match value {
        Value::Null => Ok(None),
        Value::String(text) => match text.trim().parse() {
            Ok(count) => Ok(Some(count)),
            Err(_) if text.trim().parse::<f64>().is_ok() => Err(not_whole(name)),
            Err(_) => Ok(None),
        },
        value => whole(name, value).map(Some),
    }
}

fn whole(name: &str, value: &Value) -> Result<u64, Refusal> {
    // Programs write 120 as 120.0 too; beyond 2⁵³ they could not mean it exactly.
    let from_float = || {
        let number = value.as_f64()?;
        (number.fract() == 0.0 && (0.0..9e15).contains(&number)).then_some(number as u64)
    };
    value
        .as_u64()
        .or_else(from_float)
        .ok_or_else(|| not_whole(name))
}

fn not_whole(name: &str) -> Refusal {
    Refusal::because(format!(
        "“{name}” must be a whole number of people from 0 on"
    ))
}

fn percent(name: &str, value: &Value) -> Result<Option<f64>, Refusal> {
    match value {
        Value::Null => Ok(None),
        value => value
            .as_f64()
            .map(Some)
            .ok_or_else(|| Refusal::because(format!("“{name}” must be a number"))),
    }
}
