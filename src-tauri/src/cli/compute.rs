//! `compute`: one rule on one JSON object, for scripts and for checking by hand. Spellings
//! people would guess are taken; a field no rule knows is refused by name.

use std::io::{Read, Write};

use backbone_core::measurement::Period;
use backbone_exchange::periods::{self, PeriodCell, PeriodStyle, Rhythm, SingleYear};
use backbone_statistics::{
    Polarity, Unit, change, interval,
    path::{self, Dated},
    runchart, status, trend, xmr,
};
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::{arguments::ComputeArguments, refusal::Refusal};

/// A rule: its name, its example, its fields, and what runs it.
struct Rule {
    name: &'static str,
    example: &'static str,
    fields: &'static [&'static str],
    run: fn(&Fields) -> Result<Value, Refusal>,
}

const RULES: &[Rule] = &[
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
        name: "interval",
        example: r#"{"method": "wilson", "x": 65, "n": 100}"#,
        fields: &["method", "x", "n", "per"],
        run: run_interval,
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

pub fn command(
    arguments: &ComputeArguments,
    mut input: impl Read,
    output: &mut impl Write,
) -> Result<(), Refusal> {
    let names: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
    let Some(name) = &arguments.rule else {
        writeln!(output, "{}", names.join("\n"))?;
        return Ok(());
    };
    let rule = RULES.iter().find(|rule| rule.name == name).ok_or_else(|| {
        Refusal::usage(format!(
            "there is no rule “{name}”; there are: {}",
            names.join(", ")
        ))
    })?;
    if arguments.example {
        writeln!(output, "{}", rule.example)?;
        return Ok(());
    }
    let mut text = String::new();
    input.read_to_string(&mut text)?;
    let object = match serde_json::from_str(&text) {
        Ok(Value::Object(object)) => object,
        Ok(_) => {
            return Err(Refusal::because(
                "the input must be one JSON object; see --example",
            ));
        }
        Err(error) => {
            return Err(Refusal::because(format!(
                "the input is not JSON: {error}; see --example"
            )));
        }
    };
    let fields = Fields(object);
    fields.refuse_unknown(rule.fields)?;
    let result = (rule.run)(&fields)?;
    if arguments.json {
        writeln!(output, "{result:#}")?;
    } else {
        lines(&result, "", output)?;
    }
    Ok(())
}

/// Prints a result as lines of names and values.
fn lines(value: &Value, prefix: &str, output: &mut impl Write) -> Result<(), Refusal> {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let name = if prefix.is_empty() {
                    name.clone()
                } else {
                    format!("{prefix}.{name}")
                };
                lines(value, &name, output)?;
            }
        }
        Value::Array(items) if items.iter().any(Value::is_object) => {
            for (index, item) in items.iter().enumerate() {
                lines(item, &format!("{prefix}[{index}]"), output)?;
            }
        }
        Value::Null => writeln!(output, "{prefix}: –")?,
        Value::String(text) => writeln!(output, "{prefix}: {text}")?,
        other => writeln!(output, "{prefix}: {other}")?,
    }
    Ok(())
}

fn shown(result: impl Serialize) -> Result<Value, Refusal> {
    serde_json::to_value(result).map_err(Refusal::because)
}

/// The input of a rule.
struct Fields(Map<String, Value>);

impl Fields {
    fn refuse_unknown(&self, known: &[&str]) -> Result<(), Refusal> {
        match self.0.keys().find(|name| !known.contains(&name.as_str())) {
            Some(name) => Err(Refusal::because(format!(
                "“{name}” is not a field of this rule; it takes: {}",
                known.join(", ")
            ))),
            None => Ok(()),
        }
    }

