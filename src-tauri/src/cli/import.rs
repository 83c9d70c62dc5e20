//! `import`: reads a table of figures, or says what would happen and what is in the way.

use std::io::{self, Write};

use backbone_core::{Entry, Workbook, measurement::ImportMapping};
use backbone_exchange::{
    readings_import::{
        Import, ImportError, Known, Mapping, Preview, Problem, Remembered, Severity, View, heads,
        preview, recognize,
    },
    table::{ReadOptions, Table},
};
use serde_json::{Value, json};

use super::{arguments::ImportArguments, import_options as options, refusal::Refusal};
use crate::{
    clock,
    imports::{self, Unreadable},
    problems, words,
};

pub fn run(arguments: &ImportArguments, output: &mut impl Write) -> Result<(), Refusal> {
    if arguments.contacts {
        return super::import_contacts::run(arguments, output);
    }
    if arguments.preview {
        let book = Workbook::open_read_only(&arguments.file)?;
        let (table, known, mapping) = prepare(arguments, &book)?;
        let stored = known.stored(&book, &table, &mapping)?;
        let found = preview(&table, &mapping, &known.context, &stored);
        let view = View {
            table: &table,
            mapping: &mapping,
            context: &known.context,
            stored: &stored,
            preview: &found,
        };
        return tell(&view, arguments, output, None);
    }
    let context = clock::now_because(&clock::login_name(), arguments.reason.as_deref());
    let mut book = Workbook::open(&arguments.file, &context.author)?;
    let outcome = commit(arguments, &mut book, &context, output);
    book.close()?;
    outcome
}

fn commit(
    arguments: &ImportArguments,
    book: &mut Workbook,
    context: &backbone_core::Context,
    output: &mut impl Write,
) -> Result<(), Refusal> {
    let (table, known, mapping) = prepare(arguments, book)?;
    let name = arguments.table.file_name().unwrap_or_default();
    let import = Import {
        table: &table,
        mapping: &mapping,
        known: &known,
        file_name: &name.to_string_lossy(),
        source: arguments.source.as_deref().unwrap_or_default(),
    };
    let (found, stored, counts) = match import.run(book, context, &mut |_, _| true) {
        Ok(imported) => {
            let done = imported.done.as_ref();
            let counts = done.map_or((0, 0), |done| (done.value.added, done.value.changed));
            (imported.preview, imported.stored, Some(counts))
        }
        Err(ImportError::NotReady(found)) => (*found, known.stored(book, &table, &mapping)?, None),
        Err(error) => return Err(Refusal::because(error)),
    };
    let view = View {
        table: &table,
        mapping: &mapping,
        context: &known.context,
        stored: &stored,
        preview: &found,
    };
    tell(&view, arguments, output, Some(counts.unwrap_or_default()))?;
    if counts.is_none() {
        return Err(refusal(&found));
    }
    if let Some(name) = &arguments.remember {
        let mapping = ImportMapping {
            name: name.clone(),
            heads: heads(&table),
            choices: Remembered::of(&table, &mapping, &known.context).to_text(),
            used_ms: context.now_ms,
        };
        let _ = book.remember_mapping(mapping, context)?;
    }
    Ok(())
}

/// The table, the initiative, and how the one is read into the other.
fn prepare(
    arguments: &ImportArguments,
    book: &Workbook,
) -> Result<(Table, Known, Mapping), Refusal> {
    let given = options::reading(arguments)?;
    let mut table = read(arguments, &given)?;
    let known = Known::read(book)?;
    let way = remembered(arguments, book, &table)?;
    if let Some(way) = &way {
        let kept = way.read_options();
        let options = ReadOptions {
            encoding: given.encoding.or(kept.encoding),
            delimiter: given.delimiter.or(kept.delimiter),
            header: given.header,
            // A sheet of that name need not be there again.
            sheet: given.sheet.clone(),
        };
        if options != given {
            table = read(arguments, &options)?;
        }
    }
    let mapping = options::mapping(arguments, &table, &known, book, way.as_ref())?;
    Ok((table, known, mapping))
}

fn read(arguments: &ImportArguments, options: &ReadOptions) -> Result<Table, Refusal> {
    let path = &arguments.table;
    let cannot = |error: Unreadable| match error {
        Unreadable::Table(error) => {
            Refusal::because(format!("{}: {}", path.display(), problems::no_table(error)))
        }
        Unreadable::File(error) if error.kind() == io::ErrorKind::IsADirectory => Refusal::because(
            format!("{}: {}", path.display(), words::get("table-folder")),
        ),
        Unreadable::File(error) => Refusal::because(format!("{}: {error}", path.display())),
    };
    let bytes = imports::bytes_of(path).map_err(cannot)?;
    if let Some(sheet) = &options.sheet {
        let sheets = Table::sheets(&bytes);
        if !sheets.iter().any(|known| known.name == *sheet) {
            let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
            return Err(Refusal::because(format!(
                "{} has no sheet “{sheet}”; it has: {}",
                path.display(),
                names.join(", ")
            )));
        }
    }
    Table::read(bytes, options).map_err(|error| cannot(Unreadable::Table(error)))
}

