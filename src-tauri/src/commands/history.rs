//! Undo, redo and the change log.

use backbone_contract::{
    FieldChange, HistoryEntry, HistoryRequest, Nothing, RecordRequest, Step, UndoState, WireError,
};
use backbone_core::{Id, MeasureId};
use backbone_figures::dates;
use tauri::{AppHandle, Runtime, State};

use crate::{clock, errors::wire, session::Session};

/// What undo and redo would do now.
pub fn state(session: &Session) -> Result<UndoState, WireError> {
    let state = session.read(|book| book.undo_state())?;
    Ok(UndoState {
        undo: state.undo.map(step),
        redo: state.redo.map(step),
    })
}

#[tauri::command]
pub fn undo<R: Runtime>(
    app: AppHandle<R>,
    request: Nothing,
    session: State<'_, Session>,
) -> Result<UndoState, WireError> {
    let Nothing {} = request;
    if state(&session)?.undo.is_some() {
        session.write(&app, |book, context| {
            book.undo(context)?.ok_or(backbone_core::Error::NotFound)
        })?;
    }
    state(&session)
}

#[tauri::command]
pub fn redo<R: Runtime>(
    app: AppHandle<R>,
    request: Nothing,
    session: State<'_, Session>,
) -> Result<UndoState, WireError> {
    let Nothing {} = request;
    if state(&session)?.redo.is_some() {
        session.write(&app, |book, context| {
            book.redo(context)?.ok_or(backbone_core::Error::NotFound)
        })?;
    }
    state(&session)
}

#[tauri::command]
pub fn list_history(
    request: HistoryRequest,
    session: State<'_, Session>,
) -> Result<Vec<HistoryEntry>, WireError> {
    let found = session.read(|book| book.history(request.limit.min(500)))?;
    Ok(found.into_iter().map(entry).collect())
}

#[tauri::command]
pub fn read_record_history(
    request: RecordRequest,
    session: State<'_, Session>,
) -> Result<Vec<HistoryEntry>, WireError> {
    let id = MeasureId::parse(&request.id).map_err(|error| wire(&error))?;
    let found = session.read(|book| book.history_of("measures", id))?;
    Ok(found.into_iter().map(entry).collect())
}

fn step(step: backbone_core::Step) -> Step {
    Step {
        op: step.op,
        detail: step.detail,
    }
}

/// An entry of the change log on the wire.
pub fn entry(entry: backbone_core::HistoryEntry) -> HistoryEntry {
    HistoryEntry {
        id: entry.id.to_string(),
        step: step(entry.step),
        kind: entry.kind,
        is_undone: entry.is_undone,
        author: entry.author,
        at: dates::instant(clock::local(entry.at_ms).naive_local()),
        reason: entry.reason,
        changes: entry
            .changes
            .into_iter()
            .map(|change| FieldChange {
                table: change.table,
                field: change.field,
                old: change.old,
                new: change.new,
            })
            .collect(),
        change_count: entry.change_count,
    }
}
