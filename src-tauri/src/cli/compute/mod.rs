//! `compute`: one rule on one JSON object, for scripts and for checking by hand. Spellings
//! people would guess are taken; a field no rule knows is refused by name. Rules stand in
//! families, a file each; this file finds the rule, runs it and prints what it found.

mod engagement;
mod fields;
mod groups;
mod movement;
mod network;
mod series;
mod suppression;
mod targets;
#[cfg(test)]
mod tests;
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
const FAMILIES: &[&[Rule]] = &[
    movement::RULES,
    targets::RULES,
    series::RULES,
    uncertainty::RULES,
    groups::RULES,
    network::RULES,
    engagement::RULES,
    suppression::RULES,
];

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
    if let Some(file) = &arguments.file {
        if rule.name != network::RULE {
            return Err(Refusal::usage(
                "only “network” takes its input from a file; see --example for the others",
            ));
        }
        text = network::of_file(file)?.to_string();
    } else {
        input.read_to_string(&mut text)?;
    }
    match serde_json::from_str(&text) {
        // Pairs alone are a network too.
        Ok(Value::Array(pairs)) if rule.name == network::RULE && network::are_pairs(&pairs) => {
            let result = rule.on(serde_json::json!({ "edges": pairs }))?;
            print(&result, arguments.json, output)
        }
        Ok(Value::Array(many)) => each(rule, many, arguments.json, output),
        Ok(one) => {
            let result = rule.on(one)?;
            print(&result, arguments.json, output)
        }
        Err(error) => Err(Refusal::because(format!(
            "the input is not JSON: {error}; see --example"
        ))),
    }
}

fn print(result: &Value, is_json: bool, output: &mut impl Write) -> Result<(), Refusal> {
    if is_json {
        writeln!(output, "{result:#}")?;
        Ok(())
    } else {
        lines(result, "", output)
    }
}

impl Rule {
    fn on(&self, input: Value) -> Result<Value, Refusal> {
        let Value::Object(object) = input else {
            return Err(Refusal::because(
                "the input must be a JSON object, or a list of them; see --example",
            ));
        };
        let fields = Fields(object);
        fields.refuse_unknown(self.fields)?;
        (self.run)(&fields)
    }
}

/// Runs a rule on each object of a list. Nothing is printed where one is refused, which is
/// named by its place, counted from 1.
fn each(
    rule: &Rule,
    inputs: Vec<Value>,
    is_json: bool,
    output: &mut impl Write,
) -> Result<(), Refusal> {
    let results = (1..)
        .zip(inputs)
        .map(|(place, input)| rule.on(input).map_err(|refusal| refusal.at(place)))
        .collect::<Result<Vec<_>, _>>()?;
    if is_json {
        let printed: Vec<String> = results.iter().map(Value::to_string).collect();
        writeln!(output, "[\n{}\n]", printed.join(",\n"))?;
        return Ok(());
    }
    for (place, result) in (1..).zip(&results) {
        lines(result, &place.to_string(), output)?;
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
