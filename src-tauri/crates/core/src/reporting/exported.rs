//! What leaves the file: how many figures an export shows and hides, which and why, and
//! whether it gives away, together with an earlier one for others, what either hides.

use std::collections::{BTreeMap, HashMap};

use backbone_statistics::suppression::{CrossInputs, Export, Found, Relation, cross_check};
use chrono::NaiveDate;
use rust_decimal::prelude::ToPrimitive;

use super::{Audience, CellKey, Disclosure, Shield};
use crate::{
    Context, Entry, GroupId, MeasureId, PartnerId, PlaceId, Result, Workbook,
    measurement::{Breakdown, Group, Measure, Period, Place, SeriesReadings, UnitKind},
    partners::Partner,
};

/// Which figures an export holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    /// Of these measures.
    pub measures: Vec<MeasureId>,
    /// Whether it holds every reading, or what pages show: everyone, each place and each
    /// group.
    pub is_everything: bool,
    /// Readings of periods that begin later are left out.
    pub as_of: NaiveDate,
}

/// A hidden figure as the log keeps it.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HiddenFigure {
    /// Why, see [`super::Why::code`].
    pub why: String,
    /// Code of its measure.
    pub measure: String,
    /// Its period, as the file writes it.
    pub period: String,
    /// Name of the place, or empty.
    pub place: String,
    /// Name of the group with its breakdown, or empty.
    pub group: String,
    /// Name of the provider, or empty.
    pub provider: String,
}

/// A figure that two exports together give away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenAway {
    /// Name of the measure.
    pub measure: String,
    /// The period.
    pub period: Period,
    /// Whom the figure speaks of.
    pub whom: String,
    /// Whom the earlier export was for.
    pub other: Audience,
    /// What the earlier export was.
    pub what: String,
    /// When it was made, in UTC milliseconds.
    pub at_ms: i64,
}

/// Beside the lines of hidden figures the log keeps how many could not be checked and how
/// many texts were left out.
const UNCHECKED: &str = "unchecked";
const TEXTS: &str = "texts";
const MEASURES: &str = "measures";

impl Disclosure {
    /// The figures it hid.
    #[must_use]
    pub fn hidden_figures(&self) -> Vec<HiddenFigure> {
        self.detail.lines().filter_map(HiddenFigure::read).collect()
    }

    /// Figures shown though nobody can say how many people stand behind them.
    #[must_use]
    pub fn unchecked(&self) -> u32 {
        self.number(UNCHECKED)
    }

    /// Texts left out because they named a hidden figure.
    #[must_use]
    pub fn texts_left_out(&self) -> u32 {
        self.number(TEXTS)
    }

    fn number(&self, name: &str) -> u32 {
        let line = self.line(name);
        line.and_then(|count| count.parse().ok()).unwrap_or(0)
    }

    fn line(&self, name: &str) -> Option<&str> {
        let lines = self.detail.lines();
        let mut named = lines.filter_map(|line| line.split_once('\t'));
        named.find_map(|(found, rest)| (found == name).then_some(rest))
    }

    /// Codes of the measures it spoke of.
    fn measures(&self) -> Vec<&str> {
        self.line(MEASURES)
            .unwrap_or_default()
            .split('\t')
            .collect()
    }
}

impl HiddenFigure {
    fn read(line: &str) -> Option<Self> {
        let mut parts = line.split('\t').map(str::to_owned);
        let found = Self {
            why: parts.next()?,
            measure: parts.next()?,
            period: parts.next()?,
            // Empty names at the end of the log are trimmed away with it.
            place: parts.next().unwrap_or_default(),
            group: parts.next().unwrap_or_default(),
            provider: parts.next().unwrap_or_default(),
        };
        (found.why != MEASURES).then_some(found)
    }

    fn line(&self) -> String {
        [
            &self.why,
            &self.measure,
            &self.period,
            &self.place,
            &self.group,
            &self.provider,
        ]
        .map(|part| part.replace(['\t', '\n', '\r'], " "))
        .join("\t")
    }
}

/// Names of what series speak of.
struct Names {
    places: HashMap<PlaceId, Place>,
    groups: HashMap<GroupId, (String, String)>,
    partners: HashMap<PartnerId, String>,
}

impl Names {
    fn of(book: &Workbook) -> Result<Self> {
        let breakdowns: Vec<Entry<Breakdown>> = book.list()?;
        let breakdown_of = |group: &Group| {
            breakdowns
                .iter()
                .find(|entry| entry.id == group.breakdown_id)
                .map(|entry| entry.record.name.clone())
                .unwrap_or_default()
        };
        Ok(Self {
            places: book
                .list::<Place>()?
                .into_iter()
                .map(|entry| (entry.id, entry.record))
                .collect(),
            groups: book
                .list::<Group>()?
                .into_iter()
                .map(|entry| (entry.id, (breakdown_of(&entry.record), entry.record.name)))
                .collect(),
            partners: book
                .list::<Partner>()?
                .into_iter()
                .map(|entry| (entry.id, entry.record.name))
                .collect(),
        })
    }

