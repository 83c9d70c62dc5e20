//! How one measure has moved, and where it stands against its target.

use backbone_statistics::{Unit, change, path, status};
use serde_json::Value;

use super::{
    Rule,
    fields::{Fields, dated, number},
    shown,
};
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
    Rule {
        name: "path",
        example: r#"{"baseline": {"period": "2015-16", "value": 44.1}, "target": {"period": "2027-28", "value": 60}, "latest": {"period": "2024-25", "value": 53.2}, "polarity": "higher"}"#,
        fields: &[
            "baseline",
            "baseline_period",
            "baseline_t",
            "target",
            "target_period",
            "target_t",
            "targets",
            "latest",
            "latest_period",
            "latest_t",
            "lower",
            "upper",
            "polarity",
            "direction",
            "threshold",
            "periods_since",
            "points",
        ],
        run: run_path,
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

fn run_path(fields: &Fields) -> Result<Value, Refusal> {
    let mut targets = Vec::new();
    if let Some(list) = fields.0.get("targets") {
        let items = list
            .as_array()
            .ok_or_else(|| Refusal::because("“targets” must be a list"))?;
        for item in items {
            let object = item
                .as_object()
                .ok_or_else(|| Refusal::because("“targets” holds {\"period\": …, \"value\": …}"))?;
            targets.push(dated("targets", object)?);
        }
    }
    targets.extend(fields.dated("target")?);
    let latest_field = |name: &str| {
        fields
            .0
            .get("latest")
            .and_then(Value::as_object)
            .and_then(|latest| latest.get(name))
            .or_else(|| fields.0.get(name))
    };
    let bound = |name: &str| {
        latest_field(name)
            .map(|value| number(name, value))
            .transpose()
    };
    let inputs = path::Inputs {
        baseline: fields.dated("baseline")?,
        targets,
        latest: fields.dated("latest")?,
        interval: bound("lower")?.zip(bound("upper")?),
        polarity: fields.polarity()?,
        periods_since: u32::try_from(fields.count("periods_since")?.unwrap_or(0))
            .unwrap_or(u32::MAX),
        threshold: fields.number("threshold")?.unwrap_or(path::THRESHOLD),
        points: fields.count("points")?.unwrap_or(2),
    };
    shown(path::position(inputs).map_err(Refusal::because)?)
}
