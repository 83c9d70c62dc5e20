//! One cell: a value, so many out of so many, a marker, or nothing; with a letter behind it
//! for a figure that is not final.

use std::borrow::Cow;

use backbone_core::measurement::{Measure, Reading, ReadingState, UnitKind};
use rust_decimal::Decimal;

use crate::cells::{self, Cell, DecimalMark, Reason, StyleEvidence};

/// What a filled cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figures {
    /// Value in the measure's unit; none while suppressed or missing.
    pub value: Option<Decimal>,
    /// Numerator and denominator, where the value was given by them.
    pub parts: Option<(Decimal, Decimal)>,
    /// How firm it is.
    pub state: ReadingState,
}

/// Why a cell cannot be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// It is no figure.
    NotAFigure(Reason),
    /// It is over the limit of the measure.
    OverLimit(Decimal),
    /// It is below zero, which this unit never is.
    BelowZero,
    /// The part is larger than the whole.
    PartOverWhole,
    /// There is nobody to be a part of.
    NothingToDivide,
    /// So many out of so many was given for a measure that is no share.
    NotAShare,
}

impl Problem {
    /// A stable name for texts.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NotAFigure(_) => "not_a_figure",
            Self::OverLimit(_) => "over_limit",
            Self::BelowZero => "below_zero",
            Self::PartOverWhole => "part_over_whole",
            Self::NothingToDivide => "nothing_to_divide",
            Self::NotAShare => "not_a_share",
        }
    }

    /// Every [`Self::code`].
    pub const CODES: &'static [&'static str] = &[
        "not_a_figure",
        "over_limit",
        "below_zero",
        "part_over_whole",
        "nothing_to_divide",
        "not_a_share",
    ];
}

/// The decimal mark that cells entered together agree on.
pub fn decimal_mark<'c>(cells: impl Iterator<Item = &'c str>) -> Option<DecimalMark> {
    let mut evidence = StyleEvidence::default();
    cells.for_each(|cell| evidence.weigh(without_state(cell).0));
    evidence.verdict()
}

/// Reads a cell; none where it is empty. `mark` is what the cells entered with it agree on;
/// without one the point is tried first.
///
/// # Errors
/// What is no figure, or none this measure can have.
pub fn read(
    text: &str,
    measure: &Measure,
    mark: Option<DecimalMark>,
) -> Result<Option<Figures>, Problem> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let (figure, state) = without_state(text);
    if let Some((numerator, denominator)) = parts(figure) {
        return share(numerator, denominator, measure, mark, state).map(Some);
    }
    let absent = |state| {
        Ok(Some(Figures {
            value: None,
            parts: None,
            state,
        }))
    };
    match cell(figure, mark) {
        Cell::Number(amount) => {
            check(amount.value, measure)?;
            Ok(Some(Figures {
                value: Some(amount.value),
                parts: None,
                state,
            }))
        }
        Cell::Missing(_) => absent(ReadingState::Missing),
        Cell::SuppressedAtSource(_) => absent(ReadingState::Suppressed),
        Cell::Ambiguous { .. } => Err(Problem::NotAFigure(Reason::MisplacedMark)),
        Cell::Invalid(reason) => Err(Problem::NotAFigure(reason)),
    }
}

/// A stored reading as it is edited: what [`read`] makes the same reading of.
#[must_use]
pub fn text_of(reading: &Reading, measure: &Measure) -> String {
    let exact = |value: Decimal| value.normalize().to_string();
    let figure: Cow<'_, str> = match (reading.value, reading.state) {
        (Some(value), _) => match reading.numerator.zip(reading.denominator) {
            Some((numerator, denominator))
                if measure.share_of(numerator, denominator) == Some(value.normalize()) =>
            {
                format!("{}/{}", exact(numerator), exact(denominator)).into()
            }
            _ => exact(value).into(),
        },
        (None, ReadingState::Suppressed) => "s".into(),
        (None, _) => "–".into(),
    };
    match reading.state {
        ReadingState::Provisional => format!("{figure} p"),
        ReadingState::Revised => format!("{figure} r"),
        _ => figure.into_owned(),
    }
}

