//! Rules that not every measure has: pace, margins of error, calculations, the guard.

use backbone_core::{
    measurement::{Calculation, PartRole, margin},
    reporting::{CalculationFacts, MeasureFacts, MeasureSummary},
};
use backbone_figures::{Numbers, numbers::written, text};
use backbone_statistics::guard::Verdict;

use super::{WorkedOut, common_inputs, ledger, number, status::pace_answer};

/// Growth as percent a year: “+3.3% a year”.
pub(super) fn growth(share: Option<f64>) -> String {
    let Some(share) = share else {
        return String::new();
    };
    let percent = share * 100.0;
    let sign = if percent > 0.0 { "+" } else { "" };
    format!("{sign}{}%", written(percent, 1))
}

pub(super) fn pace_rule(summary: &MeasureSummary, figures: Numbers) -> WorkedOut {
    let texts = text::english();
    let pace = &summary.assessment.pace;
    let mut inputs = common_inputs(summary, figures);
    inputs.extend(ledger::break_input(summary));
    let mut add = |id: &str, value: String| {
        if !value.is_empty() {
            inputs.push((texts.get(id), value));
        }
    };
    add("input-observed", growth(pace.observed));
    add("input-required", growth(pace.required));
    let ratio = pace.ratio.map(|ratio| written(ratio, 2));
    add("input-ratio", ratio.unwrap_or_default());
    let ease = pace.ease.map(|ease| written(ease, 2));
    add("input-ease", ease.unwrap_or_default());
    add(
        "input-thresholds",
        texts.with(
            "rule-pace-thresholds",
            &[
                ("track", threshold(pace.thresholds.on_track).into()),
                ("faster", threshold(pace.thresholds.acceleration).into()),
                ("limited", threshold(pace.thresholds.limited).into()),
            ],
        ),
    );
    WorkedOut {
        question: texts.get("rule-question-pace"),
        answer: pace_answer(summary),
        formula: pace.rule.formula.to_owned(),
        source: pace.rule.source.to_owned(),
        inputs,
        points: pace.points,
    }
}

fn threshold(value: f64) -> String {
    let digits = match value.abs() {
        0.0 => 0,
        small if small < 0.1 => 4,
        _ => 2,
    };
    written(value, digits)
}

/// The margin of error of the latest figure.
#[must_use]
pub fn margin_rule(summary: &MeasureSummary, figures: Numbers) -> Option<WorkedOut> {
    let texts = text::english();
    let latest = summary.assessment.latest.as_ref()?;
    let found = margin(&summary.measure.record, latest)?;
    let mut inputs = Vec::new();
    if found.rule.is_some() {
        let count = |value| written(number(value), 0);
        if let Some((part, whole)) = latest.numerator.zip(latest.denominator) {
            inputs.push((texts.get("input-numerator"), count(part)));
            inputs.push((texts.get("input-denominator"), count(whole)));
        }
    }
    Some(WorkedOut {
        question: texts.with(
            "rule-question-margin",
            &[("period", latest.period.label().into())],
        ),
        answer: texts.with(
            "rule-answer-margin",
            &[("range", figures.range(found.lower, found.upper).into())],
        ),
        formula: found.rule.map_or_else(
            || texts.get("rule-margin-given"),
            |rule| rule.formula.to_owned(),
        ),
        source: found.rule.map_or_else(
            || texts.get("rule-margin-source"),
            |rule| rule.source.to_owned(),
        ),
        inputs,
        points: 1,
    })
}

/// What a calculated measure is made of.
#[must_use]
pub fn calculation_rule(facts: &MeasureFacts) -> Option<WorkedOut> {
    let texts = text::english();
    let found = facts.calculation.as_ref()?;
    let valued = found
        .figures
        .iter()
        .filter(|one| one.reading.value.is_some());
    let mut inputs: Vec<(String, String)> = found
        .parts
        .iter()
        .map(|part| {
            let role = texts.get(&format!("part-role-{}", part.role.word()));
            (format!("{role}: {}", part.measure.name), part.code.clone())
        })
        .collect();
    if found.kept_aside > 0 {
        inputs.push((texts.get("input-aside"), found.kept_aside.to_string()));
    }
    Some(WorkedOut {
        question: texts.get("rule-question-calculation"),
        answer: ledger::calculation_line(found),
        formula: formula(found),
        source: texts.get("rule-calculation-source"),
        inputs,
        points: valued.count(),
    })
}

fn formula(found: &CalculationFacts) -> String {
    let of = |role: PartRole, between: &str| {
        let parts = found.parts.iter().filter(|part| part.role == role);
        let names: Vec<&str> = parts.map(|part| part.measure.name.as_str()).collect();
        names.join(between)
    };
    match found.calculation {
        Calculation::Entered => String::new(),
        Calculation::Sum => of(PartRole::Plus, " + "),
        Calculation::Difference => {
            format!(
                "{} − {}",
                of(PartRole::Plus, " + "),
                of(PartRole::Minus, " − ")
            )
        }
        Calculation::Ratio | Calculation::Rate => format!(
            "({}) ÷ ({})",
            of(PartRole::Numerator, " + "),
            of(PartRole::Denominator, " + ")
        ),
    }
}

/// Whether a change of a cohort chosen for an extreme start may be believed.
#[must_use]
pub fn guard_rule(facts: &MeasureFacts) -> Option<WorkedOut> {
    let texts = text::english();
    let guard = &facts.guard;
    if !guard.inputs.is_chosen_for_extreme_baseline {
        return None;
    }
    let answer = match guard.verdict {
        Verdict::Caution => texts.get("caution-cohort"),
        Verdict::Clear => texts.get("caution-cohort-compared"),
    };
    Some(WorkedOut {
        question: texts.get("rule-question-guard"),
        answer,
        formula: guard.rule.formula.to_owned(),
        source: guard.rule.source.to_owned(),
        inputs: vec![(texts.get("input-readings"), guard.points.to_string())],
        points: guard.points,
    })
}
