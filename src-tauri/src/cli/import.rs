//! `import`: reads a table of figures, or says what would happen and what is in the way.

use std::{fs, io::Write};

use backbone_core::Workbook;
use backbone_exchange::{
    cells::DecimalMark,
    periods::DateOrder,
    readings_import::{
        Import, ImportError, Known, Mapping, OnChanged, Preview, Role, Severity, preview,
        propose_mapping,
    },
    table::{Delimiter, Encoding, ReadOptions, Table},
};
use serde_json::{Value, json};

use super::{
    arguments::{ChangedChoice, DateChoice, DecimalChoice, EncodingChoice, ImportArguments},
    refusal::Refusal,
};
use crate::{clock, imports, problems};

pub fn run(arguments: &ImportArguments, output: &mut impl Write) -> Result<(), Refusal> {
    let bytes = fs::read(&arguments.table)
        .map_err(|error| Refusal::because(format!("{}: {error}", arguments.table.display())))?;
    let table = Table::read(bytes, &options(arguments)?)
        .map_err(|error| Refusal::because(problems::no_table(error)))?;
    if arguments.preview {
        let book = Workbook::open_read_only(&arguments.file).map_err(Refusal::because)?;
        let known = Known::read(&book).map_err(Refusal::because)?;
        let mapping = mapping(arguments, &table, &known, &book)?;
        let found = look(&book, &known, &table, &mapping)?;
        return tell(&found, arguments, output, None);
    }
    let context = clock::now(&clock::login_name());
    let mut book = Workbook::open(&arguments.file, &context.author).map_err(Refusal::because)?;
    let outcome = commit(arguments, &table, &mut book, &context, output);
    book.close().map_err(Refusal::because)?;
    outcome
}

fn commit(
    arguments: &ImportArguments,
    table: &Table,
    book: &mut Workbook,
    context: &backbone_core::Context,
    output: &mut impl Write,
) -> Result<(), Refusal> {
    let known = Known::read(book).map_err(Refusal::because)?;
    let mapping = mapping(arguments, table, &known, book)?;
    let file_name = arguments
        .table
        .file_name()
        .unwrap_or_default()
        .to_string_lossy();
    let import = Import {
        table,
        mapping: &mapping,
        known: &known,
        file_name: &file_name,
        source: arguments.source.as_deref().unwrap_or_default(),
    };
    match import.run(book, context, &mut |_| true) {
        Ok(imported) => {
            let counts = imported
                .done
                .as_ref()
                .map_or((0, 0), |done| (done.value.added, done.value.changed));
            tell(&imported.preview, arguments, output, Some(counts))
        }
        Err(ImportError::NotReady(found)) => {
            tell(&found, arguments, output, Some((0, 0)))?;
            Err(refusal(&found))
        }
        Err(error) => Err(Refusal::because(error)),
    }
}

fn look(
    book: &Workbook,
    known: &Known,
    table: &Table,
    mapping: &Mapping,
) -> Result<Preview, Refusal> {
    let stored = known
        .stored(book, table, mapping)
        .map_err(Refusal::because)?;
    Ok(preview(table, mapping, &known.context, &stored))
}

/// What stands in the way, with the option that answers it where there is one.
fn refusal(found: &Preview) -> Refusal {
    let mut reasons = vec!["nothing was imported".to_owned()];
    for group in found
        .groups
        .iter()
        .filter(|group| group.severity == Severity::MustFix)
        .take(5)
    {
        let option = match group.first.kind.code() {
            "decimal_unclear" => "pass --decimal point or --decimal comma",
            "date_order_unclear" => "pass --dates day-first or --dates month-first",
            "no_measure" => "pass --measure CODE",
            "no_value_column" => "pass --column HEAD=value",
            "no_period_column" => "pass --column HEAD=period",
            "group_unknown" | "place_unknown" => "pass --add-unknown to add it, or --skip-problems",
            _ => "mend the row, or pass --skip-row ROW or --skip-problems",
        };
        reasons.push(format!("{} ({option})", problems::described(&group.first)));
    }
    Refusal::because(reasons.join("\n  "))
}

fn options(arguments: &ImportArguments) -> Result<ReadOptions, Refusal> {
    let delimiter = match arguments.delimiter.as_deref() {
        None => None,
        Some(",") => Some(Delimiter::Comma),
        Some(";") => Some(Delimiter::Semicolon),
        Some("|") => Some(Delimiter::Pipe),
        Some("tab" | "\t") => Some(Delimiter::Tab),
        Some(other) => {
            return Err(Refusal::usage(format!(
                "--delimiter takes , ; | or tab, not “{other}”"
            )));
        }
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
        ..ReadOptions::default()
    })
}

