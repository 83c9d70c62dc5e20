//! `export` and `restore`: tables, charts and everything as JSON, and that in again without
//! loss.

use std::{
    fs::{self, File},
    io::{BufReader, BufWriter, Write},
    path::Path,
};

use backbone_core::{Workbook, reporting::Audience};
use backbone_exchange::{
    json,
    sheets::{self, Part},
};
use backbone_report::{drawing::Parts, picture};

use super::{
    arguments::{ExportArguments, RestoreArguments, TableChoice},
    leave::Source,
    query,
    refusal::Refusal,
    report,
};
use crate::{
    leaving::{self, Tables, Wanted},
    writing,
};

/// Writes what is asked for; a failure leaves what stood there before.
pub fn export(arguments: &ExportArguments, output: &mut impl Write) -> Result<(), Refusal> {
    if arguments.json {
        return everything(arguments, output);
    }
    let as_of = report::day(arguments.as_of.as_deref())?;
    let source = Source::open(&arguments.file)?;
    let audience = Audience::from(arguments.audience);
    let measure = match &arguments.measure {
        Some(code) => {
            let found = source.book.measure_by_code(code);
            Some(found.map_err(|_| query::no_measure(&source.book, code))?.id)
        }
        None => None,
    };
    let shield = match measure {
        Some(id) => source.book.shield_of(audience, &[id])?,
        None => source.book.shield(audience)?,
    };
    if let (Some(id), true) = (measure, arguments.svg || arguments.png) {
        let parts = Parts {
            path: true,
            comparison: true,
            notes: true,
            ..Parts::default()
        };
        let chart = leaving::chart(&source.book, id, &shield, as_of, parts)?;
        let leaving = source.check(&shield, &chart.scope, &chart.what)?;
        let bytes = if arguments.svg {
            picture::svg(&chart.picture())
        } else {
            picture::png(&chart.picture())
        };
        put(&arguments.out, &bytes.map_err(Refusal::because)?)?;
        writeln!(output, "{}", arguments.out.display())?;
        return source.log(leaving, output);
    }
    let wanted = match (measure, arguments.table) {
        (Some(id), _) => Wanted::Readings(id),
        (None, Some(table)) => Wanted::Part(part(table)),
        (None, None) => Wanted::Everything,
    };
    if let (Wanted::Part(part), false) = (&wanted, audience == Audience::Internal)
        && part.is_for_the_team()
    {
        return Err(Refusal::because(format!(
            "{} stay with the team; pass --audience internal",
            part.code().replace('_', " ")
        )));
    }
    let tables =
        leaving::tables(&source.book, &wanted, &shield, as_of).map_err(Refusal::because)?;
    let leaving = source.check(&shield, &tables.scope, &tables.what)?;
    if arguments.xlsx {
        let bytes = sheets::xlsx(&tables.sheets, &tables.about).map_err(Refusal::because)?;
        put(&arguments.out, &bytes)?;
    } else {
        csv(
            &tables,
            matches!(wanted, Wanted::Everything),
            &arguments.out,
        )?;
    }
    writeln!(output, "{}", arguments.out.display())?;
    source.log(leaving, output)
}

/// The whole file, which only the team may have.
fn everything(arguments: &ExportArguments, output: &mut impl Write) -> Result<(), Refusal> {
    if Audience::from(arguments.audience) != Audience::Internal {
        return Err(Refusal::because(
            "JSON holds everything there is, hidden figures and contacts among it, and is only \
             for the team; --xlsx or --csv hide what others must not see",
        ));
    }
    let book = Workbook::open_read_only(&arguments.file)?;
    let mut bytes = BufWriter::new(Vec::new());
    json::export(&book, &mut bytes).map_err(Refusal::because)?;
    book.close()?;
    let bytes = bytes.into_inner().map_err(Refusal::because)?;
    put(&arguments.out, &bytes)?;
    writeln!(output, "{}", arguments.out.display())?;
    Ok(())
}

/// One table as a file; all as an archive, or as files of a folder.
fn csv(tables: &Tables, is_everything: bool, out: &Path) -> Result<(), Refusal> {
    if let ([sheet], false) = (tables.sheets.as_slice(), is_everything) {
        return put(out, &sheets::csv(sheet));
    }
    let is_archive = out
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("zip"));
    if is_archive {
        let bytes = sheets::zipped(&tables.sheets).map_err(Refusal::because)?;
        return put(out, &bytes);
    }
    fs::create_dir_all(out)
        .map_err(|error| Refusal::because(format!("{}: {error}", out.display())))?;
    tables.sheets.iter().try_for_each(|sheet| {
        put(
            &out.join(format!("{}.csv", sheet.name)),
            &sheets::csv(sheet),
        )
    })
}

fn put(out: &Path, bytes: &[u8]) -> Result<(), Refusal> {
    writing::replace(out, bytes)
        .map_err(|error| Refusal::because(format!("{}: {error}", out.display())))
}

fn part(table: TableChoice) -> Part {
    match table {
        TableChoice::Measures => Part::Measures,
        TableChoice::Readings => Part::Readings,
        TableChoice::Partners => Part::Partners,
        TableChoice::Activities => Part::Activities,
        TableChoice::Meetings => Part::Meetings,
        TableChoice::Decisions => Part::Decisions,
        TableChoice::ActionItems => Part::ActionItems,
    }
}

/// Makes a new initiative from such a file; an existing one is never replaced.
pub fn restore(arguments: &RestoreArguments, output: &mut impl Write) -> Result<(), Refusal> {
    let json = File::open(&arguments.json)
        .map_err(|error| Refusal::because(format!("{}: {error}", arguments.json.display())))?;
    json::restore(BufReader::new(json), &arguments.out).map_err(Refusal::because)?;
    writeln!(output, "{}", arguments.out.display())?;
    Ok(())
}
