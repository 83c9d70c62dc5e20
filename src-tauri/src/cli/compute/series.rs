//! What a row of readings says: its last run, its line, its limits.

use backbone_statistics::{runchart, trend, xmr};
use serde_json::{Value, json};

use super::{
    Rule,
    fields::{Fields, position},
    shown,
};
use crate::cli::refusal::Refusal;

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "trend",
        example: r#"{"values": [41, 43, 44, 46], "polarity": "higher"}"#,
        fields: &["values", "points", "polarity", "direction"],
        run: run_trend,
    },
    Rule {
        name: "forecast",
        example: r#"{"points": [{"t": 2005, "value": 44}, {"t": 2011, "value": 53}, {"t": 2014, "value": 57}], "at": 2020}"#,
        fields: &["values", "points", "at"],
        run: run_forecast,
    },
    Rule {
        name: "xmr",
        example: r#"{"values": [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1], "polarity": "lower"}"#,
        fields: &[
            "values",
            "points",
            "polarity",
            "direction",
            "target",
            "screen",
            "frozen_after",
            "rebased_at",
        ],
        run: run_xmr,
    },
    Rule {
        name: "runchart",
        example: r#"{"values": [3, 4, 5, 3, 6, 7, 5, 8, 9, 7, 9, 8]}"#,
        fields: &["values", "points"],
        run: run_runchart,
    },
];

fn run_trend(fields: &Fields) -> Result<Value, Refusal> {
    shown(trend::counter(&fields.values()?, fields.polarity()?).map_err(Refusal::because)?)
}

fn run_forecast(fields: &Fields) -> Result<Value, Refusal> {
    let points = fields.points()?;
    let at = match fields.0.get("at") {
        None => Vec::new(),
        Some(Value::Array(items)) => items
            .iter()
            .map(|item| position("at", item))
            .collect::<Result<Vec<_>, _>>()?,
        Some(item) => vec![position("at", item)?],
    };
    match trend::forecast(&points, &at).map_err(Refusal::because)? {
        Some(found) => shown(found),
        None => Ok(
            json!({ "rule": trend::FORECAST, "answer": "too_few_points", "points": points.len() }),
        ),
    }
}

fn run_xmr(fields: &Fields) -> Result<Value, Refusal> {
    let rebased_at = match fields.0.get("rebased_at") {
        None => Vec::new(),
        Some(list) => serde_json::from_value(list.clone())
            .map_err(|_| Refusal::because("“rebased_at” must be a list of positions"))?,
    };
    let options = xmr::Options {
        target: fields.number("target")?,
        is_screened: fields
            .0
            .get("screen")
            .and_then(Value::as_bool)
            .unwrap_or(true),
        frozen_after: fields.count("frozen_after")?,
        rebased_at,
        ..xmr::Options::new(fields.polarity()?)
    };
    shown(xmr::chart(&fields.values()?, options).map_err(Refusal::because)?)
}

fn run_runchart(fields: &Fields) -> Result<Value, Refusal> {
    shown(runchart::chart(&fields.values()?).map_err(Refusal::because)?)
}
