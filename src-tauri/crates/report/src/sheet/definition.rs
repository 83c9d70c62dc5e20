//! What a measure means, with everything its definition says, and how that has changed.

use backbone_core::{measurement::Measure, reporting::MeasureSheetFacts};
use backbone_figures::{dates, numbers::written, text};
use rust_decimal::prelude::ToPrimitive;

use crate::{
    columns,
    engine::{
        Cell, Column, Flow, Row, Style, Table,
        fonts::{REGULAR, SEMIBOLD},
        page::INK,
        spans,
    },
};

/// One entry of the definition.
const ENTRY: Style = Style {
    size: 8.4,
    leading: 10.8,
    color: INK,
    before: 0.0,
    after: 2.5,
};

pub(super) fn write(flow: &mut Flow, facts: &MeasureSheetFacts, width: f32) {
    let texts = text::english();
    let blocks: Vec<_> = lines(facts)
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| {
            let mut line = spans(&format!("{} ", texts.get(name)), SEMIBOLD);
            line.extend(spans(&value, REGULAR));
            line
        })
        .collect();
    flow.need(100.0);
    flow.heading(2, &texts.get("paper-definition"), Style::SECTION, width);
    columns::write(flow, &blocks, ENTRY);
    ledger(flow, facts, width);
}

fn lines(facts: &MeasureSheetFacts) -> Vec<(&'static str, String)> {
    let texts = text::english();
    let measure = &facts.measure.summary.measure.record;
    let word = |prefix: &str, code: &str| texts.get(&format!("sheet-{prefix}-{code}"));
    let mut unit = word("unit", measure.unit.word());
    if let Some(per) = measure.rate_per {
        unit = texts.with(
            "unit-rate",
            &[
                ("figure", unit.into()),
                ("people", written(f64::from(per), 0).into()),
            ],
        );
    }
    let limit = measure
        .natural_limit
        .and_then(|limit| limit.0.to_f64())
        .map(|limit| written(limit, 0))
        .unwrap_or_default();
    let proxy = if measure.is_proxy {
        texts.get("sheet-yes")
    } else {
        String::new()
    };
    vec![
        ("sheet-head-code", measure.code.clone()),
        ("sheet-head-kind", word("kind", measure.kind.word())),
        (
            "sheet-head-partner",
            facts.measure.partner.clone().unwrap_or_default(),
        ),
        ("sheet-head-question", measure.question.clone()),
        ("sheet-head-definition", measure.definition.clone()),
        ("sheet-head-counted", measure.numerator.clone()),
        ("sheet-head-out-of", measure.denominator.clone()),
        ("sheet-head-unit", unit),
        (
            "sheet-head-better",
            word("polarity", measure.polarity.word()),
        ),
        ("sheet-head-limit", limit),
        (
            "sheet-head-frequency",
            word("frequency", measure.frequency.word()),
        ),
        ("sheet-head-source", measure.source.clone()),
        ("sheet-head-release", measure.release.clone()),
        ("sheet-head-steward", measure.steward.clone()),
        ("sheet-head-provider", measure.provider.clone()),
        ("sheet-head-rationale", measure.rationale.clone()),
        ("sheet-head-limitations", measure.limitations.clone()),
        ("sheet-head-proxy", proxy),
        ("paper-rating", rating(measure)),
        ("sheet-head-stage", word("stage", measure.status.word())),
    ]
}

/// “Speaks to many 3 · says something central 2 · good data 2”.
fn rating(measure: &Measure) -> String {
    let texts = text::english();
    let powers = [
        (
            "sheet-head-communication-power",
            measure.communication_power,
        ),
        ("sheet-head-proxy-power", measure.proxy_power),
        ("sheet-head-data-power", measure.data_power),
    ];
    let found = powers
        .into_iter()
        .filter_map(|(id, power)| Some(format!("{}: {}", texts.get(id), power?)));
    found.collect::<Vec<_>>().join(" · ")
}

/// How the definition has changed, oldest first.
fn ledger(flow: &mut Flow, facts: &MeasureSheetFacts, width: f32) {
    let texts = text::english();
    if facts.measure.ledger.is_empty() {
        return;
    }
    let rows: Vec<Row> = facts
        .measure
        .ledger
        .iter()
        .map(|entry| {
            let change = &entry.record;
            let from = change
                .period
                .map(|period| period.label())
                .unwrap_or_default();
            Row::Cells(vec![
                Cell::Text {
                    text: dates::short(change.changed_on.0),
                    is_bold: true,
                    note: from,
                },
                Cell::Text {
                    text: change.title.clone(),
                    is_bold: false,
                    note: texts.get(&format!("sheet-change-{}", change.kind.word())),
                },
                Cell::plain(change.before.clone()),
                Cell::plain(change.after.clone()),
            ])
        })
        .collect();
    let column = |id: &str, share: f32| Column {
        head: texts.get(id),
        share,
        is_right: false,
    };
    flow.need(70.0);
    flow.heading(3, &texts.get("sheet-ledger"), Style::SECTION, width);
    flow.table(
        &Table {
            summary: texts.get("sheet-ledger"),
            columns: vec![
                column("sheet-head-changed-on", 18.0),
                column("sheet-head-what", 28.0),
                column("sheet-head-before", 32.0),
                column("sheet-head-after", 32.0),
            ],
            rows,
        },
        width,
    );
}
