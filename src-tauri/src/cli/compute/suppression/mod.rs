//! Small numbers: of a breakdown, of several breakdowns of one total, of a table, and of two
//! exports beside each other.

mod printing;
mod reading;
#[cfg(test)]
mod tests;

use backbone_statistics::suppression::{
    CrossInputs, Export, Group, Inputs, Knobs, ONE_WAY, Relation, Table, breakdown, breakdowns,
    cross_check, table,
};
use serde_json::{Map, Value, json};

use super::{Rule, fields::Fields, shown};
use crate::cli::refusal::Refusal;

use printing::{printed, printed_table};
use reading::{add_beside, count, counts, groups, knobs, list_by_name, names_of, total_of};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "suppress",
        example: r#"{"groups": [{"name": "A", "n": 120, "x": 66}, {"name": "B", "n": 40, "x": 21}, {"name": "C", "n": 7, "x": 3}], "total": {"n": 167, "x": 90}, "k": 10}"#,
        fields: &[
            "groups",
            "counts",
            "n",
            "names",
            "numerators",
            "x",
            "events",
            "percents",
            "percent",
            "breakdowns",
            "table",
            "cells",
            "rows",
            "row_names",
            "columns",
            "column_names",
            "total",
            "totals",
            "grand_total",
            "row_totals",
            "column_totals",
            "k",
            "floor",
            "denominator_floor",
            "min_n",
            "threshold",
            "numerator_floor",
            "events_floor",
            "tails",
            "tail_coding",
        ],
        run: run_suppress,
    },
    Rule {
        name: "cross_check",
        example: r#"{"exports": {"public": {"all": 167, "A": 120, "B": null, "C": null}, "partners": {"all": 167, "A": null, "B": 40, "C": null}}, "sums": {"all": ["A", "B", "C"]}, "k": 10}"#,
        fields: &[
            "exports",
            "sums",
            "relations",
            "k",
            "floor",
            "denominator_floor",
            "min_n",
            "threshold",
        ],
        run: run_cross_check,
    },
];

fn run_suppress(fields: &Fields) -> Result<Value, Refusal> {
    let knobs = knobs(fields)?;
    if let Some((name, cells)) = fields.first(&["table", "cells"]) {
        return run_table(fields, knobs, name, cells);
    }
    if let Some((_, given)) = fields.first(&["breakdowns"]) {
        return run_breakdowns(fields, knobs, given);
    }
    let Some((field, given)) = fields.first(&["groups", "counts", "n"]) else {
        return Err(Refusal::because(
            "“groups” or “table” is needed; see --example",
        ));
    };
    let mut named = groups(field, given)?;
    add_beside(fields, &mut named)?;
    let (names, groups): (Vec<String>, Vec<Group>) = named.into_iter().unzip();
    let total = total_of(fields, &[&groups])?;
    let found = breakdown(Inputs {
        knobs,
        groups,
        total,
    })
    .map_err(Refusal::because)?;
    printed(&found, &names)
}

fn run_breakdowns(fields: &Fields, knobs: Knobs, given: &Value) -> Result<Value, Refusal> {
    let lists = list_by_name("breakdowns", given)?;
    let mut all_names = Vec::new();
    let mut all_groups = Vec::new();
    for (_, list) in &lists {
        let (names, groups): (Vec<String>, Vec<Group>) =
            groups("breakdowns", list)?.into_iter().unzip();
        all_names.push(names);
        all_groups.push(groups);
    }
    let views: Vec<&[Group]> = all_groups.iter().map(Vec::as_slice).collect();
    let total = total_of(fields, &views)?;
    let found = breakdowns(knobs, total, all_groups).map_err(Refusal::because)?;
    let mut answers = Map::new();
    for (((name, _), names), found) in lists.iter().zip(&all_names).zip(&found) {
        answers.insert(name.clone(), printed(found, names)?);
    }
    Ok(json!({
        "rule": ONE_WAY,
        "breakdowns": answers,
        "points": found.iter().map(|found| found.points).sum::<usize>(),
    }))
}

fn run_table(fields: &Fields, knobs: Knobs, field: &str, given: &Value) -> Result<Value, Refusal> {
    let rows = given
        .as_array()
        .ok_or_else(|| Refusal::because(format!("“{field}” must be a list of rows")))?;
    let cells = rows
        .iter()
        .map(|row| counts(field, row))
        .collect::<Result<Vec<_>, _>>()?;
    let columns = cells.first().map_or(0, Vec::len);
    let row_names = names_of(fields, &["rows", "row_names"], cells.len())?;
    let column_names = names_of(fields, &["columns", "column_names"], columns)?;
    let mut inputs = Table::with_totals(knobs, cells);
    if fields.0.get("totals") == Some(&Value::Bool(false)) {
        inputs.row_totals.fill(None);
        inputs.column_totals.fill(None);
        inputs.grand_total = None;
    }
    if let Some((name, totals)) = fields.first(&["row_totals"]) {
        inputs.row_totals = counts(name, totals)?;
    }
    if let Some((name, totals)) = fields.first(&["column_totals"]) {
        inputs.column_totals = counts(name, totals)?;
    }
    for name in ["total", "grand_total"] {
        // Null is an answer here: the total is not published.
        if let Some(total) = fields.0.get(name) {
            inputs.grand_total = count(name, total)?;
        }
    }
    let found = table(inputs).map_err(Refusal::because)?;
    printed_table(&found, &row_names, &column_names)
}

fn run_cross_check(fields: &Fields) -> Result<Value, Refusal> {
    let needed = || Refusal::because("“exports” must hold two exports by name; see --example");
    let (_, given) = fields.first(&["exports"]).ok_or_else(needed)?;
    let exports = list_by_name("exports", given)?
        .into_iter()
        .map(|(name, cells)| {
            let cells = list_by_name("exports", cells)?;
            let cells = cells
                .into_iter()
                .map(|(cell, printed)| Ok((cell, count("exports", printed)?)));
            Ok(Export {
                name,
                cells: cells.collect::<Result<_, Refusal>>()?,
            })
        })
        .collect::<Result<Vec<_>, Refusal>>()?;
    let exports = <[Export; 2]>::try_from(exports).map_err(|_| needed())?;
    let sums = fields.first(&["sums", "relations"]);
    let relations = sums.map_or(Ok(Vec::new()), |(name, given)| relations(name, given))?;
    let found = cross_check(CrossInputs {
        exports,
        relations,
        floor: knobs(fields)?.denominator_floor,
    });
    shown(found.map_err(Refusal::because)?)
}

fn relations(field: &str, given: &Value) -> Result<Vec<Relation>, Refusal> {
    let wrong = || {
        Refusal::because(format!(
            "“{field}” must name the parts of each total: {{\"all\": [\"A\", \"B\"]}}"
        ))
    };
    let sums = given.as_object().ok_or_else(wrong)?;
    sums.iter()
        .map(|(total, parts)| {
            let parts = parts.as_array().ok_or_else(wrong)?.iter();
            let parts = parts.map(|part| part.as_str().map(ToOwned::to_owned));
            Ok(Relation {
                total: total.clone(),
                parts: parts.collect::<Option<_>>().ok_or_else(wrong)?,
            })
        })
        .collect()
}
