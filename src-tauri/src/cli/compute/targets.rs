//! Where one measure stands on the way to a dated target, and how fast it goes.

use backbone_statistics::{
    pace,
    path::{self, Dated},
};
use serde_json::Value;

use super::{
    Rule,
    fields::{Fields, dated, entry, number, position},
    shown,
};
use crate::cli::refusal::Refusal;

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "path",
        example: r#"{"baseline": {"period": "2015-16", "value": 44.1}, "target": {"period": "2027-28", "value": 60}, "latest": {"period": "2024-25", "value": 53.2}, "polarity": "higher"}"#,
        fields: &[
            "baseline",
            "baseline_period",
            "baseline_t",
            "baseline_year",
            "target",
            "target_period",
            "target_t",
            "target_year",
            "targets",
            "latest",
            "latest_period",
            "latest_t",
            "latest_year",
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
    Rule {
        name: "pace",
        example: r#"{"baseline": {"year": 2005, "value": 44}, "latest": {"year": 2013, "value": 57}, "target": {"year": 2020, "value": 70}, "polarity": "higher"}"#,
        fields: &[
            "baseline",
            "baseline_period",
            "baseline_t",
            "baseline_year",
            "latest",
            "latest_period",
            "latest_t",
            "latest_year",
            "current",
            "current_period",
            "current_t",
            "current_year",
            "target",
            "target_period",
            "target_t",
            "target_year",
            "y0",
            "t0",
            "yt",
            "y",
            "t",
            "yT",
            "T",
            "values",
            "points",
            "limit",
            "natural_limit",
            "polarity",
            "direction",
            "thresholds",
        ],
        run: run_pace,
    },
];

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

fn run_pace(fields: &Fields) -> Result<Value, Refusal> {
    let row = match fields.first(&["points", "values"]) {
        Some(_) => fields.points()?,
        None => Vec::new(),
    };
    let baseline = named_or_flat(fields, &["baseline"], &["y0"], &["t0"])?;
    let latest = named_or_flat(fields, &["latest", "current"], &["yt", "y"], &["t"])?;
    let target = named_or_flat(fields, &["target"], &["yT"], &["T"])?;
    // One reading alone is where a measure begins, not where it has come to.
    let last = row.get(1..).unwrap_or_default().last();
    let inputs = pace::Inputs {
        baseline: baseline.or(row.first().copied()),
        latest: latest.or(last.copied()),
        target,
        limit: fields.first_number(&["limit", "natural_limit"])?,
        polarity: fields.polarity()?,
        thresholds: thresholds(fields)?,
    };
    shown(pace::toward_target(inputs).map_err(Refusal::because)?)
}

/// A dated value under one of its names, or as a value and a time in two fields.
fn named_or_flat(
    fields: &Fields,
    names: &[&str],
    values: &[&str],
    times: &[&str],
) -> Result<Option<Dated>, Refusal> {
    if let Some((name, _)) = fields.first(names) {
        return fields.dated(name);
    }
    match (fields.first(values), fields.first(times)) {
        (Some((value_name, value)), Some((time_name, time))) => Ok(Some(Dated {
            t: position(time_name, time)?,
            value: number(value_name, value)?,
        })),
        (Some((name, _)), None) => Err(Refusal::because(format!(
            "“{name}” needs its time in “{}”",
            times.join("” or “")
        ))),
        (None, _) => Ok(None),
    }
}

fn thresholds(fields: &Fields) -> Result<Option<pace::Thresholds>, Refusal> {
    let refused = || {
        Refusal::because(
            "“thresholds” must be {\"on_track\": …, \"acceleration\": …, \"limited\": …}",
        )
    };
    let Some((_, given)) = fields.first(&["thresholds"]) else {
        return Ok(None);
    };
    let of = |name: &str| {
        let object = given.as_object().ok_or_else(refused)?;
        number(name, entry(object, &[name]).ok_or_else(refused)?)
    };
    Ok(Some(pace::Thresholds {
        on_track: of("on_track")?,
        acceleration: of("acceleration")?,
        limited: of("limited")?,
    }))
}
