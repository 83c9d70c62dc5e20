//! How far one measure has moved.

use backbone_statistics::{Unit, change, status};
use serde_json::Value;

use super::{Rule, fields::Fields, shown};
use crate::cli::refusal::Refusal;

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "change",
        example: r#"{"baseline": 44, "current": 57, "unit": "percent"}"#,
        fields: &["baseline", "current", "unit"],
        run: run_change,
    },
    Rule {
        name: "status",
        example: r#"{"baseline": 44, "current": 57, "target": 60, "polarity": "higher"}"#,
        fields: &[
            "baseline",
            "current",
            "target",
            "polarity",
            "direction",
            "baseline_se",
            "current_se",
        ],
        run: run_status,
    },
];

fn run_change(fields: &Fields) -> Result<Value, Refusal> {
    let unit = match fields
        .0
        .get("unit")
        .map(|unit| unit.as_str().unwrap_or_default())
    {
        None | Some("percent") => Unit::Percent,
        Some("count") => Unit::Count,
        Some("index") => Unit::Index,
        Some("currency") => Unit::Currency,
        Some("days") => Unit::Days,
        Some("rate") => Unit::Rate(1),
        Some(_) => {
            return Err(Refusal::because(
                "“unit” must be percent, count, rate, index, currency or days",
            ));
        }
    };
    shown(
        change::since_baseline(
            fields.required("baseline")?,
            fields.required("current")?,
            unit,
        )
        .map_err(Refusal::because)?,
    )
}

fn run_status(fields: &Fields) -> Result<Value, Refusal> {
    let inputs = status::Inputs {
        baseline: fields.number("baseline")?,
        current: fields.number("current")?,
        target: fields.number("target")?,
        polarity: fields.polarity()?,
        baseline_error: fields.number("baseline_se")?,
        current_error: fields.number("current_se")?,
    };
    shown(status::against_target(inputs).map_err(Refusal::because)?)
}