    fn hidden(&self, why: &str, code: &str, cell: CellKey) -> HiddenFigure {
        let place = cell.place.and_then(|id| self.places.get(&id));
        let group = cell.group.and_then(|id| self.groups.get(&id));
        let provider = cell.provider.and_then(|id| self.partners.get(&id));
        HiddenFigure {
            why: why.to_owned(),
            measure: code.to_owned(),
            period: cell.period.to_string(),
            place: place.map(|place| place.name.clone()).unwrap_or_default(),
            group: group
                .map(|(breakdown, name)| format!("{breakdown}: {name}"))
                .unwrap_or_default(),
            provider: provider.cloned().unwrap_or_default(),
        }
    }
}

impl Scope {
    fn holds(&self, cell: CellKey) -> bool {
        let is_on_pages = cell.provider.is_none() && (cell.place.is_none() || cell.group.is_none());
        cell.period.start() <= self.as_of && (self.is_everything || is_on_pages)
    }
}

impl Workbook {
    /// Past exports, the latest first.
    ///
    /// # Errors
    /// Reading the file.
    pub fn disclosures(&self) -> Result<Vec<Entry<Disclosure>>> {
        let mut found: Vec<Entry<Disclosure>> = self.list()?;
        found.reverse();
        Ok(found)
    }

    /// The entry for the log of an export.
    ///
    /// # Errors
    /// Reading the file.
    pub fn disclosure(
        &self,
        shield: &Shield,
        scope: &Scope,
        what: &str,
        context: &Context,
    ) -> Result<Disclosure> {
        let names = Names::of(self)?;
        let mut entry = Disclosure {
            at_ms: context.now_ms,
            author: context.author.clone(),
            audience: shield.audience,
            what: what.to_owned(),
            shown: 0,
            hidden: 0,
            detail: String::new(),
        };
        let (mut lines, mut codes) = (Vec::new(), Vec::new());
        let (mut unchecked, mut texts) = (0_u32, 0_u32);
        for id in &scope.measures {
            let measure: Measure = self.get(*id)?;
            let withheld = shield.of(*id);
            codes.push(measure.code.clone());
            for series in self.figures_of(*id)? {
                for reading in &series.readings {
                    let cell = CellKey::of(series.key, reading.period);
                    if reading.value.is_none() || !scope.holds(cell) {
                        continue;
                    }
                    match withheld.why(cell) {
                        Some(why) => {
                            entry.hidden += 1;
                            lines.push(names.hidden(why.code(), &measure.code, cell));
                        }
                        None => {
                            entry.shown += 1;
                            unchecked += u32::from(withheld.is_unchecked(cell));
                        }
                    }
                }
            }
            texts += self
                .measure_facts_for(*id, scope.as_of, shield)?
                .withheld
                .texts_left_out;
        }
        lines.sort();
        let heads = [
            format!("{MEASURES}\t{}", codes.join("\t")),
            format!("{UNCHECKED}\t{unchecked}"),
            format!("{TEXTS}\t{texts}"),
        ];
        let lines = lines.iter().map(HiddenFigure::line);
        for line in heads.into_iter().chain(lines) {
            // What the log has no room for is still counted.
            if entry.detail.len() + line.len() > LONGEST_DETAIL {
                break;
            }
            entry.detail.push_str(&line);
            entry.detail.push('\n');
        }
        entry.detail.truncate(entry.detail.trim_end().len());
        Ok(entry)
    }

    /// What an export would give away together with the latest one made for each other
    /// audience outside the team.
    ///
    /// # Errors
    /// Reading the file.
    pub fn given_away(&self, shield: &Shield, scope: &Scope) -> Result<Vec<GivenAway>> {
        if shield.audience == Audience::Internal {
            return Ok(Vec::new());
        }
        let mut latest: BTreeMap<&str, Entry<Disclosure>> = BTreeMap::new();
        for entry in self.list::<Disclosure>()? {
            let audience = entry.record.audience;
            if audience != Audience::Internal && audience != shield.audience {
                latest.insert(audience.word(), entry);
            }
        }
        let names = Names::of(self)?;
        let mut found = Vec::new();
        for entry in latest.into_values() {
            let other = entry.record;
            let hidden = other.hidden_figures();
            let floor = [
                Some(shield.rule.clone()),
                self.audience_rule(other.audience).ok(),
            ]
            .into_iter()
            .flatten()
            .filter_map(|rule| rule.denominator_floor)
            .max()
            .unwrap_or(1);
            let codes = other.measures();
            for id in &scope.measures {
                let measure: Measure = self.get(*id)?;
                if !codes.contains(&measure.code.as_str()) {
                    continue;
                }
                let pair = Pair {
                    names: &names,
                    measure: &measure,
                    shield,
                    id: *id,
                    hidden: &hidden,
                    other: other.audience,
                };
                for (period, whom) in pair.check(&self.figures_of(*id)?, scope, floor) {
                    found.push(GivenAway {
                        measure: measure.name.clone(),
                        period,
                        whom,
                        other: other.audience,
                        what: other.what.clone(),
                        at_ms: other.at_ms,
                    });
                }
            }
        }
        Ok(found)
    }
}

