//! Sources and notes, and how every figure was worked out.

use std::collections::BTreeMap;

use backbone_core::reporting::BoardFacts;
use backbone_figures::{numbers::written, text};
use rust_decimal::prelude::ToPrimitive;

use crate::{
    columns, document,
    engine::{
        Cell, Column, Flow, Row, Style, Table,
        fonts::{REGULAR, SEMIBOLD},
        spans,
    },
    wording,
};

use super::measures;

pub(super) fn write(flow: &mut Flow, facts: &BoardFacts) {
    let texts = text::english();
    flow.begin_chapter(230.0);
    let width = flow.width();
    flow.paragraph(
        &spans(&texts.get("paper-notes"), SEMIBOLD),
        Style::KICKER,
        width,
    );
    flow.heading(
        2,
        &texts.get("paper-notes-headline"),
        Style::HEADLINE,
        width,
    );
    let rows: Vec<Row> = measures(facts)
        .map(|(_, measure)| {
            let measure = &measure.summary.measure.record;
            let or = |text: &str, id: &str| {
                if text.is_empty() {
                    texts.get(id)
                } else {
                    text.to_owned()
                }
            };
            Row::Cells(vec![
                Cell::bold(measure.name.clone()),
                Cell::plain(or(&measure.definition, "paper-no-definition")),
                Cell::plain(or(&measure.source, "paper-no-source")),
            ])
        })
        .collect();
    flow.small_table(
        &Table {
            summary: texts.get("paper-definitions-summary"),
            columns: vec![
                Column::left(texts.get("paper-column-measure"), 26.0),
                Column::left(texts.get("paper-column-definition"), 42.0),
                Column::left(texts.get("paper-column-source"), 34.0),
            ],
            rows,
        },
        width,
    );
    let share = facts.initiative.watch_share.0.to_f64().unwrap_or(0.25) * 100.0;
    let share = format!("{}%", written(share, 0));
    let mut notes = vec![
        spans(
            &texts.with("paper-note-status", &[("share", share.into())]),
            REGULAR,
        ),
        spans(&texts.get("paper-note-points"), REGULAR),
        spans(&texts.get("paper-note-rounding"), REGULAR),
    ];
    let marks = document::mark_notes(measures(facts).map(|(_, measure)| measure), &facts.rule);
    notes.extend(marks.iter().map(|note| spans(note, REGULAR)));
    if facts.initiative.is_sample {
        notes.insert(0, spans(&texts.get("paper-note-sample"), SEMIBOLD));
    }
    columns::write(flow, &notes, columns::SMALL_PRINT);
    for (name, address) in addresses(facts) {
        flow.link_line(
            &format!("{name}: {address}"),
            &address,
            Style::CAPTION,
            width,
        );
    }
}

/// Web addresses that sources name, with their measure; each once.
fn addresses(facts: &BoardFacts) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for (_, measure) in measures(facts) {
        let measure = &measure.summary.measure.record;
        let words = measure
            .source
            .split_whitespace()
            .map(|word| word.trim_end_matches(['.', ',', ';', ')']));
        for word in words.filter(|word| word.starts_with("https://") || word.starts_with("http://"))
        {
            // Readers of PDF take plain characters only; others are left as text in the table.
            if word.is_ascii() && word.len() < 500 && !found.iter().any(|(_, known)| known == word)
            {
                found.push((measure.name.clone(), word.to_owned()));
            }
        }
    }
    found
}

/// The rules, then what each of them gives for every headline measure.
pub(super) fn calculations(flow: &mut Flow, facts: &BoardFacts) {
    let texts = text::english();
    flow.begin_chapter(230.0);
    let width = flow.width();
    flow.paragraph(
        &spans(&texts.get("paper-appendix"), SEMIBOLD),
        Style::KICKER,
        width,
    );
    flow.heading(
        2,
        &texts.get("paper-appendix-headline"),
        Style::HEADLINE,
        width,
    );
    let mut rules = BTreeMap::new();
    let mut rows = Vec::new();
    for (_, measure) in measures(facts) {
        rows.push(Row::Group(measure.summary.measure.record.name.clone()));
        let mut found = wording::worked_out(&measure.summary);
        let shared = wording::take_shared_inputs(&mut found);
        if !shared.is_empty() {
            rows.push(Row::Cells(vec![
                Cell::bold(texts.get("paper-shared-inputs")),
                Cell::plain(listed(&shared)),
                Cell::plain(""),
                Cell::plain(""),
            ]));
        }
        for worked in found {
            rows.push(Row::Cells(vec![
                Cell::bold(worked.question.clone()),
                Cell::plain(worked.answer),
                Cell::plain(listed(&worked.inputs)),
                Cell::plain(worked.points.to_string()),
            ]));
            rules.insert(worked.question, (worked.formula, worked.source));
        }
    }
    let rules: Vec<_> = rules
        .into_iter()
        .map(|(question, (formula, source))| {
            let mut line = spans(&format!("{question} "), SEMIBOLD);
            let source = texts.with("paper-rule-source", &[("source", source.into())]);
            line.extend(spans(&format!("{formula}. {source}"), REGULAR));
            line
        })
        .collect();
    columns::write(flow, &rules, columns::SMALL_PRINT);
    flow.small_table(
        &Table {
            summary: texts.get("paper-appendix-summary"),
            columns: vec![
                Column::left(texts.get("paper-column-question"), 28.0),
                Column::left(texts.get("paper-column-answer"), 46.0),
                Column::left(texts.get("paper-column-inputs"), 34.0),
                Column::right(texts.get("paper-column-points"), 6.0),
            ],
            rows,
        },
        width,
    );
}

/// “Baseline, 2015–16: 44.1%; Target, 2027–28: 60%”.
fn listed(inputs: &[(String, String)]) -> String {
    let inputs: Vec<String> = inputs
        .iter()
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    inputs.join("; ")
}
