//! One word for each choice an import knows, the same on the wire, on the command line and
//! in a remembered mapping.

use crate::cells::DecimalMark;
use crate::periods::{DateOrder, Rhythm, SerialDates, SingleYear};
use crate::readings_import::{OnChanged, OnRepeated, Role, Shares};
use crate::table::{Delimiter, Encoding};

/// A choice with a word for each of its values.
pub trait Coded: Copy + PartialEq + 'static {
    /// Every value with its word.
    const CODES: &'static [(Self, &'static str)];

    /// The word of a value.
    fn code(self) -> &'static str {
        let found = Self::CODES.iter().find(|(value, _)| *value == self);
        found.map_or("", |(_, code)| *code)
    }

    /// The value of a word.
    fn by_code(code: &str) -> Option<Self> {
        let found = Self::CODES.iter().find(|(_, known)| *known == code);
        found.map(|(value, _)| *value)
    }
}

impl Coded for Role {
    const CODES: &'static [(Self, &'static str)] = &[
        (Self::Ignore, "ignore"),
        (Self::Period, "period"),
        (Self::Value, "value"),
        (Self::Measure, "measure"),
        (Self::Group, "group"),
        (Self::Place, "place"),
        (Self::Provider, "provider"),
        (Self::Numerator, "numerator"),
        (Self::Denominator, "denominator"),
        (Self::Lower, "lower"),
        (Self::Upper, "upper"),
        (Self::State, "state"),
        (Self::Comment, "comment"),
        (Self::Source, "source"),
        (Self::Unit, "unit"),
    ];
}

impl Coded for Encoding {
    const CODES: &'static [(Self, &'static str)] = &[
        (Self::Utf8, "utf8"),
        (Self::Utf16Le, "utf16le"),
        (Self::Utf16Be, "utf16be"),
        (Self::Windows1252, "windows1252"),
        (Self::MacRoman, "macroman"),
    ];
}

impl Coded for Delimiter {
    const CODES: &'static [(Self, &'static str)] = &[
        (Self::Comma, ","),
        (Self::Semicolon, ";"),
        (Self::Tab, "\t"),
        (Self::Pipe, "|"),
    ];
}

impl Coded for DecimalMark {
    const CODES: &'static [(Self, &'static str)] =
        &[(Self::Point, "point"), (Self::Comma, "comma")];
}

impl Coded for DateOrder {
    const CODES: &'static [(Self, &'static str)] = &[
        (Self::DayFirst, "day_first"),
        (Self::MonthFirst, "month_first"),
    ];
}

impl Coded for SingleYear {
    const CODES: &'static [(Self, &'static str)] =
        &[(Self::Begins, "begins"), (Self::Ends, "ends")];
}

impl Coded for Rhythm {
    const CODES: &'static [(Self, &'static str)] = &[
        (Self::Year, "year"),
        (Self::SchoolYear, "school_year"),
        (Self::FiscalYear, "fiscal_year"),
        (Self::Quarter, "quarter"),
        (Self::Month, "month"),
    ];
}

impl Coded for SerialDates {
    const CODES: &'static [(Self, &'static str)] =
        &[(Self::From1900, "1900"), (Self::From1904, "1904")];
}

impl Coded for Shares {
    const CODES: &'static [(Self, &'static str)] = &[
        (Self::TimesHundred, "times_hundred"),
        (Self::AsTheyAre, "as_they_are"),
    ];
}

impl Coded for OnChanged {
    const CODES: &'static [(Self, &'static str)] =
        &[(Self::Replace, "replace"), (Self::Keep, "keep")];
}

impl Coded for OnRepeated {
    const CODES: &'static [(Self, &'static str)] = &[
        (Self::Ask, "ask"),
        (Self::First, "first"),
        (Self::Last, "last"),
    ];
}
