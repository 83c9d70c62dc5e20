//! Who works on what: partners against strategies, results, populations or places, with what
//! nobody works on, where several work side by side, and what is tied to nothing.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::NaiveDate;

use super::{ActivityFacts, Audience, Hole, Named};
use crate::{
    ActivityId, Entry, MeasureId, PartnerId, PlaceId, PopulationId, Result, ResultId, SectorId,
    StrategyId, Workbook,
    activities::{ActivityStatus, Population, Reach},
    agenda::{Strategy, WantedResult},
    initiative::Initiative,
    measurement::Place,
    partners::{Partner, PartnerStatus, Sector},
};

/// What the columns of a matrix stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MatrixBy {
    /// Strategies of the agenda.
    Strategies,
    /// Results the strategies serve.
    Results,
    /// Populations activities serve.
    Populations,
    /// Places activities serve, without those that only serve comparison.
    Places,
}

impl MatrixBy {
    /// All of them, in the order people see them.
    pub const ALL: &'static [Self] = &[
        Self::Strategies,
        Self::Results,
        Self::Populations,
        Self::Places,
    ];

    /// Stable identifier for the wire and the command line.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Strategies => "strategies",
            Self::Results => "results",
            Self::Populations => "populations",
            Self::Places => "places",
        }
    }

    /// The one of this identifier.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|by| by.code() == code)
    }
}

/// Which activities the cells of a matrix hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MatrixScope {
    /// Planned and under way.
    Running,
    /// Under way only.
    Active,
    /// All, also done and stopped.
    Everything,
}

impl MatrixScope {
    /// All of them, in the order people see them.
    pub const ALL: &'static [Self] = &[Self::Running, Self::Active, Self::Everything];

    /// Stable identifier for the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Active => "active",
            Self::Everything => "everything",
        }
    }

    /// The one of this identifier.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|scope| scope.code() == code)
    }

    fn holds(self, status: ActivityStatus) -> bool {
        match self {
            Self::Running => is_running(status),
            Self::Active => status == ActivityStatus::Active,
            Self::Everything => true,
        }
    }
}

/// Planned and under way: what gaps, overlaps and ties rest on.
pub(super) fn is_running(status: ActivityStatus) -> bool {
    matches!(status, ActivityStatus::Planned | ActivityStatus::Active)
}

/// What a column stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ColumnKey {
    /// A strategy.
    Strategy(StrategyId),
    /// A result.
    Result(ResultId),
    /// A population.
    Population(PopulationId),
    /// A place.
    Place(PlaceId),
    /// Activities of which nothing of the kind is said.
    Unstated,
}

/// How a column is worked on, by planned and running activities.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Somebody leads an activity.
    Worked,
    /// There are activities, and none has a lead.
    NoLead,
    /// There is no activity.
    Nobody,
}

impl Standing {
    /// Stable identifier for the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Worked => "worked",
            Self::NoLead => "no_lead",
            Self::Nobody => "nobody",
        }
    }
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixColumn {
    /// What it stands for.
    pub key: ColumnKey,
    /// Its name; empty for [`ColumnKey::Unstated`].
    pub name: String,
    /// What it belongs to: the result of a strategy, otherwise empty.
    pub group: String,
    /// Activities in it.
    pub activities: u32,
    /// Partners that lead one of them.
    pub leads: u32,
    /// Partners that lead or take part in one of them.
    pub partners: u32,
    /// How it is worked on.
    pub standing: Standing,
    /// Whether activities in it overlap.
    pub has_overlap: bool,
}

/// An activity the cells point at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixActivity {
    /// Its id and name.
    pub activity: Named<ActivityId>,
    /// Where it stands.
    pub status: ActivityStatus,
    /// The partner that leads it.
    pub lead: Option<Named<PartnerId>>,
    /// Its strategy.
    pub strategy: Option<Named<StrategyId>>,
    /// Names of the populations it serves, in their order.
    pub populations: Vec<String>,
    /// Names of the places it serves.
    pub places: Vec<String>,
}

/// An activity in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellActivity {
    /// Which, in [`Matrix::activities`].
    pub activity: usize,
    /// Whether the partner of the row leads it.
    pub is_lead: bool,
}

/// What a partner does in one column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixCell {
    /// Which, in [`Matrix::columns`].
    pub column: usize,
    /// Its activities, those it leads first; never empty.
    pub activities: Vec<CellActivity>,
}

