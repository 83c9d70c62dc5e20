//! F8: disparity between exclusive groups of one period. The best group is taken from the
//! data and the direction that is better, never assumed. Difference and ratio stand in one
//! [`Gap`], because either alone can tell the opposite story. [`over_time`] owns how a gap
//! has changed.

pub mod over_time;

use serde::Serialize;

use crate::{Error, Polarity, Rule, error::finite};

/// The rule of this module.
pub const RULE: Rule = Rule {
    id: "disparity",
    formula: "difference = largest − least; ratio = largest ÷ least; summary rate ratio = mean of \
              the others ÷ best group, or turned over so that it is above 1; index of disparity = \
              (summary rate ratio − 1) × 100; IDIS = (100 ÷ n) × Σ|y − μ| ÷ μ, with μ the mean \
              weighted by population",
    source: "Healthy People 2030 disparities (NCHS); WHO HEAT",
};

/// Fewer groups have no disparity.
pub const LEAST_GROUPS: usize = 2;

/// A group of the period looked at.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    /// What it is called; no two groups share a name.
    pub name: String,
    /// Its value, in the measure's unit.
    pub value: f64,
    /// How many people it has, where that is known.
    pub population: Option<f64>,
}

/// What the rule looks at.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Inputs {
    /// Groups nobody belongs to two of, all of one period.
    pub groups: Vec<Group>,
    /// Which way is better.
    pub polarity: Polarity,
}

/// The answer of the rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// There are groups to compare.
    Measured,
    /// Fewer than two groups.
    TooFewGroups,
}

/// How far two values lie apart, always both ways.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Gap {
    /// Larger − smaller, in points for percent and else in the measure's unit.
    pub difference: f64,
    /// Larger ÷ smaller; none where the smaller is not above 0.
    pub ratio: Option<f64>,
}

impl Gap {
    /// The gap between two values, in either order.
    pub(crate) fn between(one: f64, other: f64) -> Self {
        let (least, largest) = (one.min(other), one.max(other));
        Self {
            difference: largest - least,
            ratio: quotient(largest, least),
        }
    }
}

/// A number of the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Number {
    /// [`Gap::ratio`].
    Ratio,
    /// [`Disparity::summary_ratio`] and [`Disparity::index_percent`].
    SummaryRatio,
    /// [`Disparity::idis_percent`].
    Idis,
}

/// Why a number is not defined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// It would divide by 0.
    DividesByZero,
    /// There are values below 0, of which nothing is a multiple.
    ValuesBelowZero,
    /// No direction is better, so no group is best.
    NoDirection,
    /// Not every group has a population, or nobody lives in any.
    NoPopulation,
}

/// A number that is not defined, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Undefined {
    /// Which.
    pub number: Number,
    /// Why.
    pub cause: Cause,
}

/// Disparity between groups.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Disparity {
    /// The rule.
    pub rule: Rule,
    /// What it looked at.
    pub inputs: Inputs,
    /// The answer.
    pub answer: Answer,
    /// Names of the best groups, more than one where they tie; empty where no direction is
    /// better.
    pub best: Vec<String>,
    /// Names of the groups furthest from the best; empty where no direction is better.
    pub worst: Vec<String>,
    /// Gap between the largest and the least value.
    #[serde(flatten)]
    pub gap: Option<Gap>,
    /// Mean of the other groups against the best one, written so that it is at least 1.
    pub summary_ratio: Option<f64>,
    /// Index of disparity, in percent.
    pub index_percent: Option<f64>,
    /// Mean weighted by population, in the measure's unit.
    pub weighted_mean: Option<f64>,
    /// IDIS, in percent of the weighted mean.
    pub idis_percent: Option<f64>,
    /// Variance between the groups, weighted by population, in the square of the unit.
    pub between_variance: Option<f64>,
    /// Numbers that are not defined here, with the reason.
    pub undefined: Vec<Undefined>,
    /// Number of points it rests on: the groups.
    pub points: usize,
}

