//! Periods as people write them: "2024–25", "SY 2024-2025", "FY25", "Q1 2024", "Jan 2024",
//! "3/15/2024". What reads two ways is handed back as a question, never guessed; the other
//! cells of the column may answer it.

mod evidence;
mod tokens;

#[cfg(test)]
mod tests;

use backbone_core::measurement::Period;
use chrono::{Datelike, Days, NaiveDate};
pub use evidence::PeriodEvidence;
use tokens::{Token, Word, tokens};

/// What a cell says about time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodCell {
    /// One period.
    Found(Period),
    /// Two readings; the question decides.
    Ambiguous(Question),
    /// No period.
    Unreadable,
}

/// What has to be asked about the periods of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Question {
    /// "03/04/2024": March 4 or April 3?
    DayOrMonthFirst,
    /// "2024" of a measure by school year: 2023–24 or 2024–25?
    SchoolYearBeginsOrEnds,
    /// "2011-12": the school year or December 2011?
    SchoolYearOrMonth,
    /// "45366": days since 1900 or since 1904, as spreadsheets count them?
    SerialDate,
}

/// The day from which a spreadsheet counts its dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SerialDates {
    /// The end of 1899, as nearly all do.
    From1900,
    /// January 1, 1904, as old Excel for Mac did.
    From1904,
}

/// Order of day and month in a date of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateOrder {
    /// 15/3/2024
    DayFirst,
    /// 3/15/2024
    MonthFirst,
}

/// Which calendar year names a school year written as one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SingleYear {
    /// 2024 is 2024–25.
    Begins,
    /// 2024 is 2023–24.
    Ends,
}

/// The kind of period a measure is collected by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rhythm {
    /// Calendar years.
    Year,
    /// School years.
    SchoolYear,
    /// Fiscal years.
    FiscalYear,
    /// Quarters.
    Quarter,
    /// Months.
    Month,
}

/// What is known before a cell is read: from the measure, the column and the user.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PeriodStyle {
    /// The kind of period expected; `None` for irregular measures.
    pub rhythm: Option<Rhythm>,
    /// Order of day and month.
    pub date_order: Option<DateOrder>,
    /// What a single year means for school years.
    pub single_year: Option<SingleYear>,
    /// What a bare number of days counts from.
    pub serial_dates: Option<SerialDates>,
}

/// Numbers of days between 1954 and 2119, which no other way of writing a period has.
const SERIALS: std::ops::RangeInclusive<u32> = 20_000..=80_000;

/// Years before and after these are typing errors.
const YEARS: std::ops::RangeInclusive<u32> = 1900..=2199;

/// Reads a cell.
pub fn parse(text: &str, style: PeriodStyle) -> PeriodCell {
    let text = without_midnight(text.trim());
    match tokens(text) {
        Some(tokens) => read(&tokens, style).unwrap_or(PeriodCell::Unreadable),
        None => PeriodCell::Unreadable,
    }
}

/// Spreadsheets write dates as midnight of that day.
fn without_midnight(text: &str) -> &str {
    let midnights = [
        "T00:00:00",
        " 00:00:00",
        " 0:00",
        " 12:00:00 AM",
        " 12:00 AM",
    ];
    let text = text.strip_suffix('Z').unwrap_or(text);
    let text = text.strip_suffix(".000").unwrap_or(text);
    midnights
        .iter()
        .find_map(|end| text.strip_suffix(end))
        .unwrap_or(text)
}