/// What a cell says at a glance.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CellCounts {
    /// Activities its partner leads.
    pub leads: u32,
    /// Whether all of these are only planned.
    pub leads_planned: bool,
    /// Activities it takes part in without leading them.
    pub takes_part: u32,
    /// Whether all of these are only planned.
    pub takes_part_planned: bool,
}

/// A partner with what it does.
#[derive(Debug, Clone, PartialEq)]
pub struct MatrixRow {
    /// The partner.
    pub partner: Named<PartnerId>,
    /// Where it stands.
    pub status: PartnerStatus,
    /// Its sector.
    pub sector: Option<SectorId>,
    /// Whether it leads or takes part in a planned or running activity.
    pub is_working: bool,
    /// Cells that are not empty, in the order of the columns.
    pub cells: Vec<MatrixCell>,
}

/// Activities led by different partners under one strategy, for the same population in the
/// same place. No fault: a reason to talk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overlap {
    /// The strategy.
    pub strategy: Named<StrategyId>,
    /// Names of the populations all of them serve.
    pub populations: Vec<String>,
    /// Names of the places all of them serve.
    pub places: Vec<String>,
    /// The activities, by name.
    pub activities: Vec<Named<ActivityId>>,
    /// The partners that lead them, by name.
    pub leads: Vec<Named<PartnerId>>,
}

/// What a matrix makes visible, whatever its columns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MatrixFindings {
    /// Strategies without an activity.
    pub idle_strategies: Vec<Named<StrategyId>>,
    /// Strategies with activities none of which has a lead.
    pub leaderless_strategies: Vec<Named<StrategyId>>,
    /// Results none of whose strategies has an activity.
    pub idle_results: Vec<Named<ResultId>>,
    /// Populations no activity serves.
    pub idle_populations: Vec<Named<PopulationId>>,
    /// Places no activity serves, nor what contains them or lies in them.
    pub idle_places: Vec<Named<PlaceId>>,
    /// Active partners without an activity.
    pub idle_partners: Vec<Named<PartnerId>>,
    /// Side by side.
    pub overlaps: Vec<Overlap>,
    /// Activities that serve no strategy.
    pub activities_without_strategy: Vec<Named<ActivityId>>,
    /// Activities that are to move nothing measured.
    pub activities_without_measure: Vec<Named<ActivityId>>,
    /// Activities nobody leads.
    pub activities_without_lead: Vec<Named<ActivityId>>,
    /// Activities of which neither population nor place is said, so that overlaps cannot be
    /// seen.
    pub activities_without_reach: Vec<Named<ActivityId>>,
    /// Measures nothing is to move, as in the theory of change.
    pub measures_without_activity: Vec<Named<MeasureId>>,
}

/// The matrix with all it makes visible.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    /// What its columns stand for.
    pub by: MatrixBy,
    /// Columns in their order.
    pub columns: Vec<MatrixColumn>,
    /// Active partners, and others that have a cell; by name.
    pub rows: Vec<MatrixRow>,
    /// Activities the cells point at, by name.
    pub activities: Vec<MatrixActivity>,
    /// Sectors that rows name, in the order of the list.
    pub sectors: Vec<Entry<Sector>>,
    /// Planned and running activities in all.
    pub running: u32,
    /// Gaps, overlaps and what is tied to nothing.
    pub findings: MatrixFindings,
}

/// All a matrix is worked out from. Lists come in the order people see them.
#[derive(Debug, Clone, PartialEq)]
pub struct MatrixSource {
    /// Partners.
    pub partners: Vec<Entry<Partner>>,
    /// Sectors.
    pub sectors: Vec<Entry<Sector>>,
    /// Results.
    pub results: Vec<Entry<WantedResult>>,
    /// Strategies.
    pub strategies: Vec<Entry<Strategy>>,
    /// Populations.
    pub populations: Vec<Entry<Population>>,
    /// Places.
    pub places: Vec<Entry<Place>>,
    /// Activities.
    pub activities: Vec<ActivityFacts>,
    /// Whom and where they serve.
    pub reach: HashMap<ActivityId, Reach>,
    /// Measures nothing is to move.
    pub unmoved: Vec<Named<MeasureId>>,
}

