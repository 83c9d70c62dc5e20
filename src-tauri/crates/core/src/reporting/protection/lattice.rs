//! Readings of one measure as they hang together: groups and places and providers add up to
//! everyone, groups within a place to the place, places within a place to it, and groups
//! crossed with places to both.

use std::collections::{BTreeMap, HashMap, HashSet};

use backbone_statistics::suppression::{
    Figures, Group as Counts, Knobs, Percent, Reason, Seen, Table, breakdowns, table,
};
use rust_decimal::{Decimal, prelude::ToPrimitive};

use super::{CellKey, Tail, Why, Withheld};
use crate::{
    BreakdownId, Entry, GroupId, PartnerId, PlaceId, Result, Workbook,
    measurement::{Group, Measure, Place, Reading, ReadingState, SeriesReadings, UnitKind},
    partners::Partner,
};

/// Names and kinship of places, groups and providers.
pub(super) struct Splits {
    places: HashMap<PlaceId, Place>,
    groups: HashMap<GroupId, Group>,
    partners: HashMap<PartnerId, String>,
}

impl Splits {
    pub fn of(book: &Workbook) -> Result<Self> {
        let places: Vec<Entry<Place>> = book.list()?;
        let groups: Vec<Entry<Group>> = book.list()?;
        let partners: Vec<Entry<Partner>> = book.list()?;
        Ok(Self {
            places: places
                .into_iter()
                .map(|entry| (entry.id, entry.record))
                .collect(),
            groups: groups
                .into_iter()
                .map(|entry| (entry.id, entry.record))
                .collect(),
            partners: partners
                .into_iter()
                .map(|entry| (entry.id, entry.record.name))
                .collect(),
        })
    }

    /// What a reader would call those a cell speaks of.
    pub fn names(&self, cell: CellKey) -> Vec<&str> {
        let place = cell.place.and_then(|id| self.places.get(&id));
        let group = cell.group.and_then(|id| self.groups.get(&id));
        let provider = cell.provider.and_then(|id| self.partners.get(&id));
        [
            place.map(|place| place.name.as_str()),
            group.map(|group| group.name.as_str()),
            provider.map(String::as_str),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn breakdown(&self, group: GroupId) -> Option<BreakdownId> {
        Some(self.groups.get(&group)?.breakdown_id)
    }

    /// The place that a place is a part of: a place for comparison is part of nothing.
    fn parent(&self, place: PlaceId) -> Option<Option<PlaceId>> {
        let place = self.places.get(&place)?;
        (!place.is_benchmark).then_some(place.parent_id)
    }
}

/// One way to take a cell as a part of a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Split {
    Groups(BreakdownId),
    Places,
    Providers,
}

/// What is known of a cell.
#[derive(Debug, Clone, Copy, Default)]
struct Known {
    counts: Counts,
    has_value: bool,
}

/// The readings of one measure, and what of them must be hidden.
pub(super) struct Lattice {
    knobs: Knobs,
    cells: HashMap<CellKey, Known>,
    /// Parts of every whole, by the way it is split.
    wholes: BTreeMap<CellKey, BTreeMap<Split, Vec<CellKey>>>,
    tables: Vec<Crossed>,
    hidden: HashMap<CellKey, Why>,
    /// How often something was hidden or hidden more.
    steps: usize,
    unchecked: HashSet<CellKey>,
}

/// Groups crossed with places, complete with all totals.
struct Crossed {
    rows: Vec<Vec<CellKey>>,
    row_totals: Vec<CellKey>,
    column_totals: Vec<CellKey>,
    total: CellKey,
}

impl Lattice {
    pub fn of(measure: &Measure, series: &[SeriesReadings], splits: &Splits, knobs: Knobs) -> Self {
        let mut lattice = Self {
            knobs,
            cells: HashMap::new(),
            wholes: BTreeMap::new(),
            tables: Vec::new(),
            hidden: HashMap::new(),
            steps: 0,
            unchecked: HashSet::new(),
        };
        for one in series {
            for reading in &one.readings {
                lattice.add(measure, CellKey::of(one.key, reading.period), reading);
            }
        }
        lattice.relate(splits);
        lattice.cross();
        lattice.settle();
        lattice
    }

    pub fn has(&self, cell: CellKey) -> bool {
        self.cells.get(&cell).is_some_and(|known| known.has_value)
    }

    pub fn withheld(&self) -> Withheld {
        Withheld {
            cells: self.hidden.clone(),
            unchecked: self.unchecked.clone(),
            is_all: false,
            texts_left_out: 0,
        }
    }

    /// Hides cells for a reason that lies outside the measure, and what they entail.
    pub fn force(&mut self, cells: HashSet<CellKey>) {
        for cell in cells {
            self.hide(cell, Why::Derivable);
        }
        self.settle();
    }