    fn number(&self, name: &str) -> Result<Option<f64>, Refusal> {
        match self.0.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(value) => number(name, value).map(Some),
        }
    }

    fn required(&self, name: &str) -> Result<f64, Refusal> {
        self.number(name)?
            .ok_or_else(|| Refusal::because(format!("“{name}” is needed")))
    }

    fn count(&self, name: &str) -> Result<Option<usize>, Refusal> {
        match self.0.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(value) => value
                .as_u64()
                .and_then(|count| usize::try_from(count).ok())
                .map(Some)
                .ok_or_else(|| {
                    Refusal::because(format!("“{name}” must be a whole number from 0 on"))
                }),
        }
    }

    fn polarity(&self) -> Result<Polarity, Refusal> {
        let given = self.0.get("polarity").or_else(|| self.0.get("direction"));
        match given.map(|value| value.as_str().unwrap_or_default()) {
            None | Some("higher" | "up") => Ok(Polarity::Higher),
            Some("lower" | "down") => Ok(Polarity::Lower),
            Some("neither" | "none") => Ok(Polarity::Neither),
            Some(_) => Err(Refusal::because(
                "“polarity” must be higher, lower or neither",
            )),
        }
    }

    /// A dated value: an object, or a number with its time beside it.
    fn dated(&self, name: &str) -> Result<Option<Dated>, Refusal> {
        match self.0.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::Object(object)) => dated(name, object).map(Some),
            Some(value) => {
                let time = [format!("{name}_t"), format!("{name}_period")]
                    .iter()
                    .find_map(|key| self.0.get(key).cloned());
                let time = time.ok_or_else(|| {
                    Refusal::because(format!(
                        "“{name}” needs its time: {{\"period\": …, \"value\": …}}"
                    ))
                })?;
                Ok(Some(Dated {
                    t: position(name, &time)?,
                    value: number(name, value)?,
                }))
            }
        }
    }

    fn values(&self) -> Result<Vec<f64>, Refusal> {
        let list = self.0.get("values").or_else(|| self.0.get("points"));
        let items = list
            .and_then(Value::as_array)
            .ok_or_else(|| Refusal::because("“values” must be a list of numbers"))?;
        items
            .iter()
            .map(|item| match item {
                Value::Object(object) => {
                    number("value", object.get("value").unwrap_or(&Value::Null))
                }
                item => number("values", item),
            })
            .collect()
    }

    fn points(&self) -> Result<Vec<Dated>, Refusal> {
        let list = self.0.get("points").or_else(|| self.0.get("values"));
        let items = list.and_then(Value::as_array).ok_or_else(|| {
            Refusal::because("“points” must be a list of {\"t\": …, \"value\": …}")
        })?;
        (0..)
            .zip(items)
            .map(|(index, item)| match item {
                Value::Object(object) => dated("points", object),
                Value::Array(pair) => match pair.as_slice() {
                    [t, value] => Ok(Dated {
                        t: position("points", t)?,
                        value: number("points", value)?,
                    }),
                    _ => Err(Refusal::because("a point is [time, value]")),
                },
                item => Ok(Dated {
                    t: f64::from(index),
                    value: number("points", item)?,
                }),
            })
            .collect()
    }
}

fn number(name: &str, value: &Value) -> Result<f64, Refusal> {
    value
        .as_f64()
        .ok_or_else(|| Refusal::because(format!("“{name}” must be a number")))
}

fn dated(name: &str, object: &Map<String, Value>) -> Result<Dated, Refusal> {
    let time = ["t", "period", "time", "year", "date"]
        .iter()
        .find_map(|key| object.get(*key));
    let time = time.ok_or_else(|| Refusal::because(format!("“{name}” needs “t” or “period”")))?;
    let value = object
        .get("value")
        .ok_or_else(|| Refusal::because(format!("“{name}” needs “value”")))?;
    Ok(Dated {
        t: position(name, time)?,
        value: number(name, value)?,
    })
}

/// A time in years: a number, or a period as people write it.
fn position(name: &str, value: &Value) -> Result<f64, Refusal> {
    if let Some(number) = value.as_f64() {
        return Ok(number);
    }
    let text = value.as_str().unwrap_or_default();
    let found = Period::parse(text).or_else(|| {
        // Two years in a row are a school year, as in “2015–16”; a month is written 2015-03
        // and reads as such where it cannot be a school year.
        let style = |rhythm| PeriodStyle {
            rhythm,
            single_year: Some(SingleYear::Begins),
            ..PeriodStyle::default()
        };
        [None, Some(Rhythm::SchoolYear)]
            .into_iter()
            .find_map(|rhythm| match periods::parse(text, style(rhythm)) {
                PeriodCell::Found(period) => Some(period),
                _ => None,
            })
    });
    found.map(Period::position).ok_or_else(|| {
        Refusal::because(format!("“{text}” in “{name}” is not a period we can read"))
    })
}

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

#[cfg(test)]
mod tests {
    use super::*;

    fn compute(rule: &str, input: &str) -> Value {
        let arguments = ComputeArguments {
            rule: Some(rule.to_owned()),
            json: true,
            example: false,
            list: false,
        };
        let mut output = Vec::new();
        command(&arguments, input.as_bytes(), &mut output).unwrap();
        serde_json::from_slice(&output).unwrap()
    }

    #[test]
    fn every_example_is_answered_with_rule_and_points() {
        for rule in RULES {
            let found = compute(rule.name, rule.example);
            assert!(
                found["rule"]["id"].is_string() && found["points"].is_u64(),
                "{}: {found}",
                rule.name
            );
        }
    }

    #[test]
    fn the_published_examples_come_out() {
        let path = RULES
            .iter()
            .find(|rule| rule.name == "path")
            .unwrap()
            .example;
        let found = compute("path", path);
        assert_eq!(found["position"], "watch");
        assert!((found["path_value"].as_f64().unwrap() - 56.025).abs() < 1e-9);
        assert_eq!(
            compute(
                "status",
                r#"{"baseline":50,"current":56,"target":40,"polarity":"lower"}"#
            )["movement"],
            "getting_worse"
        );
    }

    #[test]
    fn a_field_no_rule_knows_is_refused_by_name() {
        let arguments = ComputeArguments {
            rule: Some("status".to_owned()),
            json: true,
            example: false,
            list: false,
        };
        let refused = command(&arguments, r#"{"base": 1}"#.as_bytes(), &mut Vec::new());
        assert!(format!("{:?}", refused.unwrap_err()).contains("base"));
    }
}
