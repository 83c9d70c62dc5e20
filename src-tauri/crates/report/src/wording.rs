//! Facts in words: statuses with their reasons, checks with their evidence, rules with
//! their inputs. The same sentences stand in the window, on paper and on the command line.

mod comparing;
mod ledger;
mod matrix;
pub mod network;
mod provenance;
mod quality;
mod rules;
mod status;

use backbone_core::{
    initiative::StatusRule,
    measurement::{Measure, Origin},
    reporting::{Check, MeasureSummary, Signal, SourceFacts},
};
use backbone_figures::{Numbers, dates, numbers::written, text};
use backbone_statistics::{path::Position, status::Movement, trend::Direction, xmr::LEAST_POINTS};
use fluent_bundle::FluentValue;
use rust_decimal::{Decimal, prelude::ToPrimitive};

pub use comparing::{disparity, disparity_rule};
pub use ledger::{calculation_line, caution, footnotes, missing_parts, series_break};
pub use matrix::{
    MatrixFinding, MatrixItem, MatrixPlace, matrix_column, matrix_findings, sector_words,
};
pub use provenance::provenance;
pub use quality::{completeness, freshness, lacking, need, provisional};
pub use rules::{calculation_rule, guard_rule, margin_rule};
pub use status::{because, standing, status_code, status_word};

use crate::drawing::numbers;

/// Identifier of a position, after `status-` in the `.ftl` files.
#[must_use]
pub fn position_code(position: Position) -> &'static str {
    match position {
        Position::OnTrack => "on_track",
        Position::Watch => "watch",
        Position::OffTrack => "off_track",
        Position::NoData => "no_data",
        Position::NoPath => "no_path",
    }
}

/// Identifier of a movement, after `movement-` in the `.ftl` files.
#[must_use]
pub fn movement_code(movement: Movement) -> &'static str {
    match movement {
        Movement::TargetMet => "target_met",
        Movement::Improving => "improving",
        Movement::LittleChange => "little_change",
        Movement::GettingWorse => "getting_worse",
        Movement::BaselineOnly => "baseline_only",
        Movement::Developmental => "developmental",
        Movement::Informational => "informational",
    }
}

pub(crate) fn number(figure: Decimal) -> f64 {
    figure.to_f64().unwrap_or(0.0)
}

/// “2.8 points short” or “0.6 points better”; none without a path.
#[must_use]
pub fn against_path(summary: &MeasureSummary) -> Option<String> {
    let shortfall = summary.assessment.path.shortfall?;
    let numbers = numbers(&summary.measure.record);
    let id = if shortfall > 0.0 {
        "against-short"
    } else {
        "against-better"
    };
    Some(text::english().with(
        id,
        &[("distance", numbers.distance(shortfall.abs()).into())],
    ))
}

/// What the chart of a measure says: its headline.
#[must_use]
pub fn finding(summary: &MeasureSummary) -> String {
    let texts = text::english();
    let assessment = &summary.assessment;
    let measure = &summary.measure.record;
    let numbers = numbers(measure);
    let name = FluentValue::from(measure.name.as_str());
    let Some((latest, value)) = assessment
        .latest
        .as_ref()
        .and_then(|latest| Some((latest, latest.value?)))
    else {
        return texts.with("finding-empty", &[("name", name)]);
    };
    let target = summary
        .targets
        .last()
        .map(|target| numbers.short(number(target.value.0)))
        .unwrap_or_default();
    let start = summary
        .baseline
        .as_ref()
        .map(|baseline| baseline.period.label())
        .unwrap_or_default();
    let id = match (assessment.path.position, assessment.status.movement) {
        (Position::NoData, _) => {
            return texts.with(
                "finding-stale",
                &[("name", name), ("period", latest.period.label().into())],
            );
        }
        (_, Movement::TargetMet) => "finding-target_met",
        (Position::OnTrack, Movement::Improving) => "finding-improving-on_track",
        (Position::Watch, Movement::Improving) => "finding-improving-watch",
        (Position::OffTrack, Movement::Improving) => "finding-improving-off_track",
        (Position::OnTrack, _) => "finding-level-on_track",
        (_, Movement::GettingWorse) => "finding-getting_worse",
        (_, Movement::LittleChange) => "finding-little_change",
        _ => "finding-latest",
    };
    let period = if id == "finding-latest" {
        latest.period.label()
    } else {
        start
    };
    texts.with(
        id,
        &[
            ("name", name),
            ("target", target.into()),
            ("period", period.into()),
            ("value", numbers.value(number(value)).into()),
        ],
    )
}

