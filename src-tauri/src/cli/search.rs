//! `search`: what holds some words, as the palette of the window finds it.

use std::io::Write;

use backbone_core::{
    Workbook,
    searching::{Found, Hit, HitGroup, Index, Kind, Query, Run},
};
use serde_json::{Value, json};

use super::{arguments::SearchArguments, columns, refusal::Refusal};
use crate::{searched, words};

/// Prints what was found.
pub fn run(arguments: &SearchArguments, output: &mut impl Write) -> Result<(), Refusal> {
    let only = arguments.kind.as_deref().map(kind).transpose()?;
    let book = Workbook::open_read_only(&arguments.file)?;
    let mut index = Index::new()?;
    index.complete(&book)?;
    let query = Query {
        text: &arguments.text,
        only,
        most: arguments.limit,
    };
    let found = index.search(&book, &query)?;
    book.close()?;
    if arguments.json {
        serde_json::to_writer_pretty(&mut *output, &as_json(&found))?;
        writeln!(output)?;
        return Ok(());
    }
    if let Some(corrected) = &found.corrected {
        let words = words::get_with("found-instead", &[("text", corrected.as_str().into())]);
        writeln!(output, "{words}\n")?;
    }
    if found.is_partial {
        writeln!(output, "{}\n", words::get("found-partly"))?;
    }
    let rows: Vec<Vec<String>> = found
        .groups
        .iter()
        .flat_map(|group| group.hits.iter().map(|hit| row(group.kind, hit)))
        .collect();
    if rows.is_empty() {
        return Err(Refusal::because(words::get_with(
            "found-nothing",
            &[("text", arguments.text.as_str().into())],
        )));
    }
    columns::write(output, &["KIND", "NAME", "WHERE", "TEXT"], &rows)?;
    Ok(())
}

/// A kind by its code; the refusal names those there are.
fn kind(code: &str) -> Result<Kind, Refusal> {
    Kind::from_code(&code.replace('-', "_")).ok_or_else(|| {
        let codes: Vec<&str> = Kind::ALL.iter().map(|kind| kind.code()).collect();
        Refusal::because(format!(
            "no kind is called “{code}”; there are: {}",
            codes.join(", ")
        ))
    })
}

fn row(kind: Kind, hit: &Hit) -> Vec<String> {
    vec![
        words::get(&format!("found-{}", kind.code())),
        text(&searched::title(kind, hit)),
        searched::about(kind, hit),
        text(&hit.snippet),
    ]
}

fn text(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

fn as_json(found: &Found) -> Value {
    let runs = |runs: &[Run]| -> Vec<Value> {
        runs.iter()
            .map(|run| json!({ "text": run.text, "is_found": run.is_found }))
            .collect()
    };
    let hit = |group: &HitGroup, hit: &Hit| {
        json!({
            "kind": group.kind.code(),
            "id": hit.id,
            "found_at": hit.place,
            "name": text(&searched::title(group.kind, hit)),
            "about": searched::about(group.kind, hit),
            "name_runs": runs(&searched::title(group.kind, hit)),
            "text_runs": runs(&hit.snippet),
        })
    };
    let hits: Vec<Value> = found
        .groups
        .iter()
        .flat_map(|group| group.hits.iter().map(move |one| hit(group, one)))
        .collect();
    json!({
        "corrected": found.corrected,
        "is_partial": found.is_partial,
        "hits": hits,
    })
}