/// Disparity between the groups of one period.
///
/// # Errors
/// Values that are not finite or too far apart, populations below 0, two groups of one name.
pub fn between_groups(inputs: Inputs) -> Result<Disparity, Error> {
    check(&inputs.groups)?;
    let mut found = Disparity {
        rule: RULE,
        answer: Answer::TooFewGroups,
        best: Vec::new(),
        worst: Vec::new(),
        gap: None,
        summary_ratio: None,
        index_percent: None,
        weighted_mean: None,
        idis_percent: None,
        between_variance: None,
        undefined: Vec::new(),
        points: inputs.groups.len(),
        inputs,
    };
    let groups = &found.inputs.groups;
    let Some((least, largest)) = ends(groups).filter(|_| groups.len() >= LEAST_GROUPS) else {
        return Ok(found);
    };
    let gap = Gap::between(least, largest);
    finite("difference", gap.difference)?;
    let mut undefined = Vec::new();
    let mut lacks = |number, cause| undefined.push(Undefined { number, cause });
    let zero_or_below = || match least < 0.0 {
        true => Cause::ValuesBelowZero,
        false => Cause::DividesByZero,
    };
    if gap.ratio.is_none() {
        lacks(Number::Ratio, zero_or_below());
    }
    let best_and_worst = match found.inputs.polarity {
        Polarity::Higher => Some((largest, least)),
        Polarity::Lower => Some((least, largest)),
        Polarity::Neither => None,
    };
    if let Some((best, worst)) = best_and_worst {
        found.best = named(groups, best);
        found.worst = named(groups, worst);
        found.summary_ratio = summary_ratio(groups, best);
        found.index_percent = found.summary_ratio.map(|ratio| 100.0 * (ratio - 1.0));
        if found.summary_ratio.is_none() {
            lacks(Number::SummaryRatio, zero_or_below());
        }
    } else {
        lacks(Number::SummaryRatio, Cause::NoDirection);
    }
    found.weighted_mean = weighted(groups, |value| value);
    match found.weighted_mean {
        Some(mean) => {
            found.between_variance = weighted(groups, |value| (value - mean).powi(2));
            found.idis_percent = idis_percent(groups, least, mean);
            if found.idis_percent.is_none() {
                lacks(Number::Idis, zero_or_below());
            }
        }
        None => lacks(Number::Idis, Cause::NoPopulation),
    }
    found.undefined = undefined;
    found.gap = Some(gap);
    found.answer = Answer::Measured;
    Ok(found)
}

/// The least and the largest value.
pub(crate) fn ends(groups: &[Group]) -> Option<(f64, f64)> {
    groups.iter().fold(None, |ends, group| {
        let (least, largest) = ends.unwrap_or((group.value, group.value));
        Some((least.min(group.value), largest.max(group.value)))
    })
}

pub(crate) fn named(groups: &[Group], value: f64) -> Vec<String> {
    groups
        .iter()
        .filter(|group| group.value == value)
        .map(|group| group.name.clone())
        .collect()
}

/// Larger ÷ smaller of two values that count something. Nothing is a multiple of 0 or less.
fn quotient(larger: f64, smaller: f64) -> Option<f64> {
    let found = larger / smaller;
    (smaller > 0.0 && found.is_finite()).then_some(found)
}

/// One best group stands apart; groups that tie with it are among the others.
fn summary_ratio(groups: &[Group], best: f64) -> Option<f64> {
    if groups.iter().any(|group| group.value < 0.0) {
        return None;
    }
    let apart = groups.iter().position(|group| group.value == best)?;
    let others = (0..).zip(groups).filter(|(index, _)| *index != apart);
    let sum: f64 = others.map(|(_, group)| group.value).sum();
    let others = sum / (groups.len() as f64 - 1.0);
    // Groups that all tie must not lie a hair apart by the rounding of a mean.
    let others = if (others - best).abs() <= 1e-12 * best {
        best
    } else {
        others
    };
    quotient(others.max(best), others.min(best))
}

