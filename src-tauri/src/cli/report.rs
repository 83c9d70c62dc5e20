//! `report`: writes one PDF.

use std::{io::Write, path::Path};

use backbone_core::{AgendaId, Workbook};
use backbone_report::{Options, Paper, Rendered, letter};
use chrono::NaiveDate;

use super::{
    arguments::{PaperChoice, ReportArguments},
    leave::Source,
    query,
    refusal::Refusal,
    request,
};
use crate::{
    clock,
    leaving::{self, Kind, Subject},
    writing,
};

/// The kind that goes to one partner and holds no figures but its own.
const LETTER: &str = "letter";

pub fn run(arguments: &ReportArguments, output: &mut impl Write) -> Result<(), Refusal> {
    let codes = Kind::ALL.iter().map(|kind| kind.code());
    let kinds: Vec<&str> = codes.chain([LETTER]).collect();
    if arguments.list_kinds {
        writeln!(output, "{}", kinds.join("\n"))?;
        return Ok(());
    }
    let (Some(file), Some(kind), Some(out)) = (&arguments.file, &arguments.kind, &arguments.out)
    else {
        return Err(Refusal::usage("FILE, --kind and --out are needed"));
    };
    if kind == LETTER {
        return letter_to(file, arguments, out, output);
    }
    let kind = Kind::of(kind).ok_or_else(|| {
        Refusal::because(format!(
            "there is no report “{kind}”; there is: {}",
            kinds.join(", ")
        ))
    })?;
    if kind == Kind::Measure && arguments.measure.is_none() {
        return Err(Refusal::usage("a measure sheet needs --measure CODE"));
    }
    if kind == Kind::Partner && arguments.partner.is_none() {
        return Err(Refusal::usage("a partner report needs --partner NAME"));
    }
    let as_of = day(arguments.as_of.as_deref())?;
    let source = Source::open(file)?;
    let measure = match &arguments.measure {
        Some(code) => {
            let found = source.book.measure_by_code(code);
            Some(found.map_err(|_| query::no_measure(&source.book, code))?.id)
        }
        None => None,
    };
    let partner = match &arguments.partner {
        Some(name) => Some(request::partner(&source.book, name)?.id),
        None => None,
    };
    let version = match &arguments.agenda {
        Some(asked) => Some(agenda_version(&source.book, asked)?),
        None => None,
    };
    let subject = Subject {
        measure,
        partner,
        version,
    };
    let shield = leaving::shield(&source.book, kind, subject, arguments.audience.into())?;
    let facts = leaving::facts(&source.book, kind, subject, as_of, &shield)?;
    let leaving = source.check(&shield, &facts.scope(as_of), &facts.what())?;
    let options = Options {
        paper: paper(arguments),
        title: arguments.title.clone().unwrap_or_default(),
        left_out: Vec::new(),
    };
    let rendered = leaving::render(&facts, &options).map_err(Refusal::because)?;
    write(out, &rendered, output)?;
    source.log(leaving, output)
}

/// The version of the agenda of this number, or the draft.
fn agenda_version(book: &Workbook, asked: &str) -> Result<AgendaId, Refusal> {
    let facts = book.agenda_facts()?;
    let found = match asked {
        "draft" => facts.draft,
        number => number
            .parse()
            .ok()
            .and_then(|number| facts.numbered(number))
            .map(|signed| signed.version.agenda.id),
    };
    found.ok_or_else(|| {
        let known: Vec<String> = facts
            .versions
            .iter()
            .map(|signed| signed.version.agenda.record.version.to_string())
            .collect();
        Refusal::because(format!(
            "the agenda has no version “{asked}”; there are: {}",
            known.join(", ")
        ))
    })
}

/// The letter about the sheet a partner sent back last.
fn letter_to(
    file: &Path,
    arguments: &ReportArguments,
    out: &Path,
    output: &mut impl Write,
) -> Result<(), Refusal> {
    let name = arguments
        .partner
        .as_deref()
        .ok_or_else(|| Refusal::usage("a letter needs --partner NAME"))?;
    let book = Workbook::open_read_only(file).map_err(Refusal::because)?;
    let partner = request::partner(&book, name)?;
    let answered = book.latest_answered(partner.id).map_err(|_| {
        Refusal::because(format!(
            "nothing has come back from {} yet; `backbone-desk receive` takes in a sheet",
            partner.record.name
        ))
    })?;
    let facts = book.letter_facts(answered, day(arguments.as_of.as_deref())?)?;
    let rendered = letter(&facts, paper(arguments)).map_err(Refusal::because)?;
    write(out, &rendered, output)
}

fn paper(arguments: &ReportArguments) -> Paper {
    match arguments.paper {
        PaperChoice::Letter => Paper::Letter,
        PaperChoice::A4 => Paper::A4,
    }
}

fn write(out: &Path, rendered: &Rendered, output: &mut impl Write) -> Result<(), Refusal> {
    writing::replace(out, &rendered.bytes)
        .map_err(|error| Refusal::because(format!("{}: {error}", out.display())))?;
    writeln!(output, "wrote {}, {} pages", out.display(), rendered.pages)?;
    Ok(())
}

/// The day asked for, or today.
pub fn day(text: Option<&str>) -> Result<NaiveDate, Refusal> {
    match text {
        None => Ok(clock::today()),
        Some(text) => NaiveDate::parse_from_str(text, "%Y-%m-%d")
            .map_err(|_| Refusal::usage(format!("“{text}” is not a date; write it as YYYY-MM-DD"))),
    }
}
