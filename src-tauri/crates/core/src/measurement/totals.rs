//! Totals and their parts: whether the groups of a breakdown, the places within a place and
//! the parts of providers add up to what is recorded for all of them.

use std::collections::{BTreeMap, HashMap};

use rust_decimal::Decimal;

use super::{Group, Measure, Period, Place, Reading, SeriesKey, SeriesReadings, UnitKind};
use crate::{BreakdownId, GroupId, PlaceId, storage::Entry};

/// What a total is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Parts {
    /// The groups of a breakdown.
    Groups(BreakdownId),
    /// The places that lie within a place, or the outermost ones.
    Places(Option<PlaceId>),
    /// What single providers supplied.
    Providers,
}

/// Which figure does not add up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Counted {
    /// The value itself.
    Value,
    /// Events counted.
    Numerator,
    /// Out of how many.
    Denominator,
}

/// A total that its parts do not add up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TotalGap {
    /// The series of the total.
    pub total_of: SeriesKey,
    /// The period.
    pub period: Period,
    /// What it is made of.
    pub parts: Parts,
    /// Which figure.
    pub counted: Counted,
    /// The total as recorded.
    pub total: Decimal,
    /// What its parts add up to.
    pub sum: Decimal,
}

/// One total with its parts, and whether they are all there are.
struct Family<'s> {
    total: &'s SeriesReadings,
    parts: Vec<&'s SeriesReadings>,
    is_whole: bool,
}

/// Totals that their parts do not add up to, by period. Where a part has no figure, or
/// there may be parts nobody listed, only a sum over the total is a gap: the rest may be in
/// what is missing.
#[must_use]
pub fn gaps_in_totals(
    measure: &Measure,
    series: &[SeriesReadings],
    groups: &[Entry<Group>],
    places: &[Entry<Place>],
) -> Vec<TotalGap> {
    let mut found = Vec::new();
    for (parts, family) in families(series, groups, places) {
        let at = |series: &'_ SeriesReadings, period: Period| -> Option<Reading> {
            let readings = &series.readings;
            let place = readings.binary_search_by_key(&period, |reading| reading.period);
            place.ok().and_then(|place| readings.get(place)).cloned()
        };
        for total in &family.total.readings {
            let there: Vec<Reading> = family
                .parts
                .iter()
                .filter_map(|part| at(part, total.period))
                .collect();
            for counted in counted(measure) {
                let figures: Vec<Decimal> = there
                    .iter()
                    .filter_map(|part| figure(part, *counted))
                    .collect();
                let Some(whole) = figure(total, *counted) else {
                    continue;
                };
                let sum = figures
                    .iter()
                    .try_fold(Decimal::ZERO, |sum, figure| sum.checked_add(*figure));
                let is_complete = family.is_whole && figures.len() == family.parts.len();
                if let Some(sum) = sum.filter(|sum| {
                    !figures.is_empty() && (*sum > whole || (is_complete && *sum != whole))
                }) {
                    found.push(TotalGap {
                        total_of: family.total.key,
                        period: total.period,
                        parts,
                        counted: *counted,
                        total: whole,
                        sum,
                    });
                }
            }
        }
    }
    found
}

/// Which figures of a measure can be added up: its values, or what they are made of.
fn counted(measure: &Measure) -> &'static [Counted] {
    match measure.unit {
        UnitKind::Count | UnitKind::Currency => &[Counted::Value],
        UnitKind::Percent | UnitKind::Rate => &[Counted::Denominator, Counted::Numerator],
        UnitKind::Index | UnitKind::Days => &[],
    }
}

fn figure(reading: &Reading, counted: Counted) -> Option<Decimal> {
    match counted {
        Counted::Value => reading.value,
        Counted::Numerator => reading.numerator,
        Counted::Denominator => reading.denominator,
    }
}

