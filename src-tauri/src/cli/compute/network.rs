//! How partners are tied.

use std::{collections::BTreeMap, path::Path};

use backbone_core::{Workbook, reporting::NetworkChoice};
use backbone_report::wording::network as wording;
use backbone_statistics::network::{self, Node};
use serde_json::{Value, json};

use super::{
    Rule,
    fields::{Fields, entry, name},
    shown,
};
use crate::{cli::refusal::Refusal, clock};

/// Its name.
pub(super) const RULE: &str = "network";

pub(super) const RULES: &[Rule] = &[Rule {
    name: RULE,
    example: r#"{"edges": [["A", "B"], ["A", "C"], ["A", "D"], ["A", "E"], ["A", "F"], ["B", "C"]], "nodes": ["A", "B", "C", "D", "E", "F"]}"#,
    fields: &["edges", "ties", "links", "nodes", "partners", "sectors"],
    run: run_network,
}];

/// The network of an initiative in the year up to today, as input of the rule.
pub(super) fn of_file(file: &Path) -> Result<Value, Refusal> {
    let book = Workbook::open_read_only(file)?;
    let facts = book
        .network(NetworkChoice::year_to(clock::today()))
        .map_err(Refusal::because)?;
    // Two partners of one name are told apart by their number.
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let names: Vec<String> = (0..facts.partners.len())
        .map(|place| {
            let name = wording::name(&facts, place);
            let count = seen.entry(name.clone()).or_default();
            *count += 1;
            if *count == 1 {
                name
            } else {
                format!("{name} ({count})")
            }
        })
        .collect();
    let nodes = names.iter().enumerate().map(|(place, name)| {
        let mut node = json!({ "name": name });
        let is_known = facts
            .partners
            .get(place)
            .is_some_and(|one| one.sector.is_some());
        if let Some(object) = node.as_object_mut().filter(|_| is_known) {
            object.insert(
                "sector".to_owned(),
                wording::sector_of(&facts, place).into(),
            );
        }
        node
    });
    let edges = facts
        .ties
        .iter()
        .map(|tie| json!([names.get(tie.one), names.get(tie.other)]));
    Ok(json!({
        "nodes": nodes.collect::<Vec<_>>(),
        "edges": edges.collect::<Vec<_>>(),
    }))
}

/// Whether a list is of pairs, and not of inputs.
pub(super) fn are_pairs(list: &[Value]) -> bool {
    !list.is_empty() && list.iter().all(Value::is_array)
}

const ONES: &[&str] = &["source", "from", "a"];
const OTHERS: &[&str] = &["target", "to", "b"];

fn run_network(fields: &Fields) -> Result<Value, Refusal> {
    let sectors = sectors(fields)?;
    let mut nodes = Vec::new();
    for given in list(fields, &["nodes", "partners"])? {
        let object = given.as_object();
        let called = object.and_then(|object| entry(object, &["name", "id"]));
        let called = name("nodes", called.unwrap_or(given))?;
        let sector = object
            .and_then(|object| entry(object, &["sector", "group"]))
            .map(|sector| name("sector", sector))
            .transpose()?;
        nodes.push(Node {
            sector: sector.or_else(|| sectors.get(&called).cloned()),
            name: called,
        });
    }
    let mut ties = Vec::new();
    for given in list(fields, &["edges", "ties", "links"])? {
        ties.push(tie(given)?);
    }
    // Sectors may be all there is to say of a node, in a network without a list of nodes.
    for (name, sector) in sectors {
        if nodes.iter().all(|node| node.name != name) {
            nodes.push(Node {
                name,
                sector: Some(sector),
            });
        }
    }
    shown(network::describe(&nodes, &ties).map_err(Refusal::because)?)
}

fn list<'a>(fields: &'a Fields, names: &[&str]) -> Result<&'a [Value], Refusal> {
    let Some((name, given)) = fields.first(names) else {
        return Ok(&[]);
    };
    let items = given.as_array();
    items
        .map(Vec::as_slice)
        .ok_or_else(|| Refusal::because(format!("“{name}” must be a list")))
}

fn sectors(fields: &Fields) -> Result<BTreeMap<String, String>, Refusal> {
    let Some((_, given)) = fields.first(&["sectors"]) else {
        return Ok(BTreeMap::new());
    };
    let object = given
        .as_object()
        .ok_or_else(|| Refusal::because("“sectors” must be {\"name\": \"sector\", …}"))?;
    object
        .iter()
        .map(|(node, sector)| Ok((node.clone(), name("sectors", sector)?)))
        .collect()
}

/// A tie as a pair of names, or as an object with two ends.
fn tie(given: &Value) -> Result<(String, String), Refusal> {
    let ends = match given {
        Value::Object(object) => entry(object, ONES).zip(entry(object, OTHERS)),
        Value::Array(ends) => match ends.as_slice() {
            [one, other] => Some((one, other)),
            _ => None,
        },
        _ => None,
    };
    let (one, other) = ends.ok_or_else(|| Refusal::because("an edge is [\"A\", \"B\"]"))?;
    Ok((name("edges", one)?, name("edges", other)?))
}
