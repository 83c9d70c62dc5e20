//! Disparity between groups in words: difference and ratio together, then and now.

use backbone_core::reporting::DisparityFacts;
use backbone_figures::{Numbers, numbers::written, text};
use backbone_statistics::disparity::{Cause, Disparity, Number, over_time::Answer};

use super::WorkedOut;

/// Difference and ratio of a period; what is not defined is said so.
fn gap(found: &Disparity, figures: Numbers) -> Option<(String, String)> {
    let texts = text::english();
    let gap = found.gap?;
    let ratio = gap.ratio.map_or_else(
        || texts.get("disparity-no-ratio"),
        |ratio| texts.with("disparity-ratio", &[("ratio", written(ratio, 2).into())]),
    );
    Some((figures.distance(gap.difference), ratio))
}

/// “Black and White lie 17.3 points apart (1.37 times) in 2024–25; 22.1 points (1.61 times)
/// in 2015–16.” and whether the gap has narrowed. None with fewer than two groups.
#[must_use]
pub fn disparity(found: &DisparityFacts, figures: Numbers) -> Option<String> {
    let texts = text::english();
    let (difference, ratio) = gap(&found.now, figures)?;
    let named = |names: &[String], at: usize| -> String {
        let all: Vec<_> = names.iter().take(2).cloned().collect();
        if all.is_empty() {
            let mut groups: Vec<_> = found.now.inputs.groups.iter().collect();
            groups.sort_by(|a, b| b.value.total_cmp(&a.value));
            let end = if at == 0 {
                groups.first()
            } else {
                groups.last()
            };
            return end.map(|group| group.name.clone()).unwrap_or_default();
        }
        all.join(", ")
    };
    let (best, worst) = (named(&found.now.best, 0), named(&found.now.worst, 1));
    let mut says = vec![texts.with(
        "disparity-now",
        &[
            ("best", best.into()),
            ("worst", worst.into()),
            ("difference", difference.into()),
            ("ratio", ratio.into()),
            ("period", found.period.label().into()),
        ],
    )];
    let change = found.change.as_ref();
    let then = change
        .and_then(|change| change.then.as_ref())
        .zip(found.since);
    if let Some((then, since)) = then {
        let ratio = then.gap.ratio.map_or_else(
            || texts.get("disparity-no-ratio"),
            |ratio| texts.with("disparity-ratio", &[("ratio", written(ratio, 2).into())]),
        );
        says.push(
            texts.with(
                "disparity-then",
                &[
                    (
                        "group",
                        change
                            .map(|change| change.inputs.group.clone())
                            .unwrap_or_default()
                            .into(),
                    ),
                    ("reference", then.reference.as_str().into()),
                    ("difference", figures.distance(then.gap.difference).into()),
                    ("ratio", ratio.into()),
                    ("period", since.label().into()),
                ],
            ),
        );
    }
    let answer = change.and_then(|change| match change.answer {
        Answer::Narrower => Some("disparity-narrower"),
        Answer::Same => Some("disparity-same"),
        Answer::Wider => Some("disparity-wider"),
        Answer::DifferenceAndRatioDisagree => Some("disparity-disagree"),
        Answer::NoData | Answer::NoReference => None,
    });
    says.extend(answer.map(|id| texts.get(id)));
    Some(says.join(" "))
}

/// The rule with everything it gives.
#[must_use]
pub fn disparity_rule(found: &DisparityFacts, figures: Numbers) -> Option<WorkedOut> {
    let texts = text::english();
    let answer = disparity(found, figures)?;
    let now = &found.now;
    let mut inputs: Vec<(String, String)> = now
        .inputs
        .groups
        .iter()
        .map(|group| (group.name.clone(), figures.value(group.value)))
        .collect();
    let mut add = |id: &str, value: Option<String>| {
        inputs.extend(value.map(|value| (texts.get(id), value)));
    };
    add(
        "input-srr",
        now.summary_ratio.map(|value| written(value, 2)),
    );
    add(
        "input-disparity-index",
        now.index_percent
            .map(|value| format!("{}%", written(value, 1))),
    );
    add(
        "input-idis",
        now.idis_percent
            .map(|value| format!("{}%", written(value, 1))),
    );
    for undefined in &now.undefined {
        let number = match undefined.number {
            Number::Ratio => "input-ratio-of-groups",
            Number::SummaryRatio => "input-srr",
            Number::Idis => "input-idis",
        };
        let cause = match undefined.cause {
            Cause::DividesByZero => "undefined-zero",
            Cause::ValuesBelowZero => "undefined-negative",
            Cause::NoDirection => "undefined-direction",
            Cause::NoPopulation => "undefined-population",
        };
        inputs.push((texts.get(number), texts.get(cause)));
    }
    Some(WorkedOut {
        question: texts.with(
            "rule-question-disparity",
            &[("breakdown", found.breakdown.as_str().into())],
        ),
        answer,
        formula: now.rule.formula.to_owned(),
        source: now.rule.source.to_owned(),
        inputs,
        points: now.points,
    })
}