impl Matrix {
    /// What a cell of it says at a glance.
    #[must_use]
    pub fn counts(&self, cell: &MatrixCell) -> CellCounts {
        let of = |is_lead: bool| {
            let own = cell
                .activities
                .iter()
                .filter(move |one| one.is_lead == is_lead);
            let count = u32::try_from(own.clone().count()).unwrap_or(u32::MAX);
            let mut statuses = own.filter_map(|one| self.activities.get(one.activity));
            let is_planned = statuses.all(|one| one.status == ActivityStatus::Planned);
            (count, count > 0 && is_planned)
        };
        let (leads, leads_planned) = of(true);
        let (takes_part, takes_part_planned) = of(false);
        CellCounts {
            leads,
            leads_planned,
            takes_part,
            takes_part_planned,
        }
    }

    /// Partners with a planned or running activity.
    #[must_use]
    pub fn working(&self) -> usize {
        self.rows.iter().filter(|row| row.is_working).count()
    }
}

/// What an activity matrix on paper is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct MatrixPaperFacts {
    /// The initiative.
    pub initiative: Initiative,
    /// Day it speaks of.
    pub as_of: NaiveDate,
    /// A matrix for each kind of columns that has any.
    pub matrices: Vec<Matrix>,
    /// Active partners, and others with a planned or running activity.
    pub partners: usize,
    /// Of these, how many have a planned or running activity.
    pub working: usize,
    /// Planned and running activities.
    pub running: u32,
    /// What stands out; none for the public, before whom nobody is named for doing nothing.
    pub findings: Option<MatrixFindings>,
}

impl Workbook {
    /// What an activity matrix on paper is made of, for an audience.
    ///
    /// # Errors
    /// Reading the file.
    pub fn matrix_paper_facts(
        &self,
        as_of: NaiveDate,
        audience: Audience,
    ) -> Result<MatrixPaperFacts> {
        let source = self.matrix_source()?;
        let all = MatrixBy::ALL.iter();
        let all: Vec<Matrix> = all
            .map(|by| source.matrix(*by, MatrixScope::Running))
            .collect();
        let first = all.first();
        Ok(MatrixPaperFacts {
            initiative: self.initiative()?,
            as_of,
            partners: first.map_or(0, |matrix| matrix.rows.len()),
            working: first.map_or(0, Matrix::working),
            running: first.map_or(0, |matrix| matrix.running),
            findings: (audience != Audience::Public).then(|| source.findings()),
            matrices: all
                .into_iter()
                .filter(|matrix| {
                    matrix
                        .columns
                        .iter()
                        .any(|one| one.key != ColumnKey::Unstated)
                })
                .collect(),
        })
    }

    /// The matrix of who works on what.
    ///
    /// # Errors
    /// Reading the file.
    pub fn matrix(&self, by: MatrixBy, scope: MatrixScope) -> Result<Matrix> {
        Ok(self.matrix_source()?.matrix(by, scope))
    }

    /// All a matrix is worked out from.
    ///
    /// # Errors
    /// Reading the file.
    pub fn matrix_source(&self) -> Result<MatrixSource> {
        let activities = self.activity_facts()?;
        let theory = self.theory_of(activities.clone())?;
        let unmoved = theory.branches.iter().flat_map(|branch| {
            branch
                .holes()
                .into_iter()
                .filter_map(|(hole, name)| match hole {
                    Hole::MeasureUnfed(id) => Some(Named { id, name }),
                    _ => None,
                })
        });
        let mut strategies: Vec<Entry<Strategy>> = self.list()?;
        let results: Vec<Entry<WantedResult>> = self.list()?;
        let place: HashMap<ResultId, usize> = results
            .iter()
            .enumerate()
            .map(|(place, result)| (result.id, place))
            .collect();
        // Strategies of one result stand beside each other.
        strategies.sort_by_key(|strategy| place.get(&strategy.record.result_id).copied());
        Ok(MatrixSource {
            unmoved: unmoved.collect(),
            partners: self.list()?,
            sectors: self.list()?,
            populations: self.list()?,
            places: self.list()?,
            reach: self.reach_by_activity()?,
            results,
            strategies,
            activities,
        })
    }
}

/// An activity with the columns it stands in.
struct Placed<'a> {
    facts: &'a ActivityFacts,
    columns: Vec<usize>,
}

