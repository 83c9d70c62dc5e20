//! Theory of change: result, strategy, activity, measure, as the records tie them, with
//! every hole in between.

use std::collections::{HashMap, HashSet};

use super::{ActivityFacts, Named};
use crate::{
    ActivityId, Entry, MeasureId, Result, ResultId, StrategyId, Workbook,
    activities::ActivityStatus,
    agenda::{Strategy, WantedResult},
    measurement::{Contribution, Measure, MeasureKind, MeasurePart, MeasureStatus},
};

/// The theory of change, a branch per result and one for what belongs under none.
#[derive(Debug, Clone, PartialEq)]
pub struct Theory {
    /// Branches in the order of the results.
    pub branches: Vec<TheoryBranch>,
}

/// One result with all that is to move it.
#[derive(Debug, Clone, PartialEq)]
pub struct TheoryBranch {
    /// The result; none for what belongs under no result.
    pub result: Option<Named<ResultId>>,
    /// For whom the result is.
    pub population: String,
    /// Its strategies, in order.
    pub strategies: Vec<TheoryStrategy>,
    /// Activities without a strategy; only where there is no result.
    pub loose: Vec<TheoryActivity>,
    /// Its own measures in order, then measures of other results its activities are to move.
    /// What a measure is worked out from stands beside it only where an activity moves it.
    pub measures: Vec<TheoryMeasure>,
    /// Whether an indicator speaks for its result.
    pub has_indicator: bool,
}

/// A strategy with its activities.
#[derive(Debug, Clone, PartialEq)]
pub struct TheoryStrategy {
    /// The strategy.
    pub strategy: Named<StrategyId>,
    /// Planned and running activities under it.
    pub activities: Vec<TheoryActivity>,
}

/// An activity with what it is to move.
#[derive(Debug, Clone, PartialEq)]
pub struct TheoryActivity {
    /// The activity.
    pub activity: Named<ActivityId>,
    /// The partner that leads it.
    pub lead: Option<String>,
    /// Measures it is to move.
    pub measures: Vec<MeasureId>,
}

/// A measure under a result.
#[derive(Debug, Clone, PartialEq)]
pub struct TheoryMeasure {
    /// The measure.
    pub measure: Named<MeasureId>,
    /// Indicator of the result, or performance measure of a partner.
    pub kind: MeasureKind,
    /// Whether it is a measure of this very result.
    pub is_own: bool,
    /// Whether an activity is to move it, or a performance measure contributes to it.
    pub is_fed: bool,
}

/// Something that is missing in the theory of change, with where it is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hole {
    /// A result nobody measures.
    ResultWithoutIndicator(ResultId),
    /// A result nothing is to move.
    ResultWithoutStrategy(ResultId),
    /// A strategy nobody carries out.
    StrategyWithoutActivity(StrategyId),
    /// An activity that serves no strategy.
    ActivityWithoutStrategy(ActivityId),
    /// An activity that is to move nothing measured.
    ActivityWithoutMeasure(ActivityId),
    /// A measure nothing is to move.
    MeasureUnfed(MeasureId),
    /// A measure of no result.
    MeasureWithoutResult(MeasureId),
}

impl Hole {
    /// Stable identifier for the wire and for texts.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::ResultWithoutIndicator(_) => "result_without_indicator",
            Self::ResultWithoutStrategy(_) => "result_without_strategy",
            Self::StrategyWithoutActivity(_) => "strategy_without_activity",
            Self::ActivityWithoutStrategy(_) => "activity_without_strategy",
            Self::ActivityWithoutMeasure(_) => "activity_without_measure",
            Self::MeasureUnfed(_) => "measure_unfed",
            Self::MeasureWithoutResult(_) => "measure_without_result",
        }
    }
}

impl TheoryBranch {
    /// Its activities, strategy by strategy.
    pub fn activities(&self) -> impl Iterator<Item = &TheoryActivity> {
        let under = self.strategies.iter().flat_map(|one| &one.activities);
        under.chain(&self.loose)
    }

    /// What is missing in it with the name it is missing at, in the order it is read.
    #[must_use]
    pub fn holes(&self) -> Vec<(Hole, String)> {
        let mut holes = Vec::new();
        if let Some(result) = &self.result {
            let name = || result.name.clone();
            if !self.has_indicator {
                holes.push((Hole::ResultWithoutIndicator(result.id), name()));
            }
            if self.strategies.is_empty() {
                holes.push((Hole::ResultWithoutStrategy(result.id), name()));
            }
        }
        for one in &self.strategies {
            if one.activities.is_empty() {
                let hole = Hole::StrategyWithoutActivity(one.strategy.id);
                holes.push((hole, one.strategy.name.clone()));
            }
        }
        for one in &self.loose {
            let hole = Hole::ActivityWithoutStrategy(one.activity.id);
            holes.push((hole, one.activity.name.clone()));
        }
        for one in self.activities().filter(|one| one.measures.is_empty()) {
            let hole = Hole::ActivityWithoutMeasure(one.activity.id);
            holes.push((hole, one.activity.name.clone()));
        }
        for one in self.measures.iter().filter(|one| one.is_own) {
            let name = || one.measure.name.clone();
            if self.result.is_none() {
                holes.push((Hole::MeasureWithoutResult(one.measure.id), name()));
            }
            if !one.is_fed {
                holes.push((Hole::MeasureUnfed(one.measure.id), name()));
            }
        }
        holes
    }
}

