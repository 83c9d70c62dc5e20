//! `history`, `undo` and `redo`: what was changed, and taking it back.

use std::{io::Write, path::Path};

use backbone_core::{
    Context, Done, FieldChange, HistoryEntry, Result as CoreResult, Step, Workbook,
};
use backbone_figures::dates;
use serde_json::{Value, json};

use super::{
    arguments::{FileArgument, HistoryArguments},
    refusal::Refusal,
};
use crate::{clock, words};

/// The change log, latest first.
pub fn list(arguments: &HistoryArguments, output: &mut impl Write) -> Result<(), Refusal> {
    let book = Workbook::open_read_only(&arguments.file)?;
    let entries = book.history(arguments.limit)?;
    book.close()?;
    if arguments.json {
        let entries: Vec<Value> = entries.iter().map(as_json).collect();
        serde_json::to_writer_pretty(&mut *output, &entries)?;
        writeln!(output)?;
        return Ok(());
    }
    for entry in &entries {
        let at = dates::instant(clock::local(entry.at_ms).naive_local());
        let undone = if entry.is_undone {
            " (undone since)"
        } else {
            ""
        };
        let what = said(&entry.kind, &entry.step);
        writeln!(output, "{at}  {}  {what}{undone}", entry.author)?;
        for change in entry.changes.iter().filter(|change| is_readable(change)) {
            let side = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".to_owned());
            let (old, new) = (shortened(&side(&change.old)), shortened(&side(&change.new)));
            writeln!(
                output,
                "    {} {}: {old} → {new}",
                change.table, change.field
            )?;
        }
    }
    Ok(())
}

/// Takes back the last change.
pub fn undo(arguments: &FileArgument, output: &mut impl Write) -> Result<(), Refusal> {
    travel(
        &arguments.file,
        output,
        "Undone",
        "There is nothing to undo.",
        |book, context| book.undo(context),
    )
}

/// Does again what was taken back last.
pub fn redo(arguments: &FileArgument, output: &mut impl Write) -> Result<(), Refusal> {
    travel(
        &arguments.file,
        output,
        "Redone",
        "There is nothing to redo.",
        |book, context| book.redo(context),
    )
}

fn travel(
    file: &Path,
    output: &mut impl Write,
    done_word: &str,
    nothing: &str,
    go: impl FnOnce(&mut Workbook, &Context) -> CoreResult<Option<Done<Step>>>,
) -> Result<(), Refusal> {
    let author = clock::login_name();
    let mut book = Workbook::open(file, &author)?;
    let done = go(&mut book, &clock::now(&author))?;
    book.close()?;
    match done {
        Some(done) => Ok(writeln!(output, "{done_word}: {}", named(&done.value))?),
        None => Err(Refusal::because(nothing)),
    }
}

/// Ids and instants say nothing to a person; JSON has them all.
fn is_readable(change: &FieldChange) -> bool {
    !change.field.ends_with("_id") && !change.field.ends_with("_ms")
}

fn said(kind: &str, step: &Step) -> String {
    match kind {
        "undo" => format!("Undo: {}", named(step)),
        "redo" => format!("Redo: {}", named(step)),
        _ => named(step),
    }
}

/// A step as the window calls it, where there are words for it.
fn named(step: &Step) -> String {
    let id = format!("op-{}", step.op);
    let words = if words::has(&id) {
        words::get(&id)
    } else {
        step.op.replace('_', " ")
    };
    if step.detail.is_empty() {
        words
    } else {
        format!("{words} ({})", shortened(&step.detail))
    }
}

/// One line of readable length.
fn shortened(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    if line.chars().count() > 60 || line.len() < text.len() {
        line.chars().take(59).chain("…".chars()).collect()
    } else {
        line.to_owned()
    }
}

fn as_json(entry: &HistoryEntry) -> Value {
    let changes = entry.changes.iter().map(|change| {
        json!({
            "table": change.table,
            "field": change.field,
            "old": change.old,
            "new": change.new,
        })
    });
    json!({
        "id": entry.id.to_string(),
        "op": entry.step.op,
        "detail": entry.step.detail,
        "kind": entry.kind,
        "is_undone": entry.is_undone,
        "author": entry.author,
        "at": clock::utc(entry.at_ms),
        "reason": entry.reason,
        "change_count": entry.change_count,
        "changes": changes.collect::<Vec<_>>(),
    })
}
