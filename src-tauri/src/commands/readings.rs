//! Readings: the entry grid, and one reading with its history.

use std::collections::{BTreeSet, HashMap};

use backbone_contract::{
    Added, CellProblem, EnterCells, Entered, Grid, GridCell, GridColumn, GridRequest, GridRow,
    Nothing, ReadingDetail, ReadingForm, ReadingState as WireState, RecordRequest, RecordsRequest,
    WireError,
};
use backbone_core::{
    Error, GroupId, Id, MeasureId, PlaceId, Reason, Result, Workbook,
    measurement::{
        Calculation, Frequency, Group, Import, Measure, NewReading, Obstacle, Origin, Period,
        Place, Reading, ReadingState, SeriesId, SeriesKey, SeriesReadings,
    },
};
use backbone_exchange::{
    cells::{self, Cell, DecimalMark},
    readings_import::rhythm,
};
use backbone_figures::{Numbers, numbers::exact};
use backbone_report::{drawing, wording};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use tauri::{AppHandle, Runtime, State};

use super::{
    convert::{self, figure, figure_text},
    history,
};
use crate::{clock, session::Session, words};

/// As many periods as one grid offers.
const MOST_ROWS: usize = 400;
/// Key of the column of everyone.
const EVERYONE: &str = "all";

#[tauri::command(async)]
pub fn read_grid(
    request: GridRequest,
    session: State<'_, Session>,
) -> std::result::Result<Grid, WireError> {
    let today = clock::today();
    session.read(|book| {
        let id = MeasureId::parse(&request.measure)?;
        let measure: Measure = book.get(id)?;
        let is_calculated = measure.calculation != Calculation::Entered;
        let notes = if is_calculated {
            calculated_notes(book, id)?
        } else {
            HashMap::new()
        };
        let series = book.figures_of(id)?;
        let columns = columns(book, id, &series, &request.extra_columns)?;
        let mut periods: BTreeSet<Period> = series
            .iter()
            .flat_map(|series| &series.readings)
            .map(|reading| reading.period)
            .collect();
        expected(&measure, today, &mut periods);
        for typed in &request.extra_periods {
            periods.insert(convert::period("period", typed, rhythm(measure.frequency))?);
        }
        let numbers = drawing::numbers(&measure);
        let by_key: HashMap<SeriesKey, &SeriesReadings> =
            series.iter().map(|series| (series.key, series)).collect();
        let rows = periods.iter().rev().take(MOST_ROWS).map(|period| GridRow {
            period: period.to_string(),
            label: period.label(),
            cells: columns
                .iter()
                .map(|(key, _)| {
                    let found = by_key.get(key).and_then(|series| {
                        series
                            .readings
                            .iter()
                            .find(|reading| reading.period == *period)
                    });
                    let mut shown = found.map_or_else(empty, |reading| cell(reading, numbers));
                    if is_calculated {
                        // A calculated reading is no row of the file.
                        shown.reading = None;
                        shown.note = notes.get(&(*key, *period)).cloned();
                    }
                    shown
                })
                .collect(),
        });
        Ok(Grid {
            rows: rows.collect(),
            columns: columns.into_iter().map(|(_, column)| column).collect(),
            unit: measure.unit.word().to_owned(),
            is_calculated,
        })
    })
}

/// What calculated cells lack, and which entered values are kept aside.
fn calculated_notes(
    book: &Workbook,
    id: MeasureId,
) -> Result<HashMap<(SeriesKey, Period), String>> {
    let names: HashMap<MeasureId, String> = book
        .list::<Measure>()?
        .into_iter()
        .map(|entry| (entry.id, entry.record.name))
        .collect();
    let mut notes = HashMap::new();
    for series in book.calculated_series(id)? {
        for period in series.periods {
            let missing = match &period.obstacle {
                Some(Obstacle::PartsMissing(ids)) => Some(("calculated-missing", ids)),
                Some(Obstacle::PartSuppressed(ids)) => Some(("calculated-hidden", ids)),
                Some(Obstacle::DividesByZero | Obstacle::TooLarge) | None => None,
            };
            let mut says: Vec<String> = missing
                .map(|(id, parts)| {
                    let names: Vec<&str> = parts
                        .iter()
                        .filter_map(|part| names.get(part).map(String::as_str))
                        .collect();
                    words::get_with(id, &[("names", names.join(", ").into())])
                })
                .into_iter()
                .collect();
            says.extend(match &period.obstacle {
                Some(Obstacle::DividesByZero) => Some(words::get("calculated-zero")),
                Some(Obstacle::TooLarge) => Some(words::get("calculated-large")),
                _ => None,
            });
            if let Some(aside) = period.kept_aside.and_then(|reading| reading.value) {
                says.push(words::get_with(
                    "calculated-aside",
                    &[("value", exact(aside).into())],
                ));
            }
            if !says.is_empty() {
                notes.insert((series.key, period.reading.period), says.join(". "));
            }
        }
    }
    Ok(notes)
}

