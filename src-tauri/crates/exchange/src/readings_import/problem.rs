//! What can be wrong with a row, in a code a screen can branch on and in plain words.

use crate::cells::Reason;
use crate::periods::Question;
use crate::table::ShapeFaultKind;
use rust_decimal::Decimal;
use std::fmt;

/// Something noticed while reading a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The row as a spreadsheet numbers it; `None` for the table as a whole.
    pub row: Option<u32>,
    /// The column, from 0; `None` for the row as a whole.
    pub column: Option<u16>,
    /// The head of that column; empty for the row as a whole.
    pub head: String,
    /// The cell as it stands in the file, shortened.
    pub cell: String,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// Whether a problem stands in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The row cannot be imported as it is.
    MustFix,
    /// The row can be imported; look at it first.
    Check,
}

/// What can be wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// No column holds the value, nor numerator and denominator.
    NoValueColumn,
    /// No column holds the period.
    NoPeriodColumn,
    /// No column names the measure and none was chosen.
    NoMeasure,
    /// The bytes do not prove the encoding.
    EncodingUncertain,
    /// The row does not have the shape of the header.
    Shape(ShapeFaultKind),
    /// A number that reads two ways.
    DecimalMarkUnclear {
        /// With the point as decimal mark.
        with_point: Decimal,
        /// With the comma as decimal mark.
        with_comma: Decimal,
    },
    /// A period that reads two ways.
    PeriodUnclear(Question),
    /// An empty period.
    PeriodMissing,
    /// A period that is none.
    PeriodUnreadable,
    /// An empty measure.
    MeasureMissing,
    /// A measure the initiative does not have.
    MeasureUnknown,
    /// A group no breakdown has.
    GroupUnknown {
        /// The known group it may stand for.
        suggestion: Option<String>,
    },
    /// A place the initiative does not have.
    PlaceUnknown {
        /// The known place it may stand for.
        suggestion: Option<String>,
    },
    /// A partner the initiative does not have.
    ProviderUnknown,
    /// A cell that is no figure.
    NotAFigure(Reason),
    /// A state that is none of the words.
    StateUnknown,
    /// The state says there is no figure, and there is one.
    StateContradicts,
    /// A value beyond the natural limit of its measure.
    OverLimit {
        /// The limit.
        limit: Decimal,
        /// Whether it is a percentage.
        is_percent: bool,
    },
    /// A value below zero where none can be.
    BelowZero,
    /// More of them than there are.
    NumeratorOverDenominator {
        /// How many of them.
        numerator: Decimal,
        /// Out of how many.
        denominator: Decimal,
    },
    /// Nobody to be a part of.
    DenominatorNotPositive,
    /// The value lies outside its own interval.
    OutsideBounds,
    /// The value is not what numerator and denominator give.
    NotItsParts {
        /// What they give.
        expected: Decimal,
    },
    /// The same reading again, with other figures.
    DuplicateDiffers {
        /// The row it first stands in.
        first_row: u32,
    },
    /// The same reading again, with the same figures.
    DuplicateSame {
        /// The row it first stands in.
        first_row: u32,
    },
    /// Another figure is stored for this reading.
    ChangedFromStored {
        /// The stored value.
        stored: Option<Decimal>,
    },
    /// A marker read as missing.
    ReadAsMissing,
    /// A marker read as suppressed at the source.
    ReadAsSuppressed,
    /// A percent sign in a measure that is no percentage, or a currency sign in one that
    /// is no money.
    OtherUnit,
    /// Every percentage of the column is at most 1.
    LooksLikeShare,
    /// The period is of another kind than the measure is collected by.
    OtherRhythm,
    /// A group or place that will be added.
    WillBeAdded,
}

impl ProblemKind {
    /// Whether it stands in the way.
    pub fn severity(&self) -> Severity {
        use ProblemKind as K;
        match self {
            K::EncodingUncertain
            | K::NotItsParts { .. }
            | K::DuplicateSame { .. }
            | K::ChangedFromStored { .. }
            | K::ReadAsMissing
            | K::ReadAsSuppressed
            | K::LooksLikeShare
            | K::OtherRhythm
            | K::WillBeAdded => Severity::Check,
            _ => Severity::MustFix,
        }
    }

