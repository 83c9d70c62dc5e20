//! `query`: what the window would show, as a table or as JSON.

mod agenda;
mod agenda_versions;
mod disclosures;
mod matrix;
mod measures;
mod network;
mod quality;
mod requests;

use std::io::Write;

use backbone_core::{Workbook, measurement::Measure, reporting::MeasureSummary};
use chrono::NaiveDate;
use rust_decimal::{Decimal, prelude::ToPrimitive};
use serde_json::Value;

use super::{
    arguments::{QueryArguments, QueryChoice},
    columns,
    refusal::Refusal,
    report,
};

/// An answer in both forms.
struct Answer {
    heads: &'static [&'static str],
    rows: Vec<Vec<String>>,
    json: Vec<Value>,
}

/// Prints the answer to one question.
pub fn run(arguments: &QueryArguments, output: &mut impl Write) -> Result<(), Refusal> {
    let today = report::day(arguments.as_of.as_deref())?;
    let book = Workbook::open_read_only(&arguments.file)?;
    let only = arguments.measure.as_deref();
    let answer = match arguments.what {
        QueryChoice::Measures => measures::definitions(&summaries(&book, only, today)?),
        QueryChoice::Readings => measures::readings(&book, &summaries(&book, only, today)?)?,
        QueryChoice::Status => measures::status(&summaries(&book, only, today)?),
        QueryChoice::Quality => quality::answer(&book, only, today)?,
        QueryChoice::Disparities => {
            quality::disparities(&book, &summaries(&book, only, today)?, today)?
        }
        QueryChoice::Agenda => agenda_versions::answer(&book)?,
        QueryChoice::Signals => agenda::signals(&book, today)?,
        QueryChoice::Partners => agenda::partners(&book)?,
        QueryChoice::Network => {
            let since = arguments.since.as_deref();
            let since = since.map(|day| report::day(Some(day))).transpose()?;
            network::answer(&book, since, today)?
        }
        QueryChoice::Activities => agenda::activities(&book)?,
        QueryChoice::Matrix => matrix::cells(&book)?,
        QueryChoice::Findings => matrix::findings(&book)?,
        QueryChoice::Meetings => agenda::meetings(&book, today)?,
        QueryChoice::Requests => requests::requests(&book, today)?,
        QueryChoice::Disclosures => disclosures::answer(&book)?,
    };
    book.close()?;
    if arguments.json {
        serde_json::to_writer_pretty(&mut *output, &answer.json)?;
        writeln!(output)?;
    } else {
        columns::write(output, answer.heads, &answer.rows)?;
    }
    Ok(())
}

fn summaries(
    book: &Workbook,
    only: Option<&str>,
    today: NaiveDate,
) -> Result<Vec<MeasureSummary>, Refusal> {
    let mut summaries = book.measure_summaries(today)?;
    if let Some(code) = only {
        summaries.retain(|summary| summary.measure.record.code.eq_ignore_ascii_case(code));
        if summaries.is_empty() {
            return Err(no_measure(book, code));
        }
    }
    Ok(summaries)
}

/// Names the measures there are, so that the next try succeeds.
pub(in crate::cli) fn no_measure(book: &Workbook, code: &str) -> Refusal {
    let known = book.list::<Measure>().unwrap_or_default();
    let codes: Vec<&str> = known
        .iter()
        .map(|entry| entry.record.code.as_str())
        .collect();
    Refusal::because(format!(
        "no measure has the code “{code}”; there are: {}",
        codes.join(", ")
    ))
}

/// An exact figure as JSON has numbers.
fn number(figure: Option<Decimal>) -> Value {
    figure
        .and_then(|figure| figure.to_f64())
        .map_or(Value::Null, Value::from)
}
