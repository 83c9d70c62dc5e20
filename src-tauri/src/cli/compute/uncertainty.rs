//! How sure a figure is, and what a before and after of one cohort is worth.

use backbone_statistics::{
    guard::{self, BeforeAfter},
    interval,
};
use serde_json::{Map, Value};

use super::{
    Rule,
    fields::{Fields, entry, number},
    shown,
};
use crate::cli::refusal::Refusal;

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "interval",
        example: r#"{"method": "wilson", "x": 65, "n": 100}"#,
        fields: &[
            "method",
            "x",
            "events",
            "numerator",
            "n",
            "population",
            "denominator",
            "per",
        ],
        run: run_interval,
    },
    Rule {
        name: "guard",
        example: r#"{"chosen_for_extreme_baseline": true, "comparison": {"before": 99.7, "after": 61.7}, "cohort": {"before": 100.3, "after": 62.3}}"#,
        fields: &[
            "chosen_for_extreme_baseline",
            "is_chosen_for_extreme_baseline",
            "extreme_baseline",
            "comparison",
            "has_comparison",
            "comparison_series",
            "cohort",
            "treated",
            "before",
            "after",
            "points",
        ],
        run: run_guard,
    },
];

fn run_interval(fields: &Fields) -> Result<Value, Refusal> {
    let method = match fields.first(&["method"]) {
        Some((_, given)) => given.as_str().unwrap_or_default(),
        None => "wilson",
    };
    let x = fields
        .first_number(&["x", "events", "numerator"])?
        .ok_or_else(|| Refusal::because("“x” is needed"))?;
    let n = fields.first_number(&["n", "population", "denominator"])?;
    let per = fields.number("per")?.unwrap_or(1.0);
    let found = match (method, n) {
        ("wilson", Some(n)) => interval::wilson_per(x, n, per),
        ("wilson", None) => return Err(Refusal::because("“n” is needed")),
        ("byar" | "poisson" | "count" | "rate", Some(n)) => interval::rate(x, n, per),
        ("byar" | "poisson" | "count" | "rate", None) => interval::count(x),
        ("exact", Some(n)) => {
            interval::exact(x).and_then(|counted| interval::per_people(counted, n, per))
        }
        ("exact", None) => interval::exact(x),
        _ => {
            return Err(Refusal::because(
                "“method” must be wilson, byar, exact or rate",
            ));
        }
    };
    shown(found.map_err(Refusal::because)?)
}

fn run_guard(fields: &Fields) -> Result<Value, Refusal> {
    let compared = fields.first(&["comparison", "comparison_series", "has_comparison"]);
    let has_comparison = match compared {
        None | Some((_, Value::Bool(false))) => false,
        Some((_, Value::Array(series))) => !series.is_empty(),
        Some((_, Value::Bool(true) | Value::Object(_))) => true,
        Some((name, _)) => {
            return Err(Refusal::because(format!(
                "“{name}” must be true or false, or the comparison itself"
            )));
        }
    };
    let cohort = match fields.first(&["cohort", "treated"]) {
        Some((name, given)) => given.as_object().ok_or_else(|| {
            Refusal::because(format!("“{name}” must be {{\"before\": …, \"after\": …}}"))
        })?,
        None => &fields.0,
    };
    let cohort = held(cohort)?;
    let comparison = compared
        .and_then(|(_, given)| given.as_object())
        .map(held)
        .transpose()?
        .flatten();
    let mut result = shown(guard::comparison(guard::Inputs {
        is_chosen_for_extreme_baseline: fields
            .first_flag(&[
                "chosen_for_extreme_baseline",
                "is_chosen_for_extreme_baseline",
                "extreme_baseline",
            ])?
            .unwrap_or(false),
        has_comparison,
        points: fields.count("points")?.unwrap_or(0),
    }))?;
    let adjusted = match (cohort, comparison) {
        (Some(Held::Values(cohort)), Some(Held::Values(comparison))) => Some((
            "adjusted_change",
            shown(guard::adjusted_change(cohort, comparison).map_err(Refusal::because)?)?,
        )),
        (Some(Held::Shares(cohort)), Some(Held::Shares(comparison))) => Some((
            "difference_of_shares",
            shown(guard::difference_of_shares(cohort, comparison).map_err(Refusal::because)?)?,
        )),
        _ => None,
    };
    if let (Some((name, adjusted)), Some(object)) = (adjusted, result.as_object_mut()) {
        object.insert(name.to_owned(), adjusted);
    }
    Ok(result)
}

/// What one side of a comparison holds.
enum Held {
    Values(BeforeAfter),
    /// Events, of how many.
    Shares((f64, f64)),
}

fn held(object: &Map<String, Value>) -> Result<Option<Held>, Refusal> {
    let of = |names: &[&str]| {
        let given = entry(object, names);
        given
            .map(|given| number(&names.join("” or “"), given))
            .transpose()
    };
    if let Some((before, after)) = of(&["before"])?.zip(of(&["after"])?) {
        return Ok(Some(Held::Values(BeforeAfter { before, after })));
    }
    let share = of(&["x", "events"])?.zip(of(&["n", "population"])?);
    Ok(share.map(Held::Shares))
}
