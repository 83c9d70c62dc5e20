//! How far the groups of a breakdown lie apart, now and at the start.

use backbone_statistics::{
    Polarity,
    disparity::{
        self, Disparity, Group as Compared,
        over_time::{self, GapChange},
    },
};
use rust_decimal::prelude::ToPrimitive;

use super::GroupSeries;
use crate::{
    BreakdownId,
    measurement::{Assessment, Period},
};

/// Disparity between the groups of one breakdown.
#[derive(Debug, Clone, PartialEq)]
pub struct DisparityFacts {
    /// The breakdown.
    pub breakdown_id: BreakdownId,
    /// Its name.
    pub breakdown: String,
    /// The latest period in which at least two groups have a value.
    pub period: Period,
    /// What the rule says of that period.
    pub now: Disparity,
    /// The first such period since the latest series break; none where there is no earlier
    /// one.
    pub since: Option<Period>,
    /// What the rule says of that first period, of the groups that have a value in both.
    pub then: Option<Disparity>,
    /// How the gap of the group that is now the worst has changed against the best.
    pub change: Option<GapChange>,
}

/// Disparities of all breakdowns that have two groups with a value in one period.
pub(super) fn between(
    groups: &[GroupSeries],
    polarity: Polarity,
    assessment: &Assessment,
) -> Vec<DisparityFacts> {
    groups
        .chunk_by(|a, b| a.breakdown_id == b.breakdown_id)
        .filter_map(|groups| of_breakdown(groups, polarity, assessment))
        .collect()
}

fn of_breakdown(
    groups: &[GroupSeries],
    polarity: Polarity,
    assessment: &Assessment,
) -> Option<DisparityFacts> {
    let first = groups.first()?;
    let begins = assessment
        .series_break
        .as_ref()
        .map(|found| found.period.start());
    let mut periods: Vec<Period> = groups
        .iter()
        .flat_map(|group| &group.readings)
        .filter(|reading| reading.value.is_some())
        .map(|reading| reading.period)
        .filter(|period| begins.is_none_or(|begins| period.start() >= begins))
        .collect();
    periods.sort_unstable();
    periods.dedup();
    let is_comparable = |period: &Period| values(groups, *period).len() >= disparity::LEAST_GROUPS;
    let period = periods.iter().copied().rev().find(is_comparable)?;
    let since = periods
        .iter()
        .copied()
        .find(is_comparable)
        .filter(|since| *since != period);
    let measured = |groups| disparity::between_groups(disparity::Inputs { groups, polarity }).ok();
    let now_values = values(groups, period);
    let now = measured(now_values.clone())?;
    let then_values = since.map(|since| {
        let mut found = values(groups, since);
        found.retain(|group| now_values.iter().any(|now| now.name == group.name));
        found
    });
    let change = then_values
        .clone()
        .zip(now.worst.first().cloned())
        .and_then(|(then, group)| {
            over_time::between_periods(over_time::Inputs {
                group,
                reference: None,
                then,
                now: now_values,
                polarity,
            })
            .ok()
        });
    Some(DisparityFacts {
        breakdown_id: first.breakdown_id,
        breakdown: first.breakdown.clone(),
        period,
        now,
        since,
        then: then_values.and_then(measured),
        change,
    })
}

/// The groups that have a value in a period.
fn values(groups: &[GroupSeries], period: Period) -> Vec<Compared> {
    let one = |group: &GroupSeries| {
        let reading = group
            .readings
            .iter()
            .find(|reading| reading.period == period)?;
        Some(Compared {
            name: group.group.record.name.clone(),
            value: reading.value?.to_f64()?,
            population: reading.denominator.and_then(|people| people.to_f64()),
        })
    };
    groups.iter().filter_map(one).collect()
}
