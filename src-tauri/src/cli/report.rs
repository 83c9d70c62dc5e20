//! `report`: writes one PDF.

use std::io::Write;

use backbone_core::Workbook;
use backbone_report::{Options, Paper, Rendered, board, letter};
use chrono::NaiveDate;

use super::{
    arguments::{PaperChoice, ReportArguments},
    refusal::Refusal,
    request,
};
use crate::{clock, writing};

/// The kinds of reports there are.
const KINDS: &[&str] = &["board", "letter"];

pub fn run(arguments: &ReportArguments, output: &mut impl Write) -> Result<(), Refusal> {
    if arguments.list_kinds {
        writeln!(output, "{}", KINDS.join("\n"))?;
        return Ok(());
    }
    let (Some(file), Some(kind), Some(out)) = (&arguments.file, &arguments.kind, &arguments.out)
    else {
        return Err(Refusal::usage("FILE, --kind and --out are needed"));
    };
    if !KINDS.contains(&kind.as_str()) {
        return Err(Refusal::because(format!(
            "there is no report “{kind}”; there is: {}",
            KINDS.join(", ")
        )));
    }
    let as_of = day(arguments.as_of.as_deref())?;
    let paper = match arguments.paper {
        PaperChoice::Letter => Paper::Letter,
        PaperChoice::A4 => Paper::A4,
    };
    let book = Workbook::open_read_only(file).map_err(Refusal::because)?;
    let rendered = match kind.as_str() {
        "letter" => letter_to(arguments, &book, as_of, paper)?,
        _ => {
            let facts = book.board_facts(as_of).map_err(Refusal::because)?;
            let options = Options {
                paper,
                title: arguments.title.clone().unwrap_or_default(),
                left_out: Vec::new(),
            };
            board(&facts, &options).map_err(Refusal::because)?
        }
    };
    writing::replace(out, &rendered.bytes)
        .map_err(|error| Refusal::because(format!("{}: {error}", out.display())))?;
    writeln!(output, "wrote {}, {} pages", out.display(), rendered.pages)?;
    Ok(())
}

/// The letter about the sheet a partner sent back last.
fn letter_to(
    arguments: &ReportArguments,
    book: &Workbook,
    as_of: NaiveDate,
    paper: Paper,
) -> Result<Rendered, Refusal> {
    let name = arguments
        .partner
        .as_deref()
        .ok_or_else(|| Refusal::usage("a letter needs --partner NAME"))?;
    let partner = request::partner(book, name)?;
    let answered = book.latest_answered(partner.id).map_err(|_| {
        Refusal::because(format!(
            "nothing has come back from {} yet; `backbone-desk receive` takes in a sheet",
            partner.record.name
        ))
    })?;
    let facts = book.letter_facts(answered, as_of)?;
    letter(&facts, paper).map_err(Refusal::because)
}

/// The day asked for, or today.
pub fn day(text: Option<&str>) -> Result<NaiveDate, Refusal> {
    match text {
        None => Ok(clock::today()),
        Some(text) => NaiveDate::parse_from_str(text, "%Y-%m-%d")
            .map_err(|_| Refusal::usage(format!("“{text}” is not a date; write it as YYYY-MM-DD"))),
    }
}
