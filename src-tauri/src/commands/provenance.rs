//! Where a single figure comes from.

use backbone_contract::{
    Input, Provenance, ProvenancePart, ProvenanceRequest, ProvenanceStep, WireError,
};
use backbone_core::{
    Id, MeasureId, Result, Workbook,
    measurement::{
        Calculation, Group, Import, Measure, Origin, Period, Place, Reading, ReadingState,
        ReadingStep, SeriesKey, margin,
    },
    partners::Partner,
    reporting::Named,
};
use backbone_figures::{Numbers, dates, letters, numbers::written};
use backbone_report::{drawing, wording};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use tauri::State;

use super::grid::series_key;
use crate::{clock, session::Session, words};

#[tauri::command]
pub fn read_provenance(
    request: ProvenanceRequest,
    session: State<'_, Session>,
) -> std::result::Result<Provenance, WireError> {
    session.read(|book| {
        let id = MeasureId::parse(&request.measure)?;
        let key = series_key(id, &request.column)?;
        let period = Period::parse(&request.period).ok_or(backbone_core::Error::NotFound)?;
        let measure: Measure = book.get(id)?;
        let found = book.figures_of(id)?.into_iter();
        let reading = found
            .filter(|series| series.key == key)
            .flat_map(|series| series.readings)
            .find(|reading| reading.period == period);
        of(book, &measure, key, period, reading.as_ref())
    })
}

fn of(
    book: &Workbook,
    measure: &Measure,
    key: SeriesKey,
    period: Period,
    reading: Option<&Reading>,
) -> Result<Provenance> {
    let numbers = drawing::numbers(measure);
    let import = reading
        .and_then(|reading| reading.import)
        .map(|(id, _)| book.get::<Import>(id))
        .transpose()?;
    let mut details = reading.map_or_else(Vec::new, |reading| figures(measure, reading, numbers));
    let mut add = |id: &str, value: String| {
        if !value.is_empty() {
            details.push(Input {
                name: words::get(id),
                value,
            });
        }
    };
    if let Some(import) = &import {
        add("provenance-imported", at(import.at_ms));
        add("provenance-source", import.source.clone());
    }
    let provider = key
        .provider
        .map(|id| book.get::<Partner>(id))
        .transpose()?
        .map_or_else(|| measure.provider.clone(), |partner| partner.name);
    add("provenance-supplied", provider);
    add(
        "provenance-comment",
        reading
            .map(|reading| reading.comment.clone())
            .unwrap_or_default(),
    );
    let stored = book.series_of(key.measure)?;
    let stored = stored.iter().find(|series| series.key == key);
    let is_calculated = measure.calculation != Calculation::Entered;
    if is_calculated {
        let aside = stored
            .and_then(|series| series.readings.iter().find(|one| one.period == period))
            .and_then(|reading| reading.value);
        add(
            "provenance-aside",
            aside.map_or_else(String::new, |value| numbers.value(number(value))),
        );
    }
    let steps = match stored {
        Some(series) => book.history_of_reading(series.id, period)?,
        None => Vec::new(),
    };
    Ok(Provenance {
        title: format!("{}, {}", period.label(), column_name(book, key)?),
        value: shown(reading, numbers),
        state: reading.map_or_else(
            || words::get("state-empty"),
            |reading| words::get(&format!("state-{}", reading.state.word())),
        ),
        origin: match reading {
            Some(reading) => wording::provenance(reading, import.as_ref()),
            None => words::get("state-empty"),
        },
        details,
        parts: if is_calculated {
            parts(book, key, period)?
        } else {
            Vec::new()
        },
        steps: steps
            .into_iter()
            .map(|found| step(book, found))
            .collect::<Result<_>>()?,
    })
}

fn number(value: Decimal) -> f64 {
    value.to_f64().unwrap_or(0.0)
}

fn at(at_ms: i64) -> String {
    dates::instant(clock::local(at_ms).naive_local())
}

fn shown(reading: Option<&Reading>, numbers: Numbers) -> String {
    match reading.map(|reading| (reading.value, reading.state)) {
        Some((Some(value), _)) => numbers.value(number(value)),
        Some((None, ReadingState::Suppressed)) => letters::SUPPRESSED.to_owned(),
        _ => letters::MISSING.to_owned(),
    }
}

/// What was counted, and how sure the figure is.
fn figures(measure: &Measure, reading: &Reading, numbers: Numbers) -> Vec<Input> {
    let mut found = Vec::new();
    let mut add = |id: &str, value: Option<String>| {
        found.extend(value.map(|value| Input {
            name: words::get(id),
            value,
        }));
    };
    let count = |value: Decimal| {
        let digits = u8::try_from(value.normalize().scale().min(6)).unwrap_or(6);
        written(number(value), digits)
    };
    add("input-numerator", reading.numerator.map(count));
    add("input-denominator", reading.denominator.map(count));
    add(
        "input-interval",
        margin(measure, reading).map(|found| numbers.range(found.lower, found.upper)),
    );
    found
}

fn column_name(book: &Workbook, key: SeriesKey) -> Result<String> {
    match (key.group, key.place) {
        (Some(group), _) => Ok(book.get::<Group>(group)?.name),
        (None, Some(place)) => Ok(book.get::<Place>(place)?.name),
        (None, None) => Ok(words::get("grid-everyone")),
    }
}

/// The figures a calculated one is made of.
fn parts(book: &Workbook, key: SeriesKey, period: Period) -> Result<Vec<ProvenancePart>> {
    book.parts_of(key.measure)?
        .into_iter()
        .map(|part| {
            let measure: Measure = book.get(part.part_id)?;
            let named = Named {
                id: part.part_id,
                name: measure.name.clone(),
            };
            let of_part = SeriesKey {
                measure: part.part_id,
                ..key
            };
            let reading = book
                .figures_of(part.part_id)?
                .into_iter()
                .filter(|series| series.key == of_part)
                .flat_map(|series| series.readings)
                .find(|reading| reading.period == period);
            Ok(ProvenancePart {
                measure: named.id.to_string(),
                name: named.name,
                role: words::get(&format!("part-role-{}", part.role.word())),
                value: match &reading {
                    Some(_) => shown(reading.as_ref(), drawing::numbers(&measure)),
                    None => words::get("state-missing"),
                },
            })
        })
        .collect()
}

fn step(book: &Workbook, found: ReadingStep) -> Result<ProvenanceStep> {
    let entry = found.entry;
    let of = |field: &str| entry.changes.iter().find(|change| change.field == field);
    let text = |value: Option<&String>| value.cloned().unwrap_or_else(|| "–".to_owned());
    let what = match of("value").or_else(|| of("state")) {
        Some(change) if change.old.is_none() => text(change.new.as_ref()),
        Some(change) => format!(
            "{} → {}",
            text(change.old.as_ref()),
            text(change.new.as_ref())
        ),
        None => words::get("provenance-details"),
    };
    let how = match found.import {
        Some(id) => match book.get::<Import>(id) {
            Ok(import) => import.file_name,
            // Its record is gone with the import that was taken back.
            Err(_) => entry.step.detail.clone(),
        },
        None => match of("origin").and_then(|change| change.new.as_deref()) {
            Some(word) if word == Origin::Pasted.word() => words::get("origin-pasted"),
            Some(word) if word == Origin::Sample.word() => words::get("origin-sample"),
            _ => words::get("origin-typed"),
        },
    };
    Ok(ProvenanceStep {
        who: format!("{}, {}", entry.author, at(entry.at_ms)),
        what,
        how,
        reason: entry.reason,
        is_undone: entry.is_undone,
    })
}