/// A check in words: what it asks, and its evidence.
#[must_use]
pub fn signal(signal: &Signal) -> (String, String) {
    let texts = text::english();
    let evidence = &signal.evidence;
    let date = evidence.date.map(dates::short);
    let count = [
        ("met", FluentValue::from(evidence.met)),
        ("of", evidence.of.into()),
    ];
    let says = match signal.check {
        Check::AgendaAdopted => match &date {
            Some(date) => texts.with("evidence-adopted", &[("date", date.as_str().into())]),
            None => texts.get("evidence-not-adopted"),
        },
        Check::BackboneNamed => match evidence.names.first() {
            Some(name) => texts.with("evidence-name", &[("name", name.as_str().into())]),
            None => texts.get("evidence-no-name"),
        },
        Check::BoardPlanned => match &date {
            Some(date) => texts.with("evidence-planned", &[("date", date.as_str().into())]),
            None => texts.get("evidence-not-planned"),
        },
        Check::MetLately if signal.is_met => texts.with(
            "evidence-met-lately",
            &[
                ("met", evidence.met.into()),
                ("date", date.unwrap_or_default().into()),
            ],
        ),
        Check::MetLately => texts.with(
            "evidence-not-met-lately",
            &[("date", date.unwrap_or_else(|| "none".to_owned()).into())],
        ),
        Check::ActionsOnTime if signal.is_met => texts.with("evidence-in-time", &count),
        Check::ActionsOnTime => texts.with(
            "evidence-late",
            &[
                ("late", evidence.of.saturating_sub(evidence.met).into()),
                ("of", evidence.of.into()),
            ],
        ),
        Check::DecisionsScheduled if evidence.of == 0 => texts.get("evidence-nothing-waiting"),
        _ if evidence.of == 0 => texts.get("evidence-none"),
        _ if evidence.names.is_empty() || signal.is_met => texts.with("evidence-count", &count),
        _ => texts.with(
            "evidence-without",
            &[
                ("met", evidence.met.into()),
                ("of", evidence.of.into()),
                ("names", some_names(&evidence.names).into()),
            ],
        ),
    };
    (texts.get(&format!("check-{}", signal.check.code())), says)
}

/// The first two names, each of readable length, and how many more.
fn some_names(names: &[String]) -> String {
    let short = |name: &String| -> String {
        if name.chars().count() > 60 {
            name.chars().take(57).chain("…".chars()).collect()
        } else {
            name.clone()
        }
    };
    let shown: Vec<String> = names.iter().take(2).map(short).collect();
    let joined = shown.join(", ");
    match names.len().saturating_sub(shown.len()) {
        0 => joined,
        more => text::english().with(
            "names-and-more",
            &[("names", joined.into()), ("count", more.into())],
        ),
    }
}

/// A rule as it was applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkedOut {
    /// What was asked.
    pub question: String,
    /// The answer.
    pub answer: String,
    /// The formula in one line.
    pub formula: String,
    /// Where the rule comes from.
    pub source: String,
    /// Name and value of every input.
    pub inputs: Vec<(String, String)>,
    /// Number of points.
    pub points: usize,
}

/// Every rule applied to a measure.
#[must_use]
pub fn worked_out(summary: &MeasureSummary) -> Vec<WorkedOut> {
    let assessment = &summary.assessment;
    let figures = numbers(&summary.measure.record);
    let mut found = vec![
        path_rule(summary, figures),
        status_rule(summary, figures),
        rules::pace_rule(summary, figures),
    ];
    // The rule that is shown is told first.
    let shown = match assessment.rule {
        StatusRule::Path => 0,
        StatusRule::Movement => 1,
        StatusRule::Pace => 2,
    };
    if let Some(first) = found.get_mut(..=shown) {
        first.rotate_right(1);
    }
    found.extend(change_rule(summary, figures));
    found.extend(margin_rule(summary, figures));
    let texts = text::english();
    let counter = &assessment.counter;
    found.push(WorkedOut {
        question: texts.get("rule-question-trend_counter"),
        answer: match counter.direction {
            None => texts.get("rule-answer-trend-none"),
            Some(direction) => texts.with(
                "rule-answer-trend",
                &[
                    (
                        "direction",
                        match direction {
                            Direction::Rising => "rising",
                            Direction::Falling => "falling",
                            Direction::Level => "level",
                        }
                        .into(),
                    ),
                    ("periods", counter.periods.into()),
                ],
            ),
        },
        formula: counter.rule.formula.to_owned(),
        source: counter.rule.source.to_owned(),
        inputs: vec![(texts.get("input-readings"), counter.points.to_string())],
        points: counter.points,
    });
    found.push(process_rule(summary, figures));
    found.push(runs_rule(summary, figures));
    found.extend(forecast_rule(summary, figures));
    found
}

