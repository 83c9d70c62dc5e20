//! Which activities carry each other: one feeds or waits for another, or both are to move the
//! same measure. What is tied to no other stands alone.

use std::collections::{HashMap, HashSet};

use super::{ActivityFacts, Named, matrix::is_running};
use crate::{
    ActivityId, Entry, MeasureId, Result, ResultId, StrategyId, Workbook,
    activities::ActivityStatus,
    agenda::{Strategy, WantedResult},
    storage::reach,
};

/// An activity of the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReinforcingActivity {
    /// Its id and name.
    pub activity: Named<ActivityId>,
    /// Where it stands.
    pub status: ActivityStatus,
    /// The strategy it serves.
    pub strategy: Option<StrategyId>,
    /// The partner that leads it.
    pub lead: Option<String>,
    /// Whether nothing ties it to another activity: it feeds none, waits for none, and shares
    /// no measure.
    pub stands_alone: bool,
}

/// What one activity is to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReinforcingLink {
    /// Which comes first, in [`Reinforcement::activities`].
    pub from: usize,
    /// Which follows.
    pub to: usize,
    /// Whether what the first makes feeds the second; otherwise the second waits for it.
    pub is_feed: bool,
}

/// A measure several activities are to move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedMeasure {
    /// The measure.
    pub measure: Named<MeasureId>,
    /// The activities, two at least, in [`Reinforcement::activities`].
    pub activities: Vec<usize>,
}

/// A strategy of the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReinforcingStrategy {
    /// The strategy.
    pub strategy: Named<StrategyId>,
    /// Its result.
    pub result: Option<Named<ResultId>>,
}

/// Which activities carry each other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reinforcement {
    /// Strategies in the order of their results.
    pub strategies: Vec<ReinforcingStrategy>,
    /// Planned and running activities by name, and finished ones that feed them or that they
    /// waited for.
    pub activities: Vec<ReinforcingActivity>,
    /// Feeds and waits.
    pub links: Vec<ReinforcingLink>,
    /// Measures two activities or more are to move, in the order of the measures.
    pub shared: Vec<SharedMeasure>,
}

impl Workbook {
    /// Which activities carry each other.
    ///
    /// # Errors
    /// Reading the file.
    pub fn reinforcement(&self) -> Result<Reinforcement> {
        let results: Vec<Entry<WantedResult>> = self.list()?;
        let place = |id: ResultId| results.iter().position(|result| result.id == id);
        let mut strategies: Vec<Entry<Strategy>> = self.list()?;
        strategies.sort_by_key(|strategy| place(strategy.record.result_id));
        let links = reach::links(self.db())?;
        let mut found = reinforcement(&self.activity_facts()?, &links);
        let result = |id: ResultId| {
            let mut all = results.iter();
            all.find(|result| result.id == id).map(|result| Named {
                id,
                name: result.record.name.clone(),
            })
        };
        found.strategies = strategies
            .into_iter()
            .map(|strategy| ReinforcingStrategy {
                result: result(strategy.record.result_id),
                strategy: Named {
                    id: strategy.id,
                    name: strategy.record.name,
                },
            })
            .collect();
        Ok(found)
    }
}

/// Works out the ties of activities from links (from, to, whether it feeds) and measures.
fn reinforcement(
    facts: &[ActivityFacts],
    links: &[(ActivityId, ActivityId, bool)],
) -> Reinforcement {
    let status: HashMap<ActivityId, ActivityStatus> = facts
        .iter()
        .map(|one| (one.activity.id, one.activity.record.status))
        .collect();
    let runs = |id: &ActivityId| status.get(id).is_some_and(|status| is_running(*status));
    let stopped = |id: &ActivityId| status.get(id) == Some(&ActivityStatus::Stopped);
    let linked: HashSet<ActivityId> = links
        .iter()
        .filter(|(from, to, _)| !stopped(from) && !stopped(to) && (runs(from) || runs(to)))
        .flat_map(|(from, to, _)| [*from, *to])
        .collect();
    let shown: Vec<&ActivityFacts> = facts
        .iter()
        .filter(|one| runs(&one.activity.id) || linked.contains(&one.activity.id))
        .collect();
    let index: HashMap<ActivityId, usize> = shown
        .iter()
        .enumerate()
        .map(|(place, one)| (one.activity.id, place))
        .collect();
    let mut shared: Vec<SharedMeasure> = Vec::new();
    let mut known: HashMap<MeasureId, usize> = HashMap::new();
    for (place, one) in shown.iter().enumerate() {
        // What is finished moves a measure no longer.
        let measures = one.measures.iter().filter(|_| runs(&one.activity.id));
        for measure in measures {
            let at = *known.entry(measure.id).or_insert_with(|| {
                shared.push(SharedMeasure {
                    measure: measure.clone(),
                    activities: Vec::new(),
                });
                shared.len() - 1
            });
            if let Some(one) = shared.get_mut(at) {
                one.activities.push(place);
            }
        }
    }
    shared.retain(|one| one.activities.len() > 1);
    shared.sort_by(|a, b| {
        let of = |one: &SharedMeasure| (one.measure.name.to_lowercase(), one.measure.id);
        of(a).cmp(&of(b))
    });
    let sharing: HashSet<usize> = shared
        .iter()
        .flat_map(|one| one.activities.iter().copied())
        .collect();
    Reinforcement {
        strategies: Vec::new(),
        activities: shown
            .iter()
            .enumerate()
            .map(|(place, one)| ReinforcingActivity {
                activity: Named {
                    id: one.activity.id,
                    name: one.activity.record.name.clone(),
                },
                status: one.activity.record.status,
                strategy: one.activity.record.strategy_id,
                lead: one.lead.as_ref().map(|lead| lead.name.clone()),
                stands_alone: !linked.contains(&one.activity.id) && !sharing.contains(&place),
            })
            .collect(),
        links: links
            .iter()
            .filter(|(from, to, _)| linked.contains(from) && linked.contains(to))
            .filter_map(|(from, to, is_feed)| {
                Some(ReinforcingLink {
                    from: *index.get(from)?,
                    to: *index.get(to)?,
                    is_feed: *is_feed,
                })
            })
            .collect(),
        shared,
    }
}
