//! The initiative in the lists an import works with, and the way back from positions in
//! those lists to ids.

use super::context::{Context, Figures, Key, KnownMeasure, KnownName, Names, Series};
use super::mapping::{Mapping, Role};
use super::stored::Stored;
use crate::periods::Rhythm;
use crate::table::Table;
use backbone_core::measurement::{Breakdown, Frequency, Group, Measure, Place, SeriesKey};
use backbone_core::partners::Partner;
use backbone_core::{BreakdownId, Entry, GroupId, MeasureId, PartnerId, PlaceId, Record, Workbook};
use std::collections::{BTreeSet, HashMap};

/// The initiative as an import knows it, with the ids behind the positions.
#[derive(Debug, Clone)]
pub struct Known {
    /// The lists rows refer to.
    pub context: Context,
    /// Ids of the measures, by position.
    pub measures: Vec<MeasureId>,
    /// Ids of the groups, by position.
    pub groups: Vec<GroupId>,
    /// Ids of the places, by position.
    pub places: Vec<PlaceId>,
    /// Ids of the partners, by position.
    pub providers: Vec<PartnerId>,
    pub(super) breakdowns: Vec<(BreakdownId, String)>,
}

impl Known {
    /// Reads the lists of an initiative, but none of its readings.
    pub fn read(book: &Workbook) -> backbone_core::Result<Self> {
        let measures = book.list::<Measure>()?;
        let groups = book.list::<Group>()?;
        let places = book.list::<Place>()?;
        let providers = book.list::<Partner>()?;
        let breakdowns = book.list::<Breakdown>()?;
        let context = Context {
            measures: measures
                .iter()
                .map(|entry| known_measure(&entry.record))
                .collect(),
            groups: groups
                .iter()
                .map(|entry| KnownName::new(&entry.record.name))
                .collect(),
            places: places
                .iter()
                .map(|entry| KnownName::new(&entry.record.name))
                .collect(),
            providers: providers
                .iter()
                .map(|entry| KnownName::new(&entry.record.name))
                .collect(),
            closed: book
                .closed_periods()?
                .into_iter()
                .map(|entry| entry.record.period)
                .collect(),
        };
        Ok(Self {
            context,
            measures: ids(&measures),
            groups: ids(&groups),
            places: ids(&places),
            providers: ids(&providers),
            breakdowns: breakdowns
                .into_iter()
                .map(|entry| (entry.id, entry.record.name))
                .collect(),
        })
    }

    /// The position of a measure.
    pub fn position_of(&self, measure: MeasureId) -> Option<u32> {
        let position = self.measures.iter().position(|&known| known == measure)?;
        u32::try_from(position).ok()
    }

    /// The readings the initiative has of the measures this table speaks of.
    pub fn stored(
        &self,
        book: &Workbook,
        table: &Table,
        mapping: &Mapping,
    ) -> backbone_core::Result<Stored> {
        let mut stored = Stored::default();
        let groups = positions(&self.groups);
        let places = positions(&self.places);
        let providers = positions(&self.providers);
        for measure in self.touched(table, mapping) {
            let Some(&id) = usize::try_from(measure)
                .ok()
                .and_then(|at| self.measures.get(at))
            else {
                continue;
            };
            book.each_reading_of(id, |key, reading| {
                let series = Series {
                    measure,
                    place: key.place.and_then(|id| places.get(&id).copied()),
                    group: key.group.and_then(|id| groups.get(&id).copied()),
                    provider: key.provider.and_then(|id| providers.get(&id).copied()),
                };
                let figures = Figures {
                    value: reading.value,
                    numerator: reading.numerator,
                    denominator: reading.denominator,
                    lower: reading.lower,
                    upper: reading.upper,
                    state: reading.state,
                };
                let period = reading.period;
                stored.add(Key { series, period }, &figures);
            })?;
        }
        stored.settle();
        Ok(stored)
    }

    /// The measures a table speaks of, by position.
    fn touched(&self, table: &Table, mapping: &Mapping) -> BTreeSet<u32> {
        let names = Names::of_measures(&self.context.measures);
        let mut touched: BTreeSet<u32> = mapping.measure.into_iter().collect();
        touched.extend(mapping.measures.values());
        let replaced = mapping.texts.values().chain(mapping.cells.values());
        touched.extend(replaced.filter_map(|text| names.find(text)));
        let values = (0..)
            .zip(&mapping.columns)
            .filter(|&(_, &role)| role == Role::Value);
        touched.extend(values.flat_map(|(column, _)| {
            let [upper, own] = table.head_lines(column);
            let whole = table.header().get(column).map_or("", String::as_str);
            [whole, upper, own]
                .into_iter()
                .filter_map(|head| names.find(head))
                .collect::<Vec<_>>()
        }));
        if let Some(column) = mapping
            .columns
            .iter()
            .position(|&role| role == Role::Measure)
        {
            let mut rows = table.rows();
            let mut last = String::new();
            while let Some(row) = rows.advance() {
                let cell = row.cell(column);
                if *cell != last {
                    touched.extend(names.find(&cell));
                    last.clear();
                    last.push_str(&cell);
                }
            }
        }
        touched
    }

    /// The ids behind a series; the ids of added groups and places follow the known ones.
    pub(super) fn key(
        &self,
        series: &Series,
        groups: &[GroupId],
        places: &[PlaceId],
    ) -> Option<SeriesKey> {
        // A position without an id must not pass for "everyone", so it ends the search.
        let place = match series.place {
            Some(position) => Some(nth(&self.places, places, position)?),
            None => None,
        };
        let group = match series.group {
            Some(position) => Some(nth(&self.groups, groups, position)?),
            None => None,
        };
        let provider = match series.provider {
            Some(position) => Some(nth(&self.providers, &[], position)?),
            None => None,
        };
        Some(SeriesKey {
            measure: nth(&self.measures, &[], series.measure)?,
            place,
            group,
            provider,
        })
    }
}

pub(crate) fn known_measure(measure: &Measure) -> KnownMeasure {
    KnownMeasure {
        code: measure.code.clone(),
        name: measure.name.clone(),
        unit: measure.unit(),
        natural_limit: measure.natural_limit.map(|limit| limit.0),
        rhythm: rhythm(measure.frequency),
    }
}

/// The kind of period a frequency asks for.
pub fn rhythm(frequency: Frequency) -> Option<Rhythm> {
    match frequency {
        Frequency::Monthly => Some(Rhythm::Month),
        Frequency::Quarterly => Some(Rhythm::Quarter),
        Frequency::SchoolYear => Some(Rhythm::SchoolYear),
        Frequency::CalendarYear => Some(Rhythm::Year),
        Frequency::FiscalYear => Some(Rhythm::FiscalYear),
        Frequency::Irregular => None,
    }
}

fn ids<T: Record>(entries: &[Entry<T>]) -> Vec<T::Id> {
    entries.iter().map(|entry| entry.id).collect()
}

fn positions<I: Copy + Eq + std::hash::Hash>(ids: &[I]) -> HashMap<I, u32> {
    ids.iter().copied().zip(0_u32..).collect()
}

/// The element at a position of two lists laid end to end.
fn nth<I: Copy>(known: &[I], added: &[I], position: u32) -> Option<I> {
    let position = usize::try_from(position).ok()?;
    known.iter().chain(added).nth(position).copied()
}
