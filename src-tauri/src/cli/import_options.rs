//! What was typed behind `import`, as the importer takes it.

use backbone_core::Workbook;
use backbone_exchange::{
    cells::DecimalMark,
    codes::Coded,
    periods::{DateOrder, Rhythm, SerialDates, SingleYear},
    readings_import::{
        Answer, Known, KnownName, Mapping, OnChanged, OnRepeated, Remembered, Role, Shares,
        propose_mapping,
    },
    table::{Delimiter, Encoding, HeaderRow, ReadOptions, Table},
};
use backbone_statistics::Unit;

use super::{
    arguments::{
        ChangedChoice, DateChoice, DecimalChoice, EncodingChoice, ImportArguments, PeriodsChoice,
        RepeatedChoice, SerialChoice, SharesChoice, SingleYearChoice,
    },
    refusal::Refusal,
};
use crate::imports::position_by_name;

/// How the file is to be read.
pub fn reading(arguments: &ImportArguments) -> Result<ReadOptions, Refusal> {
    let delimiter = match arguments.delimiter.as_deref() {
        None => None,
        Some("tab") => Some(Delimiter::Tab),
        Some(sign) => Some(Delimiter::by_code(sign).ok_or_else(|| {
            Refusal::usage(format!("--delimiter takes , ; | or tab, not “{sign}”"))
        })?),
    };
    let encoding = arguments.encoding.map(|choice| match choice {
        EncodingChoice::Utf8 => Encoding::Utf8,
        EncodingChoice::Utf16le => Encoding::Utf16Le,
        EncodingChoice::Utf16be => Encoding::Utf16Be,
        EncodingChoice::Windows1252 => Encoding::Windows1252,
        EncodingChoice::Macroman => Encoding::MacRoman,
    });
    Ok(ReadOptions {
        encoding,
        delimiter,
        header: arguments.header_row.map(|row| match row {
            0 => HeaderRow::None,
            row => HeaderRow::At(row),
        }),
        sheet: arguments.sheet.clone(),
    })
}

/// What the columns hold and what was answered: typed before remembered, remembered before
/// proposed.
pub fn mapping(
    arguments: &ImportArguments,
    table: &Table,
    known: &Known,
    book: &Workbook,
    way: Option<&Remembered>,
) -> Result<Mapping, Refusal> {
    let mut mapping = match way {
        Some(way) => way.apply(table, &known.context),
        None => propose_mapping(table, &known.context),
    };
    mapping.columns.resize(table.header().len(), Role::Ignore);
    for choice in &arguments.columns {
        let (head, word) = pair("--column takes HEAD=ROLE", choice, true)?;
        let role = Role::by_code(word).ok_or_else(|| {
            Refusal::usage(format!(
                "“{word}” is no role; see `backbone-desk import --help`"
            ))
        })?;
        if let Some(slot) = mapping.columns.get_mut(column(table, head)?) {
            *slot = role;
        }
    }
    if let Some(code) = &arguments.measure {
        mapping.measure = Some(measure(known, book, code)?);
    }
    answer(arguments, &mut mapping);
    names(arguments, known, book, &mut mapping)?;
    for choice in &arguments.cells {
        let wanted = "--cell takes ROW,HEAD=TEXT";
        let (place, text) = pair(wanted, choice, false)?;
        let (row, head) = place
            .split_once(',')
            .ok_or_else(|| Refusal::usage(wanted))?;
        let row: u32 = row.trim().parse().map_err(|_| Refusal::usage(wanted))?;
        let column = u16::try_from(column(table, head)?).unwrap_or(u16::MAX);
        mapping.cells.insert((row, column), text.to_owned());
    }
    Ok(mapping)
}

