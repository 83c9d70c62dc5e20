//! The Overview.

use backbone_contract::{
    ActionLine, Condition, ConditionSignals, DueLine, MeasureRow, MeetingLine, NextStep, Nothing,
    Overview, ResultRows, SignalLine, Status, StatusCount, StatusWord, WireError,
};
use backbone_core::{
    measurement::ReadingState,
    reporting::{MeasureSummary, ResultGroup, Signal},
};
use backbone_figures::dates;
use backbone_report::{drawing, wording};
use chrono::NaiveTime;
use rust_decimal::prelude::ToPrimitive;
use tauri::State;

use super::history;
use crate::{clock, session::Session};

/// Size of a sparkline in a list.
const SPARK: (f32, f32) = (132.0, 26.0);

#[tauri::command]
pub fn read_overview(request: Nothing, session: State<'_, Session>) -> Result<Overview, WireError> {
    let Nothing {} = request;
    let today = clock::today();
    let found = session.read(|book| book.overview(today))?;
    let summaries = || found.results.iter().flat_map(|group| &group.measures);
    let counts = STATUS_WORDS
        .iter()
        .map(|(_, word)| StatusCount {
            word: *word,
            count: u32::try_from(
                summaries()
                    .filter(|summary| status(summary).word == *word)
                    .count(),
            )
            .unwrap_or(0),
        })
        .filter(|count| count.count > 0)
        .collect();
    let latest = summaries()
        .filter_map(|summary| summary.assessment.latest.as_ref())
        .map(|reading| reading.period)
        .max();
    let mut next_steps = Vec::new();
    if found.result_count == 0 {
        next_steps.push(NextStep::Results);
    }
    if found.measure_count == 0 {
        next_steps.push(NextStep::Measures);
    }
    if found.partner_count == 0 {
        next_steps.push(NextStep::Partners);
    }
    Ok(Overview {
        results: found.results.iter().map(rows).collect(),
        counts,
        measure_count: found.measure_count,
        span: String::new(),
        latest_period: latest.map(|period| period.label()).unwrap_or_default(),
        conditions: conditions(&found.signals),
        meetings: found
            .meetings
            .iter()
            .map(|meeting| {
                let record = &meeting.record;
                let time = record
                    .time
                    .as_deref()
                    .and_then(|time| NaiveTime::parse_from_str(time, "%H:%M").ok());
                let near = dates::near(record.date.0, today);
                MeetingLine {
                    id: meeting.id.to_string(),
                    day: record.date.0.format("%-d").to_string(),
                    month: record.date.0.format("%b").to_string(),
                    title: record.title.clone(),
                    when: time.map_or_else(
                        || near.clone(),
                        |time| format!("{near}, {}", dates::time(time)),
                    ),
                }
            })
            .collect(),
        overdue: found
            .overdue
            .iter()
            .map(|item| ActionLine {
                id: item.id.to_string(),
                title: item.record.title.clone(),
                owner: item.record.owner.clone(),
                due: super::communication::due_words(&item.record, today),
                is_late: true,
            })
            .collect(),
        open_actions: found.open_actions,
        due: found
            .due
            .iter()
            .map(|due| DueLine {
                id: due.measure.to_string(),
                name: due.name.clone(),
                provider: due.provider.clone(),
                waiting: match due.last {
                    Some(period) => {
                        crate::words::get_with("due-last", &[("period", period.label().into())])
                    }
                    None => crate::words::get("due-never"),
                },
            })
            .collect(),
        late_requests: found
            .late_requests
            .into_iter()
            .map(|late| DueLine {
                id: late.id.to_string(),
                name: late.title,
                provider: late.partner,
                waiting: crate::words::get_with(
                    "request-stands-late",
                    &[("days", late.days.into())],
                ),
            })
            .collect(),
        recent: found.recent.into_iter().map(history::entry).collect(),
        next_steps,
    })
}