/// Everyone first, then groups, then places, those for comparison last.
fn columns(
    book: &Workbook,
    id: MeasureId,
    series: &[SeriesReadings],
    extra: &[String],
) -> Result<Vec<(SeriesKey, GridColumn)>> {
    let is_wanted = |key: &str, series_key: SeriesKey| {
        series.iter().any(|series| series.key == series_key)
            || extra.iter().any(|other| other == key)
    };
    let everyone = SeriesKey::everyone(id);
    let mut columns = vec![(
        everyone,
        GridColumn {
            key: EVERYONE.to_owned(),
            name: words::get("grid-everyone"),
            is_benchmark: false,
        },
    )];
    for group in book.list::<Group>()? {
        let key = format!("group:{}", group.id);
        let series_key = SeriesKey {
            group: Some(group.id),
            ..everyone
        };
        if is_wanted(&key, series_key) {
            columns.push((
                series_key,
                GridColumn {
                    key,
                    name: group.record.name,
                    is_benchmark: false,
                },
            ));
        }
    }
    let mut places = book.list::<Place>()?;
    places.sort_by_key(|place| place.record.is_benchmark);
    for place in places {
        let key = format!("place:{}", place.id);
        let series_key = SeriesKey {
            place: Some(place.id),
            ..everyone
        };
        if is_wanted(&key, series_key) {
            columns.push((
                series_key,
                GridColumn {
                    key,
                    name: place.record.name,
                    is_benchmark: place.record.is_benchmark,
                },
            ));
        }
    }
    Ok(columns)
}