fn read(tokens: &[Token], style: PeriodStyle) -> Option<PeriodCell> {
    use Token::{Dash, Number, Point, Slash, Word as W};
    let found = |period| Some(PeriodCell::Found(period));
    match *tokens {
        [Number { value, digits: 4 }] => single_year(value, style),
        [Number { value, digits: 5 }] => serial_date(value, style),
        [W(Word::Calendar), Number { value, digits }] => found(Period::Year(year(value, digits)?)),
        [W(Word::Fiscal), Number { value, digits }] => {
            found(Period::FiscalYear(year(value, digits)?))
        }
        [W(Word::School), Number { value, digits }] => {
            school_year(year(value, digits)?, style.single_year)
        }
        [
            W(Word::Fiscal),
            Number {
                value: a,
                digits: m,
            },
            Dash | Slash,
            Number {
                value: b,
                digits: n,
            },
        ] => consecutive((a, m), (b, n))
            .map(|start| PeriodCell::Found(Period::FiscalYear(start + 1))),
        [
            W(Word::School),
            Number {
                value: a,
                digits: m,
            },
            Dash | Slash,
            Number {
                value: b,
                digits: n,
            },
        ] => consecutive((a, m), (b, n)).map(|start| PeriodCell::Found(Period::SchoolYear(start))),
        [
            Number {
                value: a,
                digits: 4,
            },
            Dash | Slash,
            Number {
                value: b,
                digits: n,
            },
        ] => years_or_month(a, (b, n), style),
        [
            Number {
                value: month,
                digits: 1..=2,
            },
            Dash | Slash | Point,
            Number { value, digits: 4 },
        ] => found(month_of(year(value, 4)?, month)?),
        [
            W(Word::Month(month)),
            Dash | Point | Slash,
            Number { value, digits },
        ]
        | [W(Word::Month(month)), Number { value, digits }]
        | [W(Word::Month(month)), Point, Dash, Number { value, digits }] => {
            found(month_of(year(value, digits)?, month)?)
        }
        [Number { value, digits: 4 }, W(Word::Month(month))]
        | [Number { value, digits: 4 }, Dash, W(Word::Month(month))] => {
            found(month_of(year(value, 4)?, month)?)
        }
        [
            W(Word::Quarter),
            Number {
                value: quarter,
                digits: 1,
            },
            Number { value, digits },
        ]
        | [
            W(Word::Quarter),
            Number {
                value: quarter,
                digits: 1,
            },
            Dash | Slash,
            Number { value, digits },
        ]
        | [
            Number {
                value: quarter,
                digits: 1,
            },
            W(Word::Quarter),
            Number { value, digits },
        ]
        | [
            Number {
                value,
                digits: digits @ 4,
            },
            W(Word::Quarter),
            Number {
                value: quarter,
                digits: 1,
            },
        ]
        | [
            Number {
                value,
                digits: digits @ 4,
            },
            Dash | Slash,
            W(Word::Quarter),
            Number {
                value: quarter,
                digits: 1,
            },
        ] => {
            let year = year(value, digits)?;
            (1..=4)
                .contains(&quarter)
                .then_some(PeriodCell::Found(Period::Quarter(year, quarter)))
        }
        [W(Word::Fall), Number { value, digits }] if style.rhythm == Some(Rhythm::SchoolYear) => {
            found(Period::SchoolYear(year(value, digits)?))
        }
        [W(Word::Spring), Number { value, digits }] if style.rhythm == Some(Rhythm::SchoolYear) => {
            found(Period::SchoolYear(year(value, digits)? - 1))
        }
        [
            Number {
                value: y,
                digits: 4,
            },
            Dash | Slash | Point,
            Number { value: month, .. },
            Dash | Slash | Point,
            Number { value: day, .. },
        ] => found(day_of(year(y, 4)?, month, day, style)?),
        [
            Number {
                value: a,
                digits: 1..=2,
            },
            separator @ (Dash | Slash | Point),
            Number {
                value: b,
                digits: 1..=2,
            },
            _,
            Number { value: y, digits },
        ] => numeric_date(a, b, year(y, digits)?, separator, style),
        [
            W(Word::Month(month)),
            Number {
                value: day,
                digits: 1..=2,
            },
            Number { value, digits: 4 },
        ]
        | [
            Number {
                value: day,
                digits: 1..=2,
            },
            W(Word::Month(month)),
            Number { value, digits: 4 },
        ]
        | [
            Number {
                value: day,
                digits: 1..=2,
            },
            Dash,
            W(Word::Month(month)),
            Dash,
            Number { value, digits: 4 },
        ] => found(day_of(year(value, 4)?, month, day, style)?),
        _ => None,
    }
}

/// A year with four digits, or with two after a word that makes them a year.
fn year(value: u32, digits: usize) -> Option<i32> {
    let value = match digits {
        4 => value,
        2 => 2000 + value,
        _ => return None,
    };
    YEARS
        .contains(&value)
        .then(|| i32::try_from(value).ok())
        .flatten()
}

