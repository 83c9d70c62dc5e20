//! Whether parts add up to their whole: the groups of a breakdown to everyone, and places
//! to the place they lie in.

use std::collections::HashMap;

use rust_decimal::Decimal;

use crate::{
    BreakdownId, Entry, GroupId, PlaceId, Result, Workbook,
    measurement::{Breakdown, Group, Measure, Period, Place, Reading, SeriesReadings, UnitKind},
};

/// What parts should add up to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whole {
    /// Everyone, split by the breakdown of this name.
    Everyone(String),
    /// The place of this name, from the places in it.
    Place(String),
}

/// A period in which parts do not add up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// What they are parts of.
    pub whole: Whole,
    /// The period.
    pub period: Period,
    /// Which of the figures: `value`, `numerator` or `denominator`.
    pub figure: &'static str,
    /// What the parts add up to.
    pub parts: Decimal,
    /// What the whole says.
    pub of: Decimal,
}

/// A figure of a reading that can be added up, by its name in the file.
type Figure = (&'static str, fn(&Reading) -> Option<Decimal>);

/// Places and groups, read once for all measures.
pub(super) struct Splits {
    breakdowns: HashMap<BreakdownId, String>,
    breakdown_of: HashMap<GroupId, BreakdownId>,
    places: HashMap<PlaceId, Place>,
}

impl Splits {
    pub fn of(book: &Workbook) -> Result<Self> {
        let named = |entry: Entry<Breakdown>| (entry.id, entry.record.name);
        let placed = |entry: Entry<Group>| (entry.id, entry.record.breakdown_id);
        Ok(Self {
            breakdowns: book.list()?.into_iter().map(named).collect(),
            breakdown_of: book.list()?.into_iter().map(placed).collect(),
            places: book
                .list()?
                .into_iter()
                .map(|entry: Entry<Place>| (entry.id, entry.record))
                .collect(),
        })
    }

    /// Whether a place for comparison has a value among these series.
    pub fn has_benchmark(&self, series: &[SeriesReadings]) -> bool {
        let place_of = |one: &SeriesReadings| self.places.get(&one.key.place?);
        series
            .iter()
            .filter(|one| place_of(one).is_some_and(|place| place.is_benchmark))
            .flat_map(|one| &one.readings)
            .any(|reading| reading.value.is_some())
    }

    /// Every period in which the parts of a measure do not add up, in order.
    pub fn mismatches(&self, measure: &Measure, series: &[SeriesReadings]) -> Vec<Mismatch> {
        let figures: &[Figure] = match measure.unit {
            UnitKind::Count | UnitKind::Currency => &[("value", |reading| reading.value)],
            UnitKind::Percent | UnitKind::Rate | UnitKind::Index | UnitKind::Days => &[
                ("numerator", |reading| reading.numerator),
                ("denominator", |reading| reading.denominator),
            ],
        };
        let mut everyone = None;
        let mut by_breakdown: HashMap<BreakdownId, Vec<&SeriesReadings>> = HashMap::new();
        let mut by_place: HashMap<PlaceId, &SeriesReadings> = HashMap::new();
        let mut by_parent: HashMap<PlaceId, Vec<&SeriesReadings>> = HashMap::new();
        for one in series.iter().filter(|one| one.key.provider.is_none()) {
            match (one.key.group, one.key.place) {
                (None, None) => everyone = Some(one),
                (Some(group), None) => {
                    if let Some(breakdown) = self.breakdown_of.get(&group) {
                        by_breakdown.entry(*breakdown).or_default().push(one);
                    }
                }
                (None, Some(place)) => {
                    by_place.insert(place, one);
                    let parent = self.places.get(&place).and_then(|place| place.parent_id);
                    if let Some(parent) = parent {
                        by_parent.entry(parent).or_default().push(one);
                    }
                }
                (Some(_), Some(_)) => {}
            }
        }
        let mut found = Vec::new();
        for (breakdown, parts) in &by_breakdown {
            if let Some((whole, name)) = everyone.zip(self.breakdowns.get(breakdown)) {
                compare(
                    &Whole::Everyone(name.clone()),
                    whole,
                    parts,
                    figures,
                    &mut found,
                );
            }
        }
        for (parent, parts) in &by_parent {
            if let Some((whole, place)) = by_place.get(parent).zip(self.places.get(parent)) {
                compare(
                    &Whole::Place(place.name.clone()),
                    whole,
                    parts,
                    figures,
                    &mut found,
                );
            }
        }
        found.sort_by(|a, b| (a.period, &a.whole, a.figure).cmp(&(b.period, &b.whole, b.figure)));
        found
    }
}

/// Compares period by period. Parts of which one has no figure add up to less than the
/// whole and are no mismatch then; more than the whole they never are.
fn compare(
    whole_name: &Whole,
    whole: &SeriesReadings,
    parts: &[&SeriesReadings],
    figures: &[Figure],
    found: &mut Vec<Mismatch>,
) {
    if parts.len() < 2 {
        return;
    }
    for reading in &whole.readings {
        for (figure, of) in figures {
            let Some(total) = of(reading) else { continue };
            let values: Vec<Option<Decimal>> = parts
                .iter()
                .map(|part| {
                    let at = part
                        .readings
                        .binary_search_by_key(&reading.period, |one| one.period);
                    of(part.readings.get(at.ok()?)?)
                })
                .collect();
            let Some(sum) = values
                .iter()
                .flatten()
                .copied()
                .try_fold(Decimal::ZERO, Decimal::checked_add)
            else {
                continue;
            };
            let is_whole = values.iter().all(Option::is_some);
            if sum > total || (is_whole && sum != total) {
                found.push(Mismatch {
                    whole: whole_name.clone(),
                    period: reading.period,
                    figure,
                    parts: sum,
                    of: total,
                });
            }
        }
    }
}