/// Takes out the inputs that more than one rule rests on, so that they are told once.
pub fn take_shared_inputs(found: &mut [WorkedOut]) -> Vec<(String, String)> {
    let mut seen: Vec<(String, String)> = Vec::new();
    let mut shared: Vec<(String, String)> = Vec::new();
    for input in found.iter().flat_map(|worked| &worked.inputs) {
        if !seen.contains(input) {
            seen.push(input.clone());
        } else if !shared.contains(input) {
            shared.push(input.clone());
        }
    }
    for worked in found {
        worked.inputs.retain(|input| !shared.contains(input));
    }
    shared
}

fn common_inputs(summary: &MeasureSummary, figures: Numbers) -> Vec<(String, String)> {
    let texts = text::english();
    let mut inputs = Vec::new();
    let mut add = |id: &str, period: String, value: f64| {
        inputs.push((
            texts.with(id, &[("period", period.into())]),
            figures.value(value),
        ));
    };
    if let Some(baseline) = &summary.baseline {
        add(
            "input-baseline",
            baseline.period.label(),
            number(baseline.value.0),
        );
    }
    if let Some((latest, value)) = summary
        .assessment
        .latest
        .as_ref()
        .and_then(|latest| Some((latest, latest.value?)))
    {
        add("input-latest", latest.period.label(), number(value));
    }
    for target in &summary.targets {
        add(
            "input-target",
            target.period.label(),
            number(target.value.0),
        );
    }
    inputs
}

fn path_rule(summary: &MeasureSummary, figures: Numbers) -> WorkedOut {
    let texts = text::english();
    let path = &summary.assessment.path;
    let mut inputs = common_inputs(summary, figures);
    inputs.extend(ledger::break_input(summary));
    if let (Some(value), Some(latest)) = (path.path_value, &summary.assessment.latest) {
        inputs.push((
            texts.with("input-path", &[("period", latest.period.label().into())]),
            figures.value(value),
        ));
    }
    if let Some((lower, upper)) = path.inputs.interval {
        inputs.push((
            texts.get("input-interval"),
            format!("{} – {}", figures.value(lower), figures.value(upper)),
        ));
    }
    let share = format!("{}%", written(path.inputs.threshold * 100.0, 0));
    WorkedOut {
        question: texts.get("rule-question-path"),
        answer: status::path_answer(summary),
        formula: format!(
            "{}; {}",
            path.rule.formula,
            texts.with("rule-path-threshold", &[("share", share.into())])
        ),
        source: path.rule.source.to_owned(),
        inputs,
        points: path.points,
    }
}

fn status_rule(summary: &MeasureSummary, figures: Numbers) -> WorkedOut {
    let texts = text::english();
    let status = &summary.assessment.status;
    let mut inputs = common_inputs(summary, figures);
    inputs.extend(ledger::break_input(summary));
    if let Some(achieved) = status.achieved_percent {
        inputs.push((
            texts.get("input-achieved"),
            format!("{}%", written(achieved, 1)),
        ));
    }
    if let Some(away) = status.away_percent {
        inputs.push((texts.get("input-away"), format!("{}%", written(away, 1))));
    }
    WorkedOut {
        question: texts.get("rule-question-status"),
        answer: status::movement_answer(summary),
        formula: status.rule.formula.to_owned(),
        source: status.rule.source.to_owned(),
        inputs,
        points: status.points,
    }
}

fn change_rule(summary: &MeasureSummary, figures: Numbers) -> Option<WorkedOut> {
    let texts = text::english();
    let change = summary.assessment.change.as_ref()?;
    let mut inputs = common_inputs(summary, figures);
    inputs.truncate(2);
    if let Some(relative) = change.relative_percent {
        inputs.push((
            texts.get("input-relative"),
            format!("{}%", signed(relative)),
        ));
    }
    Some(WorkedOut {
        question: texts.get("rule-question-change"),
        answer: figures.change(change.difference),
        formula: change.rule.formula.to_owned(),
        source: change.rule.source.to_owned(),
        inputs,
        points: change.points,
    })
}

fn signed(value: f64) -> String {
    let text = written(value, 1);
    if value > 0.0 {
        format!("+{text}")
    } else {
        text
    }
}

