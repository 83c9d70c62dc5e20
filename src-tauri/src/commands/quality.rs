//! Data quality: what needs work, closed periods, provisional figures, and the rule a
//! status follows.

use backbone_contract::{
    ClosePeriod, ClosedItem, DataQuality, FinalizeReadings, Finalized, NeedItem, Nothing,
    PeriodList, ProvisionalPeriod, QualityItem, RecordRequest, StatusRuleForm, WireError,
};
use backbone_core::{
    ClosedPeriodId, Error, Figure, Id, MeasureId, Reason, Result, Workbook,
    initiative::StatusRule,
    measurement::{Calculation, ClosedPeriod, Period},
    reporting::{Definition, MeasureQuality, Need},
};
use backbone_figures::{dates, numbers::exact};
use backbone_report::wording;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use tauri::{AppHandle, Runtime, State};

use super::convert;
use crate::{clock, session::Session, words};

/// What one measure needs, each with the place where it can be mended. What is asked for by a
/// request comes with it; what lacks in two places is told once for each of them.
fn needs(quality: &MeasureQuality, is_asked_for: bool) -> Vec<NeedItem> {
    let item = |need: Need, at: &str, words: String| NeedItem {
        need: need.code().to_owned(),
        at: at.to_owned(),
        words,
    };
    let is_calculated = quality.measure.record.calculation != Calculation::Entered;
    let mut items = Vec::new();
    for need in quality.needs() {
        let at = match need {
            Need::Late if is_asked_for => "requests",
            // What is calculated is not typed in.
            Need::Late | Need::Sums | Need::Incomplete if is_calculated => "calculation",
            Need::Late | Need::Sums | Need::Incomplete => "readings",
            Need::Parts => "calculation",
            Need::Comparison => "comparison",
            Need::Provisional => "provisional",
            Need::Definition => {
                let (dated, defined): (Vec<Definition>, Vec<Definition>) = quality
                    .gaps
                    .iter()
                    .partition(|gap| matches!(gap, Definition::Baseline | Definition::Target));
                for (at, gaps) in [("definition", defined), ("targets", dated)] {
                    if !gaps.is_empty() {
                        items.push(item(need, at, wording::lacking(&gaps)));
                    }
                }
                continue;
            }
        };
        items.push(item(need, at, wording::need(quality, need)));
    }
    items
}

/// What needs work on one measure.
pub fn needs_of(book: &Workbook, id: MeasureId, today: NaiveDate) -> Result<Vec<NeedItem>> {
    let Some(quality) = book.quality_of_measure(id, today)? else {
        return Ok(Vec::new());
    };
    let is_asked_for = book.measures_asked_for(today)?.contains(&id);
    Ok(needs(&quality, is_asked_for))
}

/// Periods with provisional figures, of one measure or of all.
pub fn provisional(book: &Workbook, measure: Option<MeasureId>) -> Result<Vec<ProvisionalPeriod>> {
    Ok(book
        .provisional_periods(measure)?
        .into_iter()
        .map(|(period, count)| ProvisionalPeriod {
            period: period.to_string(),
            label: period.label(),
            count,
        })
        .collect())
}

#[tauri::command]
pub fn read_quality(
    request: Nothing,
    session: State<'_, Session>,
) -> std::result::Result<DataQuality, WireError> {
    let Nothing {} = request;
    let today = clock::today();
    session.read(|book| {
        let all = book.data_quality(today)?;
        let asked = book.measures_asked_for(today)?;
        let count = all.len();
        let mut lacking: Vec<(Need, MeasureQuality)> = all
            .into_iter()
            .filter_map(|quality| Some((*quality.needs().first()?, quality)))
            .collect();
        lacking.sort_by_key(|(need, _)| *need);
        Ok(DataQuality {
            fine: u32::try_from(count - lacking.len()).unwrap_or(u32::MAX),
            measures: lacking
                .into_iter()
                .map(|(_, quality)| QualityItem {
                    id: quality.measure.id.to_string(),
                    name: quality.measure.record.name.clone(),
                    freshness: wording::freshness(&quality),
                    completeness: wording::completeness(&quality),
                    provisional: wording::provisional(&quality),
                    needs: needs(&quality, asked.contains(&quality.measure.id)),
                })
                .collect(),
        })
    })
}

#[tauri::command]
pub fn list_periods(
    request: Nothing,
    session: State<'_, Session>,
) -> std::result::Result<PeriodList, WireError> {
    let Nothing {} = request;
    session.read(|book| {
        let mut closed = book.closed_periods()?;
        closed.sort_by_key(|entry| entry.record.period);
        Ok(PeriodList {
            closed: closed
                .into_iter()
                .map(|entry| ClosedItem {
                    id: entry.id.to_string(),
                    period: entry.record.period.label(),
                    by: words::get_with(
                        "closed-by",
                        &[
                            ("author", entry.record.closed_by.clone().into()),
                            ("date", dates::short(entry.record.closed_on.0).into()),
                        ],
                    ),
                })
                .collect(),
            provisional: provisional(book, None)?,
        })
    })
}

#[tauri::command]
pub fn close_period<R: Runtime>(
    app: AppHandle<R>,
    request: ClosePeriod,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let period = convert::period("period", &request.period, None)?;
        book.close_period(period, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn reopen_period<R: Runtime>(
    app: AppHandle<R>,
    request: RecordRequest,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        book.remove::<ClosedPeriod>(ClosedPeriodId::parse(&request.id)?, context)
    })?;
    Ok(Nothing {})
}

#[tauri::command]
pub fn finalize_readings<R: Runtime>(
    app: AppHandle<R>,
    request: FinalizeReadings,
    session: State<'_, Session>,
) -> std::result::Result<Finalized, WireError> {
    let count = session.write(&app, |book, context| {
        let measure = convert::optional_id(request.measure.as_deref())?;
        let period = Period::parse(&request.period).ok_or(Error::Invalid {
            field: "period",
            reason: Reason::NotAPeriod,
        })?;
        book.finalize_readings(measure, period, context)
    })?;
    Ok(Finalized { count })
}

#[tauri::command]
pub fn read_status_rule(
    request: Nothing,
    session: State<'_, Session>,
) -> std::result::Result<StatusRuleForm, WireError> {
    let Nothing {} = request;
    session.read(|book| {
        let initiative = book.initiative()?;
        Ok(StatusRuleForm {
            rule: initiative.status_rule.word().to_owned(),
            watch_percent: exact(initiative.watch_share.0 * Decimal::ONE_HUNDRED),
        })
    })
}

#[tauri::command]
pub fn set_status_rule<R: Runtime>(
    app: AppHandle<R>,
    request: StatusRuleForm,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let mut initiative = book.initiative()?;
        initiative.status_rule = StatusRule::from_word("rule", &request.rule)?;
        let typed = request.watch_percent.trim().trim_end_matches('%');
        let share = convert::figure("watch_percent", typed)?
            .map(|percent| percent.0 / Decimal::ONE_HUNDRED)
            .filter(|share| (Decimal::ZERO..=Decimal::ONE).contains(share));
        initiative.watch_share = Figure(share.ok_or(Error::Invalid {
            field: "watch_percent",
            reason: Reason::OutOfRange,
        })?);
        book.change_initiative(initiative, context)
    })?;
    Ok(Nothing {})
}