impl Workbook {
    /// The theory of change as it stands: planned and running activities, measures that
    /// are not retired.
    ///
    /// # Errors
    /// Reading the file.
    pub fn theory(&self) -> Result<Theory> {
        self.theory_of(self.activity_facts()?)
    }

    /// As [`Self::theory`], from activities that were read already.
    pub(super) fn theory_of(&self, activities: Vec<ActivityFacts>) -> Result<Theory> {
        let measures: Vec<Entry<Measure>> = self.list()?;
        let measures: Vec<&Entry<Measure>> = measures
            .iter()
            .filter(|entry| entry.record.status != MeasureStatus::Retired)
            .collect();
        let parts: Vec<Entry<MeasurePart>> = self.list()?;
        let known: HashSet<MeasureId> = measures.iter().map(|entry| entry.id).collect();
        let mut fed: HashSet<MeasureId> = self
            .list::<Contribution>()?
            .into_iter()
            .filter(|entry| known.contains(&entry.record.performance_id))
            .map(|entry| entry.record.indicator_id)
            .collect();
        let mut by_strategy: HashMap<Option<StrategyId>, Vec<TheoryActivity>> = HashMap::new();
        for facts in activities {
            let record = facts.activity.record;
            let is_running = matches!(
                record.status,
                ActivityStatus::Planned | ActivityStatus::Active
            );
            if !is_running {
                continue;
            }
            let moved: Vec<MeasureId> = facts
                .measures
                .iter()
                .map(|measure| measure.id)
                .filter(|id| known.contains(id))
                .collect();
            fed.extend(&moved);
            let strategy = facts.strategy.map(|strategy| strategy.id);
            by_strategy
                .entry(strategy)
                .or_default()
                .push(TheoryActivity {
                    activity: Named {
                        id: facts.activity.id,
                        name: record.name,
                    },
                    lead: facts.lead.map(|lead| lead.name),
                    measures: moved,
                });
        }
        // What a measure is worked out from carries it, and is not itself to be moved.
        let of_parts: HashSet<MeasureId> = parts.iter().map(|entry| entry.record.part_id).collect();
        let carried: Vec<MeasureId> = parts
            .iter()
            .filter(|entry| fed.contains(&entry.record.part_id))
            .map(|entry| entry.record.measure_id)
            .collect();
        fed.extend(carried);
        let branch = Branching {
            measures: &measures,
            fed: &fed,
            parts: &of_parts,
        };
        let strategies: Vec<Entry<Strategy>> = self.list()?;
        let mut branches = Vec::new();
        for result in self.list::<WantedResult>()? {
            let own = strategies
                .iter()
                .filter(|strategy| strategy.record.result_id == result.id)
                .map(|strategy| TheoryStrategy {
                    activities: by_strategy.remove(&Some(strategy.id)).unwrap_or_default(),
                    strategy: Named {
                        id: strategy.id,
                        name: strategy.record.name.clone(),
                    },
                });
            branches.push(branch.of(Some(&result), own.collect(), Vec::new()));
        }
        let rest = branch.of(
            None,
            Vec::new(),
            by_strategy.remove(&None).unwrap_or_default(),
        );
        if !rest.loose.is_empty() || !rest.measures.is_empty() {
            branches.push(rest);
        }
        Ok(Theory { branches })
    }
}

struct Branching<'a> {
    measures: &'a [&'a Entry<Measure>],
    fed: &'a HashSet<MeasureId>,
    /// Measures others are worked out from.
    parts: &'a HashSet<MeasureId>,
}

impl Branching<'_> {
    fn of(
        &self,
        result: Option<&Entry<WantedResult>>,
        strategies: Vec<TheoryStrategy>,
        loose: Vec<TheoryActivity>,
    ) -> TheoryBranch {
        let id = result.map(|result| result.id);
        let mut branch = TheoryBranch {
            result: result.map(|result| Named {
                id: result.id,
                name: result.record.name.clone(),
            }),
            population: result.map_or_else(String::new, |one| one.record.population.clone()),
            strategies,
            loose,
            measures: Vec::new(),
            has_indicator: self.measures.iter().any(|entry| {
                entry.record.result_id == id && entry.record.kind == MeasureKind::Indicator
            }),
        };
        let moved: HashSet<MeasureId> = branch
            .activities()
            .flat_map(|one| one.measures.iter().copied())
            .collect();
        let (own, others): (Vec<&Entry<Measure>>, Vec<_>) = self
            .measures
            .iter()
            .filter(|entry| {
                let is_part = self.parts.contains(&entry.id);
                moved.contains(&entry.id) || (entry.record.result_id == id && !is_part)
            })
            .partition(|entry| entry.record.result_id == id);
        let one = |entry: &Entry<Measure>, is_own: bool| TheoryMeasure {
            measure: Named {
                id: entry.id,
                name: entry.record.name.clone(),
            },
            kind: entry.record.kind,
            is_own,
            is_fed: self.fed.contains(&entry.id),
        };
        branch.measures = own.into_iter().map(|entry| one(entry, true)).collect();
        let others = others.into_iter().map(|entry| one(entry, false));
        branch.measures.extend(others);
        branch
    }
}
