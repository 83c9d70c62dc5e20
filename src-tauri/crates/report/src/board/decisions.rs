//! What the board decides, has decided, and who owes what by when.

use backbone_core::{
    communication::DecisionStatus,
    reporting::{BoardFacts, DecisionFacts},
};
use backbone_figures::{dates, text};

use crate::engine::{
    Cell, Column, Flow, Row, Style, Table,
    fonts::{REGULAR, SEMIBOLD},
    spans,
};

/// As many decisions made as the page recalls.
const MADE_SHOWN: usize = 8;

pub(super) fn write(flow: &mut Flow, facts: &BoardFacts) {
    let texts = text::english();
    flow.begin_chapter(230.0);
    let width = flow.width();
    let (waiting, made): (Vec<_>, Vec<_>) = facts
        .decisions
        .iter()
        .partition(|facts| facts.decision.record.status == DecisionStatus::Waiting);
    let late = facts
        .action_items
        .iter()
        .filter(|item| item.days_late.is_some())
        .count();
    flow.paragraph(
        &spans(&texts.get("paper-decisions"), SEMIBOLD),
        Style::KICKER,
        width,
    );
    let headline = texts.with(
        "paper-decisions-headline",
        &[("waiting", waiting.len().into()), ("late", late.into())],
    );
    flow.heading(2, &headline, Style::HEADLINE, width);
    for (id, decisions) in [
        ("paper-decisions-waiting", waiting),
        ("paper-decisions-made", made),
    ] {
        if !decisions.is_empty() {
            flow.heading(3, &texts.get(id), Style::SECTION, width);
            decision_table(flow, &decisions, width);
        }
    }
    flow.heading(3, &texts.get("paper-actions"), Style::SECTION, width);
    if facts.action_items.is_empty() {
        flow.paragraph(
            &spans(&texts.get("paper-actions-none"), REGULAR),
            Style::BODY,
            width,
        );
        return;
    }
    let rows = facts.action_items.iter().map(|facts| {
        let item = &facts.item.record;
        let late = facts
            .days_late
            .map(|days| texts.with("paper-days-late", &[("days", days.into())]));
        let due = item
            .due
            .map_or_else(|| "–".to_owned(), |due| dates::short(due.0));
        Row::Cells(vec![
            Cell::bold(item.title.clone()),
            Cell::plain(item.owner.clone()),
            Cell::Text {
                text: due,
                is_bold: late.is_some(),
                note: late.unwrap_or_default(),
            },
        ])
    });
    flow.table(
        &Table {
            summary: texts.get("paper-actions-summary"),
            columns: vec![
                Column::left(texts.get("paper-column-action"), 58.0),
                Column::left(texts.get("paper-column-owner"), 26.0),
                Column::left(texts.get("paper-column-due"), 18.0),
            ],
            rows: rows.collect(),
        },
        width,
    );
}

fn decision_table(flow: &mut Flow, decisions: &[&DecisionFacts], width: f32) {
    let texts = text::english();
    let rows = decisions.iter().take(MADE_SHOWN).map(|facts| {
        let decision = &facts.decision.record;
        let meeting = facts
            .meeting
            .as_ref()
            .map_or_else(|| "–".to_owned(), |meeting| meeting.record.title.clone());
        let date = decision
            .date
            .or_else(|| facts.meeting.as_ref().map(|meeting| meeting.record.date));
        Row::Cells(vec![
            Cell::bold(decision.number.clone()),
            Cell::plain(decision.text.clone()),
            Cell::plain(meeting),
            Cell::plain(date.map_or_else(|| "–".to_owned(), |date| dates::short(date.0))),
        ])
    });
    flow.table(
        &Table {
            summary: texts.get("paper-decisions-summary"),
            columns: vec![
                Column::left(texts.get("paper-column-number"), 12.0),
                Column::left(texts.get("paper-column-decision"), 52.0),
                Column::left(texts.get("paper-column-meeting"), 24.0),
                Column::left(texts.get("paper-column-date"), 16.0),
            ],
            rows: rows.collect(),
        },
        width,
    );
}