impl MatrixSource {
    /// Works the matrix out.
    #[must_use]
    pub fn matrix(&self, by: MatrixBy, scope: MatrixScope) -> Matrix {
        let findings = self.findings();
        let mut columns = self.columns(by);
        let index: HashMap<ColumnKey, usize> = columns
            .iter()
            .enumerate()
            .map(|(place, column)| (column.key, place))
            .collect();
        let mut unstated = false;
        let placed: Vec<Placed<'_>> = self
            .activities
            .iter()
            .filter(|facts| scope.holds(facts.activity.record.status))
            .map(|facts| {
                let mut own: Vec<usize> = self
                    .keys_of(facts, by)
                    .iter()
                    .filter_map(|key| index.get(key).copied())
                    .collect();
                own.sort_unstable();
                own.dedup();
                if own.is_empty() {
                    unstated = true;
                    own.push(columns.len());
                }
                Placed {
                    facts,
                    columns: own,
                }
            })
            .collect();
        if unstated {
            columns.push(column(ColumnKey::Unstated, "", ""));
        }
        self.judge(&mut columns, by, &findings);
        count(&mut columns, &placed);
        let rows = self.rows(&placed);
        let named: HashSet<Option<SectorId>> = rows.iter().map(|row| row.sector).collect();
        let running = self.running().count();
        Matrix {
            by,
            columns,
            rows,
            activities: placed.iter().map(|one| self.activity(one.facts)).collect(),
            sectors: self
                .sectors
                .iter()
                .filter(|sector| named.contains(&Some(sector.id)))
                .cloned()
                .collect(),
            running: u32::try_from(running).unwrap_or(u32::MAX),
            findings,
        }
    }

    fn running(&self) -> impl Iterator<Item = &ActivityFacts> {
        self.activities
            .iter()
            .filter(|facts| is_running(facts.activity.record.status))
    }

    fn columns(&self, by: MatrixBy) -> Vec<MatrixColumn> {
        match by {
            MatrixBy::Strategies => {
                let group = |id: ResultId| {
                    let mut results = self.results.iter();
                    let found = results.find(|result| result.id == id);
                    found.map_or("", |result| result.record.name.as_str())
                };
                let strategies = self.strategies.iter();
                strategies
                    .map(|entry| {
                        let record = &entry.record;
                        let key = ColumnKey::Strategy(entry.id);
                        column(key, &record.name, group(record.result_id))
                    })
                    .collect()
            }
            MatrixBy::Results => self
                .results
                .iter()
                .map(|entry| column(ColumnKey::Result(entry.id), &entry.record.name, ""))
                .collect(),
            MatrixBy::Populations => self
                .populations
                .iter()
                .map(|entry| column(ColumnKey::Population(entry.id), &entry.record.name, ""))
                .collect(),
            MatrixBy::Places => self
                .own_places()
                .map(|entry| column(ColumnKey::Place(entry.id), &entry.record.name, ""))
                .collect(),
        }
    }

    /// Places people work in: those for comparison only if an activity names them.
    fn own_places(&self) -> impl Iterator<Item = &Entry<Place>> {
        let named: HashSet<PlaceId> = self
            .reach
            .values()
            .flat_map(|reach| reach.places.iter().copied())
            .collect();
        self.places
            .iter()
            .filter(move |place| !place.record.is_benchmark || named.contains(&place.id))
    }

    fn keys_of(&self, facts: &ActivityFacts, by: MatrixBy) -> Vec<ColumnKey> {
        let reach = self.reach.get(&facts.activity.id);
        match by {
            MatrixBy::Strategies => {
                let strategy = facts.activity.record.strategy_id;
                strategy.map(ColumnKey::Strategy).into_iter().collect()
            }
            MatrixBy::Results => {
                let strategy = facts.activity.record.strategy_id;
                let result = self.result_of(strategy);
                result.map(ColumnKey::Result).into_iter().collect()
            }
            MatrixBy::Populations => {
                let populations = reach.iter().flat_map(|reach| &reach.populations);
                populations.copied().map(ColumnKey::Population).collect()
            }
            MatrixBy::Places => {
                let places = reach.iter().flat_map(|reach| &reach.places);
                places.copied().map(ColumnKey::Place).collect()
            }
        }
    }

