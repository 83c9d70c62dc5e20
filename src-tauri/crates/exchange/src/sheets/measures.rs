//! Sheets of what is measured: definitions, readings, and what is told beside them, without
//! what the audience must not see.

use std::collections::HashMap;

use backbone_core::{
    Entry, GroupId, MeasureId, PlaceId, Workbook,
    measurement::{
        Annotation, Breakdown, DataRequest, Group, Measure, Place, Reading, ReadingState,
        SeriesReadings,
    },
    partners::Partner,
    reporting::{CellKey, Shield, Tail, Why},
};
use backbone_figures::{letters, numbers::written, text};
use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{
    Sheet, SheetError, Value,
    initiative::{Names, all_measures, day, name, named, sheet, word, yes},
};

pub(super) fn definitions(
    book: &Workbook,
    names: &Names,
    shield: &Shield,
    as_of: NaiveDate,
) -> Result<Sheet, SheetError> {
    let mut rows = Vec::new();
    for summary in book.measure_summaries_for(as_of, shield)? {
        // Texts that name a hidden figure are gone already.
        let measure = summary.measure.record;
        let rating = |rating: Option<u8>| Value::number(rating.map(Decimal::from));
        rows.push(vec![
            Value::text(measure.code),
            Value::text(measure.name),
            Value::text(word(&format!("sheet-kind-{}", measure.kind.word()))),
            name(&names.results, measure.result_id),
            name(&names.partners, measure.partner_id),
            Value::text(measure.question),
            Value::text(measure.definition),
            Value::text(measure.numerator),
            Value::text(measure.denominator),
            Value::text(word(&format!("sheet-unit-{}", measure.unit.word()))),
            Value::number(measure.rate_per.map(Decimal::from)),
            Value::text(word(&format!("sheet-polarity-{}", measure.polarity.word()))),
            Value::number(measure.natural_limit.map(|limit| limit.0)),
            Value::Number(Decimal::from(measure.precision)),
            Value::text(word(&format!(
                "sheet-frequency-{}",
                measure.frequency.word()
            ))),
            Value::text(measure.source),
            Value::text(measure.release),
            Value::text(measure.steward),
            Value::text(measure.provider),
            Value::text(measure.rationale),
            Value::text(measure.limitations),
            yes(measure.is_proxy),
            rating(measure.communication_power),
            rating(measure.proxy_power),
            rating(measure.data_power),
            Value::text(word(&format!("sheet-stage-{}", measure.status.word()))),
            yes(measure.is_headline),
            Value::text(measure.story),
        ]);
    }
    let heads = [
        "code",
        "measure",
        "kind",
        "result",
        "partner",
        "question",
        "definition",
        "counted",
        "out-of",
        "unit",
        "rate-per",
        "better",
        "limit",
        "digits",
        "frequency",
        "source",
        "release",
        "steward",
        "provider",
        "rationale",
        "limitations",
        "proxy",
        "communication-power",
        "proxy-power",
        "data-power",
        "stage",
        "headline",
        "story",
    ];
    Ok(sheet("measures", &heads, rows))
}

/// Names of what readings speak of.
struct Whom {
    places: HashMap<PlaceId, String>,
    groups: HashMap<GroupId, (String, String)>,
    providers: HashMap<backbone_core::PartnerId, String>,
}

impl Whom {
    fn of(book: &Workbook) -> Result<Self, SheetError> {
        let breakdowns = named::<Breakdown>(book)?;
        let groups: Vec<Entry<Group>> = book.list()?;
        Ok(Self {
            places: named::<Place>(book)?,
            groups: groups
                .into_iter()
                .map(|entry| {
                    let breakdown = breakdowns.get(&entry.record.breakdown_id);
                    let breakdown = breakdown.cloned().unwrap_or_default();
                    (entry.id, (breakdown, entry.record.name))
                })
                .collect(),
            providers: named::<Partner>(book)?,
        })
    }
}

/// The readings of one measure.
///
/// # Errors
/// Reading the file.
pub fn readings_of(
    book: &Workbook,
    measure: MeasureId,
    shield: &Shield,
) -> Result<Sheet, SheetError> {
    readings(book, Some(measure), shield)
}