/// The figure without the letter behind it that says how firm it is.
fn without_state(text: &str) -> (&str, ReadingState) {
    let text = text.trim();
    let marked = |letters: [char; 2], state| {
        let figure = text.strip_suffix(letters)?.trim_end();
        figure
            .ends_with(|c: char| c.is_ascii_digit() || c == '%')
            .then_some((figure, state))
    };
    marked(['p', 'P'], ReadingState::Provisional)
        .or_else(|| marked(['r', 'R'], ReadingState::Revised))
        .unwrap_or((text, ReadingState::Final))
}

/// “1487/2795” and “1,487 of 2,795”.
fn parts(figure: &str) -> Option<(&str, &str)> {
    let (numerator, denominator) = figure
        .split_once('/')
        .or_else(|| figure.split_once(" of "))?;
    let has_digits = |text: &str| text.contains(|c: char| c.is_ascii_digit());
    (has_digits(numerator) && has_digits(denominator)).then_some((numerator, denominator))
}

fn share(
    numerator: &str,
    denominator: &str,
    measure: &Measure,
    mark: Option<DecimalMark>,
    state: ReadingState,
) -> Result<Figures, Problem> {
    if !matches!(measure.unit, UnitKind::Percent | UnitKind::Rate) {
        return Err(Problem::NotAShare);
    }
    let number = |text| match cell(text, mark) {
        Cell::Number(amount) => Ok(amount.value),
        Cell::Invalid(reason) => Err(Problem::NotAFigure(reason)),
        _ => Err(Problem::NotAFigure(Reason::NotANumber)),
    };
    let (numerator, denominator) = (number(numerator)?, number(denominator)?);
    if numerator < Decimal::ZERO {
        return Err(Problem::BelowZero);
    }
    if measure.unit == UnitKind::Percent && numerator > denominator {
        return Err(Problem::PartOverWhole);
    }
    let value = measure
        .share_of(numerator, denominator)
        .ok_or(Problem::NothingToDivide)?;
    check(value, measure)?;
    Ok(Figures {
        value: Some(value),
        parts: Some((numerator, denominator)),
        state,
    })
}

fn cell(figure: &str, mark: Option<DecimalMark>) -> Cell<'_> {
    match cells::parse(figure, Some(mark.unwrap_or(DecimalMark::Point))) {
        Cell::Invalid(Reason::MisplacedMark) if mark.is_none() => {
            cells::parse(figure, Some(DecimalMark::Comma))
        }
        found => found,
    }
}