/// Adds the periods in which figures are expected, up to the one that holds today.
fn expected(measure: &Measure, today: chrono::NaiveDate, periods: &mut BTreeSet<Period>) {
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

fn empty() -> GridCell {
    GridCell {
        reading: None,
        shown: String::new(),
        text: String::new(),
        state: WireState::Empty,
        has_comment: false,
        note: None,
    }
}

fn cell(reading: &Reading, numbers: Numbers) -> GridCell {
    let (shown, text) = match (reading.value, reading.state) {
        (Some(value), ReadingState::Provisional) => {
            (numbers.plain(number(value)), format!("{} p", exact(value)))
        }
        (Some(value), _) => (numbers.plain(number(value)), exact(value)),
        (None, ReadingState::Suppressed) => ("s".to_owned(), "s".to_owned()),
        (None, _) => ("–".to_owned(), "–".to_owned()),
    };
    GridCell {
        reading: Some(reading_id(reading.series, reading.period)),
        shown,
        text,
        state: wire_state(reading.state),
        has_comment: !reading.comment.is_empty(),
        note: None,
    }
}

fn number(value: Decimal) -> f64 {
    value.to_f64().unwrap_or(0.0)
}

fn wire_state(state: ReadingState) -> WireState {
    match state {
        ReadingState::Final => WireState::Final,
        ReadingState::Provisional => WireState::Provisional,
        ReadingState::Revised => WireState::Revised,
        ReadingState::Suppressed => WireState::Suppressed,
        ReadingState::Missing => WireState::Missing,
    }
}

/// A reading is named by its series and period.
fn reading_id(series: SeriesId, period: Period) -> String {
    format!("{}~{period}", series.0)
}

fn parse_reading_id(text: &str) -> Result<(SeriesId, Period)> {
    let (series, period) = text.split_once('~').ok_or(Error::NotFound)?;
    let series = series.parse().map(SeriesId).map_err(|_| Error::NotFound)?;
    Period::parse(period)
        .map(|period| (series, period))
        .ok_or(Error::NotFound)
}

/// The series a column of the grid speaks of.
pub fn series_key(measure: MeasureId, column: &str) -> Result<SeriesKey> {
    let everyone = SeriesKey::everyone(measure);
    match column.split_once(':') {
        None if column == EVERYONE => Ok(everyone),
        Some(("group", id)) => Ok(SeriesKey {
            group: Some(GroupId::parse(id)?),
            ..everyone
        }),
        Some(("place", id)) => Ok(SeriesKey {
            place: Some(PlaceId::parse(id)?),
            ..everyone
        }),
        _ => Err(Error::NotFound),
    }
}

fn column_of(key: SeriesKey) -> String {
    match (key.group, key.place) {
        (Some(group), _) => format!("group:{group}"),
        (None, Some(place)) => format!("place:{place}"),
        (None, None) => EVERYONE.to_owned(),
    }
}

#[tauri::command(async)]
pub fn enter_cells<R: Runtime>(
    app: AppHandle<R>,
    request: EnterCells,
    session: State<'_, Session>,
) -> std::result::Result<Entered, WireError> {
    let (measure, stored) = session.read(|book| {
        let id = MeasureId::parse(&request.measure)?;
        let measure: Measure = book.get(id)?;
        if measure.calculation != Calculation::Entered {
            return Err(Error::Conflict(Reason::Calculated));
        }
        Ok(((id, measure), book.series_of(id)?))
    })?;
    let origin = if request.is_pasted {
        Origin::Pasted
    } else {
        Origin::Typed
    };
    let mut problems = Vec::new();
    let mut new = Vec::new();
    let mut gone = Vec::new();
    for entry in &request.cells {
        let spot = series_key(measure.0, &entry.column)
            .ok()
            .zip(Period::parse(&entry.period));
        let Some((key, period)) = spot else { continue };
        let before = stored
            .iter()
            .find(|series| series.key == key)
            .and_then(|series| {
                series
                    .readings
                    .iter()
                    .find(|reading| reading.period == period)
            });
        match typed(&entry.text, &measure.1) {
            Ok(None) if before.is_some() => gone.push((key, period)),
            Ok(None) => {}
            Ok(Some((value, state))) => {
                new.push(reading(key, period, value, state, origin, before))
            }
            Err(words) => problems.push(CellProblem {
                period: entry.period.clone(),
                column: entry.column.clone(),
                words: format!("{}: {words}", period.label()),
            }),
        }
    }
    let changed = u32::try_from(new.len() + gone.len()).unwrap_or(u32::MAX);
    if !problems.is_empty() || changed == 0 {
        return Ok(Entered {
            changed: 0,
            problems,
        });
    }
    session.write(&app, |book, context| {
        if let ([only], []) = (new.as_slice(), gone.as_slice()) {
            let done = book.record_reading(only.clone(), context)?;
            return Ok(backbone_core::Done {
                value: (),
                topics: done.topics,
                operation: done.operation,
            });
        }
        book.enter_readings(measure.0, new, &gone, context)
    })?;
    Ok(Entered { changed, problems })
}

/// A retyped value keeps what else is known of its reading.
fn reading(
    series: SeriesKey,
    period: Period,
    value: Option<Decimal>,
    state: ReadingState,
    origin: Origin,
    before: Option<&Reading>,
) -> NewReading {
    let kept = before.filter(|before| before.value == value);
    NewReading {
        series,
        period,
        value,
        numerator: kept.and_then(|before| before.numerator),
        denominator: kept.and_then(|before| before.denominator),
        lower: kept.and_then(|before| before.lower),
        upper: kept.and_then(|before| before.upper),
        state,
        comment: before
            .map(|before| before.comment.clone())
            .unwrap_or_default(),
        origin,
    }
}

/// Reads a cell as typed: a value, a marker, or nothing; or says why it cannot be kept.
fn typed(
    text: &str,
    measure: &Measure,
) -> std::result::Result<Option<(Option<Decimal>, ReadingState)>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let (figure, state) = match text.strip_suffix(['p', 'P']).map(str::trim_end) {
        Some(figure) if figure.ends_with(|c: char| c.is_ascii_digit() || c == '%') => {
            (figure, ReadingState::Provisional)
        }
        _ => (text, ReadingState::Final),
    };
    let found = match cells::parse(figure, Some(DecimalMark::Point)) {
        Cell::Invalid(_) => cells::parse(figure, Some(DecimalMark::Comma)),
        found => found,
    };
    match found {
        Cell::Number(amount) => match measure.natural_limit {
            Some(limit) if amount.value > limit.0 => Err(words::get_with(
                "cell-over-limit",
                &[("text", text.into()), ("limit", exact(limit.0).into())],
            )),
            _ => Ok(Some((Some(amount.value), state))),
        },
        Cell::Missing(_) => Ok(Some((None, ReadingState::Missing))),
        Cell::SuppressedAtSource(_) => Ok(Some((None, ReadingState::Suppressed))),
        Cell::Ambiguous { .. } | Cell::Invalid(_) => {
            let shown: String = text.chars().take(40).collect();
            Err(words::get_with(
                "cell-unreadable",
                &[("text", shown.into())],
            ))
        }
    }
}