fn answer(arguments: &ImportArguments, mapping: &mut Mapping) {
    let decimal = arguments.decimal.map(|choice| match choice {
        DecimalChoice::Point => DecimalMark::Point,
        DecimalChoice::Comma => DecimalMark::Comma,
    });
    mapping.decimal = decimal.or(mapping.decimal);
    let date_order = arguments.dates.map(|choice| match choice {
        DateChoice::DayFirst => DateOrder::DayFirst,
        DateChoice::MonthFirst => DateOrder::MonthFirst,
    });
    mapping.date_order = date_order.or(mapping.date_order);
    let single_year = arguments.single_year.map(|choice| match choice {
        SingleYearChoice::Begins => SingleYear::Begins,
        SingleYearChoice::Ends => SingleYear::Ends,
    });
    mapping.single_year = single_year.or(mapping.single_year);
    let rhythm = arguments.periods.map(|choice| match choice {
        PeriodsChoice::SchoolYears => Rhythm::SchoolYear,
        PeriodsChoice::FiscalYears => Rhythm::FiscalYear,
        PeriodsChoice::Months => Rhythm::Month,
    });
    mapping.rhythm = rhythm.or(mapping.rhythm);
    let serial_dates = arguments.serial_dates.map(|choice| match choice {
        SerialChoice::From1900 => SerialDates::From1900,
        SerialChoice::From1904 => SerialDates::From1904,
    });
    mapping.serial_dates = serial_dates.or(mapping.serial_dates);
    mapping.on_changed = match arguments.on_changed {
        ChangedChoice::Replace => OnChanged::Replace,
        ChangedChoice::Keep => OnChanged::Keep,
    };
    mapping.on_repeated = match arguments.on_repeated {
        None => OnRepeated::Ask,
        Some(RepeatedChoice::First) => OnRepeated::First,
        Some(RepeatedChoice::Last) => OnRepeated::Last,
    };
    mapping.add_unknown = arguments.add_unknown;
    mapping.has_reason = arguments
        .reason
        .as_ref()
        .is_some_and(|reason| !reason.trim().is_empty());
    mapping.skip_rows.extend(&arguments.skip_rows);
    mapping.leave_out_blocked = arguments.skip_problems;
}

fn names(
    arguments: &ImportArguments,
    known: &Known,
    book: &Workbook,
    mapping: &mut Mapping,
) -> Result<(), Refusal> {
    let context = &known.context;
    let found = |kind: &str, names: &[KnownName], choice: &str| {
        let (text, name) = pair(&format!("--{kind} takes TEXT=NAME"), choice, true)?;
        if name.trim().is_empty() {
            return Ok((text.to_owned(), Answer::Everyone));
        }
        let position = position_by_name(names.iter().map(|known| known.name.as_str()), name);
        match position {
            Some(position) => Ok((text.to_owned(), Answer::Is(position))),
            None => Err(Refusal::because(format!(
                "the initiative knows no {kind} “{name}”"
            ))),
        }
    };
    for choice in &arguments.groups {
        mapping
            .groups
            .extend([found("group", &context.groups, choice)?]);
    }
    for choice in &arguments.places {
        mapping
            .places
            .extend([found("place", &context.places, choice)?]);
    }
    for choice in &arguments.partners {
        let answer = found("partner", &context.providers, choice)?;
        mapping.providers.extend([answer]);
    }
    for choice in &arguments.measures {
        let (text, code) = pair("--means takes TEXT=CODE", choice, true)?;
        let position = measure(known, book, code)?;
        mapping.measures.insert(text.to_owned(), position);
    }
    let Some(shares) = arguments.shares.map(|choice| match choice {
        SharesChoice::TimesHundred => Shares::TimesHundred,
        SharesChoice::AsTheyAre => Shares::AsTheyAre,
    }) else {
        return Ok(());
    };
    // On the command line the answer holds for every percentage of the table.
    let percentages = (0_u32..)
        .zip(&context.measures)
        .filter(|(_, measure)| measure.unit == Unit::Percent);
    for (measure, _) in percentages {
        let values = (0_u16..)
            .zip(&mapping.columns)
            .filter(|&(_, &role)| role == Role::Value);
        mapping
            .shares
            .extend(values.map(|(column, _)| ((column, measure), shares)));
    }
    Ok(())
}

fn measure(known: &Known, book: &Workbook, code: &str) -> Result<u32, Refusal> {
    let unknown = || {
        Refusal::because(format!(
            "no measure has the code “{code}”; `backbone-desk query FILE measures` lists them"
        ))
    };
    let measure = book.measure_by_code(code).map_err(|_| unknown())?;
    known.position_of(measure.id).ok_or_else(unknown)
}

fn column(table: &Table, head: &str) -> Result<usize, Refusal> {
    let mut heads = table.header().iter();
    let found = heads.position(|known| known.trim().eq_ignore_ascii_case(head.trim()));
    found.ok_or_else(|| {
        const SHOWN: usize = 30;
        let shown: Vec<&str> = table
            .header()
            .iter()
            .take(SHOWN)
            .map(String::as_str)
            .collect();
        Refusal::because(format!(
            "the table has no column “{head}”; it has: {}",
            shown.join(", ")
        ))
    })
}

/// Both sides of the last `=`, or of the first.
fn pair<'c>(wanted: &str, choice: &'c str, is_last: bool) -> Result<(&'c str, &'c str), Refusal> {
    let sides = if is_last {
        choice.rsplit_once('=')
    } else {
        choice.split_once('=')
    };
    sides.ok_or_else(|| Refusal::usage(wanted))
}