/// Readings of one measure, or of all.
pub(super) fn readings(
    book: &Workbook,
    only: Option<MeasureId>,
    shield: &Shield,
) -> Result<Sheet, SheetError> {
    let whom = Whom::of(book)?;
    let mut rows = Vec::new();
    for measure in all_measures(book)? {
        if only.is_some_and(|only| only != measure.id) {
            continue;
        }
        let withheld = shield.of(measure.id);
        let mut series = book.figures_of(measure.id)?;
        // Before a row is made of them: what is hidden never was in a cell.
        shield.hide(measure.id, &mut series);
        for one in &series {
            for reading in &one.readings {
                let why = withheld.why(CellKey::of(one.key, reading.period));
                rows.push(row(&measure.record, one, reading, why, &whom));
            }
        }
    }
    let heads = [
        "code",
        "measure",
        "period",
        "begins",
        "ends",
        "place",
        "breakdown",
        "group",
        "provider",
        "value",
        "unit",
        "counted",
        "out-of",
        "lower",
        "upper",
        "state",
        "mark",
        "comment",
        "origin",
    ];
    Ok(sheet("readings", &heads, rows))
}

fn row(
    measure: &Measure,
    series: &SeriesReadings,
    reading: &Reading,
    why: Option<Why>,
    whom: &Whom,
) -> Vec<Value> {
    let (breakdown, group) = series
        .key
        .group
        .and_then(|id| whom.groups.get(&id).cloned())
        .unwrap_or_default();
    let (state, mark) = match (why, reading.state) {
        (Some(Why::Tail(tail)), _) => ("withheld", tail_mark(tail)),
        (Some(_), _) => ("withheld", letters::WITHHELD.to_owned()),
        (None, ReadingState::Suppressed) => ("suppressed", letters::SUPPRESSED.to_owned()),
        (None, ReadingState::Missing) => ("missing", letters::MISSING.to_owned()),
        (None, ReadingState::Provisional) => ("provisional", "p".to_owned()),
        (None, ReadingState::Revised) => ("revised", String::new()),
        (None, ReadingState::Final) => ("final", String::new()),
    };
    vec![
        Value::text(measure.code.clone()),
        Value::text(measure.name.clone()),
        Value::text(reading.period.label()),
        Value::Day(reading.period.start()),
        Value::day(reading.period.end().pred_opt()),
        name(&whom.places, series.key.place),
        Value::text(breakdown),
        Value::text(group),
        name(&whom.providers, series.key.provider),
        Value::number(reading.value),
        Value::text(word(&format!("sheet-unit-{}", measure.unit.word()))),
        Value::number(reading.numerator),
        Value::number(reading.denominator),
        Value::number(reading.lower),
        Value::number(reading.upper),
        Value::text(word(&format!("state-{state}"))),
        Value::text(mark),
        Value::text(reading.comment.clone()),
        Value::text(word(&format!("sheet-origin-{}", reading.origin.word()))),
    ]
}

/// “>95%”.
fn tail_mark(tail: Tail) -> String {
    let (id, percent) = match tail {
        Tail::MoreThan(percent) => ("tail-more", percent),
        Tail::LessThan(percent) => ("tail-less", percent),
    };
    text::english().with(id, &[("percent", written(percent, 0).into())])
}

pub(super) fn targets(book: &Workbook, shield: &Shield) -> Result<Sheet, SheetError> {
    let mut rows = Vec::new();
    for measure in all_measures(book)? {
        let mut add = |kind: &str, period: backbone_core::measurement::Period, value: Decimal| {
            rows.push(vec![
                Value::text(measure.record.code.clone()),
                Value::text(measure.record.name.clone()),
                Value::text(word(kind)),
                Value::text(period.label()),
                Value::Number(value),
            ]);
        };
        if let Some(baseline) = shield.baseline(book.baseline(measure.id)?) {
            add("sheet-baseline", baseline.period, baseline.value.0);
        }
        let targets = book.targets(measure.id)?;
        for (index, target) in targets.iter().enumerate() {
            let is_last = index + 1 == targets.len();
            let kind = if is_last {
                "sheet-target"
            } else {
                "sheet-interim"
            };
            add(kind, target.period, target.value.0);
        }
    }
    let heads = ["code", "measure", "kind", "period", "value"];
    Ok(sheet("targets", &heads, rows))
}

