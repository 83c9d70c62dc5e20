//! The readings an initiative has, held in as little memory as they need: an import of
//! millions of rows over millions of readings has to fit beside its file.

use super::context::{Figures, Key, Series, StoredReadings};
use backbone_core::measurement::{Period, ReadingState};
use chrono::Datelike;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

/// A period as one number; different periods give different numbers.
pub(super) fn packed(period: Period) -> u32 {
    let part = |number: i32| u32::try_from(number).unwrap_or(0);
    let (kind, ordinal) = match period {
        Period::Year(year) => (0, part(year)),
        Period::SchoolYear(year) => (1, part(year)),
        Period::FiscalYear(year) => (2, part(year)),
        Period::Quarter(year, quarter) => (3, part(year) * 4 + quarter),
        Period::Month(year, month) => (4, part(year) * 12 + month),
        Period::Day(day) => (5, part(day.num_days_from_ce())),
    };
    kind << 28 | ordinal
}

/// Readings by what makes them the same.
#[derive(Debug, Clone, Default)]
pub struct Stored {
    series: FxHashMap<Series, usize>,
    readings: Vec<OfSeries>,
}

#[derive(Debug, Clone, Default)]
struct OfSeries {
    /// Packed periods, in order, and for each where its figures stand.
    at: Vec<(u32, Place)>,
    bare: Vec<Bare>,
    whole: Vec<Figures>,
}

#[derive(Debug, Clone, Copy)]
enum Place {
    Bare(u32),
    Whole(u32),
}

/// A value alone, as most readings are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bare {
    mantissa: i64,
    scale: u8,
    is_there: bool,
    state: ReadingState,
}

impl Bare {
    pub(super) fn of(figures: &Figures) -> Option<Self> {
        let parts = [
            figures.numerator,
            figures.denominator,
            figures.lower,
            figures.upper,
        ];
        if parts.iter().any(Option::is_some) {
            return None;
        }
        let value = figures.value.unwrap_or_default();
        Some(Self {
            mantissa: i64::try_from(value.mantissa()).ok()?,
            scale: u8::try_from(value.scale()).ok()?,
            is_there: figures.value.is_some(),
            state: figures.state,
        })
    }

    pub(super) fn figures(self) -> Figures {
        let value = Decimal::new(self.mantissa, u32::from(self.scale));
        Figures {
            value: self.is_there.then_some(value),
            state: self.state,
            ..Figures::default()
        }
    }
}

impl Stored {
    /// Adds a reading; call [`Self::settle`] after the last.
    pub fn add(&mut self, key: Key, figures: &Figures) {
        let next = self.readings.len();
        let at = *self.series.entry(key.series).or_insert(next);
        if at == next {
            self.readings.push(OfSeries::default());
        }
        let Some(series) = self.readings.get_mut(at) else {
            return;
        };
        let position = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        let place = match Bare::of(figures) {
            Some(bare) => {
                series.bare.push(bare);
                Place::Bare(position(series.bare.len() - 1))
            }
            None => {
                series.whole.push(*figures);
                Place::Whole(position(series.whole.len() - 1))
            }
        };
        series.at.push((packed(key.period), place));
    }

    /// Makes what was added ready to be found.
    pub fn settle(&mut self) {
        for series in &mut self.readings {
            series.at.sort_unstable_by_key(|&(period, _)| period);
            series.at.shrink_to_fit();
            series.bare.shrink_to_fit();
            series.whole.shrink_to_fit();
        }
    }
}

impl StoredReadings for Stored {
    fn find(&self, key: &Key) -> Option<Figures> {
        let series = self.readings.get(*self.series.get(&key.series)?)?;
        let period = packed(key.period);
        let found = series
            .at
            .binary_search_by_key(&period, |&(period, _)| period)
            .ok()?;
        let nth = |position: u32| usize::try_from(position).ok();
        match series.at.get(found)?.1 {
            Place::Bare(at) => Some(series.bare.get(nth(at)?)?.figures()),
            Place::Whole(at) => series.whole.get(nth(at)?).copied(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readings_are_found_as_they_were_added() {
        let series = |group| Series {
            measure: 0,
            place: None,
            group,
            provider: None,
        };
        let bare = Figures {
            value: Some("53.20".parse().unwrap()),
            ..Figures::default()
        };
        let missing = Figures {
            state: ReadingState::Missing,
            ..Figures::default()
        };
        let whole = Figures {
            denominator: Some(Decimal::from(264)),
            ..bare
        };
        let huge = Figures {
            value: Some("123456789012345.123456789012345".parse().unwrap()),
            ..Figures::default()
        };
        let all = [
            (None, Period::SchoolYear(2024), bare),
            (None, Period::SchoolYear(2022), missing),
            (None, Period::Year(2024), huge),
            (Some(1), Period::SchoolYear(2024), whole),
        ];
        let mut stored = Stored::default();
        for (group, period, figures) in &all {
            let key = Key {
                series: series(*group),
                period: *period,
            };
            stored.add(key, figures);
        }
        stored.settle();
        for (group, period, figures) in all {
            let key = Key {
                series: series(group),
                period,
            };
            assert_eq!(stored.find(&key), Some(figures), "{period:?}");
        }
        let absent = Key {
            series: series(Some(2)),
            period: Period::SchoolYear(2024),
        };
        assert_eq!(stored.find(&absent), None);
    }

    #[test]
    fn every_kind_of_period_has_a_number_of_its_own() {
        let day = |text: &str| Period::Day(text.parse().unwrap());
        let all = [
            Period::Year(2024),
            Period::SchoolYear(2024),
            Period::FiscalYear(2024),
            Period::Quarter(2024, 4),
            Period::Quarter(2025, 1),
            Period::Month(2024, 12),
            Period::Month(2025, 1),
            day("2024-12-31"),
            day("2025-01-01"),
        ];
        let numbers: std::collections::HashSet<u32> = all.into_iter().map(packed).collect();
        assert_eq!(numbers.len(), all.len());
    }
}
