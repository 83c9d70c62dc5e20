//! The network of partners on paper, and the drawing that window and paper share: facts in,
//! the scene out.

mod neighborhood;

use backbone_core::{PartnerId, partners::FIELD_WIDTH, reporting::NetworkFacts};
use backbone_figures::{
    DrawnNetwork, NetworkLine, NetworkMap, NetworkNode, Weight, network_map, text, typeface,
};

use crate::{
    Error, Options, Rendered, columns, document,
    engine::{
        Cell, Column, Flow, Row, Style, Table,
        fonts::{REGULAR, SEMIBOLD},
        spans,
    },
    wording::network as words,
};

pub(crate) use neighborhood::neighborhood;

/// Size of the drawing's text on paper.
const TEXT: f32 = 7.4;
/// Size of the heads of a table.
const HEAD: f32 = 7.4;

/// Draws the network; `subject` is the place of the partner it is about.
#[must_use]
pub fn draw_network(
    facts: &NetworkFacts,
    width: f32,
    text_size: f32,
    subject: Option<PartnerId>,
) -> DrawnNetwork<PartnerId> {
    let bridges: std::collections::BTreeSet<(usize, usize)> =
        facts.found.bridges.iter().copied().collect();
    #[allow(clippy::cast_precision_loss, reason = "thousandths")]
    let share = |value: i64| value as f64 / FIELD_WIDTH as f64;
    network_map(&NetworkMap {
        width,
        text_size,
        nodes: facts
            .partners
            .iter()
            .zip(&facts.found.nodes)
            .enumerate()
            .map(|(place, (partner, node))| NetworkNode {
                key: partner.partner.id,
                name: partner.partner.name.clone(),
                words: words::partner(facts, place),
                sector: partner.sector,
                rank: node.betweenness,
                kept: partner.kept.map(|(x, y)| [share(x), share(y)]),
                is_subject: subject == Some(partner.partner.id),
            })
            .collect(),
        ties: facts
            .ties
            .iter()
            .map(|tie| NetworkLine {
                one: tie.one,
                other: tie.other,
                occasions: tie.occasions(),
                is_bridge: bridges.contains(&(tie.one, tie.other)),
            })
            .collect(),
        ever: facts.ever.clone(),
        sectors: words::sectors(facts),
        summary: words::summary(facts),
    })
}

/// Writes the report on the network.
///
/// # Errors
/// Figures that cannot be drawn, fonts that cannot be embedded.
pub fn network_report(facts: &NetworkFacts, options: &Options) -> Result<Rendered, Error> {
    let texts = text::english();
    let kind = if options.title.trim().is_empty() {
        texts.get("paper-network")
    } else {
        options.title.trim().to_owned()
    };
    let as_of = facts.choice.to;
    let mut flow = document::begin(&facts.initiative, &kind, as_of, options.paper);
    flow.begin_section(false);
    document::masthead(&mut flow, &facts.initiative, &kind, as_of, None);
    let width = flow.width();
    flow.heading(1, &words::headline(facts), Style::FRONT, width * 0.9);
    let lead = texts.with(
        "paper-network-lead",
        &[
            ("span", words::span(facts).into()),
            ("meetings", facts.meetings.into()),
            ("activities", facts.activities.into()),
            ("partners", facts.partners.len().into()),
        ],
    );
    flow.paragraph(&spans(&lead, REGULAR), Style::LEAD, width * 0.9);
    if !facts.partners.is_empty() {
        let drawn = draw_network(facts, width, TEXT, None);
        flow.figure(&drawn.scene, &spoken(&drawn));
    }
    figures(&mut flow, facts, width);
    to_look_after(&mut flow, facts, width);
    mixing(&mut flow, facts, width);
    partners(&mut flow, facts, width);
    worked_out(&mut flow, facts, width);
    document::finish(flow)
}

/// The alternative text: what the drawing shows, then partner by partner.
fn spoken(drawn: &DrawnNetwork<PartnerId>) -> String {
    let partners = drawn.scene.stops.iter().map(|stop| stop.words.as_str());
    let mut said = vec![drawn.scene.summary.as_str()];
    said.extend(partners);
    said.join("\n")
}

fn figures(flow: &mut Flow, facts: &NetworkFacts, width: f32) {
    let texts = text::english();
    let figures = words::figures(facts);
    if figures.is_empty() {
        return;
    }
    flow.need(120.0);
    let title = texts.get("paper-network-figures");
    flow.heading(2, &title, Style::SECTION, width);
    let rows = figures.into_iter().map(|figure| {
        Row::Cells(vec![
            Cell::plain(figure.name),
            Cell::bold(figure.value),
            Cell::plain(figure.note),
        ])
    });
    flow.table(
        &Table {
            summary: title,
            columns: vec![
                Column::left(texts.get("paper-network-what"), 40.0),
                Column::right(texts.get("paper-network-value"), 16.0),
                Column::left(String::new(), 44.0),
            ],
            rows: rows.collect(),
        },
        width,
    );
}

