//! `compute`: one rule on one JSON object, for scripts and for checking by hand. Spellings
//! people would guess are taken; a field no rule knows is refused by name. Rules stand in
//! families, a file each; this file finds the rule, runs it and prints what it found.

mod fields;
mod movement;
mod series;
mod uncertainty;

use std::io::{Read, Write};

use serde::Serialize;
use serde_json::Value;

use self::fields::Fields;
use super::{arguments::ComputeArguments, refusal::Refusal};

/// A rule: its name, its example, its fields, and what runs it.
struct Rule {
    name: &'static str,
    example: &'static str,
    fields: &'static [&'static str],
    run: fn(&Fields) -> Result<Value, Refusal>,
}

/// Every family, in the order in which rules are listed.
const FAMILIES: &[&[Rule]] = &[movement::RULES, series::RULES, uncertainty::RULES];

fn rules() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.iter().copied().flatten()
}

pub fn command(
    arguments: &ComputeArguments,
    mut input: impl Read,
    output: &mut impl Write,
) -> Result<(), Refusal> {
    let names: Vec<&str> = rules().map(|rule| rule.name).collect();
    let Some(name) = &arguments.rule else {
        writeln!(output, "{}", names.join("\n"))?;
        return Ok(());
    };
    let rule = rules().find(|rule| rule.name == name).ok_or_else(|| {
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
        for rule in rules() {
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
        let path = rules().find(|rule| rule.name == "path").unwrap().example;
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
