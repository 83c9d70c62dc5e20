//! What one cell says: a number, a marker for "not there", a marker for "hidden at the
//! source", or something that has to be asked about. Used by imports and by typed or
//! pasted cells of the entry grid. A marker never becomes 0, and "1,234" is never guessed.

pub(crate) mod markers;
mod number;
mod style;

use rust_decimal::Decimal;

pub use style::{DecimalMark, StyleEvidence};

/// What a cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell<'c> {
    /// A figure.
    Number(Amount),
    /// No figure, said by leaving the cell empty or by this marker.
    Missing(&'c str),
    /// A figure exists but the source hides it behind this marker, such as `<5` or `*`.
    SuppressedAtSource(&'c str),
    /// A number that reads two ways; nobody but the user may choose.
    Ambiguous {
        /// Its value if the point is the decimal mark.
        with_point: Decimal,
        /// Its value if the comma is the decimal mark.
        with_comma: Decimal,
    },
    /// No figure and no known marker.
    Invalid(Reason),
}

/// A figure and the sign it was written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// The exact value as written; 52.8 % is 52.8.
    pub value: Decimal,
    /// The sign beside the digits.
    pub sign: UnitSign,
}

/// A unit written beside the digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitSign {
    /// Digits alone.
    None,
    /// `%`
    Percent,
    /// `$`, `€` or another currency.
    Currency,
}

/// Why a cell is no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Text.
    NotANumber,
    /// NaN or an infinity, from a division by zero in another program.
    NotFinite,
    /// More than fifteen digits before or after the decimal mark, or an exponent beyond.
    OutOfRange,
    /// A spreadsheet's error value such as `#DIV/0!`.
    SpreadsheetError,
    /// The decimal mark is the other one in this column, or groups of digits are not of
    /// three.
    MisplacedMark,
    /// A number followed by a note, such as `44.1 p` or `44 (est.)`.
    TrailingText,
}

impl Reason {
    /// A stable name for texts.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotANumber => "not_a_number",
            Self::NotFinite => "not_finite",
            Self::OutOfRange => "out_of_range",
            Self::SpreadsheetError => "spreadsheet_error",
            Self::MisplacedMark => "misplaced_mark",
            Self::TrailingText => "trailing_text",
        }
    }
}

/// Reads a cell. `mark` is the decimal mark that holds for its column; without one,
/// numbers that read two ways come back as `Ambiguous`.
pub fn parse(text: &str, mark: Option<DecimalMark>) -> Cell<'_> {
    let text = text.trim();
    if let Some(cell) = number::plain(text, mark) {
        return cell;
    }
    if markers::is_missing(text) {
        Cell::Missing(text)
    } else if markers::is_suppressed(text) {
        Cell::SuppressedAtSource(text)
    } else if markers::is_spreadsheet_error(text) {
        Cell::Invalid(Reason::SpreadsheetError)
    } else if markers::is_not_finite(text) {
        Cell::Invalid(Reason::NotFinite)
    } else {
        number::dressed(text, mark)
    }
}

