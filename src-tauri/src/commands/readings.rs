//! Readings: the entry grid, what is typed and pasted into it, and one reading with its
//! history.

use std::collections::HashMap;

use backbone_contract::{
    Added, CellEntry, CellProblem, CellRequest, EnterCells, Entered, Grid, GridRequest, Nothing,
    PastePlan, PastedBlock, ReadingDetail, ReadingForm, ReadingState as WireState, RecordsRequest,
    WireError,
};
use backbone_core::{
    Done, Error, Id, MeasureId, Reason, Result, Workbook,
    measurement::{
        Calculation, Import, Measure, NewReading, Origin, Period, Reading, ReadingState, SeriesId,
        SeriesKey, SeriesReadings,
    },
};
use backbone_exchange::{
    entry::{self, Block, Figures, Heads, Placement},
    readings_import::rhythm,
};
use backbone_figures::numbers::exact;
use tauri::{AppHandle, Runtime, State};

use super::{
    convert::{self, figure, figure_text},
    grid::{self, Names, series_key},
    history,
};
use crate::{clock, session::Session, words};

#[tauri::command]
pub fn read_grid(
    request: GridRequest,
    session: State<'_, Session>,
) -> std::result::Result<Grid, WireError> {
    let today = clock::today();
    session.read(|book| grid::grid(book, &request, today))
}

#[tauri::command]
pub fn place_block(
    request: PastedBlock,
    session: State<'_, Session>,
) -> std::result::Result<PastePlan, WireError> {
    session.read(|book| {
        let measure: Measure = book.get(MeasureId::parse(&request.measure)?)?;
        let periods = request
            .periods
            .iter()
            .map(|period| Period::parse(period).ok_or(Error::NotFound))
            .collect::<Result<Vec<_>>>()?;
        let columns: Vec<String> = request
            .columns
            .iter()
            .map(|column| column.name.clone())
            .collect();
        let size = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        let placement = entry::place(&Block {
            rows: &request.rows,
            periods: &periods,
            columns: &columns,
            // The total stands first.
            everyone: (!columns.is_empty()).then_some(0),
            at: (size(request.row), size(request.column)),
            selected: (size(request.selected_rows), size(request.selected_columns)),
            rhythm: rhythm(measure.frequency),
        });
        Ok(plan(&placement, &request))
    })
}

fn plan(placement: &Placement, request: &PastedBlock) -> PastePlan {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let labels: Vec<String> = placement
        .new_periods
        .iter()
        .map(|period| period.label())
        .collect();
    let question = match (labels.first(), labels.last()) {
        (Some(first), Some(last)) => words::get_with(
            "paste-more-periods",
            &[
                ("count", count(labels.len()).into()),
                ("first", first.as_str().into()),
                ("last", last.as_str().into()),
            ],
        ),
        _ => String::new(),
    };
    let mut notes = Vec::new();
    match placement.heads {
        Heads::None => {}
        Heads::Periods => notes.push(words::get("paste-by-periods")),
        Heads::Names => notes.push(words::get("paste-by-names")),
        Heads::Both => notes.push(words::get("paste-by-both")),
    }
    if !placement.unknown.is_empty() {
        let names = placement.unknown.join(", ");
        notes.push(words::get_with("paste-unknown", &[("names", names.into())]));
    }
    for (id, number) in [
        ("paste-columns-beyond", placement.columns_beyond),
        ("paste-rows-beyond", placement.rows_beyond),
    ] {
        if number > 0 {
            notes.push(words::get_with(id, &[("count", count(number).into())]));
        }
    }
    PastePlan {
        cells: placement
            .cells
            .iter()
            .filter_map(|cell| {
                Some(CellEntry {
                    period: cell.period.to_string(),
                    column: request.columns.get(cell.column)?.key.clone(),
                    text: cell.text.clone(),
                })
            })
            .collect(),
        new_periods: labels,
        question,
        notes,
    }
}

/// Cells as they are to be stored.
#[derive(Default)]
struct Entries {
    new: Vec<NewReading>,
    gone: Vec<(SeriesKey, Period)>,
    problems: Vec<CellProblem>,
}