/// Room for the lines of the log of one export, in bytes.
const LONGEST_DETAIL: usize = 900_000;

/// One measure in two exports.
struct Pair<'a> {
    names: &'a Names,
    measure: &'a Measure,
    shield: &'a Shield,
    id: MeasureId,
    hidden: &'a [HiddenFigure],
    other: Audience,
}

/// A cell of one period: whom it speaks of, how many people, and whether this export and
/// the other hide it.
struct Counted {
    name: String,
    split: String,
    people: u64,
    is_hidden: [bool; 2],
}

impl Pair<'_> {
    fn check(&self, series: &[SeriesReadings], scope: &Scope, floor: u32) -> Vec<(Period, String)> {
        let withheld = self.shield.of(self.id);
        let mut periods: BTreeMap<Period, Vec<Counted>> = BTreeMap::new();
        for one in series {
            for reading in &one.readings {
                let cell = CellKey::of(one.key, reading.period);
                let is_compared = scope.holds(cell)
                    && cell.provider.is_none()
                    && (cell.place.is_none() || cell.group.is_none());
                let people = match (reading.denominator, self.measure.unit) {
                    (Some(people), _) => Some(people),
                    (None, UnitKind::Count) => reading.value,
                    (None, _) => None,
                };
                let people = people.and_then(|people| people.round().to_u64());
                let (Some(people), true) = (people, is_compared) else {
                    continue;
                };
                let place = cell.place.and_then(|id| self.names.places.get(&id));
                if place.is_some_and(|place| place.is_benchmark || place.parent_id.is_some()) {
                    continue;
                }
                let line = self.names.hidden("", &self.measure.code, cell);
                let is_line = |hidden: &&HiddenFigure| {
                    hidden.measure == line.measure
                        && hidden.period == line.period
                        && hidden.place == line.place
                        && hidden.group == line.group
                        && hidden.provider == line.provider
                };
                let split = match cell.group.and_then(|id| self.names.groups.get(&id)) {
                    Some((breakdown, _)) => breakdown.clone(),
                    None => String::new(),
                };
                periods.entry(reading.period).or_default().push(Counted {
                    name: [line.group.as_str(), line.place.as_str()]
                        .into_iter()
                        .find(|name| !name.is_empty())
                        .unwrap_or_default()
                        .to_owned(),
                    split,
                    people,
                    is_hidden: [
                        withheld.why(cell).is_some() || reading.value.is_none(),
                        self.hidden.iter().find(is_line).is_some() || reading.value.is_none(),
                    ],
                });
            }
        }
        let mut found = Vec::new();
        for (period, cells) in periods {
            // Two exports that hide the same tell no more than one.
            if cells
                .iter()
                .all(|cell| cell.is_hidden[0] == cell.is_hidden[1])
            {
                continue;
            }
            let known = self.known(&cells, floor);
            found.extend(known.into_iter().map(|whom| (period, whom)));
        }
        found
    }

    /// Cells that both exports together give away and neither alone.
    fn known(&self, cells: &[Counted], floor: u32) -> Vec<String> {
        let total = "\t";
        let name = |cell: &Counted| {
            if cell.name.is_empty() {
                total.to_owned()
            } else {
                format!("{}\t{}", cell.split, cell.name)
            }
        };
        let export = |which: usize, audience: Audience| Export {
            name: audience.word().to_owned(),
            cells: cells
                .iter()
                .map(|cell| {
                    let is_hidden = cell.is_hidden.get(which).copied().unwrap_or(true);
                    (name(cell), (!is_hidden).then_some(cell.people))
                })
                .collect(),
        };
        let mut relations: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for cell in cells.iter().filter(|cell| !cell.name.is_empty()) {
            relations.entry(&cell.split).or_default().push(name(cell));
        }
        let checked = cross_check(CrossInputs {
            exports: [export(0, self.shield.audience), export(1, self.other)],
            relations: relations
                .into_values()
                .map(|parts| Relation {
                    total: total.to_owned(),
                    parts,
                })
                .collect(),
            floor: u64::from(floor),
        });
        let Ok(checked) = checked else {
            return Vec::new();
        };
        checked
            .findings
            .into_iter()
            .filter(|finding| {
                finding.alone.is_none() && !matches!(finding.found, Found::Printed { .. })
            })
            .map(|finding| match finding.cell.split_once('\t') {
                Some((_, name)) => name.to_owned(),
                None => finding.cell,
            })
            .collect()
    }
}
