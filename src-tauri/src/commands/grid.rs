//! The entry grid as the window shows it: which columns stand across, which periods down,
//! and what every cell says.

use std::collections::{BTreeSet, HashMap};

use backbone_contract::{
    CellProblem, Grid, GridCell, GridColumn, GridRequest, GridRow, GridSplit, NamedRecord,
    ReadingState as WireState,
};
use backbone_core::{
    BreakdownId, Entry, Error, GroupId, Id, MeasureId, PartnerId, PlaceId, Result, Workbook,
    measurement::{
        Breakdown, Calculation, Counted, Frequency, Group, Measure, Parts, Period, Place, Reading,
        ReadingState, SeriesKey, SeriesReadings, gaps_in_totals,
    },
    partners::Partner,
};
use backbone_exchange::{entry, readings_import::rhythm};
use backbone_figures::{
    Numbers, letters,
    numbers::{exact, written},
};
use backbone_report::drawing;
use chrono::NaiveDate;
use rust_decimal::{Decimal, prelude::ToPrimitive};

use super::{calculations, convert, dimensions::nested};
use crate::words;

/// As many periods as one grid offers.
const MOST_ROWS: usize = 400;
/// Key of the column of everyone.
const EVERYONE: &str = "all";

/// Names of everything a column can be for.
pub(super) struct Names {
    pub breakdowns: Vec<Entry<Breakdown>>,
    pub groups: Vec<Entry<Group>>,
    pub places: Vec<Entry<Place>>,
    pub partners: Vec<Entry<Partner>>,
}

impl Names {
    pub fn read(book: &Workbook) -> Result<Self> {
        Ok(Self {
            breakdowns: book.list()?,
            groups: book.list()?,
            places: book.list()?,
            partners: book.list()?,
        })
    }

    /// What a series is called beside others of its measure.
    pub fn of(&self, key: SeriesKey) -> String {
        let group = key.group.and_then(|id| find(&self.groups, id));
        let place = key.place.and_then(|id| find(&self.places, id));
        let provider = key.provider.and_then(|id| find(&self.partners, id));
        let names: Vec<&str> = [
            group.map(|group| group.name.as_str()),
            place.map(|place| place.name.as_str()),
            provider.map(|partner| partner.name.as_str()),
        ]
        .into_iter()
        .flatten()
        .collect();
        if names.is_empty() {
            words::get("grid-everyone")
        } else {
            names.join(", ")
        }
    }
}

fn find<T: backbone_core::Record>(entries: &[Entry<T>], id: T::Id) -> Option<&T>
where
    T::Id: PartialEq,
{
    let found = entries.iter().find(|entry| entry.id == id)?;
    Some(&found.record)
}

/// What stands across.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Split {
    Breakdown(BreakdownId),
    Places,
    Providers,
    All,
}

impl Split {
    fn parse(text: &str) -> Result<Self> {
        match text.split_once(':') {
            Some(("breakdown", id)) => Ok(Self::Breakdown(BreakdownId::parse(id)?)),
            None if text == "places" => Ok(Self::Places),
            None if text == "providers" => Ok(Self::Providers),
            None if text == EVERYONE => Ok(Self::All),
            _ => Err(Error::NotFound),
        }
    }

    fn key(self) -> String {
        match self {
            Self::Breakdown(id) => format!("breakdown:{id}"),
            Self::Places => "places".to_owned(),
            Self::Providers => "providers".to_owned(),
            Self::All => EVERYONE.to_owned(),
        }
    }

    /// What the measure is mostly split by.
    fn usual(series: &[SeriesReadings], names: &Names) -> Self {
        let count = |is_of: &dyn Fn(SeriesKey) -> bool| -> usize {
            let own = series.iter().filter(|series| is_of(series.key));
            own.map(|series| series.readings.len()).sum()
        };
        let home = |group: GroupId| find(&names.groups, group).map(|group| group.breakdown_id);
        let breakdowns = names.breakdowns.iter().map(|breakdown| {
            let is_of = |key: SeriesKey| key.group.and_then(home) == Some(breakdown.id);
            (count(&is_of), Self::Breakdown(breakdown.id))
        });
        let places = count(&|key| key.place.is_some() && key.group.is_none());
        let providers = count(&|key| key.provider.is_some() && key.group.is_none());
        breakdowns
            .chain([(places, Self::Places), (providers, Self::Providers)])
            .filter(|(count, _)| *count > 0)
            // From behind, so that of equals the first is taken: breakdowns before places.
            .rev()
            .max_by_key(|(count, _)| *count)
            .map_or(Self::All, |(_, split)| split)
    }
}