#[tauri::command(async)]
pub fn read_reading(
    request: RecordRequest,
    session: State<'_, Session>,
) -> std::result::Result<ReadingDetail, WireError> {
    session.read(|book| {
        let (series, period) = parse_reading_id(&request.id)?;
        let (key, reading) = book.reading(series, period)?;
        let import = reading
            .import
            .map(|(id, _)| book.get::<Import>(id))
            .transpose()?;
        let origin = wording::provenance(&reading, import.as_ref());
        Ok(ReadingDetail {
            id: request.id,
            form: ReadingForm {
                measure: key.measure.to_string(),
                period: reading.period.label(),
                column: column_of(key),
                value: figure_text(reading.value),
                numerator: figure_text(reading.numerator),
                denominator: figure_text(reading.denominator),
                lower: figure_text(reading.lower),
                upper: figure_text(reading.upper),
                state: wire_state(reading.state),
                comment: reading.comment,
            },
            origin,
            history: book
                .history_of_reading(series, period)?
                .into_iter()
                .map(|step| history::entry(step.entry))
                .collect(),
        })
    })
}

#[tauri::command(async)]
pub fn record_reading<R: Runtime>(
    app: AppHandle<R>,
    request: ReadingForm,
    session: State<'_, Session>,
) -> std::result::Result<Added, WireError> {
    let id = session.write(&app, |book, context| {
        let measure_id = MeasureId::parse(&request.measure)?;
        let measure: Measure = book.get(measure_id)?;
        let period = convert::period("period", &request.period, rhythm(measure.frequency))?;
        let state = match request.state {
            WireState::Empty => {
                return Err(Error::Invalid {
                    field: "state",
                    reason: Reason::UnknownChoice,
                });
            }
            WireState::Final => ReadingState::Final,
            WireState::Provisional => ReadingState::Provisional,
            WireState::Revised => ReadingState::Revised,
            WireState::Suppressed => ReadingState::Suppressed,
            WireState::Missing => ReadingState::Missing,
        };
        let decimal =
            |field, text: &str| figure(field, text).map(|figure| figure.map(|figure| figure.0));
        let new = NewReading {
            series: series_key(measure_id, &request.column)?,
            period,
            value: decimal("value", &request.value)?,
            numerator: decimal("numerator", &request.numerator)?,
            denominator: decimal("denominator", &request.denominator)?,
            lower: decimal("lower", &request.lower)?,
            upper: decimal("upper", &request.upper)?,
            state,
            comment: request.comment,
            origin: Origin::Typed,
        };
        let done = book.record_reading(new, context)?;
        Ok(backbone_core::Done {
            value: reading_id(done.value, period),
            topics: done.topics,
            operation: done.operation,
        })
    })?;
    Ok(Added { id })
}

#[tauri::command(async)]
pub fn remove_readings<R: Runtime>(
    app: AppHandle<R>,
    request: RecordsRequest,
    session: State<'_, Session>,
) -> std::result::Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        let gone = request
            .ids
            .iter()
            .map(|id| parse_reading_id(id))
            .collect::<Result<Vec<_>>>()?;
        let first = gone.first().ok_or(Error::NotFound)?;
        let (key, _) = book.reading(first.0, first.1)?;
        book.remove_readings(key.measure, &gone, context)
    })?;
    Ok(Nothing {})
}