fn mapping(
    arguments: &ImportArguments,
    table: &Table,
    known: &Known,
    book: &Workbook,
) -> Result<Mapping, Refusal> {
    let mut mapping = propose_mapping(table, &known.context);
    mapping.columns.resize(table.header().len(), Role::Ignore);
    for choice in &arguments.columns {
        let (head, word) = choice
            .rsplit_once('=')
            .ok_or_else(|| Refusal::usage("--column takes HEAD=ROLE"))?;
        let role = imports::role(word).ok_or_else(|| {
            Refusal::usage(format!(
                "“{word}” is no role; see `backbone-desk import --help`"
            ))
        })?;
        let at = table
            .header()
            .iter()
            .position(|known| known.trim().eq_ignore_ascii_case(head.trim()))
            .ok_or_else(|| {
                Refusal::because(format!(
                    "the table has no column “{head}”; it has: {}",
                    table.header().join(", ")
                ))
            })?;
        if let Some(slot) = mapping.columns.get_mut(at) {
            *slot = role;
        }
    }
    if let Some(code) = &arguments.measure {
        let measure = book.measure_by_code(code).map_err(|_| {
            Refusal::because(format!(
                "no measure has the code “{code}”; `backbone-desk query FILE measures` lists them"
            ))
        })?;
        mapping.measure = known.position_of(measure.id);
    }
    mapping.decimal = arguments.decimal.map(|choice| match choice {
        DecimalChoice::Point => DecimalMark::Point,
        DecimalChoice::Comma => DecimalMark::Comma,
    });
    mapping.date_order = arguments.dates.map(|choice| match choice {
        DateChoice::DayFirst => DateOrder::DayFirst,
        DateChoice::MonthFirst => DateOrder::MonthFirst,
    });
    mapping.on_changed = match arguments.on_changed {
        ChangedChoice::Replace => OnChanged::Replace,
        ChangedChoice::Keep => OnChanged::Keep,
    };
    mapping.add_unknown = arguments.add_unknown;
    mapping.skip_rows.extend(&arguments.skip_rows);
    if arguments.skip_problems {
        let found = look(book, known, table, &mapping)?;
        let blocked = found
            .problems
            .iter()
            .filter(|problem| problem.severity() == Severity::MustFix);
        mapping
            .skip_rows
            .extend(blocked.filter_map(|problem| problem.row));
    }
    Ok(mapping)
}

/// Prints counts and problems; `written` says what was added and changed, if anything ran.
fn tell(
    found: &Preview,
    arguments: &ImportArguments,
    output: &mut impl Write,
    written: Option<(u32, u32)>,
) -> Result<(), Refusal> {
    if arguments.json {
        let value = as_json(found, written);
        writeln!(output, "{value:#}")?;
        return Ok(());
    }
    writeln!(
        output,
        "{} rows: {} new, {} changed, {} same, {} left out, {} must be fixed",
        found.row_count,
        found.new_count,
        found.changed_count,
        found.same_count,
        found.skipped_count,
        found.blocked_count
    )?;
    for problem in &found.problems {
        let mark = if problem.severity() == Severity::MustFix {
            "must fix"
        } else {
            "check"
        };
        writeln!(output, "  {mark}: {}", problems::described(problem))?;
    }
    if found.problem_count > found.problems.len() {
        writeln!(
            output,
            "  … and {} more",
            found.problem_count - found.problems.len()
        )?;
    }
    match written {
        None => writeln!(output, "nothing was changed; this was a preview")?,
        Some((added, changed)) if added + changed > 0 => {
            writeln!(
                output,
                "imported: {added} added, {changed} changed; one undo takes it back"
            )?;
        }
        Some(_) => writeln!(output, "nothing was changed")?,
    }
    Ok(())
}

fn as_json(found: &Preview, written: Option<(u32, u32)>) -> Value {
    let problems: Vec<Value> = found
        .problems
        .iter()
        .map(|problem| {
            json!({
                "row": problem.row,
                "column": problem.head,
                "cell": problem.cell,
                "code": problem.kind.code(),
                "must_fix": problem.severity() == Severity::MustFix,
                "words": problems::described(problem),
                "advice": problems::advice(problem),
            })
        })
        .collect();
    json!({
        "rows": found.row_count,
        "new": found.new_count,
        "changed": found.changed_count,
        "same": found.same_count,
        "skipped": found.skipped_count,
        "blocked": found.blocked_count,
        "ready": found.is_ready(),
        "problems": problems,
        "problem_count": found.problem_count,
        "imported": written.map(|(added, changed)| json!({ "added": added, "changed": changed })),
    })
}
