//! How the gap between a group and another has changed: then and now, as difference and as
//! ratio, and whether the two agree. Where all groups rise, a difference may widen while
//! the ratio narrows; neither is the truth alone.

use serde::Serialize;

use super::{Gap, Group, check, ends};
use crate::{Error, Polarity, Rule};

/// The rule of this module.
pub const RULE: Rule = Rule {
    id: "disparity_over_time",
    formula: "gap = larger − smaller and larger ÷ smaller of a group and the one it is held \
              against, then and now; the two are compared each on its own",
    source: "Healthy People 2030 disparities (NCHS); WHO HEAT",
};

/// Changes of a gap below this share of it are the rounding of floating-point numbers.
const GRAIN: f64 = 1e-12;

/// What the rule looks at.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Inputs {
    /// Name of the group.
    pub group: String,
    /// Name of the group it is held against; none is the best group of each period.
    pub reference: Option<String>,
    /// Groups of the earlier period.
    pub then: Vec<Group>,
    /// Groups of the later period.
    pub now: Vec<Group>,
    /// Which way is better.
    pub polarity: Polarity,
}

/// What became of a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// It is smaller.
    Narrower,
    /// It is as it was.
    Same,
    /// It is larger.
    Wider,
}

/// The answer of the rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Difference and ratio are smaller, or one is and the other is not defined or the same.
    Narrower,
    /// Neither has changed.
    Same,
    /// Difference and ratio are larger, or one is and the other is not defined or the same.
    Wider,
    /// One is smaller and the other larger: both have to be told.
    DifferenceAndRatioDisagree,
    /// One of the two groups is missing from a period.
    NoData,
    /// No reference is named, and no direction says which group is best.
    NoReference,
}

/// A group beside the one it is held against, in one period.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Side {
    /// Value of the group.
    pub value: f64,
    /// Name of the group it is held against; where several are best, the first.
    pub reference: String,
    /// Value of that group.
    pub reference_value: f64,
    /// How far they lie apart.
    #[serde(flatten)]
    pub gap: Gap,
    /// Whether the group is the worse of the two; none where they are level or no direction
    /// is better.
    pub is_worse: Option<bool>,
}

/// A gap then and now.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GapChange {
    /// The rule.
    pub rule: Rule,
    /// What it looked at.
    pub inputs: Inputs,
    /// The answer.
    pub answer: Answer,
    /// The earlier period.
    pub then: Option<Side>,
    /// The later period.
    pub now: Option<Side>,
    /// What became of the difference.
    pub difference: Option<Change>,
    /// What became of the ratio; none where it is not defined in both periods.
    pub ratio: Option<Change>,
    /// Whether the other one of the two groups is now the worse.
    pub is_reversed: bool,
    /// Number of points it rests on.
    pub points: usize,
}

/// How the gap between a group and another has changed.
///
/// # Errors
/// Values that are not finite or too far apart, populations below 0, two groups of one name
/// in a period.
pub fn between_periods(inputs: Inputs) -> Result<GapChange, Error> {
    check(&inputs.then)?;
    check(&inputs.now)?;
    let mut found = GapChange {
        rule: RULE,
        answer: Answer::NoData,
        then: side(&inputs, &inputs.then)?,
        now: side(&inputs, &inputs.now)?,
        difference: None,
        ratio: None,
        is_reversed: false,
        points: 0,
        inputs,
    };
    found.points = 2 * found.then.iter().chain(&found.now).count();
    if found.inputs.reference.is_none() && found.inputs.polarity == Polarity::Neither {
        found.answer = Answer::NoReference;
        return Ok(found);
    }
    let (Some(then), Some(now)) = (&found.then, &found.now) else {
        return Ok(found);
    };
    let difference = change(then.gap.difference, now.gap.difference);
    let ratio = then
        .gap
        .ratio
        .zip(now.gap.ratio)
        .map(|(then, now)| change(then, now));
    found.is_reversed = then
        .is_worse
        .zip(now.is_worse)
        .is_some_and(|(then, now)| then != now);
    found.difference = Some(difference);
    found.ratio = ratio;
    found.answer = match (difference, ratio.unwrap_or(Change::Same)) {
        (Change::Same, Change::Same) => Answer::Same,
        (Change::Narrower, Change::Wider) | (Change::Wider, Change::Narrower) => {
            Answer::DifferenceAndRatioDisagree
        }
        (Change::Narrower, _) | (_, Change::Narrower) => Answer::Narrower,
        (Change::Wider, _) | (_, Change::Wider) => Answer::Wider,
    };
    Ok(found)
}

fn side(inputs: &Inputs, groups: &[Group]) -> Result<Option<Side>, Error> {
    let find = |name: &str| groups.iter().find(|group| group.name == name);
    let reference = match (&inputs.reference, inputs.polarity) {
        (Some(name), _) => find(name),
        (None, Polarity::Higher) => holding(groups, |(_, largest)| largest),
        (None, Polarity::Lower) => holding(groups, |(least, _)| least),
        (None, Polarity::Neither) => None,
    };
    let (Some(group), Some(reference)) = (find(&inputs.group), reference) else {
        return Ok(None);
    };
    let gap = Gap::between(group.value, reference.value);
    crate::error::finite("difference", gap.difference)?;
    let is_higher = (group.value != reference.value).then_some(group.value > reference.value);
    Ok(Some(Side {
        value: group.value,
        reference: reference.name.clone(),
        reference_value: reference.value,
        gap,
        is_worse: match inputs.polarity {
            Polarity::Higher => is_higher.map(|is_higher| !is_higher),
            Polarity::Lower => is_higher,
            Polarity::Neither => None,
        },
    }))
}