/// The way of reading that was asked for, or that knows the columns of the table.
fn remembered(
    arguments: &ImportArguments,
    book: &Workbook,
    table: &Table,
) -> Result<Option<Remembered>, Refusal> {
    if arguments.afresh {
        return Ok(None);
    }
    let mut entries: Vec<Entry<ImportMapping>> = book.list()?;
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.record.used_ms));
    let found = match &arguments.mapping {
        Some(name) => {
            let wanted = name.trim().to_lowercase();
            let named = |entry: &&Entry<ImportMapping>| entry.record.name.to_lowercase() == wanted;
            Some(entries.iter().find(named).ok_or_else(|| {
                let names: Vec<&str> = entries
                    .iter()
                    .map(|entry| entry.record.name.as_str())
                    .collect();
                Refusal::because(format!(
                    "nothing is remembered as “{name}”; what is: {}",
                    names.join(", ")
                ))
            })?)
        }
        None => {
            let heads = entries.iter().map(|entry| entry.record.heads.as_str());
            recognize(table, heads).and_then(|at| entries.get(at))
        }
    };
    Ok(found.map(|entry| Remembered::parse(&entry.record.choices)))
}

/// What stands in the way, with the option that answers it where there is one.
fn refusal(found: &Preview) -> Refusal {
    let mut reasons = vec!["nothing was imported".to_owned()];
    let in_the_way = found
        .groups
        .iter()
        .filter(|group| group.severity == Severity::MustFix);
    for group in in_the_way.take(5) {
        let option = match group.first.kind.code() {
            "decimal_unclear" => "pass --decimal point or --decimal comma",
            "date_order_unclear" => "pass --dates day-first or --dates month-first",
            "single_year_unclear" => "pass --single-year begins or --single-year ends",
            "school_year_or_month" => "pass --periods school-years or --periods months",
            "serial_date_unclear" => "pass --serial-dates 1900 or --serial-dates 1904",
            "looks_like_share" => "pass --shares times-hundred or --shares as-they-are",
            "duplicate_differs" => "pass --on-repeated first or last, or --skip-row ROW",
            "period_closed" => "pass --reason TEXT, or --skip-problems",
            "no_measure" => "pass --measure CODE",
            "no_value_column" => "pass --column HEAD=value",
            "no_period_column" => "pass --column HEAD=period",
            "group_unknown" => "pass --group TEXT=NAME, --add-unknown or --skip-problems",
            "place_unknown" => "pass --place TEXT=NAME, --add-unknown or --skip-problems",
            "provider_unknown" => "pass --partner TEXT=NAME, or --skip-problems",
            "measure_unknown" => "pass --means TEXT=CODE, or --skip-problems",
            _ => "mend it, or pass --cell ROW,HEAD=TEXT, --skip-row ROW or --skip-problems",
        };
        reasons.push(format!("{} ({option})", problems::described(&group.first)));
    }
    Refusal::because(reasons.join("\n  "))
}

/// Prints counts and problems; `written` says what was added and changed, if anything ran.
fn tell(
    view: &View<'_>,
    arguments: &ImportArguments,
    output: &mut impl Write,
    written: Option<(u32, u32)>,
) -> Result<(), Refusal> {
    if arguments.json {
        return tell_json(view, output, written);
    }
    let found = view.preview;
    if let Some(sheet) = &view.table.sniffed().sheet {
        writeln!(output, "sheet “{}”", sheet.name)?;
    }
    writeln!(
        output,
        "{} rows: {} new, {} changed, {} same, {} left out, {} must be fixed",
        found.row_count,
        found.new_count,
        found.changed_count,
        found.same_count + found.kept_count,
        found.skipped_count,
        found.blocked_count
    )?;
    let mut listed = 0;
    each_listed(view, written, |problem| {
        let mark = match problem.severity() {
            Severity::MustFix => "must fix",
            Severity::Check => "check",
        };
        listed += 1;
        writeln!(output, "  {mark}: {}", problems::described(problem))
    })?;
    if listed < found.problem_count {
        let more = found.problem_count - listed;
        writeln!(output, "  … and {more} more; --preview names them all")?;
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

/// Problems once nothing is left to decide; the rest are counted.
const AFTERWARDS: usize = 1_000;

/// Gives every problem while they can still be mended, and the first thousand when it is
/// done: millions of lines would take longer than the import.
fn each_listed(
    view: &View<'_>,
    written: Option<(u32, u32)>,
    mut give: impl FnMut(&Problem) -> io::Result<()>,
) -> io::Result<()> {
    let is_done = written.is_some() && view.preview.is_ready();
    if !is_done {
        return view.each_problem(give);
    }
    let problems = view.preview.problems.iter();
    problems.take(AFTERWARDS).try_for_each(&mut give)
}

/// One object; its list of problems is written as it is found, for it may be long.
fn tell_json(
    view: &View<'_>,
    output: &mut impl Write,
    written: Option<(u32, u32)>,
) -> Result<(), Refusal> {
    let found = view.preview;
    let counts = json!({
        "rows": found.row_count,
        "new": found.new_count,
        "changed": found.changed_count,
        "same": found.same_count,
        "kept": found.kept_count,
        "skipped": found.skipped_count,
        "blocked": found.blocked_count,
        "ready": found.is_ready(),
        "sheet": view.table.sniffed().sheet.as_ref().map(|sheet| &sheet.name),
        "problem_count": found.problem_count,
        "imported": written.map(|(added, changed)| json!({ "added": added, "changed": changed })),
    });
    let text = counts.to_string();
    write!(
        output,
        "{},\"problems\":[",
        text.strip_suffix('}').unwrap_or(&text)
    )?;
    let mut is_first = true;
    each_listed(view, written, |problem| {
        let value: Value = json!({
            "row": problem.row,
            "column": (!problem.head.is_empty()).then_some(&problem.head),
            "cell": problem.cell,
            "kind": problem.kind.code(),
            "must_fix": problem.severity() == Severity::MustFix,
            "words": problems::described(problem),
            "advice": problems::advice(problem),
        });
        let comma = if is_first { "" } else { "," };
        is_first = false;
        write!(output, "{comma}\n{value}")
    })?;
    writeln!(output, "]}}")?;
    Ok(())
}
