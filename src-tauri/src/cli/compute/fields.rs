//! Reading the JSON object of `compute`: numbers, dated values and rows of them, in the
//! spellings people would guess. What a rule makes of them is left to its family.

use backbone_core::measurement::Period;
use backbone_exchange::periods::{self, PeriodCell, PeriodStyle, Rhythm, SingleYear};
use backbone_statistics::{Polarity, path::Dated};
use serde_json::{Map, Value};

use crate::cli::refusal::Refusal;

/// The input of a rule.
pub(super) struct Fields(pub(super) Map<String, Value>);

impl Fields {
    pub(super) fn refuse_unknown(&self, known: &[&str]) -> Result<(), Refusal> {
        match self.0.keys().find(|name| !known.contains(&name.as_str())) {
            Some(name) => Err(Refusal::because(format!(
                "“{name}” is not a field of this rule; it takes: {}",
                known.join(", ")
            ))),
            None => Ok(()),
        }
    }

    /// The first of these spellings that is there and not null, with its name.
    pub(super) fn first<'a>(&self, names: &[&'a str]) -> Option<(&'a str, &Value)> {
        names.iter().find_map(|name| {
            let value = self.0.get(*name)?;
            (!value.is_null()).then_some((*name, value))
        })
    }

    pub(super) fn first_number(&self, names: &[&str]) -> Result<Option<f64>, Refusal> {
        self.first(names)
            .map(|(name, value)| number(name, value))
            .transpose()
    }

    pub(super) fn first_count(&self, names: &[&str]) -> Result<Option<u32>, Refusal> {
        self.first(names)
            .map(|(name, value)| count(name, value))
            .transpose()
    }

    pub(super) fn first_flag(&self, names: &[&str]) -> Result<Option<bool>, Refusal> {
        self.first(names)
            .map(|(name, value)| {
                value
                    .as_bool()
                    .ok_or_else(|| Refusal::because(format!("“{name}” must be true or false")))
            })
            .transpose()
    }

    pub(super) fn number(&self, name: &str) -> Result<Option<f64>, Refusal> {
        match self.0.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(value) => number(name, value).map(Some),
        }
    }

    pub(super) fn required(&self, name: &str) -> Result<f64, Refusal> {
        self.number(name)?
            .ok_or_else(|| Refusal::because(format!("“{name}” is needed")))
    }

    pub(super) fn count(&self, name: &str) -> Result<Option<usize>, Refusal> {
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

    pub(super) fn polarity(&self) -> Result<Polarity, Refusal> {
        let given = self.first(&["polarity", "direction"]);
        match given.map(|(_, value)| value.as_str().unwrap_or_default()) {
            None | Some("higher" | "up" | "increase" | "positive") => Ok(Polarity::Higher),
            Some("lower" | "down" | "decrease" | "negative") => Ok(Polarity::Lower),
            Some("neither" | "none") => Ok(Polarity::Neither),
            Some(_) => Err(Refusal::because(
                "“polarity” must be higher, lower or neither",
            )),
        }
    }

    /// A dated value: an object, a pair of time and value, or a number with its time
    /// beside it.
    pub(super) fn dated(&self, name: &str) -> Result<Option<Dated>, Refusal> {
        match self.0.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::Object(object)) => dated(name, object).map(Some),
            Some(Value::Array(pair)) => dated_pair(name, pair).map(Some),
            Some(value) => {
                let time = ["t", "period", "year"]
                    .iter()
                    .find_map(|key| self.0.get(&format!("{name}_{key}")));
                let time = time.ok_or_else(|| {
                    Refusal::because(format!(
                        "“{name}” needs its time: {{\"period\": …, \"value\": …}}"
                    ))
                })?;
                Ok(Some(Dated {
                    t: position(name, time)?,
                    value: number(name, value)?,
                }))
            }
        }
    }

    pub(super) fn values(&self) -> Result<Vec<f64>, Refusal> {
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

    pub(super) fn points(&self) -> Result<Vec<Dated>, Refusal> {
        let list = self.0.get("points").or_else(|| self.0.get("values"));
        let items = list.and_then(Value::as_array).ok_or_else(|| {
            Refusal::because("“points” must be a list of {\"t\": …, \"value\": …}")
        })?;
        (0..)
            .zip(items)
            .map(|(index, item)| match item {
                Value::Object(object) => dated("points", object),
                Value::Array(pair) => dated_pair("points", pair),
                item => Ok(Dated {
                    t: f64::from(index),
                    value: number("points", item)?,
                }),
            })
            .collect()
    }
}

/// A number under a name.
pub(super) fn number(name: &str, value: &Value) -> Result<f64, Refusal> {
    value
        .as_f64()
        .ok_or_else(|| Refusal::because(format!("“{name}” must be a number")))
}

/// A whole number from 0 on, under a name.
pub(super) fn count(name: &str, value: &Value) -> Result<u32, Refusal> {
    value
        .as_u64()
        .and_then(|count| u32::try_from(count).ok())
        .ok_or_else(|| Refusal::because(format!("“{name}” must be a whole number from 0 on")))
}

/// A name, of a group or of a partner: text, or a number that stands for it.
pub(super) fn name(of: &str, value: &Value) -> Result<String, Refusal> {
    match value {
        Value::String(text) => Ok(text.clone()),
        Value::Number(number) => Ok(number.to_string()),
        _ => Err(Refusal::because(format!("“{of}” must be a name"))),
    }
}

/// The first of these spellings in an object that is not null.
pub(super) fn entry<'a>(object: &'a Map<String, Value>, names: &[&str]) -> Option<&'a Value> {
    names
        .iter()
        .find_map(|name| object.get(*name).filter(|value| !value.is_null()))
}

fn dated_pair(name: &str, pair: &[Value]) -> Result<Dated, Refusal> {
    match pair {
        [t, value] => Ok(Dated {
            t: position(name, t)?,
            value: number(name, value)?,
        }),
        _ => Err(Refusal::because(format!(
            "“{name}” as a list is [time, value]"
        ))),
    }
}

/// A value with its time, from an object.
pub(super) fn dated(name: &str, object: &Map<String, Value>) -> Result<Dated, Refusal> {
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
pub(super) fn position(name: &str, value: &Value) -> Result<f64, Refusal> {
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