    fn result_of(&self, strategy: Option<StrategyId>) -> Option<ResultId> {
        let id = strategy?;
        let mut strategies = self.strategies.iter();
        let found = strategies.find(|entry| entry.id == id)?;
        Some(found.record.result_id)
    }

    /// Says how each column stands, by planned and running activities alone.
    fn judge(&self, columns: &mut [MatrixColumn], by: MatrixBy, findings: &MatrixFindings) {
        let mut worked: HashSet<ColumnKey> = HashSet::new();
        let mut led: HashSet<ColumnKey> = HashSet::new();
        let mut overlapping: HashSet<ColumnKey> = HashSet::new();
        let overlaps: HashSet<ActivityId> = findings
            .overlaps
            .iter()
            .flat_map(|overlap| overlap.activities.iter().map(|one| one.id))
            .collect();
        for facts in self.running() {
            let keys = self.keys_of(facts, by);
            if facts.lead.is_some() {
                led.extend(&keys);
            }
            // Populations and places of an overlap are those its activities share; its strategy
            // and result are theirs as well.
            if overlaps.contains(&facts.activity.id)
                && matches!(by, MatrixBy::Strategies | MatrixBy::Results)
            {
                overlapping.extend(&keys);
            }
            worked.extend(keys);
        }
        let shared = |names: fn(&Overlap) -> &[String]| -> HashSet<&str> {
            let all = findings.overlaps.iter().flat_map(names);
            all.map(String::as_str).collect()
        };
        let populations = shared(|overlap| &overlap.populations);
        let places = shared(|overlap| &overlap.places);
        let idle: HashSet<PlaceId> = findings.idle_places.iter().map(|one| one.id).collect();
        for column in columns {
            column.standing = match column.key {
                ColumnKey::Unstated => Standing::Worked,
                // A place is also served by what serves the whole it lies in.
                ColumnKey::Place(id) if !worked.contains(&column.key) && !idle.contains(&id) => {
                    Standing::Worked
                }
                key if !worked.contains(&key) => Standing::Nobody,
                key if !led.contains(&key) => Standing::NoLead,
                _ => Standing::Worked,
            };
            column.has_overlap = match column.key {
                ColumnKey::Population(_) => populations.contains(column.name.as_str()),
                ColumnKey::Place(_) => places.contains(column.name.as_str()),
                key => overlapping.contains(&key),
            };
        }
    }

