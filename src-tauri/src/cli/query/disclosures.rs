//! What left the file: for whom, and what was hidden.

use std::collections::BTreeMap;

use backbone_core::{Workbook, reporting::Disclosure};
use backbone_figures::dates;
use serde_json::{Value, json};

use super::Answer;
use crate::{cli::refusal::Refusal, clock, leaving, words};

pub fn answer(book: &Workbook) -> Result<Answer, Refusal> {
    let mut answer = Answer {
        heads: &["WHEN", "WHAT", "FOR", "BY", "SHOWN", "HIDDEN", "WHY"],
        rows: Vec::new(),
        json: Vec::new(),
    };
    for entry in book.disclosures()? {
        let entry = entry.record;
        answer.rows.push(vec![
            dates::instant(clock::local(entry.at_ms).naive_local()),
            entry.what.clone(),
            leaving::audience_word(entry.audience),
            entry.author.clone(),
            entry.shown.to_string(),
            entry.hidden.to_string(),
            why(&entry),
        ]);
        answer.json.push(as_json(&entry));
    }
    Ok(answer)
}

/// “2 fewer people than the rule allows; 1 …”; which figures they are stands in the JSON.
fn why(entry: &Disclosure) -> String {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for figure in entry.hidden_figures() {
        *counts.entry(figure.why).or_default() += 1;
    }
    let parts = counts
        .iter()
        .map(|(why, count)| format!("{count} {}", words::get(&format!("why-{why}"))));
    parts.collect::<Vec<_>>().join("; ")
}

fn as_json(entry: &Disclosure) -> Value {
    let hidden: Vec<Value> = entry
        .hidden_figures()
        .iter()
        .map(|figure| {
            json!({
                "measure": figure.measure,
                "period": figure.period,
                "place": figure.place,
                "group": figure.group,
                "provider": figure.provider,
                "why": figure.why,
                "words": leaving::hidden_line(figure),
            })
        })
        .collect();
    json!({
        "at": clock::utc(entry.at_ms),
        "what": entry.what,
        "audience": entry.audience.word(),
        "author": entry.author,
        "shown": entry.shown,
        "hidden": entry.hidden,
        "unchecked": entry.unchecked(),
        "texts_left_out": entry.texts_left_out(),
        "hidden_figures": hidden,
    })
}
