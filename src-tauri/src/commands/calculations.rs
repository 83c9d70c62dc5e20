//! What stands behind and beside a measure: its calculation, measures it is compared with,
//! measures that contribute, and its groups side by side.

use std::collections::HashMap;

use backbone_contract::{
    BreakdownView, CalculationItem, ContributionItem, DrawGroups, LackingPeriod, Nothing, PartItem,
    Scene, SetCalculation, SetTies, WireError,
};
use backbone_core::{
    BreakdownId, Error, Id, MeasureId, Result, Workbook,
    measurement::{Calculation, Measure, MeasureKind, Obstacle, PartRole, Period, SeriesKey},
    partners::Partner,
    reporting::MeasureFacts,
};
use backbone_figures::numbers::exact;
use backbone_report::{drawing, wording};
use rust_decimal::prelude::ToPrimitive;
use tauri::{AppHandle, Runtime, State};

use super::{convert::ids, measures::bounded, overview::status};
use crate::{clock, session::Session, words};

/// Size of the text of small multiples, in CSS pixels.
const PANEL_TEXT: f32 = 12.0;

/// How a measure is calculated, as its page shows it.
pub fn item(facts: &MeasureFacts) -> CalculationItem {
    let Some(found) = &facts.calculation else {
        return CalculationItem {
            kind: Calculation::Entered.word().to_owned(),
            line: String::new(),
            parts: Vec::new(),
            lacking: Vec::new(),
            kept_aside: 0,
        };
    };
    CalculationItem {
        kind: found.calculation.word().to_owned(),
        line: wording::calculation_line(found),
        parts: found
            .parts
            .iter()
            .map(|part| PartItem {
                measure: part.measure.id.to_string(),
                name: part.measure.name.clone(),
                role: part.role.word().to_owned(),
            })
            .collect(),
        lacking: found
            .figures
            .iter()
            .rev()
            .filter_map(|figure| {
                Some(LackingPeriod {
                    period: figure.period.label(),
                    words: wording::missing_parts(figure)?,
                })
            })
            .collect(),
        kept_aside: found.kept_aside,
    }
}

/// The other ends of a measure's contributions.
pub fn contributions(book: &Workbook, facts: &MeasureFacts) -> Result<Vec<ContributionItem>> {
    facts
        .contributions
        .iter()
        .map(|summary| {
            let measure = &summary.measure.record;
            let partner = measure
                .partner_id
                .map(|id| book.get::<Partner>(id))
                .transpose()?;
            let numbers = drawing::numbers(measure);
            let latest = summary.assessment.latest.as_ref().and_then(|latest| {
                let value = numbers.value(latest.value?.to_f64()?);
                Some(format!("{value}, {}", latest.period.label()))
            });
            Ok(ContributionItem {
                id: summary.measure.id.to_string(),
                name: measure.name.clone(),
                partner: partner.map(|partner| partner.name),
                latest: latest.unwrap_or_else(|| "–".to_owned()),
                status: status(summary),
            })
        })
        .collect()
}

/// The breakdowns that the readings of a measure are split by.
pub fn breakdowns(facts: &MeasureFacts) -> Vec<BreakdownView> {
    let numbers = drawing::numbers(&facts.summary.measure.record);
    facts
        .groups
        .chunk_by(|a, b| a.breakdown_id == b.breakdown_id)
        .filter_map(|groups| groups.first())
        .map(|series| {
            let mut found = facts.disparities.iter();
            BreakdownView {
                id: series.breakdown_id.to_string(),
                name: series.breakdown.clone(),
                disparity: found
                    .find(|found| found.breakdown_id == series.breakdown_id)
                    .and_then(|found| wording::disparity(found, numbers)),
            }
        })
        .collect()
}

#[tauri::command]
pub fn set_calculation<R: Runtime>(
    app: AppHandle<R>,
    request: SetCalculation,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let calculation = Calculation::from_word("kind", &request.kind)?;
        let parts = request
            .parts
            .iter()
            .map(|part| {
                let role = PartRole::from_word("parts", &part.role)?;
                Ok((MeasureId::parse(&part.measure)?, role))
            })
            .collect::<Result<Vec<_>>>()?;
        let id = MeasureId::parse(&request.id)?;
        book.set_calculation(id, calculation, &parts, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn set_contributions<R: Runtime>(
    app: AppHandle<R>,
    request: SetTies,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let id = MeasureId::parse(&request.id)?;
        let others = ids(&request.others)?;
        match book.get::<Measure>(id)?.kind {
            MeasureKind::Indicator => book.set_contributors(id, &others, context),
            MeasureKind::Performance => book.set_contributions(id, &others, context),
        }
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn set_comparisons<R: Runtime>(
    app: AppHandle<R>,
    request: SetTies,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let others = ids(&request.others)?;
        book.set_comparisons(MeasureId::parse(&request.id)?, &others, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn draw_groups(
    request: DrawGroups,
    session: State<'_, Session>,
) -> std::result::Result<Scene, WireError> {
    let today = clock::today();
    session.read(|book| {
        let facts = book.measure_facts(MeasureId::parse(&request.id)?, today)?;
        let breakdown = BreakdownId::parse(&request.breakdown)?;
        let width = bounded(request.width, 240.0);
        drawing::groups(&facts, breakdown, width, PANEL_TEXT).ok_or(Error::NotFound)
    })
}

/// What calculated cells lack, and which entered values are kept aside.
pub fn notes(book: &Workbook, id: MeasureId) -> Result<HashMap<(SeriesKey, Period), String>> {
    let names: HashMap<MeasureId, String> = book
        .list::<Measure>()?
        .into_iter()
        .map(|entry| (entry.id, entry.record.name))
        .collect();
    let mut notes = HashMap::new();
    for series in book.calculated_series(id)? {
        for period in series.periods {
            let missing = match &period.obstacle {
                Some(Obstacle::PartsMissing(ids)) => Some(("calculated-missing", ids)),
                Some(Obstacle::PartSuppressed(ids)) => Some(("calculated-hidden", ids)),
                Some(Obstacle::DividesByZero | Obstacle::TooLarge) | None => None,
            };
            let mut says: Vec<String> = missing
                .map(|(id, parts)| {
                    let names: Vec<&str> = parts
                        .iter()
                        .filter_map(|part| names.get(part).map(String::as_str))
                        .collect();
                    words::get_with(id, &[("names", names.join(", ").into())])
                })
                .into_iter()
                .collect();
            says.extend(match &period.obstacle {
                Some(Obstacle::DividesByZero) => Some(words::get("calculated-zero")),
                Some(Obstacle::TooLarge) => Some(words::get("calculated-large")),
                _ => None,
            });
            if let Some(aside) = period.kept_aside.and_then(|reading| reading.value) {
                says.push(words::get_with(
                    "calculated-aside",
                    &[("value", exact(aside).into())],
                ));
            }
            if !says.is_empty() {
                notes.insert((series.key, period.reading.period), says.join(". "));
            }
        }
    }
    Ok(notes)
}
