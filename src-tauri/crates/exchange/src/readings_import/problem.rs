//! What can be wrong with a row: a code that screens branch on and texts are found by.

use crate::cells::Reason;
use crate::periods::Question;
use crate::table::ShapeFaultKind;
use rust_decimal::Decimal;

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

/// What makes problems one kind of problem: the code, the column, and, where each text
/// wants an answer of its own, the text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ProblemKey {
    /// One of [`ProblemKind::CODES`].
    pub code: &'static str,
    /// The column, from 0.
    pub column: Option<u16>,
    /// The text that has to be answered; empty where all of a kind are answered together.
    pub text: String,
}

impl ProblemKey {
    /// The key of a code that comes from outside; `None` when there is no such code.
    pub fn new(code: &str, column: Option<u16>, text: &str) -> Option<Self> {
        let code = ProblemKind::CODES.iter().find(|known| **known == code)?;
        Some(Self {
            code,
            column,
            text: text.to_owned(),
        })
    }
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
    /// Another figure is stored for this reading; the column is that of the figure.
    ChangedFromStored {
        /// The stored figure.
        stored: Option<Decimal>,
    },
    /// The period is closed, and no reason is given.
    PeriodClosed,
    /// A marker read as missing.
    ReadAsMissing,
    /// A marker read as suppressed at the source.
    ReadAsSuppressed,
    /// A percent sign in a measure that is no percentage, or a currency sign in one that
    /// is no money.
    OtherUnit,
    /// The row names another unit than the measure has.
    UnitDiffers,
    /// Every percentage of the column is at most 1.
    LooksLikeShare {
        /// Position of the measure the percentages are given for.
        measure: u32,
        /// There are so many of them that it cannot be chance.
        is_sure: bool,
    },
    /// The period is of another kind than the measure is collected by.
    OtherRhythm,
    /// A group or place that will be added.
    WillBeAdded,
    /// Two columns have the same name and one of them is read.
    HeadsRepeated,
    /// The sheet is hidden in the file.
    SheetHidden,
    /// A zero byte or a character that could not be read.
    StrayCharacter,
    /// A note under the table; it is left out.
    NoteRow,
    /// A sum of the rows above; it is left out.
    SummaryRow,
    /// The column names again; they are left out.
    HeaderAgain,
}

impl ProblemKind {
    /// Every code there is, for whoever keeps words for them.
    pub const CODES: &[&str] = &[
        "no_value_column",
        "no_period_column",
        "no_measure",
        "encoding_uncertain",
        "row_too_short",
        "row_too_long",
        "open_quote",
        "decimal_unclear",
        "date_order_unclear",
        "single_year_unclear",
        "school_year_or_month",
        "serial_date_unclear",
        "period_missing",
        "period_unreadable",
        "measure_missing",
        "measure_unknown",
        "group_unknown",
        "place_unknown",
        "provider_unknown",
        "not_a_figure",
        "state_unknown",
        "state_contradicts",
        "over_limit",
        "below_zero",
        "numerator_over_denominator",
        "denominator_not_positive",
        "outside_bounds",
        "not_its_parts",
        "duplicate_differs",
        "duplicate_same",
        "changed_from_stored",
        "period_closed",
        "read_as_missing",
        "read_as_suppressed",
        "other_unit",
        "unit_differs",
        "looks_like_share",
        "other_rhythm",
        "will_be_added",
        "heads_repeated",
        "sheet_hidden",
        "stray_character",
        "note_row",
        "summary_row",
        "header_again",
    ];

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
            | K::LooksLikeShare { is_sure: false, .. }
            | K::OtherRhythm
            | K::WillBeAdded
            | K::HeadsRepeated
            | K::SheetHidden
            | K::NoteRow
            | K::SummaryRow
            | K::HeaderAgain => Severity::Check,
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
            K::PeriodUnclear(Question::SerialDate) => "serial_date_unclear",
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
            K::PeriodClosed => "period_closed",
            K::ReadAsMissing => "read_as_missing",
            K::ReadAsSuppressed => "read_as_suppressed",
            K::OtherUnit => "other_unit",
            K::UnitDiffers => "unit_differs",
            K::LooksLikeShare { .. } => "looks_like_share",
            K::OtherRhythm => "other_rhythm",
            K::WillBeAdded => "will_be_added",
            K::HeadsRepeated => "heads_repeated",
            K::SheetHidden => "sheet_hidden",
            K::StrayCharacter => "stray_character",
            K::NoteRow => "note_row",
            K::SummaryRow => "summary_row",
            K::HeaderAgain => "header_again",
        }
    }

    /// Each text among these wants an answer of its own.
    fn is_answered_by_text(&self) -> bool {
        use ProblemKind as K;
        matches!(
            self,
            K::GroupUnknown { .. }
                | K::PlaceUnknown { .. }
                | K::MeasureUnknown
                | K::ProviderUnknown
                | K::WillBeAdded
                | K::PeriodUnreadable
                | K::StateUnknown
                | K::NotAFigure(_)
                | K::UnitDiffers
        )
    }
}