/// Measures of one result as lines of a list.
pub fn rows(group: &ResultGroup<MeasureSummary>) -> ResultRows {
    ResultRows {
        result: group
            .result
            .as_ref()
            .map(|result| result.record.name.clone()),
        rows: group.measures.iter().map(row).collect(),
    }
}

/// One measure as a line of a list.
pub fn row(summary: &MeasureSummary) -> MeasureRow {
    let measure = &summary.measure.record;
    let numbers = drawing::numbers(measure);
    let latest = summary.assessment.latest.as_ref();
    MeasureRow {
        id: summary.measure.id.to_string(),
        code: measure.code.clone(),
        name: measure.name.clone(),
        partner: None,
        is_headline: measure.is_headline,
        polarity: measure.polarity.word().to_owned(),
        sparkline: drawing::spark(summary, SPARK),
        latest: latest
            .and_then(|latest| latest.value?.to_f64())
            .map_or_else(|| "–".to_owned(), |value| numbers.value(value)),
        latest_period: latest.map(|latest| latest.period.label()),
        is_provisional: latest.is_some_and(|latest| latest.state == ReadingState::Provisional),
        change: summary
            .assessment
            .change
            .as_ref()
            .map(|change| numbers.change(change.difference)),
        target: summary
            .targets
            .last()
            .and_then(|target| target.value.0.to_f64())
            .map(|value| numbers.short(value)),
        against_path: wording::against_path(summary),
        status: status(summary),
    }
}

/// Every status word, in the order Overview counts them.
const STATUS_WORDS: &[(&str, StatusWord)] = &[
    ("target_met", StatusWord::TargetMet),
    ("on_track", StatusWord::OnTrack),
    ("improving", StatusWord::Improving),
    ("acceleration_needed", StatusWord::AccelerationNeeded),
    ("watch", StatusWord::Watch),
    ("limited_progress", StatusWord::LimitedProgress),
    ("little_change", StatusWord::LittleChange),
    ("off_track", StatusWord::OffTrack),
    ("getting_worse", StatusWord::GettingWorse),
    ("deterioration", StatusWord::Deterioration),
    ("baseline_only", StatusWord::BaselineOnly),
    ("developmental", StatusWord::Developmental),
    ("informational", StatusWord::Informational),
    ("cannot_be_assessed", StatusWord::CannotBeAssessed),
    ("no_data", StatusWord::NoData),
    ("no_path", StatusWord::NoPath),
];

/// The status shown, with its reason.
pub fn status(summary: &MeasureSummary) -> Status {
    let code = wording::status_code(summary);
    let known = STATUS_WORDS.iter().find(|(known, _)| *known == code);
    Status {
        word: known.map_or(StatusWord::NoPath, |(_, word)| *word),
        because: wording::because(summary),
    }
}

fn conditions(signals: &[Signal]) -> Vec<ConditionSignals> {
    use backbone_core::reporting::Condition as Core;
    Core::ALL
        .iter()
        .map(|condition| ConditionSignals {
            condition: match condition {
                Core::Agenda => Condition::Agenda,
                Core::Measurement => Condition::Measurement,
                Core::Activities => Condition::Activities,
                Core::Communication => Condition::Communication,
                Core::Backbone => Condition::Backbone,
            },
            signals: signals
                .iter()
                .filter(|signal| signal.check.condition() == *condition)
                .map(|signal| {
                    let (finding, evidence) = wording::signal(signal);
                    SignalLine {
                        check: signal.check.code().to_owned(),
                        is_met: signal.is_met,
                        finding,
                        evidence,
                        place: signal.check.section().code().to_owned(),
                    }
                })
                .collect(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_word_has_its_words_and_is_the_same_on_the_wire() {
        for (code, word) in STATUS_WORDS {
            assert!(crate::words::has(&format!("status-{code}")), "{code}");
            assert_eq!(serde_json::to_value(word).unwrap(), *code);
        }
    }
}
