//! Who does what: activities under their strategies, with lead, partners and progress.

use backbone_core::reporting::{ActivityFacts, BoardFacts};
use backbone_figures::text;

use crate::engine::{
    Cell, Column, Flow, Row, Style, Table,
    fonts::{REGULAR, SEMIBOLD},
    spans,
};

pub(super) fn write(flow: &mut Flow, facts: &BoardFacts) {
    let texts = text::english();
    flow.begin_chapter(230.0);
    let width = flow.width();
    flow.paragraph(
        &spans(&texts.get("paper-activities"), SEMIBOLD),
        Style::KICKER,
        width,
    );
    if facts.activities.is_empty() {
        flow.heading(
            2,
            &texts.get("paper-activities-none"),
            Style::HEADLINE,
            width,
        );
        return;
    }
    let busy = facts
        .partners
        .iter()
        .filter(|partner| !partner.activities.is_empty())
        .count();
    let headline = texts.with(
        "paper-activities-headline",
        &[
            ("activities", facts.activities.len().into()),
            ("partners", busy.into()),
        ],
    );
    flow.heading(2, &headline, Style::HEADLINE, width);
    flow.paragraph(
        &spans(&texts.get("paper-activities-lead"), REGULAR),
        Style::LEAD,
        width * 0.86,
    );
    let mut ordered: Vec<&ActivityFacts> = facts.activities.iter().collect();
    ordered.sort_by_key(|activity| {
        activity
            .strategy
            .as_ref()
            .map_or_else(|| "\u{10FFFF}".to_owned(), |strategy| strategy.name.clone())
    });
    let mut rows = Vec::new();
    let mut strategy = None;
    for activity in ordered {
        let name = activity.strategy.as_ref().map_or_else(
            || texts.get("paper-no-strategy"),
            |strategy| strategy.name.clone(),
        );
        if strategy.as_ref() != Some(&name) {
            rows.push(Row::Group(name.clone()));
            strategy = Some(name);
        }
        rows.push(row(activity));
    }
    flow.table(
        &Table {
            summary: texts.get("paper-activities-summary"),
            columns: vec![
                Column::left(texts.get("paper-column-activity"), 30.0),
                Column::left(texts.get("paper-column-lead"), 22.0),
                Column::left(texts.get("paper-column-with"), 28.0),
                Column::left(texts.get("paper-column-progress"), 30.0),
            ],
            rows,
        },
        width,
    );
}

fn row(facts: &ActivityFacts) -> Row {
    let texts = text::english();
    let activity = &facts.activity.record;
    let partners: Vec<&str> = facts
        .partners
        .iter()
        .map(|partner| partner.name.as_str())
        .collect();
    let moves: Vec<&str> = facts
        .measures
        .iter()
        .map(|measure| measure.name.as_str())
        .collect();
    let lead = match &facts.lead {
        Some(lead) => Cell::plain(lead.name.clone()),
        None => Cell::bold(texts.get("paper-no-lead")),
    };
    let status = texts.get(&format!("activity-{}", activity.status.word()));
    let progress = if activity.progress.is_empty() {
        status
    } else {
        format!("{status}. {}", activity.progress)
    };
    Row::Cells(vec![
        Cell::Text {
            text: activity.name.clone(),
            is_bold: true,
            note: moves.join(", "),
        },
        lead,
        Cell::plain(if partners.is_empty() {
            "–".to_owned()
        } else {
            partners.join(", ")
        }),
        Cell::plain(progress),
    ])
}
