//! The status that is shown, by the rule of the initiative: its word, its mark and one
//! sentence that says why.

use backbone_core::{initiative::StatusRule, reporting::MeasureSummary};
use backbone_figures::text;
use backbone_statistics::{
    pace::{Obstacle, Pace},
    path::Position,
    status::Movement,
};

use super::{movement_code, number, position_code, process_rule, rules::growth};
use crate::drawing::numbers;

/// Identifier of a pace, after `status-` in the `.ftl` files.
pub(super) fn pace_code(pace: Pace) -> &'static str {
    match pace {
        Pace::TargetMet => "target_met",
        Pace::OnTrack => "on_track",
        Pace::AccelerationNeeded => "acceleration_needed",
        Pace::LimitedProgress => "limited_progress",
        Pace::Deterioration => "deterioration",
        Pace::CannotBeAssessed => "cannot_be_assessed",
    }
}

/// Identifier of the status shown, after `status-` in the `.ftl` files.
#[must_use]
pub fn status_code(summary: &MeasureSummary) -> &'static str {
    let found = &summary.assessment;
    match found.rule {
        StatusRule::Path => position_code(found.path.position),
        // A figure too old to say how things stand says it by no rule.
        _ if found.freshness.is_silent() => position_code(Position::NoData),
        StatusRule::Movement => movement_code(found.status.movement),
        StatusRule::Pace => pace_code(found.pace.pace),
    }
}

/// The status word of a measure: “On track”.
#[must_use]
pub fn status_word(summary: &MeasureSummary) -> String {
    text::english().get(&format!("status-{}", status_code(summary)))
}

/// The mark that stands beside the status word: the one of the path rule that says the
/// same of it. One mark, one meaning, whichever rule is shown.
#[must_use]
pub fn standing(summary: &MeasureSummary) -> Position {
    let found = &summary.assessment;
    match found.rule {
        StatusRule::Path => found.path.position,
        _ if found.freshness.is_silent() => Position::NoData,
        StatusRule::Movement => match found.status.movement {
            Movement::TargetMet | Movement::Improving => Position::OnTrack,
            Movement::LittleChange => Position::Watch,
            Movement::GettingWorse => Position::OffTrack,
            Movement::BaselineOnly if found.latest.is_none() => Position::NoData,
            Movement::BaselineOnly | Movement::Developmental | Movement::Informational => {
                Position::NoPath
            }
        },
        StatusRule::Pace => match found.pace.pace {
            Pace::TargetMet | Pace::OnTrack => Position::OnTrack,
            Pace::AccelerationNeeded | Pace::LimitedProgress => Position::Watch,
            Pace::Deterioration => Position::OffTrack,
            Pace::CannotBeAssessed if found.latest.is_none() => Position::NoData,
            Pace::CannotBeAssessed => Position::NoPath,
        },
    }
}

/// One sentence that says why a measure has its status.
#[must_use]
pub fn because(summary: &MeasureSummary) -> String {
    let found = &summary.assessment;
    match found.rule {
        StatusRule::Path => because_of_path(summary),
        _ if found.freshness.is_silent() => text::english().get("because-no_data"),
        StatusRule::Movement => because_of_movement(summary),
        StatusRule::Pace => because_of_pace(summary),
    }
}

/// “Watch. 53.2% in 2024–25 is …”, whichever rule is shown.
pub(super) fn path_answer(summary: &MeasureSummary) -> String {
    answer(
        position_code(summary.assessment.path.position),
        &because_of_path(summary),
    )
}

pub(super) fn movement_answer(summary: &MeasureSummary) -> String {
    if summary.assessment.freshness.is_silent() {
        return silence();
    }
    answer(
        movement_code(summary.assessment.status.movement),
        &because_of_movement(summary),
    )
}

pub(super) fn pace_answer(summary: &MeasureSummary) -> String {
    if summary.assessment.freshness.is_silent() {
        return silence();
    }
    answer(
        pace_code(summary.assessment.pace.pace),
        &because_of_pace(summary),
    )
}

/// The latest figure is too old to say by any rule how things stand.
fn silence() -> String {
    answer("no_data", &text::english().get("because-no_data"))
}

fn answer(code: &str, because: &str) -> String {
    format!(
        "{}. {because}",
        text::english().get(&format!("status-{code}"))
    )
}

/// The baseline lies before a break and was not set anew: no rule may use it.
fn cut_off(summary: &MeasureSummary) -> Option<String> {
    let found = summary.assessment.series_break.as_ref()?;
    let baseline = found.baseline_before.filter(|_| !found.is_bridged)?;
    Some(text::english().with(
        "because-no_path-break",
        &[
            ("period", found.period.label().into()),
            ("baseline", baseline.label().into()),
        ],
    ))
}