fn families<'s>(
    series: &'s [SeriesReadings],
    groups: &[Entry<Group>],
    places: &[Entry<Place>],
) -> Vec<(Parts, Family<'s>)> {
    let breakdown_of: HashMap<GroupId, BreakdownId> = groups
        .iter()
        .map(|group| (group.id, group.record.breakdown_id))
        .collect();
    let home_of: HashMap<PlaceId, Option<PlaceId>> = places
        .iter()
        .filter(|place| !place.record.is_benchmark)
        .map(|place| (place.id, place.record.parent_id))
        .collect();
    let mut parts: BTreeMap<(usize, Parts), Vec<&SeriesReadings>> = BTreeMap::new();
    let total_at: HashMap<SeriesKey, usize> = series
        .iter()
        .enumerate()
        .map(|(index, series)| (series.key, index))
        .collect();
    let mut belongs = |total: SeriesKey, kind: Parts, part: &'s SeriesReadings| {
        if let Some(total) = total_at.get(&total) {
            parts.entry((*total, kind)).or_default().push(part);
        }
    };
    for part in series {
        let key = part.key;
        if let Some(breakdown) = key.group.and_then(|group| breakdown_of.get(&group)) {
            let total = SeriesKey { group: None, ..key };
            belongs(total, Parts::Groups(*breakdown), part);
        }
        if let Some(home) = key.place.and_then(|place| home_of.get(&place)) {
            let total = SeriesKey {
                place: *home,
                ..key
            };
            belongs(total, Parts::Places(*home), part);
        }
        if key.provider.is_some() {
            let total = SeriesKey {
                provider: None,
                ..key
            };
            belongs(total, Parts::Providers, part);
        }
    }
    parts
        .into_iter()
        .filter_map(|((total, kind), parts)| {
            let listed = match kind {
                Parts::Groups(breakdown) => groups
                    .iter()
                    .filter(|group| group.record.breakdown_id == breakdown)
                    .count(),
                Parts::Places(home) => home_of.values().filter(|other| **other == home).count(),
                Parts::Providers => parts.len(),
            };
            let is_whole = parts.len() > 1 && parts.len() == listed && kind != Parts::Places(None);
            let total = series.get(total)?;
            Some((
                kind,
                Family {
                    total,
                    parts,
                    is_whole,
                },
            ))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Id, MeasureId,
        measurement::{Origin, ReadingState, SeriesId},
    };

    /// A small file of one measure, one breakdown of two groups and two places in a city.
    struct Town {
        measure: MeasureId,
        breakdown: BreakdownId,
        groups: Vec<Entry<Group>>,
        places: Vec<Entry<Place>>,
        series: Vec<SeriesReadings>,
    }

    impl Town {
        fn new() -> Self {
            let breakdown = BreakdownId::new(1);
            let group = |position: i64| Entry {
                id: GroupId::new(1),
                record: Group {
                    breakdown_id: breakdown,
                    name: position.to_string(),
                    position,
                },
            };
            let city = PlaceId::new(1);
            let place = |id, parent_id| Entry {
                id,
                record: Place {
                    name: String::new(),
                    is_benchmark: false,
                    parent_id,
                },
            };
            Self {
                measure: MeasureId::new(1),
                breakdown,
                groups: vec![group(1), group(2)],
                places: vec![
                    place(city, None),
                    place(PlaceId::new(1), Some(city)),
                    place(PlaceId::new(1), Some(city)),
                ],
                series: Vec::new(),
            }
        }

        /// Records `numerator` of `denominator` in 2024.
        fn with(
            mut self,
            group: Option<usize>,
            place: Option<usize>,
            numerator: i64,
            denominator: i64,
        ) -> Self {
            let id = SeriesId(i64::try_from(self.series.len()).unwrap());
            self.series.push(SeriesReadings {
                id,
                key: SeriesKey {
                    group: group.map(|at| self.groups[at].id),
                    place: place.map(|at| self.places[at].id),
                    ..SeriesKey::everyone(self.measure)
                },
                readings: vec![Reading {
                    series: id,
                    period: Period::Year(2024),
                    value: Some(Decimal::ONE),
                    numerator: Some(numerator.into()),
                    denominator: Some(denominator.into()),
                    lower: None,
                    upper: None,
                    state: ReadingState::Final,
                    comment: String::new(),
                    origin: Origin::Typed,
                    import: None,
                }],
            });
            self
        }

        #[track_caller]
        fn check(&self, wanted: &[(Parts, Counted, i64, i64)]) {
            let measure = Measure::named("KR", "KR");
            let found: Vec<_> = gaps_in_totals(&measure, &self.series, &self.groups, &self.places)
                .into_iter()
                .map(|gap| (gap.parts, gap.counted, gap.sum, gap.total))
                .collect();
            let wanted: Vec<_> = wanted
                .iter()
                .map(|(parts, counted, sum, total)| {
                    (*parts, *counted, Decimal::from(*sum), Decimal::from(*total))
                })
                .collect();
            assert_eq!(found, wanted);
        }
    }

    #[test]
    fn groups_that_are_all_there_must_add_up() {
        let town = Town::new()
            .with(None, None, 50, 100)
            .with(Some(0), None, 20, 40);
        town.check(&[]);
        let town = town.with(Some(1), None, 30, 55);
        let parts = Parts::Groups(town.breakdown);
        town.check(&[(parts, Counted::Denominator, 95, 100)]);
    }

    #[test]
    fn a_part_is_never_more_than_the_total() {
        let town = Town::new()
            .with(None, None, 50, 100)
            .with(Some(0), None, 60, 90);
        let parts = Parts::Groups(town.breakdown);
        town.check(&[(parts, Counted::Numerator, 60, 50)]);
    }

    #[test]
    fn places_within_a_place_add_up_to_it() {
        let town = Town::new()
            .with(None, Some(0), 50, 100)
            .with(None, Some(1), 20, 50)
            .with(None, Some(2), 30, 40);
        let city = Some(town.places[0].id);
        town.check(&[(Parts::Places(city), Counted::Denominator, 90, 100)]);
    }

    #[test]
    fn the_outermost_places_may_leave_some_out_but_never_hold_more() {
        let town = Town::new()
            .with(None, None, 50, 100)
            .with(None, Some(0), 40, 90);
        town.check(&[]);
        let town = Town::new()
            .with(None, None, 50, 100)
            .with(None, Some(0), 40, 110);
        town.check(&[(Parts::Places(None), Counted::Denominator, 110, 100)]);
    }
}
