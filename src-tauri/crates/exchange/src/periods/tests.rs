//! Periods as people write them, in a table of cases.

use super::*;
use proptest::prelude::*;

const OPEN: PeriodStyle = PeriodStyle {
    rhythm: None,
    date_order: None,
    single_year: None,
    serial_dates: None,
};

fn day(year: i32, month: u32, day: u32) -> Period {
    Period::Day(NaiveDate::from_ymd_opt(year, month, day).unwrap())
}

fn by(rhythm: Rhythm) -> PeriodStyle {
    PeriodStyle {
        rhythm: Some(rhythm),
        ..OPEN
    }
}

#[test]
fn periods_are_read_in_the_forms_people_write() {
    for (text, style, period) in [
        ("2024", OPEN, Period::Year(2024)),
        ("CY 2024", OPEN, Period::Year(2024)),
        ("2024-25", OPEN, Period::SchoolYear(2024)),
        ("2024–25", OPEN, Period::SchoolYear(2024)),
        ("2024/25", OPEN, Period::SchoolYear(2024)),
        ("2024-2025", OPEN, Period::SchoolYear(2024)),
        ("SY 2024-25", OPEN, Period::SchoolYear(2024)),
        ("SY24-25", OPEN, Period::SchoolYear(2024)),
        ("School year 2011-12", OPEN, Period::SchoolYear(2011)),
        ("Año escolar 2024-2025", OPEN, Period::SchoolYear(2024)),
        ("1999-00", OPEN, Period::SchoolYear(1999)),
        ("2011-12", by(Rhythm::SchoolYear), Period::SchoolYear(2011)),
        ("2011-12", by(Rhythm::Month), Period::Month(2011, 12)),
        ("2024-25", by(Rhythm::FiscalYear), Period::FiscalYear(2025)),
        ("FY2025", OPEN, Period::FiscalYear(2025)),
        ("FY25", OPEN, Period::FiscalYear(2025)),
        ("FY 2024-25", OPEN, Period::FiscalYear(2025)),
        ("2025", by(Rhythm::FiscalYear), Period::FiscalYear(2025)),
        ("Q1 2024", OPEN, Period::Quarter(2024, 1)),
        ("2024 Q1", OPEN, Period::Quarter(2024, 1)),
        ("2024-Q4", OPEN, Period::Quarter(2024, 4)),
        ("2024Q1", OPEN, Period::Quarter(2024, 1)),
        ("1Q 2024", OPEN, Period::Quarter(2024, 1)),
        ("Jan 2024", OPEN, Period::Month(2024, 1)),
        ("January, 2024", OPEN, Period::Month(2024, 1)),
        ("enero de 2024", OPEN, Period::Month(2024, 1)),
        ("Sept. 2024", OPEN, Period::Month(2024, 9)),
        ("Jan-24", OPEN, Period::Month(2024, 1)),
        ("2024-03", OPEN, Period::Month(2024, 3)),
        ("03/2024", OPEN, Period::Month(2024, 3)),
        ("2024-03-01", by(Rhythm::Month), Period::Month(2024, 3)),
        ("2024-03-15", OPEN, day(2024, 3, 15)),
        ("2024-03-15T00:00:00Z", OPEN, day(2024, 3, 15)),
        ("2024-03-15 00:00:00", OPEN, day(2024, 3, 15)),
        ("3/15/2024", OPEN, day(2024, 3, 15)),
        ("15/3/2024", OPEN, day(2024, 3, 15)),
        ("5/5/2024", OPEN, day(2024, 5, 5)),
        ("04.03.2024", OPEN, day(2024, 3, 4)),
        ("March 4, 2024", OPEN, day(2024, 3, 4)),
        ("4 de marzo de 2024", OPEN, day(2024, 3, 4)),
        (
            "Fall 2024",
            by(Rhythm::SchoolYear),
            Period::SchoolYear(2024),
        ),
        (
            "Spring 2025",
            by(Rhythm::SchoolYear),
            Period::SchoolYear(2024),
        ),
    ] {
        assert_eq!(
            parse(text, style),
            PeriodCell::Found(period),
            "{text:?} in {style:?}"
        );
    }
}