pub(super) fn notes(book: &Workbook, shield: &Shield) -> Result<Sheet, SheetError> {
    let mut rows = Vec::new();
    let mut notes: Vec<Entry<Annotation>> = book.list()?;
    notes.sort_by_key(|note| note.record.period);
    for measure in all_measures(book)? {
        let own = notes
            .iter()
            .filter(|note| note.record.measure_id == measure.id);
        for note in own {
            let (mut title, mut detail) = (note.record.title.clone(), note.record.detail.clone());
            let is_struck =
                shield.strike(measure.id, &mut title) | shield.strike(measure.id, &mut detail);
            if !is_struck {
                rows.push(vec![
                    Value::text(measure.record.code.clone()),
                    Value::text(note.record.period.label()),
                    Value::text(title),
                    Value::text(detail),
                ]);
            }
        }
    }
    let heads = ["code", "period", "note", "detail"];
    Ok(sheet("notes", &heads, rows))
}

pub(super) fn stories(book: &Workbook, shield: &Shield) -> Result<Sheet, SheetError> {
    let mut rows = Vec::new();
    for measure in all_measures(book)? {
        for mut story in book.stories(measure.id)? {
            if !shield.strike(measure.id, &mut story.text) {
                rows.push(vec![
                    Value::text(measure.record.code.clone()),
                    Value::text(story.period.label()),
                    Value::text(story.text),
                ]);
            }
        }
    }
    Ok(sheet("stories", &["code", "period", "story"], rows))
}

pub(super) fn ledger(book: &Workbook, shield: &Shield) -> Result<Sheet, SheetError> {
    let mut rows = Vec::new();
    for measure in all_measures(book)? {
        for entry in book.definition_ledger(measure.id)? {
            let mut change = entry.record;
            let _ = shield.strike(measure.id, &mut change.before);
            let _ = shield.strike(measure.id, &mut change.after);
            rows.push(vec![
                Value::text(measure.record.code.clone()),
                Value::Day(change.changed_on.0),
                Value::text(word(&format!("sheet-change-{}", change.kind.word()))),
                Value::text(
                    change
                        .period
                        .map(|period| period.label())
                        .unwrap_or_default(),
                ),
                Value::text(change.title),
                Value::text(change.before),
                Value::text(change.after),
            ]);
        }
    }
    let heads = [
        "code",
        "changed-on",
        "kind",
        "period",
        "what",
        "before",
        "after",
    ];
    Ok(sheet("ledger", &heads, rows))
}

pub(super) fn tests(book: &Workbook, shield: &Shield) -> Result<Sheet, SheetError> {
    let mut rows = Vec::new();
    for measure in all_measures(book)? {
        for entry in book.tests_of_change(measure.id)? {
            let mut test = entry.record;
            let _ = shield.strike(measure.id, &mut test.prediction);
            let _ = shield.strike(measure.id, &mut test.result);
            rows.push(vec![
                Value::text(measure.record.code.clone()),
                Value::text(test.name),
                Value::text(test.starts.label()),
                Value::text(test.ends.map(|period| period.label()).unwrap_or_default()),
                Value::text(word(&format!("sheet-test-{}", test.status.word()))),
                Value::text(test.prediction),
                Value::text(test.result),
            ]);
        }
    }
    let heads = [
        "code",
        "test",
        "starts",
        "ends",
        "status",
        "prediction",
        "outcome",
    ];
    Ok(sheet("tests", &heads, rows))
}

pub(super) fn groups(book: &Workbook) -> Result<Sheet, SheetError> {
    let breakdowns: Vec<Entry<Breakdown>> = book.list()?;
    let groups: Vec<Entry<Group>> = book.list()?;
    let mut rows = Vec::new();
    for breakdown in &breakdowns {
        let own = groups
            .iter()
            .filter(|group| group.record.breakdown_id == breakdown.id);
        rows.extend(own.map(|group| {
            vec![
                Value::text(breakdown.record.name.clone()),
                Value::text(group.record.name.clone()),
            ]
        }));
    }
    Ok(sheet("groups", &["breakdown", "group"], rows))
}

pub(super) fn requests(book: &Workbook) -> Result<Sheet, SheetError> {
    let partners = named::<Partner>(book)?;
    let entries: Vec<Entry<DataRequest>> = book.list()?;
    let rows = entries.into_iter().map(|entry| {
        let record = entry.record;
        vec![
            name(&partners, Some(record.partner_id)),
            Value::text(record.title),
            Value::Day(record.due.0),
            day(record.sent_on),
            day(record.received_on),
            day(record.accepted_on),
            day(record.withdrawn_on),
            Value::text(record.note),
        ]
    });
    let heads = [
        "partner",
        "request",
        "due",
        "sent-on",
        "received-on",
        "accepted-on",
        "withdrawn-on",
        "note",
    ];
    Ok(sheet("requests", &heads, rows.collect()))
}