/// The first group that holds one of the two ends.
fn holding(groups: &[Group], end: fn((f64, f64)) -> f64) -> Option<&Group> {
    let value = end(ends(groups)?);
    groups.iter().find(|group| group.value == value)
}

fn change(then: f64, now: f64) -> Change {
    let grain = GRAIN * then.abs().max(now.abs());
    if now < then - grain {
        Change::Narrower
    } else if now > then + grain {
        Change::Wider
    } else {
        Change::Same
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(values: &[(&str, f64)]) -> Vec<Group> {
        let group = |(name, value): &(&str, f64)| Group {
            name: (*name).to_owned(),
            value: *value,
            population: None,
        };
        values.iter().map(group).collect()
    }

    fn inputs(then: &[(&str, f64)], now: &[(&str, f64)], polarity: Polarity) -> Inputs {
        Inputs {
            group: "A".to_owned(),
            reference: None,
            then: groups(then),
            now: groups(now),
            polarity,
        }
    }

    #[test]
    fn where_all_rise_difference_and_ratio_may_disagree_and_it_is_said() {
        let found = between_periods(inputs(
            &[("A", 10.0), ("B", 20.0)],
            &[("A", 20.0), ("B", 35.0)],
            Polarity::Higher,
        ))
        .unwrap();
        assert_eq!(found.answer, Answer::DifferenceAndRatioDisagree);
        assert_eq!(
            (found.difference, found.ratio),
            (Some(Change::Wider), Some(Change::Narrower))
        );
        assert_eq!(found.points, 4);
    }

    #[test]
    fn each_period_has_its_own_best_group_unless_one_is_named() {
        let then = [("A", 30.0), ("B", 10.0), ("C", 20.0)];
        let now = [("A", 30.0), ("B", 25.0), ("C", 15.0)];
        let best = between_periods(inputs(&then, &now, Polarity::Lower)).unwrap();
        let names = |found: &GapChange| {
            [&found.then, &found.now].map(|side| side.as_ref().unwrap().reference.clone())
        };
        assert_eq!(names(&best), ["B", "C"]);
        assert_eq!(best.answer, Answer::Narrower);
        let named = between_periods(Inputs {
            reference: Some("C".to_owned()),
            ..inputs(&then, &now, Polarity::Lower)
        })
        .unwrap();
        assert_eq!(names(&named), ["C", "C"]);
        assert_eq!(named.answer, Answer::Wider, "10 of 20 became 15 of 15");
    }

    #[test]
    fn one_of_the_two_that_is_not_defined_leaves_the_other() {
        let found = between_periods(inputs(
            &[("A", 5.0), ("B", 0.0)],
            &[("A", 4.0), ("B", 1.0)],
            Polarity::Lower,
        ))
        .unwrap();
        assert_eq!(
            (found.answer, found.ratio),
            (Answer::Narrower, None),
            "there was no ratio to 0"
        );
    }

    #[test]
    fn a_gap_that_turned_over_is_named_as_such() {
        let found = between_periods(Inputs {
            reference: Some("B".to_owned()),
            ..inputs(
                &[("A", 10.0), ("B", 20.0)],
                &[("A", 25.0), ("B", 20.0)],
                Polarity::Higher,
            )
        })
        .unwrap();
        assert_eq!((found.answer, found.is_reversed), (Answer::Narrower, true));
    }

    #[test]
    fn what_is_missing_is_an_answer() {
        let gone = between_periods(inputs(&[("A", 1.0), ("B", 2.0)], &[], Polarity::Higher));
        assert_eq!(gone.unwrap().answer, Answer::NoData);
        let full = [("A", 1.0), ("B", 2.0)];
        let neither = between_periods(inputs(&full, &full, Polarity::Neither));
        assert_eq!(neither.unwrap().answer, Answer::NoReference);
        let same = between_periods(inputs(&full, &full, Polarity::Higher));
        assert_eq!(same.unwrap().answer, Answer::Same);
    }

    proptest::proptest! {
        #[test]
        fn time_turned_round_turns_the_answer_round(
            a in 0.5..100.0f64, b in 0.5..100.0f64, c in 0.5..100.0f64, d in 0.5..100.0f64,
        ) {
            let (then, now) = ([("A", a), ("B", b)], [("A", c), ("B", d)]);
            let forth = between_periods(inputs(&then, &now, Polarity::Lower)).unwrap().answer;
            let back = between_periods(inputs(&now, &then, Polarity::Lower)).unwrap().answer;
            let turned = match forth {
                Answer::Narrower => Answer::Wider,
                Answer::Wider => Answer::Narrower,
                other => other,
            };
            proptest::prop_assert_eq!(turned, back);
        }
    }
}