/// Bridges, who holds it together, and who is left out.
fn to_look_after(flow: &mut Flow, facts: &NetworkFacts, width: f32) {
    let texts = text::english();
    if facts.partners.len() < backbone_statistics::network::LEAST_NODES {
        return;
    }
    for (head, said) in [
        ("paper-network-bridges", words::bridges_answer(facts)),
        ("paper-network-isolates", isolates(facts)),
    ] {
        flow.need(50.0);
        flow.heading(2, &texts.get(head), Style::SECTION, width);
        flow.paragraph(&spans(&said, REGULAR), Style::BODY, width);
    }
}

fn isolates(facts: &NetworkFacts) -> String {
    let names: Vec<String> = facts
        .found
        .isolates
        .iter()
        .map(|place| words::name(facts, *place))
        .collect();
    if names.is_empty() {
        text::english().get("paper-network-isolates-none")
    } else {
        names.join(", ")
    }
}

/// A row and a column a sector.
fn mixing(flow: &mut Flow, facts: &NetworkFacts, width: f32) {
    let texts = text::english();
    let Some(mixing) = &facts.mixing else {
        return;
    };
    let names = words::sectors(facts);
    let name = |sector: &usize| names.get(*sector).cloned().unwrap_or_default();
    // As wide as the longest word of its head, so that none is broken.
    let share = |sector: &usize| {
        let name = name(sector);
        let words = name.split_whitespace();
        let widths = words.map(|word| typeface::width(word, HEAD, Weight::Regular));
        widths.fold(14.0, f32::max) + 9.0
    };
    let mut heads = vec![Column::left(texts.get("network-column-sector"), 66.0)];
    let sectors = mixing.sectors.iter();
    heads.extend(sectors.map(|sector| Column::right(name(sector), share(sector))));
    let rows = mixing
        .sectors
        .iter()
        .zip(&mixing.ties)
        .map(|(sector, ties)| {
            let mut cells = vec![Cell::bold(name(sector))];
            cells.extend(ties.iter().map(|ties| match ties {
                0 => Cell::plain("–"),
                ties => Cell::plain(ties.to_string()),
            }));
            Row::Cells(cells)
        });
    flow.need(110.0);
    flow.heading(2, &texts.get("network-mixing"), Style::SECTION, width);
    let note = texts.get("network-mixing-note");
    flow.paragraph(&spans(&note, REGULAR), Style::CAPTION, width);
    flow.small_table(
        &Table {
            summary: texts.get("paper-network-mixing-summary"),
            columns: heads,
            rows: rows.collect(),
        },
        width,
    );
    if mixing.unknown > 0 {
        let words = texts.with(
            "network-mixing-unknown",
            &[("count", mixing.unknown.into())],
        );
        flow.paragraph(&spans(&words, REGULAR), Style::CAPTION, width);
    }
}

fn partners(flow: &mut Flow, facts: &NetworkFacts, width: f32) {
    let texts = text::english();
    if facts.partners.is_empty() {
        return;
    }
    flow.need(110.0);
    let title = texts.get("paper-network-partners");
    flow.heading(2, &title, Style::SECTION, width);
    let mut order: Vec<_> = facts.found.nodes.iter().collect();
    order.sort_by(|a, b| {
        let ties = b.degree.cmp(&a.degree);
        ties.then(b.betweenness.total_cmp(&a.betweenness))
    });
    let rows = order.into_iter().map(|node| {
        let place = node.name;
        Row::Cells(vec![
            Cell::bold(words::name(facts, place)),
            Cell::plain(words::sector_of(facts, place)),
            Cell::plain(node.degree.to_string()),
            Cell::plain(words::percent(node.betweenness)),
            Cell::plain(words::part(facts, place)),
        ])
    });
    flow.table(
        &Table {
            summary: texts.get("paper-network-partners-summary"),
            columns: vec![
                Column::left(texts.get("network-column-partner"), 40.0),
                Column::left(texts.get("network-column-sector"), 24.0),
                Column::right(texts.get("network-column-ties"), 10.0),
                Column::right(texts.get("network-column-links"), 14.0),
                Column::left(texts.get("network-column-part"), 12.0),
            ],
            rows: rows.collect(),
        },
        width,
    );
}

fn worked_out(flow: &mut Flow, facts: &NetworkFacts, width: f32) {
    let texts = text::english();
    let found = words::worked_out(facts);
    flow.need(90.0);
    let title = texts.get("paper-network-worked");
    flow.heading(2, &title, Style::SECTION, width);
    let mut notes = Vec::new();
    if facts.initiative.is_sample {
        notes.push(spans(&texts.get("paper-note-sample"), SEMIBOLD));
    }
    if let Some(first) = found.first() {
        let said: Vec<String> = first
            .inputs
            .iter()
            .map(|(name, value)| format!("{name}: {value}"))
            .collect();
        notes.push(spans(&format!("{}.", said.join(". ")), REGULAR));
    }
    for rule in found {
        let mut note = spans(&format!("{} ", rule.question), SEMIBOLD);
        note.extend(spans(
            &format!("{} {} ({})", rule.answer, rule.formula, rule.source),
            REGULAR,
        ));
        notes.push(note);
    }
    notes.push(spans(&texts.get("paper-network-note"), REGULAR));
    columns::write(flow, &notes, columns::NOTES);
}
