//! A preview in the form the window shows it.

use std::convert::Infallible;

use backbone_contract::{
    ImportChoices, ImportColumn, ImportPreview, ImportProblem, ImportRow, ImportRowProblem,
    ImportSheet, RememberedImport,
};
use backbone_core::{Entry, measurement::ImportMapping};
use backbone_exchange::{
    readings_import::{Known, Preview, PreviewRow, Problem, ProblemKind, RowState, Severity, View},
    table::Table,
};

use super::{ImportSession, decisions, mends};
use crate::{problems, words};

/// Filled cells shown under a column's head.
const EXAMPLES: usize = 3;
/// Rows in which they are looked for.
const EXAMPLE_ROWS: usize = 50;
/// Characters of an example.
const EXAMPLE_LENGTH: usize = 40;

/// A count on the wire.
pub fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// What was found, with what can be done about it.
pub fn preview(
    session: &ImportSession,
    known: &Known,
    found: &Preview,
    choices: ImportChoices,
    remembered: &[Entry<ImportMapping>],
) -> ImportPreview {
    let problems = found.groups.iter().map(|group| ImportProblem {
        code: group.first.kind.code().to_owned(),
        must_fix: group.severity == Severity::MustFix,
        words: problems::described_for(&group.first, &group.rows, group.row_count),
        advice: problems::advice(&group.first),
        rows: group.rows.clone(),
        row_count: count(group.row_count),
        mends: mends::of_group(known, group),
    });
    let sheets = session.sheets.iter().map(|sheet| ImportSheet {
        name: sheet.name.clone(),
        is_hidden: sheet.is_hidden,
    });
    let decided = choices.decisions.iter();
    ImportPreview {
        file_name: session.file_name(),
        sheets: sheets.collect(),
        columns: columns(&session.table),
        row_count: count(found.row_count),
        new_count: count(found.new_count),
        same_count: count(found.same_count),
        changed_count: count(found.changed_count),
        kept_count: count(found.kept_count),
        skipped_count: count(found.skipped_count),
        check_count: count(found.check_count),
        blocked_count: count(found.blocked_count),
        problems: problems.collect(),
        decided: decided
            .map(|decision| decisions::described(&session.table, known, decision))
            .collect(),
        is_ready: found.is_ready(),
        remembered: remembered.iter().map(remembered_import).collect(),
        choices,
    }
}

/// A remembered way of reading by its name.
pub fn remembered_import(entry: &Entry<ImportMapping>) -> RememberedImport {
    RememberedImport {
        id: entry.id.to_string(),
        name: entry.record.name.clone(),
    }
}

/// A row with what was noticed in it.
pub fn row(row: PreviewRow) -> ImportRow {
    let said = row.problems.iter().map(problems::said);
    let noticed = said.collect::<Vec<_>>().join(" ");
    ImportRow {
        number: row.number,
        state: state_word(row.state).to_owned(),
        cells: row.cells,
        corrected: row.corrected.into_iter().map(count).collect(),
        noticed,
        problems: row.problems.iter().map(row_problem).collect(),
    }
}

fn row_problem(problem: &Problem) -> ImportRowProblem {
    let stored = match &problem.kind {
        ProblemKind::ChangedFromStored { stored } => Some(stored.map_or_else(
            || words::get("stored-none"),
            |old| old.normalize().to_string(),
        )),
        _ => None,
    };
    ImportRowProblem {
        column: problem.column.map(u32::from),
        must_fix: problem.severity() == Severity::MustFix,
        words: problems::said(problem),
        stored,
        mends: mends::of_row(problem),
    }
}

fn columns(table: &Table) -> Vec<ImportColumn> {
    let mut columns: Vec<ImportColumn> = table
        .header()
        .iter()
        .map(|head| ImportColumn {
            head: head.clone(),
            examples: Vec::new(),
        })
        .collect();
    let mut rows = table.rows();
    for _ in 0..EXAMPLE_ROWS {
        let Some(row) = rows.advance() else { break };
        for (index, column) in columns.iter_mut().enumerate() {
            let cell = row.cell(index);
            if column.examples.len() < EXAMPLES && !cell.is_empty() {
                let short = cell.chars().take(EXAMPLE_LENGTH).collect();
                column.examples.push(short);
            }
        }
    }
    columns
}

fn state_word(state: RowState) -> &'static str {
    match state {
        RowState::Blank | RowState::Skipped => "skipped",
        RowState::Same => "same",
        RowState::New => "new",
        RowState::Changed => "changed",
        RowState::Check => "check",
        RowState::Blocked => "blocked",
    }
}

/// Every problem as CSV, for whoever has to mend the file. Cells that a spreadsheet would
/// take for a formula are made text.
pub fn problem_list(view: &View<'_>) -> Vec<u8> {
    // Excel takes text without the mark for its own code page.
    let mut text = String::from("\u{FEFF}");
    let heads = [
        "list-row",
        "list-column",
        "list-cell",
        "list-problem",
        "list-must-fix",
    ];
    push_row(&mut text, heads.map(words::get));
    let Ok(()) = view.each_problem(|problem| {
        let must_fix = problem.severity() == Severity::MustFix;
        push_row(
            &mut text,
            [
                problem.row.map(|row| row.to_string()).unwrap_or_default(),
                problem.head.clone(),
                problem.cell.clone(),
                problems::said(problem),
                words::get(if must_fix { "list-yes" } else { "list-no" }),
            ],
        );
        Ok::<(), Infallible>(())
    });
    text.into_bytes()
}

fn push_row(text: &mut String, cells: [String; 5]) {
    let quoted = cells.map(|cell| {
        let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
        let mark = if is_formula { "'" } else { "" };
        format!("\"{mark}{}\"", cell.replace('"', "\"\""))
    });
    text.push_str(&quoted.join(","));
    text.push_str("\r\n");
}