#[tauri::command]
pub fn enter_cells<R: Runtime>(
    app: AppHandle<R>,
    request: EnterCells,
    session: State<'_, Session>,
) -> std::result::Result<Entered, WireError> {
    let (id, entries) = session.read(|book| {
        let id = MeasureId::parse(&request.measure)?;
        Ok((id, entries(book, id, &request)?))
    })?;
    let Entries {
        new,
        gone,
        problems,
    } = entries;
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
            return Ok(Done {
                value: (),
                topics: done.topics,
                operation: done.operation,
            });
        }
        book.enter_readings(id, new, &gone, context)
    })?;
    Ok(Entered { changed, problems })
}

/// Reads what was entered; a cell that says what is stored already is no change.
fn entries(book: &Workbook, id: MeasureId, request: &EnterCells) -> Result<Entries> {
    let measure: Measure = book.get(id)?;
    if measure.calculation != Calculation::Entered {
        return Err(Error::Conflict(Reason::Calculated));
    }
    let stored = book.series_of(id)?;
    let by_key: HashMap<SeriesKey, &SeriesReadings> =
        stored.iter().map(|series| (series.key, series)).collect();
    let origin = if request.is_pasted {
        Origin::Pasted
    } else {
        Origin::Typed
    };
    let mark = entry::decimal_mark(request.cells.iter().map(|cell| cell.text.as_str()));
    let mut names = None;
    let mut found = Entries::default();
    for cell in &request.cells {
        let key = series_key(id, &cell.column)?;
        let period = Period::parse(&cell.period).ok_or(Error::NotFound)?;
        let before = by_key.get(&key).and_then(|series| {
            let at = series
                .readings
                .binary_search_by_key(&period, |reading| reading.period);
            series.readings.get(at.ok()?)
        });
        match entry::read(&cell.text, &measure, mark) {
            Ok(None) if before.is_some() => found.gone.push((key, period)),
            Ok(None) => {}
            Ok(Some(figures)) => {
                let same = before.is_some_and(|before| {
                    entry::text_of(before, &measure) == cell.text.trim()
                        || is_same(before, &figures)
                });
                if !same {
                    found
                        .new
                        .push(reading(key, period, figures, origin, before));
                }
            }
            Err(problem) => {
                if names.is_none() {
                    names = Some(Names::read(book)?);
                }
                let column = names.as_ref().map(|names| names.of(key));
                found.problems.push(CellProblem {
                    period: cell.period.clone(),
                    column: cell.column.clone(),
                    words: problem_words(problem, &cell.text, period, column.unwrap_or_default()),
                });
            }
        }
    }
    Ok(found)
}

fn is_same(before: &Reading, figures: &Figures) -> bool {
    before.value == figures.value
        && before.state == figures.state
        && figures
            .parts
            .is_none_or(|parts| before.numerator.zip(before.denominator) == Some(parts))
}

fn problem_words(problem: entry::Problem, text: &str, period: Period, column: String) -> String {
    let shown: String = text.trim().chars().take(40).collect();
    let (reason, limit) = match problem {
        entry::Problem::NotAFigure(reason) => (reason.code(), String::new()),
        entry::Problem::OverLimit(limit) => ("", exact(limit)),
        _ => ("", String::new()),
    };
    let said = words::get_with(
        &format!("entry-{}", problem.code()),
        &[
            ("cell", shown.into()),
            ("reason", reason.into()),
            ("limit", limit.into()),
        ],
    );
    words::get_with(
        "entry-problem",
        &[
            ("period", period.label().into()),
            ("column", column.into()),
            ("words", said.into()),
        ],
    )
}