    fn add(&mut self, measure: &Measure, cell: CellKey, reading: &Reading) {
        if reading.state == ReadingState::Missing {
            return;
        }
        let counts = counts(measure, reading);
        let has_value = reading.value.is_some();
        if has_value && counts.n.is_none() {
            // Nobody can say how many people stand behind it. It is shown as it came, by its
            // tail at most, and the log says that it could not be checked.
            self.unchecked.insert(cell);
            if let Some(why) = counts.percent.and_then(|percent| self.tail(percent)) {
                self.hidden.insert(cell, why);
            }
        }
        self.cells.insert(cell, Known { counts, has_value });
    }

    fn tail(&self, percent: f64) -> Option<Why> {
        let tails = self.knobs.tails?;
        if percent > tails.high {
            Some(Why::Tail(Tail::MoreThan(tails.high)))
        } else if percent < tails.low {
            Some(Why::Tail(Tail::LessThan(tails.low)))
        } else {
            None
        }
    }

    /// Finds the wholes that cells are parts of. A whole need not have a figure: what adds
    /// up to it may be known from elsewhere.
    fn relate(&mut self, splits: &Splits) {
        let mut keys: Vec<CellKey> = self
            .cells
            .keys()
            .copied()
            .filter(|cell| !self.unchecked.contains(cell))
            .collect();
        keys.sort_unstable();
        for cell in keys {
            self.wholes.entry(cell).or_default();
            if let Some(breakdown) = cell.group.and_then(|group| splits.breakdown(group)) {
                let whole = CellKey {
                    group: None,
                    ..cell
                };
                self.part_of(whole, Split::Groups(breakdown), cell);
            }
            if let Some(parent) = cell.place.and_then(|place| splits.parent(place)) {
                let whole = CellKey {
                    place: parent,
                    ..cell
                };
                self.part_of(whole, Split::Places, cell);
            }
            if cell.provider.is_some() {
                let whole = CellKey {
                    provider: None,
                    ..cell
                };
                self.part_of(whole, Split::Providers, cell);
            }
        }
    }

    fn part_of(&mut self, whole: CellKey, split: Split, cell: CellKey) {
        let parts = self.wholes.entry(whole).or_default();
        parts.entry(split).or_default().push(cell);
    }

    /// Finds the crossings in which every cell and total has a figure. Others are protected
    /// line by line.
    fn cross(&mut self) {
        let mut found = Vec::new();
        for (total, parts) in &self.wholes {
            let Some(places) = parts.get(&Split::Places) else {
                continue;
            };
            for (split, groups) in parts {
                if !matches!(split, Split::Groups(_)) {
                    continue;
                }
                let rows: Vec<Vec<CellKey>> = places
                    .iter()
                    .map(|place| {
                        let cells = groups.iter().map(|group| CellKey {
                            place: place.place,
                            ..*group
                        });
                        cells.collect()
                    })
                    .collect();
                let is_complete = rows
                    .iter()
                    .flatten()
                    .all(|cell| self.cells.contains_key(cell));
                if is_complete && rows.len() > 1 && groups.len() > 1 {
                    found.push(Crossed {
                        rows,
                        row_totals: places.clone(),
                        column_totals: groups.clone(),
                        total: *total,
                    });
                }
            }
        }
        self.tables = found;
    }

    /// Applies the rule to every whole and every crossing until nothing more has to go.
    fn settle(&mut self) {
        loop {
            let before = self.steps;
            let wholes: Vec<(CellKey, Vec<Vec<CellKey>>)> = self
                .wholes
                .iter()
                .map(|(whole, parts)| (*whole, parts.values().cloned().collect()))
                .collect();
            for (whole, parts) in wholes {
                self.protect_parts(whole, parts);
            }
            let tables = std::mem::take(&mut self.tables);
            for crossed in &tables {
                self.protect_crossing(crossed);
            }
            self.tables = tables;
            if self.steps == before {
                return;
            }
        }
    }

    /// The counts of a cell as its readers can still know them.
    fn shown(&self, cell: CellKey) -> Counts {
        let is_gone = self
            .hidden
            .get(&cell)
            .is_some_and(|why| !matches!(why, Why::Tail(_)));
        match self.cells.get(&cell) {
            Some(known) if !is_gone => known.counts,
            _ => Counts::default(),
        }
    }

    fn protect_parts(&mut self, whole: CellKey, mut parts: Vec<Vec<CellKey>>) {
        if parts.is_empty() {
            parts.push(Vec::new());
        }
        let counts = |cells: &Vec<CellKey>| cells.iter().map(|cell| self.shown(*cell)).collect();
        let total = self.shown(whole);
        let groups: Vec<Vec<Counts>> = parts.iter().map(counts).collect();
        let answers = breakdowns(self.knobs, total, groups.clone()).or_else(|_| {
            // Events or percentages that cannot be: people alone are protected.
            let people = |counts: &Counts| Counts {
                n: counts.n,
                ..Counts::default()
            };
            let groups = groups
                .iter()
                .map(|groups| groups.iter().map(people).collect())
                .collect();
            breakdowns(self.knobs, people(&total), groups)
        });
        let Ok(answers) = answers else {
            // Counts no rule can take: none of them is shown.
            for cell in parts.iter().flatten() {
                self.hide(*cell, Why::Derivable);
            }
            return;
        };
        for (cells, answer) in parts.iter().zip(answers) {
            for (cell, figures) in cells.iter().zip(&answer.groups) {
                self.take(*cell, figures);
            }
            self.take(whole, &answer.total);
        }
    }