/// The grid a request asks for.
pub(super) fn grid(book: &Workbook, request: &GridRequest, today: NaiveDate) -> Result<Grid> {
    let id = MeasureId::parse(&request.measure)?;
    let measure: Measure = book.get(id)?;
    let is_calculated = measure.calculation != Calculation::Entered;
    let notes = if is_calculated {
        calculations::notes(book, id)?
    } else {
        HashMap::new()
    };
    let series = book.figures_of(id)?;
    let names = Names::read(book)?;
    let split = if request.split.is_empty() {
        Split::usual(&series, &names)
    } else {
        Split::parse(&request.split)?
    };
    let place = convert::optional_id(request.place.as_deref())?;
    let mut columns = columns(id, split, place, &series, &names);
    for key in &request.extra_columns {
        let series = series_key(id, key)?;
        if !columns.contains(&series) {
            columns.push(series);
        }
    }
    let by_key: HashMap<SeriesKey, &SeriesReadings> =
        series.iter().map(|series| (series.key, series)).collect();
    let total = columns.first().copied();
    let all = columns.len();
    if request.hides_empty {
        columns.retain(|key| {
            Some(*key) == total
                || by_key.contains_key(key)
                || request.extra_columns.contains(&column_of(*key))
        });
    }
    let hidden = all - columns.len();

    let mut periods: BTreeSet<Period> = series
        .iter()
        .flat_map(|series| &series.readings)
        .map(|reading| reading.period)
        .collect();
    expected(&measure, today, &mut periods);
    for typed in &request.extra_periods {
        periods.insert(convert::period("period", typed, rhythm(measure.frequency))?);
    }
    let is_regular = measure.frequency != Frequency::Irregular;
    let beside = |period: Option<&Period>, steps: i32| {
        let period = period.filter(|_| is_regular)?.step(steps);
        Some(period.label())
    };
    let (earlier, next) = (beside(periods.first(), -1), beside(periods.last(), 1));
    let mut periods: Vec<Period> = periods.into_iter().rev().take(MOST_ROWS).collect();
    if request.is_oldest_first {
        periods.reverse();
    }

    let closed = book.closed_periods()?;
    let numbers = drawing::numbers(&measure);
    let rows = periods.iter().map(|period| GridRow {
        period: period.to_string(),
        label: period.label(),
        is_closed: closed.iter().any(|closed| closed.record.covers(*period)),
        cells: columns
            .iter()
            .map(|key| {
                let readings = &by_key.get(key)?.readings;
                let at = readings.binary_search_by_key(period, |reading| reading.period);
                let reading = readings.get(at.ok()?)?;
                let note = notes.get(&(*key, *period)).cloned();
                Some(GridCell {
                    note,
                    ..cell(reading, &measure, numbers, request.with_counts)
                })
            })
            .collect(),
    });
    Ok(Grid {
        rows: rows.collect(),
        gaps: gaps(&measure, &series, &names, &columns),
        unit: words::get(&format!("measure-unit-{}", measure.unit.word())),
        splits: splits(&names),
        split: split.key(),
        places: nested(&names.places)
            .into_iter()
            .map(|(place, depth)| NamedRecord {
                id: place.id.to_string(),
                name: format!(
                    "{}{}",
                    "\u{2003}".repeat(usize::try_from(depth).unwrap_or(0)),
                    place.record.name
                ),
            })
            .collect(),
        next_period: next,
        earlier_period: earlier,
        locked: is_calculated.then(|| words::get("grid-locked-calculated")),
        hidden_columns: u32::try_from(hidden).unwrap_or(u32::MAX),
        columns: columns
            .into_iter()
            .map(|key| GridColumn {
                key: column_of(key),
                name: head(key, place, &names),
                is_benchmark: key
                    .place
                    .and_then(|place| find(&names.places, place))
                    .is_some_and(|place| place.is_benchmark),
                is_total: Some(key) == total,
            })
            .collect(),
    })
}

/// The head of a column; the place that all of them are for goes without saying.
fn head(key: SeriesKey, place: Option<PlaceId>, names: &Names) -> String {
    let is_part = key.group.is_some() || key.provider.is_some();
    if is_part && place.is_some() && key.place == place {
        names.of(SeriesKey { place: None, ..key })
    } else {
        names.of(key)
    }
}

