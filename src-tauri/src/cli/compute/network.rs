//! How partners are tied.

use std::collections::BTreeMap;

use backbone_statistics::network::{self, Node};
use serde_json::Value;

use super::{
    Rule,
    fields::{Fields, entry, name},
    shown,
};
use crate::cli::refusal::Refusal;

pub(super) const RULES: &[Rule] = &[Rule {
    name: "network",
    example: r#"{"edges": [["A", "B"], ["A", "C"], ["A", "D"], ["A", "E"], ["A", "F"], ["B", "C"]], "nodes": ["A", "B", "C", "D", "E", "F"]}"#,
    fields: &["edges", "ties", "links", "nodes", "partners", "sectors"],
    run: run_network,
}];

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