fn because_of_path(summary: &MeasureSummary) -> String {
    let texts = text::english();
    let path = &summary.assessment.path;
    let numbers = numbers(&summary.measure.record);
    let latest = summary.assessment.latest.as_ref();
    let value = |value: Option<f64>| value.map_or_else(String::new, |value| numbers.value(value));
    let arguments = [
        (
            "value",
            value(latest.and_then(|latest| latest.value).map(number)).into(),
        ),
        (
            "period",
            latest
                .map_or_else(String::new, |latest| latest.period.label())
                .into(),
        ),
        ("path", value(path.path_value).into()),
        (
            "short",
            path.shortfall
                .map_or_else(String::new, |value| numbers.distance(value.abs()))
                .into(),
        ),
    ];
    let id = match path.position {
        Position::OnTrack => "because-on_track",
        Position::Watch if path.is_within_margin => "because-watch-margin",
        Position::Watch => "because-watch",
        Position::OffTrack => "because-off_track",
        Position::NoData if latest.is_none() => "because-no_data-never",
        Position::NoData => "because-no_data",
        Position::NoPath => {
            if let Some(said) = cut_off(summary) {
                return said;
            }
            match (&summary.baseline, summary.targets.is_empty()) {
                (None, _) => "because-no_path-baseline",
                (_, true) => "because-no_path-target",
                _ => "because-no_path-direction",
            }
        }
    };
    texts.with(id, &arguments)
}

fn because_of_movement(summary: &MeasureSummary) -> String {
    let texts = text::english();
    let status = &summary.assessment.status;
    if let Some(said) = cut_off(summary) {
        return said;
    }
    let numbers = numbers(&summary.measure.record);
    let id = match status.movement {
        Movement::Developmental => return texts.get("because-no_path-baseline"),
        Movement::BaselineOnly => return texts.get("because-baseline_only"),
        Movement::Informational if summary.targets.is_empty() => {
            return texts.get("because-no_path-target");
        }
        Movement::Informational => return texts.get("because-no_path-direction"),
        Movement::TargetMet => "because-target_met",
        Movement::Improving | Movement::LittleChange if status.achieved_percent.is_some() => {
            "because-toward"
        }
        Movement::Improving => "because-better",
        Movement::LittleChange => "because-little",
        Movement::GettingWorse => "because-away",
    };
    let share = |percent: Option<f64>| {
        percent.map_or_else(String::new, |percent| {
            format!("{}%", backbone_figures::numbers::written(percent, 0))
        })
    };
    let period = |period: Option<backbone_core::measurement::Period>| {
        period.map_or_else(String::new, |period| period.label())
    };
    let value = |value: Option<f64>| value.map_or_else(String::new, |value| numbers.value(value));
    let start = summary.baseline.as_ref().map(|baseline| baseline.period);
    let latest = summary.assessment.latest.as_ref();
    texts.with(
        id,
        &[
            ("from", value(status.inputs.baseline).into()),
            ("start", period(start).into()),
            ("to", value(status.inputs.current).into()),
            ("period", period(latest.map(|latest| latest.period)).into()),
            ("target", value(status.inputs.target).into()),
            ("share", share(status.achieved_percent).into()),
            ("away", share(status.away_percent).into()),
            (
                "known",
                if status.away_percent.is_some() {
                    "yes"
                } else {
                    "no"
                }
                .into(),
            ),
            (
                "sure",
                match status.is_significant {
                    Some(true) => "significant",
                    Some(false) => "noise",
                    None => "unknown",
                }
                .into(),
            ),
        ],
    )
}

/// Only the first and the last year count for the pace, so it never stands without what
/// the process chart says.
fn because_of_pace(summary: &MeasureSummary) -> String {
    let texts = text::english();
    let pace = &summary.assessment.pace;
    let process = process_rule(summary, numbers(&summary.measure.record)).answer;
    let id = match pace.obstacle {
        Some(Obstacle::TooFewPeriods) => return texts.get("because-pace-few"),
        Some(Obstacle::MixedSigns) => return texts.get("because-pace-signs"),
        Some(Obstacle::NoDirection) => return texts.get("because-no_path-direction"),
        None if pace.required.is_some() => "because-pace-target",
        None if pace.observed.is_some() => "because-pace-alone",
        None => return texts.get("because-pace-met"),
    };
    texts.with(
        id,
        &[
            ("observed", growth(pace.observed).into()),
            ("required", growth(pace.required).into()),
            ("process", process.into()),
        ],
    )
}