/// What can stand across in this file.
fn splits(names: &Names) -> Vec<GridSplit> {
    let of = |split: Split, name: String| GridSplit {
        key: split.key(),
        name,
    };
    let mut found: Vec<GridSplit> = names
        .breakdowns
        .iter()
        .map(|breakdown| {
            of(
                Split::Breakdown(breakdown.id),
                breakdown.record.name.clone(),
            )
        })
        .collect();
    if !names.places.is_empty() {
        found.push(of(Split::Places, words::get("grid-split-places")));
    }
    if !names.partners.is_empty() {
        found.push(of(Split::Providers, words::get("grid-split-providers")));
    }
    found.push(of(Split::All, words::get("grid-split-all")));
    found
}

/// The total first, then its parts.
fn columns(
    measure: MeasureId,
    split: Split,
    place: Option<PlaceId>,
    series: &[SeriesReadings],
    names: &Names,
) -> Vec<SeriesKey> {
    let total = SeriesKey {
        place,
        ..SeriesKey::everyone(measure)
    };
    let mut found = vec![total];
    match split {
        Split::Breakdown(breakdown) => found.extend(
            names
                .groups
                .iter()
                .filter(|group| group.record.breakdown_id == breakdown)
                .map(|group| SeriesKey {
                    group: Some(group.id),
                    ..total
                }),
        ),
        Split::Places => found.extend(
            nested(&names.places)
                .into_iter()
                .filter(|(other, _)| place.is_none() || other.record.parent_id == place)
                .map(|(place, _)| SeriesKey {
                    place: Some(place.id),
                    ..total
                }),
        ),
        Split::Providers => found.extend(
            names
                .partners
                .iter()
                .map(|partner| SeriesKey {
                    provider: Some(partner.id),
                    ..total
                })
                // Hundreds of partners, few of whom supply a figure.
                .filter(|key| series.iter().any(|series| series.key == *key)),
        ),
        Split::All => {
            let of_place = |key: SeriesKey| place.is_none() || key.place == place;
            let mut all: Vec<SeriesKey> = series
                .iter()
                .map(|series| series.key)
                .filter(|key| *key != total && of_place(*key))
                .collect();
            let rank = |key: &SeriesKey| {
                let group = key
                    .group
                    .and_then(|id| names.groups.iter().position(|group| group.id == id));
                let home = key.group.and_then(|id| find(&names.groups, id));
                let breakdown = home.and_then(|group| {
                    let id = group.breakdown_id;
                    names.breakdowns.iter().position(|other| other.id == id)
                });
                let place = key
                    .place
                    .and_then(|id| names.places.iter().position(|place| place.id == id));
                (breakdown.is_none(), breakdown, place, group)
            };
            all.sort_by_key(rank);
            found.extend(all);
        }
    }
    found
}

/// Adds the periods in which figures are expected, up to the one that holds today.
fn expected(measure: &Measure, today: NaiveDate, periods: &mut BTreeSet<Period>) {
    let kind = match measure.frequency {
        Frequency::Monthly => Period::Month(2000, 1),
        Frequency::Quarterly => Period::Quarter(2000, 1),
        Frequency::SchoolYear => Period::SchoolYear(2000),
        Frequency::CalendarYear => Period::Year(2000),
        Frequency::FiscalYear => Period::FiscalYear(2000),
        Frequency::Irregular => return,
    };
    let now = kind.holding(today);
    let first = periods
        .first()
        .map_or_else(|| now.step(-4), |first| kind.holding(first.start()));
    let mut period = first.max(now.step(-(i32::try_from(MOST_ROWS).unwrap_or(400))));
    while period <= now {
        periods.insert(period);
        period = period.next();
    }
}

fn cell(reading: &Reading, measure: &Measure, numbers: Numbers, with_counts: bool) -> GridCell {
    let (shown, copied) = match (reading.value, reading.state) {
        (Some(value), _) => (numbers.plain(number(value)), exact(value)),
        (None, ReadingState::Suppressed) => (
            letters::SUPPRESSED.to_owned(),
            letters::SUPPRESSED.to_owned(),
        ),
        (None, _) => (letters::MISSING.to_owned(), letters::MISSING.to_owned()),
    };
    let count = reading.denominator.filter(|_| with_counts).map(|whole| {
        let whole = written(number(whole), 0);
        words::get_with("grid-count", &[("whole", whole.into())])
    });
    GridCell {
        shown,
        text: entry::text_of(reading, measure),
        copied,
        count,
        state: wire_state(reading.state),
        has_comment: !reading.comment.is_empty(),
        note: None,
    }
}

