//! Import of a table: choose, look, change the choices, commit.

use backbone_contract::{
    ErrorCode, ImportChoices, ImportPreview, ImportResult, ImportStart, Nothing, WireError,
};
use backbone_core::Id;
use backbone_exchange::{
    readings_import::{Import, ImportError, Known},
    table::TableError,
};
use tauri::{AppHandle, Runtime, State};
use tauri_plugin_dialog::DialogExt;

use crate::{
    errors::wire,
    imports::ImportSession,
    problems,
    session::{Session, lock},
    words,
};

/// Larger files are no tables of figures; reading them would only exhaust the memory.
const LARGEST: u64 = 2_000_000_000;

#[tauri::command(async)]
pub fn choose_import_file<R: Runtime>(
    app: AppHandle<R>,
    request: ImportStart,
    session: State<'_, Session>,
) -> Result<Option<ImportPreview>, WireError> {
    let chosen = app
        .dialog()
        .file()
        .set_title(words::get("dialog-import"))
        .add_filter(
            "CSV, Excel, OpenDocument",
            &["csv", "tsv", "txt", "xlsx", "xls", "ods"],
        )
        .blocking_pick_file();
    let Some(path) = chosen.and_then(|path| path.into_path().ok()) else {
        return Ok(None);
    };
    let cannot_read = |error: std::io::Error| WireError {
        code: ErrorCode::CannotRead,
        field: None,
        detail: Some(error.to_string()),
    };
    if std::fs::metadata(&path).map_err(cannot_read)?.len() > LARGEST {
        return Err(unreadable(TableError::TooLarge));
    }
    let bytes = std::fs::read(&path).map_err(cannot_read)?;
    let file_name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let import = ImportSession::read(bytes, file_name).map_err(unreadable)?;
    let measure = request
        .measure
        .as_deref()
        .map(backbone_core::MeasureId::parse)
        .transpose()
        .map_err(|error| wire(&error))?;
    let preview = session.read(|book| {
        let known = Known::read(book)?;
        let choices = import.propose(&known, measure);
        import.preview(book, &known, choices)
    })?;
    *lock(&session.import) = Some(import);
    Ok(Some(preview))
}

#[tauri::command(async)]
pub fn preview_import(
    request: ImportChoices,
    session: State<'_, Session>,
) -> Result<ImportPreview, WireError> {
    let mut import = lock(&session.import);
    let import = import.as_mut().ok_or_else(gone)?;
    let columns = import.table().header().len();
    import.reread(&request).map_err(unreadable)?;
    session.read(|book| {
        let known = Known::read(book)?;
        let is_other_table = import.table().header().len() != columns;
        let choices = if is_other_table {
            // Other columns: what was chosen for the old ones means nothing.
            ImportChoices {
                measure: request.measure.clone(),
                ..import.propose(&known, None)
            }
        } else {
            request
        };
        import.preview(book, &known, choices)
    })
}

#[tauri::command(async)]
pub fn commit_import<R: Runtime>(
    app: AppHandle<R>,
    request: ImportChoices,
    session: State<'_, Session>,
) -> Result<ImportResult, WireError> {
    let mut held = lock(&session.import);
    let import = held.as_ref().ok_or_else(gone)?;
    let mut counts = None;
    let written = session.write(&app, |book, context| {
        let known = Known::read(book)?;
        let mapping = import.mapping(&known, &request);
        let run = Import {
            table: import.table(),
            mapping: &mapping,
            known: &known,
            file_name: import.file_name(),
            source: "",
        };
        match run.run(book, context, &mut |_| true) {
            Ok(imported) => {
                let skipped = u32::try_from(imported.preview.skipped_count).unwrap_or(u32::MAX);
                counts = Some((
                    imported.done.as_ref().map(|done| done.value),
                    imported.preview.same_count,
                    skipped,
                ));
                imported.done.ok_or(backbone_core::Error::NotFound)
            }
            Err(ImportError::Core(error)) => Err(error),
            Err(_) => Err(backbone_core::Error::Invalid {
                field: "rows",
                reason: backbone_core::Reason::OutOfRange,
            }),
        }
    });
    let Some((outcome, same_rows, skipped)) = counts else {
        return Err(written.err().unwrap_or_else(gone));
    };
    *held = None;
    Ok(match outcome {
        Some(outcome) => ImportResult {
            added: outcome.added,
            changed: outcome.changed,
            same: outcome.same,
            skipped,
        },
        // Everything was there already: nothing was written, and that is a good answer.
        None => ImportResult {
            added: 0,
            changed: 0,
            same: u32::try_from(same_rows).unwrap_or(u32::MAX),
            skipped,
        },
    })
}

#[tauri::command(async)]
pub fn cancel_import(request: Nothing, session: State<'_, Session>) -> Result<Nothing, WireError> {
    *lock(&session.import) = None;
    Ok(request)
}

fn unreadable(error: TableError) -> WireError {
    WireError {
        code: ErrorCode::UnreadableTable,
        field: None,
        detail: Some(problems::no_table(error)),
    }
}

fn gone() -> WireError {
    WireError {
        code: ErrorCode::NotFound,
        field: None,
        detail: None,
    }
}
