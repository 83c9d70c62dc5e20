//! How sure a figure is.

use backbone_statistics::interval;
use serde_json::Value;

use super::{Rule, fields::Fields, shown};
use crate::cli::refusal::Refusal;

pub(super) const RULES: &[Rule] = &[Rule {
    name: "interval",
    example: r#"{"method": "wilson", "x": 65, "n": 100}"#,
    fields: &["method", "x", "n", "per"],
    run: run_interval,
}];

fn run_interval(fields: &Fields) -> Result<Value, Refusal> {
    let method = fields
        .0
        .get("method")
        .and_then(Value::as_str)
        .unwrap_or("wilson");
    let x = fields.required("x")?;
    let found = match method {
        "wilson" => interval::wilson(x, fields.required("n")?),
        "byar" | "exact" | "poisson" | "count" | "rate" => match fields.number("n")? {
            Some(n) => interval::rate(x, n, fields.number("per")?.unwrap_or(1.0)),
            None => interval::count(x),
        },
        _ => {
            return Err(Refusal::because(
                "“method” must be wilson, byar, exact or rate",
            ));
        }
    };
    shown(found.map_err(Refusal::because)?)
}
