//! Whom one partner meets and works with: its part of the network, in the report to it.

use backbone_core::{PartnerId, reporting::NetworkFacts};
use backbone_figures::text;

use super::{draw_network, spoken};
use crate::{
    engine::{Cell, Column, Flow, Row, Style, Table, fonts::REGULAR, spans},
    wording::network as words,
};

/// Names in the table; a partner with more sees those it is most with.
const MOST_ROWS: usize = 12;

/// Writes the neighborhood of a partner. `facts` is the whole network.
pub(crate) fn neighborhood(flow: &mut Flow, facts: &NetworkFacts, id: PartnerId, width: f32) {
    let texts = text::english();
    let around = facts.around(id).ok().flatten();
    let center = around.as_ref().and_then(|around| around.position(id));
    let neighbors = around
        .as_ref()
        .zip(center)
        .map(|(around, center)| around.neighbors(center))
        .unwrap_or_default();
    flow.need(80.0);
    let title = texts.get("paper-partner-network");
    flow.heading(2, &title, Style::SECTION, width);
    let Some(around) = around.filter(|_| !neighbors.is_empty()) else {
        let none = texts.get("paper-partner-network-none");
        flow.paragraph(&spans(&none, REGULAR), Style::BODY, width);
        return;
    };
    let lead = texts.with(
        "paper-partner-network-lead",
        &[
            ("count", neighbors.len().into()),
            ("others", facts.partners.len().saturating_sub(1).into()),
        ],
    );
    flow.paragraph(&spans(&lead, REGULAR), Style::BODY, width);
    let mut drawn = draw_network(&around, width, super::TEXT, Some(id));
    drawn.scene.summary = texts.with(
        "paper-partner-network-summary",
        &[("count", neighbors.len().into())],
    );
    flow.figure(&drawn.scene, &spoken(&drawn));
    let rows = neighbors.iter().take(MOST_ROWS).map(|(place, tie)| {
        Row::Cells(vec![
            Cell::bold(words::name(&around, *place)),
            Cell::plain(words::sector_of(&around, *place)),
            Cell::plain(words::together(tie)),
        ])
    });
    flow.table(
        &Table {
            summary: texts.get("paper-partner-network-table"),
            columns: vec![
                Column::left(texts.get("network-column-partner"), 46.0),
                Column::left(texts.get("network-column-sector"), 28.0),
                Column::left(texts.get("network-column-occasions"), 26.0),
            ],
            rows: rows.collect(),
        },
        width,
    );
}
