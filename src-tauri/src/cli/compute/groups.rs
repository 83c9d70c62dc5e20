//! How groups of people compare.

use backbone_statistics::disparity::{self, Group, over_time};
use serde_json::{Map, Value};

use super::{
    Rule,
    fields::{Fields, entry, name, number},
    shown,
};
use crate::cli::refusal::Refusal;

pub(super) const RULES: &[Rule] = &[Rule {
    name: "disparity",
    example: r#"{"groups": [{"name": "A", "value": 14.1}, {"name": "B", "value": 14.4}, {"name": "C", "value": 16.8}, {"name": "D", "value": 19.0}], "polarity": "lower"}"#,
    fields: &[
        "groups",
        "values",
        "names",
        "labels",
        "populations",
        "population",
        "weights",
        "polarity",
        "direction",
        "then",
        "before",
        "now",
        "after",
        "group",
        "reference",
    ],
    run: run_disparity,
}];

const NAMES: &[&str] = &["name", "group", "label"];
const VALUES: &[&str] = &["value", "rate", "percent"];
const POPULATIONS: &[&str] = &["population", "n", "weight"];
const THEN: &[&str] = &["then", "before"];
const NOW: &[&str] = &["now", "after"];

fn run_disparity(fields: &Fields) -> Result<Value, Refusal> {
    if fields.first(THEN).is_some() || fields.first(NOW).is_some() {
        return run_over_time(fields);
    }
    let (field, given) = fields
        .first(&["groups", "values"])
        .ok_or_else(|| Refusal::because("“groups” is needed; see --example"))?;
    let mut groups = groups(field, given)?;
    if let Some(names) = beside(fields, &["names", "labels"], groups.len())? {
        for (group, given) in groups.iter_mut().zip(names) {
            group.name = name("names", given)?;
        }
    }
    if let Some(populations) = beside(
        fields,
        &["populations", "population", "weights"],
        groups.len(),
    )? {
        for (group, given) in groups.iter_mut().zip(populations) {
            group.population = Some(number("populations", given)?);
        }
    }
    let polarity = fields.polarity()?;
    shown(
        disparity::between_groups(disparity::Inputs { groups, polarity })
            .map_err(Refusal::because)?,
    )
}

fn run_over_time(fields: &Fields) -> Result<Value, Refusal> {
    let period = |names: &[&str]| match fields.first(names) {
        Some((field, given)) => groups(field, given),
        None => Ok(Vec::new()),
    };
    let named = |field: &str| {
        fields
            .first(&[field])
            .map(|(field, given)| name(field, given))
            .transpose()
    };
    let inputs = over_time::Inputs {
        group: named("group")?.ok_or_else(|| {
            Refusal::because("“group” is needed: whose gap is to be told over time?")
        })?,
        reference: named("reference")?,
        then: period(THEN)?,
        now: period(NOW)?,
        polarity: fields.polarity()?,
    };
    shown(over_time::between_periods(inputs).map_err(Refusal::because)?)
}

/// Groups as a list of objects or numbers, or as an object of names.
fn groups(field: &str, given: &Value) -> Result<Vec<Group>, Refusal> {
    match given {
        Value::Object(named) => named
            .iter()
            .map(|(name, value)| group(name.clone(), value))
            .collect(),
        Value::Array(items) => (1_u32..)
            .zip(items)
            .map(|(number, item)| {
                let named = item.as_object().and_then(|object| entry(object, NAMES));
                match named {
                    Some(given) => group(name(field, given)?, item),
                    None => group(number.to_string(), item),
                }
            })
            .collect(),
        _ => Err(Refusal::because(format!(
            "“{field}” must be a list of groups, or an object of their names"
        ))),
    }
}

fn group(name: String, given: &Value) -> Result<Group, Refusal> {
    let none = Map::new();
    let (value, object) = match given {
        Value::Object(object) => (entry(object, VALUES).unwrap_or(&Value::Null), object),
        value => (value, &none),
    };
    Ok(Group {
        value: number(&name, value)?,
        population: entry(object, POPULATIONS)
            .map(|given| number("population", given))
            .transpose()?,
        name,
    })
}

/// A list that stands beside the groups, one item each.
fn beside<'a>(
    fields: &'a Fields,
    names: &[&str],
    count: usize,
) -> Result<Option<&'a Vec<Value>>, Refusal> {
    let Some((name, given)) = fields.first(names) else {
        return Ok(None);
    };
    match given.as_array() {
        Some(items) if items.len() == count => Ok(Some(items)),
        _ => Err(Refusal::because(format!(
            "“{name}” must be a list with one item for each of the {count} groups"
        ))),
    }
}
