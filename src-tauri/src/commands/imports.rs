//! Import of a table: choose, look, mend, commit. What takes long tells how far it has
//! come, and stops when it is asked to.

use std::{
    path::Path,
    sync::atomic::Ordering,
    time::{Duration, Instant},
};

use backbone_contract::{
    ErrorCode, ImportChoices, ImportCommit, ImportPage, ImportPageRequest, ImportPreview,
    ImportProgress, ImportProposal, ImportResult, ImportStart, Nothing, RecordRequest,
    RememberedImport, Saved, WireError,
};
use backbone_core::{
    Context, Id, ImportMappingId, Workbook,
    measurement::{ImportMapping, ImportOutcome},
};
use backbone_exchange::{
    readings_import::{Import, ImportError, Known, Preview, Step, heads},
    table::ReadOptions,
};
use tauri::{AppHandle, Emitter, Runtime, State};
use tauri_plugin_dialog::DialogExt;

use super::session::ask_where_to_save;
use crate::{
    errors::{gone, unreadable, wire},
    imports::{ImportSession, NoPreview, last_reason, measure_of, remembered_import},
    session::{Session, lock},
    words, writing,
};

/// Progress is told so often, and first after this time: short work needs none.
const TELL_AFTER: Duration = Duration::from_millis(200);

/// Tells the window how far a step has come, and whether somebody wants it to stop.
struct Teller<'t, R: Runtime> {
    app: &'t AppHandle<R>,
    session: &'t Session,
    rows: Option<u32>,
    told: Instant,
}

impl<'t, R: Runtime> Teller<'t, R> {
    fn new(app: &'t AppHandle<R>, session: &'t Session) -> Self {
        session.stop.store(false, Ordering::Relaxed);
        Self {
            app,
            session,
            rows: None,
            told: Instant::now(),
        }
    }

    fn tell(&mut self, step: &str, row: u32) -> bool {
        if self.told.elapsed() >= TELL_AFTER {
            self.told = Instant::now();
            let progress = ImportProgress {
                step: step.to_owned(),
                row,
                rows: self.rows,
            };
            // A window that is closing hears nothing and misses nothing.
            let _ = self.app.emit("import-progress", progress);
        }
        !self.session.stop.load(Ordering::Relaxed)
    }

    fn count(&mut self, import: &ImportSession) {
        self.rows = Some(import.table().last_row());
    }
}

#[tauri::command]
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
            &["csv", "tsv", "txt", "xlsx", "xlsm", "xls", "xlsb", "ods"],
        )
        .blocking_pick_file();
    let Some(path) = chosen.and_then(|path| path.into_path().ok()) else {
        return Ok(None);
    };
    begin(&app, &session, &path, request.measure.as_deref()).map(Some)
}

/// Reads a table and looks at it as its source was read last time, or as it looks.
fn begin<R: Runtime>(
    app: &AppHandle<R>,
    session: &Session,
    path: &Path,
    measure: Option<&str>,
) -> Result<ImportPreview, WireError> {
    let measure = measure_of(measure).map_err(|error| wire(&error))?;
    let mut teller = Teller::new(app, session);
    let mut import = ImportSession::read(path, &ReadOptions::default(), &mut |row| {
        teller.tell("reading", row)
    })
    .map_err(unreadable)?;
    let (known, remembered) =
        session.read(|book| Ok((Known::read(book)?, book.list::<ImportMapping>()?)))?;
    let choices = match import.recognized(&remembered) {
        Some(entry) => import
            .remember(&known, &entry.record, &mut |row| {
                teller.tell("reading", row)
            })
            .map_err(unreadable)?,
        None => import.propose(&known, measure),
    };
    let preview = look(session, &mut import, known, choices, &mut teller)?;
    *lock(&session.import) = Some(import);
    Ok(preview)
}

fn look<R: Runtime>(
    session: &Session,
    import: &mut ImportSession,
    known: Known,
    choices: ImportChoices,
    teller: &mut Teller<'_, R>,
) -> Result<ImportPreview, WireError> {
    teller.count(import);
    session.read(|book| {
        let preview = import.preview(book, known, choices, &mut |row| {
            teller.tell("checking", row)
        });
        match preview {
            Ok(preview) => Ok(preview),
            Err(NoPreview::Stopped) => Err(backbone_core::Error::Stopped),
            Err(NoPreview::Core(error)) => Err(error),
        }
    })
}

/// As remembered under a name, or afresh.
#[tauri::command]
pub fn propose_import<R: Runtime>(
    app: AppHandle<R>,
    request: ImportProposal,
    session: State<'_, Session>,
) -> Result<ImportPreview, WireError> {
    let measure = measure_of(request.measure.as_deref()).map_err(|error| wire(&error))?;
    let mut held = lock(&session.import);
    let import = held.as_mut().ok_or_else(gone)?;
    let mut teller = Teller::new(&app, &session);
    let known = session.read(Known::read)?;
    let choices = match request.remembered.as_deref() {
        None => import.propose(&known, measure),
        Some(id) => {
            let entry =
                session.read(|book| book.get::<ImportMapping>(ImportMappingId::parse(id)?))?;
            import
                .remember(&known, &entry, &mut |row| teller.tell("reading", row))
                .map_err(unreadable)?
        }
    };
    look(&session, import, known, choices, &mut teller)
}

#[tauri::command]
pub fn preview_import<R: Runtime>(
    app: AppHandle<R>,
    request: ImportChoices,
    session: State<'_, Session>,
) -> Result<ImportPreview, WireError> {
    let mut held = lock(&session.import);
    let import = held.as_mut().ok_or_else(gone)?;
    let mut teller = Teller::new(&app, &session);
    let has_other_columns = import
        .reread(&request, &mut |row| teller.tell("reading", row))
        .map_err(unreadable)?;
    let known = session.read(Known::read)?;
    let choices = if has_other_columns {
        // What was chosen for the old columns means nothing.
        ImportChoices {
            measure: request.measure.clone(),
            ..import.propose(&known, None)
        }
    } else {
        request
    };
    look(&session, import, known, choices, &mut teller)
}

