//! Whether parts add up to their whole: the groups of a breakdown to everyone, and places
//! to the place they lie in.

use rust_decimal::Decimal;

use crate::{
    Entry, Result, Workbook,
    measurement::{
        Breakdown, Group, Measure, Period, Place, Reading, SeriesKey, SeriesReadings, UnitKind,
    },
};

/// What parts should add up to.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    breakdowns: Vec<Entry<Breakdown>>,
    groups: Vec<Entry<Group>>,
    places: Vec<Entry<Place>>,
}

impl Splits {
    pub fn of(book: &Workbook) -> Result<Self> {
        Ok(Self {
            breakdowns: book.list()?,
            groups: book.list()?,
            places: book.list()?,
        })
    }

    /// Whether a place for comparison has a value among these series.
    pub fn has_benchmark(&self, series: &[SeriesReadings]) -> bool {
        let is_benchmark = |one: &&SeriesReadings| {
            self.places
                .iter()
                .any(|place| place.record.is_benchmark && Some(place.id) == one.key.place)
        };
        series
            .iter()
            .filter(is_benchmark)
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
        let find = |wanted: &dyn Fn(SeriesKey) -> bool| {
            series
                .iter()
                .filter(|one| wanted(one.key))
                .collect::<Vec<_>>()
        };
        let mut found = Vec::new();
        if let Some(whole) = series.iter().find(|one| one.key.is_everyone()) {
            for breakdown in &self.breakdowns {
                let parts = find(&|key| {
                    key.place.is_none()
                        && key.provider.is_none()
                        && self.groups.iter().any(|group| {
                            group.record.breakdown_id == breakdown.id && Some(group.id) == key.group
                        })
                });
                let named = Whole::Everyone(breakdown.record.name.clone());
                compare(&named, whole, &parts, figures, &mut found);
            }
        }
        for place in &self.places {
            let is_of = |key: SeriesKey| key.group.is_none() && key.provider.is_none();
            let Some(whole) = series
                .iter()
                .find(|one| is_of(one.key) && one.key.place == Some(place.id))
            else {
                continue;
            };
            let parts = find(&|key| {
                is_of(key)
                    && self.places.iter().any(|part| {
                        part.record.parent_id == Some(place.id) && Some(part.id) == key.place
                    })
            });
            let named = Whole::Place(place.record.name.clone());
            compare(&named, whole, &parts, figures, &mut found);
        }
        found.sort_by_key(|mismatch| mismatch.period);
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
                    let mut at = part.readings.iter();
                    of(at.find(|one| one.period == reading.period)?)
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