    fn take(&mut self, cell: CellKey, figures: &Figures) {
        let is_percent = self
            .cells
            .get(&cell)
            .is_some_and(|known| known.counts.percent.is_some());
        let reasons = [
            figures.people.as_ref().and_then(Seen::reason),
            figures.events.as_ref().and_then(Seen::reason),
            figures.percent.as_ref().and_then(Seen::reason),
        ];
        let coded = figures.percent.as_ref().and_then(Seen::value);
        let coded = match coded {
            Some(Percent::MoreThan { percent }) => Some(Tail::MoreThan(*percent)),
            Some(Percent::LessThan { percent }) => Some(Tail::LessThan(*percent)),
            Some(Percent::Exactly { .. }) | None => None,
        };
        if let (Some(tail), true) = (coded, is_percent) {
            self.hide(cell, Why::Tail(tail));
            return;
        }
        let why = reasons
            .into_iter()
            .flatten()
            .next()
            .map(|reason| match reason {
                Reason::TooFewPeople => Why::TooFewPeople,
                Reason::TooFewEvents => Why::TooFewEvents,
                Reason::Complementary { .. } => Why::Complementary,
                Reason::Derivable | Reason::HiddenBySource | Reason::Tail => Why::Derivable,
            });
        if let Some(why) = why {
            self.hide(cell, why);
        }
    }

    fn protect_crossing(&mut self, crossed: &Crossed) {
        let n = |cell: &CellKey| self.shown(*cell).n;
        let counts = |cells: &[CellKey]| cells.iter().map(n).collect::<Vec<_>>();
        let given = Table {
            knobs: self.knobs,
            cells: crossed.rows.iter().map(|row| counts(row)).collect(),
            row_totals: counts(&crossed.row_totals),
            column_totals: counts(&crossed.column_totals),
            grand_total: n(&crossed.total),
        };
        // Totals that are not the sums of their cells tell nothing exactly; the lines were
        // protected one by one.
        let Ok(found) = table(given) else { return };
        let lines = crossed.rows.iter().zip(&found.cells);
        let cells = lines.flat_map(|(keys, seen)| keys.iter().zip(seen.iter().map(Some)));
        let rows = crossed.row_totals.iter().zip(&found.row_totals);
        let columns = crossed.column_totals.iter().zip(&found.column_totals);
        let totals = rows.chain(columns).map(|(key, seen)| (key, seen.as_ref()));
        let all: Vec<(CellKey, Option<Reason>)> = cells
            .chain(totals)
            .chain([(&crossed.total, found.grand_total.as_ref())])
            .map(|(key, seen)| (*key, seen.and_then(Seen::reason).cloned()))
            .collect();
        for (cell, reason) in all {
            match reason {
                Some(Reason::TooFewPeople) => self.hide(cell, Why::TooFewPeople),
                Some(Reason::HiddenBySource) | None => {}
                Some(_) => self.hide(cell, Why::Complementary),
            }
        }
    }

    /// Hides a figure that is there. A tail that turns out to be too telling goes whole.
    fn hide(&mut self, cell: CellKey, why: Why) {
        if !self.has(cell) {
            return;
        }
        let is_whole = !matches!(why, Why::Tail(_));
        let is_new = match self.hidden.get(&cell) {
            None => true,
            Some(Why::Tail(_)) => is_whole,
            Some(_) => false,
        };
        if is_new {
            self.hidden.insert(cell, why);
            self.steps += 1;
        }
    }
}

/// The counts behind a reading. A percentage without its people cannot be checked.
fn counts(measure: &Measure, reading: &Reading) -> Counts {
    let whole = |figure: Decimal| figure.round().to_u64();
    let is_count = measure.unit == UnitKind::Count;
    let n = match reading.denominator {
        Some(people) => whole(people),
        None if is_count => reading.value.and_then(whole),
        None => None,
    };
    let is_share = matches!(measure.unit, UnitKind::Percent | UnitKind::Rate);
    let x = reading
        .numerator
        .filter(|_| is_share)
        .and_then(whole)
        .filter(|events| n.is_none_or(|people| *events <= people));
    let percent = reading
        .value
        .filter(|_| measure.unit == UnitKind::Percent)
        .and_then(|value| value.to_f64())
        .filter(|value| (0.0..=100.0).contains(value));
    Counts { n, x, percent }
}