fn process_rule(summary: &MeasureSummary, figures: Numbers) -> WorkedOut {
    let texts = text::english();
    let process = &summary.assessment.process;
    let mut inputs = vec![(texts.get("input-readings"), process.points.to_string())];
    if let Some(at) = summary.measure.record.limits_frozen_at {
        inputs.push((texts.get("input-frozen"), at.label()));
    }
    if process.segments.len() > 1 {
        inputs.push((
            texts.get("input-segments"),
            process.segments.len().to_string(),
        ));
    }
    let answer = match process.segments.last() {
        None if process.points < LEAST_POINTS => texts.get("rule-answer-xmr-few"),
        None => texts.get("rule-answer-xmr-cut"),
        Some(limits) => {
            inputs.push((texts.get("input-mean"), figures.value(limits.mean)));
            let id = if process.signals.is_empty() {
                "rule-answer-xmr-none"
            } else {
                "rule-answer-xmr-some"
            };
            texts.with(
                id,
                &[
                    (
                        "kind",
                        if limits.is_trial { "trial" } else { "firm" }.into(),
                    ),
                    ("lower", figures.value(limits.lower).into()),
                    ("upper", figures.value(limits.upper).into()),
                    ("count", process.signals.len().into()),
                ],
            )
        }
    };
    WorkedOut {
        question: texts.get("rule-question-xmr"),
        answer,
        formula: process.rule.formula.to_owned(),
        source: process.rule.source.to_owned(),
        inputs,
        points: process.points,
    }
}

fn runs_rule(summary: &MeasureSummary, figures: Numbers) -> WorkedOut {
    let texts = text::english();
    let runs = &summary.assessment.runs;
    let mut inputs = vec![(texts.get("input-readings"), runs.points.to_string())];
    if let Some(median) = runs.median {
        inputs.push((texts.get("input-median"), figures.value(median)));
    }
    let id = match runs.is_signal {
        None => "rule-answer-runs-few",
        Some(true) => "rule-answer-runs-signal",
        Some(false) => "rule-answer-runs-none",
    };
    WorkedOut {
        question: texts.get("rule-question-runchart"),
        answer: texts.with(
            id,
            &[
                ("run", runs.longest_run.into()),
                ("runLimit", runs.longest_run_limit.into()),
                ("crossings", runs.crossings.into()),
                ("crossingsLimit", runs.crossings_limit.into()),
            ],
        ),
        formula: runs.rule.formula.to_owned(),
        source: runs.rule.source.to_owned(),
        inputs,
        points: runs.points,
    }
}

fn forecast_rule(summary: &MeasureSummary, figures: Numbers) -> Option<WorkedOut> {
    let texts = text::english();
    let forecast = summary.assessment.forecast.as_ref()?;
    let last = forecast.values.last()?;
    let answer = match last.interval.filter(|_| forecast.is_drawn) {
        Some((lower, upper)) => texts.with(
            "rule-answer-forecast",
            &[
                ("value", figures.value(last.value).into()),
                ("time", written(last.t, 0).replace(',', "").into()),
                ("lower", figures.value(lower).into()),
                ("upper", figures.value(upper).into()),
            ],
        ),
        None => texts.get("rule-answer-forecast-few"),
    };
    Some(WorkedOut {
        question: texts.get("rule-question-forecast"),
        answer,
        formula: forecast.rule.formula.to_owned(),
        source: forecast.rule.source.to_owned(),
        inputs: vec![
            (texts.get("input-readings"), forecast.points.to_string()),
            (
                texts.get("input-slope"),
                figures.plain_change(forecast.slope),
            ),
        ],
        points: forecast.points,
    })
}

/// A source of readings: its name, and how many it brought.
#[must_use]
pub fn source(source: &SourceFacts) -> (String, String) {
    let texts = text::english();
    let name = match (source.origin, &source.import) {
        (_, Some(import)) if !import.record.source.is_empty() => {
            format!("{}: {}", import.record.file_name, import.record.source)
        }
        (_, Some(import)) => import.record.file_name.clone(),
        (Origin::Sample, None) => texts.get("origin-sample"),
        (Origin::Pasted, None) => texts.get("origin-pasted"),
        (Origin::Calculated, None) => texts.get("origin-calculated"),
        (Origin::Typed | Origin::Imported, None) => texts.get("origin-typed"),
    };
    let detail = texts.with(
        "source-readings",
        &[
            ("count", source.readings.into()),
            ("first", source.first.label().into()),
            ("last", source.last.label().into()),
        ],
    );
    (name, detail)
}

/// The name of a measure's unit as a chart's subtitle has it: “Percent of …”.
#[must_use]
pub fn subtitle(measure: &Measure) -> String {
    if measure.question.is_empty() {
        measure.definition.clone()
    } else {
        measure.question.clone()
    }
}
