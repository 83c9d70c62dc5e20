//! The five conditions: plain checks with their evidence, never a score.

use backbone_core::reporting::{BoardFacts, Condition};
use backbone_figures::text;

use crate::{
    engine::{
        Cell, Column, Flow, Row, Style, Table,
        fonts::{REGULAR, SEMIBOLD},
        spans,
    },
    wording,
};

pub(super) fn write(flow: &mut Flow, facts: &BoardFacts) {
    let texts = text::english();
    flow.begin_chapter(330.0);
    let width = flow.width();
    let met = facts.signals.iter().filter(|signal| signal.is_met).count();
    flow.paragraph(
        &spans(&texts.get("paper-conditions"), SEMIBOLD),
        Style::KICKER,
        width,
    );
    let headline = texts.with(
        "paper-conditions-headline",
        &[("met", met.into()), ("count", facts.signals.len().into())],
    );
    flow.heading(2, &headline, Style::HEADLINE, width);
    flow.paragraph(
        &spans(&texts.get("paper-conditions-lead"), REGULAR),
        Style::LEAD,
        width * 0.86,
    );
    let mut rows = Vec::new();
    for condition in Condition::ALL {
        let name = texts.get(&format!("condition-{}", condition.code()));
        let question = texts.get(&format!("paper-question-{}", condition.code()));
        rows.push(Row::Group(format!("{name}: {question}")));
        for signal in facts
            .signals
            .iter()
            .filter(|signal| signal.check.condition() == *condition)
        {
            let (check, evidence) = wording::signal(signal);
            let state = if signal.is_met {
                "paper-check-met"
            } else {
                "paper-check-open"
            };
            rows.push(Row::Cells(vec![
                Cell::Check {
                    is_met: signal.is_met,
                    text: check,
                },
                Cell::plain(evidence),
                Cell::plain(texts.get(state)),
            ]));
        }
    }
    flow.table(
        &Table {
            summary: texts.get("paper-conditions-summary"),
            columns: vec![
                Column::left(texts.get("paper-column-check"), 40.0),
                Column::left(texts.get("paper-column-evidence"), 44.0),
                Column::left(texts.get("paper-column-state"), 18.0),
            ],
            rows,
        },
        width,
    );
}
