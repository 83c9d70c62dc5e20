//! Digits, marks and signs to an exact number. Two roads: `plain` for the digits with at
//! most one mark that nearly every cell holds, `dressed` for groups, signs, currencies,
//! parentheses and exponents.

use super::{Amount, Cell, DecimalMark, Reason, UnitSign};
use rust_decimal::Decimal;

/// Digits kept before and after the decimal mark. No figure of a community needs more,
/// and everything within stays exact.
const MAX_DIGITS: usize = 15;

/// What a cell tells about the decimal mark of its column.
pub(super) enum Shape {
    Point,
    Comma,
    BothWays,
    Indifferent,
}

/// The quick road: an optional hyphen, digits, at most one point or comma. `None` sends
/// the cell down the long road.
pub(super) fn plain(text: &str, mark: Option<DecimalMark>) -> Option<Cell<'_>> {
    let bytes = text.as_bytes();
    let (negative, digits) = match bytes {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, bytes),
    };
    if digits.is_empty() || digits.len() > MAX_DIGITS {
        return None;
    }
    let mut mantissa = 0_i64;
    let mut fraction: Option<u32> = None;
    for &byte in digits {
        match byte {
            b'0'..=b'9' => {
                mantissa = mantissa * 10 + i64::from(byte - b'0');
                fraction = fraction.map(|digits| digits + 1);
            }
            b'.' if fraction.is_none() && mark != Some(DecimalMark::Comma) => fraction = Some(0),
            _ => return None,
        }
    }
    let scale = match fraction {
        None => 0,
        // Three digits may be a group and none may be a typing error: the long road knows.
        Some(0) => return None,
        Some(3) if mark.is_none() => return None,
        Some(scale) => scale,
    };
    let value = Decimal::new(if negative { -mantissa } else { mantissa }, scale);
    Some(Cell::Number(Amount {
        value,
        sign: UnitSign::None,
    }))
}

/// The long road: everything a number may be dressed in.
pub(super) fn dressed(text: &str, mark: Option<DecimalMark>) -> Cell<'_> {
    let Some(bare) = undress(text) else {
        return Cell::Invalid(refusal(text));
    };
    let amount = |value: Decimal| {
        let value = if bare.is_negative { -value } else { value };
        Amount {
            value,
            sign: bare.sign,
        }
    };
    match mark {
        Some(mark) => match bare.read(mark) {
            Ok(value) => Cell::Number(amount(value)),
            Err(reason) => Cell::Invalid(reason),
        },
        None => match (bare.read(DecimalMark::Point), bare.read(DecimalMark::Comma)) {
            (Ok(point), Ok(comma)) if point != comma => Cell::Ambiguous {
                with_point: amount(point).value,
                with_comma: amount(comma).value,
            },
            (Ok(value), _) | (_, Ok(value)) => Cell::Number(amount(value)),
            (Err(reason), Err(_)) => Cell::Invalid(reason),
        },
    }
}

/// What a cell tells about the decimal mark of its column; text tells nothing.
pub(super) fn shape(text: &str) -> Shape {
    if !text.bytes().any(|byte| byte == b'.' || byte == b',') {
        return Shape::Indifferent;
    }
    if has_telling_point(text) {
        return Shape::Point;
    }
    let Some(bare) = undress(text.trim()) else {
        return Shape::Indifferent;
    };
    match (bare.read(DecimalMark::Point), bare.read(DecimalMark::Comma)) {
        (Ok(point), Ok(comma)) if point != comma => Shape::BothWays,
        (Ok(_), Err(_)) => Shape::Point,
        (Err(_), Ok(_)) => Shape::Comma,
        _ => Shape::Indifferent,
    }
}

/// Digits, one point, and behind it digits that are no group: nearly every cell of a
/// column with fractions, told without taking it apart.
fn has_telling_point(text: &str) -> bool {
    let Some((whole, fraction)) = text.split_once('.') else {
        return false;
    };
    let are_digits =
        |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    fraction.len() != 3 && are_digits(whole) && are_digits(fraction)
}

/// A number without its signs: digits, marks, group separators, exponent.
struct Bare<'c> {
    digits: &'c str,
    exponent: i32,
    is_negative: bool,
    sign: UnitSign,
}

/// Takes off parentheses, minus, currency, percent and exponent. `None` when something
/// else than a number remains.
fn undress(text: &str) -> Option<Bare<'_>> {
    let (text, in_parentheses) = match text.strip_prefix('(').and_then(|t| t.strip_suffix(')')) {
        Some(inner) => (inner.trim(), true),
        None => (text, false),
    };
    let (text, minus_first) = strip_minus(text);
    let (text, currency) = strip_currency(text);
    let (text, minus_second) = if minus_first {
        (text, false)
    } else {
        strip_minus(text)
    };
    let (text, is_percent) = match text.strip_suffix('%') {
        Some(rest) => (rest.trim_end(), true),
        None => (text, false),
    };
    let (digits, exponent) = split_exponent(text)?;
    let is_number = digits.starts_with(|char: char| char.is_ascii_digit() || ".,".contains(char))
        && digits.ends_with(|char: char| char.is_ascii_digit())
        && digits
            .chars()
            .all(|char| char.is_ascii_digit() || ".,".contains(char) || is_spacer(char));
    let sign = match (currency, is_percent) {
        (true, true) => return None,
        (true, false) => UnitSign::Currency,
        (false, true) => UnitSign::Percent,
        (false, false) => UnitSign::None,
    };
    let is_negative = in_parentheses || minus_first || minus_second;
    is_number.then_some(Bare {
        digits,
        exponent,
        is_negative,
        sign,
    })
}