    /// A stable name for screens and scripts.
    pub fn code(&self) -> &'static str {
        use ProblemKind as K;
        match self {
            K::NoValueColumn => "no_value_column",
            K::NoPeriodColumn => "no_period_column",
            K::NoMeasure => "no_measure",
            K::EncodingUncertain => "encoding_uncertain",
            K::Shape(ShapeFaultKind::TooFew { .. }) => "row_too_short",
            K::Shape(ShapeFaultKind::TooMany { .. }) => "row_too_long",
            K::Shape(ShapeFaultKind::OpenQuote) => "open_quote",
            K::DecimalMarkUnclear { .. } => "decimal_unclear",
            K::PeriodUnclear(Question::DayOrMonthFirst) => "date_order_unclear",
            K::PeriodUnclear(Question::SchoolYearBeginsOrEnds) => "single_year_unclear",
            K::PeriodUnclear(Question::SchoolYearOrMonth) => "school_year_or_month",
            K::PeriodMissing => "period_missing",
            K::PeriodUnreadable => "period_unreadable",
            K::MeasureMissing => "measure_missing",
            K::MeasureUnknown => "measure_unknown",
            K::GroupUnknown { .. } => "group_unknown",
            K::PlaceUnknown { .. } => "place_unknown",
            K::ProviderUnknown => "provider_unknown",
            K::NotAFigure(_) => "not_a_figure",
            K::StateUnknown => "state_unknown",
            K::StateContradicts => "state_contradicts",
            K::OverLimit { .. } => "over_limit",
            K::BelowZero => "below_zero",
            K::NumeratorOverDenominator { .. } => "numerator_over_denominator",
            K::DenominatorNotPositive => "denominator_not_positive",
            K::OutsideBounds => "outside_bounds",
            K::NotItsParts { .. } => "not_its_parts",
            K::DuplicateDiffers { .. } => "duplicate_differs",
            K::DuplicateSame { .. } => "duplicate_same",
            K::ChangedFromStored { .. } => "changed_from_stored",
            K::ReadAsMissing => "read_as_missing",
            K::ReadAsSuppressed => "read_as_suppressed",
            K::OtherUnit => "other_unit",
            K::LooksLikeShare => "looks_like_share",
            K::OtherRhythm => "other_rhythm",
            K::WillBeAdded => "will_be_added",
        }
    }

    /// What can be done about it, in plain words; empty where the words say it all.
    pub fn advice(&self) -> &'static str {
        use ProblemKind as K;
        match self {
            K::NoValueColumn => "Choose the column that holds the value.",
            K::NoPeriodColumn => "Choose the column that holds the period.",
            K::NoMeasure => "Choose the measure, or the column that names it.",
            K::EncodingUncertain => {
                "Look at names with accents; choose another encoding if they look wrong."
            }
            K::Shape(_) => "Mend the row in the file, or leave it out.",
            K::DecimalMarkUnclear { .. } => "Say which decimal mark the file uses.",
            K::PeriodUnclear(Question::DayOrMonthFirst) => {
                "Say whether the day or the month comes first."
            }
            K::PeriodUnclear(Question::SchoolYearBeginsOrEnds) => {
                "Say whether the year is the one the school year begins or ends in."
            }
            K::PeriodUnclear(Question::SchoolYearOrMonth) => {
                "Say whether these are school years or months."
            }
            K::MeasureUnknown => "Check the code, or add the measure first.",
            K::GroupUnknown { .. } | K::PlaceUnknown { .. } => {
                "Choose the one it stands for, or add it."
            }
            K::ProviderUnknown => "Check the name, or add the partner first.",
            K::DuplicateDiffers { .. } => "Leave out the row that is wrong.",
            K::ChangedFromStored { .. } => "Choose whether to keep what is stored.",
            K::LooksLikeShare => "If these are shares of 1, multiply them by 100 in the file.",
            K::ReadAsMissing
            | K::ReadAsSuppressed
            | K::DuplicateSame { .. }
            | K::OtherRhythm
            | K::WillBeAdded => "",
            _ => "Mend the cell in the file, or leave the row out.",
        }
    }
}

impl Problem {
    /// Whether it stands in the way.
    pub fn severity(&self) -> Severity {
        self.kind.severity()
    }

    /// The whole message: "Row 10, column Pct: 460 is over 100%. The decimal point may be
    /// missing."
    pub fn describe(&self) -> String {
        let words = self.words();
        match (self.row, self.head.as_str()) {
            (Some(row), "") => format!("Row {row}: {words}"),
            (Some(row), head) => format!("Row {row}, column {head}: {words}"),
            (None, "") => words,
            (None, head) => format!("Column {head}: {words}"),
        }
    }

    /// The message without its place.
    pub fn words(&self) -> String {
        Words {
            cell: &self.cell,
            kind: &self.kind,
        }
        .to_string()
    }
}

struct Words<'p> {
    cell: &'p str,
    kind: &'p ProblemKind,
}

