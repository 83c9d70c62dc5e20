//! The values of a sample: names, periods, dates and figures as authors write them.

use super::load::SampleError;
use crate::periods::{self, PeriodCell, PeriodStyle};
use crate::readings_import::rhythm;
use backbone_core::Day;
use backbone_core::measurement::{Frequency, Period};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde_json::Number;
use std::collections::HashMap;

pub(super) fn find<I: Copy>(
    ids: &HashMap<String, I>,
    kind: &'static str,
    name: &str,
) -> Result<I, SampleError> {
    ids.get(name).copied().ok_or_else(|| SampleError::Unknown {
        kind,
        name: name.to_owned(),
    })
}

pub(super) fn all<I: Copy>(
    ids: &HashMap<String, I>,
    kind: &'static str,
    names: &[String],
) -> Result<Vec<I>, SampleError> {
    names.iter().map(|name| find(ids, kind, name)).collect()
}

pub(super) fn period(text: &str, frequency: Frequency) -> Result<Period, SampleError> {
    let style = PeriodStyle {
        rhythm: rhythm(frequency),
        ..PeriodStyle::default()
    };
    match periods::parse(text, style) {
        PeriodCell::Found(period) => Ok(period),
        _ => Err(SampleError::Unreadable {
            kind: "period",
            text: text.to_owned(),
        }),
    }
}

pub(super) fn day(text: &str) -> Result<Day, SampleError> {
    let unreadable = |_| SampleError::Unreadable {
        kind: "date",
        text: text.to_owned(),
    };
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .map(Day)
        .map_err(unreadable)
}

pub(super) fn optional_day(text: Option<&str>) -> Result<Option<Day>, SampleError> {
    text.map(day).transpose()
}

/// A number of the file exactly as it is written there.
pub(super) fn figure(number: &Number) -> Result<Decimal, SampleError> {
    let text = number.to_string();
    text.parse().map_err(|_| SampleError::Unreadable {
        kind: "figure",
        text,
    })
}