fn check(value: Decimal, measure: &Measure) -> Result<(), Problem> {
    let can_be_negative = matches!(
        measure.unit,
        UnitKind::Index | UnitKind::Currency | UnitKind::Days
    );
    if value < Decimal::ZERO && !can_be_negative {
        return Err(Problem::BelowZero);
    }
    match measure.natural_limit {
        Some(limit) if value > limit.0 => Err(Problem::OverLimit(limit.0)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use backbone_core::{
        Figure,
        measurement::{Origin, Period, SeriesId},
    };

    fn percent() -> Measure {
        let mut measure = Measure::named("KR", "Kindergarten readiness");
        measure.natural_limit = Some(Figure(Decimal::ONE_HUNDRED));
        measure
    }

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[track_caller]
    fn check(text: &str, value: Option<&str>, parts: Option<(&str, &str)>, state: ReadingState) {
        let wanted = Figures {
            value: value.map(decimal),
            parts: parts.map(|(part, whole)| (decimal(part), decimal(whole))),
            state,
        };
        assert_eq!(read(text, &percent(), None), Ok(Some(wanted)), "{text:?}");
    }

    #[test]
    fn a_value_keeps_its_digits_and_says_how_firm_it_is() {
        use ReadingState::{Final, Provisional, Revised};
        check("53.20", Some("53.20"), None, Final);
        check("53,2", Some("53.2"), None, Final);
        check(" 53.2% ", Some("53.2"), None, Final);
        check("53.2 p", Some("53.2"), None, Provisional);
        check("53.2P", Some("53.2"), None, Provisional);
        check("53.2% r", Some("53.2"), None, Revised);
    }

    #[test]
    fn so_many_out_of_so_many_gives_the_percent() {
        use ReadingState::{Final, Provisional};
        check("1487/2795", Some("53.2021"), Some(("1487", "2795")), Final);
        check(
            "1,487 of 2,795",
            Some("53.2021"),
            Some(("1487", "2795")),
            Final,
        );
        check("1/4 p", Some("25"), Some(("1", "4")), Provisional);
        check("0/12", Some("0"), Some(("0", "12")), Final);
    }

    #[test]
    fn markers_are_never_zero() {
        use ReadingState::{Missing, Suppressed};
        for (text, state) in [("s", Suppressed), ("<5", Suppressed), ("*", Suppressed)] {
            check(text, None, None, state);
        }
        for (text, state) in [("-", Missing), ("–", Missing), ("n/a", Missing)] {
            check(text, None, None, state);
        }
        assert_eq!(read("  ", &percent(), None), Ok(None), "blank is nothing");
    }

    #[test]
    fn what_cannot_be_kept_says_why() {
        for (text, problem) in [
            ("abc", Problem::NotAFigure(Reason::NotANumber)),
            ("#DIV/0!", Problem::NotAFigure(Reason::SpreadsheetError)),
            ("460", Problem::OverLimit(Decimal::ONE_HUNDRED)),
            ("-3", Problem::BelowZero),
            ("12/10", Problem::PartOverWhole),
            ("0/0", Problem::NothingToDivide),
        ] {
            assert_eq!(read(text, &percent(), None), Err(problem), "{text:?}");
        }
        let mut count = percent();
        count.unit = UnitKind::Count;
        assert_eq!(read("12/40", &count, None), Err(Problem::NotAShare));
    }

    #[test]
    fn cells_entered_together_agree_on_the_decimal_mark() {
        let mut count = percent();
        (count.unit, count.natural_limit) = (UnitKind::Count, None);
        let value = |text, mark| read(text, &count, mark).unwrap().unwrap().value;
        let mark = decimal_mark(["57,1", "1.234"].into_iter());
        assert_eq!(value("1.234", mark), Some(decimal("1234")));
        assert_eq!(
            value("1,234", None),
            Some(decimal("1234")),
            "alone, the point"
        );
    }

    #[test]
    fn what_is_shown_for_editing_is_read_back_as_the_same() {
        let measure = percent();
        for text in [
            "53.2",
            "53.2 p",
            "53.2 r",
            "1487/2795",
            "1487/2795 p",
            "s",
            "–",
        ] {
            let figures = read(text, &measure, None).unwrap().unwrap();
            let reading = Reading {
                series: SeriesId(1),
                period: Period::Year(2024),
                value: figures.value,
                numerator: figures.parts.map(|parts| parts.0),
                denominator: figures.parts.map(|parts| parts.1),
                lower: None,
                upper: None,
                state: figures.state,
                comment: String::new(),
                origin: Origin::Typed,
                import: None,
            };
            assert_eq!(text_of(&reading, &measure), text);
        }
    }

    #[test]
    fn every_problem_has_a_code() {
        let all = [
            Problem::NotAFigure(Reason::NotANumber),
            Problem::OverLimit(Decimal::ONE),
            Problem::BelowZero,
            Problem::PartOverWhole,
            Problem::NothingToDivide,
            Problem::NotAShare,
        ];
        let codes: Vec<_> = all.into_iter().map(Problem::code).collect();
        assert_eq!(codes, Problem::CODES);
    }
}
