//! What a measure means, with everything its definition says, and how that has changed.

use backbone_core::{measurement::Measure, reporting::MeasureSheetFacts};
use backbone_figures::{dates, numbers::written, text};
use rust_decimal::prelude::ToPrimitive;

use super::HEAD;
use crate::{
    columns,
    engine::{
        Flow, Span, Style,
        fonts::{REGULAR, SEMIBOLD},
        page::INK,
        spans,
    },
};

/// One entry of the definition.
pub(super) const ENTRY: Style = Style {
    size: 7.8,
    leading: 9.9,
    color: INK,
    before: 0.0,
    after: 1.8,
};

pub(super) fn write(flow: &mut Flow, facts: &MeasureSheetFacts, width: f32) {
    let texts = text::english();
    let mut blocks: Vec<_> = lines(facts)
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| {
            let mut line = spans(&format!("{} ", texts.get(name)), SEMIBOLD);
            line.extend(spans(&value, REGULAR));
            line
        })
        .collect();
    blocks.extend(ledger(facts));
    flow.heading(2, &texts.get("paper-definition"), HEAD, width);
    columns::write(flow, &blocks, ENTRY);
}

fn lines(facts: &MeasureSheetFacts) -> Vec<(&'static str, String)> {
    let texts = text::english();
    let measure = &facts.measure.summary.measure.record;
    let proxy = if measure.is_proxy {
        texts.get("sheet-yes")
    } else {
        String::new()
    };
    vec![
        ("sheet-head-question", measure.question.clone()),
        ("sheet-head-definition", measure.definition.clone()),
        ("sheet-head-counted", measure.numerator.clone()),
        ("sheet-head-out-of", measure.denominator.clone()),
        ("paper-in-short", in_short(measure)),
        (
            "sheet-head-partner",
            facts.measure.partner.clone().unwrap_or_default(),
        ),
        ("sheet-head-source", measure.source.clone()),
        ("sheet-head-release", measure.release.clone()),
        ("sheet-head-steward", measure.steward.clone()),
        ("sheet-head-provider", measure.provider.clone()),
        ("sheet-head-rationale", measure.rationale.clone()),
        ("sheet-head-limitations", measure.limitations.clone()),
        ("sheet-head-proxy", proxy),
        ("paper-rating", rating(measure)),
    ]
}

/// What is said in a word or two, in one line: “Indicator · percent · better when higher”.
fn in_short(measure: &Measure) -> String {
    let texts = text::english();
    let word = |prefix: &str, code: &str| texts.get(&format!("sheet-{prefix}-{code}"));
    let named = |id: &str, value: String| format!("{} {value}", texts.get(id).to_lowercase());
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
    let limit = measure.natural_limit.and_then(|limit| limit.0.to_f64());
    let mut said = vec![
        measure.code.clone(),
        word("kind", measure.kind.word()),
        word("stage", measure.status.word()),
        unit,
        named(
            "sheet-head-better",
            word("polarity", measure.polarity.word()),
        ),
    ];
    said.extend(limit.map(|limit| named("sheet-head-limit", written(limit, 0))));
    said.push(word("frequency", measure.frequency.word()));
    said.retain(|part| !part.is_empty());
    said.join(" · ")
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
fn ledger(facts: &MeasureSheetFacts) -> impl Iterator<Item = Vec<Span>> {
    let texts = text::english();
    facts.measure.ledger.iter().map(|entry| {
        let change = &entry.record;
        let date = dates::short(change.changed_on.0);
        let date = texts.with("paper-ledger-on", &[("date", date.into())]);
        let mut line = spans(&format!("{date} "), SEMIBOLD);
        let kind = texts.get(&format!("sheet-change-{}", change.kind.word()));
        let from = change.period.map_or_else(String::new, |period| {
            texts.with("paper-ledger-from", &[("period", period.label().into())])
        });
        line.extend(spans(
            &format!("{} ({kind}{from}).", change.title.trim_end_matches('.')),
            REGULAR,
        ));
        for (id, said) in [
            ("sheet-head-before", &change.before),
            ("sheet-head-after", &change.after),
        ] {
            if !said.is_empty() {
                let said = said.trim_end_matches('.');
                line.extend(spans(&format!(" {}: {said}.", texts.get(id)), REGULAR));
            }
        }
        line
    })
}