fn single_year(value: u32, style: PeriodStyle) -> Option<PeriodCell> {
    let year = year(value, 4)?;
    match style.rhythm {
        Some(Rhythm::SchoolYear) => school_year(year, style.single_year),
        Some(Rhythm::FiscalYear) => Some(PeriodCell::Found(Period::FiscalYear(year))),
        _ => Some(PeriodCell::Found(Period::Year(year))),
    }
}

/// The number a spreadsheet keeps for a date, where its format was lost.
fn serial_date(days: u32, style: PeriodStyle) -> Option<PeriodCell> {
    if !SERIALS.contains(&days) {
        return None;
    }
    let Some(start) = style.serial_dates else {
        return Some(PeriodCell::Ambiguous(Question::SerialDate));
    };
    let first = match start {
        // Excel takes 1900 for a leap year; from March on that is one day less.
        SerialDates::From1900 => NaiveDate::from_ymd_opt(1899, 12, 30)?,
        SerialDates::From1904 => NaiveDate::from_ymd_opt(1904, 1, 1)?,
    };
    let date = first.checked_add_days(Days::new(u64::from(days)))?;
    day_of(date.year(), date.month(), date.day(), style).map(PeriodCell::Found)
}

fn school_year(year: i32, named_by: Option<SingleYear>) -> Option<PeriodCell> {
    Some(match named_by {
        Some(SingleYear::Begins) => PeriodCell::Found(Period::SchoolYear(year)),
        Some(SingleYear::Ends) => PeriodCell::Found(Period::SchoolYear(year - 1)),
        None => PeriodCell::Ambiguous(Question::SchoolYearBeginsOrEnds),
    })
}

/// The first of two years that follow each other: 2024-25, 2024-2025, 24-25.
fn consecutive((a, m): (u32, usize), (b, n): (u32, usize)) -> Option<i32> {
    let first = year(a, m)?;
    let follows = match n {
        2 => i64::from(b) == i64::from(first + 1) % 100,
        4 => i64::from(b) == i64::from(first + 1),
        _ => false,
    };
    follows.then_some(first)
}

fn years_or_month(a: u32, (b, n): (u32, usize), style: PeriodStyle) -> Option<PeriodCell> {
    let first = year(a, 4)?;
    let years = consecutive((a, 4), (b, n)).map(|start| match style.rhythm {
        Some(Rhythm::FiscalYear) => Period::FiscalYear(start + 1),
        _ => Period::SchoolYear(start),
    });
    let month = (n <= 2).then(|| month_of(first, b)).flatten();
    let period = match (years, month) {
        (Some(years), Some(month)) => match style.rhythm {
            Some(Rhythm::SchoolYear | Rhythm::FiscalYear) => years,
            Some(Rhythm::Month) => month,
            _ => return Some(PeriodCell::Ambiguous(Question::SchoolYearOrMonth)),
        },
        (years, month) => years.or(month)?,
    };
    Some(PeriodCell::Found(period))
}

fn month_of(year: i32, month: u32) -> Option<Period> {
    (1..=12)
        .contains(&month)
        .then_some(Period::Month(year, month))
}

/// A date that exists. Spreadsheets turn "Jan 2024" into its first day, so the first of a
/// month is that month where months are expected.
fn day_of(year: i32, month: u32, day: u32, style: PeriodStyle) -> Option<Period> {
    let date = NaiveDate::from_ymd_opt(year, month, day)?;
    let is_last = date.succ_opt().is_none_or(|next| next.month() != month);
    if style.rhythm == Some(Rhythm::Month) && (day == 1 || is_last) {
        return Some(Period::Month(year, month));
    }
    Some(Period::Day(date))
}

fn numeric_date(
    a: u32,
    b: u32,
    year: i32,
    separator: Token,
    style: PeriodStyle,
) -> Option<PeriodCell> {
    let day_first = day_of(year, b, a, style);
    let month_first = day_of(year, a, b, style);
    let found = |period| Some(PeriodCell::Found(period));
    if separator == Token::Point {
        // Dates with points are written day first wherever they are written.
        return found(day_first?);
    }
    match (day_first, month_first) {
        (Some(one), Some(other)) if one != other => match style.date_order {
            Some(DateOrder::DayFirst) => found(one),
            Some(DateOrder::MonthFirst) => found(other),
            None => Some(PeriodCell::Ambiguous(Question::DayOrMonthFirst)),
        },
        (one, other) => found(one.or(other)?),
    }
}