impl Problem {
    /// The kind of problem it is one of.
    pub fn key(&self) -> ProblemKey {
        let by_text = self.kind.is_answered_by_text();
        ProblemKey {
            code: self.kind.code(),
            column: self.column,
            text: if by_text {
                self.cell.clone()
            } else {
                String::new()
            },
        }
    }

    /// A figure that may have been meant: 460 percent with its decimal point back.
    pub fn proposal(&self) -> Option<Decimal> {
        let ProblemKind::OverLimit {
            limit,
            is_percent: true,
        } = self.kind
        else {
            return None;
        };
        let digits = self.cell.trim().trim_end_matches('%').trim();
        let meant = digits.parse::<Decimal>().ok()?.checked_div(Decimal::TEN)?;
        (meant <= limit).then(|| meant.round_dp(1))
    }

    /// Whether it stands in the way.
    pub fn severity(&self) -> Severity {
        self.kind.severity()
    }

    /// What words about it speak of, by the names the texts use. Numbers stand as they are
    /// written in a table, without zeros that say nothing.
    pub fn particulars(&self) -> Vec<(&'static str, Particular)> {
        use ProblemKind as K;
        let text = |text: &str| Particular::Text(text.to_owned());
        let figure = |figure: &Decimal| Particular::Text(figure.normalize().to_string());
        let mut found = vec![("cell", text(&self.cell))];
        match &self.kind {
            K::Shape(
                ShapeFaultKind::TooFew {
                    found: has,
                    expected,
                }
                | ShapeFaultKind::TooMany {
                    found: has,
                    expected,
                },
            ) => {
                found.push((
                    "found",
                    Particular::Count(u64::try_from(*has).unwrap_or(u64::MAX)),
                ));
                let expected = u64::try_from(*expected).unwrap_or(u64::MAX);
                found.push(("expected", Particular::Count(expected)));
            }
            K::DecimalMarkUnclear {
                with_point,
                with_comma,
            } => {
                found.push(("point", figure(with_point)));
                found.push(("comma", figure(with_comma)));
            }
            K::GroupUnknown { suggestion } | K::PlaceUnknown { suggestion } => {
                found.push(("suggestion", text(suggestion.as_deref().unwrap_or("none"))));
            }
            K::NotAFigure(reason) => found.push(("reason", text(reason.code()))),
            K::OverLimit { limit, is_percent } => {
                let percent = if *is_percent { "%" } else { "" };
                found.push((
                    "limit",
                    Particular::Text(format!("{}{percent}", limit.normalize())),
                ));
            }
            K::NumeratorOverDenominator {
                numerator,
                denominator,
            } => {
                found.push(("numerator", figure(numerator)));
                found.push(("denominator", figure(denominator)));
            }
            K::NotItsParts { expected } => found.push(("expected", figure(expected))),
            K::DuplicateDiffers { first_row } | K::DuplicateSame { first_row } => {
                found.push(("first", Particular::Text(first_row.to_string())));
            }
            K::ChangedFromStored { stored } => {
                let stored = stored.as_ref().map_or_else(|| text("none"), figure);
                found.push(("stored", stored));
                let is_blank = if self.cell.is_empty() { "yes" } else { "no" };
                found.push(("blank", text(is_blank)));
            }
            K::ReadAsMissing if self.cell.is_empty() => found.push(("blank", text("yes"))),
            K::ReadAsMissing => found.push(("blank", text("no"))),
            _ => {}
        }
        found
    }
}

/// One thing that words about a problem speak of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Particular {
    /// Shown as it stands.
    Text(String),
    /// A number that words agree with.
    Count(u64),
}