fn number(value: Decimal) -> f64 {
    value.to_f64().unwrap_or(0.0)
}

pub(super) fn wire_state(state: ReadingState) -> WireState {
    match state {
        ReadingState::Final => WireState::Final,
        ReadingState::Provisional => WireState::Provisional,
        ReadingState::Revised => WireState::Revised,
        ReadingState::Suppressed => WireState::Suppressed,
        ReadingState::Missing => WireState::Missing,
    }
}

/// Totals that do not add up, in words, where both the total and its parts can be seen.
fn gaps(
    measure: &Measure,
    series: &[SeriesReadings],
    names: &Names,
    columns: &[SeriesKey],
) -> Vec<CellProblem> {
    gaps_in_totals(measure, series, &names.groups, &names.places)
        .into_iter()
        .filter(|gap| columns.contains(&gap.total_of))
        .map(|gap| {
            let parts = match gap.parts {
                Parts::Groups(id) => {
                    let name = find(&names.breakdowns, id).map(|record| record.name.clone());
                    let name = name.unwrap_or_default();
                    words::get_with("gap-groups", &[("name", name.into())])
                }
                Parts::Places(Some(id)) => {
                    let name = find(&names.places, id).map(|record| record.name.clone());
                    let name = name.unwrap_or_default();
                    words::get_with("gap-places", &[("name", name.into())])
                }
                Parts::Places(None) => words::get("gap-outermost"),
                Parts::Providers => words::get("gap-providers"),
            };
            let said = |figure: Decimal| {
                let digits = u8::try_from(figure.normalize().scale()).unwrap_or(u8::MAX);
                written(number(figure), digits)
            };
            let id = match gap.counted {
                Counted::Value => "gap-value",
                Counted::Numerator => "gap-numerator",
                Counted::Denominator => "gap-denominator",
            };
            let arguments = [
                ("period", gap.period.label().into()),
                ("column", names.of(gap.total_of).into()),
                ("parts", parts.into()),
                ("sum", said(gap.sum).into()),
                ("total", said(gap.total).into()),
            ];
            CellProblem {
                period: gap.period.to_string(),
                column: column_of(gap.total_of),
                words: words::get_with(id, &arguments),
            }
        })
        .collect()
}

/// The series behind a column's key.
pub(super) fn series_key(measure: MeasureId, column: &str) -> Result<SeriesKey> {
    let mut key = SeriesKey::everyone(measure);
    if column == EVERYONE {
        return Ok(key);
    }
    for part in column.split('+') {
        match part.split_once(':') {
            Some(("group", id)) => key.group = Some(GroupId::parse(id)?),
            Some(("place", id)) => key.place = Some(PlaceId::parse(id)?),
            Some(("provider", id)) => key.provider = Some(PartnerId::parse(id)?),
            _ => return Err(Error::NotFound),
        }
    }
    Ok(key)
}

/// The key of a series' column.
pub(super) fn column_of(key: SeriesKey) -> String {
    let parts: Vec<String> = [
        key.group.map(|id| format!("group:{id}")),
        key.place.map(|id| format!("place:{id}")),
        key.provider.map(|id| format!("provider:{id}")),
    ]
    .into_iter()
    .flatten()
    .collect();
    if parts.is_empty() {
        EVERYONE.to_owned()
    } else {
        parts.join("+")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_s_key_leads_back_to_its_series() {
        let measure = MeasureId::new(1);
        let everyone = SeriesKey::everyone(measure);
        let of_group = SeriesKey {
            group: Some(GroupId::new(1)),
            ..everyone
        };
        let of_all = SeriesKey {
            place: Some(PlaceId::new(1)),
            provider: Some(PartnerId::new(1)),
            ..of_group
        };
        for key in [everyone, of_group, of_all] {
            assert_eq!(series_key(measure, &column_of(key)).ok(), Some(key));
        }
        assert!(series_key(measure, "group").is_err());
        assert!(series_key(measure, "").is_err());
    }
}