fn strip_minus(text: &str) -> (&str, bool) {
    // A plus is taken off too, it says nothing.
    if let Some(rest) = text.strip_prefix('+') {
        return (rest.trim_start(), false);
    }
    match text.strip_prefix(['-', '−', '–']) {
        Some(rest) => (rest.trim_start(), true),
        None => (text, false),
    }
}

fn strip_currency(text: &str) -> (&str, bool) {
    const SIGNS: &[&str] = &["US$", "$", "€", "£", "¥", "₹", "USD", "EUR"];
    for sign in SIGNS {
        if let Some(rest) = text.strip_prefix(sign) {
            return (rest.trim_start(), true);
        }
        if let Some(rest) = text.strip_suffix(sign) {
            return (rest.trim_end(), true);
        }
    }
    (text, false)
}

/// The digits and the power of ten behind an `e`; `None` when the exponent is no number.
fn split_exponent(text: &str) -> Option<(&str, i32)> {
    match text.split_once(['e', 'E']) {
        None => Some((text, 0)),
        Some((digits, exponent)) => {
            let figures = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
            let is_number =
                !figures.is_empty() && figures.bytes().all(|byte| byte.is_ascii_digit());
            // An exponent too long for its type is far out of range, which `read` reports.
            is_number.then(|| (digits, exponent.parse().unwrap_or(i32::MAX)))
        }
    }
}

fn is_spacer(char: char) -> bool {
    matches!(char, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’')
}

impl Bare<'_> {
    /// The value if `mark` is the decimal mark and everything else separates groups.
    fn read(&self, mark: DecimalMark) -> Result<Decimal, Reason> {
        let (decimal, group) = match mark {
            DecimalMark::Point => ('.', ','),
            DecimalMark::Comma => (',', '.'),
        };
        let (whole, fraction) = match self.digits.split_once(decimal) {
            Some((_, "")) => return Err(Reason::MisplacedMark),
            Some((whole, fraction)) => (whole, fraction),
            None => (self.digits, ""),
        };
        if !fraction.bytes().all(|byte| byte.is_ascii_digit()) || !is_grouped(whole, group) {
            return Err(Reason::MisplacedMark);
        }
        self.assemble(whole, fraction)
    }

    fn assemble(&self, whole: &str, fraction: &str) -> Result<Decimal, Reason> {
        let mut mantissa = 0_i128;
        let mut count = 0_usize;
        for byte in whole
            .bytes()
            .chain(fraction.bytes())
            .filter(u8::is_ascii_digit)
        {
            if count > 0 || byte != b'0' {
                count += 1;
            }
            if count > MAX_DIGITS * 2 {
                return Err(Reason::OutOfRange);
            }
            mantissa = mantissa * 10 + i128::from(byte - b'0');
        }
        let limit = MAX_DIGITS as i32;
        let scale = i32::try_from(fraction.len())
            .unwrap_or(i32::MAX)
            .saturating_sub(self.exponent);
        let significant = i32::try_from(count).unwrap_or(i32::MAX);
        if mantissa != 0 && (significant.saturating_sub(scale) > limit || scale > limit) {
            return Err(Reason::OutOfRange);
        }
        if mantissa == 0 {
            let scale = u32::try_from(scale.clamp(0, limit)).unwrap_or(0);
            return Ok(Decimal::new(0, scale));
        }
        let (mantissa, scale) = match u32::try_from(scale) {
            Ok(scale) => (mantissa, scale),
            Err(_) => (mantissa * 10_i128.pow(scale.unsigned_abs()), 0),
        };
        Decimal::try_from_i128_with_scale(mantissa, scale).map_err(|_| Reason::OutOfRange)
    }
}

/// The whole part has no separators, or groups of three behind a first of one to three
/// that does not begin with zero; or Indian groups of two before the last three.
fn is_grouped(whole: &str, group: char) -> bool {
    let is_separator = |char: char| char == group || is_spacer(char);
    if !whole.contains(is_separator) {
        // The other mark may not occur at all.
        return whole.bytes().all(|byte| byte.is_ascii_digit());
    }
    let mut groups = whole.split(is_separator);
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let Some((last, middle)) = rest.split_last() else {
        return false;
    };
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let starts_well = (1..=3).contains(&first.len()) && !first.starts_with('0');
    let is_western = middle.iter().all(|group| group.len() == 3);
    let is_indian = group == ',' && first.len() <= 2 && middle.iter().all(|group| group.len() == 2);
    starts_well
        && last.len() == 3
        && (is_western || is_indian)
        && all_digits(first)
        && rest.iter().all(|group| all_digits(group))
}

/// Why a text that is not made of digits and marks is refused.
fn refusal(text: &str) -> Reason {
    let digits = text
        .trim_start_matches(['-', '−', '–', '+', '(', '$', '€', '£'])
        .trim_start();
    let only_marks = digits
        .chars()
        .all(|char| char.is_ascii_digit() || ".,".contains(char) || is_spacer(char));
    match digits.starts_with(|char: char| char.is_ascii_digit()) {
        true if only_marks => Reason::MisplacedMark,
        true => Reason::TrailingText,
        false => Reason::NotANumber,
    }
}