#[test]
fn what_reads_two_ways_is_asked_and_the_answer_is_followed() {
    let dates = |order| PeriodStyle {
        date_order: Some(order),
        ..OPEN
    };
    let years = |named_by| PeriodStyle {
        single_year: Some(named_by),
        ..by(Rhythm::SchoolYear)
    };
    for (text, open, question, answered, period) in [
        (
            "03/04/2024",
            OPEN,
            Question::DayOrMonthFirst,
            dates(DateOrder::DayFirst),
            day(2024, 4, 3),
        ),
        (
            "03/04/2024",
            OPEN,
            Question::DayOrMonthFirst,
            dates(DateOrder::MonthFirst),
            day(2024, 3, 4),
        ),
        (
            "2024",
            by(Rhythm::SchoolYear),
            Question::SchoolYearBeginsOrEnds,
            years(SingleYear::Begins),
            Period::SchoolYear(2024),
        ),
        (
            "SY 2024",
            by(Rhythm::SchoolYear),
            Question::SchoolYearBeginsOrEnds,
            years(SingleYear::Ends),
            Period::SchoolYear(2023),
        ),
        (
            "2011-12",
            OPEN,
            Question::SchoolYearOrMonth,
            by(Rhythm::Month),
            Period::Month(2011, 12),
        ),
    ] {
        assert_eq!(
            parse(text, open),
            PeriodCell::Ambiguous(question),
            "{text:?}"
        );
        assert_eq!(
            parse(text, answered),
            PeriodCell::Found(period),
            "{text:?} answered"
        );
    }
}

#[test]
fn the_column_answers_when_its_cells_agree() {
    let complete = |cells: &[&str]| {
        let mut evidence = PeriodEvidence::default();
        cells.iter().for_each(|cell| evidence.weigh(cell));
        evidence.complete(OPEN)
    };
    assert_eq!(
        complete(&["03/04/2024", "15/04/2024"]).date_order,
        Some(DateOrder::DayFirst)
    );
    assert_eq!(
        complete(&["03/04/2024", "04/15/2024"]).date_order,
        Some(DateOrder::MonthFirst)
    );
    assert_eq!(complete(&["15/04/2024", "04/15/2024"]).date_order, None);
    assert_eq!(
        complete(&["2011-12", "2012-13"]).rhythm,
        Some(Rhythm::SchoolYear)
    );
    assert_eq!(
        complete(&["2011-12", "2011-11"]).rhythm,
        Some(Rhythm::Month)
    );
    assert_eq!(complete(&["2010-11", "2011-12"]).rhythm, None);
}

#[test]
fn a_number_of_days_is_asked_about_and_counted_from_the_answer() {
    let from = |start| PeriodStyle {
        serial_dates: Some(start),
        ..OPEN
    };
    for (text, start, day) in [
        ("45366", SerialDates::From1900, "2024-03-15"),
        ("43904", SerialDates::From1904, "2024-03-15"),
    ] {
        assert_eq!(
            parse(text, OPEN),
            PeriodCell::Ambiguous(Question::SerialDate)
        );
        assert_eq!(
            parse(text, from(start)),
            PeriodCell::Found(Period::parse(day).unwrap())
        );
    }
    assert_eq!(parse("12345", OPEN), PeriodCell::Unreadable, "1933 is none");
}

#[test]
fn what_is_no_period_is_said_to_be_none() {
    for text in [
        "",
        "24",
        "1850",
        "2015-2019",
        "2024-13",
        "2024-02-30",
        "31/04/2024",
        "Q5 2024",
        "Fall 2024",
        "last year",
        "99999999999999999999",
        "2024-25-26",
        "-",
    ] {
        assert_eq!(parse(text, OPEN), PeriodCell::Unreadable, "{text:?}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic(text in "\\PC{0,24}|[-0-9/.Q SYF]{0,16}") {
        let mut evidence = PeriodEvidence::default();
        evidence.weigh(&text);
        for rhythm in [None, Some(Rhythm::SchoolYear), Some(Rhythm::FiscalYear), Some(Rhythm::Month)] {
            parse(&text, PeriodStyle { rhythm, ..OPEN });
        }
    }
}