#[tauri::command]
pub fn page_import(
    request: ImportPageRequest,
    session: State<'_, Session>,
) -> Result<ImportPage, WireError> {
    let held = lock(&session.import);
    let page = held.as_ref().and_then(|import| import.page(&request));
    page.ok_or_else(gone)
}

/// Every problem as a table, for whoever sent the file.
#[tauri::command]
pub fn save_import_problems<R: Runtime>(
    app: AppHandle<R>,
    request: Nothing,
    session: State<'_, Session>,
) -> Result<Saved, WireError> {
    let Nothing {} = request;
    let (list, name) = {
        let held = lock(&session.import);
        let import = held.as_ref().ok_or_else(gone)?;
        let name = words::get_with("list-name", &[("file", import.file_name().into())]);
        (import.problem_list().ok_or_else(gone)?, name)
    };
    let proposed = format!("{name}.csv");
    let Some(path) = ask_where_to_save(&app, "dialog-problems", &proposed, "csv", "CSV") else {
        return Ok(Saved { file_name: None });
    };
    writing::replace(&path, &list).map_err(|error| WireError {
        code: ErrorCode::CannotWrite,
        field: None,
        detail: Some(error.to_string()),
    })?;
    let file_name = path.file_name().unwrap_or_default().to_string_lossy();
    Ok(Saved {
        file_name: Some(file_name.into_owned()),
    })
}

#[tauri::command]
pub fn commit_import<R: Runtime>(
    app: AppHandle<R>,
    request: ImportCommit,
    session: State<'_, Session>,
) -> Result<ImportResult, WireError> {
    let mut held = lock(&session.import);
    let import = held.as_ref().ok_or_else(gone)?;
    let mut teller = Teller::new(&app, &session);
    teller.count(import);
    let mut imported = None;
    let mut to_remember = None;
    let written = session.write(&app, |book, context| {
        let context = Context {
            reason: last_reason(&request.choices),
            ..context.clone()
        };
        let known = Known::read(book)?;
        let mapping = import.mapping(&known, &request.choices);
        to_remember = Some(import.to_remember(&known, &mapping));
        let run = Import {
            table: import.table(),
            mapping: &mapping,
            known: &known,
            file_name: &import.file_name(),
            source: request.choices.read_as.as_deref().unwrap_or_default(),
        };
        let mut tell = |step, row| match step {
            Step::Checking => teller.tell("checking", row),
            Step::Writing => teller.tell("writing", row),
        };
        match run.run(book, &context, &mut tell) {
            Ok(done) => {
                let outcome = done.done.as_ref().map(|done| done.value);
                imported = Some(result(outcome, &done.preview));
                // Everything was there already: nothing was written, and that is a good
                // answer, which is taken up below.
                done.done.ok_or(backbone_core::Error::NotFound)
            }
            Err(ImportError::Core(error)) => Err(error),
            Err(ImportError::Cancelled(_)) => Err(backbone_core::Error::Stopped),
            Err(ImportError::NotReady(_)) => Err(backbone_core::Error::Invalid {
                field: "rows",
                reason: backbone_core::Reason::OutOfRange,
            }),
        }
    });
    let Some(result) = imported else {
        return Err(written.err().unwrap_or_else(gone));
    };
    if let (Some(name), Some(choices)) = (request.remember_as, to_remember) {
        let heads = heads(import.table());
        session.write(&app, |book, context| {
            remember(book, name, heads, choices, context)
        })?;
    }
    *held = None;
    Ok(result)
}

fn remember(
    book: &mut Workbook,
    name: String,
    heads: String,
    choices: String,
    context: &Context,
) -> backbone_core::Result<backbone_core::Done<()>> {
    let mapping = ImportMapping {
        name,
        heads,
        choices,
        used_ms: context.now_ms,
    };
    book.remember_mapping(mapping, context)
}

fn result(outcome: Option<ImportOutcome>, found: &Preview) -> ImportResult {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    ImportResult {
        added: outcome.map_or(0, |outcome| outcome.added),
        changed: outcome.map_or(0, |outcome| outcome.changed),
        same: count(found.same_count + found.kept_count),
        skipped: count(found.skipped_count),
    }
}

/// Asks the step that is running to stop; it answers with `stopped`.
#[tauri::command]
pub fn stop_import(request: Nothing, session: State<'_, Session>) -> Nothing {
    session.stop.store(true, Ordering::Relaxed);
    request
}

#[tauri::command]
pub fn cancel_import(request: Nothing, session: State<'_, Session>) -> Result<Nothing, WireError> {
    session.stop.store(true, Ordering::Relaxed);
    *lock(&session.import) = None;
    Ok(request)
}

#[tauri::command]
pub fn list_remembered_imports(
    request: Nothing,
    session: State<'_, Session>,
) -> Result<Vec<RememberedImport>, WireError> {
    let Nothing {} = request;
    let entries = session.read(|book| book.list::<ImportMapping>())?;
    Ok(entries.iter().map(remembered_import).collect())
}

#[tauri::command]
pub fn forget_remembered_import<R: Runtime>(
    app: AppHandle<R>,
    request: RecordRequest,
    session: State<'_, Session>,
) -> Result<Nothing, WireError> {
    session.write(&app, |book, context| {
        book.remove::<ImportMapping>(ImportMappingId::parse(&request.id)?, context)
    })?;
    Ok(Nothing {})
}