/// A retyped value keeps what else is known of its reading, as far as it still holds.
fn reading(
    series: SeriesKey,
    period: Period,
    figures: Figures,
    origin: Origin,
    before: Option<&Reading>,
) -> NewReading {
    let kept = before.filter(|before| before.value == figures.value);
    let parts = figures
        .parts
        .or_else(|| kept.and_then(|before| before.numerator.zip(before.denominator)));
    NewReading {
        series,
        period,
        value: figures.value,
        numerator: parts.map(|parts| parts.0),
        denominator: parts.map(|parts| parts.1),
        lower: kept.and_then(|before| before.lower),
        upper: kept.and_then(|before| before.upper),
        state: figures.state,
        comment: before
            .map(|before| before.comment.clone())
            .unwrap_or_default(),
        origin,
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

#[tauri::command]
pub fn read_reading(
    request: CellRequest,
    session: State<'_, Session>,
) -> std::result::Result<ReadingDetail, WireError> {
    session.read(|book| {
        let measure = MeasureId::parse(&request.measure)?;
        let key = series_key(measure, &request.column)?;
        let period = Period::parse(&request.period).ok_or(Error::NotFound)?;
        let series = book.series_of(measure)?;
        let found = series
            .iter()
            .find(|series| series.key == key)
            .and_then(|series| {
                series
                    .readings
                    .iter()
                    .find(|reading| reading.period == period)
            });
        let title = words::get_with(
            "reading-title",
            &[
                ("period", period.label().into()),
                ("column", Names::read(book)?.of(key).into()),
            ],
        );
        let mut form = ReadingForm {
            measure: request.measure.clone(),
            period: request.period.clone(),
            column: request.column.clone(),
            value: String::new(),
            numerator: String::new(),
            denominator: String::new(),
            lower: String::new(),
            upper: String::new(),
            state: WireState::Final,
            comment: String::new(),
        };
        let Some(reading) = found else {
            return Ok(ReadingDetail {
                title,
                is_recorded: false,
                form,
                origin: String::new(),
                history: Vec::new(),
            });
        };
        form.value = figure_text(reading.value);
        form.numerator = figure_text(reading.numerator);
        form.denominator = figure_text(reading.denominator);
        form.lower = figure_text(reading.lower);
        form.upper = figure_text(reading.upper);
        form.state = grid::wire_state(reading.state);
        form.comment.clone_from(&reading.comment);
        Ok(ReadingDetail {
            title,
            is_recorded: true,
            form,
            origin: origin(book, reading)?,
            history: book
                .history_of_reading(reading.series, period)?
                .into_iter()
                .map(|step| history::entry(step.entry))
                .collect(),
        })
    })
}

fn origin(book: &Workbook, reading: &Reading) -> Result<String> {
    let import = match (reading.origin, reading.import) {
        (Origin::Typed, _) => return Ok(words::get("origin-typed")),
        (Origin::Pasted, _) => return Ok(words::get("origin-pasted")),
        (Origin::Sample, _) => return Ok(words::get("origin-sample")),
        (Origin::Calculated, _) => return Ok(words::get("origin-calculated")),
        (Origin::Imported, import) => import,
    };
    let Some((import, row)) = import else {
        return Ok(words::get("origin-unknown"));
    };
    let file = book.get::<Import>(import)?.file_name;
    Ok(words::get_with(
        "origin-row",
        &[("file", file.into()), ("row", row.to_string().into())],
    ))
}

#[tauri::command]
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
            |field, text: &str| -> Result<_> { Ok(figure(field, text)?.map(|value| value.0)) };
        let numerator = decimal("numerator", &request.numerator)?;
        let denominator = decimal("denominator", &request.denominator)?;
        let has_value = !matches!(state, ReadingState::Suppressed | ReadingState::Missing);
        let value = decimal("value", &request.value)?.or_else(|| {
            let (numerator, denominator) = numerator.zip(denominator).filter(|_| has_value)?;
            measure.share_of(numerator, denominator)
        });
        let new = NewReading {
            series: series_key(measure_id, &request.column)?,
            period,
            value,
            numerator,
            denominator,
            lower: decimal("lower", &request.lower)?,
            upper: decimal("upper", &request.upper)?,
            state,
            comment: request.comment,
            origin: Origin::Typed,
        };
        let done = book.record_reading(new, context)?;
        Ok(Done {
            value: reading_id(done.value, period),
            topics: done.topics,
            operation: done.operation,
        })
    })?;
    Ok(Added { id })
}

#[tauri::command]
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_of_a_cell_has_its_words() {
        for code in entry::Problem::CODES {
            assert!(words::has(&format!("entry-{code}")), "{code}");
        }
    }
}
