//! Protected breakdowns and tables in words of JSON: each cell as a reader sees it, and for
//! the team why it is hidden and what can still be computed of it.

use backbone_statistics::suppression::{
    Bounds, Figure, Figures, Hidden, OneWay, Percent, Place, Reason, Seen, TwoWay,
};
use serde_json::{Map, Value, json};

use super::super::shown;
use crate::cli::refusal::Refusal;

pub(super) fn printed(found: &OneWay, names: &[String]) -> Result<Value, Refusal> {
    let names = |place: Place| match place {
        Place::Group(group) => names.get(group).cloned().unwrap_or_default(),
        _ => "total".to_owned(),
    };
    let groups: Vec<Value> = (0..)
        .zip(&found.groups)
        .map(|(group, figures)| figures_of(Place::Group(group), figures, &names))
        .collect();
    Ok(json!({
        "rule": found.rule,
        "knobs": found.inputs.knobs,
        "groups": groups,
        "total": figures_of(Place::Total, &found.total, &names),
        "hidden": log(&found.hidden, &names)?,
        "adds_up": found.adds_up,
        "inputs": shown(&found.inputs)?,
        "points": found.points,
    }))
}

fn figures_of(place: Place, figures: &Figures, names: &impl Fn(Place) -> String) -> Value {
    let mut shown = Map::new();
    shown.insert("name".to_owned(), names(place).into());
    match &figures.people {
        None => drop(shown.insert("state".to_owned(), "not_published".into())),
        Some(people) => shown.extend(cell_of(people, "n", |count| (*count).into(), names)),
    }
    if let Some(events) = &figures.events {
        let events = cell_of(events, "x", |count| (*count).into(), names);
        shown.insert("events".to_owned(), Value::Object(events));
    }
    if let Some(percent) = &figures.percent {
        let percent = cell_of(percent, "value", percent_of, names);
        shown.insert("percent".to_owned(), Value::Object(percent));
    }
    Value::Object(shown)
}

fn percent_of(percent: &Percent) -> Value {
    match percent {
        Percent::Exactly { percent } => (*percent).into(),
        Percent::MoreThan { percent } => format!(">{percent}%").into(),
        Percent::LessThan { percent } => format!("<{percent}%").into(),
    }
}

/// A figure as a reader sees it, and for the team why.
fn cell_of<T>(
    seen: &Seen<T>,
    figure: &str,
    value_of: impl Fn(&T) -> Value,
    names: &impl Fn(Place) -> String,
) -> Map<String, Value> {
    let mut cell = Map::new();
    match seen {
        Seen::Shown { value } => {
            cell.insert("state".to_owned(), "shown".into());
            cell.insert(figure.to_owned(), value_of(value));
        }
        Seen::Hidden { reason, bounds } => {
            cell.insert("state".to_owned(), "hidden".into());
            cell.extend(reason_of(reason, names));
            if let Some(bounds) = bounds {
                cell.insert("bounds".to_owned(), bounds_of(*bounds));
            }
        }
    }
    cell
}

fn reason_of(reason: &Reason, names: &impl Fn(Place) -> String) -> Map<String, Value> {
    let code = match reason {
        Reason::TooFewPeople => "too_few_people",
        Reason::TooFewEvents => "too_few_events",
        Reason::Complementary { .. } => "complementary",
        Reason::Derivable => "derivable",
        Reason::HiddenBySource => "hidden_by_source",
        Reason::Tail => "tail",
    };
    let mut fields = Map::new();
    fields.insert("because".to_owned(), code.into());
    if let Reason::Complementary { protects } = reason {
        let protects: Vec<String> = protects.iter().map(|place| names(*place)).collect();
        fields.insert("protects".to_owned(), protects.into());
    }
    fields
}

fn bounds_of(bounds: Bounds) -> Value {
    json!({ "lower": bounds.lower, "upper": bounds.upper, "width": bounds.width() })
}

fn log(hidden: &[Hidden], names: &impl Fn(Place) -> String) -> Result<Vec<Value>, Refusal> {
    hidden
        .iter()
        .map(|hidden| {
            let figure = match hidden.figure {
                Figure::People => "people",
                Figure::Events => "events",
                Figure::Percent => "percent",
            };
            let mut line = Map::new();
            line.insert("cell".to_owned(), names(hidden.place).into());
            line.insert("place".to_owned(), shown(hidden.place)?);
            line.insert("figure".to_owned(), figure.into());
            line.extend(reason_of(&hidden.reason, names));
            if let Some(bounds) = hidden.bounds {
                line.insert("bounds".to_owned(), bounds_of(bounds));
            }
            Ok(Value::Object(line))
        })
        .collect()
}

/// A table, with cells named by row and column.
pub(super) fn printed_table(
    found: &TwoWay,
    row_names: &[String],
    column_names: &[String],
) -> Result<Value, Refusal> {
    let name = |names: &[String], at: usize| names.get(at).cloned().unwrap_or_default();
    let names = &|place: Place| match place {
        Place::Cell { row, column } => {
            format!("{} × {}", name(row_names, row), name(column_names, column))
        }
        Place::RowTotal(row) => format!("total of {}", name(row_names, row)),
        Place::ColumnTotal(column) => format!("total of {}", name(column_names, column)),
        _ => "total".to_owned(),
    };
    let cell = |seen: &Seen<u64>| cell_of(seen, "n", |count| (*count).into(), names);
    let total = |seen: &Option<Seen<u64>>| match seen {
        Some(seen) => Value::Object(cell(seen)),
        None => json!({ "state": "not_published" }),
    };
    // The table as it would be printed, to be read at a glance.
    let mark = |seen: &Seen<u64>| {
        seen.value()
            .map_or("hidden".into(), |count| Value::from(*count))
    };
    let cells: Vec<Vec<Value>> = found
        .cells
        .iter()
        .map(|row| row.iter().map(|seen| Value::Object(cell(seen))).collect())
        .collect();
    Ok(json!({
        "rule": found.rule,
        "knobs": found.inputs.knobs,
        "outcome": found.outcome,
        "is_fewest": found.is_fewest,
        "printed": found
            .cells
            .iter()
            .map(|row| row.iter().map(mark).collect::<Vec<_>>())
            .collect::<Vec<_>>(),
        "rows": row_names,
        "columns": column_names,
        "cells": cells,
        "row_totals": found.row_totals.iter().map(total).collect::<Vec<_>>(),
        "column_totals": found.column_totals.iter().map(total).collect::<Vec<_>>(),
        "grand_total": total(&found.grand_total),
        "hidden": log(&found.hidden, names)?,
        "points": found.points,
    }))
}