    fn rows(&self, placed: &[Placed<'_>]) -> Vec<MatrixRow> {
        type Cells = BTreeMap<usize, Vec<CellActivity>>;
        let mut cells: HashMap<PartnerId, Cells> = HashMap::new();
        for is_lead in [true, false] {
            for (activity, one) in placed.iter().enumerate() {
                let partners: Vec<PartnerId> = if is_lead {
                    one.facts.lead.iter().map(|lead| lead.id).collect()
                } else {
                    one.facts
                        .partners
                        .iter()
                        .map(|partner| partner.id)
                        .collect()
                };
                for partner in partners {
                    let own = cells.entry(partner).or_default();
                    for column in &one.columns {
                        let cell = own.entry(*column).or_default();
                        cell.push(CellActivity { activity, is_lead });
                    }
                }
            }
        }
        let working = self.working();
        self.partners
            .iter()
            .map(|partner| {
                let own = cells.remove(&partner.id).unwrap_or_default();
                MatrixRow {
                    partner: Named {
                        id: partner.id,
                        name: partner.record.name.clone(),
                    },
                    status: partner.record.status,
                    sector: partner.record.sector_id,
                    is_working: working.contains(&partner.id),
                    cells: own
                        .into_iter()
                        .map(|(column, activities)| MatrixCell { column, activities })
                        .collect(),
                }
            })
            .filter(|row| row.status == PartnerStatus::Active || !row.cells.is_empty())
            .collect()
    }

    /// Partners of planned and running activities.
    fn working(&self) -> HashSet<PartnerId> {
        let of = |facts: &ActivityFacts| {
            let lead = facts.lead.as_ref().map(|lead| lead.id);
            let others = facts.partners.iter().map(|partner| partner.id);
            lead.into_iter().chain(others).collect::<Vec<_>>()
        };
        self.running().flat_map(of).collect()
    }

    fn activity(&self, facts: &ActivityFacts) -> MatrixActivity {
        let reach = self.reach.get(&facts.activity.id);
        let populations = self.populations.iter().filter(|population| {
            reach.is_some_and(|reach| reach.populations.contains(&population.id))
        });
        let places = self
            .places
            .iter()
            .filter(|place| reach.is_some_and(|reach| reach.places.contains(&place.id)));
        MatrixActivity {
            activity: named(facts),
            status: facts.activity.record.status,
            lead: facts.lead.clone(),
            strategy: facts.strategy.clone(),
            populations: populations
                .map(|population| population.record.name.clone())
                .collect(),
            places: places.map(|place| place.record.name.clone()).collect(),
        }
    }

    fn findings(&self) -> MatrixFindings {
        let mut strategies: HashSet<StrategyId> = HashSet::new();
        let mut led: HashSet<StrategyId> = HashSet::new();
        let mut populations: HashSet<PopulationId> = HashSet::new();
        let mut places: HashSet<PlaceId> = HashSet::new();
        let mut found = MatrixFindings::default();
        for facts in self.running() {
            match &facts.strategy {
                Some(strategy) => {
                    strategies.insert(strategy.id);
                    if facts.lead.is_some() {
                        led.insert(strategy.id);
                    }
                }
                None => found.activities_without_strategy.push(named(facts)),
            }
            if facts.measures.is_empty() {
                found.activities_without_measure.push(named(facts));
            }
            if facts.lead.is_none() {
                found.activities_without_lead.push(named(facts));
            }
            match self.reach.get(&facts.activity.id) {
                Some(reach) => {
                    populations.extend(&reach.populations);
                    places.extend(&reach.places);
                }
                None => found.activities_without_reach.push(named(facts)),
            }
        }
        for Entry { id, record } in &self.strategies {
            let name = || Named {
                id: *id,
                name: record.name.clone(),
            };
            if !strategies.contains(id) {
                found.idle_strategies.push(name());
            } else if !led.contains(id) {
                found.leaderless_strategies.push(name());
            }
        }
        for Entry { id, record } in &self.results {
            let mut own = self.strategies.iter();
            if !own.any(|entry| entry.record.result_id == *id && strategies.contains(&entry.id)) {
                found.idle_results.push(Named {
                    id: *id,
                    name: record.name.clone(),
                });
            }
        }
        for Entry { id, record } in &self.populations {
            if !populations.contains(id) {
                found.idle_populations.push(Named {
                    id: *id,
                    name: record.name.clone(),
                });
            }
        }
        let reached = self.reached(&places);
        for Entry { id, record } in self.own_places() {
            if !reached.contains(id) {
                found.idle_places.push(Named {
                    id: *id,
                    name: record.name.clone(),
                });
            }
        }
        let working = self.working();
        let idle = self.partners.iter().filter(|partner| {
            partner.record.status == PartnerStatus::Active && !working.contains(&partner.id)
        });
        found.idle_partners = idle
            .map(|partner| Named {
                id: partner.id,
                name: partner.record.name.clone(),
            })
            .collect();
        found.overlaps = self.overlaps();
        found.measures_without_activity = self.unmoved.clone();
        found
    }

    /// Places that are served, with what they lie in and what lies in them.
    fn reached(&self, served: &HashSet<PlaceId>) -> HashSet<PlaceId> {
        let parents: HashMap<PlaceId, PlaceId> = self
            .places
            .iter()
            .filter_map(|place| Some((place.id, place.record.parent_id?)))
            .collect();
        // A place in itself, then what it lies in; a ring among parents ends the walk.
        let upward = |id: PlaceId| {
            let mut way = vec![id];
            let mut at = id;
            while let Some(parent) = parents.get(&at) {
                if way.contains(parent) {
                    break;
                }
                way.push(*parent);
                at = *parent;
            }
            way
        };
        let mut reached: HashSet<PlaceId> = served.iter().flat_map(|id| upward(*id)).collect();
        let within: Vec<PlaceId> = self
            .places
            .iter()
            .map(|place| place.id)
            .filter(|id| upward(*id).iter().any(|above| served.contains(above)))
            .collect();
        reached.extend(within);
        reached
    }

    /// Activities of two or more leads under the same strategy, for the same population in
    /// the same place. What is the same of several populations and places is said once.
    fn overlaps(&self) -> Vec<Overlap> {
        type Spot = (PopulationId, PlaceId);
        let mut under: HashMap<StrategyId, BTreeMap<Spot, Vec<&ActivityFacts>>> = HashMap::new();
        for facts in self.running().filter(|facts| facts.lead.is_some()) {
            let (Some(strategy), Some(reach)) =
                (&facts.strategy, self.reach.get(&facts.activity.id))
            else {
                continue;
            };
            let spots = under.entry(strategy.id).or_default();
            for population in &reach.populations {
                for place in &reach.places {
                    spots.entry((*population, *place)).or_default().push(facts);
                }
            }
        }
        let mut found = Vec::new();
        for strategy in &self.strategies {
            let spots = under.remove(&strategy.id).unwrap_or_default();
            // By the activities that meet: where they do so.
            type Group<'a> = (Vec<&'a ActivityFacts>, BTreeSet<Spot>);
            let mut groups: BTreeMap<Vec<ActivityId>, Group<'_>> = BTreeMap::new();
            for (spot, activities) in spots {
                let ids = activities.iter().map(|facts| facts.activity.id).collect();
                let group = groups
                    .entry(ids)
                    .or_insert_with(|| (activities, BTreeSet::new()));
                group.1.insert(spot);
            }
            let mut own: Vec<Overlap> = groups
                .into_values()
                .filter_map(|(activities, spots)| self.overlap(strategy, &activities, &spots))
                .collect();
            // Most partners first, then by name.
            own.sort_by(|a, b| {
                let first = |one: &Overlap| one.activities.first().map(|one| one.name.clone());
                b.leads
                    .len()
                    .cmp(&a.leads.len())
                    .then(first(a).cmp(&first(b)))
            });
            found.extend(own);
        }
        found
    }

