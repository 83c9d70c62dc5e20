//! Small conversions that several nouns share.

use backbone_contract::{ErrorCode, WireError};
use backbone_core::{Day, Error, Figure, Id, Reason, Result, measurement::Period};
use backbone_exchange::{
    cells::{self, DecimalMark},
    periods::{self, PeriodCell},
};
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// The wire form of a field that cannot be kept.
pub fn invalid(field: &str, reason: Reason) -> WireError {
    WireError {
        code: ErrorCode::Invalid,
        field: Some(field.to_owned()),
        detail: Some(reason.code().to_owned()),
    }
}

/// An ISO date or nothing.
pub fn day(field: &'static str, text: &str) -> Result<Option<Day>> {
    match text.trim() {
        "" => Ok(None),
        text => NaiveDate::parse_from_str(text, "%Y-%m-%d")
            .map(|day| Some(Day(day)))
            .map_err(|_| Error::Invalid {
                field,
                reason: Reason::NotADate,
            }),
    }
}

/// A date that must be there.
pub fn required_day(field: &'static str, text: &str) -> Result<Day> {
    day(field, text)?.ok_or(Error::Invalid {
        field,
        reason: Reason::Empty,
    })
}

/// A date as a form shows it.
pub fn day_text(day: Option<Day>) -> String {
    day.map(|day| day.0.format("%Y-%m-%d").to_string())
        .unwrap_or_default()
}

/// An id, or nothing where the form left it open.
pub fn optional_id<I: Id>(text: Option<&str>) -> Result<Option<I>> {
    text.filter(|text| !text.is_empty())
        .map(I::parse)
        .transpose()
}

/// Several ids.
pub fn ids<I: Id>(texts: &[String]) -> Result<Vec<I>> {
    texts.iter().map(|text| I::parse(text)).collect()
}

/// A figure as typed, or nothing.
pub fn figure(field: &'static str, text: &str) -> Result<Option<Figure>> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    typed_number(text)
        .map(|value| Some(Figure(value)))
        .ok_or(Error::Invalid {
            field,
            reason: Reason::NotANumber,
        })
}

/// A number as typed: with a point, or with a comma where that reads only one way.
pub fn typed_number(text: &str) -> Option<Decimal> {
    [DecimalMark::Point, DecimalMark::Comma]
        .into_iter()
        .find_map(|mark| cells::parse(text, Some(mark)).number())
}

/// A period as typed, of the kind a measure is collected by.
pub fn period(field: &'static str, text: &str, rhythm: Option<periods::Rhythm>) -> Result<Period> {
    if let Some(period) = Period::parse(text.trim()) {
        return Ok(period);
    }
    let style = periods::PeriodStyle {
        rhythm,
        single_year: Some(periods::SingleYear::Begins),
        ..Default::default()
    };
    match periods::parse(text, style) {
        PeriodCell::Found(period) => Ok(period),
        PeriodCell::Ambiguous(_) | PeriodCell::Unreadable => Err(Error::Invalid {
            field,
            reason: Reason::NotAPeriod,
        }),
    }
}

/// An exact figure as a form shows it.
pub fn figure_text(value: Option<Decimal>) -> String {
    value
        .map(backbone_figures::numbers::exact)
        .unwrap_or_default()
}

/// Ids as the wire has them; none where there are none.
pub fn texts<I: Id>(ids: Option<&Vec<I>>) -> Vec<String> {
    ids.into_iter().flatten().map(ToString::to_string).collect()
}