/// Mean of what `of` makes of each value, weighted by population; none where a population
/// is missing or all are 0.
fn weighted(groups: &[Group], of: impl Fn(f64) -> f64) -> Option<f64> {
    let mut total = 0.0;
    let mut sum = 0.0;
    for group in groups {
        let population = group.population?;
        total += population;
        sum += population * of(group.value);
    }
    let mean = sum / total;
    (total > 0.0 && mean.is_finite()).then_some(mean)
}

fn idis_percent(groups: &[Group], least: f64, mean: f64) -> Option<f64> {
    let away: f64 = groups.iter().map(|group| (group.value - mean).abs()).sum();
    let found = 100.0 / groups.len() as f64 * away / mean;
    (least >= 0.0 && mean > 0.0 && found.is_finite()).then_some(found)
}

pub(crate) fn check(groups: &[Group]) -> Result<(), Error> {
    let mut names = std::collections::BTreeSet::new();
    for group in groups {
        finite("value", group.value)?;
        let population = group.population.unwrap_or(0.0);
        if finite("population", population)? < 0.0 {
            return Err(Error::OutOfRange {
                what: "population",
                why: "is below 0",
            });
        }
        if !names.insert(group.name.as_str()) {
            return Err(Error::OutOfRange {
                what: "groups",
                why: "name one group twice",
            });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(values: &[f64]) -> Vec<Group> {
        (1..)
            .zip(values)
            .map(|(number, &value): (u32, _)| Group {
                name: number.to_string(),
                value,
                population: None,
            })
            .collect()
    }

    fn of(values: &[f64], polarity: Polarity) -> Disparity {
        between_groups(Inputs {
            groups: groups(values),
            polarity,
        })
        .unwrap()
    }

    fn peopled(values: &[(f64, f64)], polarity: Polarity) -> Disparity {
        let mut groups = groups(&values.iter().map(|(value, _)| *value).collect::<Vec<_>>());
        for (group, (_, population)) in groups.iter_mut().zip(values) {
            group.population = Some(*population);
        }
        between_groups(Inputs { groups, polarity }).unwrap()
    }

    #[track_caller]
    fn assert_near(found: Option<f64>, wanted: f64) {
        let found = found.unwrap();
        assert!((found - wanted).abs() < 1e-9, "{found} is not {wanted}");
    }

    #[test]
    fn the_published_example_comes_out() {
        let found = of(&[14.1, 14.4, 16.8, 19.0], Polarity::Lower);
        let gap = found.gap.unwrap();
        assert_near(Some(gap.difference), 4.9);
        assert_near(gap.ratio, 19.0 / 14.1);
        assert!((gap.ratio.unwrap() - 1.348).abs() < 5e-4);
        assert_near(found.summary_ratio, 50.2 / 3.0 / 14.1);
        assert!((found.summary_ratio.unwrap() - 1.1868).abs() < 5e-5);
        assert!((found.index_percent.unwrap() - 18.68).abs() < 5e-3);
        assert_eq!(
            (found.best, found.worst),
            (vec!["1".to_owned()], vec!["4".to_owned()])
        );
    }

    #[test]
    fn the_summary_ratio_is_above_1_whichever_way_is_better() {
        let found = of(&[60.0, 80.0, 90.0], Polarity::Higher);
        assert_eq!(found.best, ["3"], "the best group is the one the data show");
        assert_near(found.summary_ratio, 90.0 / 70.0);
        assert_near(found.index_percent, 100.0 * (90.0 / 70.0 - 1.0));
    }

    #[test]
    fn groups_that_tie_are_all_named_and_one_of_them_stands_apart() {
        let found = of(&[10.0, 10.0, 20.0], Polarity::Lower);
        assert_eq!(found.best, ["1", "2"]);
        assert_near(found.summary_ratio, 1.5);
        let level = of(&[0.1, 0.1, 0.1], Polarity::Lower);
        assert_eq!(level.best, level.worst);
        assert_eq!(
            (level.summary_ratio, level.index_percent),
            (Some(1.0), Some(0.0))
        );
        let gap = level.gap.unwrap();
        assert_eq!((gap.difference, gap.ratio), (0.0, Some(1.0)));
    }

    #[test]
    fn fewer_than_two_groups_are_too_few() {
        for values in [&[][..], &[5.0]] {
            let found = of(values, Polarity::Lower);
            assert_eq!((found.answer, found.gap), (Answer::TooFewGroups, None));
            assert!(found.best.is_empty() && found.undefined.is_empty());
        }
    }

    #[test]
    fn what_is_not_defined_is_said_and_the_difference_stays() {
        let causes = |found: &Disparity| -> Vec<(Number, Cause)> {
            let defined = |lack: &Undefined| (lack.number, lack.cause);
            found.undefined.iter().map(defined).collect()
        };
        let without = (Number::Idis, Cause::NoPopulation);
        let zero = of(&[0.0, 5.0], Polarity::Lower);
        assert_eq!(
            zero.gap.map(|gap| (gap.difference, gap.ratio)),
            Some((5.0, None))
        );
        assert_eq!(
            causes(&zero),
            [
                (Number::Ratio, Cause::DividesByZero),
                (Number::SummaryRatio, Cause::DividesByZero),
                without
            ]
        );
        let best_above = of(&[0.0, 5.0, 10.0], Polarity::Higher);
        assert_near(best_above.summary_ratio, 4.0);
        let below = of(&[-5.0, 5.0], Polarity::Higher);
        assert_eq!(below.gap.unwrap().difference, 10.0);
        assert_eq!(causes(&below)[0], (Number::Ratio, Cause::ValuesBelowZero));
        let neither = of(&[1.0, 2.0], Polarity::Neither);
        assert_eq!(neither.gap.unwrap().ratio, Some(2.0));
        assert_eq!(
            causes(&neither),
            [(Number::SummaryRatio, Cause::NoDirection), without]
        );
    }

    #[test]
    fn the_index_of_who_heat_holds_every_group_against_the_mean_of_all_people() {
        let found = peopled(&[(10.0, 300.0), (20.0, 100.0)], Polarity::Lower);
        assert_near(found.weighted_mean, 12.5);
        // (100 / 2) · (2.5 + 7.5) / 12.5
        assert_near(found.idis_percent, 40.0);
        // 0.75 · 2.5² + 0.25 · 7.5²
        assert_near(found.between_variance, 18.75);
        assert!(found.undefined.is_empty());
        let nobody = peopled(&[(10.0, 0.0), (20.0, 0.0)], Polarity::Lower);
        assert_eq!((nobody.weighted_mean, nobody.idis_percent), (None, None));
    }

    #[test]
    fn what_cannot_be_meant_is_refused() {
        let mut twice = groups(&[1.0, 2.0]);
        twice[1].name = "1".to_owned();
        let mut negative = groups(&[1.0, 2.0]);
        negative[0].population = Some(-1.0);
        for groups in [twice, negative, groups(&[1.0, f64::NAN])] {
            let polarity = Polarity::Lower;
            assert!(between_groups(Inputs { groups, polarity }).is_err());
        }
    }

    proptest::proptest! {
        #[test]
        fn scaling_moves_differences_and_no_ratio(
            values in proptest::collection::vec(0.5..1e3f64, 2..20), scale in 0.1..10.0f64, is_higher: bool,
        ) {
            let polarity = if is_higher { Polarity::Higher } else { Polarity::Lower };
            let scaled: Vec<f64> = values.iter().map(|value| value * scale).collect();
            let (here, there) = (of(&values, polarity), of(&scaled, polarity));
            proptest::prop_assert!(here.summary_ratio.unwrap() >= 1.0);
            proptest::prop_assert!(here.gap.unwrap().ratio.unwrap() >= here.summary_ratio.unwrap() - 1e-9);
            proptest::prop_assert!((here.summary_ratio.unwrap() - there.summary_ratio.unwrap()).abs() < 1e-6);
            proptest::prop_assert!(
                (here.gap.unwrap().difference * scale - there.gap.unwrap().difference).abs() < 1e-6
            );
        }
    }
}