    fn overlap(
        &self,
        strategy: &Entry<Strategy>,
        activities: &[&ActivityFacts],
        spots: &BTreeSet<(PopulationId, PlaceId)>,
    ) -> Option<Overlap> {
        let mut leads: Vec<Named<PartnerId>> = activities
            .iter()
            .filter_map(|facts| facts.lead.clone())
            .collect();
        leads.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
        leads.dedup();
        if leads.len() < 2 {
            return None;
        }
        let populations = self.populations.iter();
        let places = self.places.iter();
        Some(Overlap {
            strategy: Named {
                id: strategy.id,
                name: strategy.record.name.clone(),
            },
            populations: populations
                .filter(|entry| spots.iter().any(|(id, _)| *id == entry.id))
                .map(|entry| entry.record.name.clone())
                .collect(),
            places: places
                .filter(|entry| spots.iter().any(|(_, id)| *id == entry.id))
                .map(|entry| entry.record.name.clone())
                .collect(),
            activities: activities.iter().map(|facts| named(facts)).collect(),
            leads,
        })
    }
}

fn named(facts: &ActivityFacts) -> Named<ActivityId> {
    Named {
        id: facts.activity.id,
        name: facts.activity.record.name.clone(),
    }
}

fn column(key: ColumnKey, name: &str, group: &str) -> MatrixColumn {
    MatrixColumn {
        key,
        name: name.to_owned(),
        group: group.to_owned(),
        activities: 0,
        leads: 0,
        partners: 0,
        standing: Standing::Worked,
        has_overlap: false,
    }
}

/// How much stands in each column.
fn count(columns: &mut [MatrixColumn], placed: &[Placed<'_>]) {
    let mut leads: Vec<HashSet<PartnerId>> = vec![HashSet::new(); columns.len()];
    let mut partners: Vec<HashSet<PartnerId>> = vec![HashSet::new(); columns.len()];
    for one in placed {
        for place in &one.columns {
            if let Some(column) = columns.get_mut(*place) {
                column.activities += 1;
            }
            let others = one.facts.partners.iter().map(|partner| partner.id);
            if let Some(all) = partners.get_mut(*place) {
                all.extend(others);
                all.extend(one.facts.lead.as_ref().map(|lead| lead.id));
            }
            if let Some(leading) = leads.get_mut(*place) {
                leading.extend(one.facts.lead.as_ref().map(|lead| lead.id));
            }
        }
    }
    let size = |found: &HashSet<PartnerId>| u32::try_from(found.len()).unwrap_or(u32::MAX);
    for ((column, leads), partners) in columns.iter_mut().zip(&leads).zip(&partners) {
        column.leads = size(leads);
        column.partners = size(partners);
    }
}