impl fmt::Display for Words<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use ProblemKind as K;
        let cell = self.cell;
        match self.kind {
            K::NoValueColumn => f.write_str("No column is recognized as the value."),
            K::NoPeriodColumn => f.write_str("No column is recognized as the period."),
            K::NoMeasure => f.write_str("The file does not name the measure and none was chosen."),
            K::EncodingUncertain => f.write_str("The encoding of the file is not certain."),
            K::Shape(ShapeFaultKind::TooFew { found, expected }) => {
                write!(
                    f,
                    "The row has {found} cell{} where the header has {expected}.",
                    if *found == 1 { "" } else { "s" }
                )
            }
            K::Shape(ShapeFaultKind::TooMany { found, expected }) => write!(
                f,
                "The row has {found} cells where the header has {expected}. A separator may stand inside a cell without quotation marks."
            ),
            K::Shape(ShapeFaultKind::OpenQuote) => {
                f.write_str("A quotation mark opens here and is never closed, so the rest of the file cannot be read.")
            }
            K::DecimalMarkUnclear { with_point, with_comma } => {
                write!(f, "{cell} can be {} or {}.", with_point.normalize(), with_comma.normalize())
            }
            K::PeriodUnclear(Question::DayOrMonthFirst) => {
                write!(f, "{cell} reads two ways: the day or the month may come first.")
            }
            K::PeriodUnclear(Question::SchoolYearBeginsOrEnds) => {
                write!(f, "{cell} can be the school year that begins or the one that ends in that year.")
            }
            K::PeriodUnclear(Question::SchoolYearOrMonth) => {
                write!(f, "{cell} can be a school year or a month.")
            }
            K::PeriodMissing => f.write_str("The period is empty."),
            K::PeriodUnreadable => write!(f, "“{cell}” is not a period we can read."),
            K::MeasureMissing => f.write_str("The measure is empty."),
            K::MeasureUnknown => write!(f, "No measure is called “{cell}”."),
            K::GroupUnknown { suggestion: Some(name) } => {
                write!(f, "Group “{cell}” is not known. It may stand for {name}.")
            }
            K::GroupUnknown { suggestion: None } => write!(f, "Group “{cell}” is not known."),
            K::PlaceUnknown { suggestion: Some(name) } => {
                write!(f, "Place “{cell}” is not known. It may stand for {name}.")
            }
            K::PlaceUnknown { suggestion: None } => write!(f, "Place “{cell}” is not known."),
            K::ProviderUnknown => write!(f, "Partner “{cell}” is not known."),
            K::NotAFigure(reason) => write_reason(f, cell, *reason),
            K::StateUnknown => {
                write!(f, "“{cell}” is none of final, provisional, revised, suppressed, missing.")
            }
            K::StateContradicts => {
                write!(f, "{cell} is given although the state says that there is no figure.")
            }
            K::OverLimit { limit, is_percent } => {
                let percent = if *is_percent { "%" } else { "" };
                write!(f, "{cell} is over {}{percent}. The decimal point may be missing.", limit.normalize())
            }
            K::BelowZero => write!(f, "{cell} is below zero."),
            K::NumeratorOverDenominator { numerator, denominator } => write!(
                f,
                "{} of {} cannot be: the part is larger than the whole.",
                numerator.normalize(),
                denominator.normalize()
            ),
            K::DenominatorNotPositive => write!(f, "The denominator {cell} leaves nobody to count."),
            K::OutsideBounds => write!(f, "{cell} lies outside its own lower and upper bound."),
            K::NotItsParts { expected } => {
                write!(f, "{cell} is not what numerator and denominator give, {}.", expected.normalize())
            }
            K::DuplicateDiffers { first_row } => {
                write!(f, "The same reading stands in row {first_row} with other figures.")
            }
            K::DuplicateSame { first_row } => {
                write!(f, "The same reading stands in row {first_row} with the same figures.")
            }
            K::ChangedFromStored { stored: Some(stored) } => {
                write!(f, "Stored is {}; this file says {cell}.", stored.normalize())
            }
            K::ChangedFromStored { stored: None } => {
                write!(f, "Stored without a figure; this file says {cell}.")
            }
            K::ReadAsMissing if cell.is_empty() => f.write_str("Blank, saved as missing, not zero."),
            K::ReadAsMissing => write!(f, "“{cell}” is saved as missing, not zero."),
            K::ReadAsSuppressed => write!(f, "“{cell}” is saved as suppressed at the source, not zero."),
            K::OtherUnit => write!(f, "{cell} is written in another unit than the measure has."),
            K::LooksLikeShare => f.write_str("Every percentage in this column is at most 1."),
            K::OtherRhythm => write!(f, "{cell} is another kind of period than this measure has."),
            K::WillBeAdded => write!(f, "“{cell}” will be added."),
        }
    }
}

fn write_reason(f: &mut fmt::Formatter<'_>, cell: &str, reason: Reason) -> fmt::Result {
    match reason {
        Reason::NotANumber => write!(f, "“{cell}” is not a number."),
        Reason::NotFinite => write!(f, "{cell} is not a finite number."),
        Reason::OutOfRange => write!(f, "{cell} is too large or too exact to be a figure."),
        Reason::SpreadsheetError => {
            write!(f, "{cell} is an error of the spreadsheet, not a figure.")
        }
        Reason::MisplacedMark => {
            write!(
                f,
                "{cell} does not fit the decimal mark of its column, or its digits are grouped oddly."
            )
        }
        Reason::TrailingText => write!(f, "“{cell}” has a remark behind the number."),
    }
}