impl Cell<'_> {
    /// The value, if it is a figure.
    pub fn number(self) -> Option<Decimal> {
        match self {
            Self::Number(amount) => Some(amount.value),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn check_number(cases: &[(&str, &str)], mark: Option<DecimalMark>) {
        for &(text, value) in cases {
            assert_eq!(
                parse(text, mark).number(),
                Some(decimal(value)),
                "{text:?} with {mark:?}"
            );
        }
    }

    #[test]
    fn numbers_that_read_one_way_need_no_decimal_mark() {
        check_number(
            &[
                ("57", "57"),
                ("0", "0"),
                ("57.1", "57.1"),
                ("57,1", "57.1"),
                ("0,123", "0.123"),
                ("0.123", "0.123"),
                (".5", "0.5"),
                ("-4.7", "-4.7"),
                ("−4.7", "-4.7"),
                ("–4.7", "-4.7"),
                ("+4.7", "4.7"),
                ("(4.7)", "-4.7"),
                ("52.8%", "52.8"),
                ("52,8 %", "52.8"),
                ("$1,234.50", "1234.50"),
                ("1.234,50 €", "1234.50"),
                ("-$12", "-12"),
                ("($1,234,567)", "-1234567"),
                ("1,234,567", "1234567"),
                ("1.234.567", "1234567"),
                ("12,34,567", "1234567"),
                ("1 234 567", "1234567"),
                ("1\u{a0}234,5", "1234.5"),
                ("1\u{202f}234", "1234"),
                ("1'234'567.8", "1234567.8"),
                ("1’234", "1234"),
                ("1.5e3", "1500"),
                ("2E-3", "0.002"),
            ],
            None,
        );
    }

    #[test]
    fn three_digits_behind_a_single_mark_are_asked_about() {
        for (text, with_point, with_comma) in [
            ("1,234", "1234", "1.234"),
            ("1.234", "1.234", "1234"),
            ("-12.345%", "-12.345", "-12345"),
            ("$1,234", "1234", "1.234"),
        ] {
            let expected = Cell::Ambiguous {
                with_point: decimal(with_point),
                with_comma: decimal(with_comma),
            };
            assert_eq!(parse(text, None), expected, "{text:?}");
            check_number(&[(text, with_point)], Some(DecimalMark::Point));
            check_number(&[(text, with_comma)], Some(DecimalMark::Comma));
        }
    }

    #[test]
    fn a_mark_that_contradicts_its_column_is_refused() {
        for (text, mark) in [
            ("57,1", DecimalMark::Point),
            ("57.1", DecimalMark::Comma),
            ("1.234,5", DecimalMark::Point),
            ("1,23,4", DecimalMark::Point),
            ("0,123", DecimalMark::Point),
        ] {
            assert_eq!(
                parse(text, Some(mark)),
                Cell::Invalid(Reason::MisplacedMark),
                "{text:?}"
            );
        }
    }

    #[test]
    fn markers_are_no_numbers() {
        for text in [
            "",
            " ",
            "-",
            "–",
            "—",
            "--",
            ".",
            "..",
            "n/a",
            "N/A",
            "NA",
            "n.a.",
            "no data",
            "No Data",
            "NULL",
            "sin datos",
        ] {
            assert_eq!(parse(text, None), Cell::Missing(text.trim()), "{text:?}");
        }
        for text in [
            "<5",
            "< 10",
            "<=5",
            "≤ 5",
            "*",
            "**",
            "s",
            "S",
            "(s)",
            "n<10",
            "N < 10",
            "<5%",
            ">95",
            "> 95%",
            "suppressed",
            "c",
        ] {
            assert_eq!(
                parse(text, None),
                Cell::SuppressedAtSource(text),
                "{text:?}"
            );
        }
    }

    #[test]
    fn what_is_no_figure_is_refused_with_its_reason() {
        for (text, reason) in [
            ("NaN", Reason::NotFinite),
            ("inf", Reason::NotFinite),
            ("-Infinity", Reason::NotFinite),
            ("∞", Reason::NotFinite),
            ("1e999", Reason::OutOfRange),
            ("1e16", Reason::OutOfRange),
            ("1234567890123456789", Reason::OutOfRange),
            ("#DIV/0!", Reason::SpreadsheetError),
            ("#REF!", Reason::SpreadsheetError),
            ("#N/A", Reason::SpreadsheetError),
            ("#SPILL!", Reason::SpreadsheetError),
            ("#¿NOMBRE?", Reason::SpreadsheetError),
            ("#NV", Reason::SpreadsheetError),
            ("Err:502", Reason::SpreadsheetError),
            ("#", Reason::NotANumber),
            ("#4", Reason::NotANumber),
            ("44.1 p", Reason::TrailingText),
            ("44 (est.)", Reason::TrailingText),
            ("44*", Reason::TrailingText),
            ("forty", Reason::NotANumber),
            ("nil", Reason::NotANumber),
            ("none", Reason::NotANumber),
            ("٤٤", Reason::NotANumber),
            ("%", Reason::NotANumber),
            ("1-2", Reason::TrailingText),
            ("1,,2", Reason::MisplacedMark),
            ("1.2.3", Reason::MisplacedMark),
            ("12 34", Reason::MisplacedMark),
            ("=1+1", Reason::NotANumber),
        ] {
            assert_eq!(parse(text, None), Cell::Invalid(reason), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic(text in "\\PC{0,24}|[-+0-9.,eE%$'() ]{0,24}") {
            for mark in [None, Some(DecimalMark::Point), Some(DecimalMark::Comma)] {
                parse(&text, mark);
            }
        }

        #[test]
        fn a_number_written_in_either_style_reads_back(mantissa in -999_999_999_999_i64..=999_999_999_999, scale in 0_u32..6) {
            let value = Decimal::new(mantissa, scale);
            let plain = value.to_string();
            let (whole, fraction) = plain.split_once('.').map_or((plain.as_str(), None), |(w, f)| (w, Some(f)));
            let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
            for (mark, group, decimal) in [(DecimalMark::Point, ",", "."), (DecimalMark::Comma, ".", ",")] {
                let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).unwrap()).collect();
                let mut text = format!("{sign}{}", groups.join(group));
                if let Some(fraction) = fraction {
                    text = format!("{text}{decimal}{fraction}");
                }
                prop_assert_eq!(parse(&text, Some(mark)).number(), Some(value), "{}", text);
            }
        }
    }
}
